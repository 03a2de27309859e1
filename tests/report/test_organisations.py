"""How several organisations look side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.analysis.test_rounds import LIST, result, with_statement
from tests.dossier.builders import PARTNERS, RAAD, answered
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.progress.case import Case
from zelfanalyse.questionnaire.model import Display
from zelfanalyse.report.document import Block, Bullets, Document, Heading, Table
from zelfanalyse.report.markdown import markdown_text
from zelfanalyse.report.organisations import organisations

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result

JUDGING = ("beste", "slechtste", "beter", "hoogste", "laagste", "winnaar", "totaalcijfer")


def case(name: str, found: Result, **given: Any) -> Case:
    """Return the dossier of an organisation."""
    update = {"id": name.lower(), "name": name, **given}
    settings = found.settings.model_copy(update=update)
    return Case(settings, (replace(found, settings=settings),))


def three() -> list[Case]:
    """Return three organisations that differ, of which one is too small to have figures."""
    small = analyse(answered({RAAD: [5] * 3, PARTNERS: [5] * 3}, LIST))
    return [case("Oost", result(2, 2)), case("West", result(4, 2)), case("Zuid", small)]


def tables(document: Document) -> list[Table]:
    """Return the tables, the profile first."""
    return [item for item in document.blocks if isinstance(item, Table)]


def bullets(document: Document) -> list[str]:
    """Return every point of a list."""
    return [text for item in document.blocks if isinstance(item, Bullets) for text in item.items]


def headings(blocks: tuple[Block, ...]) -> list[str]:
    """Return the titles, in order."""
    return [item.text for item in blocks if isinstance(item, Heading)]


def test_profiles_come_first_in_the_order_given() -> None:
    """Fields as rows, organisations as columns."""
    document = organisations(three())
    assert ["Organisaties naast elkaar", "Profielen", "Verschillen als vragen aan elkaar"] == (
        headings(document.blocks)[:3]
    )
    profile = tables(document)[0]
    assert ("Onderwerp", "Oost", "West", "Zuid") == profile.columns
    rows = {row[0]: row[1:] for row in profile.rows}
    assert ("6", "6", "3") == rows["Antwoorden van binnen"]
    assert "context is geen reden" in markdown_text(document)


def test_many_organisations_get_tables_that_fit() -> None:
    """Seven stand in two tables of at most four, in the order given."""
    names = ["A", "B", "C", "D", "E", "F", "G"]
    document = organisations([case(name, result(3, 3)) for name in names])
    first, second = tables(document)[:2]
    assert ("Onderwerp", "A", "B", "C", "D") == first.columns
    assert ("Onderwerp", "E", "F", "G") == second.columns


def test_a_figure_that_is_hidden_says_so_in_its_cell() -> None:
    """With the reason in words."""
    table = tables(organisations(three()))[1]
    assert (
        ("Oost", "2,0\u00a0(6)", "2,0\u00a0(6)", "0,0"),
        ("West", "4,0\u00a0(6)", "2,0\u00a0(6)", "+2,0"),
        ("Zuid", "te weinig antwoorden", "te weinig antwoorden", "–"),
    ) == table.rows


def test_a_difference_is_a_question_to_both() -> None:
    """In the order of the dossiers, also where the second gives more."""
    document = organisations(three())
    assert (
        "Bij Oost geven mensen van binnen 2,0, en bij West 4,0. Wat doet men daar anders, en wat "
        "kunnen zij van elkaar leren?"
    ) == bullets(document)[0]
    words = markdown_text(document).lower()
    assert [] == [word for word in JUDGING if word in words]


def test_who_gives_the_same_is_named_together() -> None:
    """Nobody is alone at an end without being so."""
    cases = [case("Oost", result(2, 2)), case("West", result(4, 2)), case("Noord", result(4, 2))]
    assert (
        "Bij Oost geven mensen van binnen 2,0, en bij West en Noord 4,0."
        in (bullets(organisations(cases))[0])
    )


def test_views_that_are_near_are_said_to_be_near() -> None:
    """Below the threshold no difference is made of it; without figures nothing is said."""
    words = markdown_text(organisations([case("A", result(3, 3)), case("B", result(3, 3))]))
    assert "De beelden liggen hier dicht bij elkaar." in words
    small = analyse(answered({RAAD: [5] * 3}, LIST))
    words = markdown_text(organisations([case("A", result(3, 3)), case("B", small)]))
    assert "Hier zijn te weinig cijfers" in words


def test_a_list_without_bands_has_no_threshold() -> None:
    """Phases and a sketch are laid side by side, and not judged."""
    phases = LIST.model_copy(update={"display": Display.PHASES})
    cases = [case("A", result(2, 2, phases)), case("B", result(5, 5, phases))]
    document = organisations(cases)
    assert [] == bullets(document)
    assert "Waarin herkent u elkaar hier" in markdown_text(document)


@pytest.mark.parametrize(("count", "is_said"), [(2, True), (3, False), (7, False), (8, True)])
def test_another_number_than_three_to_seven_is_said(count: int, *, is_said: bool) -> None:
    """It is possible, and meant otherwise."""
    cases = [case(f"Plaats{number}", result(3, 3)) for number in range(count)]
    assert is_said == ("gaat het best met 3 tot 7" in markdown_text(organisations(cases)))


def test_what_is_made_up_is_marked() -> None:
    """By name where it is not all of it; on every page."""
    cases = [case("A", result(3, 3), made_up=True), case("B", result(3, 3))]
    document = organisations(cases)
    assert ("Onderwerp", "A (verzonnen)", "B") == tables(document)[0].columns
    assert "Een deel is VERZONNEN" in document.warning
    cases[0] = case("A (verzonnen)", result(3, 3), made_up=True)
    assert ("Onderwerp", "A (verzonnen)", "B") == tables(organisations(cases))[0].columns
    cases[1] = case("B", result(3, 3), made_up=True)
    assert document.warning != organisations(cases).warning != ""
    assert "" == organisations([case("A", result(3, 3)), case("B", result(3, 3))]).warning


def test_organisations_of_one_name_are_told_apart() -> None:
    """By the id of their dossier."""
    cases = [case("Regio", result(3, 3), id=name) for name in ("oost", "west")]
    assert ("Onderwerp", "Regio (oost)", "Regio (west)") == tables(organisations(cases))[0].columns


def test_organisations_of_one_name_and_id_are_numbered() -> None:
    """In the order given: whoever gives a dossier the same name gets the same id."""
    cases = [case("Jeugdhulp", result(3, 3)) for _ in range(2)]
    columns = tables(organisations(cases))[0].columns
    assert ("Onderwerp", "Jeugdhulp (1)", "Jeugdhulp (2)") == columns


def test_what_is_left_out_is_named_with_the_reason() -> None:
    """And without anything in common there is a notice."""
    newer = with_statement(LIST, "vertrouwen-2", text="Iets anders.")
    cases = [case("A", result(3, 3)), case("B", result(3, 3, newer))]
    assert "'Vertrouwen': de stellingen zijn niet overal dezelfde." in bullets(organisations(cases))
    other = LIST.model_copy(update={"id": "andere"})
    cases = [case("A", result(3, 3)), case("B", result(3, 3, other))]
    assert "Geen factor is in alle dossiers dezelfde." in markdown_text(organisations(cases))


def test_another_way_of_counting_is_said() -> None:
    """A score of each person is not one of each group; another minimum is no matter."""
    first = case("A", result(3, 3))
    for key, value, is_said in (("voice", "persoon", True), ("minimum_group", 6, False)):
        method = first.settings.method.model_copy(update={key: value})
        words = markdown_text(organisations([first, case("B", result(3, 3), method=method)]))
        assert is_said == ("niet overal gelijk" in words)
