"""JSON Schema for editors: it knows the keys of a file and explains them in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zelfanalyse.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of the files that hold this kind of record."""
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}
