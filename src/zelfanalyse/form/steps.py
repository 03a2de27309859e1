"""What a person does to the current question, as a step from one session to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from zelfanalyse.questionnaire.questions import Choice
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from zelfanalyse.response.model import Answer
    from zelfanalyse.response.session import Session


class Step(NamedTuple):
    """One thing done on a screen: how it changes the session, and whether it ends the question."""

    take: Callable[[Session], Session]
    moves_on: bool = False


def pick(answer: Answer) -> Step:
    """Give the whole answer at once and be done with the question."""
    return Step(lambda session: session.answer(answer), moves_on=True)


def toggle(option: str) -> Step:
    """Add an option to the choice or take it out; the options keep the order of the list."""
    return Step(lambda session: _toggled(session, option))


def place(row: Literal["now", "wanted"], number: int, *, moves_on: bool) -> Step:
    """Put one of the two marks of a balance on the line."""
    return Step(lambda session: _placed(session, row, number), moves_on=moves_on)


def write(answer: Answer) -> Step:
    """Give an answer that is still being typed: one undo takes away what was typed of it."""
    return Step(lambda session: _joined(session, session.answer(answer), "answer"))


def note(text: str) -> Step:
    """Give a comment that is still being typed: one undo takes away what was typed of it."""
    return Step(lambda session: _joined(session, session.comment(text), "comment"))


def row_to_fill(session: Session) -> Literal["now", "wanted"]:
    """Return which mark of a balance comes next: the one that is missing, or 'nu'."""
    given = balance_of(session)
    return "wanted" if given.now is not None and given.wanted is None else "now"


def _toggled(session: Session, option: str) -> Session:
    question = session.current
    if not isinstance(question, Choice):
        return session
    chosen = chosen_options(session)
    wanted = chosen - {option} if option in chosen else chosen | {option}
    answer = tuple(item.id for item in question.options if item.id in wanted)
    return session.answer(answer) if answer else session.clear()


def chosen_options(session: Session) -> set[str]:
    """Return the ids chosen at the current question; none of them when it is not a choice."""
    answer = session.response.answer_to(session.current)
    return set(answer) if isinstance(answer, tuple) else set()


def balance_of(session: Session) -> BalanceAnswer:
    """Return the two places at the current question, empty where there is none yet."""
    answer = session.response.answer_to(session.current)
    return answer if isinstance(answer, BalanceAnswer) else BalanceAnswer()


def _placed(session: Session, row: str, number: int) -> Session:
    return session.answer(balance_of(session).model_copy(update={row: number}))


def _joined(before: Session, after: Session, what: Literal["answer", "comment"]) -> Session:
    """Count typing that goes on as one change: drop what lies between its start and its end."""
    if after is before:
        return after
    past = before.past if before.typing == what else after.past
    return replace(after, past=past, typing=what)
