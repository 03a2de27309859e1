"""What to talk about, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dossier.builders import (
    COLLEGE,
    DONT_KNOW,
    INWONERS,
    PARTNERS,
    RAAD,
    asked,
    dossier,
    factor,
    person,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.progress.topics import Reason, topics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.dossier.builders import Given
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.model import Perspective


def result(answers: Mapping[str, Mapping[Perspective, Sequence[Given]]]) -> Result:
    """Return a result of factors of one statement, with the answers of each group."""
    questionnaire = asked(*(factor(name) for name in answers))
    groups = list(next(iter(answers.values())))
    people = [
        person(
            100 * place + number,
            group.id,
            questionnaire,
            {f"{name}-1": given[group][number] for name, given in answers.items()},
        )
        for place, group in enumerate(groups)
        for number in range(len(next(iter(answers.values()))[group]))
    ]
    return analyse(dossier(questionnaire, people, tuple(groups)))


def group(value: Given, people: int = 6) -> list[Given]:
    """Return a group that says one thing."""
    return [value] * people


def test_the_largest_difference_comes_first() -> None:
    """Also where outside is the more positive; what is too small to count is no topic."""
    found = topics(
        [
            result(
                {
                    "verhaal": {RAAD: group(4), PARTNERS: group(3)},
                    "moed": {RAAD: group(2), PARTNERS: group(4)},
                    "rust": {RAAD: group(4), PARTNERS: group(4)},
                }
            )
        ]
    )
    assert ["moed", "verhaal"] == [item.id for item in found]
    assert (Reason.DIFFERENCE,) == found[0].reasons
    assert found[0].size > found[1].size > 0


def test_after_the_differences_come_divided_groups_what_is_not_seen_and_shared_concerns() -> None:
    """Each topic tells all of its reasons."""
    found = topics(
        [
            result(
                {
                    "zorg": {RAAD: group(2, 10), PARTNERS: group(2, 10)},
                    "mist": {RAAD: group(4, 10), PARTNERS: [*group(4, 5), *group(DONT_KNOW, 5)]},
                    "tweespalt": {RAAD: [*group(1, 5), *group(5, 5)], PARTNERS: group(3, 10)},
                    "kloof": {RAAD: group(4, 10), PARTNERS: group(2, 10)},
                }
            )
        ]
    )
    assert ["kloof", "tweespalt", "mist", "zorg"] == [item.id for item in found]
    assert [
        (Reason.DIFFERENCE,),
        (Reason.DIVIDED,),
        (Reason.NOT_VISIBLE,),
        (Reason.CONCERN,),
    ] == [item.reasons for item in found]


def test_topics_of_another_list_carry_its_name() -> None:
    """Two lists can have a factor of one name."""
    one = result({"moed": {RAAD: group(3), PARTNERS: group(4)}})
    two = result({"moed": {COLLEGE: group(2), INWONERS: group(4)}})
    assert ["lijst-moed", "moed"] == [item.id for item in topics([one, two])]


def test_without_figures_there_is_nothing_to_talk_about_yet() -> None:
    """Too few answers make no topic."""
    assert () == topics([result({"moed": {RAAD: group(1, 2), PARTNERS: group(5, 2)}})])
