"""From answers to scores."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.dossier.builders import (
    DONT_KNOW,
    NOT_APPLICABLE,
    RAAD,
    Given,
    answered,
    asked,
    factor,
    person,
    scale,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.scoring import (
    Band,
    Reply,
    band,
    displayed,
    factor_reply,
    mean,
    percentage,
    plain_reply,
    recoded,
)
from zelfanalyse.questionnaire.questions import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zelfanalyse.questionnaire.model import Scale

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "scoring.json").read_text("utf-8")
)["scoring_vectors"]
CODES = {"NVT": NOT_APPLICABLE, "WN": DONT_KNOW}

ANSWERS: st.SearchStrategy[Given] = st.one_of(
    st.integers(1, 5), st.sampled_from([DONT_KNOW, NOT_APPLICABLE]), st.none()
)


def reply(
    answers: Sequence[Given],
    *,
    reverse: Iterable[int] = (),
    weights: Sequence[int] = (),
    on: Scale | None = None,
) -> Reply:
    """Return the factor score of one person with these answers, in order."""
    asked_about = factor("x", len(answers), reverse=reverse, weights=weights)
    questionnaire = asked(asked_about, points=on)
    given_answers = {f"x-{number}": value for number, value in enumerate(answers, 1)}
    response = person(1, "raad", questionnaire, given_answers)
    return factor_reply(asked_about, response, questionnaire.points)


@pytest.mark.parametrize("weighing", ["unweighted", "weighted"])
@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_factor_score_agrees_with_the_reference(case: dict[str, Any], weighing: str) -> None:
    """A person's factor score is that of the reference figures, weighted and not."""
    weights = VECTORS["weights"] if weighing == "weighted" else ()
    answers = [CODES.get(value, value) for value in case["raw"]]
    expected = case[weighing]
    found = reply(answers, reverse=[3], weights=weights).value
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert expected == pytest.approx(float(found), abs=1e-9)


@pytest.mark.parametrize(("value", "printed", "word"), VECTORS["bands_display_1dec"])
def test_band_follows_the_printed_value(value: float, printed: str, word: str) -> None:
    """What prints as 4,0 is 'sterk', also when it is 3,95."""
    exact = Fraction(str(value))
    assert printed == str(displayed(exact))
    assert Band(word) is band(exact, 1, 5)


def test_band_is_of_the_scale_and_not_of_the_number() -> None:
    """On a scale of 0 to 10 a 7,5 is 'sterk' and a 5 is 'gemengd'."""
    assert [Band.STRONG, Band.MIXED, Band.CONCERN] == [
        band(Fraction(value), 0, 10) for value in (Fraction("7.5"), Fraction(5), Fraction("4.9"))
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([4], 4),
        ([None], None),
        ([DONT_KNOW], None),
        ([NOT_APPLICABLE], None),
        ([4, None], 4),
        ([4, None, None], None),
        ([4, 2, None], 3),
        ([4, 2, DONT_KNOW, DONT_KNOW, None], None),
        ([4, 2, 3, DONT_KNOW, None], 3),
        ([4, NOT_APPLICABLE, None], 4),
        ([NOT_APPLICABLE, NOT_APPLICABLE], None),
    ],
)
def test_half_rule(answers: list[Given], expected: int | None) -> None:
    """A score needs an answer to half of the applicable statements, rounded up, and to one."""
    assert expected == reply(answers).value


def test_reply_counts_each_state() -> None:
    """Answered, don't-know and not-applicable are counted apart; open is counted nowhere."""
    expected = Reply(Fraction(4), dont_know=2, not_applicable=1, answered=3)
    found = reply([5, 4, 3, DONT_KNOW, DONT_KNOW, NOT_APPLICABLE, None])
    assert expected == found._replace(parts=(), items=())


@given(st.lists(ANSWERS, min_size=1, max_size=8))
def test_the_parts_of_a_score_weigh_one_together(answers: list[Given]) -> None:
    """The disclosure audit gets every answer that counts, with its weight in the score."""
    found = reply(answers)
    counting = 0 if found.value is None else found.answered
    assert counting == len(found.parts)
    assert found.value is None or 1 == sum(weight for _, weight in found.parts)


@given(st.lists(ANSWERS, min_size=1, max_size=8))
def test_dont_know_never_moves_a_mean(answers: list[Given]) -> None:
    """A person's score is the mean of the answers that are numbers, or there is none."""
    numbers = [value for value in answers if isinstance(value, int)]
    found = reply(answers).value
    assert found in {None, Fraction(sum(numbers), len(numbers) or 1)}


@given(st.lists(ANSWERS, min_size=1, max_size=8))
def test_dont_know_counts_as_open(answers: list[Given]) -> None:
    """Leaving open what one does not know gives the same score."""
    opened = [None if value is DONT_KNOW else value for value in answers]
    assert reply(opened).value == reply(answers).value


@given(st.lists(st.integers(1, 5), min_size=5, max_size=9), st.integers(1, 5))
def test_people_who_do_not_know_leave_the_mean_of_the_group(values: list[int], more: int) -> None:
    """Don't-know is counted with a group, and leaves its mean and its n alone."""
    before = analyse(answered({RAAD: values})).factors[0].measure.perspectives["raad"]
    after = (
        analyse(answered({RAAD: [*values, *[DONT_KNOW] * more]}))
        .factors[0]
        .measure.perspectives["raad"]
    )
    assert (before.value, before.n, more) == (after.value, after.n, after.dont_know)


@given(
    st.lists(st.tuples(ANSWERS, st.booleans(), st.integers(1, 10)), min_size=1, max_size=8),
    st.sampled_from([0, 1]),
)
def test_reversing_every_statement_mirrors_the_score(
    items: list[tuple[Given, bool, int]], first: int
) -> None:
    """With every statement turned round a score is ``min + max − score``."""
    on = scale(6, first)
    answers = [answer for answer, _, _ in items]
    weights = [weight for _, _, weight in items]
    turned = {number for number, (_, flag, _) in enumerate(items, 1) if flag}
    others = set(range(1, len(items) + 1)) - turned
    one = reply(answers, reverse=turned, weights=weights, on=on).value
    assume(one is not None)
    assert one is not None
    assert on.first + on.last - one == reply(answers, reverse=others, weights=weights, on=on).value


@pytest.mark.parametrize("points", range(2, 11))
def test_a_scale_from_zero_gives_the_same_percentage(points: int) -> None:
    """Whether the first point is worth 0 or 1 changes no percentage and no band."""
    from_zero, from_one = scale(points, 0), scale(points, 1)
    for place in range(points):
        low = reply([place, from_zero.last], reverse=[2], on=from_zero).value
        high = reply([place + 1, from_one.last], reverse=[2], on=from_one).value
        assert low is not None
        assert high is not None
        expected = Fraction(50 * place, points - 1)
        assert expected == percentage(low, from_zero.first, from_zero.last)
        assert expected == percentage(high, from_one.first, from_one.last)
        assert band(low, from_zero.first, from_zero.last) is band(
            high, from_one.first, from_one.last
        )


def test_a_reversed_statement_is_mirrored_once() -> None:
    """On a scale of 1 to 5 a 2 counts as 4 when the statement is reverse-keyed."""
    plain, turned = factor("x", 2, reverse=[2]).statements
    assert (2, 4) == (recoded(plain, 2, scale()), recoded(turned, 2, scale()))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("3.95", "4.0"),
        ("3.94999", "3.9"),
        ("0.25", "0.3"),
        ("0.05", "0.1"),
        ("0.04999", "0.0"),
        ("-0.05", "-0.1"),
        ("-0.25", "-0.3"),
        ("-1.24999", "-1.2"),
        ("0", "0.0"),
    ],
)
def test_a_value_prints_rounded_half_up(value: str, expected: str) -> None:
    """A half goes up, and below zero it goes away from zero."""
    assert Decimal(expected) == displayed(Fraction(value))


def test_a_third_prints_in_as_many_places_as_asked() -> None:
    """A fraction without an end is rounded too."""
    assert (Decimal("0.33"), Decimal(1)) == (
        displayed(Fraction(1, 3), 2),
        displayed(Fraction(2, 3), 0),
    )


def test_the_mean_of_nothing_is_nothing() -> None:
    """There is no mean of no values; never zero."""
    with pytest.raises(ZeroDivisionError):
        mean([])
    assert Fraction(7, 2) == mean([Fraction(3), Fraction(4)])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (7, Reply(Fraction(7), answered=1)),
        (DONT_KNOW, Reply(None, dont_know=1)),
        (NOT_APPLICABLE, Reply(None, not_applicable=1)),
        (None, Reply(None)),
    ],
)
def test_a_mark_is_a_value_by_itself(answer: Given, expected: Reply) -> None:
    """A school mark counts as it is given, in each of the four states."""
    mark = Mark(id="cijfer", title="Resultaat", text="Welk cijfer?")
    response = person(
        1, "raad", asked(marks=(mark,)), marks={} if answer is None else {"cijfer": answer}
    )
    assert expected == plain_reply(mark, response)
