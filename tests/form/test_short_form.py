"""Filling in the short form: every face counts what is asked, and nothing else."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import MOMENT
from zelfanalyse.form.sections import section_of, sections
from zelfanalyse.form.welcome import minutes
from zelfanalyse.paper.plain import plain
from zelfanalyse.paper.sheet import has_own_numbers, sheet
from zelfanalyse.plain.face import LineByLine
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.questions import Statement
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation, Session
from zelfanalyse.workplace import desk_for

if TYPE_CHECKING:
    from pathlib import Path

RESIDENTS = Invitation(
    perspective="gemeenschap", perspective_title="Inwoners", source="extern", short=True
)
COUNCIL = Invitation(perspective="raad", perspective_title="Raad", source="zelf")
BLANK, EMPTY = "\n", ".\n"  # lines that go on: anywhere, and from a text
LIST = library.open_questionnaire(library.find("samenwerking"))


def begun() -> Session:
    """Return the session of a resident at the first question."""
    return Session.begin(LIST, RESIDENTS, "K7F3-QX9M", MOMENT)


def test_a_list_by_itself_is_short_for_residents() -> None:
    """``invullen samenwerking --perspectief gemeenschap`` asks what a dossier would ask."""
    desk = desk_for("samenwerking", "gemeenschap", lambda: MOMENT)
    session = desk.begin(desk.invitations[0]).session
    assert begun().questions == session.questions
    assert 14 == len(session.questions)


@pytest.mark.parametrize("group", ["raad", "partnergemeente", ""])
def test_for_others_a_list_by_itself_is_whole(group: str) -> None:
    """The standard groups but two have all statements."""
    desk = desk_for("samenwerking", group, lambda: MOMENT)
    questions = desk.begin(desk.invitations[0]).session.questions
    assert 44 == sum(isinstance(item, Statement) for item in questions)


def test_a_section_has_only_what_is_asked() -> None:
    """One statement of each factor, where it is counted and where it is drawn."""
    session = begun()
    for section in sections(session):
        for question in section.questions:
            assert section == section_of(session.go_to(question))
    factors = [section for section in sections(session) if section.cluster]
    assert [1] * 11 == [len(section.questions) for section in factors]


def test_everything_answered_leaves_nothing_open() -> None:
    """What is not asked is not counted as open."""
    session = begun()
    for question in session.questions:
        session = session.go_to(question).answer(4 if isinstance(question, Statement) else "Ja.")
    assert () == session.open_questions
    assert 14 == sum(session.counts().values())


def test_the_time_it_takes_is_that_of_the_short_form() -> None:
    """Five or ten minutes, and not forty."""
    whole = Session.begin(LIST, COUNCIL, "K7F3-QX9M", MOMENT)
    assert minutes(begun().questions) * 2 < minutes(whole.questions)


def test_the_form_on_paper_has_the_same_questions() -> None:
    """For one group the numbers are those of the screen."""
    paper = plain(sheet(LIST, [RESIDENTS]))
    assert "Er zijn 14 vragen." in paper
    assert "Wat merkt u van de samenwerking?" in paper
    assert "Welke rol heeft de gemeente nu vooral?" not in paper
    assert not has_own_numbers(LIST, [RESIDENTS])


def test_a_form_for_everyone_points_to_the_shorter_one() -> None:
    """Who is of a group with the short form asks for that."""
    paper = " ".join(plain(sheet(LIST, [COUNCIL, RESIDENTS])).split())
    assert "Er is een kortere lijst voor: Inwoners. Vraag die aan de begeleider." in paper
    assert has_own_numbers(LIST, [COUNCIL, RESIDENTS])
    assert "kortere lijst" not in plain(sheet(LIST, [COUNCIL]))


def test_line_by_line_asks_the_same(tmp_path: Path) -> None:
    """The face without a screen counts fourteen questions as well, and ends after the last."""
    desk = Desk(LIST, tmp_path, (RESIDENTS,), lambda: MOMENT)
    lines = iter([BLANK, EMPTY, EMPTY, *["4\n"] * 11])  # to begin, two texts, eleven statements
    writer = StringIO()
    LineByLine(desk, lambda: next(lines, ""), writer).run()
    said = writer.getvalue()
    assert "Er zijn 14 vragen." in said
    assert "Vraag 14 van 14" in said
    assert "Wat merkt u van de samenwerking?" in said
