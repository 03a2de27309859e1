"""The base of everything kept in a file, and pydantic's errors turned into Dutch findings."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from zelfanalyse.text import visible

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from zelfanalyse.errors import Finding
    from zelfanalyse.toml_file import Document
    from zelfanalyse.toml_lines import KeyPath

FORMAT: Final = (
    1  # the number behind `formaat`: raised when an old program could misread a new file
)

ID_PATTERN = r"^[a-z][a-z0-9_]*(-[a-z0-9_]+)*$"
VERSION_PATTERN = r"^\d+\.\d+\.\d+$"
CODE_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"
_PATTERN_MEANS = {
    ID_PATTERN: "gebruik kleine letters, cijfers, - en _, en begin met een letter",
    VERSION_PATTERN: "hier horen drie getallen met punten, zoals 1.0.0",
    CODE_PATTERN: "hier hoort een code zoals K7F3-QX9M",
}

MAX_LINE: Final = 200  # characters
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Record(BaseModel):
    """A frozen, strict value with Dutch keys in its file and English names in the code."""

    model_config = ConfigDict(
        defer_build=True,  # a command needs few of the records
        frozen=True,
        extra="forbid",
        strict=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    def to_toml(self) -> dict[str, Any]:
        """Return what goes in the file: Dutch keys, only what differs from the default."""
        return self.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)


R = TypeVar("R", bound=Record)


def build(model: type[R], document: Document) -> tuple[R | None, list[Finding]]:
    """Return the document as this model, or none and a finding for each thing that is wrong."""
    try:
        return model.model_validate(_tuples(document.data), by_alias=True, by_name=False), []
    except ValidationError as error:
        details = error.errors()
        inside = {detail["loc"][: len(detail["loc"]) - up] for detail in details for up in (1, 2)}
        findings = [
            _finding(model, document, detail)
            for detail in details
            if not (detail["type"] == "too_short" and detail["loc"] in inside)
        ]
        return None, sorted(dict.fromkeys(findings), key=lambda finding: finding.line or 0)


def _tuples(value: Any) -> Any:
    """Return the value with every list a tuple: a frozen record holds no list."""
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return value


def _finding(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Finding:
    path = _path_in_file(detail, document.data)
    named = visible(str(path[-1])) if path else ""
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        near = get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
        hint = f"Bedoelde u '{near[0]}'?" if near else f"Hier mag: {', '.join(known)}."
        return document.finding(path, f"onbekende sleutel '{named}'.", hint)
    if kind == "missing":
        return document.finding(
            path, f"'{named}' ontbreekt{_whose(document, path)}.", "Vul dit aan."
        )
    return document.finding(path, f"'{key}' klopt niet: {_expectation(detail)}.", "Verbeter dit.")


def _whose(document: Document, path: KeyPath) -> str:
    """Name the table a missing key belongs to, where it has an id to be known by."""
    value: Any = document.data
    for part in path[:-1]:
        value = value[part]
    name = value.get("id") if isinstance(value, dict) else None
    return f" bij '{visible(str(name))}'" if name is not None else ""


def _path_in_file(detail: ErrorDetails, data: Any) -> KeyPath:
    """Return pydantic's location without the names of union members, which stand in no file."""
    path: list[str | int] = []
    *_, last = detail["loc"] or ("",)
    for part in detail["loc"]:
        if _is_in(data, part):
            path.append(part)
            data = data[part]
    return (*path, last) if detail["type"] == "missing" else tuple(path)


def _is_in(data: Any, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data


def _known_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys a table may have, found by walking the models along the path."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str) and current is not None:
            current = next(
                (
                    _inner_model(field.annotation)
                    for name, field in current.model_fields.items()
                    if part == (field.alias or name)
                ),
                None,
            )
    if current is None:
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the record inside ``tuple[X, ...]``, ``X | None`` or ``X`` itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)


_EXPECTED = {
    "string_type": "hier hoort tekst tussen aanhalingstekens",
    "int_type": "hier hoort een heel getal",
    "int_from_float": "hier hoort een heel getal",
    "float_type": "hier hoort een getal",
    "finite_number": "hier hoort een gewoon getal",
    "bool_type": "hier hoort true of false, zonder aanhalingstekens",
    "tuple_type": "hier hoort een lijst tussen [ en ]",
    "list_type": "hier hoort een lijst tussen [ en ]",
    "dict_type": "hier hoort een tabel",
    "model_type": "hier hoort een tabel of iets tussen { en }",
    "datetime_type": "hier horen een datum en een tijd, zonder aanhalingstekens",
    "date_type": "hier hoort een datum, zonder aanhalingstekens",
    "timezone_aware": "bij deze tijd hoort een tijdzone, zoals +01:00",
}
_BOUNDED = {
    "string_too_short": ("min_length", "hier horen minstens {} tekens"),
    "string_too_long": ("max_length", "hier passen hoogstens {} tekens"),
    "too_short": ("min_length", "hier horen er minstens {}"),
    "too_long": ("max_length", "hier passen er hoogstens {}"),
    "greater_than_equal": ("ge", "dit moet minstens {} zijn"),
    "less_than_equal": ("le", "dit mag hoogstens {} zijn"),
    "less_than": ("lt", "dit moet minder dan {} zijn"),
    "greater_than": ("gt", "dit moet meer dan {} zijn"),
    "literal_error": ("expected", "hier mag alleen {}"),
    "enum": ("expected", "hier mag alleen {}"),
}


def _expectation(detail: ErrorDetails) -> str:
    """Say in Dutch what was expected; an unknown kind of error gets a plain sentence."""
    kind = detail["type"]
    if kind in _EXPECTED:
        return _EXPECTED[kind]
    if kind == "string_pattern_mismatch":
        return _PATTERN_MEANS[detail["ctx"]["pattern"]]
    if kind == "string_too_short" and detail["ctx"]["min_length"] == 1:
        return "dit mag niet leeg zijn"
    if kind in _BOUNDED:
        name, sentence = _BOUNDED[kind]
        bound = str(detail["ctx"][name]).removesuffix(".0")
        return sentence.format(bound.replace(" or ", " of "))
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    return "deze waarde past hier niet"
