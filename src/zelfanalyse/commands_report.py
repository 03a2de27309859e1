"""The commands that show or write what came out: the report, its figures and the answers.

What only some of these need is imported inside them, as in ``cli``.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse import output
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import ledger, privacy
from zelfanalyse.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.report.document import Document

DossierFolder = Annotated[  # not readable: then we say so ourselves, and in Dutch
    Path, typer.Argument(metavar="DOSSIER", help="De map van het dossier.", readable=False)
]
Overwrite = Annotated[
    bool, typer.Option("--overschrijven", help="Vervang een bestand dat er al is.")
]


def rapport(  # noqa: PLR0913 - one option per wish
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
    """Toon het rapport: zelf naast buiten. Of schrijf het in een of meer bestanden."""
    from zelfanalyse.report import formats  # noqa: PLC0415 - see the top
    from zelfanalyse.report.build import Variant, build  # noqa: PLC0415 - see the top

    if kort and gesprekskaarten:
        raise WrongUseError("--kort en --gesprekskaarten gaan niet samen.", "Kies er een.")
    variant = Variant.SHORT if kort else Variant.CARDS if gesprekskaarten else Variant.FULL
    renderers = {path: formats.renderer(path) for path in out or ()}
    _needs_places(out or (), dossier, overwrite=overschrijven)
    opened = dossier_folder.load(dossier)
    if variant.has_words and not openbaar:
        for sentence in privacy.warnings(opened.settings, opened.responses):
            output.say(sentence)
    result = analysed(opened)
    document = build(result, variant, public=openbaar)
    contents = {path: render(document) for path, render in renderers.items()}
    note(opened, result)
    for path, content in contents.items():
        output.keep(path, content, "Het rapport staat")
    if not contents:
        show(document, screen_by_screen=True)
    return ExitCode.OK


def _needs_places(out: Sequence[Path], dossier: Path, *, overwrite: bool) -> None:
    """Raise ``WrongUseError`` when one of the files cannot be written, or is named twice."""
    for path in out:
        output.needs_new(path, overwrite=overwrite, dossier=dossier)
    places = [os.path.realpath(path) for path in out]
    for path, place in zip(out, places, strict=True):
        if places.count(place) > 1:
            raise WrongUseError(f"'{path}' staat er twee keer.", "Noem elk bestand één keer.")


def analysed(dossier: Dossier) -> Result:
    """Return what may be shown."""
    from zelfanalyse.analysis.analyse import analyse  # noqa: PLC0415 - see the top

    return analyse(dossier)


def note(dossier: Dossier, result: Result) -> None:
    """Note in the ledger what is shown for the first time; before it is shown."""
    named = [
        item.perspective.id
        for item in result.participation
        if item.people and item.perspective.on_record
    ]
    now = datetime.now().astimezone()
    ledger.append(
        dossier.folder, dossier.settings, dossier.register, result.published, now, named=named
    )


def show(document: Document, *, screen_by_screen: bool = False) -> None:
    """Print a report; on a terminal that is too low for it, through a pager when there is one."""
    from zelfanalyse.pager import paged  # noqa: PLC0415 - see the top
    from zelfanalyse.report import terminal  # noqa: PLC0415 - see the top

    if screen_by_screen and sys.stdin.isatty() and sys.stdout.isatty():
        size = shutil.get_terminal_size()
        text = terminal.plain_text(document, min(size.columns, terminal.MAX_WIDTH))
        if text.count("\n") >= size.lines and paged(text):
            return
    terminal.show(document, sys.stdout)


def exporteren(  # noqa: PLR0913 - one option per wish
    dossier: DossierFolder,
    *,
    cijfers: Annotated[
        bool,
        typer.Option("--cijfers", help="De cijfers van het rapport, en niet de losse antwoorden."),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--uit", help="Het bestand: .csv of .xlsx.", readable=False),
    ] = None,
    met_toelichtingen: Annotated[
        bool,
        typer.Option("--met-toelichtingen", help="Bij losse antwoorden: ook de eigen woorden."),
    ] = False,
    scheiding: Annotated[
        str,
        typer.Option(
            metavar="TEKEN", help="Bij losse antwoorden in CSV: een komma in plaats van ';'."
        ),
    ] = "",
    overschrijven: Overwrite = False,
) -> int:
    """Schrijf de losse antwoorden, of de cijfers van het rapport, als tabel (CSV of Excel)."""
    if out is not None:
        output.needs_new(out, overwrite=overschrijven, dossier=dossier)
    if not cijfers:
        _export_answers(dossier, out, with_words=met_toelichtingen, delimiter=scheiding)
        return ExitCode.OK
    for option, given in (("--met-toelichtingen", met_toelichtingen), ("--scheiding", scheiding)):
        if given:
            raise WrongUseError(f"{option} is niet voor de cijfers.", f"Laat {option} weg.")
    _export_figures(dossier, out)
    return ExitCode.OK


def _export_figures(dossier: Path, out: Path | None) -> None:
    from zelfanalyse.analysis.figures import figures  # noqa: PLC0415 - see the top
    from zelfanalyse.report import table_file  # noqa: PLC0415 - see the top

    as_workbook = out is not None and out.suffix.lower() == table_file.WORKBOOK
    if as_workbook:
        table_file.needs_workbook()
    opened = dossier_folder.load(dossier)
    result = analysed(opened)
    if out is not None and as_workbook:
        content = table_file.figures_workbook(figures(result))
        note(opened, result)
        output.keep(out, content, "De cijfers staan")
        return
    text = table_file.csv_text(figures(result))
    note(opened, result)
    output.write(out, text, "De cijfers staan")


def _export_answers(dossier: Path, out: Path | None, *, with_words: bool, delimiter: str) -> None:
    from zelfanalyse.report import table_file  # noqa: PLC0415 - see the top
    from zelfanalyse.report.answers import answers  # noqa: PLC0415 - see the top

    if out is None:
        hint = "De cijfers: --cijfers. De losse antwoorden: -o antwoorden.csv"
        raise WrongUseError("Geef aan wat u wilt exporteren.", hint)
    writer = table_file.answers_writer(out, delimiter)
    rows = answers(dossier_folder.load(dossier), with_words=with_words)
    content = writer(rows)
    output.keep(out, content, "De losse antwoorden staan")
    output.say("Let op: hierin staat wat elke persoon antwoordde. Deel dit bestand met niemand.")
