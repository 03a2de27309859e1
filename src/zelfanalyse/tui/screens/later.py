"""The screens that open over the first ones, each imported when it does: the start waits for none.

A page says here what it needs, and gets a new screen.
"""

# ruff: noqa: PLC0415 - that is what this module is for
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from zelfanalyse.tui.screens.page import Command


def closing() -> Screen[None]:
    """Return the screen to hand in."""
    from zelfanalyse.tui.screens.closing import ClosingScreen

    return ClosingScreen()


def overview() -> Screen[None]:
    """Return the screen with all questions."""
    from zelfanalyse.tui.screens.overview import OverviewScreen

    return OverviewScreen()


def help_with(*, origin_first: bool = False) -> Screen[None]:
    """Return the screen with help, or first with where the question comes from."""
    from zelfanalyse.tui.screens.help import HelpScreen

    return HelpScreen(origin_first=origin_first)


def comment(*, comes_back: bool = False) -> Screen[None]:
    """Return the screen for a comment; it can come back to the question after that one."""
    from zelfanalyse.tui.screens.comment import CommentScreen

    return CommentScreen(comes_back=comes_back)


def palette(commands: Iterable[Command]) -> Screen[None]:
    """Return the screen with these commands."""
    from zelfanalyse.tui.screens.palette import PaletteScreen

    return PaletteScreen(commands)
