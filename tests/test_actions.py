"""``acties`` as people type it, and the days of the actions as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from tests.dossier.builders import asked, bytes_of, factor, on_disk
from zelfanalyse.commands import actions as command
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Action, Actions, Kind, LearningMode, Progress
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.open_page import SLOT, OpenPages
from zelfanalyse.errors import ExitCode, StorageError
from zelfanalyse.report import formats
from zelfanalyse.report.calendar_file import calendar_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.running import Done

    Run = Callable[..., Done]

AS_DATE = "Schrijf het zoals 1-3-2027 of 2027-03-01."
CALL = Action(
    id="actie-1",
    what="Elkaar bellen",
    owner="secretaris",
    due_on=date(2027, 3, 1),
    kind=Kind.AGREEMENT,
    social_effect="Eén loket",
    review_on=date(2027, 9, 1),
)


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """Return a dossier without actions."""
    on_disk(tmp_path / "d", asked(factor("vertrouwen"), factor("moed")))
    return tmp_path / "d"


def kept(place: Path) -> tuple[Action, ...]:
    """Return the actions on disk."""
    return folder.load(place).book.actions.actions


def test_an_action_is_added_with_all_its_fields(place: Path, run: Run) -> None:
    """Days can be written in two ways, and the point has an action for its decision."""
    words = {
        "--wat": "Elkaar bellen",
        "--wie": "secretaris",
        "--wanneer": "1-3-2027",
        "--soort": "experiment",
        "--merkt-inwoner": "Eén loket",
        "--leervorm": "van het aanrecht",
        "--terugkijken": "2027-09-01",
        "--vervolg": "Overal invoeren",
        "--punt": "vertrouwen",
    }
    done = run("acties", place, "--toevoegen", *(word for pair in words.items() for word in pair))
    assert (ExitCode.OK, "De actie heet actie-1.\n") == (done.exit_code, done.err)
    wanted = CALL.model_copy(
        update={
            "kind": Kind.EXPERIMENT,
            "learning_mode": LearningMode.TAKE_OVER,
            "follow_up": "Overal invoeren",
            "point": "vertrouwen",
        }
    )
    assert (wanted,) == kept(place)
    (point,) = folder.load(place).book.conversation.points
    assert ("vertrouwen", "Vertrouwen", Decision.ACTION) == (point.id, point.title, point.decision)


def test_every_action_gets_a_name_of_its_own(place: Path, run: Run) -> None:
    """The first number that is free; what was said of a point stays."""
    said = Point(id="moed", title="Moed", notes="Lang over gesproken.")
    book.save(place, Conversation(points=(said,)))
    for what in ("Een", "Twee", "Drie"):
        run("acties", place, "--toevoegen", "--wat", what, "--punt", "moed")
    assert ["actie-1", "actie-2", "actie-3"] == [item.id for item in kept(place)]
    (point,) = folder.load(place).book.conversation.points
    assert said.model_copy(update={"decision": Decision.ACTION}) == point


def test_a_made_up_dossier_has_made_up_actions(place: Path, run: Run) -> None:
    """A new file says so too; one that stayed the same is not written."""
    settings = place / folder.SETTINGS
    settings.write_text(f"verzonnen = true\n{settings.read_text('utf-8')}", "utf-8")
    run("acties", place, "--toevoegen", "--wat", "Bellen")
    assert folder.load(place).book.actions.made_up
    assert not (place / Conversation.name).exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--toevoegen"], "Bij --wat hoort een tekst van 1 tot 200 tekens. Pas aan."),
        (
            ["--toevoegen", "--wat", "x", "--wanneer", "31-2-2027"],
            f"Bij --wanneer staat geen datum: '31-2-2027'. {AS_DATE}",
        ),
        (
            ["--toevoegen", "--wat", "x", "--terugkijken", "1-3-27"],
            f"Bij --terugkijken staat geen datum: '1-3-27'. {AS_DATE}",
        ),
        (
            ["--toevoegen", "--wat", "x", "--soort", "nota"],
            f"Bij --soort past niet: 'nota'. Kies uit: {', '.join(Kind)}.",
        ),
        (
            ["--toevoegen", "--wat", "x", "--punt", "geld"],
            "Er is geen punt 'geld'. Kies uit: moed, vertrouwen.",
        ),
        (["--wie", "x"], "--wie hoort bij --toevoegen. Voeg --toevoegen toe."),
        (
            ["--uitkomst", "x"],
            "--uitkomst hoort bij --klaar of --stop. Voeg --klaar of --stop toe.",
        ),
        (["--klaar", "a", "--stop", "b"], "--klaar en --stop gaan niet samen. Kies er een."),
        (["--klaar", "a"], "Er is geen actie 'a'. Er zijn nog geen acties."),
        (["--ics"], "Een agenda heeft een bestand nodig. Voeg toe: -o acties.ics"),
        (["-o", "acties.txt"], "'acties.txt' eindigt niet op .ics. Kies zo'n naam."),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    place: Path, run: Run, words: list[str], sentence: str
) -> None:
    """One Dutch sentence and what to do."""
    before = bytes_of(place)
    done = run("acties", place, *words)
    assert (ExitCode.USAGE, f"{sentence}\n") == (done.exit_code, done.err)
    assert before == bytes_of(place)


@pytest.mark.parametrize(
    ("option", "stand"), [("--klaar", Progress.DONE), ("--stop", Progress.STOPPED)]
)
def test_an_action_ends_with_what_came_of_it(
    place: Path, run: Run, option: str, stand: Progress
) -> None:
    """The other actions stay as they are, and so does everything else that was filled in."""
    other = CALL.model_copy(update={"id": "actie-2", "what": "Iets anders"})
    book.save(place, Actions(actions=(CALL, other)))
    done = run("acties", place, option, "actie-1", "--uitkomst", "Iedereen belt.")
    assert f"'Elkaar bellen' is {stand.value}.\n" == done.err
    ended = CALL.model_copy(update={"progress": stand, "outcome": "Iedereen belt."})
    assert (ended, other) == kept(place)


@pytest.mark.parametrize("words", [("--toevoegen", "--wat", "Bellen"), ("--klaar", "bellen")])
def test_what_is_not_on_disk_is_not_told_as_done(
    place: Path, run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """A full disk is the only thing that is told."""
    book.save(place, Actions(actions=(Action(id="bellen", what="Bellen"),)))

    def refuse(*_: object) -> None:
        raise StorageError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(book, "save", refuse)
    done = run("acties", place, *words)
    assert (ExitCode.FINDINGS, "De schijf is vol. Maak ruimte.\n") == (done.exit_code, done.err)


def test_ending_without_an_outcome_asks_for_one(place: Path, run: Run) -> None:
    """It is done all the same."""
    book.save(place, Actions(actions=(CALL,)))
    done = run("acties", place, "--klaar", "actie-1")
    assert "Schrijf ook op wat ervan gekomen is, met --uitkomst." in done.err
    assert Progress.DONE is kept(place)[0].progress


def test_what_is_late_is_named_first(
    place: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then all actions, what a resident notices, and what to think of."""
    monkeypatch.setattr(command, "now", lambda: datetime(2027, 4, 1, tzinfo=UTC))
    thin = Action(id="actie-2", what="Overal [b]samen[/b] zitten", kind=Kind.STRUCTURE)
    book.save(place, Actions(actions=(CALL, thin)))
    out = run("acties", place).out
    late = "'Elkaar bellen' (secretaris) zou klaar zijn op 1 maart 2027, en is nog open."
    parts = [late, "Wat en wanneer", "1-9-2027", "wat een inwoner merkt", "Om aan te denken"]
    places = [" ".join(out.split()).index(part) for part in parts]
    assert sorted(places) == places
    assert "[b]samen[/b]" in out


def test_a_dossier_without_actions_tells_how_to_make_one(place: Path, run: Run) -> None:
    """In the conversation, or with an option."""
    done = run("acties", place)
    assert (ExitCode.OK, "") == (done.exit_code, done.out)
    assert f"zelfanalyse gesprek {place}" in done.err
    assert "--toevoegen" in done.err


def test_who_reads_the_actions_hears_how_to_change_one(place: Path, run: Run) -> None:
    """In the conversation while the round is open, and at any time by its name."""
    ends = f"zelfanalyse acties {place} --klaar actie-1 --uitkomst 'Het werkt'"
    book.save(place, Actions(actions=(CALL,)))
    told = run("acties", place).err
    assert f"zelfanalyse gesprek {place}" in told
    assert ends in told
    book.save(place, Closure(on=date(2027, 1, 1), fingerprint="0" * 12))
    told = run("acties", place).err
    assert "gesprek" not in told
    assert ends in told


def test_nobody_changes_actions_that_are_open_elsewhere(place: Path, run: Run) -> None:
    """The conversation holds them; nothing is written until it is over."""
    pages = OpenPages(place, Conversation, Actions)
    assert pages.hold()
    done = run("acties", place, "--toevoegen", "--wat", "Bellen")
    assert (ExitCode.USAGE, ()) == (done.exit_code, kept(place))
    assert "Een ander venster werkt al in het gesprek" in done.err
    pages.release()
    assert ExitCode.OK is ExitCode(run("acties", place, "--toevoegen", "--wat", "X").exit_code)
    assert not (place / SLOT).exists()


def test_the_calendar_has_a_day_for_each_date(place: Path, run: Run, tmp_path: Path) -> None:
    """Whole days that keep nobody busy, with who and what a resident notices."""
    book.save(place, Actions(actions=(CALL,)))
    out = tmp_path / "acties.ics"
    done = run("acties", place, "--ics", "-o", out)
    assert (ExitCode.OK, f"De dagen staan in '{out}'.\n") == (done.exit_code, done.err)
    due, review = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert ("Klaar: Elkaar bellen", date(2027, 3, 1)) == (due["SUMMARY"], due.decoded("DTSTART"))
    assert date(2027, 3, 2) == due.decoded("DTEND")
    assert "TRANSPARENT" == due["TRANSP"]
    assert ("Terugkijken: Elkaar bellen", date(2027, 9, 1)) == (
        review["SUMMARY"],
        review.decoded("DTSTART"),
    )
    assert "Klaar op: 1 maart 2027\nWie: secretaris\nWat een inwoner merkt: Eén loket" in str(
        review["DESCRIPTION"]
    )
    assert b"DTSTART;VALUE=DATE:20270301\r\n" in out.read_bytes()
    assert ExitCode.USAGE == run("acties", place, "-o", out).exit_code


def test_the_same_actions_give_the_same_bytes(place: Path) -> None:
    """And an action keeps its name in a calendar when its day changes."""
    settings = folder.load(place).settings
    later = CALL.model_copy(update={"due_on": date(2027, 5, 1)})
    assert calendar_bytes(settings, [CALL]) == calendar_bytes(settings, [CALL])

    def names(actions: list[Action]) -> set[str]:
        found = Calendar.from_ical(calendar_bytes(settings, actions)).walk("VEVENT")
        return {str(item["UID"]) for item in found}

    assert 2 == len(names([CALL]))
    assert names([CALL]) == names([later])
    assert not names([CALL]) & names([CALL.model_copy(update={"id": "actie-2"})])
    other_round = settings.model_copy(update={"round": "2027"})
    assert b"20323032" not in calendar_bytes(other_round, [CALL])
    assert calendar_bytes(settings, [CALL]) != calendar_bytes(other_round, [CALL])


def test_the_last_day_there_is_can_be_in_a_calendar(place: Path) -> None:
    """Whoever types 9999 gets that day, and no mistake of the program."""
    last = Action(id="ooit", what="Ooit", due_on=date.max)
    assert b"99991231" in calendar_bytes(folder.load(place).settings, [last])


def test_what_people_wrote_is_text_in_the_calendar(place: Path) -> None:
    """Commas, line ends and what looks like a property come back as they were written."""
    settings = folder.load(place).settings
    hostile = 'Bel, mail; "ja"\\n BEGIN:VEVENT é' + "x" * 100
    effect = "Eén regel\nEND:VCALENDAR\nen nog één, " + "lang " * 60
    action = CALL.model_copy(update={"what": hostile, "social_effect": effect, "review_on": None})
    content = calendar_bytes(settings, [action])
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert f"Klaar: {hostile}" == str(event["SUMMARY"])
    assert effect.strip() in str(event["DESCRIPTION"])
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_without_the_package_the_calendar_says_what_to_install(
    place: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same sentence as for every other extra."""
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    book.save(place, Actions(actions=(CALL,)))
    done = run("acties", place, "-o", tmp_path / "a.ics")
    assert (
        "Voor .ics is het pakket icalendar nodig. "
        "Installeer dat met: python -m pip install icalendar\n"
    ) == done.err
    assert not (tmp_path / "a.ics").exists()


def test_a_calendar_without_days_is_not_made(place: Path, run: Run, tmp_path: Path) -> None:
    """That is told, and the exit code tells that there was nothing."""
    book.save(place, Actions(actions=(Action(id="actie-1", what="Bellen"),)))
    done = run("acties", place, "-o", tmp_path / "a.ics")
    assert ExitCode.FINDINGS == done.exit_code
    assert not (tmp_path / "a.ics").exists()
