"""The conversation on a projector: a talk that is changed page by page, and is on disk at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from zelfanalyse.errors import ChangedElsewhereError, RefusedError, StorageError
from zelfanalyse.facilitator.app import FacilitatorApp
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.talk_page import TalkPage
from zelfanalyse.tui.base import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zelfanalyse.facilitator.notebook import Notebook
    from zelfanalyse.facilitator.talk import Talk
    from zelfanalyse.preferences import Preferences


class ConversationApp(FacilitatorApp):
    """Shows the talk of a notebook, and puts every change in it and on disk."""

    CSS_PATH = [  # noqa: RUF012  # typed by Textual
        *cast("list[Any]", FacilitatorApp.CSS_PATH),
        Path(__file__).with_name("conversation.tcss"),
    ]

    def __init__(
        self,
        notebook: Notebook,
        after: Iterable[str] = (),
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = forget,
    ) -> None:
        super().__init__(TalkPage, preferences, keep)
        self.notebook = notebook
        self.after = tuple(after)  # what to do after the conversation

    async def change(self, talk: Talk) -> None:
        """Go on with another talk, on disk first as far as the disk lets us."""
        self.notebook.talk = talk
        await self.write(self.notebook.save)

    async def turn(self, talk: Talk) -> None:
        """Look at another point."""
        self.notebook.talk = talk
        await self.draw()

    async def action_trouble(self) -> None:
        """Try again; where someone else changed a file, offer to put both together."""
        await self.flush()
        if isinstance(self.notebook.trouble, ChangedElsewhereError) and self.trouble:
            both = Way("Lees dat bestand, en zet erbij wat u hier opschreef", self._take_over)
            await self.ask(str(self.notebook.trouble.message), both, Way("Later"))
        else:
            await super().action_trouble()

    def rescue(self) -> None:
        """Write once more what the disk refused, and let other programs in again."""
        super().rescue()
        self.notebook.close()

    async def _take_over(self) -> None:
        try:
            self.notebook.take_over()
        except RefusedError as error:
            self.notify(f"Dat bestand is niet te lezen. {error}", markup=False)
        except StorageError as error:
            self.notify(str(error), markup=False)
        else:
            await self.forget_trouble()
