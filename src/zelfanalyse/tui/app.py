"""The app around one sitting: it saves first, and draws afterwards."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from zelfanalyse.errors import RefusedError, StorageError
from zelfanalyse.preferences import Preferences
from zelfanalyse.tui.screens.page import Command, Page
from zelfanalyse.tui.screens.palette import PaletteScreen
from zelfanalyse.tui.screens.perspective import PerspectiveScreen
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.screens.too_small import TooSmallScreen
from zelfanalyse.tui.screens.trouble import TroubleScreen
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS
from zelfanalyse.tui.theme import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.events import Resize

    from zelfanalyse.preferences import ThemeName
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation, Session
    from zelfanalyse.response.sitting import Sitting


def _forget(_: Preferences) -> None:
    """Keep no preferences."""


class FillInApp(App[None], inherit_bindings=False):
    """Fill in one questionnaire at a desk; afterwards ``sitting`` tells what came of it."""

    TITLE = "zelfanalyse"
    is_interrupted = False  # here Ctrl+C is a key like any other
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False  # its words are English; ours is PaletteScreen
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (130, "-widest")]  # noqa: RUF012  # typed by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-high")]  # noqa: RUF012  # typed by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "stop", show=False, priority=True, id="stop"),
        Binding("ctrl+t", "theme", "volgend thema", show=False, priority=True, id="thema"),
        Binding("ctrl+p", "palette", "opdrachten", show=False, priority=True, id="opdrachten"),
        Binding("f8", "trouble", "niet bewaard", show=False, priority=True, id="niet_bewaard"),
        Binding("ctrl+c", "how_to_stop", "hoe u stopt", show=False, id="hoe_stoppen"),
    ]

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = _forget,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.sitting: Sitting | None = None
        self.failure: BaseException | None = None  # a mistake in the program itself
        self.refusal = ""  # why nothing could be opened, as long as there is no sitting
        self.preferences = preferences or Preferences()
        self._keep = keep
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[self.preferences.theme].name

    @property
    def session(self) -> Session | None:
        """The session of the sitting, once it has begun."""
        return None if self.sitting is None else self.sitting.session

    @property
    def trouble(self) -> str:
        """Why what is on the screen is not on disk; empty when it is."""
        if self.sitting is None:
            return self.refusal
        return "" if self.sitting.trouble is None else str(self.sitting.trouble)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that the stylesheet names and Textual does not know."""
        return DARK.variables

    async def on_mount(self) -> None:
        """Show the first screen: who one is, or the start when there is no choice."""
        self._catch_signals()
        invitations = self.desk.invitations
        first = PerspectiveScreen() if len(invitations) > 1 else StartScreen(invitations[0])
        await self.push_screen(first)

    async def begin(self, invitation: Invitation) -> bool:
        """Begin a new response, once it is on disk; false, with a warning, when it is not."""
        sitting = self.desk.begin(invitation)
        if sitting.begin():
            self.sitting = sitting
        else:
            self.refusal = str(sitting.trouble)
        await self.draw()
        return self.sitting is not None

    async def resume(self, path: Path) -> bool:
        """Go on with a file that lies here; false, with a warning, when it cannot be opened."""
        try:
            self.sitting = self.desk.resume(path)
        except RefusedError as error:
            self.refusal = str(error)
        await self.draw()
        return self.sitting is not None

    async def change(self, session: Session) -> None:
        """Make this the session: on disk first, and then on the screen."""
        if self.sitting is not None:
            self.sitting.change(session)
        await self.draw()

    async def look_in(self, folder: Path) -> None:
        """Fill in at another folder, as long as nothing has begun."""
        self.desk = replace(self.desk, folder=folder)
        self.refusal = ""
        if isinstance(self.screen, StartScreen):
            await self.switch_screen(StartScreen(self.screen.invitation))

    async def draw(self) -> None:
        """Draw every screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                await screen.draw()

    async def flush(self) -> None:
        """Save what is being typed."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                await screen.flush()

    def commands(self) -> Iterator[Command]:
        """Yield what the palette offers on every screen."""
        for name in THEMES:
            here = " (nu)" if name == self.preferences.theme else ""
            yield Command(f"Thema: {name}{here}", "Ctrl+T", partial(self.wear, name))
        after = "blijf staan" if self.preferences.moves_on else "ga meteen verder"
        yield Command(f"Na een cijfer: {after}", "", self.toggle_moves_on)
        yield Command("Stoppen", "Ctrl+Q", self.action_quit)

    async def wear(self, name: ThemeName) -> None:
        """Change the theme, and remember it."""
        self.theme = THEMES[name].name
        self._prefer(self.preferences.model_copy(update={"theme": name}))

    async def toggle_moves_on(self) -> None:
        """Change whether a digit goes on to the next question, and remember it."""
        moves_on = not self.preferences.moves_on
        self._prefer(self.preferences.model_copy(update={"moves_on": moves_on}))

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = preferences
        try:
            self._keep(preferences)
        except StorageError as error:
            self.notify(f"Dit geldt alleen nu. {error}", markup=False)

    async def back_to_question(self) -> None:
        """Take away whatever lies on the question."""
        while isinstance(self.screen, Page) and not isinstance(self.screen, QuestionScreen):
            await self.pop_screen()

    async def try_again(self) -> None:
        """Try once more to begin, from the first page."""
        if isinstance(self.screen, StartScreen):
            await self.screen.action_pick()

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first, and what cannot be saved is not thrown away."""
        await self.flush()
        if self.trouble and self.sitting is not None and not self.sitting.retry():
            if not isinstance(self.screen, TroubleScreen):
                await self.push_screen(TroubleScreen(stopping=True))
            return
        self.leave()

    def leave(self) -> None:
        """Stop now."""
        if self.sitting is not None:
            self.sitting.close()
        self.exit()

    def _fatal_error(self) -> None:
        """Stop without showing what was in memory; the caller tells that something went wrong."""
        self.failure = self._exception
        if self.sitting is not None:
            self.sitting.retry()
            self.sitting.close()
        self._close_messages_no_wait()

    def _catch_signals(self) -> None:
        """Save what is being typed when the terminal is closed or the system stops the program."""
        if os.name == "posix":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, lambda: self.call_later(self._stopped))

    async def _stopped(self) -> None:
        await self.flush()
        self.leave()

    async def action_theme(self) -> None:
        """Go to the next theme, and round."""
        names = list(THEMES)
        await self.wear(names[(names.index(self.preferences.theme) + 1) % len(names)])

    async def action_palette(self) -> None:
        """Show what one can do here."""
        if isinstance(self.screen, Page) and not self.screen.is_modal:
            await self.screen.flush()
            await self.push_screen(PaletteScreen(self.screen.commands()))

    async def action_trouble(self) -> None:
        """Show what one can do when the disk refuses."""
        if self.trouble and not isinstance(self.screen, TroubleScreen):
            await self.flush()
            await self.push_screen(TroubleScreen())

    def action_how_to_stop(self) -> None:
        """Tell who presses Ctrl+C which key stops."""
        kept = self.session is not None and not self.trouble
        rest = " Uw antwoorden zijn bewaard." if kept else ""
        self.notify(f"Stoppen? Druk op Ctrl+Q.{rest}", markup=False)

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
