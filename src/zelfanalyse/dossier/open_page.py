"""Files of the dossier while a program works in them: held, and never overwritten blindly.

People edit these files too. So before one is written it is compared with what was read.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, TypeVar

from filelock import FileLock, Timeout

from zelfanalyse.dossier import book
from zelfanalyse.dossier.page import Page
from zelfanalyse.errors import ChangedElsewhereError, RefusedError, StorageError, WrongUseError
from zelfanalyse.toml_file import bytes_of, reason

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.questionnaire.model import Questionnaire

P = TypeVar("P", bound=Page)

SLOT: Final = ".gesprek.slot"
TAKEN: Final = "Een ander venster werkt al in het gesprek of de acties van dit dossier."


def marked(page: P, *, made_up: bool) -> P:
    """Return a page that says it is made up, where its dossier is: a new file too."""
    return page.model_copy(update={"made_up": True}) if made_up else page


class OpenPages:
    """Pages of one dossier that are saved again and again.

    Make this before the dossier is loaded: what changes after that is noticed. The hold is a lock
    on a hidden file, which the system lets go of when the program ends, however it ends.
    """

    def __init__(self, folder: Path, *kinds: type[Page]) -> None:
        self.folder = folder
        self._lock = FileLock(folder / SLOT, blocking=False)
        self._known = {kind.name: self._content(kind.name) for kind in kinds}
        self._pages: dict[str, Page] = {}

    def hold(self) -> bool:
        """Keep other programs out; false when one of them is in it already."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            pass  # no rights or no locks here: saving will tell
        return True

    @property
    def is_held(self) -> bool:
        """Whether other programs are kept out; not where there are no rights or no locks."""
        return self._lock.is_locked

    def needs_hold(self) -> None:
        """Keep other programs out. Raises ``WrongUseError`` when one of them is in it already."""
        if not self.hold():
            raise WrongUseError(TAKEN, "Sluit dat venster eerst.")

    def expect(self, *pages: Page) -> None:
        """Take these for what was read: only what differs from them is ever written."""
        self._pages |= {page.name: page for page in pages}

    def changed(self) -> tuple[str, ...]:
        """Return the names of the files that someone else changed since they were read here."""
        return tuple(name for name, known in self._known.items() if self._content(name) != known)

    def save(self, *pages: Page) -> None:
        """Put those of the pages on disk that say something else than was read, whole.

        Raises ``ChangedElsewhereError`` when someone else changed one of the files, and
        ``StorageError`` when the disk refuses. What stands there then stays.
        """
        if names := self.changed():
            message = f"Iemand anders veranderde intussen {' en '.join(names)}."
            raise ChangedElsewhereError(message, "Er is niets overschreven.")
        for page in pages:
            if page != self._pages[page.name]:
                book.save(self.folder, page)
                self._known[page.name] = book.text(page).encode()
                self.expect(page)

    def reread(self, questionnaire: Questionnaire) -> book.Book:
        """Return what the files say now; ``expect`` then takes what of it was read.

        Raises ``RefusedError`` with what is wrong in them; then nothing is taken.
        """
        known = {name: self._content(name) for name in self._known}
        found, findings = book.load(self.folder, questionnaire)
        if findings:
            raise RefusedError(findings)
        self._known = known
        return found

    def release(self) -> None:
        """Let other programs in again."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):  # Windows keeps a file that is open
                (self.folder / SLOT).unlink()
            self._lock.release()

    def _content(self, name: str) -> bytes | None:
        """Return what is in a file; none when it is not there."""
        path = self.folder / name
        try:
            return bytes_of(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            message = f"{path} kan niet gelezen worden: {reason(error)}."
            raise StorageError(message, "Kijk de rechten van dit bestand na.") from error
