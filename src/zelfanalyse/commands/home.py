"""The home of a dossier, and the start: what comes up when a folder is typed, or nothing at all.

Each other face is a command of its own: the screen stops, the command runs, the screen comes back.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer  # noqa: TC002 - Typer reads the types of a command when it is run

from zelfanalyse.commands import screen
from zelfanalyse.commands.arguments import DossierFolder, typed
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.output import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from zelfanalyse.facilitator.home import ErrandApp

    Do = Callable[[list[str]], int]

_FACES: Final = {
    "gesprek",
    "invullen",
    "nieuw",
}  # these have the whole screen: nothing to read after


def run(context: typer.Context, dossier: DossierFolder) -> int:
    """Show the home of a dossier until someone stops."""
    if not dossier_folder.is_dossier(dossier):
        hint = f"Maak er een met: {typed('zelfanalyse', 'nieuw', 'MAP')}"
        raise WrongUseError(f"In '{dossier}' staat geen dossier.", hint)
    screen.needs_terminal(
        "Het dossier openen", f"Gebruik '{typed('zelfanalyse', 'stand', dossier)}'."
    )
    from zelfanalyse.facilitator.home import ErrandApp, HomePage  # noqa: PLC0415 - slow

    def opened(_: Path | None) -> ErrandApp:
        return ErrandApp(lambda: HomePage(dossier, _today), *screen.liked())

    return _keep_showing(opened, context.obj)


def begin(do: Do) -> int:
    """Show the start screen until someone stops."""
    screen.needs_terminal("Het beginscherm", "Kijk met 'zelfanalyse --help'.")
    from zelfanalyse.facilitator.home import ErrandApp  # noqa: PLC0415 - slow
    from zelfanalyse.facilitator.start import StartPage  # noqa: PLC0415 - slow

    def opened(dossier: Path | None) -> ErrandApp:
        return ErrandApp(lambda: StartPage(Path(), _today, dossier), *screen.liked())

    return _keep_showing(opened, do)


def _keep_showing(app_on: Callable[[Path | None], ErrandApp], do: Do) -> int:
    """Show a screen and run the commands it asks for, in turn."""
    dossier: Path | None = None
    while True:
        app = app_on(dossier)
        screen.run(app)
        if not app.errand:
            return ExitCode.OK
        code = do(list(app.errand))
        if code == ExitCode.INTERRUPTED and app.errand[0] not in _FACES:
            return code
        if (app.errand[0] not in _FACES or code not in {ExitCode.OK, ExitCode.INTERRUPTED}) and (
            not _goes_back()
        ):
            return ExitCode.OK
        dossier = app.opened or _made(app.errand)


def _made(errand: Sequence[str]) -> Path | None:
    """Return the dossier that a command made, if it did."""
    place = Path(errand[-1])
    return (
        place if errand[0] in {"nieuw", "voorbeeld"} and dossier_folder.is_dossier(place) else None
    )


def _goes_back() -> bool:
    """Wait until someone has read what a command printed; false when nobody is there any more."""
    say("\nDruk op Enter om terug te gaan.")
    return bool(sys.stdin.readline())


def _today() -> date:
    return now().date()
