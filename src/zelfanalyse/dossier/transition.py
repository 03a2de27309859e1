"""From one round to the next in a folder, whole or not at all, whatever goes wrong on the way.

Everything of the new round is staged in a hidden folder. That folder comes there in one step, and
from then on the new round has begun: what is left is moving files, which can stop anywhere and be
done again. Whoever opens the dossier first finishes it, and takes away what a program left that
was killed before that one step.
"""

from __future__ import annotations

import contextlib
import os
import re
from typing import TYPE_CHECKING, Final

from zelfanalyse import toml_file
from zelfanalyse.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

STAGED: Final = ".ronde"
_PLACE, _OLD, _NEW = "naar", "oud", "nieuw"
_UNSAFE = re.compile(r"[^\w .-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # on Windows
_LONGEST = 60  # characters of the name of a folder
_LEAD = "ronde "  # before a name that cannot stand by itself
_HALF = re.compile(r"\.[0-9a-f]{8}\.tmp")  # by way of which ``toml_file`` writes


def folder_name(round_: str) -> str:
    """Return a name of a folder for a round: safe on every system, and never empty."""
    name = _UNSAFE.sub("-", round_)[:_LONGEST].strip(" .-")
    if name and not _RESERVED.fullmatch(name):
        return name
    return f"{_LEAD}{name}"[:_LONGEST].strip(" .-")


def stage(
    folder: Path, settings: str, round_: str, old_settings: bytes, new: Mapping[str, bytes]
) -> None:
    """Begin a round: the old one goes to a place of its own when this is finished.

    ``new`` has the files of the new round, its ``settings`` among them. Raises ``StorageError``
    when the disk refuses; then the old round is as it was.
    """
    files = {_PLACE: folder_name(round_).encode(), f"{_OLD}/{settings}": old_settings}
    files |= {f"{_NEW}/{name}": content for name, content in new.items()}
    toml_file.write_folder(folder / STAGED, files)


def finish(folder: Path, settings: str, rounds: str, names: Iterable[str]) -> None:
    """Finish a round that has begun, if there is one: the old one to ``rounds``, the new one here.

    ``names`` are what a round is made of, beside its ``settings``. The old settings stay until the
    new ones take their place, as the last of all, so that there is a dossier here all the time.
    Raises ``StorageError`` when the disk refuses; the next time goes on from there.
    """
    staged = folder / STAGED
    if not os.path.isdir(staged):  # noqa: PTH112 - Path.is_dir raises where there are no rights
        return
    try:
        if os.path.lexists(staged / _NEW / settings):
            _move_all(folder, staged, settings, rounds, names)
        toml_file.clear(staged)
    except OSError as error:
        raise StorageError(
            "De nieuwe ronde is begonnen, maar nog niet alles staat op zijn plaats: "
            f"{toml_file.reason(error)}.",
            "Het programma maakt dit af zodra u het dossier weer opent.",
        ) from error


def clear_away(folder: Path, kinds: Collection[str]) -> None:
    """Take away what a program left that was killed while it staged a round; the old one goes on.

    ``kinds`` are the names of the files that are staged. A program that begins a round holds the
    files of the conversation, so this looks while holding them: nobody is staging then. A folder
    with anything else in it is someone's own, and stays; so does what cannot be taken away.
    """
    if not _left_behind(folder, kinds):
        return
    from zelfanalyse.dossier.open_page import OpenPages  # noqa: PLC0415 - slow, seldom needed

    pages = OpenPages(folder)
    try:
        if pages.hold() and pages.is_held:
            for left in _left_behind(folder, kinds):
                for inside in (left / _NEW, left / _OLD, left):  # that it was ours goes last
                    toml_file.clear(inside)
    except OSError:
        pass
    finally:
        pages.release()


def _left_behind(folder: Path, kinds: Collection[str]) -> list[Path]:
    """Return the folders in which a round was being staged, or still is."""
    with contextlib.suppress(OSError):
        halves = [path for path in folder.iterdir() if _HALF.fullmatch(path.name)]
        return [path for path in halves if _is_staging(path, kinds)]
    return []


def _is_staging(half: Path, kinds: Collection[str]) -> bool:
    """Whether a folder has the name of a round in it, and beside that nothing but ``kinds``."""
    if half.is_symlink() or not (half / _PLACE).is_file():
        return False
    for path in half.rglob("*"):
        is_ours = path.is_dir() or path.name in kinds or _HALF.fullmatch(path.name) is not None
        if path.is_symlink() or not (is_ours or path == half / _PLACE):
            return False
    return True


def _move_all(folder: Path, staged: Path, settings: str, rounds: str, names: Iterable[str]) -> None:
    """Move what was not moved yet; nothing that is in its place is touched again."""
    place = (staged / _PLACE).read_text("utf-8", errors="replace")
    if place != folder_name(place):  # it would lead out of the dossier
        raise StorageError(
            f"In {staged} staat een naam die niet kan: '{place}'.",
            "Dit heeft een ander gemaakt. Haal die map weg.",
        )
    aside = folder / rounds / place
    aside.mkdir(parents=True, exist_ok=True)
    here = list(names)
    for name in here:
        if not os.path.lexists(aside / name):
            toml_file.move(folder / name, aside / name)
    toml_file.move(staged / _OLD / settings, aside / settings)
    for name in (*here, settings):
        toml_file.move(staged / _NEW / name, folder / name)
