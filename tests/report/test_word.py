"""The report as a Word file."""

from __future__ import annotations

import sys
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest

from tests.report.test_pdf import CHARTS, HOSTILE, charts, figures, texts
from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.document import (
    Block,
    Chart,
    Document,
    DumbbellChart,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from zelfanalyse.report.word import word_bytes
from zelfanalyse.report.word_grid import PAGE, grid
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
    """Headings have their level; the first row of each table repeats, and no row is torn."""
    draft = opened(document)
    styles = {line.style.name for line in draft.paragraphs if line.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote"} <= styles
    assert {"Melding"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in draft.tables)
    assert all("w:cantSplit" in row._tr.xml for table in draft.tables for row in table.rows)


def test_no_heading_stands_alone_at_the_end_of_a_page() -> None:
    """Every heading style keeps with what follows."""
    styles = opened(Document("x", ())).styles
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        assert styles[name].paragraph_format.keep_with_next


def test_who_signed_stays_with_what_was_said() -> None:
    """A line under a heading keeps with the next; the last words keep with nothing."""
    said = (Paragraph("Dagelijks bestuur, 19 november 2026."), Paragraph("Wij zien het."))
    lines = opened(Document("x", (Heading("Reactie"), *said))).paragraphs
    assert [True, False] == [line.paragraph_format.keep_with_next for line in lines[-2:]]


def test_no_heading_skips_a_level() -> None:
    """What is two levels deeper under a heading is written one level deeper, all of them."""
    levels = (1, 2, 4, 4, 2)
    blocks = tuple(Heading(str(place), level) for place, level in enumerate(levels))
    written = [line.style.name for line in opened(Document("x", blocks)).paragraphs if line.style]
    assert ["Title", "Heading 1", "Heading 2", "Heading 2", "Heading 1"] == written


def test_the_word_file_is_dutch_and_has_contents_and_page_numbers(document: Document) -> None:
    """The language is in the styles; the fields are there for Word to fill."""
    read = parts(document)
    assert 'w:lang w:val="nl-NL"' in read["word/styles.xml"]
    assert "TOC \\o" in read["word/document.xml"]
    assert "w:updateFields" in read["word/settings.xml"]
    assert any("NUMPAGES" in part for name, part in read.items() if "footer" in name)
    assert document.title == opened(document).core_properties.title


def parts(document: Document) -> dict[str, str]:
    """Return every part of a Word file that is XML."""
    with ZipFile(BytesIO(word_bytes(document))) as package:
        return {name: package.read(name).decode() for name in package.namelist() if "xml" in name}


def test_the_contents_point_at_the_headings() -> None:
    """Before Word fills them, each line of the contents is a link to its heading."""
    blocks = (Heading("T", 1), Heading("Een"), PageBreak(), Heading("Twee"))
    body = parts(Document("T", blocks))["word/document.xml"]
    for index in (1, 3):
        assert f'w:anchor="_Toc{index:08d}"' in body
        assert f'w:name="_Toc{index:08d}"' in body


def test_a_short_report_has_no_contents(document: Document) -> None:
    """Two pages need none: only a report with pages of its own has them."""
    blocks = tuple(block for block in document.blocks if not isinstance(block, PageBreak))
    assert "TOC" not in parts(Document("x", blocks))["word/document.xml"]


@pytest.mark.parametrize("chart", CHARTS, ids=[type(chart).__name__ for chart in CHARTS])
def test_a_chart_says_its_figures_and_has_a_text_alternative(chart: Chart) -> None:
    """What is drawn in characters also stands there in words."""
    document = Document("x", (chart,))
    found = "\n".join(words(opened(document)))
    assert [] == [figure for figure in figures(chart) if figure not in found]
    assert f'w:tblDescription w:val="{chart.alt}"' in parts(document)["word/document.xml"]


def test_the_drawing_of_a_chart_follows_its_figures() -> None:
    """External left of self on the line, with a double line between them."""
    dumbbells = next(chart for chart in CHARTS if isinstance(chart, DumbbellChart))
    drawn = grid(dumbbells).rows[0][1].drawn
    assert 0 < drawn.index("○") < drawn.index("═") < drawn.index("●")


def test_columns_follow_their_content() -> None:
    """Figures take little room, sentences the rest, and together they fill the page."""
    sentence = "Een stelling die veel langer is dan een cijfer, zoals stellingen zijn." * 2
    found = grid(Table(("Stelling", "Zelf", "Buiten"), ((sentence, "3,8", "4,1"),))).widths
    assert PAGE == pytest.approx(sum(found), abs=len(found))
    assert found[0] > 4 * max(found[1:])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_charts_stays_text(text: str) -> None:
    """Whoever writes a title writes a title."""
    blocks: tuple[Block, ...] = charts(text, Fraction(1, 2))
    assert visible(text) in words(opened(Document("x", blocks)))


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
