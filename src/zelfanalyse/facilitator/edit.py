"""One field over the page: what it is for, a line to type on, and what one may pick."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from zelfanalyse.facilitator.pages import NO_VALUE, Kind
from zelfanalyse.text import visible
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import BasePage
from zelfanalyse.tui.widgets.field import arrival
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.widget import Widget

    from zelfanalyse.facilitator.pages import Entry


def _key(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, show=False, priority=True, id=f"veld.{name}")


class EditScreen(BasePage, ModalScreen[None]):
    """Enter keeps what is typed, or the option under the cursor; Esc leaves it as it was.

    ``keep`` returns in Dutch what is wrong with it, and then the field stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "move(-1)", "omhoog", "omhoog"),
        _key("down", "move(1)", "omlaag", "omlaag"),
        _key("enter", "keep", "bewaar", "bewaar"),
        _key("escape", "back", "terug", "terug"),
        _key("tab,shift+tab", "ignore", "", "tab"),
    ]

    def __init__(
        self, entry: Entry, keep: Callable[[str], Awaitable[str]], typed: str = ""
    ) -> None:
        super().__init__()
        self._entry = entry
        self._keep = keep
        self._typed = typed
        self._options = (*([NO_VALUE] if self._picks else []), *entry.options)

    @property
    def _picks(self) -> bool:
        """Whether there is nothing to type."""
        return self._entry.kind is Kind.PICK

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys; arrows only where there is something to pick."""
        if self._options:
            yield ("↑ ↓", "kies", "")
        yield ("Enter", "zo is het goed", "keep")
        yield ("Esc", "laat zoals het was", "back")

    def body(self) -> Iterable[Widget]:
        """Return the sentence, the line and the options."""
        line = Input(
            self._typed or self._entry.value, compact=True, id="line", select_on_focus=False
        )
        line.cursor_blink = False
        line.display = not self._picks
        rows = Rows(Row(item, item) for item in self._options)
        if self._picks:
            rows.cursor = self._entry.value or NO_VALUE
        wrong = Static(id="wrong")
        wrong.display = False
        yield VerticalScroll(
            Static(literal(self._entry.label, "bold $accent")),
            Static(literal(self._entry.why), classes="asked"),
            line,
            wrong,
            rows,
            classes="sheet",
            can_focus=False,
        )

    async def on_mount(self) -> None:
        """Draw, with the cursor at the end of what is there."""
        await super().on_mount()
        if not self._picks:
            line = self.query_one(Input)
            self.set_focus(line)
            line.cursor_position = len(line.value)

    def action_move(self, by: int) -> None:
        """Move over the options; above the first one is the line again."""
        rows = self.query_one(Rows)
        if not self._picks and by < 0 and rows.cursor in {"", *rows.values[:1]}:
            rows.show(rows.rows, "")
        elif rows.cursor or by > 0:
            rows.move(by)

    async def action_keep(self) -> None:
        """Keep what is under the cursor, or else what was typed."""
        line = self.query_one(Input)
        await arrival(line)
        picked = self.query_one(Rows).cursor
        await self._try(("" if picked == NO_VALUE else picked) if picked else visible(line.value))

    async def action_back(self) -> None:
        """Leave it as it was."""
        await self.app.pop_screen()

    def action_ignore(self) -> None:
        """Keep the cursor on the line: there is nowhere else to go."""

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Keep what was clicked."""
        self.after_keys(self._try, "" if event.value == NO_VALUE else event.value)

    async def _try(self, text: str) -> None:
        wrong = await self._keep(text)
        if wrong:
            told = self.query_one("#wrong", Static)
            told.display = True
            told.update(literal(f"! {wrong}"))
        else:
            await self.app.pop_screen()
