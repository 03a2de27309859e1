"""The points of the conversation in words and figures: all that a room needs to see of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from zelfanalyse.analysis.result import Visibility
from zelfanalyse.dossier.model import Source
from zelfanalyse.progress.ambitions import AMBITIONS_FIRST, ambitions_first
from zelfanalyse.progress.topics import LARGEST, Reason, topics
from zelfanalyse.report import dutch
from zelfanalyse.report.comparison import divided_sentence, dumbbell, unseen_sentence
from zelfanalyse.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quotes,
)
from zelfanalyse.report.mirror_section import BOTH_SIDES, STATE, facing_chart, why_missing
from zelfanalyse.report.opening import MADE_UP
from zelfanalyse.report.panel_section import RECOGNISES
from zelfanalyse.report.prose import one_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.analysis.result import FactorResult, Result
    from zelfanalyse.dossier.book import Book
    from zelfanalyse.progress.case import Case
    from zelfanalyse.progress.topics import Topic
    from zelfanalyse.report.document import Dumbbell, FacingChart

COUNTER_EXAMPLE: Final = "tegenvoorbeeld"  # the open question about one, in any list that has it
LEARNING: Final = "In dit gesprek gaat het om leren, niet om afrekenen."
CONTEXT: Final = "Een andere context is geen reden om een uitkomst weg te leggen."
DIFFERENCES: Final = (
    "Overeenkomsten zijn prettig, maar van verschillen leert u meer. Daarom komen die eerst."
)
TENSION: Final = "De getallen lopen van 0 tot 100: hoger betekent meer spanning."
NO_POINTS: Final = "De cijfers geven nog geen punten. Een eigen punt maken kan altijd."


@dataclass(frozen=True, slots=True)
class Words:
    """What people wrote, under what it is."""

    heading: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One point: why it is here, what is known of it, and what to ask.

    A point that someone added has a title and nothing else. ``is_needed`` tells that a final report
    needs a decision on it.
    """

    id: str
    title: str
    about: str = ""
    reasons: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")  # of the scale, in words
    scale: tuple[int, int] = (1, 5)
    line: Dumbbell | None = None
    mirror: FacingChart | None = None
    told: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    panel: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    is_needed: bool = False


def talking_points(case: Case, *, with_words: bool = True) -> tuple[TalkingPoint, ...]:
    """Return the points in the order in which to talk; what people wrote only ``with_words``."""
    return tuple(
        _point(case, topic, with_words=with_words, is_needed=place < LARGEST)
        for place, topic in enumerate(topics(case.results))
    )


def opening(case: Case, count: int) -> Iterator[str]:
    """Yield what to say before the first point, a paragraph at a time."""
    yield LEARNING
    if count:
        points = "1 punt" if count == 1 else f"{count} punten"
        yield (
            f"Het rapport geeft {points} om over te praten. Bij elk punt kiest u samen: een actie, "
            "of bewust niets doen met een reden."
        )
    else:
        yield NO_POINTS
    yield DIFFERENCES
    yield CONTEXT
    if ambitions_first(case.main):
        yield AMBITIONS_FIRST


def _point(case: Case, topic: Topic, *, with_words: bool, is_needed: bool) -> TalkingPoint:
    if topic.factor is None:
        return _mirror(topic, with_words=with_words, is_needed=is_needed)
    result, item = topic.result, topic.factor
    scale = result.questionnaire.points
    return TalkingPoint(
        id=topic.id,
        title=one_line(topic.title),
        about=item.factor.explanation,
        reasons=tuple(_reasons(topic, result, item)),
        ends=(scale.label(scale.first), scale.label(scale.last)),
        scale=(scale.first, scale.last),
        line=dumbbell(result, item),
        told=tuple(_told(result, item)),
        words=tuple(_comments(item)) if with_words else (),
        panel=tuple(_panel(case.book, item)) if result is case.main else (),
        prompts=item.factor.discussion_prompts,
        is_needed=is_needed,
    )


def _reasons(topic: Topic, result: Result, item: FactorResult) -> Iterator[str]:
    """Yield why the point is here; a group is named where the report names it."""
    for reason in topic.reasons:
        match reason:
            case Reason.DIVIDED:
                yield from (divided_sentence(i) for i in result.divided if i.factor == item.factor)
            case Reason.NOT_VISIBLE:
                yield from (
                    unseen_sentence(each)
                    for each in result.unseen
                    if each.factor == item.factor and each.visibility is Visibility.NOT_VISIBLE
                )
            case _:
                yield f"{reason.value.capitalize()}."


def _told(result: Result, item: FactorResult) -> Iterator[str]:
    """Yield both scores with how many people they rest on, and the difference in words."""
    k = result.settings.method.minimum_group
    for source, score in item.measure.sources.items():
        people = f" ({dutch.people(score.n)})" if score.n is not None else ""
        yield f"{dutch.SIDE[source].capitalize()}: {dutch.score_text(score, k)}{people}"
    if item.gap is not None:
        word = dutch.certainty(item.evidence)
        sure = f" ({word})" if word else ""
        told = f"Verschil: {dutch.gap_text(item.gap)}{sure}. {dutch.reading(item.gap)}"
        yield told.rstrip()


def _comments(item: FactorResult) -> Iterator[Words]:
    """Yield what people wrote; the side with the better picture comes first."""
    sources = list(Source)
    if item.gap is not None and item.gap.value < 0:
        sources.reverse()
    for source in sources:
        if quotes := item.comments.get(source):
            yield Words(f"Toelichtingen {dutch.FROM[source]}", quotes)


def _panel(book: Book, item: FactorResult) -> Iterator[str]:
    """Yield what the panel says of a factor, once nothing comes in any more."""
    judgement = book.panel.of(item.factor.id) if book.panel else None
    if judgement is None or book.steps.open_sides:
        return
    if judgement.recognises is not None:
        yield RECOGNISES[judgement.recognises]
    for text, label in ((judgement.words, ""), (judgement.recommendation, "Aanbeveling: ")):
        yield from (block.text for block in paragraphs(text, label))


def _mirror(topic: Topic, *, with_words: bool, is_needed: bool) -> TalkingPoint:
    """Return the relation between large and small: no party gets a judgement."""
    result, mirror = topic.result, topic.result.mirror
    if mirror is None:
        msg = "a topic without a factor is about the mirror"
        raise LookupError(msg)
    told = [STATE[mirror.state]] if mirror.state else []
    return TalkingPoint(
        id=topic.id,
        title=one_line(topic.title),
        reasons=tuple(f"{reason.value.capitalize()}." for reason in topic.reasons),
        mirror=facing_chart(mirror, result.settings.method.minimum_group),
        told=(*told, *(why_missing(mirror, side) for side in mirror.missing)),
        words=tuple(_counter_examples(result)) if with_words else (),
        prompts=BOTH_SIDES,
        is_needed=is_needed,
    )


def _counter_examples(result: Result) -> Iterator[Words]:
    for item in result.open_answers:
        if item.question.id == COUNTER_EXAMPLE:
            for source in Source:
                if quotes := item.answers.get(source):
                    yield Words(f"Tegenvoorbeelden {dutch.FROM[source]}", quotes)


def in_words(point: TalkingPoint) -> Iterator[Block]:
    """Yield a point without drawings, for who listens to it or prepares for it."""
    yield Heading(f"{point.title} ({point.id})")
    if point.mirror is not None:  # what does not fit the picture comes before the picture
        yield from _words(point)
    if point.about:
        yield Paragraph(point.about)
    if point.reasons:
        yield Heading("Waarom dit punt", 3)
        yield Bullets(point.reasons)
    if point.told or point.mirror is not None:
        yield Heading("Cijfers", 3)
        yield Bullets((*point.told, *_sides(point)))
    if point.mirror is None:
        yield from _words(point)
    if point.panel:
        yield Heading("De visitatiecommissie", 3)
        yield from map(Paragraph, point.panel)
    if point.prompts:
        yield Heading("Om over te praten", 3)
        yield Bullets(point.prompts)


def _sides(point: TalkingPoint) -> Iterator[str]:
    """Yield what both sides of the mirror say, subject by subject."""
    if point.mirror is not None:
        yield TENSION
        for row in point.mirror.rows:
            yield f"{row.label}: kleiner {row.left_text}, groter {row.right_text}."


def _words(point: TalkingPoint) -> Iterator[Block]:
    for item in point.words:
        yield Heading(item.heading, 3)
        yield Quotes(item.quotes)


def on_paper(case: Case, *, with_words: bool = True) -> Document:
    """Return the whole conversation in words, to prepare for it."""
    points = talking_points(case, with_words=with_words)
    title = f"Het gesprek: {one_line(case.settings.name)}, {one_line(case.settings.round)}"
    blocks: list[Block] = [Heading(title, 1)]
    if case.settings.made_up:
        blocks.append(Notice(MADE_UP))
    blocks += map(Paragraph, opening(case, len(points)))
    for point in points:
        blocks += in_words(point)
    return Document(title, tuple(blocks), warning=MADE_UP if case.settings.made_up else "")
