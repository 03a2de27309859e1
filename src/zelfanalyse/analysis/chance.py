"""What random answering would give: the exact distribution of rwg by pure chance."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ANSWERS = 250  # raters times options: beyond this the exact distribution takes too long
LEVEL = Fraction(1, 20)  # one in twenty, as in Dunlap, Burke & Smith-Crowe 2003


@lru_cache(maxsize=64)
def critical_rwg(options: int, n: int) -> Fraction | None:
    """Return the smallest rwg that ``n`` random raters reach in at most one of twenty tries.

    ``options`` is the number of points of the scale. None when even complete agreement of so few
    raters happens more often than that. Above ``MAX_ANSWERS / options`` raters the value for that
    many is given: the true one is lower, so nothing is called sure that is not.
    """
    n = min(n, MAX_ANSWERS // options)
    least, chance = None, Fraction(0)
    for rwg, share in sorted(rwg_distribution(options, n).items(), reverse=True):
        chance += share
        if chance > LEVEL:
            break
        least = rwg
    return least


@lru_cache(maxsize=64)
def rwg_distribution(options: int, n: int) -> Mapping[Fraction, Fraction]:
    """Return the chance of every raw rwg of ``n`` raters who pick each option equally often.

    Exact, by dynamic programming over the sum and the sum of squares of the answers.
    """
    # Answers are coded ... -2, 0, 2 ... or ... -1, 1 ...: whole numbers around 0, so that few
    # different sums arise.
    codes = range(1 - options, options, 2)
    ways = Counter({(0, 0): 1})
    for _ in range(n):
        grown: Counter[tuple[int, int]] = Counter()
        for (total, squares), count in ways.items():
            for code in codes:
                grown[total + code, squares + code * code] += count
        ways = grown
    null = Fraction(options * options - 1, 12)
    found: Counter[Fraction] = Counter()
    for (total, squares), count in ways.items():
        variance = Fraction(n * squares - total * total, 4 * n * (n - 1))
        found[1 - variance / null] += count
    everything = options**n
    return {rwg: Fraction(count, everything) for rwg, count in found.items()}
