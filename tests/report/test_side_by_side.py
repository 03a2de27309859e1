"""How phases and a sketch look in a report."""

from __future__ import annotations

import pytest

from tests.dossier.builders import PARTNERS, RAAD, STAF, answered, asked, factor
from zelfanalyse.progress.case import Case
from zelfanalyse.questionnaire.model import Display
from zelfanalyse.report.build import Variant, build
from zelfanalyse.report.document import Document, DumbbellChart, Heading, Table, Triangle
from zelfanalyse.report.markdown import markdown_text

JUDGING = ("In één oogopslag", "Waar zelf en buiten verschillen", "Wat gedeeld wordt")


def report(display: Display, variant: Variant = Variant.FULL) -> Document:
    """Return the report of three groups on three factors."""
    questionnaire = asked(*(factor(name, 2) for name in ("verkennen", "ontwikkelen", "sturen")))
    shown = questionnaire.model_copy(update={"display": display})
    return build(
        Case.of(answered({RAAD: [5] * 12, STAF: [4] * 3, PARTNERS: [1] * 12}, shown)), variant
    )


def headings(document: Document) -> list[str]:
    """Return the titles of the sections."""
    return [item.text for item in document.blocks if isinstance(item, Heading)]


def test_phases_are_side_by_side_per_group_and_per_side() -> None:
    """A row per group and per side, a column per phase, and who is too small stays hidden."""
    (table,) = (
        item
        for item in report(Display.PHASES).blocks
        if isinstance(item, Table) and item.columns[1:] == ("Verkennen", "Ontwikkelen", "Sturen")
    )
    assert ["Raad", "Staf", "ZELF (samen)", "Partners", "BUITEN (samen)"] == [
        row[0] for row in table.rows
    ]
    assert ("Staf", "<5", "<5", "<5") == table.rows[1]
    assert (2, 4) == table.totals


@pytest.mark.parametrize(
    ("display", "sentence"),
    [
        (Display.PHASES, "Het programma zegt niet in welke fase u zit"),
        (Display.SKETCH, "Het beeld is geen norm."),
    ],
)
@pytest.mark.parametrize("variant", [Variant.FULL, Variant.SHORT])
def test_nothing_is_judged(display: Display, sentence: str, variant: Variant) -> None:
    """The sections that compare with a threshold are left out, and the report says why."""
    document = report(display, variant)
    assert not {*JUDGING} & {*headings(document)}
    assert not [item for item in document.blocks if isinstance(item, DumbbellChart | Triangle)]
    text = markdown_text(document)
    assert sentence in text
    verdicts = ("sterk,", "gemengd", "blinde vlek", "verborgen kracht", "duidelijk)", "Vanaf 4,0")
    assert [] == [word for word in verdicts if word in text]


def test_a_list_of_factors_keeps_its_sections() -> None:
    """The other lists are compared as before."""
    found = headings(report(Display.FACTORS))
    assert [*JUDGING] == [text for text in found if text in JUDGING]
    assert not {"De fasen naast elkaar", "De schets"} & {*found}


def test_cards_have_no_table_of_phases() -> None:
    """A card is about one phase; it has its figures, without a reading."""
    document = report(Display.PHASES, Variant.CARDS)
    assert "De fasen naast elkaar" not in headings(document)
    assert "Verkennen" in headings(document)
