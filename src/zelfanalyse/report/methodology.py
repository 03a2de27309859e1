"""The last section of a report: how the figures were made, and what they do not say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.scoring import MIXED, STRONG
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Bullets, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.questionnaire.model import Scale

LIMITS = (
    "Grenzen: de begeleider kan de losse antwoorden lezen. Wie zelf in een verborgen groep zit, "
    "kent het eigen antwoord en weet dus meer. De stellingen zijn niet op betrouwbaarheid "
    "onderzocht. Dit rapport noemt geen oorzaken."
)


def methodology(result: Result) -> Iterator[Block]:
    """Yield how this report was computed, with the thresholds it used."""
    asked = result.settings.questionnaire
    yield Heading("Verantwoording")
    yield Paragraph(
        f"Gebruikt is de lijst '{result.questionnaire.title}' ({asked.id}), "
        f"versie {asked.version}, vingerafdruk {asked.fingerprint}."
    )
    if result.questionnaire.factors:
        yield Bullets(_scores(result.questionnaire.points))
    yield Bullets(_protection(result.settings.method.minimum_group))
    if result.comments_withheld:
        sides = dutch.listed([dutch.SIDE[source] for source in result.comments_withheld])
        yield Paragraph(
            f"Toelichtingen van {sides} zijn weggelaten: daar antwoordden te weinig mensen."
        )
    yield Paragraph(LIMITS)


def _scores(scale: Scale) -> tuple[str, ...]:
    strong, mixed = (
        dutch.number(scale.first + Fraction(percent, 100) * (scale.last - scale.first))
        for percent in (STRONG, MIXED)
    )
    answers = (
        "Een antwoord is een getal van de schaal, 'weet ik niet', 'niet van toepassing' of open. "
        "Alleen een getal telt mee in een score."
    )
    reversal = (
        "Bij een omgekeerde stelling wordt het antwoord gespiegeld: "
        f"{scale.first} telt als {scale.last}."
    )
    person = (
        "Een persoon krijgt een score op een factor als minstens de helft van de stellingen die "
        "van toepassing zijn een getal heeft."
    )
    group = (
        "De score van een groep is het gemiddelde van de personen. De score van een kant is het "
        "gemiddelde van de groepen: elke groep heeft één stem."
    )
    bands = f"Vanaf {strong} heet een score 'sterk', vanaf {mixed} 'gemengd', daaronder 'zorg'."
    gap = (
        "Het verschil is zelf min buiten, berekend voor het afronden. Vanaf een half punt op een "
        "schaal van vijf staat het bij de verschillen. Of zo'n verschil toeval kan zijn, staat "
        "niet in dit rapport."
    )
    return answers, reversal, person, group, bands, gap


def _protection(k: int) -> tuple[str, ...]:
    divided = "'Verdeeld beeld': minstens een kwart van de groep aan elk eind van de schaal."
    unseen = "Vanaf 20% 'weet ik niet' is iets deels zichtbaar voor een groep, vanaf 40% niet."
    small = (
        f"Een score van minder dan {k} mensen wordt niet getoond ('<{k}'). Een groep is "
        "'afgeschermd' als een kleinere groep anders uit te rekenen is."
    )
    on_record = "Groepen die op naam van hun functie antwoorden, zijn wel te herkennen."
    comments = (
        f"Toelichtingen staan er alleen als minstens {k} mensen van die kant zonder naam "
        "antwoordden. De volgorde zegt niets."
    )
    choices = "Keuzevragen staan nog niet in dit rapport."
    return divided, unseen, small, on_record, comments, choices
