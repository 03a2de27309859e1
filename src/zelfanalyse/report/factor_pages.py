"""Every factor by itself: the page that people talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Align,
    Block,
    Bullets,
    DistributionChart,
    Heading,
    PageBreak,
    Paragraph,
    Quotes,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.analysis.told import Score, Spread


def factors(result: Result) -> Iterator[Block]:
    """Yield every factor: scores, how much groups agree, words, and questions to discuss."""
    for number, item in enumerate(result.factors):
        yield PageBreak()
        if number == 0:
            yield Heading("Per factor")
        yield Heading(item.factor.title, 3)
        yield Paragraph(item.factor.explanation)
        yield _scores(result, item)
        yield from _gap(item)
        yield from _by_chance(result, item)
        yield from _statements(result, item)
        yield from _distributions(result, item)
        yield from _words(item.comments)
        yield from _example(result, item, 4)
        yield from _prompts(item, 4)
    if result.factors:
        yield PageBreak()


def cards(result: Result) -> Iterator[Block]:
    """Yield a page for every factor with what a group needs to talk about it."""
    for item in result.factors:
        yield PageBreak()
        yield Heading(item.factor.title)
        yield Paragraph(item.factor.explanation)
        yield _scores(result, item)
        yield from _gap(item)
        yield from _by_chance(result, item)
        yield from _example(result, item, 3)
        yield from _prompts(item, 3)


def _gap(item: FactorResult) -> Iterator[Block]:
    if item.gap is not None:
        word = dutch.certainty(item.evidence)
        sure = f" ({word})" if word else ""
        told = f"Verschil zelf − buiten: {dutch.gap_text(item.gap)}{sure}."
        reading = dutch.reading(item.gap)
        yield Paragraph(f"{told} {reading}".rstrip() + _interval(item))


def _example(result: Result, item: FactorResult, level: int) -> Iterator[Block]:
    """Yield the case from practice that the list gives with a factor, and where it is from."""
    example = item.factor.example
    if example is None:
        return
    yield Heading("Een voorbeeld uit de praktijk", level)
    yield Paragraph(example.text)
    if example.provenance is not None:
        titles = {each.id: each.title for each in result.questionnaire.documents}
        document = example.provenance.document
        yield Paragraph(f"Bron: {titles.get(document, document)}, {example.provenance.passage}.")


def _prompts(item: FactorResult, level: int) -> Iterator[Block]:
    if item.factor.discussion_prompts:
        yield Heading("Om over te praten", level)
        yield Bullets(item.factor.discussion_prompts)


def _scores(result: Result, item: FactorResult) -> Table:
    measure = item.measure
    rows: list[tuple[str, ...]] = []
    totals = []
    for source in Source:
        rows += [
            _row(result, each.title, measure.perspectives[each.id], item.spread.get(each.id))
            for each in result.settings.of(source)
            if measure.perspectives[each.id].status not in {Status.EMPTY, Status.NOT_ASKED}
        ]
        totals.append(len(rows))
        rows.append(
            _row(result, f"{dutch.SIDE[source].upper()} (samen)", measure.sources[source], None)
        )
    right = Align.RIGHT
    return Table(
        ("Groep", "Score", "n", "weet niet", "n.v.t.", "Beeld"),
        tuple(rows),
        (Align.LEFT, right, right, right, right, Align.LEFT),
        tuple(totals),
    )


def _row(result: Result, title: str, score: Score, spread: Spread | None) -> tuple[str, ...]:
    k = result.settings.method.minimum_group
    return (
        title,
        dutch.score_text(score, k),
        dutch.count_text(score.n),
        dutch.count_text(score.dont_know),
        dutch.count_text(score.not_applicable),
        _picture(score, spread),
    )


def _picture(score: Score, spread: Spread | None) -> str:
    """Return the band of a group and how much it agrees, or why its score is not there."""
    if score.status in {Status.PROTECTED, Status.WITHHELD}:
        return str(score.status.value)
    words = [
        score.band.value if score.band else "",
        "" if spread is None or spread.word is None else spread.word.value,
    ]
    return ", ".join(word for word in words if word)


def _interval(item: FactorResult) -> str:
    ends = item.evidence.interval if item.evidence else None
    if ends is None:
        return ""
    low, high = (dutch.signed_float(end) for end in (ends.low, ends.high))
    return f" Het ware verschil ligt waarschijnlijk tussen {low} en {high}."


def _by_chance(result: Result, item: FactorResult) -> Iterator[Block]:
    titles = [
        perspective.title
        for perspective in result.settings.perspectives
        if (spread := item.spread.get(perspective.id)) and spread.word and spread.may_be_chance
    ]
    if titles:
        yield Paragraph(f"Hoe eens men het is, kan toeval zijn bij {dutch.listed(titles)}.")


def _statements(result: Result, item: FactorResult) -> Iterator[Block]:
    """Yield the statements of the factor on which some side may be shown."""
    told = [
        each
        for each in item.statements
        if any(score.is_told for score in each.measure.sources.values())
    ]
    if not told:
        return
    k = result.settings.method.minimum_group
    yield Table(
        ("Stelling", "Zelf", "Buiten", "Verschil"),
        tuple(
            (
                each.statement.text + (" (omgekeerd)" if each.statement.reversed else ""),
                *(dutch.score_text(each.measure.sources[source], k) for source in Source),
                f"{dutch.gap_text(each.gap)} {dutch.certainty(each.evidence)}".strip(),
            )
            for each in told
        ),
        (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
    )


def _distributions(result: Result, item: FactorResult) -> Iterator[Block]:
    """Yield how the answers lie, of groups that are large enough for that."""
    scale = result.questionnaire.points
    for each in item.statements:
        rows = tuple(
            (group.title, spread.counts)
            for group in result.settings.perspectives
            if (spread := each.spread.get(group.id)) and spread.counts
        )
        if rows:
            told = "; ".join(f"{title}: {dutch.distribution(counts)}" for title, counts in rows)
            yield Heading(f"Zo liggen de antwoorden: {each.statement.text}", 4)
            yield DistributionChart(
                scale.labels,
                rows,
                f"Aantal mensen per antwoord, van '{scale.labels[0]}' tot '{scale.labels[-1]}'. "
                f"{told}.",
            )


def _words(words: Mapping[Source, tuple[str, ...]]) -> Iterator[Block]:
    for source in Source:
        if words.get(source):
            yield Heading(f"Toelichtingen van {dutch.SIDE[source]}", 4)
            yield Quotes(words[source])
