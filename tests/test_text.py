"""Text from people keeps its letters and loses what steers a screen or an eye."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import texts
from zelfanalyse.text import is_control, visible


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\r"])
def test_a_terminal_control_character_is_control(character: str) -> None:
    """Characters of the C0 and C1 sets steer a terminal."""
    assert is_control(character)


@pytest.mark.parametrize("character", ["\u200e", "\u200f", "\u202e", "\u2066", "\u2069", "\u061c"])
def test_a_direction_character_is_control(character: str) -> None:
    """Characters that turn the reading direction can make a sentence say something else."""
    assert is_control(character)


def test_half_a_surrogate_pair_is_control() -> None:
    """Half a pair cannot be written as UTF-8, so it must not reach a file."""
    assert is_control("\ud800")


@pytest.mark.parametrize(
    "character", ["a", "é", " ", "\n", "\t", "[", "👍", "ש", "\u0301", "\u200b"]
)
def test_what_people_type_is_no_control(character: str) -> None:
    """Letters of any script, emoji, line feeds and tabs are text."""
    assert not is_control(character)


def test_letters_of_every_script_stay() -> None:
    """Accents, brackets, emoji and right-to-left letters come through unchanged."""
    text = "Één [café] 'groot' & \"klein\" 👍 שלום مرحبا\nen een tweede regel"
    assert text == visible(text)


def test_an_escape_sequence_loses_its_escape() -> None:
    """Without its first character a colour code is harmless text."""
    assert "[31mrood" == visible("\x1b[31mrood")


def test_text_cannot_be_turned_around() -> None:
    """A direction override disappears and the letters stay in the order of the file."""
    assert "rapportfdp.exe" == visible("rapport\u202efdp.exe")


def test_nothing_hides_in_zero_width() -> None:
    """Two words that look the same are the same."""
    assert "gemeente" == visible("ge\u00admeen\u200bte\u2060\ufeff")


def test_line_ends_of_every_system_are_one_line_feed() -> None:
    """Text from Windows and from an old Mac reads like text from here."""
    assert "een\ntwee\ndrie\n" == visible("een\r\ntwee\rdrie\n")


def test_a_tab_is_one_space() -> None:
    """A tab has no width of its own, so columns would shift."""
    assert "links rechts" == visible("links\trechts")


@given(texts)
def test_visible_text_has_no_control_characters(text: str) -> None:
    """Whatever comes in, nothing that steers comes out."""
    assert [] == [character for character in visible(text) if is_control(character)]


@given(texts)
def test_visible_text_is_visible_already(text: str) -> None:
    """Doing it twice is doing it once."""
    assert visible(text) == visible(visible(text))
