"""The ledger: which figures were ever published."""

from __future__ import annotations

import errno
import json
import os
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.builders import MOMENT, PARTNERS, RAAD, asked, code, factor, on_disk, person
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier import folder, ledger
from zelfanalyse.dossier.ledger import LEDGER, Record, Register
from zelfanalyse.errors import RefusedError, StorageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.ledger import Row

HASHES = st.text("0123456789abcdef", min_size=12, max_size=12)
ROWS = st.dictionaries(
    st.builds(Record, HASHES, HASHES),
    st.fractions(min_value=0, max_value=1, max_denominator=10**6),
    min_size=1,
)
SUBJECTS = st.dictionaries(
    st.sampled_from(["factor/x/zelf", "stelling/x-1/extern", "cijfer/é/zelf"]),
    st.lists(ROWS, min_size=1, max_size=3).map(tuple),
    min_size=1,
)
ROW: Row = {Record("aaa", "1"): Fraction(1, 3), Record("bbb", "2"): Fraction(2, 3)}
OTHER: Row = {Record("ccc", "1"): Fraction(1)}


@pytest.fixture
def empty(tmp_path: Path) -> Dossier:
    """Return a dossier of which nothing was published."""
    return on_disk(tmp_path)


def note(dossier: Dossier, rows: Mapping[str, tuple[Row, ...]], hours: int = 0) -> Register:
    """Add rows to the ledger of a dossier and return it as it is read back."""
    before, _ = ledger.load(dossier.folder)
    moment = MOMENT + timedelta(hours=hours)
    ledger.append(dossier.folder, dossier.settings, before, rows, moment)
    found, findings = ledger.load(dossier.folder)
    assert [] == findings
    return found


@given(SUBJECTS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_noted_is_read_back(
    empty: Dossier, rows: dict[str, tuple[dict[Record, Fraction], ...]]
) -> None:
    """Every row comes back with its exact weights."""
    (empty.folder / LEDGER).unlink(missing_ok=True)
    assert rows == note(empty, rows).rows


def test_the_salt_stays(empty: Dossier) -> None:
    """All reports of a dossier know a person by the same hash."""
    first = note(empty, {"x": (ROW,)})
    second = note(empty, {"x": (OTHER,)}, hours=1)
    assert first.salt == second.salt
    assert {"x": (ROW, OTHER)} == second.rows
    assert first.record("a", "x", "4") == second.record("a", "x", "4")


def test_every_dossier_has_its_own_salt() -> None:
    """The same person is not to be found again in another dossier."""
    assert Register().record("a", "x", "4") != Register().record("a", "x", "4")


def test_a_report_is_one_line(empty: Dossier) -> None:
    """Adding leaves every earlier byte, and ends its own line."""
    note(empty, {"x": (ROW,)})
    before = (empty.folder / LEDGER).read_bytes()
    note(empty, {"x": (OTHER,), "y": (ROW,)}, hours=1)
    after = (empty.folder / LEDGER).read_bytes()
    assert after.startswith(before)
    assert [1, 2] == [content.count(b"\n") for content in (before, after)]
    assert after.endswith(b"\n")


@pytest.mark.parametrize("rows", [{}, {"x": ()}])
def test_nothing_new_writes_nothing(empty: Dossier, rows: dict[str, tuple[Row, ...]]) -> None:
    """A report that shows nothing new leaves the ledger alone, also where there is none."""
    note(empty, rows)
    assert not (empty.folder / LEDGER).exists()
    note(empty, {"x": (ROW,)})
    before = (empty.folder / LEDGER).read_bytes()
    note(empty, rows, hours=1)
    assert before == (empty.folder / LEDGER).read_bytes()


@pytest.mark.parametrize(
    "damaged",
    [
        "geen json",
        "",
        "[]",
        "3",
        '{"zout": "x"}',
        '{"zout": "x", "cijfers": {"y": 3}}',
        '{"zout": "x", "cijfers": {"y": [{"geen breuk": [["a", "b"]]}]}}',
        '{"zout": "x", "cijfers": {"y": [{"1/0": [["a", "b"]]}]}}',
        '{"zout": "x", "cijfers": {"y": [{"1/2": [["a"]]}]}}',
    ],
)
def test_a_damaged_line_is_found(empty: Dossier, damaged: str) -> None:
    """Whoever changed the ledger by hand reads where, and no figure is shown."""
    note(empty, {"x": (ROW,)})
    path = empty.folder / LEDGER
    path.write_text(path.read_text("utf-8") + damaged + "\n", "utf-8")
    _, (finding,) = ledger.load(empty.folder)
    assert (path, 2) == (finding.file, finding.line)
    assert "beschadigd" in finding.message
    assert "reservekopie" in finding.hint


def test_a_ledger_that_is_no_text_is_found(empty: Dossier) -> None:
    """Bytes that are no UTF-8 are told too."""
    (empty.folder / LEDGER).write_bytes(b"\xff\xfe")
    _, (finding,) = ledger.load(empty.folder)
    assert None is finding.line
    assert "kan niet gelezen worden" in finding.message


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_leaves_the_old_ledger(
    empty: Dossier, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A full or read-only disk: an error, the earlier bytes, and nothing beside them."""
    note(empty, {"x": (ROW,)})
    before = {path: path.read_bytes() for path in empty.folder.iterdir() if path.is_file()}

    def refuse(_: int) -> None:
        raise OSError(number, "nee")

    monkeypatch.setattr("os.fsync", refuse)
    register, _ = ledger.load(empty.folder)
    with pytest.raises(StorageError):
        ledger.append(empty.folder, empty.settings, register, {"x": (OTHER,)}, MOMENT)
    assert before == {path: path.read_bytes() for path in empty.folder.iterdir() if path.is_file()}


def test_the_ledger_tells_no_code_and_no_answer(tmp_path: Path) -> None:
    """It has hashes only: the same answers of two people cannot be seen to be the same."""
    asking = asked(factor("x", 2))
    dossier = on_disk(tmp_path, asking)
    for number in range(6):
        for group, first in ((RAAD, 0), (PARTNERS, 50)):
            given_ = {"x-1": 4, "x-2": 2}
            folder.accept(dossier, person(first + number, group.id, asking, given_))
    dossier = folder.load(tmp_path)
    result = analyse(dossier)
    ledger.append(tmp_path, dossier.settings, dossier.register, result.published, MOMENT)
    text = (tmp_path / LEDGER).read_text("utf-8")
    assert [] == [number for number in range(60) if code(number) in text]
    entry = json.loads(text)
    assert {"soort", "tijd", "zout", "perspectieven", "cijfers"} == set(entry)
    records = [
        tuple(record)
        for rows in entry["cijfers"].values()
        for row in rows
        for found in row.values()
        for record in found
    ]
    assert 12 == len({name for name, _ in records})
    # Six people with the same two answers: two hashes each, and none of them shared.
    assert all(
        1 == len({name for name, answer in records if answer == each}) for _, each in records
    )


def test_a_dossier_with_a_ledger_gives_the_same_figures_again(tmp_path: Path) -> None:
    """A report that is asked for twice is the same report, and adds nothing."""
    asking = asked(factor("x", 2))
    dossier = on_disk(tmp_path, asking)
    for number in range(6):
        folder.accept(dossier, person(number, RAAD.id, asking, {"x-1": 4, "x-2": 2}))
    first = folder.load(tmp_path)
    one = analyse(first)
    ledger.append(tmp_path, first.settings, first.register, one.published, MOMENT)
    two = analyse(folder.load(tmp_path))
    assert one == two
    assert not any(two.published.values())


def test_a_last_line_without_its_end_does_no_harm(empty: Dossier) -> None:
    """An editor took the last line break away: the next report stands on a line of its own."""
    note(empty, {"x": (ROW,)})
    path = empty.folder / LEDGER
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert {"x": (ROW, OTHER)} == note(empty, {"x": (OTHER,)}, hours=1).rows


def shown(place: Path) -> Dossier:
    """Return a dossier with six people in the council and a report on the disk."""
    asking = asked(factor("x", 2))
    opened = on_disk(place, asking)
    for number in range(6):
        folder.accept(opened, person(number, RAAD.id, asking, {"x-1": 4, "x-2": 2}))
    opened = folder.load(place)
    ledger.append(place, opened.settings, opened.register, analyse(opened).published, MOMENT)
    return opened


def change(place: Path, group: str, old: str, new: str) -> None:
    """Replace the first text after the id of a perspective."""
    path = place / folder.SETTINGS
    before, after = path.read_text("utf-8").split(f'id = "{group}"', 1)
    assert old in after
    path.write_text(f'{before}id = "{group}"{after.replace(old, new, 1)}', "utf-8")


def as_before(place: Path) -> None:
    """Rewrite the ledger as lines were before they noted perspectives."""
    path = place / LEDGER
    entry = json.loads(path.read_text("utf-8"))
    known = entry.pop("perspectieven")
    entry["op_naam"] = sorted(name for name, item in known.items() if item["op_naam"])
    path.write_text(json.dumps(entry) + "\n", "utf-8")


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize(
    ("group", "before", "after", "message", "hint"),
    [
        ("raad", "op_naam = false", "op_naam = true", "niet op naam", "op_naam = false"),
        ("directie", "op_naam = true", "op_naam = false", "rapport op naam", "op_naam = true"),
    ],
)
def test_who_was_protected_stays_protected(  # noqa: PLR0913, PLR0917 - a change and what is said
    tmp_path: Path, group: str, before: str, after: str, message: str, hint: str, *, old: bool
) -> None:
    """After a report nobody goes on the record or off it: old figures would betray people."""
    shown(tmp_path)
    if old:
        as_before(tmp_path)
    change(tmp_path, group, before, after)
    with pytest.raises(RefusedError) as refused:
        folder.load(tmp_path)
    (finding,) = refused.value.findings
    lines = (tmp_path / folder.SETTINGS).read_text("utf-8").splitlines()
    assert after == lines[(finding.line or 0) - 1]
    assert f"'{group}'" in finding.message
    assert message in finding.message
    assert hint in finding.hint
    change(tmp_path, group, after, before)
    folder.load(tmp_path)


def test_a_group_stays_on_its_side(tmp_path: Path) -> None:
    """On the other side the gate would not find what was shown of it."""
    shown(tmp_path)
    change(tmp_path, "raad", 'bron = "zelf"', 'bron = "extern"')
    with pytest.raises(RefusedError) as refused:
        folder.load(tmp_path)
    (finding,) = refused.value.findings
    assert "'raad'" in finding.message
    assert "'zelf'" in finding.message
    assert 'bron = "zelf"' in finding.hint


@pytest.mark.parametrize("on_record", ["true", "false"])
def test_a_new_group_may_come_after_a_report(tmp_path: Path, on_record: str) -> None:
    """Also one on the record: nothing was shown of it before."""
    shown(tmp_path)
    path = tmp_path / folder.SETTINGS
    new = f'[[perspectief]]\nid = "griffie"\ntitel = "G"\nbron = "zelf"\nop_naam = {on_record}\n'
    path.write_text(path.read_text("utf-8") + new, "utf-8")
    assert "griffie" in {item.id for item in folder.load(tmp_path).settings.perspectives}


def test_the_first_line_that_knew_a_group_counts(empty: Dossier) -> None:
    """A group that was away for a while is what it was before."""
    note(empty, {"x": (ROW,)})
    away = empty.settings.model_copy(update={"perspectives": (PARTNERS,)})
    register, _ = ledger.load(empty.folder)
    ledger.append(empty.folder, away, register, {"x": (OTHER,)}, MOMENT)
    found, _ = ledger.load(empty.folder)
    assert ledger.Noted("zelf", on_record=False) == found.perspectives["raad"]
    assert ledger.Noted("zelf", on_record=True) == found.perspectives["directie"]


def test_a_report_of_people_on_the_record_alone_is_noted(empty: Dossier) -> None:
    """It has no rows, and who was on the record then may not become protected afterwards."""
    register, _ = ledger.load(empty.folder)
    ledger.append(empty.folder, empty.settings, register, {}, MOMENT, named=["directie"])
    found, _ = ledger.load(empty.folder)
    assert ({}, True) == (found.rows, found.perspectives["directie"].on_record)
    before = (empty.folder / LEDGER).read_bytes()
    ledger.append(empty.folder, empty.settings, found, {}, MOMENT, named=["directie"])
    assert before == (empty.folder / LEDGER).read_bytes()


@pytest.mark.parametrize("content", [b"", b"\n", b" \n\n"])
def test_an_empty_ledger_is_refused(empty: Dossier, content: bytes) -> None:
    """Somebody emptied it: what was shown is not known any more."""
    (empty.folder / LEDGER).write_bytes(content)
    _, (finding,) = ledger.load(empty.folder)
    assert (1, True) == (finding.line, "leeg" in finding.message)
    assert "reservekopie" in finding.hint


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_a_ledger_that_points_to_nothing_is_refused(empty: Dossier) -> None:
    """A link to a file that is gone is no ledger that never was."""
    (empty.folder / LEDGER).symlink_to(empty.folder / "weg.jsonl")
    _, (finding,) = ledger.load(empty.folder)
    assert "kan niet gelezen worden" in finding.message


SALT = "0123456789abcdef" * 2
GOOD: dict[str, object] = {
    "zout": SALT,
    "perspectieven": {"raad": {"bron": "zelf", "op_naam": False}},
    "cijfers": {"y": [{"1/2": [["a", "b"], ["c", "d"]]}]},
}


def test_a_good_line_is_read(empty: Dossier) -> None:
    """The line that the next test spoils in many ways is right."""
    (empty.folder / LEDGER).write_text(json.dumps(GOOD) + "\r\n", "utf-8")
    found, findings = ledger.load(empty.folder)
    assert (SALT, []) == (found.salt, findings)
    assert {Record("a", "b"): Fraction(1, 2), Record("c", "d"): Fraction(1, 2)} == found.rows["y"][
        0
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("zout", ""),
        ("zout", None),
        ("zout", "x" * 32),
        ("zout", SALT.upper()),
        ("perspectieven", ["raad"]),
        ("perspectieven", {"raad": "zelf"}),
        ("perspectieven", {"raad": {"bron": "zelf"}}),
        ("perspectieven", {"raad": {"bron": "binnen", "op_naam": False}}),
        ("perspectieven", {"raad": {"bron": "zelf", "op_naam": "nee"}}),
        ("cijfers", []),
        ("cijfers", {"y": {}}),
        ("cijfers", {"y": [[]]}),
        ("cijfers", {"y": [{"1/2": "ab"}]}),
        ("cijfers", {"y": [{"1/2": ["ab"]}]}),
        ("cijfers", {"y": [{"1/2": [["a", 1]]}]}),
        ("cijfers", {"y": [{"1/2": [[{}, []]]}]}),
        ("cijfers", {"y": [{"1/2": [["a", "b", "c"]]}]}),
        ("cijfers", {"y": [{"0.5": [["a", "b"]]}]}),
        ("cijfers", {"y": [{"-1/2": [["a", "b"]]}]}),
        ("cijfers", {"y": [{"1/0": [["a", "b"]]}]}),
        ("cijfers", {"y": [{"nan": [["a", "b"]]}]}),
        ("cijfers", {"y": [{"1e999999999": [["a", "b"]]}]}),
        ("cijfers", {"y": [{f"1/{2**61 - 1}": [["a", "b"]]}]}),
        ("cijfers", {"y": [{"9" * 5000: [["a", "b"]]}]}),
        ("cijfers", {"y": [{"\u0661": [["a", "b"]]}]}),
    ],
)
def test_a_line_of_another_shape_is_refused(empty: Dossier, key: str, value: object) -> None:
    """Whatever was made of it by hand, it is one sentence with its line, and no report."""
    lines = [GOOD, GOOD | {key: value}]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (empty.folder / LEDGER).write_text(text, "utf-8")
    _, (finding,) = ledger.load(empty.folder)
    assert (2, True) == (finding.line, "beschadigd" in finding.message)


@pytest.mark.parametrize("line", ["[" * 100_000 + "]" * 100_000, '{"a":' * 20_000 + "1"])
def test_a_line_that_is_too_deep_is_refused(empty: Dossier, line: str) -> None:
    """Brackets without end do not end the program."""
    (empty.folder / LEDGER).write_text(line + "\n", "utf-8")
    _, (finding,) = ledger.load(empty.folder)
    assert 1 == finding.line


def test_two_salts_are_refused(empty: Dossier) -> None:
    """With another salt nobody would be recognised as who was shown before."""
    lines = [GOOD, GOOD | {"zout": SALT[::-1]}]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (empty.folder / LEDGER).write_text(text, "utf-8")
    _, (finding,) = ledger.load(empty.folder)
    assert (2, True) == (finding.line, "zout" in finding.message)


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link to a device")
def test_a_ledger_without_end_is_refused(empty: Dossier) -> None:
    """It would fill the memory."""
    (empty.folder / LEDGER).symlink_to("/dev/zero")
    with pytest.raises(RefusedError, match="geen gewoon bestand"):
        folder.load(empty.folder)
