"""What is left out so that the first question is there soon."""

from __future__ import annotations

import subprocess
import sys


def run(program: str) -> list[str]:
    """Run a few lines of Python by themselves, and return the words they print."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_a_list_by_itself_loads_no_dossier() -> None:
    """Who fills in a list without a dossier does not wait for what a dossier needs."""
    loaded = run(
        "import sys\n"
        "from zelfanalyse import cli\n"
        "from zelfanalyse.commands import fill_in\n"
        "fill_in.desk_for('samenwerking', '', fill_in.now)\n"
        "print(*sys.modules)"
    )
    assert "zelfanalyse.response.desk" in loaded
    assert [] == [name for name in loaded if name.startswith("zelfanalyse.dossier.")]
    assert "zelfanalyse.questionnaire.lint" not in loaded  # advice is for an author


def test_no_package_beside_ours_is_asked_for_plugins() -> None:
    """What people answer goes through no plugin that another package registered with pydantic."""
    printed = run(
        "import importlib.metadata, sys\n"
        "importlib.metadata.entry_points = lambda **_: print('asked') or ()\n"
        "from zelfanalyse.__main__ import main\n"
        "sys.argv[1:] = ['vragenlijsten']\n"
        "main()"
    )
    assert "samenwerking" in printed
    assert "asked" not in printed


def test_garbage_is_looked_for_as_usual_when_the_first_pages_have_come_up() -> None:
    """Hardly ever while it starts, then never among what the start made; a next app is not kept."""
    printed = run(
        "import gc\n"
        "from zelfanalyse.startup import hasten, settle\n"
        "usual = gc.get_threshold()\n"
        "hasten()\n"
        "print(gc.get_threshold()[0] > 100 * usual[0])\n"
        "settle()\n"
        "frozen = gc.get_freeze_count()\n"
        "print(gc.get_threshold() == usual, frozen > 0)\n"
        "later = [[] for _ in range(10_000)]\n"
        "settle()\n"
        "print(gc.get_freeze_count() <= frozen)"
    )
    assert ["True", "True", "True", "True"] == printed
