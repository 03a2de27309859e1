"""The conversation on a screen, by keyboard, with everything on disk."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll
from textual.events import Paste

from tests.dossier.builders import PARTNERS, RAAD, asked, factor, on_disk, person
from tests.tui.capture import capture, refuse
from zelfanalyse import toml_file
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Action, Actions, Kind
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.open_page import SLOT
from zelfanalyse.facilitator.ask import AskScreen
from zelfanalyse.facilitator.conversation import ConversationApp
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.notebook import Notebook, opened_pages
from zelfanalyse.facilitator.overview_page import OverviewPage
from zelfanalyse.facilitator.sheet import TextSheet
from zelfanalyse.facilitator.talk_page import TalkPage
from zelfanalyse.progress.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.dossier.folder import Dossier

    Begin = Callable[[], ConversationApp]

SNAPSHOTS = Path(__file__).parent / "snapshots"
TODAY = date(2026, 11, 26)
ASKED = ("Wanneer durfde u?", "Wie hielp u?", "Wat kost het?")
AFTER = ("Zet de dagen in uw agenda.", "Sluit de ronde af.")
SMALL, LARGE, LOW = (80, 24), (140, 45), (60, 18)


@pytest.fixture(name="opened")
def _opened(tmp_path: Path) -> Dossier:
    """Return a dossier on disk in which courage and story differ, courage most."""
    courage = factor("moed").model_copy(update={"discussion_prompts": ASKED})
    questionnaire = asked(courage, factor("verhaal"), factor("rust"))
    place = tmp_path / "d"
    made = on_disk(place, questionnaire, (RAAD, PARTNERS))
    for place_, (group, said) in enumerate(((RAAD, (4, 4, 4)), (PARTNERS, (2, 3, 4)))):
        for number in range(6):
            answers = dict(zip(("moed-1", "verhaal-1", "rust-1"), said, strict=True))
            words = {"moed-1": f"Dit zegt [b]{group.title.lower()}[/b]."} if number == 0 else {}
            answer = person(100 * place_ + number, group.id, questionnaire, answers, comments=words)
            folder.accept(made, answer)
    return folder.load(place)


@pytest.fixture(name="begin")
def _begin(opened: Dossier) -> Iterator[Begin]:
    """Return a function that opens the conversation, as often as one likes."""
    notebooks: list[Notebook] = []

    def begin() -> ConversationApp:
        pages = opened_pages(opened.folder)
        loaded = folder.load(opened.folder)
        notebook = Notebook(loaded, Case.of(loaded), pages, TODAY, with_words=True)
        notebooks.append(notebook)
        app = ConversationApp(notebook, AFTER)
        app.animation_level = "none"
        return app

    yield begin
    for notebook in notebooks:
        notebook.close()


def kept(opened: Dossier) -> tuple[Conversation, Actions]:
    """Return what is on disk."""
    found = folder.load(opened.folder).book
    return found.conversation, found.actions


def words(app: ConversationApp) -> str:
    """Return the screen as words, without lines and gaps."""
    return " ".join(capture(app).split())


async def test_one_point_at_a_time(begin: Begin) -> None:
    """Forward and back with arrows or letters, from the opening to the decisions."""
    app = begin()
    async with app.run_test(size=LARGE) as pilot:
        assert "gaat het om leren, niet om afrekenen" in words(app)
        await pilot.press("right")
        shown = words(app)
        for told in ("Punt 1 van 2", "Zelf: 4,0 (6 personen)", "Dit zegt [b]raad[/b].", *ASKED):
            assert told in shown
        await pilot.press("n")
        assert "Punt 2 van 2" in words(app)
        await pilot.press("enter")
        assert "B E S L U I T E N" in capture(app)
        assert AFTER[1] in words(app)
        await pilot.press("p", "left", "home")
        assert "Begin" in words(app)


async def test_notes_are_on_disk_while_one_types(begin: Begin, opened: Dossier) -> None:
    """And stand beside the point; Esc loses nothing."""
    app = begin()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("right", "t", *"Veel gezegd.", "escape")
        assert "Veel gezegd." in words(app)
        (point,) = kept(opened)[0].points
        assert ("moed", "Veel gezegd.") == (point.id, point.notes)
        await pilot.press("t")
        assert isinstance(app.screen, TextSheet)
        assert "Veel gezegd." in words(app)


async def test_an_action_field_by_field(begin: Begin, opened: Dossier) -> None:
    """After what comes who, when, and what a resident notices; a wrong day is told at once."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right", "a", *"Bellen", "enter", "enter", *"griffier", "enter")
        await pilot.press("enter", *"31-2-2027", "enter")
        assert "Dit is geen datum." in words(app)
        await pilot.press(*["backspace"] * 9, *"1-3-2027", "enter")
        await pilot.press("enter", *"Hulp", "enter", "enter", "down", "enter", "escape")
        assert "Een actie: Bellen" in words(app)
    talk, actions = kept(opened)
    wanted = Action(
        id="actie-1",
        what="Bellen",
        owner="griffier",
        due_on=date(2027, 3, 1),
        social_effect="Hulp",
        kind=Kind.TALK,
        point="moed",
    )
    assert (wanted,) == actions.actions
    assert (TODAY, Decision.ACTION) == (talk.on, talk.points[0].decision)


async def test_typing_on_a_field_of_an_action_fills_it_in(begin: Begin, opened: Dossier) -> None:
    """As on every page with lines: letters, what is pasted; Backspace makes a field empty."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right", "a", *"Bellen", "enter", *"griffier", "enter")
        app.screen.post_message(Paste("1-3-2027\n"))
        await pilot.pause()
        await pilot.press("enter", "é", *"én loket", "enter")
        await pilot.press(*"experiment", "space")  # a choice is not typed
        assert not isinstance(app.screen, EditScreen)
        (action,) = kept(opened)[1].actions
        assert ("griffier", date(2027, 3, 1), "één loket") == (
            action.owner,
            action.due_on,
            action.social_effect,
        )
        await pilot.press("up", "backspace", "up", "up", "up", "backspace")
    (action,) = kept(opened)[1].actions
    assert ("Bellen", "") == (action.what, action.social_effect)


async def test_a_new_action_is_nothing_until_it_says_what(begin: Begin, opened: Dossier) -> None:
    """Whoever goes back has made none."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right", "a", "escape", "down", "enter", *"griffier", "enter", "escape")
        assert isinstance(app.screen, TalkPage)
    assert (Conversation(), Actions()) == kept(opened)


async def test_several_actions_and_taking_one_away(begin: Begin, opened: Dossier) -> None:
    """A point can have more than one; before one goes that is asked."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right", "a", *"Een", "enter", "escape")
        await pilot.press("a", "1", *"Twee", "enter", "escape")
        assert ["Een", "Twee"] == [item.what for item in kept(opened)[1].actions]
        await pilot.press("a", "2", "delete", "enter")
        assert 2 == len(kept(opened)[1].actions)
        await pilot.press("delete", "2")
        assert ["Twee"] == [item.what for item in kept(opened)[1].actions]
        assert isinstance(app.screen, TalkPage)


async def test_nothing_on_purpose_has_a_reason(begin: Begin, opened: Dossier) -> None:
    """Not while there is an action: that is told."""
    app = begin()
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("right", "b", *"Nu niet.", "escape")
        assert "Bewust niets: Nu niet." in words(app)
        assert kept(opened)[0].points[0].is_left
        await pilot.press("right", "a", *"Bel", "enter", "escape", "b")
        await pilot.pause()
        assert isinstance(app.screen, TalkPage)
        assert "Bij dit punt staat een actie." in words(app)


async def test_a_point_of_ones_own(begin: Begin, opened: Dossier) -> None:
    """It comes last, and one is there at once; an empty title is none."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("e", "enter")
        assert "Dit mag niet leeg zijn." in words(app)
        await pilot.press(*"Geld", "enter")
        assert "Punt 3 van 3" in words(app)
    assert (Point(id="eigen-1", title="Geld"),) == kept(opened)[0].points


async def test_the_overview_shows_every_decision(begin: Begin) -> None:
    """What a final report still needs stands under it; a digit goes to a point."""
    app = begin()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("right", "b", *"Later.", "escape", "o")
        assert isinstance(app.screen, OverviewPage)
        shown = words(app)
        assert "1 van 2 punten hebben een besluit" in shown
        assert "Moed: bewust niets" in shown
        assert "Verhaal: nog geen besluit, nodig voor een definitief rapport" in shown
        assert "Een besluit over 'Verhaal'" in shown
        await pilot.press("2")
        assert "Punt 2 van 2" in words(app)


async def test_it_goes_on_where_it_was_left(begin: Begin, opened: Dossier) -> None:
    """What was said before is there again."""
    book.save(
        opened.folder, Conversation(points=(Point(id="moed", title="Moed", notes="Eerder."),))
    )
    app = begin()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("right")
        assert "Eerder." in words(app)


async def test_a_full_disk_is_told_and_nothing_is_lost(
    begin: Begin, opened: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F8 tries again; stopping asks first."""
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(toml_file, "write_bytes", refuse)
            await pilot.press("right", "b", *"Later.", "escape")
            assert "! Niet bewaard. De schijf is vol. F8: probeer het opnieuw." in words(app)
            await pilot.press("ctrl+q")
            assert isinstance(app.screen, AskScreen)
            await pilot.press("escape")
        await pilot.press("f8")
        assert "Niet bewaard" not in words(app)
    assert "Later." == kept(opened)[0].points[0].reason


async def test_what_someone_wrote_meanwhile_is_not_overwritten(
    begin: Begin, opened: Dossier
) -> None:
    """It is told, and F8 puts both together."""
    app = begin()
    theirs = Conversation(points=(Point(id="moed", title="Moed", notes="Van daar."),))
    async with app.run_test(size=SMALL) as pilot:
        book.save(opened.folder, theirs)
        await pilot.press("right", "t", *"Van hier.", "escape")
        assert "Iemand anders veranderde intussen gesprek.toml." in words(app)
        assert "F8: probeer het opnieuw." in words(app)
        assert theirs == kept(opened)[0]
        await pilot.press("f8", "1")
        assert "Niet bewaard" not in words(app)
    (point,) = kept(opened)[0].points
    assert "Van daar.\n\nVan hier." == point.notes


async def test_a_file_that_someone_broke_is_left_alone(begin: Begin, opened: Dossier) -> None:
    """What is wrong in it is told; what was typed here is still here."""
    app = begin()
    path = opened.folder / Conversation.name
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        path.write_text("punt = [", "utf-8")
        await pilot.press("right", "t", *"Van hier.", "escape", "f8", "1")
        await pilot.pause()
        assert "Dat bestand is niet te lezen." in words(app)
        assert "Van hier." in words(app)
        assert "punt = [" == path.read_text("utf-8")


async def test_a_second_window_may_only_read(begin: Begin, opened: Dossier) -> None:
    """It shows everything and changes nothing; the hold ends with the first."""
    first, second = begin(), begin()
    async with second.run_test(size=SMALL) as pilot:
        assert "Hier kunt u alleen lezen." in words(second)
        await pilot.press("right", "t", "b", "a", "e")
        assert isinstance(second.screen, TalkPage)
    first.notebook.close()
    assert not (opened.folder / SLOT).exists()
    assert not begin().notebook.read_only


async def test_a_closed_round_may_only_be_read(begin: Begin, opened: Dossier) -> None:
    """Its decisions are in a final report."""
    book.save(opened.folder, Closure(on=TODAY, fingerprint="abc"))
    app = begin()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right", "t")
        assert "Deze ronde is afgesloten." in words(app)
        assert isinstance(app.screen, TalkPage)


async def test_a_long_point_can_be_read_to_its_end(begin: Begin) -> None:
    """Arrows and pages scroll; another point begins at its top."""
    app = begin()
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("right", "pagedown", "pagedown", "down")
        frame = app.screen.query_one("#talk", VerticalScroll)
        assert frame.max_scroll_y == frame.scroll_y > 0
        assert "Nog geen notities." in words(app)
        await pilot.press("right")
        assert 0 == frame.scroll_y


async def test_the_palette_names_what_one_can_do(begin: Begin) -> None:
    """With its key, in Dutch."""
    app = begin()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("right", "ctrl+p")
        for told in ("Notities (t)", "Een actie (a)", "Bewust niets doen (b)", "Eigen punt (e)"):
            assert told in words(app)


@pytest.mark.parametrize("size", [SMALL, LARGE, LOW])
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("begin", []),
        ("punt", ["right"]),
        ("overzicht", ["right", "b", *"Later.", "escape", "o"]),
        ("actie", ["right", "a", *"Bellen", "enter"]),
        ("notities", ["right", "t", *"Veel gezegd."]),
        ("besluiten", ["right", "b", *"Later.", "escape", "right", "right"]),
    ],
)
async def test_the_screens(begin: Begin, size: tuple[int, int], name: str, keys: list[str]) -> None:
    """They look the same as last time; ``SNAPSHOTS=nieuw`` writes the files again."""
    app = begin()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        shown = capture(app)
    path = SNAPSHOTS / f"gesprek-{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("SNAPSHOTS") == "nieuw":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown
