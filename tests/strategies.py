"""Anything a person or an editor could put in a file, for hypothesis."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from zelfanalyse.questionnaire.questions import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Question,
    Size,
    SizeQuestion,
    Statement,
)
from zelfanalyse.response.answers import MAX_COUNT
from zelfanalyse.response.model import BalanceAnswer, Missing, QuestionnaireRef, Response

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Answer

_AWKWARD = (
    "één café",
    "\"[rood]\" & 'blauw' \\ \\n [/rood]",
    "regel één\nregel twee\r\nregel drie\r",
    "👩‍👩‍👧 🇳🇱 ☑",
    "שלום מרחבא",
    "\u202eachterstevoren",
    "\x00\x07\x1b[31m\x7f\x85\u2028",
    "# geen commentaar",
    "\"\"\" '''",
    "weet niet",
    "nvt",
    " ",
    "",
)

ids = st.from_regex(r"[a-z][a-z0-9_]{0,9}(-[a-z0-9_]{1,5}){0,2}", fullmatch=True)
texts = st.sampled_from(_AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]))
missing = st.sampled_from(Missing)
toml_integers = st.integers(-(2**63), 2**63 - 1)

_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_naive = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001 - the next line adds it
moments = st.builds(lambda moment, zone: moment.replace(tzinfo=zone, fold=0), _naive, _offsets)

toml_scalars: st.SearchStrategy[Any] = (
    st.booleans()
    | toml_integers
    | st.floats(allow_nan=False)
    | texts
    | moments
    | st.dates()
    | st.times().map(lambda moment: moment.replace(fold=0))
)


def toml_values(max_leaves: int = 12) -> st.SearchStrategy[Any]:
    """Return any value that TOML has: scalars, lists and tables, nested."""
    return st.recursive(
        toml_scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=max_leaves,
    )


def toml_tables() -> st.SearchStrategy[dict[str, Any]]:
    """Return what a whole TOML file can hold."""
    return st.dictionaries(texts, toml_values(), max_size=5)


_codes = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8).map(
    lambda letters: f"{letters[:4]}-{letters[4:]}"
)
_versions = st.tuples(*[st.integers(0, 99)] * 3).map(lambda numbers: "{}.{}.{}".format(*numbers))
_places = st.none() | toml_integers


def _table(answers: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(ids | texts, answers, max_size=3)


_balances = st.tuples(_places, _places).map(lambda two: BalanceAnswer(now=two[0], wanted=two[1]))
_references = st.tuples(ids, _versions, texts).map(
    lambda three: QuestionnaireRef(id=three[0], version=three[1], fingerprint=three[2])
)


def responses() -> st.SearchStrategy[Response]:
    """Return any response that can be in memory, to any list."""
    numbers = missing | toml_integers
    fields: dict[str, st.SearchStrategy[Any]] = {
        "dossier": st.none() | ids,
        "round": st.none() | texts,
        "questionnaire": _references,
        "perspective": st.none() | ids,
        "respondent": _codes,
        "made_up": st.booleans(),
        "started": moments,
        "handed_in": st.none() | moments,
        "place": st.none() | ids,
        "size": st.none() | st.sampled_from(Size),
        "people": st.none() | st.integers(2, 99),
        "recorded": st.booleans(),
        "statements": _table(numbers),
        "mirror_statements": _table(numbers),
        "balances": _table(missing | _balances),
        "choices": _table(missing | st.lists(texts, max_size=4).map(tuple)),
        "marks": _table(numbers),
        "open": _table(toml_integers | texts),
        "comments": _table(texts),
    }
    return st.fixed_dictionaries(fields).map(lambda values: Response(**values))


def answers(questionnaire: Questionnaire, question: Question) -> st.SearchStrategy[Answer]:
    """Return any answer that this question can have."""
    match question:
        case Statement() | MirrorStatement():
            return missing | st.sampled_from(questionnaire.points.values)
        case Mark():
            return missing | st.integers(MARK_MIN, MARK_MAX)
        case Balance():
            place = st.none() | st.integers(1, question.steps)
            places = st.tuples(place, place)
            return missing | places.map(lambda two: BalanceAnswer(now=two[0], wanted=two[1]))
        case Choice():
            options = st.sampled_from([option.id for option in question.options])
            some = st.lists(options, min_size=1, max_size=question.at_most, unique=True)
            return missing | some.map(tuple)
        case SizeQuestion():
            return st.sampled_from(Size)
        case Prediction():
            return st.sampled_from(questionnaire.points.values)
        case OpenQuestion():
            return st.integers(0, MAX_COUNT) if question.kind == "getal" else texts
