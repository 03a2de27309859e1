"""The sections that are not about one list but about the whole round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.progress.requirements import missing
from zelfanalyse.report.document import Block, Bullets, Heading, Paragraph
from zelfanalyse.report.inventory_section import inventory
from zelfanalyse.report.learning_section import learning
from zelfanalyse.report.panel_section import panel
from zelfanalyse.report.reaction_section import reaction
from zelfanalyse.report.rounds_section import then_and_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.progress.case import Case


def of_inventory(case: Case) -> Iterator[Block]:
    """Yield the cooperations of the municipality, where they are listed."""
    return inventory(case.book)


def of_rounds(case: Case) -> Iterator[Block]:
    """Yield this round beside the one of before, where there is one."""
    if case.before is not None:
        yield from then_and_now(case, case.before)


def of_panel(case: Case) -> Iterator[Block]:
    """Yield what the visitation panel sees, or that there was none."""
    return panel(case.book, case.main.questionnaire)


def of_reaction(case: Case) -> Iterator[Block]:
    """Yield the facts that were put right and what the board says, where they are there."""
    return reaction(case.book)


def of_learning(case: Case) -> Iterator[Block]:
    """Yield the learning questions and the advices, where there is a learning track."""
    return learning(case.book)


def unfinished(case: Case) -> Iterator[Block]:
    """Yield what is missing, or that the round can be closed; nothing once it is."""
    if case.book.closure is not None:
        return
    yield Heading("Wat nog nodig is voor een definitief rapport")
    lacking = missing(case.book, case.results)
    if not lacking:
        yield Paragraph("Alles is er. De begeleider kan deze ronde afsluiten.")
        return
    yield Paragraph("Dit rapport is een concept. Het wordt definitief als ook dit er is:")
    yield Bullets(lacking)
