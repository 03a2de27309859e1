"""Every cooperation of the municipality on two tables, where someone listed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Heading, Paragraph, Table
from zelfanalyse.report.prose import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.dossier.book import Book
    from zelfanalyse.dossier.inventory import Cooperation

FORMAL = {True: "formeel", False: "informeel", None: ""}


def inventory(book: Book) -> Iterator[Block]:
    """Yield what each cooperation is, and what it costs and yields; nothing where none is listed.

    Amounts are estimates in words, and nothing is added up.
    """
    listed = book.inventory.cooperations if book.inventory else ()
    if not listed:
        return
    yield Heading("Onze samenwerkingen op een rij")
    yield Paragraph(
        "Dit overzicht is ingevuld door de gemeente. Bedragen en uren zijn schattingen. Zij worden "
        "niet opgeteld."
    )
    yield Table(
        ("Samenwerking", "Vorm", "Onderwerp", "Met wie", "Waarom"),
        tuple(_what(item) for item in listed),
    )
    weighed = [item for item in listed if any(_worth(item))]
    if weighed:
        yield Table(
            ("Samenwerking", "Overleg", "Kosten", "Opbrengst", "Wat beter kan"),
            tuple((one_line(item.name), *_worth(item)) for item in weighed),
        )


def _what(item: Cooperation) -> tuple[str, ...]:
    form = ", ".join(filter(None, [one_line(item.form), FORMAL[item.is_formal]]))
    partners = dutch.listed([one_line(name) for name in item.partners])
    return one_line(item.name), form, one_line(item.domain), partners, one_line(item.motive)


def _worth(item: Cooperation) -> tuple[str, ...]:
    return tuple(
        one_line(words) for words in (item.hours, item.costs, item.yields, item.improvement)
    )
