"""The questions of a session in titled groups, for the side panel, the overview and the path."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.questionnaire.model import (
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Question,
    SizeQuestion,
)
from zelfanalyse.response.model import AnswerState

if TYPE_CHECKING:
    from zelfanalyse.response.session import Session


class Section(NamedTuple):
    """Questions that follow each other and belong together; only factors have a cluster."""

    cluster: str
    title: str
    questions: tuple[Question, ...]

    @property
    def path(self) -> str:
        """Where one is, as it stands above a question."""
        return f"{self.cluster} › {self.title}" if self.cluster else self.title

    def answered(self, session: Session) -> int:
        """Return how many of its questions are no longer open."""
        return sum(session.state(item) is not AnswerState.OPEN for item in self.questions)


def sections(session: Session) -> tuple[Section, ...]:
    """Return every question of the session in its section, in the order of the screen."""
    groups = groupby(session.questions, key=lambda question: _title(session, question))
    return tuple(Section(*title, tuple(questions)) for title, questions in groups)


def section_of(session: Session) -> Section:
    """Return the section of the current question."""
    return next(item for item in sections(session) if session.current in item.questions)


def _title(session: Session, question: Question) -> tuple[str, str]:
    factor = session.questionnaire.factor_of(question)
    if factor is not None:
        clusters = {item.id: item.title for item in session.questionnaire.clusters}
        return clusters[factor.cluster], factor.title
    match question:
        case Prediction():
            return "", "Door de ogen van buiten"
        case Balance():
            return "", "Twee goede kanten"
        case Choice():
            return "", "Keuzes"
        case Mark():
            return "", "Rapportcijfers"
        case MirrorStatement() | SizeQuestion():
            return "", "Groot en klein"
        case OpenQuestion(moment="voor"):
            return "", "Vooraf"
        case _:
            return "", "Tot slot"
