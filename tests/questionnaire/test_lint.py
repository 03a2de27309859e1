"""Each piece of advice on the wording of a statement: when it is given and when it is not."""

from __future__ import annotations

import pytest

from tests.questionnaire.lists import HEAD, SCALE, SMALL, read
from zelfanalyse.questionnaire.lint import Advice, lint

PATH = ("factor", 0, "stelling", 0, "tekst")
TWO_IDEAS = "mogelijk twee gedachten in één stelling ('{}'). Splits de stelling."
TOO_LONG = "de stelling heeft {} woorden. Houd het op hoogstens 15."
VAGUE = "'{}' betekent voor iedereen iets anders. Laat het weg of noem een aantal."
DOUBLE = "een omgekeerde stelling met '{}' leest dubbel. Schrijf wat er wél gebeurt."
WHO = "'{}' is voor iedereen iemand anders. Noem wie u bedoelt."


def advice(statement: str, *, is_reversed: bool = False) -> list[Advice]:
    """Return the advice on one statement of a list."""
    text = SMALL.replace("De partners komen afspraken na.", statement)
    return lint(read(text + "omgekeerd = true\n" * is_reversed))


def test_a_plain_statement_gets_no_advice() -> None:
    """A short sentence with one idea is what the rules are after."""
    assert [] == advice("De partners komen afspraken na.")


@pytest.mark.parametrize(
    ("statement", "joint"),
    [
        ("De partners zijn eerlijk en snel.", "en"),
        ("De raad hoort of ziet de plannen.", "of"),
        ("De raad kent de plannen/doelen.", "/"),
        ("EN de raad kent de plannen.", "EN"),
    ],
)
def test_two_ideas_are_pointed_at(statement: str, joint: str) -> None:
    """A statement with 'en', 'of' or a slash may hold two ideas."""
    assert [Advice(PATH, TWO_IDEAS.format(joint))] == advice(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Het contact tussen gemeente en regio is goed.",
        "De partners geven over en weer feedback.",
        "De offerte is openbaar.",
        "De partners kennen elkaar.",
    ],
)
def test_one_relation_is_one_idea(statement: str) -> None:
    """'Tussen X en Y' and 'over en weer' are one thing, and letters inside a word say nothing."""
    assert [] == advice(statement)


def test_a_second_joint_beside_a_relation_is_pointed_at() -> None:
    """'Tussen X en Y' excuses its own 'en' only."""
    statement = "Het contact tussen gemeente en regio is goed en open."
    assert [Advice(PATH, TWO_IDEAS.format("en"))] == advice(statement)


def test_a_long_statement_is_counted() -> None:
    """Fifteen words are enough; the sixteenth is one too many."""
    fifteen = " ".join(["woord"] * 14) + " foto's."
    assert [] == advice(fifteen)
    assert [Advice(PATH, TOO_LONG.format(16))] == advice(f"woord {fifteen}")


@pytest.mark.parametrize(
    "word", ["vaak", "soms", "regelmatig", "meestal", "altijd", "veel", "weinig"]
)
def test_a_vague_quantity_is_pointed_at(word: str) -> None:
    """Words of frequency mean something else to everyone, capital or not."""
    assert [Advice(PATH, VAGUE.format(word))] == advice(f"De raad vraagt {word} door.")
    assert [Advice(PATH, VAGUE.format(word))] == advice(f"{word.capitalize()} vraagt de raad door.")


def test_a_vague_word_inside_another_is_not_vague() -> None:
    """'Veelzijdig' and 'hoeveel' are other words."""
    assert [] == advice("De veelzijdige raad weet hoeveel het kost.")


@pytest.mark.parametrize("word", ["niet", "geen", "nooit", "niets", "niemand", "nergens", "zonder"])
def test_a_reversed_statement_has_no_negation(word: str) -> None:
    """'Klopt niet' to a sentence with 'niet' is a puzzle; in a plain statement it is allowed."""
    statement = f"De raad besluit {word}."
    assert [Advice(PATH, DOUBLE.format(word))] == advice(statement, is_reversed=True)
    assert [] == advice(statement)


def test_a_reversed_statement_that_says_what_happens_is_fine() -> None:
    """The unfavourable thing is named as it is."""
    assert [] == advice("De partners houden informatie achter.", is_reversed=True)


@pytest.mark.parametrize("word", ["ik", "mij", "me", "mijn", "wij", "we", "ons", "onze"])
def test_a_statement_is_in_the_third_person(word: str) -> None:
    """Insider and outsider read the same sentence, so it names who it is about."""
    assert [Advice(PATH, WHO.format(word))] == advice(f"De raad kent {word} plannen.")


def test_a_statement_about_oneself_may_say_i() -> None:
    """A factor about who fills in has no outsider; the other rules hold for it as well."""
    text = SMALL.replace("De partners komen afspraken na.", "Ik durf soms iets te vragen.")
    text = text.replace("[[factor.stelling]]", "over_uzelf = true\n[[factor.stelling]]")
    assert [Advice(PATH, VAGUE.format("soms"))] == lint(read(text))


def test_a_mirror_statement_may_say_we() -> None:
    """Its three wordings are each for one kind of reader; the other rules hold for each."""
    text = f"""{HEAD}{SCALE}
[[spiegelstelling]]
id = "gehoord"
blok = "invloed"
kleiner = "De partners luisteren naar ons."
groter = "Wij luisteren en leren."
buitenstaander = "De partners luisteren vaak."
"""
    assert [
        Advice(("spiegelstelling", 0, "groter"), TWO_IDEAS.format("en")),
        Advice(("spiegelstelling", 0, "buitenstaander"), VAGUE.format("vaak")),
    ] == lint(read(text))


def test_every_rule_speaks_and_the_file_sets_the_order() -> None:
    """One statement can get several pieces of advice; the statement above it comes first."""
    text = SMALL + '[[factor.stelling]]\nid = "b"\ntekst = "Wij doen soms niets en klagen."\n'
    text = text.replace("De partners komen afspraken na.", "Wij komen afspraken na.")
    second = ("factor", 0, "stelling", 1, "tekst")
    assert [
        Advice(PATH, WHO.format("wij")),
        Advice(second, TWO_IDEAS.format("en")),
        Advice(second, VAGUE.format("soms")),
        Advice(second, DOUBLE.format("niets")),
        Advice(second, WHO.format("wij")),
    ] == lint(read(f"{text}omgekeerd = true\n"))
