"""The panel beside the question, on a wide screen: every section and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region

from zelfanalyse.form.sections import sections
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from zelfanalyse.response.session import Session


class Side(VerticalScroll):
    """Shows the sections, and scrolls to the current one."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Draw everything in one piece of text."""
        yield Progress()

    def show(self, session: Session) -> None:
        """Draw the progress of this session."""
        self._session = session
        self._draw()

    def on_resize(self) -> None:
        """Draw what was not drawn as long as there was no room for it."""
        self._draw()

    _session: Session | None = None

    def _draw(self) -> None:
        if self._session is None or not self.display:
            return
        progress = self.query_one(Progress)
        progress.show(self._session)
        region = Region(0, progress.here, 1, 1)
        self.call_after_refresh(self.scroll_to_region, region, animate=False)


class Entry(NamedTuple):
    """One line of the panel; without a tally it is a cluster, or empty."""

    title: str
    tally: str = ""
    is_here: bool = False


class Progress(Drawn):
    """The sections with their progress; the current one has ``▸``."""

    _entries: tuple[Entry, ...] = ()

    def show(self, session: Session) -> None:
        """Draw the progress of this session."""
        self._entries = tuple(_entries(session))
        self.redraw()

    @property
    def here(self) -> int:
        """The line of the current section."""
        return next((y for y, entry in enumerate(self._entries) if entry.is_here), 0)

    def lines(self, width: int) -> Sequence[Content]:
        """Return every line, a title cut off to what its tally leaves."""
        return [line for entry in self._entries for line in _lines(entry, width)]


def _entries(session: Session) -> Iterator[Entry]:
    cluster, place = "", 0
    for section in sections(session):
        if section.cluster != cluster or not place:
            cluster = section.cluster
            if place:
                yield Entry("")
            if cluster:
                yield Entry(cluster)
        total = len(section.questions)
        is_here = place <= session.position < place + total
        yield Entry(section.title, f"{section.answered(session)}/{total}", is_here)
        place += total


def _lines(entry: Entry, width: int) -> Sequence[Content]:
    if not entry.tally:
        return literal(entry.title, "$quiet").wrap(width)
    room = max(width - len(entry.tally) - 4, 1)
    title = literal(entry.title).truncate(room, ellipsis=True, pad=True)
    sign = "▸ " if entry.is_here else "  "
    line = Content.assemble(sign, title, " ", (entry.tally, "$quiet"))
    return [line.stylize("bold $accent") if entry.is_here else line]
