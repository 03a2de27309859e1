"""``vergelijk``: dossiers of several organisations side by side, to learn from each other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse import output
from zelfanalyse.commands.arguments import Overwrite
from zelfanalyse.commands.showing import needs_places, note_all, show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import rounds
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.progress.case import Case
from zelfanalyse.report import formats
from zelfanalyse.report.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.dossier.folder import Dossier


def run(
    dossiers: Annotated[
        list[Path],
        typer.Argument(
            metavar="DOSSIER", help="De mappen van twee of meer dossiers.", readable=False
        ),
    ],
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
    overschrijven: Overwrite = False,
) -> int:
    """Show them side by side, or write it."""
    if len(dossiers) < 2:  # noqa: PLR2004 - one has nothing beside it
        raise WrongUseError("Er is één dossier genoemd.", "Noem er twee of meer.")
    renderers = {path: formats.renderer(path) for path in out or ()}
    needs_places(out or (), dossiers, overwrite=overschrijven)
    opened = [dossier_folder.load(folder) for folder in dossiers]
    _needs_different(opened)
    cases = [Case.of(dossier) for dossier in opened]
    document = organisations(cases)
    contents = {path: render(document) for path, render in renderers.items()}
    for dossier, case in zip(opened, cases, strict=True):
        note_all(dossier, case)
    for path, content in contents.items():
        output.keep(path, content, "De vergelijking staat")
    if not contents:
        show(document, screen_by_screen=True)
    return ExitCode.OK


def _needs_different(dossiers: Sequence[Dossier]) -> None:
    """Raise ``WrongUseError`` when two are one dossier: one folder, two rounds, or a copy."""
    for one, other in combinations(dossiers, 2):
        if one.folder.samefile(other.folder):
            raise WrongUseError(
                f"'{other.folder}' staat er twee keer.", "Noem elk dossier één keer."
            )
        if rounds.home(one.folder).samefile(rounds.home(other.folder)):
            raise WrongUseError(
                f"'{one.folder}' en '{other.folder}' zijn rondes van één dossier.",
                "Twee rondes staan naast elkaar in het rapport, bij 'Toen en nu'.",
            )
        if one.settings.id == other.settings.id and _people(one) & _people(other):
            raise WrongUseError(
                f"In '{one.folder}' en '{other.folder}' staan antwoorden van dezelfde mensen.",
                "Noem van elk dossier één map, en geen kopie.",
            )


def _people(dossier: Dossier) -> set[str]:
    """Return who answered, by the code that no two people share."""
    return {response.respondent for response in dossier.every_response}
