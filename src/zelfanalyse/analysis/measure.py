"""One subject scored for every perspective and both sources, with what must be hidden, hidden."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.bounds import end_near, end_within_reach
from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.analysis.scoring import HALF, band, mean, percentage, valid
from zelfanalyse.analysis.told import End, Measure, Score, Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zelfanalyse.analysis.audit import Gate, Weight
    from zelfanalyse.analysis.disclosure import Shown
    from zelfanalyse.analysis.subject import Group, Subject
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Method


def thin(dossier: Dossier, subjects: Iterable[Subject]) -> set[str]:
    """Return the perspectives with too few answers to one of these, such as the statements.

    They get no figure for any of them: the rest could be subtracted from the factor.
    """
    k = dossier.settings.method.minimum_group
    asked = list(subjects)
    return {
        perspective.id
        for perspective in dossier.settings.perspectives
        if not perspective.on_record
        and any(
            len(subject.values(perspective.id)) < k
            for subject in asked
            if perspective.id not in subject.unasked
        )
    }


def measure(
    dossier: Dossier,
    gate: Gate,
    subject: Subject,
    barred: Collection[str] = (),
    sources: Mapping[Source, Score] | None = None,
) -> Measure:
    """Return the scores on a subject that may be shown.

    A perspective's score is the plain mean of its people. A source's score is the plain mean of
    its perspectives, so that each has one voice, or of its people where the setting says so.
    A ``barred`` perspective is not shown. What passes ``suppress`` must pass the gate as well,
    the totals first: they matter most. ``sources`` are these totals, where they were asked before.
    """
    if sources is None:
        guard(dossier, gate, [subject])
        sources = totals(dossier, gate, subject, barred)
    perspectives: dict[str, Score] = {}
    for source in Source:
        side, shown = _Side.of(dossier, gate, subject, source, barred)
        perspectives |= {name: side.perspective(name, shown) for name in side.groups}
    return Measure(perspectives, sources)


def guard(dossier: Dossier, gate: Gate, subjects: Iterable[Subject]) -> None:
    """Let the gate know which means are near an end, before any figure that could give them away.

    Those of every group and of the whole side, shown or not.
    """
    for subject in subjects:
        for source in Source:
            side, _ = _Side.of(dossier, gate, subject, source, ())
            for weights in (*side.each(), side.together()):
                if side.end(weights) is not None:
                    gate.guard(side.name, side.row(weights))


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
    has_bands: bool

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
        group = dossier.settings.of(source)
        known = {item.id for item in group if item.on_record}
        groups = {item.id: subject.groups[item.id] for item in group}
        sizes = {item.id: len(subject.values(item.id)) for item in group}
        method = dossier.settings.method
        shown = suppress(sizes, known, method.minimum_group, barred)
        has_bands = dossier.questionnaire.has_bands
        return cls(subject, source, groups, known, method, gate, has_bands), shown

    def perspective(self, name: str, shown: Shown) -> Score:
        """Return the score of one perspective, or why it is not shown."""
        group = self.groups[name]
        values = self.subject.values(name)
        if name in self.subject.unasked:
            return Score(Status.NOT_ASKED)
        if name not in shown.groups:
            return self._hidden(group)
        return self._score({name: Fraction(1, len(values))}, {name: group})

    def total(self, shown: Shown) -> Score:
        """Return the score of the whole source, or why it is not shown."""
        if self.groups and self.groups.keys() <= self.subject.unasked:
            return Score(Status.NOT_ASKED)
        weights = self.together()
        if not weights:
            return Score(Status.EMPTY)
        if not shown.total:
            return Score(Status.SMALL)
        exact = [
            self.row(each)
            for each in self.each()
            if each.keys() <= shown.groups and self.end(each) is None
        ]
        return self._score(weights, self._counted(), exact)

    @property
    def name(self) -> str:
        """Under which name the gate judges the means of this side."""
        return f"{self.subject.name}/{self.source.value}"

    def each(self) -> list[Mapping[str, Fraction]]:
        """Return for every group with values how much a person weighs in its own mean."""
        counts = {name: len(self.subject.values(name)) for name in self.groups}
        return [{name: Fraction(1, count)} for name, count in counts.items() if count]

    def together(self) -> Mapping[str, Fraction]:
        """Return how much a person of each group with values weighs in the mean of the side."""
        counts = {name: len(self.subject.values(name)) for name in self.groups}
        counts = {name: count for name, count in counts.items() if count}
        everyone = sum(counts.values())
        per_person = self.method.voice == "persoon"
        return {
            name: Fraction(1, everyone if per_person else len(counts) * count)
            for name, count in counts.items()
        }

    def mean(self, weights: Mapping[str, Fraction]) -> Fraction:
        """Return the mean with these weights for the people of each group."""
        sums = (weight * sum(self.subject.values(name)) for name, weight in weights.items())
        return sum(sums, Fraction(0))

    def end(self, weights: Mapping[str, Fraction]) -> End | None:
        """Return the end that a mean is too near to be printed as a figure.

        Seen without people on the record, since anyone can subtract these.
        """
        protected = {name: share for name, share in weights.items() if name not in self.known}
        if not protected or not self.subject.is_blunt(protected):
            return None
        counts = {name: len(self.subject.values(name)) for name in protected}
        whole = sum((share * counts[name] for name, share in protected.items()), Fraction(0))
        value = self.mean(protected) / whole
        return end_near(value, sum(counts.values()), self.subject.low, self.subject.high)

    def _common_end(self, weights: Mapping[str, Fraction]) -> End | None:
        """Return the end that the mean of each of these groups is within half a step of."""
        ends = {
            end_within_reach(mean(self.subject.values(name)), self.subject.low, self.subject.high)
            for name in weights
        }
        return ends.pop() if len(ends) == 1 else None

    def row(self, weights: Mapping[str, Fraction]) -> list[Weight]:
        """Return the weight of every answer of a protected respondent in a mean."""
        return [
            (respondent, answer, weight * share)
            for name, weight in weights.items()
            if name not in self.known
            for respondent, reply in self.groups[name].items()
            if reply.value is not None
            for answer, share in reply.records
        ]

    def _counted(self) -> Mapping[str, Group]:
        """Return the groups whose 'weet niet' and 'n.v.t.' are told with the total.

        A handful of people without any score is left out: nobody protects them there.
        """
        return {
            name: group
            for name, group in self.groups.items()
            if self.subject.values(name) or len(group) >= self.method.minimum_group
        }

    def _counts_pass(self, groups: Iterable[str]) -> bool:
        """Ask the gate about the counts of these groups: they can be subtracted like means."""
        protected = [name for name in groups if name not in self.known]
        row = self.subject.counts_row(protected)
        return self.gate.allows(self.subject.counts(self.source), row)

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

    def _score(
        self,
        weights: Mapping[str, Fraction],
        groups: Mapping[str, Group],
        beside: Sequence[Sequence[Weight]] = (),
    ) -> Score:
        """Return a mean as a figure, or else as a bound, or else that the gate refused it.

        ``groups`` are those whose 'weet niet' and 'n.v.t.' are told with it, ``beside`` the means
        that will be told after it.
        """
        low, high, value = self.subject.low, self.subject.high, self.mean(weights)
        row, end = self.row(weights), self.end(weights)
        earlier = self.subject.blunt
        if row and (weights.keys() & self.known or end is None):
            # What is made of bounds, and of what people on the record say, may be one itself.
            blunt = self.gate.is_blunt(self.name, row, earlier=earlier)
            end = self._common_end(weights) if blunt else None
        if not self.gate.allows(self.name, row, exact=end is None, beside=beside, earlier=earlier):
            return Score(Status.WITHHELD)
        replies = [reply for group in groups.values() for reply in group.values()]
        counts = self._counts_pass(groups)
        bands = {band(value, low, high, self.method)}
        if end is not None:
            value, last = (high - HALF, high) if end is End.HIGH else (low + HALF, low)
            bands = {band(Fraction(each), low, high, self.method) for each in (value, last)}
        return Score(
            Status.SHOWN if end is None else Status.BOUNDED,
            value,
            percent=percentage(value, low, high),
            n=len(valid(replies)),
            dont_know=sum(reply.dont_know for reply in replies) if counts else None,
            not_applicable=sum(reply.not_applicable for reply in replies) if counts else None,
            band=bands.pop() if self.has_bands and len(bands) == 1 else None,
            end=end,
        )
