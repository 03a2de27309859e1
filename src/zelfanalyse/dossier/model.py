"""The settings of a dossier as frozen records; the Dutch aliases are the keys of its file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from zelfanalyse.questionnaire.model import Id, Line, Text
from zelfanalyse.record import FORMAT, Record
from zelfanalyse.response.model import QuestionnaireRef

MINIMUM_GROUP = 5
MINIMUM_GROUP_FLOOR = 3


class Source(StrEnum):
    """The side a perspective answers from."""

    SELF = "zelf"
    EXTERNAL = "extern"


class Profile(Record):
    """The five fields of the profile, after the learning track of 2014-2017."""

    form: str = Field(default="", alias="vorm", description="De vorm van de samenwerking.")
    board: str = Field(default="", alias="bestuur", description="Wie bestuurt de samenwerking.")
    population: Annotated[int, Field(ge=0)] | None = Field(
        default=None, alias="inwoners", description="Het aantal inwoners, zonder punten."
    )
    history: str = Field(default="", alias="historie", description="Hoe het zo gekomen is.")
    phase: str = Field(
        default="", alias="fase_organisatie", description="Waar de organisatie nu staat."
    )


class Method(Record):
    """The thresholds of this dossier; the report prints them."""

    minimum_group: Annotated[int, Field(ge=MINIMUM_GROUP_FLOOR, le=50)] = Field(
        default=MINIMUM_GROUP,
        alias="minimum_groep",
        description="Zoveel antwoorden zijn minstens nodig om een cijfer te tonen: 3 of meer.",
    )


class Perspective(Record):
    """A group of respondents with one voice."""

    id: Id = Field(description="Korte naam, zoals directie of raad.")
    title: Line = Field(alias="titel", description="De naam die mensen lezen.")
    source: Annotated[Source, Field(strict=False)] = Field(
        alias="bron", description="zelf of extern."
    )
    on_record: bool = Field(
        default=False,
        alias="op_naam",
        description="true: deze mensen antwoorden met hun functie erbij en zijn herkenbaar.",
    )


class Settings(Record):
    """``dossier.toml``: one partnership, one round of asking."""

    model_config = ConfigDict(title="Dossier")

    format: Literal[1] = Field(default=FORMAT, alias="formaat")
    id: Id
    name: Line = Field(alias="naam")
    round: Line = Field(alias="ronde")
    occasion: Text = Field(alias="aanleiding")
    made_up: bool = Field(default=False, alias="verzonnen")
    questionnaire: QuestionnaireRef = Field(alias="vragenlijst")
    profile: Profile = Field(default=Profile(), alias="profiel")
    method: Method = Field(default=Method(), alias="methode")
    perspectives: Annotated[tuple[Perspective, ...], Field(min_length=1)] = Field(
        alias="perspectief"
    )

    def perspective(self, name: str | None) -> Perspective | None:
        """Return the perspective with this id, or none."""
        return next((item for item in self.perspectives if item.id == name), None)
