"""Lines that are only read, and a row of keys that wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn
from zelfanalyse.tui.widgets.head import Hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zelfanalyse.facilitator.home_text import Line

_NARROWEST = 24  # columns for a text beside its lead; with fewer it goes below


class Lines(Drawn):
    """Draws lines, each text wrapped under itself."""

    _lines: tuple[Line, ...] = ()

    def show(self, lines: Iterable[Line]) -> None:
        """Draw these lines."""
        self._lines = tuple(lines)
        self.redraw()

    def lines(self, width: int) -> Sequence[Content]:
        """Return the lines at this width."""
        return [row for line in self._lines for row in _rows(line, width)]


class KeyRow(Hints):
    """All keys of a page, over as many lines as they need."""

    def lines(self, width: int) -> Sequence[Content]:
        """Return the keys, none of them cut."""
        rows: list[Content] = []
        for part in self.parts():
            longer = Content("   ").join([rows[-1], part]) if rows else part
            if rows and longer.cell_length <= width:
                rows[-1] = longer
            else:
                rows.append(part)
        return [line for row in rows for line in row.wrap(width)]


def _rows(line: Line, width: int) -> list[Content]:
    if line.is_heading:
        return literal(line.text, "bold").wrap(max(width, 1))
    lead = literal(line.lead)
    room = width - lead.cell_length
    if room < min(_NARROWEST, literal(line.text).cell_length):
        return [lead.rstrip(), *_under(line.text, 2, width)]
    first, *rest = literal(line.text).wrap(max(room, 1)) or [Content("")]
    return [lead + first, *(row.pad_left(lead.cell_length) for row in rest)]


def _under(text: str, indent: int, width: int) -> list[Content]:
    return [row.pad_left(indent) for row in literal(text).wrap(max(width - indent, 1))]
