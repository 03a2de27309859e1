"""The last gate: no combination of published means may isolate a handful of people.

A published mean is a row of weights over the records it is made of. Whatever can be computed
from the means is a combination of their rows, so the exact question is whether some combination
has weights on fewer than ``k`` people. People on the record stand in no row: their own figures
are shown, so anyone can subtract them.

A mean that is printed as a bound must stay one: no combination of exact means may give it, or a
combination of such means.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from zelfanalyse.dossier.ledger import Register, Row

Column: TypeAlias = tuple[int, ...]  # the weight of one record in each of the rows
Weight: TypeAlias = "tuple[str, str, Fraction]"  # a respondent, an answer and what it weighs

BOUNDS = "grens/"  # before a subject: which of its rows were printed as a bound
COUNTS = "verdeling/"  # before a subject: of which of its rows each answer was counted

# Ranks are taken modulo this prime, which is much faster than with fractions. They differ from
# the true ranks only if it divides a determinant of these small fractions: for a prime of 61 bits
# about once in 10^17.
PRIME = 2**61 - 1

MAX_CROWDS = 500  # beyond this a figure is withheld untried: better too careful than too slow


class Gate:
    """Lets a figure through or not, given all that went through before it."""

    def __init__(self, register: Register, k: int) -> None:
        self._register = register
        self._k = k
        self._blunt: dict[str, list[Row]] = defaultdict(list)
        self.new: dict[str, list[Row]] = defaultdict(list)

    def guard(self, subject: str, weights: Iterable[Weight]) -> None:
        """Keep a mean that is too near an end of its scale from following out of others.

        Whether or not it is shown itself. To be said before the first mean of the ``subject``.
        """
        if (row := self._row(subject, weights)) and row not in self._blunt[subject]:
            self._blunt[subject].append(row)

    def allows(
        self,
        subject: str,
        weights: Iterable[Weight],
        *,
        exact: bool = True,
        beside: Iterable[Sequence[Weight]] = (),
        earlier: bool = True,
    ) -> bool:
        """Return whether a mean may be published; when it may, it counts as published.

        ``weights`` has the respondent, the answer and its weight in the mean, for every answer of
        a protected respondent. Means that share a ``subject`` are judged together. One that is
        not ``exact`` is printed as a bound. ``beside`` are exact means that are still to come:
        what would give away a bound together with those gives way to them. Bounds of ``earlier``
        reports count too, but not for a mean of several answers that may stand beside them.
        """
        row = self._row(subject, weights)
        known, bounds = self._published(subject), self._published(f"{BOUNDS}{subject}")
        if not row or (row in known and (row not in bounds or not exact)):
            return True
        if exact:
            told = [item for item in known if item not in bounds]
            blunt = self._bounds(subject, earlier=earlier)
            for other in (self._row(subject, item) for item in beside):
                if not gives_away(other, told, blunt):
                    told.append(other)
            if gives_away(row, told, blunt):
                return False
        if not is_safe([*known, row], self._k):
            return False
        if row not in known:
            self.new[subject].append(row)
        if not exact:
            self.new[f"{BOUNDS}{subject}"].append(row)
        return True

    def allows_counts(self, subject: str, weights: Iterable[Weight], people: int) -> bool:
        """Return whether it may be told how many of these people gave each answer.

        Such counts tell the sum of the answers too, which is judged and kept as a mean of the
        ``subject``. And beside the counts a mean of a few of these people tells much of what the
        few said, so of the people who are counted together no combination of means may rest on
        fewer than ``people``; not even for who knows what all others said.
        """
        row = self._row(subject, weights)
        counted = self._published(f"{COUNTS}{subject}")
        if not row or row in counted:
            return True
        told = [*self._published(subject), row]
        if not all(is_safe(_among(each, told), people) for each in (*counted, row)):
            return False
        if not self.allows(subject, weights):
            return False
        self.new[f"{COUNTS}{subject}"].append(row)
        return True

    def is_blunt(self, subject: str, weights: Iterable[Weight], *, earlier: bool = True) -> bool:
        """Whether a mean is made of nothing but means that are to be no more than bounds."""
        blunt = self._bounds(subject, earlier=earlier)
        return _rank([*blunt, self._row(subject, weights)]) == _rank(blunt)

    def _bounds(self, subject: str, *, earlier: bool) -> list[Row]:
        """Return the means that are to be no more than bounds, now or since an earlier report."""
        before = self._published(f"{BOUNDS}{subject}") if earlier else []
        return [*before, *self._blunt[subject]]

    def _row(self, subject: str, weights: Iterable[Weight]) -> Row:
        return {
            self._register.record(respondent, subject, answer): weight
            for respondent, answer, weight in weights
        }

    def _published(self, subject: str) -> list[Row]:
        return [*self._register.rows.get(subject, ()), *self.new.get(subject, ())]


def _among(crowd: Row, rows: Sequence[Row]) -> list[Row]:
    """Return of each row what rests on the people of a crowd."""
    people = {record.person for record in crowd}
    return [
        {record: weight for record, weight in row.items() if record.person in people}
        for row in rows
    ]


def gives_away(row: Row, exact: Sequence[Row], blunt: Sequence[Row]) -> bool:
    """Whether one more exact mean would tell something of means that are to be no more than bounds.

    It does when it follows from the ``exact`` ones and the ``blunt`` ones together, and not from
    the exact ones alone: then, the other way round, a combination of the blunt ones follows.
    """
    if not blunt or _rank([*exact, row]) == _rank(exact):
        return False
    return _rank([*exact, *blunt, row]) == _rank([*exact, *blunt])


def is_safe(rows: Sequence[Row], k: int) -> bool:
    """Whether no linear combination of the rows rests on 1 to k − 1 people.

    A yes is always right. A no is, but for one case: where more than ``MAX_CROWDS`` small crowds
    would have to be tried the answer is no without trying.

    A combination vanishes outside a crowd when it vanishes on every column that someone outside
    the crowd has; so a crowd is safe when those columns still have the full rank.
    """
    owners = _owners(rows)
    if _has_spare_bases(owners, k):
        return True
    small = [people for people in _classes(owners) if len(people) < k]
    crowds = list(islice(_crowds(small, k), MAX_CROWDS + 1))
    if len(crowds) > MAX_CROWDS:
        return False
    fragile = set().union(*small)
    firm = Echelon(column for column, people in owners.items() if not people <= fragile)
    # What the firm columns do not span is all that the small crowds can decide about.
    rest: dict[Column, set[str]] = defaultdict(set)
    for column, people in owners.items():
        if people <= fragile and any(remainder := firm.reduced(column)):
            rest[remainder] |= people
    needed = Echelon(rest).rank
    return all(
        Echelon((column for column, people in rest.items() if not people <= crowd), needed).rank
        == needed
        for crowd in crowds
    )


def _rank(rows: Sequence[Row]) -> int:
    """Return how many of these rows do not follow from the others."""
    return Echelon(_owners(rows)).rank


def _has_spare_bases(owners: Mapping[Column, set[str]], k: int) -> bool:
    """Whether k sets of different people each have columns of the full rank.

    Then any crowd of fewer than k people misses one of the sets, and that one keeps the rank. It
    is enough for safety, quick to find, and there in nearly every ordinary report.
    """
    full = Echelon(owners).rank
    free = {column: set(people) for column, people in owners.items()}
    place = {person: n for n, person in enumerate(_by_columns(owners))}
    for _ in range(k):
        base = Echelon(())
        used: set[str] = set()
        for column, people in free.items():
            if base.rank == full:
                break
            # Someone who is in this set already may give it another column.
            person = min(people & used or people, key=place.__getitem__, default=None)
            if person is not None and base.add(column):
                used.add(person)
        if base.rank < full:
            return False
        free = {column: people - used for column, people in free.items()}
    return True


def _owners(rows: Sequence[Row]) -> dict[Column, set[str]]:
    """Return the people behind each different column: their weights in all the rows.

    In the order of the columns, so that nothing depends on the salt or on the order of a set.
    """
    small = [{record: _modulo(weight) for record, weight in row.items()} for row in rows]
    owners: dict[Column, set[str]] = defaultdict(set)
    for record in {record for row in rows for record in row}:
        owners[tuple(row.get(record, 0) for row in small)].add(record.person)
    return dict(sorted(owners.items()))


def _by_columns(owners: Mapping[Column, set[str]]) -> list[str]:
    """Return everyone, ordered by their columns; who has the same ones cannot be told apart."""
    columns: dict[str, list[int]] = defaultdict(list)
    for number, people in enumerate(owners.values()):
        for person in people:
            columns[person].append(number)
    return sorted(columns, key=lambda person: (columns[person], person))


def _modulo(weight: Fraction) -> int:
    return weight.numerator * pow(weight.denominator, -1, PRIME) % PRIME


def _classes(owners: Mapping[Column, set[str]]) -> list[set[str]]:
    """Return the people in classes with the same weights everywhere.

    They are inseparable: a combination rests on all of a class or on none of it.
    """
    columns: dict[str, list[Column]] = defaultdict(list)
    for column, people in owners.items():
        for person in people:
            columns[person].append(column)
    classes: dict[tuple[Column, ...], set[str]] = defaultdict(set)
    for person, own in columns.items():
        classes[tuple(sorted(own))].add(person)
    return list(classes.values())


def _crowds(small: Sequence[set[str]], k: int) -> Iterator[set[str]]:
    """Yield every set of fewer than ``k`` people made of whole small classes."""
    for count in range(1, k):
        for chosen in combinations(small, count):
            crowd = set().union(*chosen)
            if len(crowd) < k:
                yield crowd


class Echelon:
    """The span of some columns, by elimination modulo the prime."""

    def __init__(self, columns: Iterable[Column], enough: int | None = None) -> None:
        self._base: list[tuple[int, Column]] = []
        for column in columns:
            if self.rank == enough:
                break
            self.add(column)

    @property
    def rank(self) -> int:
        """The number of independent columns."""
        return len(self._base)

    def add(self, column: Column) -> bool:
        """Take a column into the span; return whether it was not in it yet."""
        left = self.reduced(column)
        pivot = next((index for index, value in enumerate(left) if value), None)
        if pivot is None:
            return False
        inverse = pow(left[pivot], -1, PRIME)
        self._base.append((pivot, tuple(value * inverse % PRIME for value in left)))
        return True

    def reduced(self, column: Column) -> Column:
        """Return what is left of a column after taking away what the others span."""
        for pivot, base in self._base:
            if factor := column[pivot]:
                pairs = zip(column, base, strict=True)
                column = tuple((value - factor * other) % PRIME for value, other in pairs)
        return column
