"""Make the pictures of the documents again: ``make images``.

The screens need nothing else. The web page needs Chromium and the page of the PDF needs
``pdftoppm`` (of poppler-utils); without one of these its pictures stay as they are.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from io import StringIO
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from zelfanalyse.commands.showing import note_all
from zelfanalyse.dossier import folder
from zelfanalyse.example.make import complete, make
from zelfanalyse.facilitator.home import ErrandApp, HomePage
from zelfanalyse.intake import take_in
from zelfanalyse.preferences import Preferences
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build
from zelfanalyse.report.document import Heading
from zelfanalyse.report.html import html_text
from zelfanalyse.report.pdf import pdf_bytes
from zelfanalyse.report.terminal import render
from zelfanalyse.response.desk import Desk
from zelfanalyse.tui.app import FillInApp

if TYPE_CHECKING:
    from zelfanalyse.preferences import ThemeName
    from zelfanalyse.report.document import Document

HERE = Path(__file__).parent
SIZES = {"": (80, 24), "-breed": (140, 45)}
THEMES: dict[str, ThemeName] = {"": "donker", "-licht": "licht"}
NOWHERE = Path("/dossiers/voorbeeld/ingevuld")  # the first screen names its folder, unwritten
ANSWERED = ("enter", "tab", "tab", "4", "4", "3")  # three statements, after two open questions
SCREENS = {
    "begin": (),
    "invullen": (*ANSWERED, "left"),
    "balans": (*ANSWERED, "ctrl+p", *"twee goede", "enter", "2", "4", "left"),
    "overzicht": (*ANSWERED, "w", "f2"),
    "afronden": (*ANSWERED, "w", "f10"),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1120, 720  # of the window with the web page
FACTOR = "Vertrouwen"  # the page that is shown of the web page
PDF_PAGE, DOTS = 3, 90  # which page, and how many dots to an inch
FIRST = "In één oogopslag"
BEYOND = "Wat gedeeld wordt"
HOME_DAY = date(2026, 12, 14)  # between the conversation and what follows from it


def main() -> int:
    """Write every picture beside this file."""
    with tempfile.TemporaryDirectory() as temporary:
        dossier = make(Path(temporary) / "voorbeeld")
        dossier, _ = take_in(dossier, [dossier.folder / folder.FILLED_IN])
        _write("rapport", _report(dossier))
        for (name, keys), (wide, size), (light, theme) in product(
            SCREENS.items(), SIZES.items(), THEMES.items()
        ):
            picture = asyncio.run(_screen(dossier, keys, size, theme))
            _write(f"{name}{wide}{light}", picture)
        whole = complete(dossier)
        note_all(whole, Case.of(whole))  # as it is once someone has read the report
        for wide, light in (("", ""), ("-breed", "-licht")):
            picture = asyncio.run(_home(whole.folder, SIZES[wide], THEMES[light]))
            _write(f"dossier{wide}{light}", picture)
        document = build(Case.of(dossier))
        return max(_web_page(document), _pdf_page(document, Path(temporary)))


def _web_page(document: Document) -> int:
    """Write the top of the web page and the page of a factor; 1 where there is no browser."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        return _missing("Chromium", "webpagina.png and webpagina-factor.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.set_content(html_text(document))
        page.screenshot(path=HERE / "webpagina.png")
        page.get_by_role("heading", name=FACTOR, exact=True).evaluate("it => it.scrollIntoView()")
        page.screenshot(path=HERE / "webpagina-factor.png")
        browser.close()
    return 0


def _pdf_page(document: Document, folder: Path) -> int:
    """Write one page of the PDF; 1 where there is no program that draws it."""
    program = shutil.which("pdftoppm")
    if program is None:
        return _missing("pdftoppm (of poppler-utils)", "pdf.png")
    file = folder / "rapport.pdf"
    file.write_bytes(pdf_bytes(document))
    asked = ["-png", "-singlefile", "-r", str(DOTS), "-f", str(PDF_PAGE)]
    subprocess.run([program, *asked, file, HERE / "pdf"], check=True)  # noqa: S603 - found above
    return 0


def _missing(program: str, pictures: str) -> int:
    sys.stderr.write(f"{pictures}: not made again, this needs {program}.\n")
    return 1


def _report(dossier: folder.Dossier) -> str:
    blocks = build(Case.of(dossier)).blocks
    titles = [block.text if isinstance(block, Heading) else "" for block in blocks]
    console = Console(record=True, width=80, file=StringIO())
    for block in blocks[titles.index(FIRST) : titles.index(BEYOND)]:
        console.print(render(block))
    return console.export_svg(title="zelfanalyse rapport voorbeeld", theme=DEFAULT_TERMINAL_THEME)


async def _screen(
    dossier: folder.Dossier, keys: tuple[str, ...], size: tuple[int, int], theme: ThemeName
) -> str:
    council = dossier.settings.perspective("raad")
    if council is None:
        raise LookupError("raad")
    with tempfile.TemporaryDirectory() as temporary:
        desk = Desk(
            dossier.questionnaire,
            Path(temporary) if keys else NOWHERE,
            (dossier.invitation(council),),
            lambda: datetime(2026, 9, 7, 9, tzinfo=UTC),
        )
        app = FillInApp(desk, Preferences(theme=theme))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot(title="zelfanalyse invullen voorbeeld")


async def _home(place: Path, size: tuple[int, int], theme: ThemeName) -> str:
    app = ErrandApp(lambda: HomePage(place, lambda: HOME_DAY), Preferences(theme=theme))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return app.export_screenshot(title="zelfanalyse voorbeeld")


def _write(name: str, svg: str) -> None:
    """Write a picture that stands by itself: without fonts fetched from elsewhere."""
    alone = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    (HERE / f"{name}.svg").write_text(alone, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
