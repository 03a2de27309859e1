"""From answers to scores. Exact fractions throughout, so that 3,95 never becomes 3,9."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.response.model import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zelfanalyse.questionnaire.model import Factor, Question, Scale, Statement
    from zelfanalyse.response.model import Response

HALF = Fraction(1, 2)  # a person's factor score needs this share of the applicable statements
STRONG, MIXED = 75, 50  # percent of the scale, after the Wilder inventory's 4,0 and 3,0 on 1-5


class Band(Enum):
    """The three bands of a score."""

    STRONG = "sterk"
    MIXED = "gemengd"
    CONCERN = "zorg"


class Reply(NamedTuple):
    """What one person says on one subject: a value, or the reasons why there is none."""

    value: Fraction | None
    dont_know: int = 0
    not_applicable: int = 0
    answered: int = 0


def recoded(statement: Statement, answer: int, scale: Scale) -> int:
    """Return the answer as it counts: mirrored for a reverse-keyed statement."""
    return scale.mirrored(answer) if statement.reversed else answer


def factor_reply(factor: Factor, response: Response, scale: Scale) -> Reply:
    """Return one person's score on a factor.

    The weighted mean of the valid answers, when at least half of the applicable statements has
    one (EORTC's half rule). 'N.v.t.' makes a statement not applicable; 'weet niet' and open do not.
    """
    total, weight = 0, 0
    answered = dont_know = not_applicable = 0
    for statement in factor.statements:
        match response.statements.get(statement.id):
            case Missing.DONT_KNOW:
                dont_know += 1
            case Missing.NOT_APPLICABLE:
                not_applicable += 1
            case int(answer):
                answered += 1
                weight += statement.weight
                total += statement.weight * recoded(statement, answer, scale)
    applicable = len(factor.statements) - not_applicable
    enough = answered >= max(Fraction(1), applicable * HALF)
    value = Fraction(total, weight) if enough else None
    return Reply(value, dont_know, not_applicable, answered)


def plain_reply(question: Question, response: Response) -> Reply:
    """Return one person's answer to a question that is a number by itself, such as a mark."""
    match response.answer_to(question):
        case Missing.DONT_KNOW:
            return Reply(None, dont_know=1)
        case Missing.NOT_APPLICABLE:
            return Reply(None, not_applicable=1)
        case int(answer):
            return Reply(Fraction(answer), answered=1)
        case _:
            return Reply(None)


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """Return the plain mean, or none of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def valid(replies: Iterable[Reply]) -> list[Fraction]:
    """Return the values among the replies."""
    return [reply.value for reply in replies if reply.value is not None]


def percentage(value: Fraction, low: int, high: int) -> Fraction:
    """Return where a value lies between the ends of its scale, 0 to 100."""
    return 100 * (value - low) / (high - low)


def displayed(value: Fraction, places: int = 1) -> Decimal:
    """Return a value as it is printed: rounded half up, away from zero for a negative one."""
    step = Decimal(1).scaleb(-places)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(step, rounding=ROUND_HALF_UP)


def band(value: Fraction, low: int, high: int) -> Band:
    """Return the band of a score; it follows the printed value, so '4,0' is always 'sterk'."""
    percent = percentage(Fraction(displayed(value)), low, high)
    if percent >= STRONG:
        return Band.STRONG
    return Band.MIXED if percent >= MIXED else Band.CONCERN
