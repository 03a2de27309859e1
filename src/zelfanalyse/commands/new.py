"""``nieuw``: a dossier with its profile, its groups and its list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse.commands.arguments import new_folder, typed
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.model import MINIMUM_GROUP, MINIMUM_GROUP_FLOOR
from zelfanalyse.dossier.profile import Profile
from zelfanalyse.dossier.template import settings_text
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import say
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.own import with_own_questions
from zelfanalyse.text import visible
from zelfanalyse.workplace import chosen


def run(  # noqa: PLR0913 - one option per field of the dossier
    *,
    map_: Annotated[
        Path,
        typer.Argument(metavar="MAP", help="De map voor het dossier.", parser=new_folder),
    ],
    naam: Annotated[str, typer.Option(help="De naam van de samenwerking.")] = "",
    aanleiding: Annotated[str, typer.Option(help="Waarom u dit nu doet.")] = "",
    ronde: Annotated[str, typer.Option(help="De ronde, meestal het jaar.")] = "",
    lijst: Annotated[
        str, typer.Option(help="Een ingebouwde lijst of een bestand.", show_default=False)
    ] = "samenwerking",
    eigen_vraag: Annotated[
        list[str] | None,
        typer.Option(help="Een eigen open vraag achteraan de lijst. Mag vaker, hoogstens vier."),
    ] = None,
    perspectief: Annotated[
        list[str] | None, typer.Option(help="Een groep die antwoordt. Mag vaker. Zonder: alle.")
    ] = None,
    minimum_groep: Annotated[
        int, typer.Option(help="Zoveel antwoorden per cijfer, minstens 3.", show_default=False)
    ] = MINIMUM_GROUP,
    vorm: Annotated[str, typer.Option(help="Profiel: de vorm.")] = "",
    bestuur: Annotated[str, typer.Option(help="Profiel: het bestuur.")] = "",
    inwoners: Annotated[int | None, typer.Option(help="Profiel: aantal inwoners.", min=0)] = None,
    historie: Annotated[str, typer.Option(help="Profiel: de historie.")] = "",
    fase: Annotated[str, typer.Option(help="Profiel: fase van de organisatie.")] = "",
) -> int:
    """Make the folder, and tell what to do next."""
    if dossier_folder.is_dossier(map_):
        raise WrongUseError(f"In '{map_}' staat al een dossier.", "Kies een andere map.")
    if minimum_groep < MINIMUM_GROUP_FLOOR:
        raise WrongUseError(
            f"--minimum-groep is minstens {MINIMUM_GROUP_FLOOR}.",
            "Bij minder mensen zijn antwoorden te herkennen.",
        )
    path = library.find(lijst)
    library.open_questionnaire(path)  # what is wrong with it is told by its own lines
    pinned = with_own_questions(path.read_text("utf-8-sig"), eigen_vraag or ())
    questionnaire = library.read_questionnaire(pinned, path)
    text = settings_text(
        name=_asked(naam, "--naam", "Naam van de samenwerking"),
        occasion=_asked(aanleiding, "--aanleiding", "Aanleiding (waarom nu?)"),
        round_=ronde or str(now().year),
        questionnaire=questionnaire,
        profile=Profile(
            form=vorm, board=bestuur, population=inwoners, history=historie, phase=fase
        ),
        perspectives=chosen(perspectief or ()),
        minimum_group=minimum_groep,
    )
    dossier_folder.create(map_, text, pinned)
    dossier_folder.load(map_)
    say(f"Het dossier staat in '{map_}'. Kijk {map_ / dossier_folder.SETTINGS} na en vul het aan.")
    say(f"Laat daarna invullen met: {typed('zelfanalyse', 'invullen', map_)}")
    return ExitCode.OK


def _asked(given: str, option: str, prompt: str) -> str:
    """Return a text that must be there: from the option, or else from the person."""
    if not given.strip() and sys.stdin.isatty():
        given = str(typer.prompt(prompt, err=True))
    if not given.strip():
        raise WrongUseError(f"Er ontbreekt iets: {option}.", f'Voeg toe: {option} "..."')
    return visible(given).strip()
