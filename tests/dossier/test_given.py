"""What the figures of a round rest on: what makes it another, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    MOMENT,
    PARTNERS,
    RAAD,
    STAF,
    asked,
    dossier,
    factor,
    person,
    pinned,
)
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.given import given
from zelfanalyse.dossier.ledger import Noted, Register
from zelfanalyse.dossier.model import Method, Source
from zelfanalyse.dossier.steps import Closed, Step, Steps
from zelfanalyse.questionnaire.library import read_questionnaire
from zelfanalyse.questionnaire.model import Display

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.response.model import Response

LIST = asked(factor("vertrouwen", 2))
OTHER = asked(factor("gesprek")).model_copy(update={"id": "ander"})
SAID = {"vertrouwen-1": 4, "vertrouwen-2": 2}
DAY = date(2026, 10, 1)


def opened() -> Dossier:
    """Return a dossier with two lists and two people."""
    people = [person(1, RAAD.id, LIST, SAID), person(2, PARTNERS.id, LIST, SAID)]
    one = dossier(LIST, people, (RAAD, PARTNERS))
    other = dossier(OTHER, [person(3, RAAD.id, OTHER, {"gesprek-1": 5})], (RAAD, PARTNERS))
    return replace(one, parts=(other,))


def said_otherwise(**changes: object) -> Callable[[Dossier], Dossier]:
    """Return what changes the response of the first person."""

    def change(found: Dossier) -> Dossier:
        first, *rest = found.responses
        return replace(found, responses=(first.model_copy(update=changes), *rest))

    return change


def set_otherwise(**changes: object) -> Callable[[Dossier], Dossier]:
    """Return what changes the settings."""
    return lambda found: replace(found, settings=found.settings.model_copy(update=changes))


def with_responses(
    change: Callable[[tuple[Response, ...]], tuple[Response, ...]],
) -> Callable[[Dossier], Dossier]:
    """Return what changes which responses there are."""
    return lambda found: replace(found, responses=change(found.responses))


def in_the_other_list(change: Callable[[Dossier], Dossier]) -> Callable[[Dossier], Dossier]:
    """Return what changes the other list of the dossier."""
    return lambda found: replace(found, parts=tuple(map(change, found.parts)))


@pytest.mark.parametrize(
    "change",
    [
        with_responses(lambda found: found[::-1]),
        said_otherwise(handed_in=MOMENT + timedelta(days=1), started=MOMENT, place="vertrouwen-2"),
        said_otherwise(statements=dict(reversed(SAID.items()))),
        set_otherwise(name="Een andere naam", occasion="Iets anders", round="2027"),
        set_otherwise(
            perspectives=(
                RAAD.model_copy(update={"title": "De raad", "invited": 30}),
                PARTNERS.model_copy(update={"lists": ("ander", "lijst")}),
            )
        ),
        lambda found: replace(
            found,
            register=Register(rows={"x": ({},)}, perspectives={"raad": Noted("zelf", False)}),  # noqa: FBT003 - as it is noted
        ),
        lambda found: replace(
            found,
            book=Book(
                steps=Steps(
                    day=DAY, closed=Closed(own=DAY), steps=(Step(id="a", title="A", due_on=DAY),)
                )
            ),
        ),
        lambda found: replace(
            found,
            questionnaire=LIST.model_copy(update={"version": "1.0.1", "status": "vastgesteld"}),
        ),
    ],
    ids=[
        "order of files",
        "when it was handed in",
        "order of answers",
        "texts of the dossier",
        "texts of the groups, and how many were invited",
        "ledger",
        "planning",
        "what a list does not ask",
    ],
)
def test_what_decides_no_figure_does_not_count(change: Callable[[Dossier], Dossier]) -> None:
    """A closed round stays closed when people mend these."""
    assert given(opened()) == given(change(opened()))


@pytest.mark.parametrize(
    "change",
    [
        with_responses(lambda found: found[1:]),
        with_responses(lambda found: (*found, person(9, RAAD.id, LIST, SAID))),
        said_otherwise(statements={**SAID, "vertrouwen-2": 3}),
        said_otherwise(statements={"vertrouwen-1": 4}),
        said_otherwise(comments={"vertrouwen-1": "Wij bellen."}),
        said_otherwise(people=4),
        said_otherwise(perspective=PARTNERS.id),
        set_otherwise(method=Method(minimum_group=6)),
        set_otherwise(method=Method(strong=80)),
        set_otherwise(perspectives=(RAAD, PARTNERS, STAF)),
        set_otherwise(perspectives=(RAAD, PARTNERS.model_copy(update={"source": Source.SELF}))),
        set_otherwise(perspectives=(RAAD, PARTNERS.model_copy(update={"form": "kort"}))),
        set_otherwise(perspectives=(RAAD, PARTNERS.model_copy(update={"on_record": True}))),
        set_otherwise(perspectives=(RAAD, PARTNERS.model_copy(update={"lists": ("ander",)}))),
        in_the_other_list(with_responses(lambda _: ())),
        lambda found: replace(found, parts=()),
        lambda found: replace(found, questionnaire=asked(factor("vertrouwen", 2, reverse=[2]))),
        lambda found: replace(
            found, questionnaire=LIST.model_copy(update={"display": Display.PHASES})
        ),
    ],
    ids=[
        "an answer less",
        "an answer more",
        "another answer",
        "an answer taken away",
        "a comment",
        "how many people one response is of",
        "whose answer it is",
        "minimum group",
        "threshold",
        "group",
        "side of a group",
        "form of a group",
        "group on the record",
        "lists of a group",
        "answer to another list",
        "a list less",
        "another list",
        "how the figures of a list are read",
    ],
)
def test_what_decides_figures_counts(change: Callable[[Dossier], Dossier]) -> None:
    """Each of these makes a draft of a closed round."""
    assert given(opened()) != given(change(opened()))


def test_a_later_version_gives_the_same() -> None:
    """It stands in files that were closed before: what is added later must not change it."""
    assert "ea157f51a87c7fca" == given(opened())


def test_a_threshold_that_is_written_out_is_the_same_threshold(tmp_path: Path) -> None:
    """Its default said in the file, and a list read from a file, are no change."""
    read = read_questionnaire(pinned(LIST).text, tmp_path / "lijst.toml")
    written = Method.model_validate({"sterk_vanaf": 75, "minimum_groep": 5}, by_alias=True)
    found = replace(opened(), questionnaire=read)
    settings = found.settings.model_copy(update={"method": written})
    assert given(opened()) == given(replace(found, settings=settings))
