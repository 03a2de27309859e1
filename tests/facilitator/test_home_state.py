"""What the home screen shows, as values: without a screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, on_disk, person, posted
from tests.rounds import LIST, whole
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.facilitator import home_text
from zelfanalyse.facilitator.home_state import existing, look, nearby, stamp

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 9, 20)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a dossier that misses nothing but a report."""
    return whole(tmp_path / "dossier").folder


def shown(place: Path) -> str:
    """Return everything the home screen says of a dossier."""
    state = look(place, TODAY)
    lines = list(home_text.about_the_round(state))
    if state.overview is not None:
        lines += home_text.about_the_people(state.overview)
    return "\n".join([home_text.title(state), home_text.subtitle(state)]) + "".join(
        f"\n{line.lead}{line.text}" for line in lines
    )


def test_every_step_has_a_sign_and_a_word(place: Path) -> None:
    """The state reads without colour, and each group has its number."""
    text = shown(place)
    assert "Proefregio · ronde 2026" in text
    assert "◐ Zelfanalyse              bezig         12 antwoorden" in text
    assert "Raad                       binnen, 6 antwoorden" in text


def test_a_damaged_file_is_told_and_the_rest_still_shows(place: Path) -> None:
    """With file and line; what is missing is not guessed at."""
    (place / Actions.name).write_text("formaat = 1\n[[actie]]\nwat = \n", "utf-8")
    text = shown(place)
    assert "acties.toml, regel 3" in text
    assert "Zelfanalyse" in text
    assert "ontbreekt voor" not in text
    found = look(place, TODAY).overview
    assert found is not None
    assert "Herstel eerst" in found.next.sentence


def test_settings_that_cannot_be_read_are_told(place: Path) -> None:
    """Then there is only the folder and the reason."""
    (place / folder.SETTINGS).write_text("formaat = 1\nnaam =\n", "utf-8")
    state = look(place, TODAY)
    assert state.overview is None
    assert "dossier.toml, regel 2" in shown(place)


def test_a_folder_that_went_away_is_told(tmp_path: Path) -> None:
    """It may be moved while the screen is open."""
    assert ("bestaat niet" in look(tmp_path / "weg", TODAY).problems[0]) is True


def test_any_change_on_disk_is_noticed(place: Path) -> None:
    """A file that comes, changes or goes makes another stamp; a hidden one does not."""
    before = stamp(place)
    (place / ".slot").write_text("", "utf-8")
    assert before == stamp(place)
    path = posted(place / folder.FILLED_IN, person(90, PARTNERS.id, LIST))
    assert before != stamp(place)
    path.unlink()
    assert before == stamp(place)


def test_dossiers_nearby_are_the_folder_itself_and_one_deeper(tmp_path: Path) -> None:
    """Called by their name, and by their folder where they cannot be read."""
    on_disk(tmp_path / "b")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / folder.SETTINGS).write_text("kapot", "utf-8")
    on_disk(tmp_path / "c" / "dieper")
    assert ["a", "Proefregio  (b)"] == [item.title for item in nearby(tmp_path)]
    assert [tmp_path / "b"] == [item.folder for item in nearby(tmp_path / "b")]


def test_a_typed_path_is_there_or_not(tmp_path: Path) -> None:
    """Blank is nowhere."""
    assert tmp_path == existing(f" {tmp_path} ")
    assert None is existing("")
    assert None is existing(str(tmp_path / "weg"))
