"""The settings of a dossier as frozen records; the Dutch aliases are the keys of its file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.profile import Archive, Context, OccasionKind, Profile
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.record import FORMAT, Id, Line, Record, Text
from zelfanalyse.response.model import QuestionnaireRef

MINIMUM_GROUP = 5
MINIMUM_GROUP_FLOOR = 3
MOST_INVITED = 1_000_000  # people of one group: more than live in any Dutch municipality


class Source(StrEnum):
    """From which side people look: from inside, or from outside."""

    SELF = "zelf"
    EXTERNAL = "extern"


class Method(Record):
    """The thresholds of this dossier; the report prints the ones it used."""

    model_config = ConfigDict(
        title="Methode",
        json_schema_extra={"description": "De drempels van dit dossier. Het rapport noemt ze."},
    )

    minimum_group: Annotated[int, Field(ge=MINIMUM_GROUP_FLOOR, le=50)] = Field(
        default=MINIMUM_GROUP,
        alias="minimum_groep",
        description="Zoveel antwoorden zijn minstens nodig om een cijfer te tonen: 3 of meer.",
    )
    word_group: Annotated[int, Field(ge=5, le=50)] = Field(
        default=5,
        alias="minimum_woord",
        description="Zoveel antwoorden zijn nodig voor een woord over eensgezindheid: 5 of meer.",
    )
    spread_group: Annotated[int, Field(ge=10, le=100)] = Field(
        default=10,
        alias="minimum_spreiding",
        description="Zoveel antwoorden zijn nodig voor een cijfer over spreiding: 10 of meer.",
    )
    voice: Literal["perspectief", "persoon"] = Field(
        default="perspectief",
        alias="stem",
        description="Wie een stem heeft in het cijfer van een kant: elk perspectief of persoon.",
    )
    answered_share: Annotated[float, Field(ge=0.25, le=1)] = Field(
        default=0.5,
        alias="deel_beantwoord",
        description="Het deel van de stellingen dat een getal moet hebben voor een factorscore.",
    )
    without_reversed: bool = Field(
        default=False,
        alias="zonder_omgekeerd",
        description="true: omgekeerde stellingen tellen niet mee in de factorscore.",
    )
    strong: Annotated[float, Field(ge=60, le=95)] = Field(
        default=75,
        alias="sterk_vanaf",
        description="Vanaf dit percentage van de schaal heet een score sterk.",
    )
    mixed: Annotated[float, Field(ge=25, lt=60)] = Field(
        default=50,
        alias="gemengd_vanaf",
        description="Vanaf dit percentage heet een score gemengd, daaronder zorg.",
    )
    notable: Annotated[float, Field(ge=5, le=50)] = Field(
        default=12.5,
        alias="verschil_vanaf",
        description="Vanaf dit percentage van de schaal telt een verschil tussen zelf en buiten.",
    )
    knowledge_gap: Annotated[float, Field(ge=5, lt=40)] = Field(
        default=20,
        alias="kennislacune_vanaf",
        description="Vanaf dit percentage 'weet niet' is iets deels zichtbaar voor een groep.",
    )
    not_visible: Annotated[float, Field(ge=40, le=100)] = Field(
        default=40,
        alias="niet_zichtbaar_vanaf",
        description="Vanaf dit percentage 'weet niet' is iets niet zichtbaar voor een groep.",
    )
    split: Annotated[float, Field(ge=10, le=50)] = Field(
        default=25,
        alias="verdeeld_vanaf",
        description="Vanaf dit percentage aan elk eind van de schaal is een beeld verdeeld.",
    )

    @property
    def word_people(self) -> int:
        """How many people a word about agreement really needs: never fewer than a figure."""
        return max(self.word_group, self.minimum_group)

    @property
    def spread_people(self) -> int:
        """How many people a figure about spread really needs: never fewer than any figure."""
        return max(self.spread_group, self.minimum_group)


class Perspective(Record):
    """A group of respondents with one voice."""

    model_config = ConfigDict(
        title="Perspectief", json_schema_extra={"description": "Een groep die antwoordt."}
    )

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
    predicts: bool = Field(
        default=False,
        alias="voorspelt",
        description="true: deze mensen voorspellen ook wat mensen van buiten zullen zeggen.",
    )
    form: Literal["volledig", "kort"] = Field(
        default="volledig",
        alias="lijst",
        description="kort: deze mensen krijgen alleen de kernstellingen.",
    )
    lists: tuple[Id, ...] = Field(
        default=(),
        alias="lijsten",
        description="De id's van de lijsten die deze mensen krijgen. Leeg: alle lijsten.",
    )
    size: Annotated[Size | None, Field(strict=False)] = Field(
        default=None,
        alias="grootte",
        description="Hoe groot deze organisaties zijn naast de andere: kleiner, groter of gelijk.",
    )
    invited: Annotated[int, Field(ge=0, le=MOST_INVITED)] | None = Field(
        default=None,
        alias="uitgenodigd",
        description="Hoeveel mensen zijn uitgenodigd, zonder punten.",
    )

    @property
    def is_short(self) -> bool:
        """Whether these people get the short form of a list that has one."""
        return self.form == "kort"

    def answers(self, questionnaire: str) -> bool:
        """Whether these people are asked the list with this id."""
        return not self.lists or questionnaire in self.lists


class Settings(Record):
    """``dossier.toml``: one partnership, one round of asking."""

    model_config = ConfigDict(
        title="Dossier", json_schema_extra={"description": "Een dossier van zelfanalyse."}
    )

    format: Literal[1] = Field(default=FORMAT, alias="formaat", description="Altijd 1.")
    id: Id = Field(description="Korte naam van het dossier.")
    name: Line = Field(alias="naam", description="De naam van de samenwerking.")
    round: Line = Field(alias="ronde", description="De ronde, meestal het jaar.")
    occasion: Text = Field(alias="aanleiding", description="Waarom u dit nu doet.")
    occasion_kind: Annotated[OccasionKind | None, Field(strict=False)] = Field(
        default=None, alias="soort_aanleiding", description="De aanleiding in een of twee woorden."
    )
    domain: str = Field(
        default="", alias="domein", description="Het onderwerp waar u samen aan werkt, zoals zorg."
    )
    challenge: str = Field(
        default="", alias="opgave", description="Het maatschappelijke vraagstuk waar het om gaat."
    )
    start_questions: tuple[Line, ...] = Field(
        default=(),
        alias="startvragen",
        description="De vragen waarmee u begint. Aan het eind zegt u wat het antwoord is.",
    )
    made_up: bool = Field(
        default=False, alias="verzonnen", description="true: dit is een verzonnen voorbeeld."
    )
    names: tuple[Line, ...] = Field(
        default=(),
        alias="namen",
        description="Namen die niet in het rapport mogen staan: u krijgt een waarschuwing.",
    )
    questionnaire: QuestionnaireRef = Field(
        alias="vragenlijst", description="De lijst die in dit dossier vaststaat."
    )
    more_lists: tuple[QuestionnaireRef, ...] = Field(
        default=(),
        alias="extra_lijst",
        description="Andere lijsten in dit dossier. Elke lijst is een deel van het rapport.",
    )
    profile: Profile = Field(default=Profile(), alias="profiel", description="Het profiel.")
    context: Context = Field(
        default=Context(), alias="context", description="Wat verder van belang is om te weten."
    )
    archive: Archive = Field(
        default=Archive(), alias="archief", description="Hoe lang u het dossier bewaart."
    )
    method: Method = Field(
        default=Method(), alias="methode", description="De drempels van dit dossier."
    )
    perspectives: Annotated[tuple[Perspective, ...], Field(min_length=1)] = Field(
        alias="perspectief", description="De groepen die antwoorden."
    )

    def perspective(self, name: str | None) -> Perspective | None:
        """Return the perspective with this id, or none."""
        return next((item for item in self.perspectives if item.id == name), None)

    def part(self, reference: QuestionnaireRef) -> Settings:
        """Return the settings of one of the other lists: only who is asked it answers."""
        asked = tuple(item for item in self.perspectives if item.answers(reference.id))
        return self.model_copy(
            update={"questionnaire": reference, "more_lists": (), "perspectives": asked}
        )

    def of(self, source: Source) -> tuple[Perspective, ...]:
        """Return the perspectives of one side, in the order of the file."""
        return tuple(item for item in self.perspectives if item.source is source)
