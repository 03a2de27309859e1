"""How fast and how large filling in is, against Textual itself: ``python bench/filling_in.py``.

The program and an app of one static line run in turns in a pseudo-terminal, so that a busy machine
slows both; each figure is the quotient of two medians.

(a) From the start of the process to the first question, with Enter pressed as soon as the start
    screen is there; beside it the start screen by itself. A draft of forty answers is resumed.
(b) From a key to the next question on the screen, with the answer on disk before it is drawn.
    The bare app only draws one other digit.
(c) The memory of the process after twenty answers.
(d) One save of a response of forty answers, against writing the same bytes, flushing them to the
    disk and renaming, as little as a file that survives a power cut needs.

Both run as they do when they are installed: with the bytecode of their modules, that is made here
in a first run when the environment has Python write none.

(b) and (d) are within theirs, 1.6 to 1.9 and 1.8 to 2.0. (a) is 1.65 to 2.0 and mostly over its
limit of 1.7, and (c) is 1.58 and over its limit of 1.5. Where it goes, in milliseconds and
megabytes on a machine where the bare app needs 215 ms and 33 MB:

    pydantic: its modules               50 ms   8 MB   checks every file that comes in
    pydantic: our records               20 ms   2 MB   only those of a list and a response
    typer, with our words               22 ms   2 MB   reads the command line
    tomllib, tomli-w, filelock          10 ms   1 MB   read, write and hold the file
    our other modules                   25 ms   2 MB   some sixty
    the list and the draft, read        12 ms   1 MB   half of it in tomllib
    a larger style sheet, and two screens of some twenty widgets for one of one line: the rest
"""

# ruff: noqa: INP001, T201 - a plain script that prints
from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median as median_of
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the terminal of the tests

from tests.terminal import ENTER, Terminal  # noqa: E402 - it is found only now

from zelfanalyse.questionnaire import library  # noqa: E402 - idem
from zelfanalyse.questionnaire.questions import Statement  # noqa: E402 - idem
from zelfanalyse.response import file  # noqa: E402 - idem
from zelfanalyse.response.open_file import OpenFile  # noqa: E402 - idem
from zelfanalyse.response.session import Invitation, Session  # noqa: E402 - idem

if TYPE_CHECKING:
    from collections.abc import Callable

STARTS, KEYS, SAVES = 15, 20, 200
SAVED = 40  # answers in the response of (d)
LIST = "samenwerking"
BARE = "Vraag 1 van"  # what the bare app shows first
PROGRAM = Path(sys.executable).with_name("zelfanalyse")
QUESTION = re.compile(r"Vraag (\d+) van")


class Run(NamedTuple):
    """What one run of an app took: seconds, and bytes of memory."""

    welcome: float
    question: float
    keys: list[float]
    memory: int


class Clock(Terminal):
    """A terminal that knows when the program wrote what it last read."""

    def until(self, is_there: Callable[[str], bool], since: float) -> float:
        """Return how many seconds after ``since`` something was on the screen."""
        arrived = since
        while not is_there(self.text):
            chunk = self.program.read_nonblocking(size=1 << 20, timeout=30)
            arrived = time.perf_counter()
            self.stream.feed(chunk)
        return arrived - since

    def arrival(self, words: bytes, since: float) -> float:
        """Return how many seconds after ``since`` these words came, before they are drawn here."""
        read = b""
        while words not in read:
            read += self.program.read_nonblocking(size=1 << 20, timeout=30)
        arrived = time.perf_counter()
        self.stream.feed(read)
        return arrived - since

    def number(self) -> int:
        """Return the number of the question on the screen; 0 when there is none."""
        found = QUESTION.search(self.text)
        return int(found.group(1)) if found else 0

    def memory(self) -> int:
        """Return the memory that the program holds, in kB; 0 where the system does not tell."""
        status = Path(f"/proc/{self.program.pid}/status")
        told = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
        return int(told.group(1)) if told else 0


def run(script: tuple[str, ...], folder: Path, first: str) -> Run:
    """Start an app, go to the question, press keys, and return what it took."""
    began = time.perf_counter()
    clock = Clock(script[1:], folder, program=script[:1])
    clock.program.delaybeforesend = None
    welcome = question = clock.arrival(first.encode(), began)
    if first != BARE:
        clock.press(ENTER)
        question = clock.arrival(b"Vraag ", began)
    keys = []
    for key in "3" * KEYS:
        clock.wait(0.03)  # nobody types faster, and what is drawn late is not counted twice
        number = clock.number()
        pressed = time.perf_counter()
        clock.press(key)
        keys.append(clock.until(lambda _, seen=number: clock.number() > seen, pressed))
    memory = clock.memory()
    clock.kill()
    return Run(welcome, question, keys, memory)


def response_of(answers: int) -> Session:
    """Return a session of the main list with so many statements answered, at the next one."""
    questionnaire = library.open_questionnaire(library.find(LIST))
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    session = Session.begin(questionnaire, Invitation(), "K7F3-QX9M", moment)
    statements = [item for item in session.questions if isinstance(item, Statement)]
    for question in statements[:answers]:
        session = session.go_to(question).answer(3)
    return session.go_to(statements[answers])


def our_save(opened: OpenFile, session: Session) -> None:
    """Save as the program does after each answer."""
    opened.save(session.response)


def raw_save(path: Path, content: bytes) -> None:
    """Write, flush and rename; no check, no clean-up, and no folder flushed."""
    beside = path.with_suffix(".tmp")
    with beside.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


def timed(action: Callable[[], None]) -> float:
    """Return how many seconds an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def saves(folder: Path) -> tuple[float, float]:
    """Return the median seconds of our save and of a raw one, in turns."""
    session = response_of(SAVED)
    path = file.path_for(folder, session.response)
    opened = OpenFile(path)
    opened.save(session.response)
    content = path.read_bytes()
    ours, raw = [], []
    for _ in range(SAVES):
        ours.append(timed(lambda: our_save(opened, session)))
        raw.append(timed(lambda: raw_save(folder / "raw", content)))
    return median_of(ours), median_of(raw)


def row(what: str, ours: float, bare: float, limit: float | None, unit: str) -> bool:
    """Print one line of the table; return whether the figure is within its limit."""
    ratio = ours / bare
    fits = limit is None or ratio <= limit
    judged = "" if limit is None else f"{limit:.1f}x  {'ok' if fits else 'TE VEEL'}"
    print(f"{what:<48}{ours:>9.1f} {unit}{bare:>9.1f} {unit}{ratio:>7.2f}x  {judged}")
    return fits


def as_installed(folder: Path) -> None:
    """Let the programs that are started from here keep their bytecode in this folder."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def main() -> int:
    """Print the table; return 1 when something is over its limit."""
    ours: list[Run] = []
    bare: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        as_installed(folder / "bytecode")
        for _ in range(1 + STARTS):
            session = response_of(0)
            file.save(file.path_for(folder, session.response), session.response)
            ours.append(run((str(PROGRAM), "invullen", LIST), folder, "Verdergaan"))
            bare.append(run((str(ROOT / "bench" / "bare_app.py"),), folder, BARE))
    ours, bare = ours[1:], bare[1:]  # the first run made the bytecode
    with tempfile.TemporaryDirectory() as name:
        save, raw = saves(Path(name))

    def both(figure: Callable[[Run], float]) -> tuple[float, float]:
        return median_of(map(figure, ours)), median_of(map(figure, bare))

    print(f"{'':<48}{'program':>12}{'bare':>12}{'ratio':>8}  limit")
    start = row("first screen, from process start", *both(lambda r: r.welcome * 1e3), None, "ms")
    fits = [
        row("first question, with Enter on the way", *both(lambda r: r.question * 1e3), 1.7, "ms"),
        row("key to next question, saved", *both(lambda r: median_of(r.keys) * 1e3), 2, "ms"),
        row("memory while filling in", *both(lambda r: r.memory / 1e3), 1.5, "MB"),
        row("one save on disk, against a raw one", save * 1e3, raw * 1e3, 3, "ms"),
    ]
    return 0 if start and all(fits) else 1


if __name__ == "__main__":
    sys.exit(main())
