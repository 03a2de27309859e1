"""What is wrong with a file's values is told in Dutch, all of it, each on its own line."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from zelfanalyse import record, toml_file
from zelfanalyse.errors import Finding
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.record import CODE_PATTERN, ID_PATTERN, VERSION_PATTERN, Record
from zelfanalyse.response.model import Response
from zelfanalyse.toml_file import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.toml_lines import KeyPath

FILE = Path("kast.toml")


class Drawer(Record):
    """A drawer of the cupboard."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN)]
    depth: Annotated[int, Field(ge=1, le=9)] = Field(default=5, alias="diepte")
    locked: bool = Field(default=False, alias="op_slot")


class Label(Record):
    """The label on the cupboard."""

    text: Annotated[str, StringConstraints(min_length=2, max_length=5)] = Field(alias="tekst")


class Cupboard(Record):
    """A thing with every kind of value, kept in a file."""

    name: str = Field(alias="naam")
    version: Annotated[str, StringConstraints(pattern=VERSION_PATTERN)] | None = Field(
        default=None, alias="versie"
    )
    code: Annotated[str, StringConstraints(pattern=CODE_PATTERN)] | None = None
    wood: Literal["eiken", "vuren"] = Field(default="eiken", alias="hout")
    made: AwareDatetime | None = Field(default=None, alias="gemaakt")
    label: Label | None = Field(default=None, alias="etiket")
    drawers: Annotated[tuple[Drawer, ...], Field(max_length=2)] = Field(default=(), alias="lade")


def findings(text: str) -> list[tuple[int | None, str, str]]:
    """Return line, message and hint of everything that is wrong with a cupboard."""
    document, broken = toml_file.parse(text, FILE)
    assert [] == broken
    assert document is not None
    cupboard, wrong = record.build(Cupboard, document)
    assert (cupboard is None) is bool(wrong)
    assert {FILE} >= {finding.file for finding in wrong}
    return [(finding.line, finding.message, finding.hint) for finding in wrong]


def test_a_file_in_order_becomes_a_frozen_record() -> None:
    """Dutch keys fill English names, lists become tuples, and nothing can be put in later."""
    text = 'naam = "kast"\n[[lade]]\nid = "boven"\ndiepte = 3\n[[lade]]\nid = "onder"\n'
    document, _ = toml_file.parse(text, FILE)
    assert document is not None
    cupboard, wrong = record.build(Cupboard, document)
    assert [] == wrong
    drawers = (Drawer(id="boven", depth=3), Drawer(id="onder"))
    assert Cupboard(name="kast", drawers=drawers) == cupboard
    with pytest.raises(ValidationError):
        cupboard.name = "tafel"  # type: ignore[misc]


def test_a_file_holds_only_what_differs_from_the_default() -> None:
    """Dutch keys, and no lines that say nothing."""
    cupboard = Cupboard(name="kast", drawers=(Drawer(id="boven", locked=True),))
    assert {"naam": "kast", "lade": ({"id": "boven", "op_slot": True},)} == cupboard.to_toml()


def test_an_unknown_key_names_its_neighbour() -> None:
    """A typing error is answered with the key that was meant."""
    expected = (2, "onbekende sleutel 'houd'.", "Bedoelde u 'hout'?")
    assert [expected] == findings('naam = "kast"\nhoud = "eiken"\n')


def test_an_unknown_key_without_a_neighbour_gets_the_whole_choice() -> None:
    """The hint lists the keys of the table it stands in, and no other table's."""
    text = 'naam = "kast"\n[[lade]]\nid = "boven"\nzzz = 1\n'
    expected = (4, "onbekende sleutel 'zzz'.", "Hier mag: id, diepte, op_slot.")
    assert [expected] == findings(text)


def test_a_neighbour_is_sought_in_its_own_table() -> None:
    """``tekts`` in the label is near the label's ``tekst``."""
    text = 'naam = "kast"\n[etiket]\ntekst = "abc"\ntekts = "abc"\n'
    assert [(4, "onbekende sleutel 'tekts'.", "Bedoelde u 'tekst'?")] == findings(text)


def test_the_english_name_of_a_key_is_unknown() -> None:
    """A file is Dutch, also where the code is not."""
    assert [
        (None, "'naam' ontbreekt.", "Vul dit aan."),
        (1, "onbekende sleutel 'name'.", "Bedoelde u 'naam'?"),
    ] == findings('name = "kast"\n')


@pytest.mark.parametrize("key", ["int", "str", "bool", "a[b]", "["])
def test_an_unknown_key_may_have_any_name(key: str) -> None:
    """Keys that look like the name of a type are unknown like any other."""
    text = f'naam = "kast"\n"{key}" = 1\n[[lade]]\nid = "boven"\n"{key}" = 1\n'
    told = [(line, message) for line, message, _ in findings(text)]
    assert [(2, f"onbekende sleutel '{key}'."), (5, f"onbekende sleutel '{key}'.")] == sorted(told)


def test_a_missing_key_names_its_table() -> None:
    """It stands on the line of the table, which is named by its id where it has one."""
    text = 'naam = "kast"\n[etiket]\n[[lade]]\ndiepte = 2\n'
    assert [
        (2, "'tekst' ontbreekt.", "Vul dit aan."),
        (3, "'id' ontbreekt.", "Vul dit aan."),
    ] == findings(text)
    statement = '[[factor]]\nid = "verhaal"\n[[factor.stelling]]\nid = "verhaal-1"\n'
    document, _ = toml_file.parse(statement, FILE)
    assert document is not None
    _, wrong = record.build(Questionnaire, document)
    missing = Finding(FILE, 3, "'tekst' ontbreekt bij 'verhaal-1'.", "Vul dit aan.")
    assert missing in wrong


WRONG = {
    "number for text": ("naam = 1", "'naam' klopt niet: hier hoort tekst tussen aanhalingstekens."),
    "text for number": (
        'lade = [{ id = "a", diepte = "3" }]',
        "'diepte' klopt niet: hier hoort een heel getal.",
    ),
    "fraction for number": (
        'lade = [{ id = "a", diepte = 3.5 }]',
        "'diepte' klopt niet: hier hoort een heel getal.",
    ),
    "too low": (
        'lade = [{ id = "a", diepte = 0 }]',
        "'diepte' klopt niet: dit moet minstens 1 zijn.",
    ),
    "too high": (
        'lade = [{ id = "a", diepte = 10 }]',
        "'diepte' klopt niet: dit mag hoogstens 9 zijn.",
    ),
    "text for yes or no": (
        'lade = [{ id = "a", op_slot = "ja" }]',
        "'op_slot' klopt niet: hier hoort true of false, zonder aanhalingstekens.",
    ),
    "too short": (
        'etiket = { tekst = "a" }',
        "'tekst' klopt niet: hier horen minstens 2 tekens.",
    ),
    "too long": (
        'etiket = { tekst = "abcdef" }',
        "'tekst' klopt niet: hier passen hoogstens 5 tekens.",
    ),
    "not in the choice": (
        'hout = "beuken"',
        "'hout' klopt niet: hier mag alleen 'eiken' of 'vuren'.",
    ),
    "no id": (
        'lade = [{ id = "De Bovenste" }]',
        "'id' klopt niet: gebruik kleine letters, cijfers, - en _, en begin met een letter.",
    ),
    "no version": (
        'versie = "1.0"',
        "'versie' klopt niet: hier horen drie getallen met punten, zoals 1.0.0.",
    ),
    "no code": ('code = "K7F3"', "'code' klopt niet: hier hoort een code zoals K7F3-QX9M."),
    "text for a table": (
        'etiket = "abc"',
        "'etiket' klopt niet: hier hoort een tabel of iets tussen { en }.",
    ),
    "table for a list": (
        'lade = { id = "a" }',
        "'lade' klopt niet: hier hoort een lijst tussen [ en ].",
    ),
    "number in a list of tables": (
        "lade = [1]",
        "'lade' klopt niet: hier hoort een tabel of iets tussen { en }.",
    ),
    "too many": (
        'lade = [{ id = "a" }, { id = "b" }, { id = "c" }]',
        "'lade' klopt niet: hier passen er hoogstens 2.",
    ),
    "text for a moment": (
        'gemaakt = "gisteren"',
        "'gemaakt' klopt niet: hier horen een datum en een tijd, zonder aanhalingstekens.",
    ),
    "no time zone": (
        "gemaakt = 2026-01-31T12:00:00",
        "'gemaakt' klopt niet: bij deze tijd hoort een tijdzone, zoals +01:00.",
    ),
}


@pytest.mark.parametrize(("line", "message"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_value_is_told_with_what_is_right(line: str, message: str) -> None:
    """One wrong value is one finding, on its line, that says what should stand there."""
    name = "" if line.startswith("naam") else 'naam = "kast"\n'
    at = 1 + name.count("\n")
    assert [(at, message, "Verbeter dit.")] == findings(f"{name}{line}\n")


def test_everything_wrong_is_told_at_once() -> None:
    """One round of corrections is enough."""
    text = """\
hout = "beuken"
kleur = "rood"
[etiket]
tekst = 1
[[lade]]
id = "a"
diepte = 0
op_slot = 1
"""
    expected = [
        (None, "'naam' ontbreekt."),
        (1, "'hout' klopt niet: hier mag alleen 'eiken' of 'vuren'."),
        (2, "onbekende sleutel 'kleur'."),
        (4, "'tekst' klopt niet: hier hoort tekst tussen aanhalingstekens."),
        (7, "'diepte' klopt niet: dit moet minstens 1 zijn."),
        (8, "'op_slot' klopt niet: hier hoort true of false, zonder aanhalingstekens."),
    ]
    told = [(line, message) for line, message, _ in findings(text)]
    assert expected == sorted(told, key=lambda item: item[0] or 0)


def test_a_table_for_an_open_answer_is_told_at_the_answer() -> None:
    """What pydantic calls the members of a union (``constrained-str``) stands in no file."""
    document, _ = toml_file.parse(RESPONSE.replace('f = "x"', "f = {}"), FILE)
    assert document is not None
    _, wrong = record.build(Response, document)
    assert wrong
    assert [] == [item.message for item in wrong if not item.message.startswith("'f' klopt niet")]


def test_a_wrong_part_does_not_make_its_list_too_short() -> None:
    """A mistake in an option is one finding, not also one about the number of options."""
    text = 'opties = [\n  { id = "a" },\n  { id = "b", tekst = "B" },\n]\n'
    head = '[[keuze]]\nid = "k"\ntekst = "Wat?"\n'
    document, _ = toml_file.parse(head + text, FILE)
    assert document is not None
    _, wrong = record.build(Questionnaire, document)
    about_choice = [finding for finding in wrong if finding.line is not None]
    assert [Finding(FILE, 5, "'tekst' ontbreekt bij 'a'.", "Vul dit aan.")] == about_choice


ENGLISH = re.compile(
    r"\b(a|an|and|or|at|be|by|input|should|valid|invalid|field|required|value|string|integer|"
    r"number|list|tuple|dictionary|mapping|instance|type|extra|permitted|must|greater|less|than|"
    r"least|most|characters|character|item|items|pattern|match|boolean|datetime|timezone|"
    r"unable|parse|error|not|the|expected|true or false|have|has|to|exactly)\b",
    re.IGNORECASE,
)
STRAY: tuple[Any, ...] = (
    0,
    -5,
    10**30,
    3.5,
    float("nan"),
    True,
    "",
    "Één [x]",
    "x" * 30_000,
    [],
    [1],
    ["a"] * 30,
    {},
    {"zzz": 1},
    date(2026, 1, 31),
    time(12, 0),
    datetime(2026, 1, 31, 12, 0),  # noqa: DTZ001 - a moment without a time zone is the mistake
    datetime(2026, 1, 31, 12, 0, tzinfo=UTC),
)


def with_stray_values(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the data once for every key and every stray value, with that value at that key."""
    for path in _every_path(data, ()):
        for stray in STRAY:
            yield _replaced(data, path, stray)


def _every_path(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    inside: Any = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value[:1])  # the first of its kind speaks for the others
    for key, item in inside:
        yield (*path, key)
        yield from _every_path(item, (*path, key))


def _replaced(value: Any, path: KeyPath, new: Any) -> Any:
    if not path:
        return new
    changed = value.copy()
    changed[path[0]] = _replaced(value[path[0]], path[1:], new)
    return changed


RESPONSE = """\
formaat = 1
dossier = "d"
ronde = "1"
perspectief = "raad"
respondent = "K7F3-QX9M"
verzonnen = true
begonnen = 2026-01-31T12:00:00+01:00
ingeleverd = 2026-01-31T12:00:00+01:00
gebleven_bij = "x"
omvang = "kleiner"
[vragenlijst]
id = "x"
versie = "1.0.0"
vingerafdruk = "abc"
[stelling]
v1 = 1
[spiegelstelling]
b = 1
[balans]
c = { nu = 1, gewenst = 2 }
[keuze]
d = ["x", "y"]
[cijfer]
e = 7
[open]
f = "x"
[toelichting]
v1 = "x"
"""


@pytest.mark.parametrize("model", [Questionnaire, Response])
def test_no_english_reaches_the_reader(model: type[Record]) -> None:
    """Whatever stands at whatever key, the words around it are Dutch."""
    path = library.built_in()["samenwerking"]
    text = path.read_text(encoding="utf-8") if model is Questionnaire else RESPONSE
    document, _ = toml_file.parse(text, FILE)
    assert document is not None
    assert [] == record.build(model, document)[1]
    told = set()
    for data in with_stray_values(document.data):
        _, wrong = record.build(model, Document(FILE, data, text))
        told |= {f"{finding.message} {finding.hint}" for finding in wrong}
    assert len(told) > 40  # the stray values did go wrong
    assert [] == sorted(sentence for sentence in told if ENGLISH.search(sentence))
