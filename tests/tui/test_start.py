"""The first screens: what one must know, what lies in the folder, and the way in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zelfanalyse.response import file
from zelfanalyse.response.open_file import OpenFile
from zelfanalyse.response.session import Invitation, Session
from zelfanalyse.tui import base
from zelfanalyse.tui.app import FillInApp
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.widgets.rows import Rows

from .capture import capture, refuse
from .conftest import BOARD, CLERK, quiet

if TYPE_CHECKING:
    from zelfanalyse.response.desk import Desk

LONG = "Een lange inleiding. " * 60


def put(desk: Desk, code: str, *, handed_in: bool = False, minutes: int = 0) -> Path:
    """Put a response of the board in the folder, begun so many minutes after the first."""
    begun = desk.clock() + timedelta(minutes=minutes)
    session = Session.begin(desk.questionnaire, BOARD, code, begun)
    path = file.path_for(desk.folder, session.response)
    file.save(path, (session.hand_in(begun) if handed_in else session).response)
    return path


def words(app: FillInApp) -> str:
    """Return what is on the screen as one line."""
    return " ".join(capture(app).split())


@pytest.mark.parametrize("invitation", [BOARD, CLERK, Invitation()])
async def test_what_decides_is_seen_first(desk: Desk, invitation: Invitation) -> None:
    """How long, who reads it and recognisability stand above a long introduction, at 80×24."""
    wordy = desk.questionnaire.model_copy(update={"introduction": LONG})
    invitation = replace(invitation, dossier_name="Regio Vecht")
    app = quiet(FillInApp(replace(desk, questionnaire=wordy, invitations=(invitation,))))
    async with app.run_test(size=(80, 24)):
        shown = words(app)
        places = [
            shown.index(heading)
            for heading in (
                "Hoe lang duurt het?",
                "Wie ziet uw antwoorden?",
                "Bent u te herkennen?",
            )
        ]
        assert sorted(places) == places
        assert "Een lange inleiding." not in shown[: places[-1]]


async def test_nothing_is_promised_that_does_not_hold(app: FillInApp) -> None:
    """Words can be quoted, small figures are left out, and nobody is called unrecognisable."""
    async with app.run_test(size=(80, 24)):
        shown = words(app)
        assert "De begeleider leest uw bestand." in shown
        assert "kunnen letterlijk in het rapport staan, zonder uw naam en zonder uw groep" in shown
        assert "Noem geen namen." in shown
        assert "Cijfers van minder dan 5 mensen staan niet in het rapport." in shown
        assert "niet te herkennen" not in shown


async def test_who_answers_for_an_office_is_recognised(desk: Desk) -> None:
    """On the record there is no smallest group; the function is recognised, and that is said."""
    app = quiet(FillInApp(replace(desk, invitations=(CLERK,))))
    async with app.run_test(size=(80, 24)):
        shown = words(app)
        assert "op naam van uw functie (Secretaris)" in shown
        assert "Uw functie is herkenbaar in het rapport" in shown
        assert "minder dan" not in shown


async def test_a_broken_draft_is_named(desk: Desk) -> None:
    """A mistake made by hand is told with the file, the line and what to do; as plain text."""
    path = put(desk, "K7F3-QX9M")
    text = path.read_text(encoding="utf-8") + '\n[stelling]\nvertrouwen-1 = "[/x]"\n'
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index('vertrouwen-1 = "[/x]"') + 1
    (desk.folder / "[b]\x1b.antwoord.toml").write_text("kapot", encoding="utf-8")
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 40)) as pilot:
        start = "! In deze map staat een lijst die niet te openen is:"
        assert f"{start} K7F3-QX9M.antwoord.toml, regel {line}: 'vertrouwen-1' klopt" in words(app)
        assert f"{start} [b].antwoord.toml, regel 1: dit is geen geldige TOML" in words(app)
        await pilot.press("enter")
        assert isinstance(app.screen, QuestionScreen)


async def test_many_mistakes_do_not_hide_the_rest(desk: Desk) -> None:
    """Five sentences about broken files are enough; the others are counted."""
    for number in range(8):
        path = desk.folder / f"AAAA-000{number}{file.SUFFIX}"
        path.write_text("kapot", encoding="utf-8")
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 40)):
        assert 5 == words(app).count("niet te openen")
        assert "En nog 3 keer zoiets." in words(app)


async def test_a_folder_that_cannot_be_listed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rights on the folder one hears so, instead of seeing no drafts."""

    def no_rights(_: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "iterdir", no_rights)
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 40)):
        assert "deze map kan niet gelezen worden: u hebt hier geen rechten." in words(app)
        assert "Of hier al lijsten staan, is dus niet te zien." in words(app)


async def test_no_start_without_a_file(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the first save fails one stays on the start screen, and can try again."""
    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("enter")
            assert isinstance(app.screen, StartScreen)
            assert "! U kunt nu niet beginnen. De schijf is vol." in words(app)
            assert ("De schijf is vol.", None) == (app.trouble, app.session)
        await pilot.press("enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "" == app.trouble
        assert app.sitting is not None
        assert app.sitting.path.exists()


async def test_stopping_after_a_failed_start(
    app: FillInApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who leaves then leaves without a session, and the reason stays with the app."""
    monkeypatch.setattr(OpenFile, "save", refuse)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+q")
    assert (None, "De schijf is vol.") == (app.sitting, app.trouble)


async def test_one_draft_comes_first(desk: Desk) -> None:
    """With one draft Enter goes on with it, and beginning anew is the second row."""
    put(desk, "AAAA-0001")
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "› 1 Verdergaan: u was gebleven bij vraag 1 van 10 (code AAAA-0001" in words(app)
        assert "2 Nieuw beginnen" in words(app)
        await pilot.press("enter")
        assert app.session is not None
        assert "AAAA-0001" == app.session.response.respondent


async def test_among_several_drafts_one_begins_anew(desk: Desk) -> None:
    """On a shared computer Enter does not open what someone else began; a digit still can."""
    for number in (1, 2):
        put(desk, f"AAAA-000{number}", minutes=number)
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "› 1 Nieuw beginnen" in words(app)
        await pilot.press("3")
        assert app.session is not None
        assert "AAAA-0001" == app.session.response.respondent
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.session is not None
        assert "K7F3-QX9M" == app.session.response.respondent


async def test_what_was_handed_in_is_told(desk: Desk) -> None:
    """Who handed in already is warned not to begin again; only this perspective is counted."""
    put(desk, "AAAA-0001", handed_in=True)
    clerk = Session.begin(desk.questionnaire, CLERK, "AAAA-0003", desk.clock())
    closed = clerk.hand_in(desk.clock()).response
    file.save(file.path_for(desk.folder, closed), closed)
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(60, 18)):
        assert "In deze map staat al 1 ingeleverde lijst. Hebt u al ingeleverd?" in words(app)
        assert "Begin dan niet opnieuw: dat telt dubbel." in words(app)
    put(desk, "AAAA-0002", handed_in=True)
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(60, 18)):
        assert "In deze map staan al 2 ingeleverde lijsten." in words(app)


async def test_ten_perspectives_have_a_digit(desk: Desk) -> None:
    """The tenth row shows 0 and is picked with it; the eleventh has no digit, but a cursor."""
    many = tuple(
        replace(BOARD, perspective=f"groep-{i}", perspective_title=f"Groep {i}.")
        for i in range(1, 12)
    )
    app = quiet(FillInApp(replace(desk, invitations=many)))
    async with app.run_test(size=(80, 30)) as pilot:
        lines = capture(app).splitlines()
        assert "    0  Groep 10." in lines
        assert "       Groep 11." in lines
        await pilot.press("0")
        assert "U antwoordt als: Groep 10." in words(app)
        await pilot.press("escape", "end", "enter")
        assert "U antwoordt als: Groep 11." in words(app)
        assert [] == [row.mark for row in app.screen.query_one(Rows).rows if row.mark == "0"]


def test_the_smallest_window_is_known_without_textual() -> None:
    """The command line can ask for it without waiting for Textual."""
    code = (
        "import sys; from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS; "
        "print(MIN_COLUMNS, MIN_ROWS, 'textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "60 18 False\n" == done.stdout


async def test_an_app_settles_once_its_first_pages_have_come_up(
    app: FillInApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From then on the program looks for garbage as usual."""
    settled: list[bool] = []
    monkeypatch.setattr(base, "SETTLED", 0.01)
    monkeypatch.setattr(base, "settle", lambda: settled.append(True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
    assert [True] == settled
