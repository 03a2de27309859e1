"""Advice on the writing of statements: warnings, never errors.

The rules come from the survey literature in ``docs/method.md``; each is one function and one
line in ``RULES``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.toml_lines import KeyPath

    Rule = Callable[["Worded"], str | None]

MAX_WORDS = 15
VAGUE = ("vaak", "soms", "regelmatig", "meestal", "altijd", "veel", "weinig")
NEGATION = ("niet", "geen", "nooit", "niets", "niemand", "nergens", "zonder")
FIRST_PERSON = ("ik", "mij", "me", "mijn", "wij", "we", "ons", "onze")


class Worded(NamedTuple):
    """A statement as its reader meets it, and where it stands in the file."""

    path: KeyPath
    text: str
    reversed: bool
    may_say_i: bool


class Advice(NamedTuple):
    """A warning about one statement, in Dutch."""

    path: KeyPath
    message: str


def lint(questionnaire: Questionnaire) -> list[Advice]:
    """Return every warning of every rule, in the order of the file."""
    return [
        Advice(worded.path, message)
        for worded in _statements(questionnaire)
        for rule in RULES
        if (message := rule(worded)) is not None
    ]


def _statements(questionnaire: Questionnaire) -> Iterator[Worded]:
    for number, factor in enumerate(questionnaire.factors):
        for index, item in enumerate(factor.statements):
            path = ("factor", number, "stelling", index, "tekst")
            yield Worded(path, item.text, item.reversed, may_say_i=factor.about_self)
    for number, mirror in enumerate(questionnaire.mirror_statements):
        wordings = {
            "kleiner": mirror.smaller,
            "groter": mirror.larger,
            "buitenstaander": mirror.observer,
        }
        for key, text in wordings.items():
            yield Worded(("spiegelstelling", number, key), text, mirror.reversed, may_say_i=True)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.casefold())


def _first_of(wanted: tuple[str, ...], text: str) -> str | None:
    return next((word for word in _words(text) if word in wanted), None)


def one_idea(worded: Worded) -> str | None:
    """Two ideas in one statement cannot get one answer; 'tussen X en Y' is one relation."""
    text = re.sub(r"\btussen\b.+?\ben\b|\bover en weer\b", "", worded.text, flags=re.IGNORECASE)
    joint = re.search(r"\b(en|of)\b|/", text, re.IGNORECASE)
    if joint is None:
        return None
    return f"mogelijk twee gedachten in één stelling ('{joint.group()}'). Splits de stelling."


def short_enough(worded: Worded) -> str | None:
    """Long statements are read differently by different people."""
    count = len(_words(worded.text))
    if count <= MAX_WORDS:
        return None
    return f"de stelling heeft {count} woorden. Houd het op hoogstens {MAX_WORDS}."


def no_vague_quantity(worded: Worded) -> str | None:
    """Words like 'often' mean something else to everyone."""
    word = _first_of(VAGUE, worded.text)
    return word and f"'{word}' betekent voor iedereen iets anders. Laat het weg of noem een aantal."


def no_negation_when_reversed(worded: Worded) -> str | None:
    """A reverse-keyed statement with a negation is a double negative."""
    word = _first_of(NEGATION, worded.text) if worded.reversed else None
    return (
        word and f"een omgekeerde stelling met '{word}' leest dubbel. Schrijf wat er wél gebeurt."
    )


def third_person(worded: Worded) -> str | None:
    """Insider and outsider answer the same text, except in mirror statements and about oneself."""
    word = None if worded.may_say_i else _first_of(FIRST_PERSON, worded.text)
    return word and f"'{word}' is voor iedereen iemand anders. Noem wie u bedoelt."


RULES: tuple[Rule, ...] = (
    one_idea,
    short_enough,
    no_vague_quantity,
    no_negation_when_reversed,
    third_person,
)
