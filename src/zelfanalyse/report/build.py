"""From a result to a report: what is said, in which order and in which words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import Reading
from zelfanalyse.analysis.result import Status, Visibility
from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Align,
    BalanceLine,
    Block,
    Bullets,
    Document,
    Dumbbell,
    DumbbellChart,
    Heading,
    Notice,
    Paragraph,
    Quotes,
    Table,
)
from zelfanalyse.report.methodology import methodology

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zelfanalyse.analysis.result import FactorResult, Measure, Result, Score

NOT_FILLED_IN = "niet ingevuld"
MADE_UP = (
    "VERZONNEN VOORBEELD. Deze samenwerking bestaat niet en niemand heeft deze antwoorden gegeven."
)


def build(result: Result) -> Document:
    """Return the report of a result."""
    sections = (
        *OPENING,
        *(SCORED if result.factors else ()),
        *CLOSING,
    )
    blocks = tuple(block for section in sections for block in section(result))
    return Document(result.settings.name, blocks)


def _opening(result: Result) -> Iterator[Block]:
    settings, questionnaire = result.settings, result.questionnaire
    yield Heading(settings.name, 1)
    if settings.made_up:
        yield Notice(MADE_UP)
    yield Paragraph(f"Zelfanalyse naast de blik van buiten. Ronde {settings.round}. Concept.")
    yield Heading("Waar gaat dit over?")
    yield Paragraph(settings.occasion)
    yield Paragraph(
        "Dit rapport is er om van te leren en om over te praten. Het is geen oordeel over mensen "
        "en geen rangorde. Van verschillen leert u het meest. Daarom staan die voorop."
    )
    if questionnaire.status == "concept":
        yield Notice(
            f"De lijst '{questionnaire.title}' is nog niet met gebruikers beproefd. "
            "Lees de cijfers als begin van een gesprek, niet als meting."
        )


def _profile(result: Result) -> Iterator[Block]:
    profile = result.settings.profile
    population = profile.population
    fields = (
        ("Vorm", profile.form),
        ("Bestuur", profile.board),
        ("Aantal inwoners", "" if population is None else dutch.thousands(population)),
        ("Historie", profile.history),
        ("Fase organisatie", profile.phase),
    )
    yield Heading("Profiel")
    yield Table(
        ("Onderwerp", "Deze samenwerking"),
        tuple((name, value or NOT_FILLED_IN) for name, value in fields),
    )


def _participation(result: Result) -> Iterator[Block]:
    yield Heading("Wie deed mee?")
    yield Table(
        ("Groep", "Blik", "Aantal", ""),
        tuple(
            (
                item.perspective.title,
                dutch.SIDE[item.perspective.source],
                str(item.people),
                "op naam van de functie" if item.perspective.on_record else "",
            )
            for item in result.participation
        ),
        (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT),
    )
    totals = {
        source: sum(
            item.people for item in result.participation if item.perspective.source is source
        )
        for source in Source
    }
    yield Paragraph(
        f"Van binnen antwoordden {dutch.people(totals[Source.SELF])}, "
        f"van buiten {dutch.people(totals[Source.EXTERNAL])}. Dat is niet representatief."
    )
    missing = [dutch.FROM[source] for source, count in totals.items() if count == 0]
    if missing:
        yield Notice(
            f"Er zijn nog geen antwoorden {dutch.listed(missing)}. "
            "Zonder beide kanten is er geen vergelijking."
        )
    yield Paragraph("Er is geen oordeel van een visitatiecommissie in dit rapport.")


def _at_a_glance(result: Result) -> Iterator[Block]:
    yield Heading("In één oogopslag")
    scale = result.questionnaire.points
    yield Paragraph(
        f"Elke lijn loopt van {scale.first} ({scale.label(scale.first)}) "
        f"tot {scale.last} ({scale.label(scale.last)}). ● is zelf, ○ is buiten."
    )
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


def _chart(result: Result, factors: tuple[FactorResult, ...]) -> DumbbellChart:
    scale = result.questionnaire.points
    return DumbbellChart(
        scale.first, scale.last, tuple(_dumbbell(result, factor) for factor in factors)
    )


def _dumbbell(result: Result, item: FactorResult) -> Dumbbell:
    k = result.settings.method.minimum_group
    own, external = (item.measure.sources[source] for source in Source)
    return Dumbbell(
        item.factor.title,
        own.value,
        external.value,
        dutch.score_text(own, k),
        dutch.score_text(external, k),
        dutch.gap_text(item.gap),
    )


def by_difference(result: Result) -> list[FactorResult]:
    """Return the factors that have a gap, the largest first; equals keep the fixed order."""
    compared = [item for item in result.factors if item.gap is not None]
    return sorted(compared, key=lambda item: -abs(item.gap.value if item.gap else Fraction(0)))


def _differences(result: Result) -> Iterator[Block]:
    yield Heading("Waar zelf en buiten verschillen")
    notable = [item for item in by_difference(result) if item.gap and item.gap.is_notable]
    if not notable:
        yield Paragraph("Op geen enkele factor is het verschil een half punt of meer.")
        return
    yield Paragraph(
        "De grootste verschillen eerst. Een eigen score die hoger is dan die van buiten komt "
        "overal voor. Zo'n tien antwoorden per kant zijn nodig voor een vast cijfer."
    )
    yield _chart(result, tuple(notable))
    yield Bullets(
        tuple(
            f"{item.factor.title} ({dutch.gap_text(item.gap)}): {dutch.READING[item.gap.reading]}"
            for item in notable
            if item.gap
        )
    )


def _shared(result: Result) -> Iterator[Block]:
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
    if not found:
        yield Paragraph("Er is geen factor waar beide kanten even positief of kritisch over zijn.")


def _divided(result: Result) -> Iterator[Block]:
    yield Heading("Waar beelden binnen een groep uiteenlopen")
    if not result.divided:
        yield Paragraph("Er is geen groep waarvan de antwoorden duidelijk in tweeën vallen.")
        return
    yield Paragraph(
        "In deze groepen geeft minstens een kwart een laag en minstens een kwart een hoog "
        "antwoord. Het gemiddelde verbergt dat."
    )
    yield Bullets(
        tuple(
            f"{item.perspective.title}: verdeeld beeld over {item.factor.title}. "
            + " ".join(f"'{statement.text}'" for statement in item.statements)
            for item in result.divided
        )
    )


def _unseen(result: Result) -> Iterator[Block]:
    yield Heading("Wat niet zichtbaar is")
    if not result.unseen:
        yield Paragraph("Geen enkele groep antwoordde opvallend vaak 'weet ik niet'.")
        return
    yield Paragraph(
        "'Weet ik niet' is ook een uitkomst: blijkbaar is dit van daaruit niet te zien."
    )
    order = list(Visibility)
    yield Bullets(
        tuple(
            f"{item.perspective.title}: {item.factor.title} is "
            + (
                "niet zichtbaar"
                if item.visibility is Visibility.NOT_VISIBLE
                else "maar deels zichtbaar"
            )
            + f" ({dutch.percent(item.share)} 'weet ik niet')."
            for item in sorted(result.unseen, key=lambda item: order.index(item.visibility))
        )
    )


def _factors(result: Result) -> Iterator[Block]:
    yield Heading("Per factor")
    for item in result.factors:
        yield Heading(item.factor.title, 3)
        yield Paragraph(item.factor.explanation)
        yield _scores(result, item.measure)
        if item.gap is not None:
            yield Paragraph(
                f"Verschil zelf − buiten: {dutch.gap_text(item.gap)}. "
                f"{dutch.READING[item.gap.reading]}"
            )
        yield from _words(item.comments)
        if item.factor.discussion_prompts:
            yield Heading("Om over te praten", 4)
            yield Bullets(item.factor.discussion_prompts)


def _scores(result: Result, measure: Measure) -> Table:
    rows = []
    for source in Source:
        group = [item for item in result.settings.perspectives if item.source is source]
        rows += [
            _row(result, item.title, measure.perspectives[item.id])
            for item in group
            if measure.perspectives[item.id].status is not Status.EMPTY
        ]
        rows.append(_row(result, f"{dutch.SIDE[source].upper()} (samen)", measure.sources[source]))
    right = Align.RIGHT
    return Table(
        ("Groep", "Score", "n", "weet niet", "n.v.t.", "Beeld"),
        tuple(rows),
        (Align.LEFT, right, right, right, right, Align.LEFT),
    )


def _row(result: Result, title: str, score: Score) -> tuple[str, ...]:
    k = result.settings.method.minimum_group
    return (
        title,
        dutch.score_text(score, k),
        dutch.count_text(score.n),
        dutch.count_text(score.dont_know),
        dutch.count_text(score.not_applicable),
        score.band.value if score.band else "",
    )


def _words(words: Mapping[Source, tuple[str, ...]]) -> Iterator[Block]:
    for source in Source:
        if words.get(source):
            yield Heading(f"Toelichtingen van {dutch.SIDE[source]}", 4)
            yield Quotes(words[source])


def _balances(result: Result) -> Iterator[Block]:
    if not result.balances:
        return
    yield Heading("Balansen: nu en gewenst")
    yield Paragraph(
        "Beide kanten van een balans zijn goed. Daarom is er geen score. "
        "● is waar de samenwerking nu staat, ◇ is waar zij zou moeten staan."
    )
    for item in result.balances:
        yield Heading(item.balance.title, 3)
        rows = []
        for source in Source:
            now, wanted = item.now.sources[source], item.wanted.sources[source]
            k = result.settings.method.minimum_group
            words = f"nu {dutch.score_text(now, k)}, gewenst {dutch.score_text(wanted, k)}"
            rows.append((dutch.SIDE[source], now.value, wanted.value, words))
        yield BalanceLine(item.balance.left, item.balance.right, item.balance.steps, tuple(rows))


def _marks(result: Result) -> Iterator[Block]:
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


def _open_answers(result: Result) -> Iterator[Block]:
    answered = [item for item in result.open_answers if any(item.answers.values())]
    if not answered:
        return
    yield Heading("In eigen woorden")
    for item in answered:
        yield Heading(item.question.text, 3)
        for source in Source:
            if item.answers.get(source):
                yield Paragraph(f"Van {dutch.SIDE[source]}:")
                yield Quotes(item.answers[source])


def _reflection(_: Result) -> Iterator[Block]:
    yield Heading("Drie vragen om mee te eindigen")
    yield Bullets(
        (
            "Waarom doen wij wat wij doen?",
            "Doen wij dat goed?",
            "Hoe gaat het tussen ons?",
        )
    )


OPENING = (_opening, _profile, _participation)
SCORED = (_at_a_glance, _differences, _shared, _divided, _unseen, _factors)
CLOSING = (_balances, _marks, _open_answers, _reflection, methodology)
