"""The fields of an action, as one fills them in."""

from __future__ import annotations

from datetime import date

import pytest

from zelfanalyse.dossier.actions import Action, Kind, LearningMode, Progress
from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.facilitator.action_form import entries, filled
from zelfanalyse.response.model import MAX_TEXT

CALL = Action(id="actie-1", what="Bellen")


def test_every_field_comes_back_as_it_was_filled_in() -> None:
    """Days in two ways, choices by their words; what belongs to a kind or a stand is asked then."""
    action = CALL
    for key, text in {
        "wat": " Elkaar\n bellen ",
        "wie": "secretaris",
        "wanneer": "2027-03-01",
        "merkt_inwoner": "Eén loket",
        "soort": "experiment",
        "vervolg": "Overal",
        "leervorm": "samen maken",
        "terugkijken": "1-9-2027",
        "stand": "klaar",
        "uitkomst": "Het werkt.",
    }.items():
        action = filled(action, key, text)
    assert (
        Action(
            id="actie-1",
            what="Elkaar bellen",
            owner="secretaris",
            due_on=date(2027, 3, 1),
            kind=Kind.EXPERIMENT,
            social_effect="Eén loket",
            learning_mode=LearningMode.TOGETHER,
            review_on=date(2027, 9, 1),
            follow_up="Overal",
            progress=Progress.DONE,
            outcome="Het werkt.",
        )
        == action
    )
    assert {
        "wat": "Elkaar bellen",
        "wie": "secretaris",
        "wanneer": "1-3-2027",
        "merkt_inwoner": "Eén loket",
        "soort": "experiment",
        "vervolg": "Overal",
        "leervorm": "samen maken",
        "terugkijken": "1-9-2027",
        "stand": "klaar",
        "uitkomst": "Het werkt.",
    } == {item.key: item.value for item in entries(action)}


def test_what_does_not_belong_is_not_asked() -> None:
    """A sequel is for experiments, an outcome for what ended."""
    assert not {"vervolg", "uitkomst"} & {item.key for item in entries(CALL)}


@pytest.mark.parametrize("key", ["wie", "wanneer", "soort", "leervorm", "terugkijken"])
def test_an_empty_text_takes_a_field_away(key: str) -> None:
    """Then it is as it was before."""
    texts = {"wie": "x", "wanneer": "1-3-2027", "soort": "gesprek", "terugkijken": "1-3-2027"}
    assert CALL == filled(filled(CALL, key, texts.get(key, "samen maken")), key, " ")


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("wat", " ", "Dit mag niet leeg zijn."),
        ("wat", "x" * 201, "Dit is te lang: er passen hoogstens 200 tekens."),
        ("wanneer", "31-2-2027", "Dit is geen datum. Schrijf het zoals 1-3-2027."),
        ("stand", "", "Een actie is open, klaar of gestopt."),
        ("wie", "x" * (MAX_TEXT + 1), f"Dit is te lang: er passen hoogstens {MAX_TEXT} tekens."),
    ],
)
def test_what_cannot_be_is_told(key: str, text: str, sentence: str) -> None:
    """In a Dutch sentence."""
    with pytest.raises(InvalidAnswerError, match=sentence):
        filled(CALL, key, text)


def test_what_steers_a_terminal_is_taken_out() -> None:
    """Also from a line that is one already."""
    assert "Bel [31mnu" == filled(CALL, "wat", "Bel \x1b[31m\u202enu").what
