"""Counts of don't-know and not-applicable: no combination of them tells of a few people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from random import Random
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
    answered,
    asked,
    dossier,
    factor,
    levels,
    person,
    reported,
)
from tests.leaks import smallest_crowd
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Divided, Kind
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Balance
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.dossier.builders import Given
    from tests.leaks import Answer
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.questions import Statement
    from zelfanalyse.response.model import Response

TWO = asked(factor("x", 2))
SELF, EXTERNAL = Source.SELF, Source.EXTERNAL


@pytest.mark.parametrize("sizes", [(6, 5), (5, 12)])
def test_a_complete_dossier_has_all_counts(sizes: tuple[int, int]) -> None:
    """Everyone answered everything, one way or another: every count of a score is told."""
    given: dict[Perspective, list[Given]] = {
        RAAD: [4, 3, 2, 4, 5, *[3] * sizes[0]],
        STAF: [2, 4, 3, 3, 4, DONT_KNOW, *[2] * sizes[1]],
        PARTNERS: [1, 3, 3, 2, 4, NOT_APPLICABLE, DONT_KNOW],
        ADVISEUR: [4],
    }
    result = analyse(answered(given, asked(factor("x", 3), factor("y", 1))))
    scores = [
        score
        for found in result.factors
        for each in levels(found)
        for score in (*each.measure.perspectives.values(), *each.measure.sources.values())
    ]
    assert {True} == {score.is_told for score in scores}
    assert None not in {score.dont_know for score in scores}
    assert {} == {kind: n for kind, n in result.withheld.items() if kind is not Kind.SPREAD}


def shares_beside_counts(one: Given) -> Result:
    """Return the result of a dossier with three people who know nothing, and one who may not.

    The total counts everyone outside, the inhabitants have counts, the partners have a share of
    don't-know: what is left is the one man of the staff of others.
    """
    others = STAF.model_copy(update={"id": "anderen", "source": EXTERNAL})
    groups = (INWONERS, PARTNERS, others, RAAD)
    nothing: dict[str, Given] = {"x-1": DONT_KNOW, "x-2": DONT_KNOW}
    some: list[dict[str, Given]] = [{"x-1": 3, "x-2": 2 + n % 2} for n in range(4)]
    given: dict[Perspective, list[dict[str, Given]]] = {
        INWONERS: [{"x-1": 1 + n % 5, "x-2": 3} for n in range(6)],
        PARTNERS: [*some, nothing, nothing, nothing],
        others: [{"x-1": 4, "x-2": one}],
        RAAD: [{"x-1": 3, "x-2": 4}] * 6,
    }
    everyone = [(group, said) for group, people in given.items() for said in people]
    responses = [
        person(number, group.id, TWO, said) for number, (group, said) in enumerate(everyone)
    ]
    return analyse(dossier(TWO, responses, groups))


def test_a_share_beside_counts_does_not_tell_of_one_person() -> None:
    """The share of don't-know of one group gives way to the counts of its side and of another."""
    found = [shares_beside_counts(one) for one in (2, DONT_KNOW)]
    for result in found:
        score = result.factors[0].measure
        told = [score.sources[EXTERNAL].dont_know, score.perspectives["inwoners"].dont_know]
        assert (None in told) or () == result.unseen
        assert result.unseen_withheld or Kind.COUNTS in result.withheld


def test_that_a_share_is_kept_back_does_not_say_how_large_it_is() -> None:
    """As many are kept back where nobody knew nothing."""
    few, many = (shares_beside_counts(one).unseen_withheld for one in (2, DONT_KNOW))
    assert 0 < few == many


def test_statements_and_their_factor_are_counted_together() -> None:
    """One late person who knows nothing of one statement is in no count, at any level."""
    opened = answered({RAAD: [3, 4, 2, 3, 4, 3]}, TWO)
    first = analyse(opened)
    late = person(500, "raad", TWO, {"x-1": 3, "x-2": DONT_KNOW})
    later = analyse(reported(opened, first, late)).factors[0]
    for each in levels(later):
        for score in (each.measure.perspectives["raad"], each.measure.sources[SELF]):
            assert (None, None) == (score.dont_know, score.not_applicable)


def test_both_ends_of_a_balance_are_counted_together() -> None:
    """Two officials, one of whom said only where it stands now: not in the one and out the other.

    A don't-know is about both ends. The total of now has the officials in its counts, since one
    of them gave a place; that of wanted has not, and the difference is about the two of them.
    """
    balance = Balance(id="lef", title="Lef", left="lef", right="geduld")
    asking = asked(balances=(balance,))
    said: list[tuple[str, object]] = [
        *[("raad", BalanceAnswer(now=2 + n % 3, wanted=3)) for n in range(6)],
        ("staf", BalanceAnswer(now=2)),
        ("staf", DONT_KNOW),
    ]
    people = [
        person(number, group, asking).model_copy(update={"balances": {"lef": answer}})
        for number, (group, answer) in enumerate(said)
    ]
    (found,) = analyse(dossier(asking, people, (RAAD, STAF))).balances
    told = [found.now.sources[SELF].dont_know, found.wanted.sources[SELF].dont_know]
    assert None in told


def test_a_divided_picture_is_told_only_with_the_scores() -> None:
    """One late person makes the picture fall in two: neither the score nor the word is told."""
    asking = asked(factor("x", 1))
    opened = answered({RAAD: [1, 4, 4, 5, 3, 3, 3], PARTNERS: [3, 3, 4, 2, 3]}, asking)
    first = analyse(opened)
    late = person(500, "raad", asking, {"x-1": 2})
    later = analyse(reported(opened, first, late))
    fresh = analyse(replace(opened, responses=(*opened.responses, late)))
    only = asking.factors[0]
    assert ((), ()) == (first.divided, later.divided)
    assert (Divided(only, RAAD, only.statements),) == fresh.divided


GROUPS = (RAAD, COLLEGE, STAF, PARTNERS, INWONERS, ADVISEUR)
BATCHES, DOSSIERS = 6, 40


class Counted:
    """A random dossier that grows, and every count and share that its reports told."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.asking = asked(factor("x", random.choice([1, 2, 2])))
        self.groups = tuple(random.sample(GROUPS, random.randint(2, 4)))
        self.k = random.randint(3, 5)
        people = [
            self.one(100 * place + number, group)
            for place, group in enumerate(self.groups)
            for number in range(random.choice([0, 1, 2, 3, 4, 5, 6, 7, 9]))
        ]
        self.opened: Dossier = dossier(self.asking, people, self.groups, self.k)
        self.told: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)

    def one(self, number: int, group: Perspective) -> Response:
        """Return someone who often does not know."""
        odd: list[Given] = [3, 4, 2, 5, DONT_KNOW, DONT_KNOW, NOT_APPLICABLE, None]
        plain: list[Given] = [1, 2, 3, 4, 5]
        pool = self.random.choice([odd, plain])
        names = [item.id for item in self.asking.factors[0].statements]
        said = {name: self.random.choice(pool) for name in names}
        return person(number, group.id, self.asking, said)

    def row(
        self, people: Iterable[Response], statements: Iterable[Statement]
    ) -> dict[Answer, Fraction]:
        """Return every question to these people with the state of its answer."""
        known = {item.id for item in self.groups if item.on_record}
        asked_ = list(statements)
        return {
            (each.respondent, f"{item.id} {state(each, item)}"): Fraction(1)
            for each in people
            if each.perspective not in known
            for item in asked_
        }

    def report(self) -> None:
        """Make a report; add what it told, and look for anyone it tells of."""
        result = analyse(self.opened)
        self.opened = reported(self.opened, result)
        (found,) = result.factors
        levels = [(found.measure, found.factor.statements)]
        levels += [(item.measure, (item.statement,)) for item in found.statements]
        for measure, statements in levels:
            for group in self.groups:
                if measure.perspectives[group.id].dont_know is not None:
                    self.add(group.source, self.row(self.of(group), statements))
            for source in Source:
                if measure.sources[source].dont_know is not None:
                    mine = [self.of(group) for group in self.groups if group.source is source]
                    counting = [
                        people
                        for people in mine
                        if len(people) >= self.k
                        or any(has_score(each, statements) for each in people)
                    ]
                    everyone = [each for people in counting for each in people]
                    self.add(source, self.row(everyone, statements))
        for item in result.unseen:
            row = self.row(self.of(item.perspective), found.factor.statements)
            self.add(item.perspective.source, row)
        for source, rows in self.told.items():
            crowd = smallest_crowd(rows, self.k)
            assert set() == crowd, f"{source} tells of {crowd} (k = {self.k})"

    def of(self, group: Perspective) -> list[Response]:
        """Return the people of a group."""
        return [item for item in self.opened.responses if item.perspective == group.id]

    def add(self, source: Source, row: dict[Answer, Fraction]) -> None:
        """Remember what was told."""
        if row and row not in self.told[source]:
            self.told[source].append(row)

    def grow(self) -> None:
        """Let a few people come late, or answer again."""
        more = []
        for _ in range(self.random.choice([1, 1, 2, self.k])):
            place = self.random.randrange(len(self.groups))
            number = 100 * place + self.random.randrange(20)
            more.append(self.one(number, self.groups[place]))
        self.opened = reported(self.opened, _NOTHING, *more)


def has_score(each: Response, statements: Sequence[Statement]) -> bool:
    """Whether someone has a score on these statements."""
    given = [each.statements.get(item.id) for item in statements]
    valid = sum(isinstance(value, int) for value in given)
    return 0 < valid and 2 * valid >= len(given) - given.count(NOT_APPLICABLE)


def state(each: Response, item: Statement) -> str:
    """Return whether an answer is a number, don't-know, not-applicable or open."""
    answer = each.statements.get(item.id)
    return "getal" if isinstance(answer, int) else str(answer)


_NOTHING = analyse(dossier(TWO))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_reports_tell_what_a_few_people_did_not_know(batch: int) -> None:
    """Of random dossiers that grow, no combination of counts and shares rests on a few people."""
    told = 0
    for number in range(DOSSIERS):
        counted = Counted(Random(1000 * batch + number))  # noqa: S311 - repeatable
        for _ in range(2):
            counted.report()
            counted.grow()
        counted.report()
        told += sum(map(len, counted.told.values()))
    assert told > DOSSIERS
    assert Status.EMPTY is _NOTHING.factors[0].measure.sources[SELF].status
