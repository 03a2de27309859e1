"""Responses that speak for more people, and those that the adviser wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Bullets, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import Participation, Result


def group_answers(result: Result) -> Iterator[Block]:
    """Yield for which groups one response speaks for more people; nothing where none does."""
    told = tuple(sentence for item in result.participation for sentence in _told(item))
    if told:
        yield Paragraph(
            "Sommige antwoorden zijn van een groep of in een gesprek opgeschreven. Elk daarvan "
            "telt als één antwoord:"
        )
        yield Bullets(told)


def _told(item: Participation) -> Iterator[str]:
    name = item.perspective.title
    if item.groups:
        sizes = dutch.listed([str(size) for size in item.groups])
        yield f"{name}: {_answers(len(item.groups))} namens {sizes} mensen."
    if item.recorded:
        yield f"{name}: {_answers(item.recorded)} opgeschreven door de adviseur."


def _answers(count: int) -> str:
    return "1 antwoord" if count == 1 else f"{count} antwoorden"
