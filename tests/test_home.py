"""A folder instead of a command: the home of a dossier, on a real terminal and without one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, on_disk, person, posted
from tests.rounds import LIST, run, whole
from tests.terminal import CTRL_Q, ENTER, Terminal
from zelfanalyse.dossier import folder
from zelfanalyse.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")


def test_without_a_terminal_a_dossier_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script gets a sentence, and the command that prints the same."""
    on_disk(tmp_path / "d")
    done = run(capsys, tmp_path / "d")
    assert (ExitCode.USAGE, "") == (done.exit_code, done.out)
    assert f"zelfanalyse stand {tmp_path / 'd'}" in done.err


def test_a_folder_that_is_no_dossier_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the way to make one."""
    done = run(capsys, tmp_path)
    assert ExitCode.USAGE == done.exit_code
    assert "staat geen dossier" in done.err
    assert "zelfanalyse nieuw MAP" in done.err


def test_a_command_wins_over_a_folder_of_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who means the folder types ./ before it."""
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path / "vragenlijsten")
    assert "samenwerking" in run(capsys, "vragenlijsten").out
    assert "Het dossier openen" in run(capsys, "./vragenlijsten").err


def test_a_word_that_is_nothing_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    """As before."""
    assert "Er is geen opdracht 'bestaat-niet'" in run(capsys, "bestaat-niet").err


@on_a_terminal
def test_a_dossier_by_keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open it, merge what lies there, read the report, come back, and stop."""
    monkeypatch.setenv("PAGER", "cat")
    place = whole(tmp_path / "dossier").folder
    posted(place / folder.FILLED_IN, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    terminal = Terminal(["dossier"], tmp_path)
    terminal.wait_for("Er ligt 1 ingeleverd antwoord klaar")
    terminal.press("s")
    terminal.wait_for("aangenomen (partners)")
    terminal.press(ENTER)
    terminal.wait_for("7 antwoorden")
    terminal.press("r")
    terminal.wait_for("Lees het hier")
    terminal.press("2")
    terminal.wait_for("Druk op Enter om terug te gaan.")
    terminal.press(ENTER)
    terminal.wait_for("◐ Rapport")
    terminal.press(CTRL_Q)
    assert ExitCode.OK == terminal.wait_for_end()
    assert 19 == len(folder.load(place).responses)
    assert (place / "logboek.jsonl").exists()


@on_a_terminal
def test_the_example_from_the_start_screen(tmp_path: Path) -> None:
    """Who types nothing but the name of the program makes the example and looks at it."""
    terminal = Terminal([], tmp_path)
    terminal.wait_for("Een voorbeeld maken en bekijken")
    terminal.press("3")
    terminal.wait_for("Druk op Enter om terug te gaan.")
    terminal.press(ENTER)
    terminal.wait_for("Regio Voorbeeld (verzonnen)")
    terminal.press(CTRL_Q)
    assert ExitCode.OK == terminal.wait_for_end()
