"""Two figures that the method leans on, by simulation: ``python bench/simulation.py``.

(a) How often a gap of half a point arises by chance. Three raters a side, no true difference.
    A rater's score is the mean of answers drawn evenly from 1 to 5. With a factor of three
    statements this gives the 46 % of the method; four statements and single answers stand beside.

(b) How often a threshold alone leaks. A random case is one side of one question: two to five
    groups of 0 to 12 people, a minimum of five, one report. A threshold alone publishes every
    group of at least the minimum, and the total when it has at least the minimum. A case leaks
    when total minus some of the shown groups leaves one to four people. The same cases go through
    the program's own rules: suppression, and then the audit of all that is left.
"""

# ruff: noqa: INP001, T201 - a plain script that prints
from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.dossier.ledger import Register

TRIES, CASES, K = 200_000, 20_000, 5


def chance_gaps(random: Random, items: int) -> float:
    """Return how often two sides of three random raters differ by half a point or more."""
    hits = 0
    for _ in range(TRIES):
        sums = [sum(random.choices(range(1, 6), k=3 * items)) for _ in range(2)]
        hits += 2 * abs(sums[0] - sums[1]) >= 3 * items
    return hits / TRIES


def leaks(sizes: dict[str, int], shown: set[str], *, total: bool) -> bool:
    """Whether some of the shown groups can be subtracted to leave a handful of people."""
    if any(0 < sizes[name] < K for name in shown):
        return True
    everyone = sum(sizes.values())
    return total and any(
        0 < everyone - sum(sizes[name] for name in taken) < K
        for count in range(len(shown) + 1)
        for taken in combinations(shown, count)
    )


def by_our_rules(sizes: dict[str, int]) -> tuple[set[str], bool]:
    """Return the groups that the program shows, and whether it shows the total."""
    shown, total = suppress(sizes, (), K)
    gate = Gate(Register("salt"), K)
    people = {name: [f"{name}{i}" for i in range(size)] for name, size in sizes.items()}
    filled = [name for name, size in sizes.items() if size]
    weights = [
        (person, "x", Fraction(1, len(filled) * sizes[name]))
        for name in filled
        for person in people[name]
    ]
    told = total and gate.allows("x", weights)
    groups = {
        name
        for name in shown
        if gate.allows("x", [(person, "x", Fraction(1, sizes[name])) for person in people[name]])
    }
    return groups, told


def main() -> None:
    """Print both figures."""
    for items in (3, 4, 1):
        share = chance_gaps(Random(1), items)  # noqa: S311 - a seed makes it repeatable
        print(f"|gap| >= 0.5 by chance, 3 against 3, mean of {items} answer(s): {share:.1%}")
    random = Random(2)  # noqa: S311 - a seed makes it repeatable
    naive = ours = 0
    for _ in range(CASES):
        sizes = {f"g{number}": random.randint(0, 12) for number in range(random.randint(2, 5))}
        large = {name for name, size in sizes.items() if size >= K}
        naive += leaks(sizes, large, total=sum(sizes.values()) >= K)
        groups, total = by_our_rules(sizes)
        ours += leaks(sizes, groups, total=total)
    print(f"A threshold alone leaks in {naive} of {CASES} random cases.")
    print(f"The rules of this program leak in {ours} of {CASES}.")


if __name__ == "__main__":
    main()
