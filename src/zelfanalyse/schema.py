"""JSON Schema for editors: it knows the keys of a file and explains them in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zelfanalyse.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of the files that hold this kind of record.

    What explains a set of words in the code is in English, and stays there: the keys that take
    such a word explain it.
    """
    schema = model.model_json_schema(by_alias=True)
    for definition in schema.get("$defs", {}).values():
        if "enum" in definition:
            definition.pop("description", None)
    return {"$schema": DIALECT, **schema}
