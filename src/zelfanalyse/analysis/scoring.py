"""From answers to scores. Exact fractions throughout, so that 3,95 never becomes 3,9."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.dossier.model import Method
from zelfanalyse.response.model import Missing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from zelfanalyse.questionnaire.model import Factor, Scale
    from zelfanalyse.questionnaire.questions import Question, Statement
    from zelfanalyse.response.model import Response

DEFAULT = Method()
HALF = Fraction(1, 2)


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
    parts: tuple[tuple[str, Fraction], ...] = ()  # the answers in the value, and their weights
    items: tuple[str, ...] = ()  # every question it is about, with the state of its answer

    @property
    def records(self) -> tuple[tuple[str, Fraction], ...]:
        """The answers that make up the value, each with its weight in it."""
        return self.parts or ((str(self.value), Fraction(1)),)

    @property
    def states(self) -> tuple[str, ...]:
        """What a count of 'weet niet' and 'n.v.t.' rests on, whatever the value is."""
        return self.items or (f"{self.dont_know}/{self.not_applicable}/{self.answered}",)


def recoded(statement: Statement, answer: int, scale: Scale) -> int:
    """Return the answer as it counts: mirrored for a reverse-keyed statement."""
    return scale.mirrored(answer) if statement.reversed else answer


def counted(factor: Factor, method: Method) -> tuple[Statement, ...]:
    """Return the statements that count in the factor's score under this method."""
    if not method.without_reversed:
        return factor.statements
    return tuple(statement for statement in factor.statements if not statement.reversed)


def statement_reply(statement: Statement, response: Response, scale: Scale) -> Reply:
    """Return one person's answer to a statement, as it counts."""
    answer = response.statements.get(statement.id)
    items = (item_state(statement.id, answer),)
    match answer:
        case Missing.DONT_KNOW:
            return Reply(None, dont_know=1, items=items)
        case Missing.NOT_APPLICABLE:
            return Reply(None, not_applicable=1, items=items)
        case int():
            value = Fraction(recoded(statement, answer, scale))
            parts = ((f"{statement.id}={value}", Fraction(1)),)
            return Reply(value, answered=1, parts=parts, items=items)
        case _:
            return Reply(None, items=items)


def item_state(name: str, answer: object) -> str:
    """Return whether a question was answered, not known, not applicable or left open."""
    match answer:
        case Missing():
            return f"{name}={answer.value}"
        case None:
            return f"{name}="
        case _:
            return f"{name}=antwoord"


def factor_reply(
    factor: Factor, response: Response, scale: Scale, method: Method = DEFAULT
) -> Reply:
    """Return one person's score on a factor.

    The weighted mean of the valid answers, when at least half (a setting) of the applicable
    statements has one: EORTC's half rule. 'N.v.t.' makes a statement not applicable; 'weet niet'
    and open do not.
    """
    statements = counted(factor, method)
    replies = [(item.weight, statement_reply(item, response, scale)) for item in statements]
    answered = sum(reply.answered for _, reply in replies)
    dont_know = sum(reply.dont_know for _, reply in replies)
    not_applicable = sum(reply.not_applicable for _, reply in replies)
    items = tuple(state for _, reply in replies for state in reply.items)
    applicable = len(statements) - not_applicable
    if not is_enough(answered, applicable, exact(method.answered_share)):
        return Reply(None, dont_know, not_applicable, answered, items=items)
    given = [(weight, reply.value) for weight, reply in replies if reply.value is not None]
    total = sum(weight for weight, _ in given)
    value = sum((weight * value for weight, value in given), Fraction(0)) / total
    parts = tuple(
        (answer, Fraction(weight, total)) for weight, reply in replies for answer, _ in reply.parts
    )
    return Reply(value, dont_know, not_applicable, answered, parts, items)


def is_enough(answered: int, applicable: int, share: Fraction = HALF) -> bool:
    """Whether someone answered enough of what applies: a half, or another share, and one at least.

    EORTC's half rule.
    """
    return answered >= max(Fraction(1), applicable * share)


def exact(setting: float) -> Fraction:
    """Return a setting as the decimal that stands in the file, not as its binary neighbour."""
    return Fraction(str(setting))


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


def mean(values: Collection[Fraction]) -> Fraction:
    """Return the plain mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


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


def band(value: Fraction, low: int, high: int, method: Method = DEFAULT) -> Band:
    """Return the band of a score; it follows the printed value, so '4,0' is always 'sterk'."""
    percent = percentage(Fraction(displayed(value)), low, high)
    if percent >= method.strong:
        return Band.STRONG
    return Band.MIXED if percent >= method.mixed else Band.CONCERN
