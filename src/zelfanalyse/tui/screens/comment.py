"""A comment on the current question, over the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.form import steps
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, Page
from zelfanalyse.tui.widgets.field import Field, arrival

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class CommentScreen(Page, ModalScreen[None]):
    """A text field that is saved while one types; closing it loses nothing."""

    def __init__(self, *, comes_back: bool = False) -> None:
        super().__init__()
        self._comes_back = comes_back  # to the question after this one

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,f3", "close", "klaar", priority=True, id="toelichting.klaar"),
        Binding("f4", "editor", "teksteditor", show=False, priority=True, id="toelichting.editor"),
        Binding("tab,shift+tab", "ignore", "", show=False, priority=True, id="toelichting.tab"),
    ]
    HINTS = (("Esc", "klaar", "close"), STOP)

    def body(self) -> Iterable[Widget]:
        """Return the question and the text field."""
        session = self.session
        yield Vertical(
            Static("Toelichting. Noem geen namen van personen.", classes="lead"),
            Static(literal(session.text(session.current), "$quiet"), id="about"),
            Field(self.form.show_state),
            classes="sheet",
        )

    async def on_mount(self) -> None:
        """Start with the comment there is."""
        field = self.query_one(Field)
        field.start_with(self.session.comment_on(self.session.current))
        self.set_focus(field)

    async def flush(self) -> None:
        """Save what was typed and not yet saved."""
        if not self.is_attached:
            return
        field = self.query_one(Field)
        await arrival(field)
        if (text := field.pending()) is not None:
            try:
                await self.form.change(steps.note(text).take(self.session))
            except InvalidAnswerError as error:
                self.notify(str(error), markup=False)

    @property
    def is_ahead(self) -> bool:
        """Whether there is more in the text than was handed over."""
        return any(field.is_ahead for field in self.query(Field))

    def on_field_paused(self) -> None:
        """Save what was typed."""
        self.after_keys(self.flush)

    async def action_close(self) -> None:
        """Save and go back to the question."""
        await self.flush()
        await self.app.pop_screen()
        here = self.session
        await self.form.change(here.forward() if self._comes_back else here.go_to(here.current))

    async def action_editor(self) -> None:
        """Write in one's own editor."""
        await self.flush()
        self.query_one(Field).edit_elsewhere()
        await self.flush()

    def action_ignore(self) -> None:
        """Keep the cursor in the text: there is nowhere else to go."""
