"""The wheel does the main job by itself: without a clone and without development packages."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

import pytest

from zelfanalyse import __version__
from zelfanalyse.errors import ExitCode
from zelfanalyse.questionnaire import library

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.xdist_group("wheel")  # one worker, so that it is built and installed once


class Installed(NamedTuple):
    """A program installed from the wheel, and an empty folder to run it in."""

    program: Path
    python: Path
    here: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command as a user would, far from the clone."""
        return _run(self.program, *words, here=self.here)


def _run(*words: str | Path, here: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in words],
        cwd=here,
        env=kept,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def _done(*words: str | Path, here: Path) -> None:
    result = _run(*words, here=here)
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel with the tools at hand, and install it where nothing else is."""
    here = tmp_path_factory.mktemp("ergens anders")
    dist, home = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("venv")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir")
    _done(sys.executable, *build, dist, ROOT, here=here)
    (wheel,) = dist.glob("*.whl")
    venv.create(home, with_pip=True)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    _done(binaries / "python", "-m", "pip", "install", "--quiet", wheel, here=here)
    return Installed(binaries / "zelfanalyse", binaries / "python", here)


def test_the_wheel_needs_no_development_packages(installed: Installed) -> None:
    """What tests and checks use is not asked of a user."""
    result = _run(installed.python, "-c", "import pytest", here=installed.here)
    assert "ModuleNotFoundError" in result.stderr


def test_the_wheel_knows_its_version(installed: Installed) -> None:
    """``--versie`` tells the version of the package that was built."""
    result = installed.run("--versie")
    assert (ExitCode.OK, f"{__version__}\n") == (result.returncode, result.stdout)


def test_the_questionnaires_are_in_the_wheel(installed: Installed) -> None:
    """The built-in lists are found without a clone."""
    result = installed.run("vragenlijsten")
    assert ExitCode.OK == result.returncode
    assert list(library.built_in()) == [line.split()[0] for line in result.stdout.splitlines()]


def test_the_main_job_can_be_done_from_the_wheel(installed: Installed) -> None:
    """Example, merging once more, and the report: each ends well and names the dossier."""
    example = installed.run("voorbeeld")
    merged = installed.run("samenvoegen", "voorbeeld", "voorbeeld/ingevuld")
    report = installed.run("rapport", "voorbeeld")
    assert [ExitCode.OK] * 3 == [result.returncode for result in (example, merged, report)]
    assert "Regio Voorbeeld" in example.stdout
    assert "was er al" in merged.stdout
    assert example.stdout == report.stdout


def test_the_web_page_has_its_looks_from_the_wheel(installed: Installed) -> None:
    """The style sheet of the report is in the wheel, and in the page."""
    installed.run("voorbeeld", "voorbeeld-web")
    written = installed.run("rapport", "voorbeeld-web", "-o", "rapport.html")
    assert ExitCode.OK == written.returncode, written.stderr
    assert "prefers-color-scheme: dark" in (installed.here / "rapport.html").read_text("utf-8")


def test_the_screen_can_be_loaded_from_the_wheel(installed: Installed) -> None:
    """The files of the screen, its stylesheet among them, are in the wheel."""
    code = (
        "from importlib.resources import files\n"
        "from zelfanalyse.tui.app import FillInApp\n"
        "assert files('zelfanalyse.tui').joinpath(FillInApp.CSS_PATH).is_file()\n"
    )
    result = _run(installed.python, "-c", code, here=installed.here)
    assert ExitCode.OK == result.returncode, result.stderr
