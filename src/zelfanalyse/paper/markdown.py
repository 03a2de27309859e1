"""The form as Markdown. What the list says is text there and never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.markdown_escape import BREAK, one_line, paragraphs
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zelfanalyse.paper.blocks import Block

_BOX = "[\u00a0]\u00a0"  # with spaces that keep a box and its number on one line
_GAP = "\u2003"
_LINE = "_" * 70


def markdown(blocks: Iterable[Block]) -> str:
    """Return the form as Markdown, with a line feed at the end."""
    parts = [_drawn(block) for block in blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _drawn(block: Block) -> str:  # noqa: C901 - one case per kind of block
    match block:
        case Heading(level, text):
            return f"{'#' * level} {one_line(text)}"
        case Words(text, label):
            end = "" if label.endswith("?") else ":"
            return f"*{label}{end}* {paragraphs(text)}" if label else paragraphs(text)
        case Points(items):
            return "\n".join(f"- {one_line(item)}" for item in items)
        case Asked(number, text):
            return f"**{number}.** {paragraphs(text)}"
        case Legend(items):
            return " · ".join(one_line(item) for item in items)
        case Boxes(labels, apart, ends):
            first = [_BOX + one_line(label) for label in labels]
            if ends:
                first = [ends[0], *first, ends[1]]
            rest = [_BOX + label.replace(" ", "\u00a0") for label in apart]
            return _GAP.join([*first, *([""] if first and rest else []), *rest])
        case Column(labels):
            return BREAK.join(_BOX + one_line(label) for label in labels)
        case Lines(count):
            return "\n\n".join([_LINE] * count)
        case Room(text, count):
            return "\n\n".join([one_line(text), *[_LINE] * count])
        case Blank(label):
            return f"{one_line(label)}: {'.' * 40}"
