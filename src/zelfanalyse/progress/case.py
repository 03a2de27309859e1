"""Everything of a round that may be shown: the figures of each list, and the files beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.given import given

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Settings


@dataclass(frozen=True, slots=True)
class Case:
    """The results of the dossier's own list and of its others, in the order of the dossier.

    ``before`` is the round of before, where it is to be laid beside this one. ``given`` names what
    the figures rest on; a closed round is the same while that is.
    """

    settings: Settings
    results: tuple[Result, ...]
    book: Book = field(default_factory=Book)
    before: Case | None = None
    given: str = ""

    @property
    def main(self) -> Result:
        """The result of the dossier's own list."""
        return self.results[0]

    @property
    def others(self) -> tuple[Result, ...]:
        """The results of its other lists."""
        return self.results[1:]

    @classmethod
    def of(cls, dossier: Dossier, before: Dossier | None = None) -> Case:
        """Return everything of a dossier that may be shown, given all that was shown before."""
        return cls(
            dossier.settings,
            tuple(map(analyse, dossier.lists)),
            dossier.book,
            None if before is None else cls.of(before),
            given(dossier),
        )
