"""A long text through the reader's own pager."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from zelfanalyse.pager import paged

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "● één\n" * 5000


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a terminal that can do more than lines."""
    monkeypatch.setenv("TERM", "xterm")


def test_the_pager_of_the_reader_gets_the_whole_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``$PAGER`` may have options, and reads UTF-8."""
    copy = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    words = [sys.executable, "-c", copy, str(tmp_path / "gelezen")]
    monkeypatch.setenv("PAGER", shlex.join(words))
    assert paged(TEXT)
    assert TEXT == (tmp_path / "gelezen").read_text("utf-8")


def test_who_stops_reading_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pager that ends before the text does has shown enough."""
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-c", "pass"]))
    assert paged(TEXT)


@pytest.mark.parametrize("pager", ["", "dit-programma-is-er-niet", "'half"])
def test_without_a_pager_nothing_is_shown(pager: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty, absent or unreadable ``$PAGER``: the caller prints the text itself."""
    monkeypatch.setenv("PAGER", pager)
    assert not paged(TEXT)


def test_without_less_and_on_a_dumb_terminal_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is known and nothing is there, the caller prints the text itself."""
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert not paged(TEXT)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PAGER", "cat")
    assert not paged(TEXT)
