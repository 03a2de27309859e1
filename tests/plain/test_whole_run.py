"""From the first line to the last: every kind of question, and a safe end after every line."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.plain.typing_person import BEGIN, NAMES, desk_in, typing
from tests.questionnaire.lists import EVERY_KIND
from tests.response.people import LATER
from tests.terminal import Terminal
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.plain.face import LineByLine
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response import file
from zelfanalyse.response.model import BalanceAnswer, Missing
from zelfanalyse.response.open_file import OpenFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zelfanalyse.response.model import Response


class Line(NamedTuple):
    """A line that is typed, and what is in the file from then on."""

    typed: str
    table: str = ""
    name: str = ""
    answer: object = None


SCRIPT = [
    Line(BEGIN),
    Line("Het overleg is [goed].", "open", "goed", "Het overleg is [goed]."),
    Line("En de sfeer.", "open", "goed", "Het overleg is [goed].\nEn de sfeer."),
    Line("."),
    Line("2", "statements", "vertrouwen-1", 2),
    Line("n", "statements", "vertrouwen-2", Missing.NOT_APPLICABLE),
    Line("0", "statements", "rollen-1", 0),
    Line("t"),
    Line("Niemand weet het.", "comments", "rollen-1", "Niemand weet het."),
    Line("."),
    Line("1", "predictions", "vertrouwen-1", 1),
    Line("2", "balances", "tempo", BalanceAnswer(now=2)),
    Line("6", "balances", "tempo", BalanceAnswer(now=2, wanted=6)),
    Line("3 1", "choices", "motief", ("geld", "wet")),
    Line("10", "marks", "resultaat", 10),
    Line("1", "size", "", Size.SMALLER),
    Line("w", "mirror_statements", "gehoord", Missing.DONT_KNOW),
    Line("12", "open", "gesprekken", 12),
]
IN_A_TEXT = {2, 3, 8, 9}  # after so many lines, everything that is typed is one's own words
ANSWERS = [line.typed for line in SCRIPT]


def held(response: Response, table: str, name: str) -> object:
    """Return what a response holds for a question."""
    found = getattr(response, table)
    return found[name] if name else found


def expected(lines: list[Line]) -> dict[tuple[str, str], object]:
    """Return what must be in the file after these lines."""
    return {(line.table, line.name): line.answer for line in lines if line.table}


def test_every_kind_of_question_is_answered_and_handed_in(tmp_path: Path) -> None:
    """One line after the other, and the file holds it all at the moment of handing in."""
    done = typing(desk_in(tmp_path), *ANSWERS, "inleveren")
    for (table, name), answer in expected(SCRIPT).items():
        assert answer == held(done.on_disk, table, name)
    assert LATER == done.on_disk.handed_in
    assert "" == done.face.trouble
    assert "Er zijn geen open vragen." in done.said
    assert done.said.endswith("Dank u wel. Uw antwoorden zijn ingeleverd.\n")


@pytest.mark.parametrize("interrupted", [False, True], ids=["end", "ctrl-c"])
@pytest.mark.parametrize("count", range(1, len(SCRIPT) + 1))
def test_the_input_can_end_after_every_line(tmp_path: Path, count: int, interrupted: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The file is whole and holds everything that was typed; the last words say so."""
    done = typing(desk_in(tmp_path), *ANSWERS[:count], interrupted=interrupted)
    for (table, name), answer in expected(SCRIPT[:count]).items():
        assert answer == held(done.on_disk, table, name)
    assert done.on_disk.handed_in is None
    assert done.said.endswith(
        "\nAlles is bewaard.\n" if interrupted else "Gestopt. Alles is bewaard.\n"
    )
    assert interrupted is done.face.is_interrupted
    (only,) = tmp_path.iterdir()
    assert only.name.endswith(file.SUFFIX)


@pytest.mark.parametrize("count", range(1, len(SCRIPT) + 1))
def test_one_can_stop_at_every_line(tmp_path: Path, count: int) -> None:
    """The word 'stop' is never an answer by mistake."""
    done = typing(desk_in(tmp_path), *ANSWERS[:count], "Stop", "9")
    for (table, name), answer in expected(SCRIPT[:count]).items():
        assert answer == held(done.on_disk, table, name)
    assert done.said.endswith("Gestopt. Alles is bewaard.\n")


@pytest.mark.parametrize("count", [n for n in range(4, len(SCRIPT) + 1) if n not in IN_A_TEXT])
def test_wrong_input_changes_nothing_anywhere(tmp_path: Path, count: int) -> None:
    """At every prompt it is told in one sentence, and the same prompt comes again."""
    right = typing(desk_in(tmp_path / "goed"), *ANSWERS[:count])
    wrong = typing(desk_in(tmp_path / "fout"), *ANSWERS[:count], "xyz", "-1", "99999", ".")
    same = {"respondent": "AAAA-AAAA"}
    assert right.on_disk.model_copy(update=same) == wrong.on_disk.model_copy(update=same)
    *before, prompt, _ = right.said.splitlines()
    *_, complaint, again, _ = wrong.said.splitlines()
    assert prompt == again
    assert complaint not in before
    assert wrong.said.count(prompt) == right.said.count(prompt) + 4


def test_the_end_before_the_beginning_writes_nothing(tmp_path: Path) -> None:
    """Who reads the first text and leaves, leaves no file behind."""
    done = typing(desk_in(tmp_path / "ingevuld"))
    assert None is done.face.sitting
    assert [] == list(tmp_path.iterdir())
    assert done.said.endswith("Gestopt. Er is niets bewaard.\n")


def test_the_output_is_letters_digits_and_punctuation(tmp_path: Path) -> None:
    """No boxes, arrows, bullets, colours or cursor movement in anything that is said."""
    extra = ["?", "bron", "o", "open", "wis", "u", "opnieuw", "v 6", "4", "<", "", "bewaar", ""]
    done = typing(desk_in(tmp_path), *ANSWERS, "v 7", *extra, "klaar", "inleveren", "nee", "stop")
    allowed = set("éë .,:;?!()[]/<>=+-'\n_")
    assert (
        set() == {sign for sign in done.said if not (sign.isascii() and sign.isalnum())} - allowed
    )


def test_text_of_others_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters that are typed come back without their power, on disk too."""
    done = typing(desk_in(tmp_path), BEGIN, "rood \x1b[31m en \u202eom", ".", "v 1")
    assert "rood [31m en om" == done.on_disk.open["goed"]
    assert "\x1b" not in done.said
    assert "Uw antwoord: rood [31m en om" in done.said


def test_each_question_has_one_line_of_progress(tmp_path: Path) -> None:
    """Number, total and section, before the text of the question."""
    done = typing(desk_in(tmp_path), BEGIN, *[">"] * len(NAMES))
    places = [line for line in done.said.splitlines() if line.startswith("Vraag ")]
    assert len(NAMES) == len(places)
    assert "Vraag 2 van 11. Mensen, Vertrouwen." == places[1]
    assert "Vraag 8 van 11. Rapportcijfers, Resultaat." == places[7]


def test_a_terminal_never_breaks_a_word(tmp_path: Path) -> None:
    """Lines are as long as the window allows, and end between two words."""
    said = StringIO()
    LineByLine(desk_in(tmp_path), iter(["\n", "?\n", "stop\n"]).__next__, said, width=40).run()
    long = {line for line in said.getvalue().splitlines() if len(line) > 40}
    assert all(" " not in line for line in long)
    whole = typing(desk_in(tmp_path / "b"), BEGIN, "?", "stop").said
    assert set(said.getvalue().split()) - {str(tmp_path), "1"} <= set(whole.split())


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")
def test_lines_follow_the_width_of_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that is made narrower half way breaks no word either."""
    import termios  # noqa: PLC0415 - not on Windows

    _, there = sides = os.openpty()
    said = StringIO()
    monkeypatch.setattr(said, "fileno", lambda: there, raising=False)
    parts: list[str] = []

    def resized(columns: int, typed: str) -> str:
        parts.append(said.getvalue())
        said.truncate(said.seek(0))
        termios.tcsetwinsize(there, (24, columns))
        return typed

    def lines() -> Iterator[str]:
        yield "\n"
        yield resized(40, "?\n")
        yield resized(120, "?\n")
        yield resized(120, "stop\n")

    termios.tcsetwinsize(there, (24, 200))
    LineByLine(desk_in(tmp_path), lines().__next__, said, width=200).run()
    for side in sides:
        os.close(side)
    longest = [max(map(len, part.splitlines())) for part in parts]
    assert [True, False, True] == [length > 40 for length in longest]


# --- the program itself, through a pipe ---


def zelfanalyse(
    *words: str, folder: Path, typed: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with lines on its standard input, and without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "zelfanalyse", *words],
        cwd=folder,
        input=typed.encode(),
        capture_output=True,
        check=False,
        timeout=60,
        env={**_surroundings(), **environment},
    )


def _surroundings() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "latin-1"}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return the folder of a dossier with every kind of question, for two groups."""
    (tmp_path / "lijst.toml").write_text(EVERY_KIND, "utf-8")
    made = zelfanalyse(
        *("nieuw", "regio", "--naam", "Regio", "--aanleiding", "Een test", "--lijst", "lijst.toml"),
        *("--perspectief", "directie", "--perspectief", "raad"),
        folder=tmp_path,
    )
    assert 0 == made.returncode, made.stderr
    return tmp_path / "regio"


def test_the_whole_job_through_a_pipe(dossier: Path) -> None:
    """With something wrong before every answer: handed in, and accepted by the facilitator."""
    words = {2, 3, 4, 8, 9, 10}  # here everything is text, or the wrong line would end the text
    typed = ["9", "1"]
    for place, line in enumerate(SCRIPT, 1):
        typed += [line.typed] if place in words else ["fout!", line.typed]
    typed[4] = "Het is één [goed] café."
    typed += ["fout!", "inleveren"]
    done = zelfanalyse(
        *("invullen", "regio", "--eenvoudig"), folder=dossier.parent, typed="\n".join(typed) + "\n"
    )
    assert 0 == done.returncode, done.stderr
    assert "Dank u wel. Uw antwoorden zijn ingeleverd." in done.stdout.decode()
    assert "Stuur dit bestand naar uw begeleider." in done.stderr.decode()
    merged = zelfanalyse("samenvoegen", "regio", "regio/ingevuld", folder=dossier.parent)
    assert 0 == merged.returncode, merged.stdout
    (response,) = dossier_folder.load(dossier).responses
    assert "Het is één [goed] café.\nEn de sfeer." == response.open["goed"]
    assert 0 == response.statements["rollen-1"]
    assert 12 == response.open["gesprekken"]


def test_a_dumb_terminal_chooses_this_by_itself(dossier: Path) -> None:
    """Without the option, and then the command that goes on has none either."""
    done = zelfanalyse(
        *("invullen", "regio", "--perspectief", "raad"),
        folder=dossier.parent,
        typed="\n\n",
        TERM="dumb",
    )
    assert 0 == done.returncode, done.stderr
    assert "Vraag 1 van 9." in done.stdout.decode()
    assert done.stderr.decode().endswith("invullen regio --perspectief raad\n")


def test_who_stops_is_told_how_to_go_on_like_this(dossier: Path) -> None:
    """The option is in the command that goes on."""
    done = zelfanalyse("invullen", "regio", "--eenvoudig", folder=dossier.parent, typed="2\n\n")
    assert 0 == done.returncode, done.stderr
    assert done.stderr.decode().endswith("zelfanalyse invullen regio --eenvoudig\n")


def last_words(dossier: Path, *typed: str) -> list[str]:
    """Return what is told after someone of the council typed these lines."""
    done = zelfanalyse(
        *("invullen", "regio", "--perspectief", "raad", "--eenvoudig"),
        folder=dossier.parent,
        typed="".join(f"{line}\n" for line in typed),
    )
    assert 0 == done.returncode, done.stderr
    return done.stderr.decode().splitlines()


def test_the_last_words_can_be_read_and_copied(dossier: Path) -> None:
    """A path or a command is alone on its line; every other line fits on a narrow terminal."""
    again = "zelfanalyse invullen regio --perspectief raad --eenvoudig"
    there, elsewhere = dossier / "ingevuld", dossier.parent / "een andere map"
    elsewhere.mkdir()
    stopped = last_words(dossier, BEGIN, "stop")
    (path,) = there.glob(f"*{file.SUFFIX}")
    first = OpenFile(path)
    assert first.hold()
    taken = last_words(dossier, "1", "stop")
    first.release()
    moved = last_words(dossier, "1", "bewaar", str(elsewhere), "stop")
    handed_in = last_words(dossier, "1", "klaar", "inleveren", "ja")
    away = elsewhere / path.name
    assert ["Bewaard in:", str(path), "Ga later verder met:", again] == stopped
    assert str(path) == taken.pop()
    assert ["Er is hier niets veranderd.", "De lijst is open in een ander venster:"] == taken
    copied = {str(away), str(there), again}
    assert copied <= set(moved)
    assert [str(path)] == handed_in[1:-1]
    told = {*stopped, *taken, *moved, *handed_in} - copied - {str(path)}
    assert 40 >= max(map(len, told))


@pytest.mark.skipif(sys.platform == "win32", reason="signals and shells differ on Windows")
def test_nobody_who_listens_is_no_error(dossier: Path) -> None:
    """The reader of the output goes away: no traceback, and what was answered is there."""
    script = f"""
    {{ printf '2\\n\\nGoed\\n.\\n'; sleep 1; yes 2; }} |
      {sys.executable} -m zelfanalyse invullen regio --eenvoudig | grep -m 1 'Vraag 3' > /dev/null
    """
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=dossier.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    (path,) = (dossier / "ingevuld").glob(f"*{file.SUFFIX}")
    response, findings = file.load(path)
    assert [] == findings
    assert response is not None
    assert {"goed": "Goed"} == response.open


@pytest.mark.parametrize("typed", [b"", b"2\n\n\xff\xfe\n.\n", b"\xef\xbb\xbf2\r\n\r\nOm 9.30\r\n"])
def test_any_bytes_can_come_in(dossier: Path, typed: bytes) -> None:
    """No text, broken text, or text that Windows made: never a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "zelfanalyse", "invullen", "regio", "--eenvoudig"],
        cwd=dossier.parent,
        input=typed,
        capture_output=True,
        check=False,
        timeout=60,
        env=_surroundings(),
    )
    assert 0 == done.returncode, done.stderr
    assert "Gestopt." in done.stdout.decode()
    kept = "Om 9.30" if b"9.30" in typed else "\ufffd\ufffd"
    assert (kept in done.stdout.decode() + _answers(dossier)) is bool(typed)


def _answers(dossier: Path) -> str:
    paths = (dossier / "ingevuld").glob(f"*{file.SUFFIX}")
    return "".join(path.read_text("utf-8") for path in paths)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")
def test_ctrl_c_in_a_real_terminal_is_a_safe_end(dossier: Path) -> None:
    """In a window of any size: what was answered is on disk, and the exit code says it."""
    terminal = Terminal(["invullen", "regio", "--eenvoudig"], dossier.parent, columns=50, rows=10)
    terminal.wait_for("of stop.")
    terminal.press("2\r", "\r")
    terminal.wait_for("Sluit af")
    terminal.press("Goed\r", ".\r")
    terminal.wait_for("Vraag 2")
    terminal.press("\x03")
    assert 130 == terminal.wait_for_end()
    assert "Alles is bewaard." in terminal.text
    assert 'goed = "Goed"' in _answers(dossier)


@pytest.mark.skipif(sys.platform != "linux", reason="how long a line can be is the system's")
@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("woord " * 1100, ("woord " * 1100)[:4095].strip()), ("é" * 3000, "é" * 2047)],
    ids=["woorden", "halve letter"],
)
def test_a_line_that_a_terminal_cuts_is_told(dossier: Path, pasted: str, kept: str) -> None:
    """Not all of it came: which words came last is said; what follows is kept with the rest."""
    terminal = Terminal(["invullen", "regio", "--eenvoudig"], dossier.parent, rows=100)
    terminal.wait_for("of stop.")
    terminal.press("2\r", "\r")
    terminal.wait_for("Sluit af")
    terminal.press(pasted, "\r")
    terminal.wait_for("Typ de rest op een nieuwe regel.")
    assert f"tot en met:\n{' '.join(kept.split()[-5:])[-40:]}\nTyp de rest" in terminal.text
    terminal.press("De rest.\r", ".\r")
    terminal.wait_for("Vraag 2")
    terminal.press("stop\r")
    assert 0 == terminal.wait_for_end()
    (path,) = (dossier / "ingevuld").glob(f"*{file.SUFFIX}")
    response, _ = file.load(path)
    assert response is not None
    assert {"goed": f"{kept}\nDe rest."} == response.open


@pytest.mark.skipif(sys.platform != "linux", reason="how long a line can be is the system's")
def test_a_line_that_fits_in_a_terminal_is_whole(dossier: Path) -> None:
    """One letter less than can be held: nothing is said of it."""
    terminal = Terminal(["invullen", "regio", "--eenvoudig"], dossier.parent, rows=100)
    terminal.wait_for("of stop.")
    terminal.press("2\r", "\r")
    terminal.wait_for("Sluit af")
    terminal.press("é" * 2047, "\r", ".\r")
    terminal.wait_for("Vraag 2")
    assert "te lang" not in terminal.text
    terminal.press("stop\r")
    assert 0 == terminal.wait_for_end()
    assert f'goed = "{"é" * 2047}"' in _answers(dossier)
