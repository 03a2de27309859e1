"""The report as a web page: one file, in order, and with people's words as words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.report.words import texts
from zelfanalyse.report.document import (
    Align,
    BalanceLine,
    Block,
    Bullets,
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
from zelfanalyse.report.html import html_text

VOID = {"meta", "link", "br", "hr", "img"}
HOSTILE = "</style><script>alert('x')</script>\"'&<img src=x onerror=alert(1)>\x00\u202e"
ONE, THREE, FIVE = Fraction(1), Fraction(3), Fraction(5)


def every_block(text: str) -> Document:
    """Return a document with every kind of block, and with the text wherever text can be."""
    row = Dumbbell(text, FIVE, FIVE, text, text, text, (THREE, FIVE))
    bare = Dumbbell(text, None, THREE, text, text, text)
    corner = Corner(text, ONE, THREE, text, text)
    facing = FacingRow(text, Fraction(1, 2), None, text, text)
    blocks: tuple[Block, ...] = (
        Heading(text, 1),
        Notice(text),
        Heading(text),
        PageBreak(),
        Heading(text, 4),
        Paragraph(text),
        Bullets((text,)),
        Quotes((text,)),
        Table((text, "", text), ((text, "", text),), (Align.LEFT, Align.LEFT, Align.RIGHT)),
        DumbbellChart(1, 5, (row, bare), text),
        Triangle(1, 5, (corner, corner, corner), text),
        DistributionChart((text, text), ((text, (0, 3)),), text),
        BalanceLine(text, text, 5, ((text, ONE, ONE, text),), text),
        FacingChart(text, text, (facing,), text),
    )
    return Document(text, blocks, status=text, warning="Let op", footer=text)


class Page(HTMLParser):
    """What a browser would find: tags in their order, well nested, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and that it is open."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep words, and not the style sheet."""
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every such tag."""
        return [attributes for found, attributes in self.tags if found == tag]

    @property
    def text(self) -> str:
        """Return all words in reading order."""
        return "".join(self.words)


def test_page_is_well_nested_and_has_its_landmarks(document: Document) -> None:
    """A page has one title, one main part, a language, and every tag is closed in its turn."""
    page = Page(html_text(document))
    assert [{"lang": "nl"}] == page.all("html")
    for tag in ("title", "header", "nav", "main", "footer", "h1"):
        assert len(page.all(tag)) == 1, tag


def test_ids_are_unique_and_every_link_arrives(document: Document) -> None:
    """No id is there twice, and a link or a label names one that is there."""
    page = Page(html_text(document))
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert set(ids.values()) == {1}
    for _, attributes in page.tags:
        for key in ("href", "aria-labelledby"):
            if target := attributes.get(key):
                assert target.removeprefix("#") in ids


@pytest.mark.parametrize("levels", [(1, 2, 3, 4), (4, 2, 4), (2, 1, 1, 9)])
def test_headings_skip_no_level(levels: tuple[int, ...]) -> None:
    """After a heading comes one that is at most one level deeper, whatever the document says."""
    blocks = tuple(Heading(f"Kop {level}", level) for level in levels)
    page = Page(html_text(Document("Titel", blocks)))
    found = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_equal_headings_stay_equal() -> None:
    """Where a level is left out, everything under it moves up together."""
    blocks = (Heading("B"), Heading("C", 4), Heading("D", 4), Heading("E", 3))
    page = Page(html_text(Document("A", blocks)))
    assert ["h1", "h2", "h3", "h3", "h3"] == [tag for tag, _ in page.tags if tag[1:].isdigit()]


def test_the_left_side_of_two_that_face_is_filled() -> None:
    """As in the PDF and in Word: who has both before them compares the same drawing."""
    row = FacingRow("Invloed", ONE / 2, ONE / 3, "50", "33")
    page = html_text(Document("A", (FacingChart("Klein", "Groot", (row,), "Twee kanten."),)))
    body = page.split("<main", 1)[1]
    assert ["filled", "open"] == re.findall(r'<rect class="(filled|open)"', body)


def test_the_margins_of_a_printed_page_say_whose_it_is() -> None:
    """A text in a margin keeps its spaces after a sign that is written by number."""
    page = html_text(Document("A", (), "Concept", "Verzonnen. Let op", "A · ronde 1"))
    margins = [
        re.sub(r"\\([0-9a-f]{1,6})\s?", lambda found: chr(int(found[1], 16)), text)
        for text in re.findall(r'content: "((?:[^"\\]|\\.)*)"; \}', page)
    ]
    assert ["Verzonnen. Let op", "Concept", "A · ronde 1"] == margins[:3]


def test_every_word_of_the_report_is_on_the_page(document: Document) -> None:
    """Each text of each block is on the page, and so are status, warning and footer."""
    for shown in (document, every_block("Een tekst")):
        page = Page(html_text(shown))
        assert [] == [text for text in texts(replace(shown, language="")) if text not in page.text]


def test_text_from_people_is_never_markup() -> None:
    """Hostile text stays text, in words, attributes, drawings and the style sheet."""
    page = Page(html_text(every_block(HOSTILE)))
    assert [] == page.all("script")
    assert [] == page.all("img")
    assert not [name for _, attributes in page.tags for name in attributes if name[:2] == "on"]
    assert "\x00" not in page.text
    assert "\u202e" not in page.text


def test_every_drawing_is_whole_and_has_a_size() -> None:
    """A drawing is XML by itself, with a hostile text in it too."""
    drawings = re.findall(r"<svg.*?</svg>", html_text(every_block(HOSTILE)), re.DOTALL)
    assert len(drawings) > 10
    for drawing in drawings:
        assert ET.fromstring(drawing).get("viewBox")  # noqa: S314 - made here


def test_the_reach_of_a_difference_is_drawn_where_there_is_one() -> None:
    """A thin line with two caps, only in the row that has an interval."""
    row = Dumbbell("a", THREE, ONE, "3,0", "1,0", "+2,0 (1,0 tot 3,0)", (Fraction(2), Fraction(4)))
    plain = replace(row, reach=None)
    drawn, empty = (
        [line for line in Page(_lines(item)).all("line") if line.get("class") == "reach"]
        for item in (row, plain)
    )
    assert [("65", "175"), ("65", "65"), ("175", "175")] == [
        (line["x1"], line["x2"]) for line in drawn
    ]
    assert [] == empty


def _lines(row: Dumbbell) -> str:
    return html_text(Document("a", (DumbbellChart(1, 5, (row,), "b"),)))


def test_every_chart_has_a_name_and_its_figures_as_text() -> None:
    """A figure is named by its alternative, and no figure is only in the drawing."""
    page = Page(html_text(every_block("7,5")))
    assert 5 == len(page.all("figure"))
    assert all(attributes.get("aria-labelledby") for attributes in page.all("figure"))
    assert all(
        attributes.get("aria-hidden") == "true" or attributes.get("role") == "img"
        for attributes in page.all("svg")
    )


def test_no_header_cell_is_empty(document: Document) -> None:
    """A column without a title has a plain cell at its head."""
    for shown in (document, every_block("a"), every_block("")):
        assert not re.search(r"<th[^>]*>(<span>)?</", html_text(shown))


def test_what_begins_a_page_is_in_the_contents() -> None:
    """Chapters, and the headings at the top of a page; others are not."""
    blocks = (PageBreak(), Heading("B"), Heading("C", 3), Paragraph("d"), Heading("E", 3))
    links = [attributes["href"] for attributes in Page(html_text(Document("A", blocks))).all("a")]
    assert ["#tekst", "#b", "#c"] == links


def test_a_warning_is_told_once() -> None:
    """The header has the warning, so the same notice in the text is left out."""
    document = Document("Titel", (Notice("Verzonnen."), Paragraph("a")), warning="Verzonnen.")
    assert 1 == Page(html_text(document)).text.count("Verzonnen.")


def test_nothing_comes_from_elsewhere(document: Document) -> None:
    """There is no script, no address and no resource but the page itself."""
    page = html_text(document)
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page


def test_same_document_gives_the_same_bytes(document: Document) -> None:
    """Two calls give one text."""
    assert html_text(document) == html_text(replace(document))
