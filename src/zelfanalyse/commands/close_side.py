"""``sluiten``: nothing more comes in on one side, so that the panel can look."""

from __future__ import annotations

from typing import Annotated

import typer

from zelfanalyse.commands.arguments import DossierFolder, typed
from zelfanalyse.days import full_day, now
from zelfanalyse.dossier import book
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.steps import SIDE_NAMES
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import say


def run(
    dossier: DossierFolder,
    kant: Annotated[str, typer.Argument(metavar="KANT", help="zelf of extern.")],
    *,
    weer_open: Annotated[
        bool, typer.Option("--weer-open", help="Laat op deze kant weer antwoorden toe.")
    ] = False,
) -> int:
    """Close a side, or open it again, and tell what that means."""
    if kant not in set(Source):
        raise WrongUseError(f"Er is geen kant '{kant}'.", f"Kies uit: {', '.join(Source)}.")
    side = Source(kant)
    opened = dossier_folder.load(dossier)
    steps, name = opened.book.steps, SIDE_NAMES[side].capitalize()
    since = steps.closed_on(side)
    if weer_open:
        if since is None:
            say(f"{name} is niet gesloten. Er is niets veranderd.")
            return ExitCode.OK
        book.save(opened.folder, steps.with_closed(side, None))
        say(f"{name} is weer open. U kunt weer antwoorden samenvoegen.")
        if opened.book.panel is not None:
            say("Zolang een kant open is, staat het oordeel van de commissie niet in het rapport.")
        return ExitCode.OK
    if since is not None:
        say(f"{name} is al gesloten, sinds {full_day(since)}. Er is niets veranderd.")
        return ExitCode.OK
    steps = steps.with_closed(side, now().date())
    book.save(opened.folder, steps)
    say(f"{name} is gesloten. Er komen geen antwoorden meer bij.")
    groups = {item.id for item in opened.settings.of(side)}
    if not any(item.perspective in groups for item in opened.every_response):
        say("Let op: van deze kant zijn er nog geen antwoorden.")
    for other in steps.open_sides:
        say(f"{SIDE_NAMES[other].capitalize()} is nog open.")
    if steps.are_both_closed:
        command = typed("zelfanalyse", "visitatie", dossier)
        say(f"Beide kanten zijn gesloten. Komt er een visitatiecommissie? Ga verder met: {command}")
    return ExitCode.OK
