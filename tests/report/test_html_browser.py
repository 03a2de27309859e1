"""The web page in a real browser: accessible, on any screen, on paper, and alone."""

from __future__ import annotations

import os
import re
import shutil
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import axe_playwright_python  # type: ignore[import-untyped] # only for the file it ships
import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from tests.dossier.builders import PARTNERS, RAAD, asked, dossier, factor, person
from tests.report.test_html import HOSTILE, every_block
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build
from zelfanalyse.report.html import html_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.report.document import Document

pytestmark = pytest.mark.xdist_group("browser")  # one worker, so that it is started once

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .map(found => [found.id, found.nodes.map(node => node.html.slice(0, 200))])"""
# What sticks out of the page, unless it moves in a frame of its own or is only for the ear.
OUTSIDE = """() => [...document.querySelectorAll('main *')]
    .filter(each => !each.closest('.frame, .unseen'))
    .filter(each => each.getBoundingClientRect().right > document.body.clientWidth + 1)
    .map(each => each.outerHTML.slice(0, 200))"""
# A word above a column of figures that goes on in the next line.
TORN = """() => [...document.querySelectorAll('figure thead th.right')].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), torn = [];
    while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        if (range.getClientRects().length > 1) torn.push(walker.currentNode.textContent);
    }
    return torn;
})"""
LAID_OUT = (
    HOSTILE,
    "x" * 20_000,
    "lange woorden " * 1_500,
    "👩‍👩‍👧🎉" * 300,
    "שלום עולם " * 40,
    "samenwerkingsverbandsovereenkomst " * 3,
    "[/bold] \x1b[31mrood\x1b[0m \x00",
)
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return the system's own Chromium; without one there is nothing to test, except in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        message = "there is no Chromium here"
        if os.environ.get("CI"):
            pytest.fail(f"{message}, and CI needs one")
        pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, text: str, width: int = 1280, scheme: Scheme = "light") -> Page:
    """Return a page with the text, on a screen of that width."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.set_content(text)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(
    browser: Browser, document: Document, width: int, scheme: Scheme
) -> None:
    """No rule of axe-core is broken, contrast included, on any screen in light and dark."""
    for text in (html_text(document), html_text(every_block("Een tekst"))):
        page = opened(browser, text, width, scheme)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert [] == page.evaluate(VIOLATIONS)
        page.close()


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_a_page_never_moves_sideways(browser: Browser, document: Document, width: int) -> None:
    """The page fits at 320 pixels, which is also 400 % on 1280; long words break."""
    page = opened(browser, html_text(document), width)
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("text", LAID_OUT, ids=range(len(LAID_OUT)))
def test_no_text_breaks_the_layout(browser: Browser, text: str, width: int) -> None:
    """Whatever is in a name, a comment or a figure: the page keeps its width, charts theirs."""
    page = opened(browser, html_text(every_block(text)), width)
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == page.evaluate(OUTSIDE)
    page.close()


@pytest.mark.parametrize("width", [320, 600, 1280])
def test_no_word_above_figures_is_torn(browser: Browser, document: Document, width: int) -> None:
    """'Zelf', 'buiten' and 'verschil' stand on one line above their columns."""
    page = opened(browser, html_text(document), width)
    assert [] == page.evaluate(TORN)
    page.close()


def test_hostile_names_stay_names(browser: Browser) -> None:
    """From a dossier to the page: a factor, a group and a comment that try everything."""
    title = f"Lef {HOSTILE} [red]\x1b[31m"
    questionnaire = asked(factor().model_copy(update={"title": title}))
    given = {"vertrouwen-1": 4}
    people = [
        person(number, group, questionnaire, given, comments={"vertrouwen-1": HOSTILE})
        for number, group in enumerate(["raad"] * 10 + ["partners"] * 10)
    ]
    groups = tuple(group.model_copy(update={"title": title}) for group in (RAAD, PARTNERS))
    text = html_text(build(Case.of(dossier(questionnaire, people, groups))))
    page = opened(browser, text, 320)
    assert 320 >= page.evaluate("document.documentElement.scrollWidth")
    assert 0 == page.locator("script, img").count()
    for element in ("h3", "figure th", "blockquote"):
        assert page.locator(element, has_text="<script>alert('x')</script>").count()
    page.close()


def test_dark_and_light_are_different(browser: Browser, document: Document) -> None:
    """The page follows what the reader's computer prefers."""
    colour = "getComputedStyle(document.body).backgroundColor"
    schemes: tuple[Scheme, ...] = ("light", "dark")
    pages = [opened(browser, html_text(document), scheme=scheme) for scheme in schemes]
    assert 2 == len({page.evaluate(colour) for page in pages})


def test_it_prints_on_a_sane_number_of_pages(browser: Browser, document: Document) -> None:
    """The example is a report of some twenty pages of A4, and no page is lost to breaks."""
    page = opened(browser, html_text(document))
    printed = page.pdf(prefer_css_page_size=True)
    assert 14 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 36
    page.close()


def test_every_factor_is_printed_on_one_page(
    browser: Browser, result: Result, document: Document
) -> None:
    """No few lines of a factor are on a page by themselves: after one factor comes the next."""
    page = opened(browser, html_text(document))
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    texts = ["".join(each.extract_text().split()) for each in printed.pages]
    titles = ["".join(item.factor.title.split()) for item in result.factors]
    first = next(number for number, text in enumerate(texts) if "Perfactor" in text)
    pages = texts[first : first + len(titles)]
    assert [] == [title for title, text in zip(titles, pages, strict=True) if title not in text]
    assert all("Omovertepraten" in text for text in pages)


def _keep_request(kept: list[str], request: Request) -> None:
    kept.append(request.url)


def _keep_message(kept: list[str], message: ConsoleMessage) -> None:
    kept.append(message.text)


def _keep_error(kept: list[str], error: Error) -> None:
    kept.append(str(error))


def test_the_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, document: Document, tmp_path: Path
) -> None:
    """Only the file itself is read, and the console stays empty, with hostile text too."""
    for text in (html_text(document), html_text(every_block(HOSTILE))):
        file = tmp_path / "rapport.html"
        file.write_text(text, encoding="utf-8")
        page = browser.new_page()
        requests: list[str] = []
        heard: list[str] = []
        page.on("request", partial(_keep_request, requests))
        page.on("console", partial(_keep_message, heard))
        page.on("pageerror", partial(_keep_error, heard))
        page.goto(file.as_uri(), wait_until="load")
        assert [file.as_uri()] == requests
        assert [] == heard
        page.close()


def test_the_skip_link_is_the_first_stop(browser: Browser, document: Document) -> None:
    """The first tab shows a link, and it leads past the contents to the text."""
    page = opened(browser, html_text(document))
    page.keyboard.press("Tab")
    assert "Naar de inhoud" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert "tekst" == page.evaluate("document.activeElement.id")
    page.close()
