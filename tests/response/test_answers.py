"""Which answers a question can have, and the sentence for those it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.response.people import LIST, QUESTIONS
from tests.strategies import answers
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response.answers import MAX_COUNT, accepts_missing, problem
from zelfanalyse.response.model import MAX_TEXT, BalanceAnswer, Missing

if TYPE_CHECKING:
    from zelfanalyse.response.model import Answer

FROM_0_TO_2 = "het antwoord moet een getal van 0 tot en met 2 zijn."
FROM_1_TO_10 = "het antwoord moet een getal van 1 tot en met 10 zijn."
PLACES = "hier horen twee plekken: nu en gewenst."
FROM_1_TO_7 = "een plek op de lijn is een getal van 1 tot en met 7."
ONE_OF_FOUR = "kies een van de vier mogelijkheden."
NO_MISSING = "dit antwoord kan hier niet. U mag de vraag open laten."
COUNT = "vul een heel getal in, van 0 tot en met 9999."


@given(data=st.data(), name=st.sampled_from(sorted(QUESTIONS)))
def test_every_answer_that_fits_is_accepted(data: st.DataObject, name: str) -> None:
    """Values on the scale, places on the line, known options, own words, don't-know."""
    question = QUESTIONS[name]
    assert problem(LIST, question, data.draw(answers(LIST, question))) is None


@pytest.mark.parametrize(
    ("name", "answer", "expected"),
    [
        ("rollen-1", -1, FROM_0_TO_2),
        ("rollen-1", 3, FROM_0_TO_2),
        ("rollen-1", "2", FROM_0_TO_2),
        ("gehoord", 3, FROM_0_TO_2),
        ("resultaat", 0, FROM_1_TO_10),
        ("resultaat", 11, FROM_1_TO_10),
        ("tempo", 3, PLACES),
        ("tempo", BalanceAnswer(now=0, wanted=1), FROM_1_TO_7),
        ("tempo", BalanceAnswer(now=1, wanted=8), FROM_1_TO_7),
        ("motief", (), "kies minstens één mogelijkheid."),
        ("motief", "geld", "kies minstens één mogelijkheid."),
        ("motief", ("geld", "roem"), "'roem' is geen mogelijkheid van deze vraag."),
        ("motief", ("geld", "geld"), "een mogelijkheid staat er twee keer."),
        ("motief", ("geld", "kennis", "wet"), "kies er hoogstens 2."),
        ("omvang", "groot", ONE_OF_FOUR),
        ("omvang", Missing.DONT_KNOW, NO_MISSING),
        ("goed", 3, "hier hoort tekst."),
        ("goed", "x" * (MAX_TEXT + 1), "de tekst is langer dan 20000 tekens."),
        ("goed", Missing.DONT_KNOW, NO_MISSING),
        ("gesprekken", "drie", COUNT),
        ("gesprekken", -1, COUNT),
        ("gesprekken", MAX_COUNT + 1, COUNT),
        ("gesprekken", Missing.NOT_APPLICABLE, NO_MISSING),
    ],
)
def test_an_answer_that_does_not_fit_is_explained(name: str, answer: Answer, expected: str) -> None:
    """The sentence tells what the question can have."""
    assert expected == problem(LIST, QUESTIONS[name], answer)


def test_the_longest_text_fits() -> None:
    """The limit itself is accepted."""
    assert problem(LIST, QUESTIONS["goed"], "x" * MAX_TEXT) is None


def test_ones_own_words_and_size_are_never_missing() -> None:
    """'Weet niet' and 'n.v.t.' are answers to the other questions only."""
    without = {name for name, question in QUESTIONS.items() if not accepts_missing(question)}
    assert {"goed", "gesprekken", "omvang"} == without


def test_a_size_is_one_of_four() -> None:
    """Smaller, larger, equal, or looking on from outside."""
    assert [None] * 4 == [problem(LIST, QUESTIONS["omvang"], size) for size in Size]
