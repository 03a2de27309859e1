"""Every question with its state, to jump to by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from zelfanalyse.form.sections import sections
from zelfanalyse.form.wording import STATES
from zelfanalyse.response.model import AnswerState
from zelfanalyse.tui.screens.closing import ClosingScreen
from zelfanalyse.tui.screens.page import Page
from zelfanalyse.tui.screens.search import SearchPage, fits
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget


class OverviewScreen(SearchPage, Page):
    """The questions by section; Enter goes to one, Tab shows only the open ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "terug", priority=True, id="overzicht.terug"),
        Binding("f2", "leave", "terug", show=False, priority=True, id="overzicht.weg"),
        Binding("tab,shift+tab", "only_open", "alleen open", priority=True, id="overzicht.open"),
        Binding("f10", "finish", "afronden", priority=True, id="overzicht.afronden"),
    ]
    INVITATION = "Typ een nummer of een woord om te springen."
    HINTS = (
        ("Enter", "ga naar de vraag", "pick"),
        ("Tab", "alleen open", "only_open"),
        ("F10", "afronden", "finish"),
        ("Esc", "terug", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._only_open = False

    def body(self) -> Iterable[Widget]:
        """Return the counts and the list."""
        yield Static(id="counts", classes="title")
        yield from self.listing()

    async def on_mount(self) -> None:
        """Begin at the question one came from."""
        self.query_one(Rows).cursor = self.session.current.id
        await super().on_mount()

    async def draw(self) -> None:
        """Draw every question with a sign and a word for its state."""
        session = self.session
        total, left = len(session.questions), len(session.open_questions)
        which = "alleen open vragen" if self._only_open else "alle vragen"
        self.query_one("#counts", Static).update(
            f"Overzicht: {total - left} van {total} ingevuld ({which})"
        )
        await super().draw()

    def found(self) -> Iterator[Row]:
        """Yield the questions that fit, each section under its heading."""
        session, number, any_shown = self.session, 0, False
        for section in sections(session):
            lines = []
            for question in section.questions:
                number += 1
                state = session.state(question)
                if self._only_open and state is not AnswerState.OPEN:
                    continue
                if self._fits(number, f"{session.text(question)} {section.path}"):
                    sign, word = STATES[state]
                    mark = f"{number:>3}  {sign} {word:<10}"
                    lines.append(Row(question.id, session.text(question), mark))
            if lines:
                yield Row("", section.path, apart=any_shown)
                yield from lines
                any_shown = True
        if not any_shown:
            yield Row("", "Geen vraag gevonden." if self.sought else "Er is niets meer open.")

    def _fits(self, number: int, text: str) -> bool:
        if self.sought.isdigit():
            return str(number).startswith(self.sought.lstrip("0"))
        return fits(self.sought, text)

    async def action_only_open(self) -> None:
        """Show only the open questions, or all of them again."""
        self._only_open = not self._only_open
        await self.draw()

    async def action_leave(self) -> None:
        """Go back to where one was."""
        await self.app.pop_screen()

    async def action_finish(self) -> None:
        """Go to the closing screen."""
        await self.app.switch_screen(ClosingScreen())

    async def pick(self, value: str) -> None:
        """Go to a question."""
        question = next(item for item in self.session.questions if item.id == value)
        await self.form.change(self.session.go_to(question))
        await self.app.pop_screen()
