"""The reference figures, as they stand in ``tests/data``."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def part(name: str, key: str) -> Any:
    """Return one part of a file of examples."""
    return json.loads((DATA / name).read_text("utf-8"))[key]
