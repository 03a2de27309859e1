"""Where a round stands: its steps, who answered, what is missing, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    COLLEGE,
    MOMENT,
    PARTNERS,
    RAAD,
    answered,
    person,
    posted,
)
from tests.rounds import ACTION, DAY, LIST, whole
from zelfanalyse.dossier import folder, ledger
from zelfanalyse.dossier.actions import Actions, Progress
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.learning import LearningQuestion, LearningTrack
from zelfanalyse.dossier.panel import Judgement, Panel, Recognises
from zelfanalyse.dossier.steps import Closed, Step, Steps
from zelfanalyse.intake import Waiting, waiting
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.overview import NEEDS_REPORT, Overview, overview
from zelfanalyse.progress.stages import State

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier

TODAY = date(2026, 9, 20)
BEFORE, LATER = date(2026, 9, 10), date(2026, 9, 30)
SHUT = Steps(closed=Closed(own=BEFORE, external=BEFORE))


def seen(opened: Dossier, lying: Waiting | None = None, today: date = TODAY) -> Overview:
    """Return where a dossier stands."""
    return overview(opened, Case.of(opened), lying or Waiting(), today)


def with_book(opened: Dossier, book: Book) -> Dossier:
    """Return a dossier with other files beside its answers."""
    return replace(opened, book=book)


def told(opened: Dossier) -> Dossier:
    """Return the dossier after a report of the answers of now was shown."""
    result = Case.of(opened).main
    ledger.append(
        opened.folder,
        opened.settings,
        opened.register,
        result.published,
        MOMENT,
        named=result.named,
    )
    return folder.load(opened.folder)


@pytest.fixture
def full(tmp_path: Path) -> Dossier:
    """Return a dossier that misses nothing but a report."""
    return whole(tmp_path / "dossier")


def small() -> Dossier:
    """Return a dossier with six inside and no one outside."""
    return answered({RAAD: [4] * 6, COLLEGE: [], PARTNERS: []})


# --- the steps ---


def test_an_empty_dossier_has_everything_before_it() -> None:
    """Every step is open, and people are to be invited."""
    found = seen(answered({RAAD: [], PARTNERS: []}))
    assert {State.OPEN} == {stage.state for stage in found.stages}
    assert ("v", "invullen") == (found.next.key, found.next.command[0])


def test_a_side_goes_from_open_by_busy_to_done() -> None:
    """With answers it is busy; closed, it is done, with the day."""
    opened = small()
    assert State.BUSY is seen(opened).stage("zelfanalyse").state
    assert State.OPEN is seen(opened).stage("blik-van-buiten").state
    closed = seen(with_book(opened, Book(steps=Steps(closed=Closed(own=BEFORE)))))
    stage = closed.stage("zelfanalyse")
    assert (State.DONE, "gesloten op 10 september 2026, met 6 antwoorden") == (
        stage.state,
        stage.why,
    )


def test_what_is_ticked_in_the_planning_is_done() -> None:
    """A facilitator knows what the program cannot see."""
    step = Step(id="zelfanalyse", title="Zelf", due_on=BEFORE, done_on=BEFORE)
    found = seen(with_book(small(), Book(steps=Steps(steps=(step,)))))
    assert State.DONE is found.stage("zelfanalyse").state
    assert () == found.late


@pytest.mark.parametrize(
    ("book", "state"),
    [
        (Book(), State.OPEN),
        (Book(steps=Steps(steps=(Step(id="rapport", title="R", due_on=LATER),))), State.SKIPPED),
        (Book(closure=Closure(on=BEFORE, fingerprint="0" * 12)), State.SKIPPED),
        (Book(panel=Panel()), State.BUSY),
        (
            Book(
                panel=Panel(
                    judgements=(Judgement(factor="vertrouwen", recognises=Recognises.SELF),)
                ),
                steps=SHUT,
            ),
            State.DONE,
        ),
    ],
)
def test_the_panel_may_be_left_out(book: Book, state: State) -> None:
    """A planning or an end without a panel says that it was skipped; it judges after both sides."""
    assert state is seen(with_book(small(), book)).stage("visitatie").state


@pytest.mark.parametrize(
    ("track", "state"),
    [
        (None, State.OPEN),
        (LearningTrack(), State.OPEN),
        (LearningTrack(questions=(LearningQuestion(id="a", question="Hoe?"),)), State.BUSY),
        (
            LearningTrack(
                questions=(LearningQuestion(id="a", question="Hoe?"),), fed_back_on=BEFORE
            ),
            State.DONE,
        ),
    ],
)
def test_a_learning_track_ends_with_telling_the_board(
    track: LearningTrack | None, state: State
) -> None:
    """A learning question begins it."""
    assert state is seen(with_book(small(), Book(learning=track))).stage("leertraject").state


@pytest.mark.parametrize(
    ("conversation", "state"),
    [
        (Conversation(), State.OPEN),
        (Conversation(points=(Point(id="a", title="A", decision=Decision.ACTION),)), State.BUSY),
        (Conversation(on=BEFORE), State.DONE),
        (Conversation(on=LATER), State.OPEN),
    ],
)
def test_a_conversation_is_held_on_its_day(
    conversation: Conversation, state: State, full: Dossier
) -> None:
    """Points make it busy; its day makes it done, once every decision is there."""
    book = Book(conversation=conversation, actions=Actions(actions=(ACTION,)))
    found = seen(with_book(told(full), book))
    assert state is found.stage("gesprek").state


def test_a_conversation_without_its_decisions_is_not_done(full: Dossier) -> None:
    """One note is a beginning; whoever ticks it in the planning knows better. It is not late."""
    begun = Conversation(on=BEFORE, points=(Point(id="democratie", title="Democratie"),))
    step = Step(id="gesprek", title="Het gesprek", due_on=BEFORE)
    stage = seen(with_book(told(full), Book(conversation=begun))).stage("gesprek")
    assert (State.BUSY, "begonnen op 10 september 2026, 0 besluiten") == (stage.state, stage.why)
    planned = seen(with_book(told(full), Book(conversation=begun, steps=Steps(steps=(step,)))))
    assert () == planned.late
    ticked = Steps(steps=(step.model_copy(update={"done_on": BEFORE}),))
    found = seen(with_book(told(full), Book(conversation=begun, steps=ticked)))
    assert State.DONE is found.stage("gesprek").state


def test_a_report_is_done_when_no_answers_can_come_in(full: Dossier) -> None:
    """Until both sides are closed, the report of now is not the last."""
    stage = seen(told(full)).stage("rapport")
    assert (State.BUSY, "het rapport heeft alle antwoorden, maar niet alles is gesloten") == (
        stage.state,
        stage.why,
    )
    assert State.DONE is seen(with_book(told(full), Book(steps=SHUT))).stage("rapport").state


def test_a_day_ahead_is_not_a_day_that_was(full: Dossier) -> None:
    """A board that will be told, and a conversation that will be held, are still to come."""
    track = LearningTrack(fed_back_on=LATER, questions=(LearningQuestion(id="a", question="Hoe?"),))
    book = Book(
        steps=SHUT.model_copy(update={"day": LATER}),
        learning=track,
        actions=Actions(actions=(ACTION,)),
    )
    found = seen(with_book(told(full), book))
    assert State.BUSY is found.stage("leertraject").state
    assert ("g", "Er ontbreekt niets. Houd op 30 september 2026 het gesprek.") == (
        found.next.key,
        found.next.sentence,
    )


PLANNED = Step(id="gesprek", title="Het gesprek", due_on=LATER)
HELD = Conversation(on=BEFORE)
TO_HOLD = "Er ontbreekt niets. Houd op 30 september 2026 het gesprek."
TO_CLOSE = "Er ontbreekt niets. Sluit de ronde af"


@pytest.mark.parametrize(
    ("steps", "conversation", "today", "sentence"),
    [
        (Steps(day=LATER), Conversation(), TODAY, TO_HOLD),
        (Steps(steps=(PLANNED,)), Conversation(), TODAY, TO_HOLD),
        (Steps(), Conversation(on=LATER), TODAY, TO_HOLD),
        (
            Steps(day=LATER),
            HELD,
            TODAY,
            f"{TO_HOLD} Is het al geweest? Vink het dan af, of zet de goede dag in stappen.toml.",
        ),
        (Steps(day=LATER), Conversation(), LATER, "Er ontbreekt niets. Houd vandaag het gesprek."),
        (
            Steps(day=LATER),
            Conversation(on=LATER),
            LATER,
            f"{TO_CLOSE} na het gesprek van vandaag.",
        ),
        (Steps(day=LATER), HELD, LATER, f"{TO_CLOSE} na het gesprek van vandaag."),
        (Steps(day=LATER), Conversation(on=LATER), date(2026, 10, 1), f"{TO_CLOSE}."),
        (
            Steps(day=LATER, steps=(PLANNED.model_copy(update={"done_on": BEFORE}),)),
            HELD,
            TODAY,
            f"{TO_CLOSE}.",
        ),
        (Steps(), HELD, TODAY, f"{TO_CLOSE}."),
    ],
    ids=[
        "day ahead",
        "step ahead",
        "held on a day ahead",
        "written in before its day",
        "on its day",
        "begun on its day",
        "on its day, and begun before",
        "after its day",
        "ticked",
        "held without a planning",
    ],
)
def test_a_round_is_closed_after_the_conversation(
    steps: Steps, conversation: Conversation, today: date, sentence: str, full: Dossier
) -> None:
    """When nothing is missing while its day is still to come, the day is told."""
    steps = steps.model_copy(update={"closed": SHUT.closed})
    actions = Actions(actions=(ACTION,))
    book = Book(steps=steps, conversation=conversation, actions=actions)
    found = seen(with_book(told(full), book), today=today)
    assert sentence == found.next.sentence
    assert ("afsluiten" if TO_CLOSE in sentence else "gesprek") == found.next.command[0]


def test_a_conversation_that_was_only_prepared_is_not_held(full: Dossier) -> None:
    """Every decision may be thought out before the day that the planning has for it."""
    actions = Actions(actions=(ACTION,))
    steps = SHUT.model_copy(update={"day": LATER})
    stage = seen(
        with_book(told(full), Book(steps=steps, conversation=HELD, actions=actions))
    ).stage("gesprek")
    assert (
        State.BUSY,
        "begonnen op 10 september 2026, 0 besluiten; de dag is 30 september 2026",
    ) == (stage.state, stage.why)


def test_who_is_to_hold_a_conversation_hears_when(full: Dossier) -> None:
    """Also when nothing was decided yet."""
    steps = SHUT.model_copy(update={"day": LATER})
    found = seen(with_book(told(full), Book(steps=steps)))
    assert "Houd het gesprek over het rapport, op 30 september 2026." == found.next.sentence


# --- what no figure may tell ---


def test_points_of_the_conversation_are_named_only_after_a_report(full: Dossier) -> None:
    """Before it, that a decision is needed is told, and not about what."""
    bare = with_book(full, Book())
    before = seen(bare)
    assert NEEDS_REPORT.text in before.missing
    assert not any("Een besluit over" in item for item in before.missing)
    after = seen(with_book(told(full), Book()))
    assert NEEDS_REPORT.text not in after.missing
    assert any("Een besluit over 'Democratie'" in item for item in after.missing)


def test_answers_that_came_after_a_report_hide_the_points_again(full: Dossier) -> None:
    """Until a report shows the new figures, or the gate has nothing new to tell."""
    opened = told(full)
    late = [person(80 + n, PARTNERS.id, LIST, {"democratie-1": 1}) for n in range(6)]
    found = seen(replace(opened, responses=(*opened.responses, *late)))
    assert NEEDS_REPORT.text in found.missing
    assert State.BUSY is found.stage("rapport").state


# --- what is late ---


def test_late_steps_and_actions_are_named_until_they_are_done(full: Dossier) -> None:
    """On the day itself nothing is late; a step that shows itself needs no tick."""
    steps = Steps(
        steps=(
            Step(id="zelfanalyse", title="Zelf", due_on=BEFORE),
            Step(id="terugkoppeling", title="Terugkoppelen", due_on=BEFORE),
        ),
        closed=SHUT.closed,
    )
    action = ACTION.model_copy(update={"progress": Progress.OPEN, "outcome": ""})
    opened = with_book(full, Book(steps=steps, actions=Actions(actions=(action,))))
    assert () == seen(opened, today=BEFORE).late
    late = seen(opened, today=date(2026, 10, 2)).late
    assert any("'Elkaar eerder bellen' (Secretaris) zou klaar zijn op 1 oktober" in t for t in late)
    assert "'Terugkoppelen' stond voor 10 september 2026, en is niet afgevinkt." in late
    assert not any("'Zelf'" in item for item in late)


# --- the next thing to do ---


def test_the_next_thing_follows_the_method(full: Dossier) -> None:
    """From collecting to closing, each time one thing."""
    assert "sluiten" == seen(full).next.command[0]
    shut = with_book(full, Book(steps=SHUT))
    assert "rapport" == seen(shut).next.command[0]
    shown = with_book(told(full), Book(steps=SHUT))
    assert "gesprek" == seen(shown).next.command[0]
    panel = Book(steps=SHUT, panel=Panel())
    assert "visitatie" == seen(with_book(told(full), panel)).next.command[0]
    bare = ACTION.model_copy(update={"owner": ""})
    actions = Book(
        steps=SHUT, actions=Actions(actions=(bare,)), conversation=Conversation(on=BEFORE)
    )
    assert "gesprek" == seen(with_book(told(full), actions)).next.command[0]
    loose = bare.model_copy(update={"id": "los", "point": None})
    several = replace(actions, actions=Actions(actions=(ACTION, loose)))
    assert "acties" == seen(with_book(told(full), several)).next.command[0]
    done = replace(actions, actions=Actions(actions=(ACTION,)))
    assert "afsluiten" == seen(with_book(told(full), done)).next.command[0]


def test_after_the_end_one_looks_back() -> None:
    """And when the figures are not those of the closing, that is said first."""
    opened = small()
    changed = with_book(opened, Book(closure=Closure(on=BEFORE, fingerprint="0" * 12)))
    assert ("afsluiten", "proef", "--weer-open") == seen(changed).next.command
    assert not seen(changed).is_complete


def test_a_group_without_answers_is_asked_for(full: Dossier) -> None:
    """A side that nobody answered comes before closing the other."""
    assert "Er zijn nog geen antwoorden van buiten" in seen(small()).next.sentence


def test_a_side_is_closed_when_everyone_answered() -> None:
    """The number of invited tells."""
    opened = answered(
        {
            RAAD.model_copy(update={"invited": 6}): [4] * 6,
            PARTNERS.model_copy(update={"invited": 9}): [3] * 6,
        }
    )
    assert "Iedereen heeft geantwoord. Sluit de zelfanalyse." == seen(opened).next.sentence
    assert "6 antwoorden van 9 uitgenodigden" == seen(opened).stage("blik-van-buiten").why


# --- what lies in ingevuld/ ---


def test_what_was_filled_in_here_is_told_apart(full: Dossier) -> None:
    """A draft, what can be merged, and what would be refused; nothing is kept."""
    place = full.folder / folder.FILLED_IN
    posted(place, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    posted(place, person(91, PARTNERS.id, LIST).model_copy(update={"handed_in": None}))
    posted(place, person(92, "niemand", LIST))
    posted(place, full.responses[0])
    found = waiting(full)
    assert (1, 1, 1) == (len(found.new), len(found.drafts), len(found.refused))
    assert ("s", "samenvoegen") == (seen(full, found).next.key, seen(full, found).next.command[0])
    assert full.responses == folder.load(full.folder).responses


def test_before_anyone_filled_in_nothing_lies_there(full: Dossier) -> None:
    """There is no folder yet."""
    assert Waiting() == waiting(full)
    assert DAY > TODAY
