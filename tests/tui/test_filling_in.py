"""Filling in on the whole screen, from the first key to handing in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.model import MAX_TEXT, BalanceAnswer, Missing, Response
from zelfanalyse.response.open_file import OpenFile
from zelfanalyse.tui.app import FillInApp
from zelfanalyse.tui.screens import closing
from zelfanalyse.tui.screens.closing import ClosingScreen
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.thanks import ThanksScreen

from .capture import capture, refuse
from .conftest import BOARD, CLERK, quiet

if TYPE_CHECKING:
    from textual.pilot import Pilot


def on_disk(desk: Desk) -> Response:
    """Return the only response in the folder of the desk."""
    (path,) = desk.folder.glob("*.toml")
    response, findings = file.load_for(path, desk.questionnaire)
    assert response is not None, findings
    return response


async def go_to(pilot: Pilot[Any], app: FillInApp, question: str) -> None:
    """Put the app at a question, without keys."""
    session = app.session
    assert session is not None
    target = next(item for item in session.questions if item.id == question)
    await app.change(session.go_to(target))
    await pilot.pause()


def told(app: FillInApp) -> str:
    """Return the notices that the app put on the screen."""
    return " ".join(str(notice.message) for notice in app._notifications)


async def test_no_file_before_begin(app: FillInApp, desk: Desk) -> None:
    """Reading the start screen leaves no file; beginning does."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown")
        assert [] == list(desk.folder.iterdir())
        await pilot.press("enter")
        assert "K7F3-QX9M" == on_disk(desk).respondent
        assert "Vraag 1 van 10" in capture(app)


async def test_digit_answers_saves_and_moves_on(app: FillInApp, desk: Desk) -> None:
    """Every digit is an answer that is on disk, and brings the next question."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "w", "n")
        expected = {"vertrouwen-1": 4, "vertrouwen-2": "weet niet", "vertrouwen-3": "nvt"}
        assert expected == on_disk(desk).statements
        assert "vorm" == on_disk(desk).place
        await pilot.press("left")
        assert "(x) n  niet van toepassing" in capture(app)


async def test_cursor_picks(app: FillInApp, desk: Desk) -> None:
    """Arrows and Enter pick an answer; Enter on an answered question goes on."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        assert "Kies een antwoord met een cijfer" in capture(app)
        await pilot.press("down", "down", "enter")
        assert {"vertrouwen-1": 2} == on_disk(desk).statements
        await pilot.press("left", "enter")
        assert "Vraag 2 van 10" in capture(app)


async def test_click_picks(app: FillInApp, desk: Desk) -> None:
    """A click on a line is an answer; the second click of a double click is not."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        line = capture(app).splitlines().index("    ( ) 3  klopt half")
        await pilot.click(offset=(8, line), times=2)
        await pilot.pause()
        assert {"vertrouwen-1": 3} == on_disk(desk).statements


async def test_undo_goes_back_to_the_question(app: FillInApp, desk: Desk) -> None:
    """Ctrl+Z takes the last answer away and shows its question; Backspace wipes an answer."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "5", "ctrl+z")
        assert {"vertrouwen-1": 4} == on_disk(desk).statements
        assert "Vraag 2 van 10" in capture(app)
        await pilot.press("left", "backspace")
        assert {} == on_disk(desk).statements


async def test_comment_is_text_not_markup(app: FillInApp, desk: Desk) -> None:
    """A comment with brackets is drawn and saved as typed, and closing it loses nothing."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "t", *"[/x] 4", "escape")
        assert {"vertrouwen-1": "[/x] 4"} == on_disk(desk).comments
        assert "Toelichting: [/x] 4" in capture(app)
        assert {} == on_disk(desk).statements
        await pilot.press("ctrl+z")
        assert {} == on_disk(desk).comments


async def test_jump_from_overview(app: FillInApp, desk: Desk) -> None:
    """The overview tells the states in words and jumps; Tab leaves only what is open."""
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("enter", "4", "w", "o")
        shown = capture(app)
        assert "1  x beantwoord  De partners komen hun afspraken na." in shown
        assert "2  ? weet niet   De partners vertellen elkaar" in shown
        await pilot.press("tab")
        assert "De partners komen" not in capture(app)
        await pilot.press("down", "enter")
        assert "vorm" == on_disk(desk).place
        assert "Vaste vorm" in capture(app)


async def test_typing_jumps(app: FillInApp, desk: Desk) -> None:
    """In the overview a number or a part of a word is enough; Esc first takes that back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "o", "6", "enter")
        assert "resultaat" == on_disk(desk).place
        await pilot.press("o", *"gunnen suc", "enter")
        assert "vertrouwen-3" == on_disk(desk).place
        await pilot.press("o", *"xyz")
        assert "Geen vraag gevonden." in capture(app)
        await pilot.press("enter", "backspace", "backspace", "backspace", "escape")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("o", "z", "escape")
        assert "Typ een nummer of een woord om te springen." in capture(app)


async def test_mouse_goes_everywhere(app: FillInApp, desk: Desk) -> None:
    """The mouse begins, opens the overview from its hint, and jumps from there."""
    async with app.run_test(size=(80, 40)) as pilot:
        for target in ("Beginnen", "overzicht", "Waarom doet u mee?"):
            lines = capture(app).splitlines()
            row = next(i for i, line in enumerate(lines) if target in line)
            await pilot.click(offset=(lines[row].index(target), row))
            await pilot.pause()
        assert "motief" == on_disk(desk).place
        assert isinstance(app.screen, QuestionScreen)


async def test_balance_takes_two_marks(app: FillInApp, desk: Desk) -> None:
    """The first digit is where it is now, the second where it should be; then one moves on."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "vorm")
        await pilot.press("2", "9")
        assert "! Een plek op de lijn is een getal van 1 tot en met 5." in capture(app)
        await pilot.press("4")
        assert {"vorm": BalanceAnswer(now=2, wanted=4)} == on_disk(desk).balances
        assert "motief" == on_disk(desk).place
        await pilot.press("left")
        assert "[●2]" in capture(app)
        assert "[◇4]" in capture(app)


async def test_choice_has_a_limit(app: FillInApp, desk: Desk) -> None:
    """Digits and space add options up to the limit; past it comes a sentence, not a crash."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "motief")
        await pilot.press("3", "down", "space", "2")
        assert "! Kies er hoogstens 2." in capture(app)
        assert {"motief": ("geld", "wet")} == on_disk(desk).choices
        await pilot.press("1", "right")
        assert {"motief": ("wet",)} == on_disk(desk).choices
        assert "resultaat" == on_disk(desk).place


async def test_zero_is_ten(app: FillInApp, desk: Desk) -> None:
    """Key 0 gives the school mark 10; the mark can also be unknown."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "resultaat")
        await pilot.press("0")
        assert {"resultaat": 10} == on_disk(desk).marks
        await pilot.press("left", "w")
        assert {"resultaat": Missing.DONT_KNOW} == on_disk(desk).marks


async def test_size_changes_the_wording(app: FillInApp, desk: Desk) -> None:
    """Who says to be a smaller partner reads the mirror statement of a smaller partner."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "omvang")
        await pilot.press("w")
        assert "Dit antwoord kan hier niet. U mag de vraag open laten." in capture(app)
        await pilot.press("1")
        assert Size.SMALLER is on_disk(desk).size
        assert "Onze stem telt mee." in capture(app)


async def test_writing_is_saved_before_moving(app: FillInApp, desk: Desk) -> None:
    """Letters are text in an open question; leaving with Tab saves every one of them."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "beter")
        await pilot.press(*"w1", "enter", *"n", "tab", *"12x", "enter")
        assert {"beter": "w1\nn", "aantal": 12} == on_disk(desk).open
        assert isinstance(app.screen, ClosingScreen)


async def test_writing_is_saved_when_stopping(app: FillInApp, desk: Desk) -> None:
    """Ctrl+Q in the middle of a word keeps the word, and returns the session."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "beter")
        await pilot.press(*"half", "ctrl+q")
    assert {"beter": "half"} == on_disk(desk).open


async def test_pasted_control_codes_are_dropped(app: FillInApp) -> None:
    """What is pasted cannot steer the terminal."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "beter")
        app.post_message(Paste("rood\x1b[31m\x07 🙂"))
        await pilot.pause()
        assert "rood[31m 🙂" == app.screen.query_one(TextArea).text


async def test_typing_stops_at_the_limit(app: FillInApp, desk: Desk) -> None:
    """What does not fit in the file is refused aloud, so that all one sees is saved."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await go_to(pilot, app, "beter")
        app.post_message(Paste("a" * (MAX_TEXT - 2)))
        await pilot.press("b", "c")
        assert "Hier passen hoogstens" not in told(app)
        await pilot.press("d", "e")
        assert "Hier passen hoogstens 20000 tekens" in told(app)
        assert "a" * (MAX_TEXT - 2) + "bc" == app.screen.query_one(TextArea).text
        await pilot.press("backspace", "f", "ctrl+q")
    assert {"beter": "a" * (MAX_TEXT - 2) + "bf"} == on_disk(desk).open


async def test_pasting_stops_at_the_limit(app: FillInApp, desk: Desk) -> None:
    """A comment takes as much of a long text as fits, and says that the rest is not there."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "t", "x")
        app.post_message(Paste("é\n" * MAX_TEXT))
        await pilot.pause()
        assert "De rest staat er niet bij." in told(app)
        await pilot.press("escape")
    written = on_disk(desk).comments["vertrouwen-1"]
    assert ("x" + "é\n" * MAX_TEXT)[:MAX_TEXT].strip() == written


async def test_a_double_press_does_not_hand_in(
    app: FillInApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While questions are open F10 hands in only after a pause; holding the key never does."""
    now = 100.0
    monkeypatch.setattr(closing, "monotonic", lambda: now)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "f10", "f10")
        assert isinstance(app.screen, ClosingScreen)
        assert "Toch inleveren? Druk dan nog eens op F10." in capture(app)
        for _ in range(3):
            now += closing.CALM * 0.9
            await pilot.press("f10")
            assert isinstance(app.screen, ClosingScreen)
        now += closing.CALM
        await pilot.press("f10")
        assert isinstance(app.screen, ThanksScreen)


async def test_enter_goes_back_while_questions_are_open(app: FillInApp) -> None:
    """The cursor waits at the way that loses nothing; handing in is one row up."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f10")
        assert "› [Esc]  Terug naar de vragen" in capture(app)
        await pilot.press("enter")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("f10", "up", "enter")
        assert isinstance(app.screen, ThanksScreen)


async def test_nothing_open_hands_in_at_once(app: FillInApp, desk: Desk) -> None:
    """With every question answered the cursor is at handing in, and F10 needs no pause."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"444", "2", "4", "1", "enter", "7", "1", "4")
        await pilot.press("x", "tab", "3", "f10")
        assert "Er zijn geen open vragen." in capture(app)
        assert "› [F10]  Inleveren" in capture(app)
        await pilot.press("f10")
        assert isinstance(app.screen, ThanksScreen)
        assert desk.clock() == on_disk(desk).handed_in


async def test_hand_in_with_gaps(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F10 lists what is open, F10 again hands in, and the last screen names the file."""
    monkeypatch.setattr(closing, "CALM", 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "f10")
        assert "Samen" in capture(app)
        total = next(line for line in capture(app).splitlines() if "Samen" in line)
        assert ["Samen", "1", "0", "0", "9"] == total.split()
        await pilot.press("f10")
        assert isinstance(app.screen, ThanksScreen)
        assert "K7F3-QX9M.antwoord.toml" in capture(app).replace("\n", "").replace("  ", "")
        assert desk.clock() == on_disk(desk).handed_in
        await pilot.press("enter")
    assert app.session is not None
    assert app.session.is_handed_in


async def test_full_disk_is_told_and_tried_again(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the answer stays in memory under a warning, and is saved later."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "save", refuse)
            await pilot.press("4")
            assert "! Niet bewaard. De schijf is vol." in capture(app)
            assert "Vraag 2 van 10" in capture(app)
        await pilot.press("5")
        assert "Niet bewaard" not in capture(app)
        assert {"vertrouwen-1": 4, "vertrouwen-2": 5} == on_disk(desk).statements


async def test_too_small_a_window(app: FillInApp, desk: Desk) -> None:
    """In a small window there is one sentence and no key works; enlarging brings all back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.resize_terminal(59, 18)
        await pilot.press("4")
        words = " ".join(capture(app).split())
        assert "te klein (59×18). Maak het minstens 60 breed en 18 hoog." in words
        await pilot.resize_terminal(60, 18)
        assert {} == on_disk(desk).statements
        assert isinstance(app.screen, QuestionScreen)


async def test_resume_at_the_same_place(app: FillInApp, desk: Desk) -> None:
    """Who stopped is offered the draft, with its code and place, and goes on right there."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "right", "ctrl+q")
    again = quiet(FillInApp(desk))
    async with again.run_test(size=(80, 24)) as pilot:
        offered = " ".join(capture(again).split())
        assert "u was gebleven bij vraag 3 van 10 (code K7F3-QX9M, begonnen 21 november" in offered
        await pilot.press("enter")
        assert "Vraag 3 van 10" in capture(again)
        assert "zie [/bijlage] 🙂" in capture(again)


async def test_perspective_comes_first(desk: Desk) -> None:
    """With more than one perspective one chooses, and reads what holds for that one."""
    many = Desk(desk.questionnaire, desk.folder, (BOARD, CLERK), desk.clock)
    app = quiet(FillInApp(many))
    async with app.run_test(size=(80, 50)) as pilot:
        assert "Namens wie vult u in?" in capture(app)
        await pilot.press("2")
        assert "op naam van uw functie (Secretaris)" in capture(app)
        await pilot.press("escape", "enter")
        assert "U antwoordt als: Directie." in capture(app)
        await pilot.press("enter", "4")
        assert "directie" == on_disk(desk).perspective


async def test_help_tells_meaning_and_source(app: FillInApp) -> None:
    """F1 tells what a question means, and Tab where it comes from: as text, not as markup."""
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("enter", "f1")
        assert "Houden partners zich aan afspraken?" in capture(app)
        await pilot.press("tab")
        assert "Verslag [oud], 2017: hoofdstuk 3" in capture(app)
        await pilot.press("escape", "4")
        assert "Vraag 2 van 10" in capture(app)


@pytest.mark.parametrize("size", [(130, 30), (140, 45)])
async def test_long_titles_fit_beside_the_question(desk: Desk, size: tuple[int, int]) -> None:
    """On a wide screen the panel shows the longest title of the standard list whole."""
    title = "Raad, inwoners en verantwoording"
    factor = desk.questionnaire.factors[0].model_copy(update={"title": title})
    wordy = desk.questionnaire.model_copy(update={"factors": (factor,)})
    app = quiet(FillInApp(replace(desk, questionnaire=wordy)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert f"{title} 0/3" in " ".join(capture(app).split()), capture(app)


async def test_ctrl_c_tells_how_to_stop(app: FillInApp) -> None:
    """Ctrl+C stops nothing; it names the key that does, and calls saved only what is."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "Stoppen? Druk op Ctrl+Q." in told(app)
        assert "zijn bewaard" not in told(app)
        await pilot.press("enter", "ctrl+c")
        await pilot.pause()
        assert "Uw antwoorden zijn bewaard." in told(app)
        binding = app._bindings.key_to_bindings["ctrl+c"][0]
        assert "hoe u stopt" == binding.description
