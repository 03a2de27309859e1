"""``stand``: where a round stands, plain and without figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import bytes_of
from tests.rounds import run, whole
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a dossier that misses nothing but a report."""
    whole(tmp_path / "dossier")
    return tmp_path / "dossier"


def test_it_tells_steps_people_and_the_next_thing(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it as text of 80 columns without drawing characters, and nothing is written."""
    before = bytes_of(place)
    done = run(capsys, "stand", place)
    assert (ExitCode.OK, "", before) == (done.exit_code, done.err, bytes_of(place))
    for wanted in ("Stappen", "Wie antwoordde", "Raad", "binnen, 6 antwoorden", "Nu: "):
        assert wanted in done.out
    assert max(map(len, done.out.splitlines()[:-1])) <= 80  # the last is a command, in one piece
    assert done.out.isprintable() or set(done.out) - {"\n"} < {chr(n) for n in range(32, 384)}


def test_looking_costs_no_figure(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No ledger comes of it, and what a report would tell is not told."""
    book.save(place, Actions())
    done = run(capsys, "stand", place)
    assert not (place / "logboek.jsonl").exists()
    assert "Een besluit over" not in done.out
    run(capsys, "rapport", place)
    assert "Een besluit over 'Democratie'" in run(capsys, "stand", place).out.replace("\n    ", " ")


def test_a_script_can_ask_whether_anything_is_missing(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 while something is, 0 when the round can be closed."""
    assert ExitCode.FINDINGS == run(capsys, "stand", place, "--controleren").exit_code
    run(capsys, "rapport", place)
    assert ExitCode.OK == run(capsys, "stand", place, "--controleren").exit_code


def test_a_damaged_dossier_is_refused(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file and line."""
    (place / folder.SETTINGS).write_text("formaat = 1\nnaam =\n", "utf-8")
    done = run(capsys, "stand", place)
    assert ExitCode.FINDINGS == done.exit_code
    assert "dossier.toml, regel 2" in done.err
