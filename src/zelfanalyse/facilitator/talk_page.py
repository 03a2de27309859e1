"""The talk, one point at a time, with its notes and its decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.facilitator.about_talk import AboutTalk
from zelfanalyse.facilitator.action_form import line
from zelfanalyse.facilitator.action_page import ActionPage
from zelfanalyse.facilitator.ask import Way
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.overview_page import OverviewPage
from zelfanalyse.facilitator.pages import Entry
from zelfanalyse.facilitator.point_view import (
    Drawing,
    TalkHead,
    begin,
    end,
    picture,
    standing,
    talking,
)
from zelfanalyse.facilitator.sheet import TextSheet
from zelfanalyse.progress.follow_up import warnings
from zelfanalyse.report.talking_points import opening
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.screens.page import Command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.facilitator.talk import Talk
    from zelfanalyse.report.talking_points import TalkingPoint

_NEW: Final = "Een nieuwe actie"
_STEP: Final = 3  # lines that an arrow scrolls


def _key(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, show=False, priority=True, id=f"gesprek.{name}")


class TalkPage(AboutTalk):
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
