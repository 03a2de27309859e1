"""What the home screen shows, as values: of one dossier, and of the dossiers nearby."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zelfanalyse import toml_file
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.folder import ROUNDS, SETTINGS
from zelfanalyse.errors import RefusedError, ZelfanalyseError
from zelfanalyse.intake import waiting
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.overview import overview
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from datetime import date

    from zelfanalyse.progress.overview import Overview

Stamp: TypeAlias = "tuple[tuple[str, int, int], ...]"


@dataclass(frozen=True, slots=True)
class HomeState:
    """A dossier as it was when someone looked, and what could not be read of it."""

    folder: Path
    overview: Overview | None
    problems: tuple[str, ...]
    stamp: Stamp


class Nearby(NamedTuple):
    """A folder with a dossier in it, and how to call it."""

    folder: Path
    title: str


def look(folder: Path, today: date) -> HomeState:
    """Return how a dossier stands on a day; what is damaged is told, and the rest is shown."""
    before = stamp(folder)
    try:
        opened, findings = dossier_folder.read(folder)
        if opened is None:
            return HomeState(folder, None, tuple(map(str, findings)), before)
        case = None if findings else Case.of(opened)
        found = overview(opened, case, waiting(opened), today)
    except RefusedError as error:
        return HomeState(folder, None, tuple(map(str, error.findings)), before)
    except ZelfanalyseError as error:
        return HomeState(folder, None, (str(error),), before)
    return HomeState(folder, found, tuple(map(str, findings)), before)


def stamp(folder: Path) -> Stamp:
    """Return what changes when any file of this round does: every name with its time and size."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ROUNDS and name[0] != ".")
        for name in sorted(names):
            path = os.path.join(place, name)  # noqa: PTH118 - many files, every few seconds
            try:
                told = os.stat(path)  # noqa: PTH116 - idem
            except OSError:
                continue
            if name[0] != ".":
                found.append((path, told.st_mtime_ns, told.st_size))
    return tuple(found)


def nearby(folder: Path) -> tuple[Nearby, ...]:
    """Return the dossier in a folder, and those one folder deeper, by name."""
    paths, _ = toml_file.listed(folder)
    return tuple(Nearby(path, _title(path)) for path in (folder, *paths) if _holds_dossier(path))


def existing(text: str) -> Path | None:
    """Return the file or folder that someone typed, or none when it is not there."""
    path = os.path.expanduser(text.strip())  # noqa: PTH111 - beside the next line
    return Path(path) if os.path.exists(path) else None  # noqa: PTH110 - Path.exists may raise


def _holds_dossier(path: Path) -> bool:
    try:
        return dossier_folder.is_dossier(path)
    except RefusedError:  # no rights: not something to open
        return False


def _title(path: Path) -> str:
    """Return the name of a dossier with its folder; only the folder where it cannot be read."""
    document, _ = toml_file.read(path / SETTINGS)
    name = document.data.get("naam") if document is not None else None
    place = path.name or str(path.resolve().name)
    return f"{visible(name)}  ({place})" if isinstance(name, str) else place
