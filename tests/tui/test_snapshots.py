"""Screens as text; ``SNAPSHOTS=nieuw pytest tests/tui`` writes the files again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .capture import capture

if TYPE_CHECKING:
    from zelfanalyse.tui.app import FillInApp

FOLDER = Path(__file__).parent / "snapshots"


SIZES = [(80, 24), (140, 45), (60, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_question_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """An answered statement with a comment looks the same as last time, at three sizes."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "3", "left", "t", *"Meestal.", "escape")
        compare(capture(app), f"vraag-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES)
async def test_balance_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """A balance with both marks reads without colour."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "3", "w", "2", "4", "left")
        compare(capture(app), f"balans-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES)
async def test_overview_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """Every question stands under its section, with its state in a sign and a word."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "w", "o")
        compare(capture(app), f"overzicht-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES)
async def test_palette_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """What one can do is a list in Dutch, with keys."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "ctrl+p", *"on")
        compare(capture(app), f"opdrachten-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES)
async def test_closing_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """What is open is listed under the two ways out, with the cursor at the way back."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "3", "f10")
        compare(capture(app), f"afronden-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_start_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """What one must know before beginning is on the first page.

    Not at the large size: the name of the folder, which differs, is on it there.
    """
    async with app.run_test(size=size):
        compare(capture(app), f"start-{size[0]}x{size[1]}.txt")


def compare(shown: str, name: str, folder: Path = FOLDER) -> None:
    """Compare a screen with the file it should look like, or write that file when asked."""
    path = folder / name
    if os.environ.get("SNAPSHOTS") == "nieuw":
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown
