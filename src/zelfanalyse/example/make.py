"""Write the example dossier: every answer follows from ``example.toml``, the same every time."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import datetime, timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any

from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.model import Perspective, Source
from zelfanalyse.dossier.profile import Profile
from zelfanalyse.dossier.template import NewDossier, PinnedList
from zelfanalyse.errors import WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.model import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    OpenQuestion,
    Prediction,
    Question,
    Statement,
)
from zelfanalyse.response import file
from zelfanalyse.response.model import Answer, BalanceAnswer, Missing
from zelfanalyse.response.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Questionnaire

_FIRST = datetime.fromisoformat("2026-09-07T09:00:00+02:00")
_PINNED = "# De lijst bij een VERZONNEN voorbeeld. De lijst zelf is echt.\n"


def make(folder: Path) -> Dossier:
    """Return the example dossier with its responses filled in, but not yet merged.

    What is there already stays as it is; what an earlier run did not finish is added. Raises
    ``WrongUseError`` when the folder has a real dossier, ``StorageError`` when the disk refuses.
    """
    plan = _plan()
    if not dossier_folder.is_dossier(folder):
        _create(folder, plan)
    dossier = dossier_folder.load(folder)
    if not dossier.settings.made_up:
        raise WrongUseError(f"In '{folder}' staat al een echt dossier.", "Kies een andere map.")
    for session in _sessions(dossier, plan):
        place = file.path_for(folder / dossier_folder.FILLED_IN, session.response)
        if not place.exists():
            file.save(place, session.response)
    return dossier


def missing(dossier: Dossier) -> int:
    """Return how many of the made-up people are not among the responses of the dossier."""
    present = {response.respondent for response in dossier.responses}
    people = [
        file.spelled(_number(f"{group['id']}/{person}"))
        for group in _plan()["groep"]
        if dossier.settings.perspective(group["id"]) is not None
        for person in range(group["aantal"])
    ]
    return len(set(people) - present)


def _plan() -> dict[str, Any]:
    text = resources.files("zelfanalyse.example").joinpath("example.toml").read_text("utf-8")
    return tomllib.loads(text)


def _create(folder: Path, plan: dict[str, Any]) -> None:
    path = library.find("samenwerking")
    questionnaire = library.open_questionnaire(path)
    new = NewDossier(
        name=plan["naam"],
        identifier=plan["id"],
        occasion=plan["aanleiding"],
        round=plan["ronde"],
        lists=(PinnedList(questionnaire, _PINNED + path.read_text("utf-8")),),
        profile=Profile.model_validate(plan["profiel"]),
        perspectives=tuple(_perspective(group) for group in plan["groep"]),
        made_up=True,
    )
    dossier_folder.create(folder, new)


def _perspective(group: dict[str, Any]) -> Perspective:
    return Perspective(
        id=group["id"],
        title=group["titel"],
        source=Source(group["bron"]),
        on_record=group.get("op_naam", False),
        predicts=group.get("voorspelt", False),
    )


def _sessions(dossier: Dossier, plan: dict[str, Any]) -> Iterator[Session]:
    """Yield the finished session of every made-up person."""
    moment = _FIRST
    for group in plan["groep"]:
        perspective = dossier.settings.perspective(group["id"])
        if perspective is None:
            continue
        for person in range(group["aantal"]):
            moment += timedelta(hours=7, minutes=20)
            code = file.spelled(_number(f"{group['id']}/{person}"))
            session = Session.begin(
                dossier.questionnaire, dossier.invitation(perspective), code, moment
            )
            yield _filled_in(session, group, person).hand_in(moment + timedelta(minutes=24))


def _filled_in(session: Session, group: dict[str, Any], person: int) -> Session:
    for question in session.questions:
        session = session.go_to(question)
        answer = _answer(session.questionnaire, question, group, person)
        if answer is not None:
            session = session.answer(answer)
        words = group.get("toelichting", {}).get(question.id, [])
        if person < len(words):
            session = session.comment(words[person])
    return session


def _answer(
    questionnaire: Questionnaire, question: Question, group: dict[str, Any], person: int
) -> Answer | None:
    """Return what this made-up person answers to a question."""
    luck = _number(f"{group['id']}/{person}/{question.id}")
    match question:
        case Statement():
            return _on_scale(questionnaire, question, group, person, luck)
        case Prediction(about=statement):  # near their own view, as predictions are
            guess = _on_scale(questionnaire, statement, group, person, luck)
            return None if isinstance(guess, Missing) else guess
        case Mark():
            mark: int = group["cijfer"][question.id] + luck % 3 - 1
            return max(MARK_MIN, min(MARK_MAX, mark))
        case Balance():
            now, wanted = group["balans"][question.id]
            shift = luck % 3 - 1
            return BalanceAnswer(
                now=_within(now + shift, 1, question.steps),
                wanted=_within(wanted, 1, question.steps),
            )
        case Choice():
            names = [option.id for option in question.options]
            start = luck % len(names)
            return tuple(dict.fromkeys([names[start], names[0]]))[: question.at_most]
        case OpenQuestion():
            words: list[str | int] = group.get("open", {}).get(question.id, [])
            return words[person] if person < len(words) else None
        case _:
            return None


def _on_scale(
    questionnaire: Questionnaire,
    statement: Statement,
    group: dict[str, Any],
    person: int,
    luck: int,
) -> Answer:
    """Return an answer near the group's level; some groups are divided, some cannot see."""
    factor = questionnaire.factor_of(statement)
    name = factor.id if factor else ""
    if person < group.get("weet_niet", {}).get(name, 0):
        return Missing.DONT_KNOW
    scale = questionnaire.points
    level = group["niveau"][name]
    if name in group.get("verdeeld", []):
        level = scale.last if person % 2 else scale.first + 1
    shift = (luck % 100 - 49.5) / 100 + (luck // 100 % 2 - 0.5) / 2
    value = _within(round(level + shift), scale.first, scale.last)
    return scale.mirrored(value) if statement.reversed else value


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def _number(seed: str) -> int:
    """Return a large number that looks random and is the same for the same seed, everywhere."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
