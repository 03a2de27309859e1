"""Files come in: read, merged, and the accepted ones kept with the dossier."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse import toml_file
from zelfanalyse.days import full_day
from zelfanalyse.dossier import folder
from zelfanalyse.errors import Finding, StorageError, WrongUseError
from zelfanalyse.merge import Fate, Incoming, Merge, Outcome, merge
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.response.model import Response


class Waiting(NamedTuple):
    """What lies in ``ingevuld/`` and is not in the dossier: of people here, not from elsewhere.

    ``drafts`` are not handed in yet, ``new`` would be accepted, ``refused`` would not.
    """

    drafts: tuple[Response, ...] = ()
    new: tuple[Outcome, ...] = ()
    refused: tuple[Outcome, ...] = ()


def needs_open(dossier: Dossier) -> None:
    """Raise ``WrongUseError`` when the round is closed: then nothing comes in any more."""
    closure = dossier.book.closure
    if closure is not None:
        raise WrongUseError(
            f"Ronde {dossier.settings.round} is afgesloten op {full_day(closure.on)}. "
            "Er komt niets meer bij.",
            "Open de ronde weer met 'zelfanalyse afsluiten DOSSIER --weer-open', of begin een "
            "nieuwe met 'zelfanalyse ronde DOSSIER NAAM'.",
        )


def take_in(dossier: Dossier, paths: Iterable[Path]) -> tuple[Dossier, Merge]:
    """Return the dossier with what it accepted, and what happened to each file.

    Each file goes to the list that it answers. A folder stands for every file in it that may be
    a response. The files themselves stay as they are. What the disk refuses to keep is refused
    with the disk's reason; the rest is kept.
    """
    lists = {item.questionnaire.id: item for item in dossier.lists}
    offered: dict[str, list[tuple[int, Incoming]]] = {name: [] for name in lists}
    for place, (name, item) in enumerate(_incoming(paths, lists)):
        offered[name].append((place, item))
    outcomes: dict[int, Outcome] = {}
    accepted: dict[str, Response] = {}
    for name, files in offered.items():
        merged = merge(lists[name], [item for _, item in files])
        kept, refused = _keep(lists[name], merged.accepted)
        places = (place for place, _ in files)
        outcomes |= zip(places, (_not_kept(item, refused) for item in merged.outcomes), strict=True)
        present = {item.respondent: item for item in lists[name].responses} | kept
        lists[name] = replace(
            lists[name], responses=tuple(present[respondent] for respondent in sorted(present))
        )
        accepted |= kept
    told = tuple(outcomes[place] for place in sorted(outcomes))
    return dossier.with_lists(tuple(lists.values())), Merge(accepted, told)


def waiting(dossier: Dossier) -> Waiting:
    """Return what was filled in with this dossier and is not merged; nothing is kept."""
    place = dossier.folder / folder.FILLED_IN
    if not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir raises where there are no rights
        return Waiting()
    lists = {item.questionnaire.id: item for item in dossier.lists}
    drafts: list[Response] = []
    outcomes: list[Outcome] = []
    offered: dict[str, list[Incoming]] = {name: [] for name in lists}
    for name, item in _incoming([place], lists):
        response = item.response
        if response is not None and response.handed_in is None:
            drafts += [response] if _is_for(dossier, response) else []
        else:
            offered[name].append(item)
    for name, files in offered.items():
        outcomes += merge(lists[name], files).outcomes
    welcome = {Fate.ACCEPTED, Fate.REPLACES}
    return Waiting(
        tuple(drafts),
        tuple(item for item in outcomes if item.fate in welcome),
        tuple(item for item in outcomes if item.fate is Fate.REFUSED),
    )


def _is_for(dossier: Dossier, response: Response) -> bool:
    settings = dossier.settings
    return (response.dossier, response.round) == (settings.id, settings.round)


def _incoming(
    paths: Iterable[Path], lists: Mapping[str, Dossier]
) -> Iterator[tuple[str, Incoming]]:
    """Yield every file once with the list it is for, by whatever way the file was named.

    A folder that cannot be read and a file that answers no list of the dossier are for its own.
    """
    own = next(iter(lists))
    seen: set[str] = set()
    for path, findings in _offered(paths):
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        if findings:
            yield own, Incoming(path, None, findings)
            continue
        asked = (file.list_of(path) if len(lists) > 1 else None) or own
        name = asked if asked in lists else own
        yield name, Incoming(path, *file.load_for(path, lists[name].questionnaire))


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
