"""Words that may say who someone is: told to the facilitator, never changed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.dossier.learning import LearningTrack
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.dossier.page import Page
    from zelfanalyse.response.model import Response

MAX_WARNINGS = 10  # who has more than these begins with these

# One sign before the @ is enough: to look for the whole word makes a long text without end slow.
_MAIL = re.compile(r"[^\s@<>()]@[^\s@<>()]+\.\w\w")
_DATE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b")
# A 0 or a + and eight to thirteen more digits, with the signs between them that people write.
_TELEPHONE = re.compile(r"(?<![\w.,])\(?(?:\+\d|0)(?:[ ./()-]{0,3}\d){8,13}(?!\d)")


def warnings(settings: Settings, responses: Iterable[Response]) -> list[str]:
    """Return a Dutch sentence for everything in people's words that may be a name or an address.

    With the code of the response and the id of the question, for who may read both. At most
    ``MAX_WARNINGS``, and then how many more there are and what to do.
    """
    found = [
        f"{response.respondent}: let op: bij '{question}' staat {what}."
        for response in responses
        for question, text in _words(response)
        for what in _revealing(text, settings.names)
    ]
    if not found:
        return []
    more = len(found) - MAX_WARNINGS
    rest = [f"… en nog {more}."] if more > 0 else []
    hint = "Lees deze teksten na voordat u het rapport deelt. Het rapport toont ze zoals ze zijn."
    return [*found[:MAX_WARNINGS], *rest, hint]


def in_pages(settings: Settings, pages: Iterable[Page | None]) -> list[str]:
    """Return a Dutch sentence for everything in these files that may be a name or an address.

    The names of organisations and functions may be in them.
    """
    return [
        f"Let op: in {page.name} staat {what}."
        for page in pages
        if page is not None
        for what in dict.fromkeys(
            what for text in _texts(page.to_toml()) for what in _revealing(text, settings.names)
        )
    ]


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in what a file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def on_lessons(settings: Settings, track: LearningTrack) -> list[str]:
    """Return a Dutch sentence for everything on the lessons sheet that may say whose they are.

    Nothing is changed: who shares the sheet mends the text.
    """
    texts = [*(question.question for question in track.questions), *track.lessons]
    found = [what for text in texts for what in _revealing(text, settings.names)]
    others = dict.fromkeys(_organisations(settings, track))
    found += [f"'{name}'" for name in others for text in texts if _mentions(_plain(text), name)]
    return [f"Let op: op het lessenblad staat {what}." for what in dict.fromkeys(found)]


def _organisations(settings: Settings, track: LearningTrack) -> Iterator[str]:
    """Yield the organisations and functions that the learning track names."""
    yield settings.name
    yield from track.participants
    for question in track.questions:
        yield question.by
        yield from (interview.who for interview in question.note.interviews)
        yield from (advice.by for advice in question.advices)


def _words(response: Response) -> Iterator[tuple[str, str]]:
    yield from response.comments.items()
    for question, answer in response.open.items():
        if isinstance(answer, str):
            yield question, answer


def _revealing(text: str, names: Iterable[str]) -> Iterator[str]:
    """Yield in Dutch what in a text may say who someone is."""
    plain = _plain(text)
    if _MAIL.search(plain):
        yield "een e-mailadres"
    if _TELEPHONE.search(_DATE.sub(" ", plain)):
        yield "een telefoonnummer"
    for name in names:
        if _mentions(plain, name):
            yield f"de naam '{name}'"


def _mentions(plain: str, name: str) -> bool:
    """Whether a text, as it is compared, has a name in it as whole words."""
    wanted = _plain(name)
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", plain) is not None


def _plain(text: str) -> str:
    """Return a text as it is compared: no hidden characters, no capitals, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", visible(text)).casefold().split())
