"""What a command left behind, for tests that run one; the fixture ``run`` is for everyone."""

from __future__ import annotations

from typing import NamedTuple


class Done(NamedTuple):
    """What a command left behind."""

    exit_code: int
    out: str
    err: str
