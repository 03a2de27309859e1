"""Which answers a question can have: one rule for the screen, the file and the merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.questionnaire.questions import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Question,
    Size,
    SizeQuestion,
    Statement,
)
from zelfanalyse.response.model import MAX_TEXT, Answer, BalanceAnswer, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zelfanalyse.questionnaire.model import Questionnaire

NO_MISSING = "dit antwoord kan hier niet. U mag de vraag open laten."
MAX_COUNT = 9999  # the highest whole number an open question accepts


def problem(questionnaire: Questionnaire, question: Question, answer: Answer) -> str | None:
    """Return in Dutch why this question cannot have this answer, or none when it can."""
    if isinstance(answer, Missing):
        return None if accepts_missing(question) else NO_MISSING
    match question:
        case Statement() | MirrorStatement() | Prediction():
            return _out_of_range(answer, questionnaire.points.values)
        case Mark():
            return _out_of_range(answer, range(MARK_MIN, MARK_MAX + 1))
        case Balance():
            return _unknown_place(question, answer)
        case Choice():
            return _unknown_option(question, answer)
        case SizeQuestion():
            return None if isinstance(answer, Size) else "kies een van de vier mogelijkheden."
        case OpenQuestion():
            return _wrong_words(question, answer)


def accepts_missing(question: Question) -> bool:
    """Whether 'weet niet' and 'n.v.t.' are answers.

    One's own words and size are always known; who cannot predict leaves it open.
    """
    return not isinstance(question, OpenQuestion | SizeQuestion | Prediction)


def _out_of_range(answer: Answer, values: range) -> str | None:
    if isinstance(answer, int) and answer in values:
        return None
    return f"het antwoord moet een getal van {values[0]} tot en met {values[-1]} zijn."


def _unknown_place(question: Balance, answer: Answer) -> str | None:
    if not isinstance(answer, BalanceAnswer):
        return "hier horen twee plekken: nu en gewenst."
    places: Iterable[int | None] = (answer.now, answer.wanted)
    if any(place is not None and not 1 <= place <= question.steps for place in places):
        return f"een plek op de lijn is een getal van 1 tot en met {question.steps}."
    return None


def _unknown_option(question: Choice, answer: Answer) -> str | None:
    if not isinstance(answer, tuple) or not answer:
        return "kies minstens één mogelijkheid."
    known = {option.id for option in question.options}
    unknown = next((name for name in answer if name not in known), None)
    if unknown is not None:
        return f"'{unknown}' is geen mogelijkheid van deze vraag."
    if len(set(answer)) < len(answer):
        return "een mogelijkheid staat er twee keer."
    if len(answer) > question.at_most:
        return f"kies er hoogstens {question.at_most}."
    return None


def _wrong_words(question: OpenQuestion, answer: Answer) -> str | None:
    if question.kind == "getal":
        fits = isinstance(answer, int) and 0 <= answer <= MAX_COUNT
        return None if fits else f"vul een heel getal in, van 0 tot en met {MAX_COUNT}."
    if not isinstance(answer, str):
        return "hier hoort tekst."
    if len(answer) > MAX_TEXT:
        return f"de tekst is langer dan {MAX_TEXT} tekens."
    return None
