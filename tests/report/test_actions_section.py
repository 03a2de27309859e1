"""What the report tells of the actions and of the decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import asked, dossier
from tests.report.words import texts
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.actions import Action, Actions, Kind, LearningMode, Progress
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.follow_up import ALL_STRUCTURE
from zelfanalyse.report import terminal
from zelfanalyse.report.actions_section import NOT_YET, decisions, follow_up, overview
from zelfanalyse.report.document import Document, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zelfanalyse.report.document import Block

CALL = Action(
    id="actie-1",
    what="Elkaar bellen",
    owner="secretaris",
    due_on=date(2027, 3, 1),
    kind=Kind.EXPERIMENT,
    social_effect="Eén loket",
    learning_mode=LearningMode.TAKE_OVER,
    review_on=date(2027, 9, 1),
    follow_up="Overal",
    point="moed",
    progress=Progress.DONE,
    outcome="Het werkt.\nIedereen belt.",
)


def case(*actions: Action, points: tuple[Point, ...] = (), on: date | None = None) -> Case:
    """Return a round without figures, with these actions and points."""
    opened = dossier(asked())
    book = Book(conversation=Conversation(on=on, points=points), actions=Actions(actions=actions))
    return Case(opened.settings, (analyse(opened),), book)


def told(blocks: Iterable[Block]) -> str:
    """Return every word of these blocks."""
    return "\n".join(texts(tuple(blocks)))


def test_every_action_has_a_small_table() -> None:
    """Two columns, so that it can be read at any width; what is optional and empty is not there."""
    blocks = list(follow_up(case(CALL)))
    table = blocks[-1]
    assert isinstance(table, Table)
    assert (
        ("Wie", "secretaris"),
        ("Wanneer", "1 maart 2027"),
        ("Soort", "experiment"),
        ("Wat een inwoner merkt", "Eén loket"),
        ("Hoe u leert van anderen", "overnemen wat er is (van het aanrecht)"),
        ("Als het lukt", "Overal"),
        ("Terugkijken", "1 september 2027"),
        ("Stand", "klaar"),
        ("Wat ervan kwam", "Het werkt. Iedereen belt."),
    ) == table.rows
    assert Heading("Elkaar bellen", 3) == blocks[-2]


def test_what_is_still_empty_is_told() -> None:
    """In the table where a final report needs it, and once in words."""
    blocks = list(follow_up(case(Action(id="a", what="Bellen"))))
    table = blocks[-1]
    assert isinstance(table, Table)
    assert [NOT_YET] * 5 == [text for name, text in table.rows if name != "Stand"]
    assert "Bij 'Bellen' staat nog niet wie het doet" in told(blocks)


def test_kinds_are_counted_and_only_structure_is_told() -> None:
    """The counts stand above the actions, and so does the warning."""
    structure = CALL.model_copy(update={"kind": Kind.STRUCTURE})
    blocks = list(follow_up(case(structure)))
    table = blocks[1]
    assert isinstance(table, Table)
    assert (("structuur", "1"),) == table.rows
    assert ALL_STRUCTURE in told(blocks)


def test_without_actions_that_is_told() -> None:
    """The heading stays, so that a reader sees that nothing was agreed."""
    assert [Heading("Vervolgacties"), Paragraph("Er zijn nog geen acties afgesproken.")] == list(
        follow_up(case())
    )


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        (Point(id="moed", title="T", decision=Decision.ACTION), "Elkaar bellen (klaar)"),
        (
            Point(id="rust", title="T", decision=Decision.NOTHING, reason="Eerst de verkiezingen."),
            "Bewust niets. De reden: Eerst de verkiezingen.",
        ),
        (
            Point(id="rust", title="T", decision=Decision.NOTHING),
            "Bewust niets. De reden staat er nog niet bij.",
        ),
        (Point(id="rust", title="T"), "Nog geen besluit."),
    ],
)
def test_every_point_has_its_decision(point: Point, sentence: str) -> None:
    """An action, nothing with its reason, or nothing yet."""
    assert sentence in told(decisions(case(CALL, points=(point,))))


def test_notes_stay_in_the_room() -> None:
    """What was said is not in the report; the day is."""
    said = Point(id="moed", title="Moed", notes="Dit blijft hier.")
    words = told(decisions(case(CALL, points=(said,), on=date(2026, 12, 1))))
    assert "Dit blijft hier." not in words
    assert "Het gesprek was op 1 december 2026." in words


def test_what_people_wrote_is_one_line_of_text() -> None:
    """No codes and no lines in a heading or a cell."""
    hostile = CALL.model_copy(update={"what": "Bel \x1b[31m\u202enu", "owner": "a\nb"})
    words = told(follow_up(case(hostile)))
    assert "Bel [31mnu" in words
    assert "a b" in words


def test_the_overview_is_readable_at_eighty_columns() -> None:
    """No line is longer, and every name and day is whole."""
    long = CALL.model_copy(
        update={"id": "actie-12", "what": "Samen " * 20, "owner": "Directie " * 4}
    )
    document = overview([long], date(2027, 3, 2))
    assert isinstance(document, Document)
    lines = terminal.plain_text(document).splitlines()
    assert 80 >= max(map(len, lines))
    for whole in ("actie-12", "1-3-2027", "1-9-2027", "klaar"):
        assert any(whole in line for line in lines)


def test_two_points_of_nearly_the_same_title_say_of_which_list_they_are(case: Case) -> None:
    """The mirror of one list and a factor of another do not look like one point told twice."""
    points = (
        Point(id="calimero-groot-en-klein", title="Groot en klein"),
        Point(id="gelijkwaardigheid", title="Groot en klein (Calimero-risico)"),
        Point(id="uitvoering", title="Mensen, middelen en resultaat"),
    )
    talked = replace(case, book=Book(conversation=Conversation(points=points)))
    assert [
        "Groot en klein, uit de lijst 'Groot en klein'",
        "Groot en klein (Calimero-risico), uit de lijst 'Succesfactoren van samenwerking'",
        "Mensen, middelen en resultaat",
    ] == [item.text for item in decisions(talked) if isinstance(item, Heading)][1:]
