"""Where responses to one questionnaire are filled in: the folder, for whom, and what lies there.

Every face works at a desk, which begins or resumes a sitting.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from zelfanalyse.errors import RefusedError, StorageError
from zelfanalyse.response import file
from zelfanalyse.response.open_file import OpenFile
from zelfanalyse.response.session import Invitation, Session
from zelfanalyse.response.sitting import Sitting

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

    def begin(self, invitation: Invitation) -> Sitting:
        """Return a new sitting with a code that no file in the folder has yet; nothing is saved."""
        while True:
            code = file.new_code()
            session = Session.begin(self.questionnaire, invitation, code, self.clock())
            path = file.path_for(self.folder, session.response)
            if not os.path.lexists(path):  # Path.exists raises without rights
                return Sitting(session, OpenFile(path), self.clock)

    def resume(self, path: Path) -> Sitting:
        """Return the sitting of a file, at the question where it was left.

        It can only be read when it was handed in, or when another program is in it. Raises
        ``RefusedError`` when the file is not what it was when it was found.
        """
        opened = OpenFile(path)
        taken = not opened.hold()
        with contextlib.suppress(StorageError):  # reading it as a response tells why not
            opened.expect(opened.content())
        response, findings = file.load_for(path, self.questionnaire)
        if response is None:
            opened.release()
            raise RefusedError(findings)
        session = self.session_of(response)
        return Sitting(replace(session, is_taken=taken), opened, self.clock)

    def session_of(self, response: Response) -> Session:
        """Return the session of a response that lies here, with the invitation it answers."""
        invitation = next(
            (item for item in self.invitations if item.perspective == response.perspective),
            self.invitations[0],
        )
        return Session.resume(self.questionnaire, invitation, response)


def _for_whom(response: Response) -> tuple[str | None, str | None, str | None]:
    return response.dossier, response.round, response.perspective
