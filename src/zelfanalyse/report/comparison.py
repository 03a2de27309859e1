"""The heart of a report: self beside external, and what a mean would hide."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import Reading, notable_from
from zelfanalyse.analysis.result import Visibility
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.progress.ambitions import AMBITIONS_FIRST, ambitions_first
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Block,
    Bullets,
    Corner,
    Dumbbell,
    DumbbellChart,
    Heading,
    Paragraph,
    Triangle,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from zelfanalyse.analysis.result import Divided, FactorResult, Result, Unseen

TOO_FEW = "er zijn te weinig antwoorden"
KEPT_BACK = "cijfers zijn achtergehouden"
AS_BOUND = "een cijfer staat er alleen als grens (≥ of ≤)"


LARGEST = 3  # differences in the short report
CORNERS = 3  # clusters: ambitions, people and relations, governance; learning goes round them


def at_a_glance(result: Result) -> Iterator[Block]:
    """Yield the triangle, and the factors by cluster with self and external on one line."""
    yield from _above_the_lines(result)
    for cluster in result.clusters:
        yield Heading(cluster.cluster.title, 3)
        if cluster.cluster.explanation:
            yield Paragraph(cluster.cluster.explanation)
        yield _chart(result, cluster.factors)
        own, external = (cluster.sources[source] for source in Source)
        if own.value is not None and external.value is not None:
            k = result.settings.method.minimum_group
            yield Paragraph(
                f"{cluster.cluster.title} samen: zelf {dutch.score_text(own, k)}, "
                f"buiten {dutch.score_text(external, k)}."
            )


def in_one_chart(result: Result) -> Iterator[Block]:
    """Yield the same lines under each other, for a report of a few pages."""
    yield from _above_the_lines(result, in_short=True)
    yield _chart(result, result.factors)


def _above_the_lines(result: Result, *, in_short: bool = False) -> Iterator[Block]:
    yield Heading("In één oogopslag")
    yield from _triangle(result)
    if len(result.clusters) >= CORNERS:
        if not in_short:
            yield Paragraph(
                "De hoeken hebben elkaar nodig, en geen hoek telt zwaarder. De governance staat "
                "bewust achteraan: praat eerst over de inhoud en over mensen, en dan pas over de "
                "vorm."
            )
        yield from _lowest_corner(result)
    scale = result.questionnaire.points
    yield Paragraph(
        f"Elke lijn loopt van {scale.first} ({scale.label(scale.first)}) "
        f"tot {scale.last} ({scale.label(scale.last)}). ● is zelf, ○ is buiten."
    )
    yield from _about_intervals(result.factors)


def _triangle(result: Result) -> Iterator[Block]:
    """Yield the first three clusters as corners, where the list has them."""
    if len(result.clusters) < CORNERS:
        return
    scale, k = result.questionnaire.points, result.settings.method.minimum_group
    corners = []
    for item in result.clusters[:CORNERS]:
        own, external = (item.sources[source] for source in Source)
        texts = dutch.score_text(own, k), dutch.score_text(external, k)
        corners.append(Corner(item.cluster.title, own.value, external.value, *texts))
    told = "; ".join(f"{c.title}: zelf {c.own_text}, buiten {c.external_text}" for c in corners)
    yield Triangle(
        scale.first,
        scale.last,
        tuple(corners),
        f"De driehoek van de samenwerking, van {scale.first} in het midden tot {scale.last} "
        f"in de hoek. {told}.",
    )


def _lowest_corner(result: Result) -> Iterator[Block]:
    """Yield which corner each side scores lowest, where that is far below its highest."""
    least = Fraction(displayed(notable_from(result.questionnaire.points, result.settings.method)))
    corners = result.clusters[:CORNERS]
    told = []
    for source in Source:
        scores = [item.sources[source] for item in corners]
        values = [displayed(score.value) for score in scores if score.value is not None]
        if len(values) == len(corners) and Fraction(max(values) - min(values)) >= least:
            title = corners[values.index(min(values))].cluster.title
            told.append(f"bij {dutch.SIDE[source]} {title}")
    if told:
        yield Paragraph(f"De laagste hoek is {dutch.listed(told)}.")
    if ambitions_first(result):
        yield Paragraph(AMBITIONS_FIRST)


def _chart(result: Result, factors: tuple[FactorResult, ...]) -> DumbbellChart:
    scale = result.questionnaire.points
    rows = tuple(dumbbell(result, factor) for factor in factors)
    told = "; ".join(
        f"{row.label}: zelf {row.own_text}, buiten {row.external_text}, verschil {row.gap_text}"
        for row in rows
    )
    return DumbbellChart(
        scale.first,
        scale.last,
        rows,
        f"Zelf en buiten op een lijn van {scale.first} tot {scale.last}. {told}.",
    )


def dumbbell(result: Result, item: FactorResult) -> Dumbbell:
    """Return self and external of a factor on one line, with what to print."""
    k = result.settings.method.minimum_group
    own, external = (item.measure.sources[source] for source in Source)
    return Dumbbell(
        item.factor.title,
        own.value,
        external.value,
        dutch.score_text(own, k),
        dutch.score_text(external, k),
        dutch.gap_with_interval(item.gap, item.evidence),
        _reach(result, item),
    )


def _reach(result: Result, item: FactorResult) -> tuple[Fraction, Fraction] | None:
    """Return between which places on the scale self would lie, seen from external."""
    ends = item.evidence.interval if item.evidence else None
    external = item.measure.sources[Source.EXTERNAL].value
    if ends is None or external is None:
        return None
    low, high = (_on_scale(result, external + Fraction(end)) for end in (ends.low, ends.high))
    return low, high


def _on_scale(result: Result, place: Fraction) -> Fraction:
    """Return a place in hundredths, and no further than the end of the scale."""
    scale = result.questionnaire.points
    return min(max(Fraction(displayed(place, 2)), Fraction(scale.first)), Fraction(scale.last))


def _about_intervals(items: Iterable[FactorResult]) -> Iterator[Block]:
    """Yield how to read the interval of a difference, where there is one."""
    if any(item.evidence and item.evidence.interval for item in items):
        yield Paragraph(
            "Achter een verschil staat tussen haakjes waartussen het ware verschil waarschijnlijk "
            "ligt. Dat kan alleen bij genoeg antwoorden. Op de lijn staan die grenzen aan beide "
            "kanten van ●."
        )


def by_difference(result: Result) -> list[FactorResult]:
    """Return the factors that have a gap, the largest first; equals keep the fixed order."""
    compared = [item for item in result.factors if item.gap is not None]
    return sorted(compared, key=lambda item: -abs(item.gap.value if item.gap else Fraction(0)))


def differences(result: Result) -> Iterator[Block]:
    """Yield the notable gaps, the largest first, each with its reading and how sure it is."""
    yield from _differences(result, len(result.factors), drawn=True)


def largest(result: Result) -> Iterator[Block]:
    """Yield the three largest of the notable gaps in the same words; one chart has all lines."""
    yield from _differences(result, LARGEST, drawn=False)


def _differences(result: Result, most: int, *, drawn: bool) -> Iterator[Block]:
    yield Heading("Waar zelf en buiten verschillen")
    compared = by_difference(result)
    for reason, count in Counter(_reasons(result)).items():
        yield Paragraph(f"Voor {_factors(count)} is er geen vergelijking: {reason}.")
    notable = [item for item in compared if item.gap and item.gap.is_notable]
    if not notable:
        if compared:
            where = "Bij de andere" if len(compared) < len(result.factors) else "Bij alle"
            yield Paragraph(f"{where} factoren is het verschil te klein om te tellen.")
        return
    part = f" Hier staan er {most} van de {len(notable)}." if len(notable) > most else ""
    yield Paragraph(
        "De grootste verschillen eerst. Een eigen score die hoger is dan die van buiten komt "
        f"overal voor. Zo'n tien antwoorden per kant zijn nodig voor een vast cijfer.{part}"
    )
    told = notable[:most]
    if drawn:
        yield _chart(result, tuple(told))
    yield Bullets(
        tuple(
            f"{item.factor.title} ({dutch.gap_text(item.gap)}, {dutch.certainty(item.evidence)}): "
            f"{dutch.reading(item.gap)}"
            for item in told
            if item.gap
        )
    )


def shared(result: Result) -> Iterator[Block]:
    """Yield what both sides are positive or critical about."""
    yield Heading("Wat gedeeld wordt")
    found = False
    for reading, words in (
        (Reading.SHARED_STRENGTH, "Gedeelde kracht: zelf en buiten zijn allebei positief over"),
        (Reading.SHARED_CONCERN, "Gedeelde zorg: zelf en buiten zijn allebei kritisch over"),
    ):
        titles = [
            item.factor.title for item in result.factors if item.gap and item.gap.reading is reading
        ]
        if titles:
            found = True
            yield Paragraph(f"{words} {dutch.listed(titles)}.")
    if not found and by_difference(result):
        yield Paragraph("Er is geen factor waar beide kanten even positief of kritisch over zijn.")
    elif not found:
        yield Paragraph(_unknown(_reasons(result)))


def _reasons(result: Result) -> list[str]:
    """Return why there is no comparison, for every factor without one."""
    return [
        _reason({score.status for score in item.measure.sources.values()})
        for item in result.factors
        if item.gap is None
    ]


def _reason(statuses: Container[Status]) -> str:
    if Status.WITHHELD in statuses or Status.PROTECTED in statuses:
        return KEPT_BACK
    too_few = Status.SMALL in statuses or Status.EMPTY in statuses
    return TOO_FEW if too_few else AS_BOUND


def _unknown(reasons: Sequence[str]) -> str:
    """Say that something cannot be told, with every reason once."""
    words = [item for item in (TOO_FEW, KEPT_BACK, AS_BOUND) if item in reasons]
    return f"Dat is niet te zeggen: {dutch.listed(words)}."


def divided(result: Result) -> Iterator[Block]:
    """Yield the groups whose answers fall in two, and over which statements."""
    yield from _divided(result, divided_sentence)


def divided_in_short(result: Result) -> Iterator[Block]:
    """Yield the groups whose answers fall in two, and over which factor."""
    yield from _divided(result, _divided_over)


def _divided(result: Result, told: Callable[[Divided], str]) -> Iterator[Block]:
    yield Heading("Waar beelden binnen een groep uiteenlopen")
    if not result.divided:
        yield Paragraph(_nobody_divided(result))
        return
    yield Paragraph(
        f"In deze groepen staat minstens {dutch.setting(result.settings.method.split)}% aan elk "
        "eind van de schaal. Het gemiddelde verbergt dat."
    )
    yield Bullets(tuple(map(told, result.divided)))


def divided_sentence(item: Divided) -> str:
    """Return which group is divided, and over which statements."""
    said = " ".join(f"'{statement.text}'" for statement in item.statements)
    which = "de stelling" if len(item.statements) == 1 else "de stellingen"
    return f"{_divided_over(item)} Het gaat om {which} {said}"


def _divided_over(item: Divided) -> str:
    return f"{item.perspective.title}: verdeeld beeld over {item.factor.title}."


def _nobody_divided(result: Result) -> str:
    """Say that no group is divided, or why that is not to be told of any."""
    people = result.settings.method.word_people
    groups = result.settings.perspectives
    if any(item.tells_of(group, people) for item in result.factors for group in groups):
        return "Bij geen enkele groep waarvan dit te zeggen is, valt het beeld in tweeën."
    statuses = {
        score.status
        for factor in result.factors
        for item in factor.statements
        for score in item.measure.perspectives.values()
    }
    return _unknown([_reason(statuses & {Status.WITHHELD, Status.PROTECTED} or {Status.SMALL})])


def unseen(result: Result) -> Iterator[Block]:
    """Yield what groups often answered with 'weet ik niet'."""
    yield Heading("Wat niet zichtbaar is")
    if result.unseen_withheld:
        yield Paragraph(
            "Hoe vaak een groep 'weet ik niet' antwoordde, is niet van elke groep te zeggen: "
            f"{KEPT_BACK}."
        )
    if not result.unseen:
        if _largest(result) < result.settings.method.minimum_group:
            yield Paragraph(_unknown([TOO_FEW]))
        elif not result.unseen_withheld:
            yield Paragraph(
                "Geen enkele groep die groot genoeg is, antwoordde opvallend vaak 'weet ik niet'."
            )
        return
    yield Paragraph(
        "'Weet ik niet' is ook een uitkomst: blijkbaar is dit van daaruit niet te zien."
    )
    order = list(Visibility)
    found = sorted(result.unseen, key=lambda item: order.index(item.visibility))
    yield Bullets(tuple(map(unseen_sentence, found)))


def unseen_sentence(item: Unseen) -> str:
    """Return how much of a factor a group could not see."""
    seen = "niet" if item.visibility is Visibility.NOT_VISIBLE else "maar deels"
    share = dutch.percent(item.share)
    title = f"{item.perspective.title}: {item.factor.title}"
    return f"{title} is {seen} zichtbaar ({share} 'weet ik niet')."


def _largest(result: Result) -> int:
    """Return how many people the largest group has."""
    return max((item.people for item in result.participation), default=0)


def _factors(count: int) -> str:
    return "1 factor" if count == 1 else f"{count} factoren"
