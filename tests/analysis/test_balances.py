"""How the answers lie on a balance: of ten people and more, and never of fewer by any road."""

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
    DIRECTIE,
    DONT_KNOW,
    INWONERS,
    PARTNERS,
    RAAD,
    STAF,
    asked,
    dossier,
    person,
    reported,
)
from tests.leaks import null_space, smallest_crowd
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import figures
from zelfanalyse.analysis.result import Kind
from zelfanalyse.analysis.told import TOLD, Status, Tally
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Balance
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.leaks import Answer
    from zelfanalyse.analysis.result import BalanceResult, Result
    from zelfanalyse.analysis.told import Measure, Tallies
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.response.model import Missing, Response

    Placed = int | Missing | None

SELF, EXTERNAL = Source.SELF, Source.EXTERNAL
LIST = asked(balances=(Balance(id="lef", title="Lef", left="geduld", right="lef"),))
TEN = [1, 2, 3, 4, 5, 2, 3, 4, 3, 3]


def placed(number: int, group: Perspective, now: Placed) -> Response:
    """Return someone who chose this place for now, and the other side of the line for wanted."""
    if now is None:
        return person(number, group.id, LIST)
    answer = BalanceAnswer(now=now, wanted=6 - now) if isinstance(now, int) else now
    return person(number, group.id, LIST).model_copy(update={"balances": {"lef": answer}})


def opened(groups: Mapping[Perspective, Sequence[Placed]]) -> Dossier:
    """Return a dossier in which people chose these places."""
    everyone = [(group, now) for group, people in groups.items() for now in people]
    people = [placed(number, *each) for number, each in enumerate(everyone)]
    return dossier(LIST, people, tuple(groups))


def only(result: Result) -> BalanceResult:
    """Return the one balance of a result."""
    (found,) = result.balances
    return found


def statuses(found: Tallies) -> dict[str, Status]:
    """Return what is told of groups and sides."""
    every = {**found.perspectives, **{source.value: item for source, item in found.sources.items()}}
    return {name: tally.status for name, tally in every.items()}


@pytest.mark.parametrize(
    ("people", "now", "wanted"),
    [
        (9, Tally(Status.SMALL), Tally(Status.SMALL)),
        (10, Tally(Status.SHOWN, 10, (1, 2, 4, 2, 1)), Tally(Status.SHOWN, 10, (1, 2, 4, 2, 1))),
    ],
)
def test_ten_people_are_enough(people: int, now: Tally, wanted: Tally) -> None:
    """Nine are not: of a group, and of its side; for now and for wanted."""
    found = only(analyse(opened({RAAD: TEN[:people]})))
    assert (now, now) == (found.places_now.perspectives["raad"], found.places_now.sources[SELF])
    assert (wanted, wanted) == (
        found.places_wanted.perspectives["raad"],
        found.places_wanted.sources[SELF],
    )


def test_now_and_wanted_are_counted_apart() -> None:
    """From left to right, each with who chose a place for it; a don't-know is in neither."""
    first = opened({RAAD: [1] * 9 + [4, 4, DONT_KNOW, None]})
    half = placed(0, RAAD, 1).model_copy(update={"balances": {"lef": BalanceAnswer(now=2)}})
    others = first.responses[1:]
    found = only(analyse(replace(first, responses=(half, *others))))
    assert Tally(Status.SHOWN, 11, (8, 1, 0, 2, 0)) == found.places_now.sources[SELF]
    assert Tally(Status.SHOWN, 10, (0, 2, 0, 0, 8)) == found.places_wanted.sources[SELF]


def test_large_groups_are_told_with_their_side() -> None:
    """Each has ten people: there is nothing to subtract for."""
    found = only(analyse(opened({RAAD: TEN, STAF: TEN, PARTNERS: TEN * 2})))
    assert {Status.SHOWN} == {
        *statuses(found.places_now).values(),
        *statuses(found.places_wanted).values(),
    }


def test_no_small_group_with_a_mean_is_among_those_who_are_counted() -> None:
    """Six people with a mean, among eighteen of whom every place is counted: much of them is told.

    So nothing is counted of the side; the large group is, since nobody can subtract it.
    """
    found = only(analyse(opened({RAAD: [*TEN, 2, 5], COLLEGE: [2, 3, 3, 4, 4, 2]})))
    assert Status.SHOWN is found.now.perspectives["college"].status
    assert {
        "raad": Status.SHOWN,
        "college": Status.SMALL,
        "zelf": Status.PROTECTED,
        "extern": Status.EMPTY,
    } == statuses(found.places_now)


def test_small_groups_without_a_mean_are_counted_with_their_side() -> None:
    """Four and three people, seven together, have no mean; fifteen around them protect them."""
    method = {"voice": "persoon"}
    given = {RAAD: [*TEN, *TEN], COLLEGE: [2, 3, 3, 4], STAF: [4, 4, 2], INWONERS: TEN}
    first = opened(given)
    settings = first.settings.model_copy(
        update={"method": first.settings.method.model_copy(update=method)}
    )
    found = only(analyse(replace(first, settings=settings)))
    # The council has a mean, so that of the seven others follows from that of the side.
    assert Status.WITHHELD is found.places_now.sources[SELF].status
    assert Status.SHOWN is found.places_now.perspectives["inwoners"].status


def test_counts_do_not_tell_the_sum_of_a_few() -> None:
    """Where each group has one voice, the counts are a second sum over the same people.

    With the mean of the side and that of the council they would give the sum of the ten and the
    sum of the three others, each by itself.
    """
    given = {RAAD: TEN * 2, STAF: [*TEN, 2], COLLEGE: [5, 2, 1]}
    result = analyse(opened(given))
    found = only(result)
    assert Status.SHOWN is found.now.sources[SELF].status
    assert found.places_now.sources[SELF].status is not Status.SHOWN


def test_people_on_the_record_protect_nobody() -> None:
    """Their places are told, as ever; nine others with them make no eleven."""
    found = only(analyse(opened({DIRECTIE: [1, 4], RAAD: TEN[:9]})))
    assert Tally(Status.SHOWN, 2, (1, 0, 0, 1, 0)) == found.places_now.perspectives["directie"]
    assert Tally(Status.SMALL) == found.places_now.sources[SELF]
    more = only(analyse(opened({DIRECTIE: [1, 4], RAAD: TEN})))
    assert Tally(Status.SHOWN, 12, (2, 2, 4, 3, 1)) == more.places_now.sources[SELF]


@pytest.mark.parametrize(("count", "expected"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_newcomers_are_not_to_be_found(count: int, expected: Status) -> None:
    """Nine new people have a mean, which two reports may tell; how they lie needs ten."""
    first = opened({RAAD: TEN})
    before = analyse(first)
    more = [placed(500 + number, RAAD, 1 + number % 5) for number in range(count)]
    later = analyse(reported(first, before, *more))
    assert Status.SHOWN is only(later).now.perspectives["raad"].status
    assert expected is only(later).places_now.perspectives["raad"].status
    assert (0 if expected is Status.SHOWN else 4) == later.withheld.get(Kind.PLACES, 0)


def test_an_earlier_mean_of_a_few_counts_too() -> None:
    """Six people had a mean; they are among the sixteen of now."""
    first = opened({RAAD: TEN[:6]})
    more = [placed(500 + number, RAAD, 1 + number % 5) for number in range(10)]
    later = only(analyse(reported(first, analyse(first), *more)))
    assert Status.SHOWN is later.now.perspectives["raad"].status
    assert Status.WITHHELD is later.places_now.perspectives["raad"].status


def test_a_later_mean_does_not_tell_of_a_few_beside_earlier_counts() -> None:
    """Counts tell a sum, so the gate for means knows them: two newcomers stay hidden."""
    first = opened({RAAD: TEN * 2})
    more = [placed(500 + number, RAAD, 2) for number in range(2)]
    later = only(analyse(reported(first, analyse(first), *more)))
    assert Status.WITHHELD is later.now.perspectives["raad"].status
    assert Status.WITHHELD is later.places_now.perspectives["raad"].status


def test_the_same_report_adds_nothing() -> None:
    """What was told may be told again."""
    first = opened({RAAD: TEN, STAF: TEN, PARTNERS: [*TEN, 1]})
    before = analyse(first)
    again = analyse(reported(first, before))
    assert before.balances == again.balances
    assert not any(again.published.values())


def test_every_count_is_in_the_export() -> None:
    """A row per place, of groups and sides, for now and wanted; no value where there is none."""
    result = analyse(opened({RAAD: TEN, PARTNERS: [3] * 3}))
    rows = [item for item in figures(result) if item.maat == "gekozen"]
    assert [
        ("lef/nu/1", "zelf", "raad", 1.0, 10, "getoond"),
        ("lef/nu/2", "zelf", "raad", 2.0, 10, "getoond"),
        ("lef/nu/3", "zelf", "raad", 4.0, 10, "getoond"),
        ("lef/nu/4", "zelf", "raad", 2.0, 10, "getoond"),
        ("lef/nu/5", "zelf", "raad", 1.0, 10, "getoond"),
        ("lef/nu/1", "extern", "partners", None, None, "te weinig antwoorden"),
    ] == [
        (item.id, item.bron, item.perspectief, item.waarde, item.n, item.status)
        for item in rows[:6]
    ]
    assert {"balans"} == {item.niveau for item in rows}
    assert 2 * 5 * 4 == len(rows)
    assert "lef/gewenst/5" == rows[-1].id


# --- many dossiers ---

GROUPS = (RAAD, STAF, COLLEGE, DIRECTIE, PARTNERS, INWONERS, ADVISEUR)
KNOWN = {item.id for item in GROUPS if item.on_record}
BATCHES, DOSSIERS = 6, 25


class Growing:
    """A random dossier that grows, and everything that its reports told of the places for now.

    Worked out apart from the program. A row is what may be added and subtracted: for every answer
    that someone gave, and every place it could have been, what it weighs in a mean or a count.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.groups = tuple(random.sample(GROUPS, random.randint(1, 5)))
        sizes = [0, 1, 3, 5, 6, 8, 10, 11, 12, 14, 20]
        people = [
            self.one(100 * GROUPS.index(group) + number, group)
            for group in self.groups
            for number in range(random.choice(sizes))
        ]
        self.k = random.choice([3, 5, 12])
        self.opened = dossier(LIST, people, self.groups, self.k)
        self.per_person = random.random() < 0.5
        if self.per_person:
            method = self.opened.settings.method.model_copy(update={"voice": "persoon"})
            settings = self.opened.settings.model_copy(update={"method": method})
            self.opened = replace(self.opened, settings=settings)
        self.everything: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)
        self.bounds: list[tuple[Source, dict[Answer, Fraction]]] = []
        self.means: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)
        self.exact: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)
        self.counted: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)

    def one(self, number: int, group: Perspective) -> Response:
        """Return someone who chooses a place, now and then none."""
        pool: list[Placed] = [1, 2, 3, 4, 5, 5, 4, 3, DONT_KNOW, None]
        return placed(number, group, self.random.choice(pool))

    def grow(self) -> None:
        """Let people come late, or choose again."""
        more = []
        for _ in range(self.random.choice([1, 2, 5, 9, 10, 12])):
            group = self.random.choice(self.groups)
            number = 100 * GROUPS.index(group) + self.random.randrange(30)
            more.append(self.one(number, group))
        kept = {item.respondent: item for item in (*self.opened.responses, *more)}
        self.opened = replace(self.opened, responses=tuple(kept.values()))

    def report(self) -> int:
        """Make a report, and check it and what all reports together tell."""
        result = analyse(self.opened)
        self.opened = reported(self.opened, result)
        found = only(result)
        self.remember_means(found.now)
        fresh, told = self.remember_counts(found.places_now)
        need = self.opened.settings.method.spread_people
        for source, rows in self.everything.items():
            assert set() == smallest_crowd(rows, self.k)
            assert set() == smallest_crowd(self.counted[source], need)
        for source, row in self.bounds:
            assert not follows(row, self.exact[source])
        for source, row in fresh:
            # Nor what few of those who are counted said, for who knows what all others said.
            people = {person for person, _ in row}
            among = [
                {answer: weight for answer, weight in mean.items() if answer[0] in people}
                for mean in (*self.means[source], *self.counted[source])
            ]
            assert set() == smallest_crowd([mean for mean in among if mean], need)
        return told

    def remember_means(self, found: Measure) -> None:
        """Remember the means that are told, and which of them as bounds."""
        for source in Source:
            groups = {item.id: self.of([item]) for item in self.groups if item.source is source}
            voices = {name: people for name, people in groups.items() if people}
            everyone = sum(map(len, voices.values()))
            told = [(found.perspectives[name], {name: people}) for name, people in groups.items()]
            for score, who in [*told, (found.sources[source], voices)]:
                row = {
                    (item.respondent, str(now(item))): Fraction(
                        1, everyone if self.per_person else len(who) * len(people)
                    )
                    for name, people in who.items()
                    if name not in KNOWN
                    for item in people
                }
                if len(who) == 1:
                    row = {answer: Fraction(1, *map(len, who.values())) for answer in row}
                if score.status not in TOLD or not row:
                    continue
                if score.status is Status.BOUNDED:
                    self.bounds.append((source, row))
                else:
                    self.exact[source].append(row)
                if row not in self.means[source]:
                    self.means[source].append(row)
                    self.everything[source].append(spelled(row))

    def remember_counts(
        self, found: Tallies
    ) -> tuple[list[tuple[Source, dict[Answer, Fraction]]], int]:
        """Check and remember the counts that are told; return those that are new, and how many."""
        fresh, count = [], 0
        told = [(group.source, [group], found.perspectives[group.id]) for group in self.groups] + [
            (source, self.opened.settings.of(source), found.sources[source]) for source in Source
        ]
        for source, groups, tally in told:
            if tally.status is not Status.SHOWN:
                assert (None, None) == (tally.n, tally.counts)
                continue
            people = self.of(groups)
            places = [now(item) for item in people]
            assert (len(people), tuple(places.count(place) for place in range(1, 6))) == tally[1:]
            count += 1
            row = {
                (item.respondent, str(now(item))): Fraction(1)
                for item in people
                if item.perspective not in KNOWN
            }
            self.exact[source].append(row)
            if row and row not in self.counted[source]:
                fresh.append((source, row))
                self.counted[source].append(row)
                # One of the places follows from the others: that one counts as nothing.
                self.everything[source] += [
                    {(person, f"{value}@{place}"): Fraction(1) for person, value in row}
                    for place in range(2, 6)
                ]
        return fresh, count

    def of(self, groups: Iterable[Perspective]) -> list[Response]:
        """Return the people of some groups who chose a place."""
        names = {group.id for group in groups}
        return [item for item in self.opened.responses if item.perspective in names and now(item)]


def now(response: Response) -> int | None:
    """Return the place someone chose for now."""
    answer = response.balances.get("lef")
    return answer.now if isinstance(answer, BalanceAnswer) else None


def spelled(row: Mapping[Answer, Fraction]) -> dict[Answer, Fraction]:
    """Return a mean as what it would weigh had each of these answers been any place."""
    return {
        (person, f"{value}@{place}"): weight * (place - 1)
        for (person, value), weight in row.items()
        for place in range(2, 6)
    }


def follows(row: Mapping[Answer, Fraction], others: Sequence[Mapping[Answer, Fraction]]) -> bool:
    """Whether a mean can be computed by adding and subtracting others."""
    answers = sorted({answer for each in (row, *others) for answer in each})
    columns = [[each.get(answer, Fraction(0)) for each in (*others, row)] for answer in answers]
    return any(solution[-1] for solution in null_space(columns, len(others) + 1))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_reports_tell_where_a_few_people_stand(batch: int) -> None:
    """Of random dossiers that grow: with every count, and every mean of groups and sides.

    No combination of counts and means rests on fewer than k people, and of counts alone on fewer
    than ten; no mean of fewer than ten of those who are counted is told before; no bound is undone.
    """
    told = 0
    for number in range(DOSSIERS):
        growing = Growing(Random(1000 * batch + number))  # noqa: S311 - repeatable
        for _ in range(2):
            told += growing.report()
            growing.grow()
        told += growing.report()
    assert told > DOSSIERS
