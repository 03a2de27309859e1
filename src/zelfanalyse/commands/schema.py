"""``schema``: what a text editor wants to know of a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.dossier.model import Settings
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import put
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.schema import json_schema

if TYPE_CHECKING:
    from zelfanalyse.record import Record


def run(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[vragenlijst|dossier]", help="Voor welk soort bestand.", show_default=False
        ),
    ] = "vragenlijst",
) -> int:
    """Print the schema of one kind of file."""
    models: dict[str, type[Record]] = {"vragenlijst": Questionnaire, "dossier": Settings}
    if what not in models:
        raise WrongUseError(f"Er is geen schema voor '{what}'.", "Kies vragenlijst of dossier.")
    put(json.dumps(json_schema(models[what]), ensure_ascii=False, indent=2))
    return ExitCode.OK
