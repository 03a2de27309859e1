"""The lists that come with the program, and how one is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.questionnaire.lists import SMALL
from zelfanalyse.errors import ExitCode, RefusedError, WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.load import load


def test_the_main_list_is_built_in() -> None:
    """Without it there is nothing to fill in; the lists are in alphabetical order."""
    assert "samenwerking" in library.built_in()
    assert sorted(library.built_in()) == list(library.built_in())


@pytest.mark.parametrize("name", library.built_in())
def test_a_built_in_list_has_no_findings(name: str) -> None:
    """No errors, and no advice on its wording either."""
    questionnaire, findings = load(library.built_in()[name])
    assert [] == [str(finding) for finding in findings]
    assert questionnaire is not None
    assert name == questionnaire.id  # the file is named after its list


def test_a_list_is_found_by_its_name() -> None:
    """The name of a built-in list is its id."""
    assert library.built_in()["samenwerking"] == library.find("samenwerking")


def test_an_own_list_is_found_by_its_path(tmp_path: Path) -> None:
    """A file may have any name; a name in .toml is a path, so that loading tells what is wrong."""
    path = tmp_path / "lijst.txt"
    path.write_text(SMALL, encoding="utf-8")
    assert path == library.find(str(path))
    assert Path("weg.toml") == library.find("weg.toml")


def test_an_unknown_name_suggests_the_nearest() -> None:
    """A typing error is answered with the list that was meant."""
    with pytest.raises(WrongUseError) as told:
        library.find("samenwerkin")
    expected = "Er is geen vragenlijst of bestand 'samenwerkin'. Bedoelde u 'samenwerking'?"
    assert expected == str(told.value)
    assert ExitCode.USAGE is told.value.exit_code


def test_a_name_like_no_other_gets_the_whole_choice() -> None:
    """Without a near name the hint lists what there is."""
    with pytest.raises(WrongUseError) as told:
        library.find("zzz")
    assert f"Er zijn: {', '.join(library.built_in())}." == told.value.hint


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    """The folder of a dossier is not looked into."""
    with pytest.raises(WrongUseError):
        library.find(str(tmp_path))


def test_opening_a_list_gives_a_list(tmp_path: Path) -> None:
    """Advice does not stand in the way of filling in."""
    path = tmp_path / "lijst.toml"
    path.write_text(SMALL.replace("komen afspraken", "komen vaak"), encoding="utf-8")
    assert "klein" == library.open_questionnaire(path).id


def test_opening_a_list_with_mistakes_tells_them_all(tmp_path: Path) -> None:
    """The errors end the command; the advice is left out."""
    path = tmp_path / "lijst.toml"
    text = SMALL.replace("komen afspraken", "komen vaak").replace('"mensen"\nt', '"menssen"\nt', 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError) as told:
        library.open_questionnaire(path)
    assert [9, 13] == [finding.line for finding in told.value.findings]
    assert str(told.value).startswith(f"{path}, regel 9: fout: geen factor hoort bij")


def test_a_path_stays_a_path_unless_it_is_a_built_in_name() -> None:
    """Checking takes the names of built-in lists too, and any path as it is."""
    expected = [library.built_in()["samenwerking"], Path("weg.txt")]
    assert expected == [
        library.find_if_built_in(Path(name)) for name in ("samenwerking", "weg.txt")
    ]
