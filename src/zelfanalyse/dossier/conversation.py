"""``gesprek.toml``: what was said of each point of the conversation, and what was decided."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Id, Line, Record


class Decision(StrEnum):
    """What came of a point. Doing nothing is a decision too, when it has a reason."""

    ACTION = "actie"
    NOTHING = "bewust niets"


class Point(Record):
    """One point that was talked about."""

    model_config = ConfigDict(
        title="Punt", json_schema_extra={"description": "Een punt van het gesprek."}
    )

    id: Id = Field(description="Korte naam van het punt, meestal die van de factor.")
    title: Line = Field(alias="titel", description="Waar het punt over gaat.")
    notes: str = Field(default="", alias="notities", description="Wat er gezegd is.")
    decision: Annotated[Decision | None, Field(strict=False)] = Field(
        default=None, alias="besluit", description="actie of bewust niets."
    )
    reason: str = Field(default="", alias="reden", description="Waarom er niets gebeurt.")

    @property
    def is_left(self) -> bool:
        """Whether nothing is done about it on purpose, with a reason why."""
        return self.decision is Decision.NOTHING and bool(self.reason.strip())


class Conversation(Page):
    """The conversation about the report."""

    model_config = ConfigDict(
        title="Gesprek", json_schema_extra={"description": "Het gesprek over het rapport."}
    )

    name: ClassVar[str] = "gesprek.toml"
    heading: ClassVar[str] = "Het gesprek: per punt wat er gezegd en besloten is."

    on: date | None = Field(default=None, alias="datum", description="De dag van het gesprek.")
    points: tuple[Point, ...] = Field(
        default=(), alias="punt", description="De punten waarover gesproken is."
    )

    def point(self, name: str) -> Point | None:
        """Return the point with this id, or none."""
        return next((item for item in self.points if item.id == name), None)

    def with_point(self, point: Point) -> Self:
        """Return the conversation with this point, in its place or as the last."""
        known = self.point(point.id)
        points = tuple(point if item is known else item for item in self.points)
        return self.model_copy(update={"points": points if known else (*points, point)})
