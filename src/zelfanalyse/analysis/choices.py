"""How many people chose each option, of groups and sides that are large enough for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.analysis.result import ChoiceResult
from zelfanalyse.analysis.tallies import Counted, tallies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.audit import Gate, Weight
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Source
    from zelfanalyse.questionnaire.questions import Choice
    from zelfanalyse.response.model import Response


def choices(dossier: Dossier, gate: Gate) -> Iterator[ChoiceResult]:
    """Yield every choice with how many chose what, as far as that may be told.

    The ``gate`` is the one for figures about spread: from two tallies follows that of who is in
    only one of them.
    """
    for choice in dossier.questionnaire.choices:
        yield ChoiceResult(choice, *tallies(dossier, _counted(choice, gate)))


def _counted(choice: Choice, gate: Gate) -> Counted:
    def chosen_by(response: Response) -> tuple[str, ...]:
        answer = response.choices.get(choice.id)
        return answer if isinstance(answer, tuple) else ()

    def passes(source: Source, row: Sequence[Weight]) -> bool:
        return gate.allows(f"keuze/{choice.id}/{source.value}", row)

    return Counted(choice.id, tuple(option.id for option in choice.options), chosen_by, passes)
