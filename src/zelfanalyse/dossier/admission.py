"""Which responses belong in a dossier: one rule for the merge and for what lies there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zelfanalyse.dossier.model import Settings
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
