"""``visitatie.toml``: what the visitation panel sees, per factor and in words. Never a score."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Id, Line, Record


class Recognises(StrEnum):
    """Which picture of a factor the panel recognises."""

    SELF = "herkent het zelfbeeld"
    EXTERNAL = "herkent het beeld van buiten"
    OTHER = "ziet iets anders"


class Judgement(Record):
    """What the panel says of one factor."""

    model_config = ConfigDict(
        title="Oordeel", json_schema_extra={"description": "Wat de commissie van een factor vindt."}
    )

    factor: Id = Field(description="Het id van de factor in de vragenlijst.")
    recognises: Annotated[Recognises | None, Field(strict=False)] = Field(
        default=None, alias="oordeel", description="Welk beeld de commissie herkent."
    )
    words: str = Field(default="", alias="toelichting", description="Waarom, met voorbeelden.")
    recommendation: str = Field(default="", alias="aanbeveling", description="Wat zij aanraadt.")

    @property
    def is_empty(self) -> bool:
        """Whether the panel has said nothing of this factor yet."""
        return not (self.recognises or self.words.strip() or self.recommendation.strip())


class Panel(Page):
    """The visitation panel, and all it has to say."""

    model_config = ConfigDict(
        title="Visitatie",
        json_schema_extra={"description": "Het oordeel van de visitatiecommissie, in woorden."},
    )

    name: ClassVar[str] = "visitatie.toml"
    heading: ClassVar[str] = """\
Het oordeel van de visitatiecommissie: per factor, in woorden. Er komt nooit een cijfer.
Zij schrijft dit pas als de zelfanalyse en de blik van buiten allebei gesloten zijn."""

    members: tuple[Line, ...] = Field(
        default=(), alias="leden", description="De functies van de leden, niet hun namen."
    )
    on: date | None = Field(default=None, alias="datum", description="De dag van de visitatie.")
    conclusion: str = Field(
        default="", alias="slotwoord", description="Wat de commissie tot slot wil zeggen."
    )
    judgements: tuple[Judgement, ...] = Field(
        default=(), alias="oordeel", description="Wat de commissie per factor ziet."
    )

    def of(self, factor: str) -> Judgement | None:
        """Return what the panel says of the factor with this id; none where it says nothing."""
        found = next((item for item in self.judgements if item.factor == factor), None)
        return found if found and not found.is_empty else None
