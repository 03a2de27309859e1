"""A side that is closed takes no more responses, and only then the panel writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import bytes_of, dossier, on_disk, person, posted
from tests.test_merge import EARLY, LATE, LIST, fates, offered
from tests.test_several_lists import two_lists
from zelfanalyse.cli import main
from zelfanalyse.dossier import book, folder
from zelfanalyse.dossier.book import Book
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.panel import Panel
from zelfanalyse.dossier.steps import Step, Steps
from zelfanalyse.errors import ExitCode
from zelfanalyse.merge import Fate, merge

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.dossier.folder import Dossier

DAY = date(2026, 10, 1)
STEPS = Steps(day=DAY, steps=(Step(id="notitie", title="De notitie is klaar", due_on=DAY),))


def closed(opened: Dossier, source: Source) -> Dossier:
    """Return the dossier with one side closed."""
    return replace(opened, book=Book(steps=STEPS.with_closed(source, DAY)))


def test_a_closed_side_takes_nothing_new() -> None:
    """The reason says which side, since when, and what to do."""
    merged = merge(closed(dossier(LIST), Source.SELF), offered(EARLY))
    assert ({}, [Fate.REFUSED]) == (merged.accepted, fates(merged))
    expected = "de zelfanalyse is gesloten sinds 1 oktober 2026. Open die kant eerst weer."
    assert expected == merged.outcomes[0].reason


def test_the_other_side_stays_open() -> None:
    """Closing the self-analysis keeps nobody of outside out."""
    outside = person(2, "partners", LIST, {"vertrouwen-1": 3})
    merged = merge(closed(dossier(LIST), Source.SELF), offered(outside))
    assert [Fate.ACCEPTED] == fates(merged)


def test_what_was_merged_before_stays() -> None:
    """A later version is refused, the same file again is known, and the dossier loses nothing."""
    opened = closed(dossier(LIST, [EARLY]), Source.SELF)
    merged = merge(opened, offered(LATE, EARLY))
    assert ({}, [Fate.REFUSED, Fate.KNOWN]) == (merged.accepted, fates(merged))


def test_a_dossier_with_a_closed_side_opens_with_its_responses(tmp_path: Path) -> None:
    """What was merged before is no finding afterwards."""
    place = tmp_path / "d"
    on_disk(place, LIST)
    assert ExitCode.OK == main(["samenvoegen", str(place), str(posted(tmp_path, EARLY))])
    assert ExitCode.OK == main(["sluiten", str(place), "zelf"])
    assert (EARLY,) == folder.load(place).responses
    assert ExitCode.FINDINGS == main(["samenvoegen", str(place), str(posted(tmp_path, LATE))])
    assert (EARLY,) == folder.load(place).responses


def test_closing_keeps_the_planning_and_can_be_undone(tmp_path: Path) -> None:
    """Only the day of closing is written, and taken away again."""
    place = tmp_path / "d"
    on_disk(place)
    book.save(place, STEPS)
    assert ExitCode.OK == main(["sluiten", str(place), "extern"])
    steps = folder.load(place).book.steps
    assert (Source.SELF,) == steps.open_sides
    assert STEPS == steps.with_closed(Source.EXTERNAL, None)
    assert ExitCode.OK == main(["sluiten", str(place), "extern", "--weer-open"])
    assert STEPS == folder.load(place).book.steps


@pytest.mark.parametrize("more", [[], ["--weer-open"]], ids=["close", "open"])
def test_a_second_time_changes_nothing(
    tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A side that is closed keeps its day; one that is open is not written at all."""
    place = tmp_path / "d"
    on_disk(place)
    if not more:
        book.save(place, STEPS.with_closed(Source.SELF, DAY))
    before = bytes_of(place)
    assert ExitCode.OK == main(["sluiten", str(place), "zelf", *more])
    assert before == bytes_of(place)
    assert "Er is niets veranderd." in capsys.readouterr().err


def test_closing_tells_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No answers yet, which side is still open, and what comes when neither is."""
    place = tmp_path / "d"
    on_disk(place)
    main(["sluiten", str(place), "zelf"])
    told = capsys.readouterr().err
    assert "van deze kant zijn er nog geen antwoorden" in told
    assert "De blik van buiten is nog open." in told
    main(["sluiten", str(place), "extern"])
    assert "zelfanalyse visitatie" in capsys.readouterr().err


def test_there_are_two_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another word is wrong use, and both are named."""
    on_disk(tmp_path / "d")
    assert ExitCode.USAGE == main(["sluiten", str(tmp_path / "d"), "visitatie"])
    assert "Kies uit: zelf, extern." in capsys.readouterr().err


def test_opening_again_warns_when_the_panel_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its judgement leaves the report until the side is closed again."""
    place = tmp_path / "d"
    on_disk(place)
    book.save(place, STEPS.with_closed(Source.SELF, DAY))
    book.save(place, Panel())
    main(["sluiten", str(place), "zelf", "--weer-open"])
    assert "staat het oordeel van de commissie niet in het rapport" in capsys.readouterr().err


def test_closing_holds_for_the_other_lists_too(tmp_path: Path) -> None:
    """A side is closed for the dossier, not for one of its lists."""
    place = tmp_path / "d"
    two_lists(place)
    book.save(place, STEPS.with_closed(Source.SELF, DAY))
    (part,) = folder.load(place).parts
    assert DAY == part.book.steps.closed_on(Source.SELF)
