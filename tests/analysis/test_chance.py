"""What random answering would give."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement
from math import factorial, prod
from typing import Any

import pytest

from tests.reference import table
from zelfanalyse.analysis.agreement import average_deviation, rwg
from zelfanalyse.analysis.chance import critical_rwg, rwg_distribution

ROWS = table("null_critical_values.csv")


def same(value: float | None) -> Any:
    """Return a value to compare with, but for the last digits."""
    return pytest.approx(value, rel=1e-12, abs=1e-15)


def rounded(row: dict[str, str], column: str) -> float | None:
    """Return a cell, or none when it is empty."""
    return float(row[column]) if row[column] else None


def name(row: dict[str, str]) -> str:
    """Return what a test of this row is called."""
    return f"A={row['A']} n={row['n']}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_rwg_by_chance_agrees_with_the_reference(row: dict[str, str]) -> None:
    """The critical value, its own chance, and the chances of the usual cut-offs."""
    options, n = int(row["A"]), int(row["n"])
    chances, critical = rwg_distribution(options, n), critical_rwg(options, n)
    expected = rounded(row, "rwg_crit05")
    assert (expected is None) == (critical is None)
    if expected is not None and critical is not None:
        assert same(expected) == float(critical)
        reached = sum(chance for value, chance in chances.items() if value >= critical)
        assert same(rounded(row, "rwg_p")) == float(reached)
    found = (
        sum(chance for value, chance in chances.items() if value >= Fraction(7, 10)),
        sum(chance for value, chance in chances.items() if value < 0),
        chances[Fraction(1)],
    )
    columns = ("P_rwg_ge_070", "P_rwg_negative", "P_unanimous")
    assert [same(rounded(row, column)) for column in columns] == [float(chance) for chance in found]


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_ad_by_chance_agrees_with_the_reference(row: dict[str, str]) -> None:
    """Over every set of answers there can be, AD is as often small as published."""
    options, n = int(row["A"]), int(row["n"])
    chances: dict[Fraction, Fraction] = {}
    for answers in combinations_with_replacement(range(1, options + 1), n):
        turned = tuple(options + 1 - answer for answer in reversed(answers))
        if turned < answers:
            continue  # the mirror image was counted
        ways = factorial(n) // prod(factorial(answers.count(each)) for each in set(answers))
        ways *= 1 if turned == answers else 2
        deviation = average_deviation([Fraction(answer) for answer in answers])
        assert deviation is not None
        chances[deviation] = chances.get(deviation, Fraction(0)) + Fraction(ways, options**n)
    acceptable = sum(chance for value, chance in chances.items() if value <= Fraction(options, 6))
    assert same(rounded(row, "P_ad_le_A6")) == float(acceptable)
    reached, critical = Fraction(0), None
    for value in sorted(chances):
        if reached + chances[value] > Fraction(1, 20):
            break
        reached, critical = reached + chances[value], value
    expected = rounded(row, "ad_crit05")
    assert (expected is None) == (critical is None)
    if expected is not None and critical is not None:
        assert same(expected) == float(critical)
        assert same(rounded(row, "ad_p")) == float(reached)


def test_the_published_value() -> None:
    """Ten raters on five points: .53 (Dunlap, Burke & Smith-Crowe 2003, table 2)."""
    critical = critical_rwg(5, 10)
    assert critical is not None
    assert "0.53" == f"{float(critical):.2f}"


@pytest.mark.parametrize(("options", "n"), [(2, 5), (3, 4), (5, 4), (10, 3)])
def test_the_distribution_is_that_of_all_answers(options: int, n: int) -> None:
    """Counted one by one, the chances are the same, and they add up to one."""
    counted: dict[Fraction | None, Fraction] = {}
    for answers in combinations_with_replacement(range(1, options + 1), n):
        ways = factorial(n) // prod(factorial(answers.count(each)) for each in set(answers))
        value = rwg([Fraction(answer) for answer in answers], options)
        counted[value] = counted.get(value, Fraction(0)) + Fraction(ways, options**n)
    assert counted == dict(rwg_distribution(options, n))
    assert 1 == sum(counted.values())


def test_above_the_table_the_value_keeps_falling() -> None:
    """More raters need less agreement to be more than chance."""
    found = [critical_rwg(5, n) for n in (12, 16, 20, 30)]
    values = [value for value in found if value is not None]
    assert 4 == len(values)
    assert sorted(values, reverse=True) == values


def test_a_very_large_group_gets_the_value_of_a_smaller_one() -> None:
    """The exact distribution is not worked out for hundreds of people; nothing hangs on it."""
    assert critical_rwg(5, 50) == critical_rwg(5, 400)
    larger, smaller = critical_rwg(5, 50), critical_rwg(5, 40)
    assert larger is not None
    assert smaller is not None
    assert larger < smaller
