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
    """A widget that is one text, which depends on its width."""

    ALLOW_SELECT = False

    _wrapped: Sequence[Content] = ()
    _wrapped_at = -1  # no width is this: the first drawing wraps

    def text(self, width: int) -> Content:
        """Return the text at this width, not yet wrapped."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The columns for the text, as they were laid out last."""
        return max(self.outer_size.width - self.gutter.width, 1)

    def redraw(self) -> None:
        """Draw the lines that differ from what is on the screen."""
        if not self.outer_size:
            self.refresh(layout=True)  # which wraps, at the width it finds
            return
        before = self._wrapped
        self._wrap(self.room)
        if len(before) != len(self._wrapped):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(before, self._wrapped, strict=True))
        changed = [y for y, (old, new) in pairs if not new.is_same(old)]
        if changed:
            self.refresh(*(Region(0, y, self.room, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Return one line as it comes on the screen."""
        if self._wrapped_at != self.room:
            self._wrap(self.room)
        if y >= len(self._wrapped):
            return Strip.blank(self.room, self.visual_style.rich_style)
        base = self.visual_style
        parts = self._wrapped[y].render(base, end="", parse_style=self._get_style)
        return Strip([Segment(part, (base + style).rich_style) for part, style in parts])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Return how many lines the text takes at this width."""
        self._wrap(width)
        return len(self._wrapped)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # idem
        """Return the width of what surrounds the text: it wraps inside that."""
        return container.width

    def _wrap(self, width: int) -> None:
        self._wrapped = self.text(width).wrap(max(width, 1))
        self._wrapped_at = width
