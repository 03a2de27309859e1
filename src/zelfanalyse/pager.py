"""A long text a screen at a time, through the reader's own pager."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess

_LESS = {"LESS": "FX", "LESSCHARSET": "utf-8"}  # end by itself when all fits; leave the text there


def paged(text: str) -> bool:
    """Show a text through ``$PAGER`` or ``less``; return whether there was one that started."""
    command = _command()
    if not command:
        return False
    environment = {**_LESS, **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603
    except OSError:
        return False
    with contextlib.suppress(OSError, KeyboardInterrupt):  # someone has read enough
        pager.communicate(text.encode())
    while pager.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is the pager's
            pager.wait()
    return True


def _command() -> list[str]:
    """Return the pager with its options; none when there is none or nobody wants one."""
    if os.environ.get("TERM") == "dumb":
        return []
    chosen = os.environ.get("PAGER")
    if chosen is not None:
        with contextlib.suppress(ValueError):  # a quote that is not closed
            return shlex.split(chosen)
        return []
    less = shutil.which("less")
    return [less] if less else []
