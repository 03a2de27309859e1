"""The report as a PDF."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.document import (
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quotes,
    Table,
)
from zelfanalyse.report.pdf import pdf_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = [
    '#panic("x")',
    "$x^2$ \\ #let",
    "<b>vet</b>",
    "😀 漢字",
    "مرحبا",
    "x" * 20_000,
    "",
    "_a_ *b*",
]


def texts(document: Document) -> Iterator[str]:
    """Yield what must be readable."""
    yield from (document.status, document.warning, document.footer)
    for block in document.blocks:
        match block:
            case Heading() | Paragraph() | Notice():
                yield block.text
            case Bullets() | Quotes():
                yield from block.items
            case Table():
                yield from (cell for row in (block.columns, *block.rows) for cell in row)


def bare(text: str) -> str:
    """Return the text without what a line break may change."""
    return re.sub("[\\s\u200b\u00ad\u2010-]", "", text)


def read(document: Document) -> str:
    """Return the bare text of the PDF of a document."""
    pages = PdfReader(BytesIO(pdf_bytes(document))).pages
    return bare("".join(page.extract_text() for page in pages))


def test_every_text_of_the_report_is_in_the_pdf(document: Document) -> None:
    """Nothing is left out: headings, sentences, points, quotes and cells."""
    found = read(document)
    assert [] == [text for text in texts(document) if bare(text) not in found]


def test_the_pdf_can_be_read_by_a_screen_reader(document: Document) -> None:
    """It is tagged, in Dutch, with a title and an outline, and says it follows PDF/UA-1."""
    written = pdf_bytes(document)
    reader = PdfReader(BytesIO(written))
    root = reader.root_object
    assert "/StructTreeRoot" in root
    assert "/Marked true" in re.sub(r"\s+", " ", written.decode("latin-1"))
    assert "nl" == str(root["/Lang"])
    assert b"pdfuaid:part" in written
    assert reader.metadata is not None
    assert document.title == reader.metadata.title
    assert reader.outline


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    """No moment and no machine is in the file."""
    assert pdf_bytes(document) == pdf_bytes(document)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_from_people_is_no_code(text: str) -> None:
    """Whatever someone wrote is laid out as words."""
    blocks = (Heading(text[:50], 1), Paragraph(text), Quotes((text,)), Table((text,), ((text,),)))
    found = read(Document(text[:50], blocks))
    if text.isascii():
        assert bare(text[:500]) in found


def test_a_character_without_a_font_says_which_it_is() -> None:
    """An emoji is in no font: its number stands there."""
    assert "[U+1F600]" in read(Document("x", (Heading("x", 1), Paragraph("😀"))))


def test_without_typst_the_reader_hears_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named in one sentence."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WrongUseError, match=r"zelfanalyse\[pdf\]"):
        pdf_bytes(Document("x", ()))
