"""A report as Markdown. A chart is its words with a table; what people wrote is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.markdown_escape import cell, one_line, paragraphs
from zelfanalyse.report.document import (
    Align,
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

if TYPE_CHECKING:
    from collections.abc import Iterable

_RULE = {Align.LEFT: "---", Align.RIGHT: "--:"}


def markdown_text(document: Document) -> str:
    """Return the report as Markdown, with a line feed at the end."""
    parts = [_drawn(block) for block in document.blocks]
    if document.footer:
        parts += ["---", one_line(document.footer)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _drawn(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {one_line(text)}"
        case Paragraph(text):
            return paragraphs(text)
        case Notice(text):
            return f"**! {one_line(text)}**"
        case Bullets(items):
            return "\n".join(f"- {one_line(item)}" for item in items)
        case Quotes(items):
            return "\n\n".join(_quote(item) for item in items)
        case Table():
            return _table(block)
        case PageBreak():
            return ""
        case _:
            return f"{paragraphs(block.alt)}\n\n{_table(_figures(block))}"


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in paragraphs(text).split("\n"))


def _figures(
    chart: DumbbellChart | Triangle | DistributionChart | BalanceLine | FacingChart,
) -> Table:
    """Return what a chart draws as a table."""
    match chart:
        case DumbbellChart():
            rows = [(x.label, x.own_text, x.external_text, x.gap_text) for x in chart.rows]
            return _numbers(chart.columns, rows)
        case Triangle():
            corners = [(x.title, x.own_text, x.external_text) for x in chart.corners]
            return _numbers(chart.columns, corners)
        case DistributionChart():
            counts = [(title, *map(str, each)) for title, each in chart.rows]
            return _numbers((chart.column, *chart.labels), counts)
        case BalanceLine():
            words = tuple((side, text) for side, _, _, text in chart.rows)
            return Table((chart.column, f"{chart.left} – {chart.right}"), words)
        case FacingChart():
            sides = [(x.label, x.left_text, x.right_text) for x in chart.rows]
            return _numbers((chart.column, chart.left, chart.right), sides)


def _numbers(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    align = (Align.LEFT, *(Align.RIGHT for _ in columns[1:]))
    return Table(columns, tuple(rows), align)


def _table(table: Table) -> str:
    rules = [_RULE[table.column_align(index)] for index in range(len(table.columns))]
    rows = [[cell(text) for text in row] for row in (table.columns, *table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rules, *rows[1:]))
