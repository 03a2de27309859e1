"""Whether published means betray anyone: by other roads than the program takes.

A published mean is a mapping of (person, answer) to its weight.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

Answer: TypeAlias = tuple[str, str]
Published: TypeAlias = "Mapping[Answer, Fraction]"

PRIME = 2**61 - 1  # arithmetic modulo a large prime is exact but for one case in 10^17


def smallest_crowd(means: Sequence[Published], k: int) -> set[str]:
    """Return some people, fewer than ``k``, on whom a combination of means rests; or nobody.

    People whose answers always weigh the same cannot be told apart, so whole such groups are
    tried. Weights are numbers modulo a prime.
    """
    columns = _columns(means)
    alike: dict[frozenset[tuple[int, ...]], set[str]] = defaultdict(set)
    for person, own in columns.items():
        alike[frozenset(own.values())].add(person)
    small = [people for people in alike.values() if len(people) < k]
    for people in _unions(small, k):
        outside = {
            column
            for person, own in columns.items()
            if person not in people
            for column in own.values()
        }
        inside = [column for person in people for column in columns[person].values()]
        if _isolates(len(means), outside, inside):
            return people
    return set()


def smallest_crowd_naively(means: Sequence[Published], k: int) -> set[str]:
    """Return the same, by trying every set of fewer than ``k`` people with exact fractions."""
    everyone = sorted({person for mean in means for person, _ in mean})
    answers = sorted({answer for mean in means for answer in mean})
    for size in range(1, k):
        for crowd in combinations(everyone, size):
            others = [
                [mean.get(answer, Fraction(0)) for mean in means]
                for answer in answers
                if answer[0] not in crowd
            ]
            for weights in null_space(others, len(means)):
                found = [
                    sum(
                        weight * mean.get(answer, Fraction(0))
                        for weight, mean in zip(weights, means, strict=True)
                    )
                    for answer in answers
                ]
                if any(found):
                    return set(crowd)
    return set()


def lightest_crowd(means: Sequence[Published]) -> set[str]:
    """Return the fewest people on whom a combination of means rests that is not nothing.

    Of few means of many people. A combination that rests on as few people as can be vanishes on
    columns of one rank less than the whole, or it could be made to vanish on one more; so every
    choice of that many columns is tried, with exact fractions.
    """
    answers = sorted({answer for mean in means for answer in mean})
    rows = [[mean.get(answer, Fraction(0)) for answer in answers] for mean in means]
    kept: list[list[Fraction]] = []
    for row in rows:  # a row that the others make up tells nothing new
        columns = [list(column) for column in zip(*kept, row, strict=True)]
        if not null_space(columns, len(kept) + 1):
            kept.append(row)
    if not kept:
        return set()
    columns = [list(column) for column in zip(*kept, strict=True)]
    different = [list(column) for column in sorted({tuple(column) for column in columns})]
    lightest = {person for person, _ in answers}
    for chosen in combinations(different, len(kept) - 1):
        solutions = null_space(chosen, len(kept))
        if len(solutions) != 1:
            continue
        found = {
            person
            for (person, _), column in zip(answers, columns, strict=True)
            if sum(weight * value for weight, value in zip(solutions[0], column, strict=True))
        }
        lightest = min(lightest, found, key=len)
    return lightest


def null_space(equations: Sequence[Sequence[Fraction]], unknowns: int) -> list[list[Fraction]]:
    """Return independent solutions of equations that are all to be 0, by reducing them fully."""
    rows = [list(row) for row in equations]
    pivots: list[int] = []
    for column in range(unknowns):
        at = next((i for i in range(len(pivots), len(rows)) if rows[i][column]), None)
        if at is None:
            continue
        top = len(pivots)
        rows[top], rows[at] = rows[at], rows[top]
        rows[top] = [value / rows[top][column] for value in rows[top]]
        for i, row in enumerate(rows):
            if i != top and row[column]:
                factor = row[column]
                rows[i] = [a - factor * b for a, b in zip(row, rows[top], strict=True)]
        pivots.append(column)
    solutions = []
    for free in sorted(set(range(unknowns)) - set(pivots)):
        solution = [Fraction(0)] * unknowns
        solution[free] = Fraction(1)
        for row, pivot in zip(rows, pivots, strict=False):
            solution[pivot] = -row[free]
        solutions.append(solution)
    return solutions


def _columns(means: Sequence[Published]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return by person and answer the weight in every mean, modulo the prime."""
    known: dict[Fraction, int] = {}
    columns: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for index, mean in enumerate(means):
        for (person, answer), weight in mean.items():
            if weight not in known:
                known[weight] = weight.numerator * pow(weight.denominator, -1, PRIME) % PRIME
            column = columns[person].setdefault(answer, [0] * len(means))
            column[index] = known[weight]
    return {
        person: {answer: tuple(column) for answer, column in own.items()}
        for person, own in columns.items()
    }


def _unions(groups: Sequence[set[str]], k: int) -> Iterator[set[str]]:
    """Yield every union of groups with fewer than ``k`` people."""
    unions: list[set[str]] = [set()]
    for group in groups:
        grown = [union | group for union in unions if len(union | group) < k]
        yield from grown
        unions += grown


def _isolates(
    means: int, outside: Collection[tuple[int, ...]], inside: Sequence[tuple[int, ...]]
) -> bool:
    """Whether some combination vanishes on everyone outside and not inside.

    Keeps a basis of the combinations that vanish so far, and cuts it by one column at a time.
    """
    basis = [[int(i == j) for j in range(means)] for i in range(means)]
    for column in outside:
        at = [sum(a * b for a, b in zip(one, column, strict=True)) % PRIME for one in basis]
        pivot = next((i for i, value in enumerate(at) if value), None)
        if pivot is None:
            continue
        inverse = pow(at[pivot], -1, PRIME)
        basis = [
            [(a - value * inverse * b) % PRIME for a, b in zip(basis[i], basis[pivot], strict=True)]
            for i, value in enumerate(at)
            if i != pivot
        ]
    return any(
        sum(a * b for a, b in zip(one, column, strict=True)) % PRIME
        for one in basis
        for column in inside
    )
