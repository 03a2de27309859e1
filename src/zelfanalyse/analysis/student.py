"""Student's t quantile, to full double precision, without a statistics library."""

from __future__ import annotations

import math
from functools import lru_cache

_TINY = 1e-300  # instead of 0, which Lentz's method cannot divide by
_EPSILON = 1e-16
_STEPS = 500


@lru_cache(maxsize=1024)
def t_quantile(probability: float, df: float) -> float:
    """Return the value that a Student variable with ``df`` degrees stays below.

    ``probability`` lies strictly between 0.5 and 1, ``df`` is positive and may be a fraction.
    The tail is an incomplete beta function (Abramowitz & Stegun 26.5.27), by its continued
    fraction, solved by bisection on a logarithmic scale until the doubles meet.
    """
    tail = 2 * (1 - probability)
    low, high = -60.0, 300.0
    while True:
        middle = (low + high) / 2
        if middle in {low, high}:
            return math.exp(middle)
        low, high = (middle, high) if two_tails(math.exp(middle), df) > tail else (low, middle)


def two_tails(t: float, df: float) -> float:
    """Return the chance that a Student variable is further from 0 than ``t``."""
    x = df / (df + t * t)
    a, b = df / 2, 0.5
    # 1 − x is written out, so that a small t keeps its precision
    front = math.exp(
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(x)
        + b * math.log(t * t / (df + t * t))
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(t * t / (df + t * t), b, a) / b


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
