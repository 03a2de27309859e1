"""What a round ends with, in the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.dossier.builders import PARTNERS, RAAD, answered
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.closure import Answered, Closure, StartQuestion
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build
from zelfanalyse.report.closure_section import learned
from zelfanalyse.report.document import Bullets, Heading, Table


def case(**given: object) -> Case:
    """Return the case of a closed round."""
    opened = Case.of(answered({RAAD: [4] * 5, PARTNERS: [3] * 5}))
    closure = Closure(on=date(2026, 12, 1), fingerprint="abc").model_copy(update=given)
    return replace(opened, book=Book(closure=closure))


def test_an_open_round_has_nothing_to_tell_yet() -> None:
    """And neither has a closed one in which nobody wrote anything."""
    assert [] == list(learned(Case.of(answered({RAAD: [4] * 5}))))
    assert [] == list(learned(case()))


def test_the_questions_of_the_start_get_their_answer() -> None:
    """With how far it goes, also when there are no words."""
    asked = (
        StartQuestion(question="Werkt het?", answered=Answered.PARTLY, words="Half."),
        StartQuestion(question="Weten wij genoeg?", answered=Answered.NO),
    )
    (table,) = (block for block in learned(case(start_questions=asked)) if isinstance(block, Table))
    assert (
        ("Werkt het?", "deels beantwoord", "Half."),
        ("Weten wij genoeg?", "nog open", ""),
    ) == table.rows


def test_lessons_and_open_questions_go_on() -> None:
    """They are in the whole report."""
    found = build(case(lessons=("Eerst luisteren",), open_questions=("Wat nu?",))).blocks
    assert Heading("Wat wij leerden") in found
    assert Bullets(("Eerst luisteren",)) in found
    assert Bullets(("Wat nu?",)) in found
