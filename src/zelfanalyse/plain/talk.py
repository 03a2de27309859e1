"""The conversation itself: lines out, lines in, and the two ways in which it ends."""

from __future__ import annotations

import os
from textwrap import wrap
from typing import TYPE_CHECKING

from zelfanalyse.plain.terminal_line import CutLine
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

STOP = "stop"
NARROWEST = 20  # columns; in less than this, lines are left to the terminal
_CUT = "Deze regel was te lang. Alleen het begin is aangekomen, tot en met:"
_GO_ON = "Typ de rest op een nieuwe regel."
_LAST_WORDS, _LAST_LETTERS = 5, 40  # of what came in, told to find the place


class InputEndedError(Exception):
    """There is nobody who types any more."""


class StopAskedError(Exception):
    """The person wants to stop."""


class Talk:
    """Says lines and hears lines; ``read`` returns a line with its end, or nothing at the end.

    A ``width`` is that of a terminal, which would break a line in the middle of a word: speech
    and braille then have two words that do not exist. Without it lines are as long as they are.
    It holds until the terminal becomes wider or narrower; from then on that is the width.
    """

    def __init__(self, read: Callable[[], str], writer: TextIO, width: int = 0) -> None:
        self._read = read
        self._writer = writer
        self._width = width
        self._columns = _columns(writer)

    def say(self, *lines: str) -> None:
        """Say each text on a line of its own, and nothing that steers a terminal."""
        if self._width and (now := _columns(self._writer)) != self._columns:
            self._width = self._columns = now
        for text in lines:
            self._writer.writelines(f"{line}\n" for line in self._fitting(visible(text)))
        self._writer.flush()

    def _fitting(self, text: str) -> Iterator[str]:
        for line in text.split("\n"):
            if NARROWEST <= self._width < len(line):
                yield from wrap(line, self._width, break_long_words=False, break_on_hyphens=False)
            else:
                yield line

    def hear(self) -> str:
        """Return the next line as it was typed, without its end.

        Of one that was too long for the terminal the first part is heard, and that is told. Raises
        ``InputEndedError`` when there is none.
        """
        try:
            typed = self._read()
        except OSError:  # the terminal is gone
            typed = ""
        if not typed:
            raise InputEndedError
        line = visible(typed).rstrip("\n")
        if isinstance(typed, CutLine):
            self.say(_CUT, _end_of(line), _GO_ON)
        return line

    def ask(self, prompt: str) -> str:
        """Say what can be typed and return the answer, without the spaces around it.

        The prompt has a line of its own: what is typed then begins at the left of a braille
        display. Raises ``StopAskedError`` when the answer is to stop.
        """
        self.say(prompt)
        typed = self.hear().strip()
        if typed.lower() == STOP:
            raise StopAskedError
        return typed

    def confirm(self, question: str) -> bool:
        """Return whether the person says yes; asks until it is yes or no."""
        while True:
            match self.ask(f"{question} Typ ja of nee.").lower():
                case "ja" | "j":
                    return True
                case "nee" | "n":
                    return False
            self.say("Dat is geen ja en geen nee.")


def _end_of(line: str) -> str:
    """Return the last words of a line, by which a person finds the place."""
    return " ".join(line.split()[-_LAST_WORDS:])[-_LAST_LETTERS:]


def _columns(writer: TextIO) -> int:
    """Return how wide the terminal is that is written to; 0 when it is none, or has closed."""
    try:
        return os.get_terminal_size(writer.fileno()).columns
    except (OSError, ValueError):
        return 0
