"""What a questionnaire knows about itself once it is loaded."""

from __future__ import annotations

import pytest

from tests.questionnaire.lists import EVERY_KIND, HEAD, read
from zelfanalyse.questionnaire.model import Questionnaire, Scale
from zelfanalyse.questionnaire.questions import SizeQuestion

FOUR = Scale(labels=("nee", "soms", "vaak", "ja"))
FROM_ZERO = Scale(first=0, labels=("nee", "half", "ja"))


@pytest.fixture
def every_kind() -> Questionnaire:
    """A list with every kind of question."""
    return read(EVERY_KIND)


def asked(questionnaire: Questionnaire, perspective: str, source: str) -> list[str]:
    """Return the ids of what one respondent is asked."""
    return [question.id for question in questionnaire.questions(perspective, source)]


def test_a_scale_counts_from_its_first_value() -> None:
    """The values are whole numbers, one for each label."""
    assert ([1, 2, 3, 4], 4) == (list(FOUR.values), FOUR.last)
    assert ([0, 1, 2], 2) == (list(FROM_ZERO.values), FROM_ZERO.last)
    assert ("nee", "ja") == (FROM_ZERO.label(0), FROM_ZERO.label(2))


def test_a_mirrored_value_counts_from_the_other_end() -> None:
    """Min + max − v: the ends change places, the middle stays, and twice is once too often."""
    assert [4, 3, 2, 1] == [FOUR.mirrored(value) for value in FOUR.values]
    assert [2, 1, 0] == [FROM_ZERO.mirrored(value) for value in FROM_ZERO.values]


def test_questions_come_in_the_order_of_the_screen(every_kind: Questionnaire) -> None:
    """Open questions first, statements in the order of the clusters, then the other kinds.

    The order of the factors in the file gives way to that of the clusters.
    """
    assert [
        "goed",
        "vertrouwen-1",
        "vertrouwen-2",
        "rollen-1",
        "tempo",
        "motief",
        "resultaat",
        "omvang",
        "gehoord",
        "gesprekken",
    ] == asked(every_kind, "directie", "zelf")


def test_a_question_for_some_is_not_asked_of_others(every_kind: Questionnaire) -> None:
    """``voor_wie`` names perspectives or sources; everyone else does not see the question."""
    assert "gesprekken" not in asked(every_kind, "raad", "zelf")
    for_externals = read(EVERY_KIND.replace('["directie"]', '["extern"]'))
    assert "gesprekken" in asked(for_externals, "inwoners", "extern")
    assert "gesprekken" not in asked(for_externals, "directie", "zelf")


def test_the_size_question_comes_with_mirror_statements_only(every_kind: Questionnaire) -> None:
    """Without mirror statements nobody needs to say how large they are."""
    assert SizeQuestion() in every_kind.every_question
    start = EVERY_KIND.index("[[spiegelstelling]]")
    end = EVERY_KIND.index("[[open_vraag]]")
    without = read(EVERY_KIND[:start] + EVERY_KIND[end:])
    assert SizeQuestion() not in without.every_question


def test_a_statement_knows_its_factor(every_kind: Questionnaire) -> None:
    """Statements belong to a factor, other questions to none."""
    factors = {
        question.id: every_kind.factor_of(question) for question in every_kind.every_question
    }
    named = {name: factor.id for name, factor in factors.items() if factor is not None}
    assert {
        "vertrouwen-1": "vertrouwen",
        "vertrouwen-2": "vertrouwen",
        "rollen-1": "rollen",
    } == named


def test_a_cluster_knows_its_factors(every_kind: Questionnaire) -> None:
    """The factors of a cluster are those that name it."""
    assert [["vertrouwen"], ["rollen"]] == [
        [factor.id for factor in every_kind.factors_of(cluster)] for cluster in every_kind.clusters
    ]


def test_a_list_without_a_scale_has_no_points() -> None:
    """Asking for them is a mistake in the program, not an empty scale."""
    questionnaire = read(HEAD)
    with pytest.raises(LookupError):
        _ = questionnaire.points
