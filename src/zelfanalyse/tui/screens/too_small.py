"""One sentence instead of a broken screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

WIDTH, HEIGHT = 60, 18


class TooSmallScreen(ModalScreen[None]):
    """Lies over everything until the window is large enough; no key reaches what is below."""

    def compose(self) -> ComposeResult:
        """Draw the sentence."""
        yield Static(markup=False)

    def on_resize(self) -> None:
        """Say how small the window is now."""
        width, height = self.app.size
        self.query_one(Static).update(
            f"Het venster is te klein ({width}×{height}). "
            f"Maak het minstens {WIDTH} breed en {HEIGHT} hoog."
        )
