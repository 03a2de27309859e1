"""From a result to a report: which sections there are, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report.comparison import at_a_glance, differences, divided, shared, unseen
from zelfanalyse.report.document import Document
from zelfanalyse.report.factor_pages import factors
from zelfanalyse.report.methodology import methodology
from zelfanalyse.report.mirror_section import mirror_section
from zelfanalyse.report.opening import opening, participation, profile
from zelfanalyse.report.other_questions import (
    balances,
    marks,
    open_answers,
    predictions,
    reflection,
    remarks,
)

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result

OPENING = (opening, profile, participation)
SCORED = (at_a_glance, differences, divided, shared, unseen, predictions, factors)
# Open answers come before the mirror: counter-examples are read before complaints.
CLOSING = (balances, marks, open_answers, remarks, mirror_section, reflection, methodology)


def build(result: Result) -> Document:
    """Return the report of a result."""
    sections = (*OPENING, *(SCORED if result.factors else ()), *CLOSING)
    blocks = tuple(block for section in sections for block in section(result))
    return Document(result.settings.name, blocks)
