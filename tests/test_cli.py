"""The commands, from words to exit code."""

from __future__ import annotations

import errno
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import asked, bytes_of, on_disk, person, posted
from tests.running import Done
from zelfanalyse import __version__, commands
from zelfanalyse.commands import COMMANDS
from zelfanalyse.dossier import folder
from zelfanalyse.errors import ExitCode
from zelfanalyse.questionnaire import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from zelfanalyse.response.desk import Desk

LIST = asked()
ENGLISH = re.compile(
    r"\b(usage|options?|show|message|exit|commands?|arguments?|required|default|error|invalid"
    r"|missing|no such|try|did you mean|file|directory|not found|expected)\b",
    re.IGNORECASE,
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder: a dossier, good and bad files, and an empty folder."""
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path / "dossier", LIST)
    (tmp_path / "leeg").mkdir()
    (tmp_path / "stuk.toml").write_text("dit is geen toml", "utf-8")
    (tmp_path / "latijn.toml").write_bytes("titel = 'één'".encode("latin-1"))
    posted(tmp_path, person(1, "raad", LIST, {"vertrouwen-1": 4}), "goed")
    posted(tmp_path, person(2, "raad", LIST, {"vertrouwen-1": 9}), "buiten-de-schaal")
    posted(tmp_path, person(3, "pers", LIST, {"vertrouwen-1": 3}), "onbekende-groep")
    return tmp_path


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that makes the disk refuse every new file, with an error number."""

    def refuse(number: int) -> None:
        def write(*_: object) -> None:
            raise OSError(number, "refused")

        monkeypatch.setattr(os, "fsync", write)

    return refuse


def new(map_: str, *more: str) -> list[str]:
    """Return the words that make a dossier."""
    return ["nieuw", map_, "--naam", "Regio", "--aanleiding", "Daarom.", *more]


def assert_told(done: Done, exit_code: int) -> None:
    """A refusal is a Dutch sentence on stderr with a next step, and no traceback."""
    assert exit_code == done.exit_code
    assert "" == done.out
    assert done.err.strip().endswith((".", "?", '"..."'))
    assert 1 == len(done.err.strip().splitlines())
    assert "Traceback" not in done.err
    assert "programma zelf" not in done.err
    assert None is ENGLISH.search(done.err)


# --- what goes well ---


def test_without_a_command_the_commands_are_shown(run: Callable[..., Done]) -> None:
    """The program by itself tells what there is to do."""
    done = run()
    assert ExitCode.OK == done.exit_code
    assert all(command in done.out for command in COMMANDS)


def test_the_version_is_data(run: Callable[..., Done]) -> None:
    """The version stands alone on stdout."""
    assert Done(0, f"{__version__}\n", "") == run("--versie")


def test_the_built_in_lists_are_named(run: Callable[..., Done]) -> None:
    """Each list with its id and version."""
    done = run("vragenlijsten")
    assert ExitCode.OK == done.exit_code
    named = [line.split()[:2] for line in done.out.splitlines()]
    assert list(library.built_in()) == [name for name, _ in named]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for _, version in named)


def test_a_list_without_findings_is_in_order(run: Callable[..., Done], place: Path) -> None:
    """No findings: nothing on stdout and exit code 0."""
    done = run("controleren", place / "dossier" / folder.QUESTIONNAIRE)
    assert (0, "") == (done.exit_code, done.out)


def test_the_schema_is_json(run: Callable[..., Done]) -> None:
    """What an editor reads is on stdout and nothing else is."""
    done = run("schema")
    assert (0, "") == (done.exit_code, done.err)
    assert "Vragenlijst" == json.loads(done.out)["title"]


def test_a_new_dossier_can_be_reported_on(run: Callable[..., Done], place: Path) -> None:
    """The dossier that was made opens, has what was asked, and has a report."""
    done = run(*new("nieuw", "--perspectief", "raad", "--perspectief", "adviseur"))
    assert (0, "") == (done.exit_code, done.out)
    settings = folder.load(place / "nieuw").settings
    assert ("Regio", ["raad", "adviseur"]) == (
        settings.name,
        [item.id for item in settings.perspectives],
    )
    assert 0 == run("rapport", "nieuw").exit_code


def test_a_dossier_can_have_an_own_list(run: Callable[..., Done], place: Path) -> None:
    """An own list is pinned to the byte."""
    own = place / "dossier" / folder.QUESTIONNAIRE
    assert 0 == run(*new("nieuw", "--lijst", str(own))).exit_code
    assert own.read_bytes() == (place / "nieuw" / folder.QUESTIONNAIRE).read_bytes()


def test_responses_are_merged_and_reported(run: Callable[..., Done], place: Path) -> None:
    """A good file is taken, and the report is data on stdout."""
    done = run("samenvoegen", "dossier", "goed.antwoord.toml")
    assert 0 == done.exit_code
    assert "goed.antwoord.toml" in done.out
    assert 1 == len(folder.load(place / "dossier").responses)
    report = run("rapport", "dossier")
    assert (0, "") == (report.exit_code, report.err)
    assert "Proefregio" in report.out


def test_merging_twice_is_no_error(run: Callable[..., Done], place: Path) -> None:
    """What is known already is told, and the exit code is 0."""
    run("samenvoegen", "dossier", "goed.antwoord.toml")
    before = bytes_of(place)
    assert 0 == run("samenvoegen", "dossier", "goed.antwoord.toml").exit_code
    assert before == bytes_of(place)


@pytest.mark.parametrize("name", ["Regio \"Zuid\" & 'Noord' \\", "Café [x] 🏡", "[/bold]"])
def test_any_name_can_be_given(run: Callable[..., Done], place: Path, name: str) -> None:
    """Quotes, brackets and emoji in a name go in and come out."""
    words = ("nieuw", "n", "--naam", name, "--aanleiding", name)
    assert 0 == run(*words).exit_code
    assert name == folder.load(place / "n").settings.name
    assert name in run("rapport", "n").out


# --- what is refused ---


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("rapport nergens", 2),
        ("rapport leeg", 2),
        ("rapport stuk.toml", 2),
        ("samenvoegen nergens goed.antwoord.toml", 2),
        ("samenvoegen leeg goed.antwoord.toml", 2),
        ("invullen nergens", 2),
        ("invullen leeg", 2),
        ("invullen stuk.toml", 1),
        ("invullen latijn.toml", 1),
        ("invullen dossier --perspectief pers", 2),
        ("invullen samenwerking --perspectief pers", 2),
        ("invullen dossier", 2),
        ("invullen", 2),
        ("nieuw dossier --naam Regio --aanleiding Nodig", 2),
        ("nieuw n --naam Regio --aanleiding Nodig --lijst samenwerkng", 2),
        ("nieuw n --naam Regio --aanleiding Nodig --lijst leeg", 2),
        ("nieuw n --naam Regio --aanleiding Nodig --lijst nergens.toml", 1),
        ("nieuw n --naam Regio --aanleiding Nodig --lijst stuk.toml", 1),
        ("nieuw n --naam Regio --aanleiding Nodig --lijst latijn.toml", 1),
        ("nieuw n --naam Regio --aanleiding Nodig --perspectief pers", 2),
        ("nieuw n --naam Regio --aanleiding Nodig --minimum-groep 2", 2),
        ("nieuw n --naam Regio --aanleiding Nodig --minimum-groep vijf", 2),
        ("nieuw goed.antwoord.toml --naam Regio --aanleiding Nodig", 1),
        ("nieuw n", 2),
        ("nieuw n --naam x", 2),
        ("nieuw n --naam", 2),
        ("voorbeeld goed.antwoord.toml", 1),
        ("voorbeeld dossier", 2),
        ("rapport", 2),
        ("samenvoegen", 2),
        ("samenvoegen dossier", 2),
        ("controleren", 2),
        ("nieuw", 2),
        ("--install-completion", 2),
        ("rapport dossier dossier", 2),
        ("rapprt dossier", 2),
        ("onzin", 2),
        ("--onzin", 2),
        ("rapport dossier --onzin", 2),
        ("rapport dossier --onzin=3", 2),
    ],
)
def test_wrong_words_are_told_and_touch_nothing(
    run: Callable[..., Done], place: Path, line: str, exit_code: int
) -> None:
    """One Dutch sentence on stderr, the right exit code, and every file as it was."""
    before = bytes_of(place)
    assert_told(run(*line.split()), exit_code)
    assert before == bytes_of(place)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nergens.antwoord.toml", "bestaat niet"),
        ("stuk.toml", "geldige TOML"),
        ("latijn.toml", "UTF-8"),
        ("buiten-de-schaal.antwoord.toml", "1 tot en met 5"),
        ("onbekende-groep.antwoord.toml", "'pers'"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(
    run: Callable[..., Done], place: Path, name: str, reason: str
) -> None:
    """The file and the reason are in the table, the exit code is 1, and nothing is written."""
    before = bytes_of(place)
    done = run("samenvoegen", "dossier", name)
    assert ExitCode.FINDINGS == done.exit_code
    told = "".join(done.out.split())
    assert name[:8] in told
    assert "".join(reason.split()) in told
    assert "Traceback" not in done.out + done.err
    assert before == bytes_of(place)


def test_an_empty_folder_has_no_responses(run: Callable[..., Done], place: Path) -> None:
    """A folder without response files is told, with the ending that is looked for."""
    done = run("samenvoegen", "dossier", "leeg")
    assert (1, "") == (done.exit_code, done.out)
    assert ".antwoord.toml" in done.err


@pytest.mark.parametrize("name", ["stuk.toml", "latijn.toml", "leeg", "nergens.toml"])
def test_a_list_that_cannot_be_read_is_a_finding(
    run: Callable[..., Done], place: Path, name: str
) -> None:
    """Checking a list gives its findings as data, with the file, and exit code 1."""
    done = run("controleren", name)
    assert ExitCode.FINDINGS == done.exit_code
    assert name in done.out
    assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize("name", ["dossier.toml", "vragenlijst.toml"])
def test_a_spoiled_dossier_is_told(run: Callable[..., Done], place: Path, name: str) -> None:
    """A dossier with a file that is no text is refused by every command, and left alone."""
    (place / "dossier" / name).write_bytes(b"\xff\xfe")
    before = bytes_of(place)
    for words in (
        ["rapport", "dossier"],
        ["samenvoegen", "dossier", "goed.antwoord.toml"],
        ["invullen", "dossier"],
        ["voorbeeld", "dossier"],
    ):
        done = run(*words)
        assert ExitCode.FINDINGS == done.exit_code
        assert name in done.err
        assert "Traceback" not in done.err
    assert before == bytes_of(place)


@pytest.mark.parametrize(
    "line",
    [
        "nieuw n --naam Regio --aanleiding Nodig",
        "voorbeeld v",
    ],
)
@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "rechten"), (errno.EROFS, "alleen gelezen"), (errno.ENOSPC, "vol")],
)
def test_a_disk_that_refuses_is_told(  # noqa: PLR0913, PLR0917 - three are fixtures
    run: Callable[..., Done],
    place: Path,
    refusing: Callable[[int], None],
    line: str,
    number: int,
    reason: str,
) -> None:
    """A folder without rights, a read-only or a full disk: one sentence, and nothing changed."""
    before = bytes_of(place)
    refusing(number)
    done = run(*line.split())
    assert_told(done, ExitCode.FINDINGS)
    assert reason in done.err
    assert before == bytes_of(place)


@pytest.mark.parametrize(
    "more",
    [
        ["--ronde", "x" * 300],
        ["--minimum-groep", "51"],
        ["--inwoners", "-5"],
        ["--vorm", "\x1b[31mrood"],
    ],
    ids=lambda more: more[0],
)
def test_a_value_that_does_not_fit_makes_no_dossier(
    run: Callable[..., Done], place: Path, more: list[str]
) -> None:
    """A value that the dossier would refuse is told before anything is written."""
    before = bytes_of(place)
    assert_told(run(*new("n", *more)), ExitCode.USAGE)
    assert before == bytes_of(place)


def test_an_unforeseen_error_is_told_without_a_traceback(
    run: Callable[..., Done], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody thought of ends in Dutch too, unless a developer asks for more."""

    def fail(_: object) -> None:
        raise LookupError

    monkeypatch.delenv("ZELFANALYSE_DEBUG", raising=False)
    monkeypatch.setattr("zelfanalyse.progress.case.analyse", fail)
    done = run("rapport", "dossier")
    assert ExitCode.FINDINGS == done.exit_code
    assert "LookupError" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("ZELFANALYSE_DEBUG", "1")
    with pytest.raises(LookupError):
        run("rapport", "dossier")


def test_stopping_has_its_own_exit_code(
    run: Callable[..., Done], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C ends with 130 and one word."""

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zelfanalyse.progress.case.analyse", stop)
    assert Done(ExitCode.INTERRUPTED, "", "Gestopt.\n") == run("rapport", "dossier")


def test_what_was_typed_cannot_steer_the_terminal(run: Callable[..., Done], place: Path) -> None:
    """A name with escape sequences is repeated without them."""
    for words in (["\x1b[31mx"], ["rapport", "\x1b]0;x\x07"], ["rapport", "d", "--\x1b[1mx"]):
        done = run(*words)
        assert ExitCode.USAGE == done.exit_code
        assert "\x1b" not in done.err + done.out


def test_blank_words_are_no_name(run: Callable[..., Done], place: Path) -> None:
    """A name of spaces is no name."""
    before = bytes_of(place)
    assert_told(run("nieuw", "n", "--naam", "  ", "--aanleiding", "x"), ExitCode.USAGE)
    assert before == bytes_of(place)


def test_a_merge_that_cannot_be_kept_is_in_the_table(
    run: Callable[..., Done], place: Path, refusing: Callable[[int], None]
) -> None:
    """On a full disk the table is there all the same, with the disk's reason, and exit code 1."""
    before = bytes_of(place)
    refusing(errno.ENOSPC)
    done = run("samenvoegen", "dossier", "goed.antwoord.toml")
    assert ExitCode.FINDINGS == done.exit_code
    told = " ".join(done.out.split())
    assert "geweigerd" in told
    assert "de schijf is vol" in " ".join(done.err.split())
    assert "Kies een andere map of maak ruimte." in done.err
    assert before == bytes_of(place)


def test_the_only_finding_in_a_file_is_told_with_its_hint(
    run: Callable[..., Done], place: Path
) -> None:
    """What to do about a refused file is on stderr, also when there is one finding."""
    done = run("samenvoegen", "dossier", "buiten-de-schaal.antwoord.toml")
    assert "buiten-de-schaal.antwoord.toml, regel" in done.err
    assert "Verbeter het antwoord." in done.err


def test_of_many_findings_in_a_file_ten_are_told(run: Callable[..., Done], place: Path) -> None:
    """The eleventh and further ones are counted."""
    posted(place, person(4, "raad", LIST, {f"onzin-{number}": 3 for number in range(12)}), "veel")
    done = run("samenvoegen", "dossier", "veel.antwoord.toml")
    assert 10 == done.err.count("geen vraag van deze soort")
    assert "veel.antwoord.toml: … en nog 2." in done.err


def test_the_merge_table_can_be_read_in_a_pipe(run: Callable[..., Done], place: Path) -> None:
    """No name, code or perspective is broken, no line is too long or ends in a space."""
    posted(place, person(5, "raad", LIST, {"vertrouwen-1": 4}), "3WQ1-YKJZ")
    run("samenvoegen", "dossier", "3WQ1-YKJZ.antwoord.toml")
    done = run("samenvoegen", "dossier", ".")
    assert "3WQ1-YKJZ.antwoord.toml" in done.out
    assert "onbekende-groep.antwoord.toml" in done.out
    assert [] == [line for line in done.out.splitlines() if len(line) > 80 or line != line.rstrip()]


def test_a_name_too_long_for_the_table_is_folded(run: Callable[..., Done], place: Path) -> None:
    """Nothing of a long name is lost, and the reason still has its room."""
    name = "een-heel-lange-naam-" * 5
    posted(place, person(1, "raad", LIST, {"vertrouwen-1": 4}), name)
    done = run("samenvoegen", "dossier", f"{name}.antwoord.toml")
    assert 0 == done.exit_code
    column = "".join(line.split(" ")[0] for line in done.out.splitlines()[1:])
    assert f"{name}.antwoord.toml" == column


def test_a_built_in_list_is_checked_by_its_name(run: Callable[..., Done]) -> None:
    """``controleren samenwerking`` checks the list of that name."""
    assert Done(0, "", "samenwerking: in orde.\n") == run("controleren", "samenwerking")


def test_the_next_step_can_be_typed_over(run: Callable[..., Done], place: Path) -> None:
    """A folder with a space is in quotes where a command is told."""
    done = run(*new("é x"))
    assert "zelfanalyse invullen 'é x'\n" in done.err


def test_a_blank_folder_is_not_the_current_one(run: Callable[..., Done], place: Path) -> None:
    """An empty word makes no dossier and no example."""
    before = bytes_of(place)
    for words in (new(""), new("  "), ["voorbeeld", ""]):
        assert_told(run(*words), ExitCode.USAGE)
    assert before == bytes_of(place)


def test_a_failed_dossier_leaves_no_folder(
    run: Callable[..., Done], place: Path, refusing: Callable[[int], None]
) -> None:
    """Not even an empty folder, or a hidden one beside it."""
    before = sorted(place.iterdir())
    refusing(errno.ENOSPC)
    run(*new("n"))
    assert before == sorted(place.iterdir())


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, "full"),
            "De uitvoer kan niet geschreven worden: de schijf is vol.\n",
        ),
        (
            PermissionError(errno.EACCES, "refused", "map/dossier.toml"),
            "'map/dossier.toml' kan niet gelezen worden: u hebt hier geen rechten.\n",
        ),
    ],
    ids=["uitvoer", "bestand"],
)
def test_a_refusing_system_is_no_fault_of_the_program(
    run: Callable[..., Done],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    sentence: str,
) -> None:
    """Output that cannot be written and a file that cannot be read are told as such."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("zelfanalyse.report.terminal.show", refuse)
    assert Done(ExitCode.FINDINGS, "", sentence) == run("rapport", "dossier")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk that Linux has")
def test_a_full_disk_for_the_output_is_told(place: Path) -> None:
    """A report to a full disk ends in one sentence, also where Python writes at its very end."""
    for words in (["rapport", "dossier"], ["--versie"]):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [sys.executable, "-m", "zelfanalyse", *words],
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                check=False,
                timeout=60,
            )
        expected = "De uitvoer kan niet geschreven worden: de schijf is vol.\n"
        assert (1, expected) == (done.returncode, done.stderr)


def test_a_path_without_rights_gets_our_own_sentence(
    run: Callable[..., Done], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typer does not judge whether a path can be read: the program tells why not."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert 0 == run("rapport", "dossier").exit_code
    assert 0 == run("samenvoegen", "dossier", "goed.antwoord.toml").exit_code
    assert 0 == run("controleren", "dossier/vragenlijst.toml").exit_code


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("invullen --eenvoudig=ja", "Bij --eenvoudig hoort geen waarde. Typ alleen --eenvoudig."),
        ("invullen --help=ja", "Bij --help hoort geen waarde. Typ alleen --help."),
        ("--versie=ja", "Bij --versie hoort geen waarde. Typ alleen --versie."),
        ("invullen x --lijst", "De optie --lijst heeft een waarde nodig. Kijk met --help."),
        ("rapport x -o", "De optie -o heeft een waarde nodig. Kijk met --help."),
    ],
)
def test_a_value_that_is_missing_or_too_much_is_told_as_such(
    run: Callable[..., Done], place: Path, words: str, sentence: str
) -> None:
    """One option is only there or not, the other says something: the complaint knows which."""
    assert Done(ExitCode.USAGE, "", f"{sentence}\n") == run(*words.split())


# --- after filling in ---


@pytest.fixture
def filled_in(run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Return a function that runs ``invullen`` with a screen where someone hands in, or stops."""

    def fill_in(*words: str, hand_in: bool, trouble: str = "") -> Done:
        class Screen:
            def __init__(self, desk: Desk, *_: object) -> None:
                self.desk = desk
                self.trouble = trouble
                self.is_interrupted = False
                self.failure = None
                self.sitting = desk.begin(desk.invitations[0])

            def run(self) -> None:
                if hand_in:
                    self.sitting.hand_in()

        monkeypatch.setattr("zelfanalyse.commands.screen.needs_terminal", lambda *_: None)
        monkeypatch.setattr("zelfanalyse.tui.app.FillInApp", Screen)
        return run("invullen", *words)

    return fill_in


def test_who_stops_is_told_how_to_go_on(filled_in: Callable[..., Done], place: Path) -> None:
    """The command that goes on has the folder in quotes and the perspective."""
    on_disk(place / "é x", LIST)
    done = filled_in("é x", "--perspectief", "raad", hand_in=False)
    assert "Ga later verder met:\nzelfanalyse invullen 'é x' --perspectief raad\n" in done.err


def test_answers_for_a_dossier_are_sent(filled_in: Callable[..., Done], place: Path) -> None:
    """Who hands in for a dossier is told to whom the file goes."""
    done = filled_in("dossier", "--perspectief", "raad", hand_in=True)
    assert "Stuur dit bestand naar uw begeleider." in done.err


def test_answers_of_a_list_by_itself_are_sent_to_nobody(
    filled_in: Callable[..., Done], place: Path
) -> None:
    """Without a dossier there is no facilitator."""
    done = filled_in("samenwerking", hand_in=True)
    assert ExitCode.OK == done.exit_code
    assert "Uw antwoorden staan in:\n" in done.err
    assert "begeleider" not in done.err


def test_answers_that_were_not_kept_are_told(filled_in: Callable[..., Done], place: Path) -> None:
    """First that the last answer is not kept, then why, and last what to do."""
    trouble = "x kan niet bewaard worden: de schijf is vol. Maak ruimte."
    done = filled_in("dossier", "--perspectief", "raad", hand_in=False, trouble=trouble)
    assert Done(1, "", f"Niet alles is bewaard. {trouble}\n") == done


# --- the report in files ---


def test_a_report_goes_to_several_files_at_once(run: Callable[..., Done], place: Path) -> None:
    """Each ending has its own format; nothing is printed, and the words are those of the pipe."""
    done = run("rapport", "dossier", "-o", "r.md", "--uit", "r.txt")
    assert (0, "") == (done.exit_code, done.out)
    assert run("rapport", "dossier").out == (place / "r.txt").read_text("utf-8")
    assert (place / "r.md").read_text("utf-8").startswith("# Proefregio")


def test_a_report_replaces_a_file_only_when_told(run: Callable[..., Done], place: Path) -> None:
    """Without --overschrijven the file stays, and no other one is written."""
    (place / "r.md").write_text("van mij", "utf-8")
    before = bytes_of(place)
    assert_told(run("rapport", "dossier", "-o", "r.txt", "-o", "r.md"), ExitCode.USAGE)
    assert before == bytes_of(place)
    assert 0 == run("rapport", "dossier", "-o", "r.md", "--overschrijven").exit_code


@pytest.mark.parametrize(
    "words",
    ["-o r.odt", "-o r.md -o ./r.md", "-o nergens/r.md", "-o dossier/dossier.toml"],
)
def test_no_file_for_a_report_is_told(run: Callable[..., Done], place: Path, words: str) -> None:
    """An unknown ending, one file twice, no folder, or the dossier's own file: one sentence."""
    before = bytes_of(place)
    assert_told(run("rapport", "dossier", *words.split()), ExitCode.USAGE)
    assert before == bytes_of(place)


def test_when_one_format_fails_no_file_is_written(
    run: Callable[..., Done], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are made before the first is written, and before the ledger is."""

    def fail(_: object) -> str:
        raise LookupError

    monkeypatch.delenv("ZELFANALYSE_DEBUG", raising=False)
    monkeypatch.setattr("zelfanalyse.report.markdown.markdown_text", fail)
    before = bytes_of(place)
    assert 1 == run("rapport", "dossier", "-o", "r.txt", "-o", "r.md").exit_code
    assert before == bytes_of(place)


def test_short_and_cards_exclude_each_other(run: Callable[..., Done], place: Path) -> None:
    """Either, or one of them for the public."""
    assert_told(run("rapport", "dossier", "--kort", "--gesprekskaarten"), ExitCode.USAGE)
    assert 0 == run("rapport", "dossier", "--kort", "--openbaar").exit_code
    assert 0 == run("rapport", "dossier", "--gesprekskaarten", "--openbaar").exit_code


# --- help ---


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)], ids=" ".join)
def test_help_is_in_dutch(run: Callable[..., Done], words: list[str]) -> None:
    """The help of every command: Dutch headings, and no English word that Typer brings."""
    done = run(*words, "--help")
    assert (0, "") == (done.exit_code, done.err)
    text = re.sub(r"--[\w-]+", "", done.out)
    assert None is ENGLISH.search(text)
    assert "Gebruik: zelfanalyse" in text
    assert "Toon deze uitleg." in text


def test_help_shows_no_python_types(run: Callable[..., Done]) -> None:
    """A reader of the help is no programmer."""
    for command in COMMANDS:
        assert None is re.search(r"<|list\[|\bstr\b|\bint\b", run(command, "--help").out)


def test_every_command_is_explained() -> None:
    """No command without a sentence of help."""
    assert 8 <= len(COMMANDS)
    assert [] == [name for name, told in COMMANDS.items() if not told.help.endswith(".")]


def test_the_help_has_every_sentence_whole(run: Callable[..., Done]) -> None:
    """Nothing of what a command does is cut off in the list of commands."""
    text = " ".join(run("--help").out.split())
    assert [] == [name for name, told in COMMANDS.items() if told.help not in text]


def test_every_module_that_is_a_command_can_be_typed() -> None:
    """What has a function ``run`` is in the table, once."""
    modules = {item.name for item in pkgutil.iter_modules(commands.__path__)}
    told = sorted(told.module for told in COMMANDS.values())
    assert sorted(modules - {"arguments", "home", "screen", "showing"}) == told


@pytest.mark.parametrize("words", [["vragenlijsten"], ["--help"]], ids=" ".join)
def test_a_command_imports_no_other_command(words: list[str]) -> None:
    """Who asks for one thing does not wait for another: no report, no way to fill in."""
    program = (
        f"import sys; from zelfanalyse import cli; cli.main({words});"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = [name for name in done.stderr.split() if name.startswith("zelfanalyse.")]
    mine = {f"zelfanalyse.commands.{COMMANDS[word].module}" for word in words if word in COMMANDS}
    assert mine == {name for name in loaded if name.startswith("zelfanalyse.commands.")}
    assert [] == [name for name in loaded if re.search("report|analysis|tui|plain", name)]
