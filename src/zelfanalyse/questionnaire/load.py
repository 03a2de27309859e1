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
    """Return the questionnaire in a document, or none and everything that is wrong with it."""
    questionnaire, findings = examined(document)
    return (None if findings else questionnaire), findings


def examined(document: Document) -> tuple[Questionnaire | None, list[Finding]]:
    """Return everything that is wrong, in the order of the file, and the list to give advice on.

    It is there when its values have the right types, also when it breaks a rule.
    """
    questionnaire, findings = record.build(Questionnaire, document)
    findings += [document.finding(*problem) for rule in RULES for problem in rule(document.data)]
    return questionnaire, sorted(findings, key=lambda finding: finding.line or 0)
