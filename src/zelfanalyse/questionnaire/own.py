"""Own questions of a dossier, added to the text of a list that stays readable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zelfanalyse import toml_file
from zelfanalyse.errors import WrongUseError
from zelfanalyse.questionnaire.rules import MOST_OWN, SOURCES, questions, tables
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

LONGEST = 300  # characters: a question on the screen and not a letter

_HEADING = """
# --- Eigen vragen: alleen van dit dossier ---
# Iedereen krijgt ze, ook wie de korte lijst heeft."""


def with_own_questions(text: str, own: Sequence[str]) -> str:
    """Return the text of a list with these questions after its own text, each as an open question.

    With none the text comes back as it is. Raises ``WrongUseError`` with a Dutch sentence when
    there are more than four with those it has already, or when one cannot be asked.
    """
    if not own:
        return text
    asked = [_cleaned(question) for question in own]
    data = _read(text)
    count = sum(item.get("eigen") is True for _, item in tables(data, "open_vraag"))
    if count + len(asked) > MOST_OWN:
        raise WrongUseError(
            f"Een dossier heeft hoogstens {MOST_OWN} eigen vragen.",
            "Kies de vragen waar u echt iets mee doet.",
        )
    taken = {item.get("id") for _, item in questions(data)}
    free = (name for number in range(1, 1000) if (name := f"eigen-{number}") not in taken)
    added = [
        "[[open_vraag]]\n"
        + toml_file.dumps(
            {"id": name, "tekst": question, "eigen": True, "kort_voor": list(SOURCES)}
        )
        for name, question in zip(free, asked, strict=False)
    ]
    longer = "\n".join([text.rstrip("\n"), _HEADING, *added])
    _read(longer)
    return longer


def _cleaned(question: str) -> str:
    cleaned = " ".join(visible(question).split())
    if not cleaned:
        raise WrongUseError("Een eigen vraag is leeg.", "Schrijf de vraag op.")
    if len(cleaned) > LONGEST:
        sentence = f"Een eigen vraag is langer dan {LONGEST} tekens."
        raise WrongUseError(sentence, "Maak de vraag korter.")
    return cleaned


def _read(text: str) -> Mapping[str, Any]:
    """Return the values of the list. Raises ``WrongUseError`` when nothing can be added to it."""
    document, _ = toml_file.parse(text, Path("vragenlijst.toml"))
    if document is None:
        raise WrongUseError(
            "Bij deze lijst kan geen eigen vraag.",
            "Schrijf elke open vraag van de lijst onder een eigen [[open_vraag]].",
        )
    return document.data
