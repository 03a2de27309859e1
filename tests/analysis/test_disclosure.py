"""Which groups and totals may be shown."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zelfanalyse.analysis.disclosure import Shown, suppress

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "suppression.json").read_text("utf-8")
)["suppression"]

GROUPS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=1)
KNOWN = st.sets(st.sampled_from("abcdef"), max_size=3)
MINIMUM = st.integers(3, 8)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: str(case["name"]))
def test_suppression_agrees_with_the_reference(case: dict[str, Any]) -> None:
    """The shown groups and the total are those of the published and own examples."""
    expected = Shown(frozenset(case["expected"]["shown"]), case["expected"]["total_shown"])
    assert expected == suppress(case["groups"], case["attributed"], case["k"])


@given(GROUPS, KNOWN, MINIMUM)
def test_no_subtraction_leaves_a_small_group(
    sizes: dict[str, int], known: set[str], k: int
) -> None:
    """Total minus any of the shown groups is about nobody unknown, or about at least k of them."""
    shown = suppress(sizes, known, k)
    everyone = sum(size for name, size in sizes.items() if name not in known)
    published = [sizes[name] for name in shown.groups - known]
    if shown.total:
        left = {
            everyone - sum(taken)
            for count in range(len(published) + 1)
            for taken in combinations(published, count)
        }
        assert set() == left & set(range(1, k))


@given(GROUPS, KNOWN, MINIMUM)
def test_a_shown_group_of_unknown_people_is_large_enough(
    sizes: dict[str, int], known: set[str], k: int
) -> None:
    """No figure is about fewer than k people, unless they answer on the record."""
    shown = suppress(sizes, known, k)
    assert [] == [name for name in shown.groups - known if sizes[name] < k]


@given(GROUPS, KNOWN, MINIMUM)
def test_people_on_the_record_are_always_shown(
    sizes: dict[str, int], known: set[str], k: int
) -> None:
    """A group that answers on the record is shown as soon as it has one answer."""
    expected = {name for name, size in sizes.items() if name in known and size > 0}
    assert expected == suppress(sizes, known, k).groups & known


@given(GROUPS, KNOWN, MINIMUM)
def test_nothing_is_hidden_without_need(sizes: dict[str, int], known: set[str], k: int) -> None:
    """When no unknown group is small, everything is shown."""
    large = {name: size + k if size else 0 for name, size in sizes.items()}
    filled = frozenset(name for name, size in large.items() if size)
    assert Shown(filled, total=bool(filled)) == suppress(large, known, k)


@given(GROUPS, KNOWN, MINIMUM)
def test_the_order_of_the_groups_does_not_matter(
    sizes: dict[str, int], known: set[str], k: int
) -> None:
    """The outcome depends on names and sizes alone."""
    assert suppress(sizes, known, k) == suppress(dict(reversed(sizes.items())), known, k)


def test_of_equal_groups_the_first_by_name_is_hidden() -> None:
    """Eight groups of six and one of two: the choice among the eight is always the same."""
    sizes = {**dict.fromkeys("hgfedcba", 6), "z": 2}
    assert Shown(frozenset("bcdefgh"), total=True) == suppress(sizes, (), 5)


def test_without_answers_nothing_is_shown() -> None:
    """Nobody answered: no group and no total."""
    assert Shown(frozenset(), total=False) == suppress({"raad": 0, "adviseur": 0}, {"adviseur"}, 5)
