"""Where someone who types ``invullen`` fills in: a dossier, or a list by itself.

What a dossier needs is imported only for a dossier: a list by itself is there a tenth sooner.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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
    is_name = what and not Path(what).is_dir()
    find = _by_itself if is_name else _in_folder
    desk = find(what, perspective, clock)
    for item in desk.invitations:
        if not asked(desk.questionnaire, item):
            sentence = f"De lijst heeft geen vragen voor {item.perspective_title or 'u'}."
            raise WrongUseError(sentence, "Kies een andere groep.")
    return desk


def chosen(
    names: Iterable[str], known: Iterable[Perspective] | None = None
) -> tuple[Perspective, ...]:
    """Return the perspectives with these ids, or all when none is named.

    Known are those of a dossier, or else the usual ones. Raises ``WrongUseError`` with the known
    ids when there is no such perspective.
    """
    if known is None:
        from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES  # noqa: PLC0415 - see the top

        known = STANDARD_PERSPECTIVES
    groups = {item.id: item for item in known}
    wanted = tuple(dict.fromkeys(names)) or tuple(groups)
    for name in wanted:
        if name not in groups:
            hint = f"Kies uit: {', '.join(groups)}."
            raise WrongUseError(f"Er is geen perspectief '{name}'.", hint)
    return tuple(groups[name] for name in wanted)


def _in_folder(what: str, perspective: str, clock: Callable[[], datetime]) -> Desk:
    from zelfanalyse.dossier import folder as dossier_folder  # noqa: PLC0415 - see the top

    folder = Path(what)
    if not what and not dossier_folder.is_dossier(folder):
        return _by_itself("samenwerking", perspective, clock)
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
