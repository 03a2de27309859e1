"""Then and now: the figures of two rounds side by side, and what came of the actions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import notable_from
from zelfanalyse.analysis.rounds import Step, compare, step
from zelfanalyse.days import full_day
from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Align, Block, Bullets, Heading, Notice, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.analysis.rounds import Pair, Rounds
    from zelfanalyse.dossier.actions import Action
    from zelfanalyse.progress.case import Case
    from zelfanalyse.questionnaire.model import Factor

SHORT = timedelta(days=2 * 365)
_NUMBERS = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)


def then_and_now(now: Case, then: Case) -> Iterator[Block]:
    """Yield what two rounds say about the same, and what became of the actions of then."""
    yield Heading("Toen en nu")
    yield Paragraph(
        f"Toen is {_round(then)}. Nu is {_round(now)}. Hier staan alleen stellingen die niet zijn "
        "veranderd. Het zijn niet altijd dezelfde mensen die antwoordden. Een verschil in de tijd "
        "zegt niet waar het door komt."
    )
    if _is_short(now.main, then.main):
        yield Paragraph(
            "Tussen deze rondes zit weinig tijd. Samenwerken leert u niet in een jaar. Is uw "
            "samenwerking jong? Trek dan nog geen conclusie."
        )
    before = {item.questionnaire.id: item for item in then.results}
    both = [item for item in now.results if item.factors and item.questionnaire.id in before]
    for result in both:
        if len(both) > 1:
            yield Heading(result.questionnaire.title, 3)
        yield from _list(compare(result, before[result.questionnaire.id]))
    present = {item.questionnaire.id for item in now.results}
    yield from _lists("nu", (item for item in now.results if item.questionnaire.id not in before))
    gone = (item for item in then.results if item.questionnaire.id not in present)
    yield from _lists("toen", gone)
    yield from _actions(then)


def _round(case: Case) -> str:
    """Return the name of a round with the day of its last answer."""
    moments = [item.as_of for item in case.results if item.as_of is not None]
    until = f" (antwoorden tot en met {full_day(max(moments))})" if moments else ""
    return f"ronde {case.settings.round}{until}"


def _is_short(now: Result, then: Result) -> bool:
    """Whether there is little time between two rounds, or not known how much."""
    return now.as_of is None or then.as_of is None or now.as_of - then.as_of < SHORT


def _lists(when: str, results: Iterable[Result]) -> Iterator[Block]:
    titles = [item.questionnaire.title for item in results]
    if titles:
        yield Paragraph(f"Alleen {when} gevraagd: de lijst {_quoted(titles)}.")


def _list(rounds: Rounds) -> Iterator[Block]:
    """Yield one list: its figures, the steps, and what was left out."""
    if not rounds.is_same_scale:
        yield Paragraph(
            "De antwoorden of de vraag bij de stellingen zijn veranderd. Deze cijfers zijn daarom "
            "niet te vergelijken."
        )
        return
    yield from _caveats(rounds)
    pairs = list(rounds.pairs)
    if not pairs:
        yield Paragraph("Er is geen factor die in beide rondes gevraagd is.")
    else:
        yield Paragraph(
            "Achter elk cijfer staat tussen haakjes van hoeveel mensen het is. Een streepje of '<' "
            "betekent dat een cijfer er niet is of niet getoond mag worden. Een hoger cijfer is "
            "gunstiger, ook bij een omgekeerde stelling."
        )
    yield from _table(rounds, "Factor", [item.whole for item in rounds.factors if item.whole])
    yield from _changed(rounds)
    yield from _steps(rounds, pairs)
    yield from _only(rounds.only_now, "Alleen nu gevraagd")
    yield from _only(rounds.only_then, "Alleen toen gevraagd")


def _caveats(rounds: Rounds) -> Iterator[Block]:
    if rounds.settings:
        keys = dutch.listed(rounds.settings)
        yield Notice(
            f"Sinds toen zijn instellingen veranderd: {keys}. De scores zijn dus anders berekend. "
            "Wees voorzichtig met vergelijken."
        )
    if rounds.groups:
        yield Paragraph(
            "Deze groepen antwoordden niet in beide rondes, of kregen een andere vorm van de "
            f"lijst: {dutch.listed(rounds.groups)}. De cijfers van een kant gaan dan niet over "
            "dezelfde groepen."
        )


def _table(rounds: Rounds, first: str, pairs: Sequence[Pair]) -> Iterator[Block]:
    if pairs:
        rows = tuple(
            (
                pair.label,
                *(
                    dutch.score_of_people(scores[source], result.settings.method.minimum_group)
                    for source in Source
                    for result, scores in ((rounds.then, pair.then), (rounds.now, pair.now))
                ),
            )
            for pair in pairs
        )
        yield Table((first, "zelf toen", "zelf nu", "buiten toen", "buiten nu"), rows, _NUMBERS)


def _changed(rounds: Rounds) -> Iterator[Block]:
    """Yield the factors of which statements changed: what stayed, and what did not."""
    changed = [item for item in rounds.factors if item.left_out]
    if not changed:
        return
    yield Heading("Factoren met andere stellingen", 3)
    yield Paragraph(
        "Bij deze factoren zijn stellingen veranderd. De score van de hele factor is daarom niet "
        "te vergelijken, en een score over de rest kan te veel zeggen over een paar mensen. De "
        "stellingen die gelijk bleven staan er los."
    )
    for item in changed:
        yield Heading(item.factor.title, 4)
        yield from _table(rounds, "Stelling", item.statements)
        if not item.statements:
            yield Paragraph("Er is geen stelling gelijk gebleven.")
        yield Bullets(
            tuple(
                f"Weggelaten ({left.change.value}): '{left.statement.text}'"
                for left in item.left_out
            )
        )


def _steps(rounds: Rounds, pairs: Sequence[Pair]) -> Iterator[Block]:
    """Yield in words what moved far enough to count, with both days."""
    moved, compared = [], 0
    days = _day(rounds.then), _day(rounds.now)
    wholes = [item.whole for item in rounds.factors]
    k = rounds.now.settings.method.minimum_group
    for pair in pairs:
        for source in Source:
            then, now = pair.then[source], pair.now[source]
            found = step(rounds, then, now)
            compared += found is not None
            if found in {Step.BACK, Step.FORWARD}:
                figures = [dutch.score_text(score, k) for score in (then, now)]
                told = " en ".join(
                    f"{figure} {day}" for figure, day in zip(figures, days, strict=True)
                )
                moved.append(
                    f"{_name(pair, wholes)} ({dutch.SIDE[source]}): {found.value}. {told}."
                )
    if not compared:
        return
    yield Heading("Stappen vooruit en terug", 3)
    points = dutch.number(notable_from(rounds.now.questionnaire.points, rounds.now.settings.method))
    if not moved:
        yield Paragraph(f"Nergens is het verschil met toen {points} punt of meer.")
        return
    yield Paragraph(
        f"Vanaf {points} punt noemen wij een verschil een stap. Een stap terug hoort bij leren: "
        "wie twee stappen vooruit zet, gaat er soms een terug. Vraag elkaar wat u daarvan merkte."
    )
    yield Bullets(tuple(moved))


def _name(pair: Pair, wholes: Sequence[Pair | None]) -> str:
    """Return what a step is of: the title of a factor, or a statement as it was said."""
    return pair.label if pair in wholes else f"'{pair.label}'"


def _day(result: Result) -> str:
    """Return when the figures of a round are of."""
    if result.as_of is None:
        return f"in ronde {result.settings.round}"
    return f"op {full_day(result.as_of)}"


def _only(factors: Sequence[Factor], when: str) -> Iterator[Block]:
    if factors:
        yield Paragraph(f"{when}: {dutch.listed([item.title for item in factors])}.")


def _actions(then: Case) -> Iterator[Block]:
    """Yield the actions of then, with what came of each."""
    yield Heading("Wat er kwam van de acties van toen", 3)
    actions = then.book.actions.actions
    if not actions:
        yield Paragraph(f"In ronde {then.settings.round} zijn geen acties afgesproken.")
        return
    yield Table(("Actie", "Wie", "Stand", "Uitkomst"), tuple(_action(item) for item in actions))


def _action(action: Action) -> tuple[str, str, str, str]:
    outcome = " ".join(action.outcome.split())
    return action.what, action.owner or "–", action.progress.value, outcome or "niet ingevuld"


def _quoted(titles: Sequence[str]) -> str:
    return dutch.listed([f"'{title}'" for title in titles])
