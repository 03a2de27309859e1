"""Someone at work: every change on disk, nothing lost, nothing of anyone else overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.response.people import CODE, DIRECTIE, LATER, LIST, at
from zelfanalyse.errors import ChangedElsewhereError, InvalidAnswerError, StorageError
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.open_file import GoneError, OpenFile
from zelfanalyse.response.sitting import HandedInElsewhereError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.response.model import Response
    from zelfanalyse.response.sitting import Sitting


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk where every code is the same."""
    monkeypatch.setattr(file, "new_code", lambda: CODE)
    return Desk(LIST, tmp_path / "ingevuld", (DIRECTIE,), lambda: LATER)


@pytest.fixture
def sitting(desk: Desk) -> Iterator[Sitting]:
    """Return a sitting that has begun."""
    found = desk.begin(DIRECTIE)
    assert found.begin()
    yield found
    found.close()


def trouble(sitting: Sitting) -> StorageError | None:
    """Return why it is not saved, as it is by now."""
    return sitting.trouble


def on_disk(sitting: Sitting) -> Response:
    """Return the response in the file."""
    response, findings = file.load_for(sitting.path, LIST)
    assert response is not None, findings
    return response


def answer(sitting: Sitting, name: str, value: int) -> None:
    """Answer a question."""
    sitting.change(at(name, sitting.session).answer(value))


def test_every_change_is_on_disk(sitting: Sitting) -> None:
    """Answers and the place, each before the next one."""
    answer(sitting, "rollen-1", 1)
    assert sitting.session.response == on_disk(sitting)
    sitting.change(sitting.session.forward())
    assert sitting.session.response.place == on_disk(sitting).place


def test_handing_in_and_taking_back_are_on_disk(sitting: Sitting) -> None:
    """The file is closed at the moment of the clock, and a draft again after taking it back."""
    answer(sitting, "rollen-1", 1)
    assert sitting.hand_in()
    assert LATER == on_disk(sitting).handed_in
    with pytest.raises(InvalidAnswerError, match="ingeleverd"):
        at("rollen-1", sitting.session).answer(2)
    assert sitting.take_back()
    assert on_disk(sitting).handed_in is None
    answer(sitting, "rollen-1", 2)
    assert 2 == on_disk(sitting).statements["rollen-1"]


def test_reading_what_was_handed_in_changes_no_byte(desk: Desk, sitting: Sitting) -> None:
    """One walks through it, and the file stays as it was."""
    answer(sitting, "rollen-1", 1)
    sitting.hand_in()
    sitting.close()
    before = sitting.path.read_bytes()
    reader = desk.resume(sitting.path)
    reader.change(reader.session.forward().forward())
    assert 2 == reader.session.position
    assert before == reader.path.read_bytes()
    reader.close()


# --- a disk that refuses ---


def test_nobody_begins_in_a_folder_that_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    """The reason is told, and nothing is left behind."""
    (tmp_path / "ingevuld").write_text("in de weg", encoding="utf-8")
    sitting = desk.begin(DIRECTIE)
    assert not sitting.begin()
    assert "kan niet bewaard worden" in str(sitting.trouble)
    assert [tmp_path / "ingevuld"] == list(tmp_path.iterdir())


def test_a_full_disk_loses_nothing(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be saved lives on in memory, and the next change saves all of it."""
    answer(sitting, "rollen-1", 1)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _full)
        answer(sitting, "rollen-1", 2)
        assert "de schijf is vol" in str(sitting.trouble)
        assert 2 == sitting.session.response.statements["rollen-1"]
        assert 1 == on_disk(sitting).statements["rollen-1"]
        assert not sitting.hand_in()
        assert not sitting.session.is_handed_in
        assert not sitting.retry()
    assert sitting.retry()
    assert sitting.trouble is None
    assert 2 == on_disk(sitting).statements["rollen-1"]
    assert [] == [item for item in sitting.path.parent.iterdir() if item.suffix == ".tmp"]


def test_one_goes_on_in_another_folder(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything goes along; the old file keeps what it had."""
    answer(sitting, "rollen-1", 1)
    old = sitting.path
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _full)
        answer(sitting, "rollen-1", 2)
        with pytest.raises(StorageError, match="de schijf is vol"):
            sitting.move_to(tmp_path / "ook_vol")
        assert old == sitting.path
    sitting.move_to(tmp_path / "stick")
    assert tmp_path / "stick" == sitting.path.parent
    assert (None, 2) == (sitting.trouble, on_disk(sitting).statements["rollen-1"])
    answer(sitting, "rollen-1", 0)
    assert 0 == on_disk(sitting).statements["rollen-1"]
    kept, _ = file.load_for(old, LIST)
    assert kept is not None
    assert 1 == kept.statements["rollen-1"]


def test_another_folder_with_such_a_file_is_left_alone(sitting: Sitting, tmp_path: Path) -> None:
    """A file of the same code stands there: it is not ours to replace."""
    there = tmp_path / "stick" / sitting.path.name
    there.parent.mkdir()
    there.write_text("van een ander", encoding="utf-8")
    old = sitting.path
    with pytest.raises(StorageError, match="staat al een bestand met deze code"):
        sitting.move_to(there.parent)
    assert sitting.trouble is None
    assert ("van een ander", old) == (there.read_text("utf-8"), sitting.path)


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


# --- someone else in the same file ---


def test_what_someone_else_wrote_is_never_overwritten(sitting: Sitting) -> None:
    """Changed by hand meanwhile: the change is kept in memory, and the file as it was found."""
    answer(sitting, "rollen-1", 1)
    by_hand = sitting.path.read_text("utf-8").replace("rollen-1 = 1", "rollen-1 = 0")
    sitting.path.write_text(by_hand, encoding="utf-8")
    answer(sitting, "vertrouwen-1", 2)
    assert isinstance(sitting.trouble, ChangedElsewhereError)
    assert by_hand == sitting.path.read_text("utf-8")
    assert not sitting.retry()
    assert sitting.reread()
    assert {"rollen-1": 0} == sitting.session.response.statements
    assert {"rollen-1": 1, "vertrouwen-1": 2} == sitting.session.undo().response.statements
    answer(sitting, "vertrouwen-1", 2)
    assert {"rollen-1": 0, "vertrouwen-1": 2} == on_disk(sitting).statements


def test_what_someone_else_spoiled_is_told(sitting: Sitting) -> None:
    """It cannot be taken over, nor overwritten: what is in memory stays, with every finding."""
    answer(sitting, "rollen-1", 1)
    sitting.path.write_text("kapot", encoding="utf-8")
    assert not sitting.reread()
    answer(sitting, "rollen-1", 1)
    assert "kapot" == sitting.path.read_text("utf-8")
    assert not sitting.reread()
    assert isinstance(sitting.trouble, StorageError)
    assert "geen geldige TOML" in str(sitting.trouble)
    assert {"rollen-1": 1} == sitting.session.response.statements


def test_a_file_that_is_gone_is_told_and_written_again_when_asked(sitting: Sitting) -> None:
    """Thrown away meanwhile: it is told as long as it lasts, and then everything comes back."""
    answer(sitting, "rollen-1", 1)
    sitting.path.unlink()
    for value in (2, 1):
        answer(sitting, "vertrouwen-1", value)
        assert isinstance(sitting.trouble, GoneError)
        assert "is er niet meer" in str(sitting.trouble)
    assert not sitting.hand_in()
    assert not sitting.reread()
    assert isinstance(sitting.trouble, GoneError)
    assert not sitting.retry(anew=False)
    assert not sitting.path.exists()
    assert sitting.retry()
    assert {"rollen-1": 1, "vertrouwen-1": 1} == on_disk(sitting).statements
    assert not OpenFile(sitting.path).hold()
    answer(sitting, "vertrouwen-1", 0)
    assert 0 == on_disk(sitting).statements["vertrouwen-1"]


def test_a_folder_that_moved_is_not_made_again_unasked(sitting: Sitting) -> None:
    """Renamed, or on a stick that was pulled out; once it is back, saving simply goes on."""
    answer(sitting, "rollen-1", 1)
    folder = sitting.path.parent
    away = folder.rename(folder.with_name("weg"))
    answer(sitting, "vertrouwen-1", 2)
    assert isinstance(sitting.trouble, GoneError)
    assert [away] == list(away.parent.iterdir())
    away.rename(folder)
    answer(sitting, "vertrouwen-1", 0)
    assert sitting.trouble is None
    assert {"rollen-1": 1, "vertrouwen-1": 0} == on_disk(sitting).statements


def test_a_folder_that_moved_can_be_made_again(sitting: Sitting) -> None:
    """With the file in it, held as before; what was carried off stays as it was."""
    answer(sitting, "rollen-1", 1)
    folder = sitting.path.parent
    before = sitting.path.read_bytes()
    away = folder.rename(folder.with_name("weg"))
    answer(sitting, "vertrouwen-1", 2)
    assert sitting.retry()
    assert {"rollen-1": 1, "vertrouwen-1": 2} == on_disk(sitting).statements
    assert not OpenFile(sitting.path).hold()
    assert before == (away / sitting.path.name).read_bytes()


def test_what_was_handed_in_and_is_gone_can_be_taken_back(desk: Desk, sitting: Sitting) -> None:
    """Thrown away while one was reading it: told first, and made again when that is asked."""
    answer(sitting, "rollen-1", 1)
    sitting.hand_in()
    sitting.close()
    reader = desk.resume(sitting.path)
    reader.path.unlink()
    assert not reader.take_back()
    assert isinstance(reader.trouble, GoneError)
    assert reader.retry()
    assert LATER == on_disk(reader).handed_in
    assert reader.take_back()
    assert on_disk(reader).handed_in is None
    reader.close()


def test_what_was_handed_in_elsewhere_is_told_before_it_is_taken_over(sitting: Sitting) -> None:
    """Nothing can be undone after that, so it is not taken by who has not heard of it."""
    answer(sitting, "rollen-1", 1)
    theirs = at("rollen-1", sitting.session).answer(0).hand_in(LATER)
    file.save(sitting.path, theirs.response)
    assert not sitting.reread()
    assert isinstance(sitting.trouble, HandedInElsewhereError)
    answer(sitting, "vertrouwen-1", 2)
    assert isinstance(sitting.trouble, HandedInElsewhereError)
    assert {"rollen-1": 1, "vertrouwen-1": 2} == sitting.session.response.statements
    assert sitting.reread()
    assert sitting.session.is_handed_in
    assert {"rollen-1": 0} == sitting.session.response.statements
    assert None is trouble(sitting)


def test_undo_after_taking_over_a_draft_brings_back_a_draft(sitting: Sitting) -> None:
    """Also where the list was handed in here: what is on the screen is what is on the disk."""
    answer(sitting, "rollen-1", 1)
    draft = sitting.session.response
    assert sitting.hand_in()
    file.save(sitting.path, draft.with_answer(sitting.session.questions[0], "Van elders."))
    assert not sitting.take_back()
    assert sitting.reread()
    sitting.change(sitting.session.undo())
    assert not sitting.session.is_closed
    assert draft.statements == on_disk(sitting).statements
    assert on_disk(sitting).handed_in is None


@pytest.mark.parametrize("make", ["mkdir", "mkfifo"])
def test_what_cannot_be_read_is_told_and_nothing_is_lost(sitting: Sitting, make: str) -> None:
    """A folder or a pipe in its place: nobody waits for it, and what is in memory stays."""
    answer(sitting, "rollen-1", 1)
    sitting.path.unlink()
    getattr(os, make)(sitting.path)
    assert not sitting.reread()
    assert "kan niet gelezen worden" in str(sitting.trouble)
    answer(sitting, "vertrouwen-1", 2)
    assert not sitting.retry()
    assert "kan niet gelezen worden" in str(sitting.trouble)
    assert {"rollen-1": 1, "vertrouwen-1": 2} == sitting.session.response.statements


def test_a_renamed_draft_keeps_its_name(desk: Desk, sitting: Sitting) -> None:
    """The name of a file is its owner's: it is saved where it was opened."""
    sitting.close()
    renamed = sitting.path.rename(sitting.path.with_name(f"Anna{file.SUFFIX}"))
    again = desk.resume(renamed)
    answer(again, "rollen-1", 1)
    again.close()
    assert [renamed] == list(renamed.parent.iterdir())
    assert {"rollen-1": 1} == on_disk(again).statements


HOLDER = """
import sys
from pathlib import Path
from zelfanalyse.response.open_file import OpenFile
file = OpenFile(Path(sys.argv[1]))
print(file.hold(), flush=True)
sys.stdin.read()
"""


def test_a_second_program_can_only_read(desk: Desk, sitting: Sitting) -> None:
    """It says so at every change; when the first one is killed, the file is free again."""
    answer(sitting, "rollen-1", 1)
    sitting.close()
    words = [sys.executable, "-c", HOLDER, str(sitting.path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert "True\n" == other.stdout.readline()
        second = desk.resume(sitting.path)
        assert second.session.is_taken
        with pytest.raises(InvalidAnswerError, match="in een ander venster"):
            at("rollen-1", second.session).answer(2)
        assert not second.session.hand_in(LATER).is_handed_in
        other.kill()
    third = desk.resume(sitting.path)
    assert not third.session.is_taken
    third.close()


def test_what_a_kill_left_is_cleared_away(sitting: Sitting) -> None:
    """A slot that nobody holds and a response half written long ago; nothing else."""
    folder = sitting.path.parent
    stale = folder / f".AAAA-0001{file.SUFFIX}.slot"
    half, empty = folder / ".0123abcd.tmp", folder / ".00000000.tmp"
    young, other = folder / ".0123abce.tmp", folder / ".0123abcf.tmp"
    others = [young, other, folder / ".van mij.tmp", folder / ".ander.slot"]
    for path in (stale, half, empty, *others):
        path.write_bytes(sitting.path.read_bytes()[:100])
    empty.write_bytes(b"")
    other.write_bytes(b"iets anders")
    for path in (half, empty, other):
        os.utime(path, (0, 0))
    another = OpenFile(folder / f"AAAA-0002{file.SUFFIX}")
    assert another.hold()
    slots = [folder / f".{path.name}.slot" for path in (sitting.path, another.path)]
    assert sorted([*others, *slots, sitting.path]) == sorted(folder.iterdir())
    assert not OpenFile(sitting.path).hold()
    another.release()


def test_the_hold_leaves_no_file_behind(sitting: Sitting) -> None:
    """After closing there is only the response."""
    answer(sitting, "rollen-1", 1)
    assert not OpenFile(sitting.path).hold()
    sitting.close()
    assert [sitting.path] == list(sitting.path.parent.iterdir())
