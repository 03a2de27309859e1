"""How sure the difference between two sides is."""

from __future__ import annotations

import math
import statistics
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from tests.reference import part, table
from zelfanalyse.analysis.interval import hedges_g, welch

if TYPE_CHECKING:
    from collections.abc import Iterable

VECTORS: dict[str, dict[str, Any]] = part("gaps.json", "gap_vectors")["value"]
SCORES = st.lists(st.integers(4, 20).map(lambda quarters: quarters / 4), min_size=2, max_size=12)


def near(value: float) -> Any:
    """Return a value to compare with, as near as the reference is."""
    return pytest.approx(value, rel=1e-9, abs=1e-9)


def exact(values: Iterable[float | str]) -> list[Fraction]:
    """Return scores without rounding."""
    return [Fraction(str(value)) for value in values]


def assert_agrees(case: dict[str, float], own: list[Fraction], external: list[Fraction]) -> None:
    """Compare an interval and g with those of a reference."""
    found = welch([own], [external])
    assert found is not None
    expected = [case[name] for name in ("lo", "hi", "se", "df", "hedges_g")]
    assert [near(value) for value in expected] == [
        *found,
        hedges_g(own, external),
    ]


@pytest.mark.parametrize("name", VECTORS)
def test_the_interval_agrees_with_the_reference(name: str) -> None:
    """Interval, standard error, degrees of freedom and g are those of R."""
    case = VECTORS[name]
    assert_agrees(case, exact(case["x"]), exact(case["y"]))


def test_students_own_data() -> None:
    """The sleep of 1908, as in the help page of R's t.test."""
    rows = table("sleep.csv")
    groups = [exact(row["extra"] for row in rows if row["group"] == which) for which in "12"]
    case = part("gaps.json", "welch_sleep")
    assert_agrees(case["value"], *groups)
    found = welch([groups[0]], [groups[1]])
    assert found is not None
    assert [pytest.approx(end, abs=1e-6) for end in case["published"]["ci95"]] == [*found[:2]]
    assert not found.excludes_zero


@given(SCORES, SCORES)
@settings(max_examples=80)
def test_the_interval_agrees_with_scipy(own: list[float], external: list[float]) -> None:
    """On random scores the interval is that of scipy's Welch test."""
    assume(len(set(own)) > 1 and len(set(external)) > 1)
    expected = stats.ttest_ind(own, external, equal_var=False).confidence_interval(0.95)
    found = welch([exact(own)], [exact(external)])
    assert found is not None
    ends = [float(expected.low), float(expected.high)]
    assert [pytest.approx(end, rel=1e-7, abs=1e-9) for end in ends] == [found.low, found.high]


@given(st.lists(SCORES, min_size=1, max_size=4), st.lists(SCORES, min_size=1, max_size=4))
@settings(max_examples=60)
def test_each_group_has_one_voice_in_the_interval(
    own: list[list[float]], external: list[list[float]]
) -> None:
    """Several groups a side: Σ s²/n over P², with Welch–Satterthwaite's degrees of freedom."""
    shares = [
        (statistics.variance(group) / len(group) / len(side) ** 2, len(group) - 1)
        for side in (own, external)
        for group in side
    ]
    total = math.fsum(share for share, _ in shares)
    assume(total > 0)
    df = total**2 / math.fsum(share**2 / less for share, less in shares)
    middle = statistics.fmean(map(statistics.fmean, own)) - statistics.fmean(
        map(statistics.fmean, external)
    )
    reach = float(stats.t.ppf(0.975, df)) * math.sqrt(total)
    found = welch([exact(group) for group in own], [exact(group) for group in external])
    assert found is not None
    expected = (middle - reach, middle + reach, math.sqrt(total), df)
    assert [pytest.approx(value, rel=1e-7, abs=1e-9) for value in expected] == [*found]


def test_one_group_of_equals_leaves_the_other_to_decide() -> None:
    """The degrees of freedom are those of the side that differs."""
    found = welch([exact([4, 4, 4, 4])], [exact([3, 2, 4, 3, 5])])
    assert found is not None
    assert pytest.approx(4, abs=1e-12) == found.df


def test_without_any_spread_there_is_no_interval_and_no_g() -> None:
    """Everyone equal on both sides: standard error 0, so nothing to say how sure."""
    assert welch([exact([4, 4, 4])], [exact([3, 3, 3])]) is None
    assert hedges_g(exact([4, 4, 4]), exact([3, 3, 3])) is None


@pytest.mark.parametrize("own", [[[4]], [[4, 5, 3], [2]], [[4], [5]]])
def test_a_group_of_one_gives_no_interval(own: list[list[float]]) -> None:
    """One person has no spread, alone or as one of the groups of a side."""
    groups = [exact(group) for group in own]
    assert welch(groups, [exact([3, 4, 5])]) is None
    assert welch([exact([3, 4, 5])], groups) is None


def test_without_people_there_is_nothing() -> None:
    """No groups, or g for one person: none."""
    assert welch([], []) is None
    assert hedges_g(exact([4]), exact([3, 4])) is None


@given(SCORES, SCORES)
@settings(max_examples=40)
def test_exchanging_the_sides_mirrors_the_interval(own: list[float], other: list[float]) -> None:
    """What self has above external, external has below self."""
    one, two = welch([exact(own)], [exact(other)]), welch([exact(other)], [exact(own)])
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        assert [pytest.approx(-one.high), pytest.approx(-one.low)] == [two.low, two.high]
        assert one.excludes_zero == two.excludes_zero
