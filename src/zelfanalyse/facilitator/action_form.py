"""The fields of an action, as one fills them in: words and values only, for any face to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.actions import Kind, LearningMode, Progress
from zelfanalyse.dossier.learning_prompts import WAYS
from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.facilitator import pages
from zelfanalyse.facilitator.pages import Entry
from zelfanalyse.facilitator.reading import read_date
from zelfanalyse.record import MAX_LINE
from zelfanalyse.response.model import MAX_TEXT
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from zelfanalyse.dossier.actions import Action

WHAT: Final = "wat"
STANDING: Final = "stand"
EXAMPLES: Final = (
    "Een gesprek over dit punt met alle partners",
    "Een werkatelier met partners en inwoners",
    "Een klankbord van inwoners",
    "Een werkconferentie met andere regio's",
    "Een tijd meewerken bij een partner",
)
_DATE: Final = "Schrijf het zoals 1-3-2027."
_TEXTS: Final[Mapping[str, str]] = {
    "wie": "owner",
    "merkt_inwoner": "social_effect",
    "vervolg": "follow_up",
    "uitkomst": "outcome",
}
_DATES: Final[Mapping[str, str]] = {"wanneer": "due_on", "terugkijken": "review_on"}


def entries(action: Action) -> Iterator[Entry]:
    """Yield the fields in the order in which a room talks about them."""
    pick = pages.Kind.PICK
    yield Entry(
        WHAT, "Wat", action.what, why="Wat gaat er gebeuren? Kies of typ.", options=EXAMPLES
    )
    yield Entry("wie", "Wie", action.owner, why="Wie doet het? Noem een functie, geen naam.")
    yield Entry("wanneer", "Wanneer", _written(action.due_on), why=f"Wanneer is het klaar? {_DATE}")
    yield Entry(
        "merkt_inwoner",
        "Een inwoner merkt",
        action.social_effect,
        why="Wat merkt een inwoner hiervan?",
    )
    yield Entry(
        "soort",
        "Soort",
        action.kind.value if action.kind else "",
        pick,
        "Wat voor actie is het? Kies 'structuur' alleen als een ander soort niet past.",
        tuple(Kind),
    )
    if action.kind is Kind.EXPERIMENT:
        yield Entry("vervolg", "Als het lukt", action.follow_up, why="Wat gebeurt er als het lukt?")
    yield Entry(
        "leervorm",
        "Leren van anderen",
        WAYS[action.learning_mode] if action.learning_mode else "",
        pick,
        "Hoe leert u hierbij van anderen?",
        tuple(WAYS.values()),
    )
    yield Entry(
        "terugkijken",
        "Terugkijken",
        _written(action.review_on),
        why=f"Op welke dag kijkt u terug? {_DATE}",
    )
    yield Entry(STANDING, "Stand", action.progress.value, pick, "Hoe staat het?", tuple(Progress))
    if action.progress is not Progress.OPEN:
        yield Entry("uitkomst", "Uitkomst", action.outcome, why="Wat is ervan gekomen?")


def filled(action: Action, key: str, text: str) -> Action:
    """Return the action with what someone filled in; an empty text takes a field away.

    Raises ``InvalidAnswerError`` with a Dutch sentence for what cannot be.
    """
    text = visible(text).strip()
    if key == WHAT:
        return action.model_copy(update={"what": line(text)})
    if key in _TEXTS:
        if len(text) > MAX_TEXT:
            raise InvalidAnswerError(f"Dit is te lang: er passen hoogstens {MAX_TEXT} tekens.")
        return action.model_copy(update={_TEXTS[key]: text})
    if key in _DATES:
        day = read_date(text)
        if text and day is None:
            raise InvalidAnswerError(f"Dit is geen datum. {_DATE}")
        return action.model_copy(update={_DATES[key]: day})
    if key == STANDING:
        if not text:
            raise InvalidAnswerError("Een actie is open, klaar of gestopt.")
        return action.model_copy(update={"progress": Progress(text)})
    if key == "soort":
        return action.model_copy(update={"kind": Kind(text) if text else None})
    return action.model_copy(update={"learning_mode": _mode(text)})


def line(text: str) -> str:
    """Return a text as one line. Raises ``InvalidAnswerError`` when it is none."""
    text = " ".join(visible(text).split())
    if not text:
        raise InvalidAnswerError("Dit mag niet leeg zijn.")
    if len(text) > MAX_LINE:
        raise InvalidAnswerError(f"Dit is te lang: er passen hoogstens {MAX_LINE} tekens.")
    return text


def _mode(text: str) -> LearningMode | None:
    return next((mode for mode, words in WAYS.items() if words == text), None)


def _written(when: date | None) -> str:
    return "" if when is None else f"{when.day}-{when.month}-{when.year}"
