"""What is late, what is missing, and what all actions have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

from zelfanalyse.dossier.actions import Action, Kind, Progress
from zelfanalyse.progress.follow_up import (
    ALL_STRUCTURE,
    Moment,
    counts,
    dates,
    overdue,
    reminders,
    to_review,
    warnings,
)

TODAY = date(2027, 3, 1)


def action(what: str = "Bellen", **fields: Any) -> Action:
    """Return an action that misses nothing but what a test takes away."""
    known: dict[str, Any] = {
        "owner": "secretaris",
        "due_on": date(2027, 4, 1),
        "review_on": date(2027, 9, 1),
        "social_effect": "Eén loket",
        "kind": Kind.AGREEMENT,
    }
    return Action(id=what.lower(), what=what, **(known | fields))


def test_days_are_told_in_the_order_of_time() -> None:
    """An action has at most two: when it is done and when one looks back."""
    later = action("Later", due_on=date(2027, 5, 1), review_on=None)
    assert [
        (date(2027, 4, 1), Moment.DUE, "bellen"),
        (date(2027, 5, 1), Moment.DUE, "later"),
        (date(2027, 9, 1), Moment.REVIEW, "bellen"),
    ] == [(item.day, item.moment, item.action.id) for item in dates([later, action()])]


def test_late_is_what_is_open_after_its_day() -> None:
    """On the day itself it is not late, and neither is what is done or stopped."""
    late = action("Laat", due_on=date(2027, 2, 28))
    actions = [
        action("Nu", due_on=TODAY),
        late,
        action("Klaar", due_on=date(2027, 1, 1), progress=Progress.DONE),
        action("Gestopt", due_on=date(2027, 1, 1), progress=Progress.STOPPED),
        action("Terug", due_on=None, review_on=date(2027, 1, 15)),
    ]
    assert [("terug", Moment.REVIEW), ("laat", Moment.DUE)] == [
        (item.action.id, item.moment) for item in overdue(actions, TODAY)
    ]


def test_looking_back_is_asked_of_what_ended_without_an_outcome() -> None:
    """From the day itself on; an outcome of only spaces is none."""
    ended = {"review_on": TODAY, "progress": Progress.DONE}
    actions = [
        action("Leeg", **ended, outcome="  "),
        action("Verteld", **ended, outcome="Het werkt."),
        action("Straks", progress=Progress.DONE, review_on=date(2027, 3, 2)),
        action("Open", review_on=TODAY),
    ]
    assert ["leeg"] == [item.action.id for item in to_review(actions, TODAY)]


def test_reminders_name_what_who_and_when() -> None:
    """The oldest comes first; who has no owner is named without one."""
    actions = [
        action("Bellen", due_on=date(2027, 2, 1)),
        action("Kijken", owner="", review_on=date(2027, 1, 5)),
        action("Proef", review_on=date(2027, 2, 3), progress=Progress.DONE),
    ]
    assert (
        "Op 5 januari 2027 zou u terugkijken op 'Kijken'. De actie is nog open.",
        "'Bellen' (secretaris) zou klaar zijn op 1 februari 2027, en is nog open.",
        "'Proef' (secretaris) is klaar. Op 3 februari 2027 zou u terugkijken.",
    ) == reminders(actions, TODAY)


def test_all_structure_is_told() -> None:
    """Of one action too; another kind, or one that was stopped, changes that."""
    structure = action(kind=Kind.STRUCTURE)
    assert (ALL_STRUCTURE,) == warnings([structure])
    assert () == warnings([structure, action("Proef")])
    assert () == warnings([])
    stopped = action("Proef", progress=Progress.STOPPED)
    assert (ALL_STRUCTURE,) == warnings([structure, stopped])


def test_what_is_empty_is_told_in_one_sentence() -> None:
    """Everything that a final report needs of an action."""
    (told,) = warnings([action(owner=" ", due_on=None, social_effect="", review_on=None)])
    assert (
        "Bij 'Bellen' staat nog niet wie het doet, wanneer het klaar is, wat een inwoner ervan "
        "merkt en wanneer u terugkijkt."
    ) == told
    assert ("Bij 'Bellen' staat nog niet wie het doet.",) == warnings([action(owner="")])


def test_an_experiment_needs_a_sequel() -> None:
    """What happens after it works is asked for before it begins."""
    (told,) = warnings([action("Proef", kind=Kind.EXPERIMENT)])
    assert "'Proef' is een experiment. Schrijf op wat er gebeurt als het lukt." == told
    assert () == warnings([action(kind=Kind.EXPERIMENT, follow_up="Overal invoeren.")])


def test_looking_back_comes_after_being_done() -> None:
    """A look-back before the day itself is told; on the day it is right."""
    (told,) = warnings([action(review_on=date(2027, 3, 31))])
    assert "Op 'Bellen' kijkt u terug voordat het klaar is." == told
    assert () == warnings([action(review_on=date(2027, 4, 1))])


def test_kinds_are_counted_in_their_fixed_order() -> None:
    """A kind without actions is not named; what has no kind comes last."""
    actions = [action(kind=None), action(kind=Kind.STRUCTURE), action(kind=Kind.TALK), action()]
    assert (("gesprek", 1), ("afspraak", 1), ("structuur", 1), ("nog niet gekozen", 1)) == counts(
        actions
    )
