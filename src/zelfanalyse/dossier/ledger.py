"""``logboek.jsonl``: which figures were ever published, so that no later report betrays anyone.

Every line is one report. It holds no answers and no codes: a person is a salted hash, and an
answer is one too, so that only a changed answer can be seen to have changed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from zelfanalyse.errors import Finding
from zelfanalyse.toml_file import reason, write_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from zelfanalyse.dossier.model import Settings

LEDGER = "logboek.jsonl"
_DIGITS = 12  # hexadecimal digits of a hash: 48 bits tell the people of a dossier apart


class Record(NamedTuple):
    """One person's answer to one subject; a changed answer is another record."""

    person: str
    answer: str = ""


Row: TypeAlias = "Mapping[Record, Fraction]"  # a published mean: the weight of each record in it


@dataclass(frozen=True, slots=True)
class Register:
    """Every row that was ever published, by subject, and the salt of the hashes."""

    salt: str = field(default_factory=lambda: secrets.token_hex(16), compare=False)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    on_record: frozenset[str] | None = None  # who answered with their function, at the last report

    def record(self, respondent: str, subject: str, answer: str) -> Record:
        """Return the record of a respondent's answer; without the salt it says nothing."""
        return Record(self._hash(respondent), self._hash(f"{respondent}/{subject}/{answer}"))

    def _hash(self, text: str) -> str:
        return hashlib.sha256(f"{self.salt}/{text}".encode()).hexdigest()[:_DIGITS]


def load(folder: Path) -> tuple[Register, list[Finding]]:
    """Return the register of a dossier, a new one when nothing was published, and what is wrong."""
    path = folder / LEDGER
    if not path.exists():
        return Register(), []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return Register(), [Finding(path, None, f"kan niet gelezen worden: {reason(error)}.")]
    salt, on_record = "", None
    rows: dict[str, tuple[Row, ...]] = {}
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            salt = salt or str(entry["zout"])
            on_record = frozenset(map(str, entry["op_naam"]))
            for subject, published in entry["cijfers"].items():
                rows[subject] = (*rows.get(subject, ()), *map(_row, published))
        except (ValueError, KeyError, TypeError, AttributeError, ZeroDivisionError):
            hint = "Zet een reservekopie terug: zonder logboek is geheimhouding niet te bewaken."
            return Register(), [Finding(path, number, "deze regel is beschadigd.", hint)]
    return Register(salt or Register().salt, rows, on_record), []


def append(
    folder: Path,
    settings: Settings,
    register: Register,
    rows: Mapping[str, Sequence[Row]],
    now: datetime,
) -> None:
    """Add the rows of a report that were not published before; nothing new writes nothing.

    Raises ``StorageError`` when the disk refuses: then the report must not be shown.
    """
    if not any(rows.values()):
        return
    entry = {
        "soort": "rapport",
        "tijd": now.isoformat(timespec="seconds"),
        **({"verzonnen": True} if settings.made_up else {}),
        "zout": register.salt,
        "op_naam": sorted(item.id for item in settings.perspectives if item.on_record),
        "cijfers": {subject: [_plain(row) for row in new] for subject, new in rows.items() if new},
    }
    path = folder / LEDGER
    before = path.read_bytes() if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    line = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    write_bytes(path, before + line.encode() + b"\n")


def _plain(row: Row) -> dict[str, list[list[str]]]:
    """Return a row as its weights, each with the records that have it."""
    plain: dict[str, list[list[str]]] = {}
    for record, weight in sorted(row.items()):
        plain.setdefault(str(weight), []).append(list(record))
    return plain


def _row(plain: Mapping[str, Any]) -> Row:
    return {
        Record(person, answer): Fraction(weight)
        for weight, records in plain.items()
        for person, answer in records
    }
