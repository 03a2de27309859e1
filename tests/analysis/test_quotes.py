"""People's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import DIRECTIE, PARTNERS, RAAD, STAF, asked, dossier, person
from zelfanalyse.analysis.quotes import answers_to, comments_on, withheld
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import OpenQuestion

if TYPE_CHECKING:
    from zelfanalyse.dossier.folder import Dossier

GOOD = OpenQuestion(id="goed", text="Wat gaat goed?")
COUNT = OpenQuestion(id="aantal", text="Hoe vaak?", kind="getal")
LIST = asked(open_questions=(GOOD, COUNT))


def spoken(*people: tuple[str, str], k: int = 5) -> Dossier:
    """Return a dossier of people who each gave one comment: ``("raad", "Het gaat goed.")``."""
    responses = [
        person(number, group, LIST, comments={"vertrouwen-1": words} if words else {})
        for number, (group, words) in enumerate(people)
    ]
    return dossier(LIST, responses, k=k)


def comments(opened: Dossier) -> dict[Source, set[str]]:
    """Return the comments on the only factor, as sets."""
    found = comments_on(opened, opened.questionnaire.factors[0])
    return {source: set(words) for source, words in found.items() if words}


def test_comments_are_shown_from_a_large_enough_pool() -> None:
    """Five people of one side, in more than one group, are enough for one comment."""
    pool = [("raad", "Eén opmerking."), ("raad", ""), ("staf", ""), ("staf", ""), ("college", "")]
    assert {Source.SELF: {"Eén opmerking."}} == comments(spoken(*pool))


@pytest.mark.parametrize("k", [3, 5, 8])
def test_comments_of_a_small_pool_are_withheld(k: int) -> None:
    """One person less than the minimum and nothing is shown, and the result says so."""
    opened = spoken(*[("raad", "Iets.")] * (k - 1), k=k)
    assert {} == comments(opened)
    assert (Source.SELF,) == withheld(opened)


def test_people_on_the_record_do_not_make_the_pool_larger() -> None:
    """Four council members and a director are four people to hide among."""
    opened = spoken(*[("raad", "Iets.")] * 4, ("directie", "Wij doen ons best."))
    assert {} == comments(opened)


def test_a_side_of_people_on_the_record_is_quoted() -> None:
    """With nobody to protect, a known director's words are shown."""
    opened = spoken(("directie", "Wij doen ons best."))
    assert {"Wij doen ons best."} == comments(opened)[Source.SELF]
    assert () == withheld(opened)


def test_an_open_question_has_the_pool_of_whom_it_is_for() -> None:
    """Ten officials hide nobody in a question that only the council was asked."""
    question = OpenQuestion(id="rol", text="Wat is de rol van de raad?", audience=("raad",))
    questionnaire = asked(open_questions=(question,))
    council = [
        person(number, "raad", questionnaire, open_={"rol": "Kaders."}) for number in range(4)
    ]
    staff = [person(number, "staf", questionnaire) for number in range(4, 14)]
    assert Source.SELF not in answers_to(dossier(questionnaire, council + staff), question)
    fifth = person(99, "raad", questionnaire)
    enough = dossier(questionnaire, [*council, *staff, fifth])
    assert ("Kaders.",) * 4 == answers_to(enough, question)[Source.SELF]


def test_each_side_has_its_own_pool() -> None:
    """Many people inside hide nobody outside."""
    opened = spoken(*[("raad", "Van binnen.")] * 5, ("partners", "Van buiten."))
    assert {Source.SELF: {"Van binnen."}} == comments(opened)
    assert (Source.EXTERNAL,) == withheld(opened)


def test_a_side_without_people_withholds_nothing() -> None:
    """There is nothing to withhold of a side that nobody answered for."""
    assert () == withheld(spoken(*[("raad", "Iets.")] * 5))


def test_two_people_may_write_the_same() -> None:
    """Equal comments are both shown."""
    opened = spoken(*[("raad", "Goed.")] * 5)
    found = comments_on(opened, LIST.factors[0])
    assert ("Goed.",) * 5 == found[Source.SELF]


@given(st.permutations(["een", "twee", "drie", "vier", "vijf", "zes"]))
def test_the_order_does_not_tell_who_wrote_it(words: list[str]) -> None:
    """The order of the comments is that of no file and of no code."""
    one = spoken(*[("raad", word) for word in words])
    other = spoken(*[("raad", word) for word in sorted(words)])
    factor = LIST.factors[0]
    assert comments_on(other, factor) == comments_on(one, factor)


def test_the_order_differs_per_question() -> None:
    """Nobody is always the third: the same words stand in another order elsewhere."""
    responses = [
        person(
            number,
            "raad",
            LIST,
            comments={"vertrouwen-1": f"woord {number}"},
            open_={"goed": f"woord {number}"},
        )
        for number in range(12)
    ]
    opened = dossier(LIST, responses)
    on_factor = comments_on(opened, LIST.factors[0])[Source.SELF]
    on_question = answers_to(opened, GOOD)[Source.SELF]
    assert set(on_factor) == set(on_question)
    assert on_factor != on_question


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\x1b[31mrood\x1b[0m", "[31mrood[0m"),
        ("\u202eachterstevoren\u202c", "achterstevoren"),
        ("nul\u200bbreed\ufeff", "nulbreed"),
        ("bel\x07 en \x9b31m", "bel en 31m"),
        ("  ruimte \t\n", "ruimte"),
        ("[bold]vet[/bold]", "[bold]vet[/bold]"),
        ("eerste\r\ntweede", "eerste\ntweede"),
        ("\x00\u200b \n", None),
    ],
)
def test_what_steers_a_screen_is_taken_out(raw: str, expected: str | None) -> None:
    """Control, direction and zero-width characters go; what is nothing then is not shown."""
    opened = spoken(("raad", raw), *[("staf", "")] * 4)
    assert ({} if expected is None else {Source.SELF: {expected}}) == comments(opened)


def test_open_answers_come_from_the_same_pools() -> None:
    """Words and whole numbers, zero too, from a side with enough people."""
    responses = [
        person(1, RAAD.id, LIST, open_={"goed": "De toon.", "aantal": 0}),
        *[person(number, STAF.id, LIST) for number in range(2, 6)],
        person(6, PARTNERS.id, LIST, open_={"goed": "Iets van buiten."}),
        person(7, DIRECTIE.id, LIST),
    ]
    opened = dossier(LIST, responses)
    assert ("De toon.",) == answers_to(opened, GOOD)[Source.SELF]
    assert Source.EXTERNAL not in answers_to(opened, GOOD)
    assert ("0",) == answers_to(opened, COUNT)[Source.SELF]
