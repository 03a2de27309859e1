"""From a TOML file to a questionnaire and everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse import record, toml_file
from zelfanalyse.errors import Finding, Severity
from zelfanalyse.questionnaire.lint import lint
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.questionnaire.rules import DOUBTS, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.toml_file import Document


def load(path: Path) -> tuple[Questionnaire | None, list[Finding]]:
    """Return the questionnaire in a file and every finding, in the order of the file.

    The questionnaire is none when a finding is an error; warnings leave it usable.
    """
    document, findings = toml_file.read(path)
    return (None, findings) if document is None else judged(document)


def judged(document: Document) -> tuple[Questionnaire | None, list[Finding]]:
    """Return the questionnaire in a document that was read, and every finding."""
    questionnaire, findings = record.build(Questionnaire, document)
    findings += [document.finding(*problem) for rule in RULES for problem in rule(document.data)]
    refused = bool(findings)
    findings += [
        document.finding(*doubt)._replace(severity=Severity.WARNING)
        for rule in DOUBTS
        for doubt in rule(document.data)
    ]
    if questionnaire is not None:
        findings += [
            Finding(document.path, document.line(at), message, severity=Severity.WARNING)
            for at, message in lint(questionnaire)
        ]
    findings.sort(key=lambda finding: finding.line or 0)
    return (None if refused else questionnaire), findings
