"""A dossier on disk."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    RAAD,
    asked,
    bytes_of,
    code,
    factor,
    new_dossier,
    on_disk,
    person,
    pinned,
    posted,
)
from zelfanalyse import toml_file
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.errors import RefusedError, StorageError, WrongUseError
from zelfanalyse.progress.planning import planning
from zelfanalyse.response import file


def changed(path: Path, old: str, new: str) -> None:
    """Replace a text in a file that must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def line_of(path: Path, text: str) -> int:
    """Return the line of the first appearance of a text."""
    lines = path.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def refusal(place: Path) -> RefusedError:
    """Return the error that loading a dossier gives."""
    with pytest.raises(RefusedError) as caught:
        folder.load(place)
    return caught.value


def test_a_dossier_is_read_as_it_was_made(tmp_path: Path) -> None:
    """Settings, list and responses come back."""
    made = on_disk(tmp_path / "d")
    response = person(1, "raad", made.questionnaire, {"vertrouwen-1": 4})
    folder.accept(made, response)
    loaded = folder.load(tmp_path / "d")
    assert made.settings == loaded.settings
    assert made.questionnaire == loaded.questionnaire
    assert (response,) == loaded.responses


def test_a_respondent_is_told_about_the_dossier(tmp_path: Path) -> None:
    """An invitation carries what a person must know beforehand."""
    made = on_disk(tmp_path / "d")
    invitation = made.invitation(ADVISEUR)
    assert ("proef", "2026", "adviseur", "extern") == (
        invitation.dossier,
        invitation.round,
        invitation.perspective,
        invitation.source,
    )
    assert (True, 5, False) == (
        invitation.on_record,
        invitation.minimum_group,
        invitation.made_up,
    )


def test_a_changed_list_is_refused(tmp_path: Path) -> None:
    """The pinned list may not ask something else than what was answered."""
    on_disk(tmp_path)
    changed(tmp_path / folder.QUESTIONNAIRE, "Stelling 1 van", "Een andere stelling over")
    (finding,) = refusal(tmp_path).findings
    assert tmp_path / folder.SETTINGS == finding.file
    assert line_of(tmp_path / folder.SETTINGS, "[vragenlijst]") == finding.line
    assert folder.QUESTIONNAIRE in finding.message


def test_a_comment_in_the_list_changes_nothing(tmp_path: Path) -> None:
    """The fingerprint is of the meaning: white space and comments are free."""
    made = on_disk(tmp_path)
    path = tmp_path / folder.QUESTIONNAIRE
    path.write_text("# Eigen aantekening.\n\n" + path.read_text("utf-8"), "utf-8")
    assert made.settings == folder.load(tmp_path).settings


def test_a_perspective_may_not_be_there_twice(tmp_path: Path) -> None:
    """Two groups with one id cannot be told apart; the second one is pointed at."""
    on_disk(tmp_path, perspectives=[RAAD, ADVISEUR])
    changed(tmp_path / folder.SETTINGS, '"adviseur"', '"raad"')
    (finding,) = refusal(tmp_path).findings
    lines = (tmp_path / folder.SETTINGS).read_text("utf-8").splitlines()
    assert 'id = "raad"' == lines[(finding.line or 0) - 1]
    assert lines.index('id = "raad"') + 1 != finding.line
    assert "'raad'" in finding.message


def test_a_minimum_of_two_is_refused(tmp_path: Path) -> None:
    """Two people could read each other's answer: the floor is three, and the line is named."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, "minimum_groep = 5", "minimum_groep = 2")
    (finding,) = refusal(tmp_path).findings
    assert line_of(tmp_path / folder.SETTINGS, "minimum_groep = 2") == finding.line
    assert "'minimum_groep' klopt niet: dit moet minstens 3 zijn." == finding.message


def test_a_minimum_of_three_is_allowed(tmp_path: Path) -> None:
    """The floor itself is a choice a facilitator can make."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, "minimum_groep = 5", "minimum_groep = 3")
    assert 3 == folder.load(tmp_path).settings.method.minimum_group


def test_all_findings_come_at_once(tmp_path: Path) -> None:
    """Two errors in the settings and one in the list are three findings, each with its line."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, "minimum_groep = 5", "minimum_groep = 2")
    changed(tmp_path / folder.SETTINGS, 'bron = "zelf"', 'bron = "binnen"')
    changed(tmp_path / folder.QUESTIONNAIRE, 'tekst = "', 'teskt = "')
    found = refusal(tmp_path).findings
    settings = [finding for finding in found if finding.file.name == folder.SETTINGS]
    questions = [finding for finding in found if finding.file.name == folder.QUESTIONNAIRE]
    assert {
        line_of(tmp_path / folder.SETTINGS, "minimum_groep"),
        line_of(tmp_path / folder.SETTINGS, '"binnen"'),
    } == {finding.line for finding in settings}
    assert any("tekst" in finding.hint for finding in questions)


@pytest.mark.parametrize(
    ("number", "expectation"),
    [("-5", "dit moet minstens 0 zijn"), ("1000001", "dit mag hoogstens 1000000 zijn")],
)
def test_so_many_people_are_not_invited(tmp_path: Path, number: str, expectation: str) -> None:
    """The line and what may stand there are named."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, 'id = "raad"', f'id = "raad"\nuitgenodigd = {number}')
    _, (finding,) = folder.read(tmp_path)
    assert line_of(tmp_path / folder.SETTINGS, f"uitgenodigd = {number}") == finding.line
    assert f"'uitgenodigd' klopt niet: {expectation}." == finding.message


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    """Without its pinned list a dossier cannot be read, and the file is named."""
    on_disk(tmp_path)
    (tmp_path / folder.QUESTIONNAIRE).unlink()
    assert [tmp_path / folder.QUESTIONNAIRE] == [item.file for item in refusal(tmp_path).findings]


@pytest.mark.parametrize("name", ["nergens", "leeg"])
def test_a_folder_without_a_dossier_is_no_dossier(tmp_path: Path, name: str) -> None:
    """A folder that is not there, or is empty, is named in the error."""
    (tmp_path / "leeg").mkdir()
    with pytest.raises(WrongUseError, match=name):
        folder.load(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (folder.SETTINGS, "naam = \n"),
        (folder.SETTINGS, "formaat = 2\n"),
        (folder.QUESTIONNAIRE, "dit is geen toml\n"),
    ],
)
def test_a_broken_file_is_a_finding(tmp_path: Path, name: str, text: str) -> None:
    """What is no TOML, or of another format, is refused with the file and the line."""
    on_disk(tmp_path)
    (tmp_path / name).write_text(text, "utf-8")
    found = {(finding.file, finding.line) for finding in refusal(tmp_path).findings}
    assert (tmp_path / name, 1) in found


def test_an_unknown_key_names_its_neighbour(tmp_path: Path) -> None:
    """A typing error in the settings is refused with what was probably meant."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, "aanleiding =", "aanleidng =")
    assert any("'aanleiding'" in item.hint for item in refusal(tmp_path).findings)


def test_a_control_character_in_the_settings_is_refused(tmp_path: Path) -> None:
    """A name cannot steer the terminal of who reads the report."""
    on_disk(tmp_path)
    changed(tmp_path / folder.SETTINGS, 'naam = "Proefregio"', r'naam = "\u001b[31mRood"')
    (finding,) = refusal(tmp_path).findings
    assert line_of(tmp_path / folder.SETTINGS, "Rood") == finding.line


def test_a_response_of_a_removed_perspective_is_refused(tmp_path: Path) -> None:
    """Nobody's answers silently fall out of a report."""
    made = on_disk(tmp_path, perspectives=[RAAD, ADVISEUR])
    folder.accept(made, person(1, "raad", made.questionnaire))
    changed(tmp_path / folder.SETTINGS, 'id = "raad"', 'id = "bestuur"')
    (finding,) = refusal(tmp_path).findings
    assert "'raad'" in finding.message
    assert folder.ACCEPTED == finding.file.parent.name


def test_a_response_that_was_spoiled_by_hand_is_refused(tmp_path: Path) -> None:
    """An answer outside the scale among the accepted ones is found with its line."""
    made = on_disk(tmp_path)
    response = person(1, "raad", made.questionnaire, {"vertrouwen-1": 4})
    folder.accept(made, response)
    path = file.path_for(tmp_path / folder.ACCEPTED, response)
    changed(path, "vertrouwen-1 = 4", "vertrouwen-1 = 9")
    (finding,) = refusal(tmp_path).findings
    assert (path, line_of(path, "vertrouwen-1")) == (finding.file, finding.line)


def test_a_copy_among_the_accepted_responses_is_not_another_person(tmp_path: Path) -> None:
    """One respondent in two files is refused: nobody counts twice."""
    made = on_disk(tmp_path)
    response = person(1, "raad", made.questionnaire, {"vertrouwen-1": 4})
    folder.accept(made, response)
    posted(tmp_path / folder.ACCEPTED, response, "kopie van 0001-TEST")
    (finding,) = refusal(tmp_path).findings
    assert code(1) in finding.message


@pytest.mark.parametrize(
    "change",
    [{"handed_in": None}, {"dossier": "ander"}, {"round": "2020"}, {"made_up": True}],
    ids=lambda change: next(iter(change)),
)
def test_what_a_merge_refuses_does_not_count_when_put_there_by_hand(
    tmp_path: Path, change: dict[str, str | None]
) -> None:
    """A draft, or a response of another dossier, copied into antwoorden/ is refused."""
    made = on_disk(tmp_path)
    response = person(1, "raad", made.questionnaire).model_copy(update=change)
    posted(tmp_path / folder.ACCEPTED, response)
    refusal(tmp_path)


def test_a_dossier_is_not_made_over_another(tmp_path: Path) -> None:
    """Making a dossier where one is refuses, and leaves every byte."""
    on_disk(tmp_path)
    before = bytes_of(tmp_path)
    with pytest.raises(WrongUseError):
        folder.create(tmp_path, new_dossier())
    assert before == bytes_of(tmp_path)


def test_a_list_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """Someone's own vragenlijst.toml in the folder is not lost: the dossier is refused."""
    (tmp_path / folder.QUESTIONNAIRE).write_text("# Mijn eigen lijst, urenlang werk.\n", "utf-8")
    before = bytes_of(tmp_path)
    with pytest.raises(WrongUseError, match=folder.QUESTIONNAIRE):
        on_disk(tmp_path)
    assert before == bytes_of(tmp_path)


def test_an_earlier_response_is_put_aside(tmp_path: Path) -> None:
    """A replaced response is kept whole under antwoorden/vervangen, and not counted."""
    made = on_disk(tmp_path)
    first = person(1, "raad", made.questionnaire, {"vertrouwen-1": 2}, minutes=10)
    second = person(1, "raad", made.questionnaire, {"vertrouwen-1": 5}, minutes=20)
    folder.accept(made, first)
    folder.accept(made, second)
    (aside,) = (tmp_path / folder.REPLACED).iterdir()
    assert (first, []) == file.load(aside)
    assert (second,) == folder.load(tmp_path).responses


def test_every_replaced_response_is_kept(tmp_path: Path) -> None:
    """Handing in three times keeps the two earlier ones."""
    made = on_disk(tmp_path)
    for minutes in (1, 2, 3):
        folder.accept(
            made, person(1, "raad", made.questionnaire, {"vertrouwen-1": minutes}, minutes=minutes)
        )
    kept = [file.load(path)[0] for path in sorted((tmp_path / folder.REPLACED).iterdir())]
    assert [1, 2] == [item.statements["vertrouwen-1"] for item in kept if item]


def test_a_list_with_every_kind_of_factor_can_be_pinned(tmp_path: Path) -> None:
    """Weights and reversed statements are part of what is pinned."""
    questionnaire = asked(factor("x", 3, reverse=[2], weights=[1, 2, 3]))
    assert questionnaire == on_disk(tmp_path, questionnaire).questionnaire
    changed(tmp_path / folder.QUESTIONNAIRE, "gewicht = 3", "gewicht = 4")
    assert 1 == len(refusal(tmp_path).findings)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "x" * 201},
        {"name": "\x1b"},
        {"start_questions": ("",)},
        {"perspectives": ()},
        {"perspectives": (RAAD, RAAD)},
        {"perspectives": (RAAD.model_copy(update={"lists": ("onbekend",)}),)},
        {"lists": (pinned(asked()), pinned(asked()))},
    ],
)
def test_wrong_settings_make_no_dossier(tmp_path: Path, change: dict[str, Any]) -> None:
    """Settings that could not be read back are refused before anything is written."""
    with pytest.raises(WrongUseError, match="Zo kan er geen dossier komen"):
        folder.create(tmp_path / "d", replace(new_dossier(), **change))
    assert {} == bytes_of(tmp_path)


OTHER = asked().model_copy(update={"id": "andere"})
WHOLE = replace(
    new_dossier(asked(), OTHER),
    steps=Steps(day=date(2027, 3, 18), steps=planning(date(2027, 3, 18), date(2026, 11, 1))),
)


def test_every_list_and_the_planning_are_made(tmp_path: Path) -> None:
    """Other lists have a folder of their own, and the planning is read back as it was."""
    folder.create(tmp_path / "d", WHOLE)
    made = folder.load(tmp_path / "d")
    assert ["andere"] == [part.questionnaire.id for part in made.parts]
    assert WHOLE.steps == made.book.steps
    assert [
        "dossier.toml",
        "lijsten/andere/vragenlijst.toml",
        "stappen.toml",
        "vragenlijst.toml",
    ] == list(bytes_of(tmp_path / "d"))


@pytest.mark.parametrize("last", [folder.SETTINGS, "stappen.toml"])
def test_a_full_disk_leaves_no_list_and_no_planning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    """In a folder with something else, also the folders that were made are taken back."""
    (tmp_path / "brief.txt").write_text("Beste begeleider", "utf-8")
    whole = toml_file.write_bytes

    def refuse(path: Path, content: bytes) -> None:
        if path.name == last:
            raise StorageError("De schijf is vol.")
        whole(path, content)

    monkeypatch.setattr(toml_file, "write_bytes", refuse)
    with pytest.raises(StorageError):
        folder.create(tmp_path, WHOLE)
    assert ["brief.txt"] == [path.name for path in tmp_path.iterdir()]


def test_a_planning_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """Any file of the dossier that lies there already refuses the dossier."""
    (tmp_path / "stappen.toml").write_text("# van mij\n", "utf-8")
    with pytest.raises(WrongUseError, match=r"stappen\.toml"):
        folder.create(tmp_path, WHOLE)
    assert ["stappen.toml"] == list(bytes_of(tmp_path))


def test_a_disk_that_refuses_leaves_no_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings are written last: half a dossier is none."""
    whole = toml_file.write_bytes

    def refuse_settings(path: Path, content: bytes) -> None:
        if path.name == folder.SETTINGS:
            raise StorageError("De schijf is vol.")
        whole(path, content)

    monkeypatch.setattr(toml_file, "write_bytes", refuse_settings)
    with pytest.raises(StorageError):
        on_disk(tmp_path)
    assert not folder.is_dossier(tmp_path)


def test_a_full_disk_takes_back_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with something else, a failing dossier.toml takes vragenlijst.toml back."""
    (tmp_path / "brief.txt").write_text("Beste begeleider", "utf-8")
    before = bytes_of(tmp_path)
    whole = toml_file.write_bytes

    def refuse_settings(path: Path, content: bytes) -> None:
        if path.name == folder.SETTINGS:
            raise StorageError("De schijf is vol.")
        whole(path, content)

    monkeypatch.setattr(toml_file, "write_bytes", refuse_settings)
    with pytest.raises(StorageError):
        on_disk(tmp_path)
    assert before == bytes_of(tmp_path)


def test_answers_that_cannot_be_read_are_not_no_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of responses without rights refuses the dossier: the report would be empty."""
    made = on_disk(tmp_path)
    folder.accept(made, person(1, "raad", made.questionnaire))

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "iterdir", refuse)
    (finding,) = refusal(tmp_path).findings
    assert tmp_path / folder.ACCEPTED == finding.file
    assert "u hebt hier geen rechten" in finding.message


def test_a_dossier_that_cannot_be_looked_at_is_not_no_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without rights is told as such."""
    on_disk(tmp_path)

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "stat", refuse)
    (finding,) = refusal(tmp_path).findings
    assert tmp_path / folder.SETTINGS == finding.file
    assert "u hebt hier geen rechten" in finding.message


@pytest.mark.parametrize(
    "name", ["0001-TEST.antwoord (1).toml", "0001-TEST.antwoord.toml.txt", "kopie.TOML"]
)
def test_a_renamed_response_among_the_accepted_ones_counts(tmp_path: Path, name: str) -> None:
    """Nobody's answers fall out of a report because a mail program changed a name."""
    made = on_disk(tmp_path)
    response = person(1, "raad", made.questionnaire)
    posted(tmp_path / folder.ACCEPTED, response).rename(tmp_path / folder.ACCEPTED / name)
    assert (response,) == folder.load(tmp_path).responses
