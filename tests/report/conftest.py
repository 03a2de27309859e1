"""The example, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.report import case_of
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.commands.showing import before
from zelfanalyse.dossier.folder import FILLED_IN
from zelfanalyse.example.make import make
from zelfanalyse.intake import take_in
from zelfanalyse.progress.case import Case
from zelfanalyse.report.build import build

if TYPE_CHECKING:
    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.report.document import Document


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """Return the example dossier with everything taken in."""
    place = tmp_path_factory.mktemp("voorbeeld") / "dossier"
    dossier, _ = take_in(make(place), [place / FILLED_IN])
    return dossier


@pytest.fixture(scope="session")
def result(example: Dossier) -> Result:
    """Return the result of the example."""
    return analyse(example)


@pytest.fixture(scope="session")
def case(example: Dossier) -> Case:
    """Return the whole example: every list, what came after the figures, and the round before."""
    return Case.of(example, before(example))


@pytest.fixture(scope="session")
def document(result: Result) -> Document:
    """Return the report of the example."""
    return build(case_of(result))
