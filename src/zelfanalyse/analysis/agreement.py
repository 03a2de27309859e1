"""How much the people of one group agree. Variances use n − 1; values are exact fractions."""

from __future__ import annotations

import math
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.scoring import mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    Values = Sequence[Fraction]


class AgreementWord(Enum):
    """The three words of the report, from the average deviation in points."""

    UNITED = "eensgezind"
    FAIRLY = "redelijk eens"
    DIVIDED = "verdeeld"


def variance(values: Values) -> Fraction | None:
    """Return the sample variance (n − 1) in squared points; none below two values."""
    n = len(values)
    if n < 2:  # noqa: PLR2004 - one value has no spread
        return None
    middle = mean(values)
    return sum(((value - middle) ** 2 for value in values), Fraction(0)) / (n - 1)


def standard_deviation(values: Values) -> float | None:
    """Return the sample standard deviation in points; none below two values."""
    spread = variance(values)
    return None if spread is None else math.sqrt(spread)


def average_deviation(values: Values) -> Fraction | None:
    """Return AD_M, the mean distance from the mean in points (Burke & Dunlap 2002)."""
    if not values:
        return None
    middle = mean(values)
    return sum((abs(value - middle) for value in values), Fraction(0)) / len(values)


def null_variance(options: int) -> Fraction:
    """Return the variance of random answering on a scale of ``options`` points: (A² − 1) / 12."""
    return Fraction(options * options - 1, 12)


def rwg(values: Values, options: int) -> Fraction | None:
    """Return the raw rwg, 1 at complete agreement and below 0 where a group is polarised.

    James, Demaree & Wolf 1984. The report shows it truncated at 0.
    """
    spread = variance(values)
    return None if spread is None else 1 - spread / null_variance(options)


def awg(values: Values, low: int, high: int) -> Fraction | None:
    """Return awg, from −1 (polarised) to 1 (Brown & Hauenstein 2005).

    None below two values, and where the mean is so near an end that awg is not defined.
    """
    spread = variance(values)
    if spread is None:
        return None
    n, middle = len(values), mean(values)
    if middle in {low, high}:
        return Fraction(1)
    nearest_low, nearest_high = Fraction(low * (n - 1) + high, n), Fraction(high * (n - 1) + low, n)
    if not nearest_low <= middle <= nearest_high:
        return None
    most = ((high + low) * middle - middle * middle - high * low) * Fraction(n, n - 1)
    return 1 - 2 * spread / most


def rwg_star_j(items: Sequence[Values], options: int) -> Fraction | None:
    """Return r*wg(J) of several items: 1 minus the mean variance over that of chance (Lindell).

    Each item has its own respondents, so that one missing answer drops nobody else's.
    """
    mean_variance = _mean_variance(items)
    return None if mean_variance is None else 1 - mean_variance / null_variance(options)


def rwg_j(items: Sequence[Values], options: int) -> Fraction | None:
    """Return rwg(J) of several items, 0 to 1 (James, Demaree & Wolf 1984)."""
    mean_variance = _mean_variance(items)
    if mean_variance is None:
        return None
    null = null_variance(options)
    kept = 1 - min(mean_variance, null) / null
    return len(items) * kept / (len(items) * kept + 1 - kept)


def _mean_variance(items: Sequence[Values]) -> Fraction | None:
    spreads = [variance(values) for values in items]
    known = [spread for spread in spreads if spread is not None]
    return mean(known) if known and len(known) == len(spreads) else None


def agreement_word(values: Values, options: int) -> AgreementWord | None:
    """Return the word for a group: AD below A/10, up to A/6, or above (Burke & Dunlap 2002)."""
    deviation = average_deviation(values)
    if deviation is None:
        return None
    if deviation < Fraction(options, 10):
        return AgreementWord.UNITED
    return AgreementWord.FAIRLY if deviation <= Fraction(options, 6) else AgreementWord.DIVIDED
