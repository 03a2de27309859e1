"""What can be picked at a question, with the key of each: the same on every face."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.form.wording import MISSING, SIZES
from zelfanalyse.questionnaire.questions import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    OpenQuestion,
    SizeQuestion,
)
from zelfanalyse.response.answers import accepts_missing
from zelfanalyse.response.model import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.model import Answer
    from zelfanalyse.response.session import Session

MISSING_KEYS: Mapping[str, Missing] = {"w": Missing.DONT_KNOW, "n": Missing.NOT_APPLICABLE}
# Letters after the digits, for long choices; w, n, t, v and o have a meaning of their own.
OPTION_KEYS = "1234567890abcdefghij"


class Option(NamedTuple):
    """One thing to pick: its key, what stands before the label, and what it answers."""

    key: str
    shown: str
    label: str
    answer: Answer


def options(session: Session) -> tuple[Option, ...]:
    """Return what can be picked at the current question, except 'weet niet' and 'n.v.t.'.

    A choice has one option per answer, also where several may be chosen. Nothing where the answer
    is typed or placed on a line.
    """
    match session.current:
        case OpenQuestion() | Balance():
            return ()
        case SizeQuestion():
            named = enumerate(SIZES.items(), 1)
            return tuple(Option(str(i), str(i), label, size) for i, (size, label) in named)
        case Choice(options=items):
            keys = zip(OPTION_KEYS, items, strict=False)
            return tuple(Option(key, key, item.text, (item.id,)) for key, item in keys)
        case Mark():
            ends = {MARK_MIN: "het laagste cijfer", MARK_MAX: "het hoogste cijfer (toets 0)"}
            marks = range(MARK_MIN, MARK_MAX + 1)
            return tuple(Option(str(i % 10), f"{i:>2}", ends.get(i, ""), i) for i in marks)
        case _:
            scale = session.questionnaire.points
            wide = len(str(scale.last))
            return tuple(
                Option(str(value % 10), f"{value:>{wide}}", scale.label(value), value)
                for value in scale.values
            )


def missing_options(question: Question) -> tuple[Option, ...]:
    """Return 'weet ik niet' and 'n.v.t.', where the question knows them."""
    if not accepts_missing(question):
        return ()
    return tuple(Option(key, key, MISSING[item], item) for key, item in MISSING_KEYS.items())
