"""Text from people in Markdown: it stays text there and is never markup."""

from __future__ import annotations

import re

from zelfanalyse.text import visible

BREAK = "  \n"  # two spaces: a line break in Markdown, and nothing to see in plain text
# Everything CommonMark, GitHub and Pandoc read as markup inside a line ...
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&$^{}]|:(?=//)|(?<=www)\.(?=\S)", re.IGNORECASE)
# ... and at its start: a list, a rule, an underlined heading, a definition.
_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=:]))")


def paragraphs(text: str) -> str:
    """Return text of which each line break and empty line stays, and nothing else has a meaning."""
    parts = re.split(r"\n\s*\n", visible(text).strip())
    return "\n\n".join(
        BREAK.join(safe for line in part.split("\n") if (safe := _safe(line))) for part in parts
    )


def one_line(text: str) -> str:
    """Return text on one line, as in a heading or a point of a list."""
    return _safe(visible(text))


def cell(text: str) -> str:
    """Return text in a cell of a table: on one line, where no start of a line has a meaning."""
    return _INLINE.sub(r"\\\g<0>", " ".join(visible(text).split()))


def _safe(line: str) -> str:
    return _START.sub(r"\1\\", cell(line))
