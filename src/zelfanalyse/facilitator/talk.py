"""The conversation as a value: where one is, what was said, and what was decided.

Nothing here knows a screen or a disk. Every step returns another talk; nothing changes in place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from zelfanalyse.dossier.actions import Action, Actions, free_id
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.report.talking_points import TalkingPoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from zelfanalyse.dossier.book import Book

HAS_ACTION: Final = "Bij dit punt staat een actie. Haal die eerst weg, of zet haar op gestopt."


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation; ``place`` 0 is before the first point, and the last place after them all.

    ``found`` are the points that the figures give. Those that someone added, or that an earlier
    report gave, come after them.
    """

    found: tuple[TalkingPoint, ...]
    conversation: Conversation
    actions: Actions
    today: date
    place: int = 0

    @classmethod
    def begin(cls, found: Iterable[TalkingPoint], book: Book, today: date) -> Talk:
        """Return the conversation as it was left, before its first point."""
        return cls(tuple(found), book.conversation, book.actions, today)

    @property
    def points(self) -> tuple[TalkingPoint, ...]:
        """Every point, in the order in which to talk."""
        known = {item.id for item in self.found}
        more = (item for item in self.conversation.points if item.id not in known)
        return (*self.found, *(TalkingPoint(item.id, item.title) for item in more))

    @property
    def last(self) -> int:
        """The place after the last point."""
        return len(self.points) + 1

    @property
    def current(self) -> TalkingPoint | None:
        """The point that is talked about; none before the first and after the last."""
        return self.points[self.place - 1] if 0 < self.place < self.last else None

    def go(self, by: int) -> Talk:
        """Return the talk some points further, or back; never past its ends."""
        return replace(self, place=min(max(self.place + by, 0), self.last))

    def go_to(self, name: str) -> Talk:
        """Return the talk at a point."""
        return replace(self, place=[item.id for item in self.points].index(name) + 1)

    def said_of(self, name: str) -> Point:
        """Return what was said and decided of a point; nothing yet is a point with only a title."""
        known = self.conversation.point(name)
        if known is not None:
            return known
        title = next(item.title for item in self.points if item.id == name)
        return Point(id=name, title=title)

    def note(self, name: str, notes: str) -> Talk:
        """Return the talk with other notes on a point."""
        return self._say(name, notes=notes.strip())

    def plan(self, action: Action) -> Talk:
        """Return the talk with an action, new or changed, as the decision on its point."""
        talk = replace(self, actions=self.actions.with_action(action))
        if action.point is None:
            return talk
        return talk._say(action.point, decision=Decision.ACTION)  # noqa: SLF001 - one of us

    def drop(self, name: str) -> Talk:
        """Return the talk without an action; a point that has none left is open again."""
        gone = self.actions.action(name)
        talk = replace(self, actions=self.actions.without(name))
        if gone is None or gone.point is None or talk.actions.of(gone.point):
            return talk
        return talk._say(gone.point, decision=None)  # noqa: SLF001 - one of us

    def leave(self, name: str, reason: str) -> Talk:
        """Return the talk in which nothing is done about a point, and why; no reason opens it.

        Raises ``InvalidAnswerError`` for a point with an action.
        """
        if self.actions.of(name):
            raise InvalidAnswerError(HAS_ACTION)
        reason = reason.strip()
        return self._say(name, reason=reason, decision=Decision.NOTHING if reason else None)

    def add(self, title: str) -> Talk:
        """Return the talk at a new point, which someone thought of."""
        taken = {item.id for item in self.points}
        point = Point(id=free_id("eigen", taken), title=title)
        talk = replace(self, conversation=self.conversation.with_point(point))
        return talk.go_to(point.id)

    def new_action(self, point: str) -> Action:
        """Return an action for a point, with a name that no other has; what it is comes later."""
        blank = Action(id=self.actions.free_id, what="…", point=point)
        return blank.model_copy(update={"what": ""})

    def is_decided(self, name: str) -> bool:
        """Whether a point has an action, or a reason to do nothing."""
        return bool(self.actions.of(name)) or self.said_of(name).is_left

    @property
    def decided(self) -> int:
        """How many points have a decision."""
        return sum(self.is_decided(item.id) for item in self.points)

    def _say(self, name: str, **changes: Any) -> Talk:
        """Return the talk with something else said of a point; the first time is the day of it."""
        before = self.said_of(name)
        point = before.model_copy(update=changes)
        if point == before:
            return self
        conversation = self.conversation.with_point(point)
        if conversation.on is None:
            conversation = conversation.model_copy(update={"on": self.today})
        return replace(self, conversation=conversation)


R = TypeVar("R", Point, Action)


def rejoined(talk: Talk, before: Talk, theirs: Book) -> Talk:
    """Return what someone else wrote in the files, with what changed here since ``before``.

    Nothing is lost: where both changed one point the notes of both stand there, and where both
    changed one action there are two.
    """
    points = _together(
        before.conversation.points, talk.conversation.points, theirs.conversation.points, _both
    )
    taken = {item.id for item in (*talk.actions.actions, *theirs.actions.actions)}

    def two(other: Action, own: Action) -> Iterator[Action]:
        name = free_id("actie", taken)
        taken.add(name)
        yield other
        yield own.model_copy(update={"id": name})

    actions = _together(before.actions.actions, talk.actions.actions, theirs.actions.actions, two)
    on = theirs.conversation.on or talk.conversation.on
    conversation = theirs.conversation.model_copy(update={"points": tuple(points), "on": on})
    joined = replace(
        talk,
        conversation=conversation,
        actions=theirs.actions.model_copy(update={"actions": tuple(actions)}),
    )
    return joined.go(0)


def _both(theirs: Point, own: Point) -> Iterator[Point]:
    """Yield one point with the notes of both; their decision, where they took one."""
    notes = "\n\n".join(dict.fromkeys(filter(None, (theirs.notes, own.notes))))
    decided = theirs if theirs.decision else own
    changes = {"notes": notes, "decision": decided.decision, "reason": decided.reason}
    yield theirs.model_copy(update=changes)


def _together(
    before: Sequence[R], own: Sequence[R], theirs: Sequence[R], both: Callable[[R, R], Iterable[R]]
) -> Iterator[R]:
    """Yield their items with what changed on our side; ``both`` where both changed one."""
    was, mine = ({item.id: item for item in items} for items in (before, own))
    for item in theirs:
        here = mine.get(item.id)
        if here is None:
            if item != was.get(item.id):  # they changed what was taken away here, or it is new
                yield item
        elif here == was.get(item.id) or here == item:
            yield item
        elif item == was.get(item.id):
            yield here
        else:
            yield from both(item, here)
    known = {item.id for item in theirs}
    yield from (i for i in own if i.id not in known and i != was.get(i.id))
