"""The main job by keyboard, in a real terminal: fill in, stop, go on, hand in, merge, report."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.terminal import CTRL_Q, ENTER, F10, PAGE_DOWN, Terminal
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.questionnaire.questions import Balance, Choice, Mark, OpenQuestion, Statement
from zelfanalyse.response import file
from zelfanalyse.response.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.questions import Question

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def zelfanalyse(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the program, not on a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "zelfanalyse", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def handed_in(dossier: Dossier, perspective: str, code: str, value: int) -> Path:
    """Write the response of someone who answers every statement with one favourable value."""
    group = dossier.settings.perspective(perspective)
    assert group is not None
    session = Session.begin(dossier.questionnaire, dossier.invitation(group), code, NOON)
    for question in session.questions:
        if isinstance(question, Statement):
            answer = 6 - value if question.reversed else value
            session = session.go_to(question).answer(answer)
    path = dossier.folder.parent / f"{code}{file.SUFFIX}"
    file.save(path, session.hand_in(NOON + timedelta(minutes=30)).response)
    return path


def keys_for(question: Question) -> list[str]:
    """What a person types to answer a question; statements always get a 4."""
    match question:
        case Statement():
            return ["4"]
        case Balance():
            return ["2", "4"]
        case Mark():
            return ["7"]
        case Choice():
            return ["1"]
        case OpenQuestion(kind="getal"):
            return ["3"]
        case _:
            return list("Dit gaat [goed]")


def goes_on_by_itself(question: Question) -> bool:
    """Whether a complete answer brings the next question."""
    match question:
        case Statement() | Mark() | Balance():
            return True
        case Choice():
            return question.at_most == 1
        case _:
            return False


def answer_until(terminal: Terminal, questions: tuple[Question, ...], start: int, end: int) -> None:
    """Answer questions ``start`` to ``end`` by keyboard, waiting for each to be on the screen."""
    for index in range(start, end):
        terminal.wait_for(f"Vraag {index + 1} van {len(questions)}")
        terminal.press(*keys_for(questions[index]))
        if not goes_on_by_itself(questions[index]):
            terminal.press(PAGE_DOWN)


def test_a_respondent_and_a_facilitator_do_the_whole_job(tmp_path: Path) -> None:
    """Every question by keyboard, stopped once and cut off once; the report has its scores."""
    made = zelfanalyse(
        *("nieuw", "regio", "--naam", "Regio Proef", "--aanleiding", "Een test"),
        *("--perspectief", "raad", "--perspectief", "partnergemeente", "--minimum-groep", "3"),
        folder=tmp_path,
    )
    assert (0, "") == (made.returncode, made.stdout)
    dossier = dossier_folder.load(tmp_path / "regio")
    council = dossier.settings.perspective("raad")
    assert council is not None
    questions = dossier.questionnaire.questions("raad", council.source)
    fill_in = ["invullen", "regio", "--perspectief", "raad"]
    half, later = len(questions) // 2, len(questions) // 2 + 8

    terminal = Terminal(fill_in, tmp_path)
    terminal.wait_for("Beginnen")
    terminal.press(ENTER)
    answer_until(terminal, questions, 0, half)
    terminal.wait_for(f"Vraag {half + 1} van")
    terminal.press(CTRL_Q)
    assert 0 == terminal.wait_for_end()

    terminal = Terminal(fill_in, tmp_path)
    terminal.wait_for("Verdergaan")
    terminal.press(ENTER)
    answer_until(terminal, questions, half, later)
    terminal.wait_for(f"Vraag {later + 1} van")
    terminal.close()

    terminal = Terminal(fill_in, tmp_path)
    terminal.wait_for("Verdergaan")
    terminal.press(ENTER)
    answer_until(terminal, questions, later, len(questions))
    terminal.wait_for("Inleveren")
    terminal.press(F10)
    terminal.wait_for("Dank u wel")
    terminal.press(ENTER)
    assert 0 == terminal.wait_for_end()

    (mine,) = (tmp_path / "regio" / "ingevuld").glob(f"*{file.SUFFIX}")
    response, findings = file.load_for(mine, dossier.questionnaire)
    assert response is not None, findings
    assert [] == [item.id for item in questions if response.answer_to(item) is None]
    assert {4} == set(response.statements.values())
    assert "Dit gaat [goed]" in response.open.values()

    others = [
        handed_in(dossier, "raad", "AAAA-AAAA", 5),
        handed_in(dossier, "raad", "BBBB-BBBB", 5),
        handed_in(dossier, "partnergemeente", "CCCC-CCCC", 2),
        handed_in(dossier, "partnergemeente", "DDDD-DDDD", 2),
        handed_in(dossier, "partnergemeente", "EEEE-EEEE", 2),
    ]
    merged = zelfanalyse("samenvoegen", "regio", *map(str, [mine, *others]), folder=tmp_path)
    assert 0 == merged.returncode, merged.stderr
    assert 6 == merged.stdout.count("aangenomen")

    report = zelfanalyse("rapport", "regio", folder=tmp_path)
    assert 0 == report.returncode
    # Own answers: 4, 4, 4 and a reversed 4 that counts as 2, so 3,5; with two fives: 4,5.
    trust = report.stdout[report.stdout.index("Houden partners zich aan afspraken") :]
    assert re.search(r"Raad +4,5 +3 +0 +0 +sterk", trust)
    assert re.search(r"Partnergemeenten +2,0 +3 +0 +0 +zorg", trust)
    assert "Verschil zelf − buiten: +2,5" in trust
    assert "Dit gaat [goed]" in report.stdout
