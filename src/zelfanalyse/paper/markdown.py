"""The form as Markdown. What the list says is text there and never markup."""

from __future__ import annotations

import re
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
    from collections.abc import Iterable

    from zelfanalyse.paper.blocks import Block

_BOX = "[\u00a0]\u00a0"  # with spaces that keep a box and its number on one line
_GAP = "\u2003"
_BREAK = "  \n"  # two spaces: a line break in Markdown, and nothing to see in plain text
_LINE = "_" * 70
# Everything CommonMark, GitHub and Pandoc read as markup inside a line ...
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&$^{}]|:(?=//)|(?<=www)\.(?=\S)", re.IGNORECASE)
# ... and at its start: a list, a rule, an underlined heading, a definition.
_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=:]))")


def markdown(blocks: Iterable[Block]) -> str:
    """Return the form as Markdown, with a line feed at the end."""
    parts = [_drawn(block) for block in blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _drawn(block: Block) -> str:  # noqa: C901 - one case per kind of block
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_one_line(text)}"
        case Words(text, label):
            end = "" if label.endswith("?") else ":"
            return f"*{label}{end}* {_text(text)}" if label else _text(text)
        case Points(items):
            return "\n".join(f"- {_one_line(item)}" for item in items)
        case Asked(number, text):
            return f"**{number}.** {_text(text)}"
        case Legend(items):
            return " · ".join(_one_line(item) for item in items)
        case Boxes(labels, apart, ends):
            first = [_BOX + _one_line(label) for label in labels]
            if ends:
                first = [ends[0], *first, ends[1]]
            rest = [_BOX + label.replace(" ", "\u00a0") for label in apart]
            return _GAP.join([*first, *([""] if first and rest else []), *rest])
        case Column(labels):
            return _BREAK.join(_BOX + _one_line(label) for label in labels)
        case Lines(count):
            return "\n\n".join([_LINE] * count)
        case Room(text, count):
            return "\n\n".join([_one_line(text), *[_LINE] * count])
        case Blank(label):
            return f"{_one_line(label)}: {'.' * 40}"


def _text(text: str) -> str:
    """Return text of which each line break and empty line stays, and nothing else has a meaning."""
    paragraphs = re.split(r"\n\s*\n", visible(text).strip())
    return "\n\n".join(
        _BREAK.join(safe for line in paragraph.split("\n") if (safe := _safe(line)))
        for paragraph in paragraphs
    )


def _one_line(text: str) -> str:
    return _safe(visible(text))


def _safe(line: str) -> str:
    return _START.sub(r"\1\\", _INLINE.sub(r"\\\g<0>", " ".join(line.split())))
