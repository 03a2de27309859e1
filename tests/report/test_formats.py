"""One document, many formats: the same words and figures in each."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.report import case_of
from tests.report.words import texts as every_text
from zelfanalyse.errors import WrongUseError
from zelfanalyse.report import formats
from zelfanalyse.report.build import Variant, build
from zelfanalyse.report.document import (
    Bullets,
    DistributionChart,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Quotes,
)

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.progress.case import Case


def words_of(text: str) -> set[str]:
    """Return the words and figures of a text."""
    return set(re.findall(r"\w+(?:[.,]\w+)*", text))


def texts(document: Document) -> str:
    """Return what every format must say: everything but a picture told in words."""
    alternatives = {getattr(block, "alt", None) for block in document.blocks}
    return " ".join(text for text in every_text(document.blocks) if text not in alternatives)


def read(ending: str, content: bytes) -> str:
    """Return the text of a file."""
    if ending == ".docx":
        from docx import Document as Word  # noqa: PLC0415 - an extra

        word = Word(BytesIO(content))
        cells = [c.text for t in word.tables for row in t.rows for c in row.cells]
        return " ".join([*(p.text for p in word.paragraphs), *cells])
    if ending == ".pdf":
        from pypdf import PdfReader  # noqa: PLC0415 - slow, and only here

        pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
        return re.sub(r"[-\u2010\u00ad]\s*\n\s*", "", pages)  # a word over two lines
    text = content.decode()
    if ending == ".html":
        import html  # noqa: PLC0415 - only here

        return html.unescape(re.sub(r"<[^>]+>", " ", text))
    return text.replace("\\", "")


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("ending", [".md", ".txt", ".html", ".docx", ".pdf"])
def test_every_format_says_every_word_of_the_document(
    ending: str, variant: Variant, case: Case
) -> None:
    """No word and no figure of the document is missing, those of its charts included."""
    document = build(case, variant)
    content = formats.renderer(Path(f"r{ending}"))(document)
    assert set() == words_of(texts(document)) - words_of(read(ending, content))


@pytest.mark.parametrize("ending", [".md", ".txt", ".html", ".docx", ".pdf"])
def test_every_format_says_every_word_of_a_distribution(ending: str) -> None:
    """The example has none, for its groups are small."""
    rows = (("Raad", (11, 0)), ("Partners", (7, 26)))
    chart = DistributionChart(("klopt", "onwaar"), rows, "Hoe het verdeeld is.", "Wie")
    document = Document("Verslag", (Heading("Verslag", 1), chart))
    content = formats.renderer(Path(f"r{ending}"))(document)
    assert set() == words_of(texts(document)) - words_of(read(ending, content))


def test_another_ending_is_told_with_all_that_are_known() -> None:
    """The sentence lists every ending."""
    with pytest.raises(WrongUseError) as told:
        formats.renderer(Path("rapport.odt"))
    assert all(ending in str(told.value) for ending in formats.FORMATS)


def test_a_package_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence has the command that installs it."""
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    with pytest.raises(WrongUseError, match="python -m pip install python-docx"):
        formats.renderer(Path("rapport.docx"))


def test_the_short_report_points_to_the_whole_one(result: Result) -> None:
    """Three differences, no factor pages, nobody's words, and where the rest is."""
    short = build(case_of(result), Variant.SHORT)
    assert "Per factor" not in texts(short)
    assert "volledige rapport" in texts(short)
    assert "Hier staan er 3 van de" in texts(short)
    assert not any(isinstance(block, Quotes) for block in short.blocks)


def test_every_factor_has_a_card(result: Result) -> None:
    """A card has the example of the list with its source, and the questions."""
    cards = build(case_of(result), Variant.CARDS)
    for item in result.factors:
        assert Heading(item.factor.title) in cards.blocks
        assert Bullets(item.factor.discussion_prompts) in cards.blocks
        if item.factor.example is not None:
            assert Paragraph(item.factor.example.text) in cards.blocks
    assert "Bron: " in texts(cards)


def test_the_short_report_is_two_pages(case: Case) -> None:
    """With two lists, and actions agreed, it is still a sheet of paper."""
    from pypdf import PdfReader  # noqa: PLC0415 - slow, and only here

    content = formats.renderer(Path("r.pdf"))(build(case, Variant.SHORT))
    assert 2 == len(PdfReader(BytesIO(content)).pages)


def test_a_discussion_sheet_has_a_page_of_its_own(case: Case) -> None:
    """Every factor and the mirror begin one, and no heading on it skips a level."""
    cards = build(case, Variant.CARDS).blocks
    sheets = [after for block, after in pairwise(cards) if isinstance(block, PageBreak)]
    titles = [factor.title for factor in case.main.questionnaire.factors]
    assert [*map(Heading, titles), Heading("Spiegel: groot en klein")] == sheets
    levels = [block.level for block in cards if isinstance(block, Heading)]
    assert all(after <= level + 1 for level, after in pairwise(levels))


def test_what_follows_the_pages_of_factors_begins_a_page(case: Case) -> None:
    """The last factor keeps its page to itself, and no page stays empty."""
    blocks = build(case).blocks
    assert PageBreak() == blocks[blocks.index(Heading("Balansen: nu en gewenst")) - 1]
    assert (PageBreak(), PageBreak()) not in pairwise(blocks)


@pytest.mark.parametrize("variant", Variant)
def test_a_public_report_has_no_words_of_people(variant: Variant, result: Result) -> None:
    """No quotes, and the opening says so."""
    public = build(case_of(result), variant, public=True)
    assert not any(isinstance(block, Quotes) for block in public.blocks)
    assert "eigen woorden zijn weggelaten" in texts(public)
    assert build(case_of(result), variant).footer == public.footer
