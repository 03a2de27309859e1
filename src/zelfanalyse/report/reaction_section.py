"""What came back on the report before it was final: facts that were mended, and the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.days import full_day
from zelfanalyse.report.document import Block, Heading, Paragraph, Table
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.dossier.book import Book
    from zelfanalyse.dossier.reaction import BoardResponse, Correction

CORRECTIONS, BOARD = "Feitelijke correcties", "Bestuurlijke reactie"
NOT_YET = "nog niet ingevuld"


def reaction(book: Book) -> Iterator[Block]:
    """Yield the corrections and the reaction of the board, as far as they are there."""
    if book.reaction is None:
        return
    if book.reaction.corrections:
        yield Heading(CORRECTIONS)
        yield corrections(book.reaction.corrections)
    if book.reaction.board is not None:
        yield Heading(BOARD)
        yield from board_response(book.reaction.board)


def corrections(found: tuple[Correction, ...]) -> Table:
    """Return what was not right, what it must be, and what was done with it."""
    return Table(
        ("Wat er stond", "Wat het moet zijn", "Wat ermee gedaan is", "Gezien door"),
        tuple(
            tuple(
                one_line(cell) or NOT_YET
                for cell in (item.was, item.becomes, item.handled, item.by)
            )
            for item in found
        ),
    )


def board_response(said: BoardResponse) -> Iterator[Block]:
    """Yield who reacted and when, and in which words."""
    signed = [one_line(said.by), full_day(said.on) if said.on else ""]
    if any(signed):
        yield Paragraph(f"{', '.join(filter(None, signed))}.")
    yield from paragraphs(said.words)
