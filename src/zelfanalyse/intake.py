"""Files come in: read, merged, and the accepted ones kept with the dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zelfanalyse.dossier import folder
from zelfanalyse.merge import Incoming, Merge, merge
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier


def take_in(dossier: Dossier, paths: Iterable[Path]) -> tuple[Dossier, Merge]:
    """Return the dossier with what it accepted, and what happened to each file.

    A folder stands for every response file in it. The files themselves stay as they are.
    """
    incoming = [
        Incoming(path, *file.load_for(path, dossier.questionnaire)) for path in _files(paths)
    ]
    merged = merge(dossier, incoming)
    for response in merged.accepted.values():
        folder.accept(dossier, response)
    kept = {item.respondent: item for item in dossier.responses} | dict(merged.accepted)
    responses = tuple(kept[name] for name in sorted(kept))
    return replace(dossier, responses=responses), merged


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob(f"*{file.SUFFIX}")) if path.is_dir() else [path]
    return list(dict.fromkeys(found))
