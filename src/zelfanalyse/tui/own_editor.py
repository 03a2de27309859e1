"""Writing a text in the editor someone has chosen for themselves."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from zelfanalyse.text import visible

if TYPE_CHECKING:
    from textual.app import App


def is_there() -> bool:
    """Whether this account names an editor."""
    return bool(_words())


def edited(app: App[Any], text: str) -> str | None:
    """Return the text as it comes back from the editor; none when that did not work.

    The text is in a folder of its own that only this account can read, and gone afterwards.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="zelfanalyse-") as folder:
            path = Path(folder, "tekst.txt")
            path.write_text(text, "utf-8")
            with app.suspend():
                works = _works(path)
            if not works:
                return None
            return visible(path.read_text("utf-8", errors="replace")).strip()
    except (OSError, SuspendNotSupported):
        return None


def _works(path: Path) -> bool:
    """Run the editor, and return whether it did its work.

    Nothing is raised: Textual would not take the screen back. Ctrl+C is for the editor alone.
    """
    ours = signal.signal(signal.SIGINT, lambda *_: None)  # which the editor does not inherit
    try:
        return subprocess.run([*_words(), str(path)], check=False).returncode == 0  # noqa: S603 - their own choice
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, ours)


def _words() -> list[str]:
    try:
        return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:  # a quote that is never closed
        return []
