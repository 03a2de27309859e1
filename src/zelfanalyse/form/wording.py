"""The words on more than one screen, and how an answer is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.days import day
from zelfanalyse.questionnaire.questions import (
    Choice,
    MirrorStatement,
    Prediction,
    Question,
    Size,
    Statement,
)
from zelfanalyse.response.model import AnswerState, BalanceAnswer, Missing

if TYPE_CHECKING:
    from datetime import datetime

    from zelfanalyse.response.session import Session

STATES = {
    AnswerState.ANSWERED: ("x", "beantwoord"),
    AnswerState.DONT_KNOW: ("?", "weet niet"),
    AnswerState.NOT_APPLICABLE: ("-", "n.v.t."),
    AnswerState.OPEN: (" ", "open"),
}
SIZES = {
    Size.SMALLER: "een kleinere partner",
    Size.LARGER: "een grotere partner",
    Size.EQUAL: "even groot als de andere(n)",
    Size.OBSERVER: "een buitenstaander",
}
MISSING = {
    Missing.DONT_KNOW: "weet ik niet",
    Missing.NOT_APPLICABLE: "niet van toepassing",
}


def moment(when: datetime) -> str:
    """Return a date and time like ``21 november 10:02``."""
    return f"{day(when)} {when:%H:%M}"


def asked_about(session: Session, question: Question) -> str:
    """Return what is asked about a text that is scored; empty where the text is the question."""
    if isinstance(question, Prediction):
        return "Wat denkt u: wat antwoorden mensen van buiten?"
    scored = isinstance(question, Statement | MirrorStatement)
    return session.questionnaire.question if scored else ""


def answer_in_words(session: Session, question: Question) -> str:
    """Return the answer to a question on one line, or ``nog open``."""
    answer = session.response.answer_to(question)
    match answer:
        case None:
            return "nog open"
        case Missing():
            return MISSING[answer]
        case Size():
            return SIZES[answer]
        case BalanceAnswer():
            return f"nu {answer.now or '…'}, gewenst {answer.wanted or '…'}"
        case tuple():
            return "; ".join(_option_texts(question, answer))
        case str():
            return " ".join(answer.split())
        case int():
            return _number_in_words(session, question, answer)


def _option_texts(question: Question, chosen: tuple[str, ...]) -> list[str]:
    options = question.options if isinstance(question, Choice) else ()
    return [option.text for option in options if option.id in chosen]


def _number_in_words(session: Session, question: Question, number: int) -> str:
    if isinstance(question, Statement | MirrorStatement | Prediction):
        return f"{number} {session.questionnaire.points.label(number)}"
    return str(number)
