"""How much people agree, how sure a gap is, what a list tells apart: only for enough people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis import agreement
from zelfanalyse.analysis.chance import critical_rwg
from zelfanalyse.analysis.interval import hedges_g, welch
from zelfanalyse.analysis.reliability import between_groups, cronbach_alpha
from zelfanalyse.analysis.result import (
    Certainty,
    Coefficient,
    Evidence,
    Score,
    Spread,
    Status,
)
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.measure import Subject
    from zelfanalyse.analysis.reliability import Estimate
    from zelfanalyse.analysis.result import Measure
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Method

INTERVAL_GROUP = 3  # people a side: with fewer no word about how sure a gap is
ALPHA_PEOPLE, ALPHA_ITEMS = 30, 3  # below these alpha's interval is too wide to say anything
ICC_GROUPS = 10  # perspectives: with fewer there are hardly differences between groups to measure


def spreads(
    dossier: Dossier, subject: Subject, scores: Measure, items: Sequence[Subject] = ()
) -> Mapping[str, Spread]:
    """Return the agreement within each perspective whose score on the subject is shown.

    ``items`` are the statements of a factor; with them the two figures for several items follow.
    """
    method = dossier.settings.method
    return {
        name: _spread(
            subject.values(name),
            [item.values(name) for item in items],
            (subject.low, subject.high),
            method,
        )
        for name, score in scores.perspectives.items()
        if is_told(score)
    }


def is_told(score: Score) -> bool:
    """Whether the report prints a figure for this score."""
    return score.status in {Status.SHOWN, Status.BOUNDED}


def _spread(
    values: Sequence[Fraction],
    items: Sequence[Sequence[Fraction]],
    ends: tuple[int, int],
    method: Method,
) -> Spread:
    low, high = ends
    options = high - low + 1
    n = len(values)
    word, may_be_chance = None, False
    if n >= max(method.word_group, method.minimum_group):
        word = agreement.agreement_word(values, options)
        raw, critical = agreement.rwg(values, options), critical_rwg(options, n)
        may_be_chance = raw is not None and (critical is None or raw < critical)
    if n < max(method.spread_group, method.minimum_group):
        return Spread(Status.SMALL, word, may_be_chance)
    return Spread(
        Status.SHOWN,
        word,
        may_be_chance,
        sd=agreement.standard_deviation(values),
        ad=agreement.average_deviation(values),
        rwg=agreement.rwg(values, options),
        awg=agreement.awg(values, low, high),
        rwg_star_j=agreement.rwg_star_j(items, options),
        rwg_j=agreement.rwg_j(items, options),
    )


def evidence(dossier: Dossier, subject: Subject, gap: Gap | None) -> Evidence | None:
    """Return what speaks for a gap; none where there is no gap to tell.

    The interval is Welch's, stratified over the perspectives where each has one voice.
    """
    if gap is None:
        return None
    method = dossier.settings.method
    own, external = (_strata(dossier, subject, source) for source in Source)
    people = [[value for group in side for value in group] for side in (own, external)]
    own_n, external_n = (len(side) for side in people)
    fewest = min(own_n, external_n)
    strata = [own, external] if method.voice == "perspectief" else [[side] for side in people]
    interval = welch(strata[0], strata[1]) if fewest >= INTERVAL_GROUP else None
    certainty = None
    if fewest < INTERVAL_GROUP:
        certainty = Certainty.TOO_FEW
    elif gap.is_notable:
        sure = interval is not None and interval.excludes_zero
        certainty = Certainty.CLEAR if sure else Certainty.HINT
    if fewest < max(method.spread_group, method.minimum_group):
        return Evidence(certainty, Status.SMALL, own_n, external_n)
    g = hedges_g(people[0], people[1])
    return Evidence(certainty, Status.SHOWN, own_n, external_n, interval, g)


def coefficients(
    dossier: Dossier, subject: Subject, scores: Measure, items: Sequence[Subject]
) -> Mapping[str, Coefficient]:
    """Return alpha and ICC(1) of a factor, for one person and for the mean of a group.

    Over the perspectives whose score on the factor is shown as a figure. Alpha is over the people
    among them who answered every one of ``items``. Absent is what this dossier can never have.
    """
    told = [name for name, score in scores.perspectives.items() if score.status is Status.SHOWN]
    found = {}
    if len(items) >= ALPHA_ITEMS:
        rows = [row for name in told for row in _complete(items, name)]
        enough = len(rows) >= max(ALPHA_PEOPLE, dossier.settings.method.minimum_group)
        found["alpha"] = _told(cronbach_alpha(rows) if enough else None, enough=enough)
    if len(scores.perspectives) >= ICC_GROUPS:
        enough = len(told) >= ICC_GROUPS
        icc = between_groups([subject.values(name) for name in told]) if enough else None
        found["icc1"] = _told(icc and icc.single, enough=enough)
        found["icc1_k"] = _told(icc and icc.mean, enough=enough)
    return found


def _complete(items: Sequence[Subject], perspective: str) -> Iterator[list[Fraction]]:
    """Yield the values of everyone of a perspective who has one on every item."""
    for respondent in items[0].groups[perspective]:
        values = [item.groups[perspective][respondent].value for item in items]
        known = [value for value in values if value is not None]
        if len(known) == len(items):
            yield known


def _told(estimate: Estimate | None, *, enough: bool) -> Coefficient:
    if not enough:
        return Coefficient(Status.SMALL)
    return Coefficient(Status.UNDEFINED if estimate is None else Status.SHOWN, estimate)


def _strata(dossier: Dossier, subject: Subject, source: Source) -> list[list[Fraction]]:
    groups = (
        subject.values(item.id) for item in dossier.settings.perspectives if item.source is source
    )
    return [values for values in groups if values]
