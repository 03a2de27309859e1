"""What goes wrong outside the program: it is killed, the disk is full, a folder is read-only.

The real program in a real terminal. What the screen said is saved must be in the file.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.questionnaire.lists import CLUSTER, FACTOR, HEAD, SCALE, load
from tests.terminal import CTRL_Q, ENTER, TAB, Terminal
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Response

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")

KILLS = int(os.environ.get("ZELFANALYSE_KILLS", "24"))  # make faults does 200
PEOPLE = 4  # tests beside each other, each with a file of its own
QUESTIONS = 100
FULL = QUESTIONS - 10  # no run answers as many as are left then
LIST = (
    HEAD
    + SCALE
    + CLUSTER
    + FACTOR
    + "".join(
        f'[[factor.stelling]]\nid = "s{number}"\ntekst = "Stelling nummer {number}."\n'
        for number in range(1, QUESTIONS + 1)
    )
)
LEFT_BY_A_KILL = re.compile(r"\.[0-9a-f]{8}\.tmp|\..*\.slot")


@pytest.fixture
def seed() -> int:
    """Return what decides the moments; a failure shows it, and ZELFANALYSE_SEED repeats it."""
    number = int(os.environ.get("ZELFANALYSE_SEED", random.SystemRandom().getrandbits(32)))
    print(f"ZELFANALYSE_SEED={number}")  # noqa: T201 - pytest shows it when the test fails
    return number


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return an empty disk of 64 kB."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a disk")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False)
    if made.returncode != 0:
        pytest.skip("this system does not let root mount a disk")
    yield disk
    subprocess.run([unmount, "--lazy", disk], check=True)


def started(folder: Path) -> Terminal:
    """Return the program in a folder, with a keyboard that does not pause before each key."""
    terminal = Terminal(["invullen", "lijst.toml"], folder)
    terminal.program.delaybeforesend = None
    return terminal


def number_on(terminal: Terminal) -> int:
    """Return the number of the question on the screen, from 1; 0 when there is none."""
    found = re.search(rf"Vraag (\d+) van {QUESTIONS}", terminal.text)
    return int(found.group(1)) if found else 0


def begin(folder: Path) -> tuple[Terminal, Questionnaire]:
    """Return the program at the first question of a list in this folder."""
    questionnaire, findings = load(folder, LIST)
    assert questionnaire is not None, findings
    terminal = started(folder)
    terminal.wait_for("Enter")
    terminal.press(ENTER)
    terminal.wait_for("Vraag 1 van")
    return terminal, questionnaire


def answers(terminal: Terminal, *keys: str) -> None:
    """Answer the questions from here on, each when it is on the screen."""
    for key in keys:
        number = number_on(terminal)
        terminal.press(key)
        terminal.wait_for(f"Vraag {number + 1} van")


def only_file(folder: Path) -> Path | None:
    """Return the response in a folder, once there is one."""
    found = list(folder.glob(f"[!.]*{file.SUFFIX}"))
    assert len(found) <= 1
    return found[0] if found else None


def opened(folder: Path, questionnaire: Questionnaire) -> Response:
    """Return the response in a folder; a file that is not whole fails the test."""
    path = only_file(folder)
    assert path is not None
    response, findings = file.load_for(path, questionnaire)
    assert response is not None, [str(finding) for finding in findings]
    return response


class Person:
    """Someone who answers in a folder until the power goes, and knows what the screen said."""

    def __init__(self, folder: Path, questionnaire: Questionnaire, seed: int) -> None:
        self.folder = folder
        self.questionnaire = questionnaire
        self.random = random.Random(seed)  # noqa: S311 - a seed makes it repeatable
        self.saved: list[int] = []  # what was in the file after the last kill, in order
        self.ahead = 0  # keys that were typed without waiting for the screen

    def sit_down(self) -> None:
        """Start the program, do some of the work, and be cut off at any moment."""
        terminal = started(self.folder)
        typed: list[int] = []
        self.ahead = 0
        match self.random.choices(("start", "enter", "keys"), (1, 1, 8))[0]:
            case "start":
                terminal.wait(self.random.uniform(0, 0.8))
            case "enter":
                terminal.wait_for("Enter")
                terminal.press(ENTER)
                terminal.wait(self.random.uniform(0, 0.2))
            case _:
                typed = self._answer(terminal)
        terminal.kill()
        self._check(typed, number_on(terminal))

    def _answer(self, terminal: Terminal) -> list[int]:
        """Go on where the file is, answer some questions, and do not wait for the last ones."""
        terminal.wait_for("Verdergaan" if only_file(self.folder) else "Beginnen")
        terminal.press(ENTER)
        terminal.wait_for("Vraag ")
        assert len(self.saved) + 1 == number_on(terminal)
        typed = self.random.choices((1, 2, 3), k=self.random.randint(0, 3))
        answers(terminal, *map(str, typed))
        self.ahead = self.random.choice((1, 1, 1, 2, 3))
        unseen = self.random.choices((1, 2, 3), k=self.ahead)
        terminal.press(*map(str, unseen))
        terminal.wait(self.random.uniform(0, 0.06))
        return typed + unseen

    def _check(self, typed: list[int], number: int) -> None:
        """Compare the file with what was typed and with the last question on the screen."""
        if only_file(self.folder) is None:
            assert [] == self.saved + typed
            return
        response = opened(self.folder, self.questionnaire)
        wanted = self.saved + typed
        there = [response.statements.get(f"s{i}") for i in range(1, len(response.statements) + 1)]
        confirmed = max(number - 1, len(self.saved))
        assert wanted[: len(there)] == there
        assert confirmed <= len(there) <= confirmed + self.ahead
        self.saved = wanted[: len(there)]
        if len(self.saved) > FULL:  # on to the next list
            self.finish()

    def finish(self) -> None:
        """Go on once more, stop in the ordinary way, and take the list out of the folder."""
        terminal = started(self.folder)
        terminal.wait_for("Verdergaan")
        terminal.press(ENTER)
        terminal.wait_for(f"Vraag {len(self.saved) + 1} van")
        answers(terminal, "2")
        terminal.press(CTRL_Q)
        assert 0 == terminal.wait_for_end()
        response = opened(self.folder, self.questionnaire)
        assert [*self.saved, 2] == list(response.statements.values())
        path = only_file(self.folder)
        assert path is not None
        path.unlink()
        others = {item.name for item in self.folder.iterdir()} - {"lijst.toml"}
        assert [] == [name for name in others if not LEFT_BY_A_KILL.fullmatch(name)]
        self.saved = []


@pytest.mark.parametrize("person", range(PEOPLE))
def test_what_the_screen_confirmed_survives_a_kill_at_any_moment(
    tmp_path: Path, seed: int, person: int
) -> None:
    """After each kill the file is whole, and has all that was confirmed.

    It has at most one answer more, or as many as someone typed without looking. The next start
    goes on in the same file, whatever the kill left beside it.
    """
    questionnaire, _ = load(tmp_path, LIST)
    assert questionnaire is not None
    someone = Person(tmp_path, questionnaire, seed + person)
    for _ in range(KILLS // PEOPLE):
        someone.sit_down()
    if only_file(tmp_path) is not None:
        someone.finish()


WITH_A_TEXT = (
    LIST + '[[open_vraag]]\nid = "slot"\ntekst = "Wat wilt u nog kwijt?"\nmoment = "voor"\n'
)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda one: one.name)
@pytest.mark.parametrize("comment", [False, True], ids=["text", "comment"])
def test_a_closed_terminal_keeps_what_is_being_typed(
    tmp_path: Path, number: signal.Signals, *, comment: bool
) -> None:
    """Whether the window closes or the system stops the program: the last letter is in the file."""
    questionnaire, findings = load(tmp_path, WITH_A_TEXT)
    assert questionnaire is not None, findings
    terminal = started(tmp_path)
    terminal.wait_for("Enter")
    terminal.press(ENTER)
    terminal.wait_for("Wat wilt u nog kwijt?")
    if comment:
        terminal.press(TAB)
        terminal.wait_for("Vraag 2 van")
        terminal.press("t")
        terminal.wait_for("Toelichting. Noem")
    terminal.press("Tot de laatste letter")
    terminal.wait_for("laatste letter")
    terminal.program.kill(number)
    assert 0 == terminal.wait_for_end()
    response = opened(tmp_path, questionnaire)
    kept = response.comments.get("s1") if comment else response.open.get("slot")
    assert "Tot de laatste letter" == kept
    assert [] == list(tmp_path.glob(".*"))


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda one: one.name)
@pytest.mark.parametrize("back", [False, True], ids=["gone", "back"])
def test_a_closed_terminal_keeps_what_could_not_be_saved(
    tmp_path: Path, number: signal.Signals, *, back: bool
) -> None:
    """Nobody can choose any more: a file that went away is made again, or found where it was."""
    terminal, questionnaire = begin(tmp_path)
    answers(terminal, "1", "2")
    path = only_file(tmp_path)
    assert path is not None
    away = path.rename(tmp_path / "weg.toml")
    answers(terminal, "3")
    terminal.wait_for("er niet meer")
    if back:
        away.rename(path)
    terminal.program.kill(number)
    assert 0 == terminal.wait_for_end()
    assert {"s1": 1, "s2": 2, "s3": 3} == opened(tmp_path, questionnaire).statements


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda one: one.name)
def test_line_by_line_a_closed_terminal_keeps_every_line(
    tmp_path: Path, number: signal.Signals
) -> None:
    """What was sent with Enter is in the file; the next opening goes on there."""
    questionnaire, findings = load(tmp_path, WITH_A_TEXT)
    assert questionnaire is not None, findings
    terminal = Terminal(["invullen", "lijst.toml", "--eenvoudig"], tmp_path)
    terminal.wait_for("Druk op Enter")
    terminal.press(ENTER)
    terminal.wait_for("Typ uw antwoord.")
    terminal.press("Een regel", ENTER, "en nog een", ENTER, "half")
    terminal.wait_for("half")
    terminal.wait(0.5)
    terminal.program.kill(number)
    terminal.wait_for_end()
    assert "Een regel\nen nog een" == opened(tmp_path, questionnaire).open["slot"]
    again = Terminal(["invullen", "lijst.toml", "--eenvoudig"], tmp_path)
    again.wait_for("u was gebleven bij vraag 1")
    again.kill()


def test_a_full_disk_is_told_at_once_and_loses_nothing(small_disk: Path) -> None:
    """Answers stay on the screen while the disk is full; the first key with room saves them all."""
    terminal, questionnaire = begin(small_disk)
    answers(terminal, "1", "2")
    filler = small_disk / "vol"
    with filler.open("wb", buffering=0) as out, contextlib.suppress(OSError):
        while True:
            out.write(bytes(1024))
    answers(terminal, "3")
    terminal.wait_for("iet bewaard")
    assert {"s1": 1, "s2": 2} == opened(small_disk, questionnaire).statements
    answers(terminal, "1")
    filler.unlink()
    answers(terminal, "2")
    terminal.wait_for("✓ bewaard")
    wanted = {"s1": 1, "s2": 2, "s3": 3, "s4": 1, "s5": 2}
    assert wanted == opened(small_disk, questionnaire).statements
    terminal.kill()
    assert [] == list(small_disk.glob(".*.tmp"))  # a write that failed leaves nothing behind


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a program that runs")
def test_a_disk_that_takes_no_more_is_told_at_once_and_loses_nothing(tmp_path: Path) -> None:
    """The same without a disk of its own: the system refuses every file over a hundred bytes."""
    terminal, questionnaire = begin(tmp_path)
    answers(terminal, "1", "2")
    limit_files(terminal, 100)
    answers(terminal, "3")
    terminal.wait_for("iet bewaard")
    assert {"s1": 1, "s2": 2} == opened(tmp_path, questionnaire).statements
    answers(terminal, "1")
    limit_files(terminal, -1)
    answers(terminal, "2")
    terminal.wait_for("✓ bewaard")
    wanted = {"s1": 1, "s2": 2, "s3": 3, "s4": 1, "s5": 2}
    assert wanted == opened(tmp_path, questionnaire).statements
    terminal.kill()
    assert [] == list(tmp_path.glob(".*.tmp"))


def limit_files(terminal: Terminal, most: int) -> None:
    """Let the program write no file of more than so many bytes; -1 is as large as it likes."""
    import resource  # noqa: PLC0415 - not on Windows

    pid = terminal.program.pid
    assert pid is not None
    _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard if most < 0 else most, hard))


def test_a_folder_without_rights_is_told_at_once(tmp_path: Path) -> None:
    """Whoever loses the right to write is told, and keeps the answers on the screen."""
    folder = tmp_path / "map"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write in any folder, as root may")
    folder.chmod(0o700)
    terminal, questionnaire = begin(folder)
    answers(terminal, "1")
    folder.chmod(0o500)
    answers(terminal, "2")
    terminal.wait_for("iet bewaard")
    folder.chmod(0o700)
    answers(terminal, "3")
    terminal.wait_for("✓ bewaard")
    assert {"s1": 1, "s2": 2, "s3": 3} == opened(folder, questionnaire).statements
    terminal.kill()


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.04])
def test_a_terminal_that_is_gone_while_it_is_drawn_on_leaves_no_program_behind(
    tmp_path: Path, moment: float
) -> None:
    """It would hold its file for ever, and the next person could only read."""
    _, findings = load(tmp_path, WITH_A_TEXT)
    assert [] == findings
    terminal = started(tmp_path)
    terminal.wait_for("Enter")
    terminal.press(ENTER)
    terminal.wait_for("Wat wilt u nog kwijt?")
    terminal.press("woord " * 60)
    time.sleep(moment)
    pid = terminal.program.pid
    assert pid is not None
    os.close(terminal.program.child_fd)
    terminal.program.closed = True
    end = time.monotonic() + 30
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        assert time.monotonic() < end, "still running"
        time.sleep(0.1)
