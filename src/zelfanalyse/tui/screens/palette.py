"""Everything one can do here, to find by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.tui.screens.search import SearchPage, fits
from zelfanalyse.tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.tui.screens.page import Command


class PaletteScreen(SearchPage, ModalScreen[None]):
    """The commands of the screen below, each with its key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "back", "sluiten", priority=True, id="opdrachten.sluiten"),
    ]
    INVITATION = "Typ wat u zoekt, bijvoorbeeld: hulp."
    HINTS = (("↑ ↓", "kies", ""), ("Enter", "doe dit", "pick"), ("Esc", "sluiten", "back"))

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._commands = {str(number): item for number, item in enumerate(commands)}

    def body(self) -> Iterable[Widget]:
        """Return the list in a sheet."""
        yield Vertical(
            Static("Opdrachten", classes="strong"), *self.listing(), classes="sheet", id="palette"
        )

    def found(self) -> Iterator[Row]:
        """Yield the commands that fit, with their key at the end."""
        fitting = [(v, item) for v, item in self._commands.items() if fits(self.sought, item.label)]
        for value, item in fitting:
            yield Row(value, f"{item.label}  ({item.key})" if item.key else item.label)
        if not fitting:
            yield Row("", "Geen opdracht gevonden.")

    async def pick(self, value: str) -> None:
        """Close, and do it on the screen below."""
        await self.app.pop_screen()
        await self._commands[value].act()
