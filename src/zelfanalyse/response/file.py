"""A response on disk: the draft that is saved after every answer is the file that is handed in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse import record, toml_file
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.response.answers import problem
from zelfanalyse.response.model import TABLE_OF, Response

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.errors import Finding
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.toml_file import Document

SUFFIX = ".antwoord.toml"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U to misread

_HEADING = """\
Antwoorden op een vragenlijst van zelfanalyse.
Dit bestand is van u. U kunt het lezen en verbeteren met een gewone teksteditor."""
_MADE_UP = "VERZONNEN: deze antwoorden zijn een voorbeeld en komen van niemand."


class ResponseFile(NamedTuple):
    """A response with the file it is in."""

    path: Path
    response: Response


def new_code() -> str:
    """Return a random respondent code, like ``K7F3-QX9M``; it says nothing about anyone."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def path_for(folder: Path, response: Response) -> Path:
    """Return the file of a response in a folder."""
    return folder / f"{response.respondent}{SUFFIX}"


def save(path: Path, response: Response) -> None:
    """Put the response on disk, whole. Raises ``StorageError`` when the disk refuses."""
    comment = f"{_HEADING}\n{_MADE_UP}" if response.made_up else _HEADING
    data = {"formaat": response.format, **response.to_toml()}
    toml_file.write(path, data, comment=comment)


def load(path: Path) -> tuple[Response | None, list[Finding]]:
    """Return the response in a file, or none and every reason why not."""
    document, findings = toml_file.read(path)
    return (None, findings) if document is None else record.build(Response, document)


def load_for(path: Path, questionnaire: Questionnaire) -> tuple[Response | None, list[Finding]]:
    """Return the response in a file when it is an answer to this list, or every reason why not."""
    document, findings = toml_file.read(path)
    if document is None:
        return None, findings
    response, findings = record.build(Response, document)
    if response is None:
        return None, findings
    asked = response.questionnaire
    if (asked.id, asked.version) != (questionnaire.id, questionnaire.version):
        message = (
            f"dit zijn antwoorden op de lijst '{asked.id}' versie {asked.version}, "
            f"niet op '{questionnaire.id}' versie {questionnaire.version}."
        )
        return None, [document.finding(("vragenlijst",), message, "Kies de goede lijst.")]
    if asked.fingerprint != fingerprint(questionnaire):
        message = "deze antwoorden zijn gegeven op een lijst met andere vragen (vingerafdruk)."
        hint = "Laat de lijst invullen die in dit dossier staat."
        return None, [document.finding(("vragenlijst",), message, hint)]
    findings = list(_misfits(document, response, questionnaire))
    return (None if findings else response), findings


def _misfits(
    document: Document, response: Response, questionnaire: Questionnaire
) -> Iterator[Finding]:
    """Yield an error for every answer to a question that is not there or cannot have it."""
    everyone = {question.id: question for question in questionnaire.every_question}
    for kind, table in TABLE_OF.items():
        key = Response.model_fields[table].alias or table
        for name, answer in getattr(response, table).items():
            question = everyone.get(name)
            if question is None or not isinstance(question, kind):
                message = f"'{name}' is geen vraag van deze soort in de lijst."
                yield document.finding((key, name), message, "Haal deze regel weg.")
            elif (wrong := problem(questionnaire, question, answer)) is not None:
                yield document.finding((key, name), f"'{name}': {wrong}", "Verbeter het antwoord.")
    for name in response.comments:
        if name not in everyone:
            message = f"de toelichting '{name}' hoort bij geen enkele vraag."
            yield document.finding(("toelichting", name), message, "Haal deze regel weg.")


def drafts(folder: Path, questionnaire: Questionnaire) -> list[ResponseFile]:
    """Return the drafts of this list in a folder, the last begun first."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        response, _ = load_for(path, questionnaire)
        if response is not None and response.handed_in is None:
            found.append(ResponseFile(path, response))
    return sorted(found, key=lambda item: item.response.started, reverse=True)
