"""From a dossier to its result: scores, gaps and findings, after disclosure control."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse.analysis.findings import divided, unseen
from zelfanalyse.analysis.gap import gap
from zelfanalyse.analysis.measure import measure, people
from zelfanalyse.analysis.quotes import answers_to, comments_on, withheld
from zelfanalyse.analysis.result import (
    BalanceResult,
    ClusterResult,
    FactorResult,
    MarkResult,
    OpenResult,
    Participation,
    Result,
    Score,
    Status,
)
from zelfanalyse.analysis.scoring import Reply, band, factor_reply, mean, plain_reply
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.model import MARK_MAX, MARK_MIN
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Balance, Cluster, Factor, Mark, Scale
    from zelfanalyse.response.model import Response


def analyse(dossier: Dossier) -> Result:
    """Return everything of the dossier that may be shown."""
    settings, questionnaire = dossier.settings, dossier.questionnaire
    return Result(
        settings=settings,
        questionnaire=questionnaire,
        participation=tuple(
            Participation(perspective, len(people(dossier, perspective)))
            for perspective in settings.perspectives
        ),
        clusters=tuple(_cluster(dossier, cluster) for cluster in questionnaire.clusters),
        divided=tuple(divided(dossier)),
        unseen=tuple(unseen(dossier)),
        balances=tuple(_balance(dossier, balance) for balance in questionnaire.balances),
        marks=tuple(_mark(dossier, mark) for mark in questionnaire.marks),
        open_answers=tuple(
            OpenResult(question, answers_to(dossier, question))
            for question in questionnaire.open_questions
        ),
        comments_withheld=withheld(dossier),
    )


def _cluster(dossier: Dossier, cluster: Cluster) -> ClusterResult:
    scale = dossier.questionnaire.points
    factors = tuple(
        _factor(dossier, factor, scale) for factor in dossier.questionnaire.factors_of(cluster)
    )
    sources = {
        source: _mean_of([factor.measure.sources[source] for factor in factors], scale)
        for source in Source
    }
    return ClusterResult(cluster, factors, sources)


def _mean_of(scores: Sequence[Score], scale: Scale) -> Score:
    """Return the plain mean of the scores, or the reason of the first that is not shown."""
    hidden = next((score.status for score in scores if score.status is not Status.SHOWN), None)
    value = mean([score.value for score in scores if score.value is not None])
    if hidden is not None or value is None:
        return Score(hidden or Status.EMPTY)
    return Score(
        Status.SHOWN,
        value,
        n=min(score.n or 0 for score in scores),
        dont_know=sum(score.dont_know or 0 for score in scores),
        not_applicable=sum(score.not_applicable or 0 for score in scores),
        band=band(value, scale.first, scale.last),
    )


def _factor(dossier: Dossier, factor: Factor, scale: Scale) -> FactorResult:
    reply_of = partial(factor_reply, factor, scale=scale)
    scores = measure(dossier, reply_of, scale.first, scale.last)
    own, external = scores.sources[Source.SELF].value, scores.sources[Source.EXTERNAL].value
    return FactorResult(
        factor,
        scores,
        gap(own, external, scale) if own is not None and external is not None else None,
        comments_on(dossier, factor),
    )


def _mark(dossier: Dossier, mark: Mark) -> MarkResult:
    return MarkResult(mark, measure(dossier, partial(plain_reply, mark), MARK_MIN, MARK_MAX))


def _balance(dossier: Dossier, balance: Balance) -> BalanceResult:
    def place(moment: str, response: Response) -> Reply:
        answer = response.answer_to(balance)
        if not isinstance(answer, BalanceAnswer):
            return plain_reply(balance, response)
        value: int | None = getattr(answer, moment)
        return Reply(None) if value is None else Reply(Fraction(value), answered=1)

    now, wanted = (
        measure(dossier, partial(place, moment), 1, balance.steps) for moment in ("now", "wanted")
    )
    return BalanceResult(balance, now, wanted)
