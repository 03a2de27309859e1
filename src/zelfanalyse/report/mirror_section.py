"""The Calimero mirror: one relation from both sides, counter-examples first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.mirror import MirrorState
from zelfanalyse.analysis.sides import Side
from zelfanalyse.analysis.told import Status
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Align,
    Block,
    Bullets,
    FacingChart,
    FacingRow,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zelfanalyse.analysis.mirror import Mirror
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.analysis.sides import SideScore

TITLE = {
    Side.SMALLER: "kleinere partners",
    Side.LARGER: "grotere partners",
    Side.OBSERVER: "gelijken en buitenstaanders",
}
BLOCK = {
    "bespreekbaar": "Erover praten",
    "invloed": "Invloed van kleinere partners",
    "underdog": "Afwachten en meegaan",
    "verwijt": "Trekken en verwijten",
    "beeld": "Beelden die blijven hangen",
}
STATE = {
    MirrorState.ACKNOWLEDGED: "Beide kanten zien een scheve verhouding (erkende scheefstand).",
    MirrorState.UNSEEN_UNDERDOG: (
        "De kleinere kant voelt zich de mindere. De grotere kant ziet dat minder "
        "(niet-herkend underdoggevoel)."
    ),
    MirrorState.BLAME_REFLEX: (
        "De grotere kant merkt verwijten die niet passen bij wat de kleinere kant over zichzelf "
        "zegt (verwijtreflex)."
    ),
    MirrorState.BALANCED: "Beide kanten zien een gelijke verhouding (in balans).",
    MirrorState.MIXED: "Er is geen duidelijk patroon (gemengd).",
    MirrorState.ONE_SIDED: "Er is te weinig van beide kanten (eenzijdig beeld).",
}
MISSING = {
    Status.SMALL: "er zijn te weinig antwoorden",
    Status.EMPTY: "op sommige punten koos daar niemand een antwoord van de schaal",
    Status.WITHHELD: "een deel is achtergehouden",
}
BOTH_SIDES = (
    "Voor de kleinere kant: waar kunt u zelf het voortouw nemen?",
    "Voor de grotere kant: waar kunt u wachten tot iemand u vraagt?",
    "Voor beide: wat kunt u samen trekken?",
)


def mirror_section(result: Result) -> Iterator[Block]:
    """Yield the mirror, where the list has one. No party gets a label."""
    mirror = result.mirror
    if mirror is None:
        return
    yield from mirror_in_short(result)
    yield from _blocks(mirror, result.settings.method.minimum_group)
    yield from _figures(mirror)
    yield Heading("Per punt", 3)
    yield _points(mirror, result.settings.method.minimum_group)
    yield Heading("Om over te praten", 3)
    yield Bullets(BOTH_SIDES)


def mirror_card(result: Result) -> Iterator[Block]:
    """Yield the mirror on a page of its own, where the list has one."""
    if result.mirror is not None:
        yield PageBreak()
        yield from mirror_section(result)


def mirror_in_short(result: Result) -> Iterator[Block]:
    """Yield what the mirror shows as a whole, and both sides on each subject."""
    mirror = result.mirror
    if mirror is None:
        return
    yield Heading("Spiegel: groot en klein")
    yield Paragraph(
        "Kleinere en grotere partners kregen dezelfde punten in hun eigen woorden. Dit is een hulp "
        "bij het gesprek. Er bestaat geen beproefde maat voor, en geen partij krijgt een oordeel."
    )
    for side in mirror.missing:
        yield Notice(why_missing(mirror, side))
    if mirror.state is not None:
        yield Paragraph(STATE[mirror.state])
    yield Paragraph(
        "De getallen lopen van 0 tot 100: hoger betekent meer spanning. Eerst staat er of u erover "
        "praat, want daar begint het."
    )
    yield facing_chart(mirror, result.settings.method.minimum_group)


def why_missing(mirror: Mirror, side: Side) -> str:
    """Say why the picture of one side is not complete."""
    if side in mirror.absent:
        return f"Van de {TITLE[side]} antwoordde niemand."
    found = mirror.needed(side)
    reasons = dutch.listed([words for status, words in MISSING.items() if status in found])
    return f"Het beeld van de {TITLE[side]} is niet volledig te tonen: {reasons}."


def facing_chart(mirror: Mirror, k: int) -> FacingChart:
    """Return both sides, subject by subject, with what to print."""
    rows = []
    for name in (name for name in BLOCK if name in mirror.blocks):
        smaller, larger = (mirror.printed(name)[side] for side in (Side.SMALLER, Side.LARGER))
        texts = _cell(smaller, k), _cell(larger, k)
        rows.append(FacingRow(BLOCK[name], smaller.value, larger.value, *texts))
    told = "; ".join(
        f"{row.label}: kleiner {row.left_text}, groter {row.right_text}" for row in rows
    )
    alt = f"De spanning volgens kleinere en grotere partners, van 0 tot 100. {told}."
    return FacingChart("Kleinere partners", "Grotere partners", tuple(rows), alt)


def _blocks(mirror: Mirror, k: int) -> Iterator[Block]:
    """Yield the three sides by subject, where more than the two that face each other answered."""
    known = [name for name in BLOCK if name in mirror.blocks]
    if any(mirror.printed(name)[Side.OBSERVER].status is not Status.EMPTY for name in known):
        rows = [(BLOCK[name], *_cells(mirror.printed(name), k)) for name in known]
        yield _facing("Onderwerp", rows)


def _points(mirror: Mirror, k: int) -> Table:
    rows = [(item.statement.observer, *_cells(item.sides, k)) for item in mirror.triples]
    return _facing("Punt", rows)


def _facing(title: str, rows: list[tuple[str, ...]]) -> Table:
    right = Align.RIGHT
    columns = (title, "Kleiner", "Groter", "Overig")
    return Table(columns, tuple(rows), (Align.LEFT, right, right, right))


def _cells(sides: Mapping[Side, SideScore], k: int) -> tuple[str, ...]:
    return tuple(_cell(sides[side], k) for side in Side)


def _cell(score: SideScore, k: int) -> str:
    if score.status is Status.SHOWN and score.value is not None:
        return dutch.whole(100 * score.value)
    if score.status is Status.BOUNDED and score.value is not None:
        return f"{dutch.sign(score.end)} {dutch.whole(100 * score.value)}"
    return {Status.SMALL: f"<{k}", Status.WITHHELD: "achtergehouden"}.get(score.status, "–")


def _figures(mirror: Mirror) -> Iterator[Block]:
    """Yield the five figures of the comparison, those that may be shown."""
    rows = (
        ("Hoogte: gemiddelde van beide kanten", mirror.level),
        ("Kanteling: kleiner min groter", mirror.tilt),
        ("Invloed: kleiner min groter", mirror.agreement),
        ("Hoe groot klein ziet: schatting min eigen antwoord", mirror.accuracy_large),
        ("Hoe klein groot ziet: schatting min eigen antwoord", mirror.accuracy_small),
    )
    shown = tuple((title, dutch.whole(100 * value)) for title, value in rows if value is not None)
    if shown:
        yield Table(("Vergelijking", "Punten"), shown, (Align.LEFT, Align.RIGHT))
