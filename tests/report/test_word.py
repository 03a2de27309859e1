"""The report as a Word file."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest

from tests.report.test_pdf import HOSTILE, texts
from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.document import Document, Heading, Paragraph, Table
from zelfanalyse.report.word import word_bytes
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from docx.document import Document as Draft


def opened(document: Document) -> Draft:
    """Return the Word file of a document, opened again."""
    return docx.Document(BytesIO(word_bytes(document)))


def words(draft: Draft) -> set[str]:
    """Return every line and cell of a Word file."""
    page = draft.sections[0]
    lines = [*draft.paragraphs, *page.header.paragraphs, *page.footer.paragraphs]
    cells = {cell.text for table in draft.tables for row in table.rows for cell in row.cells}
    return {line.text for line in lines} | cells


def test_every_text_of_the_report_is_in_the_word_file(document: Document) -> None:
    """Nothing is left out: headings, sentences, points, quotes and cells."""
    found = "\n".join(words(opened(document)))
    assert [] == [text for text in texts(document) if text not in found]


def test_the_word_file_has_real_styles_and_header_rows(document: Document) -> None:
    """Headings have their level, and the first row of each table repeats."""
    draft = opened(document)
    styles = {line.style.name for line in draft.paragraphs if line.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in draft.tables)


def test_the_word_file_is_dutch_and_has_contents_and_page_numbers(document: Document) -> None:
    """The language is in the styles; the fields are there for Word to fill."""
    with ZipFile(BytesIO(word_bytes(document))) as parts:
        read = {name: parts.read(name).decode() for name in parts.namelist() if "xml" in name}
    assert 'w:lang w:val="nl-NL"' in read["word/styles.xml"]
    assert "TOC \\o" in read["word/document.xml"]
    assert "w:updateFields" in read["word/settings.xml"]
    assert any("NUMPAGES" in part for name, part in read.items() if "footer" in name)
    assert document.title == opened(document).core_properties.title


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    """No moment is in the file."""
    assert word_bytes(document) == word_bytes(document)


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b[31m\uffff"], ids=range(len(HOSTILE) + 1))
def test_text_from_people_stays_text(text: str) -> None:
    """Whatever someone wrote can be read again, without what XML cannot hold."""
    blocks = (Heading(text, 1), Paragraph(text), Table((text,), ((text,),)))
    assert visible(text).replace("\uffff", "") in words(opened(Document(text, blocks)))


def test_without_python_docx_the_reader_hears_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra is named in one sentence."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(WrongUseError, match=r"zelfanalyse\[word\]"):
        word_bytes(Document("x", ()))
