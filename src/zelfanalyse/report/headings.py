"""Which headings a document shows: no level skipped; those of the contents; what leads on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from zelfanalyse.report.document import Heading, Notice, PageBreak, Paragraph
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.report.document import Block, Document

SECTION = 2  # the level of the headings right under the title
LINE = 90  # a paragraph with no more characters is about a line


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


def leads_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a paragraph that stays on a page with the block after it.

    One above a list, a table or a chart does, and a line right under a heading: who signed, and
    when, is not to end a page by itself.
    """
    block, after = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    match after:
        case None | Heading() | PageBreak():
            return False
        case Paragraph() | Notice():
            under = index > 0 and isinstance(blocks[index - 1], Heading)
            return under and isinstance(block, Paragraph) and len(block.text) <= LINE
        case _:
            return isinstance(block, Paragraph)
