"""Files of the dossier that a program works in while people can edit them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import bytes_of, on_disk
from zelfanalyse import toml_file
from zelfanalyse.dossier import book
from zelfanalyse.dossier.actions import Action, Actions
from zelfanalyse.dossier.conversation import Conversation, Point
from zelfanalyse.dossier.open_page import SLOT, OpenPages
from zelfanalyse.errors import ChangedElsewhereError, RefusedError, StorageError, WrongUseError

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier

SAID = Conversation(points=(Point(id="moed", title="Moed"),))
MORE = Conversation(points=(Point(id="moed", title="Moed", notes="Veel."),))
PLANNED = Actions(actions=(Action(id="actie-1", what="Bellen"),))


@pytest.fixture(name="opened")
def _opened(tmp_path: Path) -> Dossier:
    """Return a dossier on disk with nothing beside its answers."""
    return on_disk(tmp_path / "d")


def pages_of(opened: Dossier) -> OpenPages:
    """Return the two pages as a program opens them."""
    pages = OpenPages(opened.folder, Conversation, Actions)
    found, _ = book.load(opened.folder, opened.questionnaire)
    pages.expect(found.conversation, found.actions)
    return pages


def test_only_what_changed_is_written(opened: Dossier) -> None:
    """A page that stayed the same keeps the comments that someone wrote in it."""
    book.save(opened.folder, PLANNED)
    by_hand = opened.folder / Actions.name
    by_hand.write_text(f"{by_hand.read_text('utf-8')}# van mij\n", "utf-8")
    before = bytes_of(opened.folder)
    pages = pages_of(opened)
    pages.save(Conversation(), PLANNED)
    assert before == bytes_of(opened.folder)
    pages.save(SAID, PLANNED)
    after = bytes_of(opened.folder)
    assert book.text(SAID).encode() == after.pop(Conversation.name)
    assert before == after


def test_it_saves_again_and_again(opened: Dossier) -> None:
    """What it wrote itself is not a change by someone else."""
    pages = pages_of(opened)
    for said in (SAID, MORE, SAID):
        pages.save(said, Actions())
    assert book.text(SAID).encode() == (opened.folder / Conversation.name).read_bytes()


@pytest.mark.parametrize("name", [Conversation.name, Actions.name])
def test_what_someone_changed_is_never_overwritten(opened: Dossier, name: str) -> None:
    """Neither file is written when one of them is not what it was; also when it is new or gone."""
    pages = pages_of(opened)
    (opened.folder / name).write_text("formaat = 1\n", "utf-8")
    before = bytes_of(opened.folder)
    with pytest.raises(ChangedElsewhereError, match=f"intussen {name}. Er is niets overschreven"):
        pages.save(SAID, PLANNED)
    assert before == bytes_of(opened.folder)


def test_a_file_that_is_gone_was_changed(opened: Dossier) -> None:
    """Whoever took it away meant that."""
    book.save(opened.folder, SAID)
    pages = pages_of(opened)
    (opened.folder / Conversation.name).unlink()
    with pytest.raises(ChangedElsewhereError):
        pages.save(MORE, Actions())


def test_what_changed_can_be_read_again_and_then_saved(opened: Dossier) -> None:
    """After that the file is what was read."""
    pages = pages_of(opened)
    book.save(opened.folder, SAID)
    found = pages.reread(opened.questionnaire)
    pages.expect(found.conversation, found.actions)
    assert SAID == found.conversation
    pages.save(MORE, Actions())
    assert book.text(MORE).encode() == (opened.folder / Conversation.name).read_bytes()


def test_a_broken_file_is_not_taken(opened: Dossier) -> None:
    """It is refused with what is wrong, and still counts as changed."""
    pages = pages_of(opened)
    (opened.folder / Conversation.name).write_text("punt = [", "utf-8")
    with pytest.raises(RefusedError):
        pages.reread(opened.questionnaire)
    assert (Conversation.name,) == pages.changed()


def test_a_full_disk_is_told_and_saving_goes_on_later(
    opened: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the file that stood there is lost."""

    def full(*_: object) -> None:
        raise StorageError("De schijf is vol.")

    pages = pages_of(opened)
    pages.save(SAID, Actions())
    with monkeypatch.context() as patch:
        patch.setattr(toml_file, "write_bytes", full)
        with pytest.raises(StorageError):
            pages.save(MORE, Actions())
    assert book.text(SAID).encode() == (opened.folder / Conversation.name).read_bytes()
    pages.save(MORE, Actions())
    assert book.text(MORE).encode() == (opened.folder / Conversation.name).read_bytes()


def test_one_program_at_a_time(opened: Dossier) -> None:
    """The second is told; after the first let go, it may come in, and nothing is left behind."""
    first, second = pages_of(opened), pages_of(opened)
    assert first.hold()
    assert not second.hold()
    with pytest.raises(WrongUseError, match="Een ander venster"):
        second.needs_hold()
    first.release()
    second.needs_hold()
    second.release()
    assert not (opened.folder / SLOT).exists()
