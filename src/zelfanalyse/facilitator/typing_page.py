"""A page with lines to fill in, on which one simply begins to type."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from zelfanalyse.facilitator.app import FacilitatorPage
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from textual.events import Key, Paste


class TypingPage(FacilitatorPage):
    """What is typed or pasted on a line fills it in; each page says how in ``action_type``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(letter, f"type('{letter}')", show=False, priority=True, id=f"typ.{letter}")
        for letter in string.ascii_letters + string.digits
    ]

    async def action_type(self, text: str) -> None:
        """Fill in the line under the cursor, from this text on."""
        raise NotImplementedError

    def on_key(self, event: Key) -> None:
        """Take the letters that have no key of their own, such as é and -."""
        if event.is_printable and event.character and event.character.strip():
            event.stop()
            self.after_keys(self.action_type, event.character)

    def on_paste(self, event: Paste) -> None:
        """Fill in the line under the cursor with what is pasted, as one line."""
        event.stop()
        if text := " ".join(visible(event.text).split()):
            self.after_keys(self.action_type, text)
