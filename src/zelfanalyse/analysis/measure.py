"""One subject scored for every perspective and both sources, with what must be hidden, hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.disclosure import Shown, suppress
from zelfanalyse.analysis.result import Measure, Score, Status
from zelfanalyse.analysis.scoring import Reply, band, mean, valid
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.response.model import Response


def people(dossier: Dossier, perspective: Perspective) -> tuple[Response, ...]:
    """Return the responses of one perspective."""
    return tuple(item for item in dossier.responses if item.perspective == perspective.id)


def measure(
    dossier: Dossier, reply_of: Callable[[Response], Reply], low: int, high: int
) -> Measure:
    """Return the scores on one subject whose values run from ``low`` to ``high``.

    A perspective's score is the plain mean of its people. A source's score is the plain mean of
    its perspectives, so that each has one voice. Each is shown only where ``suppress`` allows it.
    """
    k = dossier.settings.method.minimum_group
    perspectives: dict[str, Score] = {}
    sources: dict[Source, Score] = {}
    for source in Source:
        group = [item for item in dossier.settings.perspectives if item.source is source]
        replies = {
            item.id: [reply_of(response) for response in people(dossier, item)] for item in group
        }
        shown = suppress(
            {name: len(valid(items)) for name, items in replies.items()},
            {item.id for item in group if item.on_record},
            k,
        )
        perspectives |= {
            name: _score(mean(valid(items)), items, low, high)
            if name in shown.groups
            else _hidden(items, k)
            for name, items in replies.items()
        }
        sources[source] = _source_score(replies, shown, k, low, high)
    return Measure(perspectives, sources)


def _hidden(replies: Sequence[Reply], k: int) -> Score:
    """Return a score that says no more than why it is not shown.

    A group of fewer than ``k`` people is small whether or not they answered: the difference
    would tell who did.
    """
    count = len(valid(replies))
    if not replies or (count == 0 and len(replies) >= k):
        return Score(Status.EMPTY)
    return Score(Status.SMALL if count < k else Status.PROTECTED)


def _source_score(
    replies: Mapping[str, Sequence[Reply]], shown: Shown, k: int, low: int, high: int
) -> Score:
    scored = [items for items in replies.values() if valid(items)]
    if not scored:
        return Score(Status.EMPTY)
    if not shown.total:
        return Score(Status.SMALL)
    means = [average for items in scored if (average := mean(valid(items))) is not None]
    # A handful of people without any score is left out of the counts: nobody protects them there.
    everyone = [
        reply for items in replies.values() if valid(items) or len(items) >= k for reply in items
    ]
    return _score(mean(means), everyone, low, high)


def _score(value: Fraction | None, replies: Sequence[Reply], low: int, high: int) -> Score:
    if value is None:
        return Score(Status.EMPTY)
    return Score(
        Status.SHOWN,
        value,
        n=len(valid(replies)),
        dont_know=sum(reply.dont_know for reply in replies),
        not_applicable=sum(reply.not_applicable for reply in replies),
        band=band(value, low, high),
    )
