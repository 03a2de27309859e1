"""From a TOML file to a questionnaire, or everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse import record, toml_file
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.questionnaire.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.errors import Finding
    from zelfanalyse.toml_file import Document


def load(path: Path) -> tuple[Questionnaire | None, list[Finding]]:
    """Return the questionnaire in a file, or none and everything that is wrong with it."""
    document, findings = toml_file.read(path)
    return (None, findings) if document is None else judged(document)


def judged(document: Document) -> tuple[Questionnaire | None, list[Finding]]:
    """Return the questionnaire in a document, or none and all that is wrong, in its order."""
    questionnaire, findings = record.build(Questionnaire, document)
    findings += [document.finding(*problem) for rule in RULES for problem in rule(document.data)]
    findings.sort(key=lambda finding: finding.line or 0)
    return (None if findings else questionnaire), findings
