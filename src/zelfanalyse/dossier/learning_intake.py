"""A response to the list ``leertraject`` becomes a learning question of the dossier."""

from __future__ import annotations

from itertools import count, zip_longest
from typing import TYPE_CHECKING, Final

from zelfanalyse import record, toml_file
from zelfanalyse.dossier import book
from zelfanalyse.dossier.blank_pages import learning_text, put_new, question_text
from zelfanalyse.dossier.learning import Effort, LearningQuestion, LearningTrack, OwnAnalysis
from zelfanalyse.errors import ChangedElsewhereError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.response.model import Response

LIST: Final = "leertraject"
_YES_OR_NO: Final[Mapping[tuple[str, ...], bool]] = {("ja",): True, ("nee",): False}
_CHECKS: Final = {
    "is_current": "vraag_actueel",
    "is_hard": "vraag_open",
    "is_felt": "vraag_eigen",
}
_TEXTS: Final = {
    "case": "casus",
    "origin": "aanleiding",
    "went_wrong": "mis",
    "management": "rol_directie",
    "partners": "partners",
    "expectation": "verwachting",
    "to_interview": "interviews",
    "elsewhere": "elders",
    "board": "bestuur",
    "advice_wanted": "adviesvraag",
}


def refusal(settings: Settings, response: Response) -> str | None:
    """Return in Dutch why this response cannot become a learning question here, or none."""
    if response.handed_in is None:
        return "Dit is een concept. Het is nog niet ingeleverd."
    if response.dossier not in {None, settings.id}:
        return f"Dit antwoord hoort bij het dossier '{response.dossier}'."
    if response.made_up and not settings.made_up:
        return "Deze antwoorden zijn verzonnen, het dossier is echt."
    # Filled in by itself, a list never says that it is made up.
    if settings.made_up and response.dossier is not None and not response.made_up:
        return "Deze antwoorden zijn echt, het dossier is verzonnen."
    return None


def question_from(response: Response, name: str) -> LearningQuestion:
    """Return the learning question that someone wrote down, under the id ``name``.

    What was done and what came of it are paired line by line.
    """
    done, effects = (_lines(response, key) for key in ("gedaan", "effect"))
    pairs = zip_longest(done, effects, fillvalue="")
    efforts = tuple(Effort(done=one, effect=two) for one, two in pairs)
    texts = {field: _text(response, key) for field, key in _TEXTS.items()}
    checks = {
        field: _YES_OR_NO.get(answer)
        for field, key in _CHECKS.items()
        if isinstance(answer := response.choices.get(key), tuple)
    }
    analysis = OwnAnalysis(efforts=efforts).model_copy(update=texts)
    question = LearningQuestion(id=name, question=_text(response, "leervraag"), analysis=analysis)
    return question.model_copy(update=checks)


def _text(response: Response, key: str) -> str:
    return str(response.open.get(key, "")).strip()


def _lines(response: Response, key: str) -> list[str]:
    return [line.strip() for line in _text(response, key).splitlines() if line.strip()]


def free_name(track: LearningTrack | None) -> str:
    """Return an id that no learning question has yet, like ``leervraag-2``."""
    taken = {item.id for item in track.questions} if track else set()
    return next(name for number in count(1) if (name := f"leervraag-{number}") not in taken)


def add(
    folder: Path, track: LearningTrack | None, question: LearningQuestion, *, made_up: bool
) -> None:
    """Put a learning question at the end of ``leertraject.toml``, or make that file with it.

    What people wrote there, comments too, stays as it is. Raises ``ChangedElsewhereError`` when
    the file is no longer what ``track`` was read from, ``StorageError`` when the disk refuses.
    """
    path = folder / LearningTrack.name
    if track is None:
        put_new(path, learning_text(question, made_up=made_up))
        return
    wanted = track.model_copy(update={"questions": (*track.questions, question)})
    document, _ = toml_file.read(path)
    if document is None or record.build(LearningTrack, document)[0] != track:
        message = f"{path} is intussen veranderd."
        raise ChangedElsewhereError(message, "Geef de opdracht nog eens.")
    text = f"{document.text.rstrip()}\n\n{question_text(question)}"
    longer, _ = toml_file.parse(text, path)
    if longer is not None and record.build(LearningTrack, longer)[0] == wanted:
        toml_file.write_bytes(path, text.encode())
    else:  # its questions stand between [ and ]: nothing can be put behind those
        book.save(folder, wanted)
