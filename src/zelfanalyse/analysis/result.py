"""Everything that may be shown of a dossier; a renderer needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.told import Status, Tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from fractions import Fraction

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.mirror import Mirror
    from zelfanalyse.analysis.sides import SideScore
    from zelfanalyse.analysis.told import Coefficient, Evidence, Measure, Score, Spread, Tally
    from zelfanalyse.dossier.ledger import Row
    from zelfanalyse.dossier.model import Perspective, Settings, Source
    from zelfanalyse.questionnaire.model import Cluster, Factor, Questionnaire
    from zelfanalyse.questionnaire.questions import (
        Balance,
        Choice,
        Mark,
        OpenQuestion,
        Question,
        Statement,
    )


@dataclass(frozen=True, slots=True)
class StatementResult:
    """All that may be shown of one statement."""

    statement: Statement
    measure: Measure
    gap: Gap | None
    evidence: Evidence | None
    spread: Mapping[str, Spread]


class Visibility(Enum):
    """How much of a subject a group could see, from its share of 'weet niet'."""

    NOT_VISIBLE = "niet zichtbaar"
    GAP_IN_KNOWLEDGE = "kennislacune"


class Unseen(NamedTuple):
    """A factor that a perspective often answered with 'weet niet'."""

    factor: Factor
    perspective: Perspective
    share: Fraction
    visibility: Visibility


class Divided(NamedTuple):
    """Statements on which one perspective stands at both ends of the scale."""

    factor: Factor
    perspective: Perspective
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class FactorResult:
    """All that may be shown of one factor."""

    factor: Factor
    measure: Measure
    gap: Gap | None
    comments: Mapping[Source, tuple[str, ...]]
    evidence: Evidence | None = None
    spread: Mapping[str, Spread] = field(default_factory=dict)
    statements: tuple[StatementResult, ...] = ()
    coefficients: Mapping[str, Coefficient] = field(default_factory=dict)

    def tells_of(self, perspective: Perspective, people: int) -> bool:
        """Whether a perspective has a told score, of so many people, on all it was asked here."""
        scores = [item.measure.perspectives[perspective.id] for item in self.statements]
        asked = [score for score in scores if score.status is not Status.NOT_ASKED]
        told = [score for score in asked if score.is_told and (score.n or 0) >= people]
        return asked == told != []


@dataclass(frozen=True, slots=True)
class ClusterResult:
    """A cluster with its factors; its score is the plain mean of theirs, if all are shown."""

    cluster: Cluster
    factors: tuple[FactorResult, ...]
    sources: Mapping[Source, Score]
    gap: Gap | None = None


class BalanceResult(NamedTuple):
    """Where the partnership stands between two poles, and where it should.

    ``places_now`` and ``places_wanted`` are how many people chose each place.
    """

    balance: Balance
    now: Measure
    wanted: Measure
    places_now: Tallies
    places_wanted: Tallies


class MarkResult(NamedTuple):
    """A school mark from both sides."""

    mark: Mark
    measure: Measure


class ChoiceResult(NamedTuple):
    """A choice with how many people of every perspective and of both sources chose what."""

    choice: Choice
    perspectives: Mapping[str, Tally]
    sources: Mapping[Source, Tally]


class OpenResult(NamedTuple):
    """The answers to an open question, per source, in no order that tells who gave them."""

    question: OpenQuestion
    answers: Mapping[Source, tuple[str, ...]]


class Remarks(NamedTuple):
    """The comments on a question that is no statement, per source."""

    question: Question
    comments: Mapping[Source, tuple[str, ...]]


class WordsWithheld(NamedTuple):
    """A question whose words are not shown of some sides: too few people were asked there."""

    question: Question
    sources: tuple[Source, ...]


class Prediction(NamedTuple):
    """What a group thought outsiders would say on a core statement, and what they said."""

    statement: Statement
    perspective: Perspective
    predicted: Score
    said: Score


class Kind(Enum):
    """The kinds of figures that the gate can keep back."""

    FACTOR = "factor"
    STATEMENT = "stelling"
    MARK = "cijfer"
    BALANCE = "balans"
    PREDICTION = "voorspelling"
    MIRROR = "spiegel"
    COUNTS = "aantallen"
    SHARE = "aandeel"
    SPREAD = "spreiding"
    CHOICE = "keuze"
    PLACES = "verdeling"


class Participation(NamedTuple):
    """How many people of a perspective answered.

    A response of a group counts as one; ``groups`` has how many people each of these speaks for,
    ``recorded`` how many responses the adviser wrote down.
    """

    perspective: Perspective
    people: int
    groups: tuple[int, ...] = ()
    recorded: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """Every figure and text of a dossier that may be shown, after disclosure control."""

    settings: Settings
    questionnaire: Questionnaire
    participation: tuple[Participation, ...]
    clusters: tuple[ClusterResult, ...]
    divided: tuple[Divided, ...]
    unseen: tuple[Unseen, ...]
    balances: tuple[BalanceResult, ...]
    marks: tuple[MarkResult, ...]
    open_answers: tuple[OpenResult, ...]
    comments_withheld: tuple[Source, ...]
    remarks: tuple[Remarks, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    mirror: Mirror | None = None
    published: Mapping[str, Sequence[Row]] = field(default_factory=dict, compare=False)
    unseen_withheld: int = 0  # shares of 'weet niet' that the gate kept back, notable or not
    words_withheld: tuple[WordsWithheld, ...] = ()
    choices: tuple[ChoiceResult, ...] = ()
    as_of: datetime | None = None  # when the last of the responses was handed in

    @property
    def factors(self) -> tuple[FactorResult, ...]:
        """Every factor, in the fixed order of the clusters."""
        return tuple(factor for cluster in self.clusters for factor in cluster.factors)

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the perspectives with people on the record; their figures are in no row."""
        return tuple(
            item.perspective.id
            for item in self.participation
            if item.people and item.perspective.on_record
        )

    @property
    def withheld(self) -> Mapping[Kind, int]:
        """How many figures the gate kept back, of every kind of which it kept any."""
        items = [item for factor in self.factors for item in factor.statements]
        both: list[FactorResult | StatementResult] = [*self.factors, *items]
        balances = [measure for item in self.balances for measure in (item.now, item.wanted)]
        scores: dict[Kind, list[Score] | list[SideScore]] = {
            Kind.FACTOR: _scores(item.measure for item in self.factors),
            Kind.STATEMENT: _scores(item.measure for item in items),
            Kind.MARK: _scores(item.measure for item in self.marks),
            Kind.BALANCE: _scores(balances),
            Kind.PREDICTION: [item.predicted for item in self.predictions],
            Kind.MIRROR: [] if self.mirror is None else self.mirror.scores,
        }
        everything = [score for found in scores.values() for score in found]
        spreads: list[Spread | Evidence | Coefficient] = [
            *(found for each in both for found in each.spread.values()),
            *(each.evidence for each in both if each.evidence is not None),
            *(found for each in self.factors for found in each.coefficients.values()),
        ]
        counts = {
            kind: sum(score.status is Status.WITHHELD for score in found)
            for kind, found in scores.items()
        }
        counts[Kind.COUNTS] = sum(item.is_told and item.dont_know is None for item in everything)
        counts[Kind.SHARE] = self.unseen_withheld
        counts[Kind.SPREAD] = sum(item.status is Status.WITHHELD for item in spreads)
        counts[Kind.CHOICE] = _refused(
            Tallies(item.perspectives, item.sources) for item in self.choices
        )
        counts[Kind.PLACES] = _refused(
            places for item in self.balances for places in (item.places_now, item.places_wanted)
        )
        return {kind: count for kind, count in counts.items() if count}


def _scores(measures: Iterable[Measure]) -> list[Score]:
    return [
        score
        for measure in measures
        for score in (*measure.perspectives.values(), *measure.sources.values())
    ]


def _refused(found: Iterable[Tallies | ChoiceResult]) -> int:
    """Return how many tallies the gate kept back."""
    tallies = [
        tally for each in found for tally in (*each.perspectives.values(), *each.sources.values())
    ]
    return sum(tally.status is Status.WITHHELD for tally in tallies)
