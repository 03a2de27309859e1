"""The conversation on a projector: one point at a time, with its notes and its decision."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from zelfanalyse.errors import ChangedElsewhereError, InvalidAnswerError, RefusedError, StorageError
from zelfanalyse.facilitator.action_form import line
from zelfanalyse.facilitator.action_page import ActionPage
from zelfanalyse.facilitator.app import FacilitatorApp, FacilitatorPage
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.pages import Entry
from zelfanalyse.facilitator.point_view import (
    Drawing,
    TalkHead,
    begin,
    decision,
    end,
    picture,
    standing,
    still_needed,
    talking,
)
from zelfanalyse.facilitator.sheet import TextSheet
from zelfanalyse.progress.follow_up import warnings
from zelfanalyse.report.talking_points import opening
from zelfanalyse.tui.base import forget
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Command, digit_keys, list_keys
from zelfanalyse.tui.widgets.rows import Row, Rows, digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.facilitator.notebook import Notebook
    from zelfanalyse.facilitator.talk import Talk
    from zelfanalyse.preferences import Preferences
    from zelfanalyse.report.talking_points import TalkingPoint

_NEW: Final = "Een nieuwe actie"
_STEP: Final = 3  # lines that an arrow scrolls


class ConversationApp(FacilitatorApp):
    """Shows the talk of a notebook, and puts every change in it and on disk."""

    CSS_PATH = [  # noqa: RUF012  # typed by Textual
        *cast("list[Any]", FacilitatorApp.CSS_PATH),
        Path(__file__).with_name("conversation.tcss"),
    ]

    def __init__(
        self,
        notebook: Notebook,
        after: Iterable[str] = (),
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = forget,
    ) -> None:
        super().__init__(TalkPage, preferences, keep)
        self.notebook = notebook
        self.after = tuple(after)  # what to do after the conversation

    async def change(self, talk: Talk) -> None:
        """Go on with another talk, on disk first as far as the disk lets us."""
        self.notebook.talk = talk
        await self.write(self.notebook.save)

    async def turn(self, talk: Talk) -> None:
        """Look at another point."""
        self.notebook.talk = talk
        await self.draw()

    async def action_trouble(self) -> None:
        """Try again; where someone else changed a file, offer to put both together."""
        await self.flush()
        if isinstance(self.notebook.trouble, ChangedElsewhereError) and self.trouble:
            both = Way("Lees dat bestand, en zet erbij wat u hier opschreef", self._take_over)
            await self.ask(str(self.notebook.trouble.message), both, Way("Later"))
        else:
            await super().action_trouble()

    def rescue(self) -> None:
        """Let other programs in again."""
        self.notebook.close()

    async def _take_over(self) -> None:
        try:
            self.notebook.take_over()
        except RefusedError as error:
            self.notify(f"Dat bestand is niet te lezen. {error}", markup=False)
        except StorageError as error:
            self.notify(str(error), markup=False)
        else:
            await self.forget_trouble()


class _OfTalk(FacilitatorPage):
    """A page about the talk."""

    WAY_OUT = "F8: los dit op."

    @property
    def talks(self) -> ConversationApp:
        """The app, with the notebook."""
        return cast("ConversationApp", self.app)

    @property
    def talk(self) -> Talk:
        """The talk as it is now."""
        return self.talks.notebook.talk

    def may_write(self) -> bool:
        """Whether anything may change; when not, tell why."""
        reason = self.talks.notebook.read_only
        if reason:
            self.notify(reason, markup=False)
        return not reason


def _key(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, show=False, priority=True, id=f"gesprek.{name}")


class TalkPage(_OfTalk):
    """Before the first point, one point, or after the last: where the talk is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("right,n,enter", "go(1)", "volgende", "volgende"),
        _key("left,p", "go(-1)", "vorige", "vorige"),
        _key("down", f"scroll({_STEP})", "omlaag", "omlaag"),
        _key("up", f"scroll(-{_STEP})", "omhoog", "omhoog"),
        _key("pagedown,space", "page(1)", "blad omlaag", "blad"),
        _key("pageup", "page(-1)", "blad omhoog", "blad_terug"),
        _key("home", "go_to_begin", "naar het begin", "begin"),
        _key("t", "notes", "notities", "notities"),
        _key("a", "plan", "een actie", "actie"),
        _key("b", "leave", "bewust niets", "niets"),
        _key("e", "add", "eigen punt", "eigen"),
        _key("o,escape,f2", "overview", "overzicht", "overzicht"),
    ]

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys of this place."""
        if self.talk.current is None:
            yield ("← →", "punten", "go(1)")
            yield ("e", "eigen punt", "add")
            yield ("o", "overzicht", "overview")
        else:
            yield ("← →", "punten", "go(1)")
            yield ("t", "notities", "notes")
            yield ("a", "actie", "plan")
            yield ("b", "niets doen", "leave")
        yield ("Ctrl+Q", "stop", "app.quit")

    def body(self) -> Iterable[Widget]:
        """Return where one is, the point, and its decision."""
        yield TalkHead(id="head")
        yield VerticalScroll(
            Container(Drawing(id="picture"), Drawing(id="talking"), id="both"),
            id="talk",
            can_focus=False,
        )
        yield Static(id="standing")

    async def draw(self) -> None:
        """Draw this place of the talk."""
        await super().draw()
        talk, notebook = self.talk, self.talks.notebook
        self.query_one(TalkHead).at(self._title(), self._place(), talk.place / talk.last)
        left, right = self.query_one("#picture", Drawing), self.query_one("#talking", Drawing)
        point = talk.current
        self.set_class(point is None, "-alone")
        if point is not None:
            left.show(lambda lines: picture(lines, point))
            right.show(lambda lines: talking(lines, talk, point))
        elif talk.place == 0:
            told = tuple(opening(notebook.case, len(talk.found)))
            left.show(lambda lines: begin(lines, told))
        else:
            lacking, hints = notebook.lacking, warnings(talk.actions.actions)
            left.show(lambda lines: end(lines, talk, lacking, hints, self.talks.after))
        self._draw_standing(talk, point)

    def _title(self) -> str:
        made_up = "VERZONNEN · " if self.talks.notebook.case.settings.made_up else ""
        return f"{made_up}{self.talks.notebook.case.settings.name}"

    def _place(self) -> str:
        talk = self.talk
        if talk.place == 0:
            return "Begin"
        if talk.current is None:
            return f"{talk.decided} van {len(talk.points)} besloten"
        return f"Punt {talk.place} van {len(talk.points)}"

    def _draw_standing(self, talk: Talk, point: TalkingPoint | None) -> None:
        """Draw the decision where one column has no room for it, and why nothing may change."""
        strip, reason = self.query_one("#standing", Static), self.talks.notebook.read_only
        told = reason or (standing(talk, point) if point else "")
        strip.set_class(not told, "-nothing")
        strip.set_class(not reason, "-decision")  # in two columns it stands in the second one
        strip.update(literal(told))

    def own_commands(self) -> Iterator[Command]:
        """Yield what one can do here."""
        if self.talk.current is not None:
            yield Command("Notities", "t", self.action_notes)
            yield Command("Een actie", "a", self.action_plan)
            yield Command("Bewust niets doen", "b", self.action_leave)
        yield Command("Eigen punt", "e", self.action_add)
        yield Command("Overzicht van alle punten", "o", self.action_overview)
        yield Command("Volgend punt", "→", partial(self.action_go, 1))
        yield Command("Vorig punt", "←", partial(self.action_go, -1))
        yield Command("Naar het begin", "Home", self.action_go_to_begin)

    async def action_go(self, by: int) -> None:
        """Go to the next place, or the one before."""
        await self._turn(self.talk.go(by))

    async def action_go_to_begin(self) -> None:
        """Go to the place before the first point."""
        await self._turn(self.talk.go(-self.talk.last))

    def action_scroll(self, lines: int) -> None:
        """Read on, or back."""
        self.query_one("#talk", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, by: int) -> None:
        """Read on a whole page, or back."""
        frame = self.query_one("#talk", VerticalScroll)
        frame.scroll_relative(y=by * max(frame.size.height - 2, 1), animate=False)

    async def action_notes(self) -> None:
        """Write down what is said."""
        point = self.talk.current
        if point is None or not self.may_write():
            return
        sheet = TextSheet(
            "Notities. Noem geen namen van personen.",
            f"{point.title}. Deze notities komen niet in het rapport.",
            self.talk.said_of(point.id).notes,
            partial(self._note, point.id),
        )
        await self.app.push_screen(sheet)

    async def action_plan(self) -> None:
        """Make an action, or choose one that is there."""
        point = self.talk.current
        if point is None or not self.may_write():
            return
        known = self.talk.actions.of(point.id)
        if known:
            ways = [Way(item.what, partial(self._open, point, item)) for item in known]
            new = Way(_NEW, partial(self._new, point))
            await self.host.ask("Welke actie?", new, *ways)
        else:
            await self._new(point)

    async def action_leave(self) -> None:
        """Do nothing on purpose, with a reason."""
        point = self.talk.current
        if point is None or not self.may_write():
            return
        if self.talk.actions.of(point.id):
            self.notify(_refusal(self.talk, point.id), markup=False)
            return
        sheet = TextSheet(
            "Bewust niets doen. Wat is de reden?",
            f"{point.title}. De reden komt in het rapport. Zonder reden is er nog geen besluit.",
            self.talk.said_of(point.id).reason,
            partial(self._leave, point.id),
        )
        await self.app.push_screen(sheet)

    async def action_add(self) -> None:
        """Add a point that the figures do not give."""
        if self.may_write():
            entry = Entry("titel", "Eigen punt", why="Waar wilt u ook over praten?")
            await self.app.push_screen(EditScreen(entry, self._add))

    async def action_overview(self) -> None:
        """Show every point with its decision."""
        await self.app.push_screen(OverviewPage())

    async def _turn(self, talk: Talk) -> None:
        await self.talks.turn(talk)
        self.query_one("#talk", VerticalScroll).scroll_home(animate=False)

    async def _note(self, name: str, text: str) -> None:
        await self.talks.change(self.talk.note(name, text))

    async def _leave(self, name: str, text: str) -> None:
        await self.talks.change(self.talk.leave(name, text))

    async def _add(self, title: str) -> str:
        try:
            await self.talks.change(self.talk.add(line(title)))
        except InvalidAnswerError as error:
            return str(error)
        return ""

    async def _new(self, point: TalkingPoint) -> None:
        await self._open(point, self.talk.new_action(point.id))

    async def _open(self, point: TalkingPoint, action: Action) -> None:
        await self.app.push_screen(ActionPage(point.title, action, self._plan, self._drop))

    async def _plan(self, action: Action) -> None:
        await self.talks.change(self.talk.plan(action))

    async def _drop(self, name: str) -> None:
        await self.talks.change(self.talk.drop(name))


def _refusal(talk: Talk, name: str) -> str:
    """Return why nothing cannot be the decision on this point."""
    try:
        talk.leave(name, "")
    except InvalidAnswerError as error:
        return str(error)
    return ""


class OverviewPage(_OfTalk):
    """Every point with its decision, and what a final report still needs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        *digit_keys(),
        Binding("escape,o,f2", "back", "terug", priority=True, id="punten.terug"),
    ]
    HINTS = (
        ("↑ ↓", "kies", ""),
        ("Enter", "ga naar dit punt", "pick"),
        ("Esc", "terug", "back"),
        ("Ctrl+Q", "stop", "app.quit"),
    )

    def body(self) -> Iterable[Widget]:
        """Return how far it is, the points, and what is missing."""
        yield Static(id="far", classes="title")
        yield VerticalScroll(
            Rows(), Drawing(id="lacking"), can_focus=False, classes="fill", id="points"
        )

    async def draw(self) -> None:
        """Draw every point with a sign and words for its decision."""
        await super().draw()
        talk = self.talk
        far = f"Overzicht: {talk.decided} van {len(talk.points)} punten hebben een besluit"
        self.query_one("#far", Static).update(literal(far))
        rows = self.query_one(Rows)
        if not rows.cursor and talk.current is not None:
            rows.cursor = talk.current.id
        rows.show(self._rows(talk))
        if not rows.cursor:
            rows.move(1)
        lacking = self.talks.notebook.lacking
        self.query_one("#lacking", Drawing).show(lambda lines: still_needed(lines, lacking))

    def _rows(self, talk: Talk) -> Iterator[Row]:
        for number, point in enumerate(talk.points, 1):
            sign, words = decision(talk, point)
            yield Row(point.id, f"{point.title}: {words}", f"{digit(number)} {sign}")
        if not talk.points:
            yield Row("", "Er zijn nog geen punten.")

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    async def action_pick(self) -> None:
        """Go to the point under the cursor."""
        await self._pick(self.query_one(Rows).cursor)

    async def action_press(self, key: str) -> None:
        """Go to the point with this digit."""
        numbered = {digit(number): item.id for number, item in enumerate(self.talk.points, 1)}
        await self._pick(numbered.get(key, ""))

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Go to the point that was clicked."""
        self.after_keys(self._pick, event.value)

    async def action_back(self) -> None:
        """Go back to where one was."""
        await self.app.pop_screen()

    async def _pick(self, name: str) -> None:
        if name:
            await self.app.pop_screen()
            await self.talks.turn(self.talk.go_to(name))
