"""Which place of the answer belongs to which kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.questionnaire.questions import Balance, Choice, OpenQuestion
from zelfanalyse.tui.widgets.balance import BalanceBox
from zelfanalyse.tui.widgets.options import PickOne, PickSome

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.tui.widgets.answer import AnswerBox


def box_for(question: Question) -> type[AnswerBox]:
    """Return the kind of box a question is answered in; the text area is imported with its own."""
    match question:
        case OpenQuestion(kind=kind):
            from zelfanalyse.tui.widgets.words import CountBox, WordsBox  # noqa: PLC0415 - slow

            return CountBox if kind == "getal" else WordsBox
        case Balance():
            return BalanceBox
        case Choice(at_most=at_most) if at_most > 1:
            return PickSome
        case _:
            return PickOne
