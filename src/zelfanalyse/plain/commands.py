"""What can be typed besides an answer: the same words at every question."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from zelfanalyse.plain.talk import STOP

END_OF_TEXT = "."
MORE_TEXT = "+"
ESCAPE = "="


class Command(Enum):
    """Everything a person can ask for; the value is what is typed."""

    BACK = "<"
    FORWARD = ">"
    JUMP = "v"
    OVERVIEW = "o"
    ONLY_OPEN = "open"
    COMMENT = "t"
    CLEAR = "wis"
    UNDO = "u"
    REDO = "opnieuw"
    HELP = "?"
    ORIGIN = "bron"
    SAVE = "bewaar"
    TAKE_BACK = "terughalen"
    CLOSING = "klaar"


class Order(NamedTuple):
    """A command as it was typed; only a jump has a number, and only when one was given."""

    command: Command
    number: int | None = None


# A screen reader can be silent about a sign: each sign has a word too.
_WORDS = {"vorige": Command.BACK, "volgende": Command.FORWARD, "hulp": Command.HELP}
_BY_WORD = {command.value: command for command in Command} | _WORDS
_JUMP = re.compile(r"v\s*([0-9]{1,6})")

HELP = (
    "Enter zonder iets: lees de vraag nog eens voor, met alle antwoorden",
    "< of vorige: vorige vraag",
    "> of volgende: volgende vraag, ook zonder antwoord",
    "v met een nummer, zoals v 12: ga naar die vraag",
    "o: overzicht van alle vragen",
    "open: alleen de open vragen",
    "t: toelichting schrijven",
    "wis: wis het antwoord",
    "u: maak de laatste wijziging ongedaan",
    "opnieuw: doe toch weer wat u ongedaan maakte",
    "? of hulp: deze uitleg",
    "bron: waar de vraag vandaan komt",
    "bewaar: bewaar in een andere map, of probeer opnieuw te bewaren",
    "terughalen: maak een ingeleverde lijst weer open",
    "klaar: afronden en inleveren",
    "stop: stoppen; alles is bewaard",
    "Hoort zo'n woord in uw tekst? Typ er dan het is-teken voor, zoals =stop.",
)


def order(typed: str) -> Order | None:
    """Return the command in a line; none when the line is an answer."""
    word = typed.strip().lower()
    if (jump := _JUMP.fullmatch(word)) is not None:
        return Order(Command.JUMP, int(jump[1]))
    return Order(_BY_WORD[word]) if word in _BY_WORD else None


def is_kept(typed: str) -> bool:
    """Whether a line means something else than its text."""
    word = typed.strip().lower()
    return order(word) is not None or word in {STOP, END_OF_TEXT}


def as_text(line: str) -> str:
    """Return a line of one's own words without the sign that kept it from being a command."""
    bare = line.strip()
    rest = bare.lstrip(ESCAPE)
    is_escaped = bare.startswith(ESCAPE) and (is_kept(rest) or rest == MORE_TEXT)
    return bare.removeprefix(ESCAPE) if is_escaped else line
