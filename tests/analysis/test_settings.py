"""The settings of a dossier change its figures, and cannot be set where they would do harm."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    DIRECTIE,
    DONT_KNOW,
    PARTNERS,
    RAAD,
    STAF,
    answered,
    asked,
    dossier,
    factor,
    on_disk,
    person,
    scale,
)
from zelfanalyse.analysis.agreement import AgreementWord
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Visibility
from zelfanalyse.analysis.scoring import Band
from zelfanalyse.analysis.told import End, Status
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.model import Source
from zelfanalyse.errors import RefusedError
from zelfanalyse.report.dutch import score_text

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.analysis.told import Score
    from zelfanalyse.dossier.folder import Dossier

SELF = Source.SELF


def changed(opened: Dossier, **method: Any) -> Result:
    """Return the result of a dossier with other settings."""
    settings = opened.settings
    update = {"method": settings.method.model_copy(update=method)}
    return analyse(replace(opened, settings=settings.model_copy(update=update)))


def only(result: Result) -> FactorResult:
    """Return the only factor."""
    (found,) = result.factors
    return found


def test_who_has_a_voice() -> None:
    """Each perspective, or each person."""
    opened = answered({RAAD: [4] * 5, STAF: [1] * 15})
    found = [
        only(changed(opened, voice=voice)).measure.sources[SELF].value
        for voice in ("perspectief", "persoon")
    ]
    assert [Fraction(5, 2), Fraction(7, 4)] == found


@pytest.mark.parametrize(("share", "expected"), [(0.5, 5), (0.75, 5), (0.8, None), (0.25, 10)])
def test_how_much_of_a_factor_must_be_answered(share: float, expected: int | None) -> None:
    """Five people answered three of four statements, five others one."""
    asking = asked(factor("x", 4))
    people = [
        person(number, "raad", asking, {f"x-{item}": 4 for item in range(1, upto + 1)})
        for number, upto in enumerate([3] * 5 + [1] * 5)
    ]
    found = only(changed(dossier(asking, people), answered_share=share))
    assert expected == found.measure.perspectives["raad"].n


def test_a_factor_without_its_reversed_statements() -> None:
    """The score is that of the others; each statement is still shown."""
    opened = answered({RAAD: [5] * 10}, asked(factor("x", 2, reverse=[2])))
    found = [only(changed(opened, without_reversed=value)) for value in (False, True)]
    assert [3, 5] == [item.measure.sources[SELF].value for item in found]
    assert [2, 2] == [len(item.statements) for item in found]


def test_from_where_a_score_is_strong_or_mixed() -> None:
    """The two bands begin where the dossier says."""
    opened = answered({RAAD: [4] * 5 + [3] * 5})
    bands = [
        only(changed(opened, strong=strong, mixed=mixed)).measure.sources[SELF].band
        for strong, mixed in ((75, 50), (60, 50), (75, 59.9), (95, 25))
    ]
    assert [Band.MIXED, Band.STRONG, Band.MIXED, Band.MIXED] == bands
    low = answered({RAAD: [3] * 6})
    found = [only(changed(low, mixed=mixed)).measure.sources[SELF].band for mixed in (50, 55)]
    assert [Band.MIXED, Band.CONCERN] == found


def test_from_where_a_gap_is_notable() -> None:
    """Half a point is an eighth of the range; 14 % prints as 0,6."""
    opened = answered({RAAD: [4] * 6, PARTNERS: [3, 4] * 3})
    gaps = [only(changed(opened, notable=value)).gap for value in (12.5, 14)]
    assert [True, False] == [gap is not None and gap.is_notable for gap in gaps]


def test_from_where_something_is_not_seen() -> None:
    """Three of ten do not know: between the two thresholds, above both, below both."""
    opened = answered({RAAD: [4] * 7 + [DONT_KNOW] * 3})
    found = [
        [item.visibility for item in changed(opened, knowledge_gap=partly).unseen]
        for partly in (20, 31)
    ]
    assert [[Visibility.GAP_IN_KNOWLEDGE], []] == found
    half = answered({RAAD: [4] * 5 + [DONT_KNOW] * 5})
    found = [
        [item.visibility for item in changed(half, not_visible=wholly).unseen]
        for wholly in (50, 51)
    ]
    assert [[Visibility.NOT_VISIBLE], [Visibility.GAP_IN_KNOWLEDGE]] == found


def test_from_where_a_group_is_divided() -> None:
    """Three of ten at each end."""
    opened = answered({RAAD: [1] * 3 + [5] * 3 + [3] * 4})
    assert [1, 1, 0] == [len(changed(opened, split=share).divided) for share in (25, 30, 31)]


def test_how_many_people_a_figure_needs() -> None:
    """A minimum for a score, for a word and for figures on spread."""
    opened = answered({RAAD: [4, 5] * 5})
    assert Status.SMALL is only(changed(opened, minimum_group=11)).measure.sources[SELF].status
    words = [only(changed(opened, word_group=n)).spread["raad"].word for n in (10, 11)]
    assert [AgreementWord.FAIRLY, None] == words
    spreads = [only(changed(opened, spread_group=n)).spread["raad"].status for n in (10, 11)]
    assert [Status.SHOWN, Status.SMALL] == spreads


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("minimum_groep", "2"),
        ("minimum_groep", "51"),
        ("minimum_woord", "4"),
        ("minimum_spreiding", "9"),
        ("stem", '"iedereen"'),
        ("deel_beantwoord", "0.2"),
        ("deel_beantwoord", "1.1"),
        ("zonder_omgekeerd", '"ja"'),
        ("sterk_vanaf", "59"),
        ("gemengd_vanaf", "60"),
        ("verschil_vanaf", "4"),
        ("kennislacune_vanaf", "40"),
        ("niet_zichtbaar_vanaf", "39"),
        ("verdeeld_vanaf", "51"),
    ],
)
def test_a_setting_out_of_its_range_is_refused(tmp_path: Path, key: str, value: str) -> None:
    """The dossier does not open, and a Dutch sentence says where and why."""
    on_disk(tmp_path)
    path = tmp_path / folder.SETTINGS
    lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith(key)]
    at = lines.index("[methode]") + 1
    path.write_text("\n".join([*lines[:at], f"{key} = {value}", *lines[at:]]), "utf-8")
    with pytest.raises(RefusedError) as refused:
        folder.load(tmp_path)
    (finding,) = refused.value.findings
    assert (path, at + 1) == (finding.file, finding.line)
    assert key in finding.message
    assert " should " not in finding.message


def test_a_setting_that_must_stay_below_something_says_what(tmp_path: Path) -> None:
    """The end of the range itself is not in it."""
    on_disk(tmp_path)
    path = tmp_path / folder.SETTINGS
    text = path.read_text("utf-8")
    path.write_text(text.replace("[methode]", "[methode]\ngemengd_vanaf = 60", 1), "utf-8")
    with pytest.raises(RefusedError) as refused:
        folder.load(tmp_path)
    (finding,) = refused.value.findings
    assert "'gemengd_vanaf' klopt niet: dit moet minder dan 60 zijn." == finding.message


# --- statements ---


def test_statements_are_shown_only_with_enough_answers_to_each() -> None:
    """Four of six answered one statement of the factor: the group has none of its statements."""
    asking = asked(factor("x", 3))
    people = [
        person(number, group, asking, {"x-1": 4, "x-2": 3, "x-3": 2 if number % 6 < few else None})
        for group, few, first in (("raad", 4, 0), ("partners", 6, 6))
        for number in range(first, first + 6)
    ]
    found = only(analyse(dossier(asking, people)))
    statuses = [item.measure.perspectives["raad"].status for item in found.statements]
    assert [Status.PROTECTED, Status.PROTECTED, Status.SMALL] == statuses
    assert Status.SHOWN is found.measure.perspectives["raad"].status
    others = [item.measure.perspectives["partners"].status for item in found.statements]
    assert [Status.SHOWN] * 3 == others


@pytest.mark.parametrize(
    ("answers", "end", "value"),
    [([2, 2, 2, 2, 1], End.HIGH, "1.5"), ([1, 1, 1, 1, 2], End.LOW, "1.5")],
)
def test_a_bound_knows_its_end_on_two_points(answers: list[int], end: End, value: str) -> None:
    """Half a step from either end is the middle: the score says which end it is near."""
    opened = answered({RAAD: answers}, asked(points=scale(2)))
    (found,) = only(analyse(opened)).statements
    score = found.measure.perspectives["raad"]
    assert (Status.BOUNDED, end, Fraction(value)) == (score.status, score.end, score.value)
    assert None is score.band
    assert ("≥ 1,5" if end is End.HIGH else "≤ 1,5") == score_text(score, 5)


def test_a_factor_of_one_statement_is_bounded_like_it() -> None:
    """It is that statement: an exact score, a gap or a place on the line would undo the bound."""
    found = only(analyse(answered({RAAD: [5, 5, 5, 5, 4], PARTNERS: [3] * 6})))
    for score in (found.measure.perspectives["raad"], found.measure.sources[SELF]):
        assert (Status.BOUNDED, End.HIGH, Fraction("4.5")) == (score.status, score.end, score.value)
    assert (None, None) == (found.gap, found.evidence)
    two = only(analyse(answered({RAAD: [5, 5, 5, 5, 4], PARTNERS: [3] * 6}, asked(factor("x", 2)))))
    assert Status.SHOWN is two.measure.perspectives["raad"].status


def test_a_factor_with_one_statement_that_counts_is_bounded_too() -> None:
    """Its reversed statement is left out of the score."""
    opened = answered({RAAD: [5] * 6}, asked(factor("x", 2, reverse=[2])))
    found = [only(changed(opened, without_reversed=value)) for value in (False, True)]
    statuses = [item.measure.perspectives["raad"].status for item in found]
    assert [Status.SHOWN, Status.BOUNDED] == statuses


def test_people_on_the_record_do_not_lift_a_bound() -> None:
    """Nine fives and a known five are ten people, and still tell what all nine said."""
    opened = answered({RAAD: [5] * 9, DIRECTIE: [5]})
    (found,) = only(analyse(opened)).statements
    assert Status.BOUNDED is found.measure.sources[SELF].status
    ten = answered({RAAD: [5] * 10, DIRECTIE: [5]})
    (found,) = only(analyse(ten)).statements
    assert Status.SHOWN is found.measure.sources[SELF].status


def stated(answers: list[int], group: str = "raad") -> Score:
    """Return the score of one group on the only statement."""
    who = {"raad": RAAD, "adviseur": ADVISEUR}[group]
    (found,) = only(analyse(answered({who: answers}))).statements
    return found.measure.perspectives[group]


@pytest.mark.parametrize(
    ("answers", "status", "value"),
    [
        ([5, 5, 5, 5, 5], Status.BOUNDED, "4.5"),
        ([5, 5, 5, 5, 4], Status.BOUNDED, "4.5"),
        ([5, 5, 5, 4, 4], Status.SHOWN, "4.6"),
        ([5, 5, 5, 5, 3], Status.SHOWN, "4.6"),
        ([1] * 8 + [2], Status.BOUNDED, "1.5"),
        ([1] * 7 + [2, 2], Status.SHOWN, "11/9"),
        ([1] * 9 + [2], Status.SHOWN, "1.1"),
        ([5] * 10, Status.SHOWN, "5"),
    ],
)
def test_a_statement_near_an_end_is_bounded(answers: list[int], status: Status, value: str) -> None:
    """Below ten people, a mean at most one answer step from an end prints half a step from it."""
    found = stated(answers)
    assert (status, Fraction(value)) == (found.status, found.value)


def test_on_the_record_an_end_is_shown() -> None:
    """Whoever answers on the record is shown as they answered."""
    found = stated([5], "adviseur")
    assert (Status.SHOWN, Fraction(5)) == (found.status, found.value)


def test_a_bounded_statement_has_no_gap() -> None:
    """The gap would tell the mean."""
    (found,) = only(analyse(answered({RAAD: [5] * 6, PARTNERS: [3] * 6}))).statements
    assert (None, None) == (found.gap, found.evidence)
