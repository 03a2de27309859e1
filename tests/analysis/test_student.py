"""Student's t, without a statistics library, beside one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from tests.reference import table
from zelfanalyse.analysis.student import t_quantile, two_tails

ROWS = table("t_quantiles.csv")
PROBABILITIES = {"q975": 0.975, "q95": 0.95, "q90": 0.90}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"df={row['df']}")
@pytest.mark.parametrize("column", PROBABILITIES)
def test_quantiles_agree_with_the_reference(row: dict[str, str], column: str) -> None:
    """Whole and fractional degrees of freedom, as R has them."""
    found = t_quantile(PROBABILITIES[column], float(row["df"]))
    assert pytest.approx(float(row[column]), rel=1e-9) == found


@given(st.floats(0.5, 500), st.floats(0.51, 0.9995))
@settings(max_examples=200)
def test_quantiles_agree_with_scipy(df: float, probability: float) -> None:
    """On random degrees and probabilities the quantile is scipy's."""
    expected = float(stats.t.ppf(probability, df))
    assert pytest.approx(expected, rel=1e-8) == t_quantile(probability, df)


@given(st.floats(0.01, 50), st.floats(0.5, 500))
@settings(max_examples=200)
def test_tails_agree_with_scipy(t: float, df: float) -> None:
    """So is the chance of a value further from 0."""
    assert pytest.approx(2 * float(stats.t.sf(t, df)), rel=1e-9, abs=1e-300) == two_tails(t, df)
