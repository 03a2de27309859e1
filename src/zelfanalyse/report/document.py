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
    """Rows under headed columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...] = ()

    def column_align(self, index: int) -> Align:
        """Return how a column is set; left when nothing else is said."""
        return self.align[index] if index < len(self.align) else Align.LEFT


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Self and external on one line of the scale, with what to print beside it."""

    label: str
    own: Fraction | None
    external: Fraction | None
    own_text: str
    external_text: str
    gap_text: str


@dataclass(frozen=True, slots=True)
class DumbbellChart:
    """Dumbbells under each other on one scale."""

    low: int
    high: int
    rows: tuple[Dumbbell, ...]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """A line between two poles, with a place for now and one for wanted."""

    left: str
    right: str
    steps: int
    rows: tuple[tuple[str, Fraction | None, Fraction | None, str], ...]


Block: TypeAlias = (
    Heading | Paragraph | Notice | Bullets | Quotes | Table | DumbbellChart | BalanceLine
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, in reading order."""

    title: str
    blocks: tuple[Block, ...]
