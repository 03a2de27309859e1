"""Whether a report is a draft or final, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.days import full_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.book import Book


class Standing(NamedTuple):
    """Whether the report of a round is final, with the sentence that says so."""

    is_final: bool
    sentence: str


def status(book: Book, results: Sequence[Result]) -> Standing:
    """Return whether a round is closed and still has the figures that it was closed with."""
    closure = book.closure
    if closure is None:
        return Standing(is_final=False, sentence="Concept: deze ronde is nog niet afgesloten.")
    found = fingerprint_of(*results)
    if found == closure.fingerprint:
        told = f"Definitief: deze ronde is afgesloten op {full_day(closure.on)}."
        return Standing(is_final=True, sentence=told)
    return Standing(
        is_final=False,
        sentence=f"Weer een concept: deze ronde is afgesloten op {full_day(closure.on)}, en daarna "
        "zijn de cijfers veranderd. Dat komt door andere bestanden, of door een nieuwere versie "
        f"van het programma. Het kenmerk was {closure.fingerprint}, en is nu {found}.",
    )
