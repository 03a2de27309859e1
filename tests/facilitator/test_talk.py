"""The conversation as a value: going on, deciding, and putting two versions together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from zelfanalyse.dossier.actions import Action, Actions
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.facilitator.talk import Talk, rejoined
from zelfanalyse.report.talking_points import TalkingPoint

TODAY = date(2026, 11, 26)
FOUND = (TalkingPoint("moed", "Moed", is_needed=True), TalkingPoint("rust", "Rust"))
CALL = Action(id="actie-1", what="Bellen", point="moed")


def talk(*points: Point, actions: tuple[Action, ...] = ()) -> Talk:
    """Return a talk that was left like this."""
    book = Book(conversation=Conversation(points=points), actions=Actions(actions=actions))
    return Talk.begin(FOUND, book, TODAY)


def test_it_goes_from_before_the_first_to_after_the_last() -> None:
    """And never past its ends."""
    here = talk()
    names = []
    for _ in range(4):
        names.append(here.current.id if here.current else None)
        here = here.go(1)
    assert [None, "moed", "rust", None] == names
    assert here.go(1) == here
    assert 0 == here.go(-99).place
    assert "rust" == (here.go_to("rust").current or FOUND[0]).id


def test_what_the_figures_give_comes_before_what_people_added() -> None:
    """A point of an earlier report stays, with what was said of it."""
    here = talk(Point(id="eigen-1", title="Geld"), Point(id="rust", title="Oude titel"))
    assert ["moed", "rust", "eigen-1"] == [item.id for item in here.points]
    assert "Rust" == here.points[1].title


def test_notes_are_kept_with_the_day_of_the_conversation() -> None:
    """The first thing that is said sets the day; writing nothing changes nothing."""
    assert talk().note("moed", "  ") == talk()
    said = talk().note("moed", " Veel gezegd. \n")
    assert Point(id="moed", title="Moed", notes="Veel gezegd.") == said.said_of("moed")
    assert TODAY == said.conversation.on
    later = replace(said, today=date(2026, 12, 1)).note("moed", "Meer.")
    assert TODAY == later.conversation.on


def test_an_action_is_a_decision() -> None:
    """The point has it until the last action is taken away."""
    two = talk().plan(CALL).plan(CALL.model_copy(update={"id": "actie-2"}))
    assert Decision.ACTION is two.said_of("moed").decision
    assert two.is_decided("moed")
    one = two.drop("actie-1")
    assert one.is_decided("moed")
    none = one.drop("actie-2")
    assert (None, False) == (none.said_of("moed").decision, none.is_decided("moed"))


def test_an_action_can_change() -> None:
    """It keeps its place among the others."""
    two = talk().plan(CALL).plan(CALL.model_copy(update={"id": "actie-2"}))
    changed = two.plan(CALL.model_copy(update={"owner": "griffier"}))
    assert ["griffier", ""] == [item.owner for item in changed.actions.actions]


def test_a_new_action_has_a_name_and_a_point_of_its_own() -> None:
    """What it is comes later."""
    new = talk(actions=(CALL,)).new_action("rust")
    assert ("actie-2", "rust", "") == (new.id, new.point, new.what)


def test_nothing_on_purpose_needs_a_reason() -> None:
    """Without one the point is open again."""
    left = talk().leave("rust", " Eerst de verkiezingen. ")
    said = left.said_of("rust")
    assert (Decision.NOTHING, "Eerst de verkiezingen.") == (said.decision, said.reason)
    assert (True, 1) == (left.is_decided("rust"), left.decided)
    again = left.leave("rust", " ")
    assert (None, False) == (again.said_of("rust").decision, again.is_decided("rust"))


def test_a_point_with_an_action_is_not_left() -> None:
    """The action goes first, so that two decisions never stand beside each other."""
    with pytest.raises(InvalidAnswerError, match="Bij dit punt staat een actie"):
        talk(actions=(CALL,)).leave("moed", "Toch niet.")


def test_an_action_on_a_point_that_was_left_is_the_decision() -> None:
    """Someone thought better of it."""
    changed = talk().leave("moed", "Nu niet.").plan(CALL)
    assert Decision.ACTION is changed.said_of("moed").decision


def test_people_add_points_of_their_own() -> None:
    """Each has a name of its own, and the talk goes there."""
    one = talk().add("Geld")
    two = one.add("Tijd")
    assert ["eigen-1", "eigen-2"] == [item.id for item in two.conversation.points]
    assert "Tijd" == (two.current or FOUND[0]).title


def joined(own: Talk, theirs: Talk, before: Talk) -> Talk:
    """Return both together."""
    return rejoined(own, before, Book(conversation=theirs.conversation, actions=theirs.actions))


def test_what_only_one_changed_stays() -> None:
    """Notes of the one and an action of the other, on different points."""
    before = talk(Point(id="moed", title="Moed"))
    both = joined(before.note("moed", "Van hier."), before.leave("rust", "Van daar."), before)
    assert "Van hier." == both.said_of("moed").notes
    assert "Van daar." == both.said_of("rust").reason


def test_notes_of_both_stand_under_each_other() -> None:
    """With the decision of whoever took one."""
    before = talk(Point(id="moed", title="Moed", notes="Eerst."))
    own = before.note("moed", "Van hier.").leave("moed", "Nu niet.")
    both = joined(own, before.note("moed", "Van daar."), before)
    said = both.said_of("moed")
    assert ("Van daar.\n\nVan hier.", "Nu niet.") == (said.notes, said.reason)
    assert said.is_left


def test_two_actions_with_one_name_are_two() -> None:
    """Both were made, or changed, by someone."""
    before = talk()
    own = before.plan(CALL)
    theirs = before.plan(CALL.model_copy(update={"what": "Mailen"}))
    both = joined(own, theirs, before)
    assert [("actie-1", "Mailen"), ("actie-2", "Bellen")] == [
        (item.id, item.what) for item in both.actions.actions
    ]


def test_what_was_taken_away_stays_away_unless_the_other_changed_it() -> None:
    """Nothing that someone wrote is lost."""
    before = talk(actions=(CALL,))
    changed = before.plan(CALL.model_copy(update={"owner": "griffier"}))
    assert () == joined(before.drop("actie-1"), before, before).actions.actions
    assert () == joined(before, before.drop("actie-1"), before).actions.actions
    assert ["griffier"] == [
        item.owner for item in joined(before.drop("actie-1"), changed, before).actions.actions
    ]
    assert ["griffier"] == [
        item.owner for item in joined(changed, before.drop("actie-1"), before).actions.actions
    ]
