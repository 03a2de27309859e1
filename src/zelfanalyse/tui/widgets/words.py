"""Answers that are typed: one's own words, and a whole number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, Static

from zelfanalyse.form import steps
from zelfanalyse.form.steps import Step
from zelfanalyse.response.answers import MAX_COUNT
from zelfanalyse.tui.widgets.answer import AnswerBox
from zelfanalyse.tui.widgets.field import Field, arrival

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.session import Session


class WordsBox(AnswerBox):
    """An answer in one's own words: letters, digits and Enter belong to the text."""

    is_text: ClassVar[bool] = True
    keeps_enter: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        """Draw a text field."""
        yield Field(self.tell)

    def show(self, session: Session) -> None:
        """Load the answer on arrival, or where it changed; never under the hands of a typist."""
        field = self.query_one(Field)
        field.read_only = session.is_closed
        arrived = session.current != self._question
        self._question = session.current
        answer = str(session.response.answer_to(session.current) or "")
        if arrived or field.differs_from(answer):
            field.start_with(answer)
        if arrived:
            self.screen.set_focus(field)

    def enter(self) -> Step | None:
        """Put the cursor in the text."""
        self.screen.set_focus(self.query_one(Field))
        return None

    def keeps(self, action: str) -> bool:
        """Whether the text has something of its own to undo or redo."""
        history = self.query_one(Field).history
        return bool(history._undo_stack if action == "undo" else history._redo_stack)  # noqa: SLF001 - it tells nowhere else

    def edit_elsewhere(self) -> None:
        """Let someone write the text in their own editor."""
        self.query_one(Field).edit_elsewhere()

    async def settled(self) -> None:
        """Wait until every key has arrived in the text."""
        await arrival(self.query_one(Field))

    @property
    def is_ahead(self) -> bool:
        """Whether there is more in the text than was handed over."""
        return self.query_one(Field).is_ahead

    def pending(self, session: Session) -> Step | None:
        """Return, once, what was typed at the current question and not yet saved."""
        text = self.query_one(Field).pending()
        return None if text is None or session.current != self._question else steps.write(text)

    def on_field_paused(self, event: Field.Paused) -> None:
        """Ask to be saved."""
        event.stop()
        self.post_message(self.Typed())


class CountBox(AnswerBox):
    """A whole number; only digits can be typed, and Enter goes on."""

    is_text: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._known = ""

    def compose(self) -> ComposeResult:
        """Draw a short field."""
        field = Input(restrict=r"[0-9]*", max_length=len(str(MAX_COUNT)), compact=True)
        field.cursor_blink = False
        yield field
        yield Static(f"een heel getal, van 0 tot en met {MAX_COUNT}", classes="quiet")

    def show(self, session: Session) -> None:
        """Load the answer on arrival, or where it changed; never under the hands of a typist."""
        field = self.query_one(Input)
        field.disabled = session.is_closed
        arrived = session.current != self._question
        self._question = session.current
        answer = session.response.answer_to(session.current)
        told = "" if answer is None else str(answer)
        if arrived or (field.value == self._known and _number(self._known) != answer):
            self._known = field.value = told
        if arrived:
            self.screen.set_focus(field)

    async def settled(self) -> None:
        """Wait until every digit has arrived in the field."""
        await arrival(self.query_one(Input))

    def pending(self, session: Session) -> Step | None:
        """Return, once, the number that is not yet saved; an empty field takes the answer away."""
        value = self.query_one(Input).value
        if value == self._known or session.current != self._question:
            return None
        self._known = value
        return steps.write(int(value)) if value else Step(lambda session: session.clear())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask to be saved; a number is short enough to do that at every digit."""
        event.stop()
        self.post_message(self.Typed())


def _number(value: str) -> int | None:
    return int(value) if value else None
