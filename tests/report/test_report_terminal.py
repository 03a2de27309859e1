"""A report on a terminal and in a pipe."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.dossier.builders import RAAD, asked, dossier, factor, person
from tests.report import case_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build
from zelfanalyse.report.document import (
    BalanceLine,
    Block,
    Bullets,
    Corner,
    DistributionChart,
    Document,
    Dumbbell,
    DumbbellChart,
    FacingChart,
    FacingRow,
    Heading,
    Notice,
    Paragraph,
    Quotes,
    Table,
    Triangle,
)
from zelfanalyse.report.terminal import LINE, draw_line, show

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "[/bold]",
    "[red]rood[/red]",
    "[/]",
    "zie [bijlage 3]",
    ":smile: :warning:",
    "{0} %s \\n",
    "👩‍👩‍👧 🇳🇱 ☑ 日本語" * 12,
    "x" * 20_000,
    "regel een\nregel twee",
    "שלום",
    "",
)
SGR = re.compile(r"\x1b\[([0-9;]*)m")


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine's own terminal tells Rich."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def piped(*blocks: Block) -> str:
    """Return blocks as they come out of a pipe."""
    file = StringIO()
    show(Document("titel", blocks), file)
    return file.getvalue()


def squeezed(text: str) -> str:
    """Return a text without white space: wrapped text compares equal to what it was."""
    return "".join(text.split())


def test_no_line_is_wider_than_a_pipe(document: Document) -> None:
    """In a pipe the example fits in 80 columns."""
    assert [] == [line for line in piped(*document.blocks).splitlines() if cell_len(line) > 80]


@pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}])
def test_a_pipe_gets_no_escape_sequences(
    document: Document, setting: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is redirected to a file is plain text."""
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert "\x1b" not in piped(*document.blocks)


def test_a_pipe_does_not_depend_on_the_window(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same report gives the same bytes, whatever the size of the terminal."""
    monkeypatch.setenv("COLUMNS", "200")
    wide = piped(*document.blocks)
    monkeypatch.setenv("COLUMNS", "40")
    assert wide == piped(*document.blocks)


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 300])
def test_a_terminal_is_filled_to_its_width(
    document: Document, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, nor than a reader can follow."""
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = Screen()
    show(document, screen)
    lines = SGR.sub("", screen.getvalue()).splitlines()
    assert [] == [line for line in lines if cell_len(line) > min(columns, 100)]


def test_no_color_means_no_color(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NO_COLOR a terminal may get bold or underlined text, never a colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Screen()
    show(document, screen)
    codes = {code for found in SGR.findall(screen.getvalue()) for code in found.split(";")}
    assert set() == codes - {"", "0", "1", "2", "3", "4"}
    assert "\x1b" not in SGR.sub("", screen.getvalue())


def test_a_sign_carries_what_a_style_shows(document: Document) -> None:
    """Without any style self, external, wanted, and what must not be missed are still there."""
    text = piped(*document.blocks)
    assert set() == {"●", "○", "◇", "!", "•", "„"} - set(text)


def _table(text: str) -> Block:
    return Table((text, "n"), ((text, "1"), ("x", text)))


def _chart(text: str) -> Block:
    return DumbbellChart(1, 5, (Dumbbell(text, Fraction(3), None, "3,0", "–", "–"),), text)


def _balance(text: str) -> Block:
    return BalanceLine(text, text, 5, (("zelf", Fraction(2), None, text),), text)


def _triangle(text: str) -> Block:
    return Triangle(1, 5, (Corner(text, Fraction(3), None, "3,0", "–"),) * 3, text)


def _distribution(text: str) -> Block:
    return DistributionChart((text, "x"), ((text, (4, 8)),), text)


def _facing(text: str) -> Block:
    return FacingChart(text, text, (FacingRow(text, Fraction(1, 2), None, "50", text),), text)


PLACES: tuple[Callable[[str], Block], ...] = (
    lambda text: Heading(text, 1),
    lambda text: Heading(text, 2),
    lambda text: Heading(text, 4),
    Paragraph,
    Notice,
    lambda text: Bullets((text, text)),
    lambda text: Quotes((text,)),
    _table,
    _chart,
    _balance,
    _triangle,
    _distribution,
    _facing,
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_text_from_people_is_never_markup(place: Callable[[str], Block], text: str) -> None:
    """Whatever people write stands there as they wrote it, in whatever block, and fits."""
    out = piped(place(text))
    assert [] == [line for line in out.splitlines() if cell_len(line) > 80]
    assert Counter() == Counter(squeezed(text)) - Counter(squeezed(out))
    for line in text.splitlines():
        assert len(line) > 20 or squeezed(line) in squeezed(out)


STEERING = "a\x1b[31mrood\x1b[0m\x1b]0;t\x07 \x00nul \u202eom\u202c \u2066x\u2069 [red]<b>"


@pytest.mark.parametrize("place", PLACES)
def test_no_text_steers_a_terminal(place: Callable[[str], Block]) -> None:
    """Escape sequences, null bytes and turns of direction are out of every block and chart."""
    out = piped(place(STEERING))
    assert set() == set(out) & set("\x1b\x07\x00\u202e\u202c\u2066\u2069")
    assert "a[31mrood[0m" in out


@given(st.text(max_size=300))
def test_no_text_breaks_a_report(text: str) -> None:
    """Nothing that can be in a text raises, or makes a line too wide."""
    out = piped(*(place(text) for place in PLACES))
    assert out.endswith("\n")


def test_a_hostile_comment_comes_out_as_text() -> None:
    """From a file to the report: sequences are defused, brackets and long texts stay whole."""
    questionnaire = asked()
    comments = [
        "[/bold] en [red]",
        "\x1b[31mrood\x1b[0m \x1b]0;titel\x07",
        "\u202eomgekeerd\u202c \u2066x\u2069",
        "lang " * 4000,
        "👩‍👩‍👧 🎉",
    ]
    people = [
        person(number, "raad", questionnaire, {"vertrouwen-1": 4}, comments={"vertrouwen-1": words})
        for number, words in enumerate(comments)
    ]
    out = piped(*build(Case.of(dossier(questionnaire, people))).blocks)
    assert "[/bold] en [red]" in out
    assert "[31mrood[0m" in out
    assert 4000 == out.count("lang")
    assert "🎉" in out
    assert set() == set(out) & set("\x1b\x07\u202e\u202c\u2066\u2069")
    assert [] == [line for line in out.splitlines() if cell_len(line) > 80]


def test_a_bracket_in_a_name_stays() -> None:
    """Names of groups, factors and partnerships are text too."""
    group = RAAD.model_copy(update={"title": "Raad [nieuw] [/bold]"})
    questionnaire = asked(factor().model_copy(update={"title": "Lef [red]"}))
    people = [person(n, "raad", questionnaire, {"vertrouwen-1": 4}) for n in range(5)]
    opened = dossier(questionnaire, people, (group,))
    settings = opened.settings.model_copy(update={"name": "Regio [/x] [bold]"})
    result = analyse(type(opened)(opened.folder, settings, questionnaire, opened.responses))
    out = squeezed(piped(*build(case_of(result)).blocks))
    for name in ("Raad[nieuw][/bold]", "Lef[red]", "Regio[/x][bold]"):
        assert name in out


def test_how_answers_lie_is_drawn_with_the_counts() -> None:
    """A column as high as the count beside it, under a label of a word on a line."""
    chart = DistributionChart(("klopt niet", "klopt half", "klopt"), (("Raad", (0, 1, 8)),), "alt")
    lines = piped(chart).splitlines()
    assert "Groep" in lines[1]
    assert ["Raad", "0", "▁", "1", "█", "8"] == lines[2].split()


def test_a_row_that_takes_others_together_is_bold() -> None:
    """On a terminal only; its words say the same in a pipe."""
    table = Table(("Groep", "n"), (("Raad", "5"), ("SAMEN", "9")), totals=(1,))
    screen = Screen()
    show(Document("", (table,)), screen)
    raad, together = screen.getvalue().splitlines()[1:3]
    assert "\x1b[1m" not in raad
    assert "\x1b[1m" in together
    assert "SAMEN" in piped(table)


@pytest.mark.parametrize(
    ("own", "external", "expected"),
    [
        ("1", "5", "●━━━━━━━━━━━━━━━━━━━━━━━○"),
        ("5", "1", "○━━━━━━━━━━━━━━━━━━━━━━━●"),
        ("3", "3", "├───────────◉───────────┤"),
        ("2", "4", "├─────●━━━━━━━━━━━○─────┤"),
    ],
)
def test_a_line_has_its_marks_in_place(own: str, external: str, expected: str) -> None:
    """A scale of 1 to 5 drawn with self and external, joined."""
    marks: list[tuple[Fraction | None, str]] = [(Fraction(own), "●"), (Fraction(external), "○")]
    assert expected == draw_line(1, 5, marks, joined=True)


def test_the_reach_of_a_difference_stands_between_brackets() -> None:
    """The ends of where self would lie; a mark at the same place stays."""
    marks: list[tuple[Fraction | None, str]] = [(Fraction(4), "●"), (Fraction(3), "○")]
    for low, high, expected in (
        ("3.4", "4.6", "├───────────○━(━━━●───)─┤"),
        ("3", "5", "├───────────○━━━━━●─────)"),
    ):
        reach = (Fraction(low), Fraction(high))
        assert expected == draw_line(1, 5, marks, joined=True, reach=reach)


def test_a_line_without_marks_is_a_scale() -> None:
    """A hidden score leaves an empty line."""
    assert f"├{'─' * (LINE - 2)}┤" == draw_line(1, 5, [(None, "●"), (None, "○")], joined=True)


@given(st.fractions(0, 10), st.fractions(0, 10))
def test_a_line_has_one_width(own: Fraction, external: Fraction) -> None:
    """Any two scores fit on the line, and both are seen."""
    for joined in (True, False):
        line = draw_line(0, 10, [(own, "●"), (external, "○")], joined=joined)
        assert LINE == len(line)
        assert "◉" in line or {"●", "○"} <= set(line)
