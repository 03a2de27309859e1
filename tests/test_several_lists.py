"""A dossier with two lists, from filling in to the report."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import PARTNERS, RAAD, asked, bytes_of, factor, on_disk, person, posted
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.ledger import LEDGER
from zelfanalyse.errors import RefusedError, WrongUseError
from zelfanalyse.intake import take_in
from zelfanalyse.merge import Fate
from zelfanalyse.progress.case import Case
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.report.build import build
from zelfanalyse.report.document import Heading
from zelfanalyse.toml_file import dumps
from zelfanalyse.workplace import desk_for, list_called

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.running import Done
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.questionnaire.model import Questionnaire

FIRST = asked()
SECOND = asked(factor("moed")).model_copy(update={"id": "tweede", "title": "Nog een lijst"})


def now() -> datetime:
    """Return a moment that never moves."""
    return datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


def two_lists(place: Path, lists: str = "") -> None:
    """Make a dossier of two groups with another list; ``lists`` is a line about the raad."""
    on_disk(place, FIRST, (RAAD, PARTNERS))
    path = place / folder.SETTINGS
    reference = {"id": "tweede", "versie": SECOND.version, "vingerafdruk": fingerprint(SECOND)}
    text = path.read_text("utf-8").replace('bron = "zelf"\n', f'bron = "zelf"\n{lists}', 1)
    path.write_text(f"{text}\n[[extra_lijst]]\n{dumps(reference)}", "utf-8")
    home = place / folder.PARTS / "tweede"
    home.mkdir(parents=True)
    (home / folder.QUESTIONNAIRE).write_text(dumps(SECOND.to_toml()), "utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of a dossier with two lists."""
    two_lists(tmp_path / "d")
    return tmp_path / "d"


def filled(place: Path, tmp_path: Path) -> Dossier:
    """Return the dossier after six of the raad and six partners answered both lists."""
    given = [(RAAD, 4)] * 6 + [(PARTNERS, 2)] * 6
    for number, (group, value) in enumerate(given):
        posted(tmp_path / "post", person(number, group.id, FIRST, {"vertrouwen-1": value}))
        posted(tmp_path / "post", person(50 + number, group.id, SECOND, {"moed-1": 6 - value}))
    opened, merged = take_in(folder.load(place), [tmp_path / "post"])
    assert {Fate.ACCEPTED} == {outcome.fate for outcome in merged.outcomes}
    return opened


def test_another_list_is_a_dossier_of_its_own_with_those_who_are_asked_it(tmp_path: Path) -> None:
    """The raad is asked only the first list."""
    two_lists(tmp_path / "d", 'lijsten = ["lijst"]\n')
    own, part = folder.load(tmp_path / "d").lists
    assert tmp_path / "d" / "lijsten" / "tweede" == part.folder
    assert "tweede" == part.questionnaire.id == part.settings.questionnaire.id
    assert (RAAD.id, PARTNERS.id) == tuple(item.id for item in own.settings.perspectives)
    assert (PARTNERS,) == part.settings.perspectives


def test_a_group_cannot_be_asked_a_list_that_is_not_there(tmp_path: Path) -> None:
    """The known ones are named."""
    two_lists(tmp_path / "d", 'lijsten = ["derde"]\n')
    with pytest.raises(RefusedError) as caught:
        folder.load(tmp_path / "d")
    assert "Kies uit: lijst, tweede." in str(caught.value.findings[0])


def test_each_answer_goes_to_the_list_that_it_answers(place: Path, tmp_path: Path) -> None:
    """And is there when the dossier is opened again."""
    opened = filled(place, tmp_path)
    assert [12, 12] == [len(item.responses) for item in opened.lists]
    again = folder.load(place)
    assert [item.responses for item in opened.lists] == [item.responses for item in again.lists]
    assert 24 == len(again.every_response)
    assert 12 == len(list((place / "lijsten" / "tweede" / "antwoorden").iterdir()))


def test_an_answer_to_a_list_that_is_not_in_the_dossier_is_refused(
    place: Path, tmp_path: Path
) -> None:
    """With the list that it answers."""
    third = FIRST.model_copy(update={"id": "derde"})
    path = posted(tmp_path, person(1, "raad", third, {"vertrouwen-1": 4}))
    _, merged = take_in(folder.load(place), [path])
    assert [Fate.REFUSED] == [outcome.fate for outcome in merged.outcomes]
    assert "derde" in merged.outcomes[0].reason


def test_the_outcomes_keep_the_order_in_which_files_were_named(place: Path, tmp_path: Path) -> None:
    """Whatever list each of them is for."""
    one = posted(tmp_path, person(1, "raad", SECOND, {"moed-1": 4}), "b")
    two = posted(tmp_path, person(2, "raad", FIRST, {"vertrouwen-1": 4}), "a")
    _, merged = take_in(folder.load(place), [one, two])
    assert [one, two] == [outcome.path for outcome in merged.outcomes]


def test_the_report_has_a_part_for_each_list(place: Path, tmp_path: Path) -> None:
    """The other list is a chapter, with its sections one level deeper; the end comes once."""
    document = build(Case.of(filled(place, tmp_path)))
    titles = [(item.text, item.level) for item in document.blocks if isinstance(item, Heading)]
    chapter = titles.index(("Nog een lijst", 2))
    assert ("Per factor", 2) in titles[:chapter]
    assert ("Per factor", 3) in titles[chapter:]
    assert ("Moed", 4) in titles[chapter:]
    assert 1 == [title for title, _ in titles].count("Verantwoording")
    assert "lijst tweede 1.0.0" in document.footer


def test_each_list_has_a_ledger(place: Path, tmp_path: Path, run: Callable[..., Done]) -> None:
    """What is shown of a list is noted beside its answers."""
    filled(place, tmp_path)
    assert 0 == run("rapport", str(place)).exit_code
    assert {LEDGER, f"lijsten/tweede/{LEDGER}"} <= bytes_of(place).keys()


def test_someone_who_is_asked_two_lists_chooses(place: Path) -> None:
    """By its place; who names the list is not asked."""
    seen: list[Sequence[Questionnaire]] = []

    def ask(lists: Sequence[Questionnaire]) -> int:
        seen.append(lists)
        return 1

    assert SECOND == desk_for(str(place), "raad", now, ask=ask).questionnaire
    assert [(FIRST, SECOND)] == [tuple(lists) for lists in seen]
    assert SECOND == desk_for(str(place), "", now, which="tweede", ask=ask).questionnaire
    assert 1 == len(seen)


def test_someone_who_is_asked_one_list_does_not_choose(tmp_path: Path) -> None:
    """The raad gets the only list that it is asked."""
    two_lists(tmp_path / "d", 'lijsten = ["tweede"]\n')
    desk = desk_for(str(tmp_path / "d"), "raad", now, ask=pytest.fail)  # type: ignore[arg-type]
    assert SECOND == desk.questionnaire
    assert tmp_path / "d" / folder.FILLED_IN == desk.folder


def test_a_list_that_is_not_there_is_told(place: Path) -> None:
    """With the ones that are."""
    with pytest.raises(WrongUseError, match="Kies uit: lijst, tweede"):
        list_called(folder.load(place), "derde")


def test_the_export_is_of_one_list(place: Path, tmp_path: Path, run: Callable[..., Done]) -> None:
    """Its own list, or the one that is named."""
    filled(place, tmp_path)
    own = run("exporteren", str(place), "--cijfers")
    other = run("exporteren", str(place), "--cijfers", "--lijst", "tweede")
    assert "vertrouwen" in own.out
    assert "moed" not in own.out
    assert "moed" in other.out


def test_without_a_terminal_the_list_must_be_named(place: Path, run: Callable[..., Done]) -> None:
    """The ids are told."""
    done = run("invullen", str(place), "--eenvoudig")
    assert 2 == done.exit_code
    assert "--lijst: lijst, tweede" in done.err
