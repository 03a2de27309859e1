"""Little work at each key and at the start: what is there already is not done again."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.layouts.vertical import VerticalLayout

from zelfanalyse.preferences import Preferences
from zelfanalyse.tui.app import FillInApp
from zelfanalyse.tui.theme import THEMES
from zelfanalyse.tui.widgets.drawn import Drawn

from .conftest import quiet

if TYPE_CHECKING:
    from zelfanalyse.preferences import ThemeName
    from zelfanalyse.response.desk import Desk

LATER = ("closing", "comment", "help", "overview", "palette", "search", "trouble")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list in which every line comes that is drawn: its widget, and which one of it."""
    lines: list[str] = []
    draw = Drawn.render_line

    def listed(widget: Drawn, y: int) -> object:
        lines.append(f"{type(widget).__name__} {y}")
        return draw(widget, y)

    monkeypatch.setattr(Drawn, "render_line", listed)
    return lines


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list in which every widget comes whose parts are laid out."""
    widgets: list[str] = []
    arrange = VerticalLayout.arrange

    def listed(layout: VerticalLayout, parent: object, *rest: object, **more: object) -> object:
        widgets.append(type(parent).__name__)
        return arrange(layout, parent, *rest, **more)  # type: ignore[arg-type]  # what comes in goes on

    monkeypatch.setattr(VerticalLayout, "arrange", listed)
    return widgets


async def test_a_key_draws_only_the_lines_that_differ(
    app: FillInApp, drawn: list[str], laid_out: list[str]
) -> None:
    """The place, the statement and what was answered; in the panel only the section's count."""
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("enter", "4")
        drawn.clear()
        laid_out.clear()
        await pilot.press("4")
        await pilot.pause()
        assert {"Head 0", "Head 1", "Prompt 2", "Progress 1", "Remark 0"} == set(drawn)
        assert [] == laid_out


async def test_the_cursor_draws_the_line_it_leaves_and_the_line_it_comes_to(
    app: FillInApp, drawn: list[str]
) -> None:
    """The other options stay as they are."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down")
        drawn.clear()
        await pilot.press("down")
        await pilot.pause()
        assert {"Rows 0", "Rows 1"} == set(drawn)


@pytest.mark.parametrize("name", THEMES)
async def test_the_preferred_theme_is_there_at_once(
    desk: Desk, name: ThemeName, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its colours are on the first screen, and the style sheet is not read again for them."""
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    app = quiet(FillInApp(desk, Preferences(theme=name)))
    async with app.run_test():
        theme = THEMES[name]
        assert Color.parse(theme.background or "") == app.screen.styles.background
        assert (theme.dark, not theme.dark) == (
            app.has_class("-dark-mode"),
            app.has_class("-light-mode"),
        )
    assert [] == again


def test_the_start_waits_for_no_screen_that_opens_later() -> None:
    """Those are imported when someone goes there, and so is the text area."""
    program = "import sys, zelfanalyse.tui.app; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    imported = set(told.stdout.split())
    assert "zelfanalyse.tui.screens.question" in imported
    assert set() == imported & {f"zelfanalyse.tui.screens.{name}" for name in LATER}
    assert "textual.widgets._text_area" not in imported
