"""The fingerprint follows what is asked, and nothing else."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.questionnaire.lists import EVERY_KIND, read
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.load import load

if TYPE_CHECKING:
    from random import Random

KNOWN = fingerprint(read(EVERY_KIND))


def changed(old: str, new: str) -> str:
    """Return the fingerprint of the list after one replacement, which must be possible."""
    assert 1 == EVERY_KIND.count(old)
    return fingerprint(read(EVERY_KIND.replace(old, new)))


def shuffled(value: Any, random: Random) -> Any:
    """Return the data with the keys of every table in another order; lists keep theirs."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    if isinstance(value, list):
        return [shuffled(item, random) for item in value]
    return value


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    """Short enough to compare by eye."""
    assert re.fullmatch(r"[0-9a-f]{16}", KNOWN)


@settings(max_examples=30)
@given(random=st.randoms(use_true_random=False), multiline=st.booleans())
def test_another_layout_asks_the_same(random: Random, *, multiline: bool) -> None:
    """Written by another program, without comments and with its keys in any order."""
    data = shuffled(tomllib.loads(EVERY_KIND), random)
    assert KNOWN == fingerprint(read(tomli_w.dumps(data, multiline_strings=multiline)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Een lijst met elke soort", "# Een heel andere toelichting op de lijst"),
        ('"De partners komen afspraken na."', '"""De  partners\n  komen\tafspraken na.\n"""'),
        ('[[balans]]\nid = "tempo"', "\n\n[[balans]]   # Balansen\n   id   =   'tempo'"),
    ],
    ids=["comment", "white space in a text", "white space around"],
)
def test_comments_and_white_space_ask_nothing(old: str, new: str) -> None:
    """Where a text breaks and how a file is laid out is not asked."""
    assert KNOWN == changed(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoofdstuk 2", "hoofdstuk 3"),
        ('titel = "Een verslag, 2017"', 'titel = "Een verslag, 2018"'),
        ('"Wanneer ging het goed?", "Wat hielp?"', '"Wat hielp het meest?"'),
        ("In Venlo lukte het.", "In Venlo lukte het niet."),
        ('versie = "1.2.0"', 'versie = "2.0.0"'),
        ('status = "vastgesteld"', 'status = "concept"'),
        ('weergave = "schets"', 'weergave = "fasen"'),
        ("over_uzelf = true", "over_uzelf = false"),
    ],
    ids=[
        "passage",
        "document",
        "discussion prompts",
        "example",
        "version",
        "status",
        "display",
        "about oneself",
    ],
)
def test_what_no_respondent_sees_asks_nothing(old: str, new: str) -> None:
    """Where it comes from, what is discussed and how it is shown may change between two rounds."""
    assert KNOWN == changed(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "elke_soort"', 'id = "elke_soort_2"'),
        ("Van alles één.", "Van alles een."),
        ('vraag = "Klopt dit?"', 'vraag = "Is dit zo?"'),
        ("eerste = 0", "eerste = 1"),
        ('"klopt half"', '"klopt wel wat"'),
        ('"klopt niet", "klopt half", "klopt"', '"klopt", "klopt half", "klopt niet"'),
        ('id = "vertrouwen-1"', 'id = "vertrouwen-3"'),
        ("De partners komen afspraken na.", "De partners komen afspraken stipt na."),
        ("omgekeerd = true", "omgekeerd = false"),
        ("gewicht = 2", "gewicht = 3"),
        ("Ook kleine afspraken.", "Ook heel kleine afspraken."),
        ("stappen = 7", "stappen = 5"),
        ("hoogstens = 2", "hoogstens = 1"),
        ('id = "wet", tekst = "De wet"', 'id = "wet", tekst = "Een wet"'),
        ("Wij luisteren naar de", "Wij horen de"),
        ('voor_wie = ["directie"]', 'voor_wie = ["raad"]'),
        ('soort = "getal"', 'soort = "tekst"'),
    ],
    ids=[
        "list",
        "introduction",
        "question",
        "first value",
        "label",
        "order of the scale",
        "id",
        "statement",
        "reversal",
        "weight",
        "help",
        "steps",
        "at most",
        "option",
        "mirror",
        "audience",
        "kind",
    ],
)
def test_what_a_respondent_answers_is_asked(old: str, new: str) -> None:
    """Another text, id, order, scale, reversal or weight is another question."""
    assert KNOWN != changed(old, new)


@pytest.mark.parametrize("key", ["cluster", "factor", "open_vraag"])
def test_the_order_of_what_is_asked_counts(key: str) -> None:
    """Two things that change places are asked in another order."""
    data = tomllib.loads(EVERY_KIND)
    data[key].reverse()
    assert KNOWN != fingerprint(read(tomli_w.dumps(data)))


def test_the_order_of_statements_counts() -> None:
    """Two statements of one factor that change places are asked in another order."""
    data = tomllib.loads(EVERY_KIND)
    data["factor"][1]["stelling"].reverse()
    assert KNOWN != fingerprint(read(tomli_w.dumps(data)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "rollen-1"', 'id = "rollen-1"\nomgekeerd = false\ngewicht = 1\nuitleg = ""'),
        ('soort = "getal"', 'soort = "getal"\nmoment = "na"'),
    ],
)
def test_a_default_that_is_written_out_asks_nothing_new(old: str, new: str) -> None:
    """Saying what goes without saying leaves the questions as they are."""
    assert KNOWN == changed(old, new)


def test_using_a_list_leaves_its_fingerprint() -> None:
    """What a questionnaire remembers about itself is no part of it."""
    questionnaire = read(EVERY_KIND)
    assert questionnaire.factor_of(questionnaire.factors[0].statements[0]) is not None
    assert KNOWN == fingerprint(questionnaire)


def test_the_built_in_list_survives_another_writer() -> None:
    """The long texts of the real list keep their meaning when another program writes them."""
    path = library.built_in()["samenwerking"]
    questionnaire, _ = load(path)
    assert questionnaire is not None
    rewritten = read(tomli_w.dumps(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert fingerprint(questionnaire) == fingerprint(rewritten)
