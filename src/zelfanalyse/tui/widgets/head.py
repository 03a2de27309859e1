"""The top of the question screen, and the line at the bottom with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Click

    from zelfanalyse.response.session import Session


class Head(Drawn):
    """The title of the list, where one is in it, and a thin line that fills up."""

    def show(self, session: Session) -> None:
        """Draw the place of this session."""
        self.place = f"Vraag {session.position + 1} van {len(session.questions)}"
        self.part = (session.position + 1) / len(session.questions)
        self.list_title = session.questionnaire.title
        self.redraw()

    place = ""
    list_title = ""
    part = 0.0

    def lines(self, width: int) -> Sequence[Content]:
        """Return two lines over the whole width."""
        room = max(width - len(self.place) - 2, 1)
        title = literal(self.list_title, "$quiet").truncate(room, ellipsis=True)
        gap = " " * (width - title.cell_length - len(self.place))
        done = round(width * self.part)
        return (
            Content.assemble(title, gap, (self.place, "bold")),
            Content.assemble(("━" * done, "$accent"), ("─" * (width - done), "$line")),
        )


class Hints(Drawn):
    """At most five keys with what they do; a click does the same."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._hints: tuple[tuple[str, str, str], ...] = ()

    def show(self, hints: Iterable[tuple[str, str, str]]) -> None:
        """Draw hints: the key as printed, what it does, and the action of the screen."""
        before, self._hints = self._hints, tuple(hints)
        if before != self._hints:
            self.redraw()

    def parts(self) -> list[Content]:
        """Return each hint by itself."""
        return [
            Content.assemble((key, "bold $accent"), " ", (text, "$quiet")).stylize(
                Style.from_meta({"action": action})
            )
            for key, text, action in self._hints
        ]

    def lines(self, width: int) -> Sequence[Content]:
        """Return as many hints as fit; the last one, how to get out, is never dropped."""
        parts = self.parts()
        for gap in ("   ", "  "):
            if (line := Content(gap).join(parts)).cell_length <= width:
                return (line,)
        while len(parts) > 1 and Content("  ").join(parts).cell_length > width:
            del parts[-2]
        return Content("  ").join(parts).wrap(width)

    def on_click(self, event: Click) -> None:
        """Do what the key does, as the app and in its order: it may take this screen away."""
        if action := event.style.meta.get("action"):
            self.app.call_later(self.screen.run_action, action)
