"""Every point of the talk in one list: what is decided, and what is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.facilitator.about_talk import AboutTalk
from zelfanalyse.facilitator.point_view import Drawing, decision, still_needed
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import digit_keys, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.facilitator.talk import Talk


class OverviewPage(AboutTalk):
    """Every point with its decision, and what a final report still needs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("escape,o,f2", "back", "terug", priority=True, id="punten.terug"),
    ]
    HINTS = (
        ("↑ ↓", "kies", ""),
        ("Enter", "ga naar dit punt", "pick"),
        ("Esc", "terug", "back"),
        ("Ctrl+Q", "stop", "app.quit"),
    )

    def body(self) -> Iterable[Widget]:
        """Return how far it is, the points, and what is missing."""
        yield Static(id="far", classes="title")
        yield VerticalScroll(
            Rows(), Drawing(id="lacking"), can_focus=False, classes="fill", id="points"
        )

    async def draw(self) -> None:
        """Draw every point with a sign and words for its decision."""
        await super().draw()
        talk = self.talk
        far = f"Overzicht: {talk.decided} van {len(talk.points)} punten hebben een besluit"
        self.query_one("#far", Static).update(literal(far))
        rows = self.query_one(Rows)
        if not rows.cursor and talk.current is not None:
            rows.cursor = talk.current.id
        rows.show(self._rows(talk))
        if not rows.cursor:
            rows.move(1)
        lacking = self.talks.notebook.lacking
        self.query_one("#lacking", Drawing).show(lambda lines: still_needed(lines, lacking))

    def _rows(self, talk: Talk) -> Iterator[Row]:
        for number, point in enumerate(talk.points, 1):
            sign, words = decision(talk, point)
            yield Row(point.id, f"{point.title}: {words}", f"{digit(number)} {sign}")
        if not talk.points:
            yield Row("", "Er zijn nog geen punten.")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go to the point under the cursor."""
        await self._pick(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Go to the point with this digit."""
        numbered = {digit(number): item.id for number, item in enumerate(self.talk.points, 1)}
        await self._pick(numbered.get(key, ""))

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go to the point that was clicked."""
        self.after_keys(self._pick, event.value)

    async def action_back(self) -> None:
        """Go back to where one was."""
        await self.app.pop_screen()

    async def _pick(self, name: str) -> None:
        if name:
            await self.app.pop_screen()
            await self.talks.turn(self.talk.go_to(name))
