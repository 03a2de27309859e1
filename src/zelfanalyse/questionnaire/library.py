"""The built-in questionnaires: found from a clone and from an installed wheel alike."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from zelfanalyse import toml_file
from zelfanalyse.errors import RefusedError, WrongUseError
from zelfanalyse.questionnaire.load import judged, load

if TYPE_CHECKING:
    from zelfanalyse.errors import Finding
    from zelfanalyse.questionnaire.model import Questionnaire

MAIN = "samenwerking"  # the list that people mean when they name none
_PACKAGE = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """Return where the built-in lists are: in the wheel, or at the top of a clone."""
    in_wheel = _PACKAGE / "questionnaires"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / "questionnaires"


def built_in() -> dict[str, Path]:
    """Return the built-in lists by id, in alphabetical order."""
    return {path.stem: path for path in sorted(folder().glob("*.toml"))}


def find_if_built_in(path: Path) -> Path:
    """Return the file of a built-in id, or any other path as it is, also when nothing is there."""
    return built_in().get(str(path), path)


def find(name: str) -> Path:
    """Return the file of a built-in id or of a path to an own list.

    Raises ``WrongUseError`` when there is neither.
    """
    lists = built_in()
    if name in lists:
        return lists[name]
    path = Path(name)
    if path.is_file() or path.suffix == ".toml":
        return path
    near = get_close_matches(name, lists, n=1)
    hint = f"Bedoelde u '{near[0]}'?" if near else f"Er zijn: {', '.join(lists)}."
    raise WrongUseError(f"Er is geen vragenlijst of bestand '{name}'.", hint)


def open_questionnaire(path: Path) -> Questionnaire:
    """Return a list that is ready to be filled in. Raises ``RefusedError`` with all findings."""
    return _ready(*load(path))


def read_questionnaire(text: str, path: Path) -> Questionnaire:
    """Return the list in a text, as if it stood in this file. Raises ``RefusedError``."""
    document, findings = toml_file.parse(text, path)
    return _ready(None, findings) if document is None else _ready(*judged(document))


def _ready(questionnaire: Questionnaire | None, findings: list[Finding]) -> Questionnaire:
    if questionnaire is None:
        raise RefusedError(findings)
    return questionnaire
