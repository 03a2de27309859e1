"""What a round needs before it can be closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.dossier.builders import (
    COLLEGE,
    PARTNERS,
    RAAD,
    asked,
    dossier,
    factor,
    person,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.actions import Action, Actions
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.profile import Profile
from zelfanalyse.progress.requirements import lacking, missing, requirements

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result

PROFILE = Profile(form="Convenant", board="Colleges", population=1, history="Oud", phase="Begin")
DAY = date(2026, 10, 1)
WHOLE = Action(
    id="bellen",
    what="Bellen",
    owner="Secretaris",
    due_on=DAY,
    social_effect="Eén loket",
    review_on=DAY,
    point="democratie",
)


def result(*, external: bool = True, profile: Profile = PROFILE) -> Result:
    """Return a result in which self and external differ on democracy."""
    questionnaire = asked(factor("democratie"))
    given = [(RAAD, 4)] * 6 + [(COLLEGE, 4)] * 6 + [(PARTNERS, 2)] * 6 * external
    people = [
        person(number, group.id, questionnaire, {"democratie-1": value})
        for number, (group, value) in enumerate(given)
    ]
    opened = dossier(questionnaire, people, (RAAD, COLLEGE, PARTNERS))
    settings = opened.settings.model_copy(update={"profile": profile})
    return analyse(replace(opened, settings=settings))


def test_a_whole_round_misses_nothing() -> None:
    """Two groups inside, one outside, the profile, a decision, and an action that is complete."""
    book = Book(actions=Actions(actions=(WHOLE,)))
    assert () == missing(book, [result()])
    assert all(item.is_met for item in requirements(book, [result()]))


def test_without_people_of_outside_a_report_stays_a_draft() -> None:
    """And democracy was not judged from both sides."""
    told = missing(Book(), [result(external=False)])
    assert "Antwoorden van minstens één groep van buiten" in told
    assert "Antwoorden van binnen en van buiten over 'Democratie'" in told


def test_empty_fields_of_the_profile_are_named() -> None:
    """By the keys of the file."""
    (told,) = missing(
        Book(actions=Actions(actions=(WHOLE,))), [result(profile=Profile(form="Netwerk"))]
    )
    assert told.endswith("(nog leeg: bestuur, inwoners, historie, fase_organisatie)")


def test_each_of_the_largest_points_needs_a_decision() -> None:
    """Doing nothing counts with a reason; the word 'actie' without an action does not."""

    def talk(**given: object) -> Book:
        point = Point(id="democratie", title="Democratie").model_copy(update=given)
        return Book(conversation=Conversation(points=(point,)))

    (told,) = missing(Book(), [result()])
    assert told.startswith("Een besluit over 'Democratie'")
    assert missing(talk(decision=Decision.ACTION), [result()])
    assert missing(talk(decision=Decision.NOTHING), [result()])
    assert not missing(talk(decision=Decision.NOTHING, reason="Komt later."), [result()])


def test_an_action_tells_what_it_lacks() -> None:
    """Owner, date, what a resident notices, and when to look back."""
    assert () == lacking(WHOLE)
    assert ("wie", "wanneer", "merkt_inwoner", "terugkijken") == lacking(
        Action(id="a", what="Iets", owner=" ")
    )
    bare = Action(id="a", what="Iets", point="democratie")
    (told,) = missing(Book(actions=Actions(actions=(bare,))), [result()])
    assert told.startswith("De actie 'Iets' is compleet (nog leeg: wie,")
