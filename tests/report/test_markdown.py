"""A report as Markdown: read back by a reader of Markdown, it says what the document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from zelfanalyse.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quotes,
    Table,
)
from zelfanalyse.report.markdown import markdown_text
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    "<script>alert(1)</script>",
    "a | b \\| c",
    "**vet** _schuin_ ~~weg~~ `code`",
    "![x](https://x.nl) [y]: z",
    "# kop",
    "> aanhaling",
    "- punt\n1. een\n---\n===",
    "&lt;b&gt; &amp;",
    "www.x.nl http://x.nl",
    "\n\n```\nblok\n```",
    "<!-- weg -->",
)
TEXT = {"text", "softbreak", "hardbreak"}


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return a text in every kind of block that shows text."""
    return (
        Heading(text, 2),
        Paragraph(text),
        Notice(text),
        Bullets((text, "tweede")),
        Quotes((text, "ander")),
        Table(("kop", text), ((text, "cel"),)),
    )


def inline(tokens: list[Token]) -> list[Token]:
    """Return every token inside lines."""
    return [child for token in tokens for child in token.children or ()]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_never_markup(text: str) -> None:
    """The text gives the same blocks as a harmless one, and inside a line only text."""
    for drawn, plain in zip(blocks_of(text), blocks_of("gewoon"), strict=True):
        read = READER.parse(markdown_text(Document("", (drawn,))))
        expected = READER.parse(markdown_text(Document("", (plain,))))
        kinds = [token.type for token in read if not token.type.startswith("paragraph")]
        wanted = [token.type for token in expected if not token.type.startswith("paragraph")]
        assert set(wanted) == set(kinds)
        allowed = TEXT | ({"strong_open", "strong_close"} if isinstance(drawn, Notice) else set())
        assert set() == {token.type for token in inline(read)} - allowed
        assert "<" not in "".join(token.content for token in read if token.type == "html_block")


@given(st.text(min_size=1))
def test_any_cell_is_read_back(text: str) -> None:
    """A cell is read as it was written, apart from white space."""
    drawn = markdown_text(Document("", (Table(("a", "b"), ((f"x{text}", "y"),)),)))
    cells = [token.content for token in READER.parse(drawn) if token.type == "inline"]
    assert 4 == len(cells)
    read = "".join(t.content for t in READER.parseInline(cells[2])[0].children or ())
    assert " ".join(visible(f"x{text}").split()) == read


def test_the_whole_report_is_tables_and_words(document: Document) -> None:
    """The report of the example has all its headings, and no HTML."""
    read = READER.parse(markdown_text(document))
    headings = [b for b in document.blocks if isinstance(b, Heading)]
    assert len(headings) == sum(token.type == "heading_open" for token in read)
    assert [] == [token for token in read if "html" in token.type]


def test_a_chart_is_its_words_and_its_figures(document: Document) -> None:
    """The words of every chart are in the text."""
    spoken = "".join(t.content for t in inline(READER.parse(markdown_text(document))))
    told = [block.alt for block in document.blocks if hasattr(block, "alt")]
    assert told
    assert [] == [alt for alt in told if " ".join(alt.split()) not in spoken]
