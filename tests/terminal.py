"""A real pseudo-terminal with the real program in it: send keys, read the screen."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENTER, TAB, PAGE_DOWN, ESCAPE = "\r", "\t", "\x1b[6~", "\x1b"
F1, F4, F10, CTRL_Q, CTRL_Z = "\x1bOP", "\x1bOS", "\x1b[21~", "\x11", "\x1a"
PATIENCE = 30.0  # seconds: machines that run tests can be slow


class Terminal:
    """The program on a screen of its own."""

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = ("-m", "zelfanalyse"),
    ) -> None:
        environment = {
            **{key: value for key, value in os.environ.items() if key != "NO_COLOR"},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            "COLUMNS": str(columns),
            "LINES": str(rows),
        }
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.program: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            [*program, *arguments],
            cwd=str(folder),
            env=environment,
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Send keys as a keyboard would."""
        for key in keys:
            self.program.send(key)

    def wait_for(self, wanted: str) -> None:
        """Wait until a text is on the screen; fail with the screen when it does not come."""
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.text:
            assert time.monotonic() < deadline, f"no {wanted!r} on:\n{self.text}"
            self._read()

    def wait_for_end(self) -> int | None:
        """Wait until the program has ended; return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.program.isalive():
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
            self._read()
        return self.program.exitstatus

    def wait(self, seconds: float) -> None:
        """Let this much time pass, and read what is drawn meanwhile."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def kill(self) -> None:
        """End the program as a power cut would; the screen keeps what it had drawn by then."""
        self.program.kill(signal.SIGKILL)
        with contextlib.suppress(pexpect.EOF):
            while True:
                self.stream.feed(self.program.read_nonblocking(size=65536, timeout=PATIENCE))
        self.program.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]  # it is gone
        self.program.close(force=True)

    def close(self) -> None:
        """Close the terminal window: the program gets SIGHUP and no chance to say goodbye."""
        self.program.close(force=True)

    def _read(self, patience: float = 0.1) -> None:
        try:
            self.stream.feed(self.program.read_nonblocking(size=65536, timeout=patience))
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            time.sleep(0.05)
