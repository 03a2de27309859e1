"""A report as a PDF that anyone can read, with a screen reader too (PDF/UA-1), through Typst."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.headings import depth_of_contents, leads_on, without_gaps
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typst import Compiler

    from zelfanalyse.report.document import Document

TEMPLATE = "report.typ"
LATIN = "\u017f"  # every letter up to here is in the fonts that come with Typst
MOST_TRIED = 400  # after so many that no font has, the others are taken for such too
PROBE = b"""
#set document(title: "-", date: none)
#sys.inputs.character #strong(sys.inputs.character) #emph(sys.inputs.character)
"""


def pdf_bytes(document: Document) -> bytes:
    """Return the report as a PDF: the same bytes for the same document, on any machine.

    The document goes to a fixed template as data, so that no text can be code.
    Raises ``WrongUseError`` where Typst is not installed.
    """
    compiler = _compiler()
    blocks = tuple(without_gaps(document.blocks))
    data = _plain(replace(document, blocks=blocks))
    data["leads"] = [leads_on(blocks, index) for index in range(len(blocks))]
    data["title"] = data["title"].strip() or "-"  # the standard asks for a title
    data["contents"] = depth_of_contents(document)
    text = json.dumps(data, ensure_ascii=False)
    data["substitutes"] = {
        character: f"[U+{ord(character):04X}]" for character in _without_font(compiler, text)
    }
    template = files("zelfanalyse.report").joinpath(TEMPLATE).read_bytes()
    return _compile(compiler, template, document=json.dumps(data))


def _compiler() -> Compiler:
    """Return Typst without the fonts of the machine, so that every machine makes the same file."""
    try:
        import typst  # noqa: PLC0415 - an extra: a report on a screen does without
    except ImportError as missing:
        raise WrongUseError(
            "Een PDF maken kan nog niet op deze computer.",
            'Voer eerst uit: pip install "zelfanalyse[pdf]"',
        ) from missing
    return typst.Compiler(ignore_system_fonts=True)


def _compile(compiler: Compiler, template: bytes, **inputs: str) -> bytes:
    """Compile to a PDF that keeps to the standard, which refuses what no font has."""
    written = compiler.compile(
        input=template, format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs
    )
    if not isinstance(written, bytes):
        raise TypeError(type(written))
    return written


def _without_font(compiler: Compiler, text: str) -> Iterator[str]:
    """Yield the characters that are in none of the fonts, as emoji and Chinese are."""
    found = 0
    for character in sorted(set(text)):
        if character > LATIN and (found >= MOST_TRIED or not _can_be_shown(compiler, character)):
            found += 1
            yield character


def _can_be_shown(compiler: Compiler, character: str) -> bool:
    """Whether one of the fonts has this character, also as it is set in titles and quotes."""
    try:
        _compile(compiler, PROBE, character=character)
    except RuntimeError:  # what a TypstError is
        return False
    return True


def _plain(value: Any) -> Any:
    """Return a document as what JSON can hold; each block says its ``kind``."""
    if is_dataclass(value):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **named}
    match value:
        case str():
            return visible(value)
        case tuple():
            return [_plain(item) for item in value]
        case Enum():
            return value.value
        case Fraction():
            return float(value)
        case _:
            return value
