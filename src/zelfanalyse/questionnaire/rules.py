"""What a questionnaire must hold to besides its shape: each rule reads the raw tables.

The rules look at the raw file and not at the records, so that a file with one wrong type still
gets all its other findings. A new rule is one function and one line in ``RULES``, or in ``DOUBTS``
when a list that breaks it may be right all the same.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from zelfanalyse.text import first_control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from zelfanalyse.toml_lines import KeyPath

    Rule = Callable[[Mapping[str, Any]], Iterator["Problem"]]

QUESTION_TABLES = ("balans", "keuze", "cijfer", "spiegelstelling", "open_vraag")
SOURCES = ("zelf", "extern")
STANDARD_GROUPS = (  # the ids of the perspectives that a new dossier begins with
    "directie",
    "college",
    "raad",
    "management",
    "medewerkers",
    "partnergemeente",
    "uitvoering",
    "maatschappelijk",
    "bedrijven",
    "gemeenschap",
    "overheid",
    "adviseur",
)
MOST_OWN = 4  # own questions in a dossier
RESERVED_IDS = ("omvang",)  # the size question that comes before mirror statements


class Problem(NamedTuple):
    """What is wrong at one key of the file, in Dutch, and what to do."""

    path: KeyPath
    message: str
    hint: str = ""


def tables(parent: Any, key: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield the tables of a list of tables with their paths, and pass over what is no table."""
    items = parent.get(key, []) if isinstance(parent, dict) else []
    for index, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield (*path, key, index), item


def statements(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield every statement of every factor."""
    for path, factor in tables(data, "factor"):
        yield from tables(factor, "stelling", path)


def questions(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield every question: all that shares one namespace of ids."""
    yield from statements(data)
    for key in QUESTION_TABLES:
        yield from tables(data, key)


def _ids(items: Iterator[tuple[KeyPath, dict[str, Any]]]) -> list[tuple[KeyPath, str]]:
    return [((*path, "id"), item["id"]) for path, item in items if isinstance(item.get("id"), str)]


def unique_ids(data: Mapping[str, Any]) -> Iterator[Problem]:
    """No two documents, clusters, factors, questions or options of one choice share an id."""
    spaces = [_ids(tables(data, key)) for key in ("document", "cluster", "factor")]
    spaces.append(_ids(questions(data)))
    spaces.extend(_ids(tables(choice, "opties", path)) for path, choice in tables(data, "keuze"))
    for space in spaces:
        seen: set[str] = set()
        for path, name in space:
            if name in seen:
                yield Problem(path, f"het id '{name}' staat er twee keer.", "Kies een ander id.")
            seen.add(name)


def no_reserved_ids(data: Mapping[str, Any]) -> Iterator[Problem]:
    """No question takes an id that the program uses itself."""
    for path, name in _ids(questions(data)):
        if name in RESERVED_IDS:
            yield Problem(path, f"het id '{name}' is van het programma.", "Kies een ander id.")


def factors_have_statements(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A factor without statements has no score."""
    for path, factor in tables(data, "factor"):
        if not factor.get("stelling"):
            name = factor.get("id", "")
            hint = "Voeg [[factor.stelling]] toe of haal de factor weg."
            yield Problem(path, f"de factor '{name}' heeft geen stellingen.", hint)


def clusters_are_used(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A cluster that no factor belongs to would be an empty chapter."""
    used = [factor.get("cluster") for _, factor in tables(data, "factor")]
    for path, name in _ids(tables(data, "cluster")):
        if name not in used:
            hint = "Noem het bij een factor of haal het weg."
            yield Problem(path, f"geen factor hoort bij het cluster '{name}'.", hint)


def references_exist(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A factor names an existing cluster, and provenance an existing document."""
    clusters = [name for _, name in _ids(tables(data, "cluster"))]
    for path, factor in tables(data, "factor"):
        yield from _missing((*path, "cluster"), factor.get("cluster"), clusters, "cluster")
    documents = [name for _, name in _ids(tables(data, "document"))]
    for path, item in _with_provenance(data):
        name = item["bron"].get("document")
        yield from _missing((*path, "bron", "document"), name, documents, "document")


def _with_provenance(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    for path, item in questions(data):
        if isinstance(item.get("bron"), dict):
            yield path, item
    for path, factor in tables(data, "factor"):
        example = factor.get("voorbeeld")
        if isinstance(example, dict) and isinstance(example.get("bron"), dict):
            yield (*path, "voorbeeld"), example


def _missing(path: KeyPath, name: Any, known: list[str], what: str) -> Iterator[Problem]:
    if not isinstance(name, str) or name in known:
        return
    near = get_close_matches(name, known, n=1)
    hint = f"Bedoelde u '{near[0]}'?" if near else f"Voeg een [[{what}]] met dit id toe."
    yield Problem(path, f"er is geen {what} met het id '{name}'.", hint)


def scale_where_needed(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Statements need a scale to be answered on."""
    scored = [*statements(data), *tables(data, "spiegelstelling")]
    if scored and "schaal" not in data:
        yield Problem((), "de lijst heeft stellingen maar geen [schaal].", "Voeg [schaal] toe.")


def scale_labels_differ(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Two points with one label cannot be told apart; least of all the two ends."""
    scale = data.get("schaal")
    labels = scale.get("labels") if isinstance(scale, dict) else None
    if not isinstance(labels, list):
        return
    places = defaultdict(list)
    for index, label in enumerate(labels):
        if isinstance(label, str):
            places[label.strip().casefold()].append(index)
    for same in places.values():
        if len(same) > 1:
            ends = {0, len(labels) - 1} <= set(same)
            message = (
                "de twee uiteinden van de schaal hebben hetzelfde label."
                if ends
                else f"twee punten van de schaal heten '{labels[same[0]]}'."
            )
            hint = "Geef elk punt een eigen label."
            yield Problem(("schaal", "labels", same[-1]), message, hint)


def choices_can_be_filled(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Nobody can choose more options than there are."""
    for path, choice in tables(data, "keuze"):
        at_most, options = choice.get("hoogstens", 1), choice.get("opties")
        if isinstance(at_most, int) and isinstance(options, list) and at_most > len(options):
            message = f"'hoogstens' is {at_most}, maar er zijn {len(options)} opties."
            yield Problem((*path, "hoogstens"), message, "Verlaag het getal.")


def few_own_questions(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A dossier adds four questions at most: more would make another list of it."""
    own = [path for path, item in tables(data, "open_vraag") if item.get("eigen") is True]
    for path in own[MOST_OWN:]:
        message = f"dit is een eigen vraag te veel: er mogen er {MOST_OWN} zijn."
        yield Problem((*path, "eigen"), message, "Haal een eigen vraag weg.")


def something_is_asked(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A list without questions cannot be filled in."""
    if not any(True for _ in questions(data)) and "factor" not in data:
        yield Problem((), "de lijst stelt geen enkele vraag.", "Voeg een [[factor]] toe.")


def no_control_characters(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Text with control or direction characters can steer a terminal."""
    for path, text in _texts(data, ()):
        found = first_control(text)
        if found is not None:
            message = f"in deze tekst staat een onzichtbaar stuurteken (U+{ord(found):04X})."
            yield Problem(path, message, "Typ de tekst opnieuw.")


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def audience_is_known(data: Mapping[str, Any]) -> Iterator[Problem]:
    """A question for a group that no dossier has is asked of nobody.

    A dossier may have groups of its own, and the list does not know them: this is a doubt.
    """
    known = (*SOURCES, *STANDARD_GROUPS)
    for path, question in questions(data):
        for key, index, name in _named_groups(question):
            if name not in known:
                near = get_close_matches(name, known, n=1)
                own = f"Dit kan alleen als uw dossier een perspectief '{name}' heeft."
                hint = f"Bedoelde u '{near[0]}'?" if near else own
                message = f"'{name}' in {key} is geen bron en geen standaardgroep."
                yield Problem((*path, key, index), message, hint)


def _named_groups(question: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Yield each group that a question names, with its key and its place there."""
    for key in ("voor_wie", "kort_voor"):
        names = question.get(key)
        for index, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str):
                yield key, index, name


DOUBTS: tuple[Rule, ...] = (audience_is_known,)
RULES: tuple[Rule, ...] = (
    unique_ids,
    no_reserved_ids,
    factors_have_statements,
    clusters_are_used,
    references_exist,
    scale_where_needed,
    scale_labels_differ,
    choices_can_be_filled,
    few_own_questions,
    something_is_asked,
    no_control_characters,
)
