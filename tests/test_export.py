"""Separate answers as a table: all of them, linked to nobody, and never a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.dossier.builders import (
    DONT_KNOW,
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    asked,
    dossier,
    on_disk,
    person,
    posted,
)
from zelfanalyse.cli import main
from zelfanalyse.errors import WrongUseError
from zelfanalyse.questionnaire.questions import Mark, OpenQuestion
from zelfanalyse.report.answers import AnswerRow, answers
from zelfanalyse.report.table_file import answers_csv, answers_writer

LIST = asked(
    marks=(Mark(id="nu", title="Nu", text="Welk cijfer?"),),
    open_questions=(OpenQuestion(id="vrij", text="Wat nog?"),),
)
PEOPLE = [
    person(1, "raad", LIST, {"vertrouwen-1": 4}, comments={"vertrouwen-1": "=1+1"}),
    person(2, "raad", LIST, {"vertrouwen-1": DONT_KNOW}, open_={"vrij": "nvt"}),
    person(3, "raad", LIST, {"vertrouwen-1": NOT_APPLICABLE}, marks={"nu": 7}),
    person(4, "partners", LIST),
]
DOSSIER = dossier(LIST, PEOPLE, (RAAD, PARTNERS))


def test_four_states_stay_apart() -> None:
    """Answered, don't know, n.v.t. and open each have their own word."""
    rows = [row for row in answers(DOSSIER) if row.vraag == "vertrouwen-1"]
    assert [
        AnswerRow("raad", "zelf", "vertrouwen-1", "stelling", 4, "beantwoord"),
        AnswerRow("raad", "zelf", "vertrouwen-1", "stelling", None, "n.v.t."),
        AnswerRow("raad", "zelf", "vertrouwen-1", "stelling", None, "weet niet"),
        AnswerRow("partners", "extern", "vertrouwen-1", "stelling", None, "open"),
    ] == rows


def test_the_order_of_people_is_not_in_the_rows() -> None:
    """Who handed in first makes no difference, and no code or time is there."""
    other = dossier(LIST, reversed(PEOPLE), (RAAD, PARTNERS))
    assert answers(DOSSIER, with_words=True) == answers(other, with_words=True)
    text = answers_csv(answers(DOSSIER, with_words=True), ";").decode("utf-8-sig")
    assert [] == [item.respondent for item in PEOPLE if item.respondent in text]
    assert "2026" not in text


def test_words_are_there_only_when_asked_for() -> None:
    """Comments and open answers are rows of their own kind; 'nvt' as a text is a text."""
    assert set() == {"open", "toelichting"} & {row.soort for row in answers(DOSSIER)}
    rows = answers(DOSSIER, with_words=True)
    assert ("raad", "=1+1") in {(r.perspectief, r.waarde) for r in rows if r.soort == "toelichting"}
    assert ("nvt", "beantwoord") in {(row.waarde, row.staat) for row in rows}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1"])
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    """A spreadsheet shows the text with a quote before it."""
    row = AnswerRow(text, "zelf", "x", "open", text, "beantwoord")
    read = answers_csv([row], ";").decode("utf-8-sig")
    cells = list(csv.reader(StringIO(read, newline=""), delimiter=";"))[1]
    assert [f"'{text}", f"'{text}"] == [cells[0], cells[4]]


def test_csv_is_for_a_dutch_excel() -> None:
    """UTF-8 with a mark, semicolons; a comma when asked for."""
    rows = answers(DOSSIER)
    assert answers_writer(Path("a.csv"))(rows).startswith(b"\xef\xbb\xbfperspectief;bron;vraag;")
    assert b"perspectief,bron" in answers_writer(Path("a.csv"), ",")(rows)
    with pytest.raises(WrongUseError):
        answers_writer(Path("a.csv"), "x")


def test_a_workbook_has_strings_and_no_formulas() -> None:
    """The same rows give the same bytes, and a comment is a string."""
    pytest.importorskip("xlsxwriter")
    rows = answers(DOSSIER, with_words=True)
    write = answers_writer(Path("a.xlsx"))
    assert write(rows) == write(rows)
    with ZipFile(BytesIO(write(rows))) as book:
        assert {1980} == {item.date_time[0] for item in book.infolist()}
        assert b"2000-01-01T00:00:00Z" in book.read("docProps/core.xml")
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"=1+1" in book.read("xl/sharedStrings.xml")


def test_the_command_writes_answers_and_warns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file, a warning on stderr, nothing on stdout, and nothing in the ledger."""
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path / "d", LIST)
    posted(tmp_path, PEOPLE[0], "een")
    main(["samenvoegen", "d", "een.antwoord.toml"])
    capsys.readouterr()
    assert 0 == main(["exporteren", "d", "-o", "antwoorden.csv"])
    out, err = capsys.readouterr()
    assert "" == out
    warned, told = err.index("Deel dit bestand met niemand."), err.index("antwoorden.csv")
    assert warned < told
    assert "--cijfers" in err
    assert (tmp_path / "antwoorden.csv").exists()
    assert not (tmp_path / "d" / "logboek.jsonl").exists()
    for words in (
        ["-o", "a.ods"],
        ["-o", "a.csv", "--scheiding", "x"],
        ["--cijfers", "--scheiding", ","],
    ):
        assert 2 == main(["exporteren", "d", *words])


def test_the_figures_of_the_report_are_a_workbook_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row per figure, as in the CSV, in numbers; without the warning for separate answers."""
    pytest.importorskip("xlsxwriter")
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path / "d", LIST)
    main(["exporteren", "d", "--cijfers", "-o", "cijfers.csv"])
    capsys.readouterr()
    assert 0 == main(["exporteren", "d", "--cijfers", "-o", "cijfers.xlsx"])
    assert "Deel dit bestand met niemand." not in capsys.readouterr().err
    expected = list(csv.reader((tmp_path / "cijfers.csv").read_text("utf-8").splitlines()))
    with ZipFile(tmp_path / "cijfers.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert len(expected) == sheet.count("<row ")
    assert [] == [title for title in expected[0] if f"<t>{title}</t>" not in words]
    assert "<f>" not in sheet


def test_the_help_says_what_comes_without_a_choice(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody writes the separate answers without having been able to know it."""
    main(["exporteren", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "Zonder deze keuze komen de losse antwoorden in het bestand." in shown
