"""Making a dossier on the screen, by keyboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.dossier.builders import bytes_of
from tests.tui.capture import capture, refuse
from tests.tui.test_snapshots import compare
from zelfanalyse.dossier import folder
from zelfanalyse.facilitator.app import FacilitatorApp
from zelfanalyse.facilitator.ask import AskScreen
from zelfanalyse.facilitator.edit import EditScreen
from zelfanalyse.facilitator.wizard import LAST, WizardPage
from zelfanalyse.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from zelfanalyse.facilitator.draft import Draft

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [(80, 24), (140, 45), (60, 18)]


def opened(draft: Draft, place: Path = Path("jeugdhulp")) -> FacilitatorApp:
    """Return the wizard on its first page, with nobody asked, without animations."""
    app = FacilitatorApp(partial(WizardPage, place, draft.nobody()))
    app.animation_level = "none"
    return app


def page(app: FacilitatorApp) -> WizardPage:
    """Return the wizard below whatever lies on it."""
    return next(item for item in app.screen_stack if isinstance(item, WizardPage))


def words(app: FacilitatorApp) -> str:
    """Return what is on the screen as one line."""
    return " ".join(capture(app).split())


async def fill_in(pilot: Pilot[None]) -> None:
    """Say what a dossier needs, from the first page to the fourth."""
    await pilot.press(*"Inkoop jeugdhulp", "enter", "down")
    await pilot.press(*"De raad wil het weten.", "enter", "f10", "pageup", "pageup", "pageup")


async def test_a_dossier_is_made_by_keyboard(draft: Draft, tmp_path: Path) -> None:
    """Typing on a line fills it in, Space picks a group, and Enter on the last page makes it."""
    place = tmp_path / "d"
    app = opened(draft, place)
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot)
        await pilot.press("down", "space", "down", "space", "enter", "down", "down", "8", "enter")
        await pilot.press("escape", "pagedown", "pagedown", *"18-3-2027", "enter", "pagedown")
        assert "› [Enter] Maak het dossier" in words(app)
        assert not place.exists()
        await pilot.press("enter")
    made = folder.load(place)
    assert ("Inkoop jeugdhulp", "De raad wil het weten.") == (
        made.settings.name,
        made.settings.occasion,
    )
    assert [("college", None), ("raad", 8)] == [
        (item.id, item.invited) for item in made.settings.perspectives
    ]
    assert made.book.steps.steps


async def test_back_and_forward_keep_everything(draft: Draft) -> None:
    """What was said, and where one was on each page, is there again."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Regio", "enter", "down")
        before = capture(app)
        await pilot.press("pagedown", "pagedown", "pageup", "pageup")
        assert before == capture(app)
        assert "Regio" == page(app).draft.text("naam")


async def test_what_is_not_right_is_told_beside_it(draft: Draft) -> None:
    """The field stays open with a sentence; Esc leaves what was there."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "down", "down", *"veel", "enter")
        assert isinstance(app.screen, EditScreen)
        assert "! Hier hoort een heel getal." in words(app)
        await pilot.press("escape")
        assert "" == page(app).draft.text("inwoners")


async def test_an_option_can_be_picked_or_typed(draft: Draft) -> None:
    """The arrows go to an option and back to the line; own words are as good."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "enter", "down", "down", "enter")
        assert "regio met een eigen raad" == page(app).draft.text("vorm")
        await pilot.press("up", *"Een ", "down", "up", *"kring", "enter")
        assert "Een kring" == page(app).draft.text("vorm")


async def test_a_choice_can_be_taken_back(draft: Draft) -> None:
    """Nothing is one of the options, and Backspace empties a line."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down", "enter", "down", "enter", "up")
        assert "eisen van inwoners" == page(app).draft.text("soort_aanleiding")
        await pilot.press("enter", "up", "enter", "up")
        assert "" == page(app).draft.text("soort_aanleiding")
        await pilot.press("down", "down", "backspace")
        assert "" == page(app).draft.text("ronde")


async def test_what_is_missing_leads_to_its_page(draft: Draft) -> None:
    """Without it there is nothing to make; Enter on a sentence goes to the field."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        shown = words(app)
        assert "Dit moet nog, voordat u het dossier kunt maken:" in shown
        assert "Maak het dossier" not in shown
        await pilot.press("down", "enter")
        assert (0, "aanleiding") == (page(app).step, page(app).query_one(Rows).cursor)
        await pilot.press("f10", "down", "enter")
        assert 3 == page(app).step


async def test_nothing_is_thrown_away_unasked(draft: Draft, tmp_path: Path) -> None:
    """Esc asks once something was said, and leaves at once when nothing was."""
    app = opened(draft, tmp_path / "d")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("R", "enter", "escape")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        assert not isinstance(app.screen, AskScreen)
        await pilot.press("escape", "2")
    assert {} == bytes_of(tmp_path)
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
    assert not app.is_running


async def test_stopping_in_the_middle_of_a_field_asks_too(draft: Draft, tmp_path: Path) -> None:
    """Ctrl+Q works there as everywhere, and nothing is left behind."""
    app = opened(draft, tmp_path / "d")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("R", "enter", "A", "ctrl+q")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("2")
    assert not app.is_running
    assert {} == bytes_of(tmp_path)


async def test_what_is_pasted_fills_in_a_line(draft: Draft) -> None:
    """Several lines become one, without what would steer the terminal."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.post_message(Paste("Regio\nVecht \x1b[31m"))
        await pilot.pause()
        await pilot.press("enter")
        assert "Regio Vecht [31m" == page(app).draft.text("naam")


async def test_a_group_has_a_page_of_its_own(draft: Draft) -> None:
    """Enter opens it and Esc goes back; on the record stands with what to ask first."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown", "enter")
        shown = words(app)
        assert "Groep: Directie" in shown
        assert "[x] Op naam Deze mensen zijn in het rapport te herkennen" in shown
        await pilot.press("end", "up", "up", "enter", "escape")
        assert not page(app).draft.group("directie").perspective.on_record
        assert 3 == page(app).step


async def test_a_full_disk_loses_nothing(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason stays above the page, all that was said is there, and F8 tries again."""
    place = tmp_path / "d"
    app = opened(draft, place)
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot)
        await pilot.press("down", "space", "f10")
        with monkeypatch.context() as patch:
            patch.setattr(folder, "create", refuse)
            await pilot.press("enter")
            await pilot.pause()
            assert "! Het dossier is niet gemaakt. De schijf is vol. F8: probeer" in words(app)
        await pilot.press("enter")
    assert "Inkoop jeugdhulp" == folder.load(place).settings.name


async def test_a_dossier_that_f8_makes_after_all_ends_the_wizard(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the disk had not refused at first: nothing is asked, and nothing is left to make."""
    place = tmp_path / "d"
    app = opened(draft, place)
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot)
        await pilot.press("down", "space", "f10")
        with monkeypatch.context() as patch:
            patch.setattr(folder, "create", refuse)
            await pilot.press("enter")
        await pilot.press("f8")
        assert app.is_leaving
        assert "" == page(app).loss
    assert "Inkoop jeugdhulp" == folder.load(place).settings.name


async def test_a_folder_that_became_a_dossier_is_left_alone(draft: Draft, tmp_path: Path) -> None:
    """What someone else put there meanwhile is not written over; the wizard says so."""
    app = opened(draft, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await fill_in(pilot)
        await pilot.press("down", "space", "f10")
        (tmp_path / folder.SETTINGS).write_text("# van een ander\n", "utf-8")
        before = bytes_of(tmp_path)
        await pilot.press("enter")
        assert "staat al een dossier. Kies een andere map." in words(app)
        assert (before, LAST) == (bytes_of(tmp_path), page(app).step)


async def test_text_is_no_markup(draft: Draft) -> None:
    """A name with brackets and control characters is drawn as it reads."""
    app = opened(draft)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"[red]Regio[/]", "enter", "f10")
        assert "Naam [red]Regio[/]" in words(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", range(LAST + 1))
async def test_every_page_looks_the_same_as_last_time(
    draft: Draft, size: tuple[int, int], step: int
) -> None:
    """Each page, filled in, at three sizes."""
    said = {
        "naam": "Inkoop jeugdhulp",
        "aanleiding": "De raad vraagt om een evaluatie.",
        "soort_aanleiding": "herindeling",
        "vorm": "convenant",
        "dag": "18-12-2026",
    }
    for key, text in said.items():
        draft = draft.say(key, text)
    app = FacilitatorApp(partial(WizardPage, Path("jeugdhulp"), draft.nobody()))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown", "down", "down", "space", "enter")
        await pilot.press("down", "down", "3", "enter", "escape", "pageup", "pageup", "pageup")
        await pilot.press(*["pagedown"] * step)
        await pilot.pause()
        compare(capture(app), f"nieuw-{step + 1}-{size[0]}x{size[1]}.txt", SNAPSHOTS)


@pytest.mark.parametrize("size", SIZES)
async def test_a_field_and_a_group_look_the_same_as_last_time(
    draft: Draft, size: tuple[int, int]
) -> None:
    """A line to type on with its options, and the page of one group."""
    app = opened(draft)
    async with app.run_test(size=size) as pilot:
        await pilot.press("pagedown", "enter")
        await pilot.pause()
        compare(capture(app), f"nieuw-veld-{size[0]}x{size[1]}.txt", SNAPSHOTS)
        await pilot.press("escape", "pagedown", "pagedown", "enter")
        await pilot.pause()
        compare(capture(app), f"nieuw-groep-{size[0]}x{size[1]}.txt", SNAPSHOTS)
