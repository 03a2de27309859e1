"""A small questionnaire with every kind of question, and a desk that never sees a real clock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zelfanalyse.questionnaire.load import load
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation
from zelfanalyse.tui.app import FillInApp

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Questionnaire

HERE = Path(__file__).parent
CLERK = Invitation(
    dossier="regio", perspective="secretaris", perspective_title="Secretaris", on_record=True
)
BOARD = Invitation(dossier="regio", perspective="directie", perspective_title="Directie")


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the list of ``lijst.toml``."""
    found, findings = load(HERE / "lijst.toml")
    assert found is not None, findings
    return found


@pytest.fixture
def desk(tmp_path: Path, questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk in an empty folder, on one day in November, where every code is the same."""
    codes = (f"K7F3-QX9{letter}" for letter in "MNPQRSTVWXYZ")
    monkeypatch.setattr(file, "new_code", lambda: next(codes))
    now = datetime(2026, 11, 21, 10, 2, tzinfo=UTC)
    return Desk(questionnaire, tmp_path, (BOARD,), lambda: now)


@pytest.fixture
def app(desk: Desk) -> FillInApp:
    """Return the app at the desk, without animations."""
    return quiet(FillInApp(desk))


def quiet(app: FillInApp) -> FillInApp:
    """Return the app without animations."""
    app.animation_level = "none"
    return app
