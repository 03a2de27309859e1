"""The whole screen, for every command that uses it: is it there, and how someone likes it."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse import preferences
from zelfanalyse.errors import WrongUseError
from zelfanalyse.output import say
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from zelfanalyse.preferences import Preferences
    from zelfanalyse.tui.base import BaseApp


def needs_terminal(what: str, instead: str) -> None:
    """Raise ``WrongUseError`` when there is no screen for this, or one that is too small."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError(f"{what} kan alleen in een terminal.", instead)
    size = shutil.get_terminal_size()
    if size.columns < MIN_COLUMNS or size.lines < MIN_ROWS:
        raise WrongUseError(
            f"Dit venster is te klein ({size.columns} bij {size.lines}).",
            f"Maak het minstens {MIN_COLUMNS} breed en {MIN_ROWS} hoog.",
        )


def liked() -> tuple[Preferences, Callable[[Preferences], None]]:
    """Return how someone likes the screen, and what keeps a change; tell what is wrong in it."""
    found, findings = preferences.load(preferences.place())
    for finding in findings:
        say(str(finding))
    return found, partial(preferences.save, preferences.place())


def run(app: BaseApp) -> None:
    """Run an app until someone stops; raise what went wrong in the program itself."""
    app.run()
    if app.failure is not None:
        raise app.failure
