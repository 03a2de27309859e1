"""Nothing is lost: a disk that refuses, a file someone else changes, a list that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zelfanalyse.response import file
from zelfanalyse.response.open_file import OpenFile
from zelfanalyse.tui.screens.closing import ClosingScreen
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.screens.trouble import TroubleScreen
from zelfanalyse.tui.widgets.field import PAUSE

from .capture import capture, refuse
from .conftest import BOARD

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.model import Response
    from zelfanalyse.tui.app import FillInApp


def at(desk: Desk, path: Path) -> Response:
    """Return the response in a file."""
    response, findings = file.load_for(path, desk.questionnaire)
    assert response is not None, findings
    return response


def words(app: FillInApp) -> str:
    """Return the screen as words, without lines and gaps."""
    return " ".join(capture(app).split())


async def test_another_folder_is_offered(
    app: FillInApp, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen says at once that it was not saved; F8 goes on in a folder that does keep it."""
    other = tmp_path / "stick"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("5")
            assert "! Niet bewaard. De schijf is vol. F8: kies wat u doet." in words(app)
            await pilot.press("f8", "1")
            assert isinstance(app.screen, TroubleScreen)
        await pilot.press("2", *str(other), "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "Niet bewaard" not in capture(app)
    (saved,) = other.glob(f"*{file.SUFFIX}")
    assert {"vertrouwen-1": 4, "vertrouwen-2": 5} == at(desk, saved).statements


async def test_a_folder_that_does_not_work_either_is_told(
    app: FillInApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No name, or a file in the way: a sentence, and one can try again or leave it for later."""
    (tmp_path / "bestand").write_text("in de weg", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("5", "f8")
        await pilot.press("down", "enter", "enter")
        assert "Typ de naam van een map." in words(app)
        await pilot.press(*str(tmp_path / "bestand"), "enter")
        assert "kan niet bewaard worden" in words(app)
        await pilot.press("escape", "4")
        assert "Niet bewaard" not in capture(app)


async def test_one_can_begin_in_another_folder(
    app: FillInApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the first save fails, F8 begins somewhere else."""
    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("enter", "f8")
        await pilot.press("2", *str(tmp_path / "stick"), "enter")
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter", "4")
    assert 1 == len([*(tmp_path / "stick").glob(f"*{file.SUFFIX}")])


async def test_a_change_by_hand_is_noticed(app: FillInApp, desk: Desk) -> None:
    """Nothing is overwritten; one can take over what someone else wrote."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        assert app.sitting is not None
        path = app.sitting.path
        by_hand = path.read_text("utf-8").replace("vertrouwen-1 = 4", "vertrouwen-1 = 1")
        path.write_text(by_hand, "utf-8")
        await pilot.press("5")
        assert "is intussen door iemand anders veranderd" in words(app)
        assert by_hand == path.read_text("utf-8")
        await pilot.press("f8", "1")
        assert isinstance(app.screen, QuestionScreen)
        assert app.session is not None
        assert {"vertrouwen-1": 1} == app.session.response.statements
        await pilot.press("3")
    assert {"vertrouwen-1": 1, "vertrouwen-2": 3} == at(desk, path).statements


async def test_a_second_program_only_reads(app: FillInApp, desk: Desk) -> None:
    """It says so below the question and at every answer, and writes nothing."""
    first = desk.begin(BOARD)
    assert first.begin()
    before = first.path.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        assert "Deze lijst is al open in een ander venster." in words(app)
        assert "elders open: alleen lezen" in words(app)
        await pilot.press("right", "backspace", "ctrl+z", "f10", "f10", "escape")
        assert "Vraag 2 van 10" in capture(app)
    assert before == first.path.read_bytes()
    first.close()


async def test_what_was_handed_in_can_be_read_and_taken_back(app: FillInApp, desk: Desk) -> None:
    """Reading changes nothing; taking back is a choice on the closing screen."""
    begun = desk.begin(BOARD)
    begun.begin()
    begun.change(begun.session.answer(4))
    begun.hand_in()
    begun.close()
    before = begun.path.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Ingeleverde lijst lezen (code K7F3-QX9M, ingeleverd 21 november 10:02)" in words(
            app
        )
        await pilot.press("2", "5", "t")
        assert "Deze lijst is ingeleverd. U kunt hem alleen nog lezen." in words(app)
        assert "ingeleverd: alleen lezen" in words(app)
        await pilot.press("right", "f10", "f10")
        assert isinstance(app.screen, ClosingScreen)
        assert "Deze lijst is ingeleverd op 21 november 10:02." in words(app)
        assert before == begun.path.read_bytes()
        await pilot.press("up", "enter")
        assert at(desk, begun.path).handed_in is None
        await pilot.press("escape", "left", "5")
    assert {"vertrouwen-1": 5} == at(desk, begun.path).statements


@pytest.mark.parametrize("size", [(60, 18), (140, 45)])
async def test_the_choices_are_seen_whole(
    app: FillInApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a small window too."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        monkeypatch.setattr(OpenFile, "save", refuse)
        await pilot.press("4", "f8")
        for label in ("Probeer het opnieuw", "Bewaar alles in een andere map", "Later"):
            assert label in words(app)


# --- what is on the screen is what is in the file ---


async def test_a_text_shows_what_is_in_the_file(app: FillInApp, desk: Desk) -> None:
    """Cleared or undone from the palette: the field follows, though it has the keys."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "o", "9", "enter", *"mijn antwoord")
        await pilot.press("ctrl+p", *"wissen", "enter")
        assert "mijn antwoord" not in capture(app)
        await pilot.press("ctrl+z")
        assert "mijn antwoord" in capture(app)
        await pilot.press("tab", "5", "ctrl+p", *"ongedaan", "enter")
        assert "5" not in capture(app).split("eel jaar")[1].splitlines()[2]
    assert app.sitting is not None
    assert {"beter": "mijn antwoord"} == at(desk, app.sitting.path).open


async def test_undo_goes_on_past_a_text(app: FillInApp, desk: Desk) -> None:
    """At a text field with nothing of its own to undo, Ctrl+Z is that of the whole sitting."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "3", "o", "9", "enter", "ctrl+z", "ctrl+z")
        assert app.sitting is not None
        assert {} == at(desk, app.sitting.path).statements


async def test_undoing_a_comment_leaves_the_answer(app: FillInApp, desk: Desk) -> None:
    """They are two things, though at one question."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "v", *"In mei.", "escape", "ctrl+z")
        assert app.sitting is not None
        kept = at(desk, app.sitting.path)
        assert ({"vertrouwen-1": 1}, {}) == (kept.statements, kept.comments)


async def test_a_comment_never_lands_on_another_question(app: FillInApp, desk: Desk) -> None:
    """After taking over what someone else wrote, what lay on the question is closed."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        assert app.sitting is not None
        path = app.sitting.path
        path.write_text(path.read_text("utf-8").replace("= 4", "= 2"), "utf-8")
        await pilot.press("4", "4", "f3", *"hoort bij vraag 4", "f8", "1")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press(*"meer", "ctrl+q")
    assert {} == at(desk, path).comments


async def test_nothing_is_thrown_away_unasked(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopping while the disk refuses asks first; one can still stop."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        monkeypatch.setattr(OpenFile, "save", refuse)
        await pilot.press("4", "ctrl+q")
        assert isinstance(app.screen, TroubleScreen)
        assert "Stop zonder te bewaren" in words(app)
        await pilot.press("escape")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("ctrl+q", "3")
    assert "De schijf is vol." in app.trouble


async def test_the_cursor_is_always_in_sight(app: FillInApp) -> None:
    """In a small window a long list scrolls along with it."""
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", "o", "6", "enter", *["down"] * 12)
        await pilot.pause()
        assert "› ( ) n  niet van toepassing" in capture(app)


async def test_a_half_balance_is_open_and_goes_on_where_it_was(app: FillInApp, desk: Desk) -> None:
    """Coming back, the next digit is the mark that is missing."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "o", "4", "enter", "2", "right", "left", "4")
        assert app.sitting is not None
        (answer,) = at(desk, app.sitting.path).balances.values()
        assert "nu=2 gewenst=4" == f"nu={answer.now} gewenst={answer.wanted}"  # type: ignore[union-attr]


async def test_a_mistake_in_the_program_shows_no_answers(
    app: FillInApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is kept for the command line, and nothing of what was in memory is printed."""

    async def go_wrong() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter", "4")
            monkeypatch.setattr(QuestionScreen, "action_help", lambda _: 1 / 0)
            await pilot.press("f1")
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await go_wrong()
    assert isinstance(app.failure, ZeroDivisionError)
    assert [] == app._exit_renderables


@pytest.mark.parametrize("way", [("o", "9", "enter"), ("f3",)], ids=["answer", "comment"])
async def test_what_is_being_typed_is_not_called_saved(
    app: FillInApp, desk: Desk, way: tuple[str, ...]
) -> None:
    """The screen says so from the first letter on, until the pause in which it is saved."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *way)
        assert "✓ bewaard" in capture(app)
        await pilot.press(*"Dit")
        assert "… wordt bewaard" in capture(app)
        assert "✓ bewaard" not in capture(app)
        await pilot.pause(2 * PAUSE)
        assert "✓ bewaard" in capture(app)
        (path,) = desk.folder.glob(f"*{file.SUFFIX}")
        saved = at(desk, path)
        assert ["Dit"] == [*saved.open.values(), *saved.comments.values()]


async def test_who_stops_at_the_choices_gets_one_to_stop(
    app: FillInApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+Q on what F8 shows adds the way out without saving."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        monkeypatch.setattr(OpenFile, "save", refuse)
        await pilot.press("5", "f8")
        assert "Stop zonder te bewaren" not in capture(app)
        await pilot.press("ctrl+q")
        assert "Stop zonder te bewaren" in capture(app)
        await pilot.press("escape")
        assert isinstance(app.screen, QuestionScreen)
