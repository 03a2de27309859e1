"""``controleren``: what is wrong with a list, and what could be better."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse.errors import ExitCode, is_refused
from zelfanalyse.output import put, say
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.review import review
from zelfanalyse.text import visible


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", help="Vragenlijsten: bestanden of ingebouwde.", readable=False
        ),
    ],
) -> int:
    """Print every finding in the lists."""
    refused = False
    for path in files:
        findings = review(library.find_if_built_in(path))
        for finding in findings:
            put(visible(str(finding)))
        refused = refused or is_refused(findings)
        if not findings:
            say(f"{path}: in orde.")
    return ExitCode.FINDINGS if refused else ExitCode.OK
