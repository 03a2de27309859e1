"""What the report tells of the panel, the reactions and the learning track."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.dossier.builders import asked, dossier, factor
from tests.report.words import texts
from zelfanalyse.dossier.actions import LearningMode
from zelfanalyse.dossier.book import Book
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
from zelfanalyse.dossier.panel import Judgement, Panel, Recognises
from zelfanalyse.dossier.profile import Profile
from zelfanalyse.dossier.reaction import BoardResponse, Correction, Reaction
from zelfanalyse.dossier.steps import Closed, Steps
from zelfanalyse.report import learning_documents, terminal
from zelfanalyse.report.document import Bullets, Document, Heading, Notice, Paragraph, Table
from zelfanalyse.report.learning_section import checks, learning
from zelfanalyse.report.opening import MADE_UP
from zelfanalyse.report.panel_section import RECOGNISES, panel
from zelfanalyse.report.reaction_section import reaction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zelfanalyse.report.document import Block

DAY = date(2026, 10, 1)
LIST = asked(factor("vertrouwen"), factor("moed"))
BOTH_CLOSED = Steps(closed=Closed(own=DAY, external=DAY))
JUDGED = Panel(
    members=("oud-griffier", "hoogleraar"),
    on=DAY,
    conclusion="De basis is er.\nNu het gesprek.",
    judgements=(
        Judgement(
            factor="moed",
            recognises=Recognises.EXTERNAL,
            words="Wij zagen het [niet].\n\nEen voorbeeld.",
            recommendation="Begin klein.",
        ),
    ),
)
QUESTION = LearningQuestion(
    id="eerste",
    question="Hoe houden wij dit vol?",
    by="Gemeente A",
    is_current=True,
    is_hard=True,
    is_felt=False,
    board_suggestion="Kijk naar de raad.",
    analysis=OwnAnalysis(
        case="In juni liep het vast.",
        management="De directie zweeg.",
        efforts=(Effort(done="Gebeld", effect="Rust"), Effort()),
    ),
    note=DiscussionNote(
        interviews=(Interview(who="Griffier", side=Side.INSIDE, on=DAY),),
        outside="Zij zien het anders.",
        questions=("Wie belt?",),
    ),
    advices=(
        Advice(
            by="Gemeente B",
            words="Begin vroeg.",
            take=Take.ADAPTED,
            reason="Wij doen het half.",
            mode=LearningMode.TAKE_OVER,
        ),
        Advice(by="School", words="Kom kijken."),
    ),
)
TRACK = LearningTrack(
    day=DAY,
    participants=("Gemeente A", "Gemeente B"),
    questions=(QUESTION, LearningQuestion(id="leeg")),
    lessons=("Begin vroeg.",),
)
SETTINGS = dossier(LIST).settings


def words(blocks: Iterable[Block]) -> str:
    """Return everything that some blocks say."""
    return " ".join(texts(tuple(blocks)))


def test_a_run_without_a_panel_is_complete_and_says_so() -> None:
    """One line under the heading."""
    _, line = panel(Book(steps=BOTH_CLOSED), LIST)
    assert isinstance(line, Paragraph)
    assert "ook zonder haar compleet" in line.text


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (Closed(), "de zelfanalyse en de blik van buiten zijn nog open"),
        (Closed(own=DAY), "de blik van buiten is nog open"),
        (Closed(external=DAY), "de zelfanalyse is nog open"),
    ],
)
def test_no_judgement_is_shown_while_a_side_is_open(closed: Closed, told: str) -> None:
    """Not a word of it, and why."""
    blocks = list(panel(Book(steps=Steps(closed=closed), panel=JUDGED), LIST))
    notices = [block.text for block in blocks if isinstance(block, Notice)]
    assert 1 == len(notices)
    assert told in notices[0]
    assert not any(word in words(blocks) for word in ("Begin klein", "basis", "griffier", "Moed"))


def test_the_panel_speaks_per_factor_in_words() -> None:
    """Who, when, which picture, why, what they advise, and of which factor nothing."""
    blocks = list(panel(Book(steps=BOTH_CLOSED, panel=JUDGED), LIST))
    told = words(blocks)
    for part in (
        "In de commissie: oud-griffier en hoogleraar.",
        "1 oktober 2026",
        "telt in geen enkel cijfer mee",
        RECOGNISES[Recognises.EXTERNAL],
        "Wij zagen het [niet].",
        "Aanbeveling: Begin klein.",
        "Nu het gesprek.",
    ):
        assert part in told
    assert [Bullets(("Vertrouwen",))] == [item for item in blocks if isinstance(item, Bullets)]
    assert Paragraph("Een voorbeeld.") in blocks


def test_the_judgements_stand_in_the_order_of_the_list() -> None:
    """Whatever the order of the file."""
    judgements = tuple(Judgement(factor=name, words="Ja.") for name in ("moed", "vertrouwen"))
    found = panel(Book(steps=BOTH_CLOSED, panel=Panel(judgements=judgements)), LIST)
    titles = [item.text for item in found if isinstance(item, Heading) and item.level > 2]
    assert ["Vertrouwen", "Moed"] == titles


def test_a_panel_that_wrote_nothing_yet_says_so() -> None:
    """The empty file of the command is no judgement."""
    told = words(panel(Book(steps=BOTH_CLOSED, panel=Panel()), LIST))
    assert "heeft nog geen oordeel opgeschreven" in told


def test_reactions_are_told_as_far_as_they_are_there() -> None:
    """Corrections in a table, the board in its own words."""
    assert [] == list(reaction(Book()))
    assert [] == list(reaction(Book(reaction=Reaction())))
    correction = Correction(by="griffier", was="29 leden", becomes="31 leden")
    board = BoardResponse(by="College", on=DAY, words="Wij herkennen dit.\n\nEn meer.")
    blocks = list(reaction(Book(reaction=Reaction(corrections=(correction,), board=board))))
    (table,) = (item for item in blocks if isinstance(item, Table))
    assert (("29 leden", "31 leden", "nog niet ingevuld", "griffier"),) == table.rows
    assert Paragraph("College, 1 oktober 2026.") in blocks
    assert Paragraph("En meer.") in blocks


def test_a_reaction_without_a_name_or_a_day_begins_with_its_words() -> None:
    """No empty line with a comma."""
    board = BoardResponse(words="Goed.")
    _, first = reaction(Book(reaction=Reaction(board=board)))
    assert Paragraph("Goed.") == first


def test_the_learning_track_is_short_in_the_report() -> None:
    """Question, checks, advice with what is done and how, dates; not the own analysis."""
    told = words(learning(Book(learning=TRACK)))
    for part in (
        "Hoe houden wij dit vol?",
        "De vraag houdt de vrager niet echt bezig.",
        "Advies van Gemeente B",
        "Wij passen dit aan. Waarom: Wij doen het half.",
        "overnemen wat er is (van het aanrecht)",
        "nog niet gekozen",
        "1 oktober 2026",
    ):
        assert part in told
    for part in ("juni", "zweeg", "Zij zien het anders", "Griffier", "leeg"):
        assert part not in told


@pytest.mark.parametrize(
    "track",
    [None, LearningTrack(), LearningTrack(questions=(LearningQuestion(id="leeg"),))],
    ids=["none", "empty", "blank"],
)
def test_no_learning_track_is_no_section(track: LearningTrack | None) -> None:
    """Nor is one in which nobody wrote a question."""
    assert [] == list(learning(Book(learning=track)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((None, None, None), "De leervraag is nog niet nagekeken."),
        ((True, None, None), "De vraag speelt nu. De rest is nog niet nagekeken."),
        ((False, True, True), "De vraag speelt nu niet. Een antwoord is niet zomaar te vinden."),
    ],
)
def test_the_checks_are_told_in_words(given: tuple[bool | None, ...], told: str) -> None:
    """What was not looked at is not told as a yes or a no."""
    current, hard, felt = given
    question = LearningQuestion(id="a", is_current=current, is_hard=hard, is_felt=felt)
    assert checks(question).startswith(told)


def plain(document: Document) -> str:
    """Return a document as its words, in lines."""
    return terminal.plain_text(document)


def test_both_notes_of_every_question_are_one_set() -> None:
    """Own analysis and discussion note, three steps back, the pair of done and effect."""
    document = learning_documents.notes(TRACK, SETTINGS)
    told = plain(document)
    for part in (
        "Leervraag 1: Hoe houden wij dit vol?",
        "Een vraag van Gemeente A.",
        "In juni liep het vast.",
        "Een stap terug in de tijd",
        "Gebeld",
        "Griffier",
        "Zij zien het anders.",
        "Wie belt?",
        "geen oordeel over mensen",
    ):
        assert part in told
    tables = [item for item in document.blocks if isinstance(item, Table)]
    assert (("Gebeld", "Rust"),) == tables[0].rows
    assert "Leervraag 2" not in told


def test_where_it_went_wrong_is_never_left_out() -> None:
    """An empty place says that nobody wrote it; other empty places are not there."""
    told = plain(learning_documents.notes(TRACK, SETTINGS))
    assert "Waar ging het volgens u mis?\n(niet ingevuld)" in told
    assert "Welke partners" not in told


def test_the_lessons_sheet_names_nobody() -> None:
    """Questions and lessons, and not even the name of the dossier."""
    document = learning_documents.lessons(TRACK, SETTINGS)
    told = plain(document)
    assert "Begin vroeg." in told
    assert "Hoe houden wij dit vol?" in told
    for part in (SETTINGS.name, "Gemeente", "Griffier", "School"):
        assert part not in told
        assert part not in (document.title + document.footer)


def test_the_board_gets_every_advice_with_what_is_done() -> None:
    """Not the notes: those are for the participants."""
    told = plain(learning_documents.feedback(TRACK, SETTINGS))
    for part in (
        "Advies van Gemeente B",
        "Wij passen dit aan",
        "Advies van School",
        "U stelde voor",
    ):
        assert part in told
    assert "zweeg" not in told
    assert "Griffier" not in told


def test_documents_of_an_example_say_that_they_are_made_up() -> None:
    """On every page."""
    settings = SETTINGS.model_copy(update={"made_up": True})
    for make in (
        learning_documents.notes,
        learning_documents.lessons,
        learning_documents.feedback,
    ):
        document = make(TRACK, settings)
        assert MADE_UP == document.warning
        assert Notice(MADE_UP) in document.blocks
        assert "" == make(TRACK, SETTINGS).warning


def test_a_document_without_lessons_says_so() -> None:
    """The sheet is never just a title."""
    track = TRACK.model_copy(update={"lessons": ()})
    assert "nog geen lessen" in plain(learning_documents.lessons(track, SETTINGS))


def test_the_notes_begin_with_the_situation_where_it_is_known() -> None:
    """Who advises reads the profile first; an empty one is not there."""
    profile = Profile(form="Convenant", population=21000)
    told = plain(learning_documents.notes(TRACK, SETTINGS.model_copy(update={"profile": profile})))
    assert "21.000" in told
    assert told.index("Convenant") < told.index("Leervraag 1")
    assert "Profiel" not in plain(learning_documents.notes(TRACK, SETTINGS))
