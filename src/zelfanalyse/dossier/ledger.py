"""``logboek.jsonl``: which figures were ever published, so that no later report betrays anyone.

Every line is one report. It holds no answers and no codes: a person is a salted hash, and an
answer is one too, so that only a changed answer can be seen to have changed.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from zelfanalyse.dossier.model import Source
from zelfanalyse.errors import Finding
from zelfanalyse.toml_file import bytes_of, reason, write_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from zelfanalyse.dossier.model import Settings

LEDGER = "logboek.jsonl"
_WEIGHT = re.compile(r"[0-9]{1,18}(/[0-9]{1,18})?")  # below the prime of the audit
_SALT = re.compile(r"[0-9a-f]{32}")
_DIGITS = 12  # hexadecimal digits of a hash: 48 bits tell the people of a dossier apart


class Record(NamedTuple):
    """One person's answer to one subject; a changed answer is another record."""

    person: str
    answer: str = ""


Row: TypeAlias = "Mapping[Record, Fraction]"  # a published mean: the weight of each record in it


class Noted(NamedTuple):
    """What a perspective was at an earlier report; lines of before did not note the source."""

    source: str | None
    on_record: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Every row that was ever published, by subject, and the salt of the hashes.

    ``perspectives`` is what each was at the first report that knew it. ``unlisted_protected``:
    the last line is of before perspectives were noted, so that whoever it does not name as being
    on the record may have been protected.
    """

    salt: str = field(default_factory=lambda: secrets.token_hex(16), compare=False)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    perspectives: Mapping[str, Noted] = field(default_factory=dict)
    unlisted_protected: bool = False

    def record(self, respondent: str, subject: str, answer: str) -> Record:
        """Return the record of a respondent's answer; without the salt it says nothing."""
        return Record(self._hash(respondent), self._hash(f"{respondent}/{subject}/{answer}"))

    def knows(self, rows: Mapping[str, Sequence[Row]], named: Collection[str]) -> bool:
        """Whether all of this was published before; then showing it again tells nothing new."""
        return not any(rows.values()) and self.perspectives.keys() >= set(named)

    def _hash(self, text: str) -> str:
        return hashlib.sha256(f"{self.salt}/{text}".encode()).hexdigest()[:_DIGITS]


def load(folder: Path) -> tuple[Register, list[Finding]]:
    """Return the register of a dossier, a new one when nothing was published, and what is wrong."""
    path = folder / LEDGER
    if not path.exists() and not path.is_symlink():
        return Register(), []
    try:
        text = bytes_of(path).decode()
    except (OSError, UnicodeDecodeError) as error:
        return Register(), [Finding(path, None, f"kan niet gelezen worden: {reason(error)}.")]
    hint = "Zet een reservekopie terug: zonder logboek is geheimhouding niet te bewaken."
    if not text.strip():
        return Register(), [Finding(path, 1, "dit logboek is leeg.", hint)]
    salts: set[str] = set()
    noted: dict[str, Noted] = {}
    unlisted = False
    rows: dict[str, tuple[Row, ...]] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        try:
            entry = _table(json.loads(line))
            salts.add(_salt(entry["zout"]))
            if len(salts) > 1:
                message = "deze regel heeft een ander zout dan de regels erboven."
                return Register(), [Finding(path, number, message, hint)]
            unlisted = "perspectieven" not in entry
            for name, item in _perspectives(entry).items():
                if name not in noted or noted[name].source is None:
                    noted[name] = item
            for subject, published in _table(entry["cijfers"]).items():
                rows[subject] = (*rows.get(subject, ()), *map(_row, _list(published)))
        except (ValueError, KeyError, TypeError, ZeroDivisionError, RecursionError):
            return Register(), [Finding(path, number, "deze regel is beschadigd.", hint)]
    return Register(salts.pop(), rows, noted, unlisted), []


def append(  # noqa: PLR0913 - a line holds something of each of these
    folder: Path,
    settings: Settings,
    register: Register,
    rows: Mapping[str, Sequence[Row]],
    now: datetime,
    *,
    named: Collection[str] = (),
) -> None:
    """Add the rows of a report that were not published before; nothing new writes nothing.

    ``named`` are the perspectives on the record that have people: their figures are in no row,
    and a report that shows them for the first time is noted too. Raises ``StorageError`` when the
    disk refuses: then the report must not be shown.
    """
    if register.knows(rows, named):
        return
    entry = {
        "soort": "rapport",
        "tijd": now.isoformat(timespec="seconds"),
        **({"verzonnen": True} if settings.made_up else {}),
        "zout": register.salt,
        "perspectieven": {
            item.id: {"bron": item.source.value, "op_naam": item.on_record}
            for item in settings.perspectives
        },
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


def _row(value: object) -> Row:
    """Return a row as it was noted. Raises ``TypeError`` or ``ValueError`` when it is none."""
    row: dict[Record, Fraction] = {}
    for weight, records in _table(value).items():
        if not _WEIGHT.fullmatch(weight):
            raise ValueError(weight)
        for record in _list(records):
            person, answer = _list(record)
            row[Record(_text(person), _text(answer))] = Fraction(weight)
    return row


def _salt(value: object) -> str:
    if not _SALT.fullmatch(_text(value)):
        raise ValueError(value)
    return _text(value)


def _perspectives(entry: Mapping[str, Any]) -> dict[str, Noted]:
    """Return what a line says of perspectives; one of before only names those on the record."""
    if "perspectieven" not in entry:
        return {_text(name): Noted(None, on_record=True) for name in _list(entry["op_naam"])}
    found = {}
    for name, value in _table(entry["perspectieven"]).items():
        noted = Noted(Source(_text(_table(value)["bron"])).value, _table(value)["op_naam"])
        if not isinstance(noted.on_record, bool):
            raise TypeError(name)
        found[name] = noted
    return found


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
