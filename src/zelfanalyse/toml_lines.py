"""Where each key of a TOML text stands: the standard parser tells values, not positions."""

from __future__ import annotations

import re
import tomllib
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_TOKEN = re.compile(
    r'''
      (?P<string> """(?:\\.|[^\\])*?"""(?:"{0,2}) | \'\'\'.*?\'\'\'(?:'{0,2})
                | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<skip>   [ \t\r]+ | \#[^\n]* )
    | (?P<newline> \n )
    | (?P<mark>   [\[\]{},=.] )
    | (?P<bare>   [^\s\[\]{},=.\#"']+ )
    ''',
    re.VERBOSE | re.DOTALL,
)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Map every key path of a valid TOML text to the line, from 1, where it begins.

    List elements have their index in the path: ``("factor", 0, "stelling", 2, "tekst")``.
    The text must have been accepted by ``tomllib`` before: this reader trusts its form.
    """
    return _Reader(text).read()


class _Reader:
    """Walks the tokens of a text once and notes where each key begins."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            kind, token = match.lastgroup or "", match.group()
            if kind != "skip":
                self.tokens.append((kind, token, line))
            line += token.count("\n")
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.last_index: dict[KeyPath, int] = {}

    def read(self) -> dict[KeyPath, int]:
        prefix: KeyPath = ()
        while self._skip_newlines():
            if self._peek() == "[":
                prefix = self._header()
            else:
                self._pair(prefix)
        return self.lines

    def _peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place][1] if place < len(self.tokens) else ""

    def _skip_newlines(self) -> bool:
        """Move to the next token that is not a line end; false at the end of the text."""
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "newline":
            self.at += 1
        return self.at < len(self.tokens)

    def _header(self) -> KeyPath:
        line = self.tokens[self.at][2]
        is_list = self._peek(1) == "["
        self.at += 2 if is_list else 1
        path: KeyPath = ()
        keys = self._keys(end="]")
        self.at += 2 if is_list else 1
        for position, key in enumerate(keys):
            path += (key,)
            self.lines.setdefault(path, line)
            if is_list and position == len(keys) - 1:
                self.last_index[path] = self.last_index.get(path, -1) + 1
            if path in self.last_index:
                path += (self.last_index[path],)
        self.lines.setdefault(path, line)
        return path

    def _keys(self, end: str) -> list[str]:
        keys = []
        while self._peek() != end:
            kind, token, _ = self.tokens[self.at]
            if kind == "string":
                keys.append(next(iter(tomllib.loads(f"{token} = 0"))))
            elif kind == "bare":
                keys.append(token)
            self.at += 1
        return keys

    def _pair(self, prefix: KeyPath) -> None:
        line = self.tokens[self.at][2]
        path = prefix
        for key in self._keys(end="="):
            path += (key,)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._peek()
        if opening not in {"[", "{"}:
            while self.at < len(self.tokens) and (
                self.tokens[self.at][0] != "newline" and self._peek() not in {",", "]", "}"}
            ):
                self.at += 1
            return
        closing = "]" if opening == "[" else "}"
        self.at += 1
        index = 0
        while self._skip_newlines() and self._peek() != closing:
            if self._peek() == ",":
                self.at += 1
            elif opening == "{":
                self._pair(path)
            else:
                self.lines[(*path, index)] = self.tokens[self.at][2]
                self._value((*path, index))
                index += 1
        self.at += 1
