"""Figures in Dutch."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zelfanalyse.analysis.gap import Reading
from zelfanalyse.analysis.told import End, Score, Status
from zelfanalyse.report import dutch


@pytest.mark.parametrize(
    ("value", "expected"),
    [("3.95", "4,0"), ("3.94", "3,9"), ("10", "10,0"), ("-1.25", "−1,3"), ("0", "0,0")],
)
def test_a_figure_has_a_decimal_comma(value: str, expected: str) -> None:
    """One decimal, half up, with a comma."""
    assert expected == dutch.number(Fraction(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.8", "+0,8"),
        ("-1.2", "−1,2"),
        ("0.04", "0,0"),
        ("-0.04", "0,0"),
        ("-0.05", "−0,1"),
        ("0", "0,0"),
    ],
)
def test_a_difference_has_its_sign(value: str, expected: str) -> None:
    """Plus or a real minus; nothing has no sign."""
    assert expected == dutch.signed(Fraction(value))


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Score(Status.SHOWN, Fraction(7, 2), n=5), "3,5"),
        (Score(Status.SMALL), "<5"),
        (Score(Status.PROTECTED), "–"),
        (Score(Status.WITHHELD), "–"),
        (Score(Status.BOUNDED, Fraction(9, 2), Fraction(175, 2), n=5, end=End.HIGH), "≥ 4,5"),
        (Score(Status.BOUNDED, Fraction(3, 2), Fraction(25, 2), n=5, end=End.LOW), "≤ 1,5"),
        (Score(Status.BOUNDED, Fraction(3, 2), Fraction(50), n=5, end=End.HIGH), "≥ 1,5"),
        (Score(Status.BOUNDED, Fraction(3, 2), Fraction(50), n=5, end=End.LOW), "≤ 1,5"),
        (Score(Status.EMPTY), "–"),
    ],
)
def test_a_score_or_why_it_is_not_there(score: Score, expected: str) -> None:
    """A figure, or one word for each reason that there is none."""
    assert expected == dutch.score_text(score, 5)


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_words_in_a_row(items: list[str], expected: str) -> None:
    """A comma between, and 'en' before the last."""
    assert expected == dutch.listed(items)


@pytest.mark.parametrize(
    ("value", "expected"), [(999, "999"), (1000, "1.000"), (184000, "184.000"), (0, "0")]
)
def test_thousands_have_points(value: int, expected: str) -> None:
    """A point between each three digits."""
    assert expected == dutch.thousands(value)


def test_one_is_a_person_and_two_are_people() -> None:
    """Singular and plural; nobody is plural in Dutch."""
    assert ["0 personen", "1 persoon", "2 personen"] == [dutch.people(n) for n in range(3)]


def test_a_share_is_a_whole_percentage() -> None:
    """Two fifths is 40%, one eighth 13%."""
    assert ("40%", "13%") == (dutch.percent(Fraction(2, 5)), dutch.percent(Fraction(1, 8)))


def test_every_reading_has_words_of_its_own() -> None:
    """No reading without a sentence, and no two with the same."""
    assert len(Reading) == len({dutch.READING[reading] for reading in Reading})
