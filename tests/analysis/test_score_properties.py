"""What holds for scores whatever people answer."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.builders import DONT_KNOW, RAAD, asked, dossier, factor, person, scale
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import FactorResult
    from zelfanalyse.analysis.told import Score
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Missing

    Answers = list[tuple[int, int, int]]

THREE = st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=5, max_size=9)
LIST = asked(factor("x", 3, reverse=[2], weights=[1, 2, 1]))
TURNED = asked(factor("x", 3, reverse=[1, 3], weights=[1, 2, 1]))


def outcome(answers: list[tuple[int | Missing, ...]], asking: Questionnaire = LIST) -> FactorResult:
    """Return the factor of a council that gives these answers to its statements."""
    people = [
        person(number, "raad", asking, {f"x-{i}": one for i, one in enumerate(given_, start=1)})
        for number, given_ in enumerate(answers)
    ]
    (found,) = analyse(dossier(asking, people, (RAAD,))).factors
    return found


def score(answers: list[tuple[int | Missing, ...]], asking: Questionnaire = LIST) -> Score:
    """Return the score of the side."""
    return outcome(answers, asking).measure.sources[Source.SELF]


@given(THREE)
@settings(max_examples=25)
def test_reversing_all_statements_mirrors_the_score(answers: Answers) -> None:
    """The score is as far from one end as it was from the other, with the same agreement."""
    found, turned = outcome([*answers]), outcome([*answers], TURNED)
    one, two = found.measure.sources[Source.SELF], turned.measure.sources[Source.SELF]
    assert one.value is not None
    assert two.value is not None
    assert one.percent is not None
    assert (6 - one.value, 100 - one.percent, one.n) == (two.value, two.percent, two.n)
    assert found.spread == turned.spread


@given(THREE, st.integers(1, 3))
@settings(max_examples=25)
def test_adding_a_dont_know_never_moves_a_mean(answers: Answers, more: int) -> None:
    """People who know nothing are counted apart."""
    before = score([*answers])
    after = score([*answers, *[(DONT_KNOW,) * 3] * more])
    assert (before.value, before.percent, before.n) == (after.value, after.percent, after.n)
    assert 3 * more == after.dont_know


@given(THREE)
@settings(max_examples=25)
def test_the_same_scale_from_zero_keeps_the_percentages(answers: Answers) -> None:
    """1 to 5 and 0 to 4 are the same places."""
    zero = asked(factor("x", 3, reverse=[2], weights=[1, 2, 1]), points=scale(5, 0))
    one, two = score([*answers]), score([tuple(n - 1 for n in each) for each in answers], zero)
    assert one.value is not None
    assert (one.value - 1, one.percent, one.band) == (two.value, two.percent, two.band)


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("points", range(2, 11))
def test_scales_of_two_to_ten_points(points: int, first: int) -> None:
    """The ends are 0 and 100 percent, even and odd, and half of each is the middle."""
    asking = asked(factor("x", 2), points=scale(points, first))
    low, high = first, first + points - 1
    found = [
        score([(answer, answer) for answer in answers], asking)
        for answers in ([low] * 6, [high] * 6, [low, high] * 3)
    ]
    assert [0, 100, 50] == [one.percent for one in found]
    assert [low, high, Fraction(low + high, 2)] == [one.value for one in found]
