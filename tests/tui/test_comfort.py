"""What makes filling in pleasant: an invitation, redo, own editor, looks that are remembered."""

from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.events import Key

from zelfanalyse import preferences
from zelfanalyse.preferences import Preferences
from zelfanalyse.response import file
from zelfanalyse.tui import own_editor
from zelfanalyse.tui.app import FillInApp
from zelfanalyse.tui.screens.question import QuestionScreen
from zelfanalyse.tui.theme import HIGH_CONTRAST, THEMES
from zelfanalyse.tui.widgets.field import Field

from .capture import capture
from .conftest import BOARD, quiet

if TYPE_CHECKING:
    from pathlib import Path

    from textual.document._document import EditResult
    from textual.document._edit import Edit
    from textual.theme import Theme

    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.model import Response


def on_disk(desk: Desk) -> Response:
    """Return the only response in the folder of the desk."""
    (path,) = desk.folder.glob(f"*{file.SUFFIX}")
    response, findings = file.load_for(path, desk.questionnaire)
    assert response is not None, findings
    return response


# --- an example, softly ---


async def test_a_low_answer_invites_an_example(app: FillInApp, desk: Desk) -> None:
    """The next question asks softly; v writes at the question before and comes back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "2")
        assert "Een voorbeeld bij uw vorige antwoord? Dat mag met v." in capture(app)
        await pilot.press("v", *"In mei.", "escape")
        assert "Vraag 2 van 10" in capture(app)
        assert "Dat mag met v" not in capture(app)
    assert {"vertrouwen-1": "In mei."} == on_disk(desk).comments


async def test_the_invitation_always_shows_its_key(desk: Desk) -> None:
    """In the smallest window, and before a text, where a letter would only be typed."""
    text = next(item for item in desk.questionnaire.open_questions if item.kind == "tekst")
    invites = desk.questionnaire.model_copy(
        update={
            **dict.fromkeys(("balances", "choices", "marks", "mirror_statements"), ()),
            "open_questions": (text,),
        }
    )
    short = replace(desk, questionnaire=invites)
    app = quiet(FillInApp(short))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("enter", "4", "1")
        assert "Een voorbeeld bij uw vorige antwoord? Dat mag met v." in capture(app)
        await pilot.press("1")
        assert "Een voorbeeld bij uw vorige antwoord? Shift+Tab, dan t." in capture(app)
        await pilot.press("shift+tab")
        assert "Kunt u een voorbeeld noemen? Dat mag met t." in capture(app)
        await pilot.press("t", *"In mei.", "escape", "right")
        assert "Shift+Tab, dan t" not in capture(app)
    assert {"vertrouwen-3": "In mei."} == on_disk(short).comments


async def test_the_invitation_can_be_skipped(app: FillInApp, desk: Desk) -> None:
    """Answering on is enough, and a high answer invites nothing."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "4")
        assert "Dat mag met" not in capture(app)
    assert {} == on_disk(desk).comments


# --- undo and redo, over the whole sitting ---


async def test_what_was_undone_can_be_done_again(app: FillInApp, desk: Desk) -> None:
    """Step by step back and forth; a new answer ends what could be done again."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "2", "3", "ctrl+z", "ctrl+z", "ctrl+z")
        assert {} == on_disk(desk).statements
        await pilot.press("ctrl+y", "ctrl+y")
        assert {"vertrouwen-1": 1, "vertrouwen-2": 2} == on_disk(desk).statements
        await pilot.press("5", "ctrl+y")
        assert 3 != on_disk(desk).statements.get("vertrouwen-3")


# --- prediction ---


@pytest.fixture
def predicting(desk: Desk) -> Desk:
    """Return a desk for someone who predicts, where one statement is a core statement."""
    factor = desk.questionnaire.factors[0]
    first = factor.statements[0].model_copy(update={"core": True})
    asks = factor.model_copy(update={"statements": (first, *factor.statements[1:])})
    return replace(
        desk,
        questionnaire=desk.questionnaire.model_copy(update={"factors": (asks,)}),
        invitations=(replace(BOARD, predicts=True),),
    )


async def test_who_predicts_is_asked_what_outsiders_will_say(predicting: Desk) -> None:
    """After the statements, with the same scale and without 'weet ik niet' or a comment."""
    app = quiet(FillInApp(predicting))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"444")
        assert "Door de ogen van buiten" in capture(app)
        assert "wat antwoorden mensen van buiten?" in capture(app)
        assert "weet ik niet" not in capture(app)
        await pilot.press("t")
        assert "Bij een voorspelling hoort geen toelichting." in capture(app)
        await pilot.press("2")
        assert "Vaste vorm" in capture(app)
        await pilot.press("ctrl+q")
    assert {"vertrouwen-1": 2} == on_disk(predicting).predictions
    again = quiet(FillInApp(predicting))
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "left")
        assert "(x) 2" in capture(again)


# --- keys ---


async def test_only_keys_that_work_are_told(predicting: Desk) -> None:
    """At a prediction there is no comment and no don't-know; at a text letters are text."""
    app = quiet(FillInApp(predicting))
    async with app.run_test(size=(80, 45)) as pilot:
        await pilot.press("enter", "f1")
        assert {"1 2 3 …", "w  n", "t of F3"} <= keys_told(app)
        await pilot.press("escape", "ctrl+p", *"ogen", "enter")
        assert "Wat denkt u" in capture(app)
        assert "t toelichting" not in capture(app)
        await pilot.press("f1")
        assert not {"w  n", "t of F3"} & keys_told(app)
        await pilot.press("escape", "ctrl+p", *"toelichting")
        assert "Geen opdracht gevonden." in capture(app)
        await pilot.press("escape", "escape", "o", *"jaar", "enter", "f1")
        assert {"Tab  Shift+Tab", "F2", "F3"} <= keys_told(app)
        assert not {"1 2 3 …", "w  n", "t of F3", "Backspace"} & keys_told(app)
        await pilot.press("escape", "ctrl+p", *"wissen")
        assert "Antwoord wissen" in capture(app)
        assert "Backspace" not in capture(app)


def keys_told(app: FillInApp) -> set[str]:
    """Return the keys that the open help tells."""
    lines = capture(app).split("Toetsen")[1].splitlines()
    return {line.strip(" │")[:16].strip() for line in lines}


# --- the palette ---


async def test_the_palette_does_what_it_says(app: FillInApp, desk: Desk) -> None:
    """Type a part of a word and Enter; accents and capitals do not matter."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "ctrl+p", *"ONGEDaan", "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert {} == on_disk(desk).statements
        await pilot.press("ctrl+p", *"rapportcij", "enter")
        assert "resultaat" == on_disk(desk).place
        await pilot.press("ctrl+p", *"vandaan", "enter")
        assert "De stukken achter deze lijst" in capture(app)


async def test_the_palette_is_there_before_beginning(app: FillInApp) -> None:
    """Looks and stopping, on the first page too."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        assert "Thema: donker (nu)  (Ctrl+T)" in capture(app)
        assert "Ga naar een vraag" not in capture(app)


# --- what is remembered ---


async def test_a_digit_can_stay(desk: Desk) -> None:
    """With the setting off an answer stays in sight, and Enter goes on."""
    app = quiet(FillInApp(desk, Preferences(moves_on=False)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4")
        assert "(x) 4  klopt grotendeels" in capture(app)
        await pilot.press("2", "enter")
        assert "Vraag 2 van 10" in capture(app)
    assert {"vertrouwen-1": 2} == on_disk(desk).statements


async def test_what_one_likes_is_kept(desk: Desk, tmp_path: Path) -> None:
    """Theme and going on are saved when chosen, and there the next time."""
    path = tmp_path / "account" / "voorkeuren.toml"
    app = quiet(FillInApp(desk, keep=lambda liked: preferences.save(path, liked)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+t", "ctrl+p", *"blijf", "enter")
    assert (Preferences(theme="licht", moves_on=False), []) == preferences.load(path)
    again = quiet(FillInApp(desk, preferences.load(path)[0]))
    async with again.run_test(size=(80, 24)):
        assert THEMES["licht"].name == again.theme


def test_preferences_that_make_no_sense_are_told(tmp_path: Path) -> None:
    """A broken file gives what is usual, with the line that is wrong; no file gives no sentence."""
    path = tmp_path / "voorkeuren.toml"
    assert (Preferences(), []) == preferences.load(path)
    path.write_text('thema = "roze"\n', "utf-8")
    found, (finding,) = preferences.load(path)
    assert (Preferences(), path, 1) == (found, finding.file, finding.line)
    path.write_text("kapot", "utf-8")
    assert 1 == len(preferences.load(path)[1])


# --- one's own editor ---


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name an editor that adds a line; it is a program of two lines."""
    program = tmp_path / "mijn editor"
    program.write_text('#!/bin/sh\nprintf " En dit.\\033[2J" >> "$1"\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", f"'{program}'")


@pytest.mark.usefixtures("editor")
async def test_a_text_is_written_in_ones_own_editor(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F4 takes what was typed there and brings back what was saved, without control codes."""
    monkeypatch.setattr(FillInApp, "suspend", lambda _: editor_has_the_screen())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "t", *"Dit.", "f4", "escape")
    assert {"vertrouwen-1": "Dit. En dit.[2J"} == on_disk(desk).comments


async def test_an_editor_that_fails_changes_nothing(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not there, or not possible here: a sentence, and the text as it was."""
    monkeypatch.setenv("EDITOR", "bestaat-niet-zoiets")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "t", *"Dit.", "f4")
        await pilot.pause()
        told = " ".join(str(notice.message) for notice in app._notifications)
        assert "Uw teksteditor werkt hier niet. De tekst is niet veranderd." in told
        monkeypatch.setenv("EDITOR", "'nooit gesloten")
        assert not own_editor.is_there()
        await pilot.press("f4", "escape")
    assert {"vertrouwen-1": "Dit."} == on_disk(desk).comments


@pytest.mark.usefixtures("editor")
async def test_a_list_that_is_closed_goes_to_no_editor(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was handed in can only be read, also by F4: nothing would come of what one writes."""
    monkeypatch.setattr(FillInApp, "suspend", lambda _: editor_has_the_screen())
    begun = desk.begin(BOARD)
    begun.begin()
    begun.hand_in()
    begun.close()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "o", "9", "enter", "f4")
        assert "U kunt hem alleen nog lezen." in capture(app)
        assert "En dit" not in capture(app)


class editor_has_the_screen:  # noqa: N801 - stands in for a context manager
    """Let the editor have the screen: in a test there is none."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, *_: object) -> None:
        """Do nothing."""


# --- colours ---


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_text_can_be_read(theme: Theme) -> None:
    """Contrast of AA on every background that text stands on; AAA in the theme for that."""
    enough = 7.0 if theme is HIGH_CONTRAST else 4.5
    quiet_, on_accent = theme.variables["quiet"], theme.variables["on-accent"]
    assert theme.accent is not None
    texts = [str(theme.foreground), quiet_, theme.accent]
    pairs = [
        (text, str(ground))
        for text in texts
        for ground in (theme.background, theme.surface, theme.panel)
    ]
    pairs.append((on_accent, theme.accent))
    assert [] == [pair for pair in pairs if contrast(*pair) < enough]


async def test_without_colours_everything_is_a_sign(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With NO_COLOR no colour is written, and the choice and the cursor can still be seen."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = quiet(FillInApp(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "left")
        assert "› (x) 4  klopt grotendeels" in capture(app)
        colours = {
            (segment.style.color.triplet, segment.style.bgcolor.triplet)
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color and segment.style.bgcolor
        }
        grey = [pair for pair in colours if all(part and len({*part}) == 1 for part in pair)]
        assert sorted(colours) == sorted(grey)


# --- notices ---


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_notice_covers_nothing(app: FillInApp, size: tuple[int, int]) -> None:
    """The question, every answer, what is saved and the keys are all still there."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("enter")
        before = [line.strip() for line in capture(app).splitlines() if line.strip()]
        app.action_how_to_stop()
        app.action_how_to_stop()
        await pilot.pause()
        after = capture(app)
        assert 1 == after.count("Stoppen? Druk op Ctrl+Q.")
        assert [] == [line for line in before if line not in after]


# --- much at once ---


async def test_what_is_pasted_as_keys_does_not_keep_the_screen_busy(
    app: FillInApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters that come together are put in the text together, each key in its turn."""
    edits: list[int] = []
    edit = Field.edit

    def counted(field: Field, change: Edit) -> EditResult:
        edits.append(len(change.text))
        return edit(field, change)

    monkeypatch.setattr(Field, "edit", counted)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "t")
        for letter in "woord " * 500:
            app.post_message(Key("space" if letter == " " else letter, letter))
        await pilot.press("backspace", "!", "escape")
        assert 100 > len(edits)
    assert {"vertrouwen-1": f"{'woord ' * 499}woord!"} == on_disk(desk).comments
