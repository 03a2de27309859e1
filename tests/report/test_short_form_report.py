"""What a report says of groups with the short form, and of own questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, RAAD, asked, dossier, factor, person
from tests.report import case_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.model import Perspective, Source
from zelfanalyse.questionnaire.questions import OpenQuestion
from zelfanalyse.report.answers import answers
from zelfanalyse.report.build import build
from zelfanalyse.report.markdown import markdown_text

if TYPE_CHECKING:
    from zelfanalyse.dossier.folder import Dossier

SHORT = Perspective(id="inwoners", title="Inwoners", source=Source.EXTERNAL, form="kort")
OWN = OpenQuestion(id="eigen-1", text="Wat mist u?", own=True, short_for=("zelf", "extern"))
SAYS_WHO = "De korte lijst was voor: Inwoners."
MIXED = "De score van buiten brengt groepen met de korte en met de volledige lijst samen."


def opened(*groups: Perspective, core: bool = True) -> Dossier:
    """Return a dossier of six people a group, who answer everything and the own question."""
    whole = factor("vertrouwen", 2)
    first, second = whole.statements
    statements = (first.model_copy(update={"core": core}), second)
    whole = whole.model_copy(update={"statements": statements})
    questionnaire = asked(whole, open_questions=(OWN,))
    people = [
        person(
            10 * place + number,
            group.id,
            questionnaire,
            {"vertrouwen-1": 3, "vertrouwen-2": 4},
            open_={"eigen-1": "Een bankje."},
        )
        for place, group in enumerate(groups)
        for number in range(6)
    ]
    return dossier(questionnaire, people, groups)


def told(*groups: Perspective, core: bool = True) -> str:
    """Return the report as text."""
    return markdown_text(build(case_of(analyse(opened(*groups, core=core)))))


def test_the_report_says_who_had_the_short_form() -> None:
    """By the name of the group, and what that means."""
    report = told(RAAD, SHORT)
    assert SAYS_WHO in report
    assert "Wat niet gevraagd is, telt nergens mee." in report
    assert "rust de score op een factor alleen op de kernstellingen" in report


@pytest.mark.parametrize(
    ("groups", "mixed"), [((RAAD, SHORT), False), ((RAAD, PARTNERS, SHORT), True)]
)
def test_a_side_with_both_forms_is_named(groups: tuple[Perspective, ...], *, mixed: bool) -> None:
    """Only where one mean brings the two together."""
    assert mixed == (MIXED in told(*groups))


def test_without_a_short_form_nothing_is_said_of_it() -> None:
    """Nobody has it, or the list has no core statements."""
    for report in (told(RAAD, PARTNERS), told(RAAD, SHORT, core=False)):
        assert "de korte lijst" not in report.casefold()


def test_a_short_group_has_no_row_for_what_it_was_not_asked() -> None:
    """In the separate answers as in the report: a question not asked is not an open answer."""
    found = [row.vraag for row in answers(opened(RAAD, SHORT)) if row.perspectief == "inwoners"]
    assert {"vertrouwen-1"} == {name for name in found if name.startswith("vertrouwen")}


def test_an_own_question_is_marked() -> None:
    """With the answers, and where the list is accounted for."""
    report = told(RAAD, PARTNERS)
    assert "Dit is een eigen vraag van dit dossier." in report
    assert "Aan de lijst is 1 eigen vraag toegevoegd." in report
