"""The app around a facilitator's pages: the same looks and keys as filling in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from zelfanalyse.errors import StorageError
from zelfanalyse.facilitator.ask import AskScreen, Way
from zelfanalyse.tui.base import STYLES, BaseApp, forget
from zelfanalyse.tui.screens.page import BasePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.preferences import Preferences
    from zelfanalyse.tui.screens.page import Command


class FacilitatorApp(BaseApp):
    """Shows a first page, and writes to the disk for it and for all that come after it.

    What the disk refuses stays in sight until it is written: see ``write``.
    """

    CSS_PATH = [STYLES, Path(__file__).with_name("facilitator.tcss")]  # noqa: RUF012  # typed by Textual

    def __init__(
        self,
        first: Callable[[], FacilitatorPage],
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = forget,
    ) -> None:
        super().__init__(preferences, keep)
        self._first = first
        self._refusal = ""
        self._unwritten: Callable[[], object] | None = None

    @property
    def trouble(self) -> str:
        """Why what was to be written is not on disk; empty when it is."""
        return self._refusal

    async def on_mount(self) -> None:
        """Show the first page."""
        await self.push_screen(self._first())

    async def write(self, act: Callable[[], object]) -> bool:
        """Do what writes to the disk; when that refuses, say so above every page and return false.

        F8 tries the last refused one again, and so does stopping.
        """
        try:
            act()
        except StorageError as error:
            self._refusal, self._unwritten = str(error), act
        else:
            self._refusal, self._unwritten = "", None
        await self.draw()
        return not self._refusal

    async def forget_trouble(self) -> None:
        """No longer try to write what the disk refused: someone chose to do without."""
        self._refusal, self._unwritten = "", None
        await self.draw()

    async def action_trouble(self) -> None:
        """Try again to write what the disk refused."""
        if self._unwritten is not None:
            await self.flush()
            await self._again()

    async def action_quit(self) -> None:
        """Stop; what cannot be saved, or is not made yet, is not thrown away unasked."""
        await self.flush()
        if self._unwritten is not None and not await self._again():
            question = "Niet alles is bewaard. Toch stoppen?"
            await self.ask(question, Way("Terug"), Way("Stop zonder te bewaren", self._stop_now))
        elif loss := next((page.loss for page in self._pages() if page.loss), ""):
            await self.ask(loss, Way("Terug"), Way("Stop, en gooi dit weg", self._stop_now))
        else:
            self.leave()

    async def ask(self, question: str, *ways: Way) -> None:
        """Put a question with a few ways to go on over the page."""
        if not isinstance(self.screen, AskScreen):
            await self.push_screen(AskScreen(question, ways))

    def rescue(self) -> None:
        """Write once more what the disk refused."""
        if self._unwritten is not None:
            with suppress(StorageError):
                self._unwritten()

    async def _again(self) -> bool:
        return self._unwritten is None or await self.write(self._unwritten)

    async def _stop_now(self) -> None:
        self.leave()

    def _pages(self) -> Iterator[FacilitatorPage]:
        yield from (page for page in self.screen_stack if isinstance(page, FacilitatorPage))


class FacilitatorPage(BasePage):
    """A page in the app of the facilitator."""

    WAY_OUT = "F8: probeer het opnieuw."

    @property
    def host(self) -> FacilitatorApp:
        """The app: it writes, and asks."""
        return cast("FacilitatorApp", self.app)

    @property
    def loss(self) -> str:
        """What stopping would throw away, as a question; empty when nothing is lost."""
        return ""

    def commands(self) -> Iterator[Command]:
        """Yield what the palette offers here; a page puts its own first."""
        yield from self.own_commands()
        yield from super().commands()

    def own_commands(self) -> Iterator[Command]:
        """Yield what only this page offers."""
        yield from ()
