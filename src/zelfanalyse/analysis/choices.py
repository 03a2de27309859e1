"""How many people chose each option, of groups and sides that are large enough for that."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.asked import unasked
from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.analysis.measure import people
from zelfanalyse.analysis.result import ChoiceResult, Status, Tally
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.disclosure import Shown
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Choice

ONE = Fraction(1)


def choices(dossier: Dossier, gate: Gate) -> Iterator[ChoiceResult]:
    """Yield every choice with how many chose what, as far as that may be told.

    A tally tells more than a mean, so it needs as many people as a figure about spread, and its
    ``gate`` is the one for those: from two tallies follows that of who is in only one of them. The
    sides come before the groups within them.
    """
    for choice in dossier.questionnaire.choices:
        sides = [_Side.of(dossier, gate, choice, source) for source in Source]
        sources = {side.source: side.total() for side in sides}
        groups = {name: side.group(name) for side in sides for name in side.chosen}
        in_order = {item.id: groups[item.id] for item in dossier.settings.perspectives}
        yield ChoiceResult(choice, in_order, sources)


@dataclass(frozen=True, slots=True)
class _Side:
    """The groups of one source that were asked a choice, with what everyone chose.

    ``chosen`` has what each respondent of a group chose, nothing for who gave no option; ``known``
    are the groups on the record. ``need`` is how many people a tally rests on at least.
    """

    choice: Choice
    source: Source
    chosen: Mapping[str, Mapping[str, tuple[str, ...]]]
    known: Collection[str]
    skipped: Collection[str]
    need: int
    gate: Gate

    @classmethod
    def of(cls, dossier: Dossier, gate: Gate, choice: Choice, source: Source) -> _Side:
        """Return one side of a choice."""
        group = dossier.settings.of(source)
        skipped = unasked(dossier, {choice.id})
        chosen = {
            item.id: {
                response.respondent: answer if isinstance(answer, tuple) else ()
                for response in people(dossier, item)
                for answer in (response.choices.get(choice.id),)
                if item.id not in skipped
            }
            for item in group
        }
        known = {item.id for item in group if item.on_record}
        return cls(
            choice, source, chosen, known, skipped, dossier.settings.method.spread_people, gate
        )

    def total(self) -> Tally:
        """Return the tally of the whole side, or why there is none.

        Fewer people than needed are too few whether or not they chose: the difference would tell.
        """
        if self.chosen and self.chosen.keys() <= set(self.skipped):
            return Tally(Status.NOT_ASKED)
        unknown = sum(len(self.chosen[name]) for name in self.chosen.keys() - set(self.known))
        if 0 < unknown < self.need:
            return Tally(Status.SMALL)
        if not any(self._answers(name) for name in self.chosen):
            return Tally(Status.EMPTY)
        if not self._shown().total:
            return Tally(Status.SMALL)
        return self._tally(self.chosen)

    def group(self, name: str) -> Tally:
        """Return the tally of one group, or why there is none."""
        if name in self.skipped:
            return Tally(Status.NOT_ASKED)
        count, asked = len(self._answers(name)), len(self.chosen[name])
        if name in self._shown().groups:
            return self._tally([name])
        if not asked or (count == 0 and (name in self.known or asked >= self.need)):
            return Tally(Status.EMPTY)
        return Tally(Status.SMALL if count < self.need else Status.PROTECTED)

    def _answers(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return what people of a group chose who chose anything, by respondent."""
        return {person: given for person, given in self.chosen[name].items() if given}

    def _shown(self) -> Shown:
        sizes = {name: len(self._answers(name)) for name in self.chosen}
        return suppress(sizes, self.known, self.need)

    def _tally(self, names: Collection[str]) -> Tally:
        """Return the tally of some groups, if the gate lets it through.

        A row has everyone who chose something once, with all that they chose: each of the counts
        is a sum over the same people, so that what goes for the one goes for the others.
        """
        row = [
            (person, ", ".join(sorted(given)), ONE)
            for name in names
            if name not in self.known
            for person, given in self._answers(name).items()
        ]
        if not self.gate.allows(f"keuze/{self.choice.id}/{self.source.value}", row):
            return Tally(Status.WITHHELD)
        given = [answer for name in names for answer in self._answers(name).values()]
        counts = tuple(sum(option.id in each for each in given) for option in self.choice.options)
        return Tally(Status.SHOWN, len(given), counts)
