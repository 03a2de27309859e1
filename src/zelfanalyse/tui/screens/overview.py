"""Every question with its state, to jump to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.form.sections import sections
from zelfanalyse.form.wording import STATES
from zelfanalyse.response.model import AnswerState
from zelfanalyse.tui.screens.closing import ClosingScreen
from zelfanalyse.tui.screens.page import Page, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget


class OverviewScreen(Page):
    """The questions by section; Enter goes to one, ``a`` shows only the open ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("escape,o,f2", "back", "terug", priority=True, id="overzicht.terug"),
        Binding("a", "only_open", "alleen open", priority=True, id="overzicht.open"),
        Binding("f10", "finish", "afronden", priority=True, id="overzicht.afronden"),
    ]
    HINTS = (
        ("Enter", "ga naar de vraag", "pick"),
        ("a", "alleen open", "only_open"),
        ("F10", "afronden", "finish"),
        ("Esc", "terug", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._only_open = False

    def body(self) -> Iterable[Widget]:
        """Return the counts and the list."""
        yield Static(id="counts", classes="title")
        yield VerticalScroll(Rows(), can_focus=False, classes="fill")

    async def draw(self) -> None:
        """Draw every question with a sign and a word for its state."""
        session = self.session
        total, left = len(session.questions), len(session.open_questions)
        which = "alleen open vragen" if self._only_open else "alle vragen"
        self.query_one("#counts", Static).update(
            f"Overzicht: {total - left} van {total} beantwoord ({which})"
        )
        rows = self.query_one(Rows)
        rows.show(self._rows(), rows.cursor or session.current.id)
        if not rows.cursor:
            rows.move(1)
        await super().draw()

    def _rows(self) -> Iterator[Row]:
        session, number = self.session, 0
        for place, section in enumerate(sections(session)):
            lines = []
            for question in section.questions:
                number += 1
                state = session.state(question)
                if self._only_open and state is not AnswerState.OPEN:
                    continue
                sign, word = STATES[state]
                mark = f"{number:>3}  {sign} {word:<10}"
                lines.append(Row(question.id, session.text(question), mark))
            if lines:
                yield Row("", section.path, apart=place > 0)
                yield from lines
        if self._only_open and not session.open_questions:
            yield Row("", "Er zijn geen open vragen meer.")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go to the question under the cursor."""
        await self._jump(self.query_one(Rows).cursor)

    async def action_only_open(self) -> None:
        """Show only the open questions, or all of them again."""
        self._only_open = not self._only_open
        await self.draw()

    async def action_back(self) -> None:
        """Go back to where one was."""
        await self.app.pop_screen()

    async def action_finish(self) -> None:
        """Go to the closing screen."""
        await self.app.switch_screen(ClosingScreen())

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go to the question that was clicked."""
        self.after_keys(self._jump, event.value)

    async def _jump(self, identity: str) -> None:
        question = next((item for item in self.session.questions if item.id == identity), None)
        if question is not None:
            await self.form.change(self.session.go_to(question))
            await self.app.pop_screen()
