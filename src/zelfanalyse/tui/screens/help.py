"""Help with the current question, over the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.form.explanation import explanation, origin
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Page
from zelfanalyse.tui.screens.question_keys import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget


class HelpScreen(Page, ModalScreen[None]):
    """What the question means, where it comes from, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "close", "sluiten", priority=True, id="hulp.sluiten"),
        Binding("tab,shift+tab", "turn", "andere bladzijde", priority=True, id="hulp.blad"),
        Binding("up", "scroll(-1)", "omhoog", show=False, priority=True, id="hulp.omhoog"),
        Binding("down", "scroll(1)", "omlaag", show=False, priority=True, id="hulp.omlaag"),
        Binding("pageup", "scroll(-8)", "terug", show=False, priority=True, id="hulp.terug"),
        Binding("pagedown,space", "scroll(8)", "verder", show=False, priority=True, id="hulp.meer"),
    ]

    def __init__(self, *, origin_first: bool = False) -> None:
        super().__init__()
        self._origin = origin_first

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys, with the name of the other page."""
        other = "hulp en toetsen" if self._origin else "waar komt dit vandaan?"
        return (("↑ ↓", "lees", ""), ("Tab", other, "turn"), ("Esc", "sluiten", "close"))

    def body(self) -> Iterable[Widget]:
        """Return the text in a sheet that scrolls."""
        yield Vertical(VerticalScroll(Static(), can_focus=False, id="help"), classes="sheet")

    async def draw(self) -> None:
        """Draw one of the two pages."""
        title = "Waar komt dit vandaan?" if self._origin else "Hulp"
        parts = [
            Content.assemble((heading, "bold"), "\n", literal(text))
            for heading, text in self._texts()
        ]
        self.query_one("#help Static", Static).update(
            Content("\n\n").join([literal(title, "bold $accent"), *parts])
        )
        await super().draw()

    def _texts(self) -> Iterator[tuple[str, str]]:
        if self._origin:
            yield from origin(self.session)
        else:
            yield from explanation(self.session)
            yield "Toetsen", told(self.session)

    async def action_turn(self) -> None:
        """Go to the other page."""
        self._origin = not self._origin
        self.query_one("#help").scroll_home(animate=False)
        await self.draw()

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#help").scroll_relative(y=by, animate=False)

    async def action_close(self) -> None:
        """Go back to the question."""
        await self.app.pop_screen()
