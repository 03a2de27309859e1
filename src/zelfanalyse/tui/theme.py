"""Calm themes with one accent colour.

Every text colour has a contrast of 4,5 or more, as WCAG AA asks, and of 7 or more in the theme of
high contrast (AAA). What is chosen is always a sign too, so nothing depends on colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zelfanalyse.preferences import ThemeName

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
HIGH_CONTRAST = Theme(
    name="zelfanalyse-hoog-contrast",
    primary="#ffe14d",
    accent="#ffe14d",
    foreground="#ffffff",
    background="#000000",
    surface="#1c1c1c",
    panel="#2b2b2b",
    dark=True,
    variables={"quiet": "#e6e6e6", "line": "#ffffff", "on-accent": "#000000"},
)
THEMES: Mapping[ThemeName, Theme] = {
    "donker": DARK,
    "licht": LIGHT,
    "hoog contrast": HIGH_CONTRAST,
}
