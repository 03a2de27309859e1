"""How much a group agrees and how sure a gap is, told only for enough people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis import agreement
from zelfanalyse.analysis.chance import critical_rwg
from zelfanalyse.analysis.interval import hedges_g, welch
from zelfanalyse.analysis.result import Certainty, Evidence, Score, Spread, Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.measure import Subject
    from zelfanalyse.analysis.result import Measure
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Method

INTERVAL_GROUP = 3  # people a side: with fewer no word about how sure a gap is


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


def _strata(dossier: Dossier, subject: Subject, source: Source) -> list[list[Fraction]]:
    groups = (
        subject.values(item.id) for item in dossier.settings.perspectives if item.source is source
    )
    return [values for values in groups if values]
