"""From a result to a report: which sections there are, and in which order."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.days import full_day
from zelfanalyse.progress.standing import status
from zelfanalyse.questionnaire.model import Display
from zelfanalyse.report.actions_section import agreed, decisions, follow_up
from zelfanalyse.report.choice_section import choices
from zelfanalyse.report.closure_section import learned
from zelfanalyse.report.comparison import (
    at_a_glance,
    differences,
    divided,
    divided_in_short,
    in_one_chart,
    largest,
    shared,
    unseen,
)
from zelfanalyse.report.document import Document, Heading, PageBreak
from zelfanalyse.report.factor_pages import cards, factors
from zelfanalyse.report.glossary import glossary
from zelfanalyse.report.methodology import methodology, where_to_find
from zelfanalyse.report.mirror_section import mirror_card, mirror_in_short, mirror_section
from zelfanalyse.report.opening import (
    MADE_UP,
    opening,
    part_in_short,
    part_opening,
    participation,
    profile,
    turnout,
    without_own_words,
)
from zelfanalyse.report.other_questions import (
    balances,
    marks,
    open_answers,
    predictions,
    reflection,
    remarks,
)
from zelfanalyse.report.side_by_side import phases, sketch
from zelfanalyse.report.whole_round import (
    of_inventory,
    of_learning,
    of_panel,
    of_reaction,
    of_rounds,
    unfinished,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.progress.case import Case
    from zelfanalyse.report.document import Block

    Section: TypeAlias = Callable[[Result], Iterator[Block]]
    CaseSection: TypeAlias = Callable[[Case], Iterator[Block]]


class Variant(Enum):
    """For whom a report is: which sections it has."""

    FULL = "volledig"
    SHORT = "kort"
    CARDS = "gesprekskaarten"

    @property
    def has_words(self) -> bool:
        """Whether what people wrote is in it."""
        return self is Variant.FULL


OPENING: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (profile, participation),
    Variant.SHORT: (participation,),
    Variant.CARDS: (),
}
OPENING_OF_PART: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (part_opening, participation),
    Variant.SHORT: (part_in_short, turnout),
    Variant.CARDS: (),
}
SCORED: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (at_a_glance, differences, divided, shared, unseen, predictions, factors),
    Variant.SHORT: (in_one_chart, largest, divided_in_short, shared, unseen),
    Variant.CARDS: (cards,),
}
WITHOUT_BANDS: Mapping[Display, Section] = {Display.PHASES: phases, Display.SKETCH: sketch}
# Open answers come before the mirror: counter-examples are read before complaints.
OTHER: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (balances, choices, marks, open_answers, remarks, mirror_section),
    Variant.SHORT: (mirror_in_short,),
    Variant.CARDS: (mirror_card,),
}
AFTER: Mapping[Variant, tuple[CaseSection, ...]] = {
    Variant.FULL: (
        *(of_inventory, of_rounds, of_panel, of_reaction),
        *(of_learning, decisions, follow_up, learned, unfinished),
    ),
    Variant.SHORT: (agreed, unfinished),
    Variant.CARDS: (),
}
CLOSING: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (reflection, methodology, glossary),
    Variant.SHORT: (reflection, where_to_find),
    Variant.CARDS: (),
}


def build(case: Case, variant: Variant = Variant.FULL, *, public: bool = False) -> Document:
    """Return the report of a dossier; a ``public`` one is without what people wrote."""
    main, *others = (_wordless(item) if public else item for item in case.results)
    first = (without_own_words,) if public else ()
    blocks = [
        *opening(case),
        *_blocks(main, (*first, *OPENING[variant], *_of_list(main, variant))),
        *(block for other in others for block in _part(other, variant)),
        *(block for section in _after(variant, public=public) for block in section(case)),
        *_blocks(main, CLOSING[variant]),
    ]
    return Document(
        case.settings.name,
        tuple(_without_empty_pages(blocks)),
        status="Definitief" if status(case).is_final else "Concept",
        warning=MADE_UP if case.settings.made_up else "",
        footer=" · ".join(_footer(case)),
    )


def _without_empty_pages(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with no page that would stay empty: of page breaks together, one."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if not (isinstance(block, PageBreak) and isinstance(after, PageBreak | None)):
            yield block


def _after(variant: Variant, *, public: bool) -> Iterator[CaseSection]:
    """Yield the sections about the whole round; what participants learned is not published."""
    for section in AFTER[variant]:
        if not (public and section is of_learning):
            yield section


def _blocks(result: Result, sections: Iterable[Section]) -> Iterator[Block]:
    for section in sections:
        yield from section(result)


def _of_list(result: Result, variant: Variant) -> tuple[Section, ...]:
    """Return the sections about one list."""
    scored = _scored(result.questionnaire.display, variant) if result.factors else ()
    return (*scored, *OTHER[variant])


def _part(result: Result, variant: Variant) -> Iterator[Block]:
    """Yield another list of the dossier: a chapter of its own, with its sections inside it.

    Only in the full report does a chapter begin a page: the short one is to stay short.
    """
    inside = list(_blocks(result, (*OPENING_OF_PART[variant], *_of_list(result, variant))))
    if variant is Variant.CARDS:
        yield from inside
        return
    if variant is Variant.FULL:
        yield PageBreak()
    yield Heading(result.questionnaire.title)
    for block in inside:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _scored(display: Display, variant: Variant) -> tuple[Section, ...]:
    """Return the sections about scores; without bands nothing is compared with a threshold."""
    picture = WITHOUT_BANDS.get(display)
    if picture is None:
        return SCORED[variant]
    no_verdict = {divided, divided_in_short, unseen, predictions, factors, cards}
    rest = tuple(section for section in SCORED[variant] if section in no_verdict)
    return rest if variant is Variant.CARDS else (picture, *rest)


def _wordless(result: Result) -> Result:
    """Return a result without what people wrote, and without telling where too few wrote."""
    clusters = tuple(
        replace(each, factors=tuple(replace(item, comments={}) for item in each.factors))
        for each in result.clusters
    )
    return replace(
        result,
        clusters=clusters,
        open_answers=(),
        comments_withheld=(),
        remarks=(),
        words_withheld=(),
    )


def _footer(case: Case) -> Iterator[str]:
    """Yield which dossier, round, lists and figures a report is made from."""
    yield case.settings.name
    yield f"ronde {case.settings.round}"
    moments = [result.as_of for result in case.results if result.as_of is not None]
    if moments:
        yield f"antwoorden tot en met {full_day(max(moments))}"
    for result in case.results:
        yield f"lijst {result.questionnaire.id} {result.questionnaire.version}"
    yield f"kenmerk {fingerprint_of(*case.results)}"
