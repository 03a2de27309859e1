"""Where a round stands, in words that every face of it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.intake import Waiting
    from zelfanalyse.progress.overview import Group


def responses(number: int) -> str:
    """Return how many answers there are."""
    return "1 antwoord" if number == 1 else f"{number or 'nog geen'} antwoorden"


def answered(group: Group) -> str:
    """Return how many people of a group answered, and of which side they are."""
    side = "binnen" if group.perspective.source is Source.SELF else "buiten"
    found = group.turnout
    if found.invited is None:
        return f"{side}, {responses(found.people)}"
    return f"{side}, {found.people} van de {found.invited}"


def came_in(waiting: Waiting) -> Iterator[str]:
    """Yield what lies in ``ingevuld/`` and is not in the dossier."""
    if number := len(waiting.new):
        yield (
            "1 ingeleverd antwoord om samen te voegen"
            if number == 1
            else f"{number} ingeleverde antwoorden om samen te voegen"
        )
    if number := len(waiting.drafts):
        yield "1 lijst is begonnen" if number == 1 else f"{number} lijsten zijn begonnen"
    for outcome in waiting.refused:
        yield f"{outcome.path.name}: {outcome.reason}"
