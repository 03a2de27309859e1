"""What people thought outsiders would say, beside what outsiders said. Never scored."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse.analysis.measure import measure
from zelfanalyse.analysis.result import Prediction
from zelfanalyse.analysis.scoring import Reply, recoded
from zelfanalyse.analysis.subject import Subject
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.result import ClusterResult
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Scale
    from zelfanalyse.questionnaire.questions import Statement
    from zelfanalyse.response.model import Response

KEPT_BACK = {Status.PROTECTED, Status.WITHHELD}


def predictions(
    dossier: Dossier, gate: Gate, clusters: Sequence[ClusterResult]
) -> Iterator[Prediction]:
    """Yield each group's prediction of every core statement that it predicted.

    Also where enough people predicted and it is kept back: then with the reason only.
    """
    factors = [factor for cluster in clusters for factor in cluster.factors]
    for result in (item for factor in factors for item in factor.statements):
        if not result.statement.core:
            continue
        scale = dossier.questionnaire.points
        subject = Subject.ask(
            dossier,
            f"voorspelling/{result.statement.id}",
            partial(_guess, result.statement, scale),
            scale.first,
            scale.last,
            blunt=True,
        )
        scores = measure(dossier, gate, subject)
        said = result.measure.sources[Source.EXTERNAL]
        for perspective in dossier.settings.perspectives:
            predicted = scores.perspectives[perspective.id]
            if predicted.is_told or predicted.status in KEPT_BACK:
                yield Prediction(result.statement, perspective, predicted, said)


def _guess(statement: Statement, scale: Scale, response: Response) -> Reply:
    guess = response.predictions.get(statement.id)
    if guess is None:
        return Reply(None)
    return Reply(Fraction(recoded(statement, guess, scale)), answered=1)
