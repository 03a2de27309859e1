"""Filling in: each step gives the next session, and nobody is trapped."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.questionnaire.lists import EVERY_KIND, read
from tests.response.people import (
    CODE,
    DIRECTIE,
    LATER,
    LIST,
    NOW,
    QUESTIONS,
    RAAD,
    answered,
    at,
    begun,
    names,
)
from tests.strategies import answers, texts
from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response.model import MAX_TEXT, AnswerState, BalanceAnswer, Missing, Response
from zelfanalyse.response.session import Invitation, Session
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from zelfanalyse.response.model import Answer

ORDER = [
    "goed",
    "vertrouwen-1",
    "vertrouwen-2",
    "rollen-1",
    "tempo",
    "motief",
    "resultaat",
    "omvang",
    "gehoord",
    "gesprekken",
]
HANDED_IN = "Deze lijst is ingeleverd. U kunt hem alleen nog lezen."


def test_a_session_begins_with_nothing_answered() -> None:
    """It says for whom, on which list and since when, to the second."""
    session = Session.begin(LIST, RAAD, CODE, NOW.replace(microsecond=123))
    response = session.response
    assert ("vecht", "2026", "raad", CODE) == (
        response.dossier,
        response.round,
        response.perspective,
        response.respondent,
    )
    asked = response.questionnaire
    assert ("elke_soort", "1.2.0", fingerprint(LIST)) == (
        asked.id,
        asked.version,
        asked.fingerprint,
    )
    assert (NOW, None, False) == (response.started, response.handed_in, response.made_up)
    assert "goed" == session.current.id
    assert {AnswerState.OPEN: 9} == session.counts()


def test_a_session_asks_what_is_meant_for_its_perspective() -> None:
    """The question for the board is not asked of the council."""
    assert ORDER == names(begun(DIRECTIE).questions)
    assert ORDER[:-1] == names(begun(RAAD).questions)


def test_a_session_asks_what_is_meant_for_its_source() -> None:
    """A question for outsiders goes by the source of the perspective."""
    questionnaire = read(EVERY_KIND.replace('["directie"]', '["extern"]'))
    outsider = Invitation(perspective="inwoners", source="extern")
    session = Session.begin(questionnaire, outsider, CODE, NOW)
    assert ORDER == names(session.questions)
    assert ORDER[:-1] == names(Session.begin(questionnaire, DIRECTIE, CODE, NOW).questions)


def test_one_walks_through_the_list_and_back() -> None:
    """Forward at the last question and back at the first stay there."""
    session = begun()
    walked = [session.current.id]
    while not session.is_at_end:
        session = session.forward()
        walked.append(session.current.id)
    assert ORDER == walked
    assert "gesprekken" == session.forward().current.id
    assert "motief" == at("resultaat").back().current.id
    assert "goed" == begun().back().current.id


def test_one_goes_to_any_question() -> None:
    """Questions may be skipped, and stay open."""
    session = at("resultaat")
    assert (6, "resultaat") == (session.position, session.current.id)
    assert ORDER == names(session.open_questions)


def test_the_factor_of_a_statement_is_known() -> None:
    """The screen shows it; other questions have none."""
    factor = at("rollen-1").factor
    assert factor is not None
    assert "rollen" == factor.id
    assert at("tempo").factor is None


def test_answering_stays_at_the_question() -> None:
    """The person goes on when they want to; going back is possible at all times."""
    session = at("rollen-1").answer(2)
    assert "rollen-1" == session.current.id
    assert 2 == session.response.answer_to(QUESTIONS["rollen-1"])
    assert 1 == session.answer(1).response.answer_to(QUESTIONS["rollen-1"])


def test_the_four_states_stay_apart() -> None:
    """Answered, don't know, not applicable and open are four things."""
    session = answered(
        {"vertrouwen-1": 0, "vertrouwen-2": Missing.DONT_KNOW, "rollen-1": Missing.NOT_APPLICABLE}
    )
    states = {name: session.state(QUESTIONS[name]) for name in ORDER[:4]}
    assert {
        "goed": AnswerState.OPEN,
        "vertrouwen-1": AnswerState.ANSWERED,
        "vertrouwen-2": AnswerState.DONT_KNOW,
        "rollen-1": AnswerState.NOT_APPLICABLE,
    } == states
    assert {
        AnswerState.OPEN: 7,
        AnswerState.ANSWERED: 1,
        AnswerState.DONT_KNOW: 1,
        AnswerState.NOT_APPLICABLE: 1,
    } == session.counts()
    assert ["goed", *ORDER[4:]] == names(session.open_questions)


@pytest.mark.parametrize("words", ["weet niet", "nvt"])
def test_own_words_are_an_answer_whatever_they_are(words: str) -> None:
    """An open question has no don't-know: who writes 'weet niet' has answered in own words."""
    assert AnswerState.ANSWERED is at("goed").answer(words).state(QUESTIONS["goed"])


def test_every_kind_of_question_keeps_its_answer() -> None:
    """Each answer is found under its own question, and nothing is open at the end."""
    given_answers: dict[str, Answer] = {
        "goed": "Alles.",
        "vertrouwen-1": 1,
        "vertrouwen-2": 2,
        "rollen-1": 0,
        "tempo": BalanceAnswer(now=1, wanted=7),
        "motief": ("wet", "geld"),
        "resultaat": 10,
        "omvang": Size.LARGER,
        "gehoord": 2,
        "gesprekken": 0,
    }
    session = answered(given_answers)
    assert given_answers == {
        name: session.response.answer_to(QUESTIONS[name]) for name in given_answers
    }
    assert () == session.open_questions


def test_clearing_opens_the_question_again() -> None:
    """Also for the size question, which is kept apart."""
    session = answered({"rollen-1": 2, "omvang": Size.SMALLER})
    assert AnswerState.OPEN is at("rollen-1", session).clear().state(QUESTIONS["rollen-1"])
    assert AnswerState.OPEN is at("omvang", session).clear().state(QUESTIONS["omvang"])


@pytest.mark.parametrize("nothing", ["", "  \n ", "\x00", "\u200b"])
def test_an_empty_text_takes_the_answer_away(nothing: str) -> None:
    """Text that shows nothing is no answer, and no comment."""
    session = at("goed").answer("Veel.").comment("Echt.").answer(nothing).comment(nothing)
    assert AnswerState.OPEN is session.state(QUESTIONS["goed"])
    assert ({}, {}) == (session.response.open, session.response.comments)


def test_an_answer_that_does_not_fit_is_refused_in_dutch() -> None:
    """The sentence begins with a capital, and the session is what it was."""
    session = at("rollen-1").answer(1)
    with pytest.raises(InvalidAnswerError) as told:
        session.answer(3)
    assert "Het antwoord moet een getal van 0 tot en met 2 zijn." == str(told.value)
    assert 1 == session.response.answer_to(QUESTIONS["rollen-1"])


def test_a_comment_belongs_to_its_question() -> None:
    """A comment is no answer: the question stays open."""
    session = at("tempo").comment(" Te snel. ")
    assert "Te snel." == session.comment_on(QUESTIONS["tempo"])
    assert "" == session.comment_on(QUESTIONS["goed"])
    assert AnswerState.OPEN is session.state(QUESTIONS["tempo"])


@given(texts)
def test_what_steers_a_terminal_is_taken_out(text: str) -> None:
    """Comments and open answers keep what one can see, and only that."""
    session = at("goed").answer(text).comment(text)
    expected = visible(text).strip()
    assert expected == session.comment_on(QUESTIONS["goed"])
    assert (expected or None) == session.response.answer_to(QUESTIONS["goed"])


def test_a_comment_that_is_too_long_is_refused() -> None:
    """A comment that could not be read back from its file must not get into it."""
    assert "x" * MAX_TEXT == at("goed").comment("x" * MAX_TEXT).comment_on(QUESTIONS["goed"])
    with pytest.raises(InvalidAnswerError):
        at("goed").comment("x" * (MAX_TEXT + 1))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Size.SMALLER, "De grotere partners luisteren naar ons."),
        (Size.LARGER, "Wij luisteren naar de kleinere partners."),
        (Size.EQUAL, "De grotere partners luisteren naar de kleinere."),
        (Size.OBSERVER, "De grotere partners luisteren naar de kleinere."),
        (None, "De grotere partners luisteren naar de kleinere."),
    ],
)
def test_a_mirror_statement_is_worded_by_size(size: Size | None, expected: str) -> None:
    """Who has not told their size gets the words of an onlooker."""
    session = begun() if size is None else at("omvang").answer(size)
    assert expected == session.text(QUESTIONS["gehoord"])


def test_other_questions_have_one_wording() -> None:
    """The text of the question, or its title where it has no text."""
    session = begun()
    assert [
        "Wat gaat goed?",
        "De rollen zijn duidelijk.",
        "Tempo",
        "Hoe groot is uw organisatie binnen deze samenwerking?",
    ] == [session.text(QUESTIONS[name]) for name in ("goed", "rollen-1", "tempo", "omvang")]


def test_undo_goes_back_to_where_the_change_was_made() -> None:
    """Also from another question: one sees what is undone."""
    session = at("resultaat", answered({"vertrouwen-1": 1, "tempo": Missing.DONT_KNOW}))
    once = session.undo()
    assert ("tempo", AnswerState.OPEN) == (once.current.id, once.state(QUESTIONS["tempo"]))
    assert 1 == once.response.answer_to(QUESTIONS["vertrouwen-1"])
    twice = once.undo()
    assert ("vertrouwen-1", {}) == (twice.current.id, twice.response.statements)
    assert twice == twice.undo()


def test_undo_brings_back_what_was_there() -> None:
    """An answer that was changed, cleared or commented on comes back as it was."""
    session = at("goed").answer("Een.").answer("Twee.").comment("Drie.").clear()
    seen = []
    while session.past:
        session = session.undo()
        seen.append((session.response.open.get("goed"), session.comment_on(QUESTIONS["goed"])))
    assert [("Twee.", "Drie."), ("Twee.", ""), ("Een.", ""), (None, "")] == seen


def test_the_same_answer_again_is_no_change() -> None:
    """Undo then has one step to take back, not two."""
    session = at("rollen-1").answer(1)
    assert session == session.answer(1)
    assert 1 == len(session.answer(1).past)


def test_handing_in_leaves_open_what_is_open() -> None:
    """The response is closed at a moment, to the second, and has no place any more."""
    session = at("tempo", answered({"rollen-1": 1})).hand_in(LATER.replace(microsecond=9))
    assert session.is_handed_in
    assert (LATER, None) == (session.response.handed_in, session.response.place)
    assert 9 == len(session.open_questions)
    assert not at("tempo").is_handed_in


CHANGES: dict[str, Callable[[Session], Session]] = {
    "answer": lambda session: session.answer(Missing.DONT_KNOW),
    "clear": lambda session: session.clear(),
    "comment": lambda session: session.comment("Nog iets."),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_handed_in_no_longer_changes(change: Callable[[Session], Session]) -> None:
    """It can be read, and every change is refused with a sentence."""
    session = at("rollen-1", answered({"rollen-1": 1}).hand_in(LATER))
    with pytest.raises(InvalidAnswerError) as told:
        change(session)
    assert HANDED_IN == str(told.value)


def test_undo_does_not_reopen_what_is_handed_in() -> None:
    """A key that was pressed once too often takes nothing back from the facilitator."""
    assert answered({"rollen-1": 1}).hand_in(LATER).undo().is_handed_in


def test_what_was_undone_is_done_again() -> None:
    """At the question where it was, until something else is changed."""
    session = answered({"rollen-1": 1, "tempo": Missing.NOT_APPLICABLE})
    again = at("goed", session.undo().undo()).redo()
    assert ("rollen-1", {"rollen-1": 1}) == (again.current.id, again.response.statements)
    assert said(session.response) == said(again.redo().response)
    assert again.redo() == again.redo().redo()
    assert () == at("goed", again).answer("Iets.").future


def test_what_was_handed_in_can_be_taken_back() -> None:
    """It is a draft again with the same answers; a list that others have open is not."""
    session = answered({"rollen-1": 1})
    closed = session.hand_in(LATER)
    taken_back = closed.take_back()
    assert (False, said(session.response)) == (taken_back.is_closed, said(taken_back.response))
    assert session == session.take_back()
    assert replace(closed, is_taken=True).take_back().is_handed_in


def test_taking_back_goes_to_where_work_is_left() -> None:
    """The first open question, the last one when none is open, or where one was reading."""
    first, second, *_, last = begun().questions
    closed = answered({first.id: "Rust."}).hand_in(LATER)
    assert second == closed.take_back().current
    assert last == closed.go_to(last).take_back().current
    everything = replace(closed, questions=(first,))
    assert first == everything.take_back().current


def test_what_is_closed_can_be_walked_through() -> None:
    """Reading goes from question to question; undo, redo and handing in change nothing."""
    open_ = answered({"rollen-1": 1, "vertrouwen-1": 2}).undo()
    for closed in (open_.hand_in(LATER), replace(open_, is_taken=True)):
        assert "tempo" == at("tempo", closed).current.id
        assert closed == closed.undo() == closed.redo() == closed.hand_in(NOW)


def test_a_taken_list_refuses_every_change() -> None:
    """Another program has the file: the sentence says so."""
    session = replace(at("rollen-1"), is_taken=True)
    for change in CHANGES.values():
        with pytest.raises(InvalidAnswerError) as told:
            change(session)
        assert "Deze lijst is al open in een ander venster." in str(told.value)


@pytest.mark.parametrize(
    ("name", "answer", "expected"),
    [
        ("vertrouwen-1", 0, True),
        ("vertrouwen-1", 1, False),
        ("vertrouwen-1", Missing.DONT_KNOW, False),
        ("vertrouwen-2", 0, False),
        ("vertrouwen-2", 2, True),
        ("gehoord", 0, False),
        ("resultaat", 1, False),
    ],
)
def test_an_unfavourable_answer_wants_an_example(
    name: str, answer: Answer, *, expected: bool
) -> None:
    """Only of a statement, the other way round when it is reversed, and not twice."""
    session = answered({name: answer})
    assert expected == session.wants_example(session.current)
    assert not session.comment("In mei.").wants_example(session.current)


def test_who_predicts_is_asked_the_core_statements_once_more() -> None:
    """After all statements; others are not asked."""
    predicting = Session.begin(LIST, replace(DIRECTIE, predicts=True), CODE, NOW)
    order = [*ORDER]
    order.insert(order.index("tempo"), "voorspelling/vertrouwen-1")
    assert order == names(predicting.questions)
    assert ORDER == names(begun().questions)


def test_a_prediction_stands_apart_from_the_own_answer() -> None:
    """Same statement and scale, another table; no 'weet niet' and no comment."""
    session = Session.begin(LIST, replace(DIRECTIE, predicts=True), CODE, NOW)
    session = session.go_to(session.questions[4])
    assert session.text(session.current) == session.text(QUESTIONS["vertrouwen-1"])
    predicted = session.answer(2)
    assert ({}, {"vertrouwen-1": 2}) == (
        predicted.response.statements,
        predicted.response.predictions,
    )
    assert AnswerState.ANSWERED is predicted.state(predicted.current)
    assert {} == predicted.clear().response.predictions
    for wrong in (3, Missing.DONT_KNOW, "veel"):
        with pytest.raises(InvalidAnswerError):
            session.answer(wrong)
    with pytest.raises(InvalidAnswerError, match="Bij een voorspelling hoort geen toelichting"):
        session.comment("Iets.")
    resumed = Session.resume(LIST, replace(DIRECTIE, predicts=True), predicted.response)
    assert predicted.current == resumed.current


def test_a_session_is_resumed_where_it_was_left() -> None:
    """Place and answers are in the response; the steps to undo are gone."""
    left = answered({"rollen-1": 1, "tempo": Missing.NOT_APPLICABLE}).forward()
    resumed = Session.resume(LIST, DIRECTIE, left.response)
    assert ("motief", left.response, ()) == (resumed.current.id, resumed.response, resumed.past)


def test_a_place_that_is_no_longer_asked_is_the_first_question() -> None:
    """A council member does not get the question of the board, and begins at the beginning."""
    assert "goed" == Session.resume(LIST, RAAD, at("gesprekken").response).current.id


STEPS: dict[str, Callable[[Session], Session]] = {
    "forward": lambda session: session.forward(),
    "back": lambda session: session.back(),
    "clear": lambda session: session.clear(),
    "undo": lambda session: session.undo(),
}


def step(draw: Callable[[st.SearchStrategy[Any]], Any], session: Session) -> Session:
    """Return the session after one thing that a person could do."""
    name = draw(st.sampled_from(["go to", "answer", "answer", "comment", *STEPS]))
    match name:
        case "go to":
            return session.go_to(draw(st.sampled_from(session.questions)))
        case "answer":
            return session.answer(draw(answers(LIST, session.current)))
        case "comment":
            return session.comment(draw(texts))
        case _:
            return STEPS[name](session)


def said(response: Response) -> Response:
    """Return the response without the place where the person is."""
    return response.model_copy(update={"place": None})


@settings(max_examples=60)
@given(data=st.data(), count=st.integers(0, 12))
def test_undoing_everything_gives_the_first_response_back(data: st.DataObject, count: int) -> None:
    """As many undos as there were changes take back everything, whatever was done."""
    session = answered({"rollen-1": 1, "goed": "Iets."})
    for _ in range(count):
        session = step(data.draw, session)
    while session.past:
        session = session.undo()
    assert said(begun().response) == said(session.response)


@settings(max_examples=60)
@given(data=st.data(), count=st.integers(0, 6))
def test_each_undo_takes_back_one_change(data: st.DataObject, count: int) -> None:
    """Every response on the way comes by again, from the last to the first."""
    session = begun()
    responses = [session.response]
    for _ in range(count):
        session = step(data.draw, session)
        if said(session.response) == said(responses[-1]):
            continue
        if len(responses) > 1 and len(session.past) < len(responses) - 1:
            responses.pop()  # an undo among the steps
        else:
            responses.append(session.response)
    assert len(session.past) == len(responses) - 1
    for earlier in reversed(responses[:-1]):
        session = session.undo()
        assert said(earlier) == said(session.response)


@settings(max_examples=60)
@given(data=st.data(), count=st.integers(0, 8), back=st.integers(0, 8))
def test_redo_is_the_way_back_from_undo(data: st.DataObject, count: int, back: int) -> None:
    """As many redos as undos give back what there was, whatever was done."""
    session = begun()
    for _ in range(count):
        session = step(data.draw, session)
    steps = min(back, len(session.past))
    other = session
    for _ in range(steps):
        other = other.undo()
    for _ in range(steps):
        other = other.redo()
    assert said(session.response) == said(other.response)
    assert len(session.past) == len(other.past)


@settings(max_examples=60)
@given(data=st.data(), count=st.integers(1, 6))
def test_no_step_changes_the_session_it_starts_from(data: st.DataObject, count: int) -> None:
    """A session is a value: what the screen holds stays what it was."""
    session = begun()
    for _ in range(count):
        before = deepcopy(session)
        after = step(data.draw, session)
        assert before == session
        assert repr(before.response) == repr(session.response)
        session = after


@settings(max_examples=60)
@given(data=st.data(), count=st.integers(0, 8))
def test_every_session_can_be_left_and_resumed(data: st.DataObject, count: int) -> None:
    """At any moment the response alone is enough to go on at the same question."""
    session = begun()
    for _ in range(count):
        session = step(data.draw, session)
    resumed = Session.resume(LIST, DIRECTIE, session.response)
    assert (session.current, session.counts()) == (resumed.current, resumed.counts())
