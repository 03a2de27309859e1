"""The app around one session: it saves first, and draws afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from zelfanalyse.errors import RefusedError
from zelfanalyse.tui.screens.page import Page
from zelfanalyse.tui.screens.perspective import PerspectiveScreen
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.screens.too_small import TooSmallScreen
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS
from zelfanalyse.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from textual.events import Resize

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation, Session
    from zelfanalyse.response.sitting import Sitting


class FillInApp(App[None], inherit_bindings=False):
    """Fill in one questionnaire at a desk; afterwards ``sitting`` tells what came of it."""

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
        self.sitting: Sitting | None = None
        self.refusal = ""  # why nothing could be opened, as long as there is no sitting
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

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

    async def hand_in(self) -> bool:
        """Hand in the session; false, with a warning on the screen, when the disk refuses."""
        done = self.sitting is not None and self.sitting.hand_in()
        await self.draw()
        return done

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
        if self.sitting is not None:
            if self.trouble:
                self.sitting.retry()
            self.sitting.close()
        self.exit()

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
