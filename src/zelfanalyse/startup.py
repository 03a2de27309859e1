"""Being there at once."""

from __future__ import annotations

import gc
import os
from typing import Final

_USUAL: Final = gc.get_threshold()
_MANY: Final = 200_000  # more objects than are there when the first question is on the screen


def hasten() -> None:
    """Put off what a program need not do while it starts.

    Modules make many objects that all live on, and to look for garbage among them, again and
    again, takes a twentieth of the start: that begins when there are very many of them, or an app
    has settled.

    And pydantic looks for no plugins. It would read what every package in the environment says of
    itself, at each start; and what people answer is not for a plugin that something else brought
    along.
    """
    gc.set_threshold(_MANY)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def settle() -> None:
    """Look for garbage as usual from now on, but never among what the start has made.

    Another app in the same program settles too, and what the one before it left is garbage then.
    """
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(*_USUAL)
