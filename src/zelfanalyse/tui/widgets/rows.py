"""A list of lines with a cursor that reads without colour: ``›``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.events import Click
    from textual.widget import Widget

PAGE = 8  # rows that count as a page key, not as an arrow
FAR = 999  # and as a key to the very first or last
_DIGITS = 10


class Row(NamedTuple):
    """One line to pick; without a value it is a heading."""

    value: str
    label: str
    mark: str = ""
    chosen: bool = False
    apart: bool = False


def digit(number: int) -> str:
    """Return the key for the row with this number, from 1; past the tenth there is none."""
    return str(number % 10) if number <= _DIGITS else " "


class Rows(Drawn):
    """Draws rows and a cursor; reports the value of the row that is clicked."""

    class Picked(Message):
        """A row was picked with the mouse."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, rows: Iterable[Row] = (), *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.rows = tuple(rows)
        self.cursor = ""
        self._shown: tuple[tuple[Row, ...], str] | None = None

    def show(self, rows: Iterable[Row], cursor: str | None = None) -> None:
        """Draw these rows; the cursor goes where it is told, or stays."""
        self.rows = tuple(rows)
        self.cursor = self.cursor if cursor is None else cursor
        if self.cursor not in self.values:
            self.cursor = ""
        self._redraw()

    @property
    def values(self) -> list[str]:
        """What can be picked, from top to bottom."""
        return [row.value for row in self.rows if row.value]

    def move(self, by: int) -> None:
        """Move the cursor by a number of rows; from nowhere it enters at the nearest end.

        Where it can go no further, what stands above or below the rows scrolls into sight.
        """
        values = self.values
        if not values:
            return
        if self.cursor in values:
            place = min(max(values.index(self.cursor) + by, 0), len(values) - 1)
        else:
            place = 0 if by > 0 else len(values) - 1
        if self.cursor != values[place]:
            self._stand(values[place])
        elif (frame := self._frame) is not None:
            frame.scroll_relative(y=by, animate=False, immediate=True)

    def read(self, by: int) -> None:
        """Scroll by a number of lines; the cursor comes along where there is a row to stand on.

        Where nothing is left to scroll, the cursor moves. To the very first or last line it goes
        with the first or last row.
        """
        frame = self._frame
        if frame is None:
            self.move(by)
            return
        before = frame.scroll_offset.y
        frame.scroll_relative(y=by, animate=False, immediate=True)
        seen = self._seen(frame)
        if not seen:
            return
        behind, ahead = (0, -1) if by > 0 else (-1, 0)
        if abs(by) >= FAR:
            self._stand(seen[ahead])
        elif self.cursor not in seen:
            self._stand(seen[behind])
        elif frame.scroll_offset.y == before:
            self.move(by)

    def seek(self) -> bool:
        """Bring the cursor into sight; false when it was there already."""
        frame = self._frame
        if frame is None or not self.cursor:
            return False
        sight = _sight(frame)
        for row, top, _ in self._places(frame):
            if row.value == self.cursor and top + row.apart not in sight:
                self._reveal()
                return True
        return False

    def lines(self, width: int) -> Sequence[Content]:
        """Return the rows, each label wrapped under itself."""
        return [line for row in self.rows for line in self._lines(row, width)]

    def on_click(self, event: Click) -> None:
        """Report the row under the mouse; the second half of a double click is no answer."""
        offset = event.get_content_offset(self)
        if offset is None or event.chain > 1:
            return
        top = 0
        for row, height in self._heights(self.room):
            top += height
            if offset.y < top:
                if row.value:
                    self.cursor = row.value
                    self.post_message(self.Picked(row.value))
                return

    def on_resize(self) -> None:
        """Keep the cursor in sight when the window changes."""
        self.call_after_refresh(self._reveal)

    def _stand(self, value: str) -> None:
        """Put the cursor on a row, in sight before the next key is handled."""
        if value != self.cursor:
            self.cursor = value
            self._redraw()
            self._reveal()

    def _redraw(self) -> None:
        if self._shown == (self.rows, self.cursor):
            return
        self._shown = self.rows, self.cursor
        self.redraw()
        if self.cursor:
            self.call_after_refresh(self._reveal)

    def _heights(self, width: int) -> list[tuple[Row, int]]:
        return [(row, len(self._lines(row, width))) for row in self.rows]

    def _lines(self, row: Row, width: int) -> list[Content]:
        above = [Content("")] if row.apart else []
        if not row.value:
            return above + literal(row.label, "$quiet").wrap(max(width, 1))
        here = row.value == self.cursor
        style = "bold" if row.chosen or here else ""
        lead = Content.assemble("› " if here else "  ", row.mark, "  " if row.mark else "")
        label = literal(row.label, style).wrap(max(width - lead.cell_length, 1))
        rest = [line.pad_left(lead.cell_length) for line in label[1:]]
        lead = lead.stylize("bold $accent") if here else lead.stylize(style)
        return [*above, lead + label[0], *rest]

    @property
    def _frame(self) -> VerticalScroll | None:
        """The nearest scrolling ancestor."""
        return next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)

    def _places(self, frame: VerticalScroll) -> Iterator[tuple[Row, int, int]]:
        """Yield each row with its first line in what the frame scrolls, and its height."""
        top, node = 0, cast("Widget", self)
        while node is not frame:  # each is placed within its parent
            top += node.virtual_region.y
            node = cast("Widget", node.parent)
        for row, height in self._heights(self.room):
            yield row, top, height
            top += height

    def _seen(self, frame: VerticalScroll) -> list[str]:
        """Return what can be picked and is wholly in sight."""
        sight = _sight(frame)
        return [
            row.value
            for row, top, height in self._places(frame)
            if row.value and top in sight and top + height - 1 in sight
        ]

    def _reveal(self) -> None:
        """Scroll so that the row of the cursor is in sight.

        With the first row comes all that stands above it, where there is room for both.
        """
        frame = self._frame
        if frame is None or not self.cursor:
            return
        for row, top, height in self._places(frame):
            if row.value == self.cursor:
                room = len(_sight(frame))
                fits = self.cursor == self.values[0] and top + height <= room
                low = 0 if fits else top
                region = Region(0, low, 1, min(top + height - low, room))
                frame.scroll_to_region(region, animate=False, immediate=True)


def _sight(frame: VerticalScroll) -> range:
    """Return which of its lines a frame shows now."""
    top = frame.scroll_offset.y
    return range(top, top + frame.scrollable_content_region.height)
