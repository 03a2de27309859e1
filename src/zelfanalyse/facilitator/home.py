"""The home of a dossier: how it stands, and the way to everything one can do with it."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse import outcome_table
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.dossier.folder import FILLED_IN
from zelfanalyse.dossier.learning import LearningTrack
from zelfanalyse.dossier.panel import Panel
from zelfanalyse.dossier.reaction import Reaction
from zelfanalyse.dossier.transition import folder_name
from zelfanalyse.errors import ZelfanalyseError
from zelfanalyse.facilitator import home_text
from zelfanalyse.facilitator.app import FacilitatorApp, FacilitatorPage
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.home_state import existing, look, stamp
from zelfanalyse.facilitator.lines import KeyRow, Lines
from zelfanalyse.facilitator.pages import Entry
from zelfanalyse.facilitator.planning import PlanningPage
from zelfanalyse.facilitator.text_screen import TextScreen
from zelfanalyse.intake import needs_open, take_in
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import STOP, Command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from textual.widget import Widget

    from zelfanalyse.facilitator.home_state import HomeState
    from zelfanalyse.merge import Merge
    from zelfanalyse.progress.overview import Overview

WATCH: Final = 2.0  # seconds between two looks at the disk

_DOORS: Final = (  # key, name of the binding, what it does, and in a word
    ("s", "merge", "Samenvoegen wat er ligt", "samenvoegen"),
    ("r", "report", "Het rapport", "rapport"),
    ("g", "talk", "Het gesprek", "gesprek"),
    ("a", "actions", "De acties", "acties"),
    ("v", "fill_in", "Een lijst invullen", "invullen"),
    ("p", "planning", "De planning, een kant sluiten, de ronde afsluiten", "planning"),
    ("l", "learn", "Het leertraject, de visitatie en de reacties", "leertraject en visitatie"),
)


class ErrandApp(FacilitatorApp):
    """An app that stops to let a command run; afterwards ``errand`` has its words."""

    errand: tuple[str, ...] = ()
    opened: Path | None = None  # the dossier that was on the screen when it stopped

    def send(self, *words: str | Path) -> None:
        """Stop, so that a command can have the terminal."""
        self.errand = tuple(map(_word, words))
        homes = (page for page in self.screen_stack if isinstance(page, HomePage))
        self.opened = next((page.folder for page in homes), None)
        self.leave()


class HomePage(FacilitatorPage):
    """Draws how a dossier stands, again whenever one of its files changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, name, told, show=False, id=f"dossier.{name}")
            for key, name, told, _ in _DOORS
        ),
        Binding("enter", "next", "doe wat nu te doen is", show=False, id="dossier.nu"),
        Binding("up", "scroll(-1)", "omhoog", show=False, priority=True, id="dossier.omhoog"),
        Binding("down", "scroll(1)", "omlaag", show=False, priority=True, id="dossier.omlaag"),
        Binding("pageup", "scroll(-10)", "terug", show=False, priority=True, id="dossier.terug"),
        Binding(
            "pagedown,space", "scroll(10)", "verder", show=False, priority=True, id="dossier.meer"
        ),
        Binding("home", "scroll(-9999)", "begin", show=False, priority=True, id="dossier.begin"),
        Binding("end", "scroll(9999)", "einde", show=False, priority=True, id="dossier.einde"),
        Binding("f1", "help", "hulp", show=False, priority=True, id="dossier.hulp"),
        Binding("f5", "refresh", "lees opnieuw", show=False, id="dossier.opnieuw"),
        Binding("escape", "back", "terug", show=False, id="dossier.weg"),
    ]

    def __init__(self, folder: Path, clock: Callable[[], date]) -> None:
        super().__init__()
        self._clock = clock
        self.state: HomeState = look(folder, clock())

    @property
    def folder(self) -> Path:
        """The folder of the dossier."""
        return self.state.folder

    @property
    def host(self) -> ErrandApp:
        """The app: it writes, asks, and runs commands."""
        return cast("ErrandApp", self.app)

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys beside those of the doors, which have a row of their own."""
        if self.state.overview is not None and self.state.overview.next.key:
            yield ("Enter", "doe dit", "next")
        yield ("↑ ↓", "lees", "")
        yield ("F1", "hulp", "help")
        yield ("Ctrl+P", "alles", "app.palette")
        yield STOP

    def body(self) -> Iterable[Widget]:
        """Return the name, the thing to do, how it stands, and the doors."""
        yield Static(id="name", classes="title")
        yield Static(id="standing", classes="quiet")
        yield Static(id="next")
        yield VerticalScroll(Lines(id="round"), Lines(id="people"), id="home", can_focus=False)
        yield KeyRow(id="doors")

    async def on_mount(self) -> None:
        """Look at the disk every few seconds."""
        self.set_interval(WATCH, self._watch)

    async def draw(self) -> None:
        """Draw how the dossier stands."""
        state, found = self.state, self.state.overview
        self.query_one("#name", Static).update(literal(home_text.title(state)))
        self.query_one("#standing", Static).update(literal(home_text.subtitle(state)))
        line = self.query_one("#next", Static)
        line.display = found is not None
        if found is not None:
            line.update(literal(f"Nu: {home_text.next_line(found.next)}"))
        self.query_one("#round", Lines).show(home_text.about_the_round(state))
        people = self.query_one("#people", Lines)
        people.display = found is not None
        people.show(home_text.about_the_people(found) if found is not None else ())
        self.query_one("#doors", KeyRow).show((key, word, name) for key, name, _, word in _DOORS)
        await super().draw()

    def own_commands(self) -> Iterator[Command]:
        """Yield every door, with its key."""
        for key, name, told, _ in _DOORS:
            yield Command(told, key, partial(self.run_action, name))
        yield Command("Nieuwe ronde beginnen", "", self.action_new_round)
        yield Command("Alle bestanden opnieuw lezen", "F5", self.action_refresh)
        yield Command("Hulp", "F1", self.action_help)

    async def _watch(self) -> None:
        if self.is_current and stamp(self.folder) != self.state.stamp:
            await self.action_refresh()

    async def action_refresh(self) -> None:
        """Read every file again, and draw what it says."""
        self.state = await asyncio.to_thread(look, self.folder, self._clock())
        await self.draw()

    def action_scroll(self, by: int) -> None:
        """Scroll what stands in the middle."""
        self.query_one("#home").scroll_relative(y=by, animate=False)

    async def action_help(self) -> None:
        """Tell what is on the screen, and every key."""
        await self.app.push_screen(TextScreen("Hulp bij het dossier", home_text.HELP))

    async def action_back(self) -> None:
        """Go back to the start screen, where one came from it."""
        if len(self.app.screen_stack) > 2:  # noqa: PLR2004 - Textual's own, the start, this one
            await self.app.pop_screen()

    async def action_next(self) -> None:
        """Do the one thing that comes now."""
        found = self.state.overview
        name = next((name for key, name, *_ in _DOORS if found and key == found.next.key), "")
        if name:
            await self.run_action(name)

    async def action_merge(self) -> None:
        """Take in what lies in the dossier's own folder, or else ask for another one."""
        found = self.state.overview
        if found is None or found.waiting.new or found.waiting.refused:
            await self._take_in(self.folder / FILLED_IN)
        else:
            entry = Entry(
                "map",
                "Antwoorden samenvoegen",
                why="In de map 'ingevuld' ligt niets nieuws. In welke map staan de bestanden die "
                "u kreeg?",
            )
            await self.app.push_screen(EditScreen(entry, self._from_elsewhere))

    async def _from_elsewhere(self, text: str) -> str:
        place = existing(text)
        if place is None:
            return "Deze map of dit bestand bestaat niet."
        self.after_keys(self._take_in, place)
        return ""

    async def _take_in(self, place: Path) -> None:
        """Merge, and tell what became of every file."""
        try:
            opened = dossier_folder.load(self.folder)
            needs_open(opened)
            opened, merged = await asyncio.to_thread(take_in, opened, [place])
        except ZelfanalyseError as error:
            await self._tell("Er is niets samengevoegd", [("", str(error))])
            return
        warnings = privacy.warnings(opened.settings, merged.accepted.values())
        await self.action_refresh()
        await self._tell("Samengevoegd", [*_outcomes(merged), *(("", text) for text in warnings)])

    async def _readable(self) -> Overview | None:
        """Return how the dossier stands; when it cannot be read, tell why a door is shut."""
        if self.state.overview is None:
            told = [("", problem) for problem in self.state.problems]
            await self._tell("Dit dossier is niet te lezen", told)
        return self.state.overview

    async def _tell(self, title: str, paragraphs: Iterable[tuple[str, str]]) -> None:
        await self.app.push_screen(TextScreen(title, paragraphs))

    async def action_report(self) -> None:
        """Ask where the report should go."""
        found = await self._readable()
        if found is None:
            return
        if not found.dossier.every_response:
            await self._tell("Het rapport", [("", "Er zijn nog geen antwoorden.")])
            return
        question = "Het rapport"
        if found.dossier.book.steps.open_sides:
            question += (
                "\n\nKomen er nog antwoorden bij? Wacht dan liever. Van elk rapport onthoudt het "
                "programma de cijfers, om mensen te beschermen. Daarna kan het minder tonen."
            )
        ways = [Way("Lees het hier", partial(self._send, "rapport", self.folder))]
        for label, ending in (("een webpagina", "html"), ("PDF", "pdf"), ("Word", "docx")):
            write = partial(self._write, found.dossier.settings.round, ending)
            ways.append(Way(f"Zet het in een bestand: {label}", write))
        back = Way("Terug")
        waits = bool(found.dossier.book.steps.open_sides)  # then the first way is the safe one
        await self.host.ask(question, *([back, *ways] if waits else [*ways, back]))

    async def _write(self, round_: str, ending: str) -> None:
        path = self.folder / f"rapport {folder_name(round_)}.{ending}"
        self.host.send("rapport", self.folder, "-o", path, "--overschrijven")

    async def _send(self, *words: str | Path) -> None:
        self.host.send(*words)

    async def action_talk(self) -> None:
        """Hold the conversation."""
        if await self._readable():
            self.host.send("gesprek", self.folder)

    async def action_actions(self) -> None:
        """Look at the actions."""
        if await self._readable():
            self.host.send("acties", self.folder)

    async def action_fill_in(self) -> None:
        """Fill in a list; where there are several, ask which one."""
        found = await self._readable()
        if found is None:
            return
        lists = [item.questionnaire for item in found.dossier.lists]
        if len(lists) == 1:
            self.host.send("invullen", self.folder)
            return
        ways = [
            Way(item.title, partial(self._send, "invullen", self.folder, "--lijst", item.id))
            for item in lists
        ]
        await self.host.ask("Welke lijst vult u in?", *ways, Way("Terug"))

    async def action_planning(self) -> None:
        """Look at the planning, and close what can be closed."""
        try:
            page = PlanningPage(self.folder, self._clock, self.host.send)
        except ZelfanalyseError as error:
            await self._tell("De planning is nu niet te lezen", [("", str(error))])
            return
        await self.app.push_screen(page)

    async def action_learn(self) -> None:
        """Ask which of the three to look at; what is not there yet is begun."""
        if not await self._readable():
            return
        kinds = (
            ("het leertraject", LearningTrack, "leertraject"),
            ("de visitatie", Panel, "visitatie"),
            ("de reacties op het rapport", Reaction, "reactie"),
        )
        ways = []
        for what, page, word in kinds:
            is_there = (self.folder / page.name).exists()
            label = f"{what.capitalize()}: kijk hoe het staat" if is_there else f"Begin {what}"
            ways.append(Way(label, partial(self._send, word, self.folder)))
        await self.host.ask("Leren van anderen, en van wie meekijkt", *ways, Way("Terug"))

    async def action_new_round(self) -> None:
        """Ask for the name of a new round."""
        if not await self._readable():
            return
        entry = Entry("ronde", "Nieuwe ronde", why="Hoe heet de nieuwe ronde? Meestal het jaar.")
        await self.app.push_screen(EditScreen(entry, self._begin_round))

    async def _begin_round(self, name: str) -> str:
        if not name.strip():
            return "Een ronde heeft een naam."
        self.after_keys(self._send, "ronde", self.folder, name.strip())
        return ""

    def on_screen_resume(self) -> None:
        """Read again what may have changed below another page."""
        self.after_keys(self._watch)


def _word(word: str | Path) -> str:
    """Return a word of a command; a folder is never taken for an option."""
    return f"./{word}" if isinstance(word, Path) and str(word).startswith("-") else str(word)


def _outcomes(merged: Merge) -> Iterator[tuple[str, str]]:
    """Yield what became of every file, and what can be mended."""
    for item in merged.outcomes:
        who = f" ({item.perspective})" if item.perspective else ""
        reason = f"\n{item.reason}" if item.reason else ""
        yield "", f"{item.path.name}: {item.fate.value}{who}{reason}"
    if not merged.outcomes:
        yield "", "Er is geen antwoordbestand gevonden. Bestanden eindigen op .antwoord.toml."
    for sentence in outcome_table.advice(merged):
        yield "", sentence
