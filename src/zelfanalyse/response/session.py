"""Filling in, as a value: each step takes a session and returns the next one.

Nothing here knows a screen, a file or a clock. A face draws the session, sends it what the
person did, and saves ``session.response`` after every step.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.questions import (
    Balance,
    MirrorStatement,
    Prediction,
    Size,
    Statement,
)
from zelfanalyse.response.answers import problem
from zelfanalyse.response.model import (
    MAX_TEXT,
    Answer,
    AnswerState,
    QuestionnaireRef,
    Response,
)
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from zelfanalyse.questionnaire.model import Factor, Questionnaire
    from zelfanalyse.questionnaire.questions import Question


TAKEN = "Deze lijst is al open in een ander venster."


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a dossier says to a respondent before the first question."""

    dossier: str | None = None
    dossier_name: str = ""
    round: str | None = None
    perspective: str | None = None
    perspective_title: str = ""
    source: str = ""
    on_record: bool = False
    minimum_group: int = 5
    made_up: bool = False
    predicts: bool = False
    short: bool = False
    people: int | None = None  # this many speak in one response
    recorded: bool = False  # the adviser writes down what others say


@dataclass(frozen=True, slots=True)
class Session:
    """One respondent in the middle of one questionnaire."""

    questionnaire: Questionnaire
    invitation: Invitation
    questions: tuple[Question, ...]
    response: Response
    past: tuple[Response, ...] = ()
    future: tuple[Response, ...] = ()
    is_taken: bool = False  # another program has the file: here one can only read
    typing: str = ""  # what is being typed here, as long as nothing else is done

    @classmethod
    def begin(
        cls, questionnaire: Questionnaire, invitation: Invitation, respondent: str, now: datetime
    ) -> Self:
        """Return a session at the first question, with nothing answered."""
        response = Response(
            dossier=invitation.dossier,
            round=invitation.round,
            questionnaire=QuestionnaireRef(
                id=questionnaire.id,
                version=questionnaire.version,
                fingerprint=fingerprint(questionnaire),
            ),
            perspective=invitation.perspective,
            respondent=respondent,
            made_up=invitation.made_up,
            people=invitation.people,
            recorded=invitation.recorded,
            started=now.replace(microsecond=0),
        )
        return cls.resume(questionnaire, invitation, response)

    @classmethod
    def resume(
        cls, questionnaire: Questionnaire, invitation: Invitation, response: Response
    ) -> Self:
        """Return a session where the respondent left off."""
        questions = asked(questionnaire, invitation)
        return cls(questionnaire, invitation, questions, response)

    @property
    def position(self) -> int:
        """The index of the current question, from 0."""
        places = (i for i, item in enumerate(self.questions) if item.id == self.response.place)
        return next(places, 0)

    @property
    def current(self) -> Question:
        """The question on the screen."""
        return self.questions[self.position]

    @property
    def factor(self) -> Factor | None:
        """The factor of the current question, where it has one."""
        return self.questionnaire.factor_of(self.current)

    @property
    def is_handed_in(self) -> bool:
        """Whether the response has been handed in and no longer changes."""
        return self.response.handed_in is not None

    @property
    def is_closed(self) -> bool:
        """Whether this session can be read only."""
        return self.is_handed_in or self.is_taken

    @property
    def is_at_end(self) -> bool:
        """Whether the current question is the last one."""
        return self.position == len(self.questions) - 1

    def text(self, question: Question) -> str:
        """Return the wording of a question for this respondent."""
        if isinstance(question, MirrorStatement):
            match self.response.size:
                case Size.SMALLER:
                    return question.smaller
                case Size.LARGER:
                    return question.larger
                case _:
                    return question.observer
        if isinstance(question, Balance):
            return question.title
        return question.text

    def state(self, question: Question) -> AnswerState:
        """Return the state of the answer to a question."""
        return self.response.state(question)

    def comment_on(self, question: Question) -> str:
        """Return the respondent's comment on a question, or an empty text."""
        return self.response.comments.get(question.id, "")

    def wants_example(self, question: Question) -> bool:
        """Whether an example would help here: an unfavourable answer without a comment.

        Unfavourable is at most a quarter of the scale, the other way round where it is reversed.
        """
        answer = self.response.answer_to(question)
        if not isinstance(question, Statement) or not isinstance(answer, int):
            return False
        scale = self.questionnaire.points
        place = scale.mirrored(answer) if question.reversed else answer
        is_low = 4 * (place - scale.first) <= scale.last - scale.first
        return is_low and not self.comment_on(question)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer of any kind."""
        return tuple(item for item in self.questions if self.state(item) is AnswerState.OPEN)

    def counts(self, questions: Iterable[Question] | None = None) -> Counter[AnswerState]:
        """Return how many questions are in each of the four states; all, or some of them."""
        wanted = self.questions if questions is None else questions
        return Counter(self.state(item) for item in wanted)

    def answer(self, answer: Answer) -> Self:
        """Answer the current question; an empty text takes the answer away.

        Raises ``InvalidAnswerError`` with a Dutch sentence when the question cannot have it.
        """
        self._refuse_when_closed()
        if type(answer) is str:
            answer = _cleaned(answer)
            if not answer:
                return self.clear()
        wrong = problem(self.questionnaire, self.current, answer)
        if wrong is not None:
            raise InvalidAnswerError(wrong[0].upper() + wrong[1:])
        return self._changed(self.response.with_answer(self.current, answer))

    def clear(self) -> Self:
        """Take away the answer to the current question."""
        self._refuse_when_closed()
        return self._changed(self.response.with_answer(self.current, None))

    @property
    def takes_comment(self) -> bool:
        """Whether a comment can be written at the current question."""
        return not self.is_closed and not isinstance(self.current, Prediction)

    def comment(self, text: str) -> Self:
        """Put a comment on the current question; an empty text takes it away.

        Raises ``InvalidAnswerError`` when it is too long to keep, or at a prediction.
        """
        self._refuse_when_closed()
        comment = _cleaned(text)
        if isinstance(self.current, Prediction):
            raise InvalidAnswerError("Bij een voorspelling hoort geen toelichting.")
        if len(comment) > MAX_TEXT:
            raise InvalidAnswerError(f"De toelichting is langer dan {MAX_TEXT} tekens.")
        return self._changed(self.response.with_comment(self.current, comment))

    def undo(self) -> Self:
        """Go back to before the last change, at the question where it was made."""
        if not self.past or self.is_closed:
            return self
        before = self.past[-1]
        undone = self.response.model_copy(update={"place": before.place})
        future = (undone, *self.future)
        return replace(self, response=before, past=self.past[:-1], future=future, typing="")

    def redo(self) -> Self:
        """Do again what was undone last, at the question where it was made."""
        if not self.future or self.is_closed:
            return self
        again, *rest = self.future
        here = self.response.model_copy(update={"place": again.place})
        past = (*self.past, here)
        return replace(self, response=again, past=past, future=tuple(rest), typing="")

    def forward(self) -> Self:
        """Go to the next question; at the last one this stays."""
        return self.go_to(self.questions[min(self.position + 1, len(self.questions) - 1)])

    def back(self) -> Self:
        """Go to the previous question; at the first one this stays."""
        return self.go_to(self.questions[max(self.position - 1, 0)])

    def go_to(self, question: Question) -> Self:
        """Go to a question of the list; what is typed there from now on is a change of its own."""
        response = self.response.model_copy(update={"place": question.id})
        return replace(self, response=response, typing="")

    def hand_in(self, now: datetime) -> Self:
        """Close the response; open questions stay open, and a second time changes nothing."""
        if self.is_closed:
            return self
        handed_in = {"handed_in": now.replace(microsecond=0), "place": None}
        return replace(self, response=self.response.model_copy(update=handed_in))

    def take_back(self) -> Self:
        """Make a draft again of what was handed in.

        One is where one was reading, or else where work is left: the first open question, or the
        last one of all.
        """
        if not self.is_handed_in or self.is_taken:
            return self
        place = self.response.place or (*self.open_questions, self.questions[-1])[0].id
        reopened = {"handed_in": None, "place": place}
        return replace(self, response=self.response.model_copy(update=reopened))

    def _refuse_when_closed(self) -> None:
        if self.is_taken:
            raise InvalidAnswerError(TAKEN, "Hier kunt u hem alleen lezen.")
        if self.is_handed_in:
            raise InvalidAnswerError("Deze lijst is ingeleverd.", "U kunt hem alleen nog lezen.")

    def _changed(self, response: Response) -> Self:
        if response == self.response:
            return self
        here = self.response.model_copy(update={"place": self.current.id})
        changed = response.model_copy(update={"place": self.current.id})
        return replace(self, response=changed, past=(*self.past, here), future=(), typing="")


def asked(questionnaire: Questionnaire, invitation: Invitation) -> tuple[Question, ...]:
    """Return what someone with this invitation is asked, in order."""
    return questionnaire.questions(
        invitation.perspective or "",
        invitation.source,
        predicts=invitation.predicts,
        short=invitation.short,
    )


def _cleaned(text: str) -> str:
    return visible(text).strip()
