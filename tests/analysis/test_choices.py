"""How many chose what: told of ten people and more, and never of fewer by subtraction."""

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
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    STAF,
    asked,
    dossier,
    person,
    reported,
)
from tests.leaks import smallest_crowd, smallest_crowd_naively
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import figures
from zelfanalyse.analysis.result import Kind
from zelfanalyse.analysis.told import Status, Tally
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Choice, Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.leaks import Answer
    from zelfanalyse.analysis.result import ChoiceResult, Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Missing, Response

    Chosen = tuple[str, ...] | Missing | None

SELF, EXTERNAL = Source.SELF, Source.EXTERNAL
A, B, C = ("a",), ("b",), ("c",)
OPTIONS = tuple(Option(id=name, text=f"Optie {name}") for name in "abc")


def choice(at_most: int = 1, audience: tuple[str, ...] = ()) -> Choice:
    """Return a choice from three."""
    return Choice(id="rol", text="Welke rol?", at_most=at_most, options=OPTIONS, audience=audience)


def asking(*items: Choice) -> Questionnaire:
    """Return a list with these choices; with one from three when none are given."""
    return asked().model_copy(update={"choices": items or (choice(),)})


def chooser(number: int, group: Perspective, chosen: Chosen, of: Questionnaire) -> Response:
    """Return someone who chose this."""
    choices = {} if chosen is None else {"rol": chosen}
    return person(number, group.id, of).model_copy(update={"choices": choices})


def opened(
    groups: Mapping[Perspective, Sequence[Chosen]], of: Questionnaire | None = None
) -> Dossier:
    """Return a dossier in which people chose this."""
    of = of or asking()
    everyone = [(group, chosen) for group, people in groups.items() for chosen in people]
    people = [chooser(number, *each, of) for number, each in enumerate(everyone)]
    return dossier(of, people, tuple(groups))


def only(result: Result) -> ChoiceResult:
    """Return the one choice of a result."""
    (found,) = result.choices
    return found


@pytest.mark.parametrize(
    ("people", "expected"),
    [(9, Tally(Status.SMALL)), (10, Tally(Status.SHOWN, 10, (7, 3, 0)))],
)
def test_ten_people_are_enough(people: int, expected: Tally) -> None:
    """Nine are not: of a group, and of its side."""
    found = only(analyse(opened({RAAD: [B] * 3 + [A] * (people - 3)})))
    assert (expected, expected) == (found.perspectives["raad"], found.sources[SELF])


def test_who_gave_no_option_is_not_counted() -> None:
    """Don't-know, not applicable and open are no choice: nine of twelve are too few."""
    rest: list[Chosen] = [DONT_KNOW, NOT_APPLICABLE, None]
    assert (
        Tally(Status.SHOWN, 10, (10, 0, 0))
        == only(analyse(opened({RAAD: [A] * 10 + rest}))).perspectives["raad"]
    )
    assert Status.SMALL is only(analyse(opened({RAAD: [A] * 9 + rest}))).sources[SELF].status


def test_more_than_one_option_counts_for_each() -> None:
    """The counts add up to more than the number of people."""
    of = asking(choice(at_most=2))
    found = only(analyse(opened({RAAD: [("a", "b")] * 6 + [("b",)] * 5}, of)))
    assert Tally(Status.SHOWN, 11, (6, 11, 0)) == found.perspectives["raad"]


def test_a_large_group_beside_a_small_one_is_protected() -> None:
    """The side is told; the group would give the small one away."""
    found = only(analyse(opened({RAAD: [A] * 12, STAF: [B] * 5})))
    assert Tally(Status.SHOWN, 17, (12, 5, 0)) == found.sources[SELF]
    assert [Status.PROTECTED, Status.SMALL] == [
        found.perspectives[name].status for name in ("raad", "staf")
    ]


def test_two_large_groups_are_told_with_their_side() -> None:
    """There is nothing left to subtract for."""
    found = only(analyse(opened({RAAD: [A] * 12, STAF: [B] * 10, PARTNERS: [C] * 10})))
    tallies = [*found.perspectives.values(), *found.sources.values()]
    assert {Status.SHOWN} == {item.status for item in tallies}


def test_people_on_the_record_are_told_and_protect_nobody() -> None:
    """Two directors always; nine others with them make no eleven."""
    found = only(analyse(opened({DIRECTIE: [A, B], RAAD: [A] * 9})))
    assert Tally(Status.SHOWN, 2, (1, 1, 0)) == found.perspectives["directie"]
    assert Tally(Status.SMALL) == found.sources[SELF]
    more = only(analyse(opened({DIRECTIE: [A, B], RAAD: [A] * 10})))
    assert Tally(Status.SHOWN, 12, (11, 1, 0)) == more.sources[SELF]


@pytest.mark.parametrize("chosen", [A, None])
def test_a_few_people_are_too_few_whether_or_not_they_chose(chosen: Chosen) -> None:
    """Also beside people on the record: the difference would tell who answered."""
    found = only(analyse(opened({RAAD: [chosen] * 4, DIRECTIE: [A]})))
    assert (Tally(Status.SMALL), Tally(Status.SMALL)) == (
        found.perspectives["raad"],
        found.sources[SELF],
    )


def test_many_people_who_chose_nothing_are_nobody() -> None:
    """There is nothing to count."""
    found = only(analyse(opened({RAAD: [None] * 12})))
    assert (Tally(Status.EMPTY), Tally(Status.EMPTY)) == (
        found.perspectives["raad"],
        found.sources[SELF],
    )


def test_who_is_not_asked_is_in_no_count() -> None:
    """Also not with an answer that lies in the file."""
    of = asking(choice(audience=("raad",)))
    found = only(analyse(opened({RAAD: [A] * 10, STAF: [B] * 10, PARTNERS: [C] * 10}, of)))
    assert Tally(Status.SHOWN, 10, (10, 0, 0)) == found.sources[SELF]
    assert {Status.NOT_ASKED} == {
        item.status for item in (found.perspectives["staf"], found.sources[EXTERNAL])
    }


@pytest.mark.parametrize(("count", "expected"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_newcomers_are_not_to_be_found(count: int, expected: Status) -> None:
    """Nine new people since the last report are the difference of two tallies."""
    first = opened({RAAD: [A] * 12})
    more = [chooser(500 + number, RAAD, B, first.questionnaire) for number in range(count)]
    later = analyse(reported(first, analyse(first), *more))
    assert (expected, expected) == (
        only(later).perspectives["raad"].status,
        only(later).sources[SELF].status,
    )
    assert (0 if expected is Status.SHOWN else 2) == later.withheld.get(Kind.CHOICE, 0)


def test_a_changed_choice_is_not_to_be_found() -> None:
    """One person thinks again: both tallies together would tell from what to what."""
    first = opened({RAAD: [A] * 12})
    again = chooser(3, RAAD, C, first.questionnaire)
    later = reported(first, analyse(first), again)
    assert Tally(Status.WITHHELD) == only(analyse(later)).sources[SELF]


def test_the_same_report_adds_nothing() -> None:
    """What was told may be told again."""
    first = opened({RAAD: [A] * 12, STAF: [B] * 10})
    before = analyse(first)
    again = analyse(reported(first, before))
    assert before.choices == again.choices
    assert not any(again.published.values())


def test_every_count_is_in_the_export() -> None:
    """A row per option, of groups and sides; without a value where there is none."""
    result = analyse(opened({RAAD: [A] * 7 + [B] * 5, PARTNERS: [C] * 3}))
    rows = [item for item in figures(result) if item.maat == "gekozen"]
    assert [
        ("rol/a", "zelf", "raad", 7.0, 12, "getoond"),
        ("rol/b", "zelf", "raad", 5.0, 12, "getoond"),
        ("rol/c", "zelf", "raad", 0.0, 12, "getoond"),
        ("rol/a", "extern", "partners", None, None, "te weinig antwoorden"),
    ] == [
        (item.id, item.bron, item.perspectief, item.waarde, item.n, item.status)
        for item in rows[:4]
    ]
    assert {"keuze"} == {item.niveau for item in rows}
    assert 12 == len(rows)


# --- many dossiers ---

GROUPS = (RAAD, STAF, COLLEGE, DIRECTIE, PARTNERS, INWONERS, ADVISEUR)
BATCHES, DOSSIERS = 6, 30


class Growing:
    """A random dossier that grows, and everything that its tallies told."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.of = asking(choice(at_most=random.choice([1, 2])))
        self.groups = tuple(random.sample(GROUPS, random.randint(1, 5)))
        people = [
            self.one(100 * GROUPS.index(group) + number, group)
            for group in self.groups
            for number in range(random.choice([0, 1, 3, 5, 8, 9, 10, 11, 14, 20]))
        ]
        self.opened = dossier(self.of, people, self.groups, random.choice([3, 5, 12]))
        self.told: dict[Source, list[dict[Answer, Fraction]]] = defaultdict(list)

    def one(self, number: int, group: Perspective) -> Response:
        """Return someone who chooses something, or not."""
        pool: list[Chosen] = [A, A, B, C, A, B, DONT_KNOW, None]
        if self.of.choices[0].at_most > 1:
            pool += [("a", "b"), ("b", "a"), ("b", "c")]
        return chooser(number, group, self.random.choice(pool), self.of)

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
        """Make a report, check what it counts, and whom all reports together tell of."""
        result = analyse(self.opened)
        self.opened = reported(self.opened, result)
        found = only(result)
        need = self.opened.settings.method.spread_people
        sides = {source: self.opened.settings.of(source) for source in Source}
        told = [(group.source, [group], found.perspectives[group.id]) for group in self.groups] + [
            (source, list(groups), found.sources[source]) for source, groups in sides.items()
        ]
        for source, groups, tally in told:
            if tally.status is not Status.SHOWN:
                assert (None, None) == (tally.n, tally.counts)
                continue
            people = self.of_groups(groups)
            assert (len(people), self.counted(people)) == (tally.n, tally.counts)
            row = {
                (item.respondent, "/".join(sorted(self.chose(item)))): Fraction(1)
                for item in people
                if item.perspective not in {"directie", "adviseur"}
            }
            if row and row not in self.told[source]:
                self.told[source].append(row)
        for source, rows in self.told.items():
            crowd = smallest_crowd(rows, need)
            assert set() == crowd, f"{source} tells of {crowd} (of fewer than {need})"
        return sum(tally.status is Status.SHOWN for *_, tally in told)

    def of_groups(self, groups: Iterable[Perspective]) -> list[Response]:
        """Return the people of some groups who chose something."""
        names = {group.id for group in groups}
        return [
            item for item in self.opened.responses if item.perspective in names and self.chose(item)
        ]

    @staticmethod
    def chose(each: Response) -> tuple[str, ...]:
        """Return what someone chose."""
        given = each.choices.get("rol")
        return given if isinstance(given, tuple) else ()

    def counted(self, people: Iterable[Response]) -> tuple[int, ...]:
        """Return how many of these people chose each option."""
        given = [self.chose(item) for item in people]
        return tuple(sum(option in each for each in given) for option in "abc")


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_reports_tell_what_a_few_people_chose(batch: int) -> None:
    """Of random dossiers that grow, no combination of tallies rests on fewer than ten people."""
    told = 0
    for number in range(DOSSIERS):
        growing = Growing(Random(1000 * batch + number))  # noqa: S311 - repeatable
        for _ in range(2):
            told += growing.report()
            growing.grow()
        told += growing.report()
    assert told > DOSSIERS


def test_one_count_tells_of_nobody_whom_the_others_do_not() -> None:
    """Counts per option are as safe as the crowd they rest on, though they add up to it.

    Every count as a row of its own, over who chose which option, with what everyone knows: that
    each person chose exactly one. By trying every crowd.
    """
    random = Random(7)  # noqa: S311 - repeatable
    for _ in range(30):
        names = [f"p{number}" for number in range(6)]
        crowds = [random.sample(names, random.randint(2, 6)) for _ in range(2)]
        whole = [{(name, "x"): Fraction(1) for name in crowd} for crowd in crowds]
        # Of three options one follows from the others, so its column is left out.
        counts = [
            {(name, option): Fraction(1) for name in crowd} for crowd in crowds for option in "ab"
        ]
        assert len(smallest_crowd_naively(whole, 7)) == len(smallest_crowd_naively(counts, 7))
