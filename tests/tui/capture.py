"""What is on a screen, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def capture(app: App[Any]) -> str:
    """Return the screen as text, as one would see it without colours."""
    lines = app.screen._compositor.render_strips()
    return "".join(f"{line.text.rstrip()}\n" for line in lines)
