"""Three figures that the method leans on, by simulation: ``python bench/simulation.py``.

(a) How often a gap of half a point arises by chance. Three raters a side, no true difference.
    A rater's score is the mean of answers drawn evenly from 1 to 5. With a factor of three
    statements this gives the 46 % of the method; four statements and single answers stand beside.

(b) How often a threshold alone leaks. A random case is one side of one question: two to five
    groups of 0 to 12 people, a minimum of five, one report. A threshold alone publishes every
    group of at least the minimum, and the total when it has at least the minimum. A case leaks
    when total minus some of the shown groups leaves one to four people. The same cases go through
    the program's own rules: suppression, and then the audit of all that is left.

(c) What the mean of a few tells beside the counts of all. Six people of a side of eighteen choose a
    place on a balance: whole numbers about the middle. A place is certain when at least one of the
    six chose it, whatever the six are that have this mean; all six are known when only one set of
    six places has it. With the mean alone, and with how many of the eighteen chose each place.
"""

# ruff: noqa: INP001, T201 - a plain script that prints
from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from random import Random

from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.dossier.ledger import Register

TRIES, CASES, K = 200_000, 20_000, 5
SIDES, FEW, SIDE = 2_000, 6, 18


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


def beside_counts(random: Random, steps: int, spread: float) -> list[float]:
    """Return how often a place is certain, without and with the counts; and all six places."""
    sets = [Counter(places) for places in combinations_with_replacement(range(1, steps + 1), FEW)]
    found = [0, 0, 0, 0]
    for _ in range(SIDES):
        drawn = [round(random.gauss((1 + steps) / 2, spread)) for _ in range(SIDE)]
        side = [min(steps, max(1, place)) for place in drawn]
        alone = [each for each in sets if sum(each.elements()) == sum(side[:FEW])]
        beside = [each for each in alone if each <= Counter(side)]
        for at, possible in enumerate((alone, beside)):
            found[at] += bool(set.intersection(*map(set, possible)))
            found[2 + at] += len(possible) == 1
    return [count / SIDES for count in found]


def main() -> None:
    """Print all three."""
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
    for steps in (5, 7):
        for spread in (0.8, 1.2):
            shares = beside_counts(Random(3), steps, spread)  # noqa: S311 - repeatable
            one, one_beside, all_, all_beside = (f"{share:.1%}" for share in shares)
            print(
                f"{steps} places, spread {spread}: a place of {FEW} of {SIDE} is certain in {one}, "
                f"with the counts in {one_beside}; all {FEW} in {all_} and {all_beside}"
            )


if __name__ == "__main__":
    main()
