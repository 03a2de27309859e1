"""What draws its own text: again only the lines that differ, and laid out only for another height.

A key changes a few lines. To draw all of them again would cost twice as much, and to lay out the
whole screen for that more than all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content
    from textual.geometry import Size


class Drawn(Widget):
    """A widget that is some lines, which depend on its width."""

    ALLOW_SELECT = False

    _drawn: Sequence[Content] = ()
    _drawn_at = -1  # no width is this: the first drawing asks for the lines

    def lines(self, width: int) -> Sequence[Content]:
        """Return the lines, each at most this wide."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The columns for the lines, as they were laid out last."""
        return max(self.outer_size.width - self.gutter.width, 1)

    def redraw(self) -> None:
        """Draw the lines that differ from what is on the screen."""
        if not self.outer_size:
            self.refresh(layout=True)  # which asks for the lines, at the width it finds
            return
        before = self._drawn
        self._draw_at(self.room)
        if len(before) != len(self._drawn):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(before, self._drawn, strict=True))
        changed = [y for y, (old, new) in pairs if not new.is_same(old)]
        if changed:
            self.refresh(*(Region(0, y, self.room, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Return one line as it comes on the screen."""
        if self._drawn_at != self.room:
            self._draw_at(self.room)
        if y >= len(self._drawn):
            return Strip.blank(self.room, self.visual_style.rich_style)
        base = self.visual_style
        parts = self._drawn[y].render(base, end="", parse_style=self._get_style)
        return Strip([Segment(part, (base + style).rich_style) for part, style in parts])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Return how many lines there are at this width."""
        self._draw_at(width)
        return len(self._drawn)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # idem
        """Return the width of what surrounds the lines: they stay inside that."""
        return container.width

    def _draw_at(self, width: int) -> None:
        self._drawn = self.lines(max(width, 1))
        self._drawn_at = width
