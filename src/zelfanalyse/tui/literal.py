"""Text from a file or a person, as Textual draws it."""

from __future__ import annotations

from textual.content import Content

from zelfanalyse.text import visible


def literal(text: str, style: str = "") -> Content:
    """Return text as it reads: never markup, never a control code."""
    return Content.styled(visible(text), style)
