"""Charts as SVG drawings, in the colours of whoever shows them.

``picture`` draws a whole chart, with its labels, for a format that takes pictures. ``strip`` and
``bar`` draw one row of it, for a format that sets the words beside the drawing itself. Self is
filled and external is open, so that nothing depends on colour.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zelfanalyse.report.document import (
    BalanceLine,
    Chart,
    DistributionChart,
    DumbbellChart,
    FacingChart,
    Triangle,
)
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

NONCHARACTERS = {0xFFFE: None, 0xFFFF: None}  # no XML may hold these

STRIP_WIDTH, STRIP_HEIGHT = 240, 24
EDGE = 10  # room for half a mark at either end of a strip
BAR_WIDTH, BAR_HEIGHT = 120, 16
COLUMN_WIDTH, COLUMN_HEIGHT = 40, 32

WIDTH = 640  # of a whole picture
LABEL = 230  # of the words at the start of a row
ROW = 34
LETTER = 7.4  # mean width of a letter of 14 units
RADIUS = 105  # of the triangle
TRIANGLE_WIDTH, TRIANGLE_HEIGHT = 360, 300


class Ink(NamedTuple):
    """The colours of a drawing, as CSS writes them: ``#1a1a1a``, ``currentColor``, ``var(--ink)``.

    ``soft`` is for the lines of the scale; ``paper`` fills what is open.
    """

    text: str
    soft: str
    accent: str
    paper: str


Point: TypeAlias = tuple[float, float]

PRINTED = Ink("#1d2126", "#7b838c", "#23507a", "#ffffff")


class Mark(NamedTuple):
    """A place on a line, and the sign that stands there: ``●``, ``○`` or ``◇``."""

    value: Fraction | None
    sign: str


SELF, EXTERNAL, WANTED = "●", "○", "◇"


def escaped(text: str) -> str:
    """Return text as data in markup: visible characters only, with none that means something."""
    return escape(visible(text).translate(NONCHARACTERS))


def picture(chart: Chart, ink: Ink = PRINTED) -> str:
    """Return a whole chart with its labels as one SVG; its title is the text alternative."""
    match chart:
        case DumbbellChart():
            drawn, width, height = _dumbbells(chart, ink)
        case Triangle():
            drawn, width, height = _corners(chart, ink), TRIANGLE_WIDTH, TRIANGLE_HEIGHT
        case DistributionChart():
            drawn, width, height = _distribution(chart, ink)
        case BalanceLine():
            drawn, width, height = _balance(chart, ink)
        case FacingChart():
            drawn, width, height = _facing(chart, ink)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{escaped(chart.alt)}</title>{drawn}</svg>'
    )


def triangle(chart: Triangle, ink: Ink, labelled_by: str) -> str:
    """Return the drawing of a triangle, named by the element with that id."""
    return (
        f'<svg viewBox="0 0 {TRIANGLE_WIDTH} {TRIANGLE_HEIGHT}" role="img" '
        f'aria-labelledby="{labelled_by}" font-size="14">{_corners(chart, ink)}</svg>'
    )


def strip(low: int, high: int, marks: Sequence[Mark], ink: Ink, *, joined: bool = True) -> str:
    """Return a scale with marks on it, for beside the words that say the same."""
    return _part(STRIP_WIDTH, STRIP_HEIGHT, _line(low, high, marks, ink, joined=joined))


def bar(part: Fraction | None, ink: Ink, *, leftward: bool) -> str:
    """Return a bar from 0 to 1; one that goes to the left is open, the other filled."""
    return _part(BAR_WIDTH, BAR_HEIGHT, _bar(part, ink, leftward=leftward))


def column(count: int, most: int, ink: Ink) -> str:
    """Return a column for a count, as high as the drawing when it is the largest."""
    return _part(COLUMN_WIDTH, COLUMN_HEIGHT, _column(count, most, ink))


def sign(mark: str, ink: Ink) -> str:
    """Return one mark by itself, for a legend."""
    return _part(18, 18, _sign(mark, 9, 9, ink))


def _part(width: int, height: int, drawn: str) -> str:
    """Return a drawing that says nothing the words beside it do not."""
    return f'<svg viewBox="0 0 {width} {height}" aria-hidden="true">{drawn}</svg>'


def _line(low: int, high: int, marks: Sequence[Mark], ink: Ink, *, joined: bool) -> str:
    middle = STRIP_HEIGHT / 2
    drawn = [_stroke((EDGE, middle), (STRIP_WIDTH - EDGE, middle), ink.soft)]
    for step in range(low, high + 1):
        x = _place(step, low, high)
        drawn.append(_stroke((x, middle - 4), (x, middle + 4), ink.soft))
    placed = [
        (_place(mark.value, low, high), mark.sign) for mark in marks if mark.value is not None
    ]
    if joined:
        drawn += [
            _stroke((one, middle), (other, middle), ink.accent, 4)
            for (one, _), (other, _) in pairwise(placed)
        ]
    # The filled mark is the smallest and comes last: at one place it makes a ring with a heart.
    drawn += [_sign(sign, x, middle, ink) for x, sign in sorted(placed, key=_filled_last)]
    return "".join(drawn)


def _filled_last(placed: tuple[float, str]) -> bool:
    return placed[1] == SELF


def _place(value: Fraction | int, low: int, high: int) -> float:
    return EDGE + float((value - low) / (high - low)) * (STRIP_WIDTH - 2 * EDGE)


def _sign(mark: str, x: float, y: float, ink: Ink) -> str:
    match mark:
        case "●":
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5" fill="{ink.accent}"/>'
        case "○":
            return (
                f'<circle cx="{_n(x)}" cy="{_n(y)}" r="7" fill="{ink.paper}" '
                f'stroke="{ink.text}" stroke-width="1.8"/>'
            )
        case _:
            corners = f"{_n(x)},{_n(y - 8)} {_n(x + 8)},{_n(y)} {_n(x)},{_n(y + 8)} {_n(x - 8)},"
            return (
                f'<polygon points="{corners}{_n(y)}" fill="{ink.paper}" '
                f'stroke="{ink.text}" stroke-width="1.8"/>'
            )


def _bar(part: Fraction | None, ink: Ink, *, leftward: bool) -> str:
    if part is None:
        return ""
    long = float(part) * (BAR_WIDTH - 2)
    x = BAR_WIDTH - 1 - long if leftward else 1
    fill = ink.paper if leftward else ink.accent
    return (
        f'<rect x="{_n(x)}" y="2" width="{_n(long)}" height="{BAR_HEIGHT - 4}" fill="{fill}" '
        f'stroke="{ink.accent}" stroke-width="1.8"/>'
    )


def _column(count: int, most: int, ink: Ink) -> str:
    high = (COLUMN_HEIGHT - 2) * count / max(most, 1)
    foot = _stroke((0, COLUMN_HEIGHT - 0.5), (COLUMN_WIDTH, COLUMN_HEIGHT - 0.5), ink.soft)
    if not count:
        return foot
    return (
        f'<rect x="6" y="{_n(COLUMN_HEIGHT - 1 - high)}" width="{COLUMN_WIDTH - 12}" '
        f'height="{_n(high)}" fill="{ink.accent}"/>{foot}'
    )


def _corners(chart: Triangle, ink: Ink) -> str:
    """Return axes from the middle to each corner, with both sides as a figure over them."""
    middle_x, middle_y = TRIANGLE_WIDTH / 2, 160.0
    count = max(len(chart.corners), 1)
    ways = [pi * (2 * index / count - 0.5) for index in range(len(chart.corners))]

    def at(way: float, part: float) -> Point:
        return middle_x + cos(way) * RADIUS * part, middle_y + sin(way) * RADIUS * part

    def outline(parts: Sequence[float], look: str) -> str:
        points = (at(way, part) for way, part in zip(ways, parts, strict=True))
        return f'<polygon points="{" ".join(f"{_n(x)},{_n(y)}" for x, y in points)}" {look}/>'

    span = chart.high - chart.low
    faint = f'fill="none" stroke="{ink.soft}" stroke-width="1"'
    drawn = [outline([step / span] * len(ways), faint) for step in range(1, span + 1)]
    drawn += [_stroke((middle_x, middle_y), at(way, 1), ink.soft) for way in ways]
    own = [_part_of(corner.own, chart) for corner in chart.corners]
    external = [_part_of(corner.external, chart) for corner in chart.corners]
    for parts, look in (
        (external, f'fill="none" stroke="{ink.text}" stroke-width="1.8" stroke-dasharray="5 4"'),
        (own, f'fill="{ink.accent}" fill-opacity="0.14" stroke="{ink.accent}" stroke-width="2.4"'),
    ):
        known = [part for part in parts if part is not None]
        if len(known) == len(ways):
            drawn.append(outline(known, look))
    for parts, mark in ((external, EXTERNAL), (own, SELF)):
        drawn += [
            _sign(mark, *at(way, part), ink)
            for way, part in zip(ways, parts, strict=True)
            if part is not None
        ]
    for corner, way in zip(chart.corners, ways, strict=True):
        drawn.extend(_corner_title(corner.title, *at(way, 1), ink))
    return "".join(drawn)


def _part_of(value: Fraction | None, chart: Triangle) -> float | None:
    return None if value is None else float((value - chart.low) / (chart.high - chart.low))


def _corner_title(title: str, x: float, y: float, ink: Ink) -> Iterator[str]:
    """Yield a title of at most two lines, outside the corner and inside the drawing."""
    lines = _lines(title, 20)
    above = y < TRIANGLE_HEIGHT / 2
    first = y - 14 - 18 * (len(lines) - 1) if above else y + 26
    for index, line in enumerate(lines):
        half = len(line) * LETTER / 2
        within = min(max(x, half), TRIANGLE_WIDTH - half)
        yield _words(line, within, first + 18 * index, ink, "middle")


def _dumbbells(chart: DumbbellChart, ink: Ink) -> tuple[str, int, int]:
    first, *rest = chart.columns
    ends = ((chart.low, LABEL + EDGE), (chart.high, LABEL + STRIP_WIDTH - EDGE))
    places = (LABEL + STRIP_WIDTH + 45, LABEL + STRIP_WIDTH + 100, WIDTH)
    drawn = [_bold(_words(first, 0, 18, ink))]
    drawn += [_words(str(end), x, 18, ink, "middle") for end, x in ends]
    drawn += [
        _bold(_words(title, x, 18, ink, "end")) for title, x in zip(rest, places, strict=True)
    ]
    for index, row in enumerate(chart.rows):
        top = 28 + ROW * index
        marks = (Mark(row.own, SELF), Mark(row.external, EXTERNAL))
        drawn.append(_label(row.label, top, ink))
        drawn.append(_moved(LABEL, top + 5, _line(chart.low, chart.high, marks, ink, joined=True)))
        drawn += [
            _words(text, x, top + 22, ink, "end")
            for text, x in zip((row.own_text, row.external_text, row.gap_text), places, strict=True)
        ]
    return "".join(drawn), WIDTH, 28 + ROW * len(chart.rows)


def _balance(chart: BalanceLine, ink: Ink) -> tuple[str, int, int]:
    drawn: list[str] = []
    for index, line in enumerate(_lines(chart.left, 42)):
        drawn.append(_words(line, 0, 16 + 17 * index, ink))
    for index, line in enumerate(_lines(chart.right, 42)):
        drawn.append(_words(line, WIDTH, 16 + 17 * index, ink, "end"))
    start = 100
    for index, (side, now, wanted, words) in enumerate(chart.rows):
        top = 44 + ROW * index
        marks = (Mark(wanted, WANTED), Mark(now, SELF))
        line = _line(1, chart.steps, marks, ink, joined=False)
        drawn.append(_words(side, 0, top + 22, ink))
        drawn.append(_moved(start, top + 5, line))
        drawn.append(_words(words, start + STRIP_WIDTH + 24, top + 22, ink))
    return "".join(drawn), WIDTH, 48 + ROW * len(chart.rows)


def _distribution(chart: DistributionChart, ink: Ink) -> tuple[str, int, int]:
    most = max((count for _, counts in chart.rows for count in counts), default=0)
    room = (WIDTH - LABEL) / max(len(chart.labels), 1)
    high = COLUMN_HEIGHT + 30
    drawn: list[str] = []
    for row, (title, counts) in enumerate(chart.rows):
        top = 4 + high * row
        drawn.append(_label(title, top + COLUMN_HEIGHT - 14, ink))
        for index, count in enumerate(counts):
            x = LABEL + room * (index + 0.5)
            drawn.append(_moved(x - COLUMN_WIDTH / 2, top, _column(count, most, ink)))
            drawn.append(_words(str(count), x, top + COLUMN_HEIGHT + 17, ink, "middle"))
    foot = 4 + high * len(chart.rows)
    for index, label in enumerate(chart.labels):
        for line, words in enumerate(_lines(label, int(room / LETTER))):
            x = LABEL + room * (index + 0.5)
            drawn.append(_words(words, x, foot + 14 + 17 * line, ink, "middle"))
    return "".join(drawn), WIDTH, foot + 40


def _facing(chart: FacingChart, ink: Ink) -> tuple[str, int, int]:
    middle, gap, text = WIDTH / 2, 105, 8
    left, right = middle - gap - BAR_WIDTH, middle + gap
    drawn = [
        _bold(_words(chart.left, left + BAR_WIDTH, 18, ink, "end")),
        _bold(_words(chart.right, right, 18, ink)),
    ]
    for index, row in enumerate(chart.rows):
        top = 28 + ROW * index
        lines = _lines(row.label, 26)
        drawn += [
            _words(line, middle, _lowered(top, len(lines), number), ink, "middle")
            for number, line in enumerate(lines)
        ]
        drawn.append(_moved(left, top + 9, _bar(row.left, ink, leftward=True)))
        drawn.append(_moved(right, top + 9, _bar(row.right, ink, leftward=False)))
        drawn.append(_words(row.left_text, left - text, top + 22, ink, "end"))
        drawn.append(_words(row.right_text, right + BAR_WIDTH + text, top + 22, ink))
    return "".join(drawn), WIDTH, 32 + ROW * len(chart.rows)


def _label(text: str, top: float, ink: Ink) -> str:
    """Return the words at the start of a row, on one line or two."""
    lines = _lines(text, int(LABEL / LETTER) - 1)
    return "".join(
        _words(line, 0, _lowered(top, len(lines), index), ink) for index, line in enumerate(lines)
    )


def _lowered(top: float, count: int, index: int) -> float:
    """Return where a line of words stands, so that one or two lines are in the middle of a row."""
    return top + 22 + 16 * (index - (count - 1) / 2)


def _lines(text: str, letters: int) -> list[str]:
    """Return the text on at most two lines, cut off where there is more."""
    lines = [""]
    for word in visible(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= letters or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:2]
    if len(lines) > len(kept):
        kept[-1] += "…"
    return [line if len(line) <= letters else f"{line[: letters - 1]}…" for line in kept]


def _words(text: str, x: float, y: float, ink: Ink, anchor: str = "start") -> str:
    place = f'x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}"'
    return f'<text {place} fill="{ink.text}">{escaped(text)}</text>'


def _bold(words: str) -> str:
    return f'<g font-weight="bold">{words}</g>'


def _moved(x: float, y: float, drawn: str) -> str:
    return f'<g transform="translate({_n(x)} {_n(y)})">{drawn}</g>'


def _stroke(start: Point, end: Point, colour: str, width: float = 1) -> str:
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
        f'stroke="{colour}" stroke-width="{_n(width)}"/>'
    )


def _n(value: float) -> str:
    """Return a coordinate with at most two decimals, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
