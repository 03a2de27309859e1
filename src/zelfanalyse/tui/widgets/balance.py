"""A line between two good poles, with a mark for now and one for what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from zelfanalyse.form import steps
from zelfanalyse.questionnaire.questions import Balance
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.answer import AnswerBox, missing_rows
from zelfanalyse.tui.widgets.drawn import Drawn
from zelfanalyse.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Click

    from zelfanalyse.form.steps import Step
    from zelfanalyse.response.session import Session

RowName = Literal["now", "wanted"]

_NAMES: dict[str, tuple[str, str]] = {"now": ("●", "nu"), "wanted": ("◇", "gewenst")}
_LEAD = 14  # columns before the first place: cursor, sign and name


class Track(Drawn):
    """One of the two rows: its question, and the line with its mark."""

    class Placed(Message):
        """A place on this row was clicked."""

        def __init__(self, row: RowName, number: int) -> None:
            super().__init__()
            self.row: RowName = row
            self.number = number

    def __init__(self, row: RowName) -> None:
        super().__init__(id=row)
        self.row: RowName = row
        self.question = ""
        self.places = 5
        self.marked: int | None = None
        self.here = False

    def show(self, question: str, places: int, marked: int | None, *, here: bool) -> None:
        """Draw the row with its mark, and the cursor when the digits go here."""
        self.question, self.places = question, places
        self.marked, self.here = marked, here
        self.redraw()

    def gap(self, width: int) -> int:
        """Return the columns of line between two places."""
        room = min(width, 72) - _LEAD - 4 * self.places
        return max(min(room // max(self.places - 1, 1), 12), 0)

    def lines(self, width: int) -> Sequence[Content]:
        """Return the question above the line; a mark takes the brackets of its place."""
        gap = self.gap(width)
        mark, name = _NAMES[self.row]
        cursor = "›" if self.here else " "
        style = "bold $accent" if self.here else ""
        asked = literal(self.question, "" if self.here else "$quiet").wrap(width)
        parts: list[str | tuple[str, str]] = [(f"{cursor} {mark} {name:<9} ", style)]
        for number in range(1, self.places + 1):
            line = "─" if number > 1 else ""
            parts.append((line * gap, "$line"))
            if number == self.marked:
                parts.append((f"[{mark}{number}]", "bold $accent"))
            else:
                parts += [(line or " ", "$line"), f" {number} "]
        return [*asked, *Content.assemble(*parts).wrap(width)]

    def on_click(self, event: Click) -> None:
        """Report the place that is nearest to the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or event.chain > 1 or offset.x < _LEAD:
            return
        nearest = 1 + round((offset.x - _LEAD - 2) / (4 + self.gap(self.room)))
        self.post_message(self.Placed(self.row, min(max(nearest, 1), self.places)))


class BalanceBox(AnswerBox):
    """Two rows between the poles: digits fill 'nu' first and then 'gewenst'."""

    ORDER: ClassVar[tuple[RowName, ...]] = ("now", "wanted")

    def __init__(self) -> None:
        super().__init__()
        self._row: RowName = "now"
        self._question: Balance | None = None
        self._now_known = False
        self._is_closed = False

    def compose(self) -> ComposeResult:
        """Draw the poles, the two rows and the missing answers."""
        with Horizontal(classes="poles"):
            yield Static(classes="left", markup=False)
            yield Static(classes="right", markup=False)
        for row in self.ORDER:
            yield Track(row)
        yield Rows()

    def show(self, session: Session) -> None:
        """Draw the marks of the current balance; on arrival the digits go to 'nu'."""
        question = session.current
        if not isinstance(question, Balance):
            return
        if question != self._question:
            self._row = steps.row_to_fill(session)
            self.query_one(Rows).cursor = ""
        self._question, self._is_closed = question, session.is_closed
        self.query_one(".left", Static).update(literal(question.left))
        self.query_one(".right", Static).update(literal(question.right))
        given = steps.balance_of(session)
        self._now_known = given.now is not None
        asked = {"now": question.ask_now, "wanted": question.ask_wanted}
        cursor = self.query_one(Rows).cursor
        for row in self.ORDER:
            here = row == self._row and not cursor
            marked = given.now if row == "now" else given.wanted
            self.query_one(f"#{row}", Track).show(asked[row], question.steps, marked, here=here)
        self.query_one(Rows).show(missing_rows(session))

    def press(self, key: str) -> Step | None:
        """Place the mark of the row under the cursor; after 'nu' comes 'gewenst'."""
        if not key.isdigit():
            return super().press(key)
        return self._placed(self._row, int(key))

    def move(self, by: int) -> None:
        """Move between the two rows and the missing answers below them."""
        rows = self.query_one(Rows)
        places: list[str] = [*self.ORDER, *rows.values]
        here = rows.cursor or self._row
        there = places[min(max(places.index(here) + by, 0), len(places) - 1)]
        self._go_to(there)

    def enter(self) -> Step | None:
        """Pick a missing answer under the cursor; anywhere else Enter goes on."""
        return super().press(self.query_one(Rows).cursor)

    def _placed(self, row: RowName, number: int) -> Step:
        """Place a mark; the question is done when 'gewenst' comes after 'nu'."""
        done = row == "wanted" and self._now_known
        can_be = self._question is not None and 1 <= number <= self._question.steps
        if can_be and not self._is_closed:
            self._go_to("wanted" if row == "now" or done else "now")
        return steps.place(row, number, moves_on=done)

    def _go_to(self, place: str) -> None:
        rows = self.query_one(Rows)
        if place in _NAMES:
            self._row = "now" if place == "now" else "wanted"
        rows.show(rows.rows, "" if place in _NAMES else place)
        for row in self.query(Track):
            row.here = row.row == place
            row.redraw()
            if row.here:
                self.call_after_refresh(row.scroll_visible, animate=False)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Say what was clicked."""
        event.stop()
        if (step := super().press(event.value)) is not None:
            self.post_message(self.Said(step))

    def on_track_placed(self, event: Track.Placed) -> None:
        """Say which place was clicked."""
        event.stop()
        self.post_message(self.Said(self._placed(event.row, event.number)))
