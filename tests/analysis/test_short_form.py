"""Groups with the short form: scores rest on what was asked, and nobody is easier to find."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.builders import (
    COLLEGE,
    DONT_KNOW,
    INWONERS,
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    asked,
    dossier,
    factor,
    person,
    reported,
)
from tests.leaks import smallest_crowd
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.scoring import Band
from zelfanalyse.analysis.subject import Subject
from zelfanalyse.analysis.told import Score, Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Mark, OpenQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.dossier.builders import Given
    from tests.leaks import Answer
    from zelfanalyse.analysis.result import FactorResult, Result, StatementResult
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Factor, Questionnaire
    from zelfanalyse.response.model import Response

SHORT = INWONERS.model_copy(update={"form": "kort"})
BOTH = (RAAD, PARTNERS, SHORT)
NAMES = ("vertrouwen-1", "vertrouwen-2", "vertrouwen-3", "vertrouwen-4")
CORE, *OTHERS = NAMES


def with_core(of: Factor, *numbers: int) -> Factor:
    """Return the factor with these of its statements, counted from 1, in the short form."""
    statements = tuple(
        item.model_copy(update={"core": index in numbers})
        for index, item in enumerate(of.statements, 1)
    )
    return of.model_copy(update={"statements": statements})


LIST = asked(with_core(factor("vertrouwen", 4), 1))


def opened(
    groups: Mapping[Perspective, Sequence[Sequence[Given]]],
    questionnaire: Questionnaire = LIST,
    perspectives: tuple[Perspective, ...] = BOTH,
) -> Dossier:
    """Return a dossier with people who answer the statements of the list in this order."""
    names = [item.id for each in questionnaire.factors for item in each.statements]
    said = [(group, answers) for group, people in groups.items() for answers in people]
    people = [
        person(number, group.id, questionnaire, dict(zip(names, answers, strict=False)))
        for number, (group, answers) in enumerate(said)
    ]
    return dossier(questionnaire, people, perspectives)


def only(result: Result) -> FactorResult:
    """Return the only factor."""
    (found,) = result.factors
    return found


def test_a_score_rests_on_what_was_asked() -> None:
    """One answer is all that applies: it is enough, and it is the score."""
    found = only(analyse(opened({SHORT: [[2], [3], [3], [4], [3]]})))
    score = found.measure.perspectives["inwoners"]
    assert Score(Status.SHOWN, Fraction(3), Fraction(50), 5, 0, 0, Band.MIXED) == score
    core, *others = found.statements
    assert score == core.measure.perspectives["inwoners"]
    assert {Status.NOT_ASKED} == {item.measure.perspectives["inwoners"].status for item in others}


def test_what_is_not_asked_is_not_open() -> None:
    """With several core statements half of those is enough; the others do not count against it."""
    questionnaire = asked(with_core(factor("vertrouwen", 4), 1, 2))
    given: list[list[Given]] = [[4, None], [4, None], [None, 4], [4, 4], [4, 4]]
    score = only(analyse(opened({SHORT: given}, questionnaire))).measure.perspectives["inwoners"]
    assert 5 == score.n
    assert Fraction(4) == score.value


def test_what_was_answered_before_the_form_was_short_does_not_count() -> None:
    """A group that had the whole list once is judged by what it is asked now."""
    given = [[3, 1, 1, 1]] * 5
    short = only(analyse(opened({SHORT: given}))).measure.perspectives["inwoners"]
    assert 3 == short.value


def test_dont_knows_are_a_share_of_what_was_asked() -> None:
    """Two of five who cannot tell is two in five, not two in twenty."""
    given: list[list[Given]] = [[3], [3], [3], [3], [3], [DONT_KNOW], [DONT_KNOW], [DONT_KNOW]]
    (unseen,) = analyse(opened({SHORT: given})).unseen
    assert ("inwoners", Fraction(3, 8)) == (unseen.perspective.id, unseen.share)


def test_not_applicable_leaves_nothing() -> None:
    """Who says n.v.t. to the only statement has no score."""
    nothing: list[Given] = [NOT_APPLICABLE]
    three: list[Given] = [3]
    found = only(analyse(opened({SHORT: [nothing] * 5 + [three] * 5})))
    score = found.measure.perspectives["inwoners"]
    assert (5, 5) == (score.n, score.not_applicable)


def test_a_factor_without_core_statements_is_not_asked() -> None:
    """It has a status of its own: it is neither too few answers nor none."""
    questionnaire = asked(with_core(factor("vertrouwen", 2), 1), factor("rollen", 2))
    result = analyse(opened({SHORT: [[3]] * 5, RAAD: [[3] * 4] * 5}, questionnaire))
    rollen = next(item for item in result.factors if item.factor.id == "rollen")
    assert Status.NOT_ASKED is rollen.measure.perspectives["inwoners"].status
    assert Status.EMPTY is rollen.measure.sources[Source.EXTERNAL].status


def test_marks_are_not_asked_of_the_short_form() -> None:
    """And the export says so."""
    mark = Mark(id="cijfer", title="Cijfer", text="Welk cijfer?")
    questionnaire = asked(with_core(factor("vertrouwen", 2), 1), marks=(mark,))
    (found,) = analyse(opened({SHORT: [[3]] * 5}, questionnaire)).marks
    assert Status.NOT_ASKED is found.measure.perspectives["inwoners"].status


def test_words_are_pooled_over_who_was_asked() -> None:
    """Six residents who were not asked protect nobody who was."""
    asked_of_all = OpenQuestion(id="beter", text="Wat moet beter?")
    questionnaire = asked(with_core(factor("vertrouwen", 2), 1), open_questions=(asked_of_all,))
    people = [
        *(person(n, "partners", questionnaire, open_={"beter": "Sneller."}) for n in range(2)),
        *(person(n, "inwoners", questionnaire, {CORE: 3}) for n in range(2, 8)),
    ]
    result = analyse(dossier(questionnaire, people, BOTH))
    (found,) = result.open_answers
    assert Source.EXTERNAL not in found.answers
    assert [("beter", (Source.EXTERNAL,))] == [
        (item.question.id, item.sources)
        for item in result.words_withheld
        if item.question.id == "beter"
    ]


def test_a_mean_of_single_answers_is_a_bound_near_an_end() -> None:
    """Five fives would tell what everyone said: on the factor as on the statement."""
    found = only(analyse(opened({SHORT: [[5]] * 5, PARTNERS: [[3, 4, 3, 4]] * 12})))
    core = found.statements[0].measure.perspectives["inwoners"]
    assert Status.BOUNDED is core.status
    assert core == found.measure.perspectives["inwoners"]


def test_a_full_group_beside_it_keeps_its_rules() -> None:
    """Statements only where every statement has enough answers; the short group does not help."""
    full = [[3, 3, 3, 3]] * 4 + [[3, 3, 3, None]]
    found = only(analyse(opened({PARTNERS: full, SHORT: [[3]] * 5})))
    statuses = [item.measure.perspectives["partners"].status for item in found.statements]
    assert {Status.SMALL, Status.PROTECTED} >= {*statuses}
    assert Status.SHOWN is found.measure.perspectives["partners"].status


def test_the_statement_is_not_told_apart_from_the_factor_in_a_later_report() -> None:
    """One more answer would be the difference of two spreads; the gate sees they are the same."""
    given = [[n % 5 + 1] for n in range(12)]
    first = opened({SHORT: given})
    before = analyse(first)
    assert Status.SHOWN is only(before).spread["inwoners"].status
    later = reported(first, before, person(99, "inwoners", LIST, {CORE: 5}))
    found = only(analyse(later))
    statuses = {found.spread[name].status for name in found.spread}
    statuses |= {each.status for item in found.statements for each in item.spread.values()}
    assert Status.SHOWN not in statuses


def test_spread_of_a_factor_and_its_only_statement_are_one_for_the_gate() -> None:
    """What is told of the one is noted for the other, or a later report could give the rest."""
    of = opened({SHORT: [[3]] * 5, PARTNERS: [[3] * 4] * 5})
    (each,) = of.questionnaire.factors
    whole = Subject.of_factor(of, each)
    core, other = (Subject.of_statement(of, each, item) for item in each.statements[:2])
    assert {*whole.aspects(["inwoners"])} == {*core.aspects(["inwoners"])}
    assert ("factor/vertrouwen",) == whole.aspects(["partners"])
    assert (f"factor/vertrouwen/{CORE}",) == core.aspects(["inwoners", "partners"])
    assert ("factor/vertrouwen/vertrouwen-2",) == other.aspects(["inwoners"])


ANSWERS = st.sampled_from([1, 2, 3, 4, 5, DONT_KNOW, None])
FULL_PEOPLE = st.lists(st.lists(ANSWERS, min_size=4, max_size=4), max_size=12)
SHORT_PEOPLE = st.lists(st.lists(ANSWERS, min_size=1, max_size=1), max_size=12)


@settings(max_examples=60, deadline=None)
@given(people=SHORT_PEOPLE)
def test_only_short_forms_are_a_list_of_core_statements(people: list[list[Given]]) -> None:
    """Whatever people answer, it is as if the list had nothing but its core."""
    core = asked(with_core(factor("vertrouwen", 1), 1))
    whole = only(analyse(opened({SHORT: people}, perspectives=(RAAD, SHORT))))
    alone = only(analyse(opened({INWONERS: people}, core, (RAAD, INWONERS))))
    assert alone.measure == whole.measure
    assert alone.statements[0].measure == whole.statements[0].measure
    # How the answers lie is with the statement, and with a factor only where it is one statement.
    expected = {name: replace(each, counts=None) for name, each in alone.spread.items()}
    assert expected == whole.spread


@settings(max_examples=60, deadline=None)
@given(council=FULL_PEOPLE, partners=FULL_PEOPLE, residents=SHORT_PEOPLE)
def test_a_short_group_has_one_score_for_factor_and_statement(
    council: list[list[Given]], partners: list[list[Given]], residents: list[list[Given]]
) -> None:
    """Told, bounded or hidden: never is one of them more open than the other."""
    found = only(analyse(opened({RAAD: council, PARTNERS: partners, SHORT: residents})))
    statement = found.statements[0].measure.perspectives["inwoners"]
    of_factor = found.measure.perspectives["inwoners"]
    if of_factor.is_told and statement.is_told:
        assert of_factor == statement
    else:
        assert not statement.is_told or statement.status in {Status.SHOWN, Status.BOUNDED}


@settings(max_examples=60, deadline=None)
@given(council=FULL_PEOPLE, partners=FULL_PEOPLE, residents=SHORT_PEOPLE, joins=SHORT_PEOPLE)
def test_no_means_of_two_reports_single_anyone_out(
    council: list[list[Given]],
    partners: list[list[Given]],
    residents: list[list[Given]],
    joins: list[list[Given]],
) -> None:
    """Recomputed by another road: what is shown of factor and statements never isolates a few."""
    first = opened({RAAD: council, PARTNERS: partners, SHORT: residents})
    before = analyse(first)
    more = [person(900 + n, "inwoners", LIST, {CORE: said}) for n, (said,) in enumerate(joins)]
    later = reported(first, before, *more)
    for source in Source:
        means = [
            mean
            for opened_, result in ((first, before), (later, analyse(later)))
            for mean in published(opened_, result, source)
        ]
        assert set() == smallest_crowd(means, 5)


def published(of: Dossier, result: Result, source: Source) -> list[dict[Answer, Fraction]]:
    """Return every shown mean of one side as weights over (person, answer)."""
    found = only(result)
    levels: list[tuple[FactorResult | StatementResult, tuple[str, ...]]] = [(found, NAMES)]
    levels += [(item, (item.statement.id,)) for item in found.statements]
    means = []
    for level, names in levels:
        groups = list(of.settings.of(source))
        rows = {item.id: people_of(of, item, names) for item in groups}
        means += [
            merged([rows[item.id]])
            for item in groups
            if level.measure.perspectives[item.id].is_told
        ]
        if level.measure.sources[source].is_told:
            means.append(merged([row for row in rows.values() if row]))
    return means


def people_of(
    of: Dossier, group: Perspective, names: tuple[str, ...]
) -> list[dict[Answer, Fraction]]:
    """Return the score of everyone in a group as weights over their own answers."""
    asked_of = tuple(name for name in names if name == CORE or not group.is_short)
    rows = []
    for response in of.responses:
        if response.perspective == group.id:
            given = valid(response, asked_of)
            if given and 2 * len(given) >= len(asked_of):
                share = Fraction(1, len(given))
                rows.append({(response.respondent, answer): share for answer in given})
    return rows


def valid(response: Response, names: tuple[str, ...]) -> list[str]:
    """Return the answers of one person to some statements that are a number."""
    return [
        f"{name}={answer}"
        for name in names
        if isinstance(answer := response.statements.get(name), int)
    ]


def merged(groups: list[list[dict[Answer, Fraction]]]) -> dict[Answer, Fraction]:
    """Return the mean of the means of some groups."""
    return {
        answer: weight / (len(people) * len(groups))
        for people in groups
        for row in people
        for answer, weight in row.items()
    }


@pytest.mark.parametrize("forms", ["volledig", "kort"])
def test_the_form_is_told_with_the_settings(forms: str) -> None:
    """A perspective knows whether it has the short form."""
    group = INWONERS.model_copy(update={"form": forms})
    assert (forms == "kort") is group.is_short
    assert not COLLEGE.is_short
