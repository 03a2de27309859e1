"""``afsluiting.toml``: the round is over. Its figures stay as they were on that day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Line, Record


class Answered(StrEnum):
    """How far a question of the start was answered."""

    YES = "beantwoord"
    PARTLY = "deels"
    NO = "open"


class StartQuestion(Record):
    """A question that the round began with, and what the answer is."""

    model_config = ConfigDict(
        title="Startvraag",
        json_schema_extra={"description": "Een vraag van het begin, en wat het antwoord is."},
    )

    question: Line = Field(alias="vraag", description="De vraag zoals die in het dossier staat.")
    answered: Annotated[Answered, Field(strict=False)] = Field(
        alias="stand", description="beantwoord, deels of open."
    )
    words: str = Field(default="", alias="antwoord", description="Het antwoord.")


class Closure(Page):
    """That a round is final, with what goes on to the next."""

    model_config = ConfigDict(
        title="Afsluiting", json_schema_extra={"description": "De ronde is afgesloten."}
    )

    name: ClassVar[str] = "afsluiting.toml"
    heading: ClassVar[str] = """\
Deze ronde is afgesloten. De cijfers blijven zoals zij op die dag waren.
Haal dit bestand alleen weg als u de ronde weer wilt openen."""

    on: date = Field(alias="datum", description="De dag van het afsluiten.")
    fingerprint: str = Field(alias="kenmerk", description="Het kenmerk van de cijfers.")
    given: str = Field(
        default="",
        alias="kenmerk_gegevens",
        description="Het kenmerk van waar de cijfers op rusten: antwoorden, groepen, drempels "
        "en lijsten. Zolang dat gelijk blijft, is de ronde afgesloten.",
    )
    lessons: tuple[Line, ...] = Field(
        default=(), alias="lessen", description="Wat u ervan geleerd hebt."
    )
    open_questions: tuple[Line, ...] = Field(
        default=(), alias="open_vragen", description="Vragen voor de volgende ronde."
    )
    start_questions: tuple[StartQuestion, ...] = Field(
        default=(), alias="startvraag", description="De vragen van het begin, met hun antwoord."
    )
