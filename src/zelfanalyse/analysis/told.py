"""One figure about some people: told exactly, told as a bound, or only why it is not told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from zelfanalyse.analysis.agreement import AgreementWord
    from zelfanalyse.analysis.interval import Interval
    from zelfanalyse.analysis.reliability import Estimate
    from zelfanalyse.analysis.scoring import Band
    from zelfanalyse.dossier.model import Source


class Status(Enum):
    """Whether a figure is shown, and if not, why."""

    SHOWN = "getoond"
    BOUNDED = "begrensd"
    EMPTY = "geen antwoorden"
    SMALL = "te weinig antwoorden"
    PROTECTED = "afgeschermd"
    WITHHELD = "achtergehouden"
    UNDEFINED = "niet te bepalen"
    NOT_ASKED = "niet gevraagd"


TOLD = frozenset({Status.SHOWN, Status.BOUNDED})  # a figure is printed, exact or as a bound


class End(Enum):
    """An end of a scale."""

    LOW = "laag"
    HIGH = "hoog"


@dataclass(frozen=True, slots=True)
class Score:
    """A mean with the number of people behind it; nothing but the status when not shown.

    A ``BOUNDED`` score is so near an ``end`` of the scale that it would tell what everyone said:
    its value is half a step from that end, and the true mean lies between the two. It has a band
    only where all of that is one band. The two counts are absent where the gate refused them.
    """

    status: Status
    value: Fraction | None = None
    percent: Fraction | None = None
    n: int | None = None
    dont_know: int | None = None
    not_applicable: int | None = None
    band: Band | None = None
    end: End | None = None

    @property
    def is_told(self) -> bool:
        """Whether the report prints a figure for this score."""
        return self.status in TOLD


class Measure(NamedTuple):
    """One subject scored by every perspective and both sources."""

    perspectives: Mapping[str, Score]
    sources: Mapping[Source, Score]


@dataclass(frozen=True, slots=True)
class Spread:
    """How much one group agrees: a word for enough people, figures for more.

    ``status`` is about the figures, ``several`` about the two of several items: they rest on the
    statements of a factor. ``may_be_chance`` says that rwg is below what random answering reaches
    once in twenty times.
    """

    status: Status
    word: AgreementWord | None = None
    may_be_chance: bool = False
    sd: float | None = None
    ad: Fraction | None = None
    rwg: Fraction | None = None
    awg: Fraction | None = None
    rwg_star_j: Fraction | None = None
    rwg_j: Fraction | None = None
    several: Status = Status.SMALL
    counts: tuple[int, ...] | None = None  # of a statement: how many gave each answer, recoded


class Certainty(Enum):
    """How sure a notable gap is."""

    CLEAR = "duidelijk"
    HINT = "aanwijzing"
    TOO_FEW = "te weinig beoordelaars"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a gap; ``status`` is about the interval and g."""

    certainty: Certainty | None
    status: Status
    own_n: int
    external_n: int
    interval: Interval | None = None
    hedges_g: float | None = None


class Coefficient(NamedTuple):
    """A coefficient of a factor with its interval; only the status when not told."""

    status: Status
    estimate: Estimate | None = None


class Tally(NamedTuple):
    """How many people gave each answer, in the order of the list; only the status if not told.

    ``n`` are the people who gave any. Where more than one may be given the counts add up to more.
    """

    status: Status
    n: int | None = None
    counts: tuple[int, ...] | None = None


class Tallies(NamedTuple):
    """How many people of every perspective and of both sources gave each answer."""

    perspectives: Mapping[str, Tally]
    sources: Mapping[Source, Tally]
