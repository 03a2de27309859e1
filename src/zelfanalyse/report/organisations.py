"""Several dossiers side by side: profiles first, then differences as questions for each other."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.analysis.gap import notable_from
from zelfanalyse.analysis.organisations import beside
from zelfanalyse.analysis.scoring import displayed
from zelfanalyse.dossier.model import Source
from zelfanalyse.progress.standing import status
from zelfanalyse.report import dutch
from zelfanalyse.report.document import (
    Align,
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
)
from zelfanalyse.report.opening import NOT_FILLED_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zelfanalyse.analysis.organisations import Beside, Shared
    from zelfanalyse.analysis.told import Score
    from zelfanalyse.progress.case import Case

FEW, MANY = 3, 7  # organisations that learn from each other in one group
TITLE = "Organisaties naast elkaar"
_ACROSS = 4  # columns of organisations in one table
_ALL_MADE_UP = (
    "VERZONNEN VOORBEELD. Deze samenwerkingen bestaan niet en niemand heeft deze antwoorden "
    "gegeven."
)
_SOME_MADE_UP = "Een deel is VERZONNEN: dat staat achter de naam."
_RIGHT = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)


def organisations(cases: Sequence[Case]) -> Document:
    """Return two or more dossiers side by side, in the order given."""
    names = _names(cases)
    made_up = [case.settings.made_up for case in cases]
    warning = _ALL_MADE_UP if all(made_up) else _SOME_MADE_UP if any(made_up) else ""
    blocks: list[Block] = [Heading(TITLE, 1)]
    blocks += [Notice(warning)] if warning else []
    blocks += _opening(cases, names)
    blocks += _profiles(cases, _marked(cases, names))
    blocks += _factors(cases, names)
    final = all(status(case).is_final for case in cases)
    return Document(
        TITLE,
        tuple(blocks),
        status="Definitief" if final else "Concept",
        warning=warning,
        footer=" · ".join(
            f"{name}, ronde {case.settings.round}, kenmerk {fingerprint_of(*case.results)}"
            for name, case in zip(names, cases, strict=True)
        ),
    )


def _names(cases: Sequence[Case]) -> tuple[str, ...]:
    """Return what each dossier is called here, apart from the others."""
    settings = [case.settings for case in cases]
    often = Counter(item.name for item in settings)
    known = Counter((item.name, item.id) for item in settings)
    return tuple(
        item.name
        if often[item.name] == 1
        else f"{item.name} ({item.id})"
        if known[item.name, item.id] == 1
        else f"{item.name} ({place})"
        for place, item in enumerate(settings, start=1)
    )


def _marked(cases: Sequence[Case], names: Sequence[str]) -> tuple[str, ...]:
    """Return the names for above and beside figures: marked where a dossier is made up."""
    return tuple(
        f"{name} (verzonnen)" if case.settings.made_up and "verzonnen" not in name else name
        for name, case in zip(names, cases, strict=True)
    )


def _opening(cases: Sequence[Case], names: Sequence[str]) -> Iterator[Block]:
    """Yield what this is for, and what it is not."""
    yield Paragraph(
        f"Hier staan {dutch.listed(names)} naast elkaar. Het is een hulp om van elkaar te leren. "
        "Het is geen ranglijst: de volgorde is die waarin u de dossiers noemde, en er zijn geen "
        "totalen. Elk cijfer gaat over een eigen samenwerking, met eigen mensen."
    )
    if not FEW <= len(cases) <= MANY:
        yield Paragraph(
            f"Leren van elkaar gaat het best met {FEW} tot {MANY} organisaties. Hier zijn het er "
            f"{len(cases)}."
        )


def _profiles(cases: Sequence[Case], names: Sequence[str]) -> Iterator[Block]:
    """Yield the profiles: a row per field, a column per organisation."""
    yield Heading("Profielen")
    yield Paragraph(
        "Lees eerst waarin u verschilt. Een andere context is geen reden om een uitkomst opzij te "
        "leggen. Vraag elkaar liever wat die context u leert."
    )
    columns = [_profile(case) for case in cases]
    fields = [field for field in columns[0] if any(column[field] for column in columns)]
    tables = ceil(len(cases) / _ACROSS)
    across = ceil(len(cases) / tables)
    for first in range(0, len(cases), across):
        here = columns[first : first + across]
        rows = tuple((field, *(each[field] or NOT_FILLED_IN for each in here)) for field in fields)
        yield Table(("Onderwerp", *names[first : first + across]), rows)


def _profile(case: Case) -> dict[str, str]:
    """Return the fields of one organisation, empty where nothing is filled in."""
    settings, profile, context = case.settings, case.settings.profile, case.settings.context
    population = profile.population
    people = {
        source: sum(
            item.people for item in case.main.participation if item.perspective.source is source
        )
        for source in Source
    }
    return {
        "Opgave": settings.challenge,
        "Onderwerp van de samenwerking": settings.domain,
        "Vorm": profile.form,
        "Bestuur": profile.board,
        "Aantal inwoners": "" if population is None else dutch.thousands(population),
        "Historie": profile.history,
        "Fase organisatie": profile.phase,
        "Stemverhouding": context.votes,
        "Deel van de begroting": context.budget_share,
        "Koploper of volger": context.position,
        "Ronde": settings.round,
        "Rapport": "definitief" if status(case).is_final else "concept",
        "Antwoorden van binnen": str(people[Source.SELF]),
        "Antwoorden van buiten": str(people[Source.EXTERNAL]),
        "Kleinste groep met een cijfer": f"{settings.method.minimum_group} mensen",
    }


def _factors(cases: Sequence[Case], names: Sequence[str]) -> Iterator[Block]:
    """Yield what every list has in common, as questions for each other."""
    found = beside([case.results for case in cases])
    yield Heading("Verschillen als vragen aan elkaar")
    if not found.shared:
        yield Notice("Geen factor is in alle dossiers dezelfde. Er zijn dus geen cijfers.")
    else:
        yield Paragraph(
            "Waar de beelden het verst uiteenliggen staat voorop. Achter elk cijfer staat tussen "
            "haakjes van hoeveel mensen het is. Is er geen cijfer, dan staat er waarom niet. Het "
            "verschil is zelf min buiten. Een cijfer zegt niet waarom iets zo is: dat vraagt u aan "
            "elkaar."
        )
        yield from _method(cases)
    for item in found.shared:
        yield Heading(item.factor.title, 3)
        yield Paragraph(item.factor.explanation)
        yield _table(item, cases, _marked(cases, names))
        yield from _questions(item, cases, names)
    yield from _left_out(found)


def _method(cases: Sequence[Case]) -> Iterator[Block]:
    """Yield which settings make the scores of one dossier otherwise than those of another."""
    methods = [case.settings.method for case in cases]
    keys = [
        type(methods[0]).model_fields[name].alias or name
        for name in ("voice", "answered_share", "without_reversed")
        if len({getattr(method, name) for method in methods}) > 1
    ]
    if keys:
        yield Notice(
            f"Deze instellingen zijn niet overal gelijk: {dutch.listed(keys)}. De scores zijn dus "
            "niet overal op dezelfde manier berekend."
        )


def _table(item: Shared, cases: Sequence[Case], names: Sequence[str]) -> Table:
    rows = tuple(
        (
            name,
            *(_cell(found.measure.sources[source], case) for source in Source),
            dutch.gap_text(found.gap),
        )
        for name, case, found in zip(names, cases, item.items, strict=True)
    )
    return Table(("Organisatie", "zelf", "buiten", "verschil"), rows, _RIGHT)


def _cell(score: Score, case: Case) -> str:
    """Return a figure, or in words why it is not there."""
    if score.is_told:
        return dutch.score_of_people(score, case.settings.method.minimum_group)
    return score.status.value


def _questions(item: Shared, cases: Sequence[Case], names: Sequence[str]) -> Iterator[Block]:
    """Yield the differences that count as questions, neither side being right."""
    if all(item.spread(source) is None for source in Source):
        yield Paragraph("Hier zijn te weinig cijfers om naast elkaar te leggen.")
        return
    if not item.questionnaire.has_bands:
        yield Paragraph("Waarin herkent u elkaar hier, en waarin niet?")
        return
    from_ = max(
        Fraction(displayed(notable_from(item.questionnaire.points, case.settings.method)))
        for case in cases
    )
    asked = [
        _question(item, source, cases, names)
        for source in Source
        if (item.spread(source) or Fraction(0)) >= from_
    ]
    if asked:
        yield Bullets(tuple(asked))
    else:
        yield Paragraph("De beelden liggen hier dicht bij elkaar. Herkent u dat van elkaar?")


def _question(item: Shared, source: Source, cases: Sequence[Case], names: Sequence[str]) -> str:
    """Return the two ends of a difference as a question, in the order of the dossiers."""
    printed = item.printed(source)
    told = [value for value in printed if value is not None]
    ends = {end: _those(names, printed, end) for end in (max(told), min(told))}
    texts = {
        value: dutch.score_text(found.measure.sources[source], case.settings.method.minimum_group)
        for value, found, case in zip(printed, item.items, cases, strict=True)
        if value is not None
    }
    first, second = sorted(ends, key=printed.index)
    return (
        f"Bij {ends[first]} geven mensen {dutch.FROM[source]} {texts[first]}, en bij "
        f"{ends[second]} {texts[second]}. Wat doet men daar anders, en wat kunnen zij van elkaar "
        "leren?"
    )


def _those(names: Sequence[str], printed: Sequence[Fraction | None], value: Fraction) -> str:
    return dutch.listed(
        [name for name, found in zip(names, printed, strict=True) if found == value]
    )


def _left_out(found: Beside) -> Iterator[Block]:
    """Yield what is not laid side by side, and why."""
    reasons = (
        ("de stellingen zijn niet overal dezelfde", found.other_words),
        ("niet elk dossier heeft deze factor", found.not_everywhere),
        ("de schaal of de vraag is niet overal dezelfde", found.other_scale),
        ("niet elk dossier heeft deze lijst", found.lists_not_everywhere),
    )
    items = tuple(f"{_quoted(titles)}: {reason}." for reason, titles in reasons if titles)
    if items:
        yield Heading("Wat is weggelaten", 3)
        yield Bullets(items)


def _quoted(titles: Iterable[str]) -> str:
    return dutch.listed([f"'{title}'" for title in titles])
