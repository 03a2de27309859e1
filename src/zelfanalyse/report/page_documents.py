"""Where a file of the dossier stands, for who writes in it: what is there, what is still empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.days import full_day
from zelfanalyse.progress import learning_hints
from zelfanalyse.progress.planning import learning_planning
from zelfanalyse.report import dutch
from zelfanalyse.report.document import Block, Bullets, Document, Heading, Paragraph, Table
from zelfanalyse.report.learning_section import checks, dates
from zelfanalyse.report.panel_section import RECOGNISES
from zelfanalyse.report.prose import one_line, paragraphs
from zelfanalyse.report.reaction_section import BOARD, CORRECTIONS, board_response, corrections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from zelfanalyse.dossier.learning import LearningTrack
    from zelfanalyse.dossier.panel import Judgement, Panel
    from zelfanalyse.dossier.reaction import Reaction
    from zelfanalyse.dossier.steps import Steps
    from zelfanalyse.questionnaire.model import Questionnaire


def of_panel(panel: Panel, questionnaire: Questionnaire, steps: Steps) -> Document:
    """Return what the panel says of each factor, and what it left empty."""
    return _document("Het oordeel van de visitatiecommissie", _panel(panel, questionnaire, steps))


def of_reaction(reaction: Reaction) -> Document:
    """Return what came back on the report, and what is still empty."""
    return _document("Reacties op het rapport", _reaction(reaction))


def of_learning(track: LearningTrack, today: date) -> Document:
    """Return where the learning track stands, with hints that refuse nothing."""
    return _document("Het leertraject", _learning(track, today))


def _document(heading: str, blocks: Iterator[Block]) -> Document:
    return Document(heading, (Heading(heading, 1), *blocks))


def _panel(panel: Panel, questionnaire: Questionnaire, steps: Steps) -> Iterator[Block]:
    said = sum(panel.of(factor.id) is not None for factor in questionnaire.factors)
    yield Paragraph(f"{said} van {len(questionnaire.factors)} factoren hebben een oordeel.")
    values = {"leden": panel.members, "datum": panel.on, "slotwoord": panel.conclusion.strip()}
    yield from _still_empty(values)
    closed = [on for on in (steps.closed.own, steps.closed.external) if on]
    if panel.on and closed and panel.on < max(closed):
        yield Paragraph(
            f"De commissie kwam op {full_day(panel.on)}. Toen was nog niet alles gesloten: dat "
            f"was op {full_day(max(closed))}."
        )
    for factor in questionnaire.factors:
        yield Heading(f"{one_line(factor.title)} ({factor.id})", 3)
        yield from _judgement(panel.of(factor.id))


def _judgement(judgement: Judgement | None) -> Iterator[Block]:
    if judgement is None:
        yield Paragraph("Nog leeg.")
        return
    if judgement.recognises is not None:
        yield Paragraph(RECOGNISES[judgement.recognises])
    yield from paragraphs(judgement.words)
    yield from paragraphs(judgement.recommendation, "Aanbeveling: ")
    values = {
        "oordeel": judgement.recognises,
        "toelichting": judgement.words.strip(),
        "aanbeveling": judgement.recommendation.strip(),
    }
    yield from _still_empty(values)


def _still_empty(values: Mapping[str, object]) -> Iterator[Block]:
    """Yield which keys of the file have no value yet."""
    empty = [f"'{key}'" for key, value in values.items() if not value]
    if empty:
        yield Paragraph(f"Nog leeg: {dutch.listed(empty)}.")


def _reaction(reaction: Reaction) -> Iterator[Block]:
    yield Heading(CORRECTIONS)
    if reaction.corrections:
        yield corrections(reaction.corrections)
    else:
        yield Paragraph("Er zijn geen feitelijke correcties opgeschreven.")
    yield Heading(BOARD)
    if reaction.board is None:
        yield Paragraph("Er is nog geen reactie van het bestuur opgeschreven.")
        return
    yield from board_response(reaction.board)
    values = {"door": reaction.board.by.strip(), "datum": reaction.board.on}
    yield from _still_empty(values)


def _learning(track: LearningTrack, today: date) -> Iterator[Block]:
    yield Paragraph(learning_hints.WHO_TO_ASK)
    yield Heading("Data")
    yield dates(track)
    if track.day is not None:
        yield Heading("Planning, geteld vanaf de dag")
        yield Table(
            ("Wanneer", "Wat dan klaar is"),
            tuple(
                (full_day(step.due_on), step.title) for step in learning_planning(track.day, today)
            ),
        )
    if track.participants:
        yield Heading("Deelnemers")
        yield Bullets(tuple(map(one_line, track.participants)))
    hints = tuple(learning_hints.of_track(track, today))
    if hints:
        yield Heading("Om aan te denken")
        yield Bullets(hints)
    for question in track.questions:
        yield Heading(f"{question.id}: {one_line(question.question) or 'nog leeg'}")
        yield Paragraph(checks(question))
        decided = sum(item.take is not None for item in question.advices)
        yield Paragraph(
            f"Interviews van de adviseur: {len(question.note.interviews)}. "
            f"Adviezen: {len(question.advices)}, waarvan {decided} met een keuze."
        )
        hints = tuple(learning_hints.of_question(question))
        if hints:
            yield Heading("Kijk hier nog eens naar", 3)
            yield Bullets(hints)
    if not track.questions:
        yield Paragraph("Er staat nog geen leervraag in dit bestand.")
