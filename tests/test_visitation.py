"""The panel and the reactions: files to write in, and where they stand."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import asked, bytes_of, factor, on_disk
from zelfanalyse.cli import main
from zelfanalyse.dossier import blank_pages, book, folder
from zelfanalyse.dossier.panel import Judgement, Panel, Recognises
from zelfanalyse.dossier.reaction import BoardResponse, Correction, Reaction
from zelfanalyse.dossier.steps import Closed, Steps
from zelfanalyse.errors import ChangedElsewhereError, ExitCode
from zelfanalyse.questionnaire import library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2026, 10, 1)
LIST = asked(factor("vertrouwen"), factor("moed"))
BOTH_CLOSED = Steps(closed=Closed(own=DAY, external=DAY))


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """Return a dossier of which both sides are closed."""
    on_disk(tmp_path / "d", LIST)
    book.save(tmp_path / "d", BOTH_CLOSED)
    return tmp_path / "d"


@pytest.fixture(name="told")
def _told(place: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], tuple[int, str]]:
    """Return a function that gives a command and returns its code and its words as one line."""

    def told(command: str) -> tuple[int, str]:
        code = main([command, str(place)])
        captured = capsys.readouterr()
        return code, " ".join((captured.out + captured.err).split())

    return told


@pytest.mark.parametrize(
    ("closed", "side", "name"),
    [
        (Closed(own=DAY), "extern", "De blik van buiten"),
        (Closed(external=DAY), "zelf", "De zelfanalyse"),
    ],
)
def test_the_panel_waits_until_both_sides_are_closed(
    place: Path, told: Callable[[str], tuple[int, str]], closed: Closed, side: str, name: str
) -> None:
    """It is told which side is open and how to close it, and nothing is written."""
    book.save(place, Steps(closed=closed))
    before = bytes_of(place)
    code, words = told("visitatie")
    assert ExitCode.FINDINGS == code
    assert f"{name} is nog open. Sluit die eerst met: zelfanalyse sluiten" in words
    assert words.endswith(f" {side}")
    assert 1 == words.count("nog open")
    assert before == bytes_of(place)


def test_the_panel_gets_a_file_with_every_factor(
    place: Path, told: Callable[[str], tuple[int, str]]
) -> None:
    """Each with its title, none with a judgement, and the dossier opens with it."""
    assert ExitCode.OK == told("visitatie")[0]
    text = (place / Panel.name).read_text("utf-8")
    assert "# Vertrouwen" in text
    panel = folder.load(place).book.panel
    assert panel is not None
    assert ["vertrouwen", "moed"] == [item.factor for item in panel.judgements]
    assert [None, None] == [panel.of(item.factor) for item in panel.judgements]


@pytest.mark.parametrize("choice", Recognises)
def test_each_choice_of_the_panel_is_a_line_to_uncomment(
    place: Path, told: Callable[[str], tuple[int, str]], choice: Recognises
) -> None:
    """Taking away the # is all there is to do."""
    told("visitatie")
    path = place / Panel.name
    line = f'oordeel = "{choice.value}"'
    path.write_text(path.read_text("utf-8").replace(f"# {line}", line, 1), "utf-8")
    panel = folder.load(place).book.panel
    assert panel is not None
    assert choice is panel.judgements[0].recognises


def test_what_the_panel_wrote_is_told_with_what_is_empty(
    place: Path, told: Callable[[str], tuple[int, str]]
) -> None:
    """Per factor, and for the file as a whole; nothing is written again."""
    judged = Judgement(factor="moed", recognises=Recognises.SELF, words="Men [/durft] \\b veel.")
    book.save(place, Panel(members=("oud-griffier",), judgements=(judged,)))
    before = bytes_of(place)
    code, words = told("visitatie")
    assert ExitCode.OK == code
    assert before == bytes_of(place)
    for part in (
        "1 van 2 factoren hebben een oordeel.",
        "Nog leeg: 'datum' en 'slotwoord'.",
        "Vertrouwen (vertrouwen) Nog leeg.",
        "Moed (moed) De commissie herkent het zelfbeeld. Men [/durft] \\b veel.",
        "Nog leeg: 'aanbeveling'.",
    ):
        assert part in words


def test_a_visit_before_the_closing_is_noticed(
    place: Path, told: Callable[[str], tuple[int, str]]
) -> None:
    """The panel should have seen everything."""
    book.save(place, Panel(on=date(2026, 9, 30)))
    assert "De commissie kwam op 30 september 2026. Toen was" in told("visitatie")[1]
    book.save(place, Panel(on=DAY))
    assert "Toen was" not in told("visitatie")[1]


def test_a_recommendation_alone_is_a_judgement() -> None:
    """What the panel says is never left out."""
    panel = Panel(judgements=(Judgement(factor="moed", recommendation="Begin."),))
    assert panel.judgements[0] == panel.of("moed")


def test_reactions_get_a_file_and_are_shown(
    place: Path, told: Callable[[str], tuple[int, str]]
) -> None:
    """The first time it is made, after that it is read."""
    assert ExitCode.OK == told("reactie")[0]
    assert Reaction() == folder.load(place).book.reaction
    assert "nog geen reactie van het bestuur" in told("reactie")[1]
    correction = Correction(by="griffier", was="29 leden")
    board = BoardResponse(words="Wij herkennen dit.\n\nEn meer.")
    book.save(place, Reaction(corrections=(correction,), board=board))
    words = told("reactie")[1]
    for part in ("29 leden", "griffier", "Wij herkennen dit. En meer.", "'door' en 'datum'"):
        assert part in words


@pytest.mark.parametrize("name", ["correctie", "reactie"])
def test_each_part_of_the_file_for_reactions_can_be_uncommented(name: str) -> None:
    """The example tables are right but for being empty."""
    text = blank_pages.reaction_text(made_up=False)
    block = text[text.index(f"# [{name}]" if name == "reactie" else f"# [[{name}]]") :]
    lines = [line.removeprefix("# ") for line in block.split("\n\n")[0].splitlines()]
    kept = [line for line in lines if line.startswith("[") or " = " in line]
    assert name in tomllib.loads("\n".join(kept))


def test_a_new_page_never_replaces_one(tmp_path: Path) -> None:
    """What someone put there meanwhile stays."""
    path = tmp_path / Panel.name
    path.write_text("van een ander")
    with pytest.raises(ChangedElsewhereError):
        blank_pages.put_new(path, "nieuw")
    assert "van een ander" == path.read_text()


@pytest.mark.parametrize("name", library.built_in())
def test_there_is_a_panel_file_for_every_built_in_list(name: str) -> None:
    """It is valid TOML, and says when the dossier is made up."""
    questionnaire = library.open_questionnaire(library.find(name))
    text = blank_pages.panel_text(questionnaire, made_up=True)
    data = tomllib.loads(text)
    assert data["verzonnen"]
    assert len(questionnaire.factors) == len(data.get("oordeel", []))


def test_a_name_in_what_people_wrote_is_told(
    place: Path, told: Callable[[str], tuple[int, str]]
) -> None:
    """In the words of the panel and in the reactions; once each, and nothing is changed."""
    path = place / folder.SETTINGS
    text = path.read_text("utf-8").replace("ronde =", 'namen = ["Jansen"]\nronde =', 1)
    path.write_text(text, "utf-8")
    words = "Jansen zei het. Bel Jansen."
    book.save(place, Panel(judgements=(Judgement(factor="moed", words=words),)))
    book.save(place, Reaction(board=BoardResponse(words="Mail jansen@voorbeeld.nl")))
    assert 1 == told("visitatie")[1].count("Let op: in visitatie.toml staat de naam 'Jansen'.")
    code, said = told("reactie")
    assert ExitCode.OK == code
    assert "Let op: in reactie.toml staat een e-mailadres." in said
