"""The difference between self and external."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import scale
from zelfanalyse.analysis.gap import Reading, gap
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.dossier.model import Method

SCORES = st.fractions(1, 5, max_denominator=60)


@pytest.mark.parametrize(
    ("own", "external", "expected"),
    [
        ("4.6", "4.0", Reading.SELF_HIGHER),
        ("5.0", "3.95", Reading.SELF_HIGHER),
        ("4.0", "3.0", Reading.BLIND_SPOT),
        ("2.5", "1.5", Reading.BLIND_SPOT),
        ("4.2", "4.1", Reading.SHARED_STRENGTH),
        ("4.0", "4.4", Reading.SHARED_STRENGTH),
        ("2.5", "2.4", Reading.SHARED_CONCERN),
        ("2.9", "2.6", Reading.SHARED_CONCERN),
        ("3.5", "3.2", Reading.DEVELOPING),
        ("4.1", "3.8", Reading.DEVELOPING),
        ("3.1", "2.8", Reading.DEVELOPING),
        ("3.5", "4.2", Reading.HIDDEN_STRENGTH),
        ("3.45", "3.95", Reading.HIDDEN_STRENGTH),
        ("2.0", "3.0", Reading.EXTERNAL_HIGHER),
        ("1.0", "1.9", Reading.EXTERNAL_HIGHER),
    ],
)
def test_reading(own: str, external: str, expected: Reading) -> None:
    """A factor reads as in the table of the method: by the gap, and by how high external is."""
    assert expected is gap(Fraction(own), Fraction(external), scale()).reading


@pytest.mark.parametrize(
    ("own", "external", "expected"),
    [
        ("3.45", "3.0", Reading.BLIND_SPOT),
        ("3.44999", "3.0", Reading.DEVELOPING),
        ("3.0", "3.45", Reading.EXTERNAL_HIGHER),
        ("3.0", "3.44999", Reading.DEVELOPING),
        ("4.45", "4.0", Reading.SELF_HIGHER),
        ("4.4", "4.0", Reading.SHARED_STRENGTH),
    ],
)
def test_the_reading_follows_the_printed_gap(own: str, external: str, expected: Reading) -> None:
    """What prints as a gap of 0,5 is notable; what prints as 0,4 is not."""
    assert expected is gap(Fraction(own), Fraction(external), scale()).reading


def test_a_gap_is_self_minus_external() -> None:
    """It is positive when self is higher, in points and in percent of the range."""
    up, down = gap(Fraction(4), Fraction(3), scale()), gap(Fraction(3), Fraction(4), scale())
    assert (Fraction(1), Fraction(25)) == (up.value, up.percent)
    assert (Fraction(-1), Fraction(-25)) == (down.value, down.percent)


@pytest.mark.parametrize("first", [0, 1])
def test_the_percentage_is_of_the_range(first: int) -> None:
    """On eleven points one and a quarter point is an eighth, wherever the scale begins."""
    on = scale(10, first)
    found = gap(Fraction(5), Fraction("3.875"), on)
    assert Fraction(25, 2) == found.percent


def test_what_is_notable_depends_on_the_scale() -> None:
    """Half a point is little on ten points and much on three."""
    own, external = Fraction("5.5"), Fraction("5.0")
    assert not gap(own, external, scale(10)).is_notable
    assert gap(Fraction("2.5"), Fraction("2.0"), scale(3)).is_notable


@given(SCORES, SCORES)
def test_a_notable_gap_has_a_side(own: Fraction, external: Fraction) -> None:
    """A notable gap names the side that is higher; a small one names none."""
    found = gap(own, external, scale())
    positive = {Reading.SELF_HIGHER, Reading.BLIND_SPOT}
    negative = {Reading.HIDDEN_STRENGTH, Reading.EXTERNAL_HIGHER}
    assert found.is_notable == (abs(found.value) >= Fraction("0.45"))
    assert (found.is_notable and found.value > 0) == (found.reading in positive)
    assert (found.is_notable and found.value < 0) == (found.reading in negative)


@given(SCORES, SCORES)
def test_exchanging_the_sides_changes_the_sign(own: Fraction, external: Fraction) -> None:
    """The gap the other way round is as large and as notable."""
    one, other = gap(own, external, scale()), gap(external, own, scale())
    assert (-one.value, -one.percent, one.is_notable) == (
        other.value,
        other.percent,
        other.is_notable,
    )


@pytest.mark.parametrize("points", range(2, 11))
@pytest.mark.parametrize("setting", [5, 12.5, 14, 33.3, 50])
def test_what_a_report_says_is_notable_is_notable(points: int, setting: float) -> None:
    """The printed gap is laid beside the printed threshold: 'vanaf 0,6' and '+0,6' agree."""
    on, method = scale(points), Method(notable=setting)
    threshold = displayed(Fraction(str(setting)) / 100 * (points - 1))
    for tenths in range(10 * (points - 1) + 1):
        own = on.first + Fraction(tenths, 10)
        for nudge in (Fraction(-1, 25), Fraction(0), Fraction(1, 25)):
            if on.first <= own + nudge <= on.last:
                found = gap(own + nudge, Fraction(on.first), on, method)
                assert (displayed(found.value) >= threshold) == found.is_notable
                back = gap(Fraction(on.first), own + nudge, on, method)
                assert found.is_notable == back.is_notable
