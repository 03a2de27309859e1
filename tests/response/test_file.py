"""A response on disk is the response in memory, and a wrong one is refused with its line."""

from __future__ import annotations

import errno
import re
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.questionnaire.lists import EVERY_KIND, read
from tests.response.people import CODE, LIST, NOW, RAAD, answered, at, begun
from tests.strategies import responses
from zelfanalyse import record
from zelfanalyse.errors import Finding
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.response import file
from zelfanalyse.response.model import BalanceAnswer, Missing, Response
from zelfanalyse.response.session import Invitation, Session

FULL = answered(
    {
        "goed": 'Wij zeiden: "[ja]"\nen toen één keer nee.',
        "vertrouwen-1": 2,
        "vertrouwen-2": Missing.DONT_KNOW,
        "tempo": BalanceAnswer(now=2),
        "motief": ("kennis", "geld"),
        "resultaat": 7,
        "omvang": Size.SMALLER,
        "gehoord": 0,
        "gesprekken": 4,
    }
)
TEXT = """\
# Antwoorden op een vragenlijst van zelfanalyse.
# Dit bestand is van u. U kunt het lezen en verbeteren met een gewone teksteditor.
formaat = 1
dossier = "vecht"
ronde = "2026"
perspectief = "directie"
respondent = "K7F3-QX9M"
begonnen = 2026-03-02 09:30:00+00:00
gebleven_bij = "gesprekken"
omvang = "kleiner"

[vragenlijst]
id = "elke_soort"
versie = "1.2.0"
vingerafdruk = "{fingerprint}"

[stelling]
vertrouwen-1 = 2
vertrouwen-2 = "weet niet"

[spiegelstelling]
gehoord = 0

[balans.tempo]
nu = 2

[keuze]
motief = [
    "kennis",
    "geld",
]

[cijfer]
resultaat = 7

[open]
goed = "Wij zeiden: \\"[ja]\\"\\nen toen één keer nee."
gesprekken = 4
""".replace("{fingerprint}", FULL.response.questionnaire.fingerprint)


def told(path: Path, text: str) -> list[tuple[int | None, str, str]]:
    """Return what is wrong with a response to the list, which may be nothing."""
    path.write_text(text, encoding="utf-8")
    response, findings = file.load_for(path, LIST)
    assert (response is None) is bool(findings)
    assert {path} >= {finding.file for finding in findings}
    return [(finding.line, finding.message, finding.hint) for finding in findings]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of one response."""
    return tmp_path / f"{CODE}{file.SUFFIX}"


def told_apart(response: Response) -> list[str]:
    """Return the values as text in which 1 and true, and a word and a ``Missing``, differ."""
    return [
        f"{name} {sorted(map(repr, value.items())) if isinstance(value, dict) else value!r}"
        for name, value in response
    ]


@settings(max_examples=100)
@given(response=responses())
def test_every_response_comes_back_as_it_was(response: Response) -> None:
    """Any text, any value and any moment survives the disk, and stays of its own kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.antwoord.toml"
        file.save(path, response)
        loaded, findings = file.load(path)
    assert [] == findings
    assert loaded is not None
    assert response == loaded
    assert told_apart(response) == told_apart(loaded)


def test_a_response_is_a_file_one_can_read(path: Path) -> None:
    """Dutch keys, one answer on each line, and nothing that was not said."""
    file.save(path, FULL.response)
    assert TEXT == path.read_text(encoding="utf-8")
    assert (FULL.response, []) == file.load_for(path, LIST)


def test_a_made_up_response_says_so_in_its_heading(path: Path) -> None:
    """Whoever opens an example file sees that nobody said this."""
    file.save(path, begun(Invitation(made_up=True)).response)
    heading = path.read_text(encoding="utf-8").split("\n")[:3]
    assert "# VERZONNEN: deze antwoorden zijn een voorbeeld en komen van niemand." == heading[2]


def test_a_code_cannot_be_misread() -> None:
    """Eight letters and digits without I, L, O and U, in two groups, and another each time."""
    codes = {file.new_code() for _ in range(200)}
    assert 200 == len(codes)
    assert [] == [code for code in codes if not re.fullmatch(record.CODE_PATTERN, code)]
    assert not set("ILOU") & set("".join(codes))


def test_the_file_is_named_after_the_code(tmp_path: Path) -> None:
    """The code is all the name says about the person."""
    assert tmp_path / "K7F3-QX9M.antwoord.toml" == file.path_for(tmp_path, FULL.response)


def test_answers_to_another_list_are_refused(path: Path) -> None:
    """The finding names both lists, on the line of the list in the file."""
    message = (
        "dit zijn antwoorden op de lijst 'anders' versie 1.2.0, niet op 'elke_soort' versie 1.2.0."
    )
    text = TEXT.replace('id = "elke_soort"', 'id = "anders"')
    assert [(12, message, "Kies de goede lijst.")] == told(path, text)


def test_answers_to_another_version_are_refused(path: Path) -> None:
    """A new version may ask something else under the same ids."""
    message = (
        "dit zijn antwoorden op de lijst 'elke_soort' versie 1.1.0, "
        "niet op 'elke_soort' versie 1.2.0."
    )
    text = TEXT.replace("1.2.0", "1.1.0")
    assert [(12, message, "Kies de goede lijst.")] == told(path, text)


def test_answers_to_a_changed_list_are_refused(path: Path) -> None:
    """The fingerprint tells when a list was changed without a new version."""
    path.write_text(TEXT, encoding="utf-8")
    changed = read(EVERY_KIND.replace("komen afspraken na", "komen afspraken stipt na"))
    message = "deze antwoorden zijn gegeven op een lijst met andere vragen (vingerafdruk)."
    hint = "Laat de lijst invullen die in dit dossier staat."
    assert (None, [Finding(path, 12, message, hint)]) == file.load_for(path, changed)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "vertrouwen-1 = 2",
            "vertrouwen-1 = 3",
            18,
            "'vertrouwen-1': het antwoord moet een getal van 0 tot en met 2 zijn.",
        ),
        ("nu = 2", "nu = 8", 24, "'tempo': een plek op de lijn is een getal van 1 tot en met 7."),
        (
            '    "geld",',
            '    "roem",',
            28,
            "'motief': 'roem' is geen mogelijkheid van deze vraag.",
        ),
        (
            "resultaat = 7",
            "resultaat = 11",
            34,
            "'resultaat': het antwoord moet een getal van 1 tot en met 10 zijn.",
        ),
        (
            "gesprekken = 4",
            'gesprekken = "vier"',
            38,
            "'gesprekken': vul een heel getal in, van 0 tot en met 9999.",
        ),
    ],
)
def test_an_answer_outside_its_question_is_refused(
    path: Path, old: str, new: str, line: int, message: str
) -> None:
    """A figure that was typed in an editor is checked like one from the screen."""
    assert [(line, message, "Verbeter het antwoord.")] == told(path, TEXT.replace(old, new))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nieuw = 1", "'nieuw' is geen vraag van deze soort in de lijst."),
        ("resultaat = 1", "'resultaat' is geen vraag van deze soort in de lijst."),
    ],
)
def test_an_answer_to_no_question_is_refused(path: Path, line: str, message: str) -> None:
    """Neither an unknown id nor one of another kind of question is a statement."""
    text = TEXT.replace("[stelling]\n", f"[stelling]\n{line}\n")
    assert [(18, message, "Haal deze regel weg.")] == told(path, text)


def test_a_comment_on_no_question_is_refused(path: Path) -> None:
    """A comment belongs to a question of any kind."""
    text = TEXT + '\n[toelichting]\ntempo = "ja"\nomvang = "ja"\nnieuw = "nee"\n'
    message = "de toelichting 'nieuw' hoort bij geen enkele vraag."
    assert [(43, message, "Haal deze regel weg.")] == told(path, text)


def test_all_wrong_answers_are_told_at_once(path: Path) -> None:
    """One look at the file is enough to mend it."""
    text = TEXT.replace("vertrouwen-1 = 2", "vertrouwen-1 = 9").replace("= 7", "= 0")
    assert [18, 34] == [line for line, _, _ in told(path, text)]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            'respondent = "K7F3-QX9M"',
            'respondent = "jan"',
            7,
            "'respondent' klopt niet: hier hoort een code zoals K7F3-QX9M.",
        ),
        (
            "vertrouwen-1 = 2",
            'vertrouwen-1 = "ja"',
            18,
            '\'vertrouwen-1\' klopt niet: hier hoort een heel getal, "weet niet" of "nvt".',
        ),
        (
            "vertrouwen-1 = 2",
            "vertrouwen-1 = true",
            18,
            '\'vertrouwen-1\' klopt niet: hier hoort een heel getal, "weet niet" of "nvt".',
        ),
        (
            "[balans.tempo]\nnu = 2",
            "[balans]\ntempo = 2",
            25,
            '\'tempo\' klopt niet: hier hoort { nu = …, gewenst = … }, "weet niet" of "nvt".',
        ),
        ("[cijfer]", "[cijfers]", 33, "onbekende sleutel 'cijfers'."),
        ("formaat = 1", "formaat = 2", 3, "'formaat' klopt niet: hier mag alleen 1."),
    ],
)
def test_a_wrong_file_is_explained(path: Path, old: str, new: str, line: int, message: str) -> None:
    """The shape of the file is checked before its answers."""
    found = [
        (at_line, told_message) for at_line, told_message, _ in told(path, TEXT.replace(old, new))
    ]
    assert [(line, message)] == found


def test_dont_know_and_not_applicable_stay_apart(path: Path) -> None:
    """The two words in the file are two states, and neither is an open question."""
    path.write_text(TEXT.replace("vertrouwen-1 = 2", 'vertrouwen-1 = "nvt"'), encoding="utf-8")
    response, _ = file.load_for(path, LIST)
    assert response is not None
    expected = {"vertrouwen-1": Missing.NOT_APPLICABLE, "vertrouwen-2": Missing.DONT_KNOW}
    assert expected == response.statements


@pytest.mark.parametrize("words", ["weet niet", "nvt"])
def test_words_in_an_open_answer_stay_words(path: Path, words: str) -> None:
    """Someone may write 'weet niet' as their own words."""
    file.save(path, at("goed").answer(words).response)
    response, findings = file.load_for(path, LIST)
    assert [] == findings
    assert response is not None
    assert type(response.open["goed"]) is str


def test_a_missing_file_is_a_finding(path: Path) -> None:
    """Nothing is raised for a file that is not there."""
    expected = (None, [Finding(path, None, "dit bestand bestaat niet.", "Kijk de naam na.")])
    assert expected == file.load(path)
    assert expected == file.load_for(path, LIST)


def put(folder: Path, code: str, session: Session) -> Path:
    """Put a response with this code in the folder."""
    response = session.response.model_copy(update={"respondent": code})
    path = file.path_for(folder, response)
    file.save(path, response)
    return path


def test_a_folder_gives_the_responses_to_this_list(tmp_path: Path) -> None:
    """The last begun comes first; what answers another list or version is passed over."""
    put(tmp_path, "AAAA-0001", begun())
    last = put(tmp_path, "AAAA-0002", Session.begin(LIST, RAAD, CODE, NOW + timedelta(minutes=5)))
    put(tmp_path, "AAAA-0003", begun().hand_in(NOW))
    for code, old, new in (
        ("AAAA-0004", "1.2.0", "1.3.0"),
        ("AAAA-0005", 'id = "elke_soort"', 'id = "andere_lijst"'),
    ):
        put(tmp_path, code, Session.begin(read(EVERY_KIND.replace(old, new)), RAAD, CODE, NOW))
    (tmp_path / "lijst.toml").write_text(EVERY_KIND, encoding="utf-8")
    (tmp_path / "._AAAA-0001.antwoord.toml").write_bytes(b"\x00\xff")
    found, findings = file.in_folder(tmp_path, LIST)
    codes = [item.response.respondent for item in found]
    assert ["AAAA-0002", "AAAA-0001", "AAAA-0003"] == codes
    assert last == found[0].path
    assert [] == findings


def test_a_broken_response_to_this_list_is_told(tmp_path: Path) -> None:
    """A mistake made by hand has its file and line, and so has what is no TOML or no text."""
    path = put(tmp_path, "AAAA-0001", answered({"rollen-1": 2}))
    text = path.read_text(encoding="utf-8").replace("rollen-1 = 2", "rollen-1 = 9")
    path.write_text(text, encoding="utf-8")
    line = 1 + text.splitlines().index("rollen-1 = 9")
    (tmp_path / "AAAA-0002.antwoord.toml").write_text("kapot", encoding="utf-8")
    (tmp_path / "AAAA-0003.antwoord.toml").write_bytes(b"\xff\xfe")
    found, findings = file.in_folder(tmp_path, LIST)
    expected = [("AAAA-0001", line), ("AAAA-0002", 1), ("AAAA-0003", None)]
    assert [] == found
    assert expected == [(item.file.name[:9], item.line) for item in findings]


def test_a_broken_response_to_another_list_is_no_error_here(tmp_path: Path) -> None:
    """What a file says to belong to decides, also when the rest of it is wrong."""
    other = read(EVERY_KIND.replace("1.2.0", "1.3.0"))
    path = put(tmp_path, "AAAA-0001", Session.begin(other, RAAD, CODE, NOW))
    text = path.read_text(encoding="utf-8").replace("begonnen =", "begonen =")
    path.write_text(text, encoding="utf-8")
    assert ([], []) == file.in_folder(tmp_path, LIST)


def test_a_folder_that_is_not_there_has_no_responses(tmp_path: Path) -> None:
    """Before the first save there is no folder yet."""
    assert ([], []) == file.in_folder(tmp_path / "nieuw", LIST)


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without rights is not an empty folder."""

    def refuse(folder: Path) -> list[Path]:
        raise PermissionError(errno.EACCES, "no", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    message = "deze map kan niet gelezen worden: u hebt hier geen rechten."
    assert ([], [Finding(tmp_path, None, message)]) == file.in_folder(tmp_path, LIST)
