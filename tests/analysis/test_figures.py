"""Every figure of a result in one flat row, as other tools read it."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from io import StringIO
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import (
    ADVISEUR,
    DONT_KNOW,
    PARTNERS,
    RAAD,
    STAF,
    answered,
    asked,
    bytes_of,
    factor,
)
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.analysis.figures import Figure, figures
from zelfanalyse.analysis.told import Status
from zelfanalyse.cli import main
from zelfanalyse.dossier import ledger
from zelfanalyse.report.table_file import csv_text

if TYPE_CHECKING:
    from pathlib import Path

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.dossier.model import Perspective

HEADER = "maat,niveau,id,bron,perspectief,waarde,n,weet_niet,nvt,status"
RESULT = analyse(
    answered(
        {
            RAAD: [4, 5, 4, 3, 4, 4, 5, 2, 4, 3, 5, DONT_KNOW],
            STAF: [2, 2],
            PARTNERS: [2, 3, 3, 1, 2, 4, 3, 2, 3, 3, 2],
            ADVISEUR: [3],
        },
        asked(factor("x", 3), factor("y", 2, reverse=[1])),
    )
)
ROWS = list(csv.DictReader(StringIO(csv_text(figures(RESULT)))))
ONE = asked(factor("x"))
SPREAD = ("sd", "ad", "rwg", "awg", "rster_wg", "rwg_j")
TOLD = {Status.SHOWN.value, Status.BOUNDED.value}


def value(maat: str, niveau: str, name: str, bron: str = "", perspectief: str = "") -> float | None:
    """Return the only figure with this address."""
    wanted = (maat, niveau, name, bron, perspectief)
    keys = ("maat", "niveau", "id", "bron", "perspectief")
    (row,) = [row for row in ROWS if wanted == tuple(row[key] for key in keys)]
    return float(row["waarde"]) if row["waarde"] else None


def number(figure: object) -> float | None:
    """Return a figure of the result as the table has it."""
    return None if figure is None else float(figure)  # type: ignore[arg-type]


def test_the_heading() -> None:
    """The columns and their order are fixed: other tools read them."""
    assert HEADER == csv_text([]).rstrip("\n")
    assert HEADER == ",".join(Figure._fields)


def test_every_score_is_that_of_the_result() -> None:
    """Each factor, statement and cluster, by perspective and by side."""
    sides = {item.id: item.source.value for item in RESULT.settings.perspectives}
    for level, name, measured in [
        *(("factor", item.factor.id, item.measure) for item in RESULT.factors),
        *(
            ("stelling", item.statement.id, item.measure)
            for each in RESULT.factors
            for item in each.statements
        ),
    ]:
        for group, score in measured.perspectives.items():
            assert number(score.value) == value("score", level, name, sides[group], group)
            assert number(score.percent) == value("procent", level, name, sides[group], group)
        for source, score in measured.sources.items():
            assert number(score.value) == value("score", level, name, source.value)
    for cluster in RESULT.clusters:
        for source, score in cluster.sources.items():
            assert number(score.value) == value("score", "cluster", cluster.cluster.id, source)


def test_every_gap_and_spread_is_that_of_the_result() -> None:
    """Gap, interval, g and agreement."""
    for factor_ in RESULT.factors:
        name, gap, evidence = factor_.factor.id, factor_.gap, factor_.evidence
        assert gap is not None
        assert evidence is not None
        assert float(gap.value) == value("kloof", "factor", name)
        assert number(evidence.hedges_g) == value("hedges_g", "factor", name)
        ends = evidence.interval
        assert number(ends and ends.low) == value("kloof_laag", "factor", name)
        assert number(ends and ends.high) == value("kloof_hoog", "factor", name)
        partners = factor_.spread["partners"]
        expected = [partners.sd, partners.ad, partners.rwg, partners.awg, partners.rwg_star_j]
        kinds = ("sd", "ad", "rwg", "awg", "rster_wg", "rwg_j")
        found = [value(kind, "factor", name, "extern", "partners") for kind in kinds]
        assert [*map(number, [*expected, partners.rwg_j])] == found
        assert None not in found


def test_what_is_suppressed_has_neither_value_nor_counts() -> None:
    """Only its status stands in the row."""
    hidden = [row for row in ROWS if row["status"] not in TOLD]
    assert 0 < len(hidden)
    columns = ("waarde", "n", "weet_niet", "nvt")
    assert {""} == {row[column] for row in hidden for column in columns}


def test_what_is_shown_has_a_value() -> None:
    """Every row that says so, and a score its counts too."""
    shown = [row for row in ROWS if row["status"] in TOLD]
    assert [] == [row for row in shown if not row["waarde"]]
    assert [] == [row for row in shown if row["maat"] == "score" and not row["n"]]


def test_figures_have_full_precision() -> None:
    """Each value reads back as the same double, with a point as decimal sign."""
    written = [row["waarde"] for row in ROWS if row["waarde"]]
    assert written == [repr(float(text)) for text in written]
    assert any(len(text) > 15 for text in written)


def test_no_figure_stands_twice() -> None:
    """The first five columns are an address."""
    places = [tuple(row.values())[:5] for row in ROWS]
    assert len(places) == len(set(places))


def table_of(result: Result) -> dict[tuple[str, ...], dict[str, str]]:
    """Return the rows by their address."""
    rows = csv.DictReader(StringIO(csv_text(figures(result))))
    return {tuple(row.values())[:5]: row for row in rows}


def coefficients(groups: dict[Perspective, list[int]], *differing: int) -> dict[str, str]:
    """Return the statuses of alpha and ICC for a factor of three statements.

    Each answer is of one person, who gives it to the first two statements and one point less, or
    as many as ``differing`` says, to the third.
    """
    less = differing or (1,)
    dossier = answered(dict(groups), asked(factor("x", 3)))
    everyone = [answer for answers in groups.values() for answer in answers]
    turned = [
        item.model_copy(update={"statements": {"x-1": given, "x-2": given, "x-3": given - shift}})
        for item, given, shift in zip(dossier.responses, everyone, cycle(less))
    ]
    found = table_of(analyse(replace(dossier, responses=tuple(turned))))
    kinds = ("alpha", "icc1", "icc1_k")
    places = {kind: (kind, "factor", "x", "", "") for kind in kinds}
    return {kind: found[place]["status"] for kind, place in places.items() if place in found}


@pytest.mark.parametrize(("people", "expected"), [(14, "te weinig antwoorden"), (15, "getoond")])
def test_alpha_needs_thirty_people(people: int, expected: str) -> None:
    """Of all perspectives together."""
    answers = [2 + number % 4 for number in range(people)]
    assert {"alpha": expected} == coefficients({RAAD: answers, PARTNERS: answers}, 0, 1, 1)


def test_alpha_is_not_of_people_whose_group_is_hidden() -> None:
    """Thirty people, of whom two cannot be shown: too few."""
    answers = [2 + number % 4 for number in range(28)]
    assert {"alpha": "te weinig antwoorden"} == coefficients({RAAD: answers, STAF: [3, 4]}, 0, 1)


def test_alpha_where_nobody_departs_from_the_others() -> None:
    """There are enough people and there is nothing to compute."""
    assert {"alpha": "niet te bepalen"} == coefficients({RAAD: [3, 4] * 15})


def test_a_factor_of_two_statements_has_no_alpha() -> None:
    """The row is absent: it can never be there."""
    assert {("alpha", "factor", "y", "", "")}.isdisjoint(table_of(RESULT))


@pytest.mark.parametrize(("shown", "expected"), [(9, "te weinig antwoorden"), (10, "getoond")])
def test_icc_needs_ten_perspectives_that_are_shown(shown: int, expected: str) -> None:
    """Of ten perspectives, one with too few people to show."""
    sizes = [5] * shown + [4] * (10 - shown)
    groups = {
        RAAD.model_copy(update={"id": f"groep-{number}"}): [
            1 + (number + n) % 5 for n in range(size)
        ]
        for number, size in enumerate(sizes)
    }
    found = coefficients(groups, 0, 1)
    assert {"icc1": expected, "icc1_k": expected} == {
        k: v for k, v in found.items() if k != "alpha"
    }


def test_what_the_report_says_in_words_has_its_figure_too() -> None:
    """Shares of don't-know and predictions, where the report prints them."""
    questionnaire = asked(factor("x", 1))
    (asks,) = questionnaire.factors
    core = asks.model_copy(
        update={"statements": tuple(s.model_copy(update={"core": True}) for s in asks.statements)}
    )
    dossier = answered(
        {RAAD: [4, 5, 3, 4, 5], PARTNERS: [2, 3, 3, 2, 3, DONT_KNOW, DONT_KNOW]},
        questionnaire.model_copy(update={"factors": (core,)}),
    )
    guessed = [
        item.model_copy(update={"predictions": {"x-1": 3}}) if item.perspective == "raad" else item
        for item in dossier.responses
    ]
    found = table_of(analyse(replace(dossier, responses=tuple(guessed))))
    unseen = found["aandeel_weet_niet", "factor", "x", "extern", "partners"]
    assert pytest.approx(2 / 7) == float(unseen["waarde"])
    guess = found["score", "voorspelling", "x-1", "zelf", "raad"]
    assert ("3.0", "5") == (guess["waarde"], guess["n"])


GAP = ("kloof", "kloof_procent", "kloof_laag", "kloof_hoog", "hedges_g")


@pytest.mark.parametrize(
    ("outside", "expected"),
    [([2] * 3, "te weinig antwoorden"), ([], "geen antwoorden"), ([5] * 6, "begrensd")],
)
def test_without_a_gap_every_row_of_it_has_the_reason(outside: list[int], expected: str) -> None:
    """Who looks for the interval finds why it is not there, at every level that can have one."""
    found = table_of(analyse(answered({RAAD: [3, 4, 2, 3, 4], PARTNERS: outside}, ONE)))
    for level, name in (("factor", "x"), ("stelling", "x-1")):
        rows = [found[kind, level, name, "", ""] for kind in GAP]
        assert {("", expected)} == {(row["waarde"], row["status"]) for row in rows}
    rows = [found[kind, "cluster", "mensen", "", ""] for kind in GAP[:2]]
    assert {expected} == {row["status"] for row in rows}
    assert ("kloof_laag", "cluster", "mensen", "", "") not in found


def test_several_items_have_a_status_of_their_own() -> None:
    """One of ten left a statement open: the factor's spread is shown, and r*wg is not."""
    opened = answered({RAAD: [1, 2, 3, 4, 5] * 2}, asked(factor("x", 2)))
    first, *others = opened.responses
    skipped = first.model_copy(update={"statements": {"x-1": 1}})
    found = table_of(analyse(replace(opened, responses=(skipped, *others))))
    statuses = {kind: found[kind, "factor", "x", "zelf", "raad"]["status"] for kind in SPREAD}
    assert ("getoond", "achtergehouden") == (statuses["sd"], statuses["rster_wg"])
    assert "achtergehouden" == statuses["rwg_j"]


# --- through the command ---


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the example in it."""
    place = tmp_path_factory.mktemp("gemaakt")
    assert 0 == main(["voorbeeld", str(place / "v")])
    return place


def export(place: Path, *more: str, to: str = "cijfers.csv") -> int:
    """Export the figures of the example."""
    return main(["exporteren", str(place / "v"), "--cijfers", "-o", str(place / to), *more])


def test_exporting_twice_gives_the_same_bytes(made: Path) -> None:
    """The same dossier, the same figures."""
    assert [0, 0] == [export(made, to="een.csv"), export(made, to="twee.csv")]
    one, two = ((made / name).read_bytes() for name in ("een.csv", "twee.csv"))
    assert one == two
    assert one.startswith(HEADER.encode() + b"\n")


def test_an_existing_file_is_not_overwritten(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told, and replaced only when asked for."""
    (made / "er.csv").write_text("van mij", "utf-8")
    assert 2 == export(made, to="er.csv")
    assert "bestaat al" in capsys.readouterr().err
    assert "van mij" == (made / "er.csv").read_text("utf-8")
    assert 0 == export(made, "--overschrijven", to="er.csv")
    assert (made / "er.csv").read_text("utf-8").startswith(HEADER)


@pytest.mark.parametrize(
    "name",
    [
        "dossier.toml",
        "vragenlijst.toml",
        "logboek.jsonl",
        "antwoorden/nieuw.csv",
        "antwoorden/vervangen/x.csv",
        "ingevuld/x.csv",
        "antwoorden/../logboek.jsonl",
    ],
)
def test_a_file_of_the_dossier_is_never_overwritten(
    made: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where one asks to replace what is there, and by a link or another way round."""
    before = bytes_of(made / "v")
    assert 2 == export(made, "--overschrijven", to=f"v/{name}")
    assert "is een bestand van het dossier" in capsys.readouterr().err
    if os.name == "posix":
        link = made / "koppeling.csv"
        link.unlink(missing_ok=True)
        link.symlink_to(made / "v" / name)
        assert 2 == export(made, "--overschrijven", to=link.name)
    assert before == bytes_of(made / "v")


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_what_is_no_place_for_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder, a pipe, a folder that is not there: one sentence, and nothing is shown."""
    place = tmp_path / "v"
    assert 0 == main(["voorbeeld", str(place)])
    (place / ledger.LEDGER).unlink()
    os.mkfifo(tmp_path / "pijp")
    before = bytes_of(place)
    for to, words in (
        ("v", "geen gewoon bestand"),
        ("pijp", "geen gewoon bestand"),
        ("weg/x.csv", "bestaat niet"),
    ):
        capsys.readouterr()
        assert 2 == export(tmp_path, "--overschrijven", to=to)
        told = capsys.readouterr()
        assert ("", 1, True) == (told.out, told.err.count("\n"), words in told.err)
    assert before == bytes_of(place)
    assert not (tmp_path / "weg").exists()


@pytest.mark.skipif(os.name != "posix", reason="only there anyone can make a link or a pipe")
def test_a_link_is_followed(made: Path) -> None:
    """The file that it points to is written, and the link stays."""
    link, real = made / "verwijst.csv", made / "echt.csv"
    link.symlink_to(real)
    assert 0 == export(made, to=link.name)
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith(HEADER)


def test_what_to_export_must_be_said(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --cijfers nothing is written."""
    assert 2 == main(["exporteren", str(made / "v")])
    assert "--cijfers" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["rapport"], ["exporteren", "--cijfers"], ["exporteren", "--cijfers", "-o", "uit"]]
)
def test_what_cannot_be_noted_is_not_shown(
    tmp_path: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A dossier that cannot be written to: one sentence, exit code 1, no figure anywhere."""
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["voorbeeld", "v"])
    (tmp_path / "v" / ledger.LEDGER).unlink()
    before = bytes_of(tmp_path)
    capsys.readouterr()

    def refuse(path: Path, _: bytes) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.fsync", lambda _: refuse(tmp_path, b""))
    assert 1 == main([words[0], "v", *words[1:]])
    told = capsys.readouterr()
    assert ("", True) == (told.out, "kan niet bewaard worden" in told.err)
    assert before == bytes_of(tmp_path)
