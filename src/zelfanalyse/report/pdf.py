"""A report as a PDF that anyone can read, with a screen reader too (PDF/UA-1), through Typst."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from zelfanalyse.errors import WrongUseError
from zelfanalyse.report.document import Heading
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.report.document import Document

TEMPLATE = "report.typ"
LATIN = "\u017f"  # every letter up to here is in the fonts that come with Typst
PROBE = b"""
#set document(title: "-", date: none)
#sys.inputs.character #strong(sys.inputs.character) #emph(sys.inputs.character)
"""


def pdf_bytes(document: Document) -> bytes:
    """Return the report as a PDF: the same bytes for the same document, on any machine.

    The document goes to a fixed template as data, so that no text can be code.
    Raises ``WrongUseError`` where Typst is not installed.
    """
    data = _plain(document)
    data["title"] = data["title"].strip() or "-"  # the standard asks for a title
    data["blocks"] = list(_without_skipped_levels(data["blocks"]))
    text = json.dumps(data, ensure_ascii=False)
    data["substitutes"] = {
        character: f"[U+{ord(character):04X}]"
        for character in sorted(set(text))
        if character > LATIN and not _can_be_shown(character)
    }
    template = files("zelfanalyse.report").joinpath(TEMPLATE).read_bytes()
    return _compile(template, document=json.dumps(data))


def _compile(template: bytes, **inputs: str) -> bytes:
    """Compile without the fonts of the machine; the standard refuses what no font has."""
    try:
        import typst  # noqa: PLC0415 - an extra: a report on a screen does without
    except ImportError as missing:
        raise WrongUseError(
            "Een PDF maken kan nog niet op deze computer.",
            'Voer eerst uit: pip install "zelfanalyse[pdf]"',
        ) from missing
    return typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs=inputs,
    )


def _can_be_shown(character: str) -> bool:
    """Whether a font has this character: emoji and Chinese are in none of them."""
    try:
        _compile(PROBE, character=character)
    except RuntimeError:  # what a TypstError is
        return False
    return True


def _without_skipped_levels(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the blocks with each heading at most one level below the one before it."""
    level = 0
    for block in blocks:
        if block["kind"] == Heading.__name__:
            if not block["text"].strip():  # the standard refuses an empty one
                continue
            level = max(1, min(block["level"], level + 1))
            yield {**block, "level": level}
        else:
            yield block


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
