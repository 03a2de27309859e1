"""From a file to a questionnaire: never a traceback, always findings or a list."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.questionnaire.lists import EVERY_KIND, SMALL, Told, load, told
from tests.strategies import texts, toml_tables, toml_values
from zelfanalyse import toml_file
from zelfanalyse.errors import Finding, Severity, is_refused
from zelfanalyse.questionnaire.load import load as load_file
from zelfanalyse.questionnaire.review import review

VALID = tomllib.loads(EVERY_KIND)


def load_data(data: dict[str, Any]) -> tuple[bool, list[Finding]]:
    """Return whether the data became a questionnaire, and the findings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lijst.toml"
        toml_file.write(path, data)
        return load_file(path)[0] is not None, review(path)


def copied(value: Any) -> Any:
    """Return the data with new tables and lists, to change without changing the original."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Return a valid list of which one to three things are replaced, removed or added."""
    data: dict[str, Any] = copied(VALID)
    for _ in range(draw(st.integers(1, 3))):
        table: Any = data
        while inner := [key for key, item in _items(table) if isinstance(item, dict | list)]:
            if not draw(st.integers(0, 3)):
                break
            table = table[draw(st.sampled_from(inner))]
        keys = [key for key, _ in _items(table)]
        what = draw(st.sampled_from(["replace", "remove", "add"]))
        if what == "add" or not keys:
            new = draw(toml_values(4))
            if isinstance(table, dict):
                table[draw(texts | st.sampled_from(["int", "a[b]", "bron", "cluster"]))] = new
            else:
                table.append(new)
        elif what == "remove":
            del table[draw(st.sampled_from(keys))]
        else:
            table[draw(st.sampled_from(keys))] = draw(toml_values(4))
    return data


def _items(table: dict[str, Any] | list[Any]) -> list[tuple[Any, Any]]:
    return list(table.items() if isinstance(table, dict) else enumerate(table))


@settings(max_examples=100)
@given(data=damaged())
@example(data={**VALID, "factor": [{**VALID["factor"][0], "cluster": ["mensen"]}]})
@example(data={**VALID, "int": 1})
def test_a_damaged_list_never_stops_the_loader(data: dict[str, Any]) -> None:
    """Whatever is wrong with the tables, the answer is a list or findings that refuse it."""
    loaded, findings = load_data(data)
    assert loaded is not is_refused(findings)


@settings(max_examples=50)
@given(data=toml_tables())
@example(data={"[rood]": 1})
def test_a_file_of_something_else_is_refused_with_findings(data: dict[str, Any]) -> None:
    """Any TOML that is no questionnaire at all gets findings, the missing keys among them."""
    data.pop("titel", None)
    loaded, findings = load_data(data)
    assert not loaded
    assert "'titel' ontbreekt" in " ".join(finding.message for finding in findings)


def test_endless_dotted_keys_are_refused(tmp_path: Path) -> None:
    """Dots nest tables as brackets nest lists, and can be endless like them."""
    questionnaire, findings = load(
        tmp_path, SMALL.replace("formaat", "a." * 2000 + "b = 1\nformaat")
    )
    assert questionnaire is None
    assert findings


def test_broken_toml_is_one_finding(tmp_path: Path) -> None:
    """When the file cannot be read at all, the rules have nothing to say."""
    message = "dit is geen geldige TOML: na een sleutel hoort een =-teken."
    assert [Told(3, message)] == told(tmp_path, SMALL.replace("versie =", "versie"))


def test_advice_leaves_the_list_usable(tmp_path: Path) -> None:
    """A warning stands on the line of the statement's text, and refuses nothing."""
    text = SMALL.replace("komen afspraken na", "komen vaak")
    questionnaire, findings = load(tmp_path, text)
    assert questionnaire is not None
    assert [(18, Severity.WARNING)] == [(item.line, item.severity) for item in findings]


def test_advice_waits_for_a_list_in_order(tmp_path: Path) -> None:
    """A list with a wrong type in it gets its errors first."""
    text = SMALL.replace("komen afspraken na", "komen vaak").replace("formaat = 1", "formaat = 2")
    questionnaire, findings = load(tmp_path, text)
    assert questionnaire is None
    assert [(1, Severity.ERROR)] == [(item.line, item.severity) for item in findings]


def test_advice_and_errors_of_the_rules_come_together(tmp_path: Path) -> None:
    """A list with the right types gets both, in the order of the file."""
    text = SMALL.replace("komen afspraken na", "komen vaak")
    text += '[[cluster]]\nid = "leren"\ntitel = "Leren"\n'
    questionnaire, findings = load(tmp_path, text)
    assert questionnaire is None
    expected = [(18, Severity.WARNING), (20, Severity.ERROR)]
    assert expected == [(item.line, item.severity) for item in findings]
