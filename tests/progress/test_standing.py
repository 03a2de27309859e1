"""Whether a report is final."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    COLLEGE,
    DIRECTIE,
    DONT_KNOW,
    INWONERS,
    NOT_APPLICABLE,
    PARTNERS,
    RAAD,
    STAF,
    asked,
    dossier,
    factor,
    person,
    reported,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.closure import Closure
from zelfanalyse.progress.standing import status

LIST = asked(factor("vertrouwen", 3, reverse=[2]), factor("gesprek", 2))
ANSWERS = (1, 2, 3, 4, 5, DONT_KNOW, NOT_APPLICABLE, None)


@pytest.mark.parametrize("seed", range(12))
def test_figures_stay_the_same_once_they_are_in_the_ledger(seed: int) -> None:
    """A round is closed on figures that were just noted, and the next report has the same ones."""
    random = Random(seed)  # noqa: S311 - repeatable
    groups = random.sample((RAAD, COLLEGE, STAF, DIRECTIE, PARTNERS, INWONERS, ADVISEUR), 5)
    names = [item.id for each in LIST.factors for item in each.statements]
    everyone = [group for group in groups for _ in range(random.randint(0, 12))]
    people = [
        person(number, group.id, LIST, {name: random.choice(ANSWERS) for name in names})
        for number, group in enumerate(everyone)
    ]
    opened = dossier(LIST, people, tuple(groups))
    shown = analyse(opened)
    closure = Closure(on=date(2026, 10, 1), fingerprint=fingerprint_of(shown))
    again = analyse(reported(opened, shown))
    assert status(Book(closure=closure), [again]).is_final


def test_a_report_says_why_it_is_a_draft() -> None:
    """Not closed yet, or closed with other figures: both are told."""
    found = analyse(dossier(LIST))
    assert (False, "Concept: deze ronde is nog niet afgesloten.") == status(Book(), [found])
    closure = Closure(on=date(2026, 10, 1), fingerprint="aaaaaaaaaaaa")
    standing = status(Book(closure=closure), [found])
    assert not standing.is_final
    assert "een nieuwere versie van het programma" in standing.sentence
    assert f"Het kenmerk was aaaaaaaaaaaa, en is nu {fingerprint_of(found)}." in standing.sentence


def test_every_list_counts() -> None:
    """Other figures in another list of the dossier make a draft of it too."""
    one = analyse(dossier(LIST))
    other = analyse(dossier(asked()))
    closure = Closure(on=date(2026, 10, 1), fingerprint=fingerprint_of(one, other))
    assert status(Book(closure=closure), [one, other]).is_final
    assert not status(Book(closure=closure), [one]).is_final
