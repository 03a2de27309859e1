"""The account of where each point of the five documents is carried names only what exists."""

from __future__ import annotations

import pkgutil
import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

import pytest
import typer
from pydantic import BaseModel

from zelfanalyse.cli import app
from zelfanalyse.commands import COMMANDS
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.model import Settings
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.model import Questionnaire
from zelfanalyse.questionnaire.questions import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "verantwoording.md").read_text("utf-8")
POINTS: Final = 342
CHOICES: Final = 11
PARTLY, NOT = "deels: ", "niet: "

LISTS: Final = {name: library.open_questionnaire(path) for name, path in library.built_in().items()}
RECORDS: Final[Mapping[str, type[BaseModel]]] = {
    folder.SETTINGS: Settings,
    folder.QUESTIONNAIRE: Questionnaire,
    **{page.name: page for page in book.PAGES.values()},
}


class Row(NamedTuple):
    """One line of a table: a point, the document it is from, what it asks, and its places."""

    number: str
    document: str
    asks: str
    place: str

    @property
    def places(self) -> list[str]:
        """Everything that is named as carrying the point."""
        return re.findall(r"`([^`]+)`", self.place)


ROWS: Final = [
    Row(*match)
    for match in re.findall(r"^\| (L\d+) \| (.*?) \| (.*?) \| (.*?) \|$", TEXT, re.MULTILINE)
]
MADE: Final = [
    Row(number, "", *rest)
    for number, *rest in re.findall(r"^\| (K\d+) \| (.*?) \| (.*?) \|$", TEXT, re.MULTILINE)
]


def exists(place: str) -> bool:
    """Whether the product has what is named here, whatever kind of place it is."""
    if place.startswith("docs/"):
        return _has_heading(*place.split("#"))
    if ".toml: " in place:
        return _has_key(*place.split(": ", 1))
    if place.startswith("zelfanalyse."):
        return _has_name(place)
    if place.startswith("zelfanalyse "):
        return _has_command(*place.split(" ")[1:])
    if place.startswith("groep "):
        return place.removeprefix("groep ") in {item.id for item in STANDARD_PERSPECTIVES}
    return _is_in_a_list(*place.split("/"))


def _has_heading(document: str, heading: str) -> bool:
    found = re.findall(r"^#+ (.+)$", (ROOT / document).read_text("utf-8"), re.MULTILINE)
    return heading in {re.sub(r"[^\w -]", "", item).lower().replace(" ", "-") for item in found}


def _has_key(file: str, named: str) -> bool:
    """Whether a file can have this key, and this value where one is named."""
    path, _, value = named.partition(" = ")
    kinds: list[Any] = [RECORDS[file]] if file in RECORDS else []
    for key in path.split("."):
        kinds = [
            field.annotation
            for kind in kinds
            for model in _parts(kind)
            if isinstance(model, type) and issubclass(model, BaseModel)
            for name, field in model.model_fields.items()
            if key == (field.alias or name)
        ]
    return bool(kinds) and (not value or value in {str(each) for each in _values(kinds)})


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _values(kinds: list[Any]) -> Iterator[object]:
    """Yield what can be filled in where the answers are fixed: an enumeration or literals."""
    for part in (part for kind in kinds for part in _parts(kind)):
        if isinstance(part, type) and issubclass(part, Enum):
            yield from part
        elif isinstance(part, str):
            yield part


def _has_name(dotted: str) -> bool:
    try:
        return pkgutil.resolve_name(dotted) is not None
    except (AttributeError, ImportError):
        return False


def _has_command(name: str, option: str = "") -> bool:
    if name not in COMMANDS:
        return False
    group: Any = typer.main.get_command(app)
    options = {each for param in group.get_command(None, name).params for each in param.opts}
    return not option or option in options


def _is_in_a_list(name: str, item: str = "", part: str = "") -> bool:
    """Whether a list has this cluster, factor or question, with this part of it."""
    asked = LISTS.get(name)
    if asked is None:
        return False
    factor = next((each for each in asked.factors if each.id == item), None)
    question = next((each for each in asked.every_question if each.id == item), None)
    if not part:
        known = {"", "inleiding", *(cluster.id for cluster in asked.clusters)}
        return item in known or factor is not None or question is not None
    if isinstance(question, Choice):
        return part in {option.id for option in question.options}
    if factor is None:
        return False
    if part == "voorbeeld":
        return factor.example is not None
    prompts = range(1, len(factor.discussion_prompts) + 1)
    return part in {f"gespreksvraag-{number}" for number in prompts}


def test_every_point_is_there_once_and_in_order() -> None:
    """Nothing that was found in the documents is lost, and nothing is counted twice."""
    assert [f"L{number:03}" for number in range(1, POINTS + 1)] == [row.number for row in ROWS]


def test_every_choice_between_contradictions_is_there() -> None:
    """Where the documents contradict each other, the reader finds what was chosen."""
    assert [f"K{number:02}" for number in range(1, CHOICES + 1)] == [row.number for row in MADE]


def test_the_documents_are_named_as_the_main_list_names_them() -> None:
    """The reader meets the same five titles in a list and in the account."""
    named = dict(re.findall(r"^\| (\d{3}) \| (.+?) \|$", TEXT, re.MULTILINE))
    listed = {item.id.removeprefix("d"): item.title for item in LISTS["samenwerking"].documents}
    assert listed == named
    assert set() == {row.document for row in ROWS} - set(named)


def test_every_place_exists() -> None:
    """Whoever looks up a place finds it, also after a name has changed."""
    assert [] == [
        (row.number, place) for row in (*ROWS, *MADE) for place in row.places if not exists(place)
    ]


def test_every_point_has_a_place_or_a_reason() -> None:
    """A point that is not carried says why; one that is carried in part says what is missing."""
    for row in (*ROWS, *MADE):
        reason = re.sub(r"`[^`]+`|[,;]", "", row.place.removeprefix(PARTLY).removeprefix(NOT))
        wants_reason = row.place.startswith((PARTLY, NOT))
        assert wants_reason == bool(reason.strip()), row
        assert row.places or row.place.startswith(NOT), row
        assert row.asks.strip(), row


def test_the_numbers_at_the_top_agree_with_the_tables() -> None:
    """The reader can trust the count without counting."""
    partly = sum(row.place.startswith(PARTLY) for row in ROWS)
    not_carried = sum(row.place.startswith(NOT) for row in ROWS)
    carried = len(ROWS) - partly - not_carried
    assert (
        f"Van de {len(ROWS)} punten zijn er {carried} gedragen, {partly} voor een deel gedragen "
        f"en {not_carried} niet gedragen."
    ) in TEXT


@pytest.mark.parametrize(
    "place",
    [
        "samenwerking/verhaal-9",
        "samenwerking/verhaal/gespreksvraag-9",
        "samenwerking/motieven/roem",
        "organisatie/verschil/voorbeeld",
        "geenlijst",
        "dossier.toml: profiel.kleur",
        "acties.toml: actie.soort = fusie",
        "geen.toml: actie",
        "zelfanalyse vliegen",
        "zelfanalyse rapport --vliegen",
        "zelfanalyse.progress.vliegen",
        "groep piloten",
        "docs/method.md#vliegen",
    ],
)
def test_a_place_that_is_not_there_is_noticed(place: str) -> None:
    """The check of the places is no formality."""
    assert not exists(place)
