"""``vragenlijsten``: which lists are built in."""

from __future__ import annotations

from zelfanalyse.errors import ExitCode
from zelfanalyse.output import put
from zelfanalyse.questionnaire import library


def run() -> int:
    """Print a line for each list."""
    for name, path in library.built_in().items():
        questionnaire = library.open_questionnaire(path)
        put(f"{name}  {questionnaire.version}  {questionnaire.title} ({questionnaire.status})")
    return ExitCode.OK
