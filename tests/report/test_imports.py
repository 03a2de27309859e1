"""What a report loads."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        "zelfanalyse.analysis.analyse",
        "zelfanalyse.report.build",
        "zelfanalyse.report.terminal",
        "zelfanalyse.intake",
        "zelfanalyse.cli",
    ],
)
def test_no_report_and_no_command_loads_textual(module: str) -> None:
    """Textual costs a fifth of a second: only a screen may load it."""
    program = f"import sys, {module}; print(*sorted(name for name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = done.stdout.split()
    assert module in loaded
    assert [] == [name for name in loaded if name.partition(".")[0] == "textual"]


@pytest.mark.parametrize("module", ["zelfanalyse.analysis.analyse", "zelfanalyse.report.build"])
def test_figures_and_words_need_no_screen_library(module: str) -> None:
    """Rich belongs to the terminal: the result and the document do without."""
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert [] == [name for name in done.stdout.split() if name.partition(".")[0] == "rich"]
