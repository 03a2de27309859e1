"""What is on a screen, as lines of text; and a disk that is full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zelfanalyse.errors import StorageError

if TYPE_CHECKING:
    from textual.app import App


def capture(app: App[Any]) -> str:
    """Return the screen as text, as one would see it without colours and scroll bars.

    How far a bar reaches depends on the length of the folder's name, which differs per run.
    """
    lines = app.screen._compositor.render_strips()
    bars = str.maketrans("▁▂▃▄▅▆▇█", " " * 8)
    return "".join(f"{line.text.translate(bars).rstrip()}\n" for line in lines)


def refuse(*_: object) -> None:
    """Be a disk that is full."""
    raise StorageError("De schijf is vol.")
