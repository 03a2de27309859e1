"""What a respondent reads before the first question; nothing more is promised than holds."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from zelfanalyse.form.wording import moment
from zelfanalyse.questionnaire.questions import OpenQuestion
from zelfanalyse.response.session import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.errors import Finding
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation, Session

SECONDS, SECONDS_OPEN = 15, 45  # a guess, not a measurement: the screen says so
STEP = 5  # minutes: a finer number would look measured
MOST_WARNINGS = 5  # about broken files; more would hide what everyone must read

PUBLIC = """\
Uw antwoorden en het rapport kunnen onder de Wet open overheid vallen. \
Iemand kan dan vragen om ze openbaar te maken."""
TRIAL = "Deze lijst is nog niet met gebruikers uitgeprobeerd."


def minutes(questions: Iterable[Question]) -> int:
    """Return how long the questions take, in minutes, rounded up to a multiple of five."""
    seconds = sum(SECONDS_OPEN if isinstance(q, OpenQuestion) else SECONDS for q in questions)
    return ceil(seconds / 60 / STEP) * STEP


def paragraphs(
    desk: Desk, invitation: Invitation, *, stop: str = "Ctrl+Q"
) -> Iterator[tuple[str, str]]:
    """Yield a heading and its text, in the order of reading; a heading can be empty.

    What decides whether someone takes part comes first, so that it is seen without scrolling.
    ``stop`` is what stops the face that asks.
    """
    questionnaire = desk.questionnaire
    if facts := " ".join(_facts(invitation)):
        yield "", facts
    yield "Hoe lang duurt het?", _duration(asked(questionnaire, invitation), stop)
    yield "Wie ziet uw antwoorden?", _readers(invitation)
    yield "Bent u te herkennen?", _recognition(invitation)
    yield "Waar gaat het over?", questionnaire.introduction
    if questionnaire.status == "concept":
        yield "Proefversie", TRIAL
    yield "Openbaarheid", PUBLIC
    yield "Waar wordt het bewaard?", f"In de map {desk.folder.absolute()}"


def _facts(invitation: Invitation) -> Iterator[str]:
    if invitation.dossier_name:
        yield f"Over: {invitation.dossier_name}."
    if invitation.perspective_title:
        yield f"U antwoordt als: {invitation.perspective_title}."
    if invitation.people is not None:
        yield f"U antwoordt namens {invitation.people} mensen. Dat telt als één antwoord."
    if invitation.recorded:
        yield "U schrijft op wat anderen zeggen."
    if invitation.made_up:
        yield "Dit dossier is een voorbeeld. Alles erin is verzonnen."


def _duration(questions: tuple[Question, ...], stop: str) -> str:
    return (
        f"Er zijn {len(questions)} vragen. Dat kost naar schatting {minutes(questions)} minuten. "
        "Na elk antwoord wordt alles bewaard. "
        f"U kunt altijd stoppen met {stop} en later verdergaan."
    )


def _readers(invitation: Invitation) -> str:
    if invitation.dossier is None:
        return (
            "U vult deze lijst los in, zonder dossier. Niemand krijgt uw antwoorden, "
            "tot u het bestand zelf aan iemand geeft. "
            "Wie het bestand heeft, leest ook uw toelichtingen. Noem geen namen."
        )
    return (
        "De begeleider leest uw bestand. Uw toelichting en uw open antwoorden kunnen "
        "letterlijk in het rapport staan, zonder uw naam en zonder uw groep. Noem geen namen."
    )


def _recognition(invitation: Invitation) -> str:
    if invitation.on_record:
        return (
            f"U antwoordt op naam van uw functie ({invitation.perspective_title}). "
            "Uw functie is herkenbaar in het rapport, en daarmee wat u antwoordt."
        )
    if invitation.dossier is None:
        return (
            "Het programma vraagt niet naar uw naam. Het bestand heeft een code, zoals K7F3-QX9M."
        )
    return (
        "Het programma vraagt niet naar uw naam. "
        f"Cijfers van minder dan {invitation.minimum_group} mensen staan niet in het rapport. "
        "Uw eigen woorden kunnen wel verraden wie u bent."
    )


def warnings(desk: Desk, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a sentence for each thing in the folder that is wrong, at most a handful."""
    for finding in findings[:MOST_WARNINGS]:
        if finding.file == desk.folder:
            folder = desk.folder.absolute()
            yield f"{folder}: {_rest(finding)} Of hier al lijsten staan, is dus niet te zien."
        else:
            place = f", regel {finding.line}" if finding.line else ""
            yield (
                "In deze map staat een lijst die niet te openen is: "
                f"{finding.file.name}{place}: {_rest(finding)}"
            )
    if (more := len(findings) - MOST_WARNINGS) > 0:
        yield f"En nog {more} keer zoiets."


def _rest(finding: Finding) -> str:
    return f"{finding.message} {finding.hint}".rstrip()


def handed_in_line(number: int) -> str:
    """Return what to think of before beginning, where others or oneself handed in before."""
    lists = (
        "staat al 1 ingeleverde lijst" if number == 1 else f"staan al {number} ingeleverde lijsten"
    )
    return f"In deze map {lists}. Hebt u al ingeleverd? Begin dan niet opnieuw: dat telt dubbel."


def draft_line(session: Session) -> str:
    """Return how an unfinished response is offered again."""
    response = session.response
    total = len(session.questions)
    return (
        f"Verdergaan: u was gebleven bij vraag {session.position + 1} van {total} "
        f"(code {response.respondent}, begonnen {moment(response.started)}, "
        f"{total - len(session.open_questions)} ingevuld)"
    )


def closed_line(session: Session) -> str:
    """Return how a response that was handed in is offered for reading."""
    handed_in = session.response.handed_in
    when = f", ingeleverd {moment(handed_in)}" if handed_in else ""
    return f"Ingeleverde lijst lezen (code {session.response.respondent}{when})"
