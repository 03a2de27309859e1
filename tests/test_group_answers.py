"""One response on behalf of several people: who says so, and what it counts for."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import MOMENT, PARTNERS, RAAD, answered, asked, dossier, on_disk, person
from tests.report.words import texts
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.result import Participation
from zelfanalyse.analysis.told import Status
from zelfanalyse.cli import main
from zelfanalyse.dossier.folder import FILLED_IN
from zelfanalyse.dossier.model import Source
from zelfanalyse.errors import ExitCode
from zelfanalyse.form.welcome import paragraphs
from zelfanalyse.report.opening import participation
from zelfanalyse.response import file
from zelfanalyse.response.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.response.model import Response

LIST = asked()


def type_in(
    monkeypatch: pytest.MonkeyPatch, place: Path, *words: str
) -> tuple[ExitCode, list[Response]]:
    """Answer one question line by line, stop, and return what is on disk."""
    monkeypatch.setattr("sys.stdin", StringIO("\n4\nstop\n"))
    done = main(["invullen", str(place), "--perspectief", "partners", "--eenvoudig", *words])
    found, _ = file.in_folder(place / FILLED_IN, LIST)
    return ExitCode(done), [item.response for item in found]


def test_a_response_says_for_how_many_it_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The number and the adviser are in the file, and in the command to go on with."""
    place = tmp_path / "d"
    on_disk(place, LIST)
    words = ("--namens-groep", "4", "--opgetekend")
    done, (response,) = type_in(monkeypatch, place, *words)
    assert (ExitCode.OK, 4, True) == (done, response.people, response.recorded)
    captured = capsys.readouterr()
    assert "--namens-groep 4 --opgetekend" in captured.err
    assert "U antwoordt namens 4 mensen. Dat telt als één antwoord." in captured.out


def test_without_the_options_a_response_is_of_one_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is in the file."""
    place = tmp_path / "d"
    on_disk(place, LIST)
    _, (response,) = type_in(monkeypatch, place)
    assert (None, False) == (response.people, response.recorded)
    assert not {"aantal_mensen", "opgetekend"} & set(response.to_toml())


def test_a_draft_keeps_for_how_many_it_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Going on without the option changes nothing."""
    place = tmp_path / "d"
    on_disk(place, LIST)
    type_in(monkeypatch, place, "--namens-groep", "3")
    _, (response,) = type_in(monkeypatch, place)
    assert 3 == response.people


@pytest.mark.parametrize("number", ["1", "100", "veel"])
def test_a_group_has_two_to_ninety_nine_people(tmp_path: Path, number: str) -> None:
    """Another number is wrong use."""
    on_disk(tmp_path / "d", LIST)
    words = ["invullen", str(tmp_path / "d"), "--eenvoudig", "--namens-groep", number]
    assert ExitCode.USAGE == main(words)


def test_a_list_by_itself_has_no_groups(capsys: pytest.CaptureFixture[str]) -> None:
    """There is no dossier in which it would count."""
    words = ["invullen", "samenwerking", "--eenvoudig", "--namens-groep", "4"]
    assert ExitCode.USAGE == main(words)
    assert "alleen voor een dossier" in capsys.readouterr().err


def test_who_answers_for_others_reads_so_before_the_first_question(tmp_path: Path) -> None:
    """In the same place as the name of the group."""
    invitation = replace(dossier(LIST).invitation(RAAD), people=12, recorded=True)
    desk = Desk(LIST, tmp_path, (invitation,), lambda: MOMENT)
    (_, facts), *_ = paragraphs(desk, invitation)
    assert "U antwoordt als: Raad. U antwoordt namens 12 mensen." in facts
    assert "U schrijft op wat anderen zeggen." in facts


def test_a_group_counts_as_one_in_every_figure() -> None:
    """Four people of a group and two of another never make a group of five."""
    opened = answered({RAAD: [4, 4, 4, 4], PARTNERS: [2] * 5}, LIST)
    first, *rest = opened.responses
    spoken = first.model_copy(update={"people": 50, "recorded": True})
    grouped = replace(opened, responses=(spoken, *rest))
    assert analyse(opened).clusters == analyse(grouped).clusters
    (found,) = analyse(grouped).factors
    assert Status.SMALL is found.measure.sources[Source.SELF].status


def test_the_report_says_for_how_many_a_response_speaks() -> None:
    """Per group, with the sizes in order, and who wrote it down."""
    people = [
        person(1, "raad", LIST, {"vertrouwen-1": 4}).model_copy(update={"people": 4}),
        person(2, "partners", LIST).model_copy(update={"people": 6, "recorded": True}),
        person(3, "partners", LIST).model_copy(update={"people": 3}),
    ]
    result = analyse(dossier(LIST, people, (RAAD, PARTNERS)))
    expected = (Participation(RAAD, 1, (4,)), Participation(PARTNERS, 2, (3, 6), 1))
    assert expected == result.participation
    told = " ".join(texts(tuple(participation(result))))
    for part in (
        "Raad: 1 antwoord namens 4 mensen.",
        "Partners: 2 antwoorden namens 3 en 6 mensen.",
        "Partners: 1 antwoord opgeschreven door de adviseur.",
        "telt als één antwoord",
    ):
        assert part in told


def test_a_report_without_groups_says_nothing_of_them() -> None:
    """The usual case has no extra words."""
    result = analyse(answered({RAAD: [4] * 5}, LIST))
    assert "namens" not in " ".join(texts(tuple(participation(result))))
