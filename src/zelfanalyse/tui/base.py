"""What every app of ours is: calm themes, a palette in Dutch, and nothing drawn before it is kept.

Filling in and the facilitator's screens are both such an app.
"""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from zelfanalyse.errors import StorageError
from zelfanalyse.preferences import Preferences
from zelfanalyse.startup import settle
from zelfanalyse.tui.screens import later
from zelfanalyse.tui.screens.page import BasePage, Command
from zelfanalyse.tui.screens.too_small import TooSmallScreen
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS
from zelfanalyse.tui.theme import DARK, THEMES

COLUMNS = [(0, "-narrow"), (110, "-wide"), (130, "-widest")]  # from so many on
ROWS = [(0, "-low"), (23, "-high")]
LAST_SECONDS = 5  # for saving, once the terminal is gone
SETTLED = 1.0  # seconds in which the first page and the next one come up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual._path import CSSPathType
    from textual.events import Resize

    from zelfanalyse.preferences import ThemeName

STYLES = Path(__file__).with_name("app.tcss")


def forget(_: Preferences) -> None:
    """Keep no preferences."""


class BaseApp(App[None], inherit_bindings=False):
    """An app of pages; afterwards ``failure`` tells whether the program itself went wrong.

    A subclass pushes its first page in ``on_mount``, and says in ``trouble`` what is not on disk.
    """

    TITLE = "zelfanalyse"
    CSS_PATH: ClassVar[CSSPathType | None] = STYLES
    ENABLE_COMMAND_PALETTE = False  # its words are English; ours is PaletteScreen
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = ROWS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "stop", show=False, priority=True, id="stop"),
        Binding("ctrl+t", "theme", "volgend thema", show=False, priority=True, id="thema"),
        Binding("ctrl+p", "palette", "opdrachten", show=False, priority=True, id="opdrachten"),
        Binding("f8", "trouble", "niet bewaard", show=False, priority=True, id="niet_bewaard"),
        Binding("ctrl+c", "how_to_stop", "hoe u stopt", show=False, id="hoe_stoppen"),
    ]

    def __init__(
        self,
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = forget,
    ) -> None:
        super().__init__()
        self.failure: BaseException | None = None  # a mistake in the program itself
        self.is_leaving = False
        self.preferences = preferences or Preferences()
        self._keep = keep
        for theme in THEMES.values():
            self.register_theme(theme)
        self._dress()

    def _dress(self) -> None:
        """Put on the preferred theme before the style sheet is read, and so not twice.

        That is what a change of ``theme`` would make Textual do.
        """
        theme = THEMES[self.preferences.theme]
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    @property
    def trouble(self) -> str:
        """Why what is on the screen is not on disk; empty when it is."""
        return ""

    @property
    def stop_note(self) -> str:
        """What who presses Ctrl+C may want to know beside the key that stops."""
        return ""

    @property
    def shape(self) -> tuple[str, str]:
        """The classes of a page in a window of this size."""
        width, height = self.size
        (*_, columns) = (name for least, name in COLUMNS if width >= least)
        (*_, rows) = (name for least, name in ROWS if height >= least)
        return columns, rows

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that the stylesheet names and Textual does not know."""
        return DARK.variables

    async def on_mount(self) -> None:
        """Settle, and save what is being typed when the terminal is closed or the system stops us.

        Textual can wait for ever for a terminal that is gone, and would keep its files from
        others. So the system ends what has not ended by itself: an alarm is heard whatever waits.
        """
        self.set_timer(SETTLED, settle)
        if os.name == "posix":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, lambda: self.call_later(self._stopped))
                signal.signal(number, lambda *_: signal.alarm(LAST_SECONDS))  # beside the loop

    async def draw(self) -> None:
        """Draw every screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, BasePage):
                await screen.draw()

    async def flush(self) -> None:
        """Save what is being typed."""
        for screen in self.screen_stack:
            if isinstance(screen, BasePage):
                await screen.flush()

    def commands(self) -> Iterator[Command]:
        """Yield what the palette offers on every screen."""
        for name in THEMES:
            here = " (nu)" if name == self.preferences.theme else ""
            yield Command(f"Thema: {name}{here}", "Ctrl+T", partial(self.wear, name))
        yield from self.own_commands()
        yield Command("Stoppen", "Ctrl+Q", self.action_quit)

    def own_commands(self) -> Iterator[Command]:
        """Yield what only this app offers on every screen."""
        yield from ()

    async def wear(self, name: ThemeName) -> None:
        """Change the theme, and remember it."""
        self.theme = THEMES[name].name
        self.prefer(self.preferences.model_copy(update={"theme": name}))

    def prefer(self, preferences: Preferences) -> None:
        """Take these preferences, and remember them when the disk lets us."""
        self.preferences = preferences
        try:
            self._keep(preferences)
        except StorageError as error:
            self.notify(f"Dit geldt alleen nu. {error}", markup=False)

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first."""
        await self.flush()
        self.leave()

    def leave(self) -> None:
        """Stop now; what was still to be done on a page is not begun any more."""
        self.is_leaving = True
        self.exit()

    def rescue(self) -> None:
        """Keep what can still be kept: nobody is there any more, or the program went wrong."""

    def _fatal_error(self) -> None:
        """Stop without showing what was in memory; the caller tells that something went wrong."""
        self.failure = self._exception
        self.rescue()
        self._close_messages_no_wait()

    async def _stopped(self) -> None:
        await self.flush()
        self.rescue()
        self.leave()

    async def action_theme(self) -> None:
        """Go to the next theme, and round."""
        names = list(THEMES)
        await self.wear(names[(names.index(self.preferences.theme) + 1) % len(names)])

    async def action_palette(self) -> None:
        """Show what one can do here."""
        if isinstance(self.screen, BasePage) and not self.screen.is_modal:
            await self.screen.flush()
            await self.push_screen(later.palette(self.screen.commands()))

    async def action_trouble(self) -> None:
        """Do something about what is not on disk; an app that keeps something says what."""

    def action_how_to_stop(self) -> None:
        """Tell who presses Ctrl+C which key stops."""
        self.notify(f"Stoppen? Druk op Ctrl+Q. {self.stop_note}".rstrip(), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Allow only stopping while the window is too small."""
        return action == "quit" or not isinstance(self.screen, TooSmallScreen)

    async def on_resize(self, event: Resize) -> None:
        """Cover everything with one sentence while the window is too small."""
        small = event.size.width < MIN_COLUMNS or event.size.height < MIN_ROWS
        covered = isinstance(self.screen, TooSmallScreen)
        if small and not covered:
            await self.push_screen(TooSmallScreen())
        elif covered and not small:
            await self.pop_screen()
