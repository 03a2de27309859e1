"""How a report begins: what it is about, the profile, and who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.days import full_day
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.profile import OccasionKind
from zelfanalyse.progress.standing import status
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Align, Block, Bullets, Heading, Notice, Paragraph, Table
from zelfanalyse.report.group_answers import group_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Participation, Result
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.progress.case import Case

NOT_FILLED_IN = "niet ingevuld"
COMMUNITY = "gemeenschap"  # the group of residents among those that a new dossier offers
MADE_UP = (
    "VERZONNEN VOORBEELD. Deze samenwerking bestaat niet en niemand heeft deze antwoorden gegeven."
)


def opening(case: Case) -> Iterator[Block]:
    """Yield what this is about, and whether it is final."""
    settings, result = case.settings, case.main
    questionnaire = result.questionnaire
    yield Heading(settings.name, 1)
    if settings.made_up:
        yield Notice(MADE_UP)
    standing = status(case)
    yield Paragraph(
        f"Zelfanalyse naast de blik van buiten. Ronde {settings.round}. {standing.sentence}"
    )
    yield Heading("Waar gaat dit over?")
    yield Paragraph(settings.occasion)
    yield from _subject(settings)
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


def _subject(settings: Settings) -> Iterator[Block]:
    """Yield what the partnership works at, and what the occasion does to the answers."""
    arrangement = settings.context.arrangement
    intended = settings.archive.intended_for
    told = [
        f"Dit rapport is bestemd voor {intended}." if intended else "",
        f"Evaluatie als bedoeld in {arrangement}." if arrangement else "",
        f"Het onderwerp is {settings.domain}." if settings.domain else "",
        f"De opgave: {settings.challenge}" if settings.challenge else "",
    ]
    if any(told):
        yield Paragraph(" ".join(filter(None, told)))
    if settings.start_questions:
        yield Paragraph("Met deze vragen is deze ronde begonnen:")
        yield Bullets(settings.start_questions)
    if settings.occasion_kind is OccasionKind.MERGER:
        yield Notice(
            "De aanleiding is een herindeling. Mensen antwoorden dan vaak anders dan zonder die "
            "druk. Lees de cijfers met dat in gedachten."
        )


def part_opening(result: Result) -> Iterator[Block]:
    """Yield what another list of the dossier is, and how far it can be trusted."""
    asked = result.questionnaire
    yield Paragraph(f"Dit deel gaat over de lijst '{asked.title}', versie {asked.version}.")
    if asked.status == "concept":
        yield Notice(_untested(asked.title))


def part_in_short(result: Result) -> Iterator[Block]:
    """Yield the same in a line: how to read the figures of such a list is told already."""
    asked = result.questionnaire
    also = " Ook deze lijst is nog niet met gebruikers beproefd." * (asked.status == "concept")
    yield Paragraph(f"Dit deel gaat over de lijst '{asked.title}', versie {asked.version}.{also}")


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
    """Yield the five fields of the profile, and what else one must know to read the figures."""
    yield from profile_of(result.settings)


def profile_of(settings: Settings) -> Iterator[Block]:
    """Yield the profile of a partnership, also where there are no figures."""
    about, context = settings.profile, settings.context
    people = "" if about.population is None else dutch.thousands(about.population)
    on = f" (op {full_day(context.population_on)})" if people and context.population_on else ""
    fields = (
        ("Vorm", about.form),
        ("Bestuur", about.board),
        ("Aantal inwoners", people + on),
        ("Historie", about.history),
        ("Fase organisatie", about.phase),
    )
    more = (
        ("Stemverhouding", context.votes),
        ("Deel van de begroting", context.budget_share),
        ("Koploper of volger", context.position),
        *((role.party, role.role) for role in context.roles),
    )
    yield Heading("Profiel")
    yield Table(
        ("Onderwerp", "Deze samenwerking"),
        (
            *((name, value or NOT_FILLED_IN) for name, value in fields),
            *((name, value) for name, value in more if value),
        ),
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
                _turnout(item),
                "op naam van de functie" if item.perspective.on_record else "",
            )
            for item in result.participation
        ),
        (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT),
    )
    yield from turnout(result)


def turnout(result: Result) -> Iterator[Block]:
    """Yield how many answered from either side, and what to know of it."""
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
    yield from group_answers(result)
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
    answered = [item for item in result.participation if item.people]
    if len(answered) == 1:
        yield Notice("Alle antwoorden komen van één groep. Andere groepen zien vaak iets anders.")
    if any(item.perspective.id == COMMUNITY and not item.people for item in result.participation):
        yield Notice(
            "Er zijn geen antwoorden van inwoners of dorpsraden. Zij merken het meest van wat de "
            "partners doen."
        )


def _turnout(item: Participation) -> str:
    """Return how many people of a group answered, of how many who were invited."""
    invited = item.perspective.invited
    return str(item.people) if not invited else f"{item.people} van {max(invited, item.people)}"
