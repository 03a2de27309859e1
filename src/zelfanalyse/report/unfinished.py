"""What a report still needs before it is final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.progress.requirements import missing
from zelfanalyse.report.document import Block, Bullets, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.progress.case import Case


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
