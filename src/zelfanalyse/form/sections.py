"""The questions of a session in titled groups, for the side panel, the overview and the path."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.questionnaire.questions import (
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
    from zelfanalyse.questionnaire.model import Questionnaire
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
    titles = _factor_titles(session.questionnaire)
    groups = groupby(session.questions, key=lambda item: titles.get(item.id) or _title(item))
    return tuple(Section(*title, tuple(questions)) for title, questions in groups)


def section_of(session: Session) -> Section:
    """Return the section of the current question; asked at each key, so without all others."""
    factor = session.factor
    if factor is not None:
        clusters = {item.id: item.title for item in session.questionnaire.clusters}
        asked_ids = {item.id for item in session.questions}
        asked = tuple(item for item in factor.statements if item.id in asked_ids)
        return Section(clusters[factor.cluster], factor.title, asked)
    here = session.current
    return next(
        group for group in sections(session) if any(item is here for item in group.questions)
    )


def _factor_titles(questionnaire: Questionnaire) -> dict[str, tuple[str, str]]:
    """Return the cluster and factor of every statement; drawn at each key, so in one go."""
    clusters = {item.id: item.title for item in questionnaire.clusters}
    return {
        statement.id: (clusters[factor.cluster], factor.title)
        for factor in questionnaire.factors
        for statement in factor.statements
    }


def _title(question: Question) -> tuple[str, str]:
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
