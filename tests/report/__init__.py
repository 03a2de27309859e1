"""The report: its blocks, and every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.progress.case import Case

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result


def case_of(*results: Result) -> Case:
    """Return a case of nothing but results, the first being that of the dossier's own list."""
    return Case(results[0].settings, results)
