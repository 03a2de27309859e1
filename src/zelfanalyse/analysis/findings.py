"""What a mean cannot tell: groups that are divided, and groups that cannot see."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.analysis.measure import people
from zelfanalyse.analysis.result import Divided, Unseen, Visibility
from zelfanalyse.analysis.scoring import displayed, exact, factor_reply, percentage, recoded
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Factor, Scale, Statement
    from zelfanalyse.response.model import Response

LOW_END, HIGH_END = 25, 75  # percent of the range: 1-2 and 4-5 on a scale of 1 to 5


def divided(dossier: Dossier) -> Iterator[Divided]:
    """Yield every perspective that stands at both ends of the scale on some statement.

    Only where every statement of the factor has enough answers in that perspective: then no
    statement can be told from the others.
    """
    method = dossier.settings.method
    k = max(method.minimum_group, method.word_group)
    share = exact(method.split) / 100
    for cluster in dossier.questionnaire.clusters:
        for factor in dossier.questionnaire.factors_of(cluster):
            for perspective in dossier.settings.perspectives:
                answers = {
                    item.id: _answers(item, people(dossier, perspective), dossier)
                    for item in factor.statements
                }
                if any(len(given) < k for given in answers.values()):
                    continue
                scale = dossier.questionnaire.points
                split = [
                    item for item in factor.statements if _is_split(answers[item.id], scale, share)
                ]
                if split:
                    yield Divided(factor, perspective, tuple(split))


def _answers(statement: Statement, responses: Sequence[Response], dossier: Dossier) -> list[int]:
    given = (response.statements.get(statement.id) for response in responses)
    scale = dossier.questionnaire.points
    return [recoded(statement, answer, scale) for answer in given if isinstance(answer, int)]


def _is_split(answers: Sequence[int], scale: Scale, share: Fraction) -> bool:
    places = [percentage(Fraction(answer), scale.first, scale.last) for answer in answers]
    low = sum(place <= LOW_END for place in places)
    high = sum(place >= HIGH_END for place in places)
    return min(low, high) >= share * len(answers)


def unseen(dossier: Dossier, gate: Gate) -> Iterator[Unseen]:
    """Yield every factor and perspective with a notable share of 'weet niet'.

    The share is of all answers that were given, 'weet niet' included. It is a statistic like any
    other: shown for enough people, only where no smaller group can be subtracted, and only
    where the gate lets it through.
    """
    method = dossier.settings.method
    partly, not_at_all = exact(method.knowledge_gap) / 100, exact(method.not_visible) / 100
    for cluster in dossier.questionnaire.clusters:
        for factor in dossier.questionnaire.factors_of(cluster):
            shares = {
                item.id: _share(factor, item, dossier) for item in dossier.settings.perspectives
            }
            shown = _showable(dossier, {name: count for name, (_, count) in shares.items()})
            for perspective in dossier.settings.perspectives:
                share, _ = shares[perspective.id]
                printed = Fraction(displayed(share, 2))  # the word follows the printed percentage
                if perspective.id not in shown or printed < partly:
                    continue
                if gate.allows(*_weights(factor, perspective, dossier)):
                    hidden = printed >= not_at_all
                    kind = Visibility.NOT_VISIBLE if hidden else Visibility.GAP_IN_KNOWLEDGE
                    yield Unseen(factor, perspective, share, kind)


def _weights(
    factor: Factor, perspective: Perspective, dossier: Dossier
) -> tuple[str, list[tuple[str, str, Fraction]]]:
    """Return the share as the gate judges it: by who it is about, and what they said."""
    subject = f"zicht/{factor.id}/{perspective.id}"
    if perspective.on_record:
        return subject, []
    replies = (
        (response.respondent, factor_reply(factor, response, dossier.questionnaire.points))
        for response in people(dossier, perspective)
    )
    return subject, [
        (respondent, f"{reply.answered}/{reply.dont_know}", Fraction(1))
        for respondent, reply in replies
        if reply.answered + reply.dont_know > 0
    ]


def _showable(dossier: Dossier, sizes: Mapping[str, int]) -> set[str]:
    """Return the perspectives whose share may be shown, each source by itself."""
    shown: set[str] = set()
    for source in Source:
        group = [item for item in dossier.settings.perspectives if item.source is source]
        known = {item.id for item in group if item.on_record}
        k = dossier.settings.method.minimum_group
        shown |= suppress({item.id: sizes[item.id] for item in group}, known, k).groups
    return shown


def _share(factor: Factor, perspective: Perspective, dossier: Dossier) -> tuple[Fraction, int]:
    """Return the share of 'weet niet', and how many people it is about."""
    replies = [
        factor_reply(factor, response, dossier.questionnaire.points)
        for response in people(dossier, perspective)
    ]
    spoke = [reply for reply in replies if reply.answered + reply.dont_know > 0]
    dont_know = sum(reply.dont_know for reply in spoke)
    given = dont_know + sum(reply.answered for reply in spoke)
    return Fraction(dont_know, given or 1), len(spoke)
