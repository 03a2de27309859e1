"""The planning, counted back from the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zelfanalyse.progress.planning import learning_planning, notice, planning

DAY = date(2027, 3, 18)  # a Thursday
DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))


def weeks_before(weeks: int) -> date:
    """Return the day so many weeks before the day of the conversation."""
    return DAY - timedelta(weeks=weeks)


def due(day: date, today: date, *, panel: bool = False) -> dict[str, date]:
    """Return for each step of a round when it should be done."""
    return {step.id: step.due_on for step in planning(day, today, panel=panel)}


def test_a_round_takes_eight_weeks() -> None:
    """Announcing comes eight weeks before, the report one week, the choices two weeks after."""
    found = due(DAY, weeks_before(12))
    assert (weeks_before(8), weeks_before(7)) == (found["aankondigen"], found["uitnodigen"])
    assert (weeks_before(5), weeks_before(4)) == (found["zelfanalyse"], found["blik-van-buiten"])
    assert (weeks_before(3), weeks_before(1)) == (found["sluiten"], found["rapport"])
    assert (DAY, weeks_before(-2), weeks_before(-4)) == (
        found["gesprek"],
        found["keuze"],
        found["terugkoppeling"],
    )


def test_one_looks_back_within_a_year() -> None:
    """Looking back is ten to twelve months later, the next round about a year."""
    found = due(DAY, weeks_before(8))
    assert date(2028, 1, 18) < found["terugkijken"] < date(2028, 3, 18)
    assert date(2028, 3, 1) < found["volgende-ronde"] < date(2028, 4, 1)


def test_the_panel_looks_when_both_sides_are_closed() -> None:
    """Only a round with a panel has its step: after closing, before the board is heard."""
    assert "visitatie" not in due(DAY, weeks_before(8))
    found = due(DAY, weeks_before(8), panel=True)
    assert found["sluiten"] < found["visitatie"] < found["hoor-en-wederhoor"]


def test_fewer_weeks_are_drawn_together() -> None:
    """With four weeks left every step before the day takes half as long."""
    found = due(DAY, weeks_before(4))
    assert weeks_before(4) == found["aankondigen"]
    assert DAY - timedelta(11) <= found["sluiten"] <= DAY - timedelta(10)
    assert weeks_before(-2) == found["keuze"]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(weeks=8), ""),
        (timedelta(weeks=6), ""),
        (timedelta(weeks=6, days=-1), "nog 5 weken."),
        (timedelta(weeks=1), "nog 1 week."),
        (timedelta(days=6), "nog minder dan een week."),
        (timedelta(0), "nog minder dan een week."),
        (timedelta(-1), "is al geweest."),
    ],
)
def test_less_than_six_weeks_is_told(left: timedelta, expected: str) -> None:
    """A sentence says how much time there is and how much is needed; nothing is refused."""
    sentence = notice(DAY, DAY - left)
    assert expected in sentence
    assert bool(expected) == bool(sentence)
    assert planning(DAY, DAY - left)


@given(DAYS, DAYS, st.booleans())
def test_a_planning_is_in_the_order_of_time(day: date, today: date, panel: bool) -> None:  # noqa: FBT001  # drawn
    """Whatever the day, no step is before the one above it, and none is in a weekend."""
    for steps in (planning(day, today, panel=panel), learning_planning(day, today)):
        dates = [step.due_on for step in steps]
        assert sorted(dates) == dates
        assert all(item.weekday() < 5 or item in {day, today} for item in dates)
        if today <= day:
            assert today <= dates[0]
        assert len(steps) == len({step.id for step in steps})


def test_a_learning_track_has_its_own_steps() -> None:
    """Learning question, own analysis, interviews, both notes, the day, and what comes of it."""
    found = {step.id: step.due_on for step in learning_planning(DAY, weeks_before(9))}
    assert {
        "leervraag": weeks_before(8),
        "eigen-analyse": weeks_before(7),
        "interviews-begin": weeks_before(6),
        "interviews": weeks_before(3),
        "gespreksnotitie": weeks_before(2),
        "notities": weeks_before(1),
        "dag": DAY,
        "keuze": weeks_before(-2),
        "terugkoppeling": weeks_before(-4),
    } == {name: when for name, when in found.items() if name != "terugkijken"}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_has_a_planning(day: date) -> None:
    """A mistake in the year is told as any other, and never a mistake of the program."""
    assert day == due(day, DAY)["gesprek"]
    assert day in {step.due_on for step in learning_planning(day, DAY)}
    assert planning(DAY, date.max)
