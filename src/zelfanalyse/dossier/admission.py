"""Which responses belong in a dossier: one rule for the merge and for what lies there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.days import full_day
from zelfanalyse.dossier.steps import SIDE_NAMES

if TYPE_CHECKING:
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.dossier.steps import Steps
    from zelfanalyse.response.model import Response


def refusal(settings: Settings, response: Response) -> str | None:
    """Return in Dutch why the dossier cannot have this response, or none when it can."""
    if response.dossier is None:
        return "deze lijst is los ingevuld, niet voor een dossier."
    if response.dossier != settings.id:
        return f"hoort bij het dossier '{response.dossier}'."
    if response.round != settings.round:
        other = f"ronde '{response.round}'" if response.round else "een andere ronde"
        return f"hoort bij {other}, dit is ronde '{settings.round}'."
    if response.handed_in is None:
        return "dit is een concept. Het is nog niet ingeleverd."
    if response.perspective is None:
        return "er staat niet bij namens welk perspectief dit is."
    if settings.perspective(response.perspective) is None:
        return f"het perspectief '{response.perspective}' staat niet in dit dossier."
    if response.made_up and not settings.made_up:
        return "deze antwoorden zijn verzonnen, het dossier is echt."
    if settings.made_up and not response.made_up:
        return "deze antwoorden zijn echt, het dossier is verzonnen."
    return None


def too_late(settings: Settings, steps: Steps, response: Response) -> str | None:
    """Return in Dutch why nothing comes in any more on the side of this response, or none.

    This holds for what is offered, never for what was merged before.
    """
    perspective = settings.perspective(response.perspective)
    since = steps.closed_on(perspective.source) if perspective else None
    if perspective is None or since is None:
        return None
    name = SIDE_NAMES[perspective.source]
    return f"{name} is gesloten sinds {full_day(since)}. Open die kant eerst weer."
