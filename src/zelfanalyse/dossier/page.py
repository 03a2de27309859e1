"""A file of a dossier beside its answers: what all of them have."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field, StringConstraints

from zelfanalyse.record import FORMAT, Record
from zelfanalyse.response.model import MAX_TEXT

Prose: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]


class Page(Record):
    """One file that people and the program both write in.

    ``name`` is its name in the folder of the dossier, ``heading`` what it says at its top.
    """

    name: ClassVar[str]
    heading: ClassVar[str]

    format: Literal[1] = Field(default=FORMAT, alias="formaat", description="Altijd 1.")
    made_up: bool = Field(
        default=False, alias="verzonnen", description="true: dit is een verzonnen voorbeeld."
    )
