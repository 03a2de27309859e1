"""What is answered and what is open, handing in, and taking back what was handed in."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.form.sections import sections
from zelfanalyse.form.wording import STATES, moment
from zelfanalyse.response.session import TAKEN
from zelfanalyse.tui.screens.page import STOP, Page, list_keys
from zelfanalyse.tui.screens.thanks import ThanksScreen
from zelfanalyse.tui.widgets.rows import PAGE, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

CALM = 0.7  # seconds without F10 before it hands in with open questions: no double press does
_EARLY = "Er zijn nog open vragen. Toch inleveren? Druk dan nog eens op F10."
_WIDTHS = (12, 11, 8, 6)  # columns of the four states: their words fit
_AROUND = sum(_WIDTHS) + 5  # and the padding and the scroll bar
_HAND_IN, _BACK, _TAKE_BACK = "=inleveren", "=terug", "=terugnemen"  # no question's id has a =


class ClosingScreen(Page):
    """Lists what is open, counts the four states per section, and hands in with or without gaps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("escape", "back", "terug", priority=True, id="afronden.terug"),
        Binding("f10", "f10", "inleveren", priority=True, id="afronden.inleveren"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._last_f10 = 0.0

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys; what was handed in is not handed in again."""
        if not self.session.is_closed:
            yield ("F10", "inleveren", "hand_in")
        yield ("↑ ↓", "kies", "")
        yield ("PgDn", "lees", f"move({PAGE})")
        yield ("Esc", "terug", "back")
        yield STOP

    def body(self) -> Iterable[Widget]:
        """Return the list: ways to go on, counts, and open questions."""
        yield Static("Afronden", classes="title")
        early = Static(_EARLY, id="early")
        early.display = False
        yield early
        yield VerticalScroll(Rows(), can_focus=False, classes="fill")

    async def on_mount(self) -> None:
        """Draw for the first time; the F10 that led here counts as the last one."""
        await super().on_mount()
        self._last_f10 = monotonic()

    def on_resize(self) -> None:
        """Draw the table again at the new width."""
        self.query_one(Rows).show(self._rows())

    async def draw(self) -> None:
        """Draw the ways to go on, the counts and the open questions; a warning has had its time."""
        self.query_one("#early").display = False
        rows = self.query_one(Rows)
        waits = self.session.open_questions or self.session.is_closed
        rows.show(self._rows(), rows.cursor or (_BACK if waits else _HAND_IN))
        await super().draw()

    def _rows(self) -> Iterator[Row]:
        session = self.session
        if session.is_taken:
            yield Row("", f"{TAKEN} Hier kunt u alleen lezen.")
        elif session.is_handed_in:
            when = moment(session.response.handed_in) if session.response.handed_in else ""
            yield Row("", f"Deze lijst is ingeleverd op {when}.")
            yield Row(_TAKE_BACK, "Terughalen: weer wijzigen, en later opnieuw inleveren")
        else:
            yield Row(_HAND_IN, "Inleveren", "[F10]")
        yield Row(_BACK, "Terug naar de vragen", "[Esc]")
        yield from self._tally()
        left = session.open_questions
        if not left:
            yield Row("", "Er zijn geen open vragen.", apart=True)
        elif not session.is_closed:
            yield Row("", "Nog open. U mag ook met open vragen inleveren.", apart=True)
        for number, question in enumerate(session.questions, 1):
            if question in left:
                yield Row(question.id, session.text(question), f"{number:>3}")

    def _tally(self) -> Iterator[Row]:
        """Yield how many questions of each section are in each of the four states."""
        parts = sections(self.session)
        room = min(max(len(part.title) for part in parts), self.app.size.width - _AROUND)
        yield Row("", _line("", [word for _, word in STATES.values()], room), apart=True)
        for part in parts:
            counts = self.session.counts(part.questions)
            yield Row("", _line(part.title, [counts[state] or "-" for state in STATES], room))
        counts = self.session.counts()
        yield Row("", _line("Samen", [counts[state] for state in STATES], room))

    def action_move(self, by: int) -> None:
        """Move the cursor; page keys read, also what has no row to stand on."""
        rows = self.query_one(Rows)
        if abs(by) >= PAGE:
            rows.read(by)
        else:
            rows.move(by)

    async def action_pick(self) -> None:
        """Do what is under the cursor; what is out of sight is only shown."""
        rows = self.query_one(Rows)
        if not rows.seek():
            await self._do(rows.cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Do what was clicked."""
        self.after_keys(self._do, event.value)

    async def action_back(self) -> None:
        """Go back to the question one was at."""
        await self.app.pop_screen()

    async def action_f10(self) -> None:
        """Hand in; with open questions only when this is not the same press, held or doubled."""
        if self.session.is_closed:
            return
        now = monotonic()
        early = now - self._last_f10 < CALM
        self._last_f10 = now
        if early and self.session.open_questions:
            self.query_one("#early").display = True
        else:
            await self.action_hand_in()

    async def action_hand_in(self) -> None:
        """Hand in and say thanks; stay here with a warning when the disk refuses."""
        done = self.sitting.hand_in()
        await self.form.draw()
        if done:
            await self.app.push_screen(ThanksScreen())

    async def _do(self, way: str) -> None:
        if way == _HAND_IN:
            await self.action_hand_in()
        elif way == _BACK:
            await self.action_back()
        elif way == _TAKE_BACK:
            if self.sitting.take_back():
                self.query_one(Rows).cursor = _BACK
                self.notify("De lijst is weer open. Lever hem straks opnieuw in.", markup=False)
            await self.form.draw()
        elif way:
            questions = {item.id: item for item in self.session.questions}
            await self.form.change(self.session.go_to(questions[way]))
            await self.app.pop_screen()


def _line(title: str, cells: Iterable[object], room: int) -> str:
    """Return a line of the table, with a title cut off to its room."""
    name = title if len(title) <= room else f"{title[: room - 1]}…"
    columns = zip(cells, _WIDTHS, strict=True)
    return f"{name:<{room}}" + "".join(f"{cell:>{width}}" for cell, width in columns)
