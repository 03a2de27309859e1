"""How then and now look in a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.analysis.test_rounds import LIST, result, with_statement
from tests.dossier.builders import RAAD, answered, asked, factor
from tests.rounds import ACTION
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier.actions import Actions
from zelfanalyse.dossier.book import Book
from zelfanalyse.progress.case import Case
from zelfanalyse.report.document import Bullets, Document, Heading, Paragraph, Table
from zelfanalyse.report.markdown import markdown_text
from zelfanalyse.report.rounds_section import then_and_now

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.report.document import Block

YEAR = timedelta(days=365)
JUDGING = ("beter", "slechter", "helaas", "goed", "omdat", "doordat", "↑", "↓", "!")


def case(round_: str, *results: Result, book: Book | None = None, later: timedelta = YEAR) -> Case:
    """Return a round; the one called 2027 is a year after the other."""
    shift = later if round_ == "2027" else timedelta()
    moved = tuple(
        replace(
            item,
            settings=item.settings.model_copy(update={"round": round_}),
            as_of=item.as_of + shift if item.as_of else None,
        )
        for item in results
    )
    return Case(moved[0].settings, moved, book or Book())


def blocks(now: Result, then: Result, *, actions: Actions | None = None) -> list[Block]:
    """Return the section of two rounds of one list."""
    book = Book(actions=actions or Actions())
    return list(then_and_now(case("2027", now), case("2026", then, book=book)))


def text(found: list[Block]) -> str:
    """Return the words of some blocks."""
    return markdown_text(Document("Proef", tuple(found)))


def tables(found: list[Block]) -> list[Table]:
    """Return the tables among some blocks."""
    return [item for item in found if isinstance(item, Table)]


def test_figures_stand_beside_each_other_with_their_numbers() -> None:
    """A row per factor; self before outside, then before now."""
    (table,) = tables(blocks(result(3, 3), result(4, 2)))
    assert ("Factor", "zelf toen", "zelf nu", "buiten toen", "buiten nu") == table.columns
    assert (
        "Vertrouwen",
        "4,0\u00a0(6)",
        "3,0\u00a0(6)",
        "2,0\u00a0(6)",
        "3,0\u00a0(6)",
    ) == table.rows[0]


def test_a_fall_is_a_step_back_with_both_days_and_no_judgement() -> None:
    """As is a rise; the days stand behind each figure."""
    found = blocks(result(3, 3), result(4, 2))
    bullets = [item for block in found if isinstance(block, Bullets) for item in block.items]
    assert (
        "Vertrouwen (zelf): een stap terug. 4,0 op 7 september 2026 en 3,0 op 7 september 2027."
    ) == bullets[0]
    assert "Vertrouwen (buiten): een stap vooruit." in bullets[1]
    words = text(found).lower()
    assert [] == [word for word in JUDGING if word in words]
    assert "Een stap terug hoort bij leren" in text(found)


def test_little_time_is_said() -> None:
    """A year is short; after three years it is not said."""
    assert "Trek dan nog geen conclusie." in text(blocks(result(3, 3), result(4, 2)))
    now = case("2027", result(3, 3), later=3 * YEAR)
    late = list(then_and_now(now, case("2026", result(4, 2))))
    assert "Trek dan nog geen conclusie." not in text(late)


def test_what_changed_is_left_out_and_named() -> None:
    """The factor has no row; its other statements have, and the reason is there."""
    newer = with_statement(LIST, "vertrouwen-2", text="Iets anders.")
    found = blocks(result(3, 3, newer), result(4, 2))
    factors, statements = tables(found)
    assert ["Gesprek"] == [row[0] for row in factors.rows]
    assert ["Stelling 1 van vertrouwen.", "Stelling 3 van vertrouwen."] == [
        row[0] for row in statements.rows
    ]
    assert "Weggelaten (andere woorden): 'Iets anders.'" in text(found)
    bullets = [item for block in found if isinstance(block, Bullets) for item in block.items]
    assert any(item.startswith("'Stelling 1 van vertrouwen.' (zelf): een stap") for item in bullets)


def test_what_is_hidden_stays_hidden() -> None:
    """Too few people then: a sign, and no step."""
    small = analyse(answered({RAAD: [5] * 3}, LIST))
    (table,) = tables(blocks(result(3, 3), small))
    assert ("Vertrouwen", "<5", "3,0\u00a0(6)", "–", "3,0\u00a0(6)") == table.rows[0]


def test_factors_and_lists_of_one_round_are_named() -> None:
    """Nothing goes missing without a word."""
    newer = asked(factor("vertrouwen", 3), factor("regie"))
    words = text(blocks(result(3, 3, newer), result(4, 2)))
    assert "Alleen nu gevraagd: Regie." in words
    assert "Alleen toen gevraagd: Gesprek." in words
    other = result(3, 3, LIST.model_copy(update={"id": "andere", "title": "Een andere"}))
    found = list(then_and_now(case("2027", result(3, 3), other), case("2026", result(4, 2))))
    assert "Alleen nu gevraagd: de lijst 'Een andere'." in text(found)


def test_a_list_without_factors_has_no_part() -> None:
    """A mirror of both rounds is no reason to say that nothing is the same."""
    bare = LIST.model_copy(update={"id": "spiegel", "title": "Spiegel", "factors": ()})
    mirrors = [case(name, result(3, 3), result(3, 3, bare)) for name in ("2027", "2026")]
    words = text(list(then_and_now(*mirrors)))
    assert "Spiegel" not in words
    assert "geen factor" not in words


def test_the_actions_of_then_are_there_with_what_came_of_them() -> None:
    """As they stood when the round ended; without any that is said."""
    bare = ACTION.model_copy(update={"id": "b", "outcome": "", "owner": ""})
    found = blocks(result(3, 3), result(4, 2), actions=Actions(actions=(ACTION, bare)))
    assert (
        ("Elkaar eerder bellen", "Secretaris", "klaar", "Er is een vast telefoonuur."),
        ("Elkaar eerder bellen", "–", "klaar", "niet ingevuld"),
    ) == tables(found)[-1].rows
    assert "zijn geen acties afgesproken" in text(blocks(result(3, 3), result(4, 2)))


def test_another_scale_is_no_table() -> None:
    """And the reader is told why."""
    newer = LIST.model_copy(update={"question": "Vindt u dat ook?"})
    found = blocks(result(3, 3, newer), result(4, 2))
    assert [] == tables(found)
    assert any("niet te vergelijken" in item.text for item in found if isinstance(item, Paragraph))
    assert "Toen en nu" == next(item.text for item in found if isinstance(item, Heading))
