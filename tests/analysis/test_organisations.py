"""Which factors several dossiers share, and how far views differ."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tests.analysis.test_rounds import LIST, result, with_statement
from tests.dossier.builders import RAAD, answered, asked, factor, scale
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.organisations import beside
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from zelfanalyse.analysis.organisations import Beside


def titles(found: Beside) -> list[str]:
    """Return the factors that are shared, in order."""
    return [item.factor.title for item in found.shared]


def test_a_shared_factor_has_the_figures_of_each_in_the_order_given() -> None:
    """They are the results' own, and no order of theirs."""
    cases = [[result(2, 3)], [result(5, 2)], [result(4, 4)]]
    found = beside(cases).shared[0]
    assert [case[0].factors[0] for case in cases] == list(found.items)


def test_the_largest_spread_comes_first() -> None:
    """Of self or of external; equals keep the order of the list, governance after relations."""
    one = analyse(answered({RAAD: [4] * 6}, LIST))
    found = beside([[result(4, 2)], [result(3, 5)], [one]])
    assert ["Vertrouwen", "Gesprek"] == titles(found)
    assert [1, 3] == [found.shared[0].spread(source) for source in Source]
    assert Fraction(3) == found.shared[0].largest


def test_of_one_figure_there_is_no_spread() -> None:
    """What is hidden is in no comparison."""
    small = analyse(answered({RAAD: [1] * 3}, LIST))
    found = beside([[result(4, 2)], [small]]).shared[0]
    assert [None, None] == [found.spread(source) for source in Source]
    assert [4, None] == found.printed(Source.SELF)
    assert 0 == found.largest


def test_only_the_same_words_are_shared() -> None:
    """A factor with another statement, and one that not everyone has, are named."""
    newer = with_statement(LIST, "vertrouwen-2", text="Iets anders.")
    found = beside([[result(4, 2)], [result(4, 2, newer)]])
    assert (["Gesprek"], ("Vertrouwen",)) == (titles(found), found.other_words)
    found = beside([[result(4, 2)], [result(4, 2, asked(factor("gesprek", 2), factor("regie")))]])
    assert (["Gesprek"], ("Vertrouwen", "Regie")) == (titles(found), found.not_everywhere)


def test_lists_that_differ_are_named() -> None:
    """Another scale, or a list that not everyone has."""
    other = LIST.model_copy(update={"scale": scale(4)})
    found = beside([[result(4, 2)], [result(4, 2, other)]])
    assert ([], ("Een korte lijst",)) == (titles(found), found.other_scale)
    more = LIST.model_copy(update={"id": "meer", "title": "Een tweede"})
    found = beside([[result(4, 2)], [result(4, 2), result(4, 2, more)]])
    assert ("Een tweede",) == found.lists_not_everywhere
    assert 2 == len(found.shared)
