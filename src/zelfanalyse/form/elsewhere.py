"""The name of another folder, as someone types it."""

from __future__ import annotations

from pathlib import Path

from zelfanalyse.errors import WrongUseError


def folder_named(typed: str) -> Path:
    """Return the folder; quotes around it are dropped, and ``~`` is one's own folder.

    Raises ``WrongUseError`` with a Dutch sentence when it cannot be one.
    """
    name = typed.strip().strip("\"'")
    if not name:
        raise WrongUseError("Typ de naam van een map.")
    try:
        return Path(name).expanduser()
    except RuntimeError as error:  # ~ of someone who is not there
        raise WrongUseError(f"'{name}' is geen map op deze computer.") from error
