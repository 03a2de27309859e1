"""What a program that was killed leaves in a folder of responses, and clearing it away."""

from __future__ import annotations

import contextlib
import re
import time
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from zelfanalyse.response.file import FIRST_LINE, SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

STALE = 3600.0  # seconds: a file takes milliseconds to write, also on a slow disk
_SLOT = re.compile(rf"\..+{re.escape(SUFFIX)}\.slot")
_HALF = re.compile(r"\.[0-9a-f]{8}\.tmp")


def slot_of(path: Path) -> Path:
    """Return the hidden file beside a response that tells who works in it."""
    return path.with_name(f".{path.name}.slot")


def clear_away(folder: Path) -> None:
    """Take away slots that nobody holds, and responses that were half written long ago.

    What cannot be taken away stays: it is in nobody's way.
    """
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if _SLOT.fullmatch(path.name):
                _free(path)
            elif _HALF.fullmatch(path.name):
                _drop(path)


def _free(slot: Path) -> None:
    """Take a slot away while holding it: then no other program does."""
    lock = FileLock(slot, blocking=False)
    with contextlib.suppress(Timeout, OSError, NotImplementedError), lock:
        slot.unlink()


def _drop(half: Path) -> None:
    """Take a half file away when nobody can still be writing it and it is a response."""
    with contextlib.suppress(OSError):
        if not half.is_file() or time.time() - half.stat().st_mtime < STALE:
            return
        with half.open("rb") as file:
            begins = file.read(len(FIRST_LINE))
        if FIRST_LINE.startswith(begins):
            half.unlink()
