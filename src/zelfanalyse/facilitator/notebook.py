"""The conversation on disk: saved after every change, and never over what someone else wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.conversation import Conversation
from zelfanalyse.dossier.open_page import OpenPages, marked
from zelfanalyse.errors import StorageError
from zelfanalyse.facilitator.talk import Talk, rejoined
from zelfanalyse.progress.requirements import missing
from zelfanalyse.report.talking_points import talking_points

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.progress.case import Case

TAKEN: Final = "Dit gesprek is al open in een ander venster. Hier kunt u alleen lezen."
CLOSED: Final = "Deze ronde is afgesloten. U kunt alleen lezen."


def opened_pages(folder: Path) -> OpenPages:
    """Return the two files of a conversation; make this before the dossier is loaded."""
    return OpenPages(folder, Conversation, Actions)


class Notebook:
    """The one thing that changes during a conversation: the talk, and what the disk says of it.

    ``read_only`` says why nothing may change; it is empty when everything may.
    """

    def __init__(
        self, dossier: Dossier, case: Case, pages: OpenPages, today: date, *, with_words: bool
    ) -> None:
        self.case = case
        self.trouble: StorageError | None = None
        made_up, book = case.settings.made_up, case.book
        book = replace(
            book,
            conversation=marked(book.conversation, made_up=made_up),
            actions=marked(book.actions, made_up=made_up),
        )
        self.talk = Talk.begin(talking_points(case, with_words=with_words), book, today)
        self._questionnaire = dossier.questionnaire
        self._pages = pages
        self._pages.expect(self.talk.conversation, self.talk.actions)
        self._before = self.talk
        self.read_only = CLOSED if book.closure else "" if pages.hold() else TAKEN

    def save(self) -> None:
        """Put the talk on disk. Raises ``StorageError``, and remembers it, when that cannot be."""
        if self.read_only:
            return
        try:
            self._pages.save(self.talk.conversation, self.talk.actions)
        except StorageError as error:
            self.trouble = error
            raise
        self.trouble, self._before = None, self.talk

    def take_over(self) -> None:
        """Take what someone else wrote, put what changed here with it, and save that.

        Raises ``RefusedError`` when their file is broken; then nothing has changed.
        """
        theirs = self._pages.reread(self._questionnaire)
        self._pages.expect(theirs.conversation, theirs.actions)
        joined = rejoined(self.talk, self._before, theirs)
        self._before = replace(joined, conversation=theirs.conversation, actions=theirs.actions)
        self.talk = joined
        self.save()

    @property
    def lacking(self) -> tuple[str, ...]:
        """What a final report still needs, with the decisions of now."""
        talk = self.talk
        book = replace(self.case.book, conversation=talk.conversation, actions=talk.actions)
        return missing(book, self.case.results)

    def close(self) -> None:
        """Let other programs in again."""
        self._pages.release()
