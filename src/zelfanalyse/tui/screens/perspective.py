"""The first choice: on whose behalf one answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, Page, digit_keys, list_keys
from zelfanalyse.tui.screens.start import StartScreen
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget


class PerspectiveScreen(Page):
    """Pick one of the perspectives that may be answered from this desk."""

    BINDINGS: ClassVar[list[BindingType]] = [*list_keys(), *digit_keys()]
    HINTS = (("↑ ↓", "kies", ""), ("Enter", "verder", "pick"), STOP)

    def body(self) -> Iterable[Widget]:
        """Return the question and the perspectives."""
        desk = self.form.desk
        names = [item.perspective_title or item.perspective or "" for item in desk.invitations]
        rows = [Row(str(i), name, digit(i)) for i, name in enumerate(names, 1)]
        listing = Rows(rows)
        listing.cursor = "1"
        yield Static(literal(desk.questionnaire.title), classes="title")
        yield Static("Namens wie vult u in?", classes="lead")
        yield VerticalScroll(listing, can_focus=False, classes="fill")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go on with the perspective under the cursor."""
        await self._go_on(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Go on with the perspective of this digit."""
        await self._go_on("10" if key == "0" else key)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go on with the perspective that was clicked."""
        self.after_keys(self._go_on, event.value)

    async def _go_on(self, value: str) -> None:
        if value in self.query_one(Rows).values:
            invitation = self.form.desk.invitations[int(value) - 1]
            await self.app.push_screen(StartScreen(invitation))
