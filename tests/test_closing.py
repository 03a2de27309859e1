"""Closing a round: what it needs, what it keeps, and what is closed from then on."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, bytes_of, person, posted
from tests.rounds import LIST, run, whole
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.closure import Answered, Closure
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.errors import ExitCode, StorageError
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.standing import status

if TYPE_CHECKING:
    from pathlib import Path

START = 'startvragen = ["Werkt het?", "Wie beslist?"]'
TOLD = ("--startvraag", "1=deels: soms", "--startvraag", "2=open")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a dossier that misses nothing."""
    whole(tmp_path / "dossier", start=START)
    return tmp_path / "dossier"


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let someone type these lines."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)


def test_a_round_that_misses_something_stays_open(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything that is missing is named, and but for the ledger nothing is written."""
    book.save(place, Actions())
    before = bytes_of(place)
    done = run(capsys, "afsluiten", place, *TOLD)
    assert ExitCode.FINDINGS == done.exit_code
    assert "Een besluit over 'Democratie'" in done.err
    assert before == {
        name: content for name, content in bytes_of(place).items() if name != "logboek.jsonl"
    }
    assert (place / "logboek.jsonl").exists()  # what is missing tells of the figures


def test_closing_keeps_lessons_questions_and_figures(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The closure has what was told, both sides are closed, and the report is final."""
    done = run(capsys, "afsluiten", place, *TOLD, "--les", "Bel eerder.", "--open-vraag", "En nu?")
    assert ExitCode.OK == done.exit_code, done.err
    opened = folder.load(place)
    closure = opened.book.closure
    assert closure is not None
    assert (("Bel eerder.",), ("En nu?",)) == (closure.lessons, closure.open_questions)
    assert [("Werkt het?", Answered.PARTLY, "soms"), ("Wie beslist?", Answered.NO, "")] == [
        (item.question, item.answered, item.words) for item in closure.start_questions
    ]
    assert opened.book.steps.are_both_closed
    assert status(Case.of(opened)).is_final


def test_at_a_terminal_the_rest_is_asked(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start question that no option names, and lines until an empty one."""
    typing(monkeypatch, "misschien", "beantwoord", "De raad.", "Les een", "Les twee", "", "")
    done = run(capsys, "afsluiten", place, "--startvraag", "1=open")
    assert ExitCode.OK == done.exit_code, done.err
    closure = folder.load(place).book.closure
    assert closure is not None
    assert ("Les een", "Les twee") == closure.lessons
    assert ("De raad.", Answered.YES) == (
        closure.start_questions[1].words,
        closure.start_questions[1].answered,
    )


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--startvraag", "1=open"),
        ("--startvraag", "3=open"),
        ("--startvraag", "1=klaar"),
        ("--startvraag", "een=open"),
        ("--startvraag", "1=open", "--startvraag", "1=deels"),
        (*TOLD, "--les", " "),
        (*TOLD, "--open-vraag", "x" * 201),
    ],
)
def test_what_cannot_be_kept_is_refused(
    place: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """With a sentence, and nothing is closed."""
    done = run(capsys, "afsluiten", place, *words)
    assert ExitCode.USAGE == done.exit_code
    assert folder.load(place).book.closure is None


def test_a_hint_says_how_to_answer_a_start_question(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal nobody can be asked."""
    done = run(capsys, "afsluiten", place, "--startvraag", "1=open")
    assert "2. Wie beslist?" in done.err
    assert '--startvraag "1=beantwoord: het antwoord"' in done.err


def test_after_closing_nothing_comes_in(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even what would have been accepted the day before."""
    late = posted(place.parent, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    run(capsys, "afsluiten", place, *TOLD)
    before = bytes_of(place)
    done = run(capsys, "samenvoegen", place, late)
    assert (ExitCode.USAGE, before) == (done.exit_code, bytes_of(place))
    assert "Er komt niets meer bij." in done.err


def test_other_figures_make_a_draft_again(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And it is said which figures: then, and now."""
    run(capsys, "afsluiten", place, *TOLD)
    for path in sorted((place / folder.ACCEPTED).iterdir())[:6]:
        path.unlink()
    opened = folder.load(place)
    standing = status(Case.of(opened))
    assert not standing.is_final
    assert opened.book.closure is not None
    assert opened.book.closure.fingerprint in standing.sentence


def test_a_newer_version_of_the_program_leaves_a_round_closed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has other figures of the same answers; without what they rest on, that is a draft."""
    run(capsys, "afsluiten", place, *TOLD)
    path = place / Closure.name
    text = path.read_text("utf-8")
    then = re.sub(r'kenmerk = "\w+"', 'kenmerk = "aaaaaaaaaaaa"', text)
    path.write_text(then, "utf-8")
    assert status(Case.of(folder.load(place))).is_final
    path.write_text(re.sub(r'kenmerk_gegevens = "\w+"\n', "", then), "utf-8")
    assert not status(Case.of(folder.load(place))).is_final
    path.write_text(re.sub(r'kenmerk_gegevens = "\w+"\n', "", text), "utf-8")
    assert status(Case.of(folder.load(place))).is_final


def test_another_threshold_makes_a_draft_again(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And so does anything else that decides figures; a name that is corrected does not."""
    run(capsys, "afsluiten", place, *TOLD)
    settings = place / folder.SETTINGS
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('naam = "Proefregio"', 'naam = "De regio"'), "utf-8")
    assert status(Case.of(folder.load(place))).is_final
    settings.write_text(text.replace("[methode]", "[methode]\nsterk_vanaf = 80"), "utf-8")
    assert not status(Case.of(folder.load(place))).is_final


def test_a_closed_round_is_not_closed_again(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was learnt the first time stays."""
    run(capsys, "afsluiten", place, *TOLD, "--les", "Een")
    before = bytes_of(place)
    done = run(capsys, "afsluiten", place, *TOLD, "--les", "Twee")
    assert (ExitCode.USAGE, before) == (done.exit_code, bytes_of(place))


def test_a_closed_round_can_be_opened(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a yes, and with --ja where nobody can be asked."""
    assert ExitCode.USAGE == run(capsys, "afsluiten", place, "--weer-open").exit_code
    run(capsys, "afsluiten", place, *TOLD)
    assert ExitCode.USAGE == run(capsys, "afsluiten", place, "--weer-open").exit_code
    typing(monkeypatch, "nee")
    assert ExitCode.OK == run(capsys, "afsluiten", place, "--weer-open").exit_code
    assert folder.load(place).book.closure is not None
    typing(monkeypatch, "ja")
    run(capsys, "afsluiten", place, "--weer-open")
    opened = folder.load(place)
    assert opened.book.closure is None
    assert not status(Case.of(opened)).is_final


def test_a_day_on_which_a_side_was_closed_stays(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Closing the round only closes what is open."""
    (place / Steps.name).write_text("formaat = 1\n[gesloten]\nzelf = 2026-01-02\n", "utf-8")
    run(capsys, "afsluiten", place, *TOLD)
    closed = folder.load(place).book.steps.closed
    assert closed.own is not None
    assert closed.external is not None
    assert "2026-01-02" == closed.own.isoformat()


def test_what_changed_while_someone_typed_is_not_closed(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures and the actions are those that were judged."""
    from zelfanalyse.commands import close  # noqa: PLC0415 - a command is imported when it is run

    def while_typing(*_: object) -> dict[int, object]:
        book.save(place, Actions())
        return {}

    monkeypatch.setattr(close, "_outcomes", while_typing)
    typing(monkeypatch, "open", "", "open", "", "", "")
    done = run(capsys, "afsluiten", place)
    assert ExitCode.FINDINGS == done.exit_code
    assert "intussen veranderd" in done.err
    assert not (place / Closure.name).exists()


def test_a_full_disk_closes_nothing(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The round is open until the closure is on the disk."""

    def refuse(*_: object) -> None:
        raise StorageError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(book, "save", refuse)
    assert ExitCode.FINDINGS == run(capsys, "afsluiten", place, *TOLD).exit_code
    assert folder.load(place).book.closure is None
