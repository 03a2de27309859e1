"""``stappen.toml``: when each side was closed, and the planning up to the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, Self

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Id, Line, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDE_NAMES: Final[Mapping[Source, str]] = {
    Source.SELF: "de zelfanalyse",
    Source.EXTERNAL: "de blik van buiten",
}


class Closed(Record):
    """The day on which nothing more came in, for each side."""

    model_config = ConfigDict(
        title="Gesloten",
        json_schema_extra={"description": "Vanaf welke dag er niets meer bij komt."},
    )

    own: date | None = Field(default=None, alias="zelf", description="De zelfanalyse is gesloten.")
    external: date | None = Field(
        default=None, alias="extern", description="De blik van buiten is gesloten."
    )


class Step(Record):
    """One step of the planning."""

    model_config = ConfigDict(
        title="Stap", json_schema_extra={"description": "Een stap van de planning."}
    )

    id: Id = Field(description="Korte naam van de stap.")
    title: Line = Field(alias="titel", description="Wat er dan gebeurt.")
    due_on: date = Field(alias="op", description="De dag waarop het klaar moet zijn.")
    done_on: date | None = Field(
        default=None, alias="gedaan", description="De dag waarop het klaar was."
    )


class Steps(Page):
    """Where the round stands in time."""

    model_config = ConfigDict(
        title="Stappen", json_schema_extra={"description": "De planning en wat gesloten is."}
    )

    name: ClassVar[str] = "stappen.toml"
    heading: ClassVar[str] = "De planning van deze ronde, en welke kant gesloten is."

    day: date | None = Field(default=None, alias="dag", description="De dag van het gesprek.")
    closed: Closed = Field(
        default=Closed(), alias="gesloten", description="Welke kant gesloten is, en sinds wanneer."
    )
    steps: tuple[Step, ...] = Field(
        default=(), alias="stap", description="De stappen, in de volgorde van de tijd."
    )

    def closed_on(self, source: Source) -> date | None:
        """Return since which day a side is closed; none while it is open."""
        return self.closed.own if source is Source.SELF else self.closed.external

    def with_closed(self, source: Source, on: date | None) -> Self:
        """Return the steps with a side closed since a day, or open again without one."""
        name = "own" if source is Source.SELF else "external"
        return self.model_copy(update={"closed": self.closed.model_copy(update={name: on})})

    @property
    def open_sides(self) -> tuple[Source, ...]:
        """The sides where answers may still come in."""
        return tuple(source for source in Source if self.closed_on(source) is None)

    @property
    def are_both_closed(self) -> bool:
        """Whether nothing comes in any more: only then the panel looks."""
        return not self.open_sides
