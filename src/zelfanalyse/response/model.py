"""One person's response as a frozen record; the draft and the handed-in file are the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import (
    AwareDatetime,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from zelfanalyse.questionnaire.questions import (
    PREDICTS,
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Question,
    Size,
    SizeQuestion,
    Statement,
)
from zelfanalyse.record import CODE_PATTERN, FORMAT, Id, Record, Version

MAX_TEXT = 20_000  # characters in one comment or open answer

Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Place = Annotated[str, StringConstraints(max_length=80)]
Words = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
SMALLEST_GROUP, LARGEST_GROUP = 2, 99  # people in one response
GroupSize = Annotated[int, Field(ge=SMALLEST_GROUP, le=LARGEST_GROUP)]


class Missing(StrEnum):
    """Two of the four states of an answer; the others are a value, and nothing at all."""

    DONT_KNOW = "weet niet"
    NOT_APPLICABLE = "nvt"


class AnswerState(StrEnum):
    """The four states of an answer. They stay apart in every file, table and export."""

    ANSWERED = "beantwoord"
    DONT_KNOW = "weet niet"
    NOT_APPLICABLE = "n.v.t."
    OPEN = "open"


class BalanceAnswer(Record):
    """Two places on the line between the poles, counted from 1 at the left."""

    now: int | None = Field(default=None, alias="nu")
    wanted: int | None = Field(default=None, alias="gewenst")

    @property
    def is_half(self) -> bool:
        """Whether one of the two is still missing: then the question is not done."""
        return self.now is None or self.wanted is None


Answer: TypeAlias = int | str | tuple[str, ...] | BalanceAnswer | Size | Missing


def _missing_or(wanted: str) -> WrapValidator:
    """Turn the two words for a missing answer into ``Missing``; refuse what is no answer at all."""

    def validate(value: Any, answer: ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, str) and value in set(Missing):
            return Missing(value)
        try:
            return answer(value)
        except ValidationError:
            raise ValueError(f'hier hoort {wanted}, "weet niet" of "nvt"') from None

    return WrapValidator(validate)


NumberAnswer = Annotated[int | Missing, _missing_or("een heel getal")]
ChoiceAnswer = Annotated[tuple[str, ...] | Missing, _missing_or("een lijst van opties")]
LineAnswer = Annotated[BalanceAnswer | Missing, _missing_or("{ nu = …, gewenst = … }")]


def _own_words(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("hier hoort tekst of een heel getal")  # noqa: TRY004 - pydantic's way
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise ValueError(f"hier passen hoogstens {MAX_TEXT} tekens")
    return value


OpenAnswer = Annotated[int | str, BeforeValidator(_own_words)]


class QuestionnaireRef(Record):
    """Which list was answered: two responses with the same fingerprint answered the same."""

    model_config = ConfigDict(
        title="Verwijzing naar een lijst",
        json_schema_extra={"description": "Welke lijst het is, en wat die vraagt."},
    )

    id: Id = Field(description="Het id van de lijst.")
    version: Version = Field(alias="versie", description="De versie van de lijst.")
    fingerprint: str = Field(alias="vingerafdruk", description="Het kenmerk van de vragen.")


class Response(Record):
    """Everything one respondent said, and where they are in the list."""

    format: Literal[1] = Field(default=FORMAT, alias="formaat")
    dossier: Id | None = None
    round: str | None = Field(default=None, alias="ronde")
    questionnaire: QuestionnaireRef = Field(alias="vragenlijst")
    perspective: Id | None = Field(default=None, alias="perspectief")
    respondent: Code
    made_up: bool = Field(default=False, alias="verzonnen")
    started: AwareDatetime = Field(alias="begonnen")
    handed_in: AwareDatetime | None = Field(default=None, alias="ingeleverd")
    place: Place | None = Field(default=None, alias="gebleven_bij")
    size: Annotated[Size | None, Field(strict=False)] = Field(default=None, alias="omvang")
    people: GroupSize | None = Field(default=None, alias="aantal_mensen")
    recorded: bool = Field(default=False, alias="opgetekend")
    statements: Mapping[str, NumberAnswer] = Field(default={}, alias="stelling")
    mirror_statements: Mapping[str, NumberAnswer] = Field(default={}, alias="spiegelstelling")
    balances: Mapping[str, LineAnswer] = Field(default={}, alias="balans")
    choices: Mapping[str, ChoiceAnswer] = Field(default={}, alias="keuze")
    marks: Mapping[str, NumberAnswer] = Field(default={}, alias="cijfer")
    predictions: Mapping[str, int] = Field(default={}, alias="voorspelling")
    open: Mapping[str, OpenAnswer] = Field(default={}, alias="open")
    comments: Mapping[str, Words] = Field(default={}, alias="toelichting")

    def answer_to(self, question: Question) -> Answer | None:
        """Return the answer given to a question; none while it is open."""
        if isinstance(question, SizeQuestion):
            return self.size
        if isinstance(question, Prediction):
            return self.predictions.get(question.about.id)
        answers: Mapping[str, Answer] = getattr(self, TABLE_OF[type(question)])
        return answers.get(question.id)

    def with_answer(self, question: Question, answer: Answer | None) -> Self:
        """Return the response with this answer; none takes the answer away."""
        if isinstance(question, SizeQuestion):
            return self.model_copy(update={"size": answer})
        if isinstance(question, Prediction):
            predictions = _put(self.predictions, question.about.id, answer)
            return self.model_copy(update={"predictions": predictions})
        table = TABLE_OF[type(question)]
        return self.model_copy(update={table: _put(getattr(self, table), question.id, answer)})

    def with_comment(self, question: Question, comment: str) -> Self:
        """Return the response with this comment on a question; an empty one takes it away."""
        comments = _put(self.comments, question.id, comment or None)
        return self.model_copy(update={"comments": comments})

    def only(self, questions: Iterable[Question]) -> Self:
        """Return the response with nothing but what was said on these questions."""
        names = {question.id for question in questions}
        kept: dict[str, Any] = {
            table: {name: said for name, said in getattr(self, table).items() if name in names}
            for table in (*TABLE_OF.values(), "comments")
        }
        guesses = self.predictions.items()
        kept["predictions"] = {name: said for name, said in guesses if PREDICTS + name in names}
        kept["size"] = self.size if SizeQuestion().id in names else None
        return self.model_copy(update=kept)

    def state(self, question: Question) -> AnswerState:
        """Return which of the four states the answer to a question is in."""
        answer = self.answer_to(question)
        if answer is None or (isinstance(answer, BalanceAnswer) and answer.is_half):
            return AnswerState.OPEN
        # By identity: the word 'nvt' in someone's own text equals Missing.NOT_APPLICABLE.
        if answer is Missing.DONT_KNOW:
            return AnswerState.DONT_KNOW
        if answer is Missing.NOT_APPLICABLE:
            return AnswerState.NOT_APPLICABLE
        return AnswerState.ANSWERED


TABLE_OF: Final[Mapping[type, str]] = {
    Statement: "statements",
    MirrorStatement: "mirror_statements",
    Balance: "balances",
    Choice: "choices",
    Mark: "marks",
    OpenQuestion: "open",
}


def _put(table: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    rest = {name: item for name, item in table.items() if name != key}
    return rest if value is None else {**rest, key: value}
