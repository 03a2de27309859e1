"""What one can do when a file changed, was handed in or went away: told first, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zelfanalyse.response import file
from zelfanalyse.response.open_file import OpenFile
from zelfanalyse.tui.screens.comment import CommentScreen
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.screens.trouble import TroubleScreen

from .capture import capture, refuse
from .conftest import BOARD

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.tui.app import FillInApp


def answers(desk: Desk, path: Path) -> dict[str, object]:
    """Return the statements that are answered in a file."""
    response, findings = file.load_for(path, desk.questionnaire)
    assert response is not None, findings
    return dict(response.statements)


def words(app: FillInApp) -> str:
    """Return the screen as words, without lines and gaps."""
    return " ".join(capture(app).split())


def path_of(app: FillInApp) -> Path:
    """Return the file that is being filled in."""
    assert app.sitting is not None
    return app.sitting.path


def hand_in(desk: Desk, path: Path) -> None:
    """Do what someone does who hands it in at another computer."""
    response, _ = file.load_for(path, desk.questionnaire)
    assert response is not None
    file.save(path, response.model_copy(update={"handed_in": desk.clock(), "place": None}))


@pytest.mark.parametrize("key", ["f8", "ctrl+q"])
async def test_one_goes_on_with_a_comment_once_there_is_room(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Trying again changes nothing that stood there: the text field stays, with the cursor."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("4", "f3", *"Dit", key)
            assert isinstance(app.screen, TroubleScreen)
        await pilot.press("1")
        assert isinstance(app.screen, CommentScreen)
        await pilot.press(*"gaat", "escape")
        assert "Niet bewaard" not in capture(app)
    response, _ = file.load_for(path_of(app), desk.questionnaire)
    assert response is not None
    assert ["Ditgaat"] == [*response.comments.values()]


async def test_a_list_that_does_not_open_is_looked_for_again(app: FillInApp, desk: Desk) -> None:
    """Nothing is said about saving; trying again finds it under another name, or says why not."""
    begun = desk.begin(BOARD)
    assert begun.begin()
    begun.close()
    moved = begun.path.with_name(f"anders{file.SUFFIX}")
    async with app.run_test(size=(80, 24)) as pilot:
        begun.path.rename(moved)
        await pilot.press("enter", "f8")
        assert isinstance(app.screen, TroubleScreen)
        assert "De lijst gaat nu niet open" in words(app)
        assert "2 Begin in een andere map." in words(app)
        assert "bewaar" not in words(app).lower()
        assert words(app).endswith("Esc terug")
        await pilot.press("2")
        assert "Enter: begin daar. Esc: terug." in words(app)
        await pilot.press("escape", "f8", "1")
        assert isinstance(app.screen, StartScreen)
        assert "U kunt nu niet beginnen" not in capture(app)
        await pilot.press("enter")
        assert isinstance(app.screen, QuestionScreen)
        assert moved == path_of(app)


async def test_a_list_that_opens_again_opens_at_once(app: FillInApp, desk: Desk) -> None:
    """Put back where it was, it is the one that trying again opens."""
    begun = desk.begin(BOARD)
    assert begun.begin()
    begun.close()
    content = begun.path.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        begun.path.unlink()
        await pilot.press("enter", "f8")
        begun.path.write_bytes(content)
        await pilot.press("1")
        assert isinstance(app.screen, QuestionScreen)
        assert begun.path == path_of(app)


async def test_a_changed_file_that_cannot_be_read_is_told(
    app: FillInApp, desk: Desk, tmp_path: Path
) -> None:
    """The choices stay, and what is in memory can still go to another folder."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "3", "4")
        path = path_of(app)
        path.write_text(f"{path.read_text('utf-8')}# met de hand\n", "utf-8")
        await pilot.press("2", "f8")
        path.unlink()
        path.mkdir()
        await pilot.press("1")
        assert isinstance(app.screen, TroubleScreen)
        assert "Dat lukt niet." in words(app)
        assert "› 1 Probeer het opnieuw." in words(app)
        await pilot.press("2", *str(tmp_path / "stick"), "enter")
    assert {"vertrouwen-1": 3, "vertrouwen-2": 4, "vertrouwen-3": 2} == answers(desk, path_of(app))


async def test_what_comes_back_after_taking_over_comes_back(app: FillInApp, desk: Desk) -> None:
    """A draft of someone else: one's own comes back with Ctrl+Z, as the choice says."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        path = path_of(app)
        path.write_text(path.read_text("utf-8").replace("vertrouwen-1 = 4", "vertrouwen-1 = 1"))
        await pilot.press("5", "f8")
        assert "1 Open het veranderde bestand. Met Ctrl+Z komt het uwe terug." in words(app)
        await pilot.press("1")
        assert {"vertrouwen-1": 1} == answers(desk, path)
        await pilot.press("ctrl+z")
    assert {"vertrouwen-1": 4, "vertrouwen-2": 5} == answers(desk, path)


async def test_what_was_handed_in_elsewhere_is_only_taken_over_knowingly(
    app: FillInApp, desk: Desk
) -> None:
    """The choice says that one's own is lost; that it comes back is not promised."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        hand_in(desk, path_of(app))
        await pilot.press("5")
        assert "is intussen door iemand anders ingeleverd." in words(app)
        await pilot.press("f8")
        told = "1 Open het ingeleverde bestand. Wat alleen hier staat, vervalt."
        assert told in words(app)
        assert "komt het uwe terug" not in words(app)
        await pilot.press("1")
        assert isinstance(app.screen, QuestionScreen)
        assert app.session is not None
        assert app.session.is_handed_in
    assert {"vertrouwen-1": 4} == answers(desk, path_of(app))


async def test_what_is_handed_in_while_one_chooses_is_told_first(
    app: FillInApp, desk: Desk, tmp_path: Path
) -> None:
    """The choice was about a draft: nothing is taken over, and it says what it would cost now."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        path = path_of(app)
        path.write_text(f"{path.read_text('utf-8')}# met de hand\n", "utf-8")
        await pilot.press("5", "f8")
        hand_in(desk, path)
        await pilot.press("1")
        assert isinstance(app.screen, TroubleScreen)
        assert "Open het ingeleverde bestand." in words(app)
        await pilot.press("2", *str(tmp_path / "stick"), "enter")
    assert {"vertrouwen-1": 4, "vertrouwen-2": 5} == answers(desk, path_of(app))


async def test_a_file_that_went_away_is_told_until_one_chooses(app: FillInApp, desk: Desk) -> None:
    """Nothing is made again unasked, also not by stopping; trying again makes it whole."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "3")
        path = path_of(app)
        path.unlink()
        await pilot.press("4", "2")
        assert "! Niet bewaard." in words(app)
        assert "is er niet meer: verplaatst, hernoemd of weggegooid." in words(app)
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, TroubleScreen)
        assert "1 Maak het bestand hier opnieuw, met al uw antwoorden." in words(app)
        assert "Stop zonder te bewaren." in words(app)
        assert not path.exists()
        await pilot.press("1")
        assert isinstance(app.screen, QuestionScreen)
        assert "Niet bewaard" not in capture(app)
    assert {"vertrouwen-1": 3, "vertrouwen-2": 4, "vertrouwen-3": 2} == answers(desk, path)
