"""Someone who types lines to the program, and everything it said to them."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from tests.response.people import DIRECTIE, LATER, LIST
from zelfanalyse.plain.face import LineByLine
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from zelfanalyse.response.model import Response
    from zelfanalyse.response.session import Invitation

BOARD = replace(DIRECTIE, perspective_title="Directie", predicts=True)
NAMES = [
    *("goed", "vertrouwen-1", "vertrouwen-2", "rollen-1", "voorspelling/vertrouwen-1", "tempo"),
    *("motief", "resultaat", "omvang", "gehoord", "gesprekken"),
]
BEGIN = ""


class Typed(NamedTuple):
    """What came of typing: what was said, the face, and the response in its file."""

    said: str
    face: LineByLine
    response: Response | None

    @property
    def on_disk(self) -> Response:
        """The response in the file, which must be there."""
        assert self.response is not None
        return self.response


def desk_in(folder: Path, *invitations: Invitation) -> Desk:
    """Return a desk with every kind of question."""
    return Desk(LIST, folder, invitations or (BOARD,), lambda: LATER)


def typing(desk: Desk, *lines: str, interrupted: bool = False) -> Typed:
    """Type these lines, and then nothing more: the input ends, or Ctrl+C is pressed."""
    return run(desk, iter(lines), interrupted=interrupted)


def run(desk: Desk, lines: Iterable[str], *, interrupted: bool = False) -> Typed:
    """Type the lines of an iterator, which can do things in between."""
    coming = _ends(lines, interrupted=interrupted)
    writer = StringIO()
    face = LineByLine(desk, lambda: next(coming), writer)
    face.run()
    return Typed(writer.getvalue(), face, _response(face))


def to(name: str) -> list[str]:
    """Return what to type to begin and go to a question."""
    return [BEGIN, f"v {NAMES.index(name) + 1}"]


def _ends(lines: Iterable[str], *, interrupted: bool) -> Iterator[str]:
    for line in lines:
        yield f"{line}\n"
    if interrupted:
        raise KeyboardInterrupt
    while True:
        yield ""


def _response(face: LineByLine) -> Response | None:
    if face.sitting is None or not face.sitting.path.exists():
        return None
    response, findings = file.load_for(face.sitting.path, LIST)
    assert [] == findings
    return response
