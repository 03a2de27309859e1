"""What one side of a relation says in the mirror, as far as it may be shown.

Every figure is a risk: 0 is none, 1 is the highest there can be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.bounds import end_near
from zelfanalyse.analysis.scoring import HALF, exact, is_enough, item_state, mean
from zelfanalyse.analysis.told import TOLD, End, Status
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response.model import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Scale
    from zelfanalyse.questionnaire.questions import MirrorStatement
    from zelfanalyse.response.model import Response


class Side(Enum):
    """Where someone stands; an equal partner looks on like an outsider."""

    SMALLER = "kleiner"
    LARGER = "groter"
    OBSERVER = "buitenstaander"


ONE = Fraction(1)
SIDE_OF: Mapping[Size | None, Side] = {
    Size.SMALLER: Side.SMALLER,
    Size.LARGER: Side.LARGER,
    Size.EQUAL: Side.OBSERVER,
    Size.OBSERVER: Side.OBSERVER,
}


@dataclass(frozen=True, slots=True)
class SideScore:
    """The mean risk on one side, with the number of people; only the status when not shown.

    A ``BOUNDED`` one lies between its value and the ``end`` of the scale. The two counts are of
    all answers behind it, and absent where the gate refused them.
    """

    value: Fraction | None
    n: int | None
    status: Status
    dont_know: int | None = None
    not_applicable: int | None = None
    end: End | None = None

    @property
    def is_told(self) -> bool:
        """Whether the report prints a figure for this score."""
        return self.status in TOLD


def risk(statement: MirrorStatement, answer: int, scale: Scale) -> Fraction:
    """Return the risk in an answer, 0 to 1: agreeing with a reversed statement is the risk."""
    worse = answer if statement.reversed else scale.mirrored(answer)
    return Fraction(worse - scale.first, scale.last - scale.first)


def person_block(
    statements: Sequence[MirrorStatement],
    response: Response,
    scale: Scale,
    share: Fraction = HALF,
) -> Fraction | None:
    """Return one person's mean risk on a block, when enough of what applies has a value.

    'N.v.t.' makes a statement not applicable; 'weet niet' and open do not.
    """
    answers = [(item, response.mirror_statements.get(item.id)) for item in statements]
    valid = [risk(item, answer, scale) for item, answer in answers if isinstance(answer, int)]
    applicable = sum(answer is not Missing.NOT_APPLICABLE for _, answer in answers)
    return mean(valid) if is_enough(len(valid), applicable, share) else None


class Crowd:
    """The people on one side, and what may be shown of them."""

    def __init__(self, dossier: Dossier, side: Side, gate: Gate) -> None:
        known = {item.id for item in dossier.settings.perspectives if item.on_record}
        self._side = side
        self._gate = gate
        self._people = [item for item in dossier.responses if SIDE_OF.get(item.size) is side]
        self._protected = [item for item in self._people if item.perspective not in known]
        self._scale = dossier.questionnaire.points
        self._share = exact(dossier.settings.method.answered_share)
        self._k = dossier.settings.method.minimum_group

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on this side."""
        return not self._people

    def score(self, block: str, statements: Sequence[MirrorStatement]) -> SideScore:
        """Return the mean risk on these statements of a block, or why it is not shown.

        It is shown when enough people answered who are not on the record, or when everyone here
        is on the record. Too few people are too few whether or not they answered: the difference
        would tell who did. The gate judges a block and its statements together: one person who
        left one statement open could be found by subtraction.
        """
        values = self._values(statements, self._people)
        protected = len(self._protected)
        if not values and (protected == 0 or protected >= self._k):
            return SideScore(None, None, Status.EMPTY)
        if protected > 0 and len(self._values(statements, self._protected)) < self._k:
            return SideScore(None, None, Status.SMALL)
        subject = f"spiegel/{block}/{self._side.value}"
        if not self._gate.allows(subject, self._weights(statements)):
            return SideScore(None, None, Status.WITHHELD)
        dont_know, not_applicable = self._counts(subject, statements)
        value = mean(values.values())
        return SideScore(value, len(values), Status.SHOWN, dont_know, not_applicable)

    def point(self, statement: MirrorStatement) -> SideScore:
        """Return the score of one statement; with few people not nearer an end than half a step."""
        score = self.score(statement.block, [statement])
        if score.value is None:
            return score
        step = Fraction(1, self._scale.last - self._scale.first)
        protected = len(self._values([statement], self._protected))
        end = end_near(score.value, protected, 0, 1, step)
        if end is None:
            return score
        bound = 1 - step * HALF if end is End.HIGH else step * HALF
        return replace(score, value=bound, status=Status.BOUNDED, end=end)

    def _counts(
        self, subject: str, statements: Sequence[MirrorStatement]
    ) -> tuple[int | None, int | None]:
        """Return how often these people answered 'weet niet' and 'n.v.t.', if that may be told."""
        row = [
            (person.respondent, item_state(item.id, person.mirror_statements.get(item.id)), ONE)
            for person in self._protected
            for item in statements
        ]
        if not self._gate.allows(f"aantallen/{subject}", row):
            return None, None
        given = [
            person.mirror_statements.get(item.id) for person in self._people for item in statements
        ]
        return given.count(Missing.DONT_KNOW), given.count(Missing.NOT_APPLICABLE)

    def _values(
        self, statements: Sequence[MirrorStatement], people: Sequence[Response]
    ) -> dict[str, Fraction]:
        """Return the risk according to each of these people who has one, by respondent."""
        found = {
            person.respondent: person_block(statements, person, self._scale, self._share)
            for person in people
        }
        return {name: value for name, value in found.items() if value is not None}

    def _weights(self, statements: Sequence[MirrorStatement]) -> list[tuple[str, str, Fraction]]:
        """Return how much each answer of the protected people weighs in the mean."""
        counted = self._values(statements, self._protected)
        weights = []
        for person in self._protected:
            answers = [
                f"{item.id}={answer}"
                for item in statements
                if isinstance(answer := person.mirror_statements.get(item.id), int)
            ]
            if person.respondent in counted:
                share = Fraction(1, len(answers) * len(counted))
                weights += [(person.respondent, answer, share) for answer in answers]
        return weights
