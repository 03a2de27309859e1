"""The moment it is, and days as people say them in Dutch."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def now() -> datetime:
    """Return the moment it is, as the clock on the wall has it."""
    return datetime.now().astimezone()


def shifted(when: date, days: int) -> date:
    """Return the day so many days later, or earlier; never beyond the calendar itself."""
    at = when.toordinal() + days
    return date.fromordinal(min(max(at, date.min.toordinal()), date.max.toordinal()))


def full_day(when: date) -> str:
    """Return a day with its year, like ``7 september 2026``."""
    return f"{day(when)} {when.year}"


def day(when: date) -> str:
    """Return a day without its year, like ``7 september``."""
    return f"{when.day} {_MONTHS[when.month - 1]}"
