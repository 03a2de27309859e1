"""Before the first question, and what was begun or handed in before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.plain.typing_person import BEGIN, BOARD, desk_in, run, to, typing
from tests.response.people import RAAD
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNCIL = replace(RAAD, perspective_title="Raad")


def test_one_chooses_a_perspective(tmp_path: Path) -> None:
    """By number; something else is asked again, and the sign for back returns to the choice."""
    done = typing(desk_in(tmp_path, BOARD, COUNCIL), "3", "raad", "1", "<", "2", BEGIN)
    assert "Namens wie vult u in?\n1 Directie\n2 Raad\n" in done.said
    assert 2 == done.said.count("Dat is hier geen keuze.")
    assert "raad" == done.on_disk.perspective
    assert "Vraag 1 van 9." in done.said


def test_the_first_text_says_how_one_stops_here(tmp_path: Path) -> None:
    """Who reads the answers comes before the first question; no key is named that is not there."""
    done = typing(desk_in(tmp_path), BEGIN)
    assert done.said.index("Wie ziet uw antwoorden?") < done.said.index("Vraag 1 van 11")
    assert "U kunt altijd stoppen met het woord stop en later verdergaan." in done.said
    assert "Ctrl" not in done.said


def test_a_broken_file_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    """With its name and what is wrong."""
    (tmp_path / f"stuk{file.SUFFIX}").write_text("kapot", encoding="utf-8")
    done = typing(desk_in(tmp_path))
    assert "Let op: In deze map staat een lijst die niet te openen is: stuk" in done.said


def test_one_goes_on_where_one_stopped(tmp_path: Path) -> None:
    """At the same question of the same file."""
    before = typing(desk_in(tmp_path), *to("motief"), "1")
    after = typing(desk_in(tmp_path), "7", "1")
    assert "1 Verdergaan: u was gebleven bij vraag 8 van 11" in after.said
    assert "Dat is hier geen keuze." in after.said
    assert "Vraag 8 van 11." in after.said
    assert "Vraag 1 van 11." not in after.said
    assert before.on_disk == after.on_disk


def test_one_begins_anew_beside_a_draft(tmp_path: Path) -> None:
    """Another code and another file; the draft stays as it was."""
    before = typing(desk_in(tmp_path), *to("motief"), "1")
    after = typing(desk_in(tmp_path), "2")
    assert "2 Nieuw beginnen" in after.said
    assert before.on_disk.respondent != after.on_disk.respondent
    assert 2 == len(list(tmp_path.iterdir()))


def test_among_several_drafts_the_first_choice_opens_none(tmp_path: Path) -> None:
    """They can be of other people: beginning anew stands first."""
    typing(desk_in(tmp_path), BEGIN)
    typing(desk_in(tmp_path), "2")
    done = typing(desk_in(tmp_path), "1")
    assert "Wat wilt u doen?\n1 Nieuw beginnen\n2 Verdergaan:" in done.said
    assert 3 == len(list(tmp_path.iterdir()))


def test_what_was_handed_in_can_only_be_read(tmp_path: Path) -> None:
    """Its answers are told, and every way to change something is refused in words."""
    handed_in = typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "klaar", "inleveren", "ja")
    path = next(tmp_path.iterdir())
    before = path.read_bytes()
    tries = ["2", "w", "wis", "t", "u", "bewaar", "klaar", "Tekst.", "v 11", ">", "<"]
    read = typing(desk_in(tmp_path), "2", "v 2", *tries, "v 1", "Tekst.", "?", "o")
    assert "Deze lijst is ingeleverd. Toch iets wijzigen? Typ terughalen." in read.said
    assert "Uw antwoord: 2 klopt" in read.said
    assert "U gaf geen antwoord." in read.said
    assert "U kunt alleen lezen. Typ <, >, v met een nummer, o, terughalen of stop." in read.said
    assert "Deze lijst is ingeleverd. U kunt hem alleen nog lezen." in read.said
    assert "Dit is de laatste vraag." in read.said
    assert read.said.endswith("Gestopt. Er is niets veranderd.\n")
    assert before == path.read_bytes()
    assert handed_in.on_disk == read.on_disk


def test_what_was_handed_in_is_taken_back_on_purpose(tmp_path: Path) -> None:
    """Only after a yes; then it can be changed and handed in again."""
    typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "klaar", "inleveren", "ja")
    kept = typing(desk_in(tmp_path), "2", "terughalen", "nee")
    assert kept.on_disk.handed_in is not None
    open_ = typing(desk_in(tmp_path), "2", "terughalen", "ja", "v 2", "1")
    assert open_.on_disk.handed_in is None
    assert {"vertrouwen-1": 1} == open_.on_disk.statements
    assert "Lever hem straks opnieuw in: typ klaar." in open_.said
    again = typing(desk_in(tmp_path), "1", "terughalen", "klaar", "inleveren", "ja")
    assert again.on_disk.handed_in is not None
    assert "Terughalen kan alleen met een lijst die is ingeleverd." in again.said


def test_a_list_that_is_open_elsewhere_is_only_read(tmp_path: Path) -> None:
    """It says so at once, and changes nothing."""
    desk = desk_in(tmp_path)
    typing(desk, *to("vertrouwen-1"), "2")
    (path,) = tmp_path.iterdir()
    other = desk.resume(path)
    before = path.read_bytes()
    done = typing(desk, "1", "1", "terughalen", "klaar")
    other.close()
    assert "Deze lijst is al open in een ander venster." in done.said
    assert "Hier kunt u hem alleen lezen." in done.said
    assert "U kunt alleen lezen. Typ <, >, v met een nummer, o of stop." in done.said
    assert before == path.read_bytes()


def test_a_file_that_disappeared_is_told(tmp_path: Path) -> None:
    """The choice comes again, and the reason is kept for the end."""
    desk = desk_in(tmp_path)
    typing(desk, *to("vertrouwen-1"), "2")
    (path,) = tmp_path.iterdir()

    def lines() -> Iterator[str]:
        path.write_text("kapot", encoding="utf-8")
        yield "1"

    done = run(desk, lines())
    assert "U kunt nu niet beginnen." in done.said
    assert "geen geldige TOML" in done.face.trouble
