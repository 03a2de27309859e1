"""The files of a dossier beside its answers: each may be there or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from zelfanalyse import record, toml_file
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.dossier.conversation import Conversation
from zelfanalyse.dossier.inventory import Inventory
from zelfanalyse.dossier.learning import LearningTrack
from zelfanalyse.dossier.panel import Panel
from zelfanalyse.dossier.reaction import Reaction
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.questionnaire.rules import no_control_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from zelfanalyse.dossier.page import Page
    from zelfanalyse.errors import Finding
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.toml_file import Document

MADE_UP = "VERZONNEN: dit is een voorbeeld. Niets hiervan is gebeurd."


@dataclass(frozen=True, slots=True)
class Book:
    """What a dossier holds beside its answers. ``None`` where the file is not there.

    Steps, conversation and actions are always there, empty at first.
    """

    steps: Steps = field(default_factory=Steps)
    panel: Panel | None = None
    reaction: Reaction | None = None
    learning: LearningTrack | None = None
    conversation: Conversation = field(default_factory=Conversation)
    actions: Actions = field(default_factory=Actions)
    inventory: Inventory | None = None
    closure: Closure | None = None


PAGES: Final[Mapping[str, type[Page]]] = {
    "steps": Steps,
    "panel": Panel,
    "reaction": Reaction,
    "learning": LearningTrack,
    "conversation": Conversation,
    "actions": Actions,
    "inventory": Inventory,
    "closure": Closure,
}


def load(folder: Path, questionnaire: Questionnaire) -> tuple[Book, list[Finding]]:
    """Return the files that are there, and everything that is wrong in them."""
    pages: dict[str, Any] = {}
    findings: list[Finding] = []
    for part, kind in PAGES.items():
        if not (folder / kind.name).exists():
            continue
        document, wrong = toml_file.read(folder / kind.name)
        findings += wrong
        if document is None:
            continue
        page, wrong = record.build(kind, document)
        findings += wrong
        findings += [document.finding(*item) for item in no_control_characters(document.data)]
        if page is not None:
            findings += _misfits(document, page, questionnaire)
            pages[part] = page
    return Book(**pages), findings


def _misfits(document: Document, page: Page, questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield what a file says twice, or about a factor that is not in the list."""
    if isinstance(page, Panel):
        known = {factor.id for factor in questionnaire.factors}
        names = [item.factor for item in page.judgements]
        for index, name in enumerate(names):
            if name not in known:
                message = f"de factor '{name}' staat niet in de vragenlijst."
                hint = f"Kies uit: {', '.join(sorted(known))}."
                yield document.finding(("oordeel", index, "factor"), message, hint)
        yield from _twice(document, "oordeel", "factor", names)
    if isinstance(page, Steps):
        yield from _twice(document, "stap", "id", [item.id for item in page.steps])
    if isinstance(page, Conversation):
        yield from _twice(document, "punt", "id", [item.id for item in page.points])
    if isinstance(page, Actions):
        yield from _twice(document, "actie", "id", [item.id for item in page.actions])
    if isinstance(page, LearningTrack):
        yield from _twice(document, "leervraag", "id", [item.id for item in page.questions])


def _twice(document: Document, table: str, key: str, names: list[str]) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f"'{name}' staat er twee keer."
            yield document.finding((table, index, key), message, "Haal er een weg.")


def save(folder: Path, page: Page) -> None:
    """Put one of the files in the folder, whole. Raises ``StorageError`` when the disk refuses.

    What someone wrote as a comment in it is lost; the file says what it is for at its top.
    """
    toml_file.write_bytes(folder / page.name, text(page).encode())


def text(page: Page) -> str:
    """Return one of the files as its text."""
    data = {"formaat": page.format, **page.to_toml()}
    comment = f"{page.heading}\n{MADE_UP}" if page.made_up else page.heading
    return toml_file.dumps(data, comment=comment)
