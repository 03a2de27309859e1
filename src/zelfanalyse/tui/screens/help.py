"""Help with the current question, over the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.response.answers import accepts_missing
from zelfanalyse.tui.screens.page import Page
from zelfanalyse.tui.wording import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.response.session import Session

_MISSING = """\
Weet ik niet (w): u kunt het niet beoordelen. Dat is ook een antwoord.
Niet van toepassing (n): de vraag past niet bij uw situatie."""
_KEYS = """\
1 2 3 …          antwoord geven en verder
↑ ↓ en Enter     antwoord kiezen; spatie kiest ook
← → PgUp PgDn    vorige of volgende vraag
w  n             weet ik niet, niet van toepassing
t of F3          toelichting
o of F2          overzicht van alle vragen
Backspace        antwoord wissen
Ctrl+Z           laatste wijziging ongedaan maken
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
            for heading, text in explanation(self.session)
        ]
        text = Static(Content("\n\n").join(parts))
        yield Vertical(VerticalScroll(text, can_focus=False, id="help"), classes="sheet")

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#help").scroll_relative(y=by, animate=False)

    async def action_close(self) -> None:
        """Go back to the question."""
        await self.app.pop_screen()


def explanation(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the headings and texts of the help on the current question."""
    question, factor = session.current, session.factor
    if question.help_text:
        yield "Uitleg bij deze vraag", question.help_text
    if factor is not None:
        yield f"Over {factor.title}", factor.explanation
    if accepts_missing(question):
        yield "Geen antwoord?", _MISSING
    yield "Toetsen", _KEYS
    if question.provenance is not None:
        source = question.provenance
        titles = {item.id: item.title for item in session.questionnaire.documents}
        document = titles.get(source.document, source.document)
        yield "Waar komt dit vandaan?", f"{document}: {source.passage}"
