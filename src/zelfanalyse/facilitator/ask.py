"""A short question over the page, with a few ways to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import BasePage, digit_keys, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.widget import Widget


class Way(NamedTuple):
    """A way to go on: in words, and what it does; without an act it only goes back."""

    label: str
    act: Callable[[], Awaitable[None]] | None = None


class AskScreen(BasePage, ModalScreen[None]):
    """The cursor begins at the first way, which is the one that loses nothing; Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("escape", "back", "terug", priority=True, id="vraag.terug"),
    ]
    HINTS = (("↑ ↓", "kies", ""), ("Enter", "doe dit", "pick"), ("Esc", "terug", "back"))

    def __init__(self, question: str, ways: Iterable[Way]) -> None:
        super().__init__()
        self._question = question
        self._ways = tuple(ways)

    def body(self) -> Iterable[Widget]:
        """Return the question and the ways to go on."""
        rows = Rows(Row(str(i), way.label, digit(i)) for i, way in enumerate(self._ways, 1))
        rows.cursor = rows.values[0]
        yield VerticalScroll(
            Static(literal(self._question, "bold"), classes="asked"),
            rows,
            classes="sheet",
            can_focus=False,
        )

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go the way under the cursor."""
        await self._go(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Go the way of this digit."""
        await self._go(key)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go the way that was clicked."""
        self.after_keys(self._go, event.value)

    async def action_back(self) -> None:
        """Go back to the page below."""
        await self.app.pop_screen()

    async def _go(self, value: str) -> None:
        if value in self.query_one(Rows).values:
            await self.app.pop_screen()
            act = self._ways[int(value) - 1].act
            if act is not None:
                await act()
