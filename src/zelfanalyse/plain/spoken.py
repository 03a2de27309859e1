"""How a question, its answer and the state of the list are told, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.form.options import missing_options, options
from zelfanalyse.form.sections import section_of, sections
from zelfanalyse.form.steps import balance_of
from zelfanalyse.form.wording import STATES, answer_in_words, asked_about
from zelfanalyse.questionnaire.questions import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    OpenQuestion,
    Prediction,
    SizeQuestion,
)
from zelfanalyse.response.answers import MAX_COUNT
from zelfanalyse.response.model import AnswerState, BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from zelfanalyse.form.sections import Section
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.session import Session

END_TEXT = "Sluit af met een regel met alleen een punt."


def place(session: Session) -> str:
    """Return the one line of progress: which question of how many, and where it belongs."""
    question = session.current
    where = title(section_of(session))
    if isinstance(question, Mark):
        where = f"{where}, {question.title}"
    return f"Vraag {session.position + 1} van {len(session.questions)}. {where}."


def title(section: Section) -> str:
    """Return the name of a section, with its cluster where it has one."""
    return ", ".join(filter(None, [section.cluster, section.title]))


def question(session: Session, *, brief: bool) -> Iterator[str]:
    """Yield the current question, without its answers; ``brief`` when the last was like it."""
    yield session.text(session.current)
    if isinstance(session.current, Balance):
        yield f"Plek 1: {session.current.left}"
        yield f"Plek {session.current.steps}: {session.current.right}"
    if not brief and (sentence := asked_about(session, session.current)):
        yield sentence


def scale(session: Session) -> str:
    """Return what the answers have in common with those of other questions.

    Who has just heard the same answers needs not hear them again; empty where they are this
    question's own.
    """
    match session.current:
        case Choice() | SizeQuestion() | Balance() | OpenQuestion():
            return ""
    return asked_about(session, session.current) or "cijfer"


def answers(session: Session) -> Iterator[str]:
    """Yield the answers one can give, with the number or letter of each."""
    match session.current:
        case Mark():
            yield f"{MARK_MIN} het laagste cijfer"
            yield f"{MARK_MAX} het hoogste cijfer"
        case Choice(options=items):
            yield from (f"{number} {item.text}" for number, item in enumerate(items, 1))
        case _:
            yield from (f"{item.shown.strip()} {item.label}" for item in options(session))
    yield from (f"{item.shown} {item.label}" for item in missing_options(session.current))


def given(session: Session) -> Iterator[str]:
    """Yield the answer and the comment on the current question, where there are any."""
    if session.state(session.current) is not AnswerState.OPEN:
        yield f"Uw antwoord: {answer(session, session.current)}"
    elif session.is_closed:
        yield "U gaf geen antwoord."
    if comment := session.comment_on(session.current):
        yield f"Uw toelichting: {' '.join(comment.split())}"


def answer(session: Session, question: Question) -> str:
    """Return an answer in words that can be listened to."""
    found = session.response.answer_to(question)
    if isinstance(found, BalanceAnswer):
        return f"nu {found.now or 'nog open'}, gewenst {found.wanted or 'nog open'}"
    return answer_in_words(session, question)


def prompt(session: Session, row: Literal["now", "wanted"], *, brief: bool) -> str:
    """Return what can be typed at the current question; ``brief`` when no answers were told."""
    if session.is_closed:
        back = ", terughalen" if session.is_handed_in and not session.is_taken else ""
        return f"U kunt alleen lezen. Typ <, >, v met een nummer, o{back} of stop."
    match session.current:
        case OpenQuestion():
            return _open_prompt(session, session.current)
        case Balance():
            return _balance_prompt(session, session.current, row)
        case Choice():
            return _choice_prompt(session.current)
        case SizeQuestion():
            return f"Typ een nummer van 1 tot en met {len(options(session))}."
        case Mark():
            return f"Typ een cijfer van {MARK_MIN} tot en met {MARK_MAX}, w of n."
        case Prediction():
            return f"{_scale_prompt(session, brief=brief)}. Weet u het niet? Typ >."
        case _:
            return f"{_scale_prompt(session, brief=brief)}, w of n."


def _open_prompt(session: Session, question: OpenQuestion) -> str:
    if question.kind == "getal":
        return f"Typ een heel getal, van 0 tot en met {MAX_COUNT}."
    if session.state(question) is AnswerState.OPEN:
        return f"Typ uw antwoord. {END_TEXT}"
    return f"Typ een nieuw antwoord, of + om iets toe te voegen. {END_TEXT}"


def _choice_prompt(question: Choice) -> str:
    last = len(question.options)
    if question.at_most == 1:
        return f"Typ een nummer van 1 tot en met {last}, w of n."
    numbers = f"hoogstens {question.at_most} nummers van 1 tot en met {last}"
    return f"Typ {numbers}, met een spatie ertussen, w of n."


def _scale_prompt(session: Session, *, brief: bool) -> str:
    points = session.questionnaire.points
    low, high = points.first, points.last
    if brief:
        return f"Typ {low} ({points.label(low)}) tot en met {high} ({points.label(high)})"
    return f"Typ {low} tot en met {high}"


def _balance_prompt(session: Session, question: Balance, row: Literal["now", "wanted"]) -> str:
    there = balance_of(session)
    numbers = f"Typ 1 tot en met {question.steps}"
    if row == "now":
        known = f" U koos {there.now}." if there.now else ""
        return f"Nu. {question.ask_now}{known} {numbers}, w of n."
    known = f" U koos {there.wanted}." if there.wanted else ""
    return f"Gewenst. {question.ask_wanted}{known} {numbers}, w of n. Met < terug naar nu."


def overview(session: Session, *, only_open: bool) -> Iterator[str]:
    """Yield every question, or every open one, with its number and its state, by section."""
    total, left = len(session.questions), len(session.open_questions)
    yield f"Overzicht. {total - left} van {total} vragen ingevuld."
    number = 0
    for section in sections(session):
        lines = []
        for item in section.questions:
            number += 1
            state = session.state(item)
            if not only_open or state is AnswerState.OPEN:
                lines.append(f"{number} {STATES[state][1]}: {session.text(item)}")
        if lines:
            yield f"{title(section)}:"
            yield from lines
    if only_open and not left:
        yield "Er zijn geen open vragen meer."


def tally(session: Session) -> Iterator[str]:
    """Yield how many questions are in each state, for each section and for all of them."""
    for section in sections(session):
        yield f"{title(section)}: {_counts(session, section.questions, nought=False)}."
    yield f"Alles samen: {_counts(session, session.questions, nought=True)}."


def _counts(session: Session, questions: Iterable[Question], *, nought: bool) -> str:
    counts = session.counts(questions)
    told = [(counts[state], word) for state, (_, word) in STATES.items()]
    return ", ".join(f"{number} {word}" for number, word in told if number or nought)


def series(numbers: Iterable[int]) -> str:
    """Return rising numbers, with those that follow each other taken together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]} tot en met {run[-1]}" if run[2:] else ", ".join(map(str, run)) for run in runs
    )
