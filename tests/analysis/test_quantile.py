"""Student's t and Fisher's F, without a statistics library, beside one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from tests.reference import table
from zelfanalyse.analysis.quantile import f_quantile, f_tail, t_quantile

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


@given(st.floats(0.5, 500), st.floats(0.5, 500), st.floats(0.01, 0.9995))
@settings(max_examples=200)
def test_f_agrees_with_scipy(df1: float, df2: float, probability: float) -> None:
    """On random degrees and probabilities, small and large ones."""
    expected = float(stats.f.ppf(probability, df1, df2))
    assume(1e-30 < expected < 1e30)
    assert pytest.approx(expected, rel=1e-8) == f_quantile(probability, df1, df2)


@given(st.floats(0.01, 50), st.floats(0.5, 500), st.floats(0.5, 500))
@settings(max_examples=200)
def test_tails_agree_with_scipy(value: float, df1: float, df2: float) -> None:
    """So is the chance of a larger value."""
    expected = float(stats.f.sf(value, df1, df2))
    assert pytest.approx(expected, rel=1e-9, abs=1e-12) == f_tail(value, df1, df2)


@pytest.mark.parametrize(("value", "chance"), [(1e-320, 1.0), (1e300, 0.0)])
def test_the_ends_of_the_line(value: float, chance: float) -> None:
    """Nearly everything lies above next to nothing, and nothing above nearly everything."""
    assert pytest.approx(chance, abs=1e-9) == f_tail(value, 3, 4)
