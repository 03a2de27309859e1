"""Everything that may be shown of a dossier; a renderer needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.scoring import Band
    from zelfanalyse.dossier.model import Perspective, Settings, Source
    from zelfanalyse.questionnaire.model import (
        Balance,
        Cluster,
        Factor,
        Mark,
        OpenQuestion,
        Questionnaire,
        Statement,
    )


class Status(Enum):
    """Whether a figure is shown, and if not, why."""

    SHOWN = "getoond"
    EMPTY = "geen antwoorden"
    SMALL = "te weinig antwoorden"
    PROTECTED = "weggelaten, anders is een kleine groep af te leiden"


@dataclass(frozen=True, slots=True)
class Score:
    """A mean with the number of people behind it; nothing but the status when not shown."""

    status: Status
    value: Fraction | None = None
    n: int | None = None
    dont_know: int | None = None
    not_applicable: int | None = None
    band: Band | None = None


class Measure(NamedTuple):
    """One subject scored by every perspective and both sources."""

    perspectives: Mapping[str, Score]
    sources: Mapping[Source, Score]


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


@dataclass(frozen=True, slots=True)
class ClusterResult:
    """A cluster with its factors; its score is the plain mean of theirs, if all are shown."""

    cluster: Cluster
    factors: tuple[FactorResult, ...]
    sources: Mapping[Source, Score]


class BalanceResult(NamedTuple):
    """Where the partnership stands between two poles, and where it should."""

    balance: Balance
    now: Measure
    wanted: Measure


class MarkResult(NamedTuple):
    """A school mark from both sides."""

    mark: Mark
    measure: Measure


class OpenResult(NamedTuple):
    """The answers to an open question, per source, in no order that tells who gave them."""

    question: OpenQuestion
    answers: Mapping[Source, tuple[str, ...]]


class Participation(NamedTuple):
    """How many people of a perspective answered."""

    perspective: Perspective
    people: int


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

    @property
    def factors(self) -> tuple[FactorResult, ...]:
        """Every factor, in the fixed order of the clusters."""
        return tuple(factor for cluster in self.clusters for factor in cluster.factors)
