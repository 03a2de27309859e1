"""How much the people of one group agree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference import part
from zelfanalyse.analysis.agreement import (
    AgreementWord,
    agreement_word,
    average_deviation,
    awg,
    null_variance,
    rwg,
    rwg_j,
    rwg_star_j,
    standard_deviation,
    variance,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

CASES: list[dict[str, Any]] = part("agreement.json", "agreement_edge_cases")["value"]
ANSWERS = st.lists(st.integers(1, 6), min_size=1, max_size=12)
ITEMS = st.lists(st.lists(st.integers(1, 6), min_size=2, max_size=8), min_size=1, max_size=4)


def near(value: float) -> Any:
    """Return a value to compare with, as near as the reference is."""
    return pytest.approx(value, rel=1e-9, abs=1e-9)


def exact(answers: Iterable[int]) -> list[Fraction]:
    """Return answers as they are scored."""
    return [Fraction(answer) for answer in answers]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_agreement_agrees_with_the_reference(case: dict[str, Any]) -> None:
    """Every figure is that of R, and awg is absent where it is not defined."""
    values, options = exact(case["x"]), case["A"]
    raw = rwg(values, options)
    found = awg(values, case["L"], case["H"])
    assert near(case["sd"]) == standard_deviation(values)
    assert near(case["ad_mean"]) == average_deviation(values)
    assert raw is not None
    assert near(case["rwg_raw"]) == float(raw)
    assert near(case["rwg_trunc"]) == max(float(raw), 0)
    assert (case["awg"] is None) == (found is None)
    assert found is None or near(case["awg"]) == float(found)


@pytest.mark.parametrize(
    ("options", "expected"), [(4, "1.25"), (5, "2"), (6, "35/12"), (2, "0.25"), (10, "8.25")]
)
def test_the_variance_of_random_answering(options: int, expected: str) -> None:
    """It is (A² − 1) / 12, on even scales too."""
    assert Fraction(expected) == null_variance(options)


@pytest.mark.parametrize(
    ("items", "star", "joint"),
    [
        ([[3, 3, 3], [4, 4, 4]], "1", "1"),
        # variances 1 and 0, mean 1/2, null 2: 1 − 1/4; 2·(3/4) / (2·(3/4) + 1/4)
        ([[3, 4, 5], [2, 2, 2]], "3/4", "6/7"),
        # variances 1, 1/2 and 3/2, mean 1: 1 − 1/2; 3·(1/2) / (3·(1/2) + 1/2)
        ([[3, 4, 5], [2, 3], [1, 2, 1, 2, 4]], "1/2", "3/4"),
        # more spread than chance: r*wg goes below 0, rwg(J) stops there
        ([[1, 1, 5, 5], [1, 1, 5, 5]], "-5/3", "0"),
    ],
)
def test_agreement_on_several_items(items: list[list[int]], star: str, joint: str) -> None:
    """Both figures follow the formulas by hand, each item with the people who answered it."""
    groups = [exact(item) for item in items]
    assert (Fraction(star), Fraction(joint)) == (rwg_star_j(groups, 5), rwg_j(groups, 5))


def test_several_items_need_two_people_each() -> None:
    """An item that one person answered has no spread, and no items have none."""
    for items in ([exact([3, 4]), exact([3])], []):
        assert (None, None) == (rwg_star_j(items, 5), rwg_j(items, 5))


def test_nobody_agrees_on_nothing() -> None:
    """No answers: every figure is absent."""
    assert [None] * 6 == [
        variance([]),
        standard_deviation([]),
        average_deviation([]),
        rwg([], 5),
        awg([], 1, 5),
        agreement_word([], 5),
    ]


def test_one_person_has_no_agreement() -> None:
    """One answer has no spread to tell."""
    one = exact([3])
    assert [None] * 4 == [variance(one), standard_deviation(one), rwg(one, 5), awg(one, 1, 5)]


@pytest.mark.parametrize("answer", range(1, 6))
@pytest.mark.parametrize("people", [2, 7])
def test_all_equal_is_complete_agreement(answer: int, people: int) -> None:
    """Everyone the same: rwg 1, AD 0; awg 1 wherever it is defined."""
    values = exact([answer] * people)
    assert [1, 0] == [rwg(values, 5), average_deviation(values)]
    assert awg(values, 1, 5) in {1, None}
    assert answer not in {1, 3, 5} or 1 == awg(values, 1, 5)


def test_a_polarised_group() -> None:
    """Half at each end: rwg −5/3 before it is cut off, awg −1, AD 2."""
    values = exact([1, 1, 5, 5])
    found = [rwg(values, 5), awg(values, 1, 5), average_deviation(values)]
    assert [Fraction(-5, 3), -1, 2] == found


@given(ANSWERS)
@settings(max_examples=60)
def test_reversing_an_item_changes_nothing(answers: list[int]) -> None:
    """Agreement is the same whichever way a statement is worded."""
    values, turned = exact(answers), exact(7 - answer for answer in answers)
    assert (
        average_deviation(values),
        rwg(values, 6),
        awg(values, 1, 6),
        agreement_word(values, 6),
    ) == (average_deviation(turned), rwg(turned, 6), awg(turned, 1, 6), agreement_word(turned, 6))


@given(ITEMS, st.integers(0, 3))
@settings(max_examples=60)
def test_reversing_one_of_several_items_changes_nothing(items: list[list[int]], turn: int) -> None:
    """So it is for the figures over several items."""
    groups = [exact(item) for item in items]
    turned = [
        exact(7 - answer for answer in item) if index == turn else exact(item)
        for index, item in enumerate(items)
    ]
    assert (rwg_star_j(groups, 6), rwg_j(groups, 6)) == (rwg_star_j(turned, 6), rwg_j(turned, 6))


@given(ANSWERS)
@settings(max_examples=60)
def test_awg_lies_between_its_ends(answers: list[int]) -> None:
    """Where awg is defined, it lies between −1 and 1."""
    found = awg(exact(answers), 1, 6)
    assert found is None or -1 <= found <= 1


@pytest.mark.parametrize(
    ("answers", "options", "expected"),
    [
        ([3, 3, 3, 3, 3], 5, AgreementWord.UNITED),
        ([3, 3, 3, 3, 4], 5, AgreementWord.UNITED),  # AD 0,32
        ([3, 4, 3, 4], 5, AgreementWord.FAIRLY),  # AD 0,5 is A/10
        ([2, 3, 3, 3, 4, 4, 2, 5], 5, AgreementWord.FAIRLY),  # AD 0,8125 is below A/6
        ([2, 4, 2, 4], 6, AgreementWord.FAIRLY),  # AD 1 is A/6
        ([2, 4, 2, 4], 5, AgreementWord.DIVIDED),
        ([1, 1, 5, 5], 5, AgreementWord.DIVIDED),
    ],
)
def test_the_word_follows_the_deviation(
    answers: list[int], options: int, expected: AgreementWord
) -> None:
    """AD below A/10 is united, up to and with A/6 fairly so, above it divided."""
    assert expected is agreement_word(exact(answers), options)
