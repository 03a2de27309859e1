"""From a dossier to its result: scores, gaps and findings, after disclosure control."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.certainty import coefficients, evidence, spreads
from zelfanalyse.analysis.findings import divided, unseen
from zelfanalyse.analysis.gap import gap
from zelfanalyse.analysis.measure import Subject, measure, people, totals
from zelfanalyse.analysis.mirror import mirror
from zelfanalyse.analysis.prediction import predictions
from zelfanalyse.analysis.quotes import answers_to, comments_on, remarks_on, withheld
from zelfanalyse.analysis.result import (
    BalanceResult,
    ClusterResult,
    FactorResult,
    MarkResult,
    OpenResult,
    Participation,
    Remarks,
    Result,
    Score,
    StatementResult,
    Status,
)
from zelfanalyse.analysis.scoring import (
    Reply,
    band,
    counted,
    factor_reply,
    mean,
    percentage,
    plain_reply,
    statement_reply,
)
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.model import MARK_MAX, MARK_MIN
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Balance, Cluster, Factor, Mark, Scale, Statement
    from zelfanalyse.response.model import Response


def analyse(dossier: Dossier) -> Result:
    """Return everything of the dossier that may be shown, given all that was shown before."""
    settings, questionnaire = dossier.settings, dossier.questionnaire
    gate = Gate(dossier.register, settings.method.minimum_group)
    clusters = tuple(_cluster(dossier, gate, cluster) for cluster in questionnaire.clusters)
    return Result(
        settings=settings,
        questionnaire=questionnaire,
        participation=tuple(
            Participation(perspective, len(people(dossier, perspective)))
            for perspective in settings.perspectives
        ),
        clusters=clusters,
        divided=tuple(divided(dossier)),
        unseen=tuple(unseen(dossier, gate)),
        balances=tuple(_balance(dossier, gate, balance) for balance in questionnaire.balances),
        marks=tuple(_mark(dossier, gate, mark) for mark in questionnaire.marks),
        open_answers=tuple(
            OpenResult(question, answers_to(dossier, question))
            for question in questionnaire.open_questions
        ),
        comments_withheld=withheld(dossier),
        remarks=tuple(
            Remarks(question, remarks_on(dossier, question))
            for question in questionnaire.every_question
            if questionnaire.factor_of(question) is None
        ),
        predictions=tuple(predictions(dossier, gate, clusters)),
        mirror=mirror(dossier, gate),
        published={subject: tuple(rows) for subject, rows in gate.new.items()},
    )


def _cluster(dossier: Dossier, gate: Gate, cluster: Cluster) -> ClusterResult:
    scale = dossier.questionnaire.points
    factors = tuple(
        _factor(dossier, gate, factor, scale)
        for factor in dossier.questionnaire.factors_of(cluster)
    )
    sources = {
        source: _mean_of(dossier, [factor.measure.sources[source] for factor in factors])
        for source in Source
    }
    return ClusterResult(cluster, factors, sources, _gap(dossier, sources))


def _mean_of(dossier: Dossier, scores: Sequence[Score]) -> Score:
    """Return the plain mean of the scores, or the reason of the first that is not shown."""
    scale = dossier.questionnaire.points
    hidden = next((score.status for score in scores if score.status is not Status.SHOWN), None)
    value = mean([score.value for score in scores if score.value is not None])
    if hidden is not None or value is None:
        return Score(hidden or Status.EMPTY)
    return Score(
        Status.SHOWN,
        value,
        percent=percentage(value, scale.first, scale.last),
        n=min(score.n or 0 for score in scores),
        dont_know=sum(score.dont_know or 0 for score in scores),
        not_applicable=sum(score.not_applicable or 0 for score in scores),
        band=band(value, scale.first, scale.last, dossier.settings.method),
    )


def _gap(dossier: Dossier, sources: Mapping[Source, Score]) -> Gap | None:
    own, external = (sources[source] for source in Source)
    if own.status is not Status.SHOWN or external.status is not Status.SHOWN:
        return None
    if own.value is None or external.value is None:
        return None
    return gap(own.value, external.value, dossier.questionnaire.points, dossier.settings.method)


def _factor(dossier: Dossier, gate: Gate, factor: Factor, scale: Scale) -> FactorResult:
    method = dossier.settings.method
    reply_of = partial(factor_reply, factor, scale=scale, method=method)
    subject = Subject.ask(dossier, f"factor/{factor.id}", reply_of, scale.first, scale.last)
    scores = measure(dossier, gate, subject)
    items = {
        item.id: Subject.ask(
            dossier,
            f"factor/{factor.id}",
            partial(statement_reply, item, scale=scale),
            scale.first,
            scale.last,
            blunt=True,
            item=item.id,
        )
        for item in factor.statements
    }
    counting = [items[item.id] for item in counted(factor, method)]
    difference = _gap(dossier, scores.sources)
    barred = _thin(dossier, items.values())
    for item in items.values():
        totals(dossier, gate, item, barred)  # both sides come before the groups within them
    return FactorResult(
        factor,
        scores,
        difference,
        comments_on(dossier, factor),
        evidence(dossier, subject, difference),
        spreads(dossier, subject, scores, counting),
        tuple(
            _statement(dossier, gate, item, items[item.id], barred) for item in factor.statements
        ),
        coefficients(dossier, subject, scores, counting),
    )


def _thin(dossier: Dossier, items: Iterable[Subject]) -> set[str]:
    """Return the perspectives with too few answers to some statement of a factor.

    They get no figure for any of its statements: the rest could be subtracted from the factor.
    """
    k = dossier.settings.method.minimum_group
    subjects = list(items)
    return {
        perspective.id
        for perspective in dossier.settings.perspectives
        if not perspective.on_record
        and any(len(subject.values(perspective.id)) < k for subject in subjects)
    }


def _statement(
    dossier: Dossier, gate: Gate, statement: Statement, subject: Subject, barred: set[str]
) -> StatementResult:
    scores = measure(dossier, gate, subject, barred)
    difference = _gap(dossier, scores.sources)
    return StatementResult(
        statement,
        scores,
        difference,
        evidence(dossier, subject, difference),
        spreads(dossier, subject, scores),
    )


def _mark(dossier: Dossier, gate: Gate, mark: Mark) -> MarkResult:
    subject = Subject.ask(
        dossier, f"cijfer/{mark.id}", partial(plain_reply, mark), MARK_MIN, MARK_MAX, blunt=True
    )
    return MarkResult(mark, measure(dossier, gate, subject))


def _balance(dossier: Dossier, gate: Gate, balance: Balance) -> BalanceResult:
    def place(moment: str, response: Response) -> Reply:
        answer = response.answer_to(balance)
        if not isinstance(answer, BalanceAnswer):
            return plain_reply(balance, response)
        value: int | None = getattr(answer, moment)
        return Reply(None) if value is None else Reply(Fraction(value), answered=1)

    now, wanted = (
        measure(
            dossier,
            gate,
            Subject.ask(
                dossier,
                f"balans/{balance.id}/{moment}",
                partial(place, moment),
                1,
                balance.steps,
                blunt=True,
            ),
        )
        for moment in ("now", "wanted")
    )
    return BalanceResult(balance, now, wanted)
