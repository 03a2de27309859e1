"""A list with every kind of question, and people who fill it in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.questionnaire.lists import EVERY_KIND, read
from zelfanalyse.response.session import Invitation, Session

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.model import Answer

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)
CODE = "K7F3-QX9M"
LIST = read(EVERY_KIND)
QUESTIONS = {question.id: question for question in LIST.every_question}
DIRECTIE = Invitation(
    dossier="vecht", round="2026", perspective="directie", perspective_title="D", source="zelf"
)
RAAD = Invitation(
    dossier="vecht", round="2026", perspective="raad", perspective_title="R", source="zelf"
)
NOWHERE = Path("nergens")


def begun(invitation: Invitation = DIRECTIE) -> Session:
    """Return a session at its first question."""
    return Session.begin(LIST, invitation, CODE, NOW)


def at(name: str, session: Session | None = None) -> Session:
    """Return a session at the question with this id."""
    return (session or begun()).go_to(QUESTIONS[name])


def answered(answers: dict[str, Answer], session: Session | None = None) -> Session:
    """Return a session in which these questions have been answered, one by one."""
    session = session or begun()
    for name, answer in answers.items():
        session = at(name, session).answer(answer)
    return session


def names(questions: tuple[Question, ...]) -> list[str]:
    """Return the ids of questions."""
    return [question.id for question in questions]
