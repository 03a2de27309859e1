"""The form as plain text for any printer: at most 78 columns, and only spaces to align."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from zelfanalyse.paper.blocks import (
    Asked,
    Blank,
    Boxes,
    Column,
    Heading,
    Legend,
    Lines,
    Points,
    Room,
    Words,
)
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.paper.blocks import Block

COLUMNS = 78
_INDENT = " " * 5  # what belongs to a question stands under its words
_BOX = "[ ] "
_UNDERLINE = {1: "=", 2: "=", 3: "-"}


def plain(blocks: Iterable[Block]) -> str:
    """Return the form as text, with a line feed at the end."""
    lines: list[str] = []
    indent = ""
    for block in blocks:
        if isinstance(block, Heading | Room):
            indent = ""
        lines += _drawn(block, indent)
        if isinstance(block, Asked):
            indent = _INDENT
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _drawn(block: Block, indent: str) -> Iterator[str]:  # noqa: C901 - one case per kind of block
    match block:
        case Heading(level, text):
            title = _wrapped(text.upper() if level == 1 else text, "", "")
            yield from ["", "", *title, _UNDERLINE[level] * max(map(len, title))]
        case Words(text, label):
            yield from [] if indent else [""]
            yield from _wrapped(_labelled(label, text), indent, indent)
        case Points(items):
            yield ""
            for item in items:
                yield from _wrapped(item, "- ", "  ")
        case Asked(number, text):
            yield ""
            yield from _wrapped(text, f"{number}.".ljust(len(_INDENT)), _INDENT)
        case Legend(items):
            yield from _row([visible(item) for item in items], "   ", indent)
        case Boxes(labels, apart, ends):
            yield from _boxes(labels, apart, ends, indent)
        case Column(labels):
            for label in labels:
                yield from _wrapped(label, f"{indent}{_BOX}", indent + " " * len(_BOX))
        case Lines(count):
            yield from _lines(count, indent)
        case Room(text, count):
            yield ""
            yield from _wrapped(text, "", "")
            yield from _lines(count, "")
        case Blank(label):
            yield ""
            yield f"{indent}{visible(label)}: ".ljust(50, ".")


def _lines(count: int, indent: str) -> Iterator[str]:
    """Yield lines to write on, far enough apart for a pen."""
    for _ in range(count):
        yield ""
        yield indent + "_" * (COLUMNS - len(indent))


def _boxes(
    labels: tuple[str, ...], apart: tuple[str, ...], ends: tuple[str, ...], indent: str
) -> Iterator[str]:
    first = [_BOX + visible(label) for label in labels]
    rest = (" " * 3).join(_BOX + label for label in apart)
    if ends:
        row = [ends[0], *first, ends[1]]
        gap = "  " if len(indent + "  ".join(row)) <= COLUMNS else " "  # so that nine places fit
        yield from _row(row, gap, indent)
        return
    wide = "   ".join(first)
    lines = list(_row(first, "   " if len(indent + wide) <= COLUMNS else "  ", indent))
    if lines and rest and len(lines[-1]) + 5 + len(rest) <= COLUMNS:
        lines[-1] += " " * 5 + rest
    elif rest:
        lines.append(indent + rest)
    yield from lines


def _row(pieces: list[str], gap: str, indent: str) -> Iterator[str]:
    """Yield lines with as many whole pieces as fit on each."""
    line = ""
    for piece in pieces:
        if line and len(indent) + len(line) + len(gap) + len(piece) > COLUMNS:
            yield from _wrapped(line, indent, indent)
            line = ""
        line = f"{line}{gap}{piece}" if line else piece
    if line:
        yield from _wrapped(line, indent, indent)


def _labelled(label: str, text: str) -> str:
    if not label:
        return text
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    """Return the text in lines; its own line breaks stay, and so do its empty lines."""
    lines: list[str] = []
    for line in visible(text).split("\n"):
        start = rest if lines else first
        filled = textwrap.wrap(
            line,
            COLUMNS,
            initial_indent=start,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
        lines += filled or [start]
    return lines
