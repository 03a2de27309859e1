"""``inventaris.toml``: every cooperation that the municipality has, on one table."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Line, Record


class Cooperation(Record):
    """One cooperation. Amounts are in words: they are estimates, and never added up."""

    model_config = ConfigDict(
        title="Samenwerking",
        json_schema_extra={"description": "Een samenwerking van de gemeente."},
    )

    name: Line = Field(alias="naam", description="De naam van de samenwerking.")
    form: str = Field(default="", alias="vorm", description="Zoals convenant of netwerk.")
    is_formal: bool | None = Field(
        default=None, alias="formeel", description="true: er is iets getekend."
    )
    domain: str = Field(default="", alias="domein", description="Het onderwerp.")
    partners: tuple[Line, ...] = Field(default=(), description="Met wie.")
    motive: str = Field(default="", alias="motief", description="Waarom de gemeente meedoet.")
    hours: str = Field(
        default="", alias="overleguren", description="Hoeveel tijd het overleg kost."
    )
    costs: str = Field(default="", alias="kosten", description="Wat het kost.")
    yields: str = Field(default="", alias="opbrengst", description="Wat het oplevert.")
    improvement: str = Field(default="", alias="verbetering", description="Wat beter kan.")


class Inventory(Page):
    """The cooperations of a municipality."""

    model_config = ConfigDict(
        title="Inventaris",
        json_schema_extra={"description": "Alle samenwerkingen van de gemeente."},
    )

    name: ClassVar[str] = "inventaris.toml"
    heading: ClassVar[str] = "Alle samenwerkingen van de gemeente, op een rij."

    cooperations: tuple[Cooperation, ...] = Field(
        default=(), alias="samenwerking", description="De samenwerkingen."
    )
