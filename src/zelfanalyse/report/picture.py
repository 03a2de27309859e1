"""The drawings of the web page, each as an SVG beside the words that say the same.

Self is filled and external is open, so that nothing depends on colour; what has which colour
stands in ``report.css``.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from zelfanalyse.report.document import Triangle

NONCHARACTERS = {0xFFFE: None, 0xFFFF: None}  # no XML may hold these

STRIP_WIDTH, STRIP_HEIGHT = 240, 24
EDGE = 10  # room for half a mark at either end of a strip
CAP = 8  # from the line to either end of a cap
BAR_WIDTH, BAR_HEIGHT = 120, 16
COLUMN_WIDTH, COLUMN_HEIGHT = 40, 32
SIGN = 18  # of a mark by itself

LETTER = 7.4  # mean width of a letter of 14 units
RADIUS = 105  # of the triangle
TRIANGLE_WIDTH, TRIANGLE_HEIGHT = 360, 256
MIDDLE_X, MIDDLE_Y = TRIANGLE_WIDTH / 2, 150.0
TITLE = 20  # letters on a line of the title of a corner

Point: TypeAlias = tuple[float, float]


class Mark(NamedTuple):
    """A place on a line, and the sign that stands there: ``●``, ``○`` or ``◇``."""

    value: Fraction | None
    sign: str


SELF, EXTERNAL, WANTED = "●", "○", "◇"


def escaped(text: str) -> str:
    """Return text as data in markup: visible characters only, with none that means something."""
    return escape(visible(text).translate(NONCHARACTERS))


def strip(
    low: int,
    high: int,
    marks: Sequence[Mark],
    *,
    joined: bool = True,
    reach: tuple[Fraction, Fraction] | None = None,
) -> str:
    """Return a scale with marks on it; ``joined`` draws a thick line between them.

    ``reach`` is a thin line with a cap at either end.
    """
    middle = STRIP_HEIGHT / 2
    drawn = [_stroke((EDGE, middle), (STRIP_WIDTH - EDGE, middle), "scale")]
    for step in range(low, high + 1):
        x = _place(step, low, high)
        drawn.append(_stroke((x, middle - 4), (x, middle + 4), "scale"))
    placed = [
        (_place(mark.value, low, high), mark.sign) for mark in marks if mark.value is not None
    ]
    if joined:
        drawn += [
            _stroke((one, middle), (other, middle), "joint")
            for (one, _), (other, _) in pairwise(placed)
        ]
    if reach is not None:
        start, end = (_place(value, low, high) for value in reach)
        drawn.append(_stroke((start, middle), (end, middle), "reach"))
        drawn += [_stroke((x, middle - CAP), (x, middle + CAP), "reach") for x in (start, end)]
    # The filled mark is the smallest and comes last: at one place it makes a ring with a heart.
    drawn += [_sign(sign, x, middle) for x, sign in sorted(placed, key=_filled_last)]
    return _part(STRIP_WIDTH, STRIP_HEIGHT, "".join(drawn))


def bar(part: Fraction, *, leftward: bool) -> str:
    """Return a bar from 0 to 1; one that goes to the left is filled, the other open."""
    long = float(part) * (BAR_WIDTH - 2)
    x = BAR_WIDTH - 1 - long if leftward else 1
    look = "filled" if leftward else "open"
    high = BAR_HEIGHT - 4
    drawn = "".join(
        f'<rect class="{kind}" x="{_n(start)}" y="2" width="{_n(width)}" height="{high}"/>'
        for kind, start, width in (("track", 1, BAR_WIDTH - 2), (look, x, long))
    )
    return _part(BAR_WIDTH, BAR_HEIGHT, drawn)


def column(count: int, most: int) -> str:
    """Return a column for a count, as high as the drawing when it is the largest."""
    high = (COLUMN_HEIGHT - 2) * count / max(most, 1)
    drawn = _stroke((0, COLUMN_HEIGHT - 0.5), (COLUMN_WIDTH, COLUMN_HEIGHT - 0.5), "scale")
    if count:
        drawn = (
            f'<rect class="block" x="6" y="{_n(COLUMN_HEIGHT - 1 - high)}" '
            f'width="{COLUMN_WIDTH - 12}" height="{_n(high)}"/>{drawn}'
        )
    return _part(COLUMN_WIDTH, COLUMN_HEIGHT, drawn)


def sign(mark: str) -> str:
    """Return one mark by itself, for a legend."""
    return _part(SIGN, SIGN, _sign(mark, SIGN / 2, SIGN / 2))


def triangle(chart: Triangle, labelled_by: str) -> str:
    """Return axes from the middle to each corner, with both sides as a figure over them.

    It is an image with a name of its own: the element with that id.
    """
    count = max(len(chart.corners), 1)
    ways = [pi * (2 * index / count - 0.5) for index in range(len(chart.corners))]
    span = chart.high - chart.low
    drawn = [_outline(ways, [step / span] * len(ways), "net") for step in range(1, span + 1)]
    drawn += [_stroke((MIDDLE_X, MIDDLE_Y), _at(way, 1), "scale") for way in ways]
    own = [_part_of(corner.own, chart) for corner in chart.corners]
    external = [_part_of(corner.external, chart) for corner in chart.corners]
    for parts, look in ((external, "their-shape"), (own, "own-shape")):
        known = [part for part in parts if part is not None]
        if len(known) == len(ways):
            drawn.append(_outline(ways, known, look))
    for parts, mark in ((external, EXTERNAL), (own, SELF)):
        drawn += [
            _sign(mark, *_at(way, part))
            for way, part in zip(ways, parts, strict=True)
            if part is not None
        ]
    for corner, way in zip(chart.corners, ways, strict=True):
        drawn.extend(_corner_title(corner.title, *_at(way, 1)))
    return (
        f'<svg viewBox="0 0 {TRIANGLE_WIDTH} {TRIANGLE_HEIGHT}" role="img" '
        f'aria-labelledby="{labelled_by}">{"".join(drawn)}</svg>'
    )


def _part(width: int, height: int, drawn: str) -> str:
    """Return a drawing that says nothing the words beside it do not."""
    return f'<svg viewBox="0 0 {width} {height}" aria-hidden="true">{drawn}</svg>'


def _filled_last(placed: tuple[float, str]) -> bool:
    return placed[1] == SELF


def _place(value: Fraction | int, low: int, high: int) -> float:
    return EDGE + float((value - low) / (high - low)) * (STRIP_WIDTH - 2 * EDGE)


def _sign(mark: str, x: float, y: float) -> str:
    match mark:
        case "●":
            return f'<circle class="own" cx="{_n(x)}" cy="{_n(y)}" r="5"/>'
        case "○":
            return f'<circle class="hollow" cx="{_n(x)}" cy="{_n(y)}" r="7"/>'
        case _:
            corners = ((x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y))
            return f'<polygon class="hollow" points="{_points(corners)}"/>'


def _at(way: float, part: float) -> Point:
    """Return a place on an axis of the triangle: 0 is the middle, 1 the corner."""
    return MIDDLE_X + cos(way) * RADIUS * part, MIDDLE_Y + sin(way) * RADIUS * part


def _outline(ways: Sequence[float], parts: Sequence[float], look: str) -> str:
    points = [_at(way, part) for way, part in zip(ways, parts, strict=True)]
    return f'<polygon class="{look}" points="{_points(points)}"/>'


def _part_of(value: Fraction | None, chart: Triangle) -> float | None:
    return None if value is None else float((value - chart.low) / (chart.high - chart.low))


def _corner_title(title: str, x: float, y: float) -> Iterator[str]:
    """Yield a title of at most two lines, outside the corner and inside the drawing."""
    lines = _lines(title)
    above = y < TRIANGLE_HEIGHT / 2
    first = y - 14 - 18 * (len(lines) - 1) if above else y + 26
    for index, line in enumerate(lines):
        half = len(line) * LETTER / 2
        within = min(max(x, half), TRIANGLE_WIDTH - half)
        yield f'<text x="{_n(within)}" y="{_n(first + 18 * index)}">{escaped(line)}</text>'


def _lines(text: str) -> list[str]:
    """Return the text on at most two lines, cut off where there is more."""
    lines = [""]
    for word in visible(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= TITLE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:2]
    if len(lines) > len(kept):
        kept[-1] += "…"
    return [line if len(line) <= TITLE else f"{line[: TITLE - 1]}…" for line in kept]


def _stroke(start: Point, end: Point, look: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{look}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a coordinate with at most two decimals, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
