"""How much people agree, how sure a gap is, what a list tells apart: only for enough people."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis import agreement
from zelfanalyse.analysis.chance import critical_rwg
from zelfanalyse.analysis.interval import hedges_g, welch
from zelfanalyse.analysis.reliability import between_groups, cronbach_alpha
from zelfanalyse.analysis.told import Certainty, Coefficient, Evidence, Spread, Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.reliability import Estimate
    from zelfanalyse.analysis.result import StatementResult
    from zelfanalyse.analysis.subject import Subject
    from zelfanalyse.analysis.told import Measure
    from zelfanalyse.dossier.folder import Dossier

INTERVAL_GROUP = 3  # people a side: with fewer no word about how sure a gap is
ALPHA_PEOPLE, ALPHA_ITEMS = 30, 3  # below these alpha's interval is too wide to say anything
ICC_GROUPS = 10  # perspectives: with fewer there are hardly differences between groups to measure


def spreads(
    dossier: Dossier,
    gate: Gate,
    subject: Subject,
    scores: Measure,
    items: Sequence[tuple[Subject, StatementResult]] = (),
) -> Mapping[str, Spread]:
    """Return the agreement within each perspective whose score on the subject is shown.

    ``gate`` is the one for figures about spread: sums of squares add up like means do. ``items``
    are the statements that count in a factor, with what is shown of them; with these the two
    figures for several items follow.
    """
    found = {}
    for name, score in scores.perspectives.items():
        if score.is_told:
            spread = _spread(dossier, gate, subject, name)
            found[name] = _with_several(spread, subject, name, items) if items else spread
    return found


def _spread(dossier: Dossier, gate: Gate, subject: Subject, name: str) -> Spread:
    method = dossier.settings.method
    values = subject.values(name)
    options = subject.high - subject.low + 1
    n = len(values)
    word, may_be_chance = None, False
    if n >= method.word_people:
        word = agreement.agreement_word(values, options)
        raw, critical = agreement.rwg(values, options), critical_rwg(options, n)
        may_be_chance = raw is not None and (critical is None or raw < critical)
    status = Status.SMALL if n < method.spread_people else _squares(dossier, gate, subject, [name])
    if status is not Status.SHOWN:
        return Spread(status, word, may_be_chance, several=status)
    return Spread(
        Status.SHOWN,
        word,
        may_be_chance,
        sd=agreement.standard_deviation(values),
        ad=agreement.average_deviation(values),
        rwg=agreement.rwg(values, options),
        awg=agreement.awg(values, subject.low, subject.high),
        counts=_counts(subject, values) if subject.item else None,
    )


def _counts(subject: Subject, values: Sequence[Fraction]) -> tuple[int, ...]:
    """Return how many people gave each answer to a statement, from low to high."""
    return tuple(values.count(Fraction(point)) for point in range(subject.low, subject.high + 1))


def _squares(dossier: Dossier, gate: Gate, subject: Subject, perspectives: Sequence[str]) -> Status:
    """Return whether a sum of squares over these people may be told.

    People on the record are known, so only the others count and are judged.
    """
    known = {item.id for item in dossier.settings.perspectives if item.on_record}
    row = subject.values_row(name for name in perspectives if name not in known)
    if 0 < len(row) < dossier.settings.method.spread_people:
        return Status.SMALL
    names = [f"spreiding/{aspect}" for aspect in subject.aspects(perspectives)]
    allowed = [gate.allows(name, row) for name in names]
    return Status.SHOWN if all(allowed) else Status.WITHHELD


def _with_several(
    spread: Spread, subject: Subject, name: str, items: Sequence[tuple[Subject, StatementResult]]
) -> Spread:
    """Return the spread of a factor with r*wg and rwg(J), where that of each statement is shown."""
    items = [(item, found) for item, found in items if name not in item.unasked]
    statuses = [
        (found.spread.get(name) or found.measure.perspectives[name]).status for _, found in items
    ]
    hidden = next((status for status in statuses if status is not Status.SHOWN), None)
    if hidden is not None:
        return replace(spread, several=hidden)
    values = [item.values(name) for item, _ in items]
    options = subject.high - subject.low + 1
    return replace(
        spread,
        several=Status.SHOWN,
        rwg_star_j=agreement.rwg_star_j(values, options),
        rwg_j=agreement.rwg_j(values, options),
    )


def evidence(dossier: Dossier, gate: Gate, subject: Subject, gap: Gap | None) -> Evidence | None:
    """Return what speaks for a gap; none where there is no gap to tell.

    The interval is Welch's, stratified over the perspectives where each has one voice. Its ends
    and g need enough people in every stratum, and the ``gate`` for figures about spread.
    """
    if gap is None:
        return None
    method = dossier.settings.method
    strata = [_strata(dossier, subject, source) for source in Source]
    own, external = (
        [[value for name in stratum for value in subject.values(name)] for stratum in side]
        for side in strata
    )
    people = [[value for group in side for value in group] for side in (own, external)]
    own_n, external_n = (len(side) for side in people)
    fewest = min(own_n, external_n)
    interval = welch(own, external) if fewest >= INTERVAL_GROUP else None
    certainty = None
    if fewest < INTERVAL_GROUP:
        certainty = Certainty.TOO_FEW
    elif gap.is_notable:
        sure = interval is not None and interval.excludes_zero
        certainty = Certainty.CLEAR if sure else Certainty.HINT
    status = Status.SMALL
    if fewest >= method.spread_people:
        found = [_squares(dossier, gate, subject, each) for side in strata for each in side]
        status = next((item for item in found if item is not Status.SHOWN), Status.SHOWN)
    if status is not Status.SHOWN:
        return Evidence(certainty, status, own_n, external_n)
    g = hedges_g(people[0], people[1])
    return Evidence(certainty, Status.SHOWN, own_n, external_n, interval, g)


def _strata(dossier: Dossier, subject: Subject, source: Source) -> list[list[str]]:
    """Return the perspectives of a side that have values, by who has one voice together."""
    names = [item.id for item in dossier.settings.of(source) if subject.values(item.id)]
    return [[name] for name in names] if dossier.settings.method.voice == "perspectief" else [names]


def coefficients(
    dossier: Dossier, gate: Gate, subject: Subject, scores: Measure, items: Sequence[Subject]
) -> Mapping[str, Coefficient]:
    """Return alpha and ICC(1) of a factor, for one person and for the mean of a group.

    Over the perspectives whose score on the factor is shown as a figure. Alpha is over the people
    among them who answered every one of ``items``. Absent is what this dossier can never have.
    """
    told = [name for name, score in scores.perspectives.items() if score.status is Status.SHOWN]
    found = {}
    if len(items) >= ALPHA_ITEMS:
        found["alpha"] = _alpha(dossier, gate, subject, told, items)
    if len(scores.perspectives) >= ICC_GROUPS:
        status = Status.SMALL
        if len(told) >= ICC_GROUPS:
            status = _squares(dossier, gate, subject, told)
        shown = status is Status.SHOWN
        icc = between_groups([subject.values(name) for name in told]) if shown else None
        found["icc1"] = _coefficient(status, icc and icc.single)
        found["icc1_k"] = _coefficient(status, icc and icc.mean)
    return found


def _alpha(
    dossier: Dossier, gate: Gate, subject: Subject, told: Sequence[str], items: Sequence[Subject]
) -> Coefficient:
    """Return alpha over everyone who answered every item.

    It rests on the spread of their scores on the factor and of their answers to every item: the
    gate sees them with the one, and with the other as one record.
    """
    known = {item.id for item in dossier.settings.perspectives if item.on_record}
    complete = {
        name: {
            person: [value for value in values if value is not None]
            for person in subject.groups[name]
            if None not in (values := [item.groups[name][person].value for item in items])
        }
        for name in told
    }
    rows = [values for group in complete.values() for values in group.values()]
    if len(rows) < max(ALPHA_PEOPLE, dossier.settings.method.minimum_group):
        return Coefficient(Status.SMALL)
    whole = {
        name: {person: subject.groups[name][person] for person in group}
        for name, group in complete.items()
    }
    status = _squares(dossier, gate, replace(subject, groups=whole), told)
    answers = [
        (person, "/".join(map(str, values)), Fraction(1))
        for name, group in complete.items()
        if name not in known
        for person, values in group.items()
    ]
    if status is Status.SHOWN and not gate.allows(f"samenhang/{subject.name}", answers):
        status = Status.WITHHELD
    return _coefficient(status, cronbach_alpha(rows) if status is Status.SHOWN else None)


def _coefficient(status: Status, estimate: Estimate | None) -> Coefficient:
    """Return a coefficient that may be told, or why there is none."""
    missing = status is Status.SHOWN and estimate is None
    return Coefficient(Status.UNDEFINED if missing else status, estimate)
