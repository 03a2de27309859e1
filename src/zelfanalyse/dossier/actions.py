"""``acties.toml``: what people agreed to do, and what came of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import ConfigDict, Field

from zelfanalyse.dossier.page import Page
from zelfanalyse.record import Id, Line, Record

if TYPE_CHECKING:
    from collections.abc import Container


class Kind(StrEnum):
    """What kind of action it is. Measurements of old led to structure too often."""

    TALK = "gesprek"
    AGREEMENT = "afspraak"
    EXPERIMENT = "experiment"
    WORKING_METHOD = "werkwijze"
    SOUNDING_BOARD = "klankbord"
    STRUCTURE = "structuur"


class LearningMode(StrEnum):
    """How one learns from others: take what is there, look how it is made, or make it together."""

    TAKE_OVER = "van het aanrecht"
    COMPLETE = "kookproces"
    TOGETHER = "samen"


class Progress(StrEnum):
    """How an action stands."""

    OPEN = "open"
    DONE = "klaar"
    STOPPED = "gestopt"


class Action(Record):
    """One thing that someone will do. What is still empty is asked for before the end."""

    model_config = ConfigDict(
        title="Actie", json_schema_extra={"description": "Wat iemand gaat doen."}
    )

    id: Id = Field(description="Korte naam, uniek in dit bestand.")
    what: Line = Field(alias="wat", description="Wat er gebeurt.")
    owner: str = Field(default="", alias="wie", description="De functie van wie het doet.")
    due_on: date | None = Field(default=None, alias="wanneer", description="Wanneer het klaar is.")
    kind: Annotated[Kind | None, Field(strict=False)] = Field(
        default=None,
        alias="soort",
        description="gesprek, afspraak, experiment, werkwijze, klankbord of structuur.",
    )
    social_effect: str = Field(
        default="", alias="merkt_inwoner", description="Wat een inwoner hiervan merkt."
    )
    learning_mode: Annotated[LearningMode | None, Field(strict=False)] = Field(
        default=None, alias="leervorm", description="van het aanrecht, kookproces of samen."
    )
    review_on: date | None = Field(
        default=None, alias="terugkijken", description="De dag waarop u terugkijkt."
    )
    follow_up: str = Field(
        default="", alias="vervolg", description="Wat er na een geslaagd experiment gebeurt."
    )
    point: Id | None = Field(default=None, alias="punt", description="Het punt van het gesprek.")
    progress: Annotated[Progress, Field(strict=False)] = Field(
        default=Progress.OPEN, alias="stand", description="open, klaar of gestopt."
    )
    outcome: str = Field(default="", alias="uitkomst", description="Wat ervan gekomen is.")


class Actions(Page):
    """Every action of a round."""

    model_config = ConfigDict(
        title="Acties", json_schema_extra={"description": "Wat na het gesprek gebeurt."}
    )

    name: ClassVar[str] = "acties.toml"
    heading: ClassVar[str] = (
        "De acties van deze ronde: wat, wie en wanneer, en wat een inwoner merkt."
    )

    actions: tuple[Action, ...] = Field(default=(), alias="actie", description="De acties.")

    def action(self, name: str) -> Action | None:
        """Return the action with this id, or none."""
        return next((item for item in self.actions if item.id == name), None)

    def of(self, point: str) -> tuple[Action, ...]:
        """Return the actions of a point of the conversation, in the order of the file."""
        return tuple(item for item in self.actions if item.point == point)

    def with_action(self, action: Action) -> Self:
        """Return the page with this action, in its place or as the last."""
        known = self.action(action.id)
        actions = tuple(action if item is known else item for item in self.actions)
        return self.model_copy(update={"actions": actions if known else (*actions, action)})

    def without(self, name: str) -> Self:
        """Return the page without the action with this id."""
        actions = tuple(item for item in self.actions if item.id != name)
        return self.model_copy(update={"actions": actions})

    @property
    def free_id(self) -> str:
        """The first id of the form ``actie-1`` that no action has yet."""
        return free_id("actie", [item.id for item in self.actions])


def free_id(begin: str, taken: Container[str]) -> str:
    """Return the first id of the form ``begin-1`` that is not taken."""
    return next(name for number in count(1) if (name := f"{begin}-{number}") not in taken)
