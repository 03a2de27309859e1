"""A text over the page, to read and put away: help, and what came of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import BasePage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class TextScreen(BasePage, ModalScreen[None]):
    """A title and paragraphs, each with a heading or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "close", "sluiten", priority=True, id="tekst.sluiten"),
        Binding("up", "scroll(-1)", "omhoog", show=False, priority=True, id="tekst.omhoog"),
        Binding("down", "scroll(1)", "omlaag", show=False, priority=True, id="tekst.omlaag"),
        Binding("pageup", "scroll(-8)", "terug", show=False, priority=True, id="tekst.terug"),
        Binding("pagedown,space", "scroll(8)", "meer", show=False, priority=True, id="tekst.meer"),
    ]
    HINTS = (("↑ ↓", "lees", ""), ("Enter", "sluiten", "close"))

    def __init__(self, title: str, paragraphs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._parts = [literal(title, "bold $accent")]
        for heading, text in paragraphs:
            above = literal(f"{heading}\n", "bold") if heading else Content("")
            self._parts.append(above + literal(text))

    def body(self) -> Iterable[Widget]:
        """Return the text in a sheet that scrolls."""
        text = Static(Content("\n\n").join(self._parts))
        yield Vertical(VerticalScroll(text, can_focus=False, id="help"), classes="sheet")

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#help").scroll_relative(y=by, animate=False)

    async def action_close(self) -> None:
        """Go back to the page."""
        await self.app.pop_screen()
