"""The difference between self and external, and how it reads."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.scoring import DEFAULT, Band, band, displayed, exact, percentage

if TYPE_CHECKING:
    from zelfanalyse.dossier.model import Method
    from zelfanalyse.questionnaire.model import Scale


class Reading(Enum):
    """How a gap reads: six groups after Brutus, Fleenor and Taylor; a shared view has two ends."""

    SELF_HIGHER = "zelf positiever"
    BLIND_SPOT = "zelf positiever: mogelijke blinde vlek"
    SHARED_STRENGTH = "gedeelde kracht"
    SHARED_CONCERN = "gedeelde zorg"
    DEVELOPING = "in ontwikkeling"
    HIDDEN_STRENGTH = "buiten positiever: verborgen kracht"
    EXTERNAL_HIGHER = "buiten positiever"


class Gap(NamedTuple):
    """Self minus external, in points of the scale; a list without bands has no reading of it."""

    value: Fraction
    percent: Fraction
    reading: Reading | None

    @property
    def is_notable(self) -> bool:
        """Whether the two sides see it differently enough to talk about."""
        return self.reading in _DIFFERENT


_DIFFERENT = {
    Reading.SELF_HIGHER,
    Reading.BLIND_SPOT,
    Reading.HIDDEN_STRENGTH,
    Reading.EXTERNAL_HIGHER,
}


def gap(
    self_score: Fraction,
    external: Fraction,
    scale: Scale,
    method: Method = DEFAULT,
    *,
    has_bands: bool = True,
) -> Gap:
    """Return the gap between two source means on one scale; positive when self is higher.

    Its reading follows what is printed, of the gap and of the threshold: where a report says
    'vanaf 0,6', what prints as 0,6 is notable.
    """
    value = self_score - external
    if not has_bands:
        return Gap(value, _percent(value, scale), None)
    printed = Fraction(displayed(value))
    bands = (
        band(self_score, scale.first, scale.last, method),
        band(external, scale.first, scale.last, method),
    )
    return Gap(
        value,
        _percent(value, scale),
        _reading(printed, *bands, Fraction(displayed(notable_from(scale, method)))),
    )


def notable_from(scale: Scale, method: Method) -> Fraction:
    """Return from how many points a gap is notable on this scale."""
    return exact(method.notable) / 100 * (scale.last - scale.first)


def _percent(value: Fraction, scale: Scale) -> Fraction:
    return percentage(value + scale.first, scale.first, scale.last)


def _reading(points: Fraction, own: Band, external: Band, notable: Fraction) -> Reading:
    if points >= notable:
        return Reading.SELF_HIGHER if external is Band.STRONG else Reading.BLIND_SPOT
    if points <= -notable:
        return Reading.HIDDEN_STRENGTH if external is Band.STRONG else Reading.EXTERNAL_HIGHER
    if own is external is Band.STRONG:
        return Reading.SHARED_STRENGTH
    if own is external is Band.CONCERN:
        return Reading.SHARED_CONCERN
    return Reading.DEVELOPING
