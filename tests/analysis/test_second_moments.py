"""Figures about spread: sums of squares add up, so two reports must never tell of a few people."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING, Literal

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    COLLEGE,
    DIRECTIE,
    DONT_KNOW,
    INWONERS,
    PARTNERS,
    RAAD,
    STAF,
    answered,
    asked,
    dossier,
    factor,
    levels,
    person,
    reported,
)
from tests.leaks import lightest_crowd, smallest_crowd_naively
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.dossier.builders import Given
    from tests.leaks import Answer
    from zelfanalyse.analysis.result import FactorResult, Result, StatementResult
    from zelfanalyse.analysis.told import Evidence, Spread
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Response

TEN = [1, 2, 3, 4, 5, 2, 3, 4, 3, 4]
THREE = asked(factor("x", 3))


def new(count: int, questionnaire: Questionnaire, group: Perspective = RAAD) -> list[Response]:
    """Return people who come after everyone else, each with one answer to everything."""
    names = [item.id for each in questionnaire.factors for item in each.statements]
    return [
        person(500 + n, group.id, questionnaire, dict.fromkeys(names, 1 + n % 5))
        for n in range(count)
    ]


def spread_of(result: Result, group: Perspective = RAAD) -> Spread:
    """Return the agreement of a group on the only factor."""
    return result.factors[0].spread[group.id]


def evidence_of(result: Result) -> Evidence:
    """Return what speaks for the gap on the only factor."""
    found = result.factors[0].evidence
    assert found is not None
    return found


def with_voice(opened: Dossier, voice: Literal["perspectief", "persoon"]) -> Dossier:
    """Return a dossier in which each perspective, or each person, has one voice."""
    method = opened.settings.method.model_copy(update={"voice": voice})
    return replace(opened, settings=opened.settings.model_copy(update={"method": method}))


def turned(opened: Dossier) -> Dossier:
    """Return a dossier in which everyone gives another answer to the third statement."""
    people = [
        item.model_copy(update={"statements": {**item.statements, "x-3": answer}})
        for item, answer in zip(opened.responses, cycle([5, 2, 3, 1, 4, 4, 2]), strict=False)
    ]
    return replace(opened, responses=tuple(people))


@pytest.mark.parametrize("voice", ["perspectief", "persoon"])
def test_a_first_report_with_ten_people_a_group_has_every_figure(
    voice: Literal["perspectief", "persoon"],
) -> None:
    """Nothing is kept back of an ordinary dossier, with ten groups and everyone complete."""
    groups = [
        group.model_copy(update={"id": f"{group.id}{number}"})
        for number in range(5)
        for group in (RAAD, PARTNERS)
    ]
    given = {
        group: [1 + (n + place) % (4 + place % 2) for n in range(10 + place)]
        for place, group in enumerate(groups)
    }
    result = analyse(with_voice(turned(answered(given, THREE)), voice))
    assert {} == result.withheld
    (found,) = result.factors
    for each in levels(found):
        assert {Status.SHOWN} == {item.status for item in each.spread.values()}
        assert each.evidence is None or Status.SHOWN is each.evidence.status
    assert {Status.SHOWN} == {item.several for item in found.spread.values()}
    assert {"alpha", "icc1", "icc1_k"} == {
        name for name, item in found.coefficients.items() if item.status is Status.SHOWN
    }


@pytest.mark.parametrize(("count", "expected"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_newcomers_are_not_to_be_found_by_their_squares(count: int, expected: Status) -> None:
    """Five new people may have a mean; two standard deviations together need ten new ones."""
    opened = answered({RAAD: TEN, PARTNERS: TEN}, THREE)
    first = analyse(opened)
    assert Status.SHOWN is spread_of(first).status
    later = analyse(reported(opened, first, *new(count, THREE)))
    (found,) = later.factors
    for each in levels(found):
        assert Status.SHOWN is each.measure.perspectives["raad"].status
        assert expected is each.spread["raad"].status
        assert (expected is Status.SHOWN) == (each.spread["raad"].sd is not None)
        assert each.evidence is not None
        assert expected is each.evidence.status
        assert (expected is Status.SHOWN) == (each.evidence.interval is not None)
        assert (expected is Status.SHOWN) == (each.evidence.hedges_g is not None)
        assert Status.SHOWN is each.spread["partners"].status
    assert Status.SHOWN is analyse(reported(opened, first)).factors[0].spread["raad"].status


def test_the_words_stay_where_the_figures_go() -> None:
    """How sure a gap is and how much a group agrees are told as before."""
    opened = answered({RAAD: [4, 5] * 5, PARTNERS: [2, 1] * 5}, THREE)
    later = analyse(reported(opened, analyse(opened), *new(5, THREE)))
    assert Status.WITHHELD is evidence_of(later).status
    assert evidence_of(later).certainty is not None
    assert spread_of(later).word is not None


@pytest.mark.parametrize("hidden", [[2, 5, 4, 1, 3], [3, 4]])
def test_hidden_groups_are_in_no_interval(hidden: list[Given]) -> None:
    """Where each group has one voice, its variance has a share of its own in the interval."""
    opened = answered({RAAD: TEN, STAF: hidden, PARTNERS: TEN}, THREE)
    found = analyse(opened)
    assert found.factors[0].gap is not None
    assert (Status.SMALL, None, None) == (
        evidence_of(found).status,
        evidence_of(found).interval,
        evidence_of(found).hedges_g,
    )


def test_the_squares_of_a_side_and_its_groups_are_judged_together() -> None:
    """With one voice a person the side has an interval, and the large group no figure beside it."""
    given = {RAAD: TEN, STAF: [2, 5, 4], COLLEGE: [1, 3], PARTNERS: TEN}
    found = analyse(with_voice(answered(given, THREE), "persoon"))
    assert Status.SHOWN is evidence_of(found).status
    assert Status.SHOWN is found.factors[0].measure.perspectives["raad"].status
    assert (Status.WITHHELD, None) == (spread_of(found).status, spread_of(found).sd)


def test_people_on_the_record_need_nothing() -> None:
    """Ten known directors have their figures; they do not count among the ten that are needed."""
    found = analyse(answered({DIRECTIE: TEN, PARTNERS: TEN}, THREE))
    assert Status.SHOWN is spread_of(found, DIRECTIE).status
    assert Status.SHOWN is evidence_of(found).status
    few = analyse(with_voice(answered({RAAD: TEN[:9], DIRECTIE: [3], PARTNERS: TEN}), "persoon"))
    assert Status.SMALL is evidence_of(few).status


def test_one_late_statement_is_not_to_be_found_in_rster_wg() -> None:
    """Who comes late and answers one statement of three has no score, and a share in r*wg(J)."""
    opened = turned(answered({RAAD: TEN, PARTNERS: TEN}, THREE))
    first = analyse(opened)
    late = person(500, "raad", THREE, {"x-1": 5})
    found = spread_of(analyse(reported(opened, first, late)))
    assert (Status.SHOWN, Status.WITHHELD) == (found.status, found.several)
    assert (None, None) == (found.rwg_star_j, found.rwg_j)
    assert None not in {spread_of(first).rwg_star_j, spread_of(first).rwg_j}


def test_rster_wg_needs_every_statement() -> None:
    """Nine of ten answered the third statement: it has no spread, so the factor has no r*wg(J)."""
    opened = turned(answered({RAAD: TEN, PARTNERS: TEN}, THREE))
    first, *others = opened.responses
    open_ = first.model_copy(update={"statements": {"x-1": 1, "x-2": 1}})
    found = spread_of(analyse(replace(opened, responses=(open_, *others))))
    assert Status.SHOWN is found.status
    assert found.several is not Status.SHOWN
    assert None is found.rwg_star_j


@pytest.mark.parametrize(("count", "expected"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_alpha_is_judged_too(count: int, expected: Status) -> None:
    """The spread of everyone who is complete, in two reports."""
    opened = turned(answered({RAAD: TEN * 2, PARTNERS: TEN}, THREE))
    first = analyse(opened)
    assert Status.SHOWN is first.factors[0].coefficients["alpha"].status
    later = analyse(reported(opened, first, *new(count, THREE)))
    assert expected is later.factors[0].coefficients["alpha"].status


@pytest.mark.parametrize(("count", "expected"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_changed_answers_are_not_to_be_found_in_alpha(count: int, expected: Status) -> None:
    """Two answers change places: a person's score stays, and what alpha rests on does not."""
    opened = turned(answered({RAAD: TEN * 2, PARTNERS: TEN}, THREE))
    first = analyse(opened)
    differing = [
        item for item in opened.responses if item.statements["x-1"] != item.statements["x-3"]
    ]
    swapped = [
        item.model_copy(
            update={
                "statements": {
                    "x-1": item.statements["x-3"],
                    "x-2": item.statements["x-2"],
                    "x-3": item.statements["x-1"],
                }
            }
        )
        for item in differing[:count]
    ]
    later = analyse(reported(opened, first, *swapped))
    assert Status.SHOWN is later.factors[0].measure.perspectives["raad"].status
    assert Status.SHOWN is later.factors[0].spread["raad"].status
    assert expected is later.factors[0].coefficients["alpha"].status


def test_the_intraclass_correlation_is_judged_too() -> None:
    """Nine more people in one of ten groups: all of them together rest on nine."""
    groups = [RAAD.model_copy(update={"id": f"groep{number}"}) for number in range(10)]
    opened = answered({group: TEN[place:] + TEN for place, group in enumerate(groups)}, THREE)
    first = analyse(opened)
    later = analyse(reported(opened, first, *new(9, THREE, groups[3])))
    statuses = [
        {name: found.factors[0].coefficients[name].status for name in ("icc1", "icc1_k")}
        for found in (first, later)
    ]
    assert [
        dict.fromkeys(("icc1", "icc1_k"), Status.SHOWN),
        dict.fromkeys(("icc1", "icc1_k"), Status.WITHHELD),
    ] == statuses


# --- many dossiers ---

GROUPS = (RAAD, STAF, COLLEGE, DIRECTIE, PARTNERS, INWONERS, ADVISEUR)
BATCHES, DOSSIERS = 6, 20


def rows_of(
    opened: Dossier, about: FactorResult | StatementResult, replies: Mapping[str, Mapping[str, str]]
) -> list[dict[Answer, Fraction]]:
    """Return who is in every sum of squares that is told: worked out apart from the program."""
    settings = opened.settings
    open_to = {
        item.id: {} if item.on_record else replies[item.id] for item in settings.perspectives
    }
    told = [[name] for name, found in about.spread.items() if found.sd is not None]
    evidence = about.evidence
    if evidence is not None and (evidence.interval or evidence.hedges_g) is not None:
        sides = [[item.id for item in settings.of(source)] for source in Source]
        one_each = settings.method.voice == "perspectief"
        told += [[name] for side in sides for name in side] if one_each else sides
    rows = [
        {answer: Fraction(1) for name in names for answer in open_to[name].items()}
        for names in told
    ]
    return [row for row in rows if row]


def random_answers(random: Random, questionnaire: Questionnaire) -> dict[str, Given]:
    """Return what somebody says, with some don't-knows, and some people who skip a statement."""
    odd: list[Given] = [DONT_KNOW, None]
    often = random.choice([0.0, 0.0, 0.3])
    return {
        item.id: random.choice(odd) if random.random() < often else random.randint(1, 5)
        for each in questionnaire.factors
        for item in each.statements
    }


class Growing:
    """A random dossier, its reports so far, and every sum of squares that they told."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.questionnaire = asked(factor("x", random.choice([1, 2, 3])))
        groups = tuple(random.sample(GROUPS, random.randint(2, 5)))
        people = [
            person(number, group.id, self.questionnaire, self.said())
            for group in groups
            for number in self.numbers(group, random.choice([0, 1, 3, 5, 9, 10, 11, 14, 20]))
        ]
        opened = dossier(self.questionnaire, people, groups, random.choice([3, 5]))
        voice: Literal["perspectief", "persoon"] = random.choice(("perspectief", "persoon"))
        self.opened = with_voice(opened, voice)
        self.told: dict[str, list[dict[Answer, Fraction]]] = {}
        self.shown = 0

    def said(self) -> dict[str, Given]:
        """Return what one person says."""
        return random_answers(self.random, self.questionnaire)

    def numbers(self, group: Perspective, count: int) -> range:
        """Return the numbers of so many people of a group, apart from those of another."""
        return range(100 * GROUPS.index(group), 100 * GROUPS.index(group) + count)

    def grow(self) -> None:
        """Let some people come late, change an answer, or come from the adviser's office."""
        groups = self.opened.settings.perspectives
        present = [item.respondent for item in self.opened.responses]
        more: list[Response] = []
        for _ in range(self.random.choice([1, 2, 5, 9, 10, 12])):
            group = self.random.choice(groups)
            room = self.numbers(group, 99)
            number = self.random.choice(room) if self.random.random() < 0.3 else room[-1]
            while number in room and person(number, group.id, self.questionnaire).respondent in [
                *present,
                *(item.respondent for item in more),
            ]:
                number -= 1
            if number in room:
                more.append(person(number, group.id, self.questionnaire, self.said()))
        if present and self.random.random() < 0.5:
            changed = self.random.choice(self.opened.responses)
            statements = {n: v for n, v in self.said().items() if v is not None}
            more.append(changed.model_copy(update={"statements": statements}))
        self.opened = replace(
            self.opened,
            responses=tuple(
                {item.respondent: item for item in (*self.opened.responses, *more)}.values()
            ),
        )

    def report(self) -> None:
        """Make a report and check all that was ever told."""
        result = analyse(self.opened)
        self.opened = reported(self.opened, result)
        (found,) = result.factors
        count = len(found.factor.statements)
        whole: dict[str, dict[str, str]] = {}
        by_item: dict[str, dict[str, dict[str, str]]] = {}
        for item in self.opened.settings.perspectives:
            mine = [each for each in self.opened.responses if each.perspective == item.id]
            for each in mine:
                given = {n: v for n, v in each.statements.items() if isinstance(v, int)}
                for name, value in given.items():
                    by_item.setdefault(name, {}).setdefault(item.id, {})[each.respondent] = str(
                        value
                    )
                if 2 * len(given) >= count and given:
                    mean = Fraction(sum(given.values()), len(given))
                    whole.setdefault(item.id, {})[each.respondent] = str(mean)
        self.check("factor", found, whole)
        for statement in found.statements:
            name = statement.statement.id
            self.check(name, statement, by_item.get(name, {}))

    def check(
        self,
        name: str,
        about: FactorResult | StatementResult,
        replies: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Remember the rows of a report, and look for the fewest people they tell of."""
        everyone = {item.id: replies.get(item.id, {}) for item in self.opened.settings.perspectives}
        rows = rows_of(self.opened, about, everyone)
        self.shown += len(rows)
        known = self.told.setdefault(name, [])
        known += [row for row in rows if row not in known]
        crowd = lightest_crowd(known)
        need = self.opened.settings.method.spread_people
        assert not known or need <= len(crowd), f"{name} tells of {crowd}"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_two_reports_tell_the_squares_of_a_few_people(batch: int) -> None:
    """Of random dossiers that grow, no combination of sums of squares rests on fewer than ten."""
    shown = 0
    for number in range(DOSSIERS):
        growing = Growing(Random(1000 * batch + number))  # noqa: S311 - repeatable
        for _ in range(2):
            growing.report()
            growing.grow()
        growing.report()
        shown += growing.shown
    assert shown > DOSSIERS


@pytest.mark.parametrize("seed", range(3))
def test_the_two_ways_to_look_for_a_crowd_agree(seed: int) -> None:
    """The fewest people by ranks are the first that trying every crowd finds."""
    random = Random(seed)  # noqa: S311 - a seed makes it repeatable
    for _ in range(40):
        people = [f"p{number}" for number in range(random.randint(2, 7))]
        means = [
            {
                (name, random.choice("xxy")): Fraction(1)
                for name in random.sample(people, random.randint(1, len(people)))
            }
            for _ in range(random.randint(1, 4))
        ]
        naive = smallest_crowd_naively(means, len(people) + 1)
        assert len(naive) == len(lightest_crowd(means))
