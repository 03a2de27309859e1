"""What a round needs before it can be closed: the answer to measurements that stay symbolic.

Measurements of old looked inward, were about effectiveness more than about democracy, and led to
few actions. So a report stays a draft until people of outside answered, both sides spoke of
democracy, and the largest points of the conversation have a decision.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.progress.topics import LARGEST, topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.dossier.book import Book

INSIDE = 2  # groups: one person's view of a partnership is no self-analysis
DEMOCRACY = "democratie"  # the factor that a list about cooperation may not leave out


class Need(Enum):
    """What kind of thing a final report needs."""

    ANSWERS = "antwoorden"
    PROFILE = "profiel"
    DECISION = "besluit"  # which ones tells of the figures
    ACTION = "actie"


class Requirement(NamedTuple):
    """One thing that a final report needs, in Dutch, and whether it is there."""

    text: str
    is_met: bool
    need: Need


def requirements(book: Book, results: Sequence[Result]) -> tuple[Requirement, ...]:
    """Return everything a final report needs; the first result is of the dossier's own list."""
    return tuple(_requirements(book, results))


def missing(book: Book, results: Sequence[Result]) -> tuple[str, ...]:
    """Return what a final report still needs, in Dutch."""
    return tuple(item.text for item in requirements(book, results) if not item.is_met)


def _requirements(book: Book, results: Sequence[Result]) -> Iterator[Requirement]:
    main = results[0]
    answered = {
        source: sum(
            item.people > 0 for item in main.participation if item.perspective.source is source
        )
        for source in Source
    }
    yield Requirement(
        "Antwoorden van minstens twee groepen van binnen",
        answered[Source.SELF] >= INSIDE,
        Need.ANSWERS,
    )
    yield Requirement(
        "Antwoorden van minstens één groep van buiten",
        answered[Source.EXTERNAL] > 0,
        Need.ANSWERS,
    )
    yield from _democracy(main)
    yield _profile(main)
    yield from _decisions(book, results)
    yield from _actions(book.actions.actions)


def _democracy(main: Result) -> Iterator[Requirement]:
    for item in main.factors:
        if item.factor.id == DEMOCRACY:
            scores = item.measure.sources.values()
            yield Requirement(
                f"Antwoorden van binnen en van buiten over '{item.factor.title}'",
                all(score.status is not Status.EMPTY for score in scores),
                Need.ANSWERS,
            )


def _profile(main: Result) -> Requirement:
    empty = main.settings.profile.missing
    what = f" (nog leeg: {', '.join(empty)})" if empty else ""
    return Requirement(f"Alle vijf velden van het profiel{what}", not empty, Need.PROFILE)


def _decisions(book: Book, results: Sequence[Result]) -> Iterator[Requirement]:
    """Yield that each of the largest points has a decision: an action, or nothing on purpose."""
    planned = {action.point for action in book.actions.actions}
    for topic in topics(results)[:LARGEST]:
        point = book.conversation.point(topic.id)
        on_purpose = point is not None and point.is_left
        yield Requirement(
            f"Een besluit over '{topic.title}': een actie, of bewust niets doen met een reden",
            topic.id in planned or on_purpose,
            Need.DECISION,
        )


def _actions(actions: Sequence[Action]) -> Iterator[Requirement]:
    for action in actions:
        empty = lacking(action)
        what = f" (nog leeg: {', '.join(empty)})" if empty else ""
        yield Requirement(f"De actie '{action.what}' is compleet{what}", not empty, Need.ACTION)


def lacking(action: Action) -> tuple[str, ...]:
    """Return the Dutch names of what an action must have and does not have yet."""
    needed = {
        "wie": action.owner.strip(),
        "wanneer": action.due_on,
        "merkt_inwoner": action.social_effect.strip(),
        "terugkijken": action.review_on,
    }
    return tuple(name for name, value in needed.items() if not value)
