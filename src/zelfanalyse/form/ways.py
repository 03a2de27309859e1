"""The ways in from the first page: a new response, a draft to go on with, a list to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.form.welcome import closed_line, draft_line

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.response.desk import Desk, Found


class Way(NamedTuple):
    """One way in: what it says, and the file that is opened; none begins a new response."""

    label: str
    path: Path | None


def ways(desk: Desk, found: Found) -> tuple[Way, ...]:
    """Return the ways in, in order: one draft comes first, and among several the new one does.

    Among several drafts there are other people's: what stands first must not open one.
    """
    told = desk.session_of
    drafts = [Way(draft_line(told(item.response)), item.path) for item in found.drafts]
    closed = [Way(closed_line(told(item.response)), item.path) for item in found.handed_in]
    new = Way("Nieuw beginnen" if drafts or closed else "Beginnen", None)
    return (*drafts, new, *closed) if len(drafts) == 1 else (new, *drafts, *closed)
