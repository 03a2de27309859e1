"""A list as its author wants to see it: what is wrong, and what could be better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse import toml_file
from zelfanalyse.errors import Severity
from zelfanalyse.questionnaire.lint import lint
from zelfanalyse.questionnaire.load import examined
from zelfanalyse.questionnaire.rules import DOUBTS

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.errors import Finding


def review(path: Path) -> list[Finding]:
    """Return every error and every warning about a list, in the order of the file."""
    document, findings = toml_file.read(path)
    if document is None:
        return findings
    readable, findings = examined(document)
    doubts = [doubt for rule in DOUBTS for doubt in rule(document.data)]
    warnings = [document.finding(*doubt) for doubt in doubts]
    if readable is not None:
        warnings += [document.finding(at, message) for at, message in lint(readable)]
    findings += [warning._replace(severity=Severity.WARNING) for warning in warnings]
    return sorted(findings, key=lambda finding: finding.line or 0)
