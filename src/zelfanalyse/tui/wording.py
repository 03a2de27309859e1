"""The words on more than one screen, and how an answer is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from zelfanalyse.questionnaire.model import Choice, Question, Size
from zelfanalyse.response.model import AnswerState, BalanceAnswer, Missing
from zelfanalyse.text import visible

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
_MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]


def literal(text: str, style: str = "") -> Content:
    """Return text from a file or a person as it reads: never markup, never a control code."""
    return Content.styled(visible(text), style)


def moment(when: datetime) -> str:
    """Return a date and time like ``21 november 10:02``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when:%H:%M}"


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
    if question.id in session.response.statements or (
        question.id in session.response.mirror_statements
    ):
        return f"{number} {session.questionnaire.points.label(number)}"
    return str(number)
