"""When the ambitions are talked about before the governance."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.dossier.builders import PARTNERS, RAAD, asked, dossier, factor, person
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.progress.ambitions import ambitions_first

if TYPE_CHECKING:
    from collections.abc import Sequence

CLUSTERS = ("ambities", "personen_en_relaties", "governance")


Said: TypeAlias = "tuple[Sequence[int] | int, ...]"


def is_first(own: Said, external: Said, people: int = 6) -> bool:
    """Return what is found when people say this of the three clusters: all alike, or one by one."""
    names = [f"over-{name}" for name in CLUSTERS]
    clusters = zip(names, CLUSTERS, strict=True)
    questionnaire = asked(*(factor(name, cluster=cluster) for name, cluster in clusters))
    responses = [
        person(
            100 * place + number,
            group.id,
            questionnaire,
            {
                f"{name}-1": value if isinstance(value, int) else value[number]
                for name, value in zip(names, said, strict=True)
            },
        )
        for place, (group, said) in enumerate(((RAAD, own), (PARTNERS, external)))
        for number in range(people)
    ]
    return ambitions_first(analyse(dossier(questionnaire, responses, (RAAD, PARTNERS))))


@pytest.mark.parametrize(
    ("own", "external", "found"),
    [
        ((4, 4, 4), (2, 4, 1), False),  # a bound: the lowest is not known
        ((4, 4, 4), (4, 4, 2), False),  # governance is weak, ambitions are not
        ((4, 4, 4), (2, 3, 2), False),  # governance is not the weakest by itself
        ((4, 4, 4), (2, 2, 3), False),
    ],
)
def test_only_when_governance_is_the_weakest_and_ambitions_are_weak(
    own: Said, external: Said, *, found: bool
) -> None:
    """Both must be so, on one side, in figures that the report prints."""
    assert found is is_first(own, external)


def test_the_ambitions_come_first() -> None:
    """One side is enough; figures that are printed alike are equal."""
    weak = ([2, 2, 2, 2, 3, 3], [3] * 6, [1, 2, 2, 2, 2, 3])
    assert is_first((4, 4, 4), weak)
    assert is_first(weak, (4, 4, 4))
    assert not is_first((4, 4, 4), (weak[0], weak[1], weak[0]))


def test_too_few_people_tell_nothing() -> None:
    """What is not shown is not told in another way either."""
    assert not is_first((2, 3, 1), (2, 3, 1), people=3)


def test_a_list_without_these_clusters_tells_nothing() -> None:
    """The rule is about ambitions and governance."""
    assert not ambitions_first(analyse(dossier(asked())))
