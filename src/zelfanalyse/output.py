"""Where words and data go: stderr, stdout, and files that someone named."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from zelfanalyse.errors import WrongUseError
from zelfanalyse.text import visible
from zelfanalyse.toml_file import write_bytes


def say(sentence: str) -> None:
    """Tell the person something that is not data."""
    print(visible(sentence), file=sys.stderr)  # noqa: T201


def put(text: str) -> None:
    """Write data."""
    print(text)  # noqa: T201


def speak_utf8(*streams: TextIO) -> None:
    """Make sure that ● and é can be written and read, also through a pipe on Windows."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def needs_new(out: Path | None, *, overwrite: bool) -> None:
    """Raise ``WrongUseError`` for what is no place for a file, or one nobody said to replace."""
    if out is None:
        return
    if out.exists() and not out.is_file():
        raise WrongUseError(f"'{out}' is geen gewoon bestand.", "Geef de naam van een bestand.")
    folder = Path(os.path.realpath(out)).parent
    if not folder.is_dir():
        raise WrongUseError(f"De map '{folder}' bestaat niet.", "Maak die map of kies een andere.")
    if out.exists() and not overwrite:
        raise WrongUseError(f"'{out}' bestaat al.", "Kies een andere naam of --overschrijven.")


def write(out: Path | None, text: str, what: str) -> None:
    """Write data to the file, whole, or else to stdout."""
    if out is None:
        put(text.rstrip("\n"))
    else:
        keep(out, text.encode(), what)


def keep(out: Path, content: bytes, what: str) -> None:
    """Write a file, whole or not at all, and tell where ``what`` is."""
    write_bytes(out, content)
    say(f"{what} in '{out}'.")
