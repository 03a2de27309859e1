"""Alpha and intraclass correlations, beside what others published and computed."""

from __future__ import annotations

import statistics
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.reference import part, table
from zelfanalyse.analysis.quantile import f_quantile
from zelfanalyse.analysis.reliability import (
    Estimate,
    absolute_agreement,
    between_groups,
    consistency_of,
    cronbach_alpha,
)

REFERENCE: dict[str, Any] = part("reliability.json", "icc")
RATINGS = [
    [Fraction(value) for name, value in row.items() if name != "target"]
    for row in table("shrout_fleiss_1979.csv")
]
ROWS = st.integers(2, 5).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(1, 5).map(Fraction), min_size=items, max_size=items),
        min_size=2,
        max_size=8,
    )
)


def ratings(name: str) -> Estimate:
    """Return one of the six coefficients of the published table."""
    found = {"1": between_groups, "2": absolute_agreement, "3": consistency_of}[name[3]](RATINGS)
    assert found is not None
    return found.mean if name.endswith("k") else found.single


@pytest.mark.parametrize("name", REFERENCE["value"])
def test_the_six_correlations_of_shrout_and_fleiss(name: str) -> None:
    """Value and interval are those of R, and the value rounds to the printed one."""
    expected = [REFERENCE[key][name] for key in ("value", "value_lower95", "value_upper95")]
    assert [pytest.approx(value, abs=1e-9) for value in expected] == [*ratings(name)]
    assert REFERENCE["published"][name] == round(ratings(name).value, 2)


def test_feldts_interval() -> None:
    """From alpha, people and items alone, as R has it."""
    case = part("reliability.json", "alpha")
    error, degrees = 1 - case["alpha"], case["people"] - 1
    many = degrees * (case["items"] - 1)
    low = 1 - error * f_quantile(0.975, degrees, many)
    high = 1 - error / f_quantile(0.975, many, degrees)
    assert [pytest.approx(end, abs=1e-9) for end in case["interval"]] == [low, high]


@given(ROWS)
def test_alpha_is_cronbachs(people: list[list[Fraction]]) -> None:
    """J / (J − 1) times 1 minus the item variances over that of the sum, with Feldt's interval."""
    whole = statistics.variance([sum(row, Fraction(0)) for row in people])
    found = cronbach_alpha(people)
    assume(found is not None)
    assert found is not None
    n, items = len(people), len(people[0])
    parts = sum(statistics.variance(column) for column in zip(*people, strict=True))
    alpha = float(Fraction(items, items - 1) * (1 - parts / whole))
    assert pytest.approx(alpha, abs=1e-9) == found.value
    low = 1 - (1 - alpha) * f_quantile(0.975, n - 1, (n - 1) * (items - 1))
    high = 1 - (1 - alpha) / f_quantile(0.975, (n - 1) * (items - 1), n - 1)
    assert [pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9)] == [*found[1:]]


@given(ROWS)
def test_the_value_lies_in_its_interval(rows: list[list[Fraction]]) -> None:
    """For every kind, at whatever size."""
    for kind in (between_groups, absolute_agreement, consistency_of):
        for found in kind(rows) or ():
            ordered = [found.low, found.value, found.high, 1]
            assert all(one <= other + 1e-9 for one, other in pairwise(ordered))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[1, 2, 3]],
        [[4], [5]],
        [[3, 3], [3, 3]],
        [[1, 2], [2, 1]],
        [[1, 2], [2, 3], [3, 4]],
    ],
)
def test_where_nothing_differs_there_is_no_coefficient(rows: list[list[int]]) -> None:
    """Too few, all equal, equal in the mean, or equal but for the level."""
    exact = [[Fraction(value) for value in row] for row in rows]
    assert cronbach_alpha(exact) is None
    assert absolute_agreement(exact) is None


@pytest.mark.parametrize("groups", [[], [[1, 2]], [[4], [5]], [[3, 3], [3]], [[1, 2], []]])
def test_without_groups_that_differ_there_is_no_correlation(groups: list[list[int]]) -> None:
    """One group, groups of one, all equal, an empty one."""
    assert between_groups([[Fraction(value) for value in group] for group in groups]) is None


def test_groups_of_unequal_size() -> None:
    """Three groups of 2, 3 and 5, worked out by hand.

    Means 2, 4 and 3, grand 3.1; between 2·1.21 + 3·0.81 + 5·0.01 = 4.9, over 2 is 2.45; within
    2 + 2 + 4 = 8, over 7. The size is (10 − 38/10) / 2 = 3.1.
    """
    groups = [[1, 3], [3, 4, 5], [2, 2, 3, 4, 4]]
    found = between_groups([[Fraction(value) for value in group] for group in groups])
    assert found is not None
    ratio = 2.45 / (8 / 7)
    assert pytest.approx((ratio - 1) / (ratio + 2.1)) == found.single.value
    assert pytest.approx(1 - 1 / ratio) == found.mean.value
