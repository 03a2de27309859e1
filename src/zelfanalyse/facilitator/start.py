"""The first screen of who types only ``zelfanalyse``: the dossiers nearby, and what one can do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.facilitator.app import FacilitatorPage
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.home import HomePage
from zelfanalyse.facilitator.home_state import Nearby, nearby
from zelfanalyse.facilitator.pages import Entry
from zelfanalyse.facilitator.text_screen import TextScreen
from zelfanalyse.questionnaire import library
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, digit_keys, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from textual.widget import Widget

    from zelfanalyse.facilitator.home import ErrandApp


EXAMPLE: Final = "voorbeeld"
HELP: Final = (
    ("Wat dit is", "Met dit programma kijkt een gemeente hoe zij met anderen samenwerkt."),
    (
        "Een dossier",
        (
            "Een dossier is een map met alles van één samenwerking: de vragenlijst, de antwoorden, "
            "de planning, het gesprek en de acties. Kies er een om te zien hoe het staat."
        ),
    ),
    (
        "Invullen",
        (
            "Kreeg u een lijst om in te vullen van een begeleider? Open dan diens dossier, als dat "
            "hier staat. Of vul een lijst in zonder dossier, om te kijken hoe dat gaat."
        ),
    ),
    ("Voorbeeld", "Dit maakt een dossier met verzonnen antwoorden, en toont het rapport."),
    (
        "Toetsen",
        (
            "↑ ↓ en Enter  kies\n1 tot en met 9  kies meteen\nCtrl+T  een ander thema\n"
            "Ctrl+P  alles wat u hier kunt doen\nCtrl+Q  stoppen"
        ),
    ),
)
_FILL_IN, _NEW, _EXAMPLE, _HELP = "=invullen", "=nieuw", "=voorbeeld", "=hulp"


class StartPage(FacilitatorPage):
    """The dossiers in the current folder and one folder deeper, and what else there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("f1", "help", "hulp", show=False, priority=True, id="begin.hulp"),
    ]
    HINTS = (
        ("↑ ↓", "kies", ""),
        ("Enter", "doe dit", "pick"),
        ("F1", "hulp", "help"),
        ("Ctrl+P", "alles", "app.palette"),
        STOP,
    )

    def __init__(self, place: Path, clock: Callable[[], date], opened: Path | None = None) -> None:
        super().__init__()
        self._opened = opened  # the dossier to go to at once
        self._place = place
        self._clock = clock
        self.found: tuple[Nearby, ...] = nearby(place)

    @property
    def host(self) -> ErrandApp:
        """The app: it asks, and runs commands."""
        return cast("ErrandApp", self.app)

    def body(self) -> Iterable[Widget]:
        """Return what this is, and the ways to go."""
        yield Static("zelfanalyse", classes="title")
        yield Static(
            literal("Kijk hoe uw gemeente met anderen samenwerkt."), classes="quiet", id="standing"
        )
        rows = Rows(self._rows())
        rows.cursor = rows.values[0]
        yield VerticalScroll(rows, can_focus=False, classes="fill", id="begin")

    async def on_mount(self) -> None:
        """Go on to the dossier that was open before, if there was one."""
        if self._opened is not None:
            self.after_keys(self._go, str(self._opened))

    def _rows(self) -> Iterator[Row]:
        """Yield the dossiers, and then the rest; each with its digit while there are digits."""
        number = 0
        if self.found:
            yield Row("", "Dossiers hier")
        else:
            yield Row("", "In deze map staat nog geen dossier.")
        for number, item in enumerate(self.found, 1):
            yield Row(str(item.folder), item.title, digit(number))
        yield Row("", "Of", apart=True)
        for value, label in self._others():
            number += 1
            yield Row(value, label, digit(number))

    def _others(self) -> Iterator[tuple[str, str]]:
        yield _FILL_IN, "Een lijst invullen zonder dossier"
        yield _NEW, "Een nieuw dossier maken"
        if not (self._place / EXAMPLE).exists():
            yield _EXAMPLE, "Een voorbeeld maken en bekijken"
        yield _HELP, "Hulp"

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go where the cursor is."""
        await self._go(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Go the way of this digit."""
        rows = self.query_one(Rows).rows
        await self._go(next((row.value for row in rows if row.mark == key), ""))

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go where was clicked."""
        self.after_keys(self._go, event.value)

    async def action_help(self) -> None:
        """Tell what this is."""
        await self.app.push_screen(TextScreen("Hulp", HELP))

    async def _go(self, value: str) -> None:
        acts = {
            _FILL_IN: self._which_list,
            _NEW: self._which_folder,
            _EXAMPLE: self._make_example,
            _HELP: self.action_help,
        }
        if value in acts:
            await acts[value]()
        elif value:
            await self.app.push_screen(HomePage(Path(value), self._clock))

    async def _which_list(self) -> None:
        built_in = library.built_in()
        names = [library.MAIN, *(name for name in built_in if name != library.MAIN)]
        ways = [
            Way(library.open_questionnaire(built_in[name]).title, partial(self._fill_in, name))
            for name in names
        ]
        await self.host.ask("Welke lijst vult u in?", *ways, Way("Terug"))

    async def _fill_in(self, name: str) -> None:
        self.host.send("invullen", name)

    async def _which_folder(self) -> None:
        entry = Entry("map", "Nieuw dossier", why="Hoe heet de map voor het dossier?")
        await self.app.push_screen(EditScreen(entry, self._new))

    async def _make_example(self) -> None:
        self.host.send(EXAMPLE, Path(EXAMPLE))

    async def _new(self, text: str) -> str:
        name = text.strip()
        if not name:
            return "Geef een naam voor de map."
        if (self._place / name).exists():
            return "Deze map is er al. Kies een andere naam."
        self.after_keys(self._make, name)
        return ""

    async def _make(self, name: str) -> None:
        self.host.send("nieuw", Path(name))
