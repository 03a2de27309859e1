"""Tables of the web page: named, with headed columns and rows, and never wider than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report.document import Align, Table
from zelfanalyse.report.picture import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 24  # letters: a longer word may be broken anywhere, and so takes no more room than this
NARROW = 34  # letters that fit beside each other on a screen of 320 pixels
BETWEEN = 2  # letters of room between two columns


def named_table(table: Table, name: str) -> str:
    """Return a table; one that is too wide for a telephone moves within its own frame."""
    right = [table.column_align(index) is Align.RIGHT for index in range(len(table.columns))]
    head = "".join(
        cell("th", title, right=side, scope="col")
        for title, side in zip(table.columns, right, strict=True)
    )
    rows = [
        f"<tr{_look(number in table.totals)}>{row(texts, right)}</tr>"
        for number, texts in enumerate(table.rows)
    ]
    caption = f'<caption class="unseen">{escaped(name)}</caption>' if name else ""
    return framed(grid(head, rows, caption), name, (table.columns, *table.rows))


def _look(is_total: bool) -> str:  # noqa: FBT001 - the only thing it is about
    return ' class="total"' if is_total else ""


def grid(head: str, rows: Sequence[str], caption: str = "") -> str:
    """Return a table of a row of heads and the rows under it."""
    inner = "\n".join(rows)
    return f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{inner}\n</tbody></table>"


def row(texts: Sequence[str], right: Sequence[bool]) -> str:
    """Return the cells of a row; the first one names it."""
    first, *rest = texts
    return cell("th", first, right=right[0], scope="row") + "".join(
        cell("td", text, right=side) for text, side in zip(rest, right[1:], strict=True)
    )


def cell(tag: str, text: str, *, right: bool = False, scope: str = "") -> str:
    """Return a cell; one without words heads nothing."""
    if not text:
        return "<td></td>"
    looks = " ".join(
        look for look, wanted in (("right", right), ("long", _longest(text) > LONG)) if wanted
    )
    attributes = (f' scope="{scope}"' if scope else "") + (f' class="{looks}"' if looks else "")
    return f"<{tag}{attributes}>{escaped(text)}</{tag}>"


def framed(table: str, name: str, texts: Sequence[Sequence[str]]) -> str:
    """Return the table of these texts, in a frame where it is too wide for a telephone."""
    if _room(texts) <= NARROW:
        return table
    label = f' aria-label="{escaped(name)}"' if name else ""
    return f'<div class="frame" role="region" tabindex="0"{label}>{table}</div>'


def _room(rows: Sequence[Sequence[str]]) -> int:
    """Return how many letters a table is wide when every word has its own line."""
    columns = zip(*rows, strict=True)
    return sum(min(max(map(_longest, cells)), LONG) + BETWEEN for cells in columns)


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)
