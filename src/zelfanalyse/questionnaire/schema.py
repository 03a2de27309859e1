"""JSON Schema for editors: it knows the keys and explains them in Dutch."""

from __future__ import annotations

from typing import Any

from zelfanalyse.questionnaire.model import Questionnaire

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a questionnaire file."""
    return {"$schema": DIALECT, **Questionnaire.model_json_schema(by_alias=True)}
