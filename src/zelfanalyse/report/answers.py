"""The separate answers of a dossier as rows that do not say which ones one person gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.analysis.asked import questions_of
from zelfanalyse.questionnaire.questions import (
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Question,
    SizeQuestion,
    Statement,
)
from zelfanalyse.response.model import Answer, AnswerState, BalanceAnswer, Missing
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.response.model import Response

COMMENT = "toelichting"
KIND: dict[type, str] = {
    Statement: "stelling",
    Prediction: "voorspelling",
    Balance: "balans",
    Choice: "keuze",
    Mark: "cijfer",
    SizeQuestion: "omvang",
    MirrorStatement: "spiegelstelling",
    OpenQuestion: "open",
}
NO_ANSWER = {
    Missing.DONT_KNOW: AnswerState.DONT_KNOW,
    Missing.NOT_APPLICABLE: AnswerState.NOT_APPLICABLE,
}


class AnswerRow(NamedTuple):
    """What one person answered to one question; nothing links the rows of one person."""

    perspectief: str
    bron: str
    vraag: str
    soort: str
    waarde: int | str | None
    staat: str


def answers(dossier: Dossier, *, with_words: bool = False) -> list[AnswerRow]:
    """Return a row per person and question, and with words also what people wrote.

    Without codes and times. Within a question the rows stand by perspective and then by value, so
    that their order does not tell who is who.
    """
    perspectives = list(dossier.settings.perspectives)
    asked = [item.id for item in dossier.questionnaire.every_question]
    groups = {item.id: place for place, item in enumerate(perspectives)}
    places = {name: place for place, name in enumerate(asked)}
    kinds = [*KIND.values(), COMMENT]

    def order(row: AnswerRow) -> tuple[int, int, str, int, str, bool, int, str]:
        number = row.waarde if isinstance(row.waarde, int) else 0
        return (
            kinds.index(row.soort) if row.soort in {"voorspelling", COMMENT} else 0,
            places[row.vraag.partition("/")[0]],
            row.vraag,
            groups[row.perspectief],
            row.staat,
            isinstance(row.waarde, str),
            number,
            str(row.waarde),
        )

    found = (
        row
        for response in dossier.responses
        if (group := dossier.settings.perspective(response.perspective)) is not None
        for row in _rows(dossier, response, group, with_words=with_words)
    )
    return sorted(found, key=order)


def _rows(
    dossier: Dossier, response: Response, group: Perspective, *, with_words: bool
) -> Iterator[AnswerRow]:
    for question in questions_of(dossier, group):
        if with_words or not isinstance(question, OpenQuestion):
            for name, answer in _parts(question, response.answer_to(question)):
                yield _row(group, name, question, answer)
        comment = response.comments.get(question.id)
        if with_words and comment:
            name = question.about.id if isinstance(question, Prediction) else question.id
            words, state = visible(comment), AnswerState.ANSWERED
            yield AnswerRow(group.id, group.source.value, name, COMMENT, words, state)


def _parts(question: Question, answer: Answer | None) -> Iterator[tuple[str, Answer | None]]:
    """Yield what is answered by its name: a balance has two places, all others are one."""
    match question:
        case Balance():
            both = answer if isinstance(answer, BalanceAnswer) else None
            yield f"{question.id}/nu", both.now if both else answer
            yield f"{question.id}/gewenst", both.wanted if both else answer
        case Prediction():
            yield question.about.id, answer
        case _:
            yield question.id, answer


def _row(group: Perspective, name: str, question: Question, answer: Answer | None) -> AnswerRow:
    # Only where it can be one: the word 'nvt' in someone's own text is a text.
    missing = answer if isinstance(answer, Missing) else None
    state = NO_ANSWER[missing] if missing else AnswerState.ANSWERED
    value: int | str | None = None
    match answer:
        case None:
            state = AnswerState.OPEN
        case Missing():
            value = None
        case tuple():
            value = ", ".join(sorted(answer))
        case int():
            value = answer
        case _:
            value = visible(str(answer))
    return AnswerRow(group.id, group.source.value, name, KIND[type(question)], value, state)
