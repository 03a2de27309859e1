"""What is typed: the arguments that commands share, and a command as a person types it."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from zelfanalyse.errors import WrongUseError
from zelfanalyse.record import MAX_LINE
from zelfanalyse.text import visible

DossierFolder = Annotated[  # not readable: then we say so ourselves, and in Dutch
    Path, typer.Argument(metavar="DOSSIER", help="De map van het dossier.", readable=False)
]
Overwrite = Annotated[
    bool, typer.Option("--overschrijven", help="Vervang een bestand dat er al is.")
]
WhichList = Annotated[
    str,
    typer.Option(
        "--lijst", metavar="ID", help="Welke lijst, als het dossier er meer dan een heeft."
    ),
]


def new_folder(word: str | Path) -> Path:
    """Return the folder that is asked for; a blank word would be the current one."""
    if not str(word).strip():
        raise WrongUseError("De naam van de map is leeg.", "Geef een naam voor de map.")
    return Path(word)


def yes(question: str) -> bool:
    """Return whether someone says yes; only 'ja' is yes."""
    return str(typer.prompt(f"{question} (ja of nee)", err=True)).strip().lower() in {"ja", "j"}


def typed(*words: str | Path) -> str:
    """Return a command as a person types it: a folder with a space in quotes."""
    texts = [str(word) for word in words]
    if os.name == "nt":
        return " ".join(f'"{text}"' if " " in text else text for text in texts)
    return shlex.join(texts)


def one_line(text: str, option: str) -> str:
    """Return a line as it can be kept. Raises ``WrongUseError`` for one that cannot."""
    line = " ".join(visible(text).split())
    if not 0 < len(line) <= MAX_LINE:
        raise WrongUseError(
            f"Bij {option} hoort een tekst van 1 tot {MAX_LINE} tekens.", "Pas aan."
        )
    return line
