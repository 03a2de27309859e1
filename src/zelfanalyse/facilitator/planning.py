"""The planning: tick a step, close a side, close the round."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.days import full_day
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.open_page import OpenPages
from zelfanalyse.dossier.steps import SIDE_NAMES, Steps
from zelfanalyse.errors import ChangedElsewhereError, RefusedError
from zelfanalyse.facilitator.app import FacilitatorPage
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, list_keys
from zelfanalyse.tui.widgets.answer import sign
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from textual.widget import Widget

_SIDE: Final = "kant/"
_STEP: Final = "stap/"
_ROUND: Final = "ronde"


class PlanningPage(FacilitatorPage):
    """Every step with its day; Enter ticks it, or closes what the cursor is at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("escape,p", "back", "terug", show=False, priority=True, id="planning.terug"),
    ]
    HINTS = (
        ("↑ ↓", "kies", ""),
        ("Enter", "afvinken, sluiten of openen", "pick"),
        ("Esc", "terug", "back"),
        STOP,
    )

    def __init__(self, folder: Path, clock: Callable[[], date], send: Callable[..., None]) -> None:
        super().__init__()
        self._clock = clock
        self._send = send
        self._folder = folder
        self._read()

    def _read(self) -> None:
        """Take what is on disk. Raises ``RefusedError`` when something of it is broken."""
        files = OpenPages(self._folder, Steps)  # before reading: what changes after is noticed
        self._dossier = dossier_folder.load(self._folder)
        self._files = files
        self.steps = self._dossier.book.steps
        files.expect(self.steps)

    def body(self) -> Iterable[Widget]:
        """Return the title and the lines."""
        yield Static(id="name", classes="title")
        yield Static(id="standing", classes="quiet")
        yield VerticalScroll(Rows(), can_focus=False, classes="fill", id="planning")

    async def draw(self) -> None:
        """Draw the steps as they are now."""
        settings = self._dossier.settings
        title = f"Planning · {settings.name} · ronde {settings.round}"
        self.query_one("#name", Static).update(literal(title))
        day = self.steps.day
        told = f"De dag van het gesprek is {full_day(day)}." if day else "Er is nog geen dag."
        self.query_one("#standing", Static).update(
            literal(f"{told} Dagen verandert u in stappen.toml.")
        )
        rows = self.query_one(Rows)
        rows.show(self._rows())
        if not rows.cursor:
            rows.move(1)
        await super().draw()

    def _rows(self) -> Iterator[Row]:
        yield Row("", "Open of gesloten")
        for source in Source:
            name = SIDE_NAMES[source].capitalize()
            since = self.steps.closed_on(source)
            told = f"{name}: gesloten sinds {full_day(since)}" if since else f"{name}: open"
            yield Row(f"{_SIDE}{source}", told, sign(chosen=since is not None, many=True))
        closure = self._dossier.book.closure
        told = f"De ronde: afgesloten op {full_day(closure.on)}" if closure else "De ronde: open"
        yield Row(_ROUND, told, sign(chosen=closure is not None, many=True))
        if self.steps.steps:
            yield Row("", "De stappen", apart=True)
        today = self._clock()
        for step in self.steps.steps:
            late = " · te laat" if step.done_on is None and step.due_on < today else ""
            done = f" · gedaan op {full_day(step.done_on)}" if step.done_on else ""
            yield Row(
                f"{_STEP}{step.id}",
                f"{full_day(step.due_on)}: {step.title}{late}{done}",
                sign(chosen=step.done_on is not None, many=True),
            )
        if not self.steps.steps:
            yield Row("", "Er is geen planning. Een stap schrijft u in stappen.toml.", apart=True)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Do what belongs to the line under the cursor."""
        await self._do(self.query_one(Rows).cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Do what belongs to the line that was clicked."""
        self.after_keys(self._do, event.value)

    async def action_back(self) -> None:
        """Go back to the home of the dossier."""
        await self.app.pop_screen()

    async def _do(self, value: str) -> None:
        if value.startswith(_STEP):
            await self._tick(value.removeprefix(_STEP))
        elif value.startswith(_SIDE):
            await self._side(Source(value.removeprefix(_SIDE)))
        elif value == _ROUND:
            await self._round()

    async def _tick(self, name: str) -> None:
        """Tick a step as done today, or take the tick away."""
        steps = tuple(
            item.model_copy(update={"done_on": None if item.done_on else self._clock()})
            if item.id == name
            else item
            for item in self.steps.steps
        )
        await self._keep(self.steps.model_copy(update={"steps": steps}))

    async def _side(self, source: Source) -> None:
        """Ask whether to close a side, or to open it again."""
        name = SIDE_NAMES[source]
        if self.steps.closed_on(source) is None:
            question = f"{name.capitalize()} sluiten? Er komen dan geen antwoorden meer bij."
            if not any(
                item.perspective in {group.id for group in self._dossier.settings.of(source)}
                for item in self._dossier.responses
            ):
                question += " Van deze kant zijn er nog geen antwoorden."
            after = self.steps.with_closed(source, self._clock())
            yes = Way(f"Ja, sluit {name}", partial(self._keep, after))
        else:
            question = f"{name.capitalize()} weer openen? Er kunnen dan weer antwoorden bij komen."
            after = self.steps.with_closed(source, None)
            yes = Way(f"Ja, open {name} weer", partial(self._keep, after))
        await self.host.ask(question, Way("Nee, terug"), yes)

    async def _round(self) -> None:
        """Ask whether to close the round, or to open it again; the command does it."""
        place = self._dossier.folder
        if self._dossier.book.closure is None:
            question = (
                "De ronde afsluiten? Het rapport is dan definitief. Het programma kijkt eerst of "
                "er niets ontbreekt, en vraagt dan wat u leerde."
            )
            yes = Way("Ja, sluit de ronde af", partial(self._leave, "afsluiten", place))
        else:
            question = "De ronde weer openen? Het rapport is dan weer een concept."
            yes = Way(
                "Ja, open de ronde weer", partial(self._leave, "afsluiten", place, "--weer-open")
            )
        await self.host.ask(question, Way("Nee, terug"), yes)

    async def _leave(self, *words: str | Path) -> None:
        self._send(*words)

    async def _keep(self, steps: Steps) -> None:
        """Put the steps on disk, and draw them when they are."""
        await self.host.write(partial(self._save, steps))

    def _save(self, steps: Steps) -> None:
        """Put the steps on disk; where someone else changed them, show theirs and write nothing."""
        try:
            self._files.save(steps)
        except ChangedElsewhereError as error:
            try:
                self._read()
            except RefusedError:  # theirs is broken: the reason stays in sight until it is not
                raise error from None
            self.host.notify(f"{error} Dit is wat er nu staat.", markup=False)
        else:
            self.steps = steps
