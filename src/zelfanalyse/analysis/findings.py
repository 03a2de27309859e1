"""What a mean cannot tell: groups that are divided, and groups that cannot see."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.disclosure import suppress
from zelfanalyse.analysis.result import Divided, Unseen, Visibility
from zelfanalyse.analysis.scoring import displayed, exact, percentage, recoded
from zelfanalyse.analysis.subject import Subject, people
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.result import ClusterResult
    from zelfanalyse.analysis.scoring import Reply
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.questions import Statement

LOW_END, HIGH_END = 25, 75  # percent of the range: 1-2 and 4-5 on a scale of 1 to 5


def divided(dossier: Dossier, clusters: Iterable[ClusterResult]) -> Iterator[Divided]:
    """Yield every perspective that stands at both ends of the scale on some statement.

    Only where the score of every statement of the factor is told: then no statement can be told
    from the others, and what the gate keeps back is not given away in a word.
    """
    method = dossier.settings.method
    share = exact(method.split) / 100
    for found in (item for cluster in clusters for item in cluster.factors):
        for perspective in dossier.settings.perspectives:
            if not found.tells_of(perspective, method.word_people):
                continue
            split = [
                item.statement
                for item in found.statements
                if item.measure.perspectives[perspective.id].is_told
                and _is_split(_answers(item.statement, perspective, dossier), dossier, share)
            ]
            if split:
                yield Divided(found.factor, perspective, tuple(split))


def _answers(statement: Statement, perspective: Perspective, dossier: Dossier) -> list[int]:
    given = (item.statements.get(statement.id) for item in people(dossier, perspective))
    scale = dossier.questionnaire.points
    return [recoded(statement, answer, scale) for answer in given if isinstance(answer, int)]


def _is_split(answers: Sequence[int], dossier: Dossier, share: Fraction) -> bool:
    scale = dossier.questionnaire.points
    places = [percentage(Fraction(answer), scale.first, scale.last) for answer in answers]
    low = sum(place <= LOW_END for place in places)
    high = sum(place >= HIGH_END for place in places)
    return min(low, high) >= share * len(answers)


def unseen(dossier: Dossier, gate: Gate) -> tuple[list[Unseen], int]:
    """Return every factor and perspective with a notable share of 'weet niet'.

    The share is of all answers that were given, 'weet niet' included. It is a statistic like any
    other: shown for enough people, only where no smaller group can be subtracted, and only
    where the gate lets it through, together with the counts it is made of. The gate is asked
    about the others too, since not being listed tells something; the number of all it refused
    comes with the list, and says nothing of how large any share is.
    """
    method = dossier.settings.method
    partly, not_at_all = exact(method.knowledge_gap) / 100, exact(method.not_visible) / 100
    found, refused = [], 0
    for cluster in dossier.questionnaire.clusters:
        for factor in dossier.questionnaire.factors_of(cluster):
            subject = Subject.of_factor(dossier, factor)
            for perspective in _showable(dossier, subject):
                names = [] if perspective.on_record else [perspective.id]
                counts = subject.counts(perspective.source)
                if not gate.allows(counts, subject.counts_row(names)):
                    refused += 1
                    continue
                share = _share(subject, perspective)
                printed = Fraction(displayed(share, 2))  # the word follows the printed percentage
                if printed >= partly:
                    hidden = printed >= not_at_all
                    kind = Visibility.NOT_VISIBLE if hidden else Visibility.GAP_IN_KNOWLEDGE
                    found.append(Unseen(factor, perspective, share, kind))
    return found, refused


def _spoke(subject: Subject, perspective: Perspective) -> list[Reply]:
    """Return what people said who gave any answer at all."""
    replies = subject.groups[perspective.id].values()
    return [reply for reply in replies if reply.answered + reply.dont_know > 0]


def _showable(dossier: Dossier, subject: Subject) -> list[Perspective]:
    """Return the perspectives whose share may be shown, each source by itself."""
    shown: set[str] = set()
    for source in Source:
        group = dossier.settings.of(source)
        known = {item.id for item in group if item.on_record}
        sizes = {item.id: len(_spoke(subject, item)) for item in group}
        shown |= suppress(sizes, known, dossier.settings.method.minimum_group).groups
    return [item for item in dossier.settings.perspectives if item.id in shown]


def _share(subject: Subject, perspective: Perspective) -> Fraction:
    spoke = _spoke(subject, perspective)
    dont_know = sum(reply.dont_know for reply in spoke)
    return Fraction(dont_know, dont_know + sum(reply.answered for reply in spoke))
