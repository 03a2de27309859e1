"""TOML on disk: read with line numbers, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from zelfanalyse.errors import Finding, StorageError
from zelfanalyse.toml_lines import KeyPath, key_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
_ELSEWHERE = "Kies een andere map of maak ruimte."
MAX_DEPTH = 20  # our own files nest five deep
MAX_BYTES = 5_000_000  # a full response is 20 kB; more than this is not ours

_SYNTAX = (  # (in the parser's English message, in Dutch)
    ("Cannot overwrite", "deze sleutel staat er twee keer."),
    ("twice", "deze tabel staat er twee keer."),
    ("Cannot declare", "deze tabel staat er twee keer."),
    ("Unterminated string", "een tekst heeft geen aanhalingsteken aan het eind."),
    ('Expected "\'"', "een tekst heeft geen aanhalingsteken aan het eind."),
    ("Unclosed array", "een lijst heeft geen ] aan het eind."),
    ("Unclosed inline table", "een groep heeft geen } aan het eind."),
    ("Expected '='", "na een sleutel hoort een =-teken."),
    (r"Illegal character '\n'", "een tekst heeft geen aanhalingsteken aan het eind."),
    ("Illegal character", "hier staat een teken dat niet mag."),
    ("Unescaped", "na een \\ hoort een letter die TOML kent."),
    ("Invalid value", "de waarde na het =-teken klopt niet. Tekst hoort tussen aanhalingstekens."),
    ("Expected newline", "na deze waarde hoort een nieuwe regel."),
    ("Invalid statement", "deze regel is geen sleutel en geen [tabel]."),
    ("Expected ']", "een tabelnaam heeft geen ] aan het eind."),
)


@dataclass(frozen=True)
class Document:
    """A TOML file as read: its values, and the text in which each key has its line."""

    path: Path
    data: dict[str, Any]
    text: str

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """The line of every key; worked out for the first finding, and most files have none."""
        return key_lines(self.text)

    def line(self, key_path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest table around it."""
        while key_path:
            if key_path in self.lines:
                return self.lines[key_path]
            key_path = key_path[:-1]
        return None

    def finding(self, key_path: KeyPath, message: str, hint: str = "") -> Finding:
        """Return an error about one key of this file."""
        return Finding(self.path, self.line(key_path), message, hint)


def read(path: Path) -> tuple[Document | None, list[Finding]]:
    """Return the file's values with their lines, or no document and the reason why not."""
    try:
        if path.is_dir():
            return None, [Finding(path, None, "dit is een map.", "Geef een bestand op.")]
        if path.stat().st_size > MAX_BYTES:
            hint = "Geef een bestand van dit programma op."
            return None, [Finding(path, None, "dit bestand is te groot.", hint)]
        text = bytes_of(path).decode("utf-8-sig")
    except FileNotFoundError:
        return None, [Finding(path, None, "dit bestand bestaat niet.", "Kijk de naam na.")]
    except UnicodeDecodeError:
        hint = "Bewaar het opnieuw met de codering UTF-8."
        return None, [Finding(path, None, "dit bestand is geen UTF-8-tekst.", hint)]
    except (OSError, ValueError) as error:
        return None, [Finding(path, None, f"dit bestand kan niet gelezen worden: {reason(error)}.")]
    return parse(text, path)


def bytes_of(path: Path) -> bytes:
    """Return what is in an ordinary file; a device or a pipe may never end. May raise."""
    _needs_ordinary(path)
    return path.read_bytes()


def listed(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return what is in a folder in alphabetical order, or nothing and the reason why not.

    Unlike ``Path.glob``, which takes a folder without rights for an empty one.
    """
    try:
        return sorted(folder.iterdir()), []
    except OSError as error:
        message = f"deze map kan niet gelezen worden: {reason(error)}."
        return [], [Finding(folder, None, message, "Kijk de rechten van de map na.")]


def parse(text: str, path: Path) -> tuple[Document | None, list[Finding]]:
    """Return the values of a TOML text with their lines; ``path`` only names it."""
    text = text.replace("\r\n", "\n")
    too_deep = Finding(path, None, "dit bestand is te diep genest.", "Haal haakjes weg.")
    try:
        document = Document(path, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax_finding(path, text, str(error))]
    except RecursionError:
        return None, [too_deep]
    except ValueError:  # Python's own guard against numbers of thousands of digits
        return None, [Finding(path, None, "een getal is te lang.", "Haal cijfers weg.")]
    return (None, [too_deep]) if _is_deeper(document.data, MAX_DEPTH) else (document, [])


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether there are more than so many levels of keys and places in lists."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return any(levels == 0 or _is_deeper(item, levels - 1) for item in inner)
    return False


def _syntax_finding(path: Path, text: str, message: str) -> Finding:
    place = re.search(r"line (\d+)", message)
    line = int(place.group(1)) if place else text.rstrip("\n").count("\n") + 1
    for english, dutch in _SYNTAX:
        if english in message:
            return Finding(path, line, f"dit is geen geldige TOML: {dutch}")
    return Finding(
        path, line, "dit is geen geldige TOML.", "Kijk deze regel en de regel erboven na."
    )


def dumps(data: Mapping[str, Any], *, comment: str = "") -> str:
    """Return the values as TOML text, under what it says at its top."""
    heading = "".join(f"# {line}\n" for line in comment.splitlines())
    return heading + tomli_w.dumps(data, multiline_strings=False)


def write(path: Path, data: Mapping[str, Any], *, comment: str = "") -> bytes:
    """Put the values in the file, whole or not at all, and on disk before this returns the bytes.

    Raises ``StorageError`` with the reason; what stood in the file then still stands.
    """
    content = dumps(data, comment=comment).encode()
    write_bytes(path, content)
    return content


def write_bytes(path: Path, content: bytes) -> None:
    """Put bytes in a file by way of a file beside it, so that a reader never sees a half one.

    A link is followed: what it points to is written, and the link stays. What is no ordinary
    file, such as a device, is refused.
    """
    try:
        _put(Path(os.path.realpath(path)), content)
    except OSError as error:
        message = f"{path} kan niet bewaard worden: {reason(error)}."
        raise StorageError(message, _ELSEWHERE) from error


def remove(path: Path) -> None:
    """Take a file away. Raises ``StorageError`` with the reason; then it is still there."""
    try:
        path.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        message = f"{path} kan niet verwijderd worden: {reason(error)}."
        raise StorageError(message, "Kijk de rechten van de map na.") from error


def move(path: Path, to: Path) -> None:
    """Move a file or folder on one disk, in one step; what is not there is left. May raise."""
    with contextlib.suppress(FileNotFoundError):
        path.replace(to)
        _sync_folder(to.parent)
        _sync_folder(path.parent)


def clear(folder: Path) -> None:
    """Take a folder away with all that is in it; someone else may do so too. May raise."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)
    _sync_folder(folder.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with its files by way of a hidden folder beside it: whole or not at all."""
    beside = folder.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        for name, content in files.items():
            _put(beside / name, content)
        beside.rename(folder)
        _sync_folder(folder.parent)
    except OSError as error:
        message = f"{folder} kan niet gemaakt worden: {reason(error)}."
        raise StorageError(message, _ELSEWHERE) from error
    finally:  # also at Ctrl+C; after the rename there is nothing here any more
        shutil.rmtree(beside, ignore_errors=True)


def _put(path: Path, content: bytes) -> None:
    _needs_ordinary(path)
    beside = path.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _needs_ordinary(path: Path) -> None:
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR if path.is_dir() else errno.ENODEV, "no ordinary file")


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can; the file is in its place."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(error: Exception) -> str:
    """Return in Dutch why the disk refused."""
    known = {
        errno.EACCES: "u hebt hier geen rechten",
        errno.EPERM: "u hebt hier geen rechten",
        errno.EROFS: "deze plek mag alleen gelezen worden",
        errno.ENOSPC: "de schijf is vol",
        errno.EDQUOT: "uw ruimte op de schijf is vol",
        errno.ENOENT: "deze map bestaat niet",
        errno.ENOTDIR: "een deel van het pad is geen map",
        errno.EISDIR: "dit is een map",
        errno.ENODEV: "dit is geen gewoon bestand",
        errno.EEXIST: "er staat al een bestand met deze naam",
        errno.ENAMETOOLONG: "de naam is te lang",
        errno.EIO: "de schijf geeft een fout",
    }
    return known.get(getattr(error, "errno", None) or 0, "het systeem weigert dit")
