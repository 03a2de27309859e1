"""Responses from outside come into a dossier: which are accepted, which are not, and why."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.errors import Finding
    from zelfanalyse.response.model import Response


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


class _Holder(NamedTuple):
    """The response a respondent has so far: in the dossier, or in an earlier file."""

    response: Response
    name: str
    outcome: int | None = None


def merge(dossier: Dossier, incoming: Iterable[Incoming]) -> Merge:
    """Return which of the files the dossier takes; nothing is written here.

    Of two files of one respondent the last handed in stays, and both are named.
    """
    holders = {
        response.respondent: _Holder(response, "het dossier") for response in dossier.responses
    }
    accepted: dict[str, Response] = {}
    outcomes: list[Outcome] = []
    for path, response, findings in incoming:
        if response is None:
            outcomes.append(Outcome(path, Fate.REFUSED, _reasons(findings), findings=findings))
            continue
        refusal = _refusal(dossier, response)
        holder = holders.get(response.respondent)
        if refusal is not None:
            fate, reason = Fate.REFUSED, refusal
        elif holder is None:
            fate, reason = Fate.ACCEPTED, ""
        else:
            fate, reason = _compare(response, holder)
        outcomes.append(
            Outcome(path, fate, reason, response.respondent, response.perspective or "")
        )
        if fate in {Fate.ACCEPTED, Fate.REPLACES}:
            accepted[response.respondent] = response
            holders[response.respondent] = _Holder(response, path.name, len(outcomes) - 1)
            if holder is not None and holder.outcome is not None:
                replaced = outcomes[holder.outcome]
                outcomes[holder.outcome] = replaced._replace(
                    fate=Fate.REPLACED, reason=f"{path.name} is later ingeleverd."
                )
    return Merge(accepted, tuple(outcomes))


def _reasons(findings: Sequence[Finding]) -> str:
    """Return the first reason with its line, and how many more there are."""
    first = findings[0]
    line = f"regel {first.line}: " if first.line else ""
    more = f" (en nog {len(findings) - 1})" if len(findings) > 1 else ""
    return f"{line}{first.message}{more}"


def _refusal(dossier: Dossier, response: Response) -> str | None:
    """Return why this dossier cannot take the response, or none when it can."""
    settings = dossier.settings
    if response.dossier is None:
        return "deze lijst is los ingevuld, niet voor een dossier."
    if response.dossier != settings.id:
        return f"hoort bij het dossier '{response.dossier}'."
    if response.round != settings.round:
        return f"hoort bij ronde '{response.round}', dit is ronde '{settings.round}'."
    if response.handed_in is None:
        return "dit is een concept. Het is nog niet ingeleverd."
    if settings.perspective(response.perspective) is None:
        return f"het perspectief '{response.perspective}' staat niet in dit dossier."
    if response.made_up != settings.made_up:
        made_up = "verzonnen" if response.made_up else "echt"
        return f"deze antwoorden zijn {made_up}, het dossier niet."
    return None


def _compare(response: Response, holder: _Holder) -> tuple[Fate, str]:
    """Say which of two responses of one respondent stays."""
    if response == holder.response:
        return Fate.KNOWN, f"dezelfde antwoorden als in {holder.name}."
    mine, theirs = response.handed_in, holder.response.handed_in
    if mine is None or theirs is None or mine == theirs:
        return Fate.REFUSED, f"even laat ingeleverd als {holder.name}, met andere antwoorden."
    if mine < theirs:
        return Fate.REPLACED, f"{holder.name} is later ingeleverd en blijft staan."
    return Fate.REPLACES, f"vervangt {holder.name} van {theirs:%d-%m-%Y %H:%M}."
