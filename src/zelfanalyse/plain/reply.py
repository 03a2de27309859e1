"""What a typed line means as an answer to the current question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.form import steps
from zelfanalyse.form.options import MISSING_KEYS
from zelfanalyse.form.wording import SIZES
from zelfanalyse.questionnaire.questions import Balance, Choice, OpenQuestion, SizeQuestion

if TYPE_CHECKING:
    from typing import Literal

    from zelfanalyse.form.steps import Step
    from zelfanalyse.response.session import Session

_NEITHER = "Dat is hier geen antwoord en ook geen opdracht. Typ hulp voor alle opdrachten."
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def reply(session: Session, typed: str, row: Literal["now", "wanted"]) -> Step:
    """Return the step of an answer on one line; ``row`` is which place of a balance it fills.

    Raises ``InvalidAnswerError`` when no answer can be read in it; whether the question can have
    the answer, the session tells when the step is taken.
    """
    if typed.lower() in MISSING_KEYS:
        return steps.pick(MISSING_KEYS[typed.lower()])
    match session.current:
        case Balance():
            return steps.place(row, _number(typed), moves_on=row == "wanted")
        case Choice() as question:
            return _choice(question, typed)
        case SizeQuestion():
            return steps.pick(tuple(SIZES)[_place(typed, len(SIZES))])
        case _:
            return steps.pick(_number(typed))


def is_words(session: Session) -> bool:
    """Whether the current question is answered in one's own words, on as many lines as needed."""
    question = session.current
    return isinstance(question, OpenQuestion) and question.kind == "tekst"


def _choice(question: Choice, typed: str) -> Step:
    words = re.split(r"[\s,;]+", typed.strip(" ,;"))
    places = sorted(_place(word, len(question.options)) for word in words)
    return steps.pick(tuple(question.options[place].id for place in places))


def _place(typed: str, count: int) -> int:
    """Return the place in a numbered list, from 0."""
    number = _number(typed)
    if not 1 <= number <= count:
        raise InvalidAnswerError(f"Kies een nummer van 1 tot en met {count}.")
    return number - 1


def _number(typed: str) -> int:
    if _NUMBER.fullmatch(typed) is None:
        raise InvalidAnswerError(_NEITHER)
    return int(typed)
