"""A report on a terminal or in a pipe, through Rich; signs carry the meaning, not colour."""

from __future__ import annotations

from io import StringIO
from math import ceil
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from zelfanalyse.report.document import (
    BalanceLine,
    Block,
    Bullets,
    DistributionChart,
    Document,
    DumbbellChart,
    FacingChart,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Quotes,
    Table,
    Triangle,
)
from zelfanalyse.text import is_control

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction
    from typing import TextIO

MAX_WIDTH = 100  # longer lines are hard to read
PIPE_WIDTH = 80
LINE = 25  # characters of a drawn scale
HALF = 22  # characters of one side of the mirror
NARROWEST, WIDEST = 5, 12  # characters of an answer above its counts

SELF, EXTERNAL, BOTH, WANTED = "●", "○", "◉", "◇"
REACH = "()"
OPEN, FILLED = "░", "█"
HEIGHTS = " ▁▂▃▄▅▆▇█"


def show(document: Document, file: TextIO) -> None:
    """Write the report to a terminal in its own width, or plainly to anything else."""
    screen = Console(file=file, markup=False, highlight=False, emoji=False)
    if screen.is_terminal:
        screen.width = min(screen.width, MAX_WIDTH)
        for block in document.blocks:
            screen.print(render(block))
        screen.print(_words(document.footer, style="dim"))
        return
    file.write(plain_text(document))


def plain_text(document: Document, width: int = PIPE_WIDTH) -> str:
    """Return the report as lines of text, without colours or other codes."""
    plain = Console(file=StringIO(), width=width, markup=False, highlight=False, emoji=False)
    with plain.capture() as captured:
        for block in document.blocks:
            plain.print(render(block))
        plain.print(_words(document.footer))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def render(block: Block) -> RenderableType:
    """Return one block as something Rich can print."""
    return _RENDERERS[type(block)](block)


def _words(text: str, style: str = "") -> Text:
    """Return a text as data: no markup, and nothing that steers a terminal."""
    return Text("".join(each for each in text if not is_control(each)), style=style)


def _heading(heading: Heading) -> RenderableType:
    text = _words(heading.text)
    match heading.level:
        case 1:
            return Group(Rule(characters="═", style=""), text, Rule(characters="═", style=""), "")
        case 2:
            text.stylize("bold")
            return Group("", text, Rule(characters="─", style=""))
        case 3:
            text.stylize("bold")
            return Group(text)
        case _:
            text.stylize("underline")
            return text


def _list(sign: str, items: tuple[str, ...], style: str = "") -> RenderableType:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=3, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    for item in items:
        grid.add_row(sign, _words(item, style=style))
    return Padding(grid, (0, 0, 1, 0))


def _table(table: Table) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for index, column in enumerate(table.columns):
        grid.add_column(_words(column), justify=table.column_align(index).value, overflow="fold")
    for number, row in enumerate(table.rows):
        style = "bold" if number in table.totals else ""
        grid.add_row(*(_words(cell) for cell in row), style=style)
    return Padding(grid, (0, 0, 1, 0))


def _chart(chart: DumbbellChart) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    first, *rest = chart.columns
    grid.add_column(_words(first), ratio=1, overflow="fold")
    grid.add_column(_ends(chart.low, chart.high), width=LINE, no_wrap=True)
    for title in rest:
        grid.add_column(_words(title), justify="right", no_wrap=True)
    for row in chart.rows:
        marks = [(row.own, SELF), (row.external, EXTERNAL)]
        line = draw_line(chart.low, chart.high, marks, joined=True, reach=row.reach)
        grid.add_row(
            _words(row.label), line, *map(_words, (row.own_text, row.external_text, row.gap_text))
        )
    return Padding(grid, (0, 0, 1, 0))


def _ends(low: int, high: int) -> str:
    return f"{low}{high:>{LINE - len(str(low))}}"


def _triangle(triangle: Triangle) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    first, *rest = triangle.columns
    grid.add_column(_words(first), ratio=1, overflow="fold")
    grid.add_column(_ends(triangle.low, triangle.high), width=LINE, no_wrap=True)
    for title in rest:
        grid.add_column(_words(title), justify="right", no_wrap=True)
    for corner in triangle.corners:
        marks = [(corner.own, SELF), (corner.external, EXTERNAL)]
        line = draw_line(triangle.low, triangle.high, marks, joined=True)
        grid.add_row(
            _words(corner.title), line, _words(corner.own_text), _words(corner.external_text)
        )
    return Padding(grid, (0, 0, 1, 0))


def _distribution(chart: DistributionChart) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    grid.add_column(_words(chart.column), overflow="fold")
    for label in chart.labels:
        longest = max(map(cell_len, label.split()), default=0)
        width = min(max(longest, NARROWEST), WIDEST)  # of a column: one word on a line
        grid.add_column(_words(label), justify="right", max_width=width, overflow="fold")
    most = max((count for _, counts in chart.rows for count in counts), default=0)
    for title, counts in chart.rows:
        grid.add_row(_words(title), *(f"{_height(count, most)} {count:>2}" for count in counts))
    return Padding(grid, (0, 0, 1, 0))


def _height(count: int, most: int) -> str:
    """Return a column of one character, full for the largest count and nothing for none."""
    return HEIGHTS[ceil((len(HEIGHTS) - 1) * count / max(most, 1))]


def _facing(chart: FacingChart) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    grid.add_column(_words(chart.left), justify="right", width=HALF, no_wrap=True)
    grid.add_column(_words(chart.column), justify="center", overflow="fold")
    grid.add_column(_words(chart.right), width=HALF, no_wrap=True)
    for row in chart.rows:
        left, right = _bar(row.left, OPEN), _bar(row.right, FILLED)
        grid.add_row(
            _words(f"{row.left_text} {left}"),
            _words(row.label),
            _words(f"{right} {row.right_text}"),
        )
    return Padding(grid, (0, 0, 1, 0))


def _bar(part: Fraction | None, sign: str) -> str:
    return "" if part is None else sign * round(part * (HALF - 8))


def _balance(balance: BalanceLine) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=7)
    grid.add_column(width=LINE, no_wrap=True)
    grid.add_column(overflow="fold")
    for side, now, wanted, words in balance.rows:
        marks = [(now, SELF), (wanted, WANTED)]
        line = draw_line(1, balance.steps, marks, joined=False)
        grid.add_row(_words(side), line, _words(words))
    ends = _words(f"links: {balance.left}\nrechts: {balance.right}")
    return Group(ends, Padding(grid, (0, 0, 1, 0)))


def draw_line(
    low: int,
    high: int,
    marks: list[tuple[Fraction | None, str]],
    *,
    joined: bool,
    reach: tuple[Fraction, Fraction] | None = None,
) -> str:
    """Draw a scale of ``LINE`` characters with each mark at its place.

    Two marks at one place become ``◉``; ``joined`` draws a thick line between them. The ends of
    ``reach`` are brackets, where no mark stands.
    """
    cells = ["─"] * LINE
    cells[0], cells[-1] = "├", "┤"
    placed = [(_cell(value, low, high), sign) for value, sign in marks if value is not None]
    places = [place for place, _ in placed]
    if joined and len(places) > 1:
        for place in range(min(places), max(places)):
            cells[place] = "━"
    for end, sign in zip(reach or (), REACH, strict=False):
        cells[_cell(end, low, high)] = sign
    for place, sign in placed:
        cells[place] = BOTH if places.count(place) > 1 else sign
    return "".join(cells)


def _cell(value: Fraction, low: int, high: int) -> int:
    return round((value - low) / (high - low) * (LINE - 1))


_RENDERERS: Mapping[type, Callable[[Any], RenderableType]] = {
    Heading: _heading,
    Paragraph: lambda block: Padding(_words(block.text), (0, 0, 1, 0)),
    Notice: lambda block: Padding(_words(f"! {block.text}", style="bold"), (0, 0, 1, 0)),
    Bullets: lambda block: _list("•", block.items),
    Quotes: lambda block: _list("„", block.items, style="italic"),
    Table: _table,
    DumbbellChart: _chart,
    Triangle: _triangle,
    DistributionChart: _distribution,
    BalanceLine: _balance,
    FacingChart: _facing,
    PageBreak: lambda _: Text(),
}
