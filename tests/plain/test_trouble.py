"""When the disk refuses, or someone else changed the file: said at once, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plain.typing_person import BEGIN, desk_in, run, to, typing
from tests.response.people import LATER
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Disk:
    """A disk that can be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def fill(self) -> None:
        """Refuse everything from now on."""
        self._monkeypatch.setattr("os.fsync", _full)

    def empty(self) -> None:
        """Take everything again."""
        self._monkeypatch.undo()


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Return a disk with room on it."""
    return Disk(monkeypatch)


def test_nobody_begins_on_a_full_disk(tmp_path: Path, disk: Disk) -> None:
    """It is told, one can try again, and the end says that nothing was kept."""
    disk.fill()
    done = typing(desk_in(tmp_path), BEGIN, BEGIN)
    assert 2 == done.said.count("U kunt nu niet beginnen.")
    assert "de schijf is vol" in done.face.trouble
    assert None is done.face.sitting


def test_one_goes_on_in_memory(tmp_path: Path, disk: Disk) -> None:
    """One choice; later answers are said to be only remembered, until the disk has room."""

    def lines() -> Iterator[str]:
        yield from to("vertrouwen-1")
        disk.fill()
        yield from ["2", "2", "verder", "1"]
        disk.empty()
        yield "1"

    done = run(desk_in(tmp_path), lines())
    assert "Onthouden, niet bewaard: 2 klopt\nNiet bewaard. " in done.said
    assert "Dat is hier geen keuze." in done.said
    assert 2 == done.said.count("Typ probeer, map of verder.")
    assert "Onthouden, niet bewaard: 1 klopt half" in done.said
    assert "Alles is weer bewaard." in done.said
    assert {"vertrouwen-1": 2, "vertrouwen-2": 1, "rollen-1": 1} == done.on_disk.statements
    assert "" == done.face.trouble


def test_one_tries_again(tmp_path: Path, disk: Disk) -> None:
    """As often as one likes, and it says where everything is."""

    def lines() -> Iterator[str]:
        yield from to("vertrouwen-1")
        disk.fill()
        yield from ["2", "probeer"]
        disk.empty()
        yield "probeer"

    done = run(desk_in(tmp_path), lines())
    assert "Dat lukt niet." in done.said
    assert f"Alles is bewaard in {tmp_path}" in done.said
    assert {"vertrouwen-1": 2} == done.on_disk.statements


def test_one_goes_on_in_another_folder(tmp_path: Path, disk: Disk) -> None:
    """With everything; an empty line changes nothing."""

    def lines() -> Iterator[str]:
        yield from to("vertrouwen-1")
        disk.fill()
        yield from ["2", "map", "", "map", str(tmp_path / "vol"), "map"]
        disk.empty()
        yield from [f'"{tmp_path / "stick"}"', "1"]

    done = run(desk_in(tmp_path / "eerst"), lines())
    assert done.face.sitting is not None
    assert tmp_path / "stick" == done.face.sitting.path.parent
    assert {"vertrouwen-1": 2, "vertrouwen-2": 1} == done.on_disk.statements


def test_one_chooses_another_folder_without_any_trouble(tmp_path: Path) -> None:
    """The same word, at any question."""
    done = typing(desk_in(tmp_path / "eerst"), BEGIN, "bewaar", str(tmp_path / "stick"), "v 2", "2")
    assert {"vertrouwen-1": 2} == done.on_disk.statements
    assert done.face.sitting is not None
    assert tmp_path / "stick" == done.face.sitting.path.parent


def test_a_text_is_finished_first(tmp_path: Path, disk: Disk) -> None:
    """That the disk refuses is said at once; the lines that follow are text and no choice."""

    def lines() -> Iterator[str]:
        yield BEGIN
        disk.fill()
        yield from ["Eén.", "verder", "."]
        disk.empty()
        yield "probeer"

    done = run(desk_in(tmp_path), lines())
    assert 1 == done.said.count("Maak uw tekst gerust af.")
    assert {"goed": "Eén.\nverder"} == done.on_disk.open


def test_handing_in_on_a_full_disk_does_not_count(tmp_path: Path, disk: Disk) -> None:
    """It says so, and it can be done again."""

    def lines() -> Iterator[str]:
        yield from [BEGIN, "klaar"]
        disk.fill()
        yield from ["inleveren", "ja"]
        disk.empty()
        yield from ["probeer", "inleveren", "ja"]

    done = run(desk_in(tmp_path), lines())
    assert "Uw lijst is nog niet ingeleverd." in done.said
    assert done.on_disk.handed_in is not None


def test_who_stops_with_something_unsaved_can_still_choose(tmp_path: Path, disk: Disk) -> None:
    """A last try comes by itself; leaving without is a word of its own."""

    def lines() -> Iterator[str]:
        yield from to("vertrouwen-1")
        disk.fill()
        yield from ["2", "verder", "stop", "verder", "weg"]

    done = run(desk_in(tmp_path), lines())
    assert "Typ probeer, map of weg." in done.said
    assert done.said.endswith("Gestopt. Niet alles is bewaard.\n")
    assert "de schijf is vol" in done.face.trouble


def test_the_end_of_input_tries_once_more(tmp_path: Path, disk: Disk) -> None:
    """In the middle of the choice, the disk has room again."""

    def lines() -> Iterator[str]:
        yield from to("vertrouwen-1")
        disk.fill()
        yield "2"
        disk.empty()

    done = run(desk_in(tmp_path), lines())
    assert {"vertrouwen-1": 2} == done.on_disk.statements
    assert done.said.endswith("Gestopt. Alles is bewaard.\n")


def test_taking_back_on_a_full_disk_leaves_it_handed_in(tmp_path: Path, disk: Disk) -> None:
    """The reason is told, and as nothing was lost there is nothing to choose."""
    typing(desk_in(tmp_path), BEGIN, "klaar", "inleveren", "ja")

    def lines() -> Iterator[str]:
        yield "2"
        disk.fill()
        yield from ["terughalen", "ja", "stop"]

    done = run(desk_in(tmp_path), lines())
    assert "Dat lukt niet." in done.said
    assert done.said.endswith("Gestopt. Er is niets veranderd.\n")
    assert done.on_disk.handed_in is not None


def _changed(folder: Path) -> None:
    """Do what someone with a text editor does."""
    path = _only(folder)
    text = path.read_text("utf-8").replace("vertrouwen-1 = 2", "vertrouwen-1 = 1")
    path.write_text(text, encoding="utf-8")


def test_what_someone_else_wrote_is_taken_over(tmp_path: Path) -> None:
    """The own last answer makes room, and comes back with undo, as was said."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        _changed(tmp_path)
        yield from ["2", "probeer", "overnemen"]
        assert "vertrouwen-1 = 1" in _only(tmp_path).read_text("utf-8")
        yield "u"

    done = run(desk_in(tmp_path), lines())
    assert "is intussen door iemand anders veranderd. Kies wat er moet gebeuren." in done.said
    assert (
        "overnemen: open het veranderde bestand. Met de letter u komt het uwe terug." in done.said
    )
    assert f"U gaat nu verder met wat in {_only(tmp_path)} staat." in done.said
    assert {"vertrouwen-1": 2, "vertrouwen-2": 2} == done.on_disk.statements
    assert "" == done.face.trouble


def test_what_was_handed_in_elsewhere_is_only_taken_over_knowingly(tmp_path: Path) -> None:
    """It is told what one loses by it, and another folder keeps that."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        _hand_in(_only(tmp_path))
        yield from ["2", "overnemen", "1", "stop"]

    done = run(desk_in(tmp_path), lines())
    told = "overnemen: open het ingeleverde bestand. Wat alleen hier staat, vervalt."
    assert told in done.said
    assert "map: bewaar in een andere map." in done.said
    assert f"U leest nu {_only(tmp_path)}. Deze lijst is ingeleverd." in done.said
    assert {"vertrouwen-1": 2} == done.on_disk.statements
    assert done.said.endswith("Gestopt. Er is niets veranderd.\n")


def test_what_is_handed_in_at_the_last_moment_is_told_first(tmp_path: Path) -> None:
    """It was a draft when one was asked: nothing is taken over before one has heard otherwise."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        _changed(tmp_path)
        yield "0"
        _hand_in(_only(tmp_path))
        yield from ["overnemen", "map", str(tmp_path / "stick")]

    done = run(desk_in(tmp_path), lines())
    first, second = done.said.split("Dat lukt niet.")
    assert "overnemen: open het veranderde bestand." in first
    assert "overnemen: open het ingeleverde bestand." in second
    assert {"vertrouwen-1": 2, "vertrouwen-2": 0} == done.on_disk.statements


def test_a_changed_file_that_cannot_be_read_any_more_is_told(tmp_path: Path) -> None:
    """The choices are told again as they are by then, and nothing is lost."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        _changed(tmp_path)
        yield "0"
        path = _only(tmp_path)
        path.unlink()
        path.mkdir()
        yield from ["overnemen", "overnemen", "probeer", "map", str(tmp_path / "stick")]

    done = run(desk_in(tmp_path), lines())
    assert 2 == done.said.count("Dat lukt niet.")
    assert 1 == done.said.count("Dat is hier geen keuze.")
    assert "probeer: probeer het opnieuw.\nTyp probeer, map of verder.\n" in done.said
    assert {"vertrouwen-1": 2, "vertrouwen-2": 0} == done.on_disk.statements


def test_a_folder_that_moved_is_told_once(tmp_path: Path) -> None:
    """One goes on in memory; it is made again when one asks for that."""
    folder = tmp_path / "eerst"

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        folder.rename(tmp_path / "weg")
        yield from ["1", "verder", "1"]
        assert not folder.exists()
        yield from ["stop", "probeer"]

    done = run(desk_in(folder), lines())
    assert 2 == done.said.count("is er niet meer: verplaatst, hernoemd of weggegooid.")
    assert "probeer: maak het bestand hier opnieuw, met al uw antwoorden." in done.said
    assert f"Alles is bewaard in {folder}" in done.said
    assert {"vertrouwen-1": 2, "vertrouwen-2": 1, "rollen-1": 1} == done.on_disk.statements


def test_who_leaves_without_a_folder_that_moved_makes_no_new_one(tmp_path: Path) -> None:
    """That was the choice; at the end of input nobody can choose, and it is made."""
    for number, last in enumerate(([], ["stop", "weg"], ["stop", "stop"])):
        folder = tmp_path / f"map{number}"

        def lines(folder: Path = folder, last: list[str] = last) -> Iterator[str]:
            yield from [*to("vertrouwen-1"), "2"]
            folder.rename(folder.with_name(f"{folder.name}-weg"))
            yield from ["1", "verder", *last]

        done = run(desk_in(folder), lines())
        assert (not last) == folder.exists()
        kept = "Niet alles is bewaard." if last else "Alles is bewaard."
        assert done.said.endswith(f"Gestopt. {kept}\n")


def test_who_gave_up_answers_is_not_thanked_for_them(tmp_path: Path) -> None:
    """Handing in stops where someone else handed the list in: what one reads then is theirs."""
    desk = desk_in(tmp_path)

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2", "klaar"]
        _hand_in(_only(tmp_path))
        yield from ["inleveren", "ja", "overnemen", "1", "stop"]

    done = run(desk, lines())
    assert "Wat alleen hier staat, vervalt." in done.said
    assert "Dank u wel" not in done.said
    assert done.said.endswith("Gestopt. Er is niets veranderd.\n")


def test_taking_back_what_is_gone_makes_nothing_again(tmp_path: Path) -> None:
    """There was nothing to save: only that it does not work is told."""
    folder = tmp_path / "eerst"
    desk = desk_in(folder)
    typing(desk, *to("vertrouwen-1"), "2", "klaar", "inleveren", "ja")

    def lines() -> Iterator[str]:
        yield from ["2", "terughalen"]
        folder.rename(tmp_path / "weg")
        yield from ["ja", "stop"]

    done = run(desk, lines())
    assert "Dat lukt niet." in done.said
    assert not folder.exists()


def _only(folder: Path) -> Path:
    """Return the one response in a folder."""
    (path,) = folder.glob(f"*{file.SUFFIX}")
    return path


def _hand_in(path: Path) -> None:
    """Do what someone does who hands it in at another computer."""
    response, findings = file.load(path)
    assert response is not None, findings
    file.save(path, response.model_copy(update={"handed_in": LATER, "place": None}))


def test_what_someone_else_wrote_stays_and_one_goes_on_elsewhere(tmp_path: Path) -> None:
    """Two files: theirs, and one's own in another folder."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        _changed(tmp_path)
        yield from ["0", "map", str(tmp_path / "stick")]

    done = run(desk_in(tmp_path), lines())
    assert {"vertrouwen-1": 2, "vertrouwen-2": 0} == done.on_disk.statements
    (theirs,) = tmp_path.glob(f"*{file.SUFFIX}")
    assert "vertrouwen-1 = 1" in theirs.read_text("utf-8")


def test_a_closed_reader_is_an_end_like_any_other(tmp_path: Path) -> None:
    """Nobody hears the last words, and everything is on disk."""
    from io import StringIO  # noqa: PLC0415 - for the one that breaks

    from zelfanalyse.plain.face import LineByLine  # noqa: PLC0415 - idem

    class Broken(StringIO):
        def flush(self) -> None:
            if "Bewaard: 2 klopt" in self.getvalue():
                raise BrokenPipeError

    coming = iter([*to("vertrouwen-1"), "2", "1", "1"])
    face = LineByLine(desk_in(tmp_path), lambda: f"{next(coming)}\n", Broken())
    face.run()
    assert face.sitting is not None
    response, findings = file.load(face.sitting.path)
    assert [] == findings
    assert response is not None
    assert {"vertrouwen-1": 2} == response.statements


def test_a_terminal_that_is_gone_is_an_end_like_any_other(tmp_path: Path) -> None:
    """Reading from it fails, and everything is on disk."""

    def lines() -> Iterator[str]:
        yield from [*to("vertrouwen-1"), "2"]
        raise OSError(5, "Input/output error")

    done = run(desk_in(tmp_path), lines())
    assert {"vertrouwen-1": 2} == done.on_disk.statements
