"""One relation seen from both sides, and what may be shown of it."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import (
    ADVISEUR,
    DONT_KNOW,
    NOT_APPLICABLE,
    RAAD,
    Given,
    asked,
    dossier,
    person,
    scale,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.audit import Gate
from zelfanalyse.analysis.figures import Figure, figures
from zelfanalyse.analysis.mirror import Mirror, MirrorState, influence_distance, mirror, state
from zelfanalyse.analysis.sides import Side, SideScore, person_block, risk
from zelfanalyse.analysis.told import End, Status
from zelfanalyse.dossier.ledger import Register
from zelfanalyse.questionnaire.questions import MirrorStatement, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.response.model import Response

    Block: TypeAlias = Literal["underdog", "verwijt", "invloed"]
    Person: TypeAlias = "tuple[Size | None, Sequence[Given]]"

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "calimero.json").read_text("utf-8")
)["calimero_vectors"]
SMALLER, LARGER, OBSERVER = Side.SMALLER, Side.LARGER, Side.OBSERVER
BLOCKS: tuple[Block, ...] = ("underdog", "verwijt", "invloed")
EMPTY = SideScore(None, None, Status.EMPTY)
SMALL = SideScore(None, None, Status.SMALL)
WITHHELD = SideScore(None, None, Status.WITHHELD)


def shown(value: Fraction, n: int, end: End | None = None) -> SideScore:
    """Return a score of people who all gave a number; a bound when it names an end."""
    status = Status.SHOWN if end is None else Status.BOUNDED
    return SideScore(value, n, status, dont_know=0, not_applicable=0, end=end)


ANSWERS: st.SearchStrategy[Given] = st.one_of(
    st.integers(1, 5), st.sampled_from([DONT_KNOW, NOT_APPLICABLE]), st.none()
)
PEOPLE = st.lists(
    st.tuples(st.sampled_from([*Size, None]), st.lists(ANSWERS, min_size=3, max_size=3)),
    max_size=14,
)


def _mirrored(opened: Dossier) -> Mirror | None:
    """Return the mirror of a dossier of which nothing was published before."""
    return mirror(opened, Gate(opened.register, opened.settings.method.minimum_group))


def statement(
    name: str = "punt", block: Block = "underdog", *, plain: bool = False
) -> MirrorStatement:
    """Return a mirror statement; agreeing is the risk, unless it is plain."""
    return MirrorStatement(
        id=name, block=block, reversed=not plain, smaller="A.", larger="B.", observer="C."
    )


def pair(block: Block, *, plain: bool = False) -> list[MirrorStatement]:
    """Return two statements of one block, so that a person's mean can lie between two points."""
    return [statement(f"{block}-{number}", block, plain=plain) for number in (1, 2)]


def three() -> list[MirrorStatement]:
    """Return the three statements of one block."""
    return [statement(f"punt-{number}") for number in (1, 2, 3)]


def seen(  # noqa: PLR0913 - one argument per thing that a mirror depends on
    statements: Sequence[MirrorStatement],
    people: Iterable[Person],
    *,
    k: int = 5,
    known: Iterable[Person] = (),
    points: int = 5,
    gate: Gate | None = None,
) -> Mirror:
    """Return the mirror of these people, each with a size and an answer to every statement.

    The known ones are on the record.
    """
    questionnaire = asked(points=scale(points)).model_copy(
        update={"mirror_statements": tuple(statements)}
    )
    groups: list[tuple[Perspective, Person]] = [(RAAD, item) for item in people]
    groups += [(ADVISEUR, item) for item in known]
    responses: list[Response] = []
    for number, (group, (size, answers)) in enumerate(groups):
        named = zip((item.id for item in statements), answers, strict=True)
        given_answers = {name: answer for name, answer in named if answer is not None}
        responses.append(
            person(number, group.id, questionnaire).model_copy(
                update={"size": size, "mirror_statements": given_answers}
            )
        )
    opened = dossier(questionnaire, responses, (RAAD, ADVISEUR), k)
    found = mirror(opened, gate or Gate(opened.register, k))
    assert found is not None
    return found


def crowd(size: Size | None, *answers: Given, people: int = 5) -> list[Person]:
    """Return so many people of one size who answer the same."""
    return [(size, answers)] * people


# --- Reference figures ---


def halves(mean: float) -> list[int]:
    """Return two answers with this mean."""
    return [int(mean), int(2 * mean) - int(mean)]


def people_of(case: dict[str, Any], *, plain: bool) -> list[Person]:
    """Return five people a side, with the block means of a reference case."""
    sides = {Size.SMALLER: ("U", "hS", "mS"), Size.LARGER: ("hL", "D", "mL")}
    return [
        (
            size,
            [6 - point if plain else point for mean in means for point in halves(mean)],
        )
        for size, names in sides.items()
        for means in zip(*(case[name] for name in names), strict=True)
    ]


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_the_figures_agree_with_the_reference(case: dict[str, Any], *, plain: bool) -> None:
    """Every derived figure is that of the reference, from reversed and from plain statements."""
    statements = [item for block in BLOCKS for item in pair(block, plain=plain)]
    found = seen(statements, people_of(case, plain=plain))
    for name, expected in case["expected"].items():
        value = getattr(found, name.lower())
        assert isinstance(value, Fraction), name
        assert expected == pytest.approx(float(value), abs=1e-9), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("niet_herkend_underdog", MirrorState.UNSEEN_UNDERDOG),
        ("verwijtreflex", MirrorState.BLAME_REFLEX),
    ],
)
def test_the_reference_cases_have_the_state_of_their_name(name: str, expected: MirrorState) -> None:
    """The two reference cases are made to show one state each."""
    (case,) = (item for item in VECTORS["cases"] if item["name"] == name)
    statements = [item for block in BLOCKS for item in pair(block)]
    assert expected is seen(statements, people_of(case, plain=False)).state


def test_influence_is_compared_with_the_population_and_with_equal_shares() -> None:
    """Half the sum of the absolute differences, as in the reference."""
    vector = VECTORS["influence_share"]
    perceived, population = (
        [Fraction(str(share)) for share in vector[name]] for name in ("perceived", "population")
    )
    equal = [Fraction(1, len(perceived))] * len(perceived)
    assert vector["loosemore_hanby"] == pytest.approx(
        float(influence_distance(perceived, population)), abs=1e-9
    )
    assert vector["vs_equal_share"] == pytest.approx(
        float(influence_distance(perceived, equal)), abs=1e-9
    )


def test_influence_is_about_the_same_partners() -> None:
    """Three shares cannot be laid beside two."""
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        influence_distance([Fraction(1, 3)] * 3, [Fraction(1, 2)] * 2)


# --- State ---


@pytest.mark.parametrize(
    ("u", "d", "agreement", "accuracy_large", "expected"),
    [
        (".625", ".625", "0", "0", MirrorState.ACKNOWLEDGED),
        (".9", ".9", ".5", "-.5", MirrorState.ACKNOWLEDGED),
        (".625", ".624", ".125", "0", MirrorState.UNSEEN_UNDERDOG),
        (".625", ".1", "0", "-.125", MirrorState.UNSEEN_UNDERDOG),
        (".9", ".1", "-.5", "-.5", MirrorState.UNSEEN_UNDERDOG),
        (".9", ".1", ".124", "-.124", MirrorState.MIXED),
        (".9", ".1", "-.5", ".5", MirrorState.MIXED),
        (".624", ".625", "0", "0", MirrorState.BLAME_REFLEX),
        (".1", ".9", ".5", "-.5", MirrorState.BLAME_REFLEX),
        (".374", ".374", ".124", "-.5", MirrorState.BALANCED),
        (".1", ".1", "-.124", "0", MirrorState.BALANCED),
        (".1", ".1", ".125", "0", MirrorState.MIXED),
        (".1", ".1", "-.125", "0", MirrorState.MIXED),
        (".375", ".374", "0", "0", MirrorState.MIXED),
        (".374", ".375", "0", "0", MirrorState.MIXED),
        (".5", ".5", "0", "0", MirrorState.MIXED),
    ],
)
def test_the_first_state_that_fits(
    u: str, d: str, agreement: str, accuracy_large: str, expected: MirrorState
) -> None:
    """High counts from .625, low below .375, a difference from .125; the order decides."""
    figures = [Fraction(figure) for figure in (u, d, agreement, accuracy_large)]
    assert expected is state(*figures, one_sided=False)
    assert MirrorState.ONE_SIDED is state(*figures, one_sided=True)


@pytest.mark.parametrize("absent", range(4))
def test_no_state_is_made_up_for_an_absent_figure(absent: int) -> None:
    """Without one of the four figures the picture is one-sided."""
    figures = [None if place == absent else Fraction(1, 2) for place in range(4)]
    assert MirrorState.ONE_SIDED is state(*figures, one_sided=False)


# --- Sides ---


def test_a_missing_side_makes_the_picture_one_sided() -> None:
    """With nobody from the larger partner its own figures and all comparisons are absent."""
    statements = [statement(block, block) for block in BLOCKS]
    found = seen(statements, crowd(Size.SMALLER, 5, 3, 3))
    assert (LARGER,) == found.missing
    assert MirrorState.ONE_SIDED is found.state
    assert Fraction(1) == found.blocks["underdog"][SMALLER].value
    assert [None] * 7 == [
        found.u,
        found.d,
        found.level,
        found.tilt,
        found.agreement,
        found.accuracy_large,
        found.accuracy_small,
    ]
    assert EMPTY == found.blocks["verwijt"][LARGER]


def test_a_suppressed_side_makes_the_picture_one_sided() -> None:
    """Four people are too few: their side has no value and no number of people."""
    statements = [statement(block, block) for block in BLOCKS]
    found = seen(statements, crowd(Size.SMALLER, 5, 3, 3, people=4) + crowd(Size.LARGER, 1, 1, 1))
    assert (SMALLER,) == found.missing
    assert MirrorState.ONE_SIDED is found.state
    assert [SMALL] * 3 == [found.blocks[block][SMALLER] for block in BLOCKS]
    assert [SMALL] * 3 == [triple.sides[SMALLER] for triple in found.triples]


def test_one_suppressed_part_is_enough() -> None:
    """When too few of the larger side say what they think of the underdog, it is one-sided."""
    statements = [statement(block, block) for block in BLOCKS]
    larger = [*crowd(Size.LARGER, 1, 1, 1, people=4), *crowd(Size.LARGER, DONT_KNOW, 1, 1)]
    found = seen(statements, crowd(Size.SMALLER, 1, 1, 1) + larger)
    assert (LARGER,) == found.missing
    assert Fraction(0) == found.blocks["verwijt"][LARGER].value
    assert MirrorState.ONE_SIDED is found.state


def test_the_state_does_not_wait_for_the_smaller_sides_view_of_the_blame() -> None:
    """It rests on four figures, and how well the smaller side sees the blame is not among them."""
    statements = [statement(block, block) for block in BLOCKS]
    found = seen(statements, crowd(Size.SMALLER, 1, None, 1) + crowd(Size.LARGER, 1, 1, 1))
    assert () == found.missing
    assert found.accuracy_small is None
    assert MirrorState.BALANCED is found.state


def test_a_list_without_the_three_blocks_has_no_state() -> None:
    """A list that asks only about influence compares influence, and claims no more."""
    found = seen([statement("invloed", "invloed")], crowd(Size.SMALLER, 4) + crowd(Size.LARGER, 2))
    assert (Fraction(1, 2), (), None) == (found.agreement, found.missing, found.state)


def test_a_list_without_mirror_statements_has_no_mirror() -> None:
    """Nothing was asked, so there is nothing to show."""
    assert _mirrored(dossier(asked())) is None


def test_equal_and_outside_look_on_together() -> None:
    """Three equal partners and two outsiders are five observers."""
    found = seen(
        [statement()],
        crowd(Size.EQUAL, 5, people=3) + crowd(Size.OBSERVER, 1, people=2),
    )
    assert shown(Fraction(3, 5), 5) == found.blocks["underdog"][OBSERVER]


def test_who_did_not_tell_their_size_is_on_no_side() -> None:
    """An answer without a size is in no column."""
    found = seen([statement()], crowd(None, 5))
    assert dict.fromkeys(Side, EMPTY) == found.blocks["underdog"]


@pytest.mark.parametrize(
    ("people", "known", "expected"),
    [
        (0, 0, EMPTY),
        (0, 1, shown(Fraction(1), 1)),
        (4, 3, SMALL),
        (1, 8, SMALL),
        (5, 3, shown(Fraction(1), 8)),
    ],
)
def test_people_on_the_record_protect_nobody(people: int, known: int, expected: SideScore) -> None:
    """A side is shown from five others, or when all of it is on the record."""
    found = seen(
        [statement()],
        crowd(Size.LARGER, 5, people=people),
        known=crowd(Size.LARGER, 5, people=known),
    )
    assert expected == found.blocks["underdog"][LARGER]


@pytest.mark.parametrize("answer", [4, DONT_KNOW, NOT_APPLICABLE, None])
def test_whether_a_few_people_answered_is_not_told(answer: Given) -> None:
    """Four people are too few, with an answer and without."""
    found = seen([statement()], crowd(Size.SMALLER, answer, people=4))
    assert SMALL == found.blocks["underdog"][SMALLER]


def test_enough_people_without_an_answer_are_empty() -> None:
    """Five people who did not know give no answers."""
    found = seen([statement()], crowd(Size.SMALLER, DONT_KNOW))
    assert EMPTY == found.blocks["underdog"][SMALLER]


def test_each_point_is_told_by_each_side() -> None:
    """Per statement, in the order of the list, the two columns face each other.

    Where everyone of a few people says the same extreme, only a bound is told.
    """
    statements = [statement("a"), statement("b", plain=True)]
    found = seen(statements, crowd(Size.SMALLER, 5, 4) + crowd(Size.LARGER, 2, 1, people=6))
    assert statements == [triple.statement for triple in found.triples]
    assert [
        {
            SMALLER: shown(Fraction(7, 8), 5, End.HIGH),
            LARGER: shown(Fraction(1, 4), 6),
            OBSERVER: EMPTY,
        },
        {
            SMALLER: shown(Fraction(1, 4), 5),
            LARGER: shown(Fraction(7, 8), 6, End.HIGH),
            OBSERVER: EMPTY,
        },
    ] == [triple.sides for triple in found.triples]


def test_one_open_answer_cannot_be_subtracted() -> None:
    """Who skipped one point would be found by laying the block beside its points."""
    skipped: list[Person] = [(Size.SMALLER, [5, 1, None])]
    found = seen(three(), crowd(Size.SMALLER, 2, 3, 4) + skipped)
    block = found.blocks["underdog"][SMALLER]
    points = [triple.sides[SMALLER] for triple in found.triples]
    assert (Status.SHOWN, 6) == (block.status, block.n)
    assert [Status.SHOWN, Status.SHOWN] == [point.status for point in points[:2]]
    assert WITHHELD == points[2]


def test_complete_answers_are_all_shown() -> None:
    """When everyone answered every point, nothing is withheld."""
    found = seen(three(), crowd(Size.SMALLER, 2, 3, 4))
    assert [5, 5, 5] == [triple.sides[SMALLER].n for triple in found.triples]


# --- Risk ---


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("points", range(2, 11))
def test_every_scale_gives_the_same_risk(points: int, first: int) -> None:
    """The ends of a scale of 2 to 10 points are no risk and all risk, the steps equal."""
    on = scale(points, first)
    expected = [Fraction(step, points - 1) for step in range(points)]
    assert expected == [risk(statement(), answer, on) for answer in on.values]


@given(st.integers(2, 10), st.sampled_from([0, 1]), st.data())
def test_a_plain_statement_is_the_mirror_of_a_reversed_one(
    points: int, first: int, data: st.DataObject
) -> None:
    """Agreeing with the one is the risk, disagreeing with the other is."""
    on = scale(points, first)
    answer = data.draw(st.sampled_from(on.values))
    turned, plain = statement(), statement(plain=True)
    assert 1 - risk(turned, answer, on) == risk(plain, answer, on)
    assert risk(turned, on.mirrored(answer), on) == risk(plain, answer, on)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([5, 1, 3], Fraction(1, 2)),
        ([5, 1, None], Fraction(1, 2)),
        ([5, 3, DONT_KNOW], Fraction(3, 4)),
        ([5, None, None], None),
        ([5, DONT_KNOW, DONT_KNOW], None),
        ([5, NOT_APPLICABLE, None], Fraction(1)),
        ([5, NOT_APPLICABLE, NOT_APPLICABLE], Fraction(1)),
        ([NOT_APPLICABLE] * 3, None),
        ([DONT_KNOW] * 3, None),
        ([None] * 3, None),
    ],
)
def test_a_person_has_a_block_from_half_of_what_applies(
    answers: Sequence[Given], expected: Fraction | None
) -> None:
    """'N.v.t.' makes a statement not applicable; don't-know and open do not."""
    statements = three()
    given_answers = {
        item.id: answer
        for item, answer in zip(statements, answers, strict=True)
        if answer is not None
    }
    response = person(1, "raad", asked()).model_copy(update={"mirror_statements": given_answers})
    assert expected == person_block(statements, response, scale())


# --- Properties ---


@given(PEOPLE, st.data())
def test_the_order_of_the_people_does_not_matter(people: list[Person], data: st.DataObject) -> None:
    """Whoever hands in first, the mirror is the same."""
    statements = [statement(block, block) for block in BLOCKS]
    shuffled = data.draw(st.permutations(people))
    assert seen(statements, people, k=3) == seen(statements, shuffled, k=3)


@given(PEOPLE, st.sampled_from(Size))
def test_a_dont_know_moves_no_mean(people: list[Person], size: Size) -> None:
    """Someone more who knows nothing leaves every value and every figure as it was."""
    statements = three()
    before = seen(statements, people, k=3)
    after = seen(statements, people + crowd(size, *[DONT_KNOW] * 3, people=1), k=3)
    assert [score.value for triple in before.triples for score in triple.sides.values()] == [
        score.value for triple in after.triples for score in triple.sides.values()
    ]
    assert [score.value for score in before.blocks["underdog"].values()] == [
        score.value for score in after.blocks["underdog"].values()
    ]


@given(PEOPLE)
def test_what_is_not_shown_has_nothing(people: list[Person]) -> None:
    """A value and its n come together, of at least k people, and lie between 0 and 1."""
    found = seen(three(), people, k=3)
    scores = [*found.blocks["underdog"].values()]
    scores += [score for triple in found.triples for score in triple.sides.values()]
    for score in scores:
        if score.status in {Status.SHOWN, Status.BOUNDED}:
            assert score.value is not None
            assert 0 <= score.value <= 1
            assert score.n is not None
            assert score.n >= 3
        else:
            assert (None, None) == (score.value, score.n)


# --- In the export ---


def rows(found: Mirror) -> dict[tuple[str, ...], Figure]:
    """Return the rows of the mirror by figure, level, thing and side."""
    result = analyse(dossier(asked(), (), (RAAD, ADVISEUR)))
    exported = figures(replace(result, mirror=found))
    levels = {"spiegel", "blok", "punt"}
    return {
        (row.maat, row.niveau, row.id, row.perspectief): row
        for row in exported
        if row.niveau in levels
    }


def test_blocks_and_points_are_in_the_export() -> None:
    """By side, with the number of people and why something is absent."""
    found = seen(
        pair("underdog"),
        [*crowd(Size.SMALLER, 4, 3, people=6), *crowd(Size.LARGER, 2, 2, people=3)],
    )
    exported = rows(found)
    block = exported["risico", "blok", "underdog", "kleiner"]
    assert (0.625, 6, "getoond") == (block.waarde, block.n, block.status)
    point = exported["risico", "punt", "underdog-1", "kleiner"]
    assert (0.75, 6, "getoond") == (point.waarde, point.n, point.status)
    small = exported["risico", "blok", "underdog", "groter"]
    assert (None, None, "te weinig antwoorden") == (small.waarde, small.n, small.status)


def test_an_absent_figure_has_the_reason_of_its_missing_part() -> None:
    """Nobody there, too few, or no such block."""
    found = rows(seen(pair("underdog"), crowd(Size.SMALLER, 4, 3)))
    reasons = {
        figure: row.status for (figure, level, _, _), row in found.items() if level == "spiegel"
    }
    assert "getoond" == reasons["u"]
    assert "niet te bepalen" == reasons["d"]
    assert "geen antwoorden" == reasons["nauwkeurigheid_groot"]


def test_a_block_of_one_point_is_printed_as_carefully_as_the_point() -> None:
    """Five people who all say the worst: a bound, in the block too."""
    found = seen([statement("punt")], crowd(Size.SMALLER, 5))
    assert Status.SHOWN is found.blocks["underdog"][SMALLER].status
    assert Status.BOUNDED is found.printed("underdog")[SMALLER].status
    exported = rows(found)
    assert "begrensd" == exported["risico", "blok", "underdog", "kleiner"].status


def test_a_comparison_does_not_undo_a_bound() -> None:
    """Everyone smaller says the worst of one point: no figure that rests on it, and a state."""
    statements = [statement(block, block) for block in BLOCKS]
    smaller, larger = crowd(Size.SMALLER, 5, 3, 5), crowd(Size.LARGER, 2, 3, 2)
    found = seen(statements, smaller + larger)
    bounded = ["u", "level", "tilt", "agreement", "accuracy_large"]
    assert [None] * 5 == [getattr(found, name) for name in bounded]
    assert {Status.BOUNDED} == {found.status(name) for name in bounded}
    assert (Fraction(1, 2), Fraction(0)) == (found.d, found.accuracy_small)
    assert MirrorState.UNSEEN_UNDERDOG is found.state
    exported = rows(found)
    agreement = exported["overeenstemming", "spiegel", "lijst", ""]
    assert (None, "begrensd") == (agreement.waarde, agreement.status)


def test_people_on_the_record_do_not_lift_a_bound_in_the_mirror() -> None:
    """Nine who say the worst and a known one are ten, and still tell what all nine said."""
    known = crowd(Size.SMALLER, 5, people=1)
    found = seen([statement()], crowd(Size.SMALLER, 5, people=9), known=known)
    assert shown(Fraction(7, 8), 10, End.HIGH) == found.triples[0].sides[SMALLER]


def test_a_bound_in_the_mirror_knows_its_end_on_two_points() -> None:
    """Half a step from either end is the middle."""
    for answer, end in ((2, End.HIGH), (1, End.LOW)):
        found = seen([statement()], crowd(Size.SMALLER, answer), points=2)
        assert shown(Fraction(1, 2), 5, end) == found.triples[0].sides[SMALLER]


def test_counts_are_in_the_export() -> None:
    """Don't-knows and n.v.t. of a side stand beside its risk, by block and by point."""
    unsure = [*crowd(Size.SMALLER, DONT_KNOW, 3, people=1), *crowd(Size.SMALLER, 2, NOT_APPLICABLE)]
    found = seen(pair("underdog"), [*crowd(Size.SMALLER, 4, 3, people=6), *unsure])
    exported = rows(found)
    counts = [
        (row.n, row.weet_niet, row.nvt)
        for row in (
            exported["risico", "blok", "underdog", "kleiner"],
            exported["risico", "punt", "underdog-1", "kleiner"],
        )
    ]
    assert [(12, 1, 5), (11, 1, 0)] == counts


def test_one_late_dont_know_is_not_counted() -> None:
    """Who comes after a report and knows nothing of a block moves no mean, and is in no count."""
    before, after = (
        seen_by(Gate(Register(), 5), crowd(Size.SMALLER, 4, 3), late)
        for late in ([], crowd(Size.SMALLER, DONT_KNOW, DONT_KNOW, people=1))
    )
    assert (0, 0) == (before.dont_know, before.not_applicable)
    assert before.value == after.value
    assert (None, None) == (after.dont_know, after.not_applicable)


def seen_by(gate: Gate, early: list[Person], late: list[Person]) -> SideScore:
    """Return the block of the smaller side in a report after one without the late people."""
    found = [
        seen(pair("underdog"), people, gate=gate).blocks["underdog"][SMALLER]
        for people in (early, early + late)
    ]
    return found[1]
