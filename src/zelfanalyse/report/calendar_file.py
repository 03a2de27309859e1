"""The days of the actions as a calendar file. What people wrote is text there, on any length."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from zelfanalyse.days import full_day, shifted
from zelfanalyse.progress.follow_up import Moment, dates
from zelfanalyse.report.formats import needs_package
from zelfanalyse.report.prose import one_line
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icalendar import Event

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.progress.follow_up import Date

ENDING: Final = ".ics"
MADE_UP: Final = "Dit is een verzonnen voorbeeld."
_TITLES: Final[Mapping[Moment, str]] = {Moment.DUE: "Klaar", Moment.REVIEW: "Terugkijken"}


def needs_calendar() -> None:
    """Raise ``WrongUseError`` when the package for calendars is not installed."""
    needs_package("icalendar", "icalendar", ENDING)


def calendar_bytes(settings: Settings, actions: Sequence[Action]) -> bytes:
    """Return a day in the calendar for each day that an action names.

    The same actions give the same bytes, and a calendar that had them already knows them again: an
    action keeps its name there when its day changes.
    """
    from icalendar import Calendar  # noqa: PLC0415 - an extra that most commands do without

    calendar = Calendar()
    calendar.add("prodid", "-//zelfanalyse//acties//NL")
    calendar.add("version", "2.0")
    calendar.add(
        "x-wr-calname", f"Acties van {one_line(settings.name)}, {one_line(settings.round)}"
    )
    for item in dates(actions):
        calendar.add_component(_event(settings, item))
    return bytes(calendar.to_ical())


def _event(settings: Settings, item: Date) -> Event:
    from icalendar import Event  # noqa: PLC0415 - idem

    event = Event()
    event.add("uid", _name(settings, item))
    event.add("dtstamp", datetime.combine(item.day, time(), UTC))  # no clock: see above
    event.add("dtstart", item.day)
    event.add("dtend", shifted(item.day, 1))
    event.add("summary", f"{_TITLES[item.moment]}: {one_line(item.action.what)}")
    event.add("description", "\n".join(_description(settings, item)))
    event.add("transp", "TRANSPARENT")  # nobody is busy all that day
    return event


def _name(settings: Settings, item: Date) -> str:
    """Return what a calendar knows this day by, whatever day it is."""
    round_ = settings.round.encode().hex()
    return f"{item.action.id}.{item.moment.value}.{round_}.{settings.id}@zelfanalyse"


def _description(settings: Settings, item: Date) -> Iterator[str]:
    action = item.action
    if settings.made_up:
        yield MADE_UP
    if item.moment is Moment.REVIEW and action.due_on:
        yield f"Klaar op: {full_day(action.due_on)}"
    if item.moment is Moment.DUE and action.review_on:
        yield f"Terugkijken op: {full_day(action.review_on)}"
    for label, text in (
        ("Wie", action.owner),
        ("Wat een inwoner merkt", action.social_effect),
        ("Stand", action.progress.value),
        ("Wat ervan kwam", action.outcome),
        ("Samenwerking", settings.name),
    ):
        if text.strip():
            yield f"{label}: {visible(text).strip()}"
