"""One question at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.form import steps
from zelfanalyse.form.sections import sections
from zelfanalyse.tui.screens import later, question_keys
from zelfanalyse.tui.screens.page import STOP, Command, Page
from zelfanalyse.tui.widgets.boxes import box_for
from zelfanalyse.tui.widgets.head import Head, Hints
from zelfanalyse.tui.widgets.prompt import Prompt, Remark
from zelfanalyse.tui.widgets.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from zelfanalyse.form.steps import Step
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.session import Session
    from zelfanalyse.tui.widgets.answer import AnswerBox

_CHOOSE = "Kies een antwoord met een cijfer of met ↑ en ↓. Verder zonder antwoord kan met →."


class QuestionScreen(Page):
    """Draws the current question and turns what the person does into steps of the session.

    Its keys have priority: the app then handles each one to the end before it looks at the next,
    so that fast typing never lands on the wrong question.
    """

    BINDINGS: ClassVar[list[BindingType]] = question_keys.BINDINGS

    def __init__(self) -> None:
        super().__init__()
        self._box: AnswerBox | None = None
        self._shown = ""

    def body(self) -> Iterable[Widget]:
        """Return the fixed parts; the place of the answer is filled by each drawing."""
        yield Head(id="head")
        scroll = VerticalScroll(
            Prompt(),
            Vertical(id="slot"),
            Static(id="notice", markup=False),
            id="column",
            can_focus=False,
        )
        yield Horizontal(Side(id="side"), Vertical(scroll, Remark(id="remark")), id="middle")

    async def draw(self) -> None:
        """Draw the current question; the place of the answer is replaced when its kind differs."""
        session = self.session
        with self.app.batch_update():
            box = await self._fitting_box(session)
            self.query_one(Head).show(session)
            self.query_one(Side).show(session)
            self.query_one(Prompt).show(session)
            self.show_state()
            box.show(session)
            column = self.query_one("#column")
            if self._shown != session.current.id and column.scroll_y:
                column.scroll_home(animate=False)
            self._shown = session.current.id
            self.notice("")
            await super().draw()

    def show_state(self) -> None:
        """Draw whether what is on the screen is on the disk, and what was said before."""
        self.query_one(Remark).show(self.session, self._state())

    def _state(self) -> str:
        if self.session.is_handed_in:
            return "ingeleverd: alleen lezen"
        if self.session.is_taken:
            return "elders open: alleen lezen"
        if self.form.trouble:
            return "! niet bewaard"
        return "… wordt bewaard" if self.form.is_ahead else "✓ bewaard"

    @property
    def is_ahead(self) -> bool:
        """Whether there is more in the text of the answer than was handed over."""
        return self._box is not None and self._box.is_ahead

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return the keys: letters are text while an answer is written."""
        if self._writes:
            return (
                ("Tab", "volgende", "go(1)"),
                ("Shift+Tab", "vorige", "go(-1)"),
                ("F2", "overzicht", "overview"),
                ("F1", "hulp", "help"),
                STOP,
            )
        comment = (("t", "toelichting", "comment"),) if self.session.takes_comment else ()
        return (
            ("←→", "vraag", ""),
            *comment,
            ("o", "overzicht", "overview"),
            ("F1", "hulp", "help"),
            STOP,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Leave to a text field what belongs to it."""
        if self._writes and self._box is not None:
            if action == "enter":
                return not self._box.keeps_enter
            if action in {"undo", "redo"}:
                return not self._box.keeps(action)
        return not (action in question_keys.KEPT_BY_TEXT and self._writes)

    def notice(self, text: str) -> None:
        """Show a sentence under the answer; an empty one takes it away."""
        notice = self.query_one("#notice", Static)
        if text:
            notice.update(f"! {text}")
        notice.display = bool(text)
        if text:
            notice.scroll_visible(animate=False)

    async def take(self, step: Step) -> None:
        """Do one step; an answer the question cannot have becomes a sentence under it."""
        try:
            session = step.take(self.session)
        except InvalidAnswerError as error:
            self.show_state()
            self.notice(str(error))
            return
        moves_on = step.moves_on and self.form.preferences.moves_on
        last = session.is_at_end
        await self.form.change(session.forward() if moves_on else session)
        if moves_on and last:
            await self.action_finish()

    async def flush(self) -> None:
        """Save what was typed and not yet saved."""
        if self._box is None:
            return
        await self._box.settled()
        if (step := self._box.pending(self.session)) is not None:
            await self.take(step)

    def on_descendant_focus(self) -> None:
        """Show the keys of a text field when it gets the keys."""
        self.query_one(Hints).show(self.hints())

    on_descendant_blur = on_descendant_focus  # and the others when a click takes them away

    def on_answer_box_typed(self) -> None:
        """Save what was typed."""
        self.after_keys(self.flush)

    def on_answer_box_said(self, event: AnswerBox.Said) -> None:
        """Do what was clicked."""
        self.after_keys(self.take, event.step)

    async def action_press(self, key: str) -> None:
        """Give the digit or letter to the place of the answer."""
        await self._take_any(self._box.press(key) if self._box else None)

    def action_move(self, by: int) -> None:
        """Move the cursor over the answers."""
        if self._box is not None:
            self._box.move(by)

    async def action_space(self) -> None:
        """Pick what is under the cursor."""
        await self._take_any(self._box.space() if self._box else None)

    async def action_enter(self) -> None:
        """Pick what is under the cursor; with nothing to pick, go on."""
        if self._box is None:
            return
        step = self._box.enter()
        if step is not None:
            await self.take(step)
        elif self._box.waits:
            self.notice(_CHOOSE)
        elif not self._box.keeps_enter:
            await self.action_go(1)

    async def action_go(self, by: int) -> None:
        """Go to the next or previous question; after the last one comes the closing screen."""
        await self.flush()
        if by > 0 and self.session.is_at_end:
            await self.action_finish()
            return
        await self.form.change(self.session.forward() if by > 0 else self.session.back())

    async def action_turn(self, by: int) -> None:
        """Go to the next or previous question with an arrow, which in a text moves in the text."""
        await self.action_go(by)

    async def action_tab(self, by: int) -> None:
        """Leave a text for the next or previous question; elsewhere move over the answers."""
        if self._box is not None and not self._box.is_text:
            self._box.move(by)
        else:
            await self.action_go(by)

    async def action_undo(self) -> None:
        """Undo the last change, at the question where it was made."""
        await self.form.change(self.session.undo())

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self.form.change(self.session.redo())

    async def action_clear(self) -> None:
        """Take the answer away."""
        await self.take(steps.Step(lambda session: session.clear()))

    async def action_comment(self) -> None:
        """Write a comment on this question."""
        await self.flush()
        if self._may_comment(self.session):
            await self.app.push_screen(later.comment())

    async def action_example(self) -> None:
        """Write a comment on the question before this one, and come back."""
        if self.session.position > 0 and self._may_comment(self.session.back()):
            await self.form.change(self.session.back())
            await self.app.push_screen(later.comment(comes_back=True))

    def _may_comment(self, at: Session) -> bool:
        """Whether the question that a session is at can have a comment; if not, say why not."""
        return self._may(lambda: at.comment(at.comment_on(at.current)))

    def _may(self, change: Callable[[], Session]) -> bool:
        """Whether this could be done; if not, say why not."""
        try:
            change()
        except InvalidAnswerError as error:
            self.notice(str(error))
            return False
        return True

    async def action_editor(self) -> None:
        """Write the answer in one's own editor."""
        if self._box is not None and self._may(self.session.clear):
            await self.flush()
            self._box.edit_elsewhere()
            await self.flush()

    async def action_origin(self) -> None:
        """Show where this question comes from."""
        await self.flush()
        await self.app.push_screen(later.help_with(origin_first=True))

    async def action_overview(self) -> None:
        """Show all questions."""
        await self.flush()
        await self.app.push_screen(later.overview())

    async def action_help(self) -> None:
        """Show what this question means and which keys there are."""
        await self.flush()
        await self.app.push_screen(later.help_with())

    async def action_finish(self) -> None:
        """Show what is still open and hand in."""
        await self.flush()
        await self.app.push_screen(later.closing())

    def commands(self) -> Iterator[Command]:
        """Yield everything one can do with a question, and what every screen offers."""
        for label, key, action in question_keys.to_look_up(self.session):
            yield Command(label, key, getattr(self, f"action_{action}"))
        yield Command("Waar komt dit vandaan?", "", self.action_origin)
        for section in sections(self.session):
            act = partial(self._jump, section.questions[0])
            yield Command(f"Ga naar: {section.path}", "", act)
        yield from super().commands()

    async def _jump(self, question: Question) -> None:
        await self.form.change(self.session.go_to(question))

    @property
    def _writes(self) -> bool:
        """Whether a text field has the keys."""
        return self.focused is not None

    async def _take_any(self, step: Step | None) -> None:
        if step is not None:
            await self.take(step)

    async def _fitting_box(self, session: Session) -> AnswerBox:
        kind = box_for(session.current)
        if type(self._box) is kind and self._box is not None:
            return self._box
        self.set_focus(None)
        slot = self.query_one("#slot")
        await slot.remove_children()
        self._box = kind()
        self._box.tell = self.show_state
        await slot.mount(self._box)
        return self._box
