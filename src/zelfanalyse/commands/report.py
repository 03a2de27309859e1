"""``rapport``: self beside outside, on the screen or in files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse import output
from zelfanalyse.commands.arguments import DossierFolder, Overwrite
from zelfanalyse.commands.showing import before, needs_places, note_all, show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.progress.case import Case
from zelfanalyse.report import formats
from zelfanalyse.report.build import Variant, build


def run(  # noqa: PLR0913 - one option per wish
    dossier: DossierFolder,
    *,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--uit",
            metavar="BESTAND",
            help="Een bestand: .html, .pdf, .docx, .md of .txt. Mag vaker.",
            readable=False,
        ),
    ] = None,
    kort: Annotated[bool, typer.Option("--kort", help="De korte versie, voor de raad.")] = False,
    gesprekskaarten: Annotated[
        bool, typer.Option("--gesprekskaarten", help="Een bladzijde per factor, voor het gesprek.")
    ] = False,
    openbaar: Annotated[
        bool, typer.Option("--openbaar", help="Zonder eigen woorden, om te publiceren.")
    ] = False,
    overschrijven: Overwrite = False,
) -> int:
    """Show the report, or write it."""
    if kort and gesprekskaarten:
        raise WrongUseError("--kort en --gesprekskaarten gaan niet samen.", "Kies er een.")
    variant = Variant.SHORT if kort else Variant.CARDS if gesprekskaarten else Variant.FULL
    renderers = {path: formats.renderer(path) for path in out or ()}
    needs_places(out or (), [dossier], overwrite=overschrijven)
    opened = dossier_folder.load(dossier)
    if variant.has_words and not openbaar:
        pages = (opened.book.panel, opened.book.reaction, opened.book.learning)
        for sentence in (
            *privacy.warnings(opened.settings, opened.every_response),
            *privacy.in_pages(opened.settings, pages),
        ):
            output.say(sentence)
    past = before(opened)
    case = Case.of(opened, past)
    document = build(case, variant, public=openbaar)
    contents = {path: render(document) for path, render in renderers.items()}
    note_all(opened, case, past)
    for path, content in contents.items():
        output.keep(path, content, "Het rapport staat")
    if not contents:
        show(document, screen_by_screen=True)
    return ExitCode.OK
