"""The same list in two rounds: what may be laid side by side, and what was left out.

A figure here is always one of the two results. A factor of which a statement changed has no score
over the rest of its statements: beside the score of the whole it could tell the mean of a
statement that is only told as a bound. Its statements that did not change stand by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.gap import notable_from
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.analysis.told import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.analysis.told import Score
    from zelfanalyse.dossier.model import Source
    from zelfanalyse.questionnaire.model import Factor, Questionnaire
    from zelfanalyse.questionnaire.questions import Statement


class Change(Enum):
    """Why a statement cannot be compared."""

    NEW = "nieuw"
    GONE = "vervallen"
    WORDS = "andere woorden"
    WEIGHT = "telt anders mee"


class Step(Enum):
    """Which way a score went, when it is far enough to count."""

    BACK = "een stap terug"
    FORWARD = "een stap vooruit"
    NEAR = "bijna gelijk"


class LeftOut(NamedTuple):
    """A statement that cannot be compared, and why."""

    statement: Statement
    change: Change


class Pair(NamedTuple):
    """The scores of one subject in two rounds, by source; ``label`` is what people read."""

    label: str
    then: Mapping[Source, Score]
    now: Mapping[Source, Score]


@dataclass(frozen=True, slots=True)
class FactorRounds:
    """A factor that both rounds have: its scores, or those of the statements that did not change.

    ``whole`` is there when no statement changed; ``statements`` are there when some did.
    """

    factor: Factor
    whole: Pair | None
    statements: tuple[Pair, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Rounds:
    """One list in two rounds.

    ``settings`` are the keys of the method that make scores otherwise, where they changed, and
    ``groups`` the titles of the perspectives that were not asked the same in both rounds.
    """

    now: Result
    then: Result
    is_same_scale: bool
    factors: tuple[FactorRounds, ...] = ()
    only_now: tuple[Factor, ...] = ()
    only_then: tuple[Factor, ...] = ()
    settings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def pairs(self) -> Iterator[Pair]:
        """Everything that is compared, in the order of the list."""
        for item in self.factors:
            if item.whole is not None:
                yield item.whole
            yield from item.statements


def compare(now: Result, then: Result) -> Rounds:
    """Return what may be compared of one list in two rounds."""
    settings, groups = tuple(_settings(now, then)), tuple(_groups(now, then))
    if not is_same_scale(now.questionnaire, then.questionnaire):
        return Rounds(now, then, is_same_scale=False, settings=settings, groups=groups)
    known = {item.factor.id: item for item in then.factors}
    present = {item.factor.id for item in now.factors}
    return Rounds(
        now,
        then,
        is_same_scale=True,
        factors=tuple(
            _factor(item, known[item.factor.id]) for item in now.factors if item.factor.id in known
        ),
        only_now=tuple(item.factor for item in now.factors if item.factor.id not in known),
        only_then=tuple(item.factor for item in then.factors if item.factor.id not in present),
        settings=settings,
        groups=groups,
    )


def is_same_scale(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether two lists ask the same about their statements, with the same answers."""
    asked = [(item.scale, " ".join(item.question.split())) for item in (one, other)]
    return asked[0] == asked[1]


def changes(now: Factor, then: Factor) -> tuple[LeftOut, ...]:
    """Return the statements of a factor that are not the same in both."""
    before = {item.id: item for item in then.statements}
    present = {item.id for item in now.statements}
    found = [(item, _change(item, before.get(item.id))) for item in now.statements]
    return (
        *(LeftOut(item, change) for item, change in found if change is not None),
        *(LeftOut(item, Change.GONE) for item in then.statements if item.id not in present),
    )


def _change(now: Statement, then: Statement | None) -> Change | None:
    """Return in what a statement differs from what it was, if it does."""
    if then is None:
        return Change.NEW
    if now.text.split() != then.text.split():
        return Change.WORDS
    if (now.reversed, now.weight) != (then.reversed, then.weight):
        return Change.WEIGHT
    return None


def _factor(now: FactorResult, then: FactorResult) -> FactorRounds:
    left_out = changes(now.factor, then.factor)
    if not left_out:
        sources = then.measure.sources, now.measure.sources
        return FactorRounds(now.factor, Pair(now.factor.title, *sources))
    changed = {item.statement.id for item in left_out}
    before = {item.statement.id: item for item in then.statements}
    pairs = tuple(
        Pair(
            item.statement.text,
            before[item.statement.id].measure.sources,
            item.measure.sources,
        )
        for item in now.statements
        if item.statement.id not in changed
    )
    return FactorRounds(now.factor, None, pairs, left_out)


def _settings(now: Result, then: Result) -> Iterator[str]:
    """Yield the keys of the settings that a score rests on, and that changed."""
    methods = now.settings.method, then.settings.method
    for name in ("voice", "answered_share", "without_reversed"):
        one, other = (getattr(item, name) for item in methods)
        if one != other:
            yield type(methods[0]).model_fields[name].alias or name


def _groups(now: Result, then: Result) -> Iterator[str]:
    """Yield the titles of the groups that answered in one round only, or to another form."""
    asked = [_asked(item) for item in (now, then)]
    titles = {
        item.perspective.id: item.perspective.title
        for result in (then, now)
        for item in result.participation
    }
    for name, title in titles.items():
        if asked[0].get(name) != asked[1].get(name):
            yield title


def _asked(result: Result) -> dict[str, tuple[Source, bool]]:
    """Return of every group that answered on which side it stands, and which form it had."""
    return {
        item.perspective.id: (item.perspective.source, item.perspective.is_short)
        for item in result.participation
        if item.people
    }


def step(rounds: Rounds, then: Score, now: Score) -> Step | None:
    """Return which way a score went, or none where that is not to be said.

    It follows what is printed, and counts from the same number of points as a difference between
    self and external. A list without bands has no such number.
    """
    if not rounds.now.questionnaire.has_bands or not _are_shown((then, now)):
        return None
    moved = _printed(now) - _printed(then)
    from_ = notable_from(rounds.now.questionnaire.points, rounds.now.settings.method)
    if abs(moved) < Fraction(displayed(from_)):
        return Step.NEAR
    return Step.FORWARD if moved > 0 else Step.BACK


def _are_shown(scores: Iterable[Score]) -> bool:
    return all(score.status is Status.SHOWN for score in scores)


def _printed(score: Score) -> Fraction:
    return Fraction(displayed(score.value or Fraction(0)))
