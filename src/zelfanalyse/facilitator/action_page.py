"""One action on the screen: every field a line, and each is saved when it is filled in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.facilitator.action_form import STANDING, WHAT, entries, filled
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.pages import Kind
from zelfanalyse.facilitator.sheet import TextSheet
from zelfanalyse.facilitator.typing_page import TypingPage
from zelfanalyse.progress.follow_up import warnings
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Command, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.facilitator.pages import Entry

_DONE: Final = "=klaar"


class ActionPage(TypingPage):
    """Typing, or Enter, fills in the field under the cursor, which then goes to the next.

    ``keep`` saves the action, ``drop`` takes it away. A new action is nothing until it says what
    is done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(picks="enter"),
        Binding("delete", "drop", "haal weg", priority=True, id="actie.weg"),
        Binding("backspace", "empty", "maak leeg", show=False, priority=True, id="actie.leeg"),
        Binding("escape", "back", "klaar", priority=True, id="actie.klaar"),
    ]
    HINTS = (
        ("↑ ↓", "kies", ""),
        ("Enter", "vul in", "pick"),
        ("Del", "actie weg", "drop"),
        ("Esc", "klaar", "back"),
        ("Ctrl+Q", "stop", "app.quit"),
    )

    def __init__(
        self,
        about: str,
        action: Action,
        keep: Callable[[Action], Awaitable[None]],
        drop: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._about, self._action, self._keep, self._drop = about, action, keep, drop

    def body(self) -> Iterable[Widget]:
        """Return the point, the fields, and what to think of."""
        yield Static(literal(f"Een actie bij: {self._about}"), classes="title")
        yield VerticalScroll(
            Rows(), Static(id="hints-of"), can_focus=False, classes="fill", id="fields"
        )

    async def on_mount(self) -> None:
        """Begin with the first field that is empty; of a new action ask at once what is done."""
        empty = next((item.key for item in entries(self._action) if not item.value), _DONE)
        self.query_one(Rows).cursor = empty
        await super().on_mount()
        if empty == WHAT:
            await self._fill_in(WHAT)

    async def draw(self) -> None:
        """Draw every field with what is in it."""
        await super().draw()
        wide = max(len(item.label) for item in entries(self._action))
        rows = [
            Row(item.key, item.value or "…", f"{item.label:<{wide}}", chosen=bool(item.value))
            for item in entries(self._action)
        ]
        self.query_one(Rows).show([*rows, Row(_DONE, "Klaar: terug naar het punt", apart=True)])
        told = warnings([self._action]) if self._action.what else ()
        self.query_one("#hints-of", Static).update(literal("\n" + "\n".join(told), "$accent"))

    def own_commands(self) -> Iterator[Command]:
        """Yield taking the action away."""
        yield Command("Haal deze actie weg", "Del", self.action_drop)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Fill in what is under the cursor."""
        await self._fill_in(self.query_one(Rows).cursor)

    async def action_type(self, text: str) -> None:
        """Fill in what is under the cursor, from this text on."""
        key = self.query_one(Rows).cursor
        if self._entry(key, Kind.TEXT):
            await self._fill_in(key, text)

    async def action_empty(self) -> None:
        """Take away what stands in the field under the cursor; an action always says what."""
        entry = self._entry(self.query_one(Rows).cursor, Kind.TEXT, Kind.PICK)
        if entry and entry.key not in {WHAT, STANDING}:
            await self._take(entry.key, "")

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Fill in what was clicked."""
        self.after_keys(self._fill_in, event.value)

    async def action_back(self) -> None:
        """Go back to the point."""
        await self.app.pop_screen()

    async def action_drop(self) -> None:
        """Ask whether the action may go."""
        if self._action.what:
            gone = Way("Haal deze actie weg", self._gone)
            await self.host.ask(f"Deze actie weghalen? {self._action.what}", Way("Terug"), gone)

    async def _gone(self) -> None:
        await self.app.pop_screen()
        await self._drop(self._action.id)

    def _entry(self, key: str, *kinds: Kind) -> Entry | None:
        """Return the field with this name, when it is of one of these kinds."""
        found = (item for item in entries(self._action) if item.key == key)
        return next((item for item in found if item.kind in (kinds or tuple(Kind))), None)

    async def _fill_in(self, key: str, typed: str = "") -> None:
        entry = self._entry(key)
        if entry is None:
            await self.action_back()
        elif "\n" in entry.value:  # someone wrote more than one line in the file
            sheet = TextSheet(entry.label, entry.why, entry.value, partial(self._take, key))
            await self.app.push_screen(sheet)
        else:
            await self.app.push_screen(EditScreen(entry, partial(self._try, key), typed))

    async def _try(self, key: str, text: str) -> str:
        """Keep what someone filled in, and go to the next field; or return what is wrong."""
        try:
            await self._take(key, text)
        except InvalidAnswerError as error:
            return str(error)
        names = [item.key for item in entries(self._action)]
        rows = self.query_one(Rows)
        rows.show(rows.rows, [*names, _DONE][names.index(key) + 1])
        return ""

    async def _take(self, key: str, text: str) -> None:
        action = filled(self._action, key, text)
        if action != self._action:
            self._action = action
            if action.what:
                await self._keep(action)
        await self.draw()
