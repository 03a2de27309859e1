"""How far scores tell people or groups apart: Cronbach's alpha and intraclass correlations.

Both need many people, and say nothing of whether a list measures what it should: they are in the
export, for who studies the list, and not in the report.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.interval import TWO_SIDED_95
from zelfanalyse.analysis.quantile import f_quantile
from zelfanalyse.analysis.scoring import mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.agreement import Values


class Estimate(NamedTuple):
    """A coefficient, at most 1, with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


class Intraclass(NamedTuple):
    """A correlation for one rating and for the mean of all (Shrout & Fleiss 1979)."""

    single: Estimate
    mean: Estimate


def cronbach_alpha(people: Sequence[Values]) -> Estimate | None:
    """Return alpha of several items, with the interval of Feldt (1965).

    ``people`` has a row per person and an answer to every item. Alpha is the consistency of the
    mean over the items, and Feldt's interval is the one of that. None where ``consistency_of`` is.
    """
    consistency = consistency_of(people)
    return None if consistency is None else consistency.mean


def between_groups(groups: Sequence[Values]) -> Intraclass | None:
    """Return ICC(1): how much of what people differ is a difference between their groups.

    The groups may be of unequal size; the number per group is then that of the analysis of
    variance, (N − Σn²/N) / (G − 1). None below two groups, where all groups have one mean, and
    where nobody differs within any.
    """
    numbers = [len(values) for values in groups]
    total, count = sum(numbers), len(groups)
    if count < 2 or total <= count or 0 in numbers:  # noqa: PLR2004 - one group has no other
        return None
    middles = [mean(values) for values in groups]
    grand = mean([value for values in groups for value in values])
    between = sum(
        (n * (middle - grand) ** 2 for n, middle in zip(numbers, middles, strict=True)),
        Fraction(0),
    )
    within = sum(
        (
            (value - middle) ** 2
            for values, middle in zip(groups, middles, strict=True)
            for value in values
        ),
        Fraction(0),
    )
    if between == 0 or within == 0:
        return None
    size = float(Fraction(total * total - sum(n * n for n in numbers), total * (count - 1)))
    ratio = float(between / (count - 1) / (within / (total - count)))
    return _from_ratio(ratio, size, count - 1, total - count)


def consistency_of(targets: Sequence[Values]) -> Intraclass | None:
    """Return ICC(3): how alike the judges order the targets, apart from their own level.

    ``targets`` has a row per target and a rating by every judge. None below two of either,
    where all targets have one mean, and where no judge ever departs from the others.
    """
    variance = _two_way(targets)
    if variance is None:
        return None
    n, k = len(targets), len(targets[0])
    ratio = float(variance.targets / variance.error)
    return _from_ratio(ratio, k, n - 1, (n - 1) * (k - 1))


def absolute_agreement(targets: Sequence[Values]) -> Intraclass | None:
    """Return ICC(2): how alike the judges rate the targets, their own level included.

    As ``consistency_of``, for judges that stand for many others. The degrees of freedom of the
    interval are Satterthwaite's. None also where the targets differ no more than by chance.
    """
    variance = _two_way(targets)
    if variance is None or variance.targets <= variance.error:
        return None
    n, k = len(targets), len(targets[0])
    bms, jms, ems = (float(item) for item in variance)
    single = (bms - ems) / (bms + (k - 1) * ems + k * (jms - ems) / n)
    share = k * single / (n * (1 - single))
    rest = 1 + (n - 1) * share
    df = (share * jms + rest * ems) ** 2 / (
        (share * jms) ** 2 / (k - 1) + (rest * ems) ** 2 / ((n - 1) * (k - 1))
    )
    spread = k * jms + (k * n - k - n) * ems
    upper = f_quantile(TWO_SIDED_95, n - 1, df)
    lower = f_quantile(TWO_SIDED_95, df, n - 1)
    low = n * (bms - upper * ems) / (upper * spread + n * bms)
    high = n * (lower * bms - ems) / (spread + n * lower * bms)
    return Intraclass(
        Estimate(single, low, high),
        Estimate(*(_stepped_up(value, k) for value in (single, low, high))),
    )


def _from_ratio(ratio: float, size: float, df1: int, df2: int) -> Intraclass:
    """Return the correlation of which the F ratio is known, for ``size`` ratings a target."""
    ratios = (
        ratio,
        ratio / f_quantile(TWO_SIDED_95, df1, df2),
        ratio * f_quantile(TWO_SIDED_95, df2, df1),
    )
    return Intraclass(
        Estimate(*((value - 1) / (value + size - 1) for value in ratios)),
        Estimate(*(1 - 1 / value for value in ratios)),
    )


def _stepped_up(single: float, k: int) -> float:
    """Return the correlation of a mean of ``k`` ratings (Spearman–Brown), however low."""
    error = 1 + (k - 1) * single
    return k * single / error if error > 0 else -math.inf


class _MeanSquares(NamedTuple):
    targets: Fraction
    judges: Fraction
    error: Fraction


def _two_way(rows: Sequence[Values]) -> _MeanSquares | None:
    n, k = len(rows), len(rows[0]) if rows else 0
    if min(n, k) < 2:  # noqa: PLR2004 - one has no other to differ from
        return None
    grand = mean([value for row in rows for value in row])
    by_target = [mean(row) for row in rows]
    by_judge = [mean(column) for column in zip(*rows, strict=True)]
    error = sum(
        (
            (value - by_target[i] - by_judge[j] + grand) ** 2
            for i, row in enumerate(rows)
            for j, value in enumerate(row)
        ),
        Fraction(0),
    )
    found = _MeanSquares(
        k * sum(((value - grand) ** 2 for value in by_target), Fraction(0)) / (n - 1),
        n * sum(((value - grand) ** 2 for value in by_judge), Fraction(0)) / (k - 1),
        error / ((n - 1) * (k - 1)),
    )
    return found if found.targets and found.error else None
