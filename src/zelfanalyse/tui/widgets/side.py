"""The panel beside the question, on a wide screen: every section and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from zelfanalyse.form.sections import sections
from zelfanalyse.tui.literal import literal

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from zelfanalyse.response.session import Session


class Side(VerticalScroll):
    """Shows the sections with their progress; the current one has ``▸``."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Draw everything in one piece of text."""
        yield Static()

    def show(self, session: Session) -> None:
        """Draw the progress of this session."""
        self._session = session
        self._draw()

    def on_resize(self) -> None:
        """Draw again at the new width."""
        self._draw()

    _session: Session | None = None

    def _draw(self) -> None:
        session = self._session
        if session is None or not self.display:
            return
        lines: list[Content] = []
        cluster, here = "", 0
        for section in sections(session):
            if section.cluster != cluster or not lines:
                cluster = section.cluster
                lines += [Content("")] if lines else []
                lines += [literal(cluster, "$quiet")] if cluster else []
            current = session.current in section.questions
            here = len(lines) if current else here
            count = f"{section.answered(session)}/{len(section.questions)}"
            room = max(self.scrollable_content_region.width - len(count) - 4, 1)
            title = literal(section.title).truncate(room, ellipsis=True, pad=True)
            line = Content.assemble("▸ " if current else "  ", title, " ", (count, "$quiet"))
            lines.append(line.stylize("bold $accent") if current else line)
        self.query_one(Static).update(Content("\n").join(lines))
        region = Region(0, here, 1, 1)
        self.call_after_refresh(self.scroll_to_region, region, animate=False)
