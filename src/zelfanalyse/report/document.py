"""The blocks a report is made of. Every format shows the same blocks with the same words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the report's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must not miss."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people wrote, in their own words."""

    items: tuple[str, ...]


class Align(Enum):
    """How a column is set."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headed columns; the first column names the row.

    ``totals`` are the numbers of the rows that take others together.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...] = ()
    totals: tuple[int, ...] = ()

    def column_align(self, index: int) -> Align:
        """Return how a column is set; left when nothing else is said."""
        return self.align[index] if index < len(self.align) else Align.LEFT


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a new page begins, in a format that has pages."""


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Self and external on one line of the scale, with what to print beside it.

    ``reach`` is where on the scale self would lie, as far as that is known, seen from external.
    """

    label: str
    own: Fraction | None
    external: Fraction | None
    own_text: str
    external_text: str
    gap_text: str
    reach: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class DumbbellChart:
    """Dumbbells under each other on one scale. ``alt`` says in words what the picture shows."""

    low: int
    high: int
    rows: tuple[Dumbbell, ...]
    alt: str
    columns: tuple[str, str, str, str] = ("Factor", "zelf", "buiten", "verschil")


@dataclass(frozen=True, slots=True)
class Corner:
    """One corner of the triangle: a cluster with both its scores."""

    title: str
    own: Fraction | None
    external: Fraction | None
    own_text: str
    external_text: str


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three clusters that hold each other up, each with the place of self and external."""

    low: int
    high: int
    corners: tuple[Corner, ...]
    alt: str
    columns: tuple[str, str, str] = ("Hoek", "zelf", "buiten")


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """How many people gave each answer, a bar per group; ``labels`` are the answers."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    alt: str
    column: str = "Groep"


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """A line between two poles, with a place for now and one for wanted."""

    left: str
    right: str
    steps: int
    rows: tuple[tuple[str, Fraction | None, Fraction | None, str], ...]
    alt: str
    column: str = "Blik"


@dataclass(frozen=True, slots=True)
class FacingRow:
    """One subject of the mirror, 0 to 1, with what to print on either side."""

    label: str
    left: Fraction | None
    right: Fraction | None
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class FacingChart:
    """Two sides of a relation as columns that face each other."""

    left: str
    right: str
    rows: tuple[FacingRow, ...]
    alt: str
    column: str = "Onderwerp"


Chart: TypeAlias = DumbbellChart | Triangle | DistributionChart | BalanceLine | FacingChart
Block: TypeAlias = Heading | Paragraph | Notice | Bullets | Quotes | Table | PageBreak | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, in reading order.

    ``status`` and ``warning`` belong on every page: what the report is, and that it is made up
    where it is. ``footer`` tells which dossier, round, list and figures it is made from.
    """

    title: str
    blocks: tuple[Block, ...]
    status: str = ""
    warning: str = ""
    footer: str = ""
    language: str = "nl"
