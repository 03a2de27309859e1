"""How sure the difference between two sides is: Welch's interval and Hedges' g."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.agreement import variance
from zelfanalyse.analysis.quantile import t_quantile
from zelfanalyse.analysis.scoring import mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    Values = Sequence[Fraction]

TWO_SIDED_95 = 0.975


class Interval(NamedTuple):
    """The 95 % interval of a difference, in points, with its standard error and degrees."""

    low: float
    high: float
    se: float
    df: float

    @property
    def excludes_zero(self) -> bool:
        """Whether no difference at all is outside the interval."""
        return self.low > 0 or self.high < 0


def welch(own: Sequence[Values], external: Sequence[Values]) -> Interval | None:
    """Return the interval of the difference between two sides, each the mean of its groups.

    A side is given as its groups, each with one voice: the variance is Σ s²/n over the squared
    number of groups, the degrees of freedom Welch–Satterthwaite's. With one group a side this is
    Welch's own. None where a group has one person, or where nobody differs within any group.
    """
    parts = [*_parts(own), *_parts(external)]
    known = [(share, n) for share, n in parts if share is not None]
    total = sum(share for share, _ in known)
    if not parts or len(known) < len(parts) or total == 0:
        return None
    df = float(total * total / sum(share * share / (n - 1) for share, n in known))
    difference = float(_mean(own) - _mean(external))
    se = math.sqrt(total)
    reach = t_quantile(TWO_SIDED_95, df) * se
    return Interval(difference - reach, difference + reach, se, df)


def _mean(groups: Sequence[Values]) -> Fraction:
    return mean([mean(values) for values in groups])


def _parts(groups: Sequence[Values]) -> list[tuple[Fraction | None, int]]:
    """Return each group's share in the variance of its side's mean, and its number."""
    parts = []
    for values in groups:
        spread = variance(values)
        share = None if spread is None else spread / len(values) / len(groups) ** 2
        parts.append((share, len(values)))
    return parts


def hedges_g(own: Values, external: Values) -> float | None:
    """Return the difference in pooled standard deviations, with the exact correction J.

    None below two people a side, and where everyone of both sides gives the same answer.
    """
    spreads = variance(own), variance(external)
    if spreads[0] is None or spreads[1] is None:
        return None
    df = len(own) + len(external) - 2
    pooled = (spreads[0] * (len(own) - 1) + spreads[1] * (len(external) - 1)) / df
    if pooled == 0:
        return None
    correction = math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
    return float(mean(own) - mean(external)) / math.sqrt(pooled) * correction
