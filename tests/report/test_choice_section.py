"""What people chose, as the report tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.test_choices import A, B, asking, choice, chooser, opened
from tests.dossier.builders import PARTNERS, RAAD, asked, dossier, person, reported
from tests.report import case_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Kind
from zelfanalyse.report.build import Variant, build
from zelfanalyse.report.choice_section import choices
from zelfanalyse.report.document import Bullets, Heading, Paragraph, Table
from zelfanalyse.report.dutch import NO_BREAK
from zelfanalyse.report.methodology import WITHHELD, methodology

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.questionnaire.questions import Choice
    from zelfanalyse.report.document import Block


def tables(result: Result) -> list[Table]:
    """Return the tables of the section."""
    return [block for block in choices(result) if isinstance(block, Table)]


def lines(blocks: list[Block]) -> list[str]:
    """Return the running text."""
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def spaced(table: Table) -> list[tuple[str, ...]]:
    """Return the rows with plain spaces."""
    return [tuple(cell.replace(NO_BREAK, " ") for cell in row) for row in table.rows]


def test_both_sides_stand_beside_each_other() -> None:
    """In the order of the list, whatever is chosen most."""
    (table,) = tables(analyse(opened({RAAD: [B] * 8 + [A] * 4, PARTNERS: [A] * 10})))
    assert ("Keuze", "Zelf", "Buiten") == table.columns
    assert [
        ("Optie a", "4 van 12", "10 van 10"),
        ("Optie b", "8 van 12", "0 van 10"),
        ("Optie c", "0 van 12", "0 van 10"),
    ] == spaced(table)


def test_a_side_that_is_too_small_is_told_in_a_line() -> None:
    """Its column is not there, and neither is any number of it."""
    blocks = list(choices(analyse(opened({RAAD: [A] * 12, PARTNERS: [A] * 7}))))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert ("Keuze", "Zelf") == table.columns
    expected = "Geen aantallen van buiten: minder dan 10 mensen zonder naam kozen iets."
    assert expected == lines(blocks)[-1]


def test_a_choice_of_which_nothing_is_told_has_one_line() -> None:
    """The same reason for both sides is given once."""
    blocks = list(choices(analyse(opened({RAAD: [A] * 9, PARTNERS: [A] * 7}))))
    assert not any(isinstance(block, Table) for block in blocks)
    expected = "Geen aantallen van zelf en buiten: minder dan 10 mensen zonder naam kozen iets."
    assert [expected] == lines(blocks)[1:]


def test_other_reasons_have_their_own_words() -> None:
    """Nobody chose, or nobody was asked, or an earlier report is in the way."""
    of = asking(choice(audience=("zelf",)))
    blocks = list(choices(analyse(opened({RAAD: [None] * 12, PARTNERS: [A] * 12}, of))))
    assert [
        "Geen aantallen van zelf: niemand maakte deze keuze.",
        "Geen aantallen van buiten: deze vraag is daar niet gesteld.",
    ] == lines(blocks)[1:]
    first = opened({RAAD: [A] * 12})
    result = analyse(reported(first, analyse(first), chooser(99, RAAD, B, first.questionnaire)))
    expected = (
        "Geen aantallen van zelf: met een eerder rapport ernaast was uit te rekenen wat een paar "
        "mensen kozen."
    )
    assert expected in lines(list(choices(result)))
    bullets = [block for block in methodology(result) if isinstance(block, Bullets)]
    assert f"{WITHHELD[Kind.CHOICE]}: 2" in {item for block in bullets for item in block.items}


def pair(*, same: bool = True) -> tuple[Choice, Choice]:
    """Return a question about now and one about what is wanted, with the same options or not."""
    now = choice().model_copy(update={"id": "rol_nu", "text": "Nu?", "help_text": "Een.\n\nTwee."})
    wanted = choice().model_copy(update={"id": "rol_gewenst", "text": "Straks?"})
    return now, wanted if same else wanted.model_copy(update={"options": wanted.options[:2]})


def asked_twice(*, same: bool) -> Result:
    """Return the result of a list that asks about now and about what is wanted."""
    of = asking(*pair(same=same))
    people = [
        person(number, "raad", of).model_copy(update={"choices": {"rol_nu": A, "rol_gewenst": B}})
        for number in range(12)
    ]
    return analyse(dossier(of, people, (RAAD,)))


def test_now_and_wanted_stand_side_by_side() -> None:
    """One table under both questions, with what people could read with them."""
    blocks = list(choices(asked_twice(same=True)))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert ("Keuze", "Zelf nu", "Zelf gewenst") == table.columns
    assert ("Optie a", "12 van 12", "0 van 12") == spaced(table)[0]
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert (["Keuzes", "Nu?"], "En daarna: Straks?") == (headings, lines(blocks)[1])
    assert Bullets(("Een.", "Twee.")) in blocks


def test_other_options_are_another_question() -> None:
    """Then each has a table of its own."""
    assert 2 == len(tables(asked_twice(same=False)))


@pytest.mark.parametrize(("at_most", "expected"), [(2, "er hoogstens 2"), (3, "alles")])
def test_how_many_one_may_choose_is_told(at_most: int, expected: str) -> None:
    """Since the counts then add up to more than the people."""
    of = asking(choice(at_most=at_most))
    blocks = list(choices(analyse(opened({RAAD: [("a", "b")] * 12}, of))))
    assert f"Iedereen mocht {expected} kiezen." in lines(blocks)


def test_only_a_list_with_choices_has_the_section() -> None:
    """It is in the whole report, and not in the short one."""
    assert [] == list(choices(analyse(dossier(asked()))))
    result = analyse(opened({RAAD: [A] * 12}))
    found = [
        Heading("Keuzes") in build(case_of(result), variant).blocks
        for variant in (Variant.FULL, Variant.SHORT)
    ]
    assert [True, False] == found
