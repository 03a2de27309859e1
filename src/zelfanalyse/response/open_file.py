"""One response file while a program works in it: held against others, never overwritten blindly."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from zelfanalyse.errors import ChangedElsewhereError, StorageError
from zelfanalyse.response import file
from zelfanalyse.response.leftovers import clear_away, slot_of
from zelfanalyse.toml_file import bytes_of, reason

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.response.model import Response


class GoneError(StorageError):
    """A file that was on the disk is no longer there; neither it nor its folder was made anew."""


class OpenFile:
    """A file that is saved again and again.

    The hold is a lock on a hidden file beside it, which the system lets go of when the program
    ends, however it ends. Where a disk knows no locks there is no hold, and saving still notices
    what another program or a person changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: bytes | None = None  # what it held when it was last read or written here
        self._lock = FileLock(slot_of(path), blocking=False)

    def hold(self) -> bool:
        """Keep other programs out; false when one of them is in it already.

        Whoever comes to work in a folder clears away what killed programs left there.
        """
        clear_away(self.path.parent)
        try:
            self._lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            pass  # no rights or no locks here: saving will tell
        return True

    def content(self) -> bytes | None:
        """Return what is in the file; none when it is not there.

        Raises ``StorageError`` when it is there and cannot be read: then it cannot be compared.
        """
        try:
            return bytes_of(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            message = f"{self.path} kan niet gelezen worden: {reason(error)}."
            raise StorageError(message, "Kies een andere map.") from error

    def expect(self, content: bytes | None) -> None:
        """Take this for what is in the file: what differs later was changed by someone else.

        After none, what is not there is made by the next save, with its folder.
        """
        self._known = content

    def save(self, response: Response) -> None:
        """Put the response on disk, whole.

        Raises ``ChangedElsewhereError`` when something else stands in the file than was last read
        or written here, ``GoneError`` when the file was there and is no longer: it was moved or
        thrown away, or its stick was pulled out. ``StorageError`` when the disk refuses. What
        stands there then stays.
        """
        there = self.content()
        if there is None and self._known is not None:
            message = f"{self.path} is er niet meer: verplaatst, hernoemd of weggegooid."
            raise GoneError(message)
        if there is not None and there != self._known:
            message = f"{self.path} is intussen door iemand anders veranderd."
            raise ChangedElsewhereError(message, "Kies wat er moet gebeuren.")
        self._known = file.save(self.path, response)

    def release(self) -> None:
        """Let other programs in again."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):  # Windows keeps a file that is open
                slot_of(self.path).unlink()
            self._lock.release()
