"""Two rounds side by side: only what did not change, and never a figure of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.dossier.builders import COLLEGE, PARTNERS, RAAD, answered, asked, factor, scale
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.rounds import Change, Step, compare, step
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.model import Display

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Questionnaire

LIST = asked(factor("vertrouwen", 3), factor("gesprek", 2))


def result(
    inside: int, outside: int, questionnaire: Questionnaire = LIST, group: Perspective = RAAD
) -> Result:
    """Return the result of six people inside and six outside who give one answer to all."""
    return analyse(answered({group: [inside] * 6, PARTNERS: [outside] * 6}, questionnaire))


def with_statement(questionnaire: Questionnaire, name: str, **given: Any) -> Questionnaire:
    """Return the list with something else in one statement."""
    factors = tuple(
        each.model_copy(
            update={
                "statements": tuple(
                    item.model_copy(update=given) if item.id == name else item
                    for item in each.statements
                )
            }
        )
        for each in questionnaire.factors
    )
    return questionnaire.model_copy(update={"factors": factors})


def test_a_factor_that_did_not_change_has_the_figures_of_both_results() -> None:
    """They are the same values, with nothing computed anew."""
    then, now = result(4, 2), result(3, 3)
    found = compare(now, then).factors[0]
    assert found.whole is not None
    assert then.factors[0].measure.sources is found.whole.then
    assert now.factors[0].measure.sources is found.whole.now
    assert ((), ()) == (found.statements, found.left_out)


@pytest.mark.parametrize(
    ("given", "change"),
    [
        ({"text": "Iets anders."}, Change.WORDS),
        ({"reversed": True}, Change.WEIGHT),
        ({"weight": 2}, Change.WEIGHT),
    ],
)
def test_a_factor_that_changed_has_its_other_statements(
    given: dict[str, Any], change: Change
) -> None:
    """Each with the figures of both results, and the one that changed is named with the reason."""
    newer = with_statement(LIST, "vertrouwen-2", **given)
    then, now = result(4, 2), result(3, 3, newer)
    found = compare(now, then).factors[0]
    assert None is found.whole
    assert [("vertrouwen-2", change)] == [
        (item.statement.id, item.change) for item in found.left_out
    ]
    assert ["Stelling 1 van vertrouwen.", "Stelling 3 van vertrouwen."] == [
        item.label for item in found.statements
    ]
    known = [item.measure.sources for each in (then, now) for item in each.factors[0].statements]
    for pair in found.statements:
        assert any(pair.then is item for item in known)
        assert any(pair.now is item for item in known)


def test_new_and_gone_statements_are_named() -> None:
    """A factor with one statement more, and one with one less."""
    newer = asked(factor("vertrouwen", 2), factor("gesprek", 3))
    found = compare(result(3, 3, newer), result(4, 2))
    assert [[("vertrouwen-3", Change.GONE)], [("gesprek-3", Change.NEW)]] == [
        [(left.statement.id, left.change) for left in item.left_out] for item in found.factors
    ]


def test_white_space_help_and_place_change_nothing() -> None:
    """A statement is what people answered to."""
    newer = with_statement(
        LIST, "vertrouwen-2", text=" Stelling  2 van\nvertrouwen. ", help_text="Uitleg."
    )
    assert all(item.whole for item in compare(result(3, 3, newer), result(4, 2)).factors)


def test_factors_of_one_round_are_named() -> None:
    """They are in no pair."""
    newer = asked(factor("vertrouwen", 3), factor("regie"))
    found = compare(result(3, 3, newer), result(4, 2))
    assert (["regie"], ["gesprek"]) == (
        [item.id for item in found.only_now],
        [item.id for item in found.only_then],
    )
    assert ["Vertrouwen"] == [pair.label for pair in found.pairs]


@pytest.mark.parametrize(
    "newer",
    [
        LIST.model_copy(update={"question": "Vindt u dat ook?"}),
        LIST.model_copy(update={"scale": scale(4)}),
    ],
)
def test_with_another_scale_or_question_nothing_is_compared(newer: Questionnaire) -> None:
    """A 3 of 4 is no 3 of 5."""
    found = compare(result(3, 3, newer), result(4, 2))
    assert not found.is_same_scale
    assert [] == list(found.pairs)


def test_what_makes_scores_otherwise_is_told() -> None:
    """Settings that a score rests on, and groups that answered once."""
    then, now = result(4, 2), result(3, 3, group=COLLEGE)
    method = now.settings.method.model_copy(update={"voice": "persoon", "minimum_group": 6})
    other = replace(now, settings=now.settings.model_copy(update={"method": method}))
    found = compare(other, then)
    assert ("stem",) == found.settings
    assert ("Raad", "College") == found.groups


@pytest.mark.parametrize(
    ("inside", "expected"), [(2, Step.BACK), (3, Step.NEAR), (4, Step.FORWARD)]
)
def test_a_step_is_far_enough_to_count(inside: int, expected: Step) -> None:
    """From half a point on a scale of five; a fall is a step too."""
    then, now = result(3, 3), result(inside, 3)
    found = compare(now, then)
    pair = next(found.pairs)
    assert expected is step(found, pair.then[Source.SELF], pair.now[Source.SELF])
    assert Step.NEAR is step(found, pair.then[Source.EXTERNAL], pair.now[Source.EXTERNAL])


def test_of_a_figure_that_is_not_shown_there_is_no_step() -> None:
    """Nor of a bound, nor in a list without bands."""
    small = analyse(answered({RAAD: [2] * 3, PARTNERS: [5] * 6}, LIST))
    found = compare(small, result(4, 3))
    pair = next(found.pairs)
    assert None is step(found, pair.then[Source.SELF], pair.now[Source.SELF])
    phases = LIST.model_copy(update={"display": Display.PHASES})
    found = compare(result(2, 3, phases), result(4, 3, phases))
    pair = next(found.pairs)
    assert None is step(found, pair.then[Source.SELF], pair.now[Source.SELF])
