"""Everything on a page can be read with the keyboard, also what has no row to stand on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zelfanalyse.tui.app import FillInApp
from zelfanalyse.tui.screens import closing
from zelfanalyse.tui.screens.closing import ClosingScreen
from zelfanalyse.tui.widgets.balance import Track
from zelfanalyse.tui.widgets.rows import Rows

from .capture import capture
from .conftest import BOARD, quiet

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Factor
    from zelfanalyse.response.desk import Desk

ALL = [*"444", *"44", "1", "enter", "7", "1", "4", "x", "tab", "3", "f10"]  # with nothing open


def titled(factor: Factor, number: int) -> Factor:
    """Return a factor of one statement with this number in its title."""
    statement = factor.statements[0].model_copy(update={"id": f"stelling-{number}"})
    title = f"Factor {number}"
    update = {"id": f"factor-{number}", "title": title, "statements": (statement,)}
    return factor.model_copy(update=update)


@pytest.fixture
def many(desk: Desk) -> Desk:
    """Return a desk with more factors than a small window has lines."""
    (factor,) = desk.questionnaire.factors
    factors = tuple(titled(factor, number) for number in range(1, 16))
    return replace(desk, questionnaire=desk.questionnaire.model_copy(update={"factors": factors}))


def lines(app: FillInApp) -> set[str]:
    """Return what stands first on every line in sight."""
    return {line[:19].strip(" ›") for line in capture(app).splitlines()}


@pytest.mark.parametrize("key", ["down", "pagedown"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_all_counts_can_be_read(many: Desk, size: tuple[int, int], key: str) -> None:
    """With nothing left to choose, arrows and page keys bring every section into sight."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", *["4"] * 12, *ALL)
        assert isinstance(app.screen, ClosingScreen)
        seen = lines(app)
        assert "Tot slot" not in seen
        for _ in range(20):
            await pilot.press(key)
            await pilot.pause()
            seen |= lines(app)
        assert {*(f"Factor {number}" for number in range(1, 16)), "Tot slot", "Samen"} <= seen
        assert "Er zijn geen open vragen." in capture(app)
        await pilot.press("home")
        await pilot.pause()
        assert "[F10]  Inleveren" in capture(app)


async def test_end_and_home_read_too(many: Desk) -> None:
    """One key to the last line, and one back to the first."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", *["4"] * 12, *ALL, "end")
        await pilot.pause()
        assert "Er zijn geen open vragen." in capture(app)
        await pilot.press("home")
        await pilot.pause()
        assert "› [F10]  Inleveren" in capture(app)


async def test_the_cursor_comes_along_while_reading(many: Desk) -> None:
    """Where open questions come into sight the cursor stands on one of them; End ends there."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", "f10", "pagedown", "pagedown")
        await pilot.pause()
        assert "›   1" in capture(app)
        await pilot.press("end")
        await pilot.pause()
        assert "›  22  Hoeveel jaar doet u mee?" in capture(app)
        await pilot.press("home")
        await pilot.pause()
        assert "› [F10]  Inleveren" in capture(app)


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_what_is_out_of_sight_is_only_shown(many: Desk, key: str) -> None:
    """A key that picks hands nothing in from where one cannot see that; the next one does."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", "f10", "home", "pagedown")
        await pilot.pause()
        assert "›" not in capture(app)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ClosingScreen)
        assert app.session is not None
        assert not app.session.is_handed_in
        assert "› [F10]  Inleveren" in capture(app)
        await pilot.press(key)
        assert app.session.is_handed_in


async def test_end_stays_at_the_end(many: Desk) -> None:
    """Below the last row there are only lines to read: pressing on does not jump back up."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", *["4"] * 12, *ALL, "end", "end", "pagedown")
        await pilot.pause()
        assert "Er zijn geen open vragen." in capture(app)


async def test_who_types_ahead_goes_to_the_row_meant(many: Desk) -> None:
    """Keys that come before the screen is drawn again are not lost."""
    app = quiet(FillInApp(many))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert isinstance(app.screen, ClosingScreen)
        app.screen.action_move(1)
        await app.screen.action_pick()
        await pilot.pause()
        assert "Vraag 1 van 22" in capture(app)


async def test_what_is_closed_is_never_asked_to_be_handed_in(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F10 does nothing at a list that was handed in with gaps."""
    begun = desk.begin(BOARD)
    begun.begin()
    begun.hand_in()
    begun.close()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "f10", "f10")
        assert isinstance(app.screen, ClosingScreen)
        assert "Toch inleveren?" not in capture(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert "[F10]  Inleveren" in capture(app)
        monkeypatch.setattr(closing, "CALM", 60.0)
        await pilot.press("f10", "f10")
        assert "Toch inleveren?" in capture(app)


async def test_a_list_that_is_open_elsewhere_is_not_asked_for(app: FillInApp, desk: Desk) -> None:
    """F10 twice asks nothing that cannot happen."""
    first = desk.begin(BOARD)
    assert first.begin()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f10", "f10")
        assert isinstance(app.screen, ClosingScreen)
        assert "Toch inleveren?" not in capture(app)
    first.close()


async def test_a_balance_that_can_only_be_read_stays_as_it_is(desk: Desk) -> None:
    """A digit moves no cursor there, and why is in sight in the smallest window too."""
    (balance,) = desk.questionnaire.balances
    long = balance.model_copy(update={"left": "Een vorm met veel woorden. " * 6})
    update = {"balances": (long,), "choices": (), "marks": ()}
    wordy = replace(desk, questionnaire=desk.questionnaire.model_copy(update=update))
    first = wordy.begin(BOARD)
    assert first.begin()
    app = quiet(FillInApp(wordy))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", *["right"] * 3)
        assert app.screen.query_one("#now", Track).here
        await pilot.press("2")
        await pilot.pause()
        assert app.screen.query_one("#now", Track).here
        assert "Deze lijst is al open in een ander venster." in capture(app)
    first.close()


@pytest.fixture
def wordy(desk: Desk) -> Desk:
    """Return a desk where the first statement alone is higher than a small window."""
    (factor,) = desk.questionnaire.factors
    text = f"Begin. {'Zo gaat het bij ons. ' * 36}Einde."
    first = factor.statements[0].model_copy(update={"text": text})
    long = factor.model_copy(update={"statements": (first, *factor.statements[1:])})
    return replace(desk, questionnaire=desk.questionnaire.model_copy(update={"factors": (long,)}))


async def test_the_first_option_comes_into_sight(wordy: Desk) -> None:
    """Below a long statement the first Down shows the cursor; Up reads the statement again."""
    app = quiet(FillInApp(wordy))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter")
        assert "Begin." in capture(app)
        await pilot.press("down")
        await pilot.pause()
        assert "› ( ) 1  klopt niet" in capture(app)
        await pilot.press(*["up"] * 20)
        await pilot.pause()
        assert "Begin." in capture(app)
        assert "1" == app.screen.query_one(Rows).cursor
        await pilot.press("down")
        await pilot.pause()
        assert "› ( ) 2  klopt een beetje" in capture(app)
