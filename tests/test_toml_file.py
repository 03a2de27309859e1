"""A TOML file is read with a reason for every refusal, and written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import given

from tests.strategies import texts, toml_tables
from zelfanalyse import toml_file
from zelfanalyse.errors import Finding, StorageError
from zelfanalyse.toml_file import Document

if TYPE_CHECKING:
    from collections.abc import Callable

LIST = Path("lijst.toml")


def refusal(path: Path) -> Finding:
    """Return the one finding of a file that cannot be read."""
    document, findings = toml_file.read(path)
    assert document is None
    (finding,) = findings
    return finding


def accepted(path: Path) -> dict[str, Any]:
    """Return the values of a file that can be read."""
    document, findings = toml_file.read(path)
    assert [] == findings
    assert document is not None
    return document.data


def failing(code: int) -> Callable[..., NoReturn]:
    """Return a call to the system that always fails, as a full or locked disk would."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """A name with a typing error is the likeliest cause."""
    path = tmp_path / "weg.toml"
    assert Finding(path, None, "dit bestand bestaat niet.", "Kijk de naam na.") == refusal(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Someone who gives the folder hears that it is one."""
    assert Finding(tmp_path, None, "dit is een map.", "Geef een bestand op.") == refusal(tmp_path)


def test_a_file_that_is_not_utf_8_says_how_to_save_it(tmp_path: Path) -> None:
    """Old Windows editors write é as one byte."""
    path = tmp_path / "lijst.toml"
    path.write_bytes("titel = 'één'\n".encode("cp1252"))
    hint = "Bewaar het opnieuw met de codering UTF-8."
    assert Finding(path, None, "dit bestand is geen UTF-8-tekst.", hint) == refusal(path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Notepad puts a mark before the first key; the key is read all the same."""
    path = tmp_path / "lijst.toml"
    path.write_bytes(b"\xef\xbb\xbftitel = '\xc3\xa9'\n")
    assert {"titel": "é"} == accepted(path)


def test_windows_line_ends_count_as_one(tmp_path: Path) -> None:
    """Keys keep their line numbers, and texts over several lines get plain line feeds."""
    path = tmp_path / "lijst.toml"
    path.write_bytes(b'a = """een\r\ntwee"""\r\nb = 2\r\n')
    text = 'a = """een\ntwee"""\nb = 2\n'
    data = {"a": "een\ntwee", "b": 2}
    document, findings = toml_file.read(path)
    assert (Document(path, data, text), []) == (document, findings)
    assert document is not None
    assert {("a",): 1, ("b",): 3} == document.lines


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    """One byte over the limit refuses; the limit itself does not."""
    path = tmp_path / "lijst.toml"
    text = b"a = 1\n#"
    path.write_bytes(text + b"x" * (toml_file.MAX_BYTES - len(text)))
    assert {"a": 1} == accepted(path)
    path.write_bytes(text + b"x" * (toml_file.MAX_BYTES - len(text) + 1))
    hint = "Geef een bestand van dit programma op."
    assert Finding(path, None, "dit bestand is te groot.", hint) == refusal(path)


@pytest.mark.parametrize("nested", ["[" * 5000 + "]" * 5000, "{a=" * 5000 + "1" + "}" * 5000])
def test_endless_brackets_are_refused(tmp_path: Path, nested: str) -> None:
    """A file made to break the reader gets a sentence, like any other broken file."""
    path = tmp_path / "lijst.toml"
    path.write_text(f"a = {nested}\n", encoding="utf-8")
    message = "dit bestand is te diep genest."
    assert Finding(path, None, message, "Haal haakjes weg.") == refusal(path)


def test_a_file_one_may_not_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason comes from the system, the words are Dutch."""
    path = tmp_path / "lijst.toml"
    path.write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", failing(errno.EACCES))
    message = "dit bestand kan niet gelezen worden: u hebt hier geen rechten."
    assert Finding(path, None, message) == refusal(path)


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0teken", "lijst.toml/dieper.toml"])
def test_a_name_the_system_refuses_is_a_finding(tmp_path: Path, name: str) -> None:
    """Names that no file can have stop nothing."""
    (tmp_path / "lijst.toml").write_text("a = 1\n", encoding="utf-8")
    assert refusal(tmp_path / name).message.startswith("dit bestand kan niet gelezen worden: ")


BROKEN = {
    "a key twice": ("a = 1\na = 2\n", 2, "deze sleutel staat er twee keer."),
    "a table twice": ("[a]\n\n[a]\n", 3, "deze tabel staat er twee keer."),
    "a list over a table": ("[a]\n[[a]]\n", 2, "deze sleutel staat er twee keer."),
    "no closing quote": (
        'a = 1\nb = "x\nc = 3\n',
        2,
        "een tekst heeft geen aanhalingsteken aan het eind.",
    ),
    "no closing quotes at the end": (
        'a = 1\nb = """x\n',
        2,
        "een tekst heeft geen aanhalingsteken aan het eind.",
    ),
    "an open list": ("a = [1,\n2\nb = 3\n", 3, "een lijst heeft geen ] aan het eind."),
    "an open group": ("a = { b = 1\n", 1, "een groep heeft geen } aan het eind."),
    "no equals sign": ("a = 1\nb 2\n", 2, "na een sleutel hoort een =-teken."),
    "a control character": ('a = "\x01"\n', 1, "hier staat een teken dat niet mag."),
    "a loose backslash": ('a = "C:\\map"\n', 1, "na een \\ hoort een letter die TOML kent."),
    "no quotes": (
        "a = 1\n\nb = hallo\n",
        3,
        "de waarde na het =-teken klopt niet. Tekst hoort tussen aanhalingstekens.",
    ),
    "two values": ("a = 1 2\n", 1, "na deze waarde hoort een nieuwe regel."),
    "no key": ("a = 1\n= 2\n", 2, "deze regel is geen sleutel en geen [tabel]."),
    "an open heading": ("a = 1\n[b\n", 2, "een tabelnaam heeft geen ] aan het eind."),
}


@pytest.mark.parametrize(("text", "line", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_toml_is_explained_where_it_breaks(text: str, line: int, sentence: str) -> None:
    """The parser's English becomes one Dutch sentence, on the line where it stopped."""
    expected = Finding(LIST, line, f"dit is geen geldige TOML: {sentence}")
    assert (None, [expected]) == toml_file.parse(text, LIST)


def test_broken_toml_of_a_rare_kind_still_has_a_line() -> None:
    """What has no sentence of its own sends the reader to the line."""
    message, hint = "dit is geen geldige TOML.", "Kijk deze regel en de regel erboven na."
    expected = Finding(LIST, 2, message, hint)
    assert (None, [expected]) == toml_file.parse('a = 1\nb = "\\ud800"\n', LIST)


def test_a_number_without_end_is_a_finding() -> None:
    """Python's guard against endless numbers is a broken file to the reader."""
    document, findings = toml_file.parse("a = " + "1" * 5000, LIST)
    assert (None, 1) == (document, len(findings))


@given(texts)
def test_any_text_is_values_or_a_finding(text: str) -> None:
    """No text stops the reader."""
    document, findings = toml_file.parse(text, LIST)
    assert (document is None) is bool(findings)


def test_a_key_without_a_line_has_the_line_of_its_table() -> None:
    """What is missing is pointed at where it should have stood."""
    document, _ = toml_file.parse("a = 1\n[b]\nc = 2\n", LIST)
    assert document is not None
    assert (3, 2, 2, None) == (
        document.line(("b", "c")),
        document.line(("b", "weg")),
        document.line(("b", "weg", 0, "dieper")),
        document.line(("weg",)),
    )
    assert Finding(LIST, 3, "klopt niet.", "Verbeter dit.") == document.finding(
        ("b", "c"), "klopt niet.", "Verbeter dit."
    )


def told_apart(data: dict[str, Any]) -> str:
    """Return the data as text in which 1, 1.0, true and "1" differ."""
    return json.dumps(data, sort_keys=True, default=repr)


@given(data=toml_tables())
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    """Every value that TOML has survives the file, and stays of its kind."""
    assert told_apart(data) == told_apart(tomllib.loads(toml_file.dumps(data)))


def test_a_file_begins_with_its_comment(tmp_path: Path) -> None:
    """Each line of the comment becomes a comment, and the folder is made when needed."""
    path = tmp_path / "nieuw" / "map" / "lijst.toml"
    toml_file.write(path, {"titel": "één"}, comment="Van u.\nBewaar dit.")
    assert '# Van u.\n# Bewaar dit.\ntitel = "één"\n' == path.read_text(encoding="utf-8")


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """The second version takes the place of the first."""
    path = tmp_path / "lijst.toml"
    toml_file.write(path, {"a": 1})
    toml_file.write(path, {"a": 2})
    assert {"a": 2} == accepted(path)
    assert [path] == list(tmp_path.iterdir())


def test_the_new_text_is_on_disk_before_it_takes_the_old_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut at any moment leaves one whole file: the old one or the new one."""
    path = tmp_path / "lijst.toml"
    toml_file.write(path, {"a": 1})
    seen = []
    fsync = os.fsync

    def note(handle: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        seen.append((kind, os.fstat(handle).st_size if kind == "file" else None, accepted(path)))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", note)
    toml_file.write(path, {"a": 2222})
    file, *folder = seen
    assert ("file", len("a = 2222\n"), {"a": 1}) == file
    assert [("folder", None, {"a": 2222})] * (os.name == "posix") == folder


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.open"])
@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "u hebt hier geen rechten"),
        (errno.EROFS, "deze plek mag alleen gelezen worden"),
        (errno.EIO, "de schijf geeft een fout"),
    ],
)
def test_a_failed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, why: str
) -> None:
    """Whichever step fails, the old text stands, nothing lies beside it, and the reason is told."""
    path = tmp_path / "lijst.toml"
    toml_file.write(path, {"a": "oud"})
    with monkeypatch.context() as disk:
        disk.setattr(call, failing(code))
        with pytest.raises(StorageError) as told:
            toml_file.write(path, {"a": "nieuw"})
    expected = f"{path} kan niet bewaard worden: {why}. Kies een andere map of maak ruimte."
    assert expected == str(told.value)
    assert {"a": "oud"} == accepted(path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    """What it points to is written, also when that is not there yet."""
    link = tmp_path / "koppeling.toml"
    link.symlink_to(tmp_path / "elders" / "echt.toml")
    toml_file.write_bytes(link, b"x = 1\n")
    assert link.is_symlink()
    assert b"x = 1\n" == (tmp_path / "elders" / "echt.toml").read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    """A pipe or a device is not replaced by a file."""
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with pytest.raises(StorageError, match="geen gewoon bestand"):
        toml_file.write_bytes(pipe, b"x = 1\n")
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_what_may_never_end_is_not_read(tmp_path: Path) -> None:
    """A pipe waits for ever, and a device fills the memory."""
    pipe, endless = tmp_path / "pijp", tmp_path / "eindeloos"
    os.mkfifo(pipe)
    endless.symlink_to("/dev/zero")
    for path in (pipe, endless):
        document, (finding,) = toml_file.read(path)
        assert (None, True) == (document, "geen gewoon bestand" in finding.message)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    """A path through a file is no folder to write in; the file in the way stays."""
    (tmp_path / "map").write_text("blijft", encoding="utf-8")
    with pytest.raises(StorageError, match="kan niet bewaard worden"):
        toml_file.write(tmp_path / "map" / "lijst.toml", {"a": 1})
    assert "blijft" == (tmp_path / "map").read_text(encoding="utf-8")


def test_a_reason_without_a_sentence_is_still_dutch() -> None:
    """A rare refusal of the system has a plain sentence."""
    assert "het systeem weigert dit" == toml_file.reason(OSError(errno.ELOOP, "Too many links"))
    assert "het systeem weigert dit" == toml_file.reason(ValueError("embedded null byte"))


@pytest.mark.skipif(os.name != "posix", reason="Windows does not sync folders")
def test_a_disk_that_cannot_sync_folders_saves_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Network disks refuse to sync a folder; by then the file is in its place."""
    path = tmp_path / "lijst.toml"
    fsync = os.fsync

    def sync_files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", sync_files_only)
    toml_file.write(path, {"a": 1})
    assert {"a": 1} == accepted(path)


def test_a_folder_is_listed_in_order(tmp_path: Path) -> None:
    """Everything in the folder, in alphabetical order, and no finding."""
    for name in ("b", "a"):
        (tmp_path / name).touch()
    assert ([tmp_path / "a", tmp_path / "b"], []) == toml_file.listed(tmp_path)


def test_a_folder_one_may_not_read_is_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without rights there is a finding with the folder, and not just nothing."""

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "iterdir", refuse)
    paths, (finding,) = toml_file.listed(tmp_path)
    assert ([], tmp_path) == (paths, finding.file)
    assert "deze map kan niet gelezen worden: u hebt hier geen rechten." == finding.message


def test_a_folder_comes_there_with_all_its_files(tmp_path: Path) -> None:
    """The folder has the files, and nothing is left beside it."""
    toml_file.write_folder(tmp_path / "a" / "b", {"x": b"1", "y": b"2"})
    assert ["b"] == [path.name for path in (tmp_path / "a").iterdir()]
    assert {"x": b"1", "y": b"2"} == {
        path.name: path.read_bytes() for path in (tmp_path / "a" / "b").iterdir()
    }


def test_a_folder_that_cannot_be_filled_does_not_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full at the second file, there is no folder, no first file and no rest."""
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) > 2:  # the first file and its folder
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="map kan niet gemaakt worden: de schijf is vol"):
        toml_file.write_folder(tmp_path / "map", {"x": b"1", "y": b"2"})
    assert [] == list(tmp_path.iterdir())
