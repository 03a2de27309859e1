"""Whether a report is final."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

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
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.standing import status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.result import Result

LIST = asked(factor("vertrouwen", 3, reverse=[2]), factor("gesprek", 2))
ANSWERS = (1, 2, 3, 4, 5, DONT_KNOW, NOT_APPLICABLE, None)


def closed(results: Sequence[Result], fingerprint: str, then: str = "", now: str = "5b") -> Case:
    """Return a case closed with these figures, and on what was given then; none of before that."""
    closure = Closure(on=date(2026, 10, 1), fingerprint=fingerprint, given=then)
    return Case(results[0].settings, tuple(results), Book(closure=closure), given=now)


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
    assert status(closed([analyse(reported(opened, shown))], fingerprint_of(shown))).is_final


def test_a_report_says_why_it_is_a_draft() -> None:
    """Not closed yet, or closed with other figures: both are told."""
    found = analyse(dossier(LIST))
    never = status(Case(found.settings, (found,)))
    assert (False, "Concept: deze ronde is nog niet afgesloten.") == never
    standing = status(closed([found], "aaaaaaaaaaaa"))
    assert not standing.is_final
    assert "een nieuwere versie van het programma" in standing.sentence
    assert f"Het kenmerk was aaaaaaaaaaaa, en is nu {fingerprint_of(found)}." in standing.sentence


def test_every_list_counts() -> None:
    """Other figures in another list of the dossier make a draft of it too."""
    one = analyse(dossier(LIST))
    other = analyse(dossier(asked()))
    assert status(closed([one, other], fingerprint_of(one, other))).is_final
    assert not status(closed([one], fingerprint_of(one, other))).is_final


def test_other_figures_of_the_same_answers_are_final() -> None:
    """A newer version of the program may add rows: that is said, and the round stays closed."""
    found = analyse(dossier(LIST))
    standing = status(closed([found], "aaaaaaaaaaaa", then="5a", now="5a"))
    assert standing.is_final
    assert "een andere versie van het programma" in standing.sentence
    assert f"Het kenmerk was aaaaaaaaaaaa, en is nu {fingerprint_of(found)}." in standing.sentence
    same = status(closed([found], fingerprint_of(found), then="5a", now="5a"))
    assert (True, "Definitief: deze ronde is afgesloten op 1 oktober 2026.") == same


def test_other_answers_make_a_draft_whatever_the_figures_are() -> None:
    """An answer may have changed that no figure tells of."""
    found = analyse(dossier(LIST))
    standing = status(closed([found], fingerprint_of(found), then="5a", now="5b"))
    assert not standing.is_final
    assert "antwoorden, groepen, drempels of lijsten veranderd" in standing.sentence
