"""The points of the conversation in words and figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import DONT_KNOW, PARTNERS, RAAD, asked, dossier, factor, person
from tests.report.words import texts
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.panel import Judgement, Panel, Recognises
from zelfanalyse.dossier.steps import Closed, Steps
from zelfanalyse.progress.ambitions import AMBITIONS_FIRST
from zelfanalyse.progress.case import Case
from zelfanalyse.report import talking_points as module
from zelfanalyse.report.document import Heading, Notice
from zelfanalyse.report.talking_points import (
    CONTEXT,
    LEARNING,
    NO_POINTS,
    in_words,
    on_paper,
    opening,
    talking_points,
)

if TYPE_CHECKING:
    from tests.dossier.builders import Given
    from zelfanalyse.dossier.folder import Dossier

DIVIDED = "Raad: verdeeld beeld over Rust. Het gaat om de stelling 'Stelling 1 van rust.'"
CLOSED = Steps(closed=Closed(own=date(2026, 10, 1), external=date(2026, 10, 1)))


def case(book: Book | None = None, people: int = 6) -> Case:
    """Return a round in which courage differs, rest is divided, and luck cannot be seen."""
    names = ("moed", "rust", "geluk")
    own: list[tuple[Given, ...]] = [(4, 1 if n < 5 else 5, 4) for n in range(people + 4)]
    outside: list[tuple[Given, ...]] = [
        (2, 3, DONT_KNOW if n < 5 else 4) for n in range(people + 4)
    ]
    questionnaire = asked(*(factor(name) for name in names))
    responses = [
        person(
            100 * place + number,
            group.id,
            questionnaire,
            {f"{name}-1": value for name, value in zip(names, said, strict=True)},
            comments={"moed-1": f"{group.title} zegt {number}."},
        )
        for place, (group, everyone) in enumerate(((RAAD, own), (PARTNERS, outside)))
        for number, said in enumerate(everyone)
    ]
    opened = dossier(questionnaire, responses, (RAAD, PARTNERS))
    return Case(opened.settings, (analyse(opened),), book or Book())


@pytest.fixture(name="full")
def _full(example: Dossier) -> Case:
    """Return the made-up round, in which there is a risk between large and small."""
    return Case.of(example)


def test_a_point_tells_why_it_is_here_and_what_is_known() -> None:
    """Both sides with how many people, the difference with its word, and how it reads."""
    point = talking_points(case())[0]
    assert ("moed", "Moed", "Over moed.") == (point.id, point.title, point.about)
    assert ("Zelf en buiten verschillen.",) == point.reasons
    assert (
        "Zelf: 4,0 (10 personen)",
        "Buiten: 2,0 (10 personen)",
        "Verschil: +2,0 (aanwijzing). Zelf positiever: mogelijk een blinde vlek.",
    ) == point.told
    assert ("punt 0", "punt 4") == point.ends
    assert point.line is not None
    assert ("4,0", "2,0") == (point.line.own_text, point.line.external_text)


def test_a_group_that_is_divided_or_cannot_see_is_named() -> None:
    """As the report names it."""
    reasons = {item.id: item.reasons for item in talking_points(case())}
    assert DIVIDED in reasons["rust"]
    assert "Partners: Geluk is niet zichtbaar (50% 'weet ik niet')." in reasons["geluk"]


def test_the_first_three_need_a_decision() -> None:
    """For a final report."""
    assert [True, True, True] == [item.is_needed for item in talking_points(case())]


def test_the_side_with_the_better_picture_speaks_first() -> None:
    """What does not fit a complaint is read before it."""
    point = talking_points(case())[0]
    assert ["Toelichtingen van binnen", "Toelichtingen van buiten"] == [
        item.heading for item in point.words
    ]
    assert 10 == len(point.words[0].quotes)


def test_words_can_be_left_out() -> None:
    """And are not there where the result has none: too few people."""
    assert () == talking_points(case(), with_words=False)[0].words
    assert () == talking_points(case(people=-1))


def test_the_panel_speaks_once_both_sides_are_closed() -> None:
    """Its judgement, its words, and its recommendation."""
    judgement = Judgement(
        factor="moed",
        recognises=Recognises.SELF,
        words="Wij zagen moed.",
        recommendation="Ga door.",
    )
    book = Book(steps=CLOSED, panel=Panel(judgements=(judgement,)))
    assert (
        "De commissie herkent het zelfbeeld.",
        "Wij zagen moed.",
        "Aanbeveling: Ga door.",
    ) == talking_points(case(book))[0].panel
    assert () == talking_points(case(replace(book, steps=Steps())))[0].panel


def test_counter_examples_come_before_everything_else(full: Case) -> None:
    """Of the relation between large and small; then the picture of both sides."""
    point = talking_points(full)[0]
    assert "calimero-groot-en-klein" == point.id
    assert point.mirror is not None
    assert "Erover praten" == point.mirror.rows[0].label
    words = list(texts(tuple(in_words(point))))
    assert "Tegenvoorbeelden van binnen" == words[1]
    assert words.index("Tegenvoorbeelden van buiten") < words.index("Waarom dit punt")
    assert 3 == len(point.prompts)


def test_every_factor_has_the_questions_of_its_list(full: Case) -> None:
    """Three or more, in the words of the list."""
    points = {item.id: item for item in talking_points(full)}
    for item in full.main.factors:
        if item.factor.id in points:
            assert item.factor.discussion_prompts == points[item.factor.id].prompts
    assert 3 == min(len(item.prompts) for item in points.values())


def test_the_opening_tells_what_it_is_for() -> None:
    """Learning comes first; without points that is told."""
    told = list(opening(case(), 1))
    assert LEARNING == told[0]
    assert "1 punt om over" in told[1]
    assert CONTEXT in told
    assert NO_POINTS in list(opening(case(), 0))


def test_ambitions_first_is_told_in_the_opening_and_in_the_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same sentence, only where it is so."""
    assert AMBITIONS_FIRST not in list(opening(case(), 1))
    monkeypatch.setattr(module, "ambitions_first", lambda _: True)
    assert AMBITIONS_FIRST in list(opening(case(), 1))


def test_on_paper_every_point_has_its_own_heading(full: Case) -> None:
    """With the name that ``acties`` knows it by; made up is told first."""
    document = on_paper(full)
    assert isinstance(document.blocks[1], Notice)
    headings = [i.text for i in document.blocks if isinstance(i, Heading) and i.level == 2]
    assert len(talking_points(full)) == len(headings)
    assert "Groot en klein (calimero-groot-en-klein)" == headings[0]
    without = " ".join(texts(on_paper(full, with_words=False)))
    assert "Tegenvoorbeelden" not in without
