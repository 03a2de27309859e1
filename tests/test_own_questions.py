"""A list of one's own and own questions, from ``nieuw`` to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questionnaire.lists import EVERY_KIND
from zelfanalyse.cli import main
from zelfanalyse.dossier import folder
from zelfanalyse.errors import ExitCode
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

OWN = ("Wat mist u in de wijk?", "Wie moet erbij?")


def new(*more: str) -> list[str]:
    """Return the words that make a dossier."""
    return ["nieuw", "n", "--naam", "Regio", "--aanleiding", "Daarom.", *more]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asking(*questions: str) -> list[str]:
    """Return the options for these own questions."""
    return [word for question in questions for word in ("--eigen-vraag", question)]


def test_own_questions_are_pinned_with_the_list(place: Path) -> None:
    """Behind the list in its own words, with a fingerprint of what is asked now."""
    assert ExitCode.OK == main(new(*asking(*OWN)))
    built_in = library.find("samenwerking").read_text("utf-8")
    pinned = (place / "n" / folder.QUESTIONNAIRE).read_text("utf-8")
    assert pinned.startswith(built_in.rstrip("\n"))
    dossier = folder.load(place / "n")
    assert list(OWN) == [item.text for item in dossier.questionnaire.open_questions if item.own]
    assert dossier.settings.questionnaire.fingerprint == fingerprint(dossier.questionnaire)
    usual = fingerprint(library.open_questionnaire(library.find("samenwerking")))
    assert usual != dossier.settings.questionnaire.fingerprint


def test_a_fifth_own_question_makes_no_dossier(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and nothing is left behind."""
    assert ExitCode.USAGE == main(new(*asking(*(f"Vraag {number}?" for number in range(5)))))
    assert "Een dossier heeft hoogstens 4 eigen vragen." in capsys.readouterr().err
    assert not (place / "n").exists()


def test_a_list_of_ones_own_can_have_them_too(place: Path) -> None:
    """The file itself stays as it is."""
    own = place / "eigen.toml"
    own.write_text(EVERY_KIND, encoding="utf-8")
    assert ExitCode.OK == main(new("--lijst", "eigen.toml", *asking(OWN[0])))
    assert EVERY_KIND == own.read_text("utf-8")
    questionnaire = folder.load(place / "n").questionnaire
    assert ("elke_soort", OWN[0]) == (questionnaire.id, questionnaire.open_questions[-1].text)


def test_the_standard_groups_of_residents_and_businesses_have_the_short_form(place: Path) -> None:
    """It stands in the settings, where it can be changed."""
    main(new())
    perspectives = folder.load(place / "n").settings.perspectives
    assert {"bedrijven", "gemeenschap"} == {item.id for item in perspectives if item.is_short}
    assert 2 == (place / "n" / folder.SETTINGS).read_text("utf-8").count('\nlijst = "kort"')
