"""Two calm themes with one accent colour; every text colour has a contrast of 4.5 or more."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="zelfanalyse-donker",
    primary="#7cc0d8",
    accent="#7cc0d8",
    foreground="#e4e7ea",
    background="#14181c",
    surface="#1c2228",
    panel="#242b32",
    dark=True,
    variables={"quiet": "#9ba6b0", "line": "#3a444d", "on-accent": "#0d1b22"},
)
LIGHT = Theme(
    name="zelfanalyse-licht",
    primary="#0b5f7c",
    accent="#0b5f7c",
    foreground="#1d2329",
    background="#fbfaf8",
    surface="#f0efeb",
    panel="#e6e4df",
    dark=False,
    variables={"quiet": "#59636c", "line": "#c3c6c8", "on-accent": "#ffffff"},
)
