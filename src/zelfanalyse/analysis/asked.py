"""What each group was asked. What was not asked is not open: it counts nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Factor
    from zelfanalyse.questionnaire.questions import Question


def as_asked(dossier: Dossier) -> Dossier:
    """Return the dossier without what people of a short form answered to any other question.

    They can have: a group that gets the short form from now on may have had the whole list.
    """
    kept = {
        item.id: questions_of(dossier, item)
        for item in dossier.settings.perspectives
        if item.is_short and dossier.questionnaire.has_short_form
    }
    responses = (
        item.only(kept[item.perspective]) if item.perspective in kept else item
        for item in dossier.responses
    )
    return replace(dossier, responses=tuple(responses))


def questions_of(dossier: Dossier, perspective: Perspective) -> tuple[Question, ...]:
    """Return what a perspective is asked."""
    return dossier.questionnaire.questions(
        perspective.id,
        perspective.source.value,
        predicts=perspective.predicts,
        short=perspective.is_short,
    )


def unasked(dossier: Dossier, names: Collection[str]) -> frozenset[str]:
    """Return the perspectives that are asked none of the questions with these ids."""
    return frozenset(
        item.id
        for item in dossier.settings.perspectives
        if not any(question.id in names for question in questions_of(dossier, item))
    )


def as_each_knows(dossier: Dossier, factor: Factor) -> Mapping[str, Factor]:
    """Return the factor per perspective, with the statements that it was asked and no others."""
    found = {}
    for item in dossier.settings.perspectives:
        if item.is_short and dossier.questionnaire.has_short_form:
            core = tuple(statement for statement in factor.statements if statement.core)
            found[item.id] = factor.model_copy(update={"statements": core})
        else:
            found[item.id] = factor
    return found
