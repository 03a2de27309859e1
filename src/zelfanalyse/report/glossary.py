"""The words of a report that not everyone uses in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.report.document import Block, Heading, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Result

TERMS: Final = (
    ("Coalitie", "de partijen die samen aan één opgave werken"),
    (
        "Gedeeld leiderschap",
        "mensen uit verschillende organisaties trekken samen; politiek leiderschap is iets anders",
    ),
    ("Governance", "afspraken over wie wat doet, wie beslist en wie uitlegt wat er is bereikt"),
    ("Opgave", "het maatschappelijke vraagstuk waar het om gaat"),
    ("Regie", "zorgen dat partijen samen verder komen, zonder alles zelf te doen"),
    ("Slagkracht", "samen voor elkaar krijgen wat nodig is"),
    ("Visitatie", "mensen van buiten kijken mee en zeggen wat zij zien"),
)


def glossary(_: Result) -> Iterator[Block]:
    """Yield what some words mean in this report."""
    yield Heading("Begrippen", 3)
    yield Table(("Woord", "Wat wij ermee bedoelen"), TERMS)
