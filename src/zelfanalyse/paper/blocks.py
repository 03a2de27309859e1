"""What a form on paper is made of. A renderer adds no words, and every text is data to it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Heading(NamedTuple):
    """A heading, 1 being the title; it ends the question before it."""

    level: int
    text: str


class Words(NamedTuple):
    """Running text, with a word before it where it has a label."""

    text: str
    label: str = ""


class Points(NamedTuple):
    """Sentences below each other."""

    items: tuple[str, ...]


class Asked(NamedTuple):
    """A question with its number on the screen; what follows belongs to it."""

    number: int
    text: str


class Legend(NamedTuple):
    """What the numbers beside the boxes mean."""

    items: tuple[str, ...]


class Boxes(NamedTuple):
    """A row of boxes to cross, some of them apart; ``ends`` stand before and after the row."""

    labels: tuple[str, ...]
    apart: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Column(NamedTuple):
    """Boxes below each other, for answers in words."""

    labels: tuple[str, ...]


class Lines(NamedTuple):
    """Empty lines to write on."""

    lines: int


class Room(NamedTuple):
    """A place for words about more than one question, and what to write there."""

    text: str
    lines: int


class Blank(NamedTuple):
    """A few dots to write on, behind what is to be written there."""

    label: str


Block: TypeAlias = Heading | Words | Points | Asked | Legend | Boxes | Column | Lines | Room | Blank
