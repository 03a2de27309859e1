"""``gesprek``: the points of the report one by one, on a screen for a room or as text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.commands import screen
from zelfanalyse.commands.arguments import DossierFolder, typed, yes
from zelfanalyse.commands.showing import note_all, show
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.errors import ExitCode, StorageError
from zelfanalyse.facilitator.notebook import Notebook, opened_pages
from zelfanalyse.output import say
from zelfanalyse.progress.case import Case
from zelfanalyse.report.talking_points import on_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier


def run(
    dossier: DossierFolder,
    *,
    zonder_woorden: Annotated[
        bool,
        typer.Option(
            "--zonder-woorden", help="Toon niet wat mensen zelf schreven, alleen cijfers."
        ),
    ] = False,
    eenvoudig: Annotated[
        bool,
        typer.Option(
            "--eenvoudig", help="De punten als tekst, om voor te bereiden: ook voor schermlezers."
        ),
    ] = False,
) -> int:
    """Hold the conversation, or print what it is about."""
    is_plain = eenvoudig or os.environ.get("TERM") == "dumb"
    is_plain = is_plain or not (sys.stdin.isatty() and sys.stdout.isatty())
    if not is_plain:
        screen.needs_terminal("Het gesprek", "Gebruik --eenvoudig.")
    pages = opened_pages(dossier)
    opened = dossier_folder.load(dossier)
    case = Case.of(opened)
    with_words = not zonder_woorden and _may_show(opened, asks=not is_plain)
    note_all(opened, case)
    if is_plain:
        show(on_paper(case, with_words=with_words))
        say(f"Besluiten schrijft u op met: {typed('zelfanalyse', 'acties', dossier)}")
        say("Of zelf, in gesprek.toml en acties.toml.")
        return ExitCode.OK
    notebook = Notebook(opened, case, pages, now().date(), with_words=with_words)
    try:
        _hold(notebook, dossier)
    finally:
        notebook.close()
    if notebook.trouble is not None:
        raise StorageError(f"Niet alles is bewaard. {notebook.trouble}")
    for sentence in _after(dossier):
        say(sentence)
    return ExitCode.OK


def _may_show(opened: Dossier, *, asks: bool) -> bool:
    """Whether words may be on a projector; asked when they may say who someone is."""
    found = privacy.warnings(opened.settings, opened.every_response)
    for sentence in found:
        say(sentence)
    return not (found and asks) or yes("Toch laten zien wat mensen schreven?")


def _hold(notebook: Notebook, dossier: Path) -> None:
    """Show the conversation until someone stops."""
    from zelfanalyse.facilitator.conversation import ConversationApp  # noqa: PLC0415 - only here

    screen.run(ConversationApp(notebook, tuple(_after(dossier)), *screen.liked()))


def _after(dossier: Path) -> Iterator[str]:
    """Yield what comes after the conversation."""
    calendar = typed("zelfanalyse", "acties", dossier, "-o", "acties.ics")
    yield f"Zet de dagen in uw agenda: {calendar}"
    yield f"Het rapport met de besluiten: {typed('zelfanalyse', 'rapport', dossier)}"
    yield f"Sluit daarna de ronde af: {typed('zelfanalyse', 'afsluiten', dossier)}"
