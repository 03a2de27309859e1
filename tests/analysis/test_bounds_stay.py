"""A score that is told as a bound cannot be worked out from the figures beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement, product
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    COLLEGE,
    DIRECTIE,
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
    scale,
)
from tests.leaks import null_space
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.result import Kind
from zelfanalyse.analysis.told import End, Status
from zelfanalyse.dossier.ledger import Register
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.dossier.builders import Given
    from tests.leaks import Answer
    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.analysis.told import Measure
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.response.model import Response

SELF, EXTERNAL = Source.SELF, Source.EXTERNAL
FIVES: list[Given] = [5] * 5
MIXED: list[Given] = [2, 3, 4, 3, 2, 4]
BOUNDED, SHOWN, WITHHELD = Status.BOUNDED, Status.SHOWN, Status.WITHHELD


def only(result: Result) -> FactorResult:
    """Return the one factor of a result."""
    (found,) = result.factors
    return found


def statuses(groups: Mapping[Perspective, Sequence[Given]]) -> list[Status]:
    """Return the statuses on the one statement: of these groups, and of their side."""
    measure = only(analyse(answered(groups))).statements[0].measure
    return [
        *(measure.perspectives[group.id].status for group in groups),
        measure.sources[SELF].status,
    ]


def test_a_side_gives_way_to_a_bound_and_the_figures_beside_it() -> None:
    """Five fives beside an exact group: the mean of both would tell that they are five fives."""
    opened = answered({RAAD: FIVES, STAF: MIXED, PARTNERS: MIXED})
    result = analyse(opened)
    found = only(result).statements[0]
    assert (BOUNDED, SHOWN, WITHHELD) == (
        found.measure.perspectives["raad"].status,
        found.measure.perspectives["staf"].status,
        found.measure.sources[SELF].status,
    )
    assert found.gap is None
    assert {Kind.FACTOR: 1, Kind.STATEMENT: 1} == result.withheld


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({RAAD: FIVES, STAF: [5] * 5 + [4]}, [BOUNDED, BOUNDED, BOUNDED]),
        ({RAAD: FIVES, STAF: [1] * 6}, [BOUNDED, BOUNDED, WITHHELD]),
        ({RAAD: FIVES, DIRECTIE: [2]}, [BOUNDED, SHOWN, WITHHELD]),
        ({RAAD: FIVES, DIRECTIE: [5]}, [BOUNDED, SHOWN, BOUNDED]),
        ({RAAD: FIVES, STAF: [5] * 10}, [BOUNDED, SHOWN, WITHHELD]),
        ({RAAD: [5] * 10, STAF: MIXED}, [SHOWN, SHOWN, SHOWN]),
        ({RAAD: [5, 5, 5, 5, 3], STAF: MIXED}, [SHOWN, SHOWN, SHOWN]),
    ],
)
def test_what_becomes_of_a_side(
    groups: Mapping[Perspective, Sequence[Given]], expected: list[Status]
) -> None:
    """Made of bounds at one end it is a bound itself, however many people are behind it."""
    assert expected == statuses(groups)


def test_a_side_with_a_hidden_group_is_told() -> None:
    """Who is not shown is left over beside the bound."""
    groups: dict[Perspective, list[Given]] = {RAAD: FIVES, STAF: [2, 3, 4], COLLEGE: [3, 2, 4]}
    assert [BOUNDED, Status.SMALL, Status.SMALL, SHOWN] == statuses(groups)


def test_a_bound_made_of_bounds_is_half_a_step_from_the_end() -> None:
    """As any other."""
    found = only(analyse(answered({RAAD: FIVES, STAF: [5] * 6})))
    score = found.statements[0].measure.sources[SELF]
    assert (Fraction("4.5"), End.HIGH, 11) == (score.value, score.end, score.n)


def test_a_statement_is_not_to_be_found_in_its_factor() -> None:
    """The factor and two statements give the third: in that group one of the two gives way."""
    asking = asked(factor("x", 3))
    people = [
        person(number, group.id, asking, {"x-1": 2 + number % 3, "x-2": 3, "x-3": last})
        for number, (group, last) in enumerate([(RAAD, 5)] * 5 + [(STAF, 2 + n) for n in range(3)])
    ]
    opened = dossier(asking, people, (RAAD, STAF, COLLEGE))
    more = [
        person(50 + n, "college", asking, {"x-1": 2, "x-2": 3 + n % 2, "x-3": 4}) for n in range(4)
    ]
    found = only(analyse(replace(opened, responses=(*opened.responses, *more))))
    assert SHOWN is found.measure.perspectives["raad"].status
    assert [SHOWN, WITHHELD, BOUNDED] == [
        item.measure.perspectives["raad"].status for item in found.statements
    ]


def test_a_short_form_is_not_to_be_found_in_the_side() -> None:
    """One core statement is the factor there: the score of the whole side gives way."""
    whole = factor("x", 2)
    first, second = whole.statements
    asking = asked(
        whole.model_copy(update={"statements": (first.model_copy(update={"core": True}), second)})
    )
    short = INWONERS.model_copy(update={"form": "kort"})
    people = [person(number, "inwoners", asking, {"x-1": 5}) for number in range(6)]
    people += [
        person(10 + number, "partners", asking, {"x-1": 2 + number % 3, "x-2": 3})
        for number in range(6)
    ]
    measure = only(analyse(dossier(asking, people, (RAAD, PARTNERS, short)))).measure
    assert [SHOWN, BOUNDED, WITHHELD] == [
        measure.perspectives["partners"].status,
        measure.perspectives["inwoners"].status,
        measure.sources[EXTERNAL].status,
    ]


def test_an_earlier_report_counts() -> None:
    """The side was told while two groups were hidden; both of them shown would undo the bound."""
    opened = answered({RAAD: [5] * 8, STAF: MIXED, COLLEGE: [3, 3, 2, 4, 5, 2]}, k=7)
    first = analyse(opened)
    before = only(first).statements[0].measure
    assert (BOUNDED, SHOWN) == (before.perspectives["raad"].status, before.sources[SELF].status)
    later = reported(opened, first)
    method = later.settings.method.model_copy(update={"minimum_group": 5})
    later = replace(later, settings=later.settings.model_copy(update={"method": method}))
    after = only(analyse(later)).statements[0].measure
    assert {SHOWN, WITHHELD} == {after.perspectives[name].status for name in ("staf", "college")}


def test_what_was_told_as_a_bound_stays_one() -> None:
    """Also where nothing else says so any more."""
    row = [(f"p{number}", "5", Fraction(1, 5)) for number in range(5)]
    gate = Gate(Register(), 5)
    assert gate.allows("cijfer/x/zelf", row, exact=False)
    register = Register(gate._register.salt, {name: tuple(rows) for name, rows in gate.new.items()})
    later = Gate(register, 5)
    assert not later.allows("cijfer/x/zelf", row)
    assert later.allows("cijfer/x/zelf", row, exact=False)
    assert not any(later.new.values())


def test_the_same_report_twice_is_the_same_report() -> None:
    """A factor whose statements were told as bounds stays the figure that it was."""
    groups: dict[Perspective, list[Given]] = {RAAD: FIVES, STAF: MIXED, PARTNERS: MIXED}
    opened = answered(groups, asked(factor("x", 3)))
    first = analyse(opened)
    assert SHOWN is only(first).measure.perspectives["raad"].status
    again = analyse(reported(opened, first))
    assert (first.factors, False) == (again.factors, any(again.published.values()))


# --- whatever people answer ---

TINY = asked(points=scale(3))
CROWDS = [
    ((RAAD, 3), (STAF, 3)),
    ((RAAD, 4), (STAF, 3)),
    ((RAAD, 3), (DIRECTIE, 1)),
    ((RAAD, 3), (STAF, 3), (DIRECTIE, 1)),
]


@pytest.mark.parametrize("voice", ["perspectief", "persoon"])
@pytest.mark.parametrize("crowd", CROWDS)
def test_another_answer_would_have_looked_the_same(
    crowd: Sequence[tuple[Perspective, int]], voice: str
) -> None:
    """Of all that people could answer: what is shown, unrounded, never fits one sum of a bound.

    By trying every set of answers, so also with all that follows from answers being whole numbers
    and from what is kept back.
    """
    seen = defaultdict(list)
    choices = [combinations_with_replacement((1, 2, 3), count) for _, count in crowd]
    for answers in product(*choices):
        given = {group: [*said] for (group, _), said in zip(crowd, answers, strict=True)}
        opened = answered(given, TINY, 3)
        method = opened.settings.method.model_copy(update={"voice": voice})
        settings = opened.settings.model_copy(update={"method": method})
        (found,) = only(analyse(replace(opened, settings=settings))).statements
        scores = (*found.measure.perspectives.values(), *found.measure.sources.values())
        seen[tuple((item.status, item.value) for item in scores)].append(answers)
    bounds = 0
    for shown, worlds in seen.items():
        for place, (group, _) in enumerate(crowd):
            if shown[place][0] is BOUNDED and not group.on_record:
                bounds += 1
                assert 1 < len({sum(answers[place]) for answers in worlds}), (shown, worlds)
    assert bounds


GROUPS = (RAAD, STAF, COLLEGE, DIRECTIE, PARTNERS, INWONERS, ADVISEUR)
BATCHES, DOSSIERS = 4, 25


class Growing:
    """A random dossier of people near an end, and the figures and bounds of its reports."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.asking = asked(factor("x", random.choice([1, 1, 2, 3])))
        self.groups = tuple(random.sample(GROUPS, random.randint(2, 5)))
        people = [
            self.one(100 * GROUPS.index(group) + number, group)
            for group in self.groups
            for number in range(random.choice([0, 1, 3, 5, 5, 6, 7, 9, 10]))
        ]
        self.opened: Dossier = dossier(self.asking, people, self.groups, random.choice([3, 5]))
        voice = random.choice(["perspectief", "persoon"])
        method = self.opened.settings.method.model_copy(update={"voice": voice})
        settings = self.opened.settings.model_copy(update={"method": method})
        self.opened = replace(self.opened, settings=settings)
        self.exact: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)
        self.bounds: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)

    def one(self, number: int, group: Perspective) -> Response:
        """Return someone who answers everything, and often with the highest."""
        pool = self.random.choice([[5], [5, 5, 5, 4], [1, 2, 3, 4, 5]])
        names = [item.id for item in self.asking.factors[0].statements]
        return person(
            number, group.id, self.asking, {name: self.random.choice(pool) for name in names}
        )

    def grow(self) -> None:
        """Let people come late, or answer again."""
        more = []
        for _ in range(self.random.choice([1, 3, 5, 6, 8])):
            group = self.random.choice(self.groups)
            number = 100 * GROUPS.index(group) + self.random.randrange(16)
            more.append(self.one(number, group))
        kept = {item.respondent: item for item in (*self.opened.responses, *more)}
        self.opened = replace(self.opened, responses=tuple(kept.values()))

    def report(self) -> None:
        """Make a report; no bound of any report follows from the figures of all of them."""
        result = analyse(self.opened)
        self.opened = reported(self.opened, result)
        found = only(result)
        names = [item.id for item in found.factor.statements]
        asked_of = [names, *([name] for name in names)]
        for level, about in zip(levels(found), asked_of, strict=True):
            self.remember(level.measure, about)
        for source, bounds in self.bounds.items():
            exact = self.exact[source]
            for bound in bounds:
                assert rank([*exact, bound]) > rank(exact), (source, bound, exact)
            if len(names) == 1:  # and no combination of bounds does
                assert rank(exact) + rank(bounds) == rank([*exact, *bounds])

    def remember(self, measure: Measure, names: Sequence[str]) -> None:
        """Add the weights of every mean that is told, of people who are not on the record."""
        for source in Source:
            mine = {
                group.id: [item for item in self.opened.responses if item.perspective == group.id]
                for group in self.opened.settings.of(source)
            }
            mine = {name: people for name, people in mine.items() if people}
            everyone = sum(map(len, mine.values()))
            one_each = self.opened.settings.method.voice == "perspectief"
            whole = {
                name: Fraction(1, len(mine) * len(people) if one_each else everyone)
                for name, people in mine.items()
            }
            told = [
                (measure.perspectives[name].status, {name: Fraction(1, len(people))})
                for name, people in mine.items()
            ]
            for status, weights in [*told, (measure.sources[source].status, whole)]:
                row = {
                    (item.respondent, f"{name}={item.statements[name]}"): weight / len(names)
                    for group, weight in weights.items()
                    if group not in {"directie", "adviseur"}
                    for item in mine[group]
                    for name in names
                }
                kept = {SHOWN: self.exact, BOUNDED: self.bounds}.get(status)
                if row and kept is not None and row not in kept[source]:
                    kept[source].append(row)


def rank(rows: Sequence[Mapping[Answer, Fraction]]) -> int:
    """Return how many rows do not follow from the others."""
    answers = {answer for row in rows for answer in row}
    columns = {tuple(row.get(answer, Fraction(0)) for row in rows) for answer in answers}
    return len(rows) - len(null_space([list(column) for column in sorted(columns)], len(rows)))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_reports_of_a_growing_dossier_undo_a_bound(batch: int) -> None:
    """Of random dossiers that grow: by the test's own arithmetic, over all that was ever told."""
    bounds = 0
    for number in range(DOSSIERS):
        growing = Growing(Random(1000 * batch + number))  # noqa: S311 - repeatable
        for _ in range(2):
            growing.report()
            growing.grow()
        growing.report()
        bounds += sum(map(len, growing.bounds.values()))
    assert bounds > 10
