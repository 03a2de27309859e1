"""``ronde``: a new round of asking in the same dossier; the one of before moves aside, whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse.commands.arguments import DossierFolder, typed, yes
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import rounds, transition
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.conversation import Conversation
from zelfanalyse.dossier.folder import ROUNDS, SETTINGS
from zelfanalyse.dossier.open_page import OpenPages
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import say
from zelfanalyse.questionnaire import library
from zelfanalyse.text import visible


def run(
    dossier: DossierFolder,
    naam: Annotated[
        str, typer.Argument(metavar="NAAM", help="De naam van de nieuwe ronde, meestal het jaar.")
    ],
    *,
    lijst: Annotated[
        list[str] | None,
        typer.Option(help="Een nieuwere versie van een lijst van dit dossier. Mag vaker."),
    ] = None,
    toch: Annotated[
        bool, typer.Option("--toch", help="Begin ook als de vorige ronde niet is afgesloten.")
    ] = False,
) -> int:
    """Begin the round, and tell what goes on in it."""
    opened = dossier_folder.load(dossier)
    if opened.book.closure is None and not toch and not _begins_anyway(opened.settings.round):
        say("Er is niets veranderd.")
        return ExitCode.OK
    lists: list[Path] = [library.find(name) for name in lijst or ()]
    pages = OpenPages(dossier, Conversation, Actions)
    pages.needs_hold()  # a conversation that goes on would end up in the new round
    try:
        begun = rounds.begin(opened, visible(naam).strip(), lists)
    finally:
        pages.release()
    aside = dossier / ROUNDS / transition.folder_name(opened.settings.round)
    say(f"Ronde {begun.settings.round} is begonnen. Ronde {opened.settings.round} staat heel in:")
    say(f"  {aside}")
    if begun.settings.start_questions:
        say("Met deze vragen begint u:")
        for question in begun.settings.start_questions:
            say(f"- {question}")
    if actions := len(opened.book.actions.actions):
        many = "1 actie" if actions == 1 else f"{actions} acties"
        say(f"Het rapport noemt ook wat er kwam van {many} van de vorige ronde.")
    say(f"Kijk {dossier / SETTINGS} na: aanleiding, groepen en data.")
    say(f"Laat daarna invullen met: {typed('zelfanalyse', 'invullen', dossier)}")
    return ExitCode.OK


def _begins_anyway(present: str) -> bool:
    """Ask whether to leave a round that is not closed."""
    say(f"Ronde {present} is niet afgesloten: het rapport blijft een concept.")
    if not sys.stdin.isatty():
        raise WrongUseError(
            "Sluit die ronde eerst af met 'zelfanalyse afsluiten'.", "Of voeg --toch toe."
        )
    return yes("Toch een nieuwe ronde beginnen?")
