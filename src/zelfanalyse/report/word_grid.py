"""Tables and charts as rows of cells with their widths, for a report in Word.

A chart becomes a table: its drawing, in characters, stands beside the figures it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.report.document import (
    Align,
    BalanceLine,
    Chart,
    DistributionChart,
    DumbbellChart,
    FacingChart,
    Table,
    Triangle,
)
from zelfanalyse.report.terminal import EXTERNAL, LINE, SELF, WANTED, draw_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from zelfanalyse.report.document import Corner, Dumbbell

BEYOND = 80  # how far a table goes into both margins, for its words to begin where others do
PAGE = 9298 + 2 * BEYOND  # the width of a table, in twentieths of a point, as all widths here
LETTER = 104  # a bold letter of a table; the mean, on the wide side
BESIDE = 190  # the room at both sides of the words in a cell
LONGEST_WORD = 22  # a longer one is broken
NARROWEST = 500
DRAWN = 96  # a letter of a drawing
FULL, OPEN = "█", "░"
NO_BREAK = "\u00a0"  # a space that stays
BAR, HALF_BAR = 8, 16  # the letters of a whole bar


class Cell(NamedTuple):
    """What stands in a cell: words, and a drawing before or after them."""

    words: str
    drawn: str = ""
    align: str = "left"
    drawn_first: bool = False
    across: int = 1


class Grid(NamedTuple):
    """Rows under a head; ``alt`` says in words what a drawing shows."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    alt: str = ""
    totals: tuple[int, ...] = ()


def grid(block: Table | Chart) -> Grid:
    """Return a table or a chart as rows of cells."""
    match block:
        case Table():
            return _table(block)
        case DumbbellChart():
            return _dumbbells(block)
        case Triangle():
            return _triangle(block)
        case DistributionChart():
            return _distribution(block)
        case BalanceLine():
            return _balance(block)
        case FacingChart():
            return _facing(block)


def _table(table: Table) -> Grid:
    across = max((len(table.columns), *(len(row) for row in table.rows)))
    lines = [_filled(row, across) for row in (table.columns, *table.rows)]
    aligns = [table.column_align(index).value for index in range(across)]
    head, *rows = (
        tuple(Cell(text, align=align) for text, align in zip(line, aligns, strict=True))
        for line in lines
    )
    return Grid(head, tuple(rows), widths(lines, aligns), totals=table.totals)


def _filled(row: Sequence[str], across: int) -> list[str]:
    return [*row, *[""] * (across - len(row))]


def widths(
    lines: Sequence[Sequence[str]], aligns: Sequence[str], total: int = PAGE
) -> tuple[int, ...]:
    """Return how wide each column is: no word is broken, and figures take little room.

    Where everything fits, words in the last column or else the first take what is left.
    Otherwise the columns share it by what they could use.
    """
    columns = list(zip(*lines, strict=True))
    least = [max(map(_longest_word, column)) for column in columns]
    most = [max(map(_wide, column)) for column in columns]
    if sum(most) <= total:
        taker = len(most) - 1 if aligns[-1] == Align.LEFT.value else 0
        most[taker] += total - sum(most)
        return tuple(most)
    if sum(least) >= total:
        return tuple(total * width // sum(least) for width in least)
    wish = [high - low for low, high in zip(least, most, strict=True)]
    left = total - sum(least)
    return tuple(low + left * more // sum(wish) for low, more in zip(least, wish, strict=True))


def _wide(text: str) -> int:
    return max(NARROWEST, BESIDE + LETTER * len(text))


def _longest_word(text: str) -> int:
    longest = max(map(len, text.split()), default=0)
    return max(NARROWEST, BESIDE + LETTER * min(LONGEST_WORD, longest))


def _dumbbells(chart: DumbbellChart) -> Grid:
    first, own, external, gap = chart.columns
    rows = [(row.label, row.own_text, row.external_text, row.gap_text) for row in chart.rows]
    drawings = [
        _drawn(draw_line(chart.low, chart.high, _both(row), joined=True, reach=row.reach))
        for row in chart.rows
    ]
    columns = (first, f"{SELF} {own}", f"{EXTERNAL} {external}", gap)
    return _with_lines(columns, rows, drawings, (chart.low, chart.high), chart.alt)


def _triangle(chart: Triangle) -> Grid:
    first, own, external = chart.columns
    rows = [(corner.title, corner.own_text, corner.external_text) for corner in chart.corners]
    drawings = [
        _drawn(draw_line(chart.low, chart.high, _both(corner), joined=True))
        for corner in chart.corners
    ]
    columns = (first, f"{SELF} {own}", f"{EXTERNAL} {external}")
    return _with_lines(columns, rows, drawings, (chart.low, chart.high), chart.alt)


def _both(scored: Dumbbell | Corner) -> list[tuple[Fraction | None, str]]:
    return [(scored.own, SELF), (scored.external, EXTERNAL)]


def _drawn(line: str) -> str:
    """Return a drawn line in letters that fonts of one width have."""
    return line.replace("━", "═")


def _with_lines(
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    drawings: Sequence[str],
    ends: tuple[int, int],
    alt: str,
) -> Grid:
    """Return a table of figures with a drawn line after what each row is about."""
    line = BESIDE + DRAWN * LINE
    aligns = ["left", *["right"] * (len(columns) - 1)]
    label, *figures = widths([columns, *rows], aligns, PAGE - line)
    cells = [
        (Cell(name), Cell("", drawing), *(Cell(text, align="right") for text in texts))
        for (name, *texts), drawing in zip(rows, drawings, strict=True)
    ]
    title, *titles = columns
    head = (
        Cell(title),
        Cell("", _ends(*ends)),
        *(Cell(text, align="right") for text in titles),
    )
    return Grid(head, tuple(cells), (label, line, *figures), alt)


def _ends(low: int, high: int, wide: int = LINE) -> str:
    between = wide - len(str(low)) - len(str(high))
    return f"{low}{NO_BREAK * between}{high}"


def _distribution(chart: DistributionChart) -> Grid:
    column = min(1360, 6600 // max(1, len(chart.labels)))
    letters = min(BAR, max(0, (column - BESIDE) // DRAWN - 3))
    head = (Cell(chart.column), *map(Cell, chart.labels))
    rows = tuple(
        (Cell(title), *(Cell(str(count), _bar(count, sum(counts), letters)) for count in counts))
        for title, counts in chart.rows
    )
    columns = [column] * len(chart.labels)
    return Grid(head, rows, (PAGE - sum(columns), *columns), chart.alt)


def _bar(part: Fraction | int, whole: int, letters: int, sign: str = FULL) -> str:
    """Return a bar of at most so many letters, and at least one for what is not nothing."""
    return sign * (max(1, round(part * letters / whole)) if part > 0 and letters else 0)


def _balance(chart: BalanceLine) -> Grid:
    head = (Cell(chart.column), Cell(chart.left), Cell(chart.right, align="right"), Cell(""))
    rows = tuple(
        (
            Cell(side),
            Cell(
                "",
                _stretched(
                    draw_line(1, chart.steps, [(now, SELF), (wanted, WANTED)], joined=False)
                ),
                across=2,
            ),
            Cell(words),
        )
        for side, now, wanted, words in chart.rows
    )
    wide = 2 * LINE - 1
    ends = (Cell(""), Cell("", _ends(1, chart.steps, wide), across=2), Cell(""))
    half = max(2500, (BESIDE + DRAWN * wide) // 2 + 40)
    beside = 1100
    return Grid(head, (ends, *rows), (beside, half, half, PAGE - beside - 2 * half), chart.alt)


def _stretched(line: str) -> str:
    """Return a drawn line of twice the length."""
    return "─".join(line)


def _facing(chart: FacingChart) -> Grid:
    head = (
        Cell(chart.left, align="right"),
        Cell(chart.column, align="center"),
        Cell(chart.right),
    )
    rows = tuple(
        (
            Cell(row.left_text, _bar(row.left or 0, 1, HALF_BAR), "right"),
            Cell(row.label, align="center"),
            Cell(row.right_text, _bar(row.right or 0, 1, HALF_BAR, OPEN), drawn_first=True),
        )
        for row in chart.rows
    )
    side = 2900
    return Grid(head, rows, (side, PAGE - 2 * side, side), chart.alt)
