"""What a round ends with: the questions of its start, what was learned, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.closure import Answered
from zelfanalyse.report.document import Block, Bullets, Heading, Table
from zelfanalyse.report.prose import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.progress.case import Case

_ANSWERED: Final = {
    Answered.YES: "beantwoord",
    Answered.PARTLY: "deels beantwoord",
    Answered.NO: "nog open",
}


def learned(case: Case) -> Iterator[Block]:
    """Yield what was written down when the round was closed; nothing while it is open."""
    closure = case.book.closure
    if closure is None:
        return
    if closure.start_questions:
        yield Heading("De vragen van het begin")
        yield Table(
            ("Vraag", "Hoe ver", "Antwoord"),
            tuple(
                (one_line(item.question), _ANSWERED[item.answered], one_line(item.words))
                for item in closure.start_questions
            ),
        )
    for title, lines in (
        ("Wat wij leerden", closure.lessons),
        ("Vragen voor de volgende ronde", closure.open_questions),
    ):
        if lines:
            yield Heading(title)
            yield Bullets(tuple(map(one_line, lines)))
