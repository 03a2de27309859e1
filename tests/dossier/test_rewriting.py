"""Other values in a file that someone wrote."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from zelfanalyse.dossier.rewriting import rewritten
from zelfanalyse.toml_file import parse

TEXT = """\
# Van mij.
formaat = 1
ronde = "2026"   # het jaar
startvragen = [
    "Een?",  # eerst
    "Twee?",
]
naam = "Regio # 1"

[vragenlijst]  # vast
versie = "1.0.0"
"""


def change(text: str, changes: dict[Any, Any]) -> str:
    """Return the text with the changes."""
    document, findings = parse(text, Path("dossier.toml"))
    assert document is not None, findings
    return rewritten(document, changes)


def test_only_the_lines_of_a_key_change() -> None:
    """Comments stay, also the one behind the value."""
    found = change(TEXT, {("ronde",): "2027", ("vragenlijst", "versie"): "1.1.0"})
    expected = TEXT.replace('"2026"   #', '"2027"  #').replace('"1.0.0"', '"1.1.0"')
    assert expected == found


def test_a_value_of_more_lines_is_replaced_whole() -> None:
    """A list becomes another list, or goes."""
    found = change(TEXT, {("startvragen",): ["Drie?"]})
    assert ["Drie?"] == tomllib.loads(found)["startvragen"]
    assert "Een?" not in found
    assert 'naam = "Regio # 1"' in found
    gone = change(TEXT, {("startvragen",): None})
    assert "startvragen" not in gone
    assert "# Van mij." in gone


def test_a_new_key_comes_under_the_others() -> None:
    """Above the first table and what is said of it, so that it is in none."""
    text = "# Van mij.\nformaat = 1\nlijst = [\n  1,\n]\n\n# De tabel.\n[a]\nb = 1\n"
    found = change(text, {("ronde",): "2027"})
    assert text.replace("]\n\n#", ']\nronde = "2027"\n\n#') == found
    assert {"ronde": "2027", "a": {"b": 1}} == tomllib.loads(
        change("[a]\nb = 1\n", {("ronde",): "2027"})
    )


@pytest.mark.parametrize(
    "text",
    [
        'ronde = "1"\nvragenlijst = { versie = "1.0.0", id = "x" }\n',
        'ronde = """\n1"""\nvragenlijst.versie = "1.0.0"\n',
        '"ronde" = "1"\n[vragenlijst]\n\'versie\' = "1.0.0"\n',
        'ronde = "#1" # "\n[ vragenlijst ]\nversie="1.0.0"#x\n',
    ],
)
def test_in_every_form_the_values_are_right(text: str) -> None:
    """Whatever cannot be changed line by line keeps its values."""
    found = tomllib.loads(change(text, {("ronde",): "2", ("vragenlijst", "versie"): "2.0.0"}))
    expected = tomllib.loads(text)
    expected["ronde"] = "2"
    expected["vragenlijst"]["versie"] = "2.0.0"
    assert expected == found
