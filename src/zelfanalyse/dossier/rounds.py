"""The rounds of a dossier: those of before, and beginning a new one."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from zelfanalyse import record, toml_file
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import transition
from zelfanalyse.dossier.closure import Answered
from zelfanalyse.dossier.folder import PARTS, QUESTIONNAIRE, ROUNDS, SETTINGS
from zelfanalyse.dossier.model import Settings
from zelfanalyse.dossier.rewriting import rewritten
from zelfanalyse.errors import Finding, RefusedError, WrongUseError
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.library import open_questionnaire, read_questionnaire
from zelfanalyse.questionnaire.own import with_own_questions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import QuestionnaireRef
    from zelfanalyse.toml_lines import KeyPath


def earlier(dossier: Dossier) -> tuple[Dossier, ...]:
    """Return the rounds of before, the newest first. Raises ``RefusedError`` with all findings."""
    place = dossier.folder / ROUNDS
    if not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir raises where there are no rights
        return ()
    paths, findings = toml_file.listed(place)
    found = []
    for path in paths:
        if not dossier_folder.is_dossier(path):
            continue
        try:
            opened = dossier_folder.load(path)
        except RefusedError as error:
            findings += error.findings
            continue
        found.append(opened)
        if opened.settings.id != dossier.settings.id:
            message = f"dit is een ronde van het dossier '{opened.settings.id}'."
            findings.append(Finding(path / SETTINGS, None, message, "Haal deze map weg."))
    if findings:
        raise RefusedError(findings)
    return tuple(sorted(found, key=lambda item: (_end(item), item.settings.round), reverse=True))


def home(folder: Path) -> Path:
    """Return the folder of the dossier that a folder is an earlier round of, or else itself."""
    here = folder.resolve()
    if here.parent.name == ROUNDS and dossier_folder.is_dossier(here.parents[1]):
        return here.parents[1]
    return here


def _end(dossier: Dossier) -> date:
    """Return the day on which a round was closed, or else that of its last answer."""
    if dossier.book.closure is not None:
        return dossier.book.closure.on
    days = [item.handed_in.date() for item in dossier.every_response if item.handed_in]
    return max(days, default=date.min)


def begin(dossier: Dossier, name: str, lists: Sequence[Path] = ()) -> Dossier:
    """Return the dossier in a new round; the present one moves whole to ``rondes/``.

    ``lists`` are newer versions of its lists. Raises ``WrongUseError`` for a name that cannot be
    or a list that it does not have, and ``StorageError`` when the disk refuses.
    """
    _needs_beginning(dossier, name)
    folder = dossier.folder
    newer = _newer(dossier, lists)
    document, findings = toml_file.read(folder / SETTINGS)
    if document is None:
        raise RefusedError(findings)
    text = rewritten(document, _changes(dossier, name, newer))
    _check_settings(text, folder)
    own = dossier.settings.questionnaire.id
    new = {SETTINGS: text.encode()}
    for reference in (dossier.settings.questionnaire, *dossier.settings.more_lists):
        inside = QUESTIONNAIRE if reference.id == own else f"{PARTS}/{reference.id}/{QUESTIONNAIRE}"
        known = newer.get(reference.id)
        new[inside] = known.text.encode() if known else (folder / inside).read_bytes()
    old = (folder / SETTINGS).read_bytes()
    transition.stage(folder, SETTINGS, dossier.settings.round, old, new)
    return dossier_folder.load(folder)


def _needs_beginning(dossier: Dossier, name: str) -> None:
    """Raise ``WrongUseError`` when a round cannot begin here, or cannot have this name."""
    if home(dossier.folder) != dossier.folder.resolve():
        message = f"'{dossier.folder}' is een eerdere ronde."
        raise WrongUseError(message, f"Begin de nieuwe in '{home(dossier.folder)}'.")
    if name != transition.folder_name(name):
        hint = f"Bijvoorbeeld: '{transition.folder_name(name)}'."
        raise WrongUseError(f"'{name}' kan geen naam van een ronde zijn.", hint)
    paths, _ = toml_file.listed(dossier.folder / ROUNDS)
    known = {path.name.casefold() for path in paths}
    present = transition.folder_name(dossier.settings.round).casefold()
    if name.casefold() in {*known, present}:
        raise WrongUseError(f"Er is al een ronde '{name}'.", "Kies een andere naam.")
    if present in known:
        message = f"In '{ROUNDS}' staat al een map voor ronde '{dossier.settings.round}'."
        raise WrongUseError(message, "Geef die map een andere naam.")


class _List(NamedTuple):
    """A list that takes the place of one of the dossier."""

    text: str
    questionnaire: Questionnaire


def _newer(dossier: Dossier, lists: Sequence[Path]) -> Mapping[str, _List]:
    """Return by id the lists that take the place of those of the dossier."""
    known = {item.questionnaire.id: item.questionnaire for item in dossier.lists}
    found: dict[str, _List] = {}
    for path in lists:
        questionnaire = open_questionnaire(path)
        if questionnaire.id not in known or questionnaire.id in found:
            hint = f"Geef een nieuwere versie van: {', '.join(known)}. Elke lijst één keer."
            raise WrongUseError(f"'{questionnaire.id}' past niet in deze ronde.", hint)
        found[questionnaire.id] = _with_own(path, questionnaire, known[questionnaire.id])
    return found


def _with_own(path: Path, newer: Questionnaire, older: Questionnaire) -> _List:
    """Return a newer list with the own questions that the dossier added to the older one."""
    asked = {item.text for item in newer.open_questions}
    own = [item.text for item in older.open_questions if item.own and item.text not in asked]
    text = with_own_questions(path.read_text("utf-8-sig"), own)
    return _List(text, read_questionnaire(text, path))


def _changes(dossier: Dossier, name: str, newer: Mapping[str, _List]) -> dict[KeyPath, Any]:
    """Return what is different in the settings of the new round."""
    settings = dossier.settings
    changes: dict[KeyPath, Any] = {("ronde",): name}
    if dossier.book.closure is not None:
        changes["startvragen",] = _still_open(dossier) or None
    pinned: list[tuple[KeyPath, QuestionnaireRef]] = [(("vragenlijst",), settings.questionnaire)]
    pinned += [(("extra_lijst", at), item) for at, item in enumerate(settings.more_lists)]
    for table, reference in pinned:
        if reference.id in newer:
            questionnaire = newer[reference.id].questionnaire
            changes[*table, "versie"] = questionnaire.version
            changes[*table, "vingerafdruk"] = fingerprint(questionnaire)
    return changes


def _still_open(dossier: Dossier) -> list[str]:
    """Return the questions that go on: those of the end, and those of the start left open."""
    closure = dossier.book.closure
    if closure is None:
        return list(dossier.settings.start_questions)
    left = [item.question for item in closure.start_questions if item.answered is Answered.NO]
    return list(dict.fromkeys([*left, *closure.open_questions]))


def _check_settings(text: str, folder: Path) -> None:
    """Raise ``RefusedError`` when these would be no settings of a dossier."""
    document, findings = toml_file.parse(text, folder / SETTINGS)
    if document is not None:
        _, wrong = record.build(Settings, document)
        findings += wrong
    if findings:
        raise RefusedError(findings)
