"""Where someone who types ``invullen`` fills in: a dossier, or a list by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES
from zelfanalyse.errors import WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation, asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from zelfanalyse.dossier.model import Perspective


def desk_for(what: str, perspective: str, clock: Callable[[], datetime]) -> Desk:
    """Return where the answers go: a dossier, or the current folder for a list by itself.

    Raises ``WrongUseError`` when there is no such dossier, list or perspective, or when the list
    asks nothing of someone who would fill it in.
    """
    here = Path(what) if what else Path()
    if dossier_folder.is_dossier(here) or (what and here.is_dir()):
        desk = _in_dossier(here, perspective, clock)
    else:
        desk = _by_itself(what or "samenwerking", perspective, clock)
    for item in desk.invitations:
        if not asked(desk.questionnaire, item):
            sentence = f"De lijst heeft geen vragen voor {item.perspective_title or 'u'}."
            raise WrongUseError(sentence, "Kies een andere groep.")
    return desk


def chosen(
    names: Iterable[str], known: Iterable[Perspective] = STANDARD_PERSPECTIVES
) -> tuple[Perspective, ...]:
    """Return the perspectives with these ids, or all when none is named.

    Raises ``WrongUseError`` with the known ids when there is no such perspective.
    """
    groups = {item.id: item for item in known}
    wanted = tuple(dict.fromkeys(names)) or tuple(groups)
    for name in wanted:
        if name not in groups:
            hint = f"Kies uit: {', '.join(groups)}."
            raise WrongUseError(f"Er is geen perspectief '{name}'.", hint)
    return tuple(groups[name] for name in wanted)


def _in_dossier(folder: Path, perspective: str, clock: Callable[[], datetime]) -> Desk:
    dossier = dossier_folder.load(folder)
    wanted = chosen([perspective] if perspective else [], dossier.settings.perspectives)
    invitations = tuple(dossier.invitation(item) for item in wanted)
    return Desk(dossier.questionnaire, folder / dossier_folder.FILLED_IN, invitations, clock)


def _by_itself(name: str, perspective: str, clock: Callable[[], datetime]) -> Desk:
    questionnaire = library.open_questionnaire(library.find(name))
    if not perspective:
        return Desk(questionnaire, Path(), (Invitation(),), clock)
    (group,) = chosen([perspective])
    invitation = Invitation(
        perspective=group.id,
        perspective_title=group.title,
        source=group.source.value,
        predicts=group.predicts,
    )
    return Desk(questionnaire, Path(), (invitation,), clock)
