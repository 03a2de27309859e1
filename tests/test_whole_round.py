"""A whole round by keyboard, in a real terminal: from a new dossier to a report that is final."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.terminal import CTRL_Q, ENTER, ESCAPE, F10, PAGE_DOWN, Terminal
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.conversation import Decision
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.standing import status
from zelfanalyse.questionnaire.questions import Statement
from zelfanalyse.response import file
from zelfanalyse.response.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.running import Done

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DOWN, UP, RIGHT = "\x1b[B", "\x1b[A", "\x1b[C"
PEOPLE = 6  # in each group


def make(place: Path) -> None:
    """Fill in the pages of a new dossier: what it is about, the profile, and three groups."""
    terminal = Terminal(["nieuw", "regio"], place)
    terminal.wait_for("bladzijde 1 van 7")
    for words, after in (
        ("Regio Vecht", "Naam              Regio Vecht"),
        ("zorg", "Onderwerp         zorg"),
        ("Een vraag van de raad", "Aanleiding        Een vraag"),
    ):
        terminal.press(*words, ENTER)
        terminal.wait_for(after)
    terminal.press(PAGE_DOWN)
    terminal.wait_for("bladzijde 2 van 7")
    for words, after in (
        ("convenant", "Vorm      convenant"),
        ("colleges", "Bestuur   colleges"),
        ("50000", "Inwoners  50000"),
        ("Sinds 2020", "Historie  Sinds 2020"),
        ("Net begonnen", "Fase      Net begonnen"),
    ):
        terminal.press(*words, ENTER)
        terminal.wait_for(after)
    terminal.press(PAGE_DOWN)
    terminal.wait_for("bladzijde 3 van 7")
    terminal.press(PAGE_DOWN)
    terminal.wait_for("Wie antwoordt?")
    for title, steps in (("Raad", 2), ("Medewerkers", 2), ("Partnergemeenten", 1)):
        terminal.press(*[DOWN] * steps, " ")
        terminal.wait_for(f"[x] {title}")
    terminal.press(F10)
    terminal.wait_for("Maak het dossier")
    terminal.press(ENTER)
    assert 0 == terminal.wait_for_end()


def fill_in(place: Path) -> None:
    """Hand in the answers of three groups; those of outside are less content."""
    dossier = dossier_folder.load(place)
    for number in range(3 * PEOPLE):
        group = dossier.settings.perspectives[number // PEOPLE]
        code = file.spelled(number)
        session = Session.begin(dossier.questionnaire, dossier.invitation(group), code, NOON)
        for question in session.questions:
            if isinstance(question, Statement):
                value = (2 if group.source.value == "extern" else 4) - number % 2
                answer = 6 - value if question.reversed else value
                session = session.go_to(question).answer(answer)
        path = place / dossier_folder.FILLED_IN / f"{code}{file.SUFFIX}"
        file.save(path, session.hand_in(NOON + timedelta(minutes=30)).response)


def close(terminal: Terminal, line: int, question: str) -> None:
    """Close what stands on a line of the planning, and say yes to the question."""
    terminal.press("p")
    terminal.wait_for("Open of gesloten")
    terminal.press(*[DOWN] * line, ENTER)
    terminal.wait_for(question)
    terminal.press("2")


def talk(terminal: Terminal) -> None:
    """Agree on an action about the first point, and leave the next two on purpose."""
    terminal.press("g")
    terminal.wait_for("leren, niet om afrekenen")
    terminal.press(RIGHT)
    terminal.wait_for("Punt 1 van")
    terminal.press("a")
    terminal.wait_for("Wat gaat er gebeuren?")
    terminal.press(*"Elke maand bellen", ENTER)
    terminal.wait_for("› Wie")
    for words, after in (
        ("Secretaris", "› Wanneer"),
        ("1-3-2027", "› Een inwoner merkt"),
        ("Minder loketten", "› Soort"),
    ):
        terminal.press(ENTER)
        terminal.wait_for("Enter zo is het goed")
        terminal.press(*words, ENTER)
        terminal.wait_for(after)
    terminal.press(DOWN, DOWN, ENTER)
    terminal.wait_for("Enter zo is het goed")
    terminal.press(*"1-12-2027", ENTER)
    terminal.wait_for("Terugkijken        1-12-2027")
    terminal.press(ESCAPE)
    terminal.wait_for("Een actie: Elke maand bellen")
    for number in (2, 3):
        terminal.press(RIGHT)
        terminal.wait_for(f"Punt {number} van")
        terminal.press("b")
        terminal.wait_for("Wat is de reden?")
        terminal.press(*"Dit kan later")
        terminal.wait_for("Bewust niets: Dit kan later")
        terminal.press(ESCAPE)
        terminal.wait_for("t notities")
    terminal.press(CTRL_Q)


def is_final(place: Path) -> bool:
    """Whether the report of a dossier is final."""
    return status(Case.of(dossier_folder.load(place))).is_final


def test_from_a_new_dossier_to_a_final_report(tmp_path: Path, run: Callable[..., Done]) -> None:
    """Made, merged, both sides closed, talked about, closed: and the report says that it is."""
    place = tmp_path / "regio"
    make(tmp_path)
    fill_in(place)

    terminal = Terminal(["regio"], tmp_path)
    terminal.wait_for("18 antwoorden klaar")
    terminal.press("s")
    terminal.wait_for("Samengevoegd")
    terminal.press(ENTER)
    terminal.wait_for("12 antwoorden")
    close(terminal, 0, "De zelfanalyse sluiten?")
    terminal.wait_for("De zelfanalyse: gesloten")
    terminal.press(ESCAPE)
    terminal.wait_for("Stappen")
    close(terminal, 1, "De blik van buiten sluiten?")
    terminal.wait_for("De blik van buiten: gesloten")
    terminal.press(ESCAPE)
    terminal.wait_for("met 6 antwoorden")
    assert not is_final(place)

    talk(terminal)
    terminal.wait_for("Er ontbreekt niets")
    close(terminal, 2, "De ronde afsluiten?")
    terminal.wait_for("Wat hebt u geleerd?")
    terminal.press(*"Eerst luisteren", ENTER, ENTER)
    terminal.wait_for("Welke vraag is nog open?")
    terminal.press(ENTER)
    terminal.wait_for("Druk op Enter om terug te gaan")
    terminal.press(ENTER)
    terminal.wait_for("Definitief")
    terminal.press(CTRL_Q)
    assert 0 == terminal.wait_for_end()

    assert is_final(place)
    book = dossier_folder.load(place).book
    assert book.closure is not None
    assert ("Eerst luisteren",) == book.closure.lessons
    assert ["Elke maand bellen"] == [item.what for item in book.actions.actions]
    decided = [item.decision for item in book.conversation.points]
    assert [Decision.ACTION, Decision.NOTHING, Decision.NOTHING] == decided
    report = " ".join(run("rapport", place).out.split())
    assert "Definitief: deze ronde is afgesloten op" in report
    assert "Minder loketten" in report
