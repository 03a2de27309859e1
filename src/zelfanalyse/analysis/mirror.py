"""One relation seen from both sides: what the smaller and the larger partners say of it.

Every figure is a risk: 0 is none, 1 is the highest there can be. There is no published scale for
this (the 'Calimero' effect); the comparison follows coorientation (Chaffee & McLeod),
meta-accuracy (Kenny), and perceived against actual asymmetry (Ross, Anderson & Weitz).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.scoring import mean
from zelfanalyse.analysis.sides import Crowd, Side
from zelfanalyse.analysis.told import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zelfanalyse.analysis.audit import Gate
    from zelfanalyse.analysis.sides import SideScore
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.questions import MirrorStatement

HIGH = Fraction(5, 8)
LOW = Fraction(3, 8)
NOTABLE = Fraction(1, 8)  # δ: half a point on a scale of 1 to 5
UNDERDOG, BLAME, INFLUENCE = "underdog", "verwijt", "invloed"  # the blocks of the figures
# The state cannot be told without these; the smaller side's view of the blame is not among them.
NEEDED = {Side.SMALLER: (UNDERDOG, INFLUENCE), Side.LARGER: (UNDERDOG, BLAME, INFLUENCE)}

# The blocks that each derived figure is made of, and whose view of them: the level is the mean of
# its two, every other figure of two is the first minus the second.
PARTS = {
    "u": ((UNDERDOG, Side.SMALLER),),
    "d": ((BLAME, Side.LARGER),),
    "level": ((UNDERDOG, Side.SMALLER), (BLAME, Side.LARGER)),
    "tilt": ((UNDERDOG, Side.SMALLER), (BLAME, Side.LARGER)),
    "agreement": ((INFLUENCE, Side.SMALLER), (INFLUENCE, Side.LARGER)),
    "accuracy_large": ((UNDERDOG, Side.LARGER), (UNDERDOG, Side.SMALLER)),
    "accuracy_small": ((BLAME, Side.SMALLER), (BLAME, Side.LARGER)),
}


class MirrorState(Enum):
    """The relation in one word, never a party."""

    ACKNOWLEDGED = "erkende scheefstand"
    UNSEEN_UNDERDOG = "niet-herkend underdoggevoel"
    BLAME_REFLEX = "verwijtreflex"
    BALANCED = "in balans"
    MIXED = "gemengd"
    ONE_SIDED = "eenzijdig beeld"


class Triple(NamedTuple):
    """One point in three wordings, with the risk according to each side."""

    statement: MirrorStatement
    sides: Mapping[Side, SideScore]


@dataclass(frozen=True, slots=True)
class Mirror:
    """Both sides of the relation: by block (those of the list, in its order) and by point.

    A derived figure is there only when all its parts are printed as figures: one that is printed
    as a bound could be worked out from it. The state rests on the exact values.
    """

    blocks: Mapping[str, Mapping[Side, SideScore]]
    triples: tuple[Triple, ...]
    absent: tuple[Side, ...] = ()  # the sides with nobody

    def printed(self, block: str) -> Mapping[Side, SideScore]:
        """Return what to print of a block; one of one point is as careful as that point."""
        points = [item for item in self.triples if item.statement.block == block]
        return points[0].sides if len(points) == 1 else self.blocks[block]

    @property
    def scores(self) -> list[SideScore]:
        """Every score as it is printed, of blocks and of points."""
        columns = [*map(self.printed, self.blocks), *(item.sides for item in self.triples)]
        return [score for sides in columns for score in sides.values()]

    def status(self, figure: str) -> Status:
        """Return whether a derived figure is there, or the reason of the first missing part."""
        parts = PARTS[figure]
        if any(block not in self.blocks for block, _ in parts):
            return Status.UNDEFINED
        reasons = (self.printed(block)[side].status for block, side in parts)
        return next((item for item in reasons if item is not Status.SHOWN), Status.SHOWN)

    def _exact(self, figure: str) -> Fraction | None:
        """Return a derived figure whatever may be printed of its parts."""
        values = [
            self.blocks[block][side].value if block in self.blocks else None
            for block, side in PARTS[figure]
        ]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        if figure == "level":
            return mean(known)
        return known[0] - known[1] if len(known) > 1 else known[0]

    def _told(self, figure: str) -> Fraction | None:
        return self._exact(figure) if self.status(figure) is Status.SHOWN else None

    @property
    def u(self) -> Fraction | None:
        """U: how much the smaller side itself hangs back."""
        return self._told("u")

    @property
    def d(self) -> Fraction | None:
        """D: how much the larger side itself is blamed for, or does."""
        return self._told("d")

    @property
    def level(self) -> Fraction | None:
        """(U + D) / 2."""
        return self._told("level")

    @property
    def tilt(self) -> Fraction | None:
        """U − D: positive when it weighs on the smaller side."""
        return self._told("tilt")

    @property
    def agreement(self) -> Fraction | None:
        """Influence, mS − mL: positive when the smaller side sees less of its own influence."""
        return self._told("agreement")

    @property
    def accuracy_large(self) -> Fraction | None:
        """What the larger side thinks of U, minus U: negative when it sees too little of it."""
        return self._told("accuracy_large")

    @property
    def accuracy_small(self) -> Fraction | None:
        """What the smaller side thinks of D, minus D: negative when it sees too little of it."""
        return self._told("accuracy_small")

    def needed(self, side: Side) -> set[Status]:
        """Return what became of the blocks that the state cannot do without, for one side."""
        return {self.blocks[block][side].status for block in NEEDED[side] if block in self.blocks}

    @property
    def missing(self) -> tuple[Side, ...]:
        """The sides that the state cannot do without and that have nobody, or are not shown."""
        return tuple(side for side in NEEDED if self.needed(side) - {Status.SHOWN})

    @property
    def state(self) -> MirrorState | None:
        """The state of the relation; none when the list leaves out a block that it rests on."""
        if not {UNDERDOG, BLAME, INFLUENCE} <= self.blocks.keys():
            return None
        parts = (self._exact(name) for name in ("u", "d", "agreement", "accuracy_large"))
        return state(*parts, one_sided=bool(self.missing))


def state(
    u: Fraction | None,
    d: Fraction | None,
    agreement: Fraction | None,
    accuracy_large: Fraction | None,
    *,
    one_sided: bool,
) -> MirrorState:
    """Return the first state that fits; a missing figure makes the picture one-sided."""
    if one_sided or u is None or d is None or agreement is None or accuracy_large is None:
        return MirrorState.ONE_SIDED
    if u >= HIGH and d >= HIGH:
        return MirrorState.ACKNOWLEDGED
    if u >= HIGH and (agreement >= NOTABLE or accuracy_large <= -NOTABLE):
        return MirrorState.UNSEEN_UNDERDOG
    if u < HIGH <= d:
        return MirrorState.BLAME_REFLEX
    if u < LOW and d < LOW and abs(agreement) < NOTABLE:
        return MirrorState.BALANCED
    return MirrorState.MIXED


def influence_distance(shares: Sequence[Fraction], reference: Sequence[Fraction]) -> Fraction:
    """Return how far perceived influence is from a reference, 0 to 1 (Loosemore & Hanby 1971).

    Half the sum of the absolute differences, per partner in the same order. The reference is each
    partner's share of the population, or 1/m each. Raises ``ValueError`` for unequal lengths.
    """
    pairs = zip(shares, reference, strict=True)
    return sum((abs(share - other) for share, other in pairs), Fraction(0)) / 2


def mirror(dossier: Dossier, gate: Gate) -> Mirror | None:
    """Return what may be shown of both sides; none when the list has no mirror statements."""
    asked = dossier.questionnaire.mirror_statements
    if not asked:
        return None
    crowds = {side: Crowd(dossier, side, gate) for side in Side}
    names: list[str] = list(dict.fromkeys(item.block for item in asked))
    blocks = {
        name: {
            side: crowd.score(name, [item for item in asked if item.block == name])
            for side, crowd in crowds.items()
        }
        for name in names
    }
    triples = tuple(
        Triple(item, {side: crowd.point(item) for side, crowd in crowds.items()}) for item in asked
    )
    return Mirror(blocks, triples, tuple(side for side, crowd in crowds.items() if crowd.is_empty))
