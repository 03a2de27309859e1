"""``leertraject.toml``: learning questions, what people made of them, and the advice they got."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.actions import LearningMode
from zelfanalyse.dossier.page import Page, Prose
from zelfanalyse.record import Id, Line, Record, Text


class Side(StrEnum):
    """Where someone who was interviewed stands."""

    INSIDE = "intern"
    OUTSIDE = "extern"


class Take(StrEnum):
    """What is done with an advice."""

    YES = "overnemen"
    ADAPTED = "aanpassen"
    NO = "niet"


class Effort(Record):
    """Something that was done, and what it led to."""

    model_config = ConfigDict(
        title="Gedaan", json_schema_extra={"description": "Wat er gedaan is, en het effect."}
    )

    done: str = Field(default="", alias="gedaan", description="Wat er gedaan is.")
    effect: str = Field(default="", description="Welk effect dat had.")

    @property
    def is_empty(self) -> bool:
        """Whether this is only a place to write in."""
        return not (self.done.strip() or self.effect.strip())


class OwnAnalysis(Record):
    """Three steps back from the question: distance, time and partners."""

    model_config = ConfigDict(
        title="Eigen analyse",
        json_schema_extra={"description": "Drie stappen terug: afstand, tijd en partners."},
    )

    case: str = Field(default="", alias="casus", description="Eén concreet geval.")
    distance: str = Field(
        default="", alias="afstand", description="Wat iemand ziet die er niet bij hoort."
    )
    origin: str = Field(default="", alias="aanleiding", description="Hoe het begonnen is.")
    efforts: tuple[Effort, ...] = Field(
        default=(), alias="stap", description="Wat er gedaan is, met het effect."
    )
    went_wrong: str = Field(default="", alias="mis", description="Waar het volgens u misging.")
    management: str = Field(
        default="", alias="rol_directie", description="Wat de rol van de directie was."
    )
    partners: str = Field(default="", description="Welke partners bij het vraagstuk horen.")
    expectation: str = Field(
        default="", alias="verwachting", description="Wat u denkt dat deze partners zeggen."
    )
    to_interview: str = Field(
        default="", alias="interviews", description="Wie de adviseur moet spreken."
    )
    elsewhere: str = Field(default="", alias="elders", description="Waar dit ook speelt.")
    board: str = Field(
        default="", alias="bestuur", description="Wat het bestuur hiervan wil leren."
    )
    advice_wanted: str = Field(
        default="", alias="adviesvraag", description="Waarover u advies wilt."
    )


class Interview(Record):
    """Someone the adviser spoke to."""

    model_config = ConfigDict(
        title="Interview", json_schema_extra={"description": "Wie de adviseur sprak."}
    )

    who: Line = Field(alias="wie", description="De functie, niet de naam.")
    side: Annotated[Side, Field(strict=False)] = Field(
        alias="kant", description="intern of extern."
    )
    on: date | None = Field(default=None, alias="datum", description="De dag van het gesprek.")


class DiscussionNote(Record):
    """What the external adviser heard."""

    model_config = ConfigDict(
        title="Gespreksnotitie",
        json_schema_extra={"description": "Wat de externe adviseur hoorde."},
    )

    interviews: tuple[Interview, ...] = Field(
        default=(),
        alias="interview",
        description="Wie de adviseur sprak: binnen en buiten.",
    )
    inside: str = Field(default="", alias="binnen", description="Het beeld van binnen.")
    outside: str = Field(default="", alias="buiten", description="Het beeld van buiten.")
    elsewhere: str = Field(default="", alias="elders", description="Ervaringen van elders.")
    differences: str = Field(
        default="", alias="verschillen", description="Waar de beelden verschillen."
    )
    questions: Annotated[tuple[Line, ...], Field(max_length=3)] = Field(
        default=(), alias="vragen", description="Drie vragen voor de dag."
    )


class Advice(Record):
    """What one participant advises, and what is done with it."""

    model_config = ConfigDict(
        title="Advies", json_schema_extra={"description": "Het advies van een deelnemer."}
    )

    by: Line = Field(alias="van", description="De deelnemer: een functie of organisatie.")
    words: Prose = Field(alias="tekst", description="Het advies.")
    take: Annotated[Take | None, Field(strict=False)] = Field(
        default=None, alias="keuze", description="overnemen, aanpassen of niet."
    )
    reason: str = Field(default="", alias="waarom", description="Waarom u dat doet.")
    mode: Annotated[LearningMode | None, Field(strict=False)] = Field(
        default=None, alias="leervorm", description="van het aanrecht, kookproces of samen."
    )


class LearningQuestion(Record):
    """A question that someone really wants to learn about, with all that belongs to it."""

    model_config = ConfigDict(
        title="Leervraag", json_schema_extra={"description": "Een vraag om van te leren."}
    )

    id: Id = Field(description="Korte naam, uniek in dit bestand.")
    question: str = Field(default="", alias="vraag", description="De leervraag.")
    by: str = Field(default="", alias="van", description="De organisatie die de vraag stelt.")
    is_current: bool | None = Field(
        default=None, alias="actueel", description="true: de vraag speelt nu."
    )
    is_hard: bool | None = Field(
        default=None,
        alias="niet_zomaar",
        description="true: een antwoord is niet zomaar te vinden.",
    )
    is_felt: bool | None = Field(
        default=None, alias="houdt_bezig", description="true: de vraag houdt u echt bezig."
    )
    board_suggestion: str = Field(
        default="", alias="suggestie_bestuur", description="Wat het bestuur voorstelt."
    )
    analysis: OwnAnalysis = Field(
        default=OwnAnalysis(), alias="analyse", description="De korte eigen analyse."
    )
    note: DiscussionNote = Field(
        default=DiscussionNote(), alias="notitie", description="De gespreksnotitie van de adviseur."
    )
    advices: tuple[Advice, ...] = Field(
        default=(), alias="advies", description="De adviezen van de deelnemers."
    )

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything here yet."""
        analysis, begun = self.analysis, self.question.strip() or self.advices
        texts = (getattr(analysis, name) for name in type(analysis).model_fields)
        written = any(text.strip() for text in texts if isinstance(text, str))
        written |= any(not item.is_empty for item in analysis.efforts)
        return not (begun or written or self.note != DiscussionNote())


class LearningTrack(Page):
    """A day of peer consultation with what comes before and after it."""

    model_config = ConfigDict(
        title="Leertraject", json_schema_extra={"description": "Leren met anderen, rond vragen."}
    )

    name: ClassVar[str] = "leertraject.toml"
    heading: ClassVar[str] = "Het leertraject: vragen om van te leren, en de adviezen van anderen."

    day: date | None = Field(default=None, alias="dag", description="De dag van de intervisie.")
    participants: tuple[Line, ...] = Field(
        default=(), alias="deelnemers", description="De organisaties die meedoen."
    )
    announced_on: date | None = Field(
        default=None,
        alias="aangekondigd",
        description="Wanneer u zei dat u hiervan wilt leren.",
    )
    board_informed_on: date | None = Field(
        default=None, alias="bestuur_geinformeerd", description="Wanneer het bestuur het hoorde."
    )
    fed_back_on: date | None = Field(
        default=None, alias="terugkoppeling", description="Wanneer het bestuur de adviezen hoorde."
    )
    review_on: date | None = Field(
        default=None, alias="terugkijken", description="De dag waarop u terugkijkt."
    )
    questions: tuple[LearningQuestion, ...] = Field(
        default=(), alias="leervraag", description="De vragen om van te leren."
    )
    lessons: tuple[Text, ...] = Field(
        default=(), alias="lessen", description="Lessen om te delen, zonder namen."
    )

    @property
    def begun(self) -> tuple[LearningQuestion, ...]:
        """The learning questions in which something is written."""
        return tuple(item for item in self.questions if not item.is_empty)
