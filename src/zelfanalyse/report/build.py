"""From a result to a report: which sections there are, and in which order."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING

from zelfanalyse.analysis.figures import figures
from zelfanalyse.report import dutch
from zelfanalyse.report.comparison import (
    at_a_glance,
    differences,
    divided,
    largest,
    shared,
    unseen,
)
from zelfanalyse.report.document import Document
from zelfanalyse.report.factor_pages import cards, factors
from zelfanalyse.report.methodology import methodology, where_to_find
from zelfanalyse.report.mirror_section import mirror_section
from zelfanalyse.report.opening import (
    CONCEPT,
    MADE_UP,
    opening,
    participation,
    profile,
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    from zelfanalyse.analysis.result import Result
    from zelfanalyse.report.document import Block

    Section: TypeAlias = Callable[[Result], Iterator[Block]]


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
SCORED: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (at_a_glance, differences, divided, shared, unseen, predictions, factors),
    Variant.SHORT: (at_a_glance, largest, divided, shared, unseen),
    Variant.CARDS: (cards,),
}
# Open answers come before the mirror: counter-examples are read before complaints.
CLOSING: Mapping[Variant, tuple[Section, ...]] = {
    Variant.FULL: (
        *(balances, marks, open_answers, remarks),
        *(mirror_section, reflection, methodology),
    ),
    Variant.SHORT: (mirror_section, reflection, where_to_find),
    Variant.CARDS: (mirror_section,),
}


def build(result: Result, variant: Variant = Variant.FULL, *, public: bool = False) -> Document:
    """Return the report of a result; a ``public`` one is without what people wrote."""
    shown = _wordless(result) if public else result
    first = (opening, without_own_words) if public else (opening,)
    scored = SCORED[variant] if result.factors else ()
    sections = (*first, *OPENING[variant], *scored, *CLOSING[variant])
    blocks = tuple(block for section in sections for block in section(shown))
    return Document(
        result.settings.name,
        blocks,
        status=CONCEPT,
        warning=MADE_UP if result.settings.made_up else "",
        footer=" · ".join(_footer(result)),
    )


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


def _footer(result: Result) -> Iterator[str]:
    """Yield which dossier, round, list and figures a report is made from."""
    settings, asked = result.settings, result.questionnaire
    yield settings.name
    yield f"ronde {settings.round}"
    if result.as_of is not None:
        yield f"antwoorden tot en met {dutch.date(result.as_of)}"
    yield f"lijst {asked.id} {asked.version}"
    yield f"kenmerk {fingerprint_of(result)}"


def fingerprint_of(result: Result) -> str:
    """Return twelve digits that are the same for the same figures, and for no others."""
    rows = "\n".join(repr(figure) for figure in figures(result))
    return sha256(rows.encode()).hexdigest()[:12]
