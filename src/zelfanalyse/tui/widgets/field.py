"""A text field that asks to be saved after a short pause, for open answers and comments."""

from __future__ import annotations

from asyncio import Event
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

from zelfanalyse.response.model import MAX_TEXT
from zelfanalyse.text import visible
from zelfanalyse.tui import own_editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.document._document import EditResult
    from textual.document._edit import Edit
    from textual.events import Key, Paste
    from textual.timer import Timer
    from textual.widget import Widget

PAUSE = 0.3  # seconds without a key before what was typed is saved
LONGEST = 2.0  # seconds of typing without a pause before it is saved all the same
FULL_SHOWN = 8.0  # seconds that the sentence about a full field stays


class Field(TextArea):
    """A text field that says so after a pause; ``pending`` hands over what is not yet saved."""

    class Paused(Message):
        """Something was typed, and then nothing for a moment."""

    def __init__(self, tell: Callable[[], None] = lambda: None) -> None:
        super().__init__(highlight_cursor_line=False, compact=True)
        self._tell = tell  # when the text gets ahead of what was saved, and when it no longer is
        self.cursor_blink = False
        self._known = ""
        self._ahead = ""  # letters that arrived and are not in the text yet
        self._told = -FULL_SHOWN
        self._since: float | None = None  # when the first key came that is not saved
        self._timer: Timer | None = None

    def start_with(self, text: str) -> None:
        """Show this text, with the cursor at its end."""
        self._known = visible(text)
        if self.text != self._known:
            self.load_text(self._known)
        self.move_cursor(self.document.end)

    def differs_from(self, text: str) -> bool:
        """Whether this text, which was saved, is another than the one here; not while typing."""
        return self.text == self._known and visible(self._known).strip() != text

    @property
    def is_ahead(self) -> bool:
        """Whether there is more here than was handed over."""
        return bool(self._ahead) or self.text != self._known

    def pending(self) -> str | None:
        """Return the text when it differs from what was handed over before."""
        self._catch_up()
        if self._timer is not None:
            self._timer.stop()
        if self.text == self._known:
            self._level()
            return None
        self._since = None
        self._known = self.text
        return self._known

    def edit(self, edit: Edit) -> EditResult:
        """Change the text; what would make it longer than a file can hold is refused aloud."""
        kept = len(self.text) - len(self.get_text_range(edit.top, edit.bottom))
        room = max(MAX_TEXT - kept, 0)
        if len(edit.text) > room:
            edit = replace(edit, text=edit.text[:room])
            self._tell_full()
        result = super().edit(edit)
        self._get_ahead()
        return result

    def edit_elsewhere(self) -> None:
        """Let someone write this text in their own editor, and take what they saved there."""
        if not own_editor.is_there():
            self.notify("Er is geen eigen teksteditor ingesteld (EDITOR).", markup=False)
            return
        text = own_editor.edited(self.app, self.text)
        if text is None:
            self.notify("Uw teksteditor werkt hier niet. De tekst is niet veranderd.", markup=False)
        elif text != self.text:
            if len(text) > MAX_TEXT:
                self._tell_full()
            self.load_text(text[:MAX_TEXT])
            self.move_cursor(self.document.end)

    def on_key(self, event: Key) -> None:
        """Put letters in the text together when there are more of them under way.

        Every change wraps its whole line again. Some terminals hand over what is pasted as keys:
        thousands of them at once would keep the screen busy for minutes.
        """
        if event.character is None or not event.is_printable or self.read_only:
            self._catch_up()
            return
        event.stop()
        event.prevent_default()
        if not self._ahead:
            self.call_later(self._catch_up)  # after the keys that are here already
        self._ahead += event.character

    def on_paste(self, event: Paste) -> None:
        """Take from pasted text what would steer the terminal, before it is drawn."""
        self._catch_up()
        event.text = visible(event.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Start the pause again."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        if self.text == self._known:
            self._level()
            return
        if monotonic() - self._get_ahead() >= LONGEST:
            self._pause()
        else:
            self._timer = self.set_timer(PAUSE, self._pause)

    def _get_ahead(self) -> float:
        """Tell that the text is ahead, in the same drawing as its letters; return since when."""
        if self._since is None:
            self._since = monotonic()
            self._tell()
        return self._since

    def _level(self) -> None:
        """Tell that the text is again what was saved."""
        if self._since is not None:
            self._since = None
            self._tell()

    def _catch_up(self) -> None:
        """Put in the text what arrived before now."""
        letters, self._ahead = self._ahead, ""
        if letters:
            self._replace_via_keyboard(letters, *self.selection)

    def _tell_full(self) -> None:
        """Say that the rest did not fit, and again only when that sentence has gone."""
        now = monotonic()
        if now - self._told > FULL_SHOWN:
            self._told = now
            sentence = f"Hier passen hoogstens {MAX_TEXT} tekens. De rest staat er niet bij."
            self.notify(sentence, severity="warning", timeout=FULL_SHOWN, markup=False)

    def _pause(self) -> None:
        self.post_message(self.Paused())


async def arrival(widget: Widget) -> None:
    """Wait until a widget has handled every key that is already under way to it."""
    arrived = Event()
    if widget.call_later(arrived.set):
        await arrived.wait()
