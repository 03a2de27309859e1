"""The report as a PDF."""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.document import (
    BalanceLine,
    Block,
    Bullets,
    Chart,
    Corner,
    DistributionChart,
    Document,
    Dumbbell,
    DumbbellChart,
    FacingChart,
    FacingRow,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Quotes,
    Table,
    Triangle,
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


def charts(text: str, place: Fraction) -> tuple[Chart, ...]:
    """Return one chart of each kind, with this text everywhere."""
    return (
        DumbbellChart(
            1, 5, (Dumbbell(text, 3 + place, 2 + place, text, text, text),), text, (text,) * 4
        ),
        Triangle(1, 5, (Corner(text, 3 + place, 2 + place, text, text),) * 3, text, (text,) * 3),
        DistributionChart((text,) * 5, ((text, (0, 1, 2, 3, 4)),), text, text),
        BalanceLine(text, text, 5, ((text, 3 + place, 2 + place, text),), text, text),
        FacingChart(text, text, (FacingRow(text, place, None, text, text),), text, text),
    )


NOW, LATER = Fraction(4), Fraction(5, 2)
CHARTS: tuple[Chart, ...] = (
    DumbbellChart(
        1,
        5,
        (Dumbbell("Vertrouwen", NOW, LATER, "4,0", "2,5", "+1,5", (Fraction(3), Fraction(5))),),
        "Vertrouwen: zelf 4,0, buiten 2,5.",
    ),
    Triangle(1, 5, (Corner("Ambities", NOW, LATER, "4,0", "2,5"),) * 3, "Drie hoeken."),
    DistributionChart(("nee", "ja"), (("Raad", (17, 23)),), "Raad: nee 17, ja 23."),
    BalanceLine("lef", "geduld", 5, (("zelf", NOW, LATER, "nu 4,0, gewenst 2,5"),), "Zelf: 4,0."),
    FacingChart(
        "Klein", "Groot", (FacingRow("Invloed", Fraction(1, 4), None, "25", "<5"),), "Klein: 25."
    ),
)


def figures(chart: Chart) -> list[str]:
    """Return the words and figures that must be readable beside the drawing of a chart."""
    match chart:
        case DumbbellChart():
            return ["Vertrouwen", "4,0", "2,5", "+1,5", *chart.columns]
        case Triangle():
            return ["Ambities", "4,0", "2,5", *chart.columns]
        case DistributionChart():
            return ["Groep", "Raad", "nee", "ja", "17", "23"]
        case BalanceLine():
            return ["Blik", "lef", "geduld", "zelf", "nu 4,0, gewenst 2,5"]
        case FacingChart():
            return ["Onderwerp", "Klein", "Groot", "Invloed", "25", "<5"]


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


@pytest.mark.parametrize("chart", CHARTS, ids=[type(chart).__name__ for chart in CHARTS])
def test_a_chart_says_its_figures_and_has_a_text_alternative(chart: Chart) -> None:
    """What is drawn also stands there in words, and a screen reader gets the alternative."""
    document = Document("x", (Heading("x", 1), chart))
    found = read(document)
    assert [] == [figure for figure in figures(chart) if bare(figure) not in found]
    assert [chart.alt] == alternatives(document)


def alternatives(document: Document) -> list[str]:
    """Return the text alternatives in the PDF of a document."""
    reader = PdfReader(BytesIO(pdf_bytes(document)))
    size: Any = reader.trailer["/Size"]
    found = (reader.get_object(number) for number in range(1, size))
    return [
        str(item["/Alt"]) for item in found if isinstance(item, DictionaryObject) and "/Alt" in item
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_charts_is_on_the_page(text: str) -> None:
    """A title without end is set over pages, and nothing of it falls off."""
    document = Document("x", (Heading("x", 1), *charts(text[:2_000], Fraction(1, 2))))
    pages = PdfReader(BytesIO(pdf_bytes(document))).pages
    outside: list[str] = []

    def visit(part: str, matrix: list[float], at: list[float], *_: object) -> None:
        across, up = at[4] * matrix[0] + matrix[4], at[5] * matrix[3] + matrix[5]
        if part.strip() and not (0 < across < 596 and 0 < up < 842):
            outside.append(part)

    found = bare("".join(page.extract_text(visitor_text=visit) for page in pages))
    assert [] == outside
    if text.isascii():
        assert bare(text[:2_000]) in found


def test_the_fonts_are_in_the_file(document: Document) -> None:
    """A PDF reads the same on every machine."""
    pages: Any = PdfReader(BytesIO(pdf_bytes(document))).pages
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(item) for item in described)


def test_the_head_of_a_long_table_is_on_every_page() -> None:
    """Who turns the page still knows which column is which."""
    rows = tuple((f"rij {number}", "x") for number in range(120))
    blocks = (Heading("x", 1), Table(("Onderwerp", "Uitkomst"), rows))
    pages = PdfReader(BytesIO(pdf_bytes(Document("x", blocks)))).pages
    assert len(pages) > 1
    assert all("Uitkomst" in page.extract_text() for page in pages)


INVENTORY = Table(
    ("Samenwerking", "Overleg", "Kosten", "Opbrengst", "Wat beter kan"),
    (
        (
            "Inkoop jeugdhulp",
            "ongeveer 40 uur per maand",
            "een deel van drie banen",
            "één inkoop in plaats van vijf",
            "eerder meedenken",
        ),
        ("Netwerk recreatie", "een middag per kwartaal", "", "", ""),
    ),
)


def test_no_word_is_torn_in_a_table_of_many_columns() -> None:
    """Each column has room for its longest word."""
    document = Document("x", (Heading("x", 1), INVENTORY))
    found = PdfReader(BytesIO(pdf_bytes(document))).pages[0].extract_text()
    said = " ".join(cell for row in (INVENTORY.columns, *INVENTORY.rows) for cell in row)
    assert [] == [word for word in said.split() if word not in found]


ENDINGS: tuple[tuple[Block, ...], ...] = (
    (Paragraph("Dagelijks bestuur, 19 november 2026."), Paragraph("Wij herkennen het beeld.")),
    (Paragraph("Dagelijks bestuur, 19 november 2026."), Notice("Wij herkennen het beeld.")),
    (Table(("Wat",), (("Wij herkennen het beeld.",), *(("Meer.",),) * 30)),),
    (Bullets(("Wij herkennen het beeld.", *("Meer.",) * 30)),),
    (Quotes(("Wij herkennen het beeld.", "Meer.")),),
)


@pytest.mark.parametrize("filled", range(38, 49))
def test_a_heading_and_who_signed_stand_on_the_page_of_what_follows(filled: int) -> None:
    """However full a page is, nothing that only begins something is the last on it."""
    for ending in ENDINGS:
        blocks = (*(Paragraph("Vooraf."),) * filled, Heading("Bestuurlijke reactie"), *ending)
        written = pdf_bytes(Document("x", (Heading("x", 1), *blocks)))
        pages = [page.extract_text() for page in PdfReader(BytesIO(written)).pages]
        (begins,) = (page for page in pages if "Bestuurlijke reactie" in page)
        assert "Wij herkennen" in begins
        assert ("Dagelijks" in "".join(pages)) == ("Dagelijks" in begins)


def test_every_page_has_its_number_and_status(document: Document) -> None:
    """Whatever page lies on a table says what it is of."""
    pages = PdfReader(BytesIO(pdf_bytes(document))).pages
    for number, page in enumerate(pages, start=1):
        text = bare(page.extract_text())
        assert bare(f"pagina {number} van {len(pages)}") in text
        assert bare(document.status) in text
        assert bare(document.warning) in text


def test_a_short_report_has_no_contents() -> None:
    """Two pages need none: only a report with pages of its own has them."""
    blocks = (Heading("T", 1), Heading("Eerste"), Paragraph("x"), PageBreak(), Heading("Tweede"))
    assert 2 == read(Document("T", blocks)).count("Tweede")
    assert 1 == read(Document("T", blocks[:3])).count("Eerste")


def test_a_title_without_end_is_a_short_title_and_its_whole_text() -> None:
    """The bookmark has the beginning, the page has everything."""
    title = "lang " * 500
    written = pdf_bytes(Document("T", (Heading("T", 1), Heading(title))))
    reader = PdfReader(BytesIO(written))
    assert bare(title) in bare("".join(page.extract_text() for page in reader.pages))
    assert len(written) < 100_000


def test_a_character_without_a_font_says_which_it_is() -> None:
    """An emoji is in no font: its number stands there, and the last words say what that is."""
    found = read(Document("x", (Heading("x", 1), Paragraph("😀"))))
    assert "[U+1F600]" in found
    assert bare("Een code als [U+1F600] staat voor een teken") in found


def test_without_such_a_character_nothing_is_said_about_codes() -> None:
    """Most reports have none."""
    assert "Eencode" not in read(Document("x", (Heading("x", 1), Paragraph("é → ●"))))


def test_thousands_of_characters_without_a_font_are_told_soon() -> None:
    """After the first hundreds nobody tries the others one by one."""
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 3_000)))
    assert "[U+59B7]" in read(Document("x", (Heading("x", 1), Paragraph(many))))


def test_without_typst_the_reader_hears_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named in one sentence."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WrongUseError, match=r"zelfanalyse\[pdf\]"):
        pdf_bytes(Document("x", ()))
