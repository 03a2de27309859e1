"""``samenvoegen``: handed-in answers go into the dossier."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse import outcome_table
from zelfanalyse.commands.arguments import DossierFolder
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.errors import ExitCode
from zelfanalyse.intake import needs_open, take_in
from zelfanalyse.merge import Fate
from zelfanalyse.output import say


def run(
    dossier: DossierFolder,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", help="Ingeleverde antwoorden, of een map.", readable=False
        ),
    ],
) -> int:
    """Take the files in, and tell what became of each."""
    opened = dossier_folder.load(dossier)
    needs_open(opened)
    opened, merged = take_in(opened, files)
    if merged.outcomes:
        outcome_table.show(merged, sys.stdout)
    else:
        say("Er is geen antwoordbestand gevonden. Bestanden eindigen op .antwoord.toml.")
    for sentence in outcome_table.advice(merged):
        say(sentence)
    for sentence in privacy.warnings(opened.settings, merged.accepted.values()):
        say(sentence)
    number = len(opened.every_response)
    there = "staat nu 1 antwoord" if number == 1 else f"staan nu {number} antwoorden"
    say(f"In dit dossier {there}.")
    refused = any(outcome.fate is Fate.REFUSED for outcome in merged.outcomes)
    return ExitCode.FINDINGS if refused or not merged.outcomes else ExitCode.OK
