"""What is asked besides statements: predictions, balances, marks and open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.questions import Balance, Mark, MirrorStatement
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Align,
    BalanceLine,
    Block,
    Bullets,
    DistributionChart,
    Heading,
    Paragraph,
    Quotes,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import BalanceResult, Result
    from zelfanalyse.analysis.told import Tally
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.questionnaire.questions import OpenQuestion, Question


def predictions(result: Result) -> Iterator[Block]:
    """Yield what people thought outsiders would say beside what they said."""
    if not result.predictions:
        return
    k = result.settings.method.minimum_group
    yield Heading("U dacht / zij zeiden")
    yield Paragraph("Een voorspelling krijgt geen score. Het verschil is een gespreksonderwerp.")
    yield Table(
        ("Stelling", "Groep", "U dacht", "Zij zeiden"),
        tuple(
            (
                item.statement.text,
                item.perspective.title,
                dutch.score_text(item.predicted, k),
                dutch.score_text(item.said, k),
            )
            for item in result.predictions
        ),
        (Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT),
    )


def balances(result: Result) -> Iterator[Block]:
    """Yield where the partnership stands between two poles, and where it should."""
    if not result.balances:
        return
    yield Heading("Balansen: nu en gewenst")
    yield Paragraph(
        "Beide kanten van een balans zijn goed. Daarom is er geen score. "
        "● is waar de samenwerking nu staat, ◇ is waar zij zou moeten staan."
    )
    yield Paragraph(
        "Een lijn toont het gemiddelde. Daaronder staat hoeveel mensen elke plek kozen, van een "
        f"kant of een groep van minstens {result.settings.method.spread_people} mensen. Het staat "
        "er niet als dan te veel bekend wordt over een kleinere groep."
    )
    for item in result.balances:
        yield Heading(item.balance.title, 3)
        rows = []
        for source in Source:
            now, wanted = item.now.sources[source], item.wanted.sources[source]
            k = result.settings.method.minimum_group
            words = f"nu {dutch.score_text(now, k)}, gewenst {dutch.score_text(wanted, k)}"
            rows.append((dutch.SIDE[source], now.value, wanted.value, words))
        told = "; ".join(f"{side}: {words}" for side, _, _, words in rows)
        balance = item.balance
        yield BalanceLine(
            balance.left,
            balance.right,
            balance.steps,
            tuple(rows),
            f"Een lijn van 1 ({balance.left}) tot {balance.steps} ({balance.right}). {told}.",
        )
        yield from _places(item, result.settings)


def _places(item: BalanceResult, settings: Settings) -> Iterator[Block]:
    """Yield how many people chose each place, and the question to talk about it.

    What two people on the record chose may be told, and is no distribution.
    """
    balance, need = item.balance, settings.method.spread_people
    rows = tuple(
        (whose, tally.counts)
        for source in Source
        for whose, tally in _tallies(item, source, settings)
        if tally.counts and sum(tally.counts) >= need
    )
    if not rows:
        return
    told = "; ".join(f"{whose}: {dutch.distribution(counts)}" for whose, counts in rows)
    left, right = (pole.split(":")[0] for pole in (balance.left, balance.right))
    between = map(str, range(2, balance.steps))
    yield DistributionChart(
        (f"1: {left}", *between, f"{balance.steps}: {right}"),
        rows,
        f"Aantal mensen per plek, van 1 ({balance.left}) tot {balance.steps} ({balance.right}). "
        f"{told}.",
        "Wie",
    )
    yield Paragraph(
        "Praat hierover met elkaar. Waar liggen de antwoorden uit elkaar, en hoe komt dat?"
    )


def _tallies(
    item: BalanceResult, source: Source, settings: Settings
) -> Iterator[tuple[str, Tally]]:
    """Yield the tallies of a side; those of its groups where nothing is told of the side."""
    moments = (("nu", item.places_now), ("gewenst", item.places_wanted))
    if any(found.sources[source].counts for _, found in moments):
        for moment, found in moments:
            yield f"{dutch.SIDE[source].capitalize()}, {moment}", found.sources[source]
        return
    for group in settings.of(source):
        for moment, found in moments:
            yield f"{group.title}, {moment}", found.perspectives[group.id]


def marks(result: Result) -> Iterator[Block]:
    """Yield the school marks beside each other."""
    if not result.marks:
        return
    k = result.settings.method.minimum_group
    yield Heading("Twee cijfers" if len(result.marks) == 2 else "Cijfers")  # noqa: PLR2004
    yield Paragraph("De cijfers staan naast elkaar en worden nooit samen één cijfer.")
    yield Table(
        ("Onderwerp", "Zelf", "Buiten"),
        tuple(
            (
                item.mark.title,
                *(dutch.score_text(item.measure.sources[source], k) for source in Source),
            )
            for item in result.marks
        ),
        (Align.LEFT, Align.RIGHT, Align.RIGHT),
    )


def open_answers(result: Result) -> Iterator[Block]:
    """Yield the answers in people's own words."""
    answered = [item for item in result.open_answers if any(item.answers.values())]
    if not answered:
        return
    yield Heading("In eigen woorden")
    for item in answered:
        yield Heading(item.question.text, 3)
        if item.question.own:
            yield Paragraph("Dit is een eigen vraag van dit dossier. Hij staat niet in de lijst.")
        for source in Source:
            if answers := item.answers.get(source):
                yield from _answered(item.question, dutch.SIDE[source], answers)


def _answered(question: OpenQuestion, side: str, answers: tuple[str, ...]) -> Iterator[Block]:
    """Yield what a side wrote; numbers are no words to quote, and stand in a line, lowest first."""
    if question.kind == "getal":
        in_order = sorted(answers, key=lambda number: (len(number), number))
        yield Paragraph(f"Van {side}: {dutch.listed(in_order)}.")
    else:
        yield Paragraph(f"Van {side}:")
        yield Quotes(answers)


def remarks(result: Result) -> Iterator[Block]:
    """Yield the comments on the questions that are no statements."""
    made = [item for item in result.remarks if any(item.comments.values())]
    if not made:
        return
    yield Heading("Toelichtingen bij andere vragen")
    for item in made:
        yield Heading(question_title(item.question), 3)
        for source in Source:
            if item.comments.get(source):
                yield Paragraph(f"Van {dutch.SIDE[source]}:")
                yield Quotes(item.comments[source])


def question_title(question: Question) -> str:
    """Return what a question is called in a report."""
    match question:
        case Balance() | Mark():
            return question.title
        case MirrorStatement():
            return question.observer
        case _:
            return question.text


def reflection(_: Result) -> Iterator[Block]:
    """Yield the three questions to end with."""
    yield Heading("Drie vragen om mee te eindigen")
    yield Bullets(
        (
            "Waarom doen wij wat wij doen?",
            "Doen wij dat goed?",
            "Hoe gaat het tussen ons?",
        )
    )
