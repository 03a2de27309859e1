"""The command that lays dossiers side by side."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import bytes_of
from tests.rounds import run, whole
from zelfanalyse.dossier.folder import SETTINGS
from zelfanalyse.dossier.ledger import LEDGER
from zelfanalyse.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def places(tmp_path: Path) -> list[Path]:
    """Return two dossiers, each with an id of its own."""
    first, second = tmp_path / "oost", tmp_path / "west"
    whole(first)
    shutil.copytree(first, second)
    for path in [second / SETTINGS, *(second / "antwoorden").glob("*.toml")]:
        text = path.read_text("utf-8").replace('id = "proef"', 'id = "west"', 1)
        path.write_text(text.replace('dossier = "proef"', 'dossier = "west"'), "utf-8")
    return [first, second]


def test_it_is_shown_and_noted_in_each_ledger(
    places: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Once: what was shown before is not noted again."""
    done = run(capsys, "vergelijk", *places)
    assert ExitCode.OK == done.exit_code, done.err
    assert "Organisaties naast elkaar" in done.out
    ledgers = [(place / LEDGER).read_bytes() for place in places]
    assert done.out == run(capsys, "vergelijk", *places).out
    run(capsys, "rapport", places[0])
    assert ledgers == [(place / LEDGER).read_bytes() for place in places]


def test_it_is_written_in_every_format_asked_for(
    places: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And not over what is there, nor in a dossier."""
    out = [tmp_path / "naast.html", tmp_path / "naast.md"]
    words = [word for path in out for word in ("-o", path)]
    assert (ExitCode.OK, "") == run(capsys, "vergelijk", *places, *words)[:2]
    assert all(path.read_bytes() for path in out)
    assert ExitCode.USAGE == run(capsys, "vergelijk", *places, *words).exit_code
    assert ExitCode.OK == run(capsys, "vergelijk", *places, *words, "--overschrijven").exit_code
    inside = places[1] / "antwoorden" / "naast.html"
    assert ExitCode.USAGE == run(capsys, "vergelijk", *places, "-o", inside).exit_code


def test_one_dossier_is_refused(places: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """By itself, twice, by another way to its folder, and with another round of its own."""
    one = places[0]
    for words in (
        (one,),
        (one, one),
        (one, places[1], places[1].parent / "oost" / ".." / "west"),
    ):
        assert ExitCode.USAGE == run(capsys, "vergelijk", *words).exit_code
    run(capsys, "ronde", one, "2027", "--toch")
    before = bytes_of(one)
    done = run(capsys, "vergelijk", one, one / "rondes" / "2026")
    assert (ExitCode.USAGE, before) == (done.exit_code, bytes_of(one))
    assert "zijn rondes van één dossier" in done.err


def test_dossiers_of_one_id_are_two_when_other_people_answered(
    places: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Municipalities that give a dossier the same name have the same id; a copy is refused."""
    other = tmp_path / "zuid"
    shutil.copytree(places[0], other)
    done = run(capsys, "vergelijk", places[0], other)
    assert (ExitCode.USAGE, "") == (done.exit_code, done.out)
    assert "dezelfde mensen" in done.err
    for path in (other / "antwoorden").glob("*.toml"):
        text = re.sub(r'(respondent = ").', r"\1Z", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    done = run(capsys, "vergelijk", places[0], other)
    assert (ExitCode.OK, "") == (done.exit_code, done.err)


def test_without_a_ledger_nothing_is_shown(
    places: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses the note of one refuses it all."""
    from zelfanalyse.dossier import ledger  # noqa: PLC0415 - patched here
    from zelfanalyse.errors import StorageError  # noqa: PLC0415 - idem

    real = ledger.append

    def refuse(folder: Path, *args: object, **more: object) -> None:
        if folder == places[1]:
            raise StorageError("De schijf is vol.", "Maak ruimte.")
        real(folder, *args, **more)  # type: ignore[arg-type] # whatever it was called with

    monkeypatch.setattr(ledger, "append", refuse)
    done = run(capsys, "vergelijk", *places)
    assert (ExitCode.FINDINGS, "") == (done.exit_code, done.out)
