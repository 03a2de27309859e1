"""One subject scored for every perspective and both sources, with what must be hidden, hidden."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.analysis.result import Measure, Score, Status
from zelfanalyse.analysis.scoring import Reply, band, mean, percentage, valid
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.disclosure import Shown
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Method, Perspective
    from zelfanalyse.response.model import Response

    Group = Mapping[str, Reply]  # what each respondent of a perspective says, by code

BLUNT_BELOW = 10  # from this many people a mean near an end of the scale tells nobody's answer


def people(dossier: Dossier, perspective: Perspective) -> tuple[Response, ...]:
    """Return the responses of one perspective."""
    return tuple(item for item in dossier.responses if item.perspective == perspective.id)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that people score: a factor, a statement, a mark, an end of a balance.

    Subjects of one ``name`` are judged together by the gate: a factor and its statements are.
    ``groups`` has what everyone said, by perspective. ``low`` and ``high`` are the ends of its
    values. With ``blunt`` a mean within one answer of an end is printed as a bound: the mean of
    whole answers near an end tells every one of them.
    """

    name: str
    low: int
    high: int
    groups: Mapping[str, Group]
    blunt: bool = False
    item: str = ""  # which of the subjects of this name it is, where there are several

    @property
    def aspect(self) -> str:
        """The name that no other subject has."""
        return f"{self.name}/{self.item}" if self.item else self.name

    @classmethod
    def ask(  # noqa: PLR0913 - a subject is its name, its ends and who says what
        cls,
        dossier: Dossier,
        name: str,
        reply_of: Callable[[Response], Reply],
        low: int,
        high: int,
        *,
        blunt: bool = False,
        item: str = "",
    ) -> Subject:
        """Return the subject with what every respondent of the dossier says on it."""
        groups = {
            item.id: {response.respondent: reply_of(response) for response in people(dossier, item)}
            for item in dossier.settings.perspectives
        }
        return cls(name, low, high, groups, blunt, item)

    def values(self, perspective: str) -> list[Fraction]:
        """Return the valid values of one perspective."""
        return valid(self.groups[perspective].values())


def measure(
    dossier: Dossier, gate: Gate, subject: Subject, barred: Collection[str] = ()
) -> Measure:
    """Return the scores on a subject that may be shown.

    A perspective's score is the plain mean of its people. A source's score is the plain mean of
    its perspectives, so that each has one voice, or of its people where the setting says so.
    A ``barred`` perspective is not shown. What passes ``suppress`` must pass the gate as well,
    the totals first: they matter most.
    """
    sources = totals(dossier, gate, subject, barred)
    perspectives: dict[str, Score] = {}
    for source in Source:
        side, shown = _Side.of(dossier, gate, subject, source, barred)
        perspectives |= {name: side.perspective(name, shown) for name in side.groups}
    return Measure(perspectives, sources)


def totals(
    dossier: Dossier, gate: Gate, subject: Subject, barred: Collection[str] = ()
) -> dict[Source, Score]:
    """Return the scores of both sources, and let the gate know that they are published."""
    sides = {source: _Side.of(dossier, gate, subject, source, barred) for source in Source}
    return {source: side.total(shown) for source, (side, shown) in sides.items()}


@dataclass(frozen=True, slots=True)
class _Side:
    """The perspectives of one source, with one subject to score."""

    subject: Subject
    source: Source
    groups: Mapping[str, Group]
    known: set[str]
    method: Method
    gate: Gate

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        gate: Gate,
        subject: Subject,
        source: Source,
        barred: Collection[str],
    ) -> tuple[_Side, Shown]:
        """Return one side of a subject, and what of it ``suppress`` lets through."""
        group = [item for item in dossier.settings.perspectives if item.source is source]
        known = {item.id for item in group if item.on_record}
        groups = {item.id: subject.groups[item.id] for item in group}
        sizes = {item.id: len(subject.values(item.id)) for item in group}
        method = dossier.settings.method
        shown = suppress(sizes, known, method.minimum_group, barred)
        return cls(subject, source, groups, known, method, gate), shown

    def perspective(self, name: str, shown: Shown) -> Score:
        """Return the score of one perspective, or why it is not shown."""
        group = self.groups[name]
        values = self.subject.values(name)
        if name not in shown.groups:
            return self._hidden(group)
        weights = {name: Fraction(1, len(values))}
        if not self._passes(weights):
            return Score(Status.WITHHELD)
        return self._score(mean(values), {name: group}, protected=name not in self.known)

    def total(self, shown: Shown) -> Score:
        """Return the score of the whole source, or why it is not shown."""
        scored = {name: self.subject.values(name) for name in self.groups}
        scored = {name: values for name, values in scored.items() if values}
        if not scored:
            return Score(Status.EMPTY)
        if not shown.total:
            return Score(Status.SMALL)
        everyone = sum(len(values) for values in scored.values())
        per_person = self.method.voice == "persoon"
        weights = {
            name: Fraction(1, everyone if per_person else len(scored) * len(values))
            for name, values in scored.items()
        }
        if not self._passes(weights):
            return Score(Status.WITHHELD)
        value = sum((weights[name] * sum(values) for name, values in scored.items()), Fraction(0))
        return self._score(value, self._counted(), protected=bool(scored.keys() - self.known))

    def _counted(self) -> Mapping[str, Group]:
        """Return the groups whose 'weet niet' and 'n.v.t.' are told with the total.

        A handful of people without any score is left out: nobody protects them there.
        """
        return {
            name: group
            for name, group in self.groups.items()
            if self.subject.values(name) or len(group) >= self.method.minimum_group
        }

    def _counts_pass(self, groups: Mapping[str, Group]) -> bool:
        """Ask the gate about the counts of these groups: they can be subtracted like means."""
        protected = (
            (respondent, f"{reply.dont_know}/{reply.not_applicable}", Fraction(1))
            for name, group in groups.items()
            if name not in self.known
            for respondent, reply in group.items()
        )
        name = f"aantallen/{self.subject.aspect}/{self.source.value}"
        return self.gate.allows(name, protected)

    def _hidden(self, group: Group) -> Score:
        """Return a score that says no more than why it is not shown.

        A group of fewer than ``k`` people is small whether or not they answered: the difference
        would tell who did.
        """
        count = len(valid(group.values()))
        if not group or (count == 0 and len(group) >= self.method.minimum_group):
            return Score(Status.EMPTY)
        small = count < self.method.minimum_group
        return Score(Status.SMALL if small else Status.PROTECTED)

    def _passes(self, weights: Mapping[str, Fraction]) -> bool:
        """Ask the gate about a mean with these weights for the people of each perspective."""
        protected = (
            (respondent, answer, weight * share)
            for name, weight in weights.items()
            if name not in self.known
            for respondent, reply in self.groups[name].items()
            if reply.value is not None
            for answer, share in reply.records
        )
        return self.gate.allows(f"{self.subject.name}/{self.source.value}", protected)

    def _score(
        self, value: Fraction | None, groups: Mapping[str, Group], *, protected: bool
    ) -> Score:
        if value is None:
            return Score(Status.EMPTY)
        replies = [reply for group in groups.values() for reply in group.values()]
        counts = self._counts_pass(groups)
        low, high = self.subject.low, self.subject.high
        n = len(valid(replies))
        status = Status.SHOWN
        if self.subject.blunt and protected and n < BLUNT_BELOW:
            half = Fraction(1, 2)
            if (high - value) * n <= 1:
                status, value = Status.BOUNDED, high - half
            elif (value - low) * n <= 1:
                status, value = Status.BOUNDED, low + half
        return Score(
            status,
            value,
            percent=percentage(value, low, high),
            n=n,
            dont_know=sum(reply.dont_know for reply in replies) if counts else None,
            not_applicable=sum(reply.not_applicable for reply in replies) if counts else None,
            band=band(value, low, high, self.method),
        )
