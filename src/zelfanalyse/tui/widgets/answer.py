"""What every kind of question has in common on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message

from zelfanalyse.form import steps
from zelfanalyse.form.options import MISSING_KEYS, missing_options
from zelfanalyse.tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from zelfanalyse.form.steps import Step
    from zelfanalyse.response.session import Session


class AnswerBox(Vertical):
    """The place of the answer: draws a session, and tells what a key or a click means in it.

    Keys come in through ``press``, ``move`` and ``enter``, which the screen calls in the order
    they were typed: a message would reach the screen after the next key, and fast typing would
    answer the wrong question. Only a click is a message.
    """

    is_text: ClassVar[bool] = False  # whether letters and digits belong to the box itself
    keeps_enter: ClassVar[bool] = False  # whether Enter makes a new line

    tell: Callable[[], None] = staticmethod(lambda: None)  # when a text gets ahead, or is saved

    class Typed(Message):
        """There is something to ask ``pending`` for."""

    class Said(Message):
        """The person clicked on something."""

        def __init__(self, step: Step) -> None:
            super().__init__()
            self.step = step

    def show(self, session: Session) -> None:
        """Draw the current question of this session."""
        raise NotImplementedError

    def press(self, key: str) -> Step | None:
        """Return what this digit or letter does here; none when it means nothing."""
        return steps.pick(MISSING_KEYS[key]) if key in MISSING_KEYS else None

    def move(self, by: int) -> None:
        """Move the cursor up or down."""

    def enter(self) -> Step | None:
        """Return what Enter does here; none means: go on to the next question."""
        return None

    def space(self) -> Step | None:
        """Return what the space bar does here; none means nothing."""
        return self.enter()

    @property
    def waits(self) -> bool:
        """Whether Enter has nothing to pick yet and the question is still open."""
        return False

    @property
    def is_ahead(self) -> bool:
        """Whether there is more in a text field than was handed over to be saved."""
        return False

    def keeps(self, action: str) -> bool:  # noqa: ARG002  # for boxes with a text
        """Whether undo or redo belongs to what is typed here, and not to the session."""
        return False

    def edit_elsewhere(self) -> None:
        """Let someone write the answer in their own editor; only a text is written there."""

    async def settled(self) -> None:
        """Wait until every key that was sent to a text field has arrived in it."""

    def pending(self, session: Session) -> Step | None:  # noqa: ARG002  # for boxes with a text
        """Return, once, what was typed at the current question and not yet saved."""
        return None


def missing_rows(session: Session) -> list[Row]:
    """Return the rows for 'weet ik niet' and 'n.v.t.', set apart from what can be scored."""
    given = session.response.answer_to(session.current)
    return [
        Row(
            option.key,
            option.label,
            f"{sign(chosen=given == option.answer)} {option.shown}",
            given == option.answer,
            apart=place == 0,
        )
        for place, option in enumerate(missing_options(session.current))
    ]


def sign(*, chosen: bool, many: bool = False) -> str:
    """Return the box before an option: the choice is a character, never only a colour."""
    left, right = "[]" if many else "()"
    return f"{left}{'x' if chosen else ' '}{right}"
