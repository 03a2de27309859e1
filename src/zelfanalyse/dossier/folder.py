"""A dossier on disk: ``dossier.toml``, the pinned ``vragenlijst.toml`` and ``antwoorden/``.

Each of its other lists has a folder of its own in ``lijsten/``, with the same three: a list, its
answers and its ledger. An earlier round in ``rondes/`` is a whole dossier.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from zelfanalyse import record, toml_file
from zelfanalyse.dossier import book, ledger, transition
from zelfanalyse.dossier.admission import refusal
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.ledger import Noted, Register
from zelfanalyse.dossier.model import Settings
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.dossier.template import settings_text
from zelfanalyse.errors import Finding, RefusedError, WrongUseError
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.load import load as load_questionnaire
from zelfanalyse.questionnaire.rules import no_control_characters
from zelfanalyse.response import file
from zelfanalyse.response.session import Invitation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.dossier.template import NewDossier
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import QuestionnaireRef, Response
    from zelfanalyse.toml_file import Document
    from zelfanalyse.toml_lines import KeyPath

SETTINGS = "dossier.toml"
QUESTIONNAIRE = "vragenlijst.toml"
ACCEPTED = "antwoorden"  # what has been merged: the report counts these
REPLACED = "antwoorden/vervangen"  # an earlier response of someone who handed in again
FILLED_IN = "ingevuld"  # drafts and handed-in responses that were filled in here
PARTS = "lijsten"  # a folder for each of the other lists
ROUNDS = "rondes"  # a folder for each earlier round


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as read: settings, the list that was asked, and the accepted responses.

    ``parts`` are its other lists, each as a dossier of that list alone, in a folder of its own
    and with the people who are asked it.
    """

    folder: Path
    settings: Settings
    questionnaire: Questionnaire
    responses: tuple[Response, ...]
    register: Register = field(default_factory=Register)
    book: Book = field(default_factory=Book)
    parts: tuple[Dossier, ...] = ()

    @property
    def lists(self) -> tuple[Dossier, ...]:
        """Its own list and the others: each as a dossier of that list, with who is asked it."""
        settings = self.settings.part(self.settings.questionnaire)
        return (replace(self, settings=settings, parts=()), *self.parts)

    @property
    def every_response(self) -> tuple[Response, ...]:
        """The answers to all of its lists."""
        return tuple(response for item in self.lists for response in item.responses)

    def with_lists(self, lists: Sequence[Dossier]) -> Dossier:
        """Return this dossier with other answers to its lists, in the order of ``lists``."""
        own, *parts = lists
        return replace(self, responses=own.responses, parts=tuple(parts))

    def invitation(self, perspective: Perspective) -> Invitation:
        """Return what a respondent of this perspective is told before the first question."""
        return Invitation(
            dossier=self.settings.id,
            dossier_name=self.settings.name,
            round=self.settings.round,
            perspective=perspective.id,
            perspective_title=perspective.title,
            source=perspective.source.value,
            on_record=perspective.on_record,
            minimum_group=self.settings.method.minimum_group,
            made_up=self.settings.made_up,
            predicts=perspective.predicts,
            short=perspective.is_short,
        )


def is_dossier(folder: Path) -> bool:
    """Whether a folder holds a dossier. Raises ``RefusedError`` when the disk will not tell."""
    path = folder / SETTINGS
    try:
        return S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        message = f"dit bestand kan niet gelezen worden: {toml_file.reason(error)}."
        raise RefusedError([Finding(path, None, message)]) from error


def may_be_response(path: Path) -> bool:
    """Whether a file looks like a response, also when a mail program gave it another name."""
    name = path.name.casefold()
    return ".antwoord" in name or name.endswith(".toml")


def load(folder: Path) -> Dossier:
    """Return the dossier in a folder.

    Raises ``WrongUseError`` when there is none, and ``RefusedError`` with all findings.
    """
    opened, findings = read(folder)
    if opened is None or findings:
        raise RefusedError(findings)
    return opened


def read(folder: Path) -> tuple[Dossier | None, list[Finding]]:
    """Return what can be read of a dossier and everything that is wrong in it.

    For who only looks: what has findings may lack answers, or a file beside them. Raises
    ``WrongUseError`` when there is no dossier.
    """
    if not is_dossier(folder):
        if not folder.is_dir():
            sentence = "is geen map" if folder.exists() else "bestaat niet"
            raise WrongUseError(f"'{folder}' {sentence}.", "Geef de map van het dossier.")
        hint = "Maak er een met 'zelfanalyse nieuw MAP'."
        raise WrongUseError(f"In '{folder}' staat geen dossier.", hint)
    transition.finish(folder, SETTINGS, ROUNDS, _names_of_round())
    transition.clear_away(folder, (SETTINGS, QUESTIONNAIRE))
    document, findings = toml_file.read(folder / SETTINGS)
    settings, wrong = (None, []) if document is None else record.build(Settings, document)
    questionnaire, broken = load_questionnaire(folder / QUESTIONNAIRE)
    findings += [*wrong, *broken]
    if document is None or settings is None or questionnaire is None:
        return None, findings
    findings += _settings_findings(document, settings, questionnaire)
    findings += _other_list_findings(document, settings)
    own = settings.part(settings.questionnaire)
    opened, wrong = _opened(folder, document, own, questionnaire)
    findings += wrong
    pages, wrong = book.load(folder, questionnaire)
    findings += wrong
    parts = []
    for index in range(len(settings.more_lists)):
        part, wrong = _part(folder, document, settings, index)
        findings += wrong
        if part is not None:
            parts.append(replace(part, book=Book(steps=pages.steps)))  # closed for every list
    whole = replace(opened, settings=settings, book=pages, parts=tuple(parts))
    return whole, list(dict.fromkeys(findings))


def _opened(
    folder: Path, document: Document, settings: Settings, questionnaire: Questionnaire
) -> tuple[Dossier, list[Finding]]:
    """Return one list with its answers and its ledger, and what is wrong there."""
    responses, findings = _accepted(folder, settings, questionnaire)
    register, damaged = ledger.load(folder)
    damaged += _changed(document, settings, register)
    return Dossier(folder, settings, questionnaire, responses, register), [*findings, *damaged]


def _part(
    folder: Path, document: Document, settings: Settings, index: int
) -> tuple[Dossier | None, list[Finding]]:
    """Return one of the other lists as a dossier, or none and what is wrong."""
    reference = settings.more_lists[index]
    place = folder / PARTS / reference.id
    questionnaire, findings = load_questionnaire(place / QUESTIONNAIRE)
    if questionnaire is None:
        return None, findings
    findings += _pinned(document, ("extra_lijst", index), reference, questionnaire)
    part, wrong = _opened(place, document, settings.part(reference), questionnaire)
    return part, findings + wrong


def _changed(document: Document, settings: Settings, register: Register) -> list[Finding]:
    """Return a finding for every perspective that is not what it was at an earlier report.

    Who was protected would not be any more, or the gate would look for earlier figures on the
    other side.
    """
    findings = []
    why = "eerdere cijfers zouden anders mensen herkenbaar maken."
    for item in settings.perspectives:
        noted = register.perspectives.get(item.id)
        if noted is None:
            on_record = item.on_record and not register.unlisted_protected
            noted = Noted(None, on_record)
        index = _index(document, item.id)
        if noted.on_record != item.on_record:
            was, old = ("", "true") if noted.on_record else ("niet ", "false")
            message = f"'{item.id}' antwoordde in een eerder rapport {was}op naam."
            hint = f"Zet op_naam = {old} terug: {why}"
            findings.append(document.finding(("perspectief", index, "op_naam"), message, hint))
        if noted.source not in {None, item.source.value}:
            message = f"'{item.id}' hoorde in een eerder rapport bij de bron '{noted.source}'."
            hint = f'Zet bron = "{noted.source}" terug: {why}'
            findings.append(document.finding(("perspectief", index, "bron"), message, hint))
    return findings


def _accepted(
    folder: Path, settings: Settings, questionnaire: Questionnaire
) -> tuple[tuple[Response, ...], list[Finding]]:
    """Return the responses that were merged, and what came among them by hand and may not."""
    responses: dict[str, Response] = {}
    place = folder / ACCEPTED
    paths, findings = toml_file.listed(place) if place.exists() else ([], [])
    for path in filter(may_be_response, paths):
        response, wrong = file.load_for(path, questionnaire)
        findings += wrong
        if response is None:
            continue
        reason = refusal(settings, response)
        if response.respondent in responses:
            reason = f"de antwoorden van {response.respondent} staan er twee keer."
        if reason is not None:
            hint = f"Haal dit bestand uit {ACCEPTED}."
            findings.append(Finding(path, None, reason, hint))
        responses[response.respondent] = response
    return tuple(responses.values()), findings


def _control_characters(document: Document) -> list[Finding]:
    return [document.finding(*problem) for problem in no_control_characters(document.data)]


def _settings_findings(
    document: Document, settings: Settings, questionnaire: Questionnaire
) -> list[Finding]:
    findings = _control_characters(document)
    seen: set[str] = set()
    for index, perspective in enumerate(settings.perspectives):
        if perspective.id in seen:
            message = f"het perspectief '{perspective.id}' staat er twee keer."
            place = ("perspectief", index, "id")
            findings.append(document.finding(place, message, "Kies een ander id."))
        seen.add(perspective.id)
    findings += _pinned(document, ("vragenlijst",), settings.questionnaire, questionnaire)
    return findings


def _pinned(
    document: Document, place: KeyPath, pinned: QuestionnaireRef, questionnaire: Questionnaire
) -> list[Finding]:
    """Return a finding when a list is not the one that the dossier was made with."""
    if (pinned.id, pinned.fingerprint) == (questionnaire.id, fingerprint(questionnaire)):
        return []
    message = f"{QUESTIONNAIRE} is veranderd nadat dit dossier is gemaakt."
    hint = "Zet de oude lijst terug, of maak een nieuw dossier met de nieuwe lijst."
    return [document.finding(place, message, hint)]


def _other_list_findings(document: Document, settings: Settings) -> list[Finding]:
    """Return a finding for each list that is there twice, and each group of an unknown list."""
    names = [settings.questionnaire.id]
    findings = []
    for index, reference in enumerate(settings.more_lists):
        if reference.id in names:
            message = f"de lijst '{reference.id}' staat er twee keer."
            place = ("extra_lijst", index, "id")
            findings.append(document.finding(place, message, "Haal er een weg."))
        names.append(reference.id)
    for index, item in enumerate(settings.perspectives):
        for name in item.lists:
            if name not in names:
                message = f"de lijst '{name}' staat niet in dit dossier."
                hint = f"Kies uit: {', '.join(names)}."
                findings.append(document.finding(("perspectief", index, "lijsten"), message, hint))
    return findings


def _index(document: Document, perspective: str) -> int:
    """Return the place of a perspective in the file; a part has only some of them."""
    groups = document.data["perspectief"]
    return next(index for index, item in enumerate(groups) if item["id"] == perspective)


def _names_of_round() -> tuple[str, ...]:
    """Return what one round is made of, beside its settings."""
    pages = (page.name for page in book.PAGES.values())
    return (QUESTIONNAIRE, ACCEPTED, FILLED_IN, PARTS, ledger.LEDGER, *pages)


def is_own(folder: Path, path: Path) -> bool:
    """Whether a path is one of the files that a dossier is made of, by whatever name."""
    real, home = (Path(os.path.realpath(item)) for item in (path, folder))
    own = [home / name for name in (SETTINGS, ROUNDS, transition.STAGED, *_names_of_round())]
    return any(_is_same(real, item) for item in own) or any(
        _is_same(parent, item) for parent in real.parents for item in own
    )


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one place, also where the disk does not tell A from a."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def create(folder: Path, new: NewDossier) -> None:
    """Make a dossier folder, when its settings are right and nothing of it is there yet.

    It comes there whole or not at all. Raises ``WrongUseError`` when they are not or something is,
    ``StorageError`` when the disk refuses.
    """
    files = _files(new)
    for name in reversed(files):
        if (folder / name).exists():
            what = "een dossier" if name == SETTINGS else f"een {name}"
            raise WrongUseError(f"In '{folder}' staat al {what}.", "Kies een andere map.")
    if findings := _new_findings(folder, new, files[SETTINGS].decode()):
        reasons = " ".join(finding.message for finding in findings)
        raise WrongUseError(f"Zo kan er geen dossier komen: {reasons}", "Verbeter dit.")
    if not folder.exists():
        toml_file.write_folder(folder, files)
        return
    inside = {parent for name in files for parent in Path(name).parents if parent.name}
    empty = [folder / item for item in sorted(inside, reverse=True) if not (folder / item).exists()]
    try:
        for name, content in files.items():  # the settings last: they make it a dossier
            toml_file.write_bytes(folder / name, content)
    except BaseException:  # also at Ctrl+C
        for name in files:
            with contextlib.suppress(OSError):
                (folder / name).unlink()
        for place in empty:
            with contextlib.suppress(OSError):
                place.rmdir()
        raise


def _new_findings(folder: Path, new: NewDossier, text: str) -> list[Finding]:
    """Return what would be wrong in the settings of a new dossier."""
    document, findings = toml_file.parse(text, folder / SETTINGS)
    if document is not None:
        settings, wrong = record.build(Settings, document)
        findings += wrong
        if settings is not None:
            findings += _settings_findings(document, settings, new.lists[0].questionnaire)
            findings += _other_list_findings(document, settings)
    return findings


def _files(new: NewDossier) -> dict[str, bytes]:
    """Return what a new dossier is made of, by its place in the folder; the settings last."""
    main, *others = new.lists
    files = {QUESTIONNAIRE: main.text.encode()}
    for item in others:
        files[f"{PARTS}/{item.questionnaire.id}/{QUESTIONNAIRE}"] = item.text.encode()
    if new.steps != Steps():
        files[Steps.name] = book.text(new.steps).encode()
    files[SETTINGS] = settings_text(new).encode()
    return files


def accept(dossier: Dossier, response: Response) -> None:
    """Keep a response with the dossier; an earlier one of the same respondent is put aside."""
    path = file.path_for(dossier.folder / ACCEPTED, response)
    earlier, _ = file.load(path) if path.exists() else (None, [])
    if earlier is not None and earlier.handed_in is not None:
        stamp = earlier.handed_in.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = dossier.folder / REPLACED / f"{earlier.respondent}.{stamp}{file.SUFFIX}"
        file.save(aside, earlier)
    file.save(path, response)
