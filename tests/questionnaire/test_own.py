"""Own questions of a dossier: added to the text of a list, four at most."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questionnaire.lists import SMALL, read
from zelfanalyse.errors import ExitCode, RefusedError, WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.own import LONGEST, with_own_questions
from zelfanalyse.questionnaire.rules import MOST_OWN

FILE = Path("vragenlijst.toml")
FOUR = ("Een?", "Twee?", "Drie?", "Vier?")
OWN = '[[open_vraag]]\nid = "eigen-{0}"\ntekst = "Vraag {0}?"\neigen = true\n'


def test_an_own_question_comes_after_the_list() -> None:
    """The text of the list stays as it is, comments and all; the question is marked as own."""
    text = f"# Een opmerking van de maker.\n{SMALL}"
    longer = with_own_questions(text, ["Wat mist u in de wijk?"])
    assert longer.startswith(text.rstrip("\n"))
    (question,) = read(longer).open_questions
    assert ("eigen-1", "Wat mist u in de wijk?", True) == (question.id, question.text, question.own)


def test_no_own_questions_leave_the_text() -> None:
    """Byte for byte."""
    assert SMALL == with_own_questions(SMALL, [])


def test_everyone_is_asked_an_own_question() -> None:
    """People with the short form too, unless the facilitator takes that away."""
    questionnaire = read(with_own_questions(SMALL + "kern = true\n", ["Wat mist u?"]))
    for group, source in (("raad", "zelf"), ("gemeenschap", "extern")):
        for short in (False, True):
            asked = [item.id for item in questionnaire.questions(group, source, short=short)]
            assert "eigen-1" in asked


def test_the_fingerprint_is_another() -> None:
    """Who fills in the list without the question did not answer the same."""
    longer = read(with_own_questions(SMALL, ["Wat mist u?"]))
    assert fingerprint(read(SMALL)) != fingerprint(longer)


def test_four_are_enough() -> None:
    """The fifth is refused, also when some are there already."""
    longer = with_own_questions(SMALL, FOUR)
    assert list(FOUR) == [item.text for item in read(longer).open_questions]
    for text, own in ((SMALL, (*FOUR, "Vijf?")), (longer, ("Vijf?",))):
        with pytest.raises(WrongUseError, match="hoogstens 4 eigen vragen"):
            with_own_questions(text, own)


def test_an_id_is_never_taken_twice() -> None:
    """A list that has a question of that name keeps it."""
    text = SMALL + OWN.format(1) + OWN.format(3)
    ids = [item.id for item in read(with_own_questions(text, ["A?", "B?"])).open_questions]
    assert ["eigen-1", "eigen-3", "eigen-2", "eigen-4"] == ids


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("   ", "Een eigen vraag is leeg."),
        ("a" * (LONGEST + 1), f"Een eigen vraag is langer dan {LONGEST} tekens."),
    ],
)
def test_what_is_no_question_is_refused(question: str, sentence: str) -> None:
    """With a sentence that says what is wrong."""
    with pytest.raises(WrongUseError) as told:
        with_own_questions(SMALL, [question])
    assert sentence in str(told.value)
    assert ExitCode.USAGE is told.value.exit_code


def test_a_list_that_nothing_can_be_added_to_is_left_alone() -> None:
    """Open questions on one line cannot be followed by another."""
    line = 'open_vraag = [{ id = "a", tekst = "Wat?" }]\n'
    with pytest.raises(WrongUseError, match="Bij deze lijst kan geen eigen vraag"):
        with_own_questions(SMALL.replace("[schaal]", f"{line}[schaal]", 1), ["Wat mist u?"])


@given(question=st.text(min_size=1, max_size=LONGEST))
def test_any_text_stays_text(question: str) -> None:
    """Quotes, brackets, markup and hidden characters are never more than a question."""
    try:
        longer = with_own_questions(SMALL, [question])
    except WrongUseError:
        return  # nothing that can be seen was in it
    (found,) = library.read_questionnaire(longer, FILE).open_questions
    assert found.text == " ".join(found.text.split())
    assert read(SMALL).factors == read(longer).factors


@pytest.mark.parametrize("name", library.built_in())
def test_every_built_in_list_takes_own_questions(name: str) -> None:
    """The list with its four questions has no errors."""
    path = library.find(name)
    longer = library.read_questionnaire(with_own_questions(path.read_text("utf-8"), FOUR), path)
    before = library.open_questionnaire(path)
    assert len(before.open_questions) + MOST_OWN == len(longer.open_questions)
    assert before.factors == longer.factors


def test_a_fifth_own_question_by_hand_is_an_error() -> None:
    """The rule holds for the file as well, and points at the question."""
    text = SMALL + "".join(OWN.format(number) for number in range(1, 6))
    with pytest.raises(RefusedError) as told:
        library.read_questionnaire(text, FILE)
    (finding,) = told.value.findings
    assert "dit is een eigen vraag te veel: er mogen er 4 zijn." == finding.message
    assert len(text.splitlines()) == finding.line
