"""What a report says, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    COLLEGE,
    DONT_KNOW,
    PARTNERS,
    RAAD,
    STAF,
    Given,
    answered,
    asked,
    dossier,
    factor,
    person,
    reported,
)
from tests.report import case_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.gap import Reading
from zelfanalyse.analysis.result import Kind
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.analysis.told import Score, Status
from zelfanalyse.dossier.model import Perspective, Source
from zelfanalyse.dossier.profile import Archive, Context, OccasionKind
from zelfanalyse.progress.ambitions import AMBITIONS_FIRST
from zelfanalyse.progress.case import Case
from zelfanalyse.questionnaire.questions import MirrorStatement, OpenQuestion, Size
from zelfanalyse.report import dutch
from zelfanalyse.report.build import Variant, build
from zelfanalyse.report.comparison import by_difference
from zelfanalyse.report.document import (
    BalanceLine,
    Block,
    Bullets,
    Document,
    DumbbellChart,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Quotes,
    Table,
)
from zelfanalyse.response.model import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.response.model import Response

BLOCKS: tuple[Literal["underdog", "verwijt", "invloed"], ...] = ("underdog", "verwijt", "invloed")


def words(document: Document) -> str:
    """Return every text of a report, in order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text) | Notice(text):
                found.append(text)
            case Bullets(items) | Quotes(items):
                found += items
            case Table():
                found += [*block.columns, *(cell for row in block.rows for cell in row)]
            case DumbbellChart():
                for row in block.rows:
                    found += [row.label, row.own_text, row.external_text, row.gap_text]
            case BalanceLine():
                found += [block.left, block.right, *(row[3] for row in block.rows)]
    return "\n".join(found)


def under(document: Document, title: str, level: int) -> list[Block]:
    """Return the blocks under the last heading with this title, to the next as high."""
    blocks = list(document.blocks)
    starts = [i for i, block in enumerate(blocks) if block == Heading(title, level)]
    rest = blocks[starts[-1] + 1 :]
    levels = [block.level if isinstance(block, Heading) else 9 for block in rest]
    ends = (place for place, found in enumerate(levels) if found <= level)
    return rest[: next(ends, len(rest))]


def printed(score: Score, k: int = 5) -> str:
    """Return a score as a report must print it, worked out apart from the program."""
    if score.value is None:
        return {Status.SMALL: f"<{k}", Status.EMPTY: "–", Status.PROTECTED: "–"}[score.status]
    return str(displayed(score.value)).replace(".", ",")


def counts(score: Score) -> tuple[str, ...]:
    """Return the three counts of a score as a report must print them."""
    numbers = (score.n, score.dont_know, score.not_applicable)
    return tuple("–" if number is None else str(number) for number in numbers)


def test_every_row_of_every_factor_is_what_the_result_holds(
    result: Result, document: Document
) -> None:
    """Score, n, don't-know and not-applicable of each group and side are printed as computed."""
    titles = {item.id: item.title for item in result.settings.perspectives}
    for item in result.factors:
        table, statements = (
            block for block in under(document, item.factor.title, 3) if isinstance(block, Table)
        )
        told = [each for each in item.statements if each.measure.sources[Source.SELF].n]
        assert len(told) == len(statements.rows)
        for each, row in zip(told, statements.rows, strict=True):
            assert row[0].startswith(each.statement.text)
            assert [dutch.score_text(each.measure.sources[source], 5) for source in Source] == list(
                row[1:3]
            )
        rows = {row[0]: row[1:5] for row in table.rows}
        groups = {
            titles[name]: (printed(score), *counts(score))
            for name, score in item.measure.perspectives.items()
        }
        assert groups == {name: rows[name] for name in groups}
        sides = [row for name, row in rows.items() if name not in groups]
        assert [
            (printed(item.measure.sources[source]), *counts(item.measure.sources[source]))
            for source in Source
        ] == sides


def test_the_figures_of_the_example_can_be_counted_by_hand(
    example: Dossier, result: Result
) -> None:
    """A plain loop over the files gives the same mean for every group and factor."""
    scale = example.questionnaire.points
    for item in result.factors:
        for name, score in item.measure.perspectives.items():
            means = []
            for response in example.responses:
                if response.perspective != name:
                    continue
                given = {
                    statement: response.statements[statement.id]
                    for statement in item.factor.statements
                    if statement.id in response.statements
                }
                numbers = [
                    scale.first + scale.last - value if statement.reversed else value
                    for statement, value in given.items()
                    if not isinstance(value, Missing)
                ]
                if len(numbers) * 2 >= len(item.factor.statements):
                    means.append(sum(numbers) / len(numbers))
            if score.value is None:
                assert len(means) < 5 or score.status is Status.PROTECTED
            else:
                assert sum(means) / len(means) == pytest.approx(float(score.value), abs=1e-9)
                assert len(means) == score.n


def test_every_dumbbell_is_what_the_result_holds(result: Result, document: Document) -> None:
    """Each line of each chart has the two means and the gap of its factor."""
    by_title = {item.factor.title: item for item in result.factors}
    rows = [
        row for block in document.blocks if isinstance(block, DumbbellChart) for row in block.rows
    ]
    assert len(rows) > len(by_title)
    for row in rows:
        item = by_title[row.label]
        own, external = (item.measure.sources[source] for source in Source)
        assert (own.value, external.value) == (row.own, row.external)
        assert (printed(own), printed(external)) == (row.own_text, row.external_text)
        gap = "" if item.gap is None else str(displayed(item.gap.value))
        told = row.gap_text.partition(" (")[0]
        assert Decimal(gap) == Decimal(told.replace(",", ".").replace("−", "-"))


def test_a_difference_has_its_interval_where_that_may_be_told() -> None:
    """Ten a side: the words, the place on the line, the alternative and how to read it."""
    many = build(Case.of(answered({RAAD: [5, 4, 4, 3, 4] * 2, PARTNERS: [3, 2, 3, 4, 3] * 2})))
    (row,) = (row for row in dumbbells(many)[0].rows)
    assert "+1,0 (0,4 tot 1,6)" == row.gap_text
    assert (Fraction("3.37"), Fraction("4.63")) == row.reach
    assert "zelf 4,0, buiten 3,0, verschil +1,0 (0,4 tot 1,6)" in dumbbells(many)[0].alt
    assert "waartussen het ware verschil waarschijnlijk ligt" in words(many)
    few = build(Case.of(answered({RAAD: [5, 4, 4, 3, 4], PARTNERS: [3, 2, 3, 4, 3]})))
    assert [("+1,0", None)] == [(row.gap_text, row.reach) for row in dumbbells(few)[0].rows]
    assert "waartussen het ware verschil waarschijnlijk ligt" not in words(few)


def test_an_interval_is_not_drawn_beyond_the_scale() -> None:
    """Where self could be 5,4 on a scale to 5, the line ends at 5, and the words do not."""
    report = build(Case.of(answered({RAAD: [5] * 9 + [4], PARTNERS: [5, 1, 3, 5, 2] * 2})))
    (row,) = dumbbells(report)[0].rows
    assert "+1,7 (0,5 tot 2,9)" == row.gap_text
    assert row.reach is not None
    assert 5 == row.reach[1]


def dumbbells(document: Document) -> list[DumbbellChart]:
    """Return the charts of self beside external."""
    return [block for block in document.blocks if isinstance(block, DumbbellChart)]


def test_a_short_report_has_all_factors_in_one_chart(result: Result) -> None:
    """Each factor has its line once, so that it stays a report of a few pages."""
    (chart,) = dumbbells(build(case_of(result), Variant.SHORT))
    assert [item.factor.title for item in result.factors] == [row.label for row in chart.rows]


def test_the_sides_together_stand_out_in_a_table(result: Result, document: Document) -> None:
    """The two rows that take groups together are marked as such."""
    for item in result.factors:
        table, *_ = (
            block for block in under(document, item.factor.title, 3) if isinstance(block, Table)
        )
        assert ["ZELF (samen)", "BUITEN (samen)"] == [table.rows[row][0] for row in table.totals]


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("variant", Variant)
def test_a_page_begins_with_a_heading(result: Result, variant: Variant, *, public: bool) -> None:
    """A new page begins before a row of headings, and never in or just after it."""
    blocks = build(case_of(result), variant, public=public).blocks
    for before, block, following in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if isinstance(block, PageBreak):
            assert isinstance(following, Heading)
            assert not isinstance(before, Heading)


def test_the_first_factor_stands_under_the_heading_of_all(document: Document) -> None:
    """One page break for both: the heading is not alone on its page."""
    blocks = document.blocks
    place = blocks.index(Heading("Per factor"))
    assert PageBreak() == blocks[place - 1]
    assert 3 == getattr(blocks[place + 1], "level", None)


def test_marks_and_balances_are_what_the_result_holds(result: Result, document: Document) -> None:
    """The marks of both sides and the places of every balance are printed as computed."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = {row[0]: row[1:] for table in tables for row in table.rows}
    for mark in result.marks:
        assert (
            tuple(printed(mark.measure.sources[source]) for source in Source)
            == rows[mark.mark.title]
        )
    lines = [block for block in document.blocks if isinstance(block, BalanceLine)]
    assert [
        [(item.now.sources[source].value, item.wanted.sources[source].value) for source in Source]
        for item in result.balances
    ] == [[(now, wanted) for _, now, wanted, _ in line.rows] for line in lines]


def test_participation_is_in_the_report(result: Result, document: Document) -> None:
    """Every group is named with its side and its number of people."""
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    sides = {Source.SELF: "zelf", Source.EXTERNAL: "buiten"}
    for item in result.participation:
        invited = item.perspective.invited
        number = f"{item.people} van {invited}" if invited else str(item.people)
        expected = (item.perspective.title, sides[item.perspective.source], number)
        assert expected in [row[:3] for row in rows]


@pytest.mark.parametrize(
    "word",
    ["blinde vlek", "verborgen kracht", "gedeelde kracht", "gedeelde zorg", "verdeeld beeld"],
)
def test_the_example_shows_what_a_report_can_say(document: Document, word: str) -> None:
    """The example has a finding of each kind, in the words of the manual."""
    assert word in words(document).lower()


def test_the_example_hides_a_small_group(document: Document) -> None:
    """Somewhere in the example a group is too small to be shown."""
    assert "<5" in words(document)


def test_the_example_says_that_it_is_made_up(document: Document) -> None:
    """Nobody can take the example for a real partnership: a notice near the top says so."""
    notices = [block.text for block in document.blocks[:4] if isinstance(block, Notice)]
    assert any("VERZONNEN" in text for text in notices)


def test_a_real_report_does_not_say_so() -> None:
    """A report of real answers has no such notice."""
    assert "verzonnen" not in words(build(Case.of(answered({RAAD: [4] * 5})))).lower()


def test_the_differences_are_ordered_by_size(result: Result, document: Document) -> None:
    """The largest difference stands first, whichever side is higher."""
    gaps = [abs(item.gap.value) for item in by_difference(result) if item.gap]
    assert sorted(gaps, reverse=True) == gaps
    charts = [block for block in document.blocks if isinstance(block, DumbbellChart)]
    clusters = len(result.clusters)
    (differences,) = charts[clusters:]
    notable = [
        item.factor.title for item in by_difference(result) if item.gap and item.gap.is_notable
    ]
    assert notable == [row.label for row in differences.rows]
    assert {True, False} == {row.gap_text.startswith("−") for row in differences.rows}


def test_clusters_stand_in_their_fixed_order(result: Result, document: Document) -> None:
    """No ranking: clusters and factors have the order of the list."""
    titles = [item.title for item in result.questionnaire.clusters]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert titles == [title for title in headings if title in titles]
    factors = [item.factor.title for item in result.factors]
    assert factors == [title for title in headings if title in factors]


def test_a_small_difference_is_not_among_the_differences() -> None:
    """Two tenths apart: no chart of differences, but it stands with its factor."""
    report = build(Case.of(answered({RAAD: [4] * 5, PARTNERS: [4, 4, 4, 4, 3]})))
    assert 1 == len([block for block in report.blocks if isinstance(block, DumbbellChart)])
    assert "+0,2" in words(report)


@pytest.mark.parametrize(
    ("inside", "outside", "word"),
    [
        (4, 2, "blinde vlek"),
        (5, 4, "zelf positiever"),
        (2, 3, "buiten positiever"),
        (3, 4, "verborgen kracht"),
        (4, 4, "gedeelde kracht"),
        (2, 2, "gedeelde zorg"),
        (3, 3, "in ontwikkeling"),
    ],
)
def test_each_reading_has_its_words(inside: int, outside: int, word: str) -> None:
    """All seven outcomes of the table are told in words."""
    result = analyse(answered({RAAD: [inside] * 10, PARTNERS: [outside] * 10}))
    assert word in words(build(case_of(result))).lower()


def test_there_are_words_for_seven_readings() -> None:
    """The table of readings has seven outcomes."""
    assert 7 == len(Reading)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({RAAD: [4] * 3}, "<5"),
        ({RAAD: [4] * 12, COLLEGE: [4] * 6, STAF: [1] * 3}, "afgeschermd"),
    ],
)
def test_why_a_figure_is_not_there(groups: dict[object, Sequence[Given]], expected: str) -> None:
    """Too few and protected are told apart."""
    table, *_ = (
        block
        for block in under(build(Case.of(answered(groups))), "Vertrouwen", 3)  # type: ignore[arg-type]
        if isinstance(block, Table)
    )
    assert expected in {cell for row in table.rows for cell in row}


def test_a_hidden_score_leaves_no_figure_in_its_row() -> None:
    """Beside '<5' there is no n, no count and no band."""
    report = build(Case.of(answered({RAAD: [4] * 3 + [DONT_KNOW]})))
    (table,) = (block for block in under(report, "Vertrouwen", 3) if isinstance(block, Table))
    for row in table.rows:
        assert not any(character.isdigit() for cell in row[2:] for character in cell)


def test_a_missing_side_is_told() -> None:
    """Without answers from outside the report says that there is nothing to compare."""
    report = build(Case.of(answered({RAAD: [4] * 5})))
    notices = [block.text for block in report.blocks if isinstance(block, Notice)]
    assert any("buiten" in text for text in notices)


def test_withheld_comments_are_told() -> None:
    """Comments of too few people are not printed, and the report says that there are some."""
    questionnaire = asked()
    people = [
        person(number, "raad", questionnaire, comments={"vertrouwen-1": "Geheim."})
        for number in range(4)
    ]
    text = words(build(Case.of(dossier(questionnaire, people))))
    assert "Geheim." not in text
    assert "weggelaten" in text


def test_comments_are_printed_as_they_were_written() -> None:
    """Of a large enough side every comment is quoted, and nothing else."""
    questionnaire = asked()
    people = [
        person(number, "raad", questionnaire, comments={"vertrouwen-1": f"Woord {number}."})
        for number in range(5)
    ]
    report = build(Case.of(dossier(questionnaire, people)))
    (quotes,) = (block.items for block in report.blocks if isinstance(block, Quotes))
    assert {f"Woord {number}." for number in range(5)} == set(quotes)


def test_a_number_as_an_answer_is_told_in_a_line_and_not_quoted() -> None:
    """Under their question the numbers stand lowest first, which does not tell who gave which."""
    question = OpenQuestion(id="partners", text="Met hoeveel partners sprak u?", kind="getal")
    questionnaire = asked(open_questions=(question,))
    people = [
        person(place, "raad", questionnaire, open_={"partners": number})
        for place, number in enumerate((12, 3, 7, 3, 0))
    ]
    report = build(Case.of(dossier(questionnaire, people)))
    assert [Paragraph("Van zelf: 0, 3, 3, 7 en 12.")] == under(report, question.text, 3)


def test_the_thresholds_of_the_dossier_are_printed() -> None:
    """The method section names the minimum, the list and its fingerprint."""
    opened = answered({RAAD: [4] * 7, ADVISEUR: [3]}, k=7)
    text = words(build(Case.of(opened)))
    assert "7" in text
    assert opened.settings.questionnaire.fingerprint in text
    assert "<7" in text


def test_an_empty_dossier_has_a_report() -> None:
    """Before anyone answered there is a report without figures."""
    report = build(Case.of(dossier(asked())))
    rows = [
        row for block in report.blocks if isinstance(block, DumbbellChart) for row in block.rows
    ]
    assert [("–", "–", "–")] == [(row.own_text, row.external_text, row.gap_text) for row in rows]


def test_a_list_without_factors_has_a_report() -> None:
    """A list of marks or open questions alone has no scale, and a report all the same."""
    bare = asked(factor()).model_copy(update={"factors": (), "clusters": (), "scale": None})
    report = build(Case.of(dossier(bare)))
    assert [] == [block for block in report.blocks if isinstance(block, DumbbellChart)]
    assert "Proefregio" in words(report)


# --- what a report says is true ---


def after(opened: Dossier, *more: Response) -> Result:
    """Return the result of a dossier with more people, after a report without them."""
    return analyse(reported(opened, analyse(opened), *more))


def late(group: str, *answers: Given) -> list[Response]:
    """Return people who come after a report, each with one answer to the only statement."""
    return [
        person(500 + number, group, asked(), {"vertrouwen-1": answer})
        for number, answer in enumerate(answers)
    ]


def said(result: Result, title: str) -> str:
    """Return the words under a heading."""
    return words(Document("", tuple(under(build(case_of(result)), title, 2))))


def test_why_there_is_no_comparison() -> None:
    """Too few, kept back and bounded are told apart, in both places that say it."""
    few = analyse(answered({RAAD: [4] * 5, PARTNERS: [3] * 3}))
    opened = answered({RAAD: [4, 3, 4, 3, 4], PARTNERS: [3, 2, 3, 4, 3]})
    withheld = after(opened, *late("raad", 1))
    bounded = analyse(answered({RAAD: [5] * 5, PARTNERS: [3] * 5}))
    for result, reason in (
        (few, "er zijn te weinig antwoorden"),
        (withheld, "cijfers zijn achtergehouden"),
        (bounded, "een cijfer staat er alleen als grens (≥ of ≤)"),
    ):
        sentence = f"Voor 1 factor is er geen vergelijking: {reason}."
        assert sentence in said(result, "Waar zelf en buiten verschillen")
        assert f"Dat is niet te zeggen: {reason}." == said(result, "Wat gedeeld wordt")


def test_a_share_that_is_kept_back_is_not_nobody() -> None:
    """After a late don't-know the report does not say that no group often did not know."""
    opened = answered({RAAD: [4, 3, 4, 3, 4, DONT_KNOW]})
    result = after(opened, *late("raad", DONT_KNOW))
    text = said(result, "Wat niet zichtbaar is")
    assert "Geen enkele groep" not in text
    assert "achtergehouden" in text
    assert "Geen enkele groep" in said(analyse(opened), "Wat niet zichtbaar is")


def test_a_divided_picture_that_is_kept_back_is_not_nobody() -> None:
    """Where no score of a statement is told, nothing is said of who is divided."""
    opened = answered({RAAD: [1, 4, 4, 5, 3, 3, 3]})
    title = "Waar beelden binnen een groep uiteenlopen"
    assert "Bij geen enkele groep" in said(analyse(opened), title)
    result = after(opened, *late("raad", 2))
    assert "Dat is niet te zeggen: cijfers zijn achtergehouden." == said(result, title)


def test_everything_that_was_kept_back_is_counted() -> None:
    """The last section counts it by kind, and the beginning says that something is."""
    opened = answered({RAAD: [4, 3, 4, 3, 4] * 2, PARTNERS: [3, 2, 3, 4, 3] * 2})
    result = after(opened, *late("raad", 1))
    assert {Kind.FACTOR, Kind.STATEMENT, Kind.SHARE} == set(result.withheld)
    text = said(result, "Verantwoording")
    assert "scores van factoren: 2" in text
    assert "scores van stellingen: 2" in text
    assert "aandelen 'weet ik niet' van een groep: 1" in text
    assert "achtergehouden" in words(Document("", build(case_of(result)).blocks[:8]))


def test_counts_that_were_kept_back_are_told() -> None:
    """A late don't-know leaves the scores, and takes the counts beside them away."""
    result = after(answered({RAAD: [4, 3, 4, 3, 4]}), *late("raad", DONT_KNOW))
    assert {Kind.COUNTS: 4, Kind.SHARE: 1} == result.withheld
    assert "naast een score: 4" in said(result, "Verantwoording")


def test_predictions_that_were_kept_back_are_told() -> None:
    """A late prediction: the row stays, without a figure."""
    plain = asked()
    (only,) = plain.factors
    core = only.model_copy(
        update={"statements": (only.statements[0].model_copy(update={"core": True}),)}
    )
    asking = plain.model_copy(update={"factors": (core,)})
    early, guess = (
        [
            person(number, "raad", asking, {"vertrouwen-1": 3}).model_copy(
                update={"predictions": {"vertrouwen-1": 2 + number % 3}}
            )
            for number in numbers
        ]
        for numbers in (range(6), [500])
    )
    result = after(dossier(asking, early, (RAAD, PARTNERS)), *guess)
    assert Kind.PREDICTION in result.withheld
    assert ("Stelling 1 van vertrouwen.", "Raad", "–", "–") in [
        row
        for block in build(case_of(result)).blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def mirrored(*sides: tuple[Size, Sequence[Given]], more: Sequence[Response] = ()) -> Result:
    """Return the result of people who each give one answer to three points of the mirror."""
    points = tuple(
        MirrorStatement(id=block, block=block, smaller="A.", larger="B.", observer="C.")
        for block in BLOCKS
    )
    asking = asked().model_copy(update={"mirror_statements": points})
    everyone = [(size, answer) for size, answers in sides for answer in answers]
    people = [
        person(number, "raad", asking).model_copy(
            update={"size": size, "mirror_statements": dict.fromkeys(BLOCKS, answer)}
        )
        for number, (size, answer) in enumerate(everyone)
    ]
    opened = dossier(asking, people, (RAAD,))
    return after(opened, *more) if more else analyse(opened)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], "Van de grotere partners antwoordde niemand."),
        ([3] * 3, "niet volledig te tonen: er zijn te weinig antwoorden."),
        ([DONT_KNOW] * 6, "op sommige punten koos daar niemand een antwoord van de schaal."),
    ],
)
def test_why_a_side_of_the_mirror_is_not_there(answers: list[Given], expected: str) -> None:
    """Nobody, too few, and people who did not know are told apart."""
    result = mirrored((Size.SMALLER, [3] * 6), (Size.LARGER, answers))
    assert expected in said(result, "Spiegel: groot en klein")


def test_a_side_of_the_mirror_that_is_kept_back_is_told() -> None:
    """One larger partner comes after the report."""
    one = person(500, "raad", asked()).model_copy(
        update={"size": Size.LARGER, "mirror_statements": dict.fromkeys(BLOCKS, 5)}
    )
    result = mirrored((Size.SMALLER, [3] * 6), (Size.LARGER, [2, 3] * 3), more=[one])
    assert Kind.MIRROR in result.withheld
    text = said(result, "Spiegel: groot en klein")
    assert "grotere partners is niet volledig te tonen: een deel is achtergehouden." in text


def test_the_printed_thresholds_are_those_that_work() -> None:
    """A minimum of twenty makes the others twenty too, and the report says so."""
    text = said(analyse(answered({RAAD: [4] * 20}, k=20)), "Verantwoording")
    assert "Zo'n woord staat er vanaf 20 mensen." in text
    assert "pas vanaf 20 mensen" in text


def test_percentages_have_one_decimal_at_most() -> None:
    """A third of the statements is not printed with six decimals."""
    opened = answered({RAAD: [4] * 5})
    method = opened.settings.method.model_copy(update={"answered_share": 0.333333})
    settings = opened.settings.model_copy(update={"method": method})
    text = said(analyse(replace(opened, settings=settings)), "Verantwoording")
    assert "minstens 33,3% van de stellingen" in text


def test_words_of_few_people_that_were_asked_are_told_to_be_left_out() -> None:
    """A question for four of ten people: its answers and comments are not there, and why."""
    question = OpenQuestion(id="rol", text="Wat is de rol van de raad?", audience=("raad",))
    asking = asked(open_questions=(question,))
    people = [
        person(number, group, asking, open_={"rol": "Geheim."} if group == "raad" else {})
        for number, group in enumerate(["raad"] * 4 + ["staf"] * 6)
    ]
    text = words(build(Case.of(dossier(asking, people, (RAAD, STAF)))))
    assert "Geheim." not in text
    assert "Bij de vraag 'Wat is de rol van de raad?' zijn de woorden van zelf weggelaten" in text
    everyone = [*people, person(99, "raad", asking)]
    text = words(build(Case.of(dossier(asking, everyone, (RAAD, STAF)))))
    assert "Geheim." in text
    assert "Bij de vraag" not in text


def about(**given: object) -> str:
    """Return the words of a report of a dossier with these settings."""
    opened = answered({RAAD: [4] * 5, PARTNERS: [3] * 5})
    settings = opened.settings.model_copy(update=given)
    return words(build(Case.of(replace(opened, settings=settings))))


def test_the_report_tells_what_the_partnership_works_at() -> None:
    """Domain, challenge, the questions of the start, and what arrangement is evaluated."""
    text = about(
        domain="zorg",
        challenge="Meer zorg met minder mensen.",
        start_questions=("Weten wij genoeg van elkaar?",),
        context=Context(arrangement="de regeling, artikel 30", votes="Een stem per gemeente"),
    )
    assert "Evaluatie als bedoeld in de regeling, artikel 30. Het onderwerp is zorg." in text
    assert "De opgave: Meer zorg met minder mensen." in text
    assert "Weten wij genoeg van elkaar?" in text
    assert "Een stem per gemeente" in text


def test_an_occasion_of_merging_municipalities_is_a_warning() -> None:
    """It changes how people answer."""
    assert "herindeling" in about(occasion_kind=OccasionKind.MERGER)
    assert "herindeling" not in about(occasion_kind=OccasionKind.PERIODIC)


def test_who_was_invited_stands_beside_who_answered() -> None:
    """More answers than invitations is no share above one."""
    few = RAAD.model_copy(update={"invited": 3})
    many = PARTNERS.model_copy(update={"invited": 12})
    text = words(build(Case.of(answered({few: [4] * 5, many: [3] * 5}))))
    assert "5 van 12" in text
    assert "5 van 5" in text


def test_a_report_of_one_group_or_without_residents_says_so() -> None:
    """Their view is the one that is missed most."""
    residents = Perspective(id="gemeenschap", title="Inwoners", source=Source.EXTERNAL)
    text = words(build(Case.of(answered({RAAD: [4] * 5, residents: []}))))
    assert "komen van één groep" in text
    assert "Er zijn geen antwoorden van inwoners" in text


def test_the_report_tells_how_long_it_is_kept_and_for_whom_it_is() -> None:
    """As the municipality filled in; nothing where it did not."""
    archive = Archive(intended_for="het college", case_number="Z-12", destroy_on=date(2031, 1, 1))
    text = about(archive=archive)
    assert "Dit rapport is bestemd voor het college." in text
    assert "Z-12" in text
    assert "1 januari 2031" in text
    assert "Bewaren" not in about()


def test_the_words_of_a_report_are_explained_at_its_end() -> None:
    """Departments do not always speak one language."""
    assert "Slagkracht" in about()


def corners(answers: Sequence[int]) -> str:
    """Return the report of a list of three clusters, where inside and outside score them so."""
    asking = asked(*(factor(name, cluster=name) for name in ("een", "twee", "drie")))
    people = [
        person(
            number,
            group.id,
            asking,
            {
                f"{name}-1": value
                for name, value in zip(("een", "twee", "drie"), answers, strict=True)
            },
        )
        for number, group in enumerate([RAAD] * 6 + [PARTNERS] * 6)
    ]
    return words(build(Case.of(dossier(asking, people, (RAAD, PARTNERS)))))


def test_the_lowest_corner_is_named_where_it_is_far_below_the_highest() -> None:
    """For each side; corners that lie near each other have no lowest."""
    assert "De laagste hoek is bij zelf Drie en bij buiten Drie." in corners([4, 3, 2])
    assert "laagste hoek" not in corners([3, 3, 3])


def test_the_report_says_when_the_ambitions_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the words of the conversation."""
    assert AMBITIONS_FIRST not in corners([4, 3, 2])
    monkeypatch.setattr("zelfanalyse.report.comparison.ambitions_first", lambda _: True)
    assert AMBITIONS_FIRST in corners([4, 3, 2])
