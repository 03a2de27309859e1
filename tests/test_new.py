"""``nieuw`` from the command line: with options, line by line, and in a real terminal."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import bytes_of
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.profile import OccasionKind
from zelfanalyse.errors import ExitCode
from zelfanalyse.questionnaire.questions import Size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.running import Done

NEEDED = ("nieuw", "d", "--naam", "Regio", "--aanleiding", "Nodig")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_script_can_say_everything(run: Callable[..., Done], place: Path) -> None:
    """Every field of a dossier has an option, and what it says is in the folder."""
    done = run(
        *(*NEEDED, "--soort-aanleiding", "herindeling", "--domein", "zorg", "--opgave", "Jeugd."),
        *("--ronde", "2027", "--lijst", "samenwerking", "--lijst", "calimero"),
        *("--perspectief", "directie", "--perspectief", "raad", "--perspectief", "overheid"),
        *("--kort", "overheid", "--op-naam", "overheid", "--grootte", "overheid=groter"),
        *("--uitgenodigd", "raad=12", "--uitgenodigd", "directie=2", "--minimum-groep", "6"),
        *("--vorm", "convenant", "--bestuur", "AB", "--inwoners", "50.000"),
        *("--historie", "Sinds 2015.", "--fase", "Gegroeid.", "--dag", "2099-03-18", "--visitatie"),
        *("--startvraag", "Wie?", "--startvraag", "Wat?", "--eigen-vraag", "Wat mist u?"),
        *("--vernietigen-op", "1-1-2106", "--zaaknummer", "Z-1"),
    )
    assert 0 == done.exit_code, done.err
    made = folder.load(place / "d")
    settings = made.settings
    assert (OccasionKind.MERGER, "zorg", "Jeugd.", "2027") == (
        settings.occasion_kind,
        settings.domain,
        settings.challenge,
        settings.round,
    )
    assert ["directie", "raad", "overheid"] == [item.id for item in settings.perspectives]
    directie, raad, overheid = settings.perspectives
    assert (2, 12, None) == (directie.invited, raad.invited, overheid.invited)
    assert ("kort", True, Size.LARGER) == (overheid.form, overheid.on_record, overheid.size)
    assert (6, ("Wie?", "Wat?")) == (settings.method.minimum_group, settings.start_questions)
    assert () == settings.profile.missing
    assert ("Z-1", date(2106, 1, 1)) == (settings.archive.case_number, settings.archive.destroy_on)
    assert ["calimero"] == [part.questionnaire.id for part in made.parts]
    assert "Wat mist u?" in [item.text for item in made.questionnaire.open_questions]
    assert date(2099, 3, 18) == made.book.steps.day
    assert "visitatie" in [step.id for step in made.book.steps.steps]


def test_what_to_think_of_is_told(run: Callable[..., Done]) -> None:
    """A dossier is made, and the sentences of the wizard are on stderr."""
    done = run(*NEEDED, "--perspectief", "raad", "--uitgenodigd", "raad=4", "--dag", "2020-01-01")
    assert (0, "") == (done.exit_code, done.out)
    for sentence in ("geen groep van buiten", "Minder dan 5 uitgenodigd: Raad", "al geweest"):
        assert sentence in done.err
    assert "Open het met: zelfanalyse " in done.err


@pytest.mark.parametrize(
    "more",
    [
        ("--soort-aanleiding", "zomaar"),
        ("--dag", "morgen"),
        ("--vernietigen-op", "31-2-2030"),
        ("--uitgenodigd", "raad"),
        ("--uitgenodigd", "raad=veel"),
        ("--uitgenodigd", "raad=-5"),
        ("--uitgenodigd", "raad=1000001"),
        ("--uitgenodigd", "pers=3"),
        ("--perspectief", "raad", "--kort", "college"),
        ("--op-naam", "pers"),
        ("--grootte", "raad=reus"),
        ("--lijst", "calimero", "--lijst", "calimero"),
        tuple(word for number in range(4) for word in ("--startvraag", f"{number}?")),
        tuple(word for number in range(5) for word in ("--eigen-vraag", f"{number}?")),
    ],
    ids=" ".join,
)
def test_what_does_not_fit_makes_nothing(
    run: Callable[..., Done], place: Path, more: tuple[str, ...]
) -> None:
    """One Dutch sentence with what to do, and an empty folder."""
    done = run(*NEEDED, *more)
    assert (ExitCode.USAGE, "") == (done.exit_code, done.out)
    assert 1 == len(done.err.strip().splitlines())
    assert {} == bytes_of(place)


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--uitgenodigd", "raad=veel", "--uitgenodigd raad"),
        ("--fase", "x" * 30_000, "--fase"),
        ("--startvraag", "x" * 30_000, "--startvraag"),
        ("--eigen-vraag", "x" * 30_000, "--eigen-vraag"),
        ("--soort-aanleiding", "zomaar", "--soort-aanleiding"),
    ],
    ids=("invited", "phase", "start", "own", "kind"),
)
def test_what_does_not_fit_is_named_as_it_is_typed(
    run: Callable[..., Done], option: str, text: str, told: str
) -> None:
    """By its option, and a group behind it."""
    assert run(*NEEDED, option, text).err.startswith(f"{told}: ")


def test_without_a_terminal_it_says_what_is_missing(run: Callable[..., Done]) -> None:
    """The option, and the two other ways."""
    done = run("nieuw", "d")
    assert ExitCode.USAGE == done.exit_code
    assert "Er ontbreekt iets: --naam." in done.err
    assert "in een terminal, of met --eenvoudig" in done.err


def test_line_by_line_through_a_pipe(
    run: Callable[..., Done], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the options said already is kept with Enter; nothing is made before yes."""
    lines = "\n" * 200  # Enter everywhere; at the last question that is no answer
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    done = run(*NEEDED, "--perspectief", "raad", "--eenvoudig")
    assert ExitCode.INTERRUPTED == done.exit_code
    assert "Nu: Regio" in done.out
    assert "Er is geen dossier gemaakt." in done.err
    assert {} == bytes_of(place)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{lines}ja\n"))
    assert 0 == run(*NEEDED, "--perspectief", "raad", "--eenvoudig").exit_code
    assert "Regio" == folder.load(place / "d").settings.name


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pseudo-terminal")
def test_a_terminal_opens_the_pages(place: Path) -> None:
    """What an option said is filled in, and what is made by keyboard can be opened."""
    from tests.terminal import ENTER, Terminal  # noqa: PLC0415 - POSIX only

    down, f10 = "\x1b[B", "\x1b[21~"
    terminal = Terminal(["nieuw", "d", "--naam", "Regio Vecht", "--perspectief", "raad"], place)
    terminal.wait_for("bladzijde 1 van 7")
    terminal.wait_for("Regio Vecht")
    terminal.press(down, down, *"Nodig", ENTER)
    terminal.wait_for("Soort aanleiding")
    terminal.press(f10)
    terminal.wait_for("Maak het dossier")
    terminal.press(ENTER)
    assert 0 == terminal.wait_for_end()
    settings = folder.load(place / "d").settings
    assert ("Regio Vecht", "Nodig") == (settings.name, settings.occasion)
    assert ["raad"] == [item.id for item in settings.perspectives]
