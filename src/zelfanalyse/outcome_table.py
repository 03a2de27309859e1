"""What a merge did, for who did it: a row per file, and what can be mended in the refused ones."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from zelfanalyse.merge import Fate
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from zelfanalyse.merge import Merge, Outcome

PIPE_WIDTH = 80
MAX_FINDINGS = 10  # per file: who has more than these begins with these

_LEAST = {  # the columns, and how narrow each may become: its longest word, or its heading
    "Bestand": 12,
    "Uitkomst": 11,
    "Code": 9,
    "Perspectief": 11,
    "Waarom": 13,
}
_WHOLE = ("Bestand", "Code", "Perspectief")  # half a name or a code cannot be looked for


def show(merged: Merge, file: TextIO) -> None:
    """Write the table to a terminal in its own width, or plainly to anything else."""
    screen = Console(file=file, markup=False, highlight=False, emoji=False)
    if screen.is_terminal:
        screen.print(_table(merged, screen.width))
        return
    plain = Console(file=StringIO(), width=PIPE_WIDTH, markup=False, highlight=False, emoji=False)
    with plain.capture() as captured:
        plain.print(_table(merged, PIPE_WIDTH))
    file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def advice(merged: Merge) -> Iterator[str]:
    """Yield the findings in each refused file with what to do about them."""
    for outcome in merged.outcomes:
        if outcome.fate is Fate.REFUSED:
            yield from map(str, outcome.findings[:MAX_FINDINGS])
            more = len(outcome.findings) - MAX_FINDINGS
            if more > 0:
                yield f"{outcome.path}: … en nog {more}."


def _table(merged: Merge, width: int) -> Table:
    rows = [[visible(cell) for cell in _cells(outcome)] for outcome in merged.outcomes]
    table = Table(box=None, pad_edge=False, header_style="bold")
    room = width - sum(_LEAST.values()) - (len(_LEAST) - 1)
    for index, (name, least) in enumerate(_LEAST.items()):
        needed = max(cell_len(cell) for cell in (name, *(row[index] for row in rows)))
        whole = name in _WHOLE and needed <= least + room
        room -= max(0, needed - least) if whole else 0
        table.add_column(name, overflow="fold", no_wrap=whole, min_width=min(least, needed))
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _cells(outcome: Outcome) -> tuple[str, ...]:
    return (
        outcome.path.name,
        outcome.fate.value,
        outcome.respondent,
        outcome.perspective,
        outcome.reason,
    )
