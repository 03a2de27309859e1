"""The JSON Schema that helps an editor: it accepts what the loader accepts, and it is Dutch."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.dossier.builders import on_disk
from tests.questionnaire.lists import EVERY_KIND
from tests.test_record import ENGLISH
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.model import Settings
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = json_schema(Questionnaire)
DOSSIER = json_schema(Settings)
PAGE_SCHEMAS = tuple(json_schema(page) for page in book.PAGES.values())
OBJECTS = {
    "Questionnaire": SCHEMA,
    **SCHEMA["$defs"],
    "Settings": DOSSIER,
    **{f"Settings.{name}": value for name, value in DOSSIER["$defs"].items()},
}
SETTINGS: dict[str, Any] = DOSSIER["$defs"]["Method"]["properties"]


def mistakes(data: dict[str, Any], schema: dict[str, Any] = SCHEMA) -> list[str]:
    """Return what a schema-aware editor underlines, inside a choice of schemas too."""
    errors = list(Draft202012Validator(schema).iter_errors(data))
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
    for schema in (SCHEMA, DOSSIER, *PAGE_SCHEMAS):
        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        Draft202012Validator.check_schema(schema)


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


@pytest.mark.parametrize(
    ("schema", "least"), [(SCHEMA, 50), (DOSSIER, 30), *((item, 3) for item in PAGE_SCHEMAS)]
)
def test_the_schema_speaks_dutch(schema: dict[str, Any], least: int) -> None:
    """No docstring of the code reaches an editor."""
    # Words between quotes are keys and values of the file.
    told = [re.sub(r"'[^']*'|\btype\b", "", text) for text in descriptions(schema)]
    assert len(told) > least
    assert [] == [text for text in told if ENGLISH.search(text)]


def test_a_new_dossier_keeps_to_its_schema(tmp_path: Path) -> None:
    """An editor underlines nothing in a file that the program wrote."""
    on_disk(tmp_path)
    data = tomllib.loads((tmp_path / folder.SETTINGS).read_text("utf-8"))
    assert [] == mistakes(data, DOSSIER)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_has_its_default_and_range(name: str) -> None:
    """A numeric setting names its ends, another one what it can be; all name their default."""
    setting = SETTINGS[name]
    assert "default" in setting
    if setting["type"] in {"integer", "number"}:
        low = setting["minimum"]
        high = setting.get("maximum", setting.get("exclusiveMaximum"))
        assert low <= setting["default"] <= high
    else:
        assert "boolean" == setting["type"] or setting["default"] in setting["enum"]


def test_the_minimum_group_is_never_below_three() -> None:
    """An editor underlines a k of two."""
    assert 3 == SETTINGS["minimum_groep"]["minimum"]
