"""What is answered and what is open, and handing in."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.form.wording import STATES
from zelfanalyse.tui.screens.page import STOP, Page, list_keys
from zelfanalyse.tui.screens.thanks import ThanksScreen
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

CALM = 0.7  # seconds without F10 before it hands in with open questions: no double press does
_EARLY = "Er zijn nog open vragen. Toch inleveren? Druk dan nog eens op F10."
_HAND_IN, _BACK = "=inleveren", "=terug"  # no question's id has a = in it


class ClosingScreen(Page):
    """Counts the four states, lists what is open, and hands in with or without gaps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("escape", "back", "terug", priority=True, id="afronden.terug"),
        Binding("f10", "f10", "inleveren", priority=True, id="afronden.inleveren"),
    ]
    HINTS = (
        ("F10", "inleveren", "hand_in"),
        ("↑ ↓", "kies", ""),
        ("Esc", "terug", "back"),
        STOP,
    )

    def __init__(self) -> None:
        super().__init__()
        self._last_f10 = 0.0

    def body(self) -> Iterable[Widget]:
        """Return the counts and the list of ways to go on."""
        yield Static("Afronden", classes="title")
        yield Static(id="tally")
        early = Static(_EARLY, id="early")
        early.display = False
        yield early
        yield VerticalScroll(Rows(), can_focus=False, classes="fill")

    async def on_mount(self) -> None:
        """Draw for the first time; the F10 that led here counts as the last one."""
        await super().on_mount()
        self._last_f10 = monotonic()

    async def draw(self) -> None:
        """Draw the counts, the two buttons and the open questions."""
        counts = self.session.counts()
        lines = [f"{sign} {word:<12}{counts[state]:>4}" for state, (sign, word) in STATES.items()]
        self.query_one("#tally", Static).update("\n".join(lines))
        rows = self.query_one(Rows)
        first = _BACK if self.session.open_questions else _HAND_IN
        rows.show(self._rows(), rows.cursor or first)
        await super().draw()

    def _rows(self) -> Iterator[Row]:
        left = self.session.open_questions
        yield Row(_HAND_IN, "Inleveren. Daarna kunt u niets meer wijzigen.", "[F10]")
        yield Row(_BACK, "Terug naar de vragen", "[Esc]")
        if not left:
            yield Row("", "Er zijn geen open vragen.", apart=True)
            return
        yield Row("", "Nog open. U mag ook met open vragen inleveren.", apart=True)
        for number, question in enumerate(self.session.questions, 1):
            if question in left:
                yield Row(question.id, self.session.text(question), f"{number:>3}")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Do what is under the cursor."""
        await self._do(self.query_one(Rows).cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Do what was clicked."""
        self.after_keys(self._do, event.value)

    async def action_back(self) -> None:
        """Go back to the question one was at."""
        await self.app.pop_screen()

    async def action_f10(self) -> None:
        """Hand in; with open questions only when this is not the same press, held or doubled."""
        now = monotonic()
        early = now - self._last_f10 < CALM
        self._last_f10 = now
        if early and self.session.open_questions:
            self.query_one("#early").display = True
        else:
            await self.action_hand_in()

    async def action_hand_in(self) -> None:
        """Hand in and say thanks; stay here with a warning when the disk refuses."""
        if await self.form.hand_in():
            await self.app.push_screen(ThanksScreen())

    async def _do(self, way: str) -> None:
        if way == _HAND_IN:
            await self.action_hand_in()
        elif way == _BACK:
            await self.action_back()
        elif way:
            questions = {item.id: item for item in self.session.questions}
            await self.form.change(self.session.go_to(questions[way]))
            await self.app.pop_screen()
