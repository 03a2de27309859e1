"""What draws its own text: again only when that differs, and laid out only when its height does.

A key changes a few lines. To lay out the whole screen for that would cost more than all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Size


class Drawn(Widget):
    """A widget that is one text, which depends on its width."""

    ALLOW_SELECT = False

    _last = Content("")
    _height = -1  # no height is this: the first drawing is laid out

    def text(self, width: int) -> Content:
        """Return the text at this width, not yet wrapped."""
        raise NotImplementedError

    def height_of(self, text: Content, width: int) -> int:
        """Return how many lines a text takes at this width."""
        return len(text.wrap(max(width, 1)))

    @property
    def room(self) -> int:
        """The columns for the text, as they were laid out last."""
        return max(self.outer_size.width - self.gutter.width, 1)

    def redraw(self) -> None:
        """Draw the text where it differs from what is on the screen."""
        text = self.text(self.room)
        if text.is_same(self._last):
            return
        self._last = text
        height = self.height_of(text, self.room)
        self.refresh(layout=height != self._height)
        self._height = height

    def render(self) -> Content:
        """Return the text at the width of now."""
        return self.text(self.room)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Return how many lines the text takes at this width."""
        self._last = self.text(width)
        self._height = self.height_of(self._last, width)
        return self._height

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # idem
        """Return the width of what surrounds the text: it wraps inside that."""
        return container.width
