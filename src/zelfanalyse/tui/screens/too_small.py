"""One sentence instead of a broken screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS

if TYPE_CHECKING:
    from textual.app import ComposeResult


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
            f"Maak het minstens {MIN_COLUMNS} breed en {MIN_ROWS} hoog."
        )
