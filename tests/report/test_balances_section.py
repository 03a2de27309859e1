"""How the answers on a balance lie, as the report tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.analysis.test_balances import TEN, opened, placed
from tests.dossier.builders import COLLEGE, DIRECTIE, INWONERS, PARTNERS, RAAD, asked, reported
from tests.dossier.builders import dossier as dossier_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Kind
from zelfanalyse.questionnaire.questions import Balance
from zelfanalyse.report.document import BalanceLine, Bullets, DistributionChart, Paragraph
from zelfanalyse.report.methodology import WITHHELD, methodology
from zelfanalyse.report.other_questions import balances
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.report.document import Block

TALK = Paragraph(
    "Praat hierover met elkaar. Waar liggen de antwoorden uit elkaar, en hoe komt dat?"
)


def charts(blocks: list[Block]) -> list[DistributionChart]:
    """Return the distributions."""
    return [block for block in blocks if isinstance(block, DistributionChart)]


def shown(result: Result) -> list[tuple[str, tuple[int, ...]]]:
    """Return the rows of the one distribution."""
    (chart,) = charts(list(balances(result)))
    return list(chart.rows)


def test_how_the_answers_lie_stands_under_the_line() -> None:
    """Both sides, now and wanted, with both poles; and the question to talk about it."""
    blocks = list(balances(analyse(opened({RAAD: TEN, PARTNERS: [1] * 8 + [2] * 4}))))
    (chart,) = charts(blocks)
    assert ("1: geduld", "2", "3", "4", "5: lef") == chart.labels
    assert (
        ("Zelf, nu", (1, 2, 4, 2, 1)),
        ("Zelf, gewenst", (1, 2, 4, 2, 1)),
        ("Buiten, nu", (8, 4, 0, 0, 0)),
        ("Buiten, gewenst", (0, 0, 0, 4, 8)),
    ) == chart.rows
    assert "Buiten, gewenst: 0, 0, 0, 4, 8." in chart.alt
    at = blocks.index(chart)
    assert isinstance(blocks[at - 1], BalanceLine)
    assert TALK == blocks[at + 1]


def test_nothing_stands_where_nothing_may_be_told() -> None:
    """Neither a chart nor the question; how many people it takes is told at the start."""
    blocks = list(balances(analyse(opened({RAAD: TEN[:9], PARTNERS: [1] * 3}))))
    assert [] == charts(blocks)
    assert TALK not in blocks
    expected = (
        "Een lijn toont het gemiddelde. Daaronder staat hoeveel mensen elke plek kozen, van een "
        "kant of een groep van minstens 10 mensen. Het staat er niet als dan te veel bekend wordt "
        "over een kleinere groep."
    )
    assert Paragraph(expected) == blocks[2]


def test_a_side_that_is_not_told_leaves_its_large_groups() -> None:
    """The group of six has a mean, so nothing of its whole side; nobody on the record has a row."""
    found = shown(analyse(opened({RAAD: TEN, COLLEGE: [2, 3, 3, 4, 4, 2], DIRECTIE: [1]})))
    assert [("Raad, nu", (1, 2, 4, 2, 1)), ("Raad, gewenst", (1, 2, 4, 2, 1))] == found


def test_a_side_of_which_one_moment_is_told_has_that_one() -> None:
    """Nobody said what is wanted: there is a row for now, and none of the groups."""
    first = opened({RAAD: TEN})
    half = [
        item.model_copy(update={"balances": {"lef": BalanceAnswer(now=now)}})
        for item, now in zip(first.responses, TEN, strict=True)
    ]
    found = shown(analyse(dossier_of(first.questionnaire, half, (RAAD,))))
    assert [("Zelf, nu", (1, 2, 4, 2, 1))] == found


def test_a_pole_is_named_by_what_stands_before_its_explanation() -> None:
    """The whole pole stands at the line; a column has room for a few words."""
    poles = Balance(id="lef", title="Lef", left="Geduld: eerst steun", right="Lef: beginnen")
    people = opened({RAAD: TEN}).responses
    (chart,) = charts(
        list(balances(analyse(dossier_of(asked(balances=(poles,)), people, (RAAD,)))))
    )
    assert ("1: Geduld", "5: Lef") == (chart.labels[0], chart.labels[-1])
    assert "van 1 (Geduld: eerst steun) tot 5 (Lef: beginnen)" in chart.alt


def test_what_the_gate_kept_back_is_counted() -> None:
    """Nine newcomers: nothing of the group and of its side, for now and for wanted."""
    first = opened({RAAD: TEN, INWONERS: TEN})
    more = [placed(500 + number, RAAD, 1 + number % 5) for number in range(9)]
    result = analyse(reported(first, analyse(first), *more))
    bullets = [block for block in methodology(result) if isinstance(block, Bullets)]
    assert f"{WITHHELD[Kind.PLACES]}: 4" in {item for block in bullets for item in block.items}
    assert ["Buiten, nu", "Buiten, gewenst"] == [whose for whose, _ in shown(result)]
