"""Every key of a TOML text is found on the line where a person sees it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.strategies import toml_tables
from zelfanalyse.toml_lines import KeyPath, key_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


def numbered(text: str) -> dict[KeyPath, int]:
    """Return the lines of a text that the standard parser accepts, as the reader asks."""
    tomllib.loads(text)
    return key_lines(text)


def test_a_key_stands_on_its_own_line() -> None:
    """Empty lines and comments count as lines and hold no keys."""
    assert {("a",): 1, ("b",): 4} == numbered("a = 1\n\n# c = 3\nb = 2  # d = 4\n")


def test_a_table_stands_on_the_line_of_its_heading() -> None:
    """The keys under a heading belong to its table."""
    assert {("schaal",): 2, ("schaal", "eerste"): 3} == numbered("\n[schaal]\neerste = 0\n")


def test_a_dotted_heading_names_every_table_on_the_way() -> None:
    """``[a.b]`` begins both a and a.b, and a later ``[a]`` does not move a."""
    text = "[a.b]\nx = 1\n[a]\ny = 2\n"
    expected = {("a",): 1, ("a", "b"): 1, ("a", "b", "x"): 2, ("a", "y"): 4}
    assert expected == numbered(text)


def test_tables_in_a_list_are_counted() -> None:
    """The list stands where its first table begins, each table at its own heading."""
    text = '[[document]]\nid = "d1"\n\n[[document]]\nid = "d2"\n'
    assert {
        ("document",): 1,
        ("document", 0): 1,
        ("document", 0, "id"): 2,
        ("document", 1): 4,
        ("document", 1, "id"): 5,
    } == numbered(text)


def test_a_list_in_a_list_belongs_to_the_last_one() -> None:
    """``[[factor.stelling]]`` counts from 0 again under the next ``[[factor]]``."""
    text = """\
[[factor]]
id = "een"
[[factor.stelling]]
id = "een-1"
[[factor.stelling]]
id = "een-2"
[[factor]]
id = "twee"
[[factor.stelling]]
id = "twee-1"
"""
    lines = numbered(text)
    expected = {
        ("factor", 0, "id"): 2,
        ("factor", 0, "stelling"): 3,
        ("factor", 0, "stelling", 0): 3,
        ("factor", 0, "stelling", 0, "id"): 4,
        ("factor", 0, "stelling", 1): 5,
        ("factor", 0, "stelling", 1, "id"): 6,
        ("factor", 1): 7,
        ("factor", 1, "stelling", 0, "id"): 10,
    }
    assert expected == {path: lines.get(path) for path in expected}


def test_a_table_under_a_list_belongs_to_the_last_one() -> None:
    """``[factor.voorbeeld]`` is a key of the factor above it."""
    lines = numbered('[[factor]]\n[[factor]]\n[factor.voorbeeld]\ntekst = "x"\n')
    assert 3 == lines["factor", 1, "voorbeeld"]
    assert 4 == lines["factor", 1, "voorbeeld", "tekst"]


def test_a_dotted_key_names_every_table_on_the_way() -> None:
    """``a.b.c = 1`` is three keys on one line, with or without spaces around the dots."""
    expected = {("a",): 1, ("a", "b"): 1, ("a", "b", "c"): 1, ("a", "b", "d"): 2}
    assert expected == numbered("a.b.c = 1\na . b . d = 2\n")


def test_a_key_that_looks_like_a_number_is_a_word() -> None:
    """``1.5`` before the = is key 5 of table 1."""
    assert {("1",): 1, ("1", "5"): 1} == numbered("1.5 = 2.5\n")


def test_a_quoted_key_is_known_by_its_meaning() -> None:
    """Dots, brackets and escapes inside quotes are part of the name."""
    text = '"a.b" = 1\n\'[c]\' = 2\n"caf\\u00e9" = 3\n"" = 4\n["x = y"."#"]\n'
    assert {
        ("a.b",): 1,
        ("[c]",): 2,
        ("café",): 3,
        ("",): 4,
        ("x = y",): 5,
        ("x = y", "#"): 5,
    } == numbered(text)


def test_the_keys_of_an_inline_table_stand_on_its_line() -> None:
    """Inline tables nest, and may hold lists and dotted keys."""
    text = "\nbron = { document = 'd1', plek = { blz.van = 3, regels = [4, 5] } }\nna = 1\n"
    lines = numbered(text)
    assert {2} == {line for path, line in lines.items() if path[0] == "bron"}
    assert {("bron", "plek", "blz", "van"), ("bron", "plek", "regels", 1)} < lines.keys()
    assert 3 == lines["na",]


def test_each_element_of_a_list_stands_on_its_own_line() -> None:
    """A list over several lines, with comments and a comma at the end, is followed."""
    text = """\
labels = [
    "nee",   # [0]
    # "misschien",
    "ja", "zeker",
]
na = 1
"""
    assert {
        ("labels",): 1,
        ("labels", 0): 2,
        ("labels", 1): 4,
        ("labels", 2): 4,
        ("na",): 6,
    } == numbered(text)


def test_lists_in_lists_and_tables_in_lists_are_followed() -> None:
    """Options as inline tables have their own lines, and so have the elements of inner lists."""
    text = "opties = [\n  { id = 'a' },\n  { id = 'b' },\n]\nm = [[1],\n [2, 3]]\n"
    lines = numbered(text)
    assert (2, 3) == (lines["opties", 0, "id"], lines["opties", 1, "id"])
    assert (5, 5, 6, 6) == (lines["m", 0], lines["m", 0, 0], lines["m", 1], lines["m", 1, 1])


def test_what_looks_like_toml_inside_a_text_is_text() -> None:
    """Headings, comments and keys inside a multi-line text are not read; its lines do count."""
    text = '''\
inleiding = """
[geen tabel]
x = 1 # geen commentaar \\"""
"""
uitleg = \'\'\'
y = "2"
\'\'\'
na = 1
'''
    assert {("inleiding",): 1, ("uitleg",): 5, ("na",): 8} == numbered(text)


def test_a_text_may_end_in_quotes() -> None:
    """One or two quotes before the closing three belong to the text."""
    text = 'a = """x"""""\nb = \'\'\'y\'\'\'\'\'\nc = ""\nd = 1\n'
    assert {("a",): 1, ("b",): 2, ("c",): 3, ("d",): 4} == numbered(text)


def test_brackets_in_a_comment_open_nothing() -> None:
    """Comments after headings, inside lists and after values are passed over."""
    text = "[a] # ]] [b]\nx = [ # [[[\n 1, # }\n] # {\ny = 2\n"
    assert {("a",): 1, ("a", "x"): 2, ("a", "x", 0): 3, ("a", "y"): 5} == numbered(text)


def test_numbers_dates_and_times_end_with_their_line() -> None:
    """Values with dots, colons, spaces and signs in them are one value."""
    text = "a = 1979-05-27 07:32:00.5-08:00\nb = -1.5e+3\nc = [0.5, 07:32:00]\nd = true\n"
    expected = {("a",): 1, ("b",): 2, ("c",): 3, ("c", 0): 3, ("c", 1): 3, ("d",): 4}
    assert expected == numbered(text)


def test_a_text_without_keys_has_no_lines() -> None:
    """An empty file, and a file of comments only."""
    assert ({}, {}) == (numbered(""), numbered("# niets\n"))


def key_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every key and of every list element."""
    inside: Any = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, item in inside:
        yield (*path, key)
        yield from key_paths(item, (*path, key))


def as_written(key: str) -> str:
    """Return a key as the writer puts it before the =."""
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


@settings(max_examples=150)
@given(data=toml_tables(), multiline=st.booleans())
@example(data={"a": [{"b": [{"c": 1}, {"c": [{}]}]}, {"b": []}]}, multiline=False)
@example(data={"a": {"b": {"c": 'x\n[a]\n"""'}}, 'b"]': "\n"}, multiline=True)
def test_every_key_is_found_on_a_line_that_shows_it(data: dict[str, Any], multiline: bool) -> None:  # noqa: FBT001 - hypothesis fills it
    """Any data, written by any means, has the right line for each key, and for no other key."""
    text = tomli_w.dumps(data, multiline_strings=multiline).replace("\r\n", "\n")
    lines = numbered(text)
    assert set(key_paths(tomllib.loads(text))) == set(lines)
    shown = text.split("\n")
    keys = [(path[-1], shown[line - 1]) for path, line in lines.items()]
    assert [] == [key for key, line in keys if isinstance(key, str) and as_written(key) not in line]


@given(toml_tables(), st.integers(0, 5))
def test_empty_lines_above_move_every_key_down(data: dict[str, Any], lines_above: int) -> None:
    """A heading of comments moves all line numbers by as many lines as it has."""
    text = tomli_w.dumps(data)
    moved = {path: line + lines_above for path, line in numbered(text).items()}
    assert moved == numbered("# [commentaar]\n" * lines_above + text)
