"""A text of more than one line over the page, saved while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.facilitator.app import FacilitatorPage
from zelfanalyse.tui import own_editor
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP
from zelfanalyse.tui.widgets.field import Field, arrival

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.widget import Widget


class TextSheet(FacilitatorPage, ModalScreen[None]):
    """Closing it loses nothing; F4 opens one's own editor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "klaar", priority=True, id="tekst.klaar"),
        Binding("f4", "editor", "teksteditor", show=False, priority=True, id="tekst.editor"),
        Binding("tab,shift+tab", "ignore", "", show=False, priority=True, id="tekst.tab"),
    ]

    def __init__(
        self, lead: str, about: str, text: str, keep: Callable[[str], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._lead, self._about, self._text, self._keep = lead, about, text, keep

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys; F4 only for who has an editor."""
        yield ("Esc", "klaar", "close")
        if own_editor.is_there():
            yield ("F4", "eigen teksteditor", "editor")
        yield STOP

    def body(self) -> Iterable[Widget]:
        """Return what it is about and the text field."""
        yield Vertical(
            Static(literal(self._lead, "bold"), classes="lead"),
            Static(literal(self._about, "$quiet"), id="about"),
            Field(),
            classes="sheet",
        )

    async def on_mount(self) -> None:
        """Start with the text there is."""
        await super().on_mount()
        field = self.query_one(Field)
        field.start_with(self._text)
        self.set_focus(field)

    async def flush(self) -> None:
        """Save what was typed and not yet saved."""
        if not self.is_attached:
            return
        field = self.query_one(Field)
        await arrival(field)
        if (text := field.pending()) is not None:
            await self._keep(text)

    def on_field_paused(self) -> None:
        """Save what was typed."""
        self.after_keys(self.flush)

    async def action_close(self) -> None:
        """Save and go back to the page."""
        await self.flush()
        await self.app.pop_screen()

    async def action_editor(self) -> None:
        """Write in one's own editor."""
        await self.flush()
        self.query_one(Field).edit_elsewhere()
        await self.flush()

    def action_ignore(self) -> None:
        """Keep the cursor in the text: there is nowhere else to go."""
