"""The files of a dossier beside its answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import on_disk
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Action, Actions, Kind, LearningMode
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.closure import Answered, Closure, StartQuestion
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.inventory import Cooperation, Inventory
from zelfanalyse.dossier.learning import (
    Advice,
    DiscussionNote,
    Effort,
    Interview,
    LearningQuestion,
    LearningTrack,
    OwnAnalysis,
    Side,
    Take,
)
from zelfanalyse.dossier.panel import Judgement, Panel, Recognises
from zelfanalyse.dossier.reaction import BoardResponse, Correction, Reaction
from zelfanalyse.dossier.steps import Closed, Step, Steps
from zelfanalyse.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.dossier.page import Page

DAY = date(2026, 10, 1)
PAGES: tuple[Page, ...] = (
    Steps(
        day=DAY,
        closed=Closed(own=DAY),
        steps=(Step(id="notitie", title="De notitie is klaar", due_on=DAY, done_on=DAY),),
    ),
    Panel(
        members=("Hoogleraar",),
        on=DAY,
        judgements=(Judgement(factor="vertrouwen", recognises=Recognises.SELF, words="Ja."),),
    ),
    Reaction(
        corrections=(Correction(was="Drie", becomes="Vier"),),
        board=BoardResponse(by="College", on=DAY, words="Wij nemen dit over."),
    ),
    LearningTrack(
        day=DAY,
        participants=("Gemeente A", "Gemeente B"),
        questions=(
            LearningQuestion(
                id="eerste",
                question="Hoe houden wij dit vol?",
                is_current=True,
                analysis=OwnAnalysis(efforts=(Effort(done="Gebeld", effect="Rust"),)),
                note=DiscussionNote(interviews=(Interview(who="Griffier", side=Side.INSIDE),)),
                advices=(Advice(by="Gemeente B", words="Begin klein.", take=Take.ADAPTED),),
            ),
        ),
        lessons=("Begin klein.",),
    ),
    Conversation(
        on=DAY,
        points=(Point(id="vertrouwen", title="Vertrouwen", decision=Decision.NOTHING),),
    ),
    Actions(
        actions=(
            Action(
                id="bellen",
                what="Elke maand bellen",
                due_on=DAY,
                kind=Kind.TALK,
                learning_mode=LearningMode.TOGETHER,
            ),
        )
    ),
    Inventory(cooperations=(Cooperation(name="Regio", is_formal=False, partners=("A", "B")),)),
    Closure(
        on=DAY,
        fingerprint="abc",
        start_questions=(StartQuestion(question="Waarom?", answered=Answered.PARTLY),),
    ),
)


def test_a_new_dossier_has_an_empty_book(tmp_path: Path) -> None:
    """Nothing of it has to be there."""
    assert Book() == on_disk(tmp_path / "d").book


def test_every_page_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    """All eight files are read with the dossier."""
    on_disk(tmp_path / "d")
    for page in PAGES:
        book.save(tmp_path / "d", page)
    assert Book(*PAGES) == folder.load(tmp_path / "d").book  # type: ignore[arg-type] # in order


def test_what_is_wrong_in_any_page_is_told_at_once(tmp_path: Path) -> None:
    """Each file, with its line."""
    place = tmp_path / "d"
    on_disk(place)
    (place / "acties.toml").write_text('formaat = 1\n[[actie]]\nid = "a"\nwta = "x"\n')
    (place / "visitatie.toml").write_text('formaat = 1\n[[oordeel]]\nfactor = "moed"\n')
    (place / "gesprek.toml").write_text('formaat = 1\nonzin = "\\u009b"\n')
    with pytest.raises(RefusedError) as caught:
        folder.load(place)
    told = " ".join(str(finding) for finding in caught.value.findings)
    for part in (
        "acties.toml, regel 4",
        "Bedoelde u 'wat'",
        "visitatie.toml, regel 3",
        "'moed'",
        "gesprek.toml",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gesprek.toml", '[[punt]]\nid = "a"\ntitel = "A"\n'),
        ("acties.toml", '[[actie]]\nid = "a"\nwat = "A"\n'),
        ("leertraject.toml", '[[leervraag]]\nid = "a"\nvraag = "A"\n'),
        ("visitatie.toml", '[[oordeel]]\nfactor = "vertrouwen"\n'),
        ("stappen.toml", '[[stap]]\nid = "a"\ntitel = "A"\nop = 2026-10-01\n'),
    ],
)
def test_nothing_is_there_twice(tmp_path: Path, name: str, text: str) -> None:
    """The second one is pointed at."""
    place = tmp_path / "d"
    on_disk(place)
    (place / name).write_text(f"formaat = 1\n{text}{text}")
    with pytest.raises(RefusedError, match="twee keer"):
        folder.load(place)


def test_doing_nothing_is_a_decision_only_with_a_reason() -> None:
    """An empty reason is none."""
    point = Point(id="a", title="A", decision=Decision.NOTHING, reason=" ")
    assert not point.is_left
    assert point.model_copy(update={"reason": "Het gaat goed."}).is_left
    assert not Point(id="a", title="A", decision=Decision.ACTION, reason="Ja.").is_left


def test_a_point_keeps_its_place() -> None:
    """A changed one stands where it stood, a new one comes last."""
    one, two = Point(id="a", title="A"), Point(id="b", title="B")
    talk = Conversation().with_point(one).with_point(two)
    changed = one.model_copy(update={"notes": "Gezegd."})
    assert (changed, two) == talk.with_point(changed).points
