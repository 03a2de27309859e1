"""A questionnaire as frozen records; the Dutch aliases are the keys of the TOML file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from zelfanalyse.questionnaire.questions import (
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Provenance,
    Question,
    SizeQuestion,
    Statement,
    is_asked,
)
from zelfanalyse.record import Id, Line, Record, Text, Version


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
            item for item in self.every_question if is_asked(item, perspective, source, short=brief)
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
