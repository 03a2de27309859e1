"""What is done about the actions: what is still missing, what is late, what to look back at.

Measurements of old led to reorganisations more than to anything a resident noticed. So the kinds
are counted, and it is told when every action is about structure.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.days import full_day
from zelfanalyse.dossier.actions import Kind, Progress
from zelfanalyse.progress.requirements import lacking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from zelfanalyse.dossier.actions import Action

ALL_STRUCTURE: Final = (
    "Alle acties gaan over de structuur. Na eerdere metingen was dat vaak zo, en inwoners merkten "
    "er zelden iets van. Past er ook een gesprek, een afspraak of een experiment bij?"
)
NOT_CHOSEN: Final = "nog niet gekozen"
_STILL_EMPTY: Final[Mapping[str, str]] = {
    "wie": "wie het doet",
    "wanneer": "wanneer het klaar is",
    "merkt_inwoner": "wat een inwoner ervan merkt",
    "terugkijken": "wanneer u terugkijkt",
}


class Moment(Enum):
    """A day in the life of an action."""

    DUE = "klaar"
    REVIEW = "terugkijken"


class Date(NamedTuple):
    """A day on which something is due, and for which action."""

    day: date
    moment: Moment
    action: Action


def dates(actions: Iterable[Action]) -> tuple[Date, ...]:
    """Return every day that the actions name, in the order of time."""
    found = [
        Date(day, moment, action)
        for action in actions
        for moment, day in ((Moment.DUE, action.due_on), (Moment.REVIEW, action.review_on))
        if day is not None
    ]
    return tuple(sorted(found, key=lambda item: item.day))


def overdue(actions: Iterable[Action], today: date) -> tuple[Date, ...]:
    """Return the days that went by of actions that are still open, the oldest first."""
    return tuple(
        item
        for item in dates(actions)
        if item.day < today and item.action.progress is Progress.OPEN
    )


def to_review(actions: Iterable[Action], today: date) -> tuple[Date, ...]:
    """Return the days to look back that have come, of actions that ended without an outcome."""
    return tuple(
        item
        for item in dates(actions)
        if item.moment is Moment.REVIEW
        and item.day <= today
        and item.action.progress is not Progress.OPEN
        and not item.action.outcome.strip()
    )


def reminders(actions: Sequence[Action], today: date) -> tuple[str, ...]:
    """Return in Dutch what is late and what must be looked back at, the oldest first."""
    found = [*overdue(actions, today), *to_review(actions, today)]
    return tuple(_reminder(item) for item in sorted(found, key=lambda item: item.day))


def warnings(actions: Sequence[Action]) -> tuple[str, ...]:
    """Return in Dutch what to think of about these actions; nothing of it is refused."""
    return tuple(_warnings([item for item in actions if item.progress is not Progress.STOPPED]))


def counts(actions: Iterable[Action]) -> tuple[tuple[str, int], ...]:
    """Return how many actions there are of every kind that there are any of."""
    found = Counter(item.kind for item in actions)
    kinds = [*Kind, None]
    return tuple((kind or NOT_CHOSEN, found[kind]) for kind in kinds if found[kind])


def _reminder(item: Date) -> str:
    who = f" ({item.action.owner})" if item.action.owner.strip() else ""
    what = f"'{item.action.what}'{who}"
    day = full_day(item.day)
    if item.action.progress is not Progress.OPEN:
        return f"{what} is {item.action.progress.value}. Op {day} zou u terugkijken."
    if item.moment is Moment.DUE:
        return f"{what} zou klaar zijn op {day}, en is nog open."
    return f"Op {day} zou u terugkijken op {what}. De actie is nog open."


def _warnings(actions: Sequence[Action]) -> Iterator[str]:
    if actions and all(item.kind is Kind.STRUCTURE for item in actions):
        yield ALL_STRUCTURE
    for item in actions:
        if empty := [_STILL_EMPTY[name] for name in lacking(item)]:
            yield f"Bij '{item.what}' staat nog niet {_either(empty)}."
        if item.kind is Kind.EXPERIMENT and not item.follow_up.strip():
            yield f"'{item.what}' is een experiment. Schrijf op wat er gebeurt als het lukt."
        if item.due_on and item.review_on and item.review_on < item.due_on:
            yield f"Op '{item.what}' kijkt u terug voordat het klaar is."


def _either(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} en {last}" if others else last
