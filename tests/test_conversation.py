"""``gesprek`` without a screen for a room: the points as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, RAAD, asked, bytes_of, factor, on_disk, person
from zelfanalyse.dossier import folder, ledger
from zelfanalyse.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.running import Done

    Run = Callable[..., Done]


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """Return a dossier in which courage differs."""
    questionnaire = asked(factor("moed"))
    opened = on_disk(tmp_path / "d", questionnaire, (RAAD, PARTNERS))
    for base, (group, value) in ((0, (RAAD, 4)), (100, (PARTNERS, 2))):
        for number in range(6):
            said = {"moed-1": f"Mail jan@{group.id}.nl"} if number == 0 else {}
            answer = person(
                base + number, group.id, questionnaire, {"moed-1": value}, comments=said
            )
            folder.accept(opened, answer)
    return tmp_path / "d"


@pytest.mark.parametrize("option", [[], ["--eenvoudig"]])
def test_the_points_are_printed_to_prepare(place: Path, run: Run, option: list[str]) -> None:
    """Without a terminal, or when asked; with the figures and how to write a decision down."""
    done = run("gesprek", place, *option)
    assert ExitCode.OK is ExitCode(done.exit_code)
    for told in ("Moed (moed)", "Zelf: 4,0 (6 personen)", "Buiten: 2,0 (6 personen)", "leren"):
        assert told in done.out
    assert f"zelfanalyse acties {place}" in done.err


def test_what_is_shown_is_noted_first(place: Path, run: Run) -> None:
    """As for a report: a second time nothing is added, and only the ledger is written."""
    before = bytes_of(place)
    run("gesprek", place)
    after = bytes_of(place)
    assert {ledger.LEDGER} == {name for name in after if after[name] != before.get(name)}
    run("gesprek", place)
    assert after == bytes_of(place)


def test_words_that_may_say_who_someone_is_are_told(place: Path, run: Run) -> None:
    """As for a report; without words there is nothing to tell on the page."""
    done = run("gesprek", place)
    assert "een e-mailadres" in done.err
    assert "Mail jan@raad.nl" in done.out
    without = run("gesprek", place, "--zonder-woorden")
    assert "Mail" not in without.out
    assert "e-mailadres" not in without.err


def test_a_folder_without_a_dossier_is_told(run: Run, tmp_path: Path) -> None:
    """In the sentence that every command has."""
    done = run("gesprek", tmp_path)
    assert (ExitCode.USAGE, f"In '{tmp_path}' staat geen dossier.") == (
        done.exit_code,
        done.err.split(" Maak")[0],
    )
