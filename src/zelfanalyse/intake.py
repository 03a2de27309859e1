"""Files come in: read, merged, and the accepted ones kept with the dossier."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from zelfanalyse import toml_file
from zelfanalyse.dossier import folder
from zelfanalyse.errors import Finding, StorageError
from zelfanalyse.merge import Fate, Incoming, Merge, Outcome, merge
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Response


def take_in(dossier: Dossier, paths: Iterable[Path]) -> tuple[Dossier, Merge]:
    """Return the dossier with what it accepted, and what happened to each file.

    A folder stands for every file in it that may be a response. The files themselves stay as
    they are. What the disk refuses to keep is refused with the disk's reason; the rest is kept.
    """
    merged = merge(dossier, _incoming(paths, dossier.questionnaire))
    accepted, refused = _keep(dossier, merged.accepted)
    outcomes = tuple(_not_kept(item, refused) for item in merged.outcomes)
    kept = {item.respondent: item for item in dossier.responses} | accepted
    responses = tuple(kept[name] for name in sorted(kept))
    return replace(dossier, responses=responses), Merge(accepted, outcomes)


def _incoming(paths: Iterable[Path], questionnaire: Questionnaire) -> Iterator[Incoming]:
    """Yield every file once, by whatever way it was named, and a folder that cannot be read."""
    seen: set[str] = set()
    for path, findings in _offered(paths):
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            read = (None, findings) if findings else file.load_for(path, questionnaire)
            yield Incoming(path, *read)


def _offered(paths: Iterable[Path]) -> Iterator[tuple[Path, list[Finding]]]:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where there are no rights
            found, findings = toml_file.listed(path)
            yield from ((item, []) for item in found if folder.may_be_response(item))
            if findings:
                yield path, findings
        else:
            yield path, []


def _keep(
    dossier: Dossier, accepted: Mapping[str, Response]
) -> tuple[dict[str, Response], dict[str, StorageError]]:
    """Put the responses on disk; return which are there and why the others are not."""
    kept: dict[str, Response] = {}
    refused: dict[str, StorageError] = {}
    for respondent, response in accepted.items():
        try:
            folder.accept(dossier, response)
        except StorageError as error:
            refused[respondent] = error
        else:
            kept[respondent] = response
    return kept, refused


def _not_kept(outcome: Outcome, refused: Mapping[str, StorageError]) -> Outcome:
    """Return the outcome of a file, refused when the response of its person could not be kept."""
    error = refused.get(outcome.respondent)
    if error is None or outcome.fate is Fate.REFUSED:
        return outcome
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    reason = f"kan niet bewaard worden: {toml_file.reason(cause)}."
    finding = Finding(outcome.path, None, error.message, error.hint)
    return outcome._replace(fate=Fate.REFUSED, reason=reason, findings=[finding])
