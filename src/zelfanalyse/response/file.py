"""A response on disk: the draft that is saved after every answer is the file that is handed in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse import record, toml_file
from zelfanalyse.errors import Finding
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.response.answers import problem
from zelfanalyse.response.model import TABLE_OF, Response

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.toml_file import Document

SUFFIX = ".antwoord.toml"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U to misread

_HEADING = """\
Antwoorden op een vragenlijst van zelfanalyse.
Dit bestand is van u. U kunt het lezen en verbeteren met een gewone teksteditor."""
FIRST_LINE = f"# {_HEADING.splitlines()[0]}".encode()  # by which a half written one is known
_MADE_UP = "VERZONNEN: deze antwoorden zijn een voorbeeld en komen van niemand."


class ResponseFile(NamedTuple):
    """A response with the file it is in."""

    path: Path
    response: Response


def new_code() -> str:
    """Return a random respondent code, like ``K7F3-QX9M``; it says nothing about anyone."""
    return spelled(secrets.randbits(40))


def spelled(number: int) -> str:
    """Return the respondent code that a number of 40 bits spells, five bits a letter."""
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(0, 40, 5))
    return f"{letters[:4]}-{letters[4:]}"


def path_for(folder: Path, response: Response) -> Path:
    """Return the file of a response in a folder."""
    return folder / f"{response.respondent}{SUFFIX}"


def save(path: Path, response: Response) -> bytes:
    """Put the response on disk, whole, and return what is in the file.

    Raises ``StorageError`` when the disk refuses.
    """
    comment = f"{_HEADING}\n{_MADE_UP}" if response.made_up else _HEADING
    data = {"formaat": response.format, **response.to_toml()}
    return toml_file.write(path, data, comment=comment)


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
    core = {item.id for factor in questionnaire.factors for item in factor.statements if item.core}
    for name, guess in response.predictions.items():
        if name not in core or guess not in questionnaire.points.values:
            message = f"de voorspelling '{name}' past niet bij een kernstelling van de lijst."
            yield document.finding(("voorspelling", name), message, "Haal deze regel weg.")
    for name in response.comments:
        if name not in everyone:
            message = f"de toelichting '{name}' hoort bij geen enkele vraag."
            yield document.finding(("toelichting", name), message, "Haal deze regel weg.")


def list_of(path: Path) -> str | None:
    """Return the id of the list that a file says to answer, or none when it does not say."""
    document, _ = toml_file.read(path)
    asked = document.data.get("vragenlijst") if document is not None else None
    name = asked.get("id") if isinstance(asked, dict) else None
    return name if isinstance(name, str) else None


def in_folder(
    folder: Path, questionnaire: Questionnaire
) -> tuple[list[ResponseFile], list[Finding]]:
    """Return the responses to this list in a folder, the last begun first, and what is wrong.

    A file that cannot be opened has findings, and so has a folder that cannot be listed; a file
    that answers another list, version or wording is no error here.
    """
    try:
        # Not glob: it takes a folder that may not be read for an empty one.
        paths = sorted(path for path in folder.iterdir() if _is_ours(path))
    except FileNotFoundError:
        return [], []  # before the first save there is no folder
    except OSError as error:
        message = f"deze map kan niet gelezen worden: {toml_file.reason(error)}."
        return [], [Finding(folder, None, message)]
    found: list[ResponseFile] = []
    findings: list[Finding] = []
    for path in paths:
        response, wrong = load_for(path, questionnaire)
        if response is not None:
            found.append(ResponseFile(path, response))
        elif not _answers_another(path, questionnaire):
            findings += wrong
    return sorted(found, key=lambda item: item.response.started, reverse=True), findings


def _is_ours(path: Path) -> bool:
    """Whether this can be a response; a hidden file is what some systems keep beside one."""
    return path.name.endswith(SUFFIX) and not path.name.startswith(".")


def _answers_another(path: Path, questionnaire: Questionnaire) -> bool:
    """Whether a refused file says to belong to another list, version or wording."""
    document, _ = toml_file.read(path)
    asked = document.data.get("vragenlijst") if document is not None else None
    if not isinstance(asked, dict):
        return False
    ours = {
        "id": questionnaire.id,
        "versie": questionnaire.version,
        "vingerafdruk": fingerprint(questionnaire),
    }
    return any(name in asked and asked[name] != value for name, value in ours.items())
