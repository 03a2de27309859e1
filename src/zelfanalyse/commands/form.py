"""``formulier``: a list on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.commands.arguments import Overwrite, WhichList
from zelfanalyse.days import now
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import needs_new, say, write
from zelfanalyse.paper import markdown, plain
from zelfanalyse.paper.sheet import has_own_numbers, sheet
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.workplace import desk_for

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Questionnaire


def run(  # noqa: PLR0913 - one option per wish
    what: Annotated[
        str,
        typer.Argument(metavar="LIJST", help="Een vragenlijst, of de map van een dossier."),
    ],
    *,
    perspectief: Annotated[
        str, typer.Option(help="Alleen de vragen voor deze groep. Zonder: alle vragen.")
    ] = "",
    lijst: WhichList = "",
    omvang: Annotated[
        str,
        typer.Option(help="Bij groot en klein: kleiner, groter, gelijk of buitenstaander."),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--uit", help="Het bestand: formulier.txt of .md.", readable=False),
    ] = None,
    overschrijven: Overwrite = False,
) -> int:
    """Write the form."""
    forms = {".txt": plain.plain, ".md": markdown.markdown}
    form = plain.plain if out is None else forms.get(out.suffix.lower())
    if form is None:
        raise WrongUseError(f"'{out}' eindigt niet op .txt of .md.", "Kies zo'n naam.")
    needs_new(out, overwrite=overschrijven)
    desk = desk_for(what, perspectief, now, which=lijst)
    size = _size(omvang, desk.questionnaire)
    text = form(sheet(desk.questionnaire, desk.invitations, size))
    write(out, text, "Het formulier staat")
    if has_own_numbers(desk.questionnaire, desk.invitations):
        say("Niet elke groep krijgt dezelfde vragen. Op het scherm zijn de nummers soms anders.")
        say("Met --perspectief maakt u een formulier voor één groep.")
    return ExitCode.OK


def _size(word: str, questionnaire: Questionnaire) -> Size | None:
    """Return the size with this name, where the list has wordings for it."""
    if not word:
        return None
    if word not in set(Size):
        raise WrongUseError(f"Er is geen omvang '{word}'.", f"Kies uit: {', '.join(Size)}.")
    if not questionnaire.mirror_statements:
        raise WrongUseError("Deze lijst vraagt niet naar omvang.", "Laat --omvang weg.")
    return Size(word)
