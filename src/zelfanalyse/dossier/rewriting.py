"""Other values in a TOML text that someone wrote: the lines of those keys change, and no others."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zelfanalyse.toml_file import dumps, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zelfanalyse.toml_file import Document
    from zelfanalyse.toml_lines import KeyPath


def rewritten(document: Document, changes: Mapping[KeyPath, Any]) -> str:
    """Return the text of a document with other values for some keys; ``None`` takes a key away.

    A key that is not there comes under the last one above the tables. What someone wrote beside
    the keys stays, but for a text in a form that cannot be changed line by line: then only the
    values are kept.
    """
    expected = copy.deepcopy(document.data)
    text = document.text
    for path, value in changes.items():
        _put(expected, path, value)
        text = _with_value(text, path, value)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        found = None
    return text if found == expected else dumps(expected)


def _put(data: Any, path: KeyPath, value: Any) -> None:
    *tables, key = path
    for part in tables:
        data = data[part]
    if value is None:
        data.pop(key, None)
    else:
        data[key] = value


def _with_value(text: str, path: KeyPath, value: Any) -> str:
    """Return the text with the lines of one key replaced."""
    document, _ = parse(text, Path())
    if document is None:
        return text
    lines = text.split("\n")
    new = [] if value is None else dumps({str(path[-1]): value}).rstrip("\n").split("\n")
    at = document.lines.get(path)
    if at is None:
        plain = [document.lines[key,] for key in document.data if _is_plain(document.data[key])]
        under = _end(lines, max(plain) - 1) if plain else 0
        return "\n".join([*lines[:under], *new, *lines[under:]])
    begin = at - 1
    end = _end(lines, begin)
    if len(new) == 1 and end == begin + 1:
        new = [new[0] + _comment(lines[begin])]
    return "\n".join([*lines[:begin], *new, *lines[end:]])


def _is_plain(value: Any) -> bool:
    """Whether a value is no table, and no list of tables."""
    inner = value[:1] if isinstance(value, list) else [value]
    return not any(isinstance(item, dict) for item in inner)


def _end(lines: list[str], begin: int) -> int:
    """Return the place after the last line of the value that begins here."""
    for end in range(begin + 1, len(lines) + 1):
        if _values("\n".join(lines[begin:end])) is not None:
            return end
    return begin + 1


def _comment(line: str) -> str:
    """Return what stands behind the value on a line: two spaces and a comment, or nothing."""
    for place, sign in enumerate(line):
        if sign == "#" and _values(line[:place]) is not None:
            return f"  {line[place:]}"
    return ""


def _values(text: str) -> dict[str, Any] | None:
    """Return the values of a piece of TOML, or none when it is not whole."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
