"""A list of phases and a sketch have figures, and no verdict on them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, RAAD, answered, asked, factor, levels
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import figures
from zelfanalyse.analysis.told import Status
from zelfanalyse.dossier.model import Source
from zelfanalyse.questionnaire.model import Display

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result

WITHOUT_BANDS = (Display.PHASES, Display.SKETCH)


def seen_as(display: Display) -> Result:
    """Return a result where self is at the top of the scale and external at the bottom."""
    questionnaire = asked(factor("begin", 2), factor("vervolg", 2))
    shown = questionnaire.model_copy(update={"display": display})
    return analyse(answered({RAAD: [5] * 12, PARTNERS: [1] * 12}, shown))


def test_a_list_of_factors_has_bands_and_a_reading() -> None:
    """The example that the others differ from."""
    found = seen_as(Display.FACTORS).factors[0]
    assert found.gap is not None
    assert found.gap.is_notable
    assert all(score.band is not None for score in found.measure.sources.values())


@pytest.mark.parametrize("display", WITHOUT_BANDS)
def test_without_bands_no_score_has_one(display: Display) -> None:
    """Not of a factor, nor of a statement, a group or a side; the figures are there."""
    result = seen_as(display)
    both = [item for found in result.factors for item in levels(found)]
    scores = [
        score
        for item in both
        for score in (*item.measure.perspectives.values(), *item.measure.sources.values())
    ]
    assert {Status.SHOWN} == {score.status for score in scores}
    assert {None} == {score.band for score in scores}


@pytest.mark.parametrize("display", WITHOUT_BANDS)
def test_without_bands_a_gap_is_a_figure_only(display: Display) -> None:
    """It has its size, and no reading, no weight and no word for how sure it is."""
    found = seen_as(display).factors[0]
    assert found.gap is not None
    assert [Fraction(4), Fraction(100)] == [found.gap.value, found.gap.percent]
    assert found.gap.reading is None
    assert not found.gap.is_notable
    assert found.evidence is not None
    assert found.evidence.certainty is None


@pytest.mark.parametrize("display", WITHOUT_BANDS)
def test_phases_are_not_taken_together(display: Display) -> None:
    """A mean over phases, or over the parts of a sketch, is nothing; the export says so."""
    result = seen_as(display)
    (cluster,) = result.clusters
    assert [Status.UNDEFINED] * 2 == [cluster.sources[source].status for source in Source]
    assert cluster.gap is None
    told = {row.status for row in figures(result) if row.niveau == "cluster"}
    assert {Status.UNDEFINED.value} == told


@pytest.mark.parametrize("display", WITHOUT_BANDS)
def test_the_figures_are_those_of_any_list(display: Display) -> None:
    """How a list is shown changes no mean."""
    plain = [item.measure.sources[Source.SELF].value for item in seen_as(Display.FACTORS).factors]
    shown = [item.measure.sources[Source.SELF].value for item in seen_as(display).factors]
    assert plain == shown
