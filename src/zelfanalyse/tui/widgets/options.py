"""Picking one answer, or some: scale, school mark, size of the organisation, and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from zelfanalyse.form import steps
from zelfanalyse.form.options import OPTION_KEYS, options
from zelfanalyse.questionnaire.questions import Choice
from zelfanalyse.tui.widgets.answer import AnswerBox, missing_rows, sign
from zelfanalyse.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from zelfanalyse.form.options import Option
    from zelfanalyse.form.steps import Step
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.session import Session


class PickOne(AnswerBox):
    """One answer out of a few; picking it goes on to the next question."""

    def __init__(self) -> None:
        super().__init__()
        self._options: Mapping[str, Option] = {}
        self._question: Question | None = None
        self._answered = False
        self._moved = False

    def compose(self) -> ComposeResult:
        """Draw the options as rows."""
        yield Rows()

    def show(self, session: Session) -> None:
        """Draw the options, the picked one marked; on arrival the cursor stands on that one."""
        given = session.response.answer_to(session.current)
        self._options = {option.key: option for option in options(session)}
        self._answered = given is not None
        rows = []
        for option in self._options.values():
            chosen = given == option.answer
            mark = f"{sign(chosen=chosen)} {option.shown}"
            rows.append(Row(option.key, option.label, mark, chosen))
        rows += missing_rows(session)
        arrived = self._question != session.current
        self._question = session.current
        if arrived:
            self._moved = False
        here = next((row.value for row in rows if row.chosen), "")
        self.query_one(Rows).show(rows, here if arrived or self._answered else None)

    def press(self, key: str) -> Step | None:
        """Pick the option of this key."""
        if key not in self._options:
            return super().press(key)
        return steps.pick(self._options[key].answer)

    def move(self, by: int) -> None:
        """Move the cursor over the options."""
        self._moved = True
        self.query_one(Rows).move(by)

    def enter(self) -> Step | None:
        """Pick what is under the cursor; the answer that is there already is not picked again."""
        cursor = self.query_one(Rows).cursor
        return self.press(cursor) if cursor and (self._moved or not self._answered) else None

    @property
    def waits(self) -> bool:
        """Whether there is no answer, and no cursor to pick one with."""
        return not self._answered

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Say what was clicked."""
        event.stop()
        if (step := self.press(event.value)) is not None:
            self.post_message(self.Said(step))


class PickSome(AnswerBox):
    """A few answers out of many; each key adds one or takes it out."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: dict[str, str] = {}
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        """Draw the options as rows with a count above."""
        yield Static(classes="count")
        yield Rows()

    def show(self, session: Session) -> None:
        """Draw the options and how many may still be chosen."""
        question = session.current
        if not isinstance(question, Choice):
            return
        chosen = steps.chosen_options(session)
        there = tuple(zip(OPTION_KEYS, question.options, strict=False))
        self._ids = {key: option.id for key, option in there}
        free = question.at_most >= len(question.options)
        limit = "kies wat past" if free else f"van hoogstens {question.at_most}"
        taken = f"{len(chosen)} gekozen, {limit}" if free else f"{len(chosen)} {limit}"
        self.query_one(Static).update(taken)
        rows = [
            Row(
                key,
                option.text,
                f"{sign(chosen=option.id in chosen, many=True)} {key}",
                option.id in chosen,
            )
            for key, option in there
        ]
        arrived = self._question != question
        self._question = question
        self.query_one(Rows).show([*rows, *missing_rows(session)], "" if arrived else None)

    def press(self, key: str) -> Step | None:
        """Add or take out the option of this key."""
        if key in self._ids:
            return steps.toggle(self._ids[key])
        return super().press(key)

    def move(self, by: int) -> None:
        """Move the cursor over the options."""
        self.query_one(Rows).move(by)

    def enter(self) -> Step | None:
        """Add or take out what is under the cursor; without a cursor Enter goes on."""
        return self.press(self.query_one(Rows).cursor)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Say what was clicked."""
        event.stop()
        if (step := self.press(event.value)) is not None:
            self.post_message(self.Said(step))
