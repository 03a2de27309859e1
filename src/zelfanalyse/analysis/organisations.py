"""Several dossiers side by side: which factors all of them share, and how far views differ.

Every figure is one of the results. Nothing is added up, and nobody has a place in a row.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.rounds import changes, is_same_scale
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.questionnaire.model import Factor, Questionnaire


class Shared(NamedTuple):
    """A factor that everyone was asked in the same words, as each dossier has it."""

    questionnaire: Questionnaire
    factor: Factor
    items: tuple[FactorResult, ...]  # in the order of the dossiers

    def printed(self, source: Source) -> list[Fraction | None]:
        """Return what is printed of every dossier on one side; none where there is no figure."""
        scores = [item.measure.sources[source] for item in self.items]
        return [
            Fraction(displayed(score.value)) if score.is_told and score.value is not None else None
            for score in scores
        ]

    def spread(self, source: Source) -> Fraction | None:
        """Return how far the views on one side lie apart, of two dossiers or more."""
        told = [value for value in self.printed(source) if value is not None]
        return max(told) - min(told) if len(told) > 1 else None

    @property
    def largest(self) -> Fraction:
        """The largest of the spreads of both sides."""
        return max((self.spread(source) or Fraction(0) for source in Source), default=Fraction(0))


class Beside(NamedTuple):
    """What several dossiers share, the largest spread first, and what is left out."""

    shared: tuple[Shared, ...]
    other_words: tuple[str, ...]  # factors whose statements are not the same everywhere
    not_everywhere: tuple[str, ...]  # factors that not every dossier has
    other_scale: tuple[str, ...]  # lists with another scale or question
    lists_not_everywhere: tuple[str, ...]


def beside(cases: Sequence[Sequence[Result]]) -> Beside:
    """Return what some dossiers, each with the results of its lists, have in common."""
    shared: list[Shared] = []
    words: list[str] = []
    absent: list[str] = []
    scales: list[str] = []
    found = [{item.questionnaire.id: item for item in results} for results in cases]
    for name in found[0]:
        results = [lists[name] for lists in found if name in lists]
        if len(results) < len(cases):
            continue
        first = results[0].questionnaire
        if not all(is_same_scale(first, item.questionnaire) for item in results):
            scales.append(first.title)
            continue
        for factors in _by_factor(results):
            title = factors[0].factor.title
            if len(factors) < len(cases):
                absent.append(title)
            elif any(changes(factors[0].factor, item.factor) for item in factors):
                words.append(title)
            else:
                shared.append(Shared(first, factors[0].factor, tuple(factors)))
    return Beside(
        tuple(sorted(shared, key=lambda item: -item.largest)),
        tuple(words),
        tuple(absent),
        tuple(scales),
        _partly(cases),
    )


def _by_factor(results: Iterable[Result]) -> Iterator[list[FactorResult]]:
    """Yield every factor with what each result has of it, in the order of the lists."""
    factors: dict[str, list[FactorResult]] = {}
    for result in results:
        for item in result.factors:
            factors.setdefault(item.factor.id, []).append(item)
    yield from factors.values()


def _partly(cases: Sequence[Sequence[Result]]) -> tuple[str, ...]:
    """Return the titles of the lists that some dossiers have and others have not."""
    titles: dict[str, list[str]] = {}
    for results in cases:
        for item in results:
            titles.setdefault(item.questionnaire.id, []).append(item.questionnaire.title)
    return tuple(found[0] for found in titles.values() if len(found) < len(cases))
