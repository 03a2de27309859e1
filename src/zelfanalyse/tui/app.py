"""The app around one session: it saves first, and draws afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from zelfanalyse.errors import StorageError
from zelfanalyse.tui.screens.page import Page
from zelfanalyse.tui.screens.perspective import PerspectiveScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.screens.too_small import TooSmallScreen
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS
from zelfanalyse.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from textual.events import Resize

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Session


class FillInApp(App["Session | None"], inherit_bindings=False):
    """Fill in one questionnaire at a desk; returns the last session, or none if none began."""

    TITLE = "zelfanalyse"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (130, "-widest")]  # noqa: RUF012  # typed by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-high")]  # noqa: RUF012  # typed by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "stop", show=False, priority=True, id="stop"),
        Binding("ctrl+t", "theme", "licht of donker", show=False, priority=True, id="theme"),
        Binding("ctrl+c", "how_to_stop", "hoe u stopt", show=False, id="hoe_stoppen"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session: Session | None = None
        self.trouble = ""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that the stylesheet names and Textual does not know."""
        return DARK.variables

    async def on_mount(self) -> None:
        """Show the first screen: who one is, or the start when there is no choice."""
        invitations = self.desk.invitations
        first = PerspectiveScreen() if len(invitations) > 1 else StartScreen(invitations[0])
        await self.push_screen(first)

    async def begin(self, session: Session) -> bool:
        """Make this the first session, once it is on disk; false, with a warning, when it is not.

        Nobody types for half an hour into a folder that keeps nothing.
        """
        self._save(session)
        if not self.trouble:
            self.session = session
        await self.draw()
        return not self.trouble

    async def change(self, session: Session) -> None:
        """Make this the session: on disk first, and then on the screen.

        When the disk refuses, the session lives on in memory with a warning on every screen,
        and the next change tries again.
        """
        if session is not self.session or self.trouble:
            self._save(session)
        self.session = session
        await self.draw()

    async def hand_in(self) -> bool:
        """Hand in the session; false, with a warning on the screen, when the disk refuses."""
        if self.session is None:
            return False
        try:
            self.session = self.desk.hand_in(self.session)
            self.trouble = ""
        except StorageError as error:
            self.trouble = str(error)
        await self.draw()
        return not self.trouble

    async def draw(self) -> None:
        """Draw every screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                await screen.draw()

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                await screen.flush()
        if self.trouble and self.session is not None:
            self._save(self.session)
        self.exit(self.session)

    def action_theme(self) -> None:
        """Go from dark to light and back."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

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

    def _save(self, session: Session) -> None:
        try:
            self.desk.save(session)
            self.trouble = ""
        except StorageError as error:
            self.trouble = str(error)
