"""What can be typed at a question: answers, commands, and one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plain.typing_person import BEGIN, NAMES, desk_in, to, typing
from zelfanalyse.plain.commands import HELP, Command, as_text, order
from zelfanalyse.plain.spoken import series
from zelfanalyse.response.model import MAX_TEXT, BalanceAnswer, Missing

if TYPE_CHECKING:
    from pathlib import Path


NOT_HERE = "Dit antwoord kan hier niet. U mag de vraag open laten."


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("vertrouwen-1", "3", "Het antwoord moet een getal van 0 tot en met 2 zijn."),
        ("vertrouwen-1", "2,5", "Dat is hier geen antwoord en ook geen opdracht."),
        (
            "voorspelling/vertrouwen-1",
            "w",
            "Dit antwoord kan hier niet. U mag de vraag open laten.",
        ),
        ("tempo", "8", "Een plek op de lijn is een getal van 1 tot en met 7."),
        ("motief", "4", "Kies een nummer van 1 tot en met 3."),
        ("motief", "1 2 3", "Kies er hoogstens 2."),
        ("motief", "1, 1", "Een mogelijkheid staat er twee keer."),
        ("resultaat", "0", "Het antwoord moet een getal van 1 tot en met 10 zijn."),
        ("omvang", "n", NOT_HERE),
        ("omvang", "5", "Kies een nummer van 1 tot en met 4."),
        ("gesprekken", "10000", "Vul een heel getal in, van 0 tot en met 9999."),
    ],
)
def test_what_is_no_answer_is_told(tmp_path: Path, name: str, typed: str, sentence: str) -> None:
    """In one sentence, and the question stays open."""
    done = typing(desk_in(tmp_path), *to(name), typed)
    assert sentence in done.said
    assert f"Vraag {NAMES.index(name) + 2} van" not in done.said
    assert {} == {**done.on_disk.statements, **done.on_disk.balances, **done.on_disk.choices}


def test_the_question_comes_before_its_answers(tmp_path: Path) -> None:
    """Progress, question, what is asked about it, the answers by number, and what to type."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"))
    heard = done.said[done.said.index("Vraag 2 van 11") :].splitlines()
    assert [
        "Vraag 2 van 11. Mensen, Vertrouwen.",
        "De partners komen afspraken na.",
        "Klopt dit?",
        "0 klopt niet",
        "1 klopt half",
        "2 klopt",
        "w weet ik niet",
        "n niet van toepassing",
        "Typ 0 tot en met 2, w of n.",
    ] == heard[:9]


def test_the_same_answers_are_not_told_again(tmp_path: Path) -> None:
    """The next statement only names both ends; Enter tells everything."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "")
    after = done.said[done.said.index("Vraag 3 van 11") :]
    brief, whole = after.split("\n\n")[:2]
    assert "Typ 0 (klopt niet) tot en met 2 (klopt), w of n." == brief.splitlines()[-1]
    assert "1 klopt half" not in brief
    assert "1 klopt half" in whole


def test_the_wording_follows_the_size(tmp_path: Path) -> None:
    """Who is larger reads the statement of the larger partner."""
    done = typing(desk_in(tmp_path), *to("omvang"), "2")
    assert "Bewaard: een grotere partner" in done.said
    assert "Wij luisteren naar de kleinere partners." in done.said
    assert "De grotere partners luisteren naar ons." not in done.said


def test_back_and_forward_and_jumping(tmp_path: Path) -> None:
    """The ends of the list are told, and a number that is not there too."""
    done = typing(
        desk_in(tmp_path), BEGIN, "<", "volgende", "vorige", ">", "V11", "v", "v 12", "v 3"
    )
    places = [line[6:8].strip() for line in done.said.splitlines() if line.startswith("Vraag ")]
    assert ["1", "2", "1", "2", "11", "12", "3"] == places
    assert "Dit is de eerste vraag." in done.said
    assert "Vraag 12 is er niet. Typ v met een nummer van 1 tot en met 11, zoals v 1." in done.said
    assert "vertrouwen-2" == done.on_disk.place


def test_a_balance_is_asked_in_two_places(tmp_path: Path) -> None:
    """First now and then wanted; the sign for back corrects now before anything else."""
    done = typing(desk_in(tmp_path), *to("tempo"), "2", "<", "3", "7")
    assert {"tempo": BalanceAnswer(now=3, wanted=7)} == done.on_disk.balances
    assert "Plek 1: Geduld\nPlek 7: Lef\n" in done.said
    assert "Bewaard: nu 2, gewenst nog open" in done.said
    assert "Nu. Waar staat het nu? U koos 2. Typ 1 tot en met 7, w of n." in done.said
    assert "Vraag 7 van 11" in done.said


def test_half_a_balance_goes_on_with_the_other_half(tmp_path: Path) -> None:
    """Who comes back is asked what is still open."""
    done = typing(desk_in(tmp_path), *to("tempo"), "2", ">", "<", "5")
    assert {"tempo": BalanceAnswer(now=2, wanted=5)} == done.on_disk.balances


def test_not_knowing_one_place_is_told_to_be_about_both(tmp_path: Path) -> None:
    """The answer 'weet ik niet' replaces the first place, and that is said."""
    done = typing(desk_in(tmp_path), *to("tempo"), "2", "w")
    assert {"tempo": Missing.DONT_KNOW} == done.on_disk.balances
    assert "Bewaard: weet ik niet, voor nu en gewenst samen." in done.said


def test_undo_and_redo_go_to_the_question(tmp_path: Path) -> None:
    """The last change is taken back where it was made, and done again."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "1", "u", "u", "opnieuw")
    assert {"vertrouwen-1": 2} == done.on_disk.statements
    assert 2 == done.said.count("Ongedaan gemaakt.")
    assert "Weer gedaan." in done.said
    done = typing(desk_in(tmp_path / "leeg"), BEGIN, "u", "opnieuw")
    assert "Er is niets ongedaan te maken." in done.said
    assert "Er is niets om weer te doen." in done.said


def test_an_answer_can_be_cleared(tmp_path: Path) -> None:
    """It is told, and where there is nothing that is told too."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "wis", "2", "<", "WIS")
    assert {} == done.on_disk.statements
    assert "Deze vraag is nog open. Er is niets te wissen." in done.said
    assert "Bewaard: het antwoord is gewist." in done.said


@pytest.mark.parametrize("typed", [["2", "<", "wis"], ["2", "wis"], ["2", ">", "<", "wis"]])
def test_half_a_balance_can_be_cleared(tmp_path: Path, typed: list[str]) -> None:
    """Also from the other half, and later; then both places are asked again."""
    done = typing(desk_in(tmp_path), *to("tempo"), *typed, "wis")
    assert {} == done.on_disk.balances
    assert 1 == done.said.count("Bewaard: het antwoord is gewist.")
    assert 1 == done.said.count("Er is niets te wissen.")
    assert "Nu. Waar staat het nu? Typ 1 tot en met 7, w of n." == done.said.splitlines()[-2]


# --- one's own words ---


def test_an_empty_line_belongs_to_a_text(tmp_path: Path) -> None:
    """Two paragraphs are one answer; how to end it is said once more."""
    done = typing(desk_in(tmp_path), BEGIN, "Eén.", "", "2", "", ".")
    assert {"goed": "Eén.\n\n2"} == done.on_disk.open
    assert {} == done.on_disk.statements
    assert 1 == done.said.count("Bent u klaar met uw tekst?")


def test_a_command_ends_a_text_and_is_obeyed(tmp_path: Path) -> None:
    """Nobody is locked up in a text; with the sign before it, a command is text."""
    done = typing(desk_in(tmp_path), BEGIN, "Eén.", "=stop", "==u", "= is ook goed", "v 4")
    assert {"goed": "Eén.\nstop\n=u\n= is ook goed"} == done.on_disk.open
    assert "rollen-1" == done.on_disk.place
    done = typing(desk_in(tmp_path / "meer"), BEGIN, "=.", "stop", "nooit")
    assert {"goed": "."} == done.on_disk.open


def test_a_text_is_replaced_or_gets_longer(tmp_path: Path) -> None:
    """A new text takes the place of the old one; a plus adds to it; undo takes one away."""
    first = [BEGIN, "Eén.", ".", "<"]
    assert {"goed": "Twee.\nDrie."} == typing(
        desk_in(tmp_path / "a"), *first, "Twee.", "Drie.", "."
    ).on_disk.open
    assert {"goed": "Eén.\nTwee."} == typing(
        desk_in(tmp_path / "b"), *first, "+", "Twee.", "."
    ).on_disk.open
    assert {"goed": "Eén."} == typing(
        desk_in(tmp_path / "c"), *first, "Twee.", "Drie.", ".", "u"
    ).on_disk.open
    assert {"goed": "Eén."} == typing(desk_in(tmp_path / "d"), *first, ".").on_disk.open


def test_a_line_that_is_too_much_is_left_out(tmp_path: Path) -> None:
    """It is told, and what was typed before it stays."""
    done = typing(desk_in(tmp_path), BEGIN, "Kort.", "x" * MAX_TEXT, "Ook kort.", ".")
    assert {"goed": "Kort.\nOok kort."} == done.on_disk.open
    assert f"langer dan {MAX_TEXT} tekens. Deze regel hoort niet bij uw tekst." in done.said


def test_a_comment_is_written_added_to_and_cleared(tmp_path: Path) -> None:
    """At any question but a prediction."""
    start = [*to("vertrouwen-1"), "t", "", "Soms.", "."]
    assert {"vertrouwen-1": "Soms."} == typing(desk_in(tmp_path / "a"), *start).on_disk.comments
    done = typing(desk_in(tmp_path / "b"), *start, "t", "+", "Of vaak.", ".", "t", ".")
    assert {"vertrouwen-1": "Soms.\nOf vaak."} == done.on_disk.comments
    assert "Noem geen namen van personen." in done.said
    assert {} == typing(desk_in(tmp_path / "c"), *start, "t", "wis").on_disk.comments
    done = typing(desk_in(tmp_path / "d"), *to("voorspelling/vertrouwen-1"), "t")
    assert "Bij een voorspelling hoort geen toelichting." in done.said


def test_an_example_is_asked_for_once_after_a_low_answer(tmp_path: Path) -> None:
    """Enter goes on; a number is not taken for a comment; the second time nothing is asked."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "0", "2", "", "<", "0", "0", "<")
    assert {"vertrouwen-1": 0, "vertrouwen-2": 0} == done.on_disk.statements
    assert {} == done.on_disk.comments
    assert 2 == done.said.count("Kunt u een voorbeeld geven?")
    assert "U bent nog bij vraag 2. Uw antwoord daarop is al gegeven." in done.said


def test_a_command_at_the_invitation_is_obeyed(tmp_path: Path) -> None:
    """Also one that ends the example itself."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "0", "u")
    assert {} == done.on_disk.statements
    done = typing(desk_in(tmp_path / "b"), *to("vertrouwen-1"), "0", "t", "Zo.", "v 9")
    assert ("omvang", {"vertrouwen-1": "Zo."}) == (done.on_disk.place, done.on_disk.comments)


# --- hearing more ---


def test_help_tells_the_question_and_every_command(tmp_path: Path) -> None:
    """First about the question, then what can be typed, and last where one is."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "?")
    assert "Uitleg bij deze vraag\nOok kleine afspraken." in done.said
    assert "U bent bij vraag 2. De partners komen afspraken na." in done.said
    assert all(line in done.said for line in HELP)
    first_words = {word for line in HELP for word in line.split(":")[0].split(" of ")}
    assert {command.value for command in Command} - {"v"} <= first_words


def test_the_origin_of_a_question_is_told(tmp_path: Path) -> None:
    """The document and the passage."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "bron")
    assert "Deze vraag\nEen verslag, 2017: hoofdstuk 2" in done.said
    assert "In Venlo lukte het." in done.said


def test_the_overview_has_every_question_with_its_state(tmp_path: Path) -> None:
    """In words, by section; the other overview has only what is open."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "w", "o")
    assert "Overzicht. 2 van 11 vragen ingevuld." in done.said
    assert "Mensen, Vertrouwen:\n2 beantwoord: De partners komen afspraken na.\n" in done.said
    assert "3 weet niet: De partners houden informatie achter." in done.said
    assert "11 open: Hoeveel gesprekken waren er?" in done.said
    done = typing(desk_in(tmp_path / "open"), *to("vertrouwen-1"), "2", "open")
    assert "2 beantwoord:" not in done.said
    assert "Mensen, Vertrouwen:\n3 open:" in done.said


# --- closing ---


def test_closing_counts_each_section(tmp_path: Path) -> None:
    """The four states of each section and of everything, and what is open by number."""
    done = typing(desk_in(tmp_path), *to("vertrouwen-1"), "2", "w", "klaar")
    assert "Mensen, Vertrouwen: 1 beantwoord, 1 weet niet." in done.said
    assert "Alles samen: 1 beantwoord, 1 weet niet, 0 n.v.t., 9 open." in done.said
    assert "Nog open: vraag 1, 4 tot en met 11." in done.said


def test_handing_in_with_gaps_is_confirmed(tmp_path: Path) -> None:
    """Only a yes hands in; a no goes back to the choice."""
    done = typing(desk_in(tmp_path), BEGIN, "klaar", "inleveren", "misschien", "nee", "9", "")
    assert done.on_disk.handed_in is None
    assert "Er zijn nog 11 open vragen. Toch inleveren? Typ ja of nee." in done.said
    assert "Dat is geen ja en geen nee." in done.said
    assert "Dat is hier geen keuze. U bent bij het afronden." in done.said
    done = typing(desk_in(tmp_path / "ja"), BEGIN, "klaar", "Inleveren", "ja", "2")
    assert done.on_disk.handed_in is not None


def test_open_questions_in_a_row_are_taken_together() -> None:
    """Three or more of them; two are both named."""
    assert "1, 2, 4 tot en met 6, 9" == series([1, 2, 4, 5, 6, 9])


@pytest.mark.parametrize(("typed", "place"), [("<", "gesprekken"), ("v 2", "vertrouwen-1")])
def test_from_closing_one_goes_back_to_the_questions(
    tmp_path: Path, typed: str, place: str
) -> None:
    """To the question one was at, or to any other."""
    done = typing(desk_in(tmp_path), *to("gesprekken"), ">", typed)
    assert place == done.on_disk.place
    assert "Typ " in done.said.splitlines()[-2]


def test_a_command_is_a_whole_line(tmp_path: Path) -> None:
    """A sentence that begins with one is text; capitals and spaces do not matter."""
    assert None is order("stop ermee")
    assert None is order("o ja")
    assert Command.OVERVIEW is getattr(order(" O "), "command", None)
    assert ("v 5", "a=b", "=") == (as_text("=v 5"), as_text("a=b"), as_text("="))
