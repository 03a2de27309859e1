"""What to talk about, in the order in which to do so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import Reading
from zelfanalyse.analysis.mirror import MirrorState
from zelfanalyse.analysis.result import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.questionnaire.model import Questionnaire

MIRROR = "groot-en-klein"  # the id of the topic that is no factor
MIRROR_TITLE = "Groot en klein"
LARGEST = 3  # how many topics must have a decision before a round can be closed


class Reason(Enum):
    """Why people should talk about something; the first reason comes first."""

    MIRROR = "groot en klein zien de relatie anders, of als scheef"
    DIFFERENCE = "zelf en buiten verschillen"
    DIVIDED = "het beeld binnen een groep is verdeeld"
    NOT_VISIBLE = "niet zichtbaar voor een groep"
    CONCERN = "zelf en buiten zijn allebei kritisch"


_RISKS = {MirrorState.ACKNOWLEDGED, MirrorState.UNSEEN_UNDERDOG, MirrorState.BLAME_REFLEX}
_ORDER = tuple(Reason)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to talk about, with why; ``factor`` is absent for the mirror.

    ``id`` is the same at every run, so that notes and decisions stay with their topic.
    """

    id: str
    title: str
    reasons: tuple[Reason, ...]
    result: Result
    factor: FactorResult | None = None

    @property
    def size(self) -> Fraction:
        """How far self and external are apart, in shares of the scale; 0 where not compared."""
        gap = self.factor.gap if self.factor else None
        return abs(gap.percent) / 100 if gap else Fraction(0)


def names(questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    """Return the id and title of everything that lists can make a topic of, the own list first."""
    found = {}
    for place, item in enumerate(questionnaires):
        prefix = _prefix(item, place)
        if item.mirror_statements:
            found[f"{prefix}{MIRROR}"] = MIRROR_TITLE
        found |= {f"{prefix}{factor.id}": factor.title for factor in item.factors}
    return found


def lists(questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    """Return of everything that lists can make a topic of, by its id, the title of its list."""
    return {
        f"{_prefix(item, place)}{name}": item.title
        for place, item in enumerate(questionnaires)
        for name in names([item])
    }


def topics(results: Sequence[Result]) -> tuple[Topic, ...]:
    """Return what to talk about over all lists of a dossier, the first list being its own.

    The relation between large and small comes first where there is a risk; then the largest
    differences, divided pictures, what is not visible, and shared concerns. Equals keep the order
    of their list, in which governance comes after relations.
    """
    found = [topic for place, result in enumerate(results) for topic in _of_list(result, place)]
    return tuple(sorted(found, key=lambda item: (_ORDER.index(item.reasons[0]), -item.size)))


def _of_list(result: Result, place: int) -> Iterator[Topic]:
    prefix = _prefix(result.questionnaire, place)
    if result.mirror is not None and result.mirror.state in _RISKS:
        yield Topic(f"{prefix}{MIRROR}", MIRROR_TITLE, (Reason.MIRROR,), result)
    for factor in result.factors:
        reasons = tuple(_reasons(result, factor))
        if reasons:
            yield Topic(f"{prefix}{factor.factor.id}", factor.factor.title, reasons, result, factor)


def _prefix(questionnaire: Questionnaire, place: int) -> str:
    """Return what stands before the names of another list than the dossier's own."""
    return f"{questionnaire.id}-" if place else ""


def _reasons(result: Result, item: FactorResult) -> Iterator[Reason]:
    """Yield why to talk about a factor, in the order of ``Reason``."""
    if item.gap is not None and item.gap.is_notable:
        yield Reason.DIFFERENCE
    if any(each.factor == item.factor for each in result.divided):
        yield Reason.DIVIDED
    if any(
        each.factor == item.factor and each.visibility is Visibility.NOT_VISIBLE
        for each in result.unseen
    ):
        yield Reason.NOT_VISIBLE
    if item.gap is not None and item.gap.reading is Reading.SHARED_CONCERN:
        yield Reason.CONCERN
