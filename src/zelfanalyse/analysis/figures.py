"""Every figure of a result in one flat row, for other tools to read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.told import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.mirror import Mirror
    from zelfanalyse.analysis.result import ChoiceResult, Result
    from zelfanalyse.analysis.sides import Side, SideScore
    from zelfanalyse.analysis.told import Coefficient, Evidence, Measure, Score, Spread, Tallies
    from zelfanalyse.dossier.model import Source

ONE_ITEM = {"sd": "sd", "ad": "ad", "rwg": "rwg", "awg": "awg"}
SEVERAL_ITEMS = {**ONE_ITEM, "rster_wg": "rwg_star_j", "rwg_j": "rwg_j"}

# The figures of the mirror, and what a ``Mirror`` calls them.
DERIVED = {
    "u": "u",
    "d": "d",
    "niveau_calimero": "level",
    "kanteling": "tilt",
    "overeenstemming": "agreement",
    "nauwkeurigheid_groot": "accuracy_large",
    "nauwkeurigheid_klein": "accuracy_small",
}


class Figure(NamedTuple):
    """One figure, with what it is of and why it is absent when it is."""

    maat: str
    niveau: str
    id: str
    bron: str = ""
    perspectief: str = ""
    waarde: float | None = None
    n: int | None = None
    weet_niet: int | None = None
    nvt: int | None = None
    status: str = ""


def fingerprint_of(*results: Result) -> str:
    """Return twelve digits that are the same for the same figures, and for no others."""
    rows = "\n".join(repr(figure) for result in results for figure in figures(result))
    return sha256(rows.encode()).hexdigest()[:12]


def figures(result: Result) -> Iterator[Figure]:
    """Yield every figure, in the order of the report."""
    sides = {item.id: item.source.value for item in result.settings.perspectives}
    for cluster in result.clusters:
        name = cluster.cluster.id
        for source, score in cluster.sources.items():
            yield from _score("cluster", name, source.value, "", score)
        yield from _gap("cluster", name, cluster.gap, None, cluster.sources)
    for factor in result.factors:
        name = factor.factor.id
        yield from _measure("factor", name, factor.measure, sides)
        yield from _gap("factor", name, factor.gap, factor.evidence, factor.measure.sources)
        yield from _spreads("factor", name, factor.spread, sides, SEVERAL_ITEMS)
        yield from _coefficients(name, factor.coefficients)
        for item in factor.statements:
            name = item.statement.id
            yield from _measure("stelling", name, item.measure, sides)
            yield from _gap("stelling", name, item.gap, item.evidence, item.measure.sources)
            yield from _spreads("stelling", name, item.spread, sides, ONE_ITEM)
    for unseen in result.unseen:
        group, share = unseen.perspective, float(unseen.share)
        place = "factor", unseen.factor.id, group.source.value, group.id
        yield Figure("aandeel_weet_niet", *place, share, status=Status.SHOWN.value)
    yield from _unscored(result, sides)
    if result.mirror is not None:
        yield from _mirror(result.questionnaire.id, result.mirror)


def _unscored(result: Result, sides: Mapping[str, str]) -> Iterator[Figure]:
    """Yield the figures of what is asked besides statements and the mirror."""
    for guess in result.predictions:
        group = guess.perspective
        place = "voorspelling", guess.statement.id, group.source.value, group.id
        yield from _score(*place, guess.predicted)
    for mark in result.marks:
        yield from _measure("cijfer", mark.mark.id, mark.measure, sides)
    for balance in result.balances:
        places = tuple(str(place) for place in range(1, balance.balance.steps + 1))
        for moment, measure, chosen in (
            ("nu", balance.now, balance.places_now),
            ("gewenst", balance.wanted, balance.places_wanted),
        ):
            name = f"{balance.balance.id}/{moment}"
            yield from _measure("balans", name, measure, sides)
            yield from _tallies("balans", name, places, chosen, sides)
    for choice in result.choices:
        options = tuple(option.id for option in choice.choice.options)
        yield from _tallies("keuze", choice.choice.id, options, choice, sides)


def _measure(level: str, name: str, measure: Measure, sides: Mapping[str, str]) -> Iterator[Figure]:
    for perspective, score in measure.perspectives.items():
        yield from _score(level, name, sides[perspective], perspective, score)
    for source, score in measure.sources.items():
        yield from _score(level, name, source.value, "", score)


def _score(level: str, name: str, side: str, perspective: str, score: Score) -> Iterator[Figure]:
    counts = score.n, score.dont_know, score.not_applicable
    for kind, value in (("score", score.value), ("procent", score.percent)):
        told = _float(value) if score.is_told else None
        yield Figure(kind, level, name, side, perspective, told, *counts, score.status.value)


def _gap(
    level: str,
    name: str,
    gap: Gap | None,
    evidence: Evidence | None,
    sources: Mapping[Source, Score],
) -> Iterator[Figure]:
    """Yield a gap with its interval; without a gap the reason stands in every row of it."""
    reasons = [item.status for item in sources.values() if item.status is not Status.SHOWN]
    status = Status.SHOWN if gap is not None else reasons[0]
    for kind, exact in (("kloof", gap and gap.value), ("kloof_procent", gap and gap.percent)):
        yield Figure(kind, level, name, waarde=_float(exact), status=status.value)
    if level == "cluster":
        return
    ends = evidence.interval if evidence else None
    values = {
        "kloof_laag": ends.low if ends else None,
        "kloof_hoog": ends.high if ends else None,
        "hedges_g": evidence.hedges_g if evidence else None,
    }
    sure = evidence.status if evidence else status
    for kind, value in values.items():
        yield Figure(kind, level, name, waarde=value, status=_defined(sure, value))


def _spreads(
    level: str,
    name: str,
    spreads: Mapping[str, Spread],
    sides: Mapping[str, str],
    kinds: Mapping[str, str],
) -> Iterator[Figure]:
    for perspective, spread in spreads.items():
        for kind, field in kinds.items():
            value = _float(getattr(spread, field))
            status = _defined(spread.status if kind in ONE_ITEM else spread.several, value)
            side = sides[perspective]
            yield Figure(kind, level, name, side, perspective, value, status=status)


def _coefficients(name: str, found: Mapping[str, Coefficient]) -> Iterator[Figure]:
    for kind, item in found.items():
        ends = item.estimate or (None, None, None)
        for end, value in zip(("", "_laag", "_hoog"), ends, strict=True):
            yield Figure(f"{kind}{end}", "factor", name, waarde=value, status=item.status.value)


def _tallies(
    level: str,
    name: str,
    answers: tuple[str, ...],
    found: Tallies | ChoiceResult,
    sides: Mapping[str, str],
) -> Iterator[Figure]:
    """Yield how many gave each answer, per perspective and per source."""
    places = [(sides[group], group, tally) for group, tally in found.perspectives.items()]
    places += [(source.value, "", tally) for source, tally in found.sources.items()]
    for side, perspective, tally in places:
        for place, answer in enumerate(answers):
            about = level, f"{name}/{answer}", side, perspective
            count = float(tally.counts[place]) if tally.counts else None
            yield Figure("gekozen", *about, count, tally.n, status=tally.status.value)


def _mirror(name: str, mirror: Mirror) -> Iterator[Figure]:
    for maat, field in DERIVED.items():
        value = _float(getattr(mirror, field))
        yield Figure(maat, "spiegel", name, waarde=value, status=mirror.status(field).value)
    for block in mirror.blocks:
        yield from _sides("blok", block, mirror.printed(block))
    for point in mirror.triples:
        yield from _sides("punt", point.statement.id, point.sides)


def _sides(level: str, name: str, sides: Mapping[Side, SideScore]) -> Iterator[Figure]:
    for side, score in sides.items():
        value, counts = _float(score.value), (score.n, score.dont_know, score.not_applicable)
        yield Figure("risico", level, name, "", side.value, value, *counts, score.status.value)


def _defined(status: Status, value: float | None) -> str:
    """Return the status of a figure that may be shown but need not exist."""
    missing = status is Status.SHOWN and value is None
    return (Status.UNDEFINED if missing else status).value


def _float(value: Fraction | float | None) -> float | None:
    return None if value is None else float(value)
