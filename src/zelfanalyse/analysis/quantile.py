"""Quantiles of Fisher's F and Student's t, to double precision, without a statistics library."""

from __future__ import annotations

import math
from functools import lru_cache

_TINY = 1e-300  # instead of 0, which Lentz's method cannot divide by
_EPSILON = 1e-16
_STEPS = 500


def t_quantile(probability: float, df: float) -> float:
    """Return the value that a Student variable with ``df`` degrees stays below.

    ``probability`` lies strictly between 0.5 and 1, ``df`` is positive and may be a fraction.
    The square of such a variable is an F of 1 and ``df`` degrees.
    """
    return math.sqrt(_f_above(2 * (1 - probability), 1, df))


def f_quantile(probability: float, df1: float, df2: float) -> float:
    """Return the value that an F variable stays below.

    ``probability`` lies strictly between 0 and 1, the degrees are positive and may be fractions.
    """
    return _f_above(1 - probability, df1, df2)


@lru_cache(maxsize=1024)
def _f_above(tail: float, df1: float, df2: float) -> float:
    """Return the value that is passed with chance ``tail``.

    By bisection on a logarithmic scale until the doubles meet.
    """
    low, high = -120.0, 600.0
    while True:
        middle = (low + high) / 2
        if middle in {low, high}:
            return math.exp(middle)
        if f_tail(math.exp(middle), df1, df2) > tail:
            low = middle
        else:
            high = middle


def f_tail(value: float, df1: float, df2: float) -> float:
    """Return the chance that an F variable is above ``value``, which is positive.

    An incomplete beta function (Abramowitz & Stegun 26.6.2), by its continued fraction.
    """
    x = df2 / (df2 + df1 * value)
    rest = df1 * value / (df2 + df1 * value)  # 1 − x, written out to keep its precision
    a, b = df2 / 2, df1 / 2
    if x == 0:
        return 0.0
    if rest == 0:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(rest, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Evaluate the continued fraction of the incomplete beta function (Lentz's method)."""
    c, d = 1.0, 1 / _safe(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _safe(1 + term * d)
            c = _safe(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < _EPSILON:
            break
    return result


def _safe(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
