"""``exporteren``: separate answers, or the figures of the report, as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse import output
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import figures
from zelfanalyse.commands.arguments import DossierFolder, Overwrite, WhichList
from zelfanalyse.commands.showing import needs_place, note
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.report import table_file
from zelfanalyse.report.answers import answers
from zelfanalyse.workplace import list_called

PRIVATE = (
    "Let op: dit zijn de losse antwoorden van alle mensen. Mensen kunnen te herkennen zijn. "
    "Deel dit bestand met niemand. De cijfers van het rapport, om te delen, maakt u met --cijfers."
)


def run(  # noqa: PLR0913 - one option per wish
    dossier: DossierFolder,
    *,
    cijfers: Annotated[
        bool,
        typer.Option(
            "--cijfers",
            help="De cijfers van het rapport: die kunt u delen. Zonder deze keuze komen de losse "
            "antwoorden in het bestand.",
        ),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--uit", help="Het bestand: .csv of .xlsx.", readable=False),
    ] = None,
    met_toelichtingen: Annotated[
        bool,
        typer.Option("--met-toelichtingen", help="Bij losse antwoorden: ook de eigen woorden."),
    ] = False,
    lijst: WhichList = "",
    scheiding: Annotated[
        str,
        typer.Option(
            metavar="TEKEN", help="Bij losse antwoorden in CSV: een komma in plaats van ';'."
        ),
    ] = "",
    overschrijven: Overwrite = False,
) -> int:
    """Write the one table or the other."""
    if out is not None:
        needs_place(out, dossier, overwrite=overschrijven)
    if not cijfers:
        _export_answers(dossier, lijst, out, with_words=met_toelichtingen, delimiter=scheiding)
        return ExitCode.OK
    for option, given in (("--met-toelichtingen", met_toelichtingen), ("--scheiding", scheiding)):
        if given:
            raise WrongUseError(f"{option} is niet voor de cijfers.", f"Laat {option} weg.")
    _export_figures(dossier, lijst, out)
    return ExitCode.OK


def _export_figures(dossier: Path, which: str, out: Path | None) -> None:
    as_workbook = out is not None and out.suffix.lower() == table_file.WORKBOOK
    if as_workbook:
        table_file.needs_workbook()
    opened = list_called(dossier_folder.load(dossier), which)
    result = analyse(opened)
    if out is not None and as_workbook:
        content = table_file.figures_workbook(figures(result))
        note(opened, result)
        output.keep(out, content, "De cijfers staan")
        return
    text = table_file.csv_text(figures(result))
    note(opened, result)
    output.write(out, text, "De cijfers staan")


def _export_answers(
    dossier: Path, which: str, out: Path | None, *, with_words: bool, delimiter: str
) -> None:
    if out is None:
        hint = "De cijfers: --cijfers. De losse antwoorden: -o antwoorden.csv"
        raise WrongUseError("Geef aan wat u wilt exporteren.", hint)
    writer = table_file.answers_writer(out, delimiter)
    rows = answers(list_called(dossier_folder.load(dossier), which), with_words=with_words)
    content = writer(rows)
    output.say(PRIVATE)
    output.keep(out, content, "De losse antwoorden staan")
