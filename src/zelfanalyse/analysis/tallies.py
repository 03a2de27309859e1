"""How many people of a side gave each answer, of groups and sides that are large enough."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.asked import unasked
from zelfanalyse.analysis.disclosure import Shown, suppress
from zelfanalyse.analysis.subject import people
from zelfanalyse.analysis.told import Status, Tallies, Tally
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from zelfanalyse.analysis.audit import Weight
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.response.model import Response

    Passes = Callable[[Source, Sequence[Weight]], bool]

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: of the question ``name`` how many people gave each of the ``answers``.

    ``passes`` asks the gate, with everyone of some groups who gave an answer. No tally is told
    together with those of the ``narrow`` groups: too few people, of whom a mean is told.
    """

    name: str
    answers: tuple[str, ...]
    given_by: Callable[[Response], tuple[str, ...]]
    passes: Passes
    narrow: frozenset[str] = frozenset()


def tallies(dossier: Dossier, counted: Counted) -> Tallies:
    """Return how many gave each answer, as far as that may be told.

    A tally tells more than a mean, so it needs as many people as a figure about spread. The sides
    come before the groups within them.
    """
    sides = [_Side.of(dossier, counted, source) for source in Source]
    sources = {side.source: side.total() for side in sides}
    groups = {name: side.group(name) for side in sides for name in side.given}
    return Tallies({item.id: groups[item.id] for item in dossier.settings.perspectives}, sources)


@dataclass(frozen=True, slots=True)
class _Side:
    """The groups of one source that were asked something, with what everyone answered.

    ``given`` has the answers of each respondent of a group, nothing for who gave none; ``known``
    are the groups on the record. ``need`` is how many people a tally rests on at least.
    """

    counted: Counted
    source: Source
    given: Mapping[str, Mapping[str, tuple[str, ...]]]
    known: Collection[str]
    skipped: Collection[str]
    need: int

    @classmethod
    def of(cls, dossier: Dossier, counted: Counted, source: Source) -> _Side:
        """Return one side of a question."""
        group = dossier.settings.of(source)
        skipped = unasked(dossier, {counted.name})
        given = {
            item.id: {
                response.respondent: counted.given_by(response)
                for response in people(dossier, item)
                if item.id not in skipped
            }
            for item in group
        }
        known = {item.id for item in group if item.on_record}
        return cls(counted, source, given, known, skipped, dossier.settings.method.spread_people)

    def total(self) -> Tally:
        """Return the tally of the whole side, or why there is none.

        Fewer people than needed are too few whether or not they answered: the difference would
        tell.
        """
        if self.given and self.given.keys() <= set(self.skipped):
            return Tally(Status.NOT_ASKED)
        unknown = sum(len(self.given[name]) for name in self.given.keys() - set(self.known))
        if 0 < unknown < self.need:
            return Tally(Status.SMALL)
        if not any(self._answers(name) for name in self.given):
            return Tally(Status.EMPTY)
        if self._is_narrow:
            return Tally(Status.PROTECTED)
        if not self._shown().total:
            return Tally(Status.SMALL)
        return self._tally(self.given)

    def group(self, name: str) -> Tally:
        """Return the tally of one group, or why there is none."""
        if name in self.skipped:
            return Tally(Status.NOT_ASKED)
        count, asked = len(self._answers(name)), len(self.given[name])
        if name in self._shown().groups:
            return self._tally([name])
        if not asked or (count == 0 and (name in self.known or asked >= self.need)):
            return Tally(Status.EMPTY)
        return Tally(Status.SMALL if count < self.need else Status.PROTECTED)

    @property
    def _is_narrow(self) -> bool:
        return not self.counted.narrow.isdisjoint(self.given)

    def _answers(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return what people of a group answered who gave any answer, by respondent."""
        return {person: given for person, given in self.given[name].items() if given}

    def _shown(self) -> Shown:
        """Return which tallies are of enough people, and do not give away others by subtraction.

        Without a total there is nothing to subtract them from.
        """
        sizes = {name: len(self._answers(name)) for name in self.given}
        if self._is_narrow:
            large = {name for name, size in sizes.items() if size >= self.need}
            told = {name for name in self.known if sizes[name]}
            return Shown(frozenset(large | told), total=False)
        return suppress(sizes, self.known, self.need)

    def _tally(self, names: Collection[str]) -> Tally:
        """Return the tally of some groups, if the gate lets it through.

        A row has everyone who gave an answer once, with all that they gave: each of the counts
        is a sum over the same people, so that what goes for the one goes for the others.
        """
        row = [
            (person, ", ".join(sorted(given)), ONE)
            for name in names
            if name not in self.known
            for person, given in self._answers(name).items()
        ]
        if not self.counted.passes(self.source, row):
            return Tally(Status.WITHHELD)
        given = [answers for name in names for answers in self._answers(name).values()]
        counts = tuple(sum(answer in each for each in given) for answer in self.counted.answers)
        return Tally(Status.SHOWN, len(given), counts)
