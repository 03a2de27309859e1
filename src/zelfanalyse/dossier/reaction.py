"""``reactie.toml``: mistakes of fact that were mended, and what the board says of the report."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page, Prose
from zelfanalyse.record import Record


class Correction(Record):
    """A mistake of fact that someone pointed out."""

    model_config = ConfigDict(
        title="Correctie",
        json_schema_extra={"description": "Een feit dat niet klopte, en wat ermee gedaan is."},
    )

    by: str = Field(default="", alias="door", description="De functie van wie het zag.")
    was: Prose = Field(description="Wat er stond.")
    becomes: str = Field(default="", alias="wordt", description="Wat het moet zijn.")
    handled: str = Field(default="", alias="gedaan", description="Wat ermee gedaan is.")


class BoardResponse(Record):
    """What the board says of the report."""

    model_config = ConfigDict(
        title="Bestuurlijke reactie",
        json_schema_extra={"description": "Wat het bestuur van het rapport vindt."},
    )

    by: str = Field(default="", alias="door", description="Welk bestuur dit is.")
    on: date | None = Field(default=None, alias="datum", description="De dag van de reactie.")
    words: Prose = Field(alias="tekst", description="De reactie.")


class Reaction(Page):
    """What came back on the report before it was final."""

    model_config = ConfigDict(
        title="Reactie",
        json_schema_extra={"description": "Feitelijke correcties en de bestuurlijke reactie."},
    )

    name: ClassVar[str] = "reactie.toml"
    heading: ClassVar[str] = "Wat op het rapport terugkwam: feiten en de reactie van het bestuur."

    corrections: tuple[Correction, ...] = Field(
        default=(), alias="correctie", description="Feiten die niet klopten."
    )
    board: BoardResponse | None = Field(
        default=None, alias="reactie", description="De reactie van het bestuur."
    )
