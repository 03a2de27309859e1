"""Which headings a document shows: no level skipped; and those of the contents."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from zelfanalyse.report.document import Heading, PageBreak
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.report.document import Block, Document

SECTION = 2  # the level of the headings right under the title


def without_gaps(blocks: Iterable[Block], title: int = 0) -> Iterator[Block]:
    """Yield the blocks with no heading more than one level below the one it is under.

    Headings that were equal under the same heading stay equal. One without words is left out.
    All are below ``title``, the level of what stands above these blocks.
    """
    above = [title] if title else []
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif visible(block.text).strip():
            wanted = max(block.level, title + 1)
            above = [*(level for level in above if level < wanted), wanted]
            yield replace(block, level=len(above))


def depth_of_contents(document: Document) -> int:
    """Return how deep a table of contents goes; 0 when the report is too short to have one.

    A report with pages of its own has one. The headings under sections are in it when some of
    them begin a page.
    """
    blocks = list(without_gaps(document.blocks))
    if not any(isinstance(block, PageBreak) for block in blocks):
        return 0
    beginning = (
        block.level
        for before, block in pairwise(blocks)
        if isinstance(before, PageBreak) and isinstance(block, Heading)
    )
    return min(SECTION + 1, max((SECTION, *beginning)))
