"""How someone likes the screen, kept for the next time in the settings of their own account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import platformdirs
from pydantic import ConfigDict, Field

from zelfanalyse import record, toml_file
from zelfanalyse.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.errors import Finding

ThemeName: TypeAlias = Literal["donker", "licht", "hoog contrast"]
_HEADING = "Voorkeuren van zelfanalyse. U kunt dit bestand weggooien: dan geldt wat gewoon is."


class Preferences(Record):
    """What the screen remembers; nothing of it is about answers."""

    model_config = ConfigDict(title="Voorkeuren")

    theme: ThemeName = Field(default="donker", alias="thema")
    moves_on: bool = Field(default=True, alias="meteen_verder")


def place() -> Path:
    """Return the file of this account; it need not exist."""
    return platformdirs.user_config_path("zelfanalyse", appauthor=False) / "voorkeuren.toml"


def load(path: Path) -> tuple[Preferences, list[Finding]]:
    """Return what is in the file, or what is usual with what is wrong in the file."""
    if not path.exists():
        return Preferences(), []
    document, findings = toml_file.read(path)
    if document is None:
        return Preferences(), findings
    found, findings = record.build(Preferences, document)
    return found or Preferences(), findings


def save(path: Path, preferences: Preferences) -> None:
    """Put the preferences on disk. Raises ``StorageError`` when the disk refuses."""
    toml_file.write(path, preferences.to_toml(), comment=_HEADING)
