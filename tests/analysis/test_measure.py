"""What is shown of one subject, per perspective and per source."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    COLLEGE,
    DONT_KNOW,
    INWONERS,
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    STAF,
    Given,
    answered,
)
from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.measure import measure
from zelfanalyse.analysis.scoring import Band, factor_reply
from zelfanalyse.analysis.subject import Subject
from zelfanalyse.analysis.told import Measure, Score, Status
from zelfanalyse.dossier.ledger import Register
from zelfanalyse.dossier.model import Perspective, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SELF, EXTERNAL = Source.SELF, Source.EXTERNAL


def measured(groups: Mapping[Perspective, Sequence[Given]], k: int = 5) -> Measure:
    """Return the scores on the only factor of a dossier with these answers."""
    opened = answered(groups, k=k)
    on = opened.questionnaire.points
    reply_of = partial(factor_reply, opened.questionnaire.factors[0], scale=on)
    subject = Subject.ask(opened, "factor/vertrouwen", reply_of, on.first, on.last)
    return measure(opened, Gate(Register(), k), subject)


def test_a_perspective_is_the_plain_mean_of_its_people() -> None:
    """Five answers give their mean, with the number of people behind it."""
    expected = Score(
        Status.SHOWN,
        Fraction(19, 5),
        percent=Fraction(70),
        n=5,
        dont_know=0,
        not_applicable=0,
        band=Band.MIXED,
    )
    assert expected == measured({RAAD: [5, 4, 4, 4, 2]}).perspectives["raad"]


def test_each_perspective_has_one_voice() -> None:
    """Twenty officials do not outvote five council members."""
    source = measured({RAAD: [5] * 5, STAF: [1] * 20}).sources[SELF]
    assert (Fraction(3), 25) == (source.value, source.n)


def test_a_score_carries_its_counts() -> None:
    """Answered, don't-know and not-applicable are counted apart; open is counted nowhere."""
    answers: list[Given] = [4, 4, 4, 4, 4, DONT_KNOW, DONT_KNOW, NOT_APPLICABLE, None]
    score = measured({RAAD: answers}).perspectives["raad"]
    assert (Fraction(4), 5, 2, 1) == (score.value, score.n, score.dont_know, score.not_applicable)


def test_the_source_counts_everyone_in_it() -> None:
    """A source has the sum of its perspectives' counts."""
    source = measured(
        {RAAD: [4] * 5 + [DONT_KNOW], STAF: [2] * 6 + [NOT_APPLICABLE], PARTNERS: [1] * 9}
    ).sources[SELF]
    assert (11, 1, 1) == (source.n, source.dont_know, source.not_applicable)


@pytest.mark.parametrize(("people", "k"), [(1, 5), (4, 5), (2, 3), (7, 8)])
def test_a_small_group_has_no_value_and_no_counts(people: int, k: int) -> None:
    """Below the minimum nothing is left of a score but the reason."""
    scores = measured({RAAD: [4] * people + [DONT_KNOW, NOT_APPLICABLE]}, k)
    assert Score(Status.SMALL) == scores.perspectives["raad"]
    assert Score(Status.SMALL) == scores.sources[SELF]


def test_only_valid_answers_reach_the_minimum() -> None:
    """Four answers and a don't-know are four answers."""
    assert Score(Status.SMALL) == measured({RAAD: [4, 4, 4, 4, DONT_KNOW]}).perspectives["raad"]


@pytest.mark.parametrize("answers", [[], [DONT_KNOW] * 6, [None] * 6])
def test_a_perspective_without_answers_is_empty(answers: list[Given]) -> None:
    """Nobody, or nobody with a number: no figure and no state."""
    scores = measured({RAAD: answers})
    assert Score(Status.EMPTY) == scores.perspectives["raad"]
    assert Score(Status.EMPTY) == scores.sources[SELF]
    assert Score(Status.EMPTY) == scores.sources[EXTERNAL]


def test_a_large_group_is_withheld_when_a_small_one_could_be_subtracted() -> None:
    """With three in the council the smallest shown group goes too, and carries nothing."""
    scores = measured({RAAD: [4] * 12, COLLEGE: [4] * 6, STAF: [1] * 3})
    assert Score(Status.PROTECTED) == scores.perspectives["college"]
    assert Score(Status.SMALL) == scores.perspectives["staf"]
    assert Status.SHOWN is scores.perspectives["raad"].status
    assert (Fraction(3), 21) == (scores.sources[SELF].value, scores.sources[SELF].n)


def test_one_adviser_on_the_record_is_shown() -> None:
    """Who answers with function beside it is known, and may be shown alone."""
    scores = measured({ADVISEUR: [3]})
    assert (Fraction(3), 1) == (
        scores.perspectives["adviseur"].value,
        scores.perspectives["adviseur"].n,
    )
    assert (Fraction(3), 1) == (scores.sources[EXTERNAL].value, scores.sources[EXTERNAL].n)


def test_a_known_person_protects_nobody() -> None:
    """Four partners and a known adviser make no total of five."""
    scores = measured({PARTNERS: [4] * 4, ADVISEUR: [2]})
    assert Status.SHOWN is scores.perspectives["adviseur"].status
    assert Score(Status.SMALL) == scores.perspectives["partners"]
    assert Score(Status.SMALL) == scores.sources[EXTERNAL]


def test_two_small_groups_may_make_a_total_together() -> None:
    """Three and two: neither is shown, their source is."""
    scores = measured({PARTNERS: [5] * 3, INWONERS: [1] * 2})
    assert [Status.SMALL, Status.SMALL] == [item.status for item in scores.perspectives.values()]
    assert (Fraction(3), 5) == (scores.sources[EXTERNAL].value, scores.sources[EXTERNAL].n)


def test_one_side_says_nothing_of_the_other() -> None:
    """Small groups outside hide nothing inside."""
    scores = measured({RAAD: [4] * 5, PARTNERS: [1]})
    assert Status.SHOWN is scores.sources[SELF].status
    assert Score(Status.SMALL) == scores.sources[EXTERNAL]


def test_the_counts_of_a_total_cannot_be_subtracted_either() -> None:
    """One official who knew nothing is not to be found in the counts of the source."""
    scores = measured({RAAD: [4] * 6, STAF: [DONT_KNOW]})
    total, council = scores.sources[SELF], scores.perspectives["raad"]
    assert total.dont_know in {None, council.dont_know}


def test_whether_one_person_answered_is_not_told() -> None:
    """The status of a group of one is the same with a score and without."""
    with_score, without = (
        measured({RAAD: [4] * 6, STAF: [answer]}).perspectives["staf"] for answer in (4, DONT_KNOW)
    )
    assert with_score == without


def test_one_late_dont_know_is_not_to_be_found_in_the_counts() -> None:
    """Who comes after a report and knows nothing leaves the mean alone; the counts are dropped."""
    early = answered({RAAD: [4] * 6})
    late = answered({RAAD: [*[4] * 6, DONT_KNOW]})
    on = early.questionnaire.points
    reply_of = partial(factor_reply, early.questionnaire.factors[0], scale=on)
    gate = Gate(Register(), 5)
    first, second = (
        measure(opened, gate, Subject.ask(opened, "factor/x", reply_of, on.first, on.last))
        for opened in (early, late)
    )
    assert (0, 0) == (first.perspectives["raad"].dont_know, first.sources[SELF].dont_know)
    assert Fraction(4) == second.perspectives["raad"].value
    assert (None, None) == (second.perspectives["raad"].dont_know, second.sources[SELF].dont_know)
