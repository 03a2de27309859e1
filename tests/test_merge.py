"""Which responses a dossier takes, and why not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import MOMENT, asked, code, dossier, person
from zelfanalyse.errors import Finding
from zelfanalyse.merge import Fate, Incoming, Merge, merge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.response.model import Response

LIST = asked()
EARLY, LATE = (
    person(1, "raad", LIST, {"vertrouwen-1": 2}, minutes=10),
    person(1, "raad", LIST, {"vertrouwen-1": 5}, minutes=20),
)


def offered(*responses: Response) -> list[Incoming]:
    """Return the responses as files called ``0``, ``1`` and so on."""
    return [Incoming(Path(str(number)), response) for number, response in enumerate(responses)]


def fates(merged: Merge) -> list[Fate]:
    """Return what happened to each file, in order."""
    return [outcome.fate for outcome in merged.outcomes]


def test_a_response_for_this_dossier_is_accepted() -> None:
    """Handed in, for this dossier and round, of a known perspective: taken without a reason."""
    merged = merge(dossier(LIST), offered(EARLY))
    assert {code(1): EARLY} == merged.accepted
    (outcome,) = merged.outcomes
    assert (Fate.ACCEPTED, "", code(1), "raad") == (
        outcome.fate,
        outcome.reason,
        outcome.respondent,
        outcome.perspective,
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"dossier": "ander"}, "'ander'"),
        ({"dossier": None}, "los ingevuld"),
        ({"round": "2020"}, "'2020'"),
        ({"handed_in": None}, "concept"),
        ({"perspective": "pers"}, "'pers'"),
        ({"made_up": True}, "verzonnen"),
    ],
)
def test_a_response_for_something_else_is_refused(change: dict[str, Any], reason: str) -> None:
    """Another dossier or round, a draft, an unknown group, a made-up one: refused, with why."""
    merged = merge(dossier(LIST), offered(EARLY.model_copy(update=change)))
    assert {} == merged.accepted
    assert [Fate.REFUSED] == fates(merged)
    assert reason in merged.outcomes[0].reason


def test_real_answers_do_not_enter_an_example() -> None:
    """A made-up dossier takes made-up answers only."""
    real = dossier(LIST)
    settings = real.settings.model_copy(update={"made_up": True})
    example = type(real)(real.folder, settings, LIST, ())
    made_up = LATE.model_copy(update={"made_up": True})
    assert [Fate.REFUSED] == fates(merge(example, offered(EARLY)))
    assert [Fate.ACCEPTED] == fates(merge(example, offered(made_up)))


def test_a_file_that_could_not_be_read_is_refused_with_its_findings() -> None:
    """The first reason is given with its line, and all of them are kept."""
    path = Path("stuk.antwoord.toml")
    findings = [Finding(path, 3, "dit klopt niet."), Finding(path, 9, "dit ook niet.")]
    (outcome,) = merge(dossier(LIST), [Incoming(path, None, findings)]).outcomes
    assert Fate.REFUSED is outcome.fate
    assert "regel 3: dit klopt niet." in outcome.reason
    assert findings == list(outcome.findings)


@pytest.mark.parametrize("order", [(EARLY, LATE), (LATE, EARLY)])
def test_of_two_files_of_one_person_the_last_handed_in_stays(order: Sequence[Response]) -> None:
    """Whatever the order, the later one is taken, and the earlier one names it."""
    merged = merge(dossier(LIST), offered(*order))
    assert {code(1): LATE} == merged.accepted
    late = str(list(order).index(LATE))
    earlier = merged.outcomes[list(order).index(EARLY)]
    assert Fate.REPLACED is earlier.fate
    assert late in earlier.reason


def test_a_later_file_replaces_the_response_in_the_dossier() -> None:
    """The replaced one is named: the response in the dossier, with its moment."""
    merged = merge(dossier(LIST, [EARLY]), offered(LATE))
    assert {code(1): LATE} == merged.accepted
    assert [Fate.REPLACES] == fates(merged)
    expected = "vervangt het antwoord van 07-09-2026 09:10 in het dossier."
    assert expected == merged.outcomes[0].reason


def test_an_older_file_stays_out() -> None:
    """What is in the dossier is newer, so nothing is taken, and the file is told why."""
    merged = merge(dossier(LIST, [LATE]), offered(EARLY))
    assert {} == merged.accepted
    assert [Fate.REPLACED] == fates(merged)
    expected = "het antwoord in het dossier is later ingeleverd en blijft staan."
    assert expected == merged.outcomes[0].reason


def test_the_same_answers_twice_are_one() -> None:
    """A second copy changes nothing and is no error."""
    merged = merge(dossier(LIST), offered(EARLY, EARLY))
    assert {code(1): EARLY} == merged.accepted
    assert [Fate.ACCEPTED, Fate.KNOWN] == fates(merged)


def test_what_the_dossier_has_is_not_taken_again() -> None:
    """Merging a file for the second time takes nothing."""
    merged = merge(dossier(LIST, [EARLY]), offered(EARLY))
    assert ({}, [Fate.KNOWN]) == (merged.accepted, fates(merged))


def test_two_different_files_of_one_moment_are_a_clash() -> None:
    """The program does not choose between two that were handed in at once."""
    other = LATE.model_copy(update={"handed_in": EARLY.handed_in})
    merged = merge(dossier(LIST, [EARLY]), offered(other))
    assert ({}, [Fate.REFUSED]) == (merged.accepted, fates(merged))


def test_a_clash_has_no_winner_by_order() -> None:
    """Of two different files of one moment, the order of reading does not decide."""
    other = LATE.model_copy(update={"handed_in": EARLY.handed_in})
    one, two = (merge(dossier(LIST), offered(*order)) for order in ((EARLY, other), (other, EARLY)))
    assert one.accepted == two.accepted
    assert [Fate.REFUSED] * 2 == fates(one)
    assert all(name in one.outcomes[0].reason for name in "01")


@pytest.mark.parametrize("field", ["perspective", "round"])
def test_a_reason_does_not_say_none(field: str) -> None:
    """What is absent in a file is told in Dutch."""
    (outcome,) = merge(dossier(LIST), offered(EARLY.model_copy(update={field: None}))).outcomes
    assert Fate.REFUSED is outcome.fate
    assert "None" not in outcome.reason


PEOPLE = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from(["raad", "partners", "onbekend"])),
    min_size=1,
    max_size=10,
)


@given(PEOPLE, st.data())
def test_the_order_of_the_files_does_not_matter(
    people: list[tuple[int, str]], data: st.DataObject
) -> None:
    """The same responses are accepted in whatever order the files are given."""
    responses = [
        person(number, group, LIST, {"vertrouwen-1": minutes % 5 + 1}, minutes=minutes)
        for minutes, (number, group) in enumerate(people)
    ]
    before = data.draw(st.integers(0, len(responses)))
    known = {
        response.respondent: response
        for response in responses[:before]
        if response.perspective != "onbekend"
    }
    opened = dossier(LIST, known.values())
    shuffled = data.draw(st.permutations(responses))
    one, other = merge(opened, offered(*responses)), merge(opened, offered(*shuffled))
    assert one.accepted == other.accepted
    assert len(responses) == len(other.outcomes)
    expected = {
        response.respondent: response
        for response in responses
        if response.perspective != "onbekend"
    }
    assert expected == known | dict(other.accepted)


@given(st.permutations(range(6)))
def test_of_many_files_of_one_person_only_the_last_is_taken(order: list[int]) -> None:
    """Six versions give one accepted, five that are replaced, in any order."""
    versions = [
        EARLY.model_copy(update={"handed_in": MOMENT + timedelta(minutes=minutes)})
        for minutes in order
    ]
    merged = merge(dossier(LIST), offered(*versions))
    (taken,) = merged.accepted.values()
    assert MOMENT + timedelta(minutes=5) == taken.handed_in
    assert 5 == fates(merged).count(Fate.REPLACED)
