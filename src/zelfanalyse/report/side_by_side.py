"""Factors that are laid side by side and not judged: the phases of regie, and a sketch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Align, Block, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.analysis.told import Score

NOTHING = {Status.EMPTY, Status.NOT_ASKED}


def phases(result: Result) -> Iterator[Block]:
    """Yield the mean of every phase beside the others, per group and per side."""
    yield Heading("De fasen naast elkaar")
    yield Paragraph(
        "Fasen lopen vaak door elkaar. Het programma zegt niet in welke fase u zit: dat bespreekt "
        "u zelf. Een hoog cijfer bij een latere fase betekent niet dat een eerdere fase af is."
    )
    yield from _table(result)


def sketch(result: Result) -> Iterator[Block]:
    """Yield the parts of the sketch beside each other, per group and per side."""
    yield Heading("De schets")
    yield Paragraph(
        "Dit is een spiegel: zo zien mensen het nu, naast een beeld van hoe het kan zijn. Het "
        "beeld is geen norm. Daarom staat er niet bij of een cijfer goed is, of een verschil groot."
    )
    yield from _table(result)


def _table(result: Result) -> Iterator[Block]:
    scale = result.questionnaire.points
    yield Paragraph(
        f"De cijfers lopen van {scale.first} ({scale.label(scale.first)}) tot {scale.last} "
        f"({scale.label(scale.last)})."
    )
    rows: list[tuple[str, ...]] = []
    totals = []
    for source in Source:
        for group in result.settings.of(source):
            scores = [item.measure.perspectives[group.id] for item in result.factors]
            if any(score.status not in NOTHING for score in scores):
                rows.append((group.title, *_texts(result, scores)))
        totals.append(len(rows))
        scores = [item.measure.sources[source] for item in result.factors]
        rows.append((f"{dutch.SIDE[source].upper()} (samen)", *_texts(result, scores)))
    titles = tuple(item.factor.title for item in result.factors)
    right = (Align.RIGHT,) * len(titles)
    yield Table(("Groep", *titles), tuple(rows), (Align.LEFT, *right), tuple(totals))


def _texts(result: Result, scores: Sequence[Score]) -> list[str]:
    k = result.settings.method.minimum_group
    return [dutch.score_text(score, k) for score in scores]
