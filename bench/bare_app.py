"""The least that Textual can do: one static line, drawn again at each key."""

# ruff: noqa: INP001 - a plain script
from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line with a number in it."""

    ENABLE_COMMAND_PALETTE = False
    number = 1

    def compose(self) -> ComposeResult:
        """Draw the line."""
        yield Static(self.line)

    @property
    def line(self) -> str:
        """The words on the screen."""
        return f"Vraag {self.number} van 99"

    def on_key(self) -> None:
        """Draw the next number."""
        self.number += 1
        self.query_one(Static).update(self.line)


if __name__ == "__main__":
    BareApp().run()
