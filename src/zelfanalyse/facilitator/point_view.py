"""How a point of the conversation is drawn: large and calm, for a room that reads from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from zelfanalyse.days import full_day
from zelfanalyse.dossier.actions import Progress
from zelfanalyse.report.talking_points import TENSION
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn
from zelfanalyse.tui.widgets.head import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.facilitator.talk import Talk
    from zelfanalyse.report.document import Dumbbell, FacingRow
    from zelfanalyse.report.talking_points import TalkingPoint, Words

SELF, EXTERNAL, BOTH = "●", "○", "◉"
FULL, EMPTY = "█", "░"
MOST_WORDS: Final = 4  # texts under one heading on a screen; the report has all of them
LONGEST_LINE: Final = 64  # columns of a drawn scale
ROOMY: Final = 40  # rows from which there is air between all lines


class Lines:
    """Lines of text that grow downwards, each wrapped under itself.

    In a high window there is air between them: it can be read from afar.
    """

    def __init__(self, width: int, *, roomy: bool = False) -> None:
        self.width = max(width, 20)
        self._roomy = roomy
        self._lines: list[Content] = []

    def title(self, text: str) -> None:
        """Add the title: in capitals, and wide where there is room."""
        text = text.upper()
        wide = "   ".join(" ".join(word) for word in text.split())
        self.add(wide if len(wide) <= self.width else text, "bold $accent")
        self.gap()

    def heading(self, text: str) -> None:
        """Add what the next lines are, under some air."""
        self.gap()
        self.item(text, "$quiet")

    def item(self, text: str, style: str = "", sign: str = "") -> None:
        """Add one of several texts: with air around it where there is room."""
        self.add(text, style, sign)
        self.breathe()

    def breathe(self) -> None:
        """Add an empty line where there is room for it."""
        if self._roomy:
            self.gap()

    def add(self, text: str, style: str = "", sign: str = "") -> None:
        """Add a text; a sign stands before its first line, and the others under that."""
        lead = len(sign) + 1 if sign else 0
        for line in text.splitlines() or [""]:
            wrapped = literal(line, style).wrap(max(self.width - lead, 1))
            for number, part in enumerate(wrapped):
                mark = Content.styled(sign, "$accent") if number == 0 and sign else Content("")
                self._lines.append(mark.pad_right(lead - mark.cell_length) + part)
            sign = ""

    def put(self, *parts: Content) -> None:
        """Add lines that are drawn already."""
        self._lines.extend(parts)

    def gap(self) -> None:
        """Add an empty line; never two, and none at the top."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Content(""))

    @property
    def content(self) -> Content:
        """Everything that was added."""
        return Content("\n").join(self._lines)


class Drawing(Drawn):
    """A drawing that depends on its width."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._draw: Callable[[Lines], None] = lambda _: None

    def show(self, draw: Callable[[Lines], None]) -> None:
        """Draw this."""
        self._draw = draw
        self.redraw()

    def lines(self, width: int) -> Sequence[Content]:
        """Return what is drawn at this width."""
        lines = Lines(width, roomy=self.screen.size.height >= ROOMY)
        self._draw(lines)
        return lines.content.wrap(width)


class TalkHead(Head):
    """Whose conversation this is, where one is in it, and a thin line that fills up."""

    def at(self, title: str, place: str, part: float) -> None:
        """Draw this place."""
        self.list_title, self.place, self.part = title, place, part
        self.redraw()


def picture(lines: Lines, point: TalkingPoint) -> None:
    """Draw why a point is here and what is known of it."""
    lines.title(point.title)
    if point.mirror is not None:  # what does not fit the picture comes before the picture
        _words(lines, point.words)
        lines.gap()
    for reason in point.reasons:
        lines.item(reason, sign="›")
    if point.line is not None:
        lines.gap()
        lines.put(*_scale(point, point.line, min(lines.width, LONGEST_LINE)))
        lines.breathe()
    for sentence in point.told:
        lines.item(sentence, "bold", sign=_sign(sentence))
    if point.mirror is not None:
        lines.heading(TENSION)
        for row in point.mirror.rows:
            lines.add(row.label, "bold")
            lines.put(_facing(row, lines.width))
            lines.breathe()
    if point.mirror is None:
        _words(lines, point.words)
    if point.panel:
        lines.heading("De visitatiecommissie")
        for sentence in point.panel:
            lines.item(sentence)


def talking(lines: Lines, talk: Talk, point: TalkingPoint) -> None:
    """Draw what to ask of a point, what was said, and what was decided."""
    if point.prompts:
        lines.heading("Om over te praten")
        for number, question in enumerate(point.prompts, 1):
            lines.add(question, "bold", sign=f"{number}")
            lines.gap()
    said = talk.said_of(point.id)
    lines.heading("Besluit")
    actions = talk.actions.of(point.id)
    for action in actions:
        lines.item(in_short(action), sign="→")
    if not actions and said.is_left:
        lines.add(f"Bewust niets. De reden: {said.reason}")
    elif not actions:
        lines.add(standing(talk, point))
    lines.heading("Notities")
    lines.add(said.notes or "Nog geen notities.", "" if said.notes else "$quiet")


def begin(lines: Lines, paragraphs: Iterable[str]) -> None:
    """Draw what to say before the first point."""
    lines.title("Het gesprek")
    for number, text in enumerate(paragraphs):
        lines.add(text, "" if number else "bold")
        lines.gap()


def end(
    lines: Lines, talk: Talk, lacking: Sequence[str], hints: Sequence[str], after: Sequence[str]
) -> None:
    """Draw what was decided, what is still needed, and what comes next."""
    lines.title("Besluiten")
    for point in talk.points:
        sign, words = decision(talk, point)
        lines.add(f"{point.title}: {words}", sign=sign)
        for action in talk.actions.of(point.id):
            lines.add(in_short(action), "$quiet", sign="  →")
        lines.breathe()
    if loose := [item for item in talk.actions.actions if item.point is None]:
        lines.heading("Acties die bij geen punt horen")
        for action in loose:
            lines.add(in_short(action), sign="→")
    still_needed(lines, lacking)
    _list(lines, "Om aan te denken", hints)
    _list(lines, "Wat nu komt", after)


def still_needed(lines: Lines, lacking: Sequence[str]) -> None:
    """Draw what a final report still needs."""
    if lacking:
        _list(lines, "Nog nodig voor een definitief rapport", lacking)
    else:
        lines.heading("Er ontbreekt niets meer voor een definitief rapport.")


def decision(talk: Talk, point: TalkingPoint) -> tuple[str, str]:
    """Return how a point stands: a sign, and words."""
    actions = talk.actions.of(point.id)
    if actions:
        return "■", "1 actie" if len(actions) == 1 else f"{len(actions)} acties"
    if talk.said_of(point.id).is_left:
        return "■", "bewust niets"
    return "□", standing(talk, point).rstrip(".").lower()


def standing(talk: Talk, point: TalkingPoint) -> str:
    """Return what was decided, in a line."""
    actions = talk.actions.of(point.id)
    if actions:
        return f"Een actie: {actions[0].what}" if len(actions) == 1 else f"{len(actions)} acties"
    said = talk.said_of(point.id)
    if said.is_left:
        return f"Bewust niets: {said.reason}"
    needed = ", nodig voor een definitief rapport" if point.is_needed else ""
    return f"Nog geen besluit{needed}."


def in_short(action: Action) -> str:
    """Return an action in a line: what, who, when, and how it ended."""
    who_when = [action.owner.strip(), full_day(action.due_on) if action.due_on else ""]
    if action.progress is not Progress.OPEN:
        who_when.append(action.progress.value)
    more = ", ".join(filter(None, who_when))
    return f"{action.what} ({more})" if more else action.what


def _list(lines: Lines, heading: str, items: Sequence[str]) -> None:
    if items:
        lines.heading(heading)
    for item in items:
        lines.item(item, sign="›")


def _words(lines: Lines, words: Iterable[Words]) -> None:
    for item in words:
        lines.heading(item.heading)
        for quote in item.quotes[:MOST_WORDS]:
            lines.item(quote, "italic", sign="“")
        more = len(item.quotes) - MOST_WORDS
        if more > 0:
            lines.add(f"En nog {more} in het rapport.", "$quiet")


def _sign(sentence: str) -> str:
    """Return the sign that a line of figures has on the scale above it."""
    side = sentence.partition(":")[0]
    return {"Zelf": SELF, "Buiten": EXTERNAL}.get(side, " ")


def _scale(point: TalkingPoint, row: Dumbbell, width: int) -> tuple[Content, Content]:
    """Return self and external on one line of the scale, and what its ends mean."""
    low, high = point.scale
    track = ["─"] * width
    for value, sign in ((row.external, EXTERNAL), (row.own, SELF)):
        if value is not None:
            place = round((value - low) / (high - low) * (width - 1))
            track[place] = BOTH if track[place] == EXTERNAL else sign
    left, right = (literal(text, "$quiet") for text in point.ends)
    left = left.truncate(width // 2, ellipsis=True)
    right = right.truncate(width - left.cell_length - 1, ellipsis=True)
    ends = left + " " * (width - left.cell_length - right.cell_length) + right
    return Content.styled("".join(track), "bold"), ends


def _facing(row: FacingRow, width: int) -> Content:
    """Return both sides of the mirror as bars that face each other, each with its figure."""
    half = max(min((width - 30) // 2, 20), 5)
    left, right = _bar(row.left, half), _bar(row.right, half)
    return Content.assemble(
        ("kleiner ", "$quiet"),
        (f"{row.left_text:>3} ", "bold"),
        left[::-1],
        "│",
        right,
        (f" {row.right_text:<3}", "bold"),
        (" groter", "$quiet"),
    )


def _bar(value: Fraction | None, width: int) -> str:
    filled = 0 if value is None else round(value * width)
    return FULL * filled + EMPTY * (width - filled)
