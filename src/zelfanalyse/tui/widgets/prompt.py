"""What stands above and below an answer: the question itself, and what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from zelfanalyse.form.sections import section_of
from zelfanalyse.form.wording import answer_in_words, asked_about
from zelfanalyse.questionnaire.questions import Mark, OpenQuestion
from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.response.session import Session


STATEMENT_LINES = 2  # at 72 columns nearly every statement fits in these


class Prompt(Drawn):
    """Where one is, the statement large and calm, and what is asked about it."""

    _path = _question = _asked = ""

    def show(self, session: Session) -> None:
        """Draw the current question of this session."""
        question = session.current
        self._path = section_of(session).path
        if isinstance(question, Mark):
            self._path = f"{self._path} › {question.title}"
        self._question, self._asked = session.text(question), asked_about(session, question)
        self.redraw()

    def lines(self, width: int) -> Sequence[Content]:
        """Return the three, with air between them where the window is high enough.

        There a statement has room for two lines, so that the answers stay where they are.
        """
        low = self.screen.has_class("-low")
        air = [] if low else [Content("")]
        question = literal(self._question, "bold").wrap(width)
        if self._asked and not low:
            question += [Content("")] * (STATEMENT_LINES - len(question))
        asked = [*literal(self._asked, "$quiet").wrap(width), *air] if self._asked else []
        return [*literal(self._path, "$quiet").wrap(width), *air, *question, *air, *asked]


class Remark(Drawn):
    """The comment on this question, a soft invitation, the previous answer, and what is saved."""

    def show(self, session: Session, state: str) -> None:
        """Draw what belongs to the current question of this session, and whether it is saved."""
        self._comment = " ".join(session.comment_on(session.current).split())
        self._state = state
        self._before, self._answer = "", ""
        if session.position > 0:
            question = session.questions[session.position - 1]
            self._before = session.text(question)
            self._answer = answer_in_words(session, question)
        self._invitation = _invitation(session)
        self.redraw()

    _comment = _state = _before = _answer = _invitation = ""

    def lines(self, width: int) -> Sequence[Content]:
        """Return a line for each that is there; the previous answer and the state share one."""
        before = self._previous(width - len(self._state) - 2)
        gap = " " * max(width - before.cell_length - len(self._state), 1)
        said = [
            literal(f"Toelichting: {self._comment}" if self._comment else ""),
            literal(self._invitation),
        ]
        above = [line.truncate(width, ellipsis=True) for line in said if line]
        return [*above, Content.assemble(before, gap, (self._state, "$quiet"))]

    def _previous(self, room: int) -> Content:
        """Return the previous question cut off where needed, and its answer always in sight."""
        if not self._before:
            return Content("")
        answer = literal(f" → {self._answer}", "$quiet").truncate(room // 2, ellipsis=True)
        question = literal(f"Vorige: {self._before}", "$quiet")
        return question.truncate(room - answer.cell_length, ellipsis=True) + answer


def _invitation(session: Session) -> str:
    """Return a soft question for an example, after an answer that calls for one."""
    if session.is_closed:
        return ""
    if session.wants_example(session.current):
        return "Kunt u een voorbeeld noemen? Dat mag met t."
    if session.position > 0 and session.wants_example(session.questions[session.position - 1]):
        return f"Een voorbeeld bij uw vorige antwoord? {_way_back(session)}"
    return ""


def _way_back(session: Session) -> str:
    """Return the keys for a comment on the previous question: in a text, a letter is text."""
    return "Shift+Tab, dan t." if isinstance(session.current, OpenQuestion) else "Dat mag met v."
