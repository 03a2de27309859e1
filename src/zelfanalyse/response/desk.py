"""Where responses to one questionnaire are filled in: the folder, for whom, and what lies there.

Both faces, on the whole screen and line by line, work at a desk: it begins or resumes a session
and puts it on disk.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.response import file
from zelfanalyse.response.session import Invitation, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from zelfanalyse.errors import Finding
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.file import ResponseFile
    from zelfanalyse.response.model import Response


class Found(NamedTuple):
    """What lies in the folder for one invitation, the last begun first; findings are of anyone."""

    drafts: tuple[ResponseFile, ...]
    handed_in: tuple[ResponseFile, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One questionnaire, one folder, and the perspectives that may be answered from here."""

    questionnaire: Questionnaire
    folder: Path
    invitations: tuple[Invitation, ...]
    clock: Callable[[], datetime]

    def find(self, invitation: Invitation) -> Found:
        """Return what was begun and handed in here before, and what cannot be opened.

        Whose a file is that cannot be opened is not known: its findings are for everyone.
        """
        here, findings = file.in_folder(self.folder, self.questionnaire)
        wanted = (invitation.dossier, invitation.round, invitation.perspective)
        mine = [item for item in here if _for_whom(item.response) == wanted]
        return Found(
            drafts=tuple(item for item in mine if item.response.handed_in is None),
            handed_in=tuple(item for item in mine if item.response.handed_in is not None),
            findings=tuple(findings),
        )

    def begin(self, invitation: Invitation) -> Session:
        """Return a new session with a code that no file in the folder has yet."""
        while True:
            code = file.new_code()
            session = Session.begin(self.questionnaire, invitation, code, self.clock())
            if not os.path.lexists(self.path(session)):  # Path.exists raises without rights
                return session

    def resume(self, draft: ResponseFile) -> Session:
        """Return the session of a draft, at the question where it was left."""
        perspective = draft.response.perspective
        invitation = next(
            (item for item in self.invitations if item.perspective == perspective),
            self.invitations[0],
        )
        return Session.resume(self.questionnaire, invitation, draft.response)

    def path(self, session: Session) -> Path:
        """Return the file of a session."""
        return file.path_for(self.folder, session.response)

    def save(self, session: Session) -> None:
        """Put the session's response on disk. Raises ``StorageError`` when the disk refuses."""
        file.save(self.path(session), session.response)

    def hand_in(self, session: Session) -> Session:
        """Return the session handed in, and on disk as such. Raises ``StorageError``."""
        closed = session.hand_in(self.clock())
        self.save(closed)
        return closed


def _for_whom(response: Response) -> tuple[str | None, str | None, str | None]:
    return response.dossier, response.round, response.perspective
