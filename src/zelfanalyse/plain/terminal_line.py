"""Lines that come from a terminal, which drops what does not fit in its own memory of a line."""

from __future__ import annotations

import codecs
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

HELD = 4096  # bytes that Linux keeps of a line that is typed, with its end


class CutLine(str):
    """The first part of a line; the rest is gone before anyone could read it."""

    __slots__ = ()


def reader(stream: TextIO | None) -> Callable[[], str]:
    """Return what reads the next line, with its end; nothing comes of a stream that is closed.

    A line from a terminal that fills its memory is a ``CutLine``: nothing tells whether there was
    more. It is whole as far as it goes: half a letter at its end is left out.
    """
    if stream is None:
        return str
    return partial(_line, stream) if stream.isatty() else stream.readline


def _line(terminal: TextIO) -> str:
    typed = terminal.buffer.readline()
    is_cut = len(typed) == HELD
    decoder = codecs.getincrementaldecoder(terminal.encoding)("replace")
    if is_cut:
        return CutLine(decoder.decode(typed.removesuffix(b"\n")) + "\n")
    return decoder.decode(typed, final=True)
