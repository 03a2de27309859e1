"""The form on paper: everything is asked, with the numbers of the screen, and text stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.questionnaire.lists import EVERY_KIND, read
from tests.strategies import texts
from zelfanalyse import cli
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ExitCode
from zelfanalyse.form.welcome import PUBLIC
from zelfanalyse.paper.blocks import (
    Asked,
    Blank,
    Block,
    Boxes,
    Column,
    Heading,
    Legend,
    Lines,
    Points,
    Room,
    Words,
)
from zelfanalyse.paper.markdown import markdown
from zelfanalyse.paper.plain import COLUMNS, plain
from zelfanalyse.paper.sheet import has_own_numbers, sheet
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.questions import Balance, MirrorStatement, Size, SizeQuestion
from zelfanalyse.response.session import Invitation, asked
from zelfanalyse.text import is_control, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from markdown_it.token import Token

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.questionnaire.questions import Question

LIST = read(EVERY_KIND)
ANYONE = Invitation()
COUNCIL = Invitation(
    dossier="regio",
    dossier_name="Regio Proef",
    perspective="raad",
    perspective_title="Raad",
    source="zelf",
)
DIRECTOR = Invitation(
    dossier="regio",
    perspective="directie",
    perspective_title="Directie",
    source="zelf",
    on_record=True,
    predicts=True,
)
HOSTILE = (
    "# kop",
    "- punt",
    "+ punt",
    "1. punt",
    "2) punt",
    "> citaat",
    "***",
    "___",
    "---",
    "===",
    "*schuin* en **vet** en _schuin_ en __vet__",
    "~~weg~~ en ~~~",
    "```\ncode\n```",
    "`code` en ``code``",
    "    ingesprongen",
    "<script>alert(1)</script>",
    "<b>vet</b> <!-- weg --> <https://x.nl>",
    "[naam](https://x.nl) ![beeld](x.png) [naam][1]",
    "[1]: https://x.nl",
    "- [x] taak",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "&lt; &amp; &#35;",
    "slash \\ aan het eind \\",
    "$x^2$ en {{ sjabloon }}",
    "https://x.nl en www.x.nl",
    "twee\n\nalinea's en een regel  \nerna",
    "kop\n===\nkop\n---",
    "bel \x07 kleur \x1b[31m om \u202edraai\u200b",
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def numbers(blocks: Iterable[Block]) -> list[int]:
    """Return the numbers of the questions on a form."""
    return [block.number for block in blocks if isinstance(block, Asked)]


def wording(question: Question) -> str:
    """Return what is asked, for someone of a larger organisation."""
    match question:
        case MirrorStatement():
            return question.larger
        case Balance():
            return question.title
        case _:
            return question.text


def tokens(text: str) -> list[Token]:
    """Return what a reader of Markdown makes of a text, with what is inside lines too."""
    found: list[Token] = []
    for token in PARSER.parse(text):
        found += [token, *(token.children or [])]
    return found


def read_back(text: str) -> str:
    """Return the words that someone sees of Markdown, on one line."""
    seen = (item.content if item.type == "text" else " " for item in tokens(text))
    return " ".join("".join(seen).split())


def spaced(text: str) -> str:
    """Return a text as it must be seen: nothing taken out but what steers a screen."""
    return " ".join(visible(text).split())


def everywhere(text: str) -> list[Block]:
    """Return a form with this text in every place where a list can put one."""
    return [
        Heading(1, text),
        Words(text),
        Words(text, "Uitleg"),
        Asked(1, text),
        Legend((text, text)),
        Boxes((text, text), ("weet ik niet",)),
        Column((text, text)),
        Heading(2, text),
        Heading(3, text),
    ]


@pytest.mark.parametrize("name", library.built_in())
@pytest.mark.parametrize("invitation", [ANYONE, COUNCIL, DIRECTOR], ids=lambda who: who.perspective)
def test_every_question_is_on_the_form_with_the_number_of_the_screen(
    name: str, invitation: Invitation
) -> None:
    """The facilitator types in from top to bottom; nothing is left out, and nothing is double."""
    questionnaire = library.open_questionnaire(library.built_in()[name])
    questions = asked(questionnaire, invitation)
    if invitation.perspective is None:
        questions = questionnaire.every_question
    blocks = list(sheet(questionnaire, [invitation], Size.LARGER))
    assert list(range(1, len(questions) + 1)) == numbers(blocks)
    printed = [block.text for block in blocks if isinstance(block, Asked)]
    own = [wording(question) for question in questions]
    assert own == printed


def test_without_a_group_all_questions_are_asked_and_say_for_whom() -> None:
    """Of a question that is for some groups, those groups are named; anyone may read it."""
    blocks = list(sheet(LIST, [ANYONE]))
    place = next(i for i, b in enumerate(blocks) if isinstance(b, Asked) and "Hoeveel" in b.text)
    assert Words("Directie", "Alleen voor") == blocks[place + 1]
    assert any(isinstance(b, Points) and "Alleen voor" in " ".join(b.items) for b in blocks)


def test_with_a_group_only_its_own_questions_are_asked() -> None:
    """What is not for this group takes no paper and no number."""
    text = plain(sheet(LIST, [COUNCIL]))
    assert "Hoeveel gesprekken" not in text
    assert "Alleen voor" not in text
    assert "U antwoordt als: Raad" in text
    assert "Hoeveel gesprekken" in plain(sheet(LIST, [DIRECTOR]))


def test_who_predicts_gets_the_predictions_without_dont_know() -> None:
    """A core statement comes back after the statements, and who cannot predict leaves it open."""
    text = plain(sheet(LIST, [DIRECTOR]))
    part = text[text.index("Door de ogen van buiten") : text.index("Twee goede kanten")]
    assert "Wat denkt u: wat antwoorden mensen van buiten?" in part
    assert "5.   De partners komen afspraken na." in part
    assert "Weet u het niet? Laat de vraag dan open." in part
    assert "weet ik niet" not in part
    assert "Toelichting" not in part


def test_several_groups_are_boxes_to_choose_from() -> None:
    """A form for a whole dossier asks on behalf of whom one answers."""
    text = plain(sheet(LIST, [COUNCIL, DIRECTOR]))
    assert "[ ] Raad\n[ ] Directie\n" in text
    assert "De samenwerking: Regio Proef" in text


def test_the_scale_is_told_once_a_factor_and_crossed_once_a_statement() -> None:
    """The numbers have their meaning in sight, and the row of boxes fits on one line."""
    text = plain(sheet(LIST, [ANYONE]))
    row = "     [ ] 0   [ ] 1   [ ] 2     [ ] weet ik niet   [ ] n.v.t.\n"
    assert 3 + 3 == text.count(row)  # the mirror statement has three wordings
    assert 2 + 3 == text.count("0 = klopt niet   1 = klopt half   2 = klopt\n")


def test_help_is_on_the_form() -> None:
    """On paper there is no key for help."""
    assert "Uitleg: Ook kleine afspraken." in plain(sheet(LIST, [ANYONE]))


def test_a_balance_has_two_rows_between_its_poles() -> None:
    """One cross for now and one for wanted, with as many places as on the screen."""
    text = plain(sheet(LIST, [ANYONE]))
    row = "     links  [ ] 1  [ ] 2  [ ] 3  [ ] 4  [ ] 5  [ ] 6  [ ] 7  rechts\n"
    assert 2 == text.count(row)
    assert "     Links: Geduld\n     Rechts: Lef\n     Waar staat het nu?" in text


def test_the_longest_balance_fits_on_one_line() -> None:
    """Nine places and both ends stay together, with less air between them."""
    places = tuple(map(str, range(1, 10)))
    drawn = plain([Asked(1, "Vraag"), Boxes(places, ends=("links", "rechts"))])
    *_, row = drawn.splitlines()
    assert row.startswith("     links [ ] 1 [ ] 2")
    assert row.endswith("[ ] 9 rechts")
    assert COLUMNS >= len(row)


def test_a_choice_has_the_keys_of_the_screen_and_how_many_crosses() -> None:
    """Each option on a line of its own, so that crosses are easy to type in."""
    text = plain(sheet(LIST, [ANYONE]))
    assert (
        "     Zet hoogstens 2 kruisjes.\n"
        "     [ ] 1  Lagere kosten\n"
        "     [ ] 2  Kennis delen\n"
        "     [ ] 3  De wet\n"
        "     [ ] weet ik niet   [ ] n.v.t.\n"
    ) in text


def test_a_mark_has_ten_boxes() -> None:
    """From 1 to 10; the key 0 of the screen is a ten here."""
    text = plain(sheet(LIST, [ANYONE]))
    assert "  [ ] 9  [ ] 10\n     [ ] weet ik niet   [ ] n.v.t.\n" in text


def test_without_a_size_each_wording_is_a_part_of_its_own() -> None:
    """Someone on paper reads only the wording for their own size, and is told where that is."""
    text = plain(sheet(LIST, [ANYONE]))
    assert "[ ] 1  een kleinere partner: vul deel A in" in text
    assert "[ ] 4  een buitenstaander: vul deel C in" in text
    part = text[text.index("Deel B. Voor wie koos: 'een grotere partner'") :]
    part = part[: part.index("Deel C.")]
    assert "Wij luisteren naar de kleinere partners." in part
    assert "De grotere partners luisteren" not in part


@pytest.mark.parametrize("size", Size)
def test_with_a_size_only_its_wording_is_printed(size: Size) -> None:
    """Who hands out the form knows the size, and the respondent sees one set of words."""
    text = plain(sheet(LIST, [ANYONE], size))
    wordings = {
        Size.SMALLER: "De grotere partners luisteren naar ons.",
        Size.LARGER: "Wij luisteren naar de kleinere partners.",
        Size.EQUAL: "De grotere partners luisteren naar de kleinere.",
        Size.OBSERVER: "De grotere partners luisteren naar de kleinere.",
    }
    assert wordings[size] in text
    assert [] == [other for other in set(wordings.values()) - {wordings[size]} if other in text]
    assert SizeQuestion().text in text


def test_the_form_says_what_the_screen_says_about_openness() -> None:
    """Paper falls under the same law; nobody is told less because of having no computer."""
    assert PUBLIC in markdown(sheet(LIST, [ANYONE]))


def test_the_form_promises_no_more_than_holds() -> None:
    """Who answers by name of a function reads so; to others their handwriting is mentioned."""
    director = markdown(sheet(LIST, [DIRECTOR]))
    assert "U antwoordt op naam van uw functie (Directie)." in director
    assert "minder dan" not in director
    council = markdown(sheet(LIST, [COUNCIL]))
    assert "Cijfers van minder dan 5 mensen staan niet in het rapport." in council
    assert "uw handschrift" in council
    both = markdown(sheet(LIST, [COUNCIL, DIRECTOR]))
    assert "Dat geldt niet voor wie op naam van een functie antwoordt: Directie." in both
    assert "zonder uw naam" not in markdown(sheet(LIST, [ANYONE]))


def test_numbers_can_differ_only_without_a_group() -> None:
    """With a group the form has the numbers of the screen; else what is for some may shift them."""
    assert not has_own_numbers(LIST, [COUNCIL])
    assert has_own_numbers(LIST, [ANYONE])
    assert has_own_numbers(LIST, [COUNCIL, DIRECTOR])


@pytest.mark.parametrize("name", library.built_in())
@pytest.mark.parametrize("form", [plain, markdown], ids=lambda form: form.__name__)
def test_the_same_list_gives_the_same_form(
    name: str, form: Callable[[Iterable[Block]], str]
) -> None:
    """Nothing on it depends on the day or on chance, and no line has spaces at its end in text."""
    questionnaire = library.open_questionnaire(library.built_in()[name])
    text = form(sheet(questionnaire, [ANYONE]))
    assert text == form(sheet(questionnaire, [ANYONE]))
    assert text.endswith("\n")
    assert not any(map(is_control, text))
    if form is plain:
        assert COLUMNS >= max(map(len, text.splitlines()))
        assert None is re.search(r" $", text, re.MULTILINE)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_list_is_never_markup(text: str) -> None:
    """Whatever a list says is read back as it was written: no link, no HTML, no list, no table."""
    drawn = markdown(everywhere(text))
    allowed = {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
        *("softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"),
        "text_special",
    }
    found = tokens(drawn)
    assert set() == {token.type for token in found} - allowed
    assert 1 == sum(token.type == "em_open" for token in found)  # our own word before the text
    assert 1 == sum(token.type == "strong_open" for token in found)  # the number
    assert read_back(drawn).count(spaced(text)) == len(everywhere(text)) + 3  # three hold it twice
    assert "<script" not in PARSER.render(drawn)


@given(text=texts)
def test_any_text_survives_markdown(text: str) -> None:
    """For any text an author can type, a reader of Markdown sees the same words."""
    assert f"1. {spaced(text)}".rstrip() == read_back(markdown([Asked(1, text)]))


@given(text=texts | st.text("x ", min_size=70, max_size=200))
def test_plain_text_keeps_its_width_for_any_text(text: str) -> None:
    """No text makes a line wider than the paper, or steers a printer."""
    blocks = [*everywhere(text), Room(text, 2), Points((text,)), Lines(1), Blank("Datum")]
    drawn = plain(blocks)
    assert COLUMNS >= max(map(len, drawn.split("\n")))
    assert not any(map(is_control, drawn))


@pytest.mark.parametrize("ending", [".txt", ".md", ".MD"])
def test_the_ending_decides_the_form(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that ends on .md gives Markdown; what is in the file is said on stderr only."""
    path = tmp_path / f"formulier{ending}"
    assert ExitCode.OK == cli.main(["formulier", "calimero", "-o", str(path)])
    first = path.read_text("utf-8").splitlines()[0]
    assert ("GROOT EN KLEIN" if ending == ".txt" else "# Groot en klein") == first
    assert ("", f"Het formulier staat in '{path}'.\n") == capsys.readouterr()


def test_without_a_file_the_form_is_plain_text_on_stdout(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So that it can go straight to a printer."""
    assert ExitCode.OK == cli.main(["formulier", "calimero", "--omvang", "groter"])
    out, err = capsys.readouterr()
    assert plain(sheet(opened("calimero"), [ANYONE], Size.LARGER)) == out
    assert "" == err


def opened(name: str) -> Questionnaire:
    """Return a built-in list."""
    return library.open_questionnaire(library.find(name))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["calimero", "-o", "x.pdf"], "'x.pdf' eindigt niet op .txt of .md."),
        (["calimero", "-o", "x"], "'x' eindigt niet op .txt of .md."),
        (["calimero", "--omvang", "klein"], "Er is geen omvang 'klein'."),
        (["samenwerking", "--omvang", "kleiner"], "Deze lijst vraagt niet naar omvang."),
        (["calimeros"], "Er is geen vragenlijst of bestand 'calimeros'."),
        (["calimero", "--perspectief", "pers"], "Er is geen perspectief 'pers'."),
        (["calimero", "-o", "staat-er-al.txt"], "'staat-er-al.txt' bestaat al."),
    ],
)
def test_wrong_use_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    sentence: str,
) -> None:
    """Nothing is written, and the sentence says what to do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "staat-er-al.txt").write_text("oud", "utf-8")
    assert ExitCode.USAGE == cli.main(["formulier", *words])
    out, err = capsys.readouterr()
    assert ("", 1) == (out, err.count("\n"))
    assert err.startswith(sentence)
    assert ["staat-er-al.txt"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_is_replaced_when_one_says_so(tmp_path: Path) -> None:
    """As in the export of figures."""
    path = tmp_path / "formulier.txt"
    path.write_text("oud", "utf-8")
    assert ExitCode.OK == cli.main(["formulier", "calimero", "-o", str(path), "--overschrijven"])
    assert path.read_text("utf-8").startswith("GROOT EN KLEIN")


def test_a_dossier_gives_its_own_list_and_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The form of a dossier is its pinned list, with its name, for a group of its own."""
    monkeypatch.chdir(tmp_path)
    new = ["nieuw", "regio", "--naam", "Regio Proef", "--aanleiding", "Een test"]
    assert ExitCode.OK == cli.main([*new, "--perspectief", "raad", "--perspectief", "adviseur"])
    capsys.readouterr()
    assert ExitCode.OK == cli.main(["formulier", "regio", "--perspectief", "raad"])
    out, err = capsys.readouterr()
    assert "" == err
    dossier = dossier_folder.load(tmp_path / "regio")
    council = dossier.settings.perspective("raad")
    assert council is not None
    assert plain(sheet(dossier.questionnaire, [dossier.invitation(council)])) == out
    assert ExitCode.OK == cli.main(["formulier", "regio"])
    out, err = capsys.readouterr()
    assert "[ ] Raad\n[ ] Externe adviseur\n" in out
    assert "Met --perspectief" in err
