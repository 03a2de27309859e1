"""Words that may say who someone is."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import asked, code, dossier, on_disk, person, posted
from zelfanalyse.cli import main
from zelfanalyse.dossier.folder import SETTINGS
from zelfanalyse.dossier.privacy import MAX_WARNINGS, warnings

if TYPE_CHECKING:
    from pathlib import Path


def told(*texts: str, names: tuple[str, ...] = ()) -> list[str]:
    """Return the warnings about comments of as many people."""
    asking = asked()
    people = [
        person(number, "raad", asking, comments={"vertrouwen-1": text})
        for number, text in enumerate(texts)
    ]
    settings = dossier(asking).settings.model_copy(update={"names": names})
    return warnings(settings, people)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mail jan.pietersen@voorbeeld.nl maar.", "een e-mailadres"),
        ("(JAN@GEMEENTE.EU)", "een e-mailadres"),
        ("jan\u200b@voorbeeld.nl", "een e-mailadres"),
        ("Bel 06-12345678.", "een telefoonnummer"),
        ("Bel 06 12 34 56 78.", "een telefoonnummer"),
        ("Bel (020) 123 45 67.", "een telefoonnummer"),
        ("Bel +31 6 1234 5678!", "een telefoonnummer"),
        ("Bel 0031612345678", "een telefoonnummer"),
        ("Dat weet Jansen wel.", "de naam 'Jansen'"),
        ("JANSEN deed dat", "de naam 'Jansen'"),
        ("bij  de\nVries", "de naam 'De Vries'"),
    ],
)
def test_what_may_say_who_someone_is_is_told(text: str, what: str) -> None:
    """With the code of the response and the id of the question, and what to do."""
    first, *rest = told(text, names=("Jansen", "De Vries"))
    assert f"{code(0)}: let op: bij 'vertrouwen-1' staat {what}." == first
    assert 1 == len(rest)
    assert "voordat u het rapport deelt" in rest[0]


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat goed.",
        "Sinds 01-02-2021 gaat het beter dan op 31-12-2020.",
        "In 2024 en 2025 kostte het 1.234.567,89 euro.",
        "Zaak 20241234567890.",
        "Wij @ de regio",
        "De jansenisten",
        "Een 0 en een 10.",
    ],
)
def test_ordinary_words_are_let_be(text: str) -> None:
    """Years, dates, amounts and longer words are no name, number or address."""
    assert [] == told(text, names=("Jansen", " "))


def test_a_word_without_end_is_soon_read() -> None:
    """Forty of the longest comments there can be take no minute."""
    started = perf_counter()
    assert [] == told(*["x" * 20_000, "0" * 20_000, "x@" * 10_000, "x." * 10_000] * 10)
    assert perf_counter() - started < 5


def test_open_answers_are_read_too() -> None:
    """In words; a number is none."""
    asking = asked()
    one = person(1, "raad", asking, open_={"goed": "x@voorbeeld.nl", "aantal": 9999})
    first, _ = warnings(dossier(asking).settings, [one])
    assert "'goed'" in first


def test_many_are_told_briefly() -> None:
    """Ten, how many more there are, and what to do."""
    found = told(*["x@voorbeeld.nl"] * 13)
    assert MAX_WARNINGS + 2 == len(found)
    assert "… en nog 3." == found[MAX_WARNINGS]


def test_the_facilitator_is_warned_at_merging_and_before_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the side where sentences go: the report itself has the words as they are."""
    made = on_disk(tmp_path / "d")
    path = tmp_path / "d" / SETTINGS
    path.write_text('namen = ["Jansen"]\n' + path.read_text("utf-8"), "utf-8")
    for number in range(5):
        words = {"vertrouwen-1": "Vraag het Jansen." if number == 3 else "Goed."}
        posted(
            tmp_path / "in",
            person(number, "raad", made.questionnaire, {"vertrouwen-1": 4}, comments=words),
        )
    sentence = f"{code(3)}: let op: bij 'vertrouwen-1' staat de naam 'Jansen'.\n"
    assert 0 == main(["samenvoegen", str(tmp_path / "d"), str(tmp_path / "in")])
    assert sentence in capsys.readouterr().err
    assert 0 == main(["samenvoegen", str(tmp_path / "d"), str(tmp_path / "in")])
    assert sentence not in capsys.readouterr().err
    assert 0 == main(["rapport", str(tmp_path / "d")])
    told = capsys.readouterr()
    assert sentence in told.err
    assert "let op" not in told.out
    assert "Vraag het Jansen." in told.out
