"""Rows as CSV or as a workbook of Excel. What people wrote is text there and never a formula."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, TypeAlias

from zelfanalyse.analysis.figures import Figure
from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.answers import AnswerRow
from zelfanalyse.report.formats import needs_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    Cell: TypeAlias = str | int | float | None

WORKBOOK = ".xlsx"
DELIMITERS = (";", ",")  # the first is what Excel expects where the comma is in numbers
MAX_ROWS = 1_048_575  # in a sheet of Excel, under the heading
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # always the same, so that the same rows are the same
_FORMULA = tuple("=+-@\t\r")


def csv_text(figures: Iterable[Figure]) -> str:
    """Return the figures as CSV text with a heading row; what is absent is an empty cell.

    For other tools: commas, a point as decimal sign, full precision.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Figure._fields)
    writer.writerows(figures)
    return text.getvalue()


def figures_workbook(figures: Iterable[Figure]) -> bytes:
    """Return the figures as a workbook."""
    return _workbook("cijfers", Figure._fields, list(figures))


def answers_writer(out: Path, delimiter: str = "") -> Callable[[Sequence[AnswerRow]], bytes]:
    """Return what turns separate answers into the bytes of a file with this ending.

    Raises ``WrongUseError`` for another ending than .csv and .xlsx, another delimiter than those
    of CSV, or when the package for Excel is not installed.
    """
    if delimiter and delimiter not in DELIMITERS:
        raise WrongUseError(f"'{delimiter}' kan geen scheiding zijn.", "Kies ',' of ';'.")
    match out.suffix.lower():
        case ".csv":
            return lambda rows: answers_csv(rows, delimiter or DELIMITERS[0])
        case ".xlsx" if delimiter:
            raise WrongUseError("--scheiding is alleen voor CSV.", "Laat --scheiding weg.")
        case ".xlsx":
            needs_workbook()
            return lambda rows: _workbook("antwoorden", AnswerRow._fields, rows)
        case _:
            raise WrongUseError(f"'{out}' eindigt niet op .csv of .xlsx.", "Kies zo'n naam.")


def answers_csv(rows: Iterable[AnswerRow], delimiter: str) -> bytes:
    """Return separate answers as CSV that Excel opens by itself: with a mark that it is UTF-8."""
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    for row in (AnswerRow._fields, *rows):
        writer.writerow([_defused(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _defused(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def needs_workbook() -> None:
    """Raise ``WrongUseError`` when the package for Excel is not installed."""
    needs_package("xlsxwriter", "xlsxwriter", WORKBOOK)


def _workbook(title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - an extra that most commands do without

    if len(rows) > MAX_ROWS:
        raise WrongUseError("Dit zijn te veel regels voor Excel.", "Kies .csv.")
    file = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": _CREATED.replace(tzinfo=None)})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(columns):
            sheet.write_string(0, place, name, bold)
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, place, cell)
                elif cell is not None:
                    sheet.write_number(line, place, cell)
    return file.getvalue()
