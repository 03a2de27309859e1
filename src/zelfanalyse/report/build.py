"""From a result to a report: which sections there are, and in which order."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from zelfanalyse.analysis.figures import figures
from zelfanalyse.report import dutch
from zelfanalyse.report.comparison import at_a_glance, differences, divided, shared, unseen
from zelfanalyse.report.document import Document
from zelfanalyse.report.factor_pages import factors
from zelfanalyse.report.methodology import methodology
from zelfanalyse.report.mirror_section import mirror_section
from zelfanalyse.report.opening import CONCEPT, MADE_UP, opening, participation, profile
from zelfanalyse.report.other_questions import (
    balances,
    marks,
    open_answers,
    predictions,
    reflection,
    remarks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Result

OPENING = (opening, profile, participation)
SCORED = (at_a_glance, differences, divided, shared, unseen, predictions, factors)
# Open answers come before the mirror: counter-examples are read before complaints.
CLOSING = (balances, marks, open_answers, remarks, mirror_section, reflection, methodology)


def build(result: Result) -> Document:
    """Return the report of a result."""
    sections = (*OPENING, *(SCORED if result.factors else ()), *CLOSING)
    blocks = tuple(block for section in sections for block in section(result))
    return Document(
        result.settings.name,
        blocks,
        status=CONCEPT,
        warning=MADE_UP if result.settings.made_up else "",
        footer=" · ".join(_footer(result)),
    )


def _footer(result: Result) -> Iterator[str]:
    """Yield which dossier, round, list and figures a report is made from."""
    settings, asked = result.settings, result.questionnaire
    yield settings.name
    yield f"ronde {settings.round}"
    if result.as_of is not None:
        yield f"antwoorden tot en met {dutch.date(result.as_of)}"
    yield f"lijst {asked.id} {asked.version}"
    yield f"kenmerk {fingerprint_of(result)}"


def fingerprint_of(result: Result) -> str:
    """Return twelve digits that are the same for the same figures, and for no others."""
    rows = "\n".join(repr(figure) for figure in figures(result))
    return sha256(rows.encode()).hexdigest()[:12]
