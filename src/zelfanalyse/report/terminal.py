"""A report on a terminal or in a pipe, through Rich; signs carry the meaning, not colour."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from zelfanalyse.report.document import (
    BalanceLine,
    Block,
    Bullets,
    Document,
    DumbbellChart,
    Heading,
    Notice,
    Paragraph,
    Quotes,
    Table,
)

if TYPE_CHECKING:
    from fractions import Fraction
    from typing import TextIO

MAX_WIDTH = 100  # longer lines are hard to read
PIPE_WIDTH = 80
LINE = 25  # characters of a drawn scale

SELF, EXTERNAL, BOTH, WANTED = "●", "○", "◉", "◇"


def show(document: Document, file: TextIO) -> None:
    """Write the report to a terminal in its own width, or plainly to anything else."""
    screen = Console(file=file, markup=False, highlight=False, emoji=False)
    if screen.is_terminal:
        screen.width = min(screen.width, MAX_WIDTH)
        for block in document.blocks:
            screen.print(render(block))
        return
    plain = Console(file=StringIO(), width=PIPE_WIDTH, markup=False, highlight=False, emoji=False)
    with plain.capture() as captured:
        for block in document.blocks:
            plain.print(render(block))
    file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def render(block: Block) -> RenderableType:
    """Return one block as something Rich can print."""
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return Padding(Text(block.text), (0, 0, 1, 0))
        case Notice():
            return Padding(Text(f"! {block.text}", style="bold"), (0, 0, 1, 0))
        case Bullets():
            return _list("•", block.items)
        case Quotes():
            return _list("„", block.items, style="italic")
        case Table():
            return _table(block)
        case DumbbellChart():
            return _chart(block)
        case BalanceLine():
            return _balance(block)


def _heading(heading: Heading) -> RenderableType:
    text = Text(heading.text)
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
        grid.add_row(sign, Text(item, style=style))
    return Padding(grid, (0, 0, 1, 0))


def _table(table: Table) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for index, column in enumerate(table.columns):
        grid.add_column(Text(column), justify=table.column_align(index).value, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return Padding(grid, (0, 0, 1, 0))


def _chart(chart: DumbbellChart) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    grid.add_column("Factor", ratio=1, overflow="fold")
    grid.add_column(f"{chart.low}{' ' * (LINE - 2)}{chart.high}", width=LINE, no_wrap=True)
    for title in ("zelf", "buiten", "verschil"):
        grid.add_column(title, justify="right", no_wrap=True)
    for row in chart.rows:
        line = draw_line(
            chart.low, chart.high, [(row.own, SELF), (row.external, EXTERNAL)], joined=True
        )
        grid.add_row(Text(row.label), line, row.own_text, row.external_text, row.gap_text)
    return Padding(grid, (0, 0, 1, 0))


def _balance(balance: BalanceLine) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=7)
    grid.add_column(width=LINE, no_wrap=True)
    grid.add_column(overflow="fold")
    for side, now, wanted, words in balance.rows:
        marks = [(now, SELF), (wanted, WANTED)]
        grid.add_row(side, draw_line(1, balance.steps, marks, joined=False), words)
    ends = Text(f"links: {balance.left}\nrechts: {balance.right}")
    return Group(ends, Padding(grid, (0, 0, 1, 0)))


def draw_line(
    low: int, high: int, marks: list[tuple[Fraction | None, str]], *, joined: bool
) -> str:
    """Draw a scale of ``LINE`` characters with each mark at its place.

    Two marks at one place become ``◉``; ``joined`` draws a thick line between them.
    """
    cells = ["─"] * LINE
    cells[0], cells[-1] = "├", "┤"
    placed = [(_cell(value, low, high), sign) for value, sign in marks if value is not None]
    places = [place for place, _ in placed]
    if joined and len(places) > 1:
        for place in range(min(places), max(places)):
            cells[place] = "━"
    for place, sign in placed:
        cells[place] = BOTH if places.count(place) > 1 else sign
    return "".join(cells)


def _cell(value: Fraction, low: int, high: int) -> int:
    return round((value - low) / (high - low) * (LINE - 1))
