"""What a respondent reads before the first question; nothing more is promised than holds."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from zelfanalyse.questionnaire.model import OpenQuestion
from zelfanalyse.tui.wording import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.questionnaire.model import Question
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation, Session

SECONDS, SECONDS_OPEN = 15, 45  # a guess, not a measurement: the screen says so
STEP = 5  # minutes: a finer number would look measured

_PUBLIC = """\
Uw antwoorden en het rapport kunnen onder de Wet open overheid vallen. \
Iemand kan dan vragen om ze openbaar te maken."""


def minutes(questions: Iterable[Question]) -> int:
    """Return how long the questions take, in minutes, rounded up to a multiple of five."""
    seconds = sum(SECONDS_OPEN if isinstance(q, OpenQuestion) else SECONDS for q in questions)
    return ceil(seconds / 60 / STEP) * STEP


def paragraphs(desk: Desk, invitation: Invitation) -> Iterator[tuple[str, str]]:
    """Yield a heading and its text, in the order of reading; a heading can be empty."""
    questionnaire = desk.questionnaire
    if invitation.made_up:
        yield "Verzonnen voorbeeld", "Dit dossier is een voorbeeld. Alles erin is verzonnen."
    if invitation.dossier_name:
        yield "", f"Over: {invitation.dossier_name}"
    yield "", questionnaire.introduction
    if questionnaire.status == "concept":
        yield "Proefversie", "Deze lijst is nog niet met gebruikers uitgeprobeerd."
    asked = questionnaire.questions(invitation.perspective or "", invitation.source)
    yield "Hoe lang duurt het?", _duration(asked)
    yield "Wie ziet uw antwoorden?", _readers(invitation)
    yield "Bent u te herkennen?", _recognition(invitation)
    yield "Openbaarheid", _PUBLIC
    yield "Waar wordt het bewaard?", f"In de map {desk.folder.absolute()}"


def _duration(asked: tuple[Question, ...]) -> str:
    return (
        f"Er zijn {len(asked)} vragen. Dat kost naar schatting {minutes(asked)} minuten. "
        "Na elk antwoord wordt alles bewaard. "
        "U kunt altijd stoppen met Ctrl+Q en later verdergaan."
    )


def _readers(invitation: Invitation) -> str:
    if invitation.dossier is None:
        return (
            "U vult deze lijst los in, zonder dossier. Niemand krijgt uw antwoorden, "
            "tot u het bestand zelf aan iemand geeft. "
            "Wie het bestand heeft, leest ook uw toelichtingen. Noem geen namen."
        )
    return (
        "De begeleider leest uw bestand, ook uw toelichtingen. Noem geen namen. "
        f"Het rapport toont alleen groepen van minstens {invitation.minimum_group}."
    )


def _recognition(invitation: Invitation) -> str:
    if invitation.on_record:
        return (
            f"U antwoordt op naam van uw functie ({invitation.perspective_title}). "
            "Uw antwoorden zijn dus herkenbaar in het rapport."
        )
    if invitation.dossier is None:
        return "Uw naam staat nergens. Het bestand heeft een code, zoals K7F3-QX9M."
    return (
        "Uw naam staat nergens. In het rapport bent u niet te herkennen: "
        f"cijfers van minder dan {invitation.minimum_group} mensen staan er niet in. "
        "Uw eigen woorden kunnen wel verraden wie u bent."
    )


def draft_line(session: Session) -> str:
    """Return how an unfinished response is offered again."""
    response = session.response
    total = len(session.questions)
    return (
        f"Verdergaan: code {response.respondent}, begonnen {moment(response.started)}, "
        f"bij vraag {session.position + 1} van {total}, "
        f"{total - len(session.open_questions)} beantwoord"
    )
