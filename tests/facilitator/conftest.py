"""A draft on one day in November, with two lists to choose from."""

from __future__ import annotations

from datetime import date

import pytest

from zelfanalyse.dossier.template import PinnedList
from zelfanalyse.facilitator.draft import Draft
from zelfanalyse.questionnaire import library

TODAY = date(2026, 11, 22)


def listed(name: str) -> PinnedList:
    """Return a built-in list as a dossier keeps it."""
    path = library.find(name)
    return PinnedList(library.open_questionnaire(path), path.read_text("utf-8"))


LISTS = tuple(listed(name) for name in ("samenwerking", "calimero"))


@pytest.fixture
def draft() -> Draft:
    """Return a draft in which nothing was said yet."""
    return Draft.begin(TODAY, LISTS, ["samenwerking"])
