"""The short form: the core statements, and of the other questions what is meant for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questionnaire.lists import EVERY_KIND, SMALL, read
from zelfanalyse.questionnaire import library

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Questionnaire

SHORT = read(EVERY_KIND)  # one core statement, and one open question for the board


def ids(questionnaire: Questionnaire, group: str, source: str, *, short: bool = True) -> list[str]:
    """Return the ids of what someone is asked, in order."""
    return [item.id for item in questionnaire.questions(group, source, short=short)]


def marked(old: str, new: str) -> Questionnaire:
    """Return the list with one replacement, which must be possible."""
    assert 1 == EVERY_KIND.count(old)
    return read(EVERY_KIND.replace(old, new))


def test_the_short_form_has_the_core_statements_and_nothing_else() -> None:
    """No other statement, balance, choice, mark, mirror or open question."""
    assert ["vertrouwen-1"] == ids(SHORT, "gemeenschap", "extern")


def test_a_question_for_this_group_by_name_stays() -> None:
    """Who is named with the question gets it, short or not."""
    assert ["vertrouwen-1", "gesprekken"] == ids(SHORT, "directie", "zelf")


def test_a_question_for_a_whole_side_is_not_for_the_short_form() -> None:
    """A side is no name: only ``kort_voor`` brings such a question along."""
    aside = 'voor_wie = ["directie"]', 'voor_wie = ["extern"]'
    assert ["vertrouwen-1"] == ids(marked(*aside), "gemeenschap", "extern")
    both = marked(aside[0], aside[1] + '\nkort_voor = ["extern"]')
    assert ["vertrouwen-1", "gesprekken"] == ids(both, "gemeenschap", "extern")


@pytest.mark.parametrize(
    ("name", "gets"), [("gemeenschap", True), ("extern", True), ("raad", False)]
)
def test_a_question_can_be_in_the_short_form_of_some(name: str, *, gets: bool) -> None:
    """A group or a whole side; for people with the whole list it changes nothing."""
    questionnaire = marked(
        'tekst = "Wat gaat goed?"', f'tekst = "Wat gaat goed?"\nkort_voor = ["{name}"]'
    )
    assert gets == ("goed" in ids(questionnaire, "gemeenschap", "extern"))
    assert ids(SHORT, "raad", "zelf", short=False) == ids(
        questionnaire, "raad", "zelf", short=False
    )


def test_a_choice_or_mark_can_be_in_it_as_well() -> None:
    """Not only open questions."""
    questionnaire = marked('titel = "Resultaat"', 'titel = "Resultaat"\nkort_voor = ["extern"]')
    assert ["vertrouwen-1", "resultaat"] == ids(questionnaire, "gemeenschap", "extern")


def test_a_list_without_core_statements_has_no_short_form() -> None:
    """Then everyone is asked all of it: an empty list would ask nothing."""
    questionnaire = read(SMALL)
    assert not questionnaire.has_short_form
    assert ["vertrouwen-1"] == ids(questionnaire, "gemeenschap", "extern")


def test_predictions_are_about_core_statements_in_the_short_form_too() -> None:
    """Who predicts and has the short form is asked both."""
    found = SHORT.questions("directie", "zelf", predicts=True, short=True)
    assert ["vertrouwen-1", "voorspelling/vertrouwen-1", "gesprekken"] == [q.id for q in found]


@pytest.mark.parametrize(
    ("group", "open_questions"),
    [
        ("gemeenschap", ["goed", "eerst_beter", "merkt"]),
        ("bedrijven", ["goed", "eerst_beter", "partij_gemist"]),
    ],
)
def test_the_main_list_has_eleven_core_statements_and_three_questions(
    group: str, open_questions: list[str]
) -> None:
    """What residents and businesses are asked."""
    questionnaire = library.open_questionnaire(library.find("samenwerking"))
    found = ids(questionnaire, group, "extern")
    core = [item.id for each in questionnaire.factors for item in each.statements if item.core]
    assert 11 == len(core)
    assert {*core} | {*open_questions} == {*found}
    assert open_questions == [name for name in found if name in open_questions]


def test_what_residents_notice_is_asked_of_nobody_else() -> None:
    """A council member is not asked what a resident notices."""
    questionnaire = library.open_questionnaire(library.find("samenwerking"))
    assert "merkt" not in ids(questionnaire, "raad", "zelf", short=False)
    assert "merkt" in ids(questionnaire, "gemeenschap", "extern", short=False)
