"""A list that grows shorter while one types: for jumping to a question and for commands."""

from __future__ import annotations

import string
import unicodedata
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import BasePage, list_keys
from zelfanalyse.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from zelfanalyse.tui.widgets.rows import Row


def _typing_keys() -> list[BindingType]:
    """Return a key for every letter and digit: they are handled in the order they were typed."""
    return [
        *(
            Binding(key, f"type('{key}')", "", show=False, priority=True, id=f"zoek.{key}")
            for key in string.ascii_letters + string.digits
        ),
        Binding("space", "type(' ')", "", show=False, priority=True, id="zoek.spatie"),
        Binding("backspace", "rub_out", "", show=False, priority=True, id="zoek.wis"),
    ]


class SearchPage(BasePage):
    """Shows the rows that have every typed word in them; Enter takes the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*list_keys(picks="enter"), *_typing_keys()]
    INVITATION: ClassVar[str] = "Typ om te zoeken."

    def __init__(self) -> None:
        super().__init__()
        self.sought = ""

    def found(self) -> Iterable[Row]:
        """Return the rows that fit what was typed."""
        raise NotImplementedError

    async def pick(self, value: str) -> None:
        """Do what belongs to a row."""
        raise NotImplementedError

    def listing(self) -> Iterable[Widget]:
        """Return the line with what was typed, and the list."""
        yield Static(id="sought", classes="quiet")
        yield VerticalScroll(Rows(), can_focus=False, classes="fill")

    async def draw(self) -> None:
        """Draw what was typed and what fits; the cursor stays where it is, or goes to the first."""
        typed = literal(f"Zoek: {self.sought}▏" if self.sought else self.INVITATION)
        self.query_one("#sought", Static).update(typed)
        rows = self.query_one(Rows)
        rows.show(self.found())
        if not rows.cursor:
            rows.move(1)
        await super().draw()

    async def action_type(self, letter: str) -> None:
        """Look for one letter more."""
        self.sought += letter
        self.query_one(Rows).cursor = ""
        await self.draw()

    async def action_rub_out(self) -> None:
        """Take the last letter away."""
        self.sought = self.sought[:-1]
        await self.draw()

    def on_key(self, event: Key) -> None:
        """Take the letters that have no key of their own, such as é and -."""
        if event.is_printable and event.character:
            event.stop()
            self.after_keys(self.action_type, event.character)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Take what is under the cursor."""
        if cursor := self.query_one(Rows).cursor:
            await self.pick(cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Take what was clicked."""
        self.after_keys(self.pick, event.value)

    async def action_back(self) -> None:
        """Forget what was typed; with nothing typed, go back to where one was."""
        if self.sought:
            self.sought = ""
            await self.draw()
        else:
            await self.app.pop_screen()


def fits(sought: str, text: str) -> bool:
    """Whether every word that is sought is in the text, whatever its case and accents."""
    plain = _plain(text)
    return all(word in plain for word in _plain(sought).split())


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
