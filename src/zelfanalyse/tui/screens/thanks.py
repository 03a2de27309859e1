"""The last page: where the file is and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class ThanksScreen(Page):
    """Thanks, the full path of the file, and the way out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "app.quit", "sluiten", priority=True, id="dank.sluiten"),
    ]
    HINTS = (("Enter", "sluiten", "app.quit"),)

    def body(self) -> Iterable[Widget]:
        """Return the text."""
        path = self.sitting.path.absolute()
        if self.session.invitation.dossier is None:
            task = "Dit bestand is van u. U bepaalt zelf of u het aan iemand geeft."
        else:
            task = "Stuur dit bestand naar uw begeleider."
        yield VerticalScroll(
            Static("Dank u wel. Uw antwoorden zijn ingeleverd.", classes="strong"),
            Static("Uw antwoorden staan in dit bestand:"),
            Static(literal(str(path), "bold"), id="where"),
            Static(task),
            Static("U kunt het programma nu sluiten met Enter.", classes="quiet"),
            can_focus=False,
            classes="thanks",
        )
