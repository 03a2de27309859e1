"""How much a group agrees and how sure a gap is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import ADVISEUR, DIRECTIE, PARTNERS, RAAD, STAF, answered
from zelfanalyse.analysis.agreement import AgreementWord, average_deviation, rwg
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.interval import welch
from zelfanalyse.analysis.told import Certainty, Evidence, Spread, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.dossier.builders import Given
    from zelfanalyse.dossier.model import Perspective


def spread(answers: Sequence[Given], k: int = 5) -> Spread | None:
    """Return the agreement of one group on the only factor."""
    return analyse(answered({RAAD: answers}, k=k)).factors[0].spread.get("raad")


def evidence(groups: Mapping[Perspective, Sequence[Given]], k: int = 5) -> Evidence:
    """Return what speaks for the gap on the only factor."""
    found = analyse(answered(groups, k=k)).factors[0].evidence
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([4, 4, 4, 4, 4], AgreementWord.UNITED),
        ([3, 3, 3, 4, 4], AgreementWord.UNITED),
        ([2, 3, 3, 3, 4, 4, 2, 5], AgreementWord.FAIRLY),
        ([1, 5, 1, 5, 3], AgreementWord.DIVIDED),
    ],
)
def test_a_word_from_five_people(answers: list[Given], expected: AgreementWord) -> None:
    """A group of five to nine has a word and no figures."""
    found = spread(answers)
    assert found is not None
    assert (expected, Status.SMALL) == (found.word, found.status)
    assert {None} == {found.sd, found.ad, found.rwg, found.awg, found.rwg_j, found.rwg_star_j}


def test_no_word_below_five_people() -> None:
    """Where the dossier shows groups of three, they still have no word."""
    assert Spread(Status.SMALL) == spread([4, 4, 4, 4], k=3)


def test_a_hidden_group_has_nothing() -> None:
    """Agreement is told only where the score is."""
    assert spread([4, 4, 4, 4]) is None


def test_figures_from_ten_people() -> None:
    """Ten people have all figures, and they are those of the formulas."""
    answers = [3, 4, 4, 5, 2, 4, 3, 4, 5, 4]
    found, values = spread(answers), [Fraction(answer) for answer in answers]
    assert found is not None
    assert Status.SHOWN is found.status
    assert (average_deviation(values), rwg(values, 5)) == (found.ad, found.rwg)
    assert found.rwg_star_j == found.rwg
    assert spread(answers[:9]) == Spread(Status.SMALL, AgreementWord.FAIRLY, may_be_chance=True)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([3, 3, 3, 3, 3], False),
        ([3, 3, 3, 3, 4], False),  # rwg 0,9, chance reaches 0,85
        ([3, 3, 3, 4, 4], False),  # rwg 0,85: exactly what one in twenty reaches
        ([3, 3, 3, 3, 5], True),  # rwg 0,6
        ([1, 5, 1, 5, 3], True),
    ],
)
def test_whether_agreement_may_be_chance(answers: list[Given], expected: bool) -> None:  # noqa: FBT001
    """It may be when rwg is below what random answering reaches once in twenty times."""
    found = spread(answers)
    assert found is not None
    assert expected == found.may_be_chance


def test_a_clear_gap() -> None:
    """Half a point or more, and an interval without 0."""
    assert Certainty.CLEAR is evidence({RAAD: [4, 5] * 4, PARTNERS: [2, 3] * 4}).certainty


def test_a_hint_of_a_gap() -> None:
    """Half a point or more, but the interval has 0 in it."""
    assert Certainty.HINT is evidence({RAAD: [5, 5, 5, 1, 5], PARTNERS: [1, 5, 3, 2, 4]}).certainty


def test_a_small_gap_has_no_word() -> None:
    """Below half a point nothing is said, however many people."""
    assert evidence({RAAD: [4] * 19 + [3], PARTNERS: [4] * 19 + [5]}).certainty is None


def test_without_any_spread_a_gap_is_never_clear() -> None:
    """Everyone equal on both sides: no interval, so a hint at most."""
    found = evidence({RAAD: [5] * 12, PARTNERS: [3] * 12})
    assert (Certainty.HINT, None, None) == (found.certainty, found.interval, found.hedges_g)


@pytest.mark.parametrize("answers", [[4], [4, 5]])
def test_too_few_raters(answers: list[Given]) -> None:
    """One or two people on the record on a side: no word about strength and no interval."""
    found = evidence({DIRECTIE: answers, PARTNERS: [2] * 6})
    assert (Certainty.TOO_FEW, None, None) == (found.certainty, found.interval, found.hedges_g)


def test_a_stratum_of_one_gives_no_interval() -> None:
    """A named adviser beside twelve partners has one voice of two, and no spread."""
    found = evidence({RAAD: [4, 5] * 6, PARTNERS: [2, 3] * 6, ADVISEUR: [1]})
    assert (Certainty.HINT, None) == (found.certainty, found.interval)


@pytest.mark.parametrize(("outside", "expected"), [(9, Status.SMALL), (10, Status.SHOWN)])
def test_an_interval_is_printed_from_ten_people_a_side(outside: int, expected: Status) -> None:
    """Interval and g are there only when both sides have ten people."""
    found = evidence({RAAD: [4, 5] * 6, PARTNERS: ([2, 3] * 5)[:outside]})
    assert expected is found.status
    assert (expected is Status.SHOWN) == (found.interval is not None)
    assert (expected is Status.SHOWN) == (found.hedges_g is not None)
    assert (12, outside) == (found.own_n, found.external_n)


def test_the_interval_is_over_the_perspectives() -> None:
    """With one voice a perspective the interval is the stratified one."""
    groups: dict[Perspective, Sequence[Given]] = {
        RAAD: [4, 5] * 5,
        STAF: [2, 4] * 6,
        PARTNERS: [2, 3] * 6,
    }
    values = [[Fraction(int(answer or 0)) for answer in group] for group in groups.values()]
    assert welch(values[:2], values[2:]) == evidence(groups).interval
