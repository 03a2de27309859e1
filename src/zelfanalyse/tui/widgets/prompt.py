"""What stands above and below an answer: the question itself, and what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zelfanalyse.form.sections import section_of
from zelfanalyse.form.wording import answer_in_words, asked_about
from zelfanalyse.questionnaire.model import Mark
from zelfanalyse.tui.literal import literal

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from zelfanalyse.response.session import Session


class Prompt(Vertical):
    """Where one is, the statement large and calm, and what is asked about it."""

    def compose(self) -> ComposeResult:
        """Draw three pieces of text."""
        yield Static(id="path", classes="quiet")
        yield Static(id="statement")
        yield Static(id="asked", classes="quiet")

    def show(self, session: Session) -> None:
        """Draw the current question of this session."""
        question = session.current
        path = section_of(session).path
        if isinstance(question, Mark):
            path = f"{path} › {question.title}"
        sentence = asked_about(session, question)
        asked = self.query_one("#asked", Static)
        asked.display = bool(sentence)
        asked.update(literal(sentence))
        self.query_one("#path", Static).update(literal(path))
        self.query_one("#statement", Static).update(literal(session.text(question)))


class Remark(Static):
    """The comment on this question, the previous answer, and whether everything is saved."""

    def show(self, session: Session, *, saved: bool) -> None:
        """Draw what belongs to the current question of this session."""
        self._comment = " ".join(session.comment_on(session.current).split())
        self._saved = "✓ bewaard" if saved else "! niet bewaard"
        self._before, self._answer = "", ""
        if session.position > 0:
            question = session.questions[session.position - 1]
            self._before = session.text(question)
            self._answer = answer_in_words(session, question)
        self.refresh(layout=True)

    _comment = _saved = _before = _answer = ""

    def render(self) -> Content:
        """Return a line with the comment and a line with the rest."""
        width = self.content_size.width
        comment = literal(f"Toelichting: {self._comment}" if self._comment else "")
        room = width - len(self._saved) - 2
        before = self._previous(room)
        gap = " " * max(width - before.cell_length - len(self._saved), 1)
        last = Content.assemble(before, gap, (self._saved, "$quiet"))
        above = [comment.truncate(width, ellipsis=True)] if comment else []
        return Content("\n").join([*above, last])

    def _previous(self, room: int) -> Content:
        """Return the previous question cut off where needed, and its answer always in sight."""
        if not self._before:
            return Content("")
        answer = literal(f" → {self._answer}", "$quiet").truncate(room // 2, ellipsis=True)
        question = literal(f"Vorige: {self._before}", "$quiet")
        return question.truncate(room - answer.cell_length, ellipsis=True) + answer
