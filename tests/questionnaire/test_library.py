"""The lists that come with the program, and how one is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.questionnaire.lists import SMALL
from zelfanalyse.errors import ExitCode, RefusedError, WrongUseError
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.model import Display
from zelfanalyse.questionnaire.review import review


def test_six_lists_are_built_in() -> None:
    """The main list and the five beside it, in alphabetical order."""
    expected = ["calimero", "ideaalbeeld", "leertraject", "organisatie", "regie", "samenwerking"]
    assert expected == list(library.built_in())


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("ideaalbeeld", {"gemeente": 5, "regio": 7}),
        ("leertraject", {"gereed": 8}),
        (
            "organisatie",
            dict.fromkeys(
                ("bedoeling", "verschil", "buiten", "experiment", "leervermogen", "rollen"), 4
            ),
        ),
        ("regie", {"verkennen": 5, "ontwikkelen": 5, "regisseren": 5}),
    ],
)
def test_a_list_asks_what_the_method_has(name: str, sizes: dict[str, int]) -> None:
    """Each factor, in the order of the screen, with its number of statements."""
    questionnaire = library.open_questionnaire(library.find(name))
    assert sizes == {
        factor.id: len(factor.statements)
        for cluster in questionnaire.clusters
        for factor in questionnaire.factors_of(cluster)
    }


@pytest.mark.parametrize("name", library.built_in())
def test_a_scored_factor_has_one_reversed_statement(name: str) -> None:
    """So that who agrees with everything does not look content; a sketch has no such score."""
    questionnaire = library.open_questionnaire(library.find(name))
    if questionnaire.display is not Display.SKETCH:
        counts = {
            factor.id: sum(item.reversed for item in factor.statements)
            for factor in questionnaire.factors
        }
        assert dict.fromkeys(counts, 1) == counts


@pytest.mark.parametrize("name", library.built_in())
def test_every_statement_says_where_it_comes_from(name: str) -> None:
    """The passage is in own words: marks of quoting are absent."""
    questionnaire = library.open_questionnaire(library.find(name))
    scored = [item for factor in questionnaire.factors for item in factor.statements]
    for item in (*scored, *questionnaire.mirror_statements):
        assert item.provenance is not None
        assert not set('"“”‘’') & set(item.provenance.passage)


def test_the_lists_say_how_they_are_shown() -> None:
    """Phases are laid side by side, the ideal is a sketch, and the others have bands."""
    shown = {
        name: library.open_questionnaire(path).display for name, path in library.built_in().items()
    }
    expected = {"ideaalbeeld": Display.SKETCH, "regie": Display.PHASES}
    assert {name: expected.get(name, Display.FACTORS) for name in shown} == shown


def test_the_learning_track_pairs_what_was_done_with_its_effect() -> None:
    """Thirteen prompts; what was done and its effect follow each other, line by line."""
    questionnaire = library.open_questionnaire(library.find("leertraject"))
    prompts = {item.id: item for item in questionnaire.open_questions}
    assert 13 == len(prompts)
    names = list(prompts)
    assert names.index("gedaan") + 1 == names.index("effect")
    assert "één stap per regel" in prompts["gedaan"].help_text
    assert all("in dezelfde volgorde" in prompts[name].help_text for name in ("gedaan", "effect"))


@pytest.mark.parametrize("name", library.built_in())
def test_a_built_in_list_has_no_findings(name: str) -> None:
    """No errors, and no advice on its wording either."""
    path = library.built_in()[name]
    assert [] == [str(finding) for finding in review(path)]
    assert name == library.open_questionnaire(path).id  # the file is named after its list


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
