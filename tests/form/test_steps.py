"""Steps: what one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.response.people import at
from zelfanalyse.form import steps

if TYPE_CHECKING:
    from zelfanalyse.response.session import Session


def written(session: Session, *texts: str) -> Session:
    """Return the session after these texts were saved one after another at the current question."""
    for text in texts:
        session = steps.write(text).take(session)
    return session


def noted(session: Session, *texts: str) -> Session:
    """Return the session after these comments were saved one after another."""
    for text in texts:
        session = steps.note(text).take(session)
    return session


def test_typing_that_goes_on_is_one_change() -> None:
    """However often it was saved meanwhile."""
    session = written(at("goed"), "Veel", "Veel rust", "Veel rust hier")
    assert {} == session.undo().response.open


def test_coming_back_to_a_text_begins_another_change() -> None:
    """Undo then takes away what was added, and leaves what stood there."""
    session = written(at("goed"), "Veel", "Veel rust").forward().back()
    session = written(session, "Veel rust.", "Veel rust. En ruimte")
    assert {"goed": "Veel rust"} == session.undo().response.open
    assert {} == session.undo().undo().response.open


def test_coming_back_to_a_comment_begins_another_change() -> None:
    """Also at the same question, as a face does when the comment is closed."""
    session = noted(at("rollen-1"), "In", "In mei")
    session = noted(session.go_to(session.current), "In mei.", "In mei. En juni")
    assert {"rollen-1": "In mei"} == session.undo().response.comments


def test_a_text_and_its_comment_are_two_changes() -> None:
    """Neither is taken along when the other is undone."""
    session = written(noted(written(at("goed"), "Veel"), "In mei"), "Veel rust")
    assert {"goed": "Veel"} == session.undo().response.open
    assert {"goed": "In mei"} == session.undo().response.comments


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_typing_after_undo_or_redo_is_another_change(turn: str) -> None:
    """What was brought back or taken away is a change of its own."""
    session = written(written(at("goed"), "Veel").forward().back(), "Veel rust").undo()
    session = session.redo() if turn == "redo" else session
    before = session.response
    assert before == written(session, "Heel anders").undo().response
