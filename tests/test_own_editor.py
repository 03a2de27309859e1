"""Writing in one's own editor, in a real terminal: only there can an app hand over its screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import CTRL_Q, ENTER, F4, Terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")

CTRL_C = "\x03"
SORRY = "Uw teksteditor werkt hier niet. De tekst is niet veranderd."


def writing(folder: Path) -> Terminal:
    """Return a terminal in which someone has written a few words in answer to a question."""
    terminal = Terminal(["invullen", "samenwerking"], folder)
    terminal.wait_for("Beginnen")
    terminal.press(ENTER)
    terminal.wait_for("Wat gaat goed")
    terminal.press(*"Dit gaat goed")
    terminal.wait_for("✓ bewaard")
    return terminal


def stops_in_order(terminal: Terminal) -> None:
    """The screen is the program's again: its keys work, and it ends as it should."""
    terminal.press(*" en dit")
    terminal.wait_for("Dit gaat goed en dit")
    terminal.press(CTRL_Q)
    assert 0 == terminal.wait_for_end()


def test_an_editor_that_is_not_there_gives_the_screen_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name of no program is told, and one writes on."""
    monkeypatch.setenv("EDITOR", "bestaat-niet-zoiets")
    terminal = writing(tmp_path)
    terminal.press(F4)
    terminal.wait_for(SORRY)
    stops_in_order(terminal)


def test_ctrl_c_in_an_editor_stops_only_the_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor that leaves Ctrl+C to the terminal takes nothing with it."""
    program = tmp_path / "editor"
    program.write_text("#!/bin/sh\necho De editor is er\nexec sleep 60\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{program}'")
    terminal = writing(tmp_path)
    terminal.press(F4)
    terminal.wait_for("De editor is er")
    terminal.press(CTRL_C)
    terminal.wait_for(SORRY)
    stops_in_order(terminal)
