"""What the visitation panel saw, factor by factor: words beside the figures, never among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.days import full_day
from zelfanalyse.dossier.panel import Recognises
from zelfanalyse.dossier.steps import SIDE_NAMES
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Bullets, Heading, Notice, Paragraph
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zelfanalyse.dossier.book import Book
    from zelfanalyse.dossier.panel import Panel
    from zelfanalyse.questionnaire.model import Questionnaire

RECOGNISES: Final[Mapping[Recognises, str]] = {
    Recognises.SELF: "De commissie herkent het zelfbeeld.",
    Recognises.EXTERNAL: "De commissie herkent het beeld van buiten.",
    Recognises.OTHER: "De commissie ziet iets anders.",
}


def panel(book: Book, questionnaire: Questionnaire) -> Iterator[Block]:
    """Yield the judgement of the panel, or in a line why there is none in this report."""
    yield Heading("Oordeel van de visitatiecommissie")
    if book.panel is None:
        yield Paragraph(
            "In deze ronde keek geen visitatiecommissie mee. De ronde is ook zonder haar compleet."
        )
        return
    still_open = [SIDE_NAMES[source] for source in book.steps.open_sides]
    if still_open:
        verb = "is" if len(still_open) == 1 else "zijn"
        yield Notice(
            f"Dit oordeel staat hier nog niet: {dutch.listed(still_open)} {verb} nog open. "
            "De commissie oordeelt pas als er niets meer bij komt."
        )
        return
    yield from _who(book.panel)
    yield from _judgements(book.panel, questionnaire)
    if book.panel.conclusion.strip():
        yield Heading("Slotwoord van de commissie", 3)
        yield from paragraphs(book.panel.conclusion)


def _who(panel: Panel) -> Iterator[Block]:
    members = dutch.listed([one_line(name) for name in panel.members])
    if members:
        yield Paragraph(f"In de commissie: {members}.")
    when = f"De commissie keek op {full_day(panel.on)}. " if panel.on else ""
    yield Paragraph(f"{when}Haar oordeel is in woorden en telt in geen enkel cijfer mee.")


def _judgements(panel: Panel, questionnaire: Questionnaire) -> Iterator[Block]:
    """Yield what is said of each factor, in the order of the list, and of which nothing is."""
    silent = []
    for factor in questionnaire.factors:
        judgement = panel.of(factor.id)
        if judgement is None:
            silent.append(one_line(factor.title))
            continue
        yield Heading(factor.title, 3)
        if judgement.recognises is not None:
            yield Paragraph(RECOGNISES[judgement.recognises])
        yield from paragraphs(judgement.words)
        yield from paragraphs(judgement.recommendation, "Aanbeveling: ")
    if len(silent) == len(questionnaire.factors):
        yield Paragraph("De commissie heeft nog geen oordeel opgeschreven.")
    elif silent:
        yield Paragraph("Van deze factoren zegt de commissie niets:")
        yield Bullets(tuple(silent))
