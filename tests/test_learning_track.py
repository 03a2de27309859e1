"""The learning track: its file, what comes into it, its hints and its command."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import asked as asked_list
from tests.dossier.builders import bytes_of, code, dossier, on_disk
from zelfanalyse import toml_file
from zelfanalyse.cli import main
from zelfanalyse.dossier import blank_pages, book, folder, learning_intake
from zelfanalyse.dossier.learning import (
    Advice,
    DiscussionNote,
    Effort,
    Interview,
    LearningQuestion,
    LearningTrack,
    OwnAnalysis,
    Side,
    Take,
)
from zelfanalyse.dossier.privacy import on_lessons
from zelfanalyse.errors import ChangedElsewhereError, ExitCode
from zelfanalyse.progress import learning_hints
from zelfanalyse.progress.planning import learning_planning
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.record import build
from zelfanalyse.response import file
from zelfanalyse.response.model import QuestionnaireRef, Response

DAY, TODAY = date(2027, 3, 1), date(2026, 12, 1)
ASKED = library.open_questionnaire(library.find("leertraject"))
LONG = "woord " * learning_hints.FEW_WORDS
SETTINGS = dossier(asked_list()).settings

BEGUN = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def answer(**answers: str) -> Response:
    """Return a handed-in response to the list, filled in by itself, with these own words."""
    return Response(
        questionnaire=QuestionnaireRef(
            id=ASKED.id, version=ASKED.version, fingerprint=fingerprint(ASKED)
        ),
        respondent=code(1),
        started=BEGUN,
        handed_in=BEGUN,
        choices={"vraag_actueel": ("ja",), "vraag_open": ("nee",)},
        open=answers,
    )


def hints(**fields: Any) -> str:
    """Return the hints about a learning question with these fields, as one text."""
    question = LearningQuestion(id="a", question="Hoe?").model_copy(update=fields)
    return " ".join(learning_hints.of_question(question))


def loaded(text: str) -> LearningTrack | None:
    """Return the learning track in a text, or none when it is no such file."""
    document, _ = toml_file.parse(text, Path("leertraject.toml"))
    return None if document is None else build(LearningTrack, document)[0]


def test_a_new_file_has_one_question_to_fill_in() -> None:
    """It is read back as one empty learning question."""
    text = blank_pages.learning_text(LearningQuestion(id="a"), made_up=False)
    track = loaded(text)
    assert track is not None
    assert LearningTrack(questions=(LearningQuestion(id="a"),)) == track
    assert () == track.begun
    assert "Waar ging het volgens u mis?" in text


def test_the_planning_is_in_a_new_file_when_the_day_is_known() -> None:
    """Each step with its day, and the look-back as a value."""
    planning = learning_planning(DAY, TODAY)
    question = LearningQuestion(id="a")
    text = blank_pages.learning_text(question, made_up=True, day=DAY, planning=planning)
    track = loaded(text)
    assert track is not None
    assert (DAY, planning[-1].due_on) == (track.day, track.review_on)
    assert all(step.title in text for step in planning)
    assert track.made_up


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30) | st.just('""" \\ #é')


TEXTS = [name for name in OwnAnalysis.model_fields if name != "efforts"]


@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, WORDS)))
def test_a_question_survives_its_file(texts: dict[str, str]) -> None:
    """Whatever people write comes back as it was."""
    analysis = OwnAnalysis(efforts=(Effort(done="x", effect='"'),)).model_copy(update=texts)
    question = LearningQuestion(id="a", question="Hoe?", is_hard=False, analysis=analysis)
    track = loaded(blank_pages.learning_text(question, made_up=False))
    assert LearningTrack(questions=(question,)) == track


def test_a_response_becomes_a_learning_question() -> None:
    """Its words, its checks, and what was done paired with what came of it."""
    question = learning_intake.question_from(
        answer(
            leervraag=" Hoe? ",
            mis="Te laat.",
            interviews="De griffier",
            gedaan="Gebeld\n\nGemaild\n",
            effect="Rust\nonbekend\nRuzie",
        ),
        "a",
    )
    assert ("Hoe?", "Te laat.") == (question.question, question.analysis.went_wrong)
    assert (True, False, None) == (question.is_current, question.is_hard, question.is_felt)
    assert "De griffier" == question.analysis.to_interview
    expected = (("Gebeld", "Rust"), ("Gemaild", "onbekend"), ("", "Ruzie"))
    assert expected == tuple((item.done, item.effect) for item in question.analysis.efforts)


def test_every_open_question_of_the_list_has_a_place() -> None:
    """Nothing that someone writes is lost on the way to the file."""
    texts = {item.id: f"Over {item.id}." for item in ASKED.open_questions}
    question = learning_intake.question_from(answer(**texts), "a")
    track = loaded(blank_pages.learning_text(question, made_up=False))
    assert track is not None
    kept = str(track.questions[0])
    assert [] == [text for text in texts.values() if text not in kept]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"handed_in": None}, "concept"),
        ({"dossier": "ander"}, "'ander'"),
        ({"made_up": True}, "verzonnen"),
    ],
)
def test_a_response_for_something_else_is_refused(change: dict[str, Any], reason: str) -> None:
    """A draft, another dossier, made-up words in a real one: with why."""
    given_ = answer(leervraag="Hoe?")
    assert None is learning_intake.refusal(SETTINGS, given_)
    told = learning_intake.refusal(SETTINGS, given_.model_copy(update=change))
    assert reason in str(told)


def test_real_words_for_this_dossier_do_not_enter_an_example() -> None:
    """One that is filled in by itself cannot say what it is, and may."""
    example = SETTINGS.model_copy(update={"made_up": True})
    given_ = answer(leervraag="Hoe?")
    assert None is learning_intake.refusal(example, given_)
    named = given_.model_copy(update={"dossier": example.id})
    assert "echt" in str(learning_intake.refusal(example, named))


QUESTION = LearningQuestion(id="leervraag-2", question="Hoe?")


def test_a_question_is_added_and_every_comment_stays(tmp_path: Path) -> None:
    """What people wrote, and how, is still there letter for letter."""
    path = tmp_path / LearningTrack.name
    text = 'formaat = 1\n# van ons\nlessen = [ "a" ]\n[[leervraag]]\nid = "eerste"  # kort\n'
    path.write_text(text, "utf-8")
    track = loaded(text)
    learning_intake.add(tmp_path, track, QUESTION, made_up=False)
    assert path.read_text("utf-8").startswith(text)
    now = loaded(path.read_text("utf-8"))
    assert track is not None
    assert now == track.model_copy(update={"questions": (*track.questions, QUESTION)})


def test_a_question_is_added_to_questions_on_one_line(tmp_path: Path) -> None:
    """Where nothing can be put behind them, the file is written anew with all its values."""
    path = tmp_path / LearningTrack.name
    text = 'formaat = 1\nleervraag = [{ id = "eerste", vraag = "Wat?" }]\nlessen = ["a"]\n'
    path.write_text(text, "utf-8")
    learning_intake.add(tmp_path, loaded(text), QUESTION, made_up=False)
    now = loaded(path.read_text("utf-8"))
    assert now is not None
    assert (["Wat?", "Hoe?"], ("a",)) == ([item.question for item in now.questions], now.lessons)


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """What someone wrote after it was read stays."""
    path = tmp_path / LearningTrack.name
    path.write_text('formaat = 1\nlessen = ["nieuw"]\n', "utf-8")
    before = bytes_of(tmp_path)
    with pytest.raises(ChangedElsewhereError):
        learning_intake.add(tmp_path, LearningTrack(), QUESTION, made_up=False)
    assert before == bytes_of(tmp_path)


def test_a_new_id_is_free() -> None:
    """The first number that is not taken."""
    assert "leervraag-1" == learning_intake.free_name(None)
    track = LearningTrack(questions=(LearningQuestion(id="leervraag-1"),))
    assert "leervraag-2" == learning_intake.free_name(track)


def test_an_empty_question_only_says_so() -> None:
    """No list of complaints about a question that nobody began."""
    assert ["De leervraag is nog leeg."] == list(
        learning_hints.of_question(LearningQuestion(id="a"))
    )


@pytest.mark.parametrize("name", ["went_wrong", "management"])
def test_a_short_analysis_is_asked_for_one_moment(name: str) -> None:
    """Under 25 words, and when it is empty; not at 25."""
    other = {"went_wrong": LONG, "management": LONG}
    for text in ("", "Het ging mis."):
        short = OwnAnalysis().model_copy(update={**other, name: text})
        assert 1 == hints(analysis=short).count("Kunt u één moment noemen?")
    assert "één moment" not in hints(analysis=OwnAnalysis().model_copy(update=other))


@pytest.mark.parametrize("name", ["is_current", "is_hard", "is_felt"])
def test_a_check_that_fails_or_is_open_is_told(name: str) -> None:
    """A hint each, and none when all three are right."""
    right = {"is_current": True, "is_hard": True, "is_felt": True}
    assert "U zegt" not in hints(**right)
    assert "U zegt" in hints(**{**right, name: False})
    assert "Kijk de leervraag na" in hints(**{**right, name: None})
    assert "Kijk de leervraag na" not in hints(**right)


@pytest.mark.parametrize(
    ("sides", "missing"),
    [
        ((), ["van binnen", "van buiten"]),
        ((Side.INSIDE,), ["van buiten"]),
        ((Side.OUTSIDE,), ["van binnen"]),
        ((Side.INSIDE, Side.OUTSIDE), []),
    ],
)
def test_the_adviser_speaks_to_both_sides(sides: tuple[Side, ...], missing: list[str]) -> None:
    """Who was not heard yet is a hint, and the file opens all the same."""
    note = DiscussionNote(interviews=tuple(Interview(who="Iemand", side=side) for side in sides))
    told = hints(note=note)
    assert missing == [who for who in ("van binnen", "van buiten") if f"niemand {who}" in told]


def test_an_advice_wants_a_choice_with_a_reason() -> None:
    """First the choice, then why."""
    advice = Advice(by="Gemeente B", words="Begin.")
    assert "Gemeente B heeft nog geen keuze" in hints(advices=(advice,))
    chosen = advice.model_copy(update={"take": Take.NO})
    assert "Gemeente B staat niet waarom" in hints(advices=(chosen,))
    told = chosen.model_copy(update={"reason": "Te duur."})
    assert "Gemeente B" not in hints(advices=(told,))


def test_a_step_wants_its_effect() -> None:
    """Nothing done, something done, and what came of it."""
    assert "niet wat er al gedaan is" in hints()
    step = Effort(done="Gebeld")
    assert "welk effect" in hints(analysis=OwnAnalysis(efforts=(step,)))
    whole = step.model_copy(update={"effect": "Rust"})
    told = hints(analysis=OwnAnalysis(efforts=(whole,)))
    assert "effect" not in told
    assert "gedaan is" not in told


def test_whom_to_ask_comes_first(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The program cannot know whether participants are alike, so it says what to look for."""
    book.save(place, LearningTrack(participants=("Gemeente A", "Gemeente A")))
    main(["leertraject", "d"])
    told = " ".join(capsys.readouterr().out.split())
    assert told.index(learning_hints.WHO_TO_ASK) < told.index("Data")


@pytest.mark.parametrize(
    ("fields", "today", "word", "is_told"),
    [
        ({}, TODAY, "Zet bij 'dag'", True),
        ({"day": DAY}, TODAY, "Zet bij 'dag'", False),
        ({"day": DAY}, TODAY, "minstens 6", False),
        ({"day": DAY}, date(2027, 2, 20), "minstens 6", True),
        ({"day": DAY}, date(2027, 3, 9), "'terugkoppeling'", True),
        ({"day": DAY}, TODAY, "'terugkoppeling'", False),
        ({"day": DAY, "fed_back_on": DAY}, date(2027, 3, 9), "'terugkoppeling'", False),
        ({"day": DAY}, date(2027, 3, 9), "'terugkijken'", True),
        ({"day": DAY, "review_on": DAY}, date(2027, 3, 9), "'terugkijken'", False),
        ({}, TODAY, "'aangekondigd'", True),
        ({"announced_on": DAY}, TODAY, "'aangekondigd'", False),
        ({}, TODAY, "'bestuur_geinformeerd'", True),
        ({"board_informed_on": DAY}, TODAY, "'bestuur_geinformeerd'", False),
    ],
)
def test_what_is_to_be_done_around_the_day_is_told_in_time(
    fields: dict[str, Any], today: date, word: str, *, is_told: bool
) -> None:
    """Before the day to prepare, after it to feed back and to look back."""
    assert is_told is (word in " ".join(learning_hints.of_track(LearningTrack(**fields), today)))


def test_names_on_the_lessons_sheet_are_told() -> None:
    """Names of people, addresses, organisations and functions, each once."""
    settings = SETTINGS.model_copy(update={"names": ("Jansen",)})
    track = LearningTrack(
        participants=("Gemeente B",),
        questions=(
            LearningQuestion(
                id="a",
                question="Hoe helpt gemeente B ons?",
                note=DiscussionNote(interviews=(Interview(who="Griffier", side=Side.INSIDE),)),
            ),
        ),
        lessons=("Vraag Jansen op 06-12345678.", "De griffier weet het. Gemeente B ook."),
    )
    told = on_lessons(settings, track)
    assert 4 == len(told)
    for part in ("'Jansen'", "telefoonnummer", "'Gemeente B'", "'Griffier'"):
        assert part in " ".join(told)
    assert [] == on_lessons(settings, LearningTrack(lessons=("Begin klein.",)))


@pytest.fixture(name="place")
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a dossier, beside a handed-in response to the list in the current folder."""
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path / "d")
    file.save(tmp_path / "antwoord.toml", answer(leervraag="Hoe houden wij dit vol?", mis="Laat."))
    return tmp_path / "d"


def test_the_command_begins_takes_in_and_tells(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From an empty file to a learning question with hints; the same answer is taken once."""
    assert ExitCode.OK == main(["leertraject", "d", "--dag", "1-3-2027"])
    assert ExitCode.OK == main(["leertraject", "d", "--antwoord", "antwoord.toml"])
    before = bytes_of(place)
    assert ExitCode.OK == main(["leertraject", "d", "--antwoord", "antwoord.toml"])
    assert before == bytes_of(place)
    track = folder.load(place).book.learning
    assert track is not None
    assert ["leervraag-2"] == [item.id for item in track.begun]
    capsys.readouterr()
    assert ExitCode.OK == main(["leertraject", "d"])
    told = " ".join(capsys.readouterr().out.split())
    for part in ("1 maart 2027", "Hoe houden wij dit vol?", "één moment", "Om aan te denken"):
        assert part in told


def test_an_answer_can_be_the_beginning(place: Path) -> None:
    """Without a file there is one, with the question in it."""
    assert ExitCode.OK == main(["leertraject", "d", "--antwoord", "antwoord.toml"])
    track = folder.load(place).book.learning
    assert track is not None
    assert ["Hoe houden wij dit vol?"] == [item.question for item in track.questions]


def test_a_file_that_is_no_answer_to_the_list_is_refused(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its findings, and a draft with what it is; nothing is written."""
    before = bytes_of(place)
    assert ExitCode.FINDINGS == main(["leertraject", "d", "--antwoord", "d/dossier.toml"])
    draft = answer(leervraag="Hoe?").model_copy(update={"handed_in": None})
    file.save(place.parent / "concept.toml", draft)
    assert ExitCode.FINDINGS == main(["leertraject", "d", "--antwoord", "concept.toml"])
    assert "concept" in capsys.readouterr().err
    assert before == bytes_of(place)


@pytest.mark.parametrize(
    "words",
    [
        ["--dag", "1 maart"],
        ["--lessenblad", "--terugkoppeling"],
        ["--antwoord", "antwoord.toml", "-o", "a.md"],
        ["-o", "a.md", "-o", "./a.md"],
        ["-o", "d/leertraject.toml"],
        ["-o", "a.odt"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_wrong_use(place: Path, words: list[str]) -> None:
    """And nothing is written."""
    before = bytes_of(place.parent)
    assert ExitCode.USAGE == main(["leertraject", "d", *words])
    assert before == bytes_of(place.parent)


def test_the_day_of_a_file_that_is_there_is_set_in_that_file(place: Path) -> None:
    """The program does not change what people wrote."""
    main(["leertraject", "d"])
    before = bytes_of(place)
    assert ExitCode.USAGE == main(["leertraject", "d", "--dag", "2027-03-01"])
    assert before == bytes_of(place)


@pytest.mark.parametrize("words", [["-o", "a.md"], ["--lessenblad"], ["--terugkoppeling"]])
def test_without_a_learning_question_there_is_nothing_to_print(
    place: Path, words: list[str]
) -> None:
    """It says how to begin."""
    assert ExitCode.FINDINGS == main(["leertraject", "d", *words])
    main(["leertraject", "d"])
    assert ExitCode.FINDINGS == main(["leertraject", "d", *words])
    assert not (place.parent / "a.md").exists()


def test_each_document_is_written_in_its_format(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Notes, lessons and feedback; a name on the lessons sheet is told and the sheet is written."""
    question = LearningQuestion(
        id="a", question="Hoe?", advices=(Advice(by="Gemeente B", words="Begin klein."),)
    )
    book.save(place, LearningTrack(questions=(question,), lessons=("Bel Gemeente B.",)))
    assert ExitCode.OK == main(["leertraject", "d", "-o", "n.md", "-o", "n.txt"])
    assert "Gespreksnotitie" in (place.parent / "n.md").read_text("utf-8")
    assert (place.parent / "n.txt").exists()
    capsys.readouterr()
    assert ExitCode.OK == main(["leertraject", "d", "--lessenblad", "-o", "l.md"])
    assert "'Gemeente B'" in capsys.readouterr().err
    assert "Bel Gemeente B" in (place.parent / "l.md").read_text("utf-8")
    assert ExitCode.OK == main(["leertraject", "d", "--terugkoppeling"])
    assert "Begin klein." in capsys.readouterr().out
