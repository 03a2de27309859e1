"""What a partnership is like: five fields, and what else one must know to read its figures.

None of it is ever part of a figure.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from zelfanalyse.record import Line, Record

FORMS = (
    "gemeenschappelijke regeling",
    "regio met een eigen raad",
    "ambtelijke fusie",
    "centrumgemeente",
    "shared service center",
    "verbonden partij",
    "convenant",
    "netwerk of uitwisseling",
)
DOMAINS = (
    "zorg en sociaal domein",
    "werk en inkomen",
    "wonen en ruimte",
    "mobiliteit en infrastructuur",
    "economie",
    "vergunningen, toezicht en handhaving",
    "veiligheid",
    "belastingen",
    "bedrijfsvoering",
)


class OccasionKind(StrEnum):
    """Why a municipality looks at its partnership now."""

    RESIDENTS = "eisen van inwoners"
    SAVINGS = "bezuiniging"
    COMPLEXITY = "ingewikkelde vraagstukken"
    NEW_TASK = "nieuwe wet of taak"
    CONFLICT = "conflict"
    PERIODIC = "periodiek"
    MERGER = "herindeling"
    OTHER = "anders"


class Profile(Record):
    """The five fields of the profile, after the learning track of 2014-2017."""

    model_config = ConfigDict(
        title="Profiel",
        json_schema_extra={"description": "Vijf velden die de samenwerking kort beschrijven."},
    )

    form: str = Field(default="", alias="vorm", description="De vorm van de samenwerking.")
    board: str = Field(default="", alias="bestuur", description="Wie bestuurt de samenwerking.")
    population: Annotated[int, Field(ge=0)] | None = Field(
        default=None, alias="inwoners", description="Het aantal inwoners, zonder punten."
    )
    history: str = Field(default="", alias="historie", description="Hoe het zo gekomen is.")
    phase: str = Field(
        default="", alias="fase_organisatie", description="Waar de organisatie nu staat."
    )

    @property
    def missing(self) -> tuple[str, ...]:
        """The Dutch names of the fields that are still empty, in the order of the file."""
        return tuple(
            field.alias or name
            for name, field in type(self).model_fields.items()
            if getattr(self, name) in {None, ""}
        )


class Role(Record):
    """What one party is in the partnership."""

    model_config = ConfigDict(
        title="Rol", json_schema_extra={"description": "Wat een partij in de samenwerking is."}
    )

    party: Line = Field(alias="partij", description="De naam van de partij.")
    role: Line = Field(
        alias="rol", description="Zoals opdrachtgever, opdrachtnemer, eigenaar of deelnemer."
    )


class Context(Record):
    """What one must know to read the figures."""

    model_config = ConfigDict(
        title="Context",
        json_schema_extra={"description": "Wat een lezer verder van de samenwerking moet weten."},
    )

    population_on: date | None = Field(
        default=None, alias="peildatum", description="De dag waarop het aantal inwoners klopte."
    )
    votes: str = Field(
        default="", alias="stemverhouding", description="Hoe de stemmen verdeeld zijn."
    )
    budget_share: str = Field(
        default="",
        alias="aandeel_begroting",
        description="Welk deel van de begroting via de samenwerking loopt.",
    )
    position: str = Field(
        default="", alias="positie", description="Koploper of volger, als u dat wilt zeggen."
    )
    arrangement: str = Field(
        default="",
        alias="evaluatie_van",
        description="De regeling en het artikel, als dit een evaluatie daarvan is.",
    )
    roles: tuple[Role, ...] = Field(
        default=(), alias="rol", description="Wat elke partij in de samenwerking is."
    )


class Archive(Record):
    """How long the dossier is kept, and for whom it is; the municipality decides."""

    model_config = ConfigDict(
        title="Archief",
        json_schema_extra={"description": "Voor wie het dossier is en hoe lang u het bewaart."},
    )

    intended_for: str = Field(
        default="",
        alias="bestemd_voor",
        description="Zoals intern beraad, besluit van het college of openbaar.",
    )
    case_number: str = Field(default="", alias="zaaknummer", description="Het nummer van de zaak.")
    selection_result: str = Field(
        default="",
        alias="selectielijst_resultaat",
        description="Het resultaat uit de selectielijst van gemeenten.",
    )
    retention: str = Field(
        default="", alias="bewaartermijn", description="Hoe lang u het dossier bewaart."
    )
    destroy_on: date | None = Field(
        default=None, alias="vernietigen_op", description="De dag waarop u het dossier vernietigt."
    )
