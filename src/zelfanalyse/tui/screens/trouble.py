"""What to do when the disk refuses, or when someone else changed the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from zelfanalyse.errors import ChangedElsewhereError, ZelfanalyseError
from zelfanalyse.form.elsewhere import folder_named
from zelfanalyse.form.first_choice import first_choice
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Page, digit_keys, list_keys
from zelfanalyse.tui.widgets.field import arrival
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from textual.widget import Widget

_AGAIN, _ELSEWHERE, _THEIRS, _LATER, _STOP = "opnieuw", "elders", "hunne", "later", "stop"
_OF_THE_LIST = {"move", "pick", "press"}


class TroubleScreen(Page, ModalScreen[None]):
    """Try again, go on in another folder, or take over what someone else wrote."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("enter", "folder", "bewaar hier", show=False, priority=True, id="map.bewaar"),
        Binding("escape,f8", "back", "later", priority=True, id="niet_bewaard.later"),
    ]

    def __init__(self, *, stopping: bool = False) -> None:
        super().__init__()
        self._stopping = stopping

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys; as long as nothing has begun there is nothing to do later."""
        later = "terug" if self.form.sitting is None else "later"
        return (("↑ ↓", "kies", ""), ("Enter", "doe dit", ""), ("Esc", later, "back"))

    def body(self) -> Iterable[Widget]:
        """Return the reason, what one can do, and a line for the name of a folder."""
        name = Input(placeholder="de hele naam van een map", compact=True, id="folder")
        name.cursor_blink = False
        name.display = False
        yield VerticalScroll(
            Static(self._title, classes="strong"),
            Rows(),
            name,
            Static(id="answer", markup=False),
            Static(id="reason", classes="quiet", markup=False),
            classes="sheet",
            can_focus=False,
        )

    @property
    def _title(self) -> str:
        """What is wrong; as long as nothing has begun there is nothing to save."""
        return "De lijst gaat nu niet open" if self.form.sitting is None else "Nog niet bewaard"

    async def draw(self) -> None:
        """Draw what one can do now; the reason stands here, and not above as well."""
        await super().draw()
        self.query_one("#banner").display = False
        self.query_one("#reason", Static).update(literal(f"\n{self.form.trouble}"))
        rows = self.query_one(Rows)
        rows.show(self._rows())
        if not rows.cursor:
            rows.move(1)

    def _rows(self) -> Iterator[Row]:
        begun = self.form.sitting
        trouble = None if begun is None else begun.trouble
        first = _THEIRS if isinstance(trouble, ChangedElsewhereError) else _AGAIN
        ways = [
            (first, first_choice(trouble, "Ctrl+Z")),
            (_ELSEWHERE, f"{'Begin' if begun is None else 'Bewaar alles'} in een andere map."),
        ]
        if self._stopping:
            ways.append((_STOP, "Stop zonder te bewaren."))
        ways.append((_LATER, "Terug." if begun is None else "Later. Uw antwoorden blijven zolang."))
        for number, (way, label) in enumerate(ways, 1):
            yield Row(way, label, digit(number))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Leave the keys of the list to the name of a folder while that is typed."""
        writes = self.focused is not None
        return writes if action == "folder" else not (writes and action in _OF_THE_LIST)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Do what is under the cursor."""
        await self._do(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Do what has this digit."""
        rows = self.query_one(Rows).rows
        await self._do(next((row.value for row in rows if row.mark == key), ""))

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Do what was clicked."""
        self.after_keys(self._do, event.value)

    async def action_folder(self) -> None:
        """Go on in the folder that was typed."""
        field = self.query_one("#folder", Input)
        await arrival(field)
        try:
            folder = folder_named(field.value)
            sitting = self.form.sitting
            if sitting is not None:
                sitting.move_to(folder)
        except ZelfanalyseError as error:
            self._say(str(error))
            return
        await self.app.pop_screen()
        if sitting is None:
            await self.form.look_in(folder)
        await self.form.draw()

    async def action_back(self) -> None:
        """Go back; nothing is lost as long as the program runs."""
        await self.app.pop_screen()

    async def _do(self, way: str) -> None:
        sitting = self.form.sitting
        if way == _ELSEWHERE:
            field = self.query_one("#folder", Input)
            field.display = True
            self.set_focus(field)
            field.scroll_visible(animate=False)
            then = "begin daar. Esc: terug." if sitting is None else "bewaar daar. Esc: later."
            self._say(f"Enter: {then}")
        elif way == _AGAIN and sitting is not None:
            await self._end(self.action_back, done=sitting.retry())
        elif way == _THEIRS and sitting is not None:
            # what lies on the question was about what stood there
            await self._end(self.form.back_to_question, done=sitting.reread())
        elif way == _STOP:
            self.form.leave()
        elif way:
            await self.action_back()
            if way == _AGAIN:
                await self.form.try_again()

    async def _end(self, go_back: Callable[[], Awaitable[None]], *, done: bool) -> None:
        """Go back when it is done, or tell that it is not."""
        if done:
            await go_back()
        else:
            self._say("Dat lukt niet.")
        await self.form.draw()

    def _say(self, sentence: str) -> None:
        self.query_one("#answer", Static).update(literal(sentence))
