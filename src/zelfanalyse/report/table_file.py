"""Rows of figures as CSV: a point as decimal sign, full precision."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from zelfanalyse.analysis.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable


def csv_text(figures: Iterable[Figure]) -> str:
    """Return the figures as CSV text with a heading row; what is absent is an empty cell."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Figure._fields)
    writer.writerows(figures)
    return text.getvalue()
