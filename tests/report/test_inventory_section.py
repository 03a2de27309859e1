"""The cooperations of a municipality in the report."""

from __future__ import annotations

from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.inventory import Cooperation, Inventory
from zelfanalyse.report.document import Table
from zelfanalyse.report.inventory_section import inventory

FULL = Cooperation(
    name="Regio",
    form="convenant",
    is_formal=True,
    domain="zorg",
    partners=("A", "B"),
    motive="samen sterker",
    hours="40 uur",
    costs="veel",
    yields="meer",
    improvement="korter\noverleg",
)


def tables(*cooperations: Cooperation) -> list[Table]:
    """Return the tables about some cooperations."""
    blocks = inventory(Book(inventory=Inventory(cooperations=cooperations)))
    return [block for block in blocks if isinstance(block, Table)]


def test_without_an_inventory_there_is_no_section() -> None:
    """An empty one is none."""
    assert [] == list(inventory(Book()))
    assert [] == list(inventory(Book(inventory=Inventory())))


def test_everything_of_a_cooperation_is_on_one_of_two_tables() -> None:
    """In words, on one line each."""
    what, worth = tables(FULL)
    assert (("Regio", "convenant, formeel", "zorg", "A en B", "samen sterker"),) == what.rows
    assert (("Regio", "40 uur", "veel", "meer", "korter overleg"),) == worth.rows


def test_what_nobody_weighed_is_not_on_the_second_table() -> None:
    """A name is enough to be listed."""
    (what,) = tables(Cooperation(name="Netwerk", is_formal=False))
    assert (("Netwerk", "informeel", "", "", ""),) == what.rows
