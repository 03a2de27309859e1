"""The kinds of questions a list can ask, as frozen records, and who is asked which."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field

from zelfanalyse.record import Id, Line, Record, Text

MARK_MIN, MARK_MAX = 1, 10  # the Dutch school mark
PREDICTS = "voorspelling/"  # before the id of a statement; a slash is in no id of a list


class Provenance(Record):
    """Where an item comes from: a document of the list, and the passage in it."""

    model_config = ConfigDict(
        title="Bron", json_schema_extra={"description": "Waar deze vraag vandaan komt."}
    )

    document: Id = Field(description="Het id van een [[document]] uit deze lijst.")
    passage: Line = Field(description="De plek in dat document, in eigen woorden.")


class _Asked(Record):
    """What every question has."""

    id: Id = Field(description="Korte naam, uniek in deze lijst.")
    help_text: str = Field(
        default="", alias="uitleg", description="Uitleg die iemand met F1 kan lezen."
    )
    provenance: Provenance | None = Field(
        default=None, alias="bron", description="Document en passage."
    )


class _ForSome(_Asked):
    """A question that can be meant for some respondents only."""

    audience: tuple[Id, ...] = Field(
        default=(),
        alias="voor_wie",
        description="Bronnen (zelf, extern) of perspectieven. Leeg: voor iedereen.",
    )

    short_for: tuple[Id, ...] = Field(
        default=(),
        alias="kort_voor",
        description="Bronnen of perspectieven die deze vraag ook in de korte lijst krijgen.",
    )

    def is_for(self, perspective: str, source: str, *, short: bool = False) -> bool:
        """Whether a respondent of this perspective and source gets the question.

        The short form has only what is meant for it, or for the perspective by its name.
        """
        if short and not {perspective, source} & set(self.short_for):
            return perspective in self.audience
        return not self.audience or perspective in self.audience or source in self.audience


class Statement(_Asked):
    """One statement of a factor, answered on the list's scale."""

    model_config = ConfigDict(
        title="Stelling", json_schema_extra={"description": "Eén stelling van een factor."}
    )

    text: Text = Field(alias="tekst", description="De stelling: één gedachte, korte zin.")
    reversed: bool = Field(
        default=False, alias="omgekeerd", description="true: 'klopt' is hier ongunstig."
    )
    core: bool = Field(default=False, alias="kern", description="true: staat in de korte lijst.")
    weight: Annotated[int, Field(ge=1, le=10)] = Field(
        default=1, alias="gewicht", description="Hoe zwaar de stelling telt in de factor: 1 tot 10."
    )


class MirrorStatement(_Asked):
    """One point in three wordings: for the smaller partner, the larger one and the observer."""

    model_config = ConfigDict(
        title="Spiegelstelling",
        json_schema_extra={"description": "Eén punt in drie formuleringen."},
    )

    reversed: bool = Field(
        default=False, alias="omgekeerd", description="true: 'klopt' is hier ongunstig."
    )
    block: Literal["underdog", "verwijt", "invloed", "bespreekbaar", "beeld"] = Field(
        alias="blok", description="Waar het punt bij hoort in de spiegel (zie docs/method.md)."
    )
    smaller: Text = Field(alias="kleiner", description="De tekst voor een kleinere partner.")
    larger: Text = Field(alias="groter", description="De tekst voor een grotere partner.")
    observer: Text = Field(
        alias="buitenstaander", description="De tekst voor een gelijke of een buitenstaander."
    )


class Balance(_Asked):
    """Two poles that are both good: where are we now, where should we be. Never scored."""

    model_config = ConfigDict(
        title="Balans", json_schema_extra={"description": "Twee polen, nu en gewenst."}
    )

    title: Line = Field(alias="titel", description="De naam van de balans.")
    left: Line = Field(alias="links", description="De linkerpool.")
    right: Line = Field(alias="rechts", description="De rechterpool.")
    steps: Annotated[int, Field(ge=3, le=9)] = Field(
        default=5, alias="stappen", description="Het aantal plekken op de lijn: 3 tot 9."
    )
    ask_now: Line = Field(
        default="Waar staat de samenwerking nu?",
        alias="vraag_nu",
        description="De vraag naar de plek nu.",
    )
    ask_wanted: Line = Field(
        default="Waar zou zij moeten staan?",
        alias="vraag_gewenst",
        description="De vraag naar de gewenste plek.",
    )


class Option(Record):
    """One thing to choose."""

    model_config = ConfigDict(
        title="Optie", json_schema_extra={"description": "Eén mogelijkheid van een keuze."}
    )

    id: Id = Field(description="Korte naam, uniek in deze keuze.")
    text: Line = Field(alias="tekst", description="De tekst die mensen lezen.")


class Choice(_ForSome):
    """Choose one or at most a number of options. Never scored."""

    model_config = ConfigDict(
        title="Keuze", json_schema_extra={"description": "Een keuze uit een paar mogelijkheden."}
    )

    text: Text = Field(alias="tekst", description="De vraag.")
    at_most: Annotated[int, Field(ge=1)] = Field(
        default=1, alias="hoogstens", description="Hoeveel opties iemand mag kiezen."
    )
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)] = Field(
        alias="opties", description="De mogelijkheden, in de volgorde van het scherm."
    )


class Mark(_ForSome):
    """A school mark from 1 to 10. Marks are never averaged with each other."""

    model_config = ConfigDict(
        title="Cijfer", json_schema_extra={"description": "Een rapportcijfer van 1 tot 10."}
    )

    title: Line = Field(alias="titel", description="Waar het cijfer over gaat.")
    text: Text = Field(alias="tekst", description="De vraag.")


class OpenQuestion(_ForSome):
    """A question answered in one's own words, or with a whole number."""

    model_config = ConfigDict(
        title="Open vraag", json_schema_extra={"description": "Een vraag met een eigen antwoord."}
    )

    text: Text = Field(alias="tekst", description="De vraag.")
    moment: Literal["voor", "na"] = Field(default="na", description="voor of na de stellingen.")
    kind: Literal["tekst", "getal"] = Field(
        default="tekst", alias="soort", description="tekst of getal."
    )
    own: bool = Field(
        default=False,
        alias="eigen",
        description="true: een eigen vraag van dit dossier. Hoogstens vier.",
    )


class Size(StrEnum):
    """How large the respondent's own organisation is within the partnership."""

    SMALLER = "kleiner"
    LARGER = "groter"
    EQUAL = "gelijk"
    OBSERVER = "buitenstaander"


class SizeQuestion(_Asked):
    """Asked before mirror statements: it decides which wording the respondent gets."""

    id: Id = "omvang"
    text: str = "Hoe groot is uw organisatie binnen deze samenwerking?"


class Prediction(_Asked):
    """What people of outside will answer to a core statement, according to someone of inside."""

    id: str
    about: Statement

    @classmethod
    def of(cls, statement: Statement) -> Self:
        """Return the question; its id can be no other question's."""
        return cls(id=f"{PREDICTS}{statement.id}", about=statement)

    @property
    def text(self) -> str:
        """The statement it is about."""
        return self.about.text


Question: TypeAlias = (
    Statement | Balance | Choice | Mark | MirrorStatement | OpenQuestion | SizeQuestion | Prediction
)


def is_asked(question: Question, perspective: str, source: str, *, short: bool) -> bool:
    """Whether a respondent of this perspective and source gets the question in this form."""
    if isinstance(question, _ForSome):
        return question.is_for(perspective, source, short=short)
    return not short or (isinstance(question, Statement) and question.core)
