"""The last section of a report: how the figures were made, and what they do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import notable_from
from zelfanalyse.analysis.mirror import HIGH, LOW, NOTABLE
from zelfanalyse.analysis.result import Kind
from zelfanalyse.analysis.scoring import exact
from zelfanalyse.analysis.told import Status
from zelfanalyse.days import full_day
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.model import Display
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Bullets, Heading, Paragraph, Table
from zelfanalyse.report.opening import short_groups
from zelfanalyse.report.other_questions import question_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.model import Method
    from zelfanalyse.dossier.profile import Archive
    from zelfanalyse.questionnaire.model import Questionnaire

LIMITS = (
    "De begeleider kan de losse antwoorden lezen. De toets hierboven gaat over gemiddelden en "
    "optellen, niet over alles wat iemand kan bedenken. Wie zelf in een verborgen groep zit, kent "
    "het eigen antwoord en weet dus meer. De stellingen zijn niet op betrouwbaarheid onderzocht. "
    "Dit rapport noemt geen oorzaken."
)


WITHOUT_BANDS = {
    Display.PHASES: (
        "Deze lijst gaat over fasen. Een score heet daarom niet 'sterk' of 'zorg', en er is geen "
        "grens waarboven een verschil telt. Het verschil is zelf min buiten."
    ),
    Display.SKETCH: (
        "Deze lijst is een schets. Een score heet daarom niet 'sterk' of 'zorg', en er is geen "
        "grens waarboven een verschil telt. Het verschil is zelf min buiten."
    ),
}
WITHHELD = {
    Kind.FACTOR: "scores van factoren",
    Kind.STATEMENT: "scores van stellingen",
    Kind.MARK: "rapportcijfers",
    Kind.BALANCE: "plekken op een balans",
    Kind.PREDICTION: "voorspellingen",
    Kind.MIRROR: "getallen van de spiegel",
    Kind.COUNTS: "aantallen 'weet ik niet' en 'niet van toepassing' naast een score",
    Kind.SHARE: "aandelen 'weet ik niet' van een groep",
    Kind.SPREAD: "cijfers over spreiding en onzekerheid, ook die alleen in de tabel staan",
    Kind.CHOICE: "keuzes van een groep of een kant",
    Kind.PLACES: "verdelingen over een balans, van een groep of een kant",
}


def methodology(result: Result) -> Iterator[Block]:
    """Yield how this report was computed, with the thresholds it used."""
    asked = result.settings.questionnaire
    yield Heading("Verantwoording")
    yield Paragraph(
        f"Gebruikt is de lijst '{result.questionnaire.title}' ({asked.id}), "
        f"versie {asked.version}. Het kenmerk van de vragen is {asked.fingerprint}."
    )
    own = sum(question.own for question in result.questionnaire.open_questions)
    if own:
        added = "is 1 eigen vraag" if own == 1 else f"zijn {own} eigen vragen"
        yield Paragraph(f"Aan de lijst {added} toegevoegd. Daarom is het kenmerk anders.")
    method = result.settings.method
    yield Paragraph(_answered(result))
    if result.questionnaire.factors:
        yield Heading("Hoe de scores tot stand komen", 3)
        yield Bullets((*_scores(result.questionnaire, method), *_short_form(result)))
        yield Heading("Eens en oneens, zichtbaar en niet zichtbaar", 3)
        yield Bullets(_agreement(method))
    if result.mirror is not None:
        yield Heading("Spiegel", 3)
        yield Bullets(_mirror())
    yield Heading("Niemand is te herkennen", 3)
    yield Bullets(_protection(method))
    yield from _left_out(result)
    yield Heading("Grenzen", 3)
    yield Paragraph(LIMITS)
    yield from _kept(result.settings.archive)


def _kept(archive: Archive) -> Iterator[Block]:
    """Yield where the dossier is filed and how long it is kept, where someone filled that in."""
    told = (
        ("Zaaknummer", archive.case_number),
        ("Selectielijst", archive.selection_result),
        ("Bewaartermijn", archive.retention),
        ("Vernietigen op", full_day(archive.destroy_on) if archive.destroy_on else ""),
    )
    rows = tuple((name, value) for name, value in told if value)
    if rows:
        yield Heading("Bewaren", 3)
        yield Table(("Onderwerp", "Dit dossier"), rows)


def where_to_find(result: Result) -> Iterator[Block]:
    """Yield what the short report rests on, and where the rest is."""
    asked, k = result.settings.questionnaire, result.settings.method.minimum_group
    yield Heading("Verantwoording")
    yield Paragraph(
        f"Gebruikt is de lijst '{result.questionnaire.title}' ({asked.id}), versie "
        f"{asked.version}. Een score van minder dan {k} mensen wordt niet getoond. Hoe alles is "
        "berekend, alle factoren en alle grenzen staan in het volledige rapport."
    )


def _left_out(result: Result) -> Iterator[Block]:
    """Yield what is not in this report, and why."""
    statuses = [
        score.status
        for item in result.factors
        for score in (*item.measure.perspectives.values(), *item.measure.sources.values())
    ]
    counts = {status: statuses.count(status) for status in (Status.SMALL, Status.PROTECTED)}
    if any(counts.values()):
        yield Paragraph(
            f"Van de factorscores zijn er {counts[Status.SMALL]} niet getoond omdat er te weinig "
            f"antwoorden zijn, en {counts[Status.PROTECTED]} afgeschermd."
        )
    if result.withheld:
        yield Paragraph("Zoveel cijfers zijn achtergehouden:")
        yield Bullets(tuple(f"{WITHHELD[kind]}: {n}" for kind, n in result.withheld.items()))
    if result.comments_withheld:
        yield Paragraph(
            f"Toelichtingen en antwoorden in eigen woorden van {_sides(result.comments_withheld)} "
            "zijn weggelaten: daar antwoordden te weinig mensen."
        )
    for item in result.words_withheld:
        yield Paragraph(
            f"Bij de vraag '{question_title(item.question)}' zijn de woorden van "
            f"{_sides(item.sources)} weggelaten: te weinig mensen van die kant kregen deze vraag."
        )


def _sides(sources: Iterable[Source]) -> str:
    return dutch.listed([dutch.SIDE[source] for source in sources])


def _answered(result: Result) -> str:
    groups = [
        f"{item.perspective.title} {item.people}" for item in result.participation if item.people
    ]
    return f"Zoveel mensen antwoordden per groep: {dutch.listed(groups) or 'nog niemand'}."


def _scores(questionnaire: Questionnaire, method: Method) -> tuple[str, ...]:
    scale = questionnaire.points
    strong, mixed = (
        dutch.number(scale.first + exact(percent) / 100 * (scale.last - scale.first))
        for percent in (method.strong, method.mixed)
    )
    notable = dutch.number(notable_from(scale, method))
    answers = (
        "Een antwoord is een getal van de schaal, 'weet ik niet', 'niet van toepassing' of open. "
        "Alleen een getal telt mee in een score."
    )
    reversal = (
        "Bij een omgekeerde stelling wordt het antwoord gespiegeld: "
        f"{scale.first} telt als {scale.last}."
    )
    if method.without_reversed:
        reversal += " In dit rapport tellen omgekeerde stellingen niet mee in een factor."
    share = dutch.setting(100 * method.answered_share)
    person = (
        f"Een persoon krijgt een score op een factor als minstens {share}% van de stellingen die "
        "van toepassing zijn een getal heeft."
    )
    voice = (
        "het gemiddelde van de groepen: elke groep heeft één stem"
        if method.voice == "perspectief"
        else "het gemiddelde van alle mensen: elke persoon heeft één stem"
    )
    group = (
        "De score van een groep is het gemiddelde van de personen. "
        f"De score van een kant is {voice}."
    )
    bands = f"Vanaf {strong} heet een score 'sterk', vanaf {mixed} 'gemengd', daaronder 'zorg'."
    if not questionnaire.has_bands:
        return answers, reversal, person, group, WITHOUT_BANDS[questionnaire.display]
    gap = (
        "Het verschil is zelf min buiten, berekend voor het afronden. Vanaf "
        f"{notable} punt staat het bij de verschillen."
    )
    certainty = (
        "'Duidelijk': het verschil is groter dan door toeval te verwachten is (interval van 95% "
        "volgens Welch). 'Aanwijzing': dat is niet zeker. 'Te weinig beoordelaars': minder dan "
        "drie mensen aan een kant."
    )
    return answers, reversal, person, group, bands, gap, certainty


def _short_form(result: Result) -> Iterator[str]:
    """Yield how a short form counts, and on which side it stands beside the whole list."""
    if not short_groups(result):
        return
    yield (
        "Bij de korte lijst rust de score op een factor alleen op de kernstellingen. Is dat er "
        "één, dan is de score op de factor het antwoord op die stelling."
    )
    mixed = [source for source in Source if _is_mixed(result, source)]
    if mixed:
        yield (
            f"De score van {dutch.listed([dutch.SIDE[source] for source in mixed])} brengt groepen "
            "met de korte en met de volledige lijst samen. Kijk bij een groot verschil dus ook "
            "naar de kernstelling zelf: die kreeg iedereen."
        )


def _is_mixed(result: Result, source: Source) -> bool:
    groups = [
        item.perspective.title
        for item in result.participation
        if item.people and item.perspective.source is source
    ]
    return 0 < len(short_groups(result, source)) < len(groups)


def _agreement(method: Method) -> tuple[str, ...]:
    words = (
        "'Eensgezind', 'redelijk eens' en 'verdeeld' gaan over de gemiddelde afstand tot het "
        f"groepsgemiddelde. Zo'n woord staat er vanaf {method.word_people} mensen."
    )
    chance = (
        "'Kan toeval zijn': ook als iedereen zomaar iets invult, is een groep van deze grootte "
        "in meer dan 1 op de 20 gevallen zo eens."
    )
    divided = (
        f"'Verdeeld beeld': minstens {dutch.setting(method.split)}% van de groep staat aan elk "
        "eind van de schaal."
    )
    unseen = (
        f"Vanaf {dutch.setting(method.knowledge_gap)}% 'weet ik niet' is iets deels zichtbaar voor "
        f"een groep, vanaf {dutch.setting(method.not_visible)}% niet."
    )
    return words, chance, divided, unseen


def _mirror() -> tuple[str, ...]:
    high, low, notable = (dutch.whole(100 * share) for share in (HIGH, LOW, NOTABLE))
    scale = (
        "Elk antwoord telt van 0 tot 100: hoger betekent meer spanning. Een kant is het gemiddelde "
        "van de mensen die hun organisatie kleiner of groter noemden."
    )
    limits = f"Hoog is vanaf {high}, laag is onder {low}. Een verschil telt vanaf {notable}."
    modesty = "Er bestaat geen beproefde maat voor dit onderwerp: dit is een hulp bij het gesprek."
    return scale, limits, modesty


def _protection(method: Method) -> tuple[str, ...]:
    k = method.minimum_group
    small = (
        f"Een score van minder dan {k} mensen wordt niet getoond ('<{k}'). Een groep is "
        "'afgeschermd' als een kleinere groep anders uit te rekenen is."
    )
    audit = (
        "Elk gemiddelde is getoetst met alle gemiddelden van dit rapport en van eerdere rapporten. "
        f"Wie ze combineert, kan nooit bij minder dan {k} mensen uitkomen. Wat niet door die toets "
        "komt, is 'achtergehouden'. Ook aantallen 'weet ik niet' zijn getoetst. Het logboek van "
        "het dossier onthoudt wat al getoond is."
    )
    statements = (
        f"Een stelling heeft alleen een score als elke stelling van die factor {k} antwoorden "
        "heeft in die groep. Ligt de score van minder dan tien mensen bijna op het eind van de "
        "schaal, dan staat er een grens: ≥ of ≤. Is die grens uit te rekenen met de score van een "
        "kant erbij, dan is die score achtergehouden of ook een grens."
    )
    spread = (
        f"Cijfers over spreiding en onzekerheid staan er pas vanaf {method.spread_people} mensen "
        "in elke groep, en alleen als niet is uit te rekenen hoe minder mensen antwoordden. "
        "Hetzelfde geldt voor hoe vaak iets gekozen is."
    )
    on_record = "Groepen die op naam van hun functie antwoorden, zijn wel te herkennen."
    comments = (
        f"Toelichtingen staan er alleen als minstens {k} mensen van die kant zonder naam "
        "antwoordden. De volgorde zegt niets."
    )
    return small, audit, statements, spread, on_record, comments
