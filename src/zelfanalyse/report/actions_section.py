"""What came of the conversation: the actions, and what was decided on each point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.days import full_day
from zelfanalyse.dossier.actions import Progress
from zelfanalyse.dossier.conversation import Decision
from zelfanalyse.dossier.learning_prompts import WAYS
from zelfanalyse.progress import topics
from zelfanalyse.progress.follow_up import counts, reminders, warnings
from zelfanalyse.report.document import (
    Align,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
)
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.dossier.conversation import Point
    from zelfanalyse.progress.case import Case

NOT_YET: Final = "nog niet ingevuld"


def follow_up(case: Case) -> Iterator[Block]:
    """Yield every action, what to think of, and how many there are of each kind."""
    yield Heading("Vervolgacties")
    actions = case.book.actions.actions
    if not actions:
        yield Paragraph("Er zijn nog geen acties afgesproken.")
        return
    yield from kinds(actions)
    yield from to_think_of(actions)
    for item in actions:
        yield Heading(one_line(item.what), 3)
        yield Table(("Afspraak", "Inhoud"), tuple(_fields(item)))


def agreed(case: Case) -> Iterator[Block]:
    """Yield the actions with who does them and when, a line each; nothing where there are none."""
    actions = case.book.actions.actions
    if actions:
        yield Heading("Wat is afgesproken")
        yield Table(
            ("Actie", "Wie", "Wanneer"),
            tuple(
                (_in_short(item), one_line(item.owner) or NOT_YET, _short_day(item.due_on))
                for item in actions
            ),
        )


def kinds(actions: Sequence[Action]) -> Iterator[Block]:
    """Yield how many actions there are of every kind."""
    rows = tuple((kind, str(count)) for kind, count in counts(actions))
    yield Table(("Soort actie", "Aantal"), rows, (Align.LEFT, Align.RIGHT))


def to_think_of(actions: Sequence[Action]) -> Iterator[Block]:
    """Yield what is missing among the actions, where anything is."""
    if told := warnings(actions):
        yield Paragraph("Om aan te denken:")
        yield Bullets(tuple(map(one_line, told)))


def overview(actions: Sequence[Action], today: date) -> Document:
    """Return where the actions stand today, for who keeps an eye on them: what is late first."""
    heading = "Acties"
    return Document(heading, (Heading(heading, 1), *_overview(actions, today)))


def _overview(actions: Sequence[Action], today: date) -> Iterator[Block]:
    if late := reminders(actions, today):
        yield Heading("Nu aan de beurt")
        yield Bullets(tuple(map(one_line, late)))
    yield Heading("Wat en wanneer")
    yield Table(
        ("Naam", "Wat", "Wanneer", "Terugkijken", "Stand"),
        tuple(
            (
                item.id,
                one_line(item.what),
                _short_day(item.due_on),
                _short_day(item.review_on),
                item.progress.value,
            )
            for item in actions
        ),
    )
    yield Heading("Wie, en wat een inwoner merkt")
    yield Table(
        ("Naam", "Wie", "Soort", "Wat een inwoner merkt"),
        tuple(
            (
                item.id,
                one_line(item.owner) or "–",
                item.kind.value if item.kind else "–",
                one_line(item.social_effect) or "–",
            )
            for item in actions
        ),
    )
    yield from to_think_of(actions)


def _short_day(when: date | None) -> str:
    return "–" if when is None else f"{when.day}-{when.month}-{when.year}"


def decisions(case: Case) -> Iterator[Block]:
    """Yield what was decided on each point; what was said there stays in the room."""
    yield Heading("Besluiten van het gesprek")
    talk = case.book.conversation
    if not talk.points:
        yield Paragraph("Er zijn nog geen besluiten opgeschreven.")
        return
    if talk.on is not None:
        yield Paragraph(f"Het gesprek was op {full_day(talk.on)}.")
    for item, title in zip(talk.points, _titles(case), strict=True):
        yield Heading(title, 3)
        yield from _decision(item, case.book.actions.of(item.id))


def _titles(case: Case) -> Iterator[str]:
    """Yield the title of each point, with its list where two points have nearly the same one.

    What stands between brackets at the end of a title does not tell two of them apart.
    """
    lists = topics.lists([result.questionnaire for result in case.results])
    points = case.book.conversation.points
    cores = [one_line(item.title).partition(" (")[0].casefold() for item in points]
    for item, core in zip(points, cores, strict=True):
        known = item.id in lists and cores.count(core) > 1
        yield one_line(item.title) + (f", uit de lijst '{lists[item.id]}'" if known else "")


def _decision(point: Point, actions: Sequence[Action]) -> Iterator[Block]:
    if actions:
        yield Paragraph("Hierover is een actie afgesproken:")
        yield Bullets(tuple(map(_in_short, actions)))
    elif point.is_left:
        yield from paragraphs(point.reason, "Bewust niets. De reden: ")
    elif point.decision is Decision.NOTHING:
        yield Paragraph("Bewust niets. De reden staat er nog niet bij.")
    else:
        yield Paragraph("Nog geen besluit.")


def _in_short(action: Action) -> str:
    stand = "" if action.progress is Progress.OPEN else f" ({action.progress.value})"
    return f"{one_line(action.what)}{stand}"


def _fields(action: Action) -> Iterator[tuple[str, str]]:
    """Yield what is agreed; what a final report needs is named when it is not there yet."""
    yield "Wie", one_line(action.owner) or NOT_YET
    yield "Wanneer", full_day(action.due_on) if action.due_on else NOT_YET
    yield "Soort", action.kind.value if action.kind else NOT_YET
    yield "Wat een inwoner merkt", one_line(action.social_effect) or NOT_YET
    if action.learning_mode is not None:
        yield "Hoe u leert van anderen", WAYS[action.learning_mode]
    if action.follow_up.strip():
        yield "Als het lukt", one_line(action.follow_up)
    yield "Terugkijken", full_day(action.review_on) if action.review_on else NOT_YET
    yield "Stand", action.progress.value
    if action.outcome.strip():
        yield "Wat ervan kwam", one_line(action.outcome)
