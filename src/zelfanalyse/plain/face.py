"""Filling in line by line, from the first word to the last; it always ends with a safe file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from zelfanalyse.plain import storage
from zelfanalyse.plain.conversation import Conversation
from zelfanalyse.plain.start import Start
from zelfanalyse.plain.talk import InputEndedError, StopAskedError, Talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.sitting import Sitting


class LineByLine:
    """Fill in one questionnaire at a desk; afterwards ``sitting`` tells what came of it."""

    def __init__(self, desk: Desk, read: Callable[[], str], writer: TextIO, width: int = 0) -> None:
        self.sitting: Sitting | None = None
        self.is_interrupted = False  # by Ctrl+C
        self.failure: BaseException | None = None  # a mistake in the program is raised at once here
        self._is_done = False  # handed in just now
        self._gave_up = False  # chose to stop without saving
        self._talk = Talk(read, writer, width)
        self._start = Start(self._talk, desk)

    @property
    def trouble(self) -> str:
        """Why what was answered is not on disk; empty when it is."""
        if self.sitting is None:
            return self._start.refusal
        return "" if self.sitting.trouble is None else str(self.sitting.trouble)

    def run(self) -> None:
        """Go on until the list is handed in, the person stops, or nobody types any more."""
        with self._ending():
            try:
                self.sitting = self._start.sitting()
                Conversation(self._talk, self.sitting).run()
                self._is_done = True
            except StopAskedError:
                self._leave()
        with self._ending():
            self._last_words()
        if self.sitting is not None:
            self.sitting.close()

    @contextlib.contextmanager
    def _ending(self) -> Iterator[None]:
        """Let every way to end be an end: what was answered is on disk by then."""
        try:
            yield
        except KeyboardInterrupt:
            self.is_interrupted = True
        except (InputEndedError, StopAskedError, BrokenPipeError):
            pass

    def _leave(self) -> None:
        if self.sitting is not None and self.sitting.trouble is not None:
            self.sitting.retry(anew=False)
            with contextlib.suppress(StopAskedError):  # who says it twice means it
                storage.settle(self._talk, self.sitting, leaving=True)
            self._gave_up = self.sitting.trouble is not None

    def _last_words(self) -> None:
        outcome = self._outcome()
        if self.is_interrupted:  # a line of its own after the ^C that the terminal shows
            self._talk.say("", outcome)
        else:
            self._talk.say(f"{'Dank u wel' if self._is_done else 'Gestopt'}. {outcome}")

    def _outcome(self) -> str:
        sitting = self.sitting
        if sitting is None:
            return "Er is niets bewaard."
        if sitting.trouble is not None and not sitting.retry(anew=not self._gave_up):
            return "Niet alles is bewaard."
        if self._is_done:
            return "Uw antwoorden zijn ingeleverd."
        return "Er is niets veranderd." if sitting.session.is_closed else "Alles is bewaard."
