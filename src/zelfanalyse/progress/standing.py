"""Whether a report is a draft or final, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.days import full_day

if TYPE_CHECKING:
    from zelfanalyse.progress.case import Case


class Standing(NamedTuple):
    """Whether the report of a round is final, with the sentence that says so."""

    is_final: bool
    sentence: str


def status(case: Case) -> Standing:
    """Return whether a round is closed and still rests on what it was closed with.

    A newer version of the program may have other figures of the same answers: then the round is
    still closed, and it is said. A closure of before that was noted is held to its figures.
    """
    closure = case.book.closure
    if closure is None:
        return Standing(is_final=False, sentence="Concept: deze ronde is nog niet afgesloten.")
    found = fingerprint_of(*case.results)
    has_same_figures = found == closure.fingerprint
    is_final = closure.given == case.given if closure.given else has_same_figures
    on = full_day(closure.on)
    told = f"Definitief: deze ronde is afgesloten op {on}."
    if not is_final:
        told = f"Weer een concept: deze ronde is afgesloten op {on}, en {_why(given=closure.given)}"
    elif not has_same_figures:
        told += (
            " De antwoorden, groepen, drempels en lijsten zijn nog die van toen. Toch zijn sommige "
            "cijfers anders. Dat komt door een andere versie van het programma, of doordat het "
            "logboek is veranderd."
        )
    if not has_same_figures:
        told += f" Het kenmerk was {closure.fingerprint}, en is nu {found}."
    return Standing(is_final, told)


def _why(*, given: str) -> str:
    """Return what changed after a round was closed, as far as the closure can tell."""
    if given:
        return "daarna zijn antwoorden, groepen, drempels of lijsten veranderd."
    return (
        "daarna zijn de cijfers veranderd. Dat komt door andere bestanden, of door een nieuwere "
        "versie van het programma."
    )
