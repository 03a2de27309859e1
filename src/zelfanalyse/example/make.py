"""Write the example: a dossier in its second round, and two other participants to compare with.

Every answer follows from ``example.toml``; the files beside the answers lie in ``bladen``.
"""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any

from zelfanalyse import record, toml_file
from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.dossier import book
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.dossier.model import Perspective, Source
from zelfanalyse.dossier.profile import Context, OccasionKind, Profile
from zelfanalyse.dossier.template import NewDossier, PinnedList
from zelfanalyse.errors import RefusedError, WrongUseError
from zelfanalyse.example.people import Person, filled_in
from zelfanalyse.progress.case import Case
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response import file
from zelfanalyse.response.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.page import Page

_PINNED = "# De lijst bij een VERZONNEN voorbeeld. De lijst zelf is echt.\n"
_PAGES = "bladen"
_EARLIER = "bladen/eerder"


def make(folder: Path) -> Dossier:
    """Return the example dossier with its responses filled in, but not yet merged.

    What is there already stays as it is; what an earlier run did not finish is added. Raises
    ``WrongUseError`` when the folder has a real dossier, ``StorageError`` when the disk refuses.
    """
    plan = _plan()
    return _filled_in(folder, _new(plan), plan["groep"])


def complete(dossier: Dossier) -> Dossier:
    """Return the example with its round of before and the files beside its answers.

    Those say that both sides are closed, so they come after the answers are merged.
    """
    _earlier_round(dossier.folder, _plan())
    _add_pages(dossier.folder, _PAGES)
    return dossier_folder.load(dossier.folder)


def make_others(folder: Path) -> tuple[Dossier, ...]:
    """Return the dossiers of the other participants, beside a folder, not yet merged.

    They have the list about cooperation only. Raises what ``make`` raises.
    """
    plan = _plan()
    found = []
    for other in plan["deelnemer"]:
        place = folder.with_name(f"{folder.name}-{other['id'].partition('-')[0]}")
        groups = [_shifted(group, other["verschil"]) for group in plan["groep"]]
        asked = {**plan, **other, "ronde": plan["ronde"], "lijsten": plan["lijsten"][:1]}
        found.append(_filled_in(place, _new(asked), groups, world=f"{other['id']}/"))
    return tuple(found)


def missing(dossier: Dossier) -> int:
    """Return how many answers of the made-up people are not among those of the dossier."""
    present = {response.respondent for response in dossier.every_response}
    wanted = {code for code, *_ in _people(dossier, _plan()["groep"])}
    return len(wanted - present)


def _plan() -> dict[str, Any]:
    text = resources.files("zelfanalyse.example").joinpath("example.toml").read_text("utf-8")
    return tomllib.loads(text)


def _new(plan: Mapping[str, Any]) -> NewDossier:
    return NewDossier(
        name=plan["naam"],
        identifier=plan["id"],
        occasion=plan["aanleiding"],
        occasion_kind=OccasionKind(plan["soort_aanleiding"]),
        domain=plan["domein"],
        challenge=plan["opgave"],
        start_questions=tuple(plan["startvragen"]),
        round=plan["ronde"],
        lists=tuple(map(_pinned, plan["lijsten"])),
        profile=Profile.model_validate(plan["profiel"]),
        context=_context(plan["context"]),
        perspectives=tuple(_perspective(group, plan["lijsten"]) for group in plan["groep"]),
        made_up=True,
    )


def _pinned(name: str) -> PinnedList:
    path = library.find(name)
    return PinnedList(library.open_questionnaire(path), _PINNED + path.read_text("utf-8"))


def _context(values: Mapping[str, Any]) -> Context:
    return Context.model_validate({**values, "rol": tuple(values["rol"])})


def _perspective(group: Mapping[str, Any], lists: list[str]) -> Perspective:
    size = group.get("grootte")
    return Perspective(
        id=group["id"],
        title=group["titel"],
        source=Source(group["bron"]),
        on_record=group.get("op_naam", False),
        predicts=group.get("voorspelt", False),
        lists=tuple(group.get("lijsten", ())) if len(lists) > 1 else (),
        size=Size(size) if size else None,
        invited=group.get("uitgenodigd"),
    )


def _filled_in(
    folder: Path, new: NewDossier, groups: Sequence[Mapping[str, Any]], world: str = ""
) -> Dossier:
    """Return a dossier in a folder, made where it is not, with every made-up response in it."""
    if not dossier_folder.is_dossier(folder):
        dossier_folder.create(folder, new)
    dossier = dossier_folder.load(folder)
    if not dossier.settings.made_up:
        raise WrongUseError(f"In '{folder}' staat al een echt dossier.", "Kies een andere map.")
    for code, part, person, moment in _people(dossier, groups, world):
        place = folder / dossier_folder.FILLED_IN / f"{code}{file.SUFFIX}"
        if not place.exists():
            perspective = part.settings.perspective(person.group["id"])
            if perspective is not None:
                session = Session.begin(
                    part.questionnaire, part.invitation(perspective), code, moment
                )
                done = filled_in(session, person).hand_in(moment + timedelta(minutes=24))
                file.save(place, done.response)
    return dossier


def _people(
    dossier: Dossier, groups: Sequence[Mapping[str, Any]], world: str = ""
) -> Iterator[tuple[str, Dossier, Person, datetime]]:
    """Yield the code of every made-up person for each list that they are asked, and when."""
    moment = datetime.fromisoformat(f"{dossier.settings.round}-09-07T09:00:00+02:00")
    for place, part in enumerate(dossier.lists):
        for group in groups:
            if part.settings.perspective(group["id"]) is None:
                continue
            for number in range(group["aantal"]):
                moment += timedelta(hours=7, minutes=20)
                person = Person(group, number, world)
                code = person.code(part.questionnaire.id if place else "")
                yield code, part, person, moment


def _shifted(group: Mapping[str, Any], by: Mapping[str, Any]) -> dict[str, Any]:
    """Return a group that sees some factors otherwise, and has no words of its own."""
    return {**group, "verschil": by[group["bron"]], "toelichting": {}, "open": {}}


def _earlier_round(folder: Path, plan: Mapping[str, Any]) -> None:
    """Put the round of before in its folder, merged and closed, when it is not there."""
    place = folder / dossier_folder.ROUNDS / plan["eerder"]["ronde"]
    if (place / Closure.name).exists():
        return
    before = plan["eerder"]
    groups = [_shifted(group, before["verschil"]) for group in plan["groep"]]
    new = _new({**plan, "ronde": before["ronde"]})
    dossier = _filled_in(place, new, groups, world=f"{before['ronde']}/")
    for part in dossier.lists:
        found, findings = file.in_folder(place / dossier_folder.FILLED_IN, part.questionnaire)
        if findings:
            raise RefusedError(findings)
        for item in found:
            dossier_folder.accept(part, item.response)
    _add_pages(place, _EARLIER)
    case = Case.of(dossier_folder.load(place))
    closure = Closure(
        on=datetime.fromisoformat(f"{before['ronde']}-12-11").date(),
        fingerprint=fingerprint_of(*case.results),
        given=case.given,
        lessons=tuple(before["lessen"]),
        open_questions=tuple(before["open_vragen"]),
        made_up=True,
    )
    book.save(place, closure)


def _add_pages(folder: Path, source: str) -> None:
    """Put the files beside the answers in a dossier, where they are not there."""
    kept = resources.files("zelfanalyse.example").joinpath(source)
    for kind in book.PAGES.values():
        page = kept.joinpath(kind.name)
        if page.is_file() and not (folder / kind.name).exists():
            book.save(folder, _page(kind, page.read_text("utf-8"), folder / kind.name))


def _page(kind: type[Page], text: str, path: Path) -> Page:
    document, findings = toml_file.parse(text, path)
    if document is None:
        raise RefusedError(findings)
    page, findings = record.build(kind, document)
    if page is None:
        raise RefusedError(findings)
    return page
