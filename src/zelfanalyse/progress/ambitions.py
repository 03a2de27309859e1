"""Whether the ambitions come before the governance in the conversation.

Governance is the visible part of a partnership, and so the first that people want to change.
Without ambitions that are shared there is little to govern: then those are talked about first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.analysis.scoring import Band, displayed
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result

AMBITIONS, GOVERNANCE = "ambities", "governance"  # ids of clusters, in any list that has both
AMBITIONS_FIRST: Final = (
    "De governance krijgt de laagste score, en ook de ambities zijn een zorg. Bespreek daarom "
    "eerst de ambities, dan de mensen en hun relaties, en pas daarna de governance."
)


def ambitions_first(result: Result) -> bool:
    """Whether one side scores governance lowest of all clusters, and ambitions low as well."""
    return any(_is_so(result, source) for source in Source)


def _is_so(result: Result, source: Source) -> bool:
    scores = {item.cluster.id: item.sources[source] for item in result.clusters}
    ambitions, governance = scores.get(AMBITIONS), scores.get(GOVERNANCE)
    if ambitions is None or governance is None or ambitions.band is not Band.CONCERN:
        return False
    values = {
        name: displayed(score.value)  # what is printed: no more is told than the report does
        for name, score in scores.items()
        if score.status is Status.SHOWN and score.value is not None
    }
    others = [value for name, value in values.items() if name != GOVERNANCE]
    return len(values) == len(scores) and values[GOVERNANCE] < min(others)
