"""Days, numbers and pairs, as people type them."""

from __future__ import annotations

import re
from datetime import date

_MOST_DIGITS = 1000  # Python refuses to read a number of thousands
_WHOLE = re.compile(r"\d{1,3}([. ]?\d{3})*|\d+")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def read_date(text: str) -> date | None:
    """Return a day as people type it: 18-3-2027, 2027-03-18 or 18 maart 2027; none for the rest."""
    parts = re.split(r"[-/. ]+", text.strip().casefold())
    if len(parts) != 3:  # noqa: PLR2004 - day, month and year
        return None
    if len(parts[0]) == len("2027"):
        parts.reverse()
    if len(parts[2]) != len("2027"):
        return None
    names = [item for item in _MONTHS if parts[1][:3].replace("mrt", "maa") == item]
    month = str(_MONTHS.index(names[0]) + 1) if names else parts[1]
    try:
        return date(int(parts[2]), int(month), int(parts[0]))
    except ValueError:
        return None


def read_number(text: str) -> int | None:
    """Return a whole number as people type it, also as 50.000; none for anything else."""
    if len(text) > _MOST_DIGITS or not _WHOLE.fullmatch(text.strip()):
        return None
    return int(re.sub(r"\D", "", text))


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Return the parties with their roles, as ``who = what; who = what``."""
    items = [item.partition("=") for item in text.split(";") if item.strip()]
    return [(who.strip(), what.strip()) for who, _, what in items]
