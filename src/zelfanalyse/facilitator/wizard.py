"""Thinking out a new dossier on the screen, page by page; nothing is written before the last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ZelfanalyseError
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.pages import (
    STEPS,
    Entry,
    Kind,
    filled,
    filled_of_group,
    group_entries,
    step_of,
)
from zelfanalyse.facilitator.typing_page import TypingPage
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Command, list_keys
from zelfanalyse.tui.widgets.answer import sign
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from textual.widget import Widget

    from zelfanalyse.dossier.template import NewDossier
    from zelfanalyse.facilitator.draft import Draft

LAST: Final = len(STEPS)
_MAKE: Final = "=maken"
_TURNS: Final = {Kind.TICK, Kind.GROUP}
_PAGES: Final = {"pageup", "pagedown"}  # here these turn the page
_OPEN: Final = "…"
_LOSS: Final = "Het dossier is nog niet gemaakt. Toch stoppen?"


def _key(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, show=False, priority=True, id=f"nieuw.{name}")


class WizardPage(TypingPage):
    """One page at a time; typing on a line fills it in, and every page can be reached again."""

    TROUBLE = "Het dossier is niet gemaakt."
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            key
            for key in list_keys(picks="enter")
            if isinstance(key, Binding) and key.key not in _PAGES
        ),
        _key("pagedown,ctrl+right", "turn(1)", "volgende bladzijde", "verder"),
        _key("pageup,ctrl+left", "turn(-1)", "vorige bladzijde", "terug"),
        _key("tab", "move(1)", "omlaag", "tab"),
        _key("shift+tab", "move(-1)", "omhoog", "shift_tab"),
        _key("space", "space", "wel of niet", "spatie"),
        _key("backspace,delete", "empty", "maak leeg", "leeg"),
        _key("escape", "back", "terug of stoppen", "weg"),
        _key("f10", "finish", "naar het overzicht", "overzicht"),
    ]

    def __init__(self, place: Path, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.step = 0
        self.inside = ""  # the group that is looked at
        self._place = place
        self._begun = draft
        self._cursors: dict[tuple[int, str], str] = {}
        self._refused = ""
        self._is_made = False

    @property
    def loss(self) -> str:
        """That nothing is made yet, once something was said."""
        return "" if self._is_made or self.draft == self._begun else _LOSS

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys of this page."""
        entry = self._entry()
        if self.inside:
            yield (
                "Enter",
                "wel of niet" if entry and entry.kind is Kind.TICK else "vul in",
                "pick",
            )
            yield ("Esc", "terug naar de groepen", "back")
            return
        if self.step == LAST:
            yield ("Enter", "doe dit", "pick")
        elif entry and entry.kind is Kind.GROUP:
            yield ("Spatie", "wel of niet", "space")
            yield ("Enter", "meer", "pick")
        elif entry and entry.kind is Kind.TICK:
            yield ("Spatie", "wel of niet", "space")
        elif entry and entry.kind is not Kind.READ:
            yield ("Enter", "vul in", "pick")
        if self.step < LAST:
            yield ("PgDn", "verder", "turn(1)")
        if self.step > 0:
            yield ("PgUp", "terug", "turn(-1)")
        yield ("Esc", "stoppen", "back")

    def body(self) -> Iterable[Widget]:
        """Return the title, a sentence, the lines, and what to think of."""
        yield Static(id="step", classes="title")
        yield Static(id="lead", classes="quiet")
        yield VerticalScroll(Rows(), can_focus=False, classes="fill")
        yield Static(id="notices")

    async def draw(self) -> None:
        """Draw the page of now; the keys come last, for they depend on where the cursor is."""
        self.query_one("#step", Static).update(literal(self._title()))
        self.query_one("#lead", Static).update(literal(self._lead()))
        rows = self.query_one(Rows)
        rows.show(self._rows(), self._cursors.get((self.step, self.inside)))
        if not rows.cursor:
            rows.move(1)
        self._cursors[self.step, self.inside] = rows.cursor
        notices = self.query_one("#notices", Static)
        sentences = [f"! {sentence}" for sentence in self._notices()]
        if self.has_class("-low") and len(sentences) > 1:  # the lines need the room
            sentences[1:] = [f"! En nog {len(sentences) - 1}: zie het overzicht, met F10."]
        notices.display = bool(sentences)
        notices.update(literal("\n".join(sentences)))
        await super().draw()

    def on_resize(self) -> None:
        """Draw again: the lines stand in columns."""
        self.after_keys(self.draw)

    def _title(self) -> str:
        if self.inside:
            return f"Groep: {self.draft.group(self.inside).perspective.title}"
        title = "Overzicht" if self.step == LAST else STEPS[self.step].title
        return f"Nieuw dossier, bladzijde {self.step + 1} van {LAST + 1}: {title}"

    def _lead(self) -> str:
        if self.inside:
            return "Wat is er met deze groep? Typ op een regel om hem in te vullen."
        if self.step == LAST:
            return f"Het dossier komt in de map '{self._place}'. Er is nog niets geschreven."
        return STEPS[self.step].lead

    def _notices(self) -> Iterator[str]:
        if self._refused:
            yield self._refused
        if self.step < LAST and not self.inside:
            yield from STEPS[self.step].notices(self.draft)

    def _entries(self) -> list[Entry]:
        if self.inside:
            return list(group_entries(self.draft, self.inside))
        return [] if self.step == LAST else list(STEPS[self.step].entries(self.draft))

    def _entry(self) -> Entry | None:
        """Return the line under the cursor."""
        cursor = self._cursors.get((self.step, self.inside), "")
        return next((item for item in self._entries() if item.key == cursor != ""), None)

    def _rows(self) -> Iterator[Row]:
        if self.step == LAST and not self.inside:
            yield from self._overview()
            return
        entries = self._entries()
        width = max((len(item.label) for item in entries if item.key), default=0)
        is_ticked = any(item.kind in _TURNS for item in entries)
        for place, item in enumerate(entries):
            if item.key:
                yield _row(item, width, is_ticked=is_ticked)
            else:
                yield Row("", item.label, apart=place > 0)

    def _overview(self) -> Iterator[Row]:
        """Yield the way to make it, what is still missing, and all that was said."""
        problems = self.draft.problems
        if problems:
            yield Row("", "Dit moet nog, voordat u het dossier kunt maken:")
            for key, problem in problems:
                yield Row(f"{step_of(key)}/{key}", problem, "!")
        else:
            yield Row(_MAKE, "Maak het dossier", "[Enter]")
        for step in STEPS:
            for sentence in step.notices(self.draft):
                yield Row("", f"! {sentence}")
        for number, step in enumerate(STEPS):
            said = [item for item in step.entries(self.draft) if _is_said(item)]
            yield Row("", step.title, apart=True)
            if not said:
                yield Row(f"{number}/", "niets ingevuld")
            for item in said:
                value = item.value if item.kind in {Kind.TEXT, Kind.PICK} or item.value else "ja"
                yield Row(f"{number}/{item.key}", value or "ja", f"{item.label:<16}")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        rows = self.query_one(Rows)
        rows.move(by)
        self._cursors[self.step, self.inside] = rows.cursor
        self.after_keys(self.draw)

    async def action_turn(self, by: int) -> None:
        """Go to the next page, or the one before; what was said stays."""
        if self.inside:
            self.inside = ""
        else:
            self.step = min(max(self.step + by, 0), LAST)
        self._refused = ""
        await self.draw()

    async def action_finish(self) -> None:
        """Go to the overview."""
        self.inside, self.step = "", LAST
        await self.draw()

    async def action_pick(self) -> None:
        """Do what belongs to the line under the cursor."""
        await self._do(self.query_one(Rows).cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Do what belongs to the line that was clicked."""
        self._cursors[self.step, self.inside] = event.value
        self.after_keys(self._do, event.value)

    async def action_space(self) -> None:
        """Turn a tick, or begin to type a space."""
        entry = self._entry()
        if entry and entry.kind in _TURNS:
            await self._fill(entry.key, "")
        elif entry is None:
            await self.action_pick()

    async def action_empty(self) -> None:
        """Take away what was said on this line."""
        entry = self._entry()
        if entry and entry.kind in {Kind.TEXT, Kind.PICK}:
            await self._fill(entry.key, "")

    async def action_type(self, text: str) -> None:
        """Fill in the line under the cursor, from this text on."""
        entry = self._entry()
        if entry and entry.kind is Kind.TEXT:
            await self._edit(entry, text)

    async def action_back(self) -> None:
        """Go back to the groups, or ask before this is thrown away."""
        if self.inside:
            await self.action_turn(-1)
        else:
            await self.host.action_quit()

    def own_commands(self) -> Iterator[Command]:
        """Yield each page, to go there at once."""
        for number, step in enumerate(STEPS):
            yield Command(f"Bladzijde {number + 1}: {step.title}", "", partial(self._go, number))
        yield Command("Overzicht, en het dossier maken", "F10", self.action_finish)

    async def _go(self, step: int, cursor: str = "") -> None:
        self.inside, self.step = "", step
        if cursor:
            self._cursors[step, ""] = cursor
        await self.draw()

    async def _do(self, value: str) -> None:
        if value == _MAKE:
            await self._make()
        elif self.step == LAST and not self.inside:
            step, _, key = value.partition("/")
            if step:
                await self._go(int(step), key)
        elif entry := next((item for item in self._entries() if item.key == value != ""), None):
            match entry.kind:
                case Kind.GROUP:
                    self.inside = entry.key
                    await self.draw()
                case Kind.TICK:
                    await self._fill(entry.key, "")
                case Kind.TEXT | Kind.PICK:
                    await self._edit(entry)
                case Kind.READ:
                    pass

    async def _edit(self, entry: Entry, typed: str = "") -> None:
        await self.app.push_screen(EditScreen(entry, partial(self._said, entry.key), typed))

    async def _said(self, key: str, text: str) -> str:
        """Take what was typed and go to the next line; return why not when it is not right."""
        after = self._filled(key, text)
        problem = after.group_problem(self.inside) if self.inside else after.problem(key)
        if problem and text:
            return problem
        self.draft = after
        self.query_one(Rows).move(1)
        self._cursors[self.step, self.inside] = self.query_one(Rows).cursor
        await self.draw()
        return ""

    async def _fill(self, key: str, text: str) -> None:
        self.draft = self._filled(key, text)
        await self.draw()

    def _filled(self, key: str, text: str) -> Draft:
        if self.inside:
            return filled_of_group(self.draft, self.inside, key, text)
        return filled(self.draft, key, text)

    async def _make(self) -> None:
        """Write the dossier, and leave; say here what is wrong when that does not work."""
        try:
            await self.host.write(partial(self._create, self.draft.made()))
        except ZelfanalyseError as error:
            self._refused = str(error)
            await self.draw()

    def _create(self, new: NewDossier) -> None:
        """Put the dossier on disk and leave: F8 does the same when the disk refused at first."""
        dossier_folder.create(self._place, new)
        self._is_made = True
        self.host.leave()


def _row(item: Entry, width: int, *, is_ticked: bool) -> Row:
    """Return a line in columns; where some have a box, the others leave room for one."""
    box = f"{sign(chosen=item.is_on, many=True)} " if item.kind in _TURNS else "    "
    is_open = not item.value and item.kind in {Kind.TEXT, Kind.PICK}
    value = _OPEN if is_open else item.value
    label = f"{value}\n! {item.problem}" if item.problem and item.value else value
    return Row(item.key, label, f"{box if is_ticked else ''}{item.label:<{width}}")


def _is_said(item: Entry) -> bool:
    if item.kind in _TURNS:
        return item.is_on
    return item.kind is not Kind.READ and bool(item.value)
