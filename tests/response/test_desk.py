"""Where responses are filled in: a new one gets a fresh file, an old one is found again."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.questionnaire.lists import EVERY_KIND, read
from tests.response.people import CODE, DIRECTIE, LATER, LIST, NOW, QUESTIONS, RAAD, at
from zelfanalyse.errors import RefusedError
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation, Session

if TYPE_CHECKING:
    from pathlib import Path


def desk(folder: Path, *invitations: Invitation) -> Desk:
    """Return a desk for board and council, unless others are invited."""
    return Desk(LIST, folder, invitations or (DIRECTIE, RAAD), lambda: NOW)


def put(folder: Path, code: str, invitation: Invitation = DIRECTIE, minutes: int = 0) -> Session:
    """Put a response with one answer in the folder, begun so many minutes after the first."""
    begun = Session.begin(LIST, invitation, code, NOW + timedelta(minutes=minutes))
    session = at("rollen-1", begun).answer(1)
    file.save(file.path_for(folder, session.response), session.response)
    return session


def test_a_new_session_has_a_code_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code whose file is there already is passed over, so nobody's answers are overwritten."""
    taken = put(tmp_path, "AAAA-0001")
    codes = iter(["AAAA-0001", "AAAA-0001", "AAAA-0002"])
    monkeypatch.setattr(file, "new_code", lambda: next(codes))
    session = desk(tmp_path).begin(RAAD).session
    assert "AAAA-0002" == session.response.respondent
    assert ("raad", NOW) == (session.response.perspective, session.response.started)
    assert taken.response == file.load(tmp_path / "AAAA-0001.antwoord.toml")[0]


def test_beginning_writes_nothing(tmp_path: Path) -> None:
    """Someone who looks and leaves leaves no file, and no folder either."""
    desk(tmp_path / "nieuw").begin(RAAD)
    assert [] == list(tmp_path.iterdir())


def test_a_saved_session_is_a_draft(tmp_path: Path) -> None:
    """What is put on disk is found again, with everything that was said."""
    here = desk(tmp_path / "ingevuld")
    sitting = here.begin(DIRECTIE)
    sitting.change(at("tempo", at("goed", sitting.session).answer("Veel.")))
    assert [file.ResponseFile(sitting.path, sitting.session.response)] == [
        *here.find(DIRECTIE).drafts
    ]


def test_the_last_begun_draft_comes_first(tmp_path: Path) -> None:
    """Most people want to go on with what they did last."""
    for number, minutes in enumerate((5, 20, 0)):
        put(tmp_path, f"AAAA-000{number}", minutes=minutes)
    found = [draft.response.respondent for draft in desk(tmp_path).find(DIRECTIE).drafts]
    assert ["AAAA-0001", "AAAA-0000", "AAAA-0002"] == found


def test_only_drafts_one_may_go_on_with_are_listed(tmp_path: Path) -> None:
    """Not those of another perspective, dossier, round or list; what is handed in lies apart."""
    put(tmp_path, "AAAA-0001", DIRECTIE)
    put(tmp_path, "AAAA-0006", replace(RAAD, round="vorige"))
    put(tmp_path, "AAAA-0002", RAAD)
    put(tmp_path, "AAAA-0003", Invitation(dossier="ander", perspective="raad"))
    other = read(EVERY_KIND.replace('id = "elke_soort"', 'id = "andere_lijst"'))
    handed_in = put(tmp_path, "AAAA-0004", RAAD).hand_in(LATER)
    for session in (handed_in, Session.begin(other, RAAD, "AAAA-0005", NOW)):
        file.save(file.path_for(tmp_path, session.response), session.response)
    found = desk(tmp_path).find(RAAD)
    assert ["AAAA-0002"] == [draft.response.respondent for draft in found.drafts]
    assert ["AAAA-0004"] == [item.response.respondent for item in found.handed_in]
    assert () == found.findings


def test_what_cannot_be_opened_is_told_to_everyone(tmp_path: Path) -> None:
    """Whose broken file it is nobody knows, so each perspective hears of it."""
    (tmp_path / "AAAA-0001.antwoord.toml").write_text("kapot", encoding="utf-8")
    for invitation in (DIRECTIE, RAAD):
        (finding,) = desk(tmp_path).find(invitation).findings
        assert (tmp_path / "AAAA-0001.antwoord.toml", 1) == (finding.file, finding.line)


def test_a_list_without_a_dossier_has_its_own_drafts(tmp_path: Path) -> None:
    """Filled in on one's own, without a perspective."""
    put(tmp_path, "AAAA-0001", Invitation())
    put(tmp_path, "AAAA-0002", RAAD)
    found = desk(tmp_path, Invitation()).find(Invitation()).drafts
    assert ["AAAA-0001"] == [draft.response.respondent for draft in found]


def test_resuming_takes_the_invitation_of_the_draft(tmp_path: Path) -> None:
    """Perspective, questions and place are those of the person who began."""
    put(tmp_path, CODE, DIRECTIE)
    here = desk(tmp_path, RAAD, DIRECTIE)
    (draft,) = here.find(DIRECTIE).drafts
    session = here.resume(draft.path).session
    assert DIRECTIE == session.invitation
    assert ("rollen-1", draft.response) == (session.current.id, session.response)
    assert QUESTIONS["gesprekken"] in session.questions


def test_a_file_that_broke_meanwhile_is_refused(tmp_path: Path) -> None:
    """Between the list and the choice someone can have spoiled it: it is not opened, nor held."""
    put(tmp_path, CODE)
    here = desk(tmp_path, DIRECTIE)
    (draft,) = here.find(DIRECTIE).drafts
    draft.path.write_text("kapot", encoding="utf-8")
    with pytest.raises(RefusedError, match="geen geldige TOML"):
        here.resume(draft.path)
    assert "kapot" == draft.path.read_text("utf-8")
    assert [draft.path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("make", "told"), [("mkdir", "dit is een map"), ("mkfifo", "geen gewoon bestand")]
)
def test_what_is_no_file_any_more_is_refused(tmp_path: Path, make: str, told: str) -> None:
    """A folder or a pipe came in its place meanwhile: refused as any other, and nobody waits."""
    put(tmp_path, CODE)
    here = desk(tmp_path, DIRECTIE)
    (draft,) = here.find(DIRECTIE).drafts
    draft.path.unlink()
    getattr(os, make)(draft.path)
    with pytest.raises(RefusedError, match=told):
        here.resume(draft.path)
    assert [draft.path] == list(tmp_path.iterdir())
