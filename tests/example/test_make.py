"""The made-up dossier."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.dossier.builders import bytes_of, on_disk
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.gap import Reading
from zelfanalyse.analysis.told import Status
from zelfanalyse.cli import main
from zelfanalyse.dossier import folder, ledger
from zelfanalyse.example.make import make
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.requirements import missing
from zelfanalyse.progress.standing import status
from zelfanalyse.questionnaire import library
from zelfanalyse.response import file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an example that was made by the command."""
    place = tmp_path_factory.mktemp("gemaakt") / "voorbeeld"
    assert 0 == main(["voorbeeld", str(place)])
    return place


def test_the_example_is_the_same_every_time(made: Path, tmp_path: Path) -> None:
    """Two runs give the same files with the same bytes; only the ledger has its own secret."""
    assert 0 == main(["voorbeeld", str(tmp_path / "nog een")])
    first, second = bytes_of(made), bytes_of(tmp_path / "nog een")
    for name in [name for name in first if name.endswith(ledger.LEDGER)]:
        entries = [json.loads(files.pop(name)) for files in (first, second)]
        assert 2 == len({entry["zout"] for entry in entries})
        assert 1 == len({_without_secrets(entry) for entry in entries})
    assert first == second


def _without_secrets(entry: dict[str, Any]) -> str:
    """Return a line of the ledger without its salt and time, and with a count for its hashes."""
    plain = {
        subject: [{weight: len(records) for weight, records in row.items()} for row in rows]
        for subject, rows in entry["cijfers"].items()
    }
    return json.dumps({**entry, "zout": "", "tijd": "", "cijfers": plain}, sort_keys=True)


def test_the_report_is_the_same_every_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made, made again, and asked for as a report: the same text."""
    outputs = []
    for command in ("voorbeeld", "voorbeeld", "rapport"):
        assert 0 == main([command, str(tmp_path / "v")])
        outputs.append(capsys.readouterr().out)
    assert [outputs[0]] * 3 == outputs


def test_every_file_says_that_it_is_made_up(made: Path) -> None:
    """Whoever finds one file alone can see that nobody gave these answers."""
    files = bytes_of(made)
    assert len(files) > 20
    for name in [name for name in files if name.endswith(ledger.LEDGER)]:
        assert json.loads(files.pop(name))["verzonnen"] is True
    assert [] == [name for name, content in files.items() if b"VERZONNEN" not in content]


def test_every_response_is_marked_for_the_program(made: Path) -> None:
    """The mark is a value, so that a real dossier refuses these answers."""
    marks = [
        tomllib.loads(path.read_text("utf-8"))["verzonnen"]
        for path in made.rglob("*.toml")
        if path.name != folder.QUESTIONNAIRE
    ]
    assert [True] * len(marks) == marks


def test_running_twice_changes_nothing(made: Path) -> None:
    """The second time shows the report and leaves every byte."""
    before = bytes_of(made)
    assert 0 == main(["voorbeeld", str(made)])
    assert before == bytes_of(made)


def test_a_real_dossier_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command refuses a folder with a real dossier, and changes nothing in it."""
    on_disk(tmp_path)
    before = bytes_of(tmp_path)
    assert 2 == main(["voorbeeld", str(tmp_path)])
    assert "echt dossier" in capsys.readouterr().err
    assert before == bytes_of(tmp_path)


def test_an_interrupted_example_is_finished(tmp_path: Path) -> None:
    """What was not written yet is added; what is there, also when changed, stays."""
    whole = make(tmp_path)
    first, second, *_ = sorted((tmp_path / folder.FILLED_IN).iterdir())
    first.unlink()
    second.write_text("# met de hand", encoding="utf-8")
    assert whole.settings == make(tmp_path).settings
    assert first.is_file()
    assert "# met de hand" == second.read_text(encoding="utf-8")


def test_the_example_asks_the_built_in_list(made: Path) -> None:
    """The list of the example is the real one."""
    expected = library.open_questionnaire(library.find("samenwerking"))
    assert expected == folder.load(made).questionnaire


def test_the_example_has_something_of_everything(made: Path) -> None:
    """Both sides, each finding, and something that must be hidden."""
    result = analyse(folder.load(made).lists[0])
    readings = {item.gap.reading for item in result.factors if item.gap}
    expected = {Reading.BLIND_SPOT, Reading.HIDDEN_STRENGTH, Reading.SHARED_STRENGTH}
    assert set() == expected - readings
    statuses = {
        score.status for item in result.factors for score in item.measure.perspectives.values()
    }
    assert {Status.SHOWN, Status.SMALL} <= statuses
    assert () != result.divided
    assert () != result.unseen
    assert any(words for item in result.factors for words in item.comments.values())


def test_real_answers_do_not_get_into_the_example(made: Path, tmp_path: Path) -> None:
    """An answer with the mark taken off is refused, and a marked one by a real dossier."""
    path = next((made / folder.FILLED_IN).iterdir())
    other = tmp_path / path.name
    other.write_text(path.read_text("utf-8").replace("verzonnen = true\n", ""), "utf-8")
    before = bytes_of(made)
    assert 1 == main(["samenvoegen", str(made), str(other)])
    assert before == bytes_of(made)


def test_a_draft_does_not_count_as_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The closing sentence tells how many responses the dossier has, not how many files lie by."""
    dossier = make(tmp_path)
    path = min((tmp_path / folder.FILLED_IN).iterdir())
    response, _ = file.load(path)
    assert response is not None
    draft = response.model_copy(update={"respondent": "0000-TEST", "handed_in": None})
    file.save(file.path_for(tmp_path / folder.FILLED_IN, draft), draft)
    assert 0 == main(["voorbeeld", str(tmp_path)])
    count = len(folder.load(dossier.folder).every_response)
    assert f"met {count} antwoorden" in capsys.readouterr().err


def test_an_incomplete_example_is_not_shown_as_the_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a spoiled file there is no report: the file is named, with what to do."""
    make(tmp_path)
    path = min((tmp_path / folder.FILLED_IN).iterdir())
    path.write_text("# met de hand", encoding="utf-8")
    assert 1 == main(["voorbeeld", str(tmp_path)])
    done = capsys.readouterr()
    assert "" == done.out
    assert path.name in done.err
    assert "mist 1 antwoord." in done.err
    path.unlink()
    assert 0 == main(["voorbeeld", str(tmp_path)])


def test_the_example_carries_the_whole_method(made: Path) -> None:
    """Two lists, every file beside the answers, five actions, and nothing is missing."""
    dossier = folder.load(made)
    assert ["samenwerking", "calimero"] == [item.questionnaire.id for item in dossier.lists]
    pages = dossier.book
    assert None not in {pages.panel, pages.reaction, pages.learning, pages.inventory}
    assert 5 == len(pages.actions.actions)
    assert () == missing(pages, Case.of(dossier).results)


def test_the_round_of_before_is_closed_with_its_figures(made: Path) -> None:
    """A whole dossier of its own, and final."""
    before = folder.load(made / folder.ROUNDS / "2025")
    assert "2025" == before.settings.round
    assert len(before.every_response) == len(folder.load(made).every_response)
    assert status(Case.of(before)).is_final


def test_there_are_two_other_participants(tmp_path: Path) -> None:
    """They lie beside the example, with other people and another profile."""
    assert 0 == main(["voorbeeld", str(tmp_path / "v"), "--met-deelnemers"])
    places = sorted(tmp_path.iterdir())
    assert ["v", "v-dal", "v-kust"] == [place.name for place in places]
    dossiers = [folder.load(place) for place in places]
    assert 3 == len({item.settings.profile for item in dossiers})
    codes = [response.respondent for item in dossiers for response in item.responses]
    assert len(set(codes)) == len(codes)
    for item in dossiers[1:]:
        assert item.settings.made_up
        assert 26 == len(item.responses)
