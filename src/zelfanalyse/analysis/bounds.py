"""The ends of a scale: the mean of a few whole answers near one tells every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.scoring import HALF
from zelfanalyse.analysis.told import End

if TYPE_CHECKING:
    from fractions import Fraction

BLUNT_BELOW = 10  # from this many people a mean near an end of the scale tells nobody's answer


def end_near(
    mean: Fraction, people: int, low: int | Fraction, high: int | Fraction, step: int | Fraction = 1
) -> End | None:
    """Return the end that a mean is within one answer step of, when few people are behind it.

    ``people`` are those who are not on the record: anyone can subtract the others. With none of
    them there is nobody to protect.
    """
    if not 0 < people < BLUNT_BELOW:
        return None
    if (high - mean) * people <= step:
        return End.HIGH
    return End.LOW if (mean - low) * people <= step else None


def end_within_reach(mean: Fraction, low: int, high: int) -> End | None:
    """Return the end that a mean is within half a step of: then it can be told as a bound."""
    if high - mean <= HALF:
        return End.HIGH
    return End.LOW if mean - low <= HALF else None
