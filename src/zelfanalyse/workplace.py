"""Where someone who types ``invullen`` fills in: a dossier, or a list by itself.

What a dossier needs is imported only for a dossier: a list by itself is there a tenth sooner.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from zelfanalyse.errors import WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation, asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.questionnaire.model import Questionnaire


class Ask(Protocol):
    """Ask someone which of several lists it is, by its place among them."""

    def __call__(self, lists: Sequence[Questionnaire]) -> int:
        """Return the place of the list they chose."""


def desk_for(
    what: str,
    perspective: str,
    clock: Callable[[], datetime],
    *,
    which: str = "",
    ask: Ask | None = None,
) -> Desk:
    """Return where the answers go: a dossier, or the current folder for a list by itself.

    Of a dossier with several lists it is the one called ``which``, or the one that someone
    chooses. Raises ``WrongUseError`` when there is no such dossier, list or perspective, or when
    the list asks nothing of someone who would fill it in.
    """
    is_name = what and not Path(what).is_dir()
    if is_name and which:
        raise WrongUseError("--lijst is voor een dossier.", "Laat --lijst weg.")
    if is_name:
        desk = _by_itself(what, perspective, clock)
    else:
        desk = _in_folder(what, perspective, clock, which, ask)
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


def list_called(dossier: Dossier, name: str) -> Dossier:
    """Return one list of a dossier: its own when no name is given.

    Raises ``WrongUseError`` with the known names when there is no such list.
    """
    lists = {item.questionnaire.id: item for item in dossier.lists}
    if name and name not in lists:
        hint = f"Kies uit: {', '.join(lists)}."
        raise WrongUseError(f"In dit dossier is geen lijst '{name}'.", hint)
    return lists[name or dossier.questionnaire.id]


def _in_folder(
    what: str, perspective: str, clock: Callable[[], datetime], which: str, ask: Ask | None
) -> Desk:
    from zelfanalyse.dossier import folder as dossier_folder  # noqa: PLC0415 - see the top

    folder = Path(what)
    if not what and not dossier_folder.is_dossier(folder):
        return _by_itself("samenwerking", perspective, clock)
    dossier = dossier_folder.load(folder)
    named = [perspective] if perspective else []
    chosen(named, dossier.settings.perspectives)
    asked_of = [
        item
        for item in dossier.lists
        if not named or item.settings.perspective(perspective) is not None
    ]
    if which or ask is None or len(asked_of) < 2:  # noqa: PLR2004 - then there is no choice
        one = list_called(dossier, which) if which or not asked_of else asked_of[0]
    else:
        one = asked_of[ask([item.questionnaire for item in asked_of])]
    wanted = chosen(named, one.settings.perspectives)
    invitations = tuple(one.invitation(item) for item in wanted)
    return Desk(one.questionnaire, folder / dossier_folder.FILLED_IN, invitations, clock)


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
        short=group.is_short,
    )
    return Desk(questionnaire, Path(), (invitation,), clock)
