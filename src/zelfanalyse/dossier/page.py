"""A file of a dossier beside its answers: what all of them have."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from zelfanalyse.record import FORMAT, Record


class Page(Record):
    """One file that people and the program both write in.

    ``name`` is its name in the folder of the dossier, ``heading`` what it says at its top.
    """

    name: ClassVar[str]
    heading: ClassVar[str]

    format: Literal[1] = Field(default=FORMAT, alias="formaat", description="Altijd 1.")
