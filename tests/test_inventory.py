"""The command that lists cooperations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dossier.builders import on_disk
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.inventory import Inventory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.running import Done


def test_the_first_time_makes_a_file_to_write_in(tmp_path: Path, run: Callable[..., Done]) -> None:
    """It opens as it is, and with every key taken out of its comment."""
    place = tmp_path / "d"
    on_disk(place)
    assert 0 == run("inventaris", place).exit_code
    assert Inventory() == folder.load(place).book.inventory
    path = place / Inventory.name
    lines = [line.removeprefix("# ") for line in path.read_text("utf-8").splitlines()]
    kept = [line for line in lines if line.startswith("[[") or " = " in line]
    path.write_text("\n".join(kept).replace('naam = ""', 'naam = "Regio"'), "utf-8")
    opened = folder.load(place).book.inventory
    assert opened is not None
    assert ["Regio"] == [item.name for item in opened.cooperations]


def test_after_that_it_shows_the_table(tmp_path: Path, run: Callable[..., Done]) -> None:
    """And says so while there is nothing on it."""
    place = tmp_path / "d"
    on_disk(place)
    run("inventaris", place)
    assert "nog geen samenwerking" in run("inventaris", place).err
    path = place / Inventory.name
    path.write_text('formaat = 1\n[[samenwerking]]\nnaam = "Regio Noord"\n', "utf-8")
    assert "Regio Noord" in run("inventaris", place).out
