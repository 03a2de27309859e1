"""People's own words: only from a large enough pool, in an order that tells nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zelfanalyse.analysis.asked import questions_of, unasked
from zelfanalyse.analysis.result import WordsWithheld
from zelfanalyse.analysis.subject import people
from zelfanalyse.dossier.model import Source
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Factor
    from zelfanalyse.questionnaire.questions import OpenQuestion, Question
    from zelfanalyse.response.model import Response


def comments_on(dossier: Dossier, factor: Factor) -> Mapping[Source, tuple[str, ...]]:
    """Return the comments on the statements of a factor, per source."""
    nobody = unasked(dossier, {item.id for item in factor.statements})
    return _pooled(
        dossier,
        factor.id,
        [item for item in dossier.settings.perspectives if item.id not in nobody],
        lambda response: (response.comments.get(item.id, "") for item in factor.statements),
    )


def remarks_on(dossier: Dossier, question: Question) -> Mapping[Source, tuple[str, ...]]:
    """Return the comments on a question that is no statement, per source."""
    return _pooled(
        dossier,
        f"toelichting/{question.id}",
        _asked(dossier, question),
        lambda response: [response.comments.get(question.id, "")],
    )


def answers_to(dossier: Dossier, question: OpenQuestion) -> Mapping[Source, tuple[str, ...]]:
    """Return the answers to an open question, per source, of the perspectives that were asked."""
    return _pooled(
        dossier,
        question.id,
        _asked(dossier, question),
        lambda response: [str(response.open.get(question.id, ""))],
    )


def _asked(dossier: Dossier, question: Question) -> list[Perspective]:
    """Return the perspectives that got a question."""
    return [
        item for item in dossier.settings.perspectives if question in questions_of(dossier, item)
    ]


def withheld(dossier: Dossier) -> tuple[Source, ...]:
    """Return the sources with people, but too few to show their words."""
    return tuple(
        source for source in Source if not _may_quote(dossier, dossier.settings.of(source))
    )


def questions_withheld(dossier: Dossier) -> Iterator[WordsWithheld]:
    """Yield the questions that went to too few people of a side to show their words.

    Only where other words of that side are shown: what holds for all of them is said once. It
    does not depend on whether anyone wrote something.
    """
    others = set(withheld(dossier))
    for question in dossier.questionnaire.every_question:
        asked = _asked(dossier, question)
        pools = {source: _of(source, asked) for source in Source}
        sources = [
            source
            for source, pool in pools.items()
            if source not in others and not _may_quote(dossier, pool)
        ]
        if sources:
            yield WordsWithheld(question, tuple(sources))


def _of(source: Source, perspectives: Sequence[Perspective]) -> list[Perspective]:
    return [item for item in perspectives if item.source is source]


def _may_quote(dossier: Dossier, pool: Sequence[Perspective]) -> bool:
    """Whether the words of these perspectives may be shown together.

    People on the record protect nobody, so only the others count; with none of them there is
    nobody to protect.
    """
    protected = sum(len(people(dossier, item)) for item in pool if not item.on_record)
    return protected == 0 or protected >= dossier.settings.method.minimum_group


def _pooled(
    dossier: Dossier,
    subject: str,
    asked: Sequence[Perspective],
    words: Callable[[Response], Iterable[str]],
) -> dict[Source, tuple[str, ...]]:
    """Return the texts per source, sorted by a hash that differs for every subject.

    The order is the same in every report and says nothing about who wrote what.
    """
    salt = f"{dossier.settings.id}/{dossier.settings.round}/{subject}/"
    pools = {}
    for source in Source:
        pool = _of(source, asked)
        if not _may_quote(dossier, pool):
            continue
        texts = [
            visible(text).strip()
            for perspective in pool
            for response in people(dossier, perspective)
            for text in words(response)
        ]
        pools[source] = tuple(sorted(filter(None, texts), key=lambda text: _hash(salt + text)))
    return pools


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
