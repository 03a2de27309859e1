"""The last gate: no combination of published means isolates a handful of people."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.leaks import smallest_crowd, smallest_crowd_naively
from tests.reference import part
from zelfanalyse.analysis.audit import Gate, is_safe
from zelfanalyse.dossier.ledger import Record, Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.leaks import Answer


def cases(name: str) -> list[Any]:
    """Return the reference cases of one kind, each under its own name."""
    return [pytest.param(case, id=case["name"]) for case in part("disclosure.json", name)]


def mean(answers: Iterable[tuple[str, str]]) -> dict[Answer, Fraction]:
    """Return the plain mean of these answers, as weights."""
    given = list(answers)
    return {answer: Fraction(1, len(given)) for answer in given}


def safe(means: Iterable[Mapping[Answer, Fraction]], k: int) -> bool:
    """Return what the program says of these means."""
    rows = [{Record(*answer): weight for answer, weight in each.items()} for each in means]
    return is_safe(rows, k)


def allows(gate: Gate, answers: Mapping[str, str], subject: str = "x") -> bool:
    """Ask the gate about the plain mean of these answers, by person."""
    share = Fraction(1, len(answers))
    return gate.allows(subject, [(name, answer, share) for name, answer in answers.items()])


def same(people: Iterable[object], answer: str = "x") -> dict[str, str]:
    """Return one answer for all these people."""
    return dict.fromkeys(map(str, people), answer)


@pytest.mark.parametrize("case", cases("linear_audit"))
def test_one_report_agrees_with_the_reference(case: dict[str, Any]) -> None:
    """Means of different groups that together betray someone are unsafe."""
    means = [mean((name, "") for name in group) for group in case["published"]]
    assert case["expected_safe"] == safe(means, case["k"])


@pytest.mark.parametrize("case", cases("history_audit"))
def test_several_reports_agree_with_the_reference(case: dict[str, Any]) -> None:
    """A changed answer is another record of the same person."""
    means = [mean(map(tuple, published)) for published in case["published"]]
    assert case["expected_safe"] == safe(means, case["k"])


@pytest.mark.parametrize("case", cases("release"))
def test_a_new_report_agrees_with_the_reference(case: dict[str, Any]) -> None:
    """What was published before decides about what may be published now."""
    register = Register()
    gate = Gate(register, case["k"])
    assert [True] * len(case["prev"]) == [allows(gate, answers) for answers in case["prev"]]
    later = Gate(Register(register.salt, {"x": tuple(gate.new["x"])}), case["k"])
    assert case["expected_ok"] == allows(later, case["new"])


@pytest.mark.parametrize("seed", range(4))
def test_the_audit_agrees_with_trying_every_set_of_people(seed: int) -> None:
    """On small random cases it says what trying every crowd says, exactly."""
    random = Random(seed)  # noqa: S311 - a seed makes it repeatable
    outcomes = []
    for _ in range(60):
        k = random.randint(3, 5)
        people = [f"p{number}" for number in range(random.randint(3, 9))]
        means = [
            {
                (name, random.choice("xxxy")): Fraction(random.choice([1, 1, 1, 2]), 4)
                for name in random.sample(people, random.randint(2, len(people)))
            }
            for _ in range(random.randint(1, 4))
        ]
        naive = not smallest_crowd_naively(means, k)
        assert (naive, naive) == (safe(means, k), not smallest_crowd(means, k))
        outcomes.append(naive)
    assert {True, False} == set(outcomes)


@pytest.mark.parametrize("seed", range(4))
def test_the_audit_agrees_on_groups_that_grow(seed: int) -> None:
    """So it does on whole groups and totals, where more is safe."""
    random = Random(100 + seed)  # noqa: S311 - a seed makes it repeatable
    outcomes = []
    for _ in range(60):
        k = random.randint(2, 4)
        blocks = [
            [f"{letter}{number}" for number in range(random.randint(1, 4))] for letter in "abc"
        ]
        means = [
            mean(
                (name, random.choice("xxxxxy") if changing else "x")
                for block in random.sample(blocks, random.randint(1, 3))
                for name in block
            )
            for changing in random.choices([True, False], [1, 3], k=random.randint(1, 4))
        ]
        naive = not smallest_crowd_naively(means, k)
        assert (naive, naive) == (safe(means, k), not smallest_crowd(means, k))
        outcomes.append(naive)
    assert {True, False} == set(outcomes)


def test_asking_twice_is_allowed() -> None:
    """The same mean again tells nothing new, within a report and in the next."""
    register = Register()
    gate = Gate(register, 5)
    people = same(range(7))
    assert [True, True] == [allows(gate, people), allows(gate, people)]
    assert 1 == len(gate.new["x"])
    later = Gate(Register(register.salt, {"x": tuple(gate.new["x"])}), 5)
    assert allows(later, people)
    assert [] == later.new["x"]


def test_what_was_published_is_always_allowed_again() -> None:
    """Even when a stricter minimum would refuse it now: it is out already."""
    register = Register()
    gate = Gate(register, 3)
    assert allows(gate, same(range(3)))
    later = Gate(Register(register.salt, {"x": tuple(gate.new["x"])}), 5)
    assert allows(later, same(range(3)))
    assert not allows(later, same(range(4)))


def test_too_few_people_are_refused() -> None:
    """A mean of k − 1 people does not pass, one of k does, and one of nobody tells nothing."""
    gate = Gate(Register(), 5)
    assert not allows(gate, same(range(4)))
    assert allows(gate, same(range(5)))
    assert gate.allows("x", [])


def test_what_was_refused_does_not_count_as_published() -> None:
    """A refusal leaves the way open for others."""
    gate = Gate(Register(), 5)
    assert allows(gate, same(range(10)))
    assert not allows(gate, same(range(11)))
    assert allows(gate, same(range(15)))


def test_subjects_do_not_stand_in_each_others_way() -> None:
    """Ten people on one subject and eleven on another: no subtraction."""
    gate = Gate(Register(), 5)
    assert allows(gate, same(range(10)), "x")
    assert allows(gate, same(range(11)), "y")


def test_a_factor_and_its_statements_are_judged_together() -> None:
    """Two statements of ten people, and a factor that one person answered by half."""
    gate = Gate(Register(), 5)
    ten = [str(number) for number in range(10)]
    assert gate.allows("f", [(name, "s1=4", Fraction(1, 10)) for name in ten])
    assert gate.allows("f", [(name, "s2=4", Fraction(1, 9)) for name in ten[1:]])
    half = [(ten[0], "s1=4", Fraction(1, 10))]
    whole = [(name, item, Fraction(1, 20)) for name in ten[1:] for item in ("s1=4", "s2=4")]
    assert not gate.allows("f", half + whole)


def counts(gate: Gate, answers: Mapping[str, str], people: int = 10) -> bool:
    """Ask the gate whether it may be told how many of these people gave each answer."""
    row = [(name, answer, Fraction(1)) for name, answer in answers.items()]
    return gate.allows_counts("x", row, people)


@pytest.mark.parametrize(("few", "expected"), [(range(9), False), (range(10), True)])
def test_no_mean_of_a_few_stands_beside_the_counts_of_all(few: range, expected: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """A mean of nine among thirty who are counted tells much of the nine; one of ten may."""
    gate = Gate(Register(), 5)
    assert allows(gate, same(few))
    assert expected == counts(gate, same(range(30)))


def test_a_mean_of_others_is_in_no_ones_way() -> None:
    """Five people who are not among those who are counted."""
    gate = Gate(Register(), 5)
    assert allows(gate, same(range(5)))
    assert counts(gate, same(range(5, 20)))


def test_counts_are_judged_with_all_that_were_told_before() -> None:
    """The new counts leave ten others out, and five of the people of the earlier ones."""
    gate = Gate(Register(), 5)
    assert counts(gate, same(range(20)))
    assert not counts(gate, same(range(5, 30)))
    assert counts(gate, same(range(20)))


def test_counts_tell_a_sum_that_later_means_stand_beside() -> None:
    """A mean of these people and two others is refused, and so are counts of it after a mean."""
    gate = Gate(Register(), 5)
    assert counts(gate, same(range(20)))
    assert not allows(gate, same(range(22)))
    other = Gate(Register(), 5)
    assert allows(other, same(range(22)))
    assert not counts(other, same(range(20)))


def test_counts_do_not_undo_a_bound() -> None:
    """Who is counted is a group near an end, which is told as a bound only, and ten others."""
    gate = Gate(Register(), 5)
    near_an_end = [(name, "x", Fraction(1, 5)) for name in same(range(5))]
    gate.guard("x", near_an_end)
    assert allows(gate, same(range(5, 20)))
    assert not counts(gate, same(range(20)), 5)
    assert counts(gate, same(range(5, 20)), 5)
