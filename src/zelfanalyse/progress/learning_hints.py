"""What is still short or empty in a learning track: hints that never refuse anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.learning import Side
from zelfanalyse.progress.planning import notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from zelfanalyse.dossier.learning import Advice, LearningQuestion, LearningTrack

FEW_WORDS = 25  # fewer than these mostly stay general
WHO_TO_ASK: Final = (
    "Kies deelnemers die van elkaar verschillen en elkaar niet elke dag nodig hebben: "
    "het programma kan dat niet nakijken."
)
_DOUBTS: Final = (
    ("is_current", "de vraag speelt nu niet. Kies liever een vraag die nu speelt."),
    ("is_hard", "een antwoord is zomaar te vinden. Is een dag met anderen dan nodig?"),
    ("is_felt", "de vraag houdt u niet echt bezig. Welke vraag stelt u liever niet?"),
)
_SHORT: Final = (
    ("went_wrong", "Bij 'mis' (waar ging het volgens u mis?)"),
    ("management", "Bij 'rol_directie' (wat was de rol van de directie?)"),
)


def of_track(track: LearningTrack, today: date) -> Iterator[str]:
    """Yield hints about the dates of the track, in Dutch."""
    if track.day is None:
        yield "Zet bij 'dag' wanneer de intervisie is. Dan telt het programma de weken terug."
    elif track.day > today:
        if hurry := notice(track.day, today):
            yield hurry
    else:
        if track.fed_back_on is None:
            yield "Vertel het bestuur welke adviezen u kreeg. Zet de dag bij 'terugkoppeling'."
        if track.review_on is None:
            yield "Kies een dag om terug te kijken, na tien tot twaalf maanden: 'terugkijken'."
    if track.announced_on is None:
        yield "Zeg tegen anderen dat u hiervan wilt leren. Zet de dag bij 'aangekondigd'."
    if track.board_informed_on is None:
        yield "Vertel het bestuur over de leervraag. Zet de dag bij 'bestuur_geinformeerd'."


def of_question(question: LearningQuestion) -> Iterator[str]:
    """Yield hints about one learning question, in Dutch and in the order of the file."""
    if not question.question.strip():
        yield "De leervraag is nog leeg."
    if question.is_empty:
        return
    open_checks = any(getattr(question, name) is None for name, _ in _DOUBTS)
    if open_checks:
        yield "Kijk de leervraag na: 'actueel', 'niet_zomaar' en 'houdt_bezig'."
    for name, doubt in _DOUBTS:
        if getattr(question, name) is False:
            yield f"U zegt: {doubt}"
    yield from _of_analysis(question)
    yield from _of_note(question)
    for advice in question.advices:
        yield from _of_advice(advice)


def _of_analysis(question: LearningQuestion) -> Iterator[str]:
    for name, place in _SHORT:
        words = len(getattr(question.analysis, name).split())
        if words < FEW_WORDS:
            size = "is het kort" if words else "staat nog niets"
            yield f"{place} {size}. Kunt u één moment noemen?"
    efforts = [item for item in question.analysis.efforts if not item.is_empty]
    if not efforts:
        yield "Er staat nog niet wat er al gedaan is."
    elif any(not item.effect.strip() for item in efforts):
        yield "Bij een stap staat niet welk effect die had."


def _of_note(question: LearningQuestion) -> Iterator[str]:
    """Yield whom the adviser did not speak to yet; the mirror from outside needs both."""
    sides = {item.side for item in question.note.interviews}
    for side, who in ((Side.INSIDE, "van binnen"), (Side.OUTSIDE, "van buiten")):
        if side not in sides:
            yield f"De adviseur sprak nog niemand {who}."


def _of_advice(advice: Advice) -> Iterator[str]:
    if advice.take is None:
        yield f"Het advies van {advice.by} heeft nog geen keuze: overnemen, aanpassen of niet."
    elif not advice.reason.strip():
        yield f"Bij het advies van {advice.by} staat niet waarom u dat doet."
