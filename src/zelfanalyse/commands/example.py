"""``voorbeeld``: a made-up dossier with answers, and its report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse import outcome_table
from zelfanalyse.commands import COMMANDS
from zelfanalyse.commands.arguments import new_folder, typed
from zelfanalyse.commands.showing import before, note_all, show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ExitCode, StorageError
from zelfanalyse.example import make as example
from zelfanalyse.intake import take_in
from zelfanalyse.output import say
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build


def run(
    map_: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]",
            help="De map voor het voorbeeld.",
            show_default=False,
            parser=new_folder,
        ),
    ] = Path("voorbeeld"),
    *,
    met_deelnemers: Annotated[
        bool,
        typer.Option(
            "--met-deelnemers",
            help="Maak ook de dossiers van twee andere deelnemers, om te vergelijken.",
        ),
    ] = False,
) -> int:
    """Make the example, take its answers in and show the report."""
    dossier, merged = take_in(example.make(map_), [map_ / dossier_folder.FILLED_IN])
    if missing := example.missing(dossier):
        for sentence in outcome_table.advice(merged):
            say(sentence)
        hint = "Verbeter of verwijder deze bestanden en probeer het opnieuw."
        lacking = "1 antwoord" if missing == 1 else f"{missing} antwoorden"
        raise StorageError(f"Het voorbeeld in '{map_}' mist {lacking}.", hint)
    dossier = example.complete(dossier)
    past = before(dossier)
    case = Case.of(dossier, past)
    note_all(dossier, case, past)
    show(build(case))
    others = example.make_others(map_) if met_deelnemers else ()
    for other in others:
        take_in(other, [other.folder / dossier_folder.FILLED_IN])
    count = len(dossier.every_response)
    say(f"Dit voorbeeld is verzonnen. Het staat in '{map_}', met {count} antwoorden.")
    place = f"./{map_}" if str(map_) in COMMANDS else map_  # a command wins over a folder
    say(f"Kijk hoe het dossier ervoor staat met: {typed('zelfanalyse', place)}")
    say(f"Vul zelf een lijst in met: {typed('zelfanalyse', 'invullen', map_)}")
    if others:
        places = [map_, *(other.folder for other in others)]
        say(f"Leg de deelnemers naast elkaar met: {typed('zelfanalyse', 'vergelijk', *places)}")
    return ExitCode.OK
