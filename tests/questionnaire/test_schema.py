"""The JSON Schema that helps an editor: it accepts what the loader accepts, and it is Dutch."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.questionnaire.lists import EVERY_KIND
from tests.test_record import ENGLISH
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = schema()
OBJECTS = {"Questionnaire": SCHEMA, **SCHEMA["$defs"]}


def mistakes(data: dict[str, Any]) -> list[str]:
    """Return what a schema-aware editor underlines, inside a choice of schemas too."""
    errors = list(Draft202012Validator(SCHEMA).iter_errors(data))
    return [inner.message for error in errors for inner in (error, *(error.context or ()))]


def descriptions(value: Any) -> Iterator[str]:
    """Yield every description anywhere in a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("description"), str):
            yield value["description"]
        for item in value.values():
            yield from descriptions(item)
    elif isinstance(value, list):
        for item in value:
            yield from descriptions(item)


def test_the_schema_is_a_schema() -> None:
    """It keeps to the dialect it names."""
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", library.built_in())
def test_the_built_in_lists_keep_to_the_schema(name: str) -> None:
    """An editor underlines nothing in a list of ours."""
    text = library.built_in()[name].read_text(encoding="utf-8")
    assert [] == mistakes(tomllib.loads(text))


def test_every_key_is_in_the_schema() -> None:
    """A list that uses all keys has nothing underlined."""
    assert [] == mistakes(tomllib.loads(EVERY_KIND))


@pytest.mark.parametrize(
    "table",
    [
        "[schaal]",
        "[[document]]",
        "[[cluster]]",
        "[[factor]]",
        "[factor.voorbeeld]",
        "[[factor.stelling]]",
        "[[balans]]",
        "[[keuze]]",
        "[[cijfer]]",
        "[[spiegelstelling]]",
        "[[open_vraag]]",
    ],
)
def test_an_unknown_key_is_underlined_in_every_table(table: str) -> None:
    """What the loader refuses is already underlined while typing."""
    data = tomllib.loads(EVERY_KIND.replace(table, f"{table}\nzzz = 1", 1))
    assert any("'zzz' was unexpected" in mistake for mistake in mistakes(data))


def test_an_unknown_key_is_underlined_at_the_top() -> None:
    """So it is outside every table."""
    (mistake,) = mistakes({**tomllib.loads(EVERY_KIND), "zzz": 1})
    assert "'zzz' was unexpected" in mistake


def test_a_missing_key_is_underlined() -> None:
    """A statement needs a text."""
    text = EVERY_KIND.replace('tekst = "De rollen zijn duidelijk."', "")
    assert ["'tekst' is a required property"] == mistakes(tomllib.loads(text))


@pytest.mark.parametrize("name", OBJECTS)
def test_every_key_explains_itself(name: str) -> None:
    """Hovering over any key shows a sentence."""
    keys = OBJECTS[name].get("properties", {})
    assert [] == [key for key, value in keys.items() if not value.get("description", "").strip()]


def test_the_schema_speaks_dutch() -> None:
    """No docstring of the code reaches an editor."""
    # Words between quotes are keys and values of the file.
    told = [re.sub(r"'[^']*'|\btype\b", "", text) for text in descriptions(SCHEMA)]
    assert len(told) > 50
    assert [] == [text for text in told if ENGLISH.search(text)]
