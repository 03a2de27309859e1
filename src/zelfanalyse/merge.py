"""Responses from outside come into a dossier: which are accepted, which are not, and why."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.dossier.admission import refusal, too_late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.errors import Finding
    from zelfanalyse.response.model import Response


_PRESENT = "het antwoord in het dossier"


class Fate(Enum):
    """What happened to one file."""

    ACCEPTED = "aangenomen"
    REPLACES = "aangenomen, vervangt een eerdere"
    REPLACED = "vervangen"
    KNOWN = "was er al"
    REFUSED = "geweigerd"


class Incoming(NamedTuple):
    """A file that was offered, with its response or the reasons why it has none."""

    path: Path
    response: Response | None
    findings: Sequence[Finding] = ()


class Outcome(NamedTuple):
    """What happened to one file, and why, in Dutch."""

    path: Path
    fate: Fate
    reason: str = ""
    respondent: str = ""
    perspective: str = ""
    findings: Sequence[Finding] = ()


class Merge(NamedTuple):
    """The responses to keep, by respondent, and the outcome of every file."""

    accepted: Mapping[str, Response]
    outcomes: tuple[Outcome, ...]


class _Candidate(NamedTuple):
    """A response that may come in, and the place of its file among all files."""

    place: int
    path: Path
    response: Response


def merge(dossier: Dossier, incoming: Iterable[Incoming]) -> Merge:
    """Return which of the files the dossier takes; nothing is written here.

    Of the files of one respondent the last handed in stays, and all are named. Of two different
    files of one moment neither is taken: the order of reading decides nothing.
    """
    outcomes: dict[int, Outcome] = {}
    present = {response.respondent: response for response in dossier.responses}
    candidates: dict[str, list[_Candidate]] = defaultdict(list)
    for place, (path, response, findings) in enumerate(incoming):
        if response is None:
            outcomes[place] = Outcome(path, Fate.REFUSED, _reasons(findings), findings=findings)
        elif (reason := _unwelcome(dossier, response, present)) is not None:
            outcomes[place] = _outcome(_Candidate(place, path, response), Fate.REFUSED, reason)
        else:
            candidates[response.respondent].append(_Candidate(place, path, response))
    accepted: dict[str, Response] = {}
    for respondent, files in candidates.items():
        winner, fates = _choose(files, present.get(respondent))
        outcomes |= {
            file.place: _outcome(file, *fate) for file, fate in zip(files, fates, strict=True)
        }
        if winner is not None:
            accepted[respondent] = winner
    return Merge(accepted, tuple(outcomes[place] for place in sorted(outcomes)))


def _unwelcome(dossier: Dossier, response: Response, present: Mapping[str, Response]) -> str | None:
    """Return why a response may not come in; what is there already is no news, also when closed."""
    reason = refusal(dossier.settings, response)
    if reason is None and response != present.get(response.respondent):
        return too_late(dossier.settings, dossier.book.steps, response)
    return reason


def _outcome(file: _Candidate, fate: Fate, reason: str) -> Outcome:
    perspective = file.response.perspective or ""
    return Outcome(file.path, fate, reason, file.response.respondent, perspective)


def _reasons(findings: Sequence[Finding]) -> str:
    """Return the first reason with its line, and how many more there are."""
    first = findings[0]
    line = f"regel {first.line}: " if first.line else ""
    more = f" (en nog {len(findings) - 1})" if len(findings) > 1 else ""
    return f"{line}{first.message}{more}"


def _choose(
    files: Sequence[_Candidate], present: Response | None
) -> tuple[Response | None, list[tuple[Fate, str]]]:
    """Return which response of one respondent comes in, if any, and the fate of each file."""
    last = max(files, key=lambda file: _moment(file.response))
    if present is not None and _moment(present) >= _moment(last.response):
        return None, [_beside(file, present, _PRESENT) for file in files]
    rivals = [file for file in files if _moment(file.response) == _moment(last.response)]
    if any(file.response != last.response for file in rivals):
        names = ", ".join(file.path.name for file in rivals)
        reason = f"van deze persoon zijn er verschillende antwoorden van één moment: {names}."
        return None, [(Fate.REFUSED, reason)] * len(files)
    older = [file.path.name for file in files if file not in rivals]
    if present is not None:
        older.append(f"het antwoord van {_moment(present):%d-%m-%Y %H:%M} in het dossier")
    fates = [_beside(file, last.response, rivals[0].path.name) for file in files]
    fates[files.index(rivals[0])] = (
        (Fate.REPLACES, f"vervangt {' en '.join(older)}.") if older else (Fate.ACCEPTED, "")
    )
    return last.response, fates


def _beside(file: _Candidate, kept: Response, name: str) -> tuple[Fate, str]:
    """Return the fate of a file beside the response that is kept."""
    if file.response == kept:
        return Fate.KNOWN, f"gelijk aan {name}."
    if _moment(file.response) == _moment(kept):
        return Fate.REFUSED, f"even laat ingeleverd als {name}, met andere antwoorden."
    return Fate.REPLACED, f"{name} is later ingeleverd en blijft staan."


def _moment(response: Response) -> datetime:
    """Return when a response was handed in; a draft never comes this far."""
    if response.handed_in is None:
        msg = f"draft {response.respondent} was not refused"
        raise ValueError(msg)
    return response.handed_in
