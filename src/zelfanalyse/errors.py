"""The errors a user can meet, the findings in a file, and the exit codes."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ExitCode(IntEnum):
    """What the program tells the shell; the manual documents these numbers."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INTERRUPTED = 130


class Severity(Enum):
    """How much a finding weighs: an error refuses the file, a warning only advises."""

    ERROR = "fout"
    WARNING = "let op"


class Finding(NamedTuple):
    """One thing that is wrong in one file, in Dutch, with where and what to do."""

    file: Path
    line: int | None
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}, regel {self.line}" if self.line else f"{self.file}"
        sentence = f"{place}: {self.severity.value}: {self.message}"
        return f"{sentence} {self.hint}" if self.hint else sentence


def is_refused(findings: Iterable[Finding]) -> bool:
    """Whether any of these findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


class ZelfanalyseError(Exception):
    """The family of errors that end a command with one Dutch sentence and a next step."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class WrongUseError(ZelfanalyseError):
    """The command was called with something it cannot work with."""

    exit_code = ExitCode.USAGE


class StorageError(ZelfanalyseError):
    """A file or folder could not be written; what stood there before still stands."""


class ChangedElsewhereError(StorageError):
    """A file holds something else than this program left in it; nothing was overwritten."""


class RefusedError(ZelfanalyseError):
    """One or more files hold errors; ``findings`` has all of them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class InvalidAnswerError(ZelfanalyseError):
    """An answer that its question cannot have."""
