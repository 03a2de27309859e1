"""The app around one sitting: it saves first, and draws afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zelfanalyse.errors import RefusedError
from zelfanalyse.tui.base import BaseApp, forget
from zelfanalyse.tui.screens.page import Command, Page
from zelfanalyse.tui.screens.perspective import PerspectiveScreen
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zelfanalyse.preferences import Preferences
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation, Session
    from zelfanalyse.response.sitting import Sitting


class FillInApp(BaseApp):
    """Fill in one questionnaire at a desk; afterwards ``sitting`` tells what came of it."""

    is_interrupted = False  # here Ctrl+C is a key like any other

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = forget,
    ) -> None:
        super().__init__(preferences, keep)
        self.desk = desk
        self.sitting: Sitting | None = None
        self.refusal = ""  # why nothing could be opened, as long as there is no sitting

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

    @property
    def is_ahead(self) -> bool:
        """Whether something is typed on a page that is not on its way to the disk yet."""
        return any(page.is_ahead for page in self.screen_stack if isinstance(page, Page))

    def show_state(self) -> None:
        """Draw whether what is on the screen is on the disk."""
        for page in self.screen_stack:
            if isinstance(page, Page):
                page.show_state()

    @property
    def stop_note(self) -> str:
        """That answers are kept, when they are."""
        return "Uw antwoorden zijn bewaard." if self.session and not self.trouble else ""

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

    async def look_in(self, folder: Path) -> None:
        """Fill in at another folder, as long as nothing has begun."""
        self.desk = replace(self.desk, folder=folder)
        self.refusal = ""
        if isinstance(self.screen, StartScreen):
            await self.switch_screen(StartScreen(self.screen.invitation))

    def own_commands(self) -> Iterator[Command]:
        """Yield whether a digit goes on to the next question."""
        after = "blijf staan" if self.preferences.moves_on else "ga meteen verder"
        yield Command(f"Na een cijfer: {after}", "", self.toggle_moves_on)

    async def toggle_moves_on(self) -> None:
        """Change whether a digit goes on to the next question, and remember it."""
        moves_on = not self.preferences.moves_on
        self.prefer(self.preferences.model_copy(update={"moves_on": moves_on}))

    async def back_to_question(self) -> None:
        """Take away whatever lies on the question."""
        while isinstance(self.screen, Page) and not isinstance(self.screen, QuestionScreen):
            await self.pop_screen()

    async def try_again(self) -> None:
        """Try once more to begin, from the first page."""
        if isinstance(self.screen, StartScreen):
            await self.screen.try_again()

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first, and what cannot be saved is not thrown away."""
        await self.flush()
        if self.trouble and self.sitting is not None and not self.sitting.retry(anew=False):
            await self._show_trouble(stopping=True)
            return
        self.leave()

    def leave(self) -> None:
        """Stop now."""
        if self.sitting is not None:
            self.sitting.close()
        super().leave()

    def rescue(self) -> None:
        """Try once more to save, and let go of the file."""
        if self.sitting is not None:
            self.sitting.retry()
            self.sitting.close()

    async def action_trouble(self) -> None:
        """Show what one can do when the disk refuses."""
        if self.trouble:
            await self.flush()
            await self._show_trouble(stopping=False)

    async def _show_trouble(self, *, stopping: bool) -> None:
        """Lay on the page what one can do; who wants to stop gets a way to do that too."""
        from zelfanalyse.tui.screens.trouble import TroubleScreen  # noqa: PLC0415 - seldom needed

        if not isinstance(self.screen, TroubleScreen):
            await self.push_screen(TroubleScreen(stopping=stopping))
        elif stopping:
            await self.switch_screen(TroubleScreen(stopping=True))
