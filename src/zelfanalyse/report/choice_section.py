"""What people chose: per question how many chose each option, from inside and from outside."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Align, Block, Bullets, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.result import ChoiceResult, Result
    from zelfanalyse.analysis.told import Tally
    from zelfanalyse.questionnaire.questions import Choice

NOW, WANTED = "_nu", "_gewenst"  # how the ids of two choices end that belong together


class _Column(NamedTuple):
    """What one side chose on one question."""

    source: Source
    moment: str  # 'nu' or 'gewenst', where the question is asked twice
    tally: Tally

    @property
    def title(self) -> str:
        return f"{dutch.SIDE[self.source].capitalize()} {self.moment}".rstrip()


def choices(result: Result) -> Iterator[Block]:
    """Yield every choice with a row per option, in the order of the list."""
    if not result.choices:
        return
    need = result.settings.method.spread_people
    yield Heading("Keuzes")
    yield Paragraph(
        "Een keuze krijgt geen score. Geen antwoord is beter dan een ander. De volgorde is die van "
        "de lijst. '6 van 14' betekent: 6 van de 14 mensen die iets kozen. Aantallen staan er "
        f"vanaf {need} mensen. Die van grote groepen staan in de tabel met cijfers."
    )
    for together in _together(result.choices):
        yield Heading(together[0].choice.text, 3)
        for other in together[1:]:
            yield Paragraph(f"En daarna: {other.choice.text}")
        for which, item in zip(("", "tweede "), together, strict=False):
            yield from _explanation(item.choice, which)
        yield from _counts(together, need)


def _together(items: Sequence[ChoiceResult]) -> Iterator[tuple[ChoiceResult, ...]]:
    """Yield the choices, and what is now with what is wanted where both are about the same."""
    names = {item.choice.id: item for item in items}
    seen = set()
    for item in items:
        stem = item.choice.id.removesuffix(NOW).removesuffix(WANTED)
        now, wanted = names.get(stem + NOW), names.get(stem + WANTED)
        if now is not None and wanted is not None and now.choice.options == wanted.choice.options:
            if stem not in seen:
                yield now, wanted
            seen.add(stem)
        else:
            yield (item,)


def _explanation(choice: Choice, which: str) -> Iterator[Block]:
    """Yield what people could read with the question: it says what the options mean."""
    lines = [line.strip() for line in choice.help_text.splitlines() if line.strip()]
    if len(lines) == 1:
        yield Paragraph(f"Bij de {which}vraag stond: {lines[0]}")
    elif lines:
        yield Paragraph(f"Bij de {which}vraag stond:")
        yield Bullets(tuple(lines))


def _counts(together: Sequence[ChoiceResult], need: int) -> Iterator[Block]:
    """Yield a table of the columns that may be told, and in a line why the others may not."""
    moments = ("",) if len(together) == 1 else ("nu", "gewenst")
    columns = [
        _Column(source, moment, item.sources[source])
        for source, (moment, item) in product(Source, zip(moments, together, strict=True))
    ]
    told = [column for column in columns if column.tally.counts is not None]
    if told:
        options = together[0].choice.options
        yield Table(
            ("Keuze", *(column.title for column in told)),
            tuple(
                (option.text, *(_cell(column.tally, place) for column in told))
                for place, option in enumerate(options)
            ),
            (Align.LEFT, *(Align.RIGHT for _ in told)),
        )
        most = together[0].choice.at_most
        if most > 1:
            many = "alles" if most >= len(options) else f"er hoogstens {most}"
            yield Paragraph(f"Iedereen mocht {many} kiezen.")
    hidden = [column for column in columns if column.tally.counts is None]
    for reason in dict.fromkeys(_reason(column.tally, need) for column in hidden):
        whose = [column.title.lower() for column in hidden if _reason(column.tally, need) == reason]
        yield Paragraph(f"Geen aantallen van {dutch.listed(whose)}: {reason}.")


def _cell(tally: Tally, place: int) -> str:
    """Return how many chose an option, on one line: ``6 van 14``."""
    counts = tally.counts or ()
    return dutch.NO_BREAK.join((str(counts[place]), "van", str(tally.n)))


def _reason(tally: Tally, need: int) -> str:
    """Return why a side has no counts."""
    match tally.status:
        case Status.EMPTY:
            return "niemand maakte deze keuze"
        case Status.NOT_ASKED:
            return "deze vraag is daar niet gesteld"
        case Status.SMALL:
            return f"minder dan {need} mensen zonder naam kozen iets"
        case _:
            return "met een eerder rapport ernaast was uit te rekenen wat een paar mensen kozen"
