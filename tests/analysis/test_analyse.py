"""From a dossier to its result."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import (
    DIRECTIE,
    DONT_KNOW,
    EVERYONE,
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    STAF,
    answered,
    asked,
    dossier,
    factor,
    person,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.gap import Gap, Reading
from zelfanalyse.analysis.result import Participation
from zelfanalyse.analysis.scoring import Band
from zelfanalyse.analysis.told import Score, Status
from zelfanalyse.dossier.ledger import Register
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Balance, Mark, OpenQuestion
from zelfanalyse.response.model import BalanceAnswer, Missing

if TYPE_CHECKING:
    import random

    from tests.dossier.builders import Given

SELF, EXTERNAL = Source.SELF, Source.EXTERNAL
BALANCE = Balance(id="lef", title="Lef en geduld", left="lef", right="geduld")
MARK = Mark(id="resultaat", title="Resultaat", text="Welk cijfer?")
OPEN = OpenQuestion(id="goed", text="Wat gaat goed?")
TWO = asked(factor("x"), factor("y"), marks=(MARK,), balances=(BALANCE,), open_questions=(OPEN,))

PERSON = st.tuples(
    st.sampled_from([item.id for item in EVERYONE]),
    st.one_of(st.integers(1, 5), st.just(DONT_KNOW), st.none()),
    st.one_of(st.integers(1, 5), st.just(NOT_APPLICABLE), st.none()),
    st.one_of(st.integers(1, 10), st.just(DONT_KNOW)),
    st.sampled_from(["", "goed", "beter", "best"]),
)


@given(st.lists(PERSON, max_size=24), st.randoms(use_true_random=False))
def test_the_order_of_the_people_changes_nothing(
    people: list[tuple[str, int | None, int | None, int, str]], shuffle: random.Random
) -> None:
    """The result of a dossier is the same in whatever order its responses are read."""
    responses = [
        person(
            number,
            group,
            TWO,
            {"x-1": first, "y-1": second},
            marks={"resultaat": mark},
            comments={"x-1": words} if words else {},
            open_={"goed": words} if words else {},
        )
        for number, (group, first, second, mark, words) in enumerate(people)
    ]
    mixed = shuffle.sample(responses, len(responses))
    assert analyse(dossier(TWO, responses)) == analyse(dossier(TWO, mixed))


@pytest.mark.parametrize("seed", range(6))
def test_the_salt_changes_nothing(seed: int) -> None:
    """What is kept back does not hang on how people are hashed, nor on the order of a set."""
    chance = Random(seed)  # noqa: S311 - a seed makes it repeatable
    asking = asked(factor("x", 4))
    groups = (RAAD, STAF, PARTNERS, EVERYONE[1], EVERYONE[5])
    answers: list[Given] = [1, 2, 3, 4, 5, 3, 2, 4, 1, DONT_KNOW, None]
    people = [
        person(
            100 * place + number,
            group.id,
            asking,
            {f"x-{item}": chance.choice(answers) for item in range(1, 5)},
        )
        for place, group in enumerate(groups)
        for number in range(chance.randint(8, 25))
    ]
    opened = dossier(asking, people, groups)
    found = [analyse(replace(opened, register=Register(salt=salt * 32))) for salt in "0af7"]
    assert [found[0]] * 4 == found


def test_participation_counts_people_and_not_answers() -> None:
    """Everyone who handed in is counted, also who knew nothing."""
    result = analyse(answered({RAAD: [4, DONT_KNOW, None], PARTNERS: []}))
    assert (Participation(RAAD, 3), Participation(PARTNERS, 0)) == result.participation


def test_a_factor_has_a_gap_when_both_sides_are_shown() -> None:
    """The gap is the self mean minus the external mean."""
    (found,) = analyse(answered({RAAD: [4] * 5, PARTNERS: [2] * 5})).factors
    assert found.gap is not None
    assert Gap(Fraction(2), Fraction(50), Reading.BLIND_SPOT) == found.gap


@pytest.mark.parametrize("outside", [0, 4])
def test_a_factor_has_no_gap_when_a_side_is_not_shown(outside: int) -> None:
    """An absent or a small side leaves nothing to compare."""
    (found,) = analyse(answered({RAAD: [4] * 5, PARTNERS: [2] * outside})).factors
    assert found.gap is None


def test_a_cluster_is_the_mean_of_its_factors() -> None:
    """Two shown factors: their plain mean, and the smaller number of people."""
    responses = [
        person(number, "raad", TWO, {"x-1": 4, "y-1": 2 if number < 5 else None})
        for number in range(6)
    ]
    (cluster,) = analyse(dossier(TWO, responses)).clusters
    expected = Score(
        Status.SHOWN,
        Fraction(3),
        percent=Fraction(50),
        n=5,
        dont_know=0,
        not_applicable=0,
        band=Band.MIXED,
    )
    assert expected == cluster.sources[SELF]


@pytest.mark.parametrize(
    ("answers", "expected"), [(4, Status.SMALL), (0, Status.EMPTY), (5, Status.SHOWN)]
)
def test_a_cluster_is_shown_only_with_all_its_factors(answers: int, expected: Status) -> None:
    """With one factor hidden, the cluster's mean would give it away."""
    responses = [
        person(number, "raad", TWO, {"x-1": 4, "y-1": 2 if number < answers else None})
        for number in range(6)
    ]
    (cluster,) = analyse(dossier(TWO, responses)).clusters
    assert expected is cluster.sources[SELF].status
    assert (cluster.sources[SELF].value is None) == (expected is not Status.SHOWN)


def test_factors_stand_in_the_order_of_the_clusters() -> None:
    """The order is that of the clusters in the list, whatever the scores are."""
    mixed = asked(
        factor("laat", cluster="tweede"),
        factor("vroeg", cluster="eerste"),
        factor("later", cluster="tweede"),
    )
    result = analyse(answered({RAAD: [4] * 5}, mixed))
    assert ["tweede", "eerste"] == [item.cluster.id for item in result.clusters]
    assert ["laat", "later", "vroeg"] == [item.factor.id for item in result.factors]


def test_a_mark_has_both_sides() -> None:
    """A school mark is a mean from 1 to 10 per side, with don't-know beside it."""
    given_marks: list[tuple[str, int | Missing]] = [
        *[("raad", 8)] * 3,
        *[("staf", 6)] * 3,
        ("raad", DONT_KNOW),
        ("partners", 5),
    ]
    responses = [
        person(number, group, TWO, marks={"resultaat": mark})
        for number, (group, mark) in enumerate(given_marks)
    ]
    (mark,) = analyse(dossier(TWO, responses)).marks
    own = mark.measure.sources[SELF]
    assert (Fraction(7), 6, 1) == (own.value, own.n, own.dont_know)
    assert Score(Status.SMALL) == mark.measure.sources[EXTERNAL]


def test_a_balance_has_now_and_wanted() -> None:
    """Two places, each with its own number of people; one that is open counts nowhere."""
    places = [(1, 5), (2, 4), (3, 3), (2, 4), (2, 4), (2, None)]
    people = [
        person(number, "raad", TWO).model_copy(
            update={"balances": {"lef": BalanceAnswer(now=now, wanted=wanted)}}
        )
        for number, (now, wanted) in enumerate(places)
    ]
    (balance,) = analyse(dossier(TWO, people)).balances
    now, wanted = balance.now.sources[SELF], balance.wanted.sources[SELF]
    assert (Fraction(2), 6) == (now.value, now.n)
    assert (Fraction(4), 5) == (wanted.value, wanted.n)


def test_a_balance_that_people_do_not_know_is_counted_as_such() -> None:
    """Don't-know on a balance is don't-know for both places."""
    people = [
        person(number, "raad", TWO).model_copy(update={"balances": {"lef": answer}})
        for number, answer in enumerate([BalanceAnswer(now=1, wanted=2)] * 5 + [DONT_KNOW])
    ]
    (balance,) = analyse(dossier(TWO, people)).balances
    assert (1, 1) == (
        balance.now.sources[SELF].dont_know,
        balance.wanted.sources[SELF].dont_know,
    )


def test_an_empty_dossier_has_a_result() -> None:
    """Without responses every figure is absent, and nothing fails."""
    result = analyse(dossier(TWO))
    assert [Score(Status.EMPTY)] * 4 == [
        score for item in result.factors for score in item.measure.sources.values()
    ]
    assert ((), (), ()) == (result.divided, result.unseen, result.comments_withheld)


def test_the_minimum_of_the_dossier_counts() -> None:
    """Three answers are enough where the dossier says so, and not where it says five."""
    groups = {RAAD: [4] * 3, STAF: [4] * 3}
    statuses = [
        {
            item.status
            for item in analyse(answered(groups, k=k)).factors[0].measure.perspectives.values()
        }
        for k in (3, 5)
    ]
    assert [{Status.SHOWN}, {Status.SMALL}] == statuses


def test_who_answers_on_the_record_is_a_setting() -> None:
    """The same two people are hidden without their consent and shown with it."""
    hidden = _directors(on_record=False)
    shown = _directors(on_record=True)
    assert (Status.SMALL, Status.SHOWN) == (hidden.status, shown.status)


def _directors(*, on_record: bool) -> Score:
    """Return the score of two directors, on the record or not."""
    group = DIRECTIE.model_copy(update={"on_record": on_record})
    return analyse(answered({group: [4, 5]})).factors[0].measure.perspectives["directie"]
