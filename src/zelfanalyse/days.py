"""Days as people say them in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def day(when: date) -> str:
    """Return a day without its year, like ``7 september``."""
    return f"{when.day} {_MONTHS[when.month - 1]}"
