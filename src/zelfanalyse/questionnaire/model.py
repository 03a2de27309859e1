"""A questionnaire as frozen records; the Dutch aliases are the keys of the TOML file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, StringConstraints

from zelfanalyse.record import ID_PATTERN, VERSION_PATTERN, Record

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
MAX_LINE = 200
Line = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)]

MARK_MIN, MARK_MAX = 1, 10  # the Dutch school mark
PREDICTS = "voorspelling/"  # before the id of a statement; a slash is in no id of a list


class Provenance(Record):
    """Where an item comes from: a document of the list, and the passage in it."""

    model_config = ConfigDict(
        title="Bron", json_schema_extra={"description": "Waar deze vraag vandaan komt."}
    )

    document: Id = Field(description="Het id van een [[document]] uit deze lijst.")
    passage: Line = Field(description="De plek in dat document, in eigen woorden.")


class SourceDocument(Record):
    """A document the list draws on."""

    model_config = ConfigDict(
        title="Document", json_schema_extra={"description": "Een stuk waar de lijst op steunt."}
    )

    id: Id = Field(description="Korte naam, bijvoorbeeld 002.")
    title: Line = Field(alias="titel", description="Schrijver, titel en jaar.")


class Display(StrEnum):
    """factoren: met banden. fasen: naast elkaar, zonder banden. schets: een spiegel."""

    FACTORS = "factoren"  # bands, and a reading of the difference between own and external
    PHASES = "fasen"  # the factors are phases: side by side, without bands or a verdict
    SKETCH = "schets"  # a mirror to talk about: no bands, no reading of a difference


class Scale(Record):
    """The answer scale: labelled points, the first one worth ``first``."""

    model_config = ConfigDict(
        title="Schaal", json_schema_extra={"description": "De antwoorden op een stelling."}
    )

    first: Literal[0, 1] = Field(
        default=1, alias="eerste", description="De waarde van het eerste label: 0 of 1."
    )
    labels: Annotated[tuple[Line, ...], Field(min_length=2, max_length=10)] = Field(
        description="Twee tot tien labels, van laag naar hoog."
    )

    @property
    def last(self) -> int:
        """The value of the highest point."""
        return self.first + len(self.labels) - 1

    @property
    def values(self) -> range:
        """Every value of the scale, low to high."""
        return range(self.first, self.last + 1)

    def label(self, value: int) -> str:
        """Return the label of a value of the scale."""
        return self.labels[value - self.first]

    def mirrored(self, value: int) -> int:
        """Return the value as it counts for a reverse-keyed statement: ``min + max − v``."""
        return self.first + self.last - value


class Cluster(Record):
    """A group of factors; the order of the clusters in the file is the order of the report."""

    model_config = ConfigDict(
        title="Cluster", json_schema_extra={"description": "Een groep factoren."}
    )

    id: Id = Field(description="Korte naam van het cluster.")
    title: Line = Field(alias="titel", description="De naam die mensen lezen.")
    explanation: str = Field(default="", alias="uitleg", description="Waar dit cluster over gaat.")


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


class Example(Record):
    """A case from practice that makes a factor concrete."""

    model_config = ConfigDict(
        title="Voorbeeld", json_schema_extra={"description": "Een voorbeeld uit de praktijk."}
    )

    text: Text = Field(alias="tekst", description="Het voorbeeld in één of twee zinnen.")
    provenance: Provenance | None = Field(
        default=None, alias="bron", description="Document en passage."
    )


class Factor(Record):
    """A success factor: a few statements that together give one score."""

    model_config = ConfigDict(
        title="Factor", json_schema_extra={"description": "Een succesfactor met stellingen."}
    )

    id: Id = Field(description="Korte naam van de factor.")
    cluster: Id = Field(description="Het id van een [[cluster]].")
    title: Line = Field(alias="titel", description="De naam die mensen lezen.")
    explanation: Text = Field(alias="uitleg", description="Waar de factor over gaat.")
    about_self: bool = Field(
        default=False,
        alias="over_uzelf",
        description="true: de stellingen gaan over wie ze invult; 'ik' en 'wij' mogen dan.",
    )
    discussion_prompts: tuple[Line, ...] = Field(
        default=(), alias="gespreksvragen", description="Vragen voor het gesprek achteraf."
    )
    example: Example | None = Field(
        default=None, alias="voorbeeld", description="Een voorbeeld uit de praktijk."
    )
    statements: tuple[Statement, ...] = Field(
        default=(), alias="stelling", description="De stellingen van deze factor."
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


class Questionnaire(Record):
    """Everything that is asked, in the order of the file."""

    model_config = ConfigDict(
        title="Vragenlijst",
        json_schema_extra={"description": "Een vragenlijst van zelfanalyse."},
    )

    format: Literal[1] = Field(alias="formaat", description="Altijd 1.")
    id: Id = Field(description="Korte naam van de lijst.")
    version: Version = Field(alias="versie", description="Drie getallen, bijvoorbeeld 1.0.0.")
    status: Literal["concept", "vastgesteld"] = Field(
        default="concept", description="concept: nog niet met gebruikers beproefd."
    )
    title: Line = Field(alias="titel", description="De naam van de lijst.")
    display: Annotated[Display, Field(strict=False)] = Field(
        default=Display.FACTORS,
        alias="weergave",
        description="factoren, fasen of schets: hoe het rapport de cijfers laat zien.",
    )
    introduction: Text = Field(alias="inleiding", description="Wat iemand vooraf moet weten.")
    question: Line = Field(
        default="In hoeverre klopt dit?", alias="vraag", description="De vraag bij elke stelling."
    )
    scale: Scale | None = Field(
        default=None, alias="schaal", description="De antwoorden op een stelling."
    )
    documents: tuple[SourceDocument, ...] = Field(
        default=(), alias="document", description="De stukken waar de lijst op steunt."
    )
    clusters: tuple[Cluster, ...] = Field(
        default=(), alias="cluster", description="De groepen factoren, in vaste volgorde."
    )
    factors: tuple[Factor, ...] = Field(
        default=(), alias="factor", description="De succesfactoren met hun stellingen."
    )
    balances: tuple[Balance, ...] = Field(
        default=(), alias="balans", description="Balansvragen: nu en gewenst, nooit gescoord."
    )
    choices: tuple[Choice, ...] = Field(
        default=(), alias="keuze", description="Keuzevragen, nooit gescoord."
    )
    marks: tuple[Mark, ...] = Field(
        default=(), alias="cijfer", description="Rapportcijfers van 1 tot 10."
    )
    mirror_statements: tuple[MirrorStatement, ...] = Field(
        default=(), alias="spiegelstelling", description="Stellingen in drie formuleringen."
    )
    open_questions: tuple[OpenQuestion, ...] = Field(
        default=(), alias="open_vraag", description="Vragen met een eigen antwoord."
    )

    @property
    def points(self) -> Scale:
        """The scale; a list with statements always has one once it is loaded without errors."""
        if self.scale is None:
            msg = f"questionnaire {self.id} has no scale"
            raise LookupError(msg)
        return self.scale

    @property
    def has_bands(self) -> bool:
        """Whether a score can be strong or a concern; not for phases, nor for a sketch."""
        return self.display is Display.FACTORS

    def factors_of(self, cluster: Cluster) -> tuple[Factor, ...]:
        """Return the factors of a cluster, in the order of the file."""
        return tuple(factor for factor in self.factors if factor.cluster == cluster.id)

    def factor_of(self, question: Question) -> Factor | None:
        """Return the factor a statement belongs to; none for any other question."""
        return next(
            (
                factor
                for factor in self.factors
                if any(item.id == question.id for item in factor.statements)
            ),
            None,
        )

    @property
    def has_short_form(self) -> bool:
        """Whether the list has core statements; without any, everyone is asked all of it."""
        return any(item.core for factor in self.factors for item in factor.statements)

    def questions(
        self, perspective: str, source: str, *, predicts: bool = False, short: bool = False
    ) -> tuple[Question, ...]:
        """Return what one respondent is asked, in the order of the screen.

        Who ``predicts`` is asked about the core statements after all statements: by then they
        have given their own view. The ``short`` form has the core statements, and of the other
        questions those that are meant for it.
        """
        brief = short and self.has_short_form
        mine = [
            item
            for item in self.every_question
            if _is_asked(item, perspective, source, short=brief)
        ]
        statements = [item for item in mine if isinstance(item, Statement)]
        if predicts and statements:
            after = mine.index(statements[-1]) + 1
            mine[after:after] = [Prediction.of(item) for item in statements if item.core]
        return tuple(mine)

    @property
    def every_question(self) -> tuple[Question, ...]:
        """Every question to anyone, in the order of the screen.

        Open questions first, then the statements by cluster, balances, choices, marks, mirror
        statements, and the remaining open questions.
        """
        before = [item for item in self.open_questions if item.moment == "voor"]
        after = [item for item in self.open_questions if item.moment == "na"]
        statements = [
            statement
            for cluster in self.clusters
            for factor in self.factors_of(cluster)
            for statement in factor.statements
        ]
        mirrors: tuple[Question, ...] = self.mirror_statements
        if mirrors:
            mirrors = (SizeQuestion(), *mirrors)
        return (
            *before,
            *statements,
            *self.balances,
            *self.choices,
            *self.marks,
            *mirrors,
            *after,
        )


def _is_asked(question: Question, perspective: str, source: str, *, short: bool) -> bool:
    if isinstance(question, _ForSome):
        return question.is_for(perspective, source, short=short)
    return not short or (isinstance(question, Statement) and question.core)
