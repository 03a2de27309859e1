"""The learning track in short: the question, the advice, what is done with it, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.days import full_day
from zelfanalyse.dossier.learning import Take
from zelfanalyse.dossier.learning_prompts import DATES, WAYS
from zelfanalyse.report.document import Block, Bullets, Heading, Paragraph, Table
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zelfanalyse.dossier.book import Book
    from zelfanalyse.dossier.learning import Advice, LearningQuestion, LearningTrack

TAKES: Final[Mapping[Take, str]] = {
    Take.YES: "Wij nemen dit over",
    Take.ADAPTED: "Wij passen dit aan",
    Take.NO: "Wij doen dit niet",
}
_CHECKS: Final = (
    ("is_current", "De vraag speelt nu.", "De vraag speelt nu niet."),
    ("is_hard", "Een antwoord is niet zomaar te vinden.", "Een antwoord is zomaar te vinden."),
    (
        "is_felt",
        "De vraag houdt de vrager echt bezig.",
        "De vraag houdt de vrager niet echt bezig.",
    ),
)


def learning(book: Book) -> Iterator[Block]:
    """Yield what was asked and advised; nothing where there is no learning track.

    The own analyses and the notes of the adviser are for the participants, and not in a report.
    """
    track = book.learning
    if track is None or not track.begun:
        return
    yield Heading("Leertraject")
    yield Paragraph(
        "Andere organisaties gaven advies bij deze vragen. Een andere situatie is geen reden om "
        "een advies weg te leggen."
    )
    for question in track.begun:
        yield Heading(title(question), 3)
        yield Paragraph(checks(question))
        yield from advices(question, 4)
    yield Heading("Data van het leertraject", 3)
    yield dates(track)


def title(question: LearningQuestion) -> str:
    """Return a learning question as a heading."""
    return one_line(question.question) or f"De leervraag '{question.id}' is nog leeg"


def checks(question: LearningQuestion) -> str:
    """Return the three checks of a learning question as sentences."""
    told = [
        yes if value else no
        for name, yes, no in _CHECKS
        if (value := getattr(question, name)) is not None
    ]
    left = len(_CHECKS) - len(told)
    if left == len(_CHECKS):
        return "De leervraag is nog niet nagekeken."
    return " ".join([*told, *(["De rest is nog niet nagekeken."] * bool(left))])


def advices(question: LearningQuestion, level: int) -> Iterator[Block]:
    """Yield every advice under a heading of this level, with what is done with it."""
    if not question.advices:
        yield Paragraph("Er is nog geen advies opgeschreven.")
        return
    for advice in question.advices:
        yield Heading(f"Advies van {one_line(advice.by)}", level)
        yield from paragraphs(advice.words)
        yield Bullets(tuple(_done_with(advice)))


def _done_with(advice: Advice) -> Iterator[str]:
    if advice.take is None:
        yield "Er is nog niet gekozen wat hiermee gebeurt."
    else:
        reason = one_line(advice.reason)
        yield f"{TAKES[advice.take]}." + f" Waarom: {reason}" * bool(reason)
    if advice.mode is not None:
        yield f"Manier van leren: {WAYS[advice.mode]}."


def dates(track: LearningTrack) -> Table:
    """Return when what happened, or that nobody said when."""
    rows = ((what, getattr(track, name)) for name, what in DATES.items())
    return Table(
        ("Wat", "Wanneer"),
        tuple((what, full_day(on) if on else "nog niet ingevuld") for what, on in rows),
    )
