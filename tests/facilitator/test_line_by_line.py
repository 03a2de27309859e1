"""Making a dossier line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.facilitator.line_by_line import LineByLine
from zelfanalyse.facilitator.pages import STEPS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zelfanalyse.facilitator.draft import Draft


class Talker:
    """Someone who answers each line that has a word in it with what belongs to it, and Enter."""

    def __init__(self, answers: Mapping[str, list[str]]) -> None:
        self.answers = {key: list(given) for key, given in answers.items()}
        self.heard: list[str] = []

    def say(self, line: str) -> None:
        """Hear a line."""
        self.heard.append(line)

    def read(self) -> str:
        """Type a line: the next answer to what was heard last of all that has an answer."""
        for line in reversed(self.heard):
            for word, given in self.answers.items():
                if line.startswith(word) and given:
                    return f"{given.pop(0)}\n"
            if not line.startswith(("!", "Typ", "Nu:")) and not line[:1].isdigit():
                break
        return "\n"


REQUIRED = {
    "Naam.": ["Regio Vecht"],
    "Aanleiding.": ["Nodig"],
    "Maak het dossier?": ["ja"],
}


def test_every_field_is_asked(draft: Draft) -> None:
    """Each line of each page is read out, with what it is for; Enter keeps what is preset."""
    talker = Talker(REQUIRED)
    made = LineByLine(talker.read, talker.say).ask(draft)
    assert made is not None
    assert ("Regio Vecht", "2026", draft.groups) == (
        made.text("naam"),
        made.text("ronde"),
        made.groups,
    )
    heard = "\n".join(talker.heard)
    for step in STEPS:
        assert step.title in heard
        for entry in step.entries(draft):
            if entry.kind is not Kind.READ:
                assert entry.label in heard


def test_an_option_is_picked_by_its_number(draft: Draft) -> None:
    """Or typed, as own words; a dash makes empty."""
    said = draft.say("historie", "Sinds 2015.")
    talker = Talker({**REQUIRED, "Vorm.": ["2"], "Onderwerp.": ["Cultuur"], "Historie.": ["-"]})
    made = LineByLine(talker.read, talker.say).ask(said)
    assert made is not None
    assert ("regio met een eigen raad", "Cultuur", "") == (
        made.text("vorm"),
        made.text("domein"),
        made.text("historie"),
    )


def test_what_is_not_right_is_asked_again(draft: Draft) -> None:
    """The reason is read out, and the same field waits for another line."""
    answers = {"Inwoners.": ["veel", "50.000"], "Hoeveel mensen van Raad": ["x", "8"]}
    talker = Talker({**REQUIRED, **answers, "! Hier hoort": ["7", "9"]})
    made = LineByLine(talker.read, talker.say).ask(draft)
    assert made is not None
    assert 2 == talker.heard.count("! Hier hoort een heel getal.")
    assert ("7", "9") == (made.text("inwoners"), made.group("raad").invited)


def test_a_group_is_asked_about_with_yes_or_no(draft: Draft) -> None:
    """No takes it out, and then nobody asks how many; another word is asked again."""
    talker = Talker({**REQUIRED, "Groep Raad": ["misschien"], "Typ ja of nee.": ["nee"]})
    made = LineByLine(talker.read, talker.say).ask(draft)
    assert made is not None
    assert not made.group("raad").is_asked
    assert not any("van Raad nodigt" in line for line in talker.heard)


def test_without_what_is_needed_there_is_nothing_to_make(draft: Draft) -> None:
    """What is missing is read out at the end."""
    talker = Talker({})
    assert LineByLine(talker.read, talker.say).ask(draft) is None
    assert "Dit moet nog: Een dossier heeft een naam." in talker.heard


def test_no_is_no(draft: Draft) -> None:
    """Nothing is made when someone does not want it, or when there are no more lines."""
    talker = Talker({**REQUIRED, "Maak het dossier?": ["nee"]})
    assert LineByLine(talker.read, talker.say).ask(draft) is None
    lines = iter(["Regio\n"])
    assert LineByLine(lambda: next(lines, ""), lambda _: None).ask(draft) is None
