"""New files for people to write in, with a word of explanation at every key."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from zelfanalyse.days import full_day
from zelfanalyse.dossier.inventory import Inventory
from zelfanalyse.dossier.learning import LearningQuestion, LearningTrack
from zelfanalyse.dossier.learning_prompts import ANALYSIS, CHECKS, NOTE
from zelfanalyse.dossier.panel import Panel, Recognises
from zelfanalyse.dossier.reaction import Reaction
from zelfanalyse.errors import ChangedElsewhereError
from zelfanalyse.toml_file import dumps, write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from zelfanalyse.dossier.page import Page
    from zelfanalyse.dossier.steps import Step
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.record import Record

_HOW_TO_WRITE: Final = '''\
Tekst staat tussen aanhalingstekens. Meer regels? Gebruik er drie: """tekst""".
Een regel met een # ervoor telt niet mee. Haal het # weg om die regel te gebruiken.
Een datum heeft geen aanhalingstekens: 2026-11-22.
Noem functies en organisaties, en geen namen van personen.
Dit bestand kan onder de Wet open overheid vallen.'''
_MADE_UP: Final = "VERZONNEN: dit dossier is een voorbeeld."

_REACTION: Final = """\
# Een feit in het rapport dat niet klopt. Herhaal dit stuk voor elk feit.
# [[correctie]]
# Wie het zag, zoals "griffier":
# door = ""
# Wat er stond:
# was = ""
# Wat het moet zijn:
# wordt = ""
# Wat ermee gedaan is:
# gedaan = ""

# Wat het bestuur van het rapport vindt.
# [reactie]
# Welk bestuur dit is, zoals "college":
# door = ""
# datum = 2026-11-22
# tekst = ""
"""
_INVENTORY: Final = """\
# Een samenwerking van de gemeente. Herhaal dit stuk voor elke samenwerking.
# Bedragen en uren schrijft u in woorden: het zijn schattingen, en zij worden niet opgeteld.
# [[samenwerking]]
# naam = ""
# Zoals "convenant" of "netwerk of uitwisseling":
# vorm = ""
# true: er is iets getekend. false: er staat niets op papier.
# formeel = true
# Het onderwerp:
# domein = ""
# Met wie, zoals ["Gemeente A", "Zorggroep B"]:
# partners = []
# Waarom de gemeente meedoet:
# motief = ""
# Hoeveel tijd het overleg kost:
# overleguren = ""
# Wat het kost:
# kosten = ""
# Wat het oplevert:
# opbrengst = ""
# Wat beter kan:
# verbetering = ""
"""
_DATES: Final = """\
# Wanneer u tegen anderen zei dat u hiervan wilt leren:
# aangekondigd = 2026-11-22
# Wanneer het bestuur van de leervraag hoorde:
# bestuur_geinformeerd = 2026-11-22
# Wanneer het bestuur de adviezen hoorde:
# terugkoppeling = 2026-11-22
"""
_ANALYSIS: Final = """\
# De korte eigen analyse. Noem liever één moment dan een algemeen beeld.
[leervraag.analyse]
"""
_STEP: Final = """\
# [[leervraag.analyse.stap]]
# gedaan = ""
# effect = ""
"""
_INTERVIEW: Final = """\
# Wie de adviseur sprak: de functie, en intern of extern. Minstens één van elk.
# [[leervraag.notitie.interview]]
# wie = ""
# kant = "intern"
# datum = 2026-11-22
"""
_ADVICE: Final = """\
# Het advies van een deelnemer. Herhaal dit stuk voor elk advies.
# [[leervraag.advies]]
# Welke organisatie dit adviseert:
# van = ""
# tekst = ""
# Wat u ermee doet: "overnemen", "aanpassen" of "niet". En waarom.
# keuze = "overnemen"
# waarom = ""
# Hoe u leert: "van het aanrecht" (overnemen wat er is), "kookproces" (kijken hoe
# het gemaakt is) of "samen" (samen maken).
# leervorm = "samen"
"""


def put_new(path: Path, text: str) -> None:
    """Put a new file on disk.

    Raises ``ChangedElsewhereError`` when there is one by now, ``StorageError`` when the disk
    refuses.
    """
    if os.path.lexists(path):  # Path.exists raises without rights
        raise ChangedElsewhereError(f"{path} is er intussen al.", "Geef de opdracht nog eens.")
    write_bytes(path, text.encode())


def panel_text(questionnaire: Questionnaire, *, made_up: bool) -> str:
    """Return a ``visitatie.toml`` with every factor of the list and no judgement yet."""
    parts = [
        _top(Panel, "Leg het rapport ernaast: daarin staan de cijfers.", made_up=made_up),
        "# De functies van de leden, zoals ['oud-griffier', 'hoogleraar'].\nleden = []\n",
        "# De dag van de visitatie.\n# datum = 2026-11-22\n",
        _asked("Wat de commissie tot slot wil zeggen.", {"slotwoord": ""}),
        "# Per factor: welk beeld herkent de commissie? Haal het # weg bij één van de drie.\n",
    ]
    choices = "".join(f"# {dumps({'oordeel': item.value})}" for item in Recognises)
    for factor in questionnaire.factors:
        title = " ".join(factor.title.split())
        words = dumps({"toelichting": "", "aanbeveling": ""})
        parts.append(f"# {title}\n[[oordeel]]\n{dumps({'factor': factor.id})}{choices}{words}")
    return "\n".join(parts)


def reaction_text(*, made_up: bool) -> str:
    """Return a ``reactie.toml`` in which nothing is filled in."""
    return f"{_top(Reaction, made_up=made_up)}\n{_REACTION}"


def inventory_text(*, made_up: bool) -> str:
    """Return an ``inventaris.toml`` in which nothing is filled in."""
    return f"{_top(Inventory, made_up=made_up)}\n{_INVENTORY}"


def learning_text(
    question: LearningQuestion,
    *,
    made_up: bool,
    day: date | None = None,
    planning: Sequence[Step] = (),
) -> str:
    """Return a ``leertraject.toml`` with one learning question, and the planning to its day."""
    parts = [
        _top(LearningTrack, made_up=made_up),
        "# De organisaties die meedoen, zoals ['Gemeente A', 'Gemeente B'].\ndeelnemers = []\n",
        "\n".join(_planning(day, planning)),
        _DATES,
        "# Lessen om te delen, zonder namen.\nlessen = []\n",
        question_text(question),
    ]
    return "\n".join(parts)


def _planning(day: date | None, planning: Sequence[Step]) -> Iterator[str]:
    if day is None:
        yield "# De dag van de intervisie.\n# dag = 2026-11-22\n"
        yield "# De dag waarop u terugkijkt, na tien tot twaalf maanden."
        yield "# terugkijken = 2026-11-22\n"
        return
    yield f"# De dag van de intervisie.\n{dumps({'dag': day})}"
    yield "# De planning, teruggeteld vanaf die dag:"
    yield from (f"# {full_day(step.due_on)}: {step.title}." for step in planning)
    for step in planning[-1:]:
        yield f"\n# De dag waarop u terugkijkt.\n{dumps({'terugkijken': step.due_on})}"


def question_text(question: LearningQuestion) -> str:
    """Return one learning question as it stands in the file, with every prompt above its place.

    The interviews and the advices of others are not in it: those come later.
    """
    analysis, note = question.analysis, question.note
    parts = [
        f"[[leervraag]]\n{dumps({'id': question.id})}",
        _asked("Welke vraag houdt u nu echt bezig?", {"vraag": question.question}),
        _asked("De organisatie die de vraag stelt.", {"van": question.by}),
        "# Drie keer nakijken: true is ja, false is nee.\n" + "".join(_checks(question)),
        _asked("Wat het bestuur voorstelt.", {"suggestie_bestuur": question.board_suggestion}),
        _ANALYSIS,
        *_written(analysis, ANALYSIS),
        f"# {ANALYSIS['efforts']} Herhaal dit stuk voor elke stap.\n{_STEP}",
        *(
            f"[[leervraag.analyse.stap]]\n{dumps({'gedaan': item.done, 'effect': item.effect})}"
            for item in analysis.efforts
        ),
        "# De gespreksnotitie van de adviseur.\n[leervraag.notitie]\n",
        *_written(note, NOTE),
        _INTERVIEW,
        _ADVICE,
    ]
    return "\n".join(parts)


def _checks(question: LearningQuestion) -> Iterator[str]:
    for name, asked in CHECKS.items():
        value = getattr(question, name)
        key = LearningQuestion.model_fields[name].alias or name
        line = dumps({key: value is not False})
        yield f"# {asked}\n{line if value is not None else f'# {line}'}"


def _written(record: Record, prompts: Mapping[str, str]) -> Iterator[str]:
    """Yield every text of a record under the question it answers, and none of its tables."""
    for name, prompt in prompts.items():
        field, value = type(record).model_fields[name], getattr(record, name)
        if name != "efforts":
            plain = list(value) if isinstance(value, tuple) else value
            yield _asked(prompt, {field.alias or name: plain})


def _asked(prompt: str, value: dict[str, Any]) -> str:
    return f"# {prompt}\n{dumps(value)}"


def _top(page: type[Page], *more: str, made_up: bool) -> str:
    lines = [*page.heading.splitlines(), *more, *_HOW_TO_WRITE.splitlines()]
    lines += [_MADE_UP] if made_up else []
    head = {"formaat": 1, **({"verzonnen": True} if made_up else {})}
    return "".join(f"# {line}\n" for line in lines) + dumps(head)
