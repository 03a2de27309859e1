"""What one can do first when something is not on disk, with what becomes of one's own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.errors import ChangedElsewhereError
from zelfanalyse.response.open_file import GoneError
from zelfanalyse.response.sitting import HandedInElsewhereError

if TYPE_CHECKING:
    from zelfanalyse.errors import StorageError


def first_choice(trouble: StorageError | None, undo: str) -> str:
    """Return the first thing one can do about this trouble; ``undo`` is the key for that."""
    match trouble:
        case HandedInElsewhereError():
            return "Open het ingeleverde bestand. Wat alleen hier staat, vervalt."
        case ChangedElsewhereError():
            return f"Open het veranderde bestand. Met {undo} komt het uwe terug."
        case GoneError():
            return "Maak het bestand hier opnieuw, met al uw antwoorden."
        case _:
            return "Probeer het opnieuw."
