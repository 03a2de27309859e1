"""Text that people wrote in a file of the dossier, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report.document import Paragraph
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


def paragraphs(text: str, label: str = "") -> Iterator[Paragraph]:
    """Yield a paragraph for each line that says something; ``label`` stands before the first."""
    for line in filter(None, map(str.strip, visible(text).splitlines())):
        yield Paragraph(f"{label}{line}")
        label = ""


def one_line(text: str) -> str:
    """Return a text as one line, for a heading, a cell or a point of a list."""
    return " ".join(visible(text).split())
