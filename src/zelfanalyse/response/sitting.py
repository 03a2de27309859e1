"""One respondent at work: the session, its file, and what the disk says.

The one thing that changes while someone fills in. A face reads ``session``, gives the next one to
``change``, and shows ``trouble``; it holds no answer itself.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from zelfanalyse.errors import ChangedElsewhereError, RefusedError, StorageError
from zelfanalyse.response import file
from zelfanalyse.response.open_file import GoneError, OpenFile
from zelfanalyse.response.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


class HandedInElsewhereError(ChangedElsewhereError):
    """What someone else put in the file is handed in: after taking it over nothing is undone."""


class Sitting:
    """A session that is on disk after every change, or in memory with the reason why not."""

    def __init__(self, session: Session, opened: OpenFile, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.trouble: StorageError | None = None
        self._file = opened
        self._clock = clock

    @property
    def path(self) -> Path:
        """The file of this respondent."""
        return self._file.path

    def begin(self) -> bool:
        """Put the first draft on disk; false when the disk refuses.

        Nobody types for half an hour into a folder that keeps nothing.
        """
        self._save(self.session)
        if self.trouble is None:
            self._file.hold()
        return self.trouble is None

    def change(self, session: Session) -> None:
        """Make this the session, on disk first.

        When the disk refuses, it lives on in memory, and the next change tries again.
        """
        changed = session.response != self.session.response or self.trouble is not None
        if session.is_closed:
            self.trouble = None  # what cannot change needs no saving
        elif changed:
            self._save(session)
        self.session = session

    def retry(self, *, anew: bool = True) -> bool:
        """Save again what could not be saved; false when it still cannot.

        A file that is gone is made anew, with its folder, when someone chose that or nobody is
        there any more to choose. Not ``anew`` only looks whether the file is back.
        """
        if not (anew and isinstance(self.trouble, GoneError)):
            self.change(self.session)
            return self.trouble is None
        self._save(self.session)
        if isinstance(self.trouble, GoneError):
            self._file.release()  # that hold lies where the file went
            self._file.expect(None)
            self._save(self.session)
            self._file.hold()
        return self.trouble is None

    def hand_in(self) -> bool:
        """Hand in the session; false when the disk refuses, and then it is still open."""
        return self._replace(self.session.hand_in(self._clock()))

    def take_back(self) -> bool:
        """Make a draft again of what was handed in; false when the disk refuses.

        Then it is still handed in, and nothing is left to save.
        """
        return self._replace(self.session.take_back())

    def move_to(self, folder: Path) -> None:
        """Go on in a file in another folder; what stands in the old file stays as it is.

        Raises ``StorageError`` when that folder does not take it either, or has such a file
        already; then nothing has changed.
        """
        other = OpenFile(file.path_for(folder, self.session.response))
        if os.path.lexists(other.path):
            message = f"In '{folder}' staat al een bestand met deze code."
            raise StorageError(message, "Kies een andere map.")
        other.save(self.session.response)
        other.hold()
        self._file.release()
        self._file, self.trouble = other, None

    def reread(self) -> bool:
        """Take what someone else put in the file instead of this; false when that cannot be.

        What stood here can be brought back with undo, unless that file was handed in: then it is
        only taken when ``trouble`` has told so, and what stood here is given up.
        """
        before = self.session
        try:
            theirs = self._file.content()
        except StorageError as error:
            self.trouble = error
            return False
        response, findings = file.load_for(self.path, before.questionnaire)
        if theirs is None:
            return self.retry(anew=False)  # which tells that it is gone
        if response is None:
            self.trouble = ChangedElsewhereError(str(RefusedError(findings)))
            return False
        if response.handed_in is not None and not isinstance(self.trouble, HandedInElsewhereError):
            self.trouble = self._handed_in_elsewhere()
            return False
        self._file.expect(theirs)
        taken = Session.resume(before.questionnaire, before.invitation, response)
        ours = before.response.model_copy(update={"handed_in": None})  # undo brings back a draft
        self.session = replace(taken, past=(*before.past, ours))
        self.trouble = None
        return True

    def close(self) -> None:
        """Let other programs in again."""
        self._file.release()

    def _replace(self, session: Session) -> bool:
        """Take this session when it is on disk."""
        if session is not self.session:
            self._save(session)
            if self.trouble is None:
                self.session = session
        return self.trouble is None

    def _save(self, session: Session) -> None:
        try:
            self._file.save(session.response)
            self.trouble = None
        except ChangedElsewhereError as error:
            theirs, _ = file.load_for(self.path, session.questionnaire)
            is_closed = theirs is not None and theirs.handed_in is not None
            self.trouble = self._handed_in_elsewhere() if is_closed else error
        except StorageError as error:
            self.trouble = error

    def _handed_in_elsewhere(self) -> HandedInElsewhereError:
        return HandedInElsewhereError(f"{self.path} is intussen door iemand anders ingeleverd.")
