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


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 18)])
async def test_question_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """An answered statement with a comment looks the same as last time, at three sizes."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "3", "left", "t", *"Meestal.", "escape")
        compare(capture(app), f"vraag-{size[0]}x{size[1]}.txt")


async def test_balance_screen(app: FillInApp) -> None:
    """A balance with both marks reads without colour."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "3", "w", "2", "4", "left")
        compare(capture(app), "balans-80x24.txt")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_closing_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """What is open is listed under the two ways out, with the cursor at the way back."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "4", "3", "f10")
        compare(capture(app), f"afronden-{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_start_screen(app: FillInApp, size: tuple[int, int]) -> None:
    """What one must know before beginning is on the first page."""
    async with app.run_test(size=size):
        compare(capture(app), f"start-{size[0]}x{size[1]}.txt")


def compare(shown: str, name: str) -> None:
    """Compare a screen with the file it should look like, or write that file when asked."""
    path = FOLDER / name
    if os.environ.get("SNAPSHOTS") == "nieuw":
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown
