"""Files come into a dossier on disk."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.dossier.builders import asked, bytes_of, code, factor, on_disk, person, posted
from zelfanalyse.dossier import folder
from zelfanalyse.errors import StorageError
from zelfanalyse.intake import take_in
from zelfanalyse.merge import Fate
from zelfanalyse.response import file

if TYPE_CHECKING:
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.merge import Merge
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.model import Response

LIST = asked()


@pytest.fixture
def opened(tmp_path: Path) -> Dossier:
    """Return an empty dossier."""
    return on_disk(tmp_path / "dossier", LIST)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Return a folder for what comes in by mail."""
    (tmp_path / "post").mkdir()
    return tmp_path / "post"


def answer(number: int, value: int = 4, minutes: int = 24) -> Response:
    """Return a council member's response."""
    return person(number, "raad", LIST, {"vertrouwen-1": value}, minutes=minutes)


def fates(merged: Merge) -> list[Fate]:
    """Return what happened to each file, in order."""
    return [outcome.fate for outcome in merged.outcomes]


def test_accepted_responses_are_kept_with_the_dossier(opened: Dossier, post: Path) -> None:
    """What is taken in is on disk: opening the dossier again gives the same."""
    paths = [posted(post, answer(number)) for number in (3, 1, 2)]
    after, merged = take_in(opened, paths)
    assert [Fate.ACCEPTED] * 3 == fates(merged)
    assert after == folder.load(opened.folder)
    assert [code(1), code(2), code(3)] == [item.respondent for item in after.responses]


def test_a_folder_stands_for_the_files_in_it(opened: Dossier, post: Path) -> None:
    """Every response file in a folder is offered, and nothing else."""
    posted(post, answer(1))
    posted(post, answer(2))
    (post / "brief.txt").write_text("Beste begeleider", "utf-8")
    _, merged = take_in(opened, [post])
    assert [Fate.ACCEPTED] * 2 == fates(merged)


def test_the_files_that_came_in_stay_as_they_are(opened: Dossier, post: Path) -> None:
    """Nothing is moved, changed or deleted: not the good, the bad, the old or the double."""
    posted(post, answer(1, 2, minutes=10))
    posted(post, answer(1, 5, minutes=20), "later")
    posted(post, answer(2), "kopie")
    posted(post, answer(2))
    (post / f"stuk{file.SUFFIX}").write_bytes(b"\xff\xfe")
    before = bytes_of(post)
    take_in(opened, [post])
    take_in(folder.load(opened.folder), [post])
    assert before == bytes_of(post)


def test_a_replaced_response_is_kept_aside(opened: Dossier, post: Path) -> None:
    """The dossier counts the later one and keeps the earlier one under antwoorden/vervangen."""
    early, late = answer(1, 2, minutes=10), answer(1, 5, minutes=20)
    first, _ = take_in(opened, [posted(post, early, "vroeg")])
    second, merged = take_in(first, [posted(post, late, "laat")])
    assert [Fate.REPLACES] == fates(merged)
    assert (late,) == second.responses == folder.load(opened.folder).responses
    (aside,) = (opened.folder / folder.REPLACED).iterdir()
    assert (early, []) == file.load(aside)


def test_an_older_response_changes_nothing(opened: Dossier, post: Path) -> None:
    """Taking in an older file leaves every byte of the dossier."""
    first, _ = take_in(opened, [posted(post, answer(1, 5, minutes=20), "laat")])
    before = bytes_of(opened.folder)
    after, merged = take_in(first, [posted(post, answer(1, 2, minutes=10), "vroeg")])
    assert [Fate.REPLACED] == fates(merged)
    assert (first.responses, before) == (after.responses, bytes_of(opened.folder))


def test_one_file_named_twice_is_one(opened: Dossier, post: Path) -> None:
    """A file and the folder it is in offer it once."""
    path = posted(post, answer(1))
    after, merged = take_in(opened, [path, post, path])
    assert ([Fate.ACCEPTED], 1) == (fates(merged), len(after.responses))


def test_taking_in_twice_is_taking_in_once(opened: Dossier, post: Path) -> None:
    """The second time everything is known, and the dossier has the same bytes."""
    posted(post, answer(1))
    first, _ = take_in(opened, [post])
    before = bytes_of(opened.folder)
    second, merged = take_in(first, [post])
    assert ([Fate.KNOWN], first, before) == (fates(merged), second, bytes_of(opened.folder))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"dit is geen toml",
        b"\xff\xfe\x00",
        b"formaat = 2\n",
        b"formaat = 1\n[stelling]\n",
        b"[" * 5000,
    ],
    ids=["leeg", "geen toml", "geen utf-8", "ander formaat", "onvolledig", "diep genest"],
)
def test_a_broken_file_does_not_stop_the_good_ones(
    opened: Dossier, post: Path, content: bytes
) -> None:
    """Of three files the two good ones are taken, and the broken one is named with a reason."""
    posted(post, answer(1), "a")
    (post / f"b{file.SUFFIX}").write_bytes(content)
    posted(post, answer(2), "c")
    after, merged = take_in(opened, [post])
    assert [Fate.ACCEPTED, Fate.REFUSED, Fate.ACCEPTED] == fates(merged)
    assert 2 == len(after.responses)
    assert "" != merged.outcomes[1].reason


@pytest.mark.parametrize(
    ("other", "word"),
    [
        (LIST.model_copy(update={"id": "anders"}), "'anders'"),
        (LIST.model_copy(update={"version": "2.0.0"}), "2.0.0"),
        (asked(factor(statements=2)), "vingerafdruk"),
    ],
    ids=["id", "versie", "vingerafdruk"],
)
def test_answers_to_another_list_are_refused(
    opened: Dossier, post: Path, other: Questionnaire, word: str
) -> None:
    """Another list, version or wording: refused, and the reason tells which."""
    path = posted(post, person(1, "raad", other, {"vertrouwen-1": 4}))
    after, merged = take_in(opened, [path])
    assert ([Fate.REFUSED], ()) == (fates(merged), after.responses)
    assert word in merged.outcomes[0].reason


@pytest.mark.parametrize(
    ("answers", "word"),
    [({"vertrouwen-1": 6}, "1 tot en met 5"), ({"onzin-1": 3}, "'onzin-1'")],
    ids=["buiten de schaal", "onbekende stelling"],
)
def test_an_answer_that_cannot_be_is_refused(
    opened: Dossier, post: Path, answers: dict[str, int], word: str
) -> None:
    """An answer outside the scale, or to no question, refuses the file with its line."""
    path = posted(post, person(1, "raad", LIST, answers))
    _, merged = take_in(opened, [path])
    assert [Fate.REFUSED] == fates(merged)
    assert word in merged.outcomes[0].reason
    assert "regel" in merged.outcomes[0].reason


def test_a_file_that_is_not_there_is_refused(opened: Dossier, post: Path) -> None:
    """A missing file is an outcome like any other."""
    _, merged = take_in(opened, [post / "weg.antwoord.toml"])
    assert [Fate.REFUSED] == fates(merged)


def test_nothing_offered_is_nothing_taken(opened: Dossier, post: Path) -> None:
    """An empty folder gives no outcome and leaves the dossier."""
    before = bytes_of(opened.folder)
    after, merged = take_in(opened, [post])
    assert (opened, (), before) == (after, merged.outcomes, bytes_of(opened.folder))


@pytest.mark.parametrize(
    "name", ["CCCC-CCCC.antwoord (1).toml", "X.antwoord.toml.txt", "antwoorden.TOML"]
)
def test_a_renamed_file_in_a_folder_is_not_passed_over(
    opened: Dossier, post: Path, name: str
) -> None:
    """What a browser or a mail program made of a name is still offered."""
    posted(post, answer(1)).rename(post / name)
    after, merged = take_in(opened, [post])
    assert ([Fate.ACCEPTED], 1) == (fates(merged), len(after.responses))


def test_one_file_by_two_ways_is_one(
    opened: Dossier, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative and an absolute path to one file offer it once."""
    path = posted(post, answer(1))
    monkeypatch.chdir(post)
    _, merged = take_in(opened, [path, Path(path.name), Path("..") / "post"])
    assert [Fate.ACCEPTED] == fates(merged)


def test_a_folder_one_may_not_read_is_refused(
    opened: Dossier, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without rights gets a row with the reason; it does not pass for an empty one."""

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "iterdir", refuse)
    _, merged = take_in(opened, [post])
    assert [Fate.REFUSED] == fates(merged)
    assert "u hebt hier geen rechten" in merged.outcomes[0].reason


def test_a_disk_that_fills_up_keeps_what_it_could(
    opened: Dossier, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of three people the one whose file could not be kept is refused, in all its files."""
    whole = folder.accept

    def refuse_second(dossier: Dossier, response: Response) -> None:
        if response.respondent == code(2):
            raise StorageError("vol") from OSError(errno.ENOSPC, "full")
        whole(dossier, response)

    monkeypatch.setattr(folder, "accept", refuse_second)
    names = [posted(post, answer(1)), posted(post, answer(2)), posted(post, answer(2), "kopie")]
    after, merged = take_in(opened, [*names, posted(post, answer(3))])
    assert [Fate.ACCEPTED, Fate.REFUSED, Fate.REFUSED, Fate.ACCEPTED] == fates(merged)
    assert "kan niet bewaard worden: de schijf is vol." == merged.outcomes[1].reason
    assert [code(1), code(3)] == sorted(merged.accepted)
    assert after == folder.load(opened.folder)
