"""The first page: what this is, who reads it, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from zelfanalyse.form.ways import ways
from zelfanalyse.form.welcome import handed_in_line, paragraphs, warnings
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, Page, digit_keys, list_keys
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.widgets.rows import PAGE, Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from zelfanalyse.errors import Finding
    from zelfanalyse.form.ways import Way
    from zelfanalyse.response.session import Invitation


class StartScreen(Page):
    """Explains, and then begins a response or goes on with a draft. Writes no file by itself."""

    TROUBLE = "U kunt nu niet beginnen."
    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("escape", "back", "terug", show=False, priority=True, id="start.terug"),
    ]

    def __init__(self, invitation: Invitation) -> None:
        super().__init__()
        self.invitation = invitation
        self._ways: tuple[Way, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Return the text, and below it the choices, which never scroll away."""
        desk = self.form.desk
        found = desk.find(self.invitation)
        self._ways = ways(desk, found)
        yield Static(literal(desk.questionnaire.title), classes="title")
        yield VerticalScroll(
            Static(self._text(found.findings), classes="prose"), id="text", can_focus=False
        )
        if found.handed_in:
            yield Static(handed_in_line(len(found.handed_in)), id="notes", markup=False)
        rows = Rows(self._rows())
        rows.cursor = rows.values[0]
        yield VerticalScroll(rows, id="ways", can_focus=False)

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys; the arrows read when there is nothing to choose."""
        many = len(self._ways) > 1
        pick, arrows = ("kies", "kies") if many else ("beginnen", "lees")
        yield ("↑ ↓", arrows, "")
        yield ("PgDn", "lees verder", f"move({PAGE})")
        yield ("Enter", pick, "pick")
        yield STOP

    def _text(self, findings: Sequence[Finding]) -> Content:
        parts = [
            literal(f"! {sentence}", "$accent") for sentence in warnings(self.form.desk, findings)
        ]
        for heading, text in paragraphs(self.form.desk, self.invitation):
            above = literal(f"{heading}\n", "bold") if heading else Content("")
            parts.append(above + literal(text))
        return Content("\n\n").join(parts)

    def _rows(self) -> Iterable[Row]:
        if len(self._ways) == 1:
            return [Row("0", self._ways[0].label, "[Enter]")]
        return [
            Row(str(place), way.label, digit(place + 1)) for place, way in enumerate(self._ways)
        ]

    def action_move(self, by: int) -> None:
        """Move the cursor, or the text: page keys always read, arrows when there is no choice."""
        if abs(by) >= PAGE or len(self._ways) == 1:
            text = self.query_one("#text")
            text.scroll_relative(y=by, animate=False)
        else:
            self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Begin, or go on with the draft under the cursor."""
        await self._enter(self.query_one(Rows).cursor)

    async def try_again(self) -> None:
        """Take the way under the cursor once more.

        A file that still cannot be opened may have gone or been renamed: look again what lies here.
        """
        path = self._ways[int(self.query_one(Rows).cursor)].path
        await self.action_pick()
        if self.form.sitting is None and path is not None:
            await self.form.look_in(self.form.desk.folder)

    async def action_press(self, key: str) -> None:
        """Take the way of this digit."""
        rows = self.query_one(Rows).rows
        await self._enter(next((row.value for row in rows if row.mark == key), ""))

    async def action_back(self) -> None:
        """Go back to the choice of a perspective, where there was one."""
        if len(self.form.desk.invitations) > 1:
            await self.app.pop_screen()

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Take the way that was clicked."""
        self.after_keys(self._enter, event.value)

    async def _enter(self, place: str) -> None:
        if not place:
            return
        path = self._ways[int(place)].path
        if await (self.form.begin(self.invitation) if path is None else self.form.resume(path)):
            await self.app.switch_screen(QuestionScreen())
