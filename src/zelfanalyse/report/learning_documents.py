"""What a learning track is printed as: the notes, the lessons to share, the word to the board."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from zelfanalyse.days import full_day
from zelfanalyse.dossier.learning_prompts import ANALYSIS, NOTE
from zelfanalyse.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from zelfanalyse.report.learning_section import advices, dates, title
from zelfanalyse.report.opening import MADE_UP, NOT_FILLED_IN, profile_of
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.dossier.learning import (
        DiscussionNote,
        LearningTrack,
        OwnAnalysis,
    )
    from zelfanalyse.dossier.model import Settings

FOR_PARTICIPANTS = "Deelnemers"
_NO_JUDGEMENT = (
    "Dit stuk is om van te leren. Het is geen oordeel over mensen en geen verantwoording."
)
_STEPS_BACK = (
    ("Korte eigen analyse", ("case",)),
    ("Een stap terug van een afstand", ("distance",)),
    ("Een stap terug in de tijd", ("origin", "efforts", "went_wrong", "management")),
    ("Een stap terug naar de partners", ("partners", "expectation", "to_interview")),
    ("Wat helpt bij het advies", ("elsewhere", "board", "advice_wanted")),
)
_NEVER_LEFT_OUT = ("went_wrong", "management")  # an empty place tells the participants something


def notes(track: LearningTrack, settings: Settings) -> Document:
    """Return the own analysis and the discussion note of every learning question, as one set."""
    return _document(
        "Notities voor de intervisie", settings, _notes(track, settings), FOR_PARTICIPANTS
    )


def feedback(track: LearningTrack, settings: Settings) -> Document:
    """Return what the board is told: every advice, and what is done with it."""
    return _document("Terugkoppeling aan het bestuur", settings, _feedback(track), "Bestuur")


def lessons(track: LearningTrack, settings: Settings) -> Document:
    """Return the sheet that may be shared: the questions and the lessons, and from nobody.

    Not even the name of the dossier is on it.
    """
    heading = "Lessen uit een leertraject"
    warning = MADE_UP if settings.made_up else ""
    blocks = chain(_top(heading, warning), _lessons(track))
    return Document(heading, tuple(blocks), status="Om te delen", warning=warning)


def _document(what: str, settings: Settings, blocks: Iterator[Block], status: str) -> Document:
    warning = MADE_UP if settings.made_up else ""
    heading = f"{what}: {one_line(settings.name)}"
    footer = f"{one_line(settings.name)} · ronde {one_line(settings.round)}"
    whole = chain(_top(heading, warning), blocks)
    return Document(heading, tuple(whole), status=status, warning=warning, footer=footer)


def _top(heading: str, warning: str) -> Iterator[Block]:
    yield Heading(heading, 1)
    if warning:
        yield Notice(warning)
    yield Paragraph(_NO_JUDGEMENT)


def _notes(track: LearningTrack, settings: Settings) -> Iterator[Block]:
    yield Paragraph(
        "Dit gaat naar alle deelnemers, vóór de dag. Lees eerst in welke situatie de ander zit. "
        "Die is anders dan die van u. Dat is geen reden om een ervaring weg te leggen: van "
        "verschillen leert u het meest."
    )
    if track.day:
        yield Paragraph(f"De dag van de intervisie: {full_day(track.day)}.")
    if track.participants:
        yield Paragraph("Wie meedoen:")
        yield Bullets(tuple(map(one_line, track.participants)))
    if settings.profile != type(settings.profile)():
        yield from profile_of(settings)
    for number, question in enumerate(track.begun, 1):
        yield PageBreak()
        yield Heading(f"Leervraag {number}: {title(question)}")
        if question.by.strip():
            yield Paragraph(f"Een vraag van {one_line(question.by)}.")
        yield from paragraphs(question.board_suggestion, "Het bestuur stelt voor: ")
        yield from _analysis(question.analysis)
        yield Heading("Gespreksnotitie van de adviseur", 3)
        yield from _discussion_note(question.note)


def _analysis(analysis: OwnAnalysis) -> Iterator[Block]:
    """Yield the three steps back, each answer under what was asked."""
    for heading, names in _STEPS_BACK:
        answered = [block for name in names for block in _answer(analysis, name)]
        if answered:
            yield Heading(heading, 3)
            yield from answered


def _answer(analysis: OwnAnalysis, name: str) -> Iterator[Block]:
    efforts = [item for item in analysis.efforts if not item.is_empty]
    if name == "efforts":
        if efforts:
            rows = ((one_line(item.done), one_line(item.effect)) for item in efforts)
            yield Table(
                ("Wat er gedaan is", "Welk effect dat had"),
                tuple((done or "–", effect or "–") for done, effect in rows),
            )
        return
    words = list(paragraphs(getattr(analysis, name)))
    if words or name in _NEVER_LEFT_OUT:
        yield Heading(ANALYSIS[name], 4)
        yield from words or [Paragraph(f"({NOT_FILLED_IN})")]


def _discussion_note(note: DiscussionNote) -> Iterator[Block]:
    if note.interviews:
        yield Table(
            ("De adviseur sprak", "Van binnen of buiten", "Wanneer"),
            tuple(
                (one_line(item.who), item.side.value, full_day(item.on) if item.on else "–")
                for item in note.interviews
            ),
        )
    told = [(name, list(paragraphs(getattr(note, name)))) for name in NOTE if name != "questions"]
    for name, words in told:
        if words:
            yield Heading(NOTE[name], 4)
            yield from words
    if note.questions:
        yield Heading(NOTE["questions"], 4)
        yield Bullets(tuple(map(one_line, note.questions)))
    if not (note.interviews or note.questions or any(words for _, words in told)):
        yield Paragraph("De adviseur heeft nog niets opgeschreven.")


def _feedback(track: LearningTrack) -> Iterator[Block]:
    yield Paragraph(
        "Andere organisaties gaven advies bij de vragen hieronder. Bij elk advies staat wat ermee "
        "gebeurt, en waarom."
    )
    for question in track.begun:
        yield Heading(title(question))
        yield from paragraphs(question.board_suggestion, "U stelde voor: ")
        yield from paragraphs(question.analysis.board, "Wat het bestuur hiervan wil leren: ")
        yield from advices(question, 3)
    if track.lessons:
        yield Heading("Wat wij leerden")
        yield Bullets(tuple(map(one_line, track.lessons)))
    yield Heading("Data")
    yield dates(track)


def _lessons(track: LearningTrack) -> Iterator[Block]:
    yield Paragraph(
        "Dit blad is om te delen met wie er iets aan heeft. Daarom horen er geen namen, functies "
        "of organisaties op."
    )
    asked = [title(item) for item in track.begun if item.question.strip()]
    if asked:
        yield Heading("De vragen")
        yield Bullets(tuple(asked))
    yield Heading("De lessen")
    if track.lessons:
        yield Bullets(tuple(map(one_line, track.lessons)))
    else:
        yield Paragraph("Er zijn nog geen lessen opgeschreven.")
