"""Being there at once."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def without_plugins() -> None:
    """Let pydantic look for no plugins.

    It would read what every package in the environment says of itself, at each start. And what
    people answer is not for a plugin that something else brought along.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


@contextmanager
def quick() -> Iterator[None]:
    """Import without looking for garbage.

    Modules make many objects that all live on. To look for garbage among them, again and again,
    takes a fifth of the start; what is there afterwards need never be looked at.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
