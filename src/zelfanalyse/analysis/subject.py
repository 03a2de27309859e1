"""Something that people score, with what everyone said on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse.analysis.asked import as_each_knows, unasked
from zelfanalyse.analysis.scoring import Reply, counted, factor_reply, statement_reply, valid

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective, Source
    from zelfanalyse.questionnaire.model import Factor
    from zelfanalyse.questionnaire.questions import Statement
    from zelfanalyse.response.model import Response

    Group = Mapping[str, Reply]  # what each respondent of a perspective says, by code


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

    A perspective that was asked one statement of a factor has that answer for its score: the
    factor and the statement are ``twins`` there. Its score on the factor is as blunt, and what is
    told of the one counts as told of the other, whose aspect stands here by perspective.
    """

    name: str
    low: int
    high: int
    groups: Mapping[str, Group]
    blunt: bool = False
    item: str = ""  # which of the subjects of this name it is, where there are several
    question: str = ""  # whose 'weet niet' it counts, where another subject counts the same
    unasked: frozenset[str] = frozenset()  # the perspectives that do not get it
    twins: Mapping[str, str] = field(default_factory=dict)

    @property
    def aspect(self) -> str:
        """The name that no other subject has."""
        return f"{self.name}/{self.item}" if self.item else self.name

    def aspects(self, perspectives: Collection[str]) -> tuple[str, ...]:
        """Return this aspect, and that of the twin where these are one perspective that has it."""
        twins = {
            self.twins[name]
            for name in perspectives
            if len(perspectives) == 1 and name in self.twins
        }
        return (self.aspect, *sorted(twins - {self.aspect}))

    def is_blunt(self, perspectives: Iterable[str]) -> bool:
        """Whether the mean of these perspectives is, or may be, one of whole answers."""
        return self.blunt or any(name in self.twins for name in perspectives)

    def counts(self, source: Source) -> str:
        """Return under which name the gate judges counts of 'weet niet' and 'n.v.t.'."""
        return f"aantallen/{self.question or self.name}/{source.value}"

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
        question: str = "",
        unasked: frozenset[str] = frozenset(),
    ) -> Subject:
        """Return the subject with what every respondent of the dossier says on it."""
        groups = {
            item.id: {response.respondent: reply_of(response) for response in people(dossier, item)}
            for item in dossier.settings.perspectives
        }
        return cls(name, low, high, groups, blunt, item, question, unasked)

    @classmethod
    def of_factor(cls, dossier: Dossier, factor: Factor) -> Subject:
        """Return a factor; with one statement that counts it is that statement, and as blunt."""
        scale, method = dossier.questionnaire.points, dossier.settings.method
        only = [item.id for item in counted(factor, method)]
        known = as_each_knows(dossier, factor)

        def reply_of(response: Response) -> Reply:
            return factor_reply(known[response.perspective or ""], response, scale, method)

        subject = cls.ask(
            dossier,
            f"factor/{factor.id}",
            reply_of,
            scale.first,
            scale.last,
            blunt=len(only) == 1,
            item=only[0] if len(only) == 1 else "",
            unasked=frozenset(name for name, each in known.items() if not each.statements),
        )
        single = _single(dossier, factor)
        twins = {name: f"{subject.name}/{statement}" for name, statement in single.items()}
        return replace(subject, twins=twins)

    @classmethod
    def of_statement(cls, dossier: Dossier, factor: Factor, statement: Statement) -> Subject:
        """Return one statement of a factor."""
        scale = dossier.questionnaire.points
        subject = cls.ask(
            dossier,
            f"factor/{factor.id}",
            partial(statement_reply, statement, scale=scale),
            scale.first,
            scale.last,
            blunt=True,
            item=statement.id,
            unasked=unasked(dossier, {statement.id}),
        )
        single = _single(dossier, factor)
        twins = {name: subject.name for name, only in single.items() if only == statement.id}
        return replace(subject, twins=twins)

    def values(self, perspective: str) -> list[Fraction]:
        """Return the valid values of one perspective."""
        return valid(self.groups[perspective].values())

    def values_row(self, perspectives: Iterable[str]) -> list[tuple[str, str, Fraction]]:
        """Return everyone of these who has a value, once: what a sum of squares rests on."""
        return [
            (respondent, str(reply.value), Fraction(1))
            for name in perspectives
            for respondent, reply in self.groups[name].items()
            if reply.value is not None
        ]

    def counts_row(self, perspectives: Iterable[str]) -> list[tuple[str, str, Fraction]]:
        """Return every question to everyone of these, once: what a count rests on."""
        return [
            (respondent, state, Fraction(1))
            for name in perspectives
            for respondent, reply in self.groups[name].items()
            for state in reply.states
        ]


def _single(dossier: Dossier, factor: Factor) -> dict[str, str]:
    """Return the perspectives of a short form with one statement that counts, and which one."""
    method = dossier.settings.method
    found = {}
    for name, known in as_each_knows(dossier, factor).items():
        statements = counted(known, method)
        if known is not factor and len(statements) == 1:
            found[name] = statements[0].id
    return found
