"""Showing what came out, for every command that does: a place, the analysis, the ledger."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from zelfanalyse import output
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import ledger, rounds
from zelfanalyse.errors import WrongUseError
from zelfanalyse.pager import paged
from zelfanalyse.report import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.progress.case import Case
    from zelfanalyse.report.document import Document


def needs_place(out: Path, dossier: Path, *, overwrite: bool) -> None:
    """Raise ``WrongUseError`` where no file can come; a file of the dossier is no such place."""
    if dossier_folder.is_own(dossier, out):
        raise WrongUseError(f"'{out}' is een bestand van het dossier.", "Kies een andere naam.")
    output.needs_new(out, overwrite=overwrite)


def needs_places(out: Sequence[Path], dossiers: Sequence[Path], *, overwrite: bool) -> None:
    """Raise ``WrongUseError`` when one of the files cannot be written, or is named twice."""
    for path in out:
        for dossier in dossiers:
            needs_place(path, dossier, overwrite=overwrite)
    places = [os.path.realpath(path) for path in out]
    for path, place in zip(out, places, strict=True):
        if places.count(place) > 1:
            raise WrongUseError(f"'{path}' staat er twee keer.", "Noem elk bestand één keer.")


def before(dossier: Dossier) -> Dossier | None:
    """Return the round of before, or none in the first. Raises ``RefusedError`` when it is bad."""
    return next(iter(rounds.earlier(dossier)), None)


def note_all(dossier: Dossier, case: Case, past: Dossier | None = None) -> None:
    """Note in the ledger of each list what is shown of it for the first time, in both rounds."""
    for item, result in zip(dossier.lists, case.results, strict=True):
        note(item, result)
    if past is not None and case.before is not None:
        note_all(past, case.before)


def note(dossier: Dossier, result: Result) -> None:
    """Note in the ledger what is shown for the first time; before it is shown."""
    ledger.append(
        dossier.folder,
        dossier.settings,
        dossier.register,
        result.published,
        now(),
        named=result.named,
    )


def show(document: Document, *, screen_by_screen: bool = False) -> None:
    """Print a report; on a terminal that is too low for it, through a pager when there is one."""
    if screen_by_screen and sys.stdin.isatty() and sys.stdout.isatty():
        size = shutil.get_terminal_size()
        text = terminal.plain_text(document, min(size.columns, terminal.MAX_WIDTH))
        if text.count("\n") >= size.lines and paged(text):
            return
    terminal.show(document, sys.stdout)
