"""How a report begins: what it is about, the profile, and who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Align, Block, Heading, Notice, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Result

CONCEPT = "Concept"
NOT_FILLED_IN = "niet ingevuld"
MADE_UP = (
    "VERZONNEN VOORBEELD. Deze samenwerking bestaat niet en niemand heeft deze antwoorden gegeven."
)


def opening(result: Result) -> Iterator[Block]:
    """Yield what this is about."""
    settings, questionnaire = result.settings, result.questionnaire
    yield Heading(settings.name, 1)
    if settings.made_up:
        yield Notice(MADE_UP)
    yield Paragraph(f"Zelfanalyse naast de blik van buiten. Ronde {settings.round}. Concept.")
    yield Heading("Waar gaat dit over?")
    yield Paragraph(settings.occasion)
    purpose = (
        "Dit rapport is er om van te leren en om over te praten. Het is geen oordeel over mensen "
        "en geen rangorde."
    )
    if questionnaire.has_bands:
        purpose += " Van verschillen leert u het meest. Daarom staan die voorop."
    yield Paragraph(purpose)
    if questionnaire.status == "concept":
        yield Notice(_untested(questionnaire.title))
    if result.withheld:
        yield Notice(
            "Sommige cijfers zijn achtergehouden: samen met andere of eerdere cijfers zouden zij "
            "laten zien wat een paar mensen antwoordden."
        )


def part_opening(result: Result) -> Iterator[Block]:
    """Yield what another list of the dossier is, and how far it can be trusted."""
    asked = result.questionnaire
    yield Paragraph(f"Dit deel gaat over de lijst '{asked.title}', versie {asked.version}.")
    if asked.status == "concept":
        yield Notice(_untested(asked.title))


def _untested(title: str) -> str:
    return (
        f"De lijst '{title}' is nog niet met gebruikers beproefd. "
        "Lees de cijfers als begin van een gesprek, niet als meting."
    )


def without_own_words(_: Result) -> Iterator[Block]:
    """Yield that this is the version to publish, and what is not in it."""
    yield Paragraph(
        "Dit is de versie om te publiceren. Toelichtingen en antwoorden in eigen woorden zijn "
        "weggelaten."
    )


def profile(result: Result) -> Iterator[Block]:
    """Yield the five fields of the profile."""
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


def short_groups(result: Result, source: Source | None = None) -> list[str]:
    """Return the groups that answered the short form of this list, of one side or of both."""
    return [
        item.perspective.title
        for item in result.participation
        if result.questionnaire.has_short_form
        and item.perspective.is_short
        and item.people
        and source in {None, item.perspective.source}
    ]


def participation(result: Result) -> Iterator[Block]:
    """Yield who answered, and which sides and steps are missing."""
    yield Heading("Wie deed mee?")
    yield Table(
        ("Groep", "Blik", "Aantal", "Herkenbaar"),
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
        f"van buiten {dutch.people(totals[Source.EXTERNAL])}. Dat zegt niet hoe iedereen denkt."
    )
    if short := short_groups(result):
        yield Paragraph(
            f"De korte lijst was voor: {dutch.listed(short)}. Zij kregen alleen de kernstellingen "
            "en een paar open vragen. Wat niet gevraagd is, telt nergens mee."
        )
    missing = [dutch.FROM[source] for source, count in totals.items() if count == 0]
    if missing:
        yield Notice(
            f"Er zijn nog geen antwoorden {dutch.listed(missing)}. "
            "Zonder beide kanten is er geen vergelijking."
        )
    yield Paragraph(
        "Er is geen oordeel van een visitatiecommissie in dit rapport. Dat is een groep vakgenoten "
        "van buiten, die na de vragenlijsten kan komen kijken."
    )
