"""Groups that are divided, and groups that cannot see."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    DONT_KNOW,
    NOT_APPLICABLE,
    RAAD,
    STAF,
    Given,
    answered,
    asked,
    dossier,
    factor,
    person,
    scale,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Divided, Unseen, Visibility

if TYPE_CHECKING:
    from zelfanalyse.dossier.folder import Dossier


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([1, 2, 3, 3, 3, 3, 4, 5], True),
        ([1, 1, 1, 5, 5, 5], True),
        ([1, 3, 3, 3, 3, 3, 4, 5], False),
        ([1, 2, 3, 3, 3, 3, 3, 5], False),
        ([3, 3, 3, 3, 3], False),
        ([5, 5, 5, 5, 5], False),
        ([1, 1, 5, 5], False),
        ([1, 1, 5, 5, DONT_KNOW], False),
        ([1, 3, 3, 3, 5], False),
        ([1, 1, 3, 3, 5, 5], True),
    ],
)
def test_divided_is_a_quarter_at_each_end(answers: list[Given], *, expected: bool) -> None:
    """Divided: at least a quarter low and a quarter high, of enough people."""
    opened = answered({RAAD: answers})
    only = opened.questionnaire.factors[0]
    found = [Divided(only, RAAD, only.statements)] if expected else []
    assert found == _divided(opened)


def _unseen(opened: Dossier) -> list[Unseen]:
    """Return what is found in a dossier of which nothing was published before."""
    return list(analyse(opened).unseen)


def _divided(opened: Dossier) -> list[Divided]:
    """Return what is found in a dossier of which nothing was published before."""
    return list(analyse(opened).divided)


def test_divided_names_only_the_statements_that_split() -> None:
    """Of two statements the one that everyone agrees on is not named."""
    questionnaire = asked(factor("x", 2))
    responses = [
        person(number, "raad", questionnaire, {"x-1": 1 if number % 2 else 5, "x-2": 3})
        for number in range(6)
    ]
    (found,) = _divided(dossier(questionnaire, responses))
    assert ["x-1"] == [item.id for item in found.statements]


def test_divided_needs_enough_answers_to_every_statement() -> None:
    """With one statement of the factor short of answers, no statement of it is named."""
    questionnaire = asked(factor("x", 2))
    responses = [
        person(number, "raad", questionnaire, {"x-1": 1 if number % 2 else 5})
        for number in range(6)
    ]
    assert [] == _divided(dossier(questionnaire, responses))


def test_divided_does_not_mix_groups() -> None:
    """A low council and a high staff are two pictures, not a divided one."""
    assert [] == _divided(answered({RAAD: [1] * 6, STAF: [5] * 6}))


@pytest.mark.parametrize("points", [2, 3, 5, 10])
def test_divided_goes_by_the_ends_of_the_scale(points: int) -> None:
    """The two ends are the ends of any scale."""
    on = scale(points)
    opened = answered({RAAD: [on.first, on.last] * 3}, asked(points=on))
    assert [RAAD] == [item.perspective for item in _divided(opened)]


def test_divided_needs_five_answers_whatever_the_minimum_is() -> None:
    """A word about how a group is spread is for five people or more."""
    assert [] == _divided(answered({RAAD: [1, 3, 5, 5]}, k=3))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([4, 4, 4, 4, DONT_KNOW], Visibility.GAP_IN_KNOWLEDGE),
        ([4, 4, 4, DONT_KNOW, DONT_KNOW], Visibility.NOT_VISIBLE),
        ([DONT_KNOW] * 5, Visibility.NOT_VISIBLE),
        ([4, 4, 4, 4, 4, DONT_KNOW], None),
        ([4, 4, 4, DONT_KNOW], None),
        ([4, 4, 4, DONT_KNOW, None], None),
        ([4, 4, 4, DONT_KNOW, NOT_APPLICABLE], None),
        ([4] * 5, None),
        ([], None),
    ],
)
def test_unseen_is_a_share_of_dont_know(answers: list[Given], expected: Visibility | None) -> None:
    """From a fifth it is partly visible, from two fifths it is not; of enough people."""
    found = _unseen(answered({RAAD: answers}))
    assert ([] if expected is None else [expected]) == [item.visibility for item in found]


def test_unseen_carries_its_share() -> None:
    """Open and not-applicable stay out of the share."""
    opened = answered({RAAD: [4, 4, 4, DONT_KNOW, DONT_KNOW, None, NOT_APPLICABLE]})
    only = opened.questionnaire.factors[0]
    expected = Unseen(only, RAAD, Fraction(2, 5), Visibility.NOT_VISIBLE)
    assert [expected] == _unseen(opened)


def test_unseen_may_be_about_one_person_on_the_record() -> None:
    """A known adviser who could not see something is named alone."""
    (found,) = _unseen(answered({ADVISEUR: [DONT_KNOW], STAF: [DONT_KNOW]}))
    assert found.perspective is ADVISEUR
