"""From a dossier to its result: scores, gaps and findings, after disclosure control."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.asked import as_asked, unasked
from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.balances import balances
from zelfanalyse.analysis.certainty import coefficients, evidence, spreads
from zelfanalyse.analysis.choices import choices
from zelfanalyse.analysis.findings import divided, unseen
from zelfanalyse.analysis.gap import gap
from zelfanalyse.analysis.measure import guard, measure, thin, totals
from zelfanalyse.analysis.mirror import mirror
from zelfanalyse.analysis.prediction import predictions
from zelfanalyse.analysis.quotes import (
    answers_to,
    comments_on,
    questions_withheld,
    remarks_on,
    withheld,
)
from zelfanalyse.analysis.result import (
    ClusterResult,
    FactorResult,
    MarkResult,
    OpenResult,
    Participation,
    Remarks,
    Result,
    StatementResult,
)
from zelfanalyse.analysis.scoring import (
    band,
    counted,
    mean,
    percentage,
    plain_reply,
)
from zelfanalyse.analysis.subject import Subject, people
from zelfanalyse.analysis.told import Score, Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import MARK_MAX, MARK_MIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zelfanalyse.analysis.gap import Gap
    from zelfanalyse.analysis.told import Measure
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Cluster, Factor
    from zelfanalyse.questionnaire.questions import Mark, Statement


def analyse(dossier: Dossier) -> Result:
    """Return everything of the dossier that may be shown, given all that was shown before."""
    dossier = as_asked(dossier)
    settings, questionnaire = dossier.settings, dossier.questionnaire
    gates = Gates(
        Gate(dossier.register, settings.method.minimum_group),
        Gate(dossier.register, settings.method.spread_people),
    )
    gate = gates.means
    clusters = tuple(_cluster(dossier, gates, cluster) for cluster in questionnaire.clusters)
    shares, refused = unseen(dossier, gate)
    return Result(
        settings=settings,
        as_of=max((item.handed_in for item in dossier.responses if item.handed_in), default=None),
        questionnaire=questionnaire,
        participation=tuple(
            _participation(dossier, perspective) for perspective in settings.perspectives
        ),
        clusters=clusters,
        divided=tuple(divided(dossier, clusters)),
        unseen=tuple(shares),
        unseen_withheld=refused,
        balances=tuple(balances(dossier, gate)),
        marks=tuple(_mark(dossier, gate, mark) for mark in questionnaire.marks),
        choices=tuple(choices(dossier, gates.squares)),
        open_answers=tuple(
            OpenResult(question, answers_to(dossier, question))
            for question in questionnaire.open_questions
        ),
        comments_withheld=withheld(dossier),
        words_withheld=tuple(questions_withheld(dossier)),
        remarks=tuple(
            Remarks(question, remarks_on(dossier, question))
            for question in questionnaire.every_question
            if questionnaire.factor_of(question) is None
        ),
        predictions=tuple(predictions(dossier, gate, clusters)),
        mirror=mirror(dossier, gate),
        published={subject: tuple(rows) for each in gates for subject, rows in each.new.items()},
    )


class Gates(NamedTuple):
    """The gate for means and counts, and the one for figures that rest on sums of squares."""

    means: Gate
    squares: Gate


def _participation(dossier: Dossier, perspective: Perspective) -> Participation:
    responses = people(dossier, perspective)
    groups = sorted(item.people for item in responses if item.people is not None)
    recorded = sum(item.recorded for item in responses)
    return Participation(perspective, len(responses), tuple(groups), recorded)


def _cluster(dossier: Dossier, gates: Gates, cluster: Cluster) -> ClusterResult:
    factors = tuple(
        _factor(dossier, gates, factor) for factor in dossier.questionnaire.factors_of(cluster)
    )
    sources = {
        source: _mean_of(dossier, [factor.measure.sources[source] for factor in factors])
        for source in Source
    }
    return ClusterResult(cluster, factors, sources, _gap(dossier, sources))


def _mean_of(dossier: Dossier, scores: Sequence[Score]) -> Score:
    """Return the plain mean of the scores, or the reason of the first that is not shown.

    Phases and parts of a sketch are not taken together: their mean would say nothing.
    """
    if not dossier.questionnaire.has_bands:
        return Score(Status.UNDEFINED)
    scale = dossier.questionnaire.points
    hidden = next((score.status for score in scores if score.status is not Status.SHOWN), None)
    values = [score.value for score in scores if score.value is not None]
    if hidden is not None or not values:
        return Score(hidden or Status.EMPTY)
    value = mean(values)
    return Score(
        Status.SHOWN,
        value,
        percent=percentage(value, scale.first, scale.last),
        n=min(score.n or 0 for score in scores),
        dont_know=_sum([score.dont_know for score in scores]),
        not_applicable=_sum([score.not_applicable for score in scores]),
        band=band(value, scale.first, scale.last, dossier.settings.method),
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    """Return the sum of some counts, if all of them may be told."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _gap(dossier: Dossier, sources: Mapping[Source, Score]) -> Gap | None:
    own, external = (sources[source] for source in Source)
    if own.status is not Status.SHOWN or external.status is not Status.SHOWN:
        return None
    if own.value is None or external.value is None:
        return None
    questionnaire = dossier.questionnaire
    return gap(
        own.value,
        external.value,
        questionnaire.points,
        dossier.settings.method,
        has_bands=questionnaire.has_bands,
    )


def _factor(dossier: Dossier, gates: Gates, factor: Factor) -> FactorResult:
    subject = Subject.of_factor(dossier, factor)
    scores = measure(dossier, gates.means, subject)
    difference = _gap(dossier, scores.sources)
    sure = evidence(dossier, gates.squares, subject, difference)
    items = [Subject.of_statement(dossier, factor, item) for item in factor.statements]
    guard(dossier, gates.means, items)
    barred = thin(dossier, items)
    # Both sides of every statement come before the groups within them.
    sources = [totals(dossier, gates.means, item, barred) for item in items]
    statements = tuple(
        _statement(
            dossier, gates, item, measure(dossier, gates.means, about, barred, of_item), about
        )
        for item, about, of_item in zip(factor.statements, items, sources, strict=True)
    )
    count = set(counted(factor, dossier.settings.method))
    counting = [
        (about, found)
        for about, found in zip(items, statements, strict=True)
        if found.statement in count
    ]
    return FactorResult(
        factor,
        scores,
        difference,
        comments_on(dossier, factor),
        sure,
        spreads(dossier, gates.squares, subject, scores, counting),
        statements,
        coefficients(dossier, gates.squares, subject, scores, [about for about, _ in counting]),
    )


def _statement(
    dossier: Dossier, gates: Gates, statement: Statement, scores: Measure, subject: Subject
) -> StatementResult:
    difference = _gap(dossier, scores.sources)
    return StatementResult(
        statement,
        scores,
        difference,
        evidence(dossier, gates.squares, subject, difference),
        spreads(dossier, gates.squares, subject, scores),
    )


def _mark(dossier: Dossier, gate: Gate, mark: Mark) -> MarkResult:
    subject = Subject.ask(
        dossier,
        f"cijfer/{mark.id}",
        partial(plain_reply, mark),
        MARK_MIN,
        MARK_MAX,
        blunt=True,
        unasked=unasked(dossier, {mark.id}),
    )
    return MarkResult(mark, measure(dossier, gate, subject))
