"""A new round: the old one moves whole, nothing gets lost, and one of both always opens."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import PARTNERS, asked, bytes_of, factor, person, posted
from tests.rounds import LIST, run, whole
from tests.test_closing import START, TOLD, typing
from zelfanalyse import toml_file
from zelfanalyse.dossier import folder, rounds, transition
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.conversation import Conversation
from zelfanalyse.dossier.folder import ROUNDS, SETTINGS
from zelfanalyse.dossier.open_page import SLOT, OpenPages
from zelfanalyse.errors import ExitCode, StorageError, ZelfanalyseError
from zelfanalyse.intake import take_in
from zelfanalyse.questionnaire.questions import OpenQuestion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zelfanalyse.questionnaire.model import Questionnaire

NEWER = asked(factor("democratie", 2), factor("vertrouwen"), version="1.1.0")


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a dossier with everything in it, whose round is closed."""
    place = tmp_path / "dossier"
    whole(place, start=START)
    run(capsys, "afsluiten", place, *TOLD, "--open-vraag", "En nu?")
    (place / "ingevuld").mkdir()
    (place / "ingevuld" / "concept.antwoord.toml").write_text("", "utf-8")
    (place / "mijn-rapport.txt").write_text("van mij", "utf-8")
    return place


def in_file(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Return a file with a list."""
    path = tmp_path / "lijst.toml"
    path.write_text("# Nieuw.\n" + toml_file.dumps(questionnaire.to_toml()), "utf-8")
    return path


def test_the_old_round_moves_whole(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file of it, byte for byte, and it opens by itself; what is not of a round stays."""
    before = bytes_of(place)
    done = run(capsys, "ronde", place, "2027")
    assert ExitCode.OK == done.exit_code, done.err
    own = before.pop("mijn-rapport.txt")
    assert before == bytes_of(place / ROUNDS / "2026")
    assert own == (place / "mijn-rapport.txt").read_bytes()
    assert {SETTINGS, "vragenlijst.toml", "mijn-rapport.txt", ROUNDS} == {
        item.name for item in place.iterdir()
    }
    assert 18 == len(folder.load(place / ROUNDS / "2026").responses)


def test_the_new_round_goes_on(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same settings with the person's comments, and the open questions to begin with."""
    done = run(capsys, "ronde", place, "2027")
    opened = folder.load(place)
    old = folder.load(place / ROUNDS / "2026")
    assert ("2027", ()) == (opened.settings.round, opened.responses)
    assert ("Wie beslist?", "En nu?") == opened.settings.start_questions
    same = {"round": "2026", "start_questions": old.settings.start_questions}
    assert old.settings == opened.settings.model_copy(update=same)
    assert "# Van mijzelf: bel de griffier." in (place / SETTINGS).read_text("utf-8")
    assert None is opened.book.closure
    assert {} == opened.register.rows
    assert "- En nu?" in done.err
    assert "1 actie" in done.err


def test_earlier_rounds_are_there_newest_first(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With their answers, actions and closure."""
    assert () == rounds.earlier(folder.load(place))
    run(capsys, "ronde", place, "2027")
    run(capsys, "ronde", place, "2028", "--toch")
    opened = folder.load(place)
    assert "2028" == opened.settings.round
    assert [("2026", 1), ("2027", 0)] == [
        (item.settings.round, len(item.book.actions.actions)) for item in rounds.earlier(opened)
    ]


def test_answers_of_the_old_round_do_not_come_in(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who hands in late is told which round it was for."""
    late = posted(place.parent, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    run(capsys, "ronde", place, "2027")
    _, merged = take_in(folder.load(place), [late])
    assert "hoort bij ronde '2026'" in merged.outcomes[0].reason


def test_a_newer_list_is_pinned(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new round asks it, and the old one keeps its own."""
    path = in_file(place.parent, NEWER)
    done = run(capsys, "ronde", place, "2027", "--lijst", path)
    assert ExitCode.OK == done.exit_code, done.err
    opened = folder.load(place)
    assert ("1.1.0", 3) == (
        opened.settings.questionnaire.version,
        sum(len(item.statements) for item in opened.questionnaire.factors),
    )
    assert "1.0.0" == rounds.earlier(opened)[0].settings.questionnaire.version
    assert "# De lijst staat vast" in (place / SETTINGS).read_text("utf-8")


def test_own_questions_go_on_in_a_newer_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are of the dossier, and no part of any version of the list."""
    own = OpenQuestion(id="eigen-1", text="Hoe gaat het in uw wijk?", own=True)
    place = tmp_path / "dossier"
    whole(place, LIST.model_copy(update={"open_questions": (own,)}))
    run(capsys, "ronde", place, "2027", "--lijst", in_file(tmp_path, NEWER), "--toch")
    opened = folder.load(place)
    assert ["Hoe gaat het in uw wijk?"] == [
        item.text for item in opened.questionnaire.open_questions if item.own
    ]
    assert "1.1.0" == opened.questionnaire.version


@pytest.mark.parametrize(
    "words",
    [
        ("2026",),
        ("../elders",),
        ("a/b",),
        ("",),
        (".",),
        ("con",),
        ("x" * 61,),
        ("2027", "--lijst", "calimero"),
        ("2027", "--lijst", "nergens.toml"),
    ],
)
def test_what_cannot_be_a_round_changes_nothing(
    place: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is no folder or is taken, and a list that the dossier does not have."""
    before = bytes_of(place)
    done = run(capsys, "ronde", place, *words)
    assert done.exit_code in {ExitCode.USAGE, ExitCode.FINDINGS}
    assert "programma zelf" not in done.err
    assert before == bytes_of(place)


def test_an_earlier_round_has_no_next_one(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It would take the earlier round out of the dossier; the dossier itself is named."""
    run(capsys, "ronde", place, "2027")
    before = bytes_of(place)
    done = run(capsys, "ronde", place / ROUNDS / "2026", "2028")
    assert (ExitCode.USAGE, before) == (done.exit_code, bytes_of(place))
    assert f"Begin de nieuwe in '{place.resolve()}'." in done.err


def test_a_round_waits_for_the_conversation_to_end(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is decided in another window belongs to the round of then."""
    talking = OpenPages(place, Conversation, Actions)
    talking.needs_hold()
    before = bytes_of(place)
    done = run(capsys, "ronde", place, "2027")
    assert (ExitCode.USAGE, before) == (done.exit_code, bytes_of(place))
    assert "Sluit dat venster eerst." in done.err
    talking.release()
    assert ExitCode.OK == run(capsys, "ronde", place, "2027").exit_code
    assert not (place / SLOT).exists()


def test_a_round_that_is_open_needs_a_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its report stays a draft; start questions stay as they are."""
    place = tmp_path / "dossier"
    whole(place, start=START)
    before = bytes_of(place)
    assert ExitCode.USAGE == run(capsys, "ronde", place, "2027").exit_code
    typing(monkeypatch, "nee")
    assert ExitCode.OK == run(capsys, "ronde", place, "2027").exit_code
    assert before == bytes_of(place)
    typing(monkeypatch, "ja")
    assert ExitCode.OK == run(capsys, "ronde", place, "2027").exit_code
    assert ("Werkt het?", "Wie beslist?") == folder.load(place).settings.start_questions


def test_a_name_of_a_round_becomes_a_safe_folder() -> None:
    """Whatever someone called the round of before."""
    assert "2026" == transition.folder_name("2026")
    assert "voorjaar 2026" == transition.folder_name("voorjaar 2026")
    assert "2026-2027" == transition.folder_name("2026/2027")
    assert "ronde" == transition.folder_name("..")
    assert "ronde CON" == transition.folder_name("CON")


@given(st.text() | st.just("con." + "a" * 60))
def test_a_safe_name_stays_as_it_is(round_: str) -> None:
    """Or a round that has begun could never be finished."""
    name = transition.folder_name(round_)
    assert (name, True) == (transition.folder_name(name), 0 < len(name) <= 60)


def test_a_name_that_leads_out_of_the_dossier_is_refused(place: Path) -> None:
    """A dossier of someone else cannot move files about."""
    old = (place / SETTINGS).read_bytes()
    transition.stage(place, SETTINGS, "2026", old, {SETTINGS: old})
    (place / transition.STAGED / "naar").write_text("../../elders", "utf-8")
    with pytest.raises(StorageError, match="een naam die niet kan"):
        folder.load(place)
    assert not (place.parent / "elders").exists()


STEPS = ("rename", "replace", "fsync", "unlink", "mkdir", "rmdir")


class Power:
    """Calls to the disk, of which one fails, and after a crash all that come after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.calls = 0

    def fails(self, at: int, *, crash: bool) -> None:
        """Let the call with this number fail."""
        for name in STEPS:
            self.monkeypatch.setattr(os, name, self._counted(getattr(os, name), at, crash=crash))

    def _counted(self, real: Callable[..., Any], at: int, *, crash: bool) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            self.calls += 1
            if self.calls == at or (crash and self.calls > at):
                raise OSError(errno.ENOSPC, "full")
            return real(*args, **more)

        return call


@pytest.mark.parametrize("crash", [False, True])
def test_at_every_moment_the_old_round_or_the_new_one_opens(
    place: Path, tmp_path: Path, *, crash: bool
) -> None:
    """Whichever call to the disk fails, and whether or not the program lives on after it.

    The dossier then opens as the old round with all of it, or as the new one with all of the old
    one aside; and then the new round can be begun, or has.
    """
    newer = in_file(tmp_path, NEWER)
    before = {name: what for name, what in bytes_of(place).items() if name != "mijn-rapport.txt"}
    outcomes = set()
    at = 0
    while True:
        at += 1
        copy = tmp_path / f"kopie-{crash}-{at}"
        shutil.copytree(place, copy)
        opened = folder.load(copy)
        with pytest.MonkeyPatch.context() as patch:
            power = Power(patch)
            power.fails(at, crash=crash)
            error: Exception | None = None
            try:
                rounds.begin(opened, "2027", [newer])
            except ZelfanalyseError as problem:
                error = problem
        if power.calls < at:
            break
        assert (copy / SETTINGS).exists()
        after = folder.load(copy)
        outcomes.add(after.settings.round)
        if after.settings.round == "2026":
            assert error is not None
            there = {name: what for name, what in bytes_of(copy).items() if name in before}
            assert before == there
            after = rounds.begin(after, "2027", [newer])
        assert before == bytes_of(copy / ROUNDS / "2026")
        assert ("2027", "1.1.0", 0) == (
            after.settings.round,
            after.questionnaire.version,
            len(after.responses),
        )
        assert not (copy / transition.STAGED).exists()
        shutil.rmtree(copy)
    assert {"2026", "2027"} == outcomes
    assert at > 20


class KilledError(BaseException):
    """What no program can do anything about."""


def killed(place: Path, at: int) -> bool:
    """Begin a round in a program that dies at this call to the disk; false when it lived."""
    opened = folder.load(place)
    calls = 0

    def dies(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls >= at:
                raise KilledError
            return real(*args, **more)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, dies(getattr(os, name)))
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # the dead clear nothing up
        try:
            rounds.begin(opened, "2027")
        except KilledError:
            return True
    return False


def half_folders(place: Path) -> list[Path]:
    """Return the hidden folders by way of which a folder is written."""
    return [path for path in place.glob(".*.tmp") if path.is_dir()]


def staged_by_the_dead(place: Path) -> Path:
    """Return what is left of a round that was all but staged."""
    at = 1
    while not any((item / "nieuw" / "vragenlijst.toml").exists() for item in half_folders(place)):
        shutil.rmtree(place / transition.STAGED, ignore_errors=True)
        for item in half_folders(place):
            shutil.rmtree(item)
        assert killed(place, at)
        at += 1
    (left,) = half_folders(place)
    return left


def test_what_a_killed_program_staged_goes_when_the_dossier_is_opened(
    place: Path, tmp_path: Path
) -> None:
    """At every moment; either round then opens, and settings and lists are nowhere but there."""
    before = bytes_of(place)
    found = set()
    at = 0
    while True:
        at += 1
        copy = tmp_path / f"kopie-{at}"
        shutil.copytree(place, copy)
        if not killed(copy, at):
            break
        left = {name for item in half_folders(copy) for name in bytes_of(item)}
        opened = folder.load(copy)
        if "naar" in left:
            assert before == bytes_of(copy)
            assert [] == half_folders(copy)
        else:  # nothing of the dossier is in it yet
            assert not any(name.endswith(".toml") for name in left)
        found.add((opened.settings.round, bool(left)))
        shutil.rmtree(copy)
    assert {("2026", False), ("2026", True), ("2027", False)} == found


def test_what_is_being_staged_in_another_window_stays(place: Path) -> None:
    """A program that begins a round holds the files of the conversation meanwhile."""
    left = staged_by_the_dead(place)
    beginning = OpenPages(place, Conversation, Actions)
    beginning.needs_hold()
    folder.load(place)
    assert left.exists()
    beginning.release()
    folder.load(place)
    assert not left.exists()
    assert not (place / SLOT).exists()


def test_what_was_staged_stays_where_nothing_can_be_held(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nobody knows whether another program is at it."""

    def refuse(_: FileLock) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    left = staged_by_the_dead(place)
    monkeypatch.setattr(FileLock, "acquire", refuse)
    folder.load(place)
    assert left.exists()


@pytest.mark.parametrize("name", ["nieuw/brief.docx", "naar.txt", "oud/sub/plan.toml"])
def test_a_folder_with_something_of_someone_stays(place: Path, name: str) -> None:
    """Whatever it is called, and whatever else is in it."""
    left = staged_by_the_dead(place)
    toml_file.write_bytes(left / name, b"van mij")
    before = bytes_of(place)
    folder.load(place)
    assert before == bytes_of(place)


def test_a_link_to_elsewhere_is_not_followed(place: Path, tmp_path: Path) -> None:
    """Neither by the folder, nor in it."""
    left = staged_by_the_dead(place)
    mine = left.rename(tmp_path / left.name)
    (place / left.name).symlink_to(mine, target_is_directory=True)
    folder.load(place)
    assert (mine / "naar").exists()
    (place / left.name).unlink()
    left = mine.rename(left)
    (tmp_path / "map").mkdir()
    (left / "nieuw" / "map").symlink_to(tmp_path / "map", target_is_directory=True)
    folder.load(place)
    assert left.exists()


@pytest.mark.parametrize("name", [".plan.tmp", ".1a2b3c4d.tmp", "1a2b3c4d.tmp"])
def test_a_folder_that_is_no_staging_stays(place: Path, name: str) -> None:
    """Without the name of the round it goes aside under, it is not known to be ours."""
    toml_file.write_bytes(place / name / SETTINGS, b"van mij")
    before = bytes_of(place)
    folder.load(place)
    assert before == bytes_of(place)
