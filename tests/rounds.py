"""A dossier on disk that can be closed, and the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tests.dossier.builders import COLLEGE, PARTNERS, RAAD, asked, factor, on_disk, person
from zelfanalyse import cli
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Action, Actions, Progress

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Questionnaire

LIST = asked(factor("democratie"), factor("vertrouwen"))
GROUPS = (RAAD, COLLEGE, PARTNERS)
DAY = date(2026, 10, 1)
PROFILE = """[profiel]
vorm = "Convenant"
bestuur = "Colleges"
inwoners = 50000
historie = "Sinds 2010"
fase_organisatie = "Begin"
"""
ACTION = Action(
    id="bellen",
    what="Elkaar eerder bellen",
    owner="Secretaris",
    due_on=DAY,
    social_effect="Eén loket",
    review_on=DAY,
    point="democratie",
    progress=Progress.DONE,
    outcome="Er is een vast telefoonuur.",
)


class Done(NamedTuple):
    """What a command left behind."""

    exit_code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Done:
    """Run a command without a terminal."""
    capsys.readouterr()
    exit_code = cli.main([str(word) for word in words])
    return Done(exit_code, *capsys.readouterr())


def whole(place: Path, questionnaire: Questionnaire = LIST, *, start: str = "") -> Dossier:
    """Return a dossier that misses nothing, with a comment in its settings.

    ``start`` is what stands above the list in the settings, such as start questions.
    """
    on_disk(place, questionnaire, GROUPS)
    settings = place / folder.SETTINGS
    text = settings.read_text("utf-8")
    begin, end = text.index("[profiel]"), text.index("# Zoveel antwoorden")
    text = f"{text[:begin]}{PROFILE}\n# Van mijzelf: bel de griffier.\n{text[end:]}"
    settings.write_text(text.replace("# De lijst staat", f"{start}\n# De lijst staat", 1), "utf-8")
    opened = folder.load(place)
    given = [(RAAD, 4)] * 6 + [(COLLEGE, 4)] * 6 + [(PARTNERS, 2)] * 6
    names = [item.id for each in questionnaire.factors for item in each.statements]
    for number, (group, value) in enumerate(given):
        said = dict.fromkeys(names, value) | {"vertrouwen-1": 3}
        known = {name: answer for name, answer in said.items() if name in names}
        folder.accept(opened, person(number, group.id, questionnaire, known))
    book.save(place, Actions(actions=(ACTION,)))
    return folder.load(place)
