"""The home of a dossier on the screen, and the start screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, RAAD, on_disk, person, posted
from tests.rounds import GROUPS, LIST, whole
from tests.tui.capture import capture, refuse
from tests.tui.test_snapshots import SIZES, compare
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.actions import Action, Actions
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.steps import Step, Steps
from zelfanalyse.facilitator.ask import AskScreen
from zelfanalyse.facilitator.home import ErrandApp, HomePage
from zelfanalyse.facilitator.planning import PlanningPage
from zelfanalyse.facilitator.start import StartPage
from zelfanalyse.facilitator.text_screen import TextScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

TODAY = date(2026, 9, 20)
BEFORE = date(2026, 9, 10)
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a dossier with answers, a planning and an action."""
    opened = whole(tmp_path / "dossier")
    steps = (
        Step(id="zelfanalyse", title="De zelfanalyse is ingevuld", due_on=BEFORE),
        Step(id="terugkoppeling", title="Terugkoppelen aan het bestuur", due_on=BEFORE),
    )
    book.save(opened.folder, Steps(day=date(2026, 10, 1), steps=steps))
    return opened.folder


def home(place: Path) -> ErrandApp:
    """Return an app on the home of a dossier, without animations."""
    app = ErrandApp(lambda: HomePage(place, lambda: TODAY))
    app.animation_level = "none"
    return app


def start(place: Path, opened: Path | None = None) -> ErrandApp:
    """Return an app on the start screen, without animations."""
    app = ErrandApp(lambda: StartPage(place, lambda: TODAY, opened))
    app.animation_level = "none"
    return app


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was asked of another thread is drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_home_looks_as_last_time(place: Path, size: tuple[int, int]) -> None:
    """The thing to do, the steps, the people, what is late and the keys, at three sizes."""
    app = home(place)
    async with app.run_test(size=size):
        compare(capture(app), f"dossier-{size[0]}x{size[1]}.txt", SNAPSHOTS)


@pytest.mark.parametrize("size", SIZES)
async def test_planning_looks_as_last_time(place: Path, size: tuple[int, int]) -> None:
    """What is open, and every step with its day."""
    app = home(place)
    async with app.run_test(size=size) as pilot:
        await pilot.press("p")
        compare(capture(app), f"planning-{size[0]}x{size[1]}.txt", SNAPSHOTS)


@pytest.mark.parametrize("size", SIZES)
async def test_start_looks_as_last_time(place: Path, size: tuple[int, int]) -> None:
    """The dossiers nearby, and what else one can do."""
    app = start(place.parent)
    async with app.run_test(size=size):
        compare(capture(app), f"begin-{size[0]}x{size[1]}.txt", SNAPSHOTS)


async def test_merging_tells_what_became_of_every_file(place: Path) -> None:
    """What lies in ingevuld/ comes in, what cannot is told why, and the numbers follow."""
    lying = place / folder.FILLED_IN
    posted(lying, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    posted(lying, person(92, "niemand", LIST))
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Er ligt 1 ingeleverd antwoord klaar" in capture(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, TextScreen)
        text = capture(app)
        assert "0090-TEST.antwoord.toml: aangenomen (partners)" in text
        assert "0092-TEST.antwoord.toml: geweigerd" in text
        await pilot.press("escape")
        assert "7 antwoorden" in capture(app)
    assert 19 == len(folder.load(place).responses)


async def test_files_from_another_folder_are_asked_for(place: Path, tmp_path: Path) -> None:
    """When nothing new lies there; a folder that is not there is told."""
    post = tmp_path / "ontvangen"
    posted(post, person(90, PARTNERS.id, LIST, {"democratie-1": 3}))
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", *"/weg", "enter")
        assert "bestaat niet" in capture(app)
        await pilot.press("escape", "s", *str(post), "enter")
        await settled(pilot)
        assert "aangenomen" in capture(app)
    assert 19 == len(folder.load(place).responses)


async def test_what_changes_on_disk_is_read_again(place: Path) -> None:
    """A file that someone breaks is told with its line, and mended it is gone."""
    app = home(place)
    actions = place / Actions.name
    good = actions.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        actions.write_text("formaat = 1\nactie = \n", "utf-8")
        await pilot.press("f5")
        await settled(pilot)
        assert "acties.toml, regel 2" in " ".join(capture(app).split())
        actions.write_bytes(good)
        page = app.screen
        assert isinstance(page, HomePage)
        await page._watch()
        await settled(pilot)
        assert "Niet te lezen" not in capture(app)


async def test_a_damaged_dossier_tells_why_a_door_is_shut(place: Path) -> None:
    """The planning and merging need every file."""
    (place / Actions.name).write_text("formaat = 1\nactie = \n", "utf-8")
    posted(place / folder.FILLED_IN, person(90, PARTNERS.id, LIST))
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert "De planning is nu niet te lezen" in capture(app)
        await pilot.press("escape", "s")
        await settled(pilot)
        assert "Er is niets samengevoegd" in capture(app)


@pytest.mark.parametrize("key", [*"rgavl"])
async def test_no_door_opens_to_a_dossier_that_cannot_be_read(place: Path, key: str) -> None:
    """Each tells why, and none that there are no answers or that a list could be begun."""
    (place / folder.SETTINGS).write_text("naam = \n", "utf-8")
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, TextScreen)
        shown = " ".join(capture(app).split())
        assert "│ Dit dossier is niet te lezen │" in shown
        assert "dit is geen geldige TOML" in shown
    assert () == app.errand


async def test_a_step_is_ticked_and_a_side_closed_after_a_question(place: Path) -> None:
    """Both are on disk at once, and Esc at the question closes nothing."""
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "enter")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("escape")
        assert folder.load(place).book.steps.open_sides == tuple(Source)
        await pilot.press("enter", "2")
        assert TODAY == folder.load(place).book.steps.closed.own
        await pilot.press("end", "enter")
        assert TODAY == folder.load(place).book.steps.steps[-1].done_on
        await pilot.press("enter")
        assert None is folder.load(place).book.steps.steps[-1].done_on
        await pilot.press("escape")
        await settled(pilot)
        assert "gesloten op 20 september 2026" in " ".join(capture(app).split())


async def test_a_planning_that_someone_else_changed_is_not_overwritten(place: Path) -> None:
    """What they wrote is shown instead, nothing is left to save, and one goes on from there."""
    app = home(place)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("p")
        theirs = Steps(steps=(Step(id="bellen", title="Iedereen bellen", due_on=BEFORE),))
        book.save(place, theirs)
        await pilot.press("end", "enter")
        await pilot.pause()
        shown = " ".join(capture(app).split())
        assert "veranderde intussen stappen.toml" in shown
        assert "Iedereen bellen" in shown
        assert "" == app.trouble
        assert theirs == folder.load(place).book.steps
        await pilot.press("end", "enter")
        assert TODAY == folder.load(place).book.steps.steps[0].done_on


async def test_a_planning_that_someone_else_broke_is_left_alone(place: Path) -> None:
    """The reason stands above the page until their file is mended."""
    app = home(place)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("p")
        mine = b"formaat = \n# van mij\n"
        (place / Steps.name).write_bytes(mine)
        await pilot.press("end", "enter")
        assert "veranderde intussen stappen.toml" in " ".join(capture(app).split())
        assert isinstance(app.screen, PlanningPage)
        assert mine == (place / Steps.name).read_bytes()
        book.save(place, Steps())
        await pilot.press("f8")
        assert "" == app.trouble


async def test_a_step_that_f8_saves_after_all_stays_ticked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next tick goes on from what is on disk, and does not take the first one away."""
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end")
        with monkeypatch.context() as patch:
            patch.setattr(book, "save", refuse)
            await pilot.press("enter")
        assert "De schijf is vol." in capture(app)
        await pilot.press("f8", "up", "enter")
    assert [TODAY, TODAY] == [item.done_on for item in folder.load(place).book.steps.steps]


@pytest.mark.parametrize(
    ("keys", "errand"),
    [
        (["r", "2"], ("rapport",)),
        (["r", "3"], ("rapport", "-o", "rapport 2026.html", "--overschrijven")),
        (["g"], ("gesprek",)),
        (["a"], ("acties",)),
        (["v"], ("invullen",)),
        (["l", "1"], ("leertraject",)),
        (["l", "2"], ("visitatie",)),
        (["p", "down", "down", "enter", "2"], ("afsluiten",)),
        (["ctrl+p", *"nieuwe", "enter", *"2027", "enter"], ("ronde", "2027")),
    ],
)
async def test_another_face_is_a_command(
    place: Path, keys: list[str], errand: tuple[str, ...]
) -> None:
    """The app stops with the words of the command, and knows which dossier was open."""
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
    word, *rest = app.errand
    assert errand == (word, *(Path(item).name for item in rest[1:]))
    assert (str(place), place) == (rest[0], app.opened)


async def test_who_stops_is_not_sent_on(place: Path) -> None:
    """What was still to be done is not begun: a page would come up empty, and fail."""
    app = home(place)
    done: list[bool] = []

    async def act() -> None:
        done.append(True)

    async with app.run_test(size=(80, 24)) as pilot:
        page = app.screen
        assert isinstance(page, HomePage)
        page.after_keys(act)
        await pilot.pause()
        app.leave()
        page.after_keys(act)
        await pilot.pause()
    assert [True] == done


async def test_the_palette_has_every_door(place: Path) -> None:
    """With their keys, and help says the same."""
    app = home(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        assert "Het gesprek  (g)" in capture(app)
        await pilot.press("escape", "f1")
        assert "Hulp bij het dossier" in capture(app)


async def test_the_start_goes_into_a_dossier_and_back(place: Path) -> None:
    """Enter opens the first one, Esc comes back."""
    app = start(place.parent)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, HomePage)
        await pilot.press("escape")
        assert isinstance(app.screen, StartPage)


async def test_after_a_command_the_same_dossier_is_open(place: Path) -> None:
    """The start lies below it."""
    app = start(place.parent, place)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, HomePage)
        await pilot.press("escape")
        assert isinstance(app.screen, StartPage)


@pytest.mark.parametrize(
    ("keys", "errand"),
    [
        (["1", "1"], ("invullen", "samenwerking")),
        (["2", *"zorg", "enter"], ("nieuw", "zorg")),
        (["3"], ("voorbeeld", "voorbeeld")),
    ],
)
async def test_the_start_sends_to_a_command(
    tmp_path: Path, keys: list[str], errand: tuple[str, ...]
) -> None:
    """Also where there is no dossier yet."""
    app = start(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "nog geen dossier" in capture(app)
        await pilot.press(*keys)
    assert errand == app.errand


async def test_a_name_is_never_markup_or_an_option(tmp_path: Path) -> None:
    """Whatever a dossier or its folder is called."""
    on_disk(tmp_path / "-x", LIST, GROUPS)
    path = tmp_path / "-x" / folder.SETTINGS
    path.write_text(path.read_text("utf-8").replace("Proefregio", "Zie [/bijlage]"), "utf-8")
    book.save(tmp_path / "-x", Actions(actions=(Action(id="a", what="[red]x[/]", due_on=BEFORE),)))
    app = start(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Zie [/bijlage]" in capture(app)
        await pilot.press("enter", "end")
        assert "Zie [/bijlage] · ronde 2026" in capture(app)
    assert RAAD in GROUPS
