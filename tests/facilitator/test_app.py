"""What every page of the facilitator can count on: writing, asking, stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tests.tui.capture import capture, refuse
from zelfanalyse.facilitator.app import FacilitatorApp, FacilitatorPage
from zelfanalyse.facilitator.ask import AskScreen, Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class Blank(FacilitatorPage):
    """A page with one word on it."""

    HINTS = (("Ctrl+Q", "stop", "app.quit"),)
    lost = ""

    def body(self) -> Iterable[Widget]:
        """Return the word."""
        yield Static("Bladzijde")

    @property
    def loss(self) -> str:
        """What the test says is lost."""
        return self.lost


def made(page: type[FacilitatorPage] = Blank) -> FacilitatorApp:
    """Return an app on one page, without animations."""
    app = FacilitatorApp(page)
    app.animation_level = "none"
    return app


class Disk:
    """A disk that is full until it is told otherwise."""

    is_full = True
    is_written = False

    def write(self) -> None:
        """Write, or refuse."""
        if self.is_full:
            refuse()
        self.is_written = True


async def test_what_the_disk_refuses_stays_in_sight() -> None:
    """The reason stands above the page until F8, or another write, puts it on disk."""
    disk = Disk()
    app = made()
    async with app.run_test(size=(80, 24)) as pilot:
        assert not await app.write(disk.write)
        await pilot.pause()
        assert "! Niet bewaard. De schijf is vol. F8: probeer het opnieuw." in capture(app)
        disk.is_full = False
        await pilot.press("f8")
        assert disk.is_written
        assert "Niet bewaard" not in capture(app)


async def test_a_terminal_that_closes_writes_once_more() -> None:
    """What the disk refused is written when there is room again; nobody can press F8 any more."""
    disk = Disk()
    app = made()
    async with app.run_test(size=(80, 24)):
        assert not await app.write(disk.write)
        disk.is_full = False
        await app._stopped()  # what SIGHUP and SIGTERM do
    assert disk.is_written


async def test_stopping_asks_when_something_is_not_on_disk() -> None:
    """Who stops then is asked; Esc goes back and the second way leaves."""
    app = made()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.write(refuse)
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, AskScreen)
        assert "Niet alles is bewaard. Toch stoppen?" in capture(app)
        await pilot.press("escape")
        assert isinstance(app.screen, Blank)
        assert app.is_running
        await pilot.press("ctrl+q", "2")
    assert not app.is_running


async def test_stopping_asks_what_a_page_would_lose() -> None:
    """The question of the page is put; Enter on the first way goes back."""
    app = made()
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.screen
        assert isinstance(page, Blank)
        page.lost = "Dit gaat verloren. Toch stoppen?"
        await pilot.press("ctrl+q", "enter")
        assert isinstance(app.screen, Blank)
        page.lost = ""
        await pilot.press("ctrl+q")
    assert not app.is_running


async def test_a_way_does_what_it_says() -> None:
    """The way that is picked is done once the question is gone."""
    gone: list[bool] = []
    app = made()

    async def act() -> None:
        gone.append(not isinstance(app.screen, AskScreen))

    async with app.run_test(size=(80, 24)) as pilot:
        await app.ask("Zeker?", Way("Nee"), Way("Ja", act))
        await pilot.press("down", "enter")
        assert [True] == gone


async def test_the_looks_are_those_of_filling_in() -> None:
    """Ctrl+P offers the themes and stopping in Dutch, and Ctrl+T goes to the next theme."""
    app = made()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        shown = capture(app)
        assert "Thema: licht  (Ctrl+T)" in shown
        assert "Stoppen  (Ctrl+Q)" in shown
        assert "Na een cijfer" not in shown
        await pilot.press("escape", "ctrl+t")
        assert ("zelfanalyse-licht", "licht") == (app.theme, app.preferences.theme)


async def test_a_window_that_is_too_small_is_told() -> None:
    """One sentence covers the page, and no key reaches what is below."""
    app = made()
    async with app.run_test(size=(50, 12)) as pilot:
        await pilot.pause()
        assert "Het venster is te klein" in " ".join(capture(app).split())
