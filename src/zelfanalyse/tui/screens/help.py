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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

_KEYS = """\
1 2 3 …          antwoord geven en verder
↑ ↓ en Enter     antwoord kiezen; spatie kiest ook
← → PgUp PgDn    vorige of volgende vraag
w  n             weet ik niet, niet van toepassing
t of F3          toelichting
o of F2          overzicht van alle vragen
Backspace        antwoord wissen
Ctrl+Z Ctrl+Y    wijziging ongedaan maken, en toch weer doen
F10              afronden en inleveren
Ctrl+T           licht of donker scherm
Ctrl+Q           stoppen; alles is bewaard
In een tekst     Tab volgende, Shift+Tab vorige vraag"""


class HelpScreen(Page, ModalScreen[None]):
    """What the question means, where it comes from, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "close", "sluiten", priority=True, id="hulp.sluiten"),
        Binding("up", "scroll(-1)", "omhoog", show=False, priority=True, id="hulp.omhoog"),
        Binding("down", "scroll(1)", "omlaag", show=False, priority=True, id="hulp.omlaag"),
        Binding("pageup", "scroll(-8)", "terug", show=False, priority=True, id="hulp.terug"),
        Binding("pagedown,space", "scroll(8)", "verder", show=False, priority=True, id="hulp.meer"),
    ]
    HINTS = (("↑ ↓", "lees", ""), ("Esc", "sluiten", "close"))

    def body(self) -> Iterable[Widget]:
        """Return the text in a sheet that scrolls."""
        parts = [
            Content.assemble((heading, "bold"), "\n", literal(text))
            for heading, text in self._texts()
        ]
        text = Static(Content("\n\n").join(parts))
        yield Vertical(VerticalScroll(text, can_focus=False, id="help"), classes="sheet")

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield from explanation(self.session)
        yield "Toetsen", _KEYS
        yield from origin(self.session)

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#help").scroll_relative(y=by, animate=False)

    async def action_close(self) -> None:
        """Go back to the question."""
        await self.app.pop_screen()
