"""Charts of the web page: a drawing in a table or list that has all its figures as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report.document import (
    BalanceLine,
    Chart,
    DistributionChart,
    DumbbellChart,
    FacingChart,
    Triangle,
)
from zelfanalyse.report.html_table import cell, framed, grid, row
from zelfanalyse.report.picture import (
    EXTERNAL,
    SELF,
    WANTED,
    Mark,
    bar,
    column,
    escaped,
    sign,
    strip,
    triangle,
)

if TYPE_CHECKING:
    from fractions import Fraction


def figure(chart: Chart, name: str, under: str) -> str:
    """Return a drawing with its figures as text beside it, named by its text alternative.

    ``name`` is the id of that alternative, and ``under`` the heading above the chart.
    """
    match chart:
        case DumbbellChart():
            drawn, kind = _dumbbells(chart), "lines"
        case Triangle():
            drawn, kind = _triangle(chart, name), "triangle"
        case DistributionChart():
            drawn, kind = _distribution(chart, under), "columns"
        case BalanceLine():
            drawn, kind = _balance(chart), "balance"
        case FacingChart():
            drawn, kind = _facing(chart), "facing"
    return (
        f'<figure class="{kind}" aria-labelledby="{name}">\n{drawn}\n'
        f'<figcaption class="unseen" id="{name}">{escaped(chart.alt)}</figcaption>\n</figure>'
    )


def _dumbbells(chart: DumbbellChart) -> str:
    first, own, external, gap = chart.columns
    head = (
        f'<th scope="col"><span class="pair"><span>{escaped(first)}</span>'
        f'<span class="ends" aria-hidden="true"><span>{chart.low}</span><span>{chart.high}</span>'
        f"</span></span></th>{_signed(SELF, own)}{_signed(EXTERNAL, external)}"
        f"{cell('th', gap, right=True, scope='col')}"
    )
    rows = []
    for item in chart.rows:
        marks = (Mark(item.own, SELF), Mark(item.external, EXTERNAL))
        line = strip(chart.low, chart.high, marks, reach=item.reach)
        texts = (item.own_text, item.external_text, item.gap_text)
        rows.append(
            f'<tr><th scope="row"><span class="pair"><span>{escaped(item.label)}</span>{line}'
            f"</span></th>{''.join(cell('td', text, right=True) for text in texts)}</tr>"
        )
    return grid(head, rows)


def _triangle(chart: Triangle, name: str) -> str:
    corner, own, external = chart.columns
    head = cell("th", corner, scope="col") + _signed(SELF, own) + _signed(EXTERNAL, external)
    rows = [
        f"<tr>{row((item.title, item.own_text, item.external_text), (False, True, True))}</tr>"
        for item in chart.corners
    ]
    return f"{triangle(chart, name)}\n{grid(head, rows)}"


def _signed(mark: str, title: str) -> str:
    """Return the head of a column of figures, with the mark that stands for it."""
    return (
        f'<th scope="col" class="right"><span class="key">{sign(mark)}{escaped(title)}</span></th>'
    )


def _distribution(chart: DistributionChart, under: str) -> str:
    most = max((count for _, counts in chart.rows for count in counts), default=0)
    head = cell("th", chart.column, scope="col") + "".join(
        f'<th scope="col" class="count">{escaped(label)}</th>' if label else "<td></td>"
        for label in chart.labels
    )
    rows = [
        f"<tr>{cell('th', title, scope='row')}"
        + "".join(
            f'<td class="count">{column(count, most)}<span>{count}</span></td>' for count in counts
        )
        + "</tr>"
        for title, counts in chart.rows
    ]
    counted = ((title, *map(str, counts)) for title, counts in chart.rows)
    return framed(grid(head, rows), under, [(chart.column, *chart.labels), *counted])


def _balance(chart: BalanceLine) -> str:
    head = (
        f"{cell('th', chart.column, scope='col')}"
        f'<th scope="col"><span class="poles"><span>{escaped(chart.left)}</span>'
        f"<span>{escaped(chart.right)}</span></span></th>"
    )
    rows = []
    for side, now, wanted, words in chart.rows:
        line = strip(1, chart.steps, (Mark(wanted, WANTED), Mark(now, SELF)), joined=False)
        rows.append(
            f"<tr>{cell('th', side, scope='row')}"
            f'<td><span class="place">{line}<span>{escaped(words)}</span></span></td></tr>'
        )
    return grid(head, rows)


def _facing(chart: FacingChart) -> str:
    head = (
        cell("th", chart.left, right=True, scope="col")
        + cell("th", chart.column, scope="col")
        + cell("th", chart.right, scope="col")
    )
    rows = [
        f'<tr><td class="right"><span class="half">{_bar(item.left, leftward=True)}'
        f"<span>{escaped(item.left_text)}</span></span></td>"
        f"{cell('th', item.label, scope='row')}"
        f'<td><span class="half">{_bar(item.right, leftward=False)}'
        f"<span>{escaped(item.right_text)}</span></span></td></tr>"
        for item in chart.rows
    ]
    return grid(head, rows)


def _bar(part: Fraction | None, *, leftward: bool) -> str:
    return "" if part is None else bar(part, leftward=leftward)
