"""``schema``: what a text editor wants to know of a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.dossier.book import PAGES
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
            metavar="[SOORT]",
            help="vragenlijst, dossier, of de naam van een ander bestand zoals acties.",
            show_default=False,
        ),
    ] = "vragenlijst",
) -> int:
    """Print the schema of one kind of file."""
    models: dict[str, type[Record]] = {"vragenlijst": Questionnaire, "dossier": Settings}
    models |= {page.name.removesuffix(".toml"): page for page in PAGES.values()}
    if what not in models:
        hint = f"Kies uit: {', '.join(models)}."
        raise WrongUseError(f"Er is geen schema voor '{what}'.", hint)
    put(json.dumps(json_schema(models[what]), ensure_ascii=False, indent=2))
    return ExitCode.OK
