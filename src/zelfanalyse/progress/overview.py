"""Where a round stands, at a glance: its steps, its people, what is missing, what comes next.

It tells no figure that was not shown before. What the largest points of the conversation are is
such a figure, so they are named only after a report of the answers of now: looking at a dossier
notes nothing in its ledger, and takes nothing away from a later report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.days import full_day
from zelfanalyse.dossier.folder import FILLED_IN, SETTINGS
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.steps import SIDE_NAMES, Steps
from zelfanalyse.progress import follow_up
from zelfanalyse.progress.requirements import Need, Requirement, lacking, requirements
from zelfanalyse.progress.stages import (
    Report,
    Stage,
    State,
    Turnout,
    day_to_come,
    overdue_steps,
    stages,
    turnout,
)
from zelfanalyse.progress.standing import Standing, status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Perspective
    from zelfanalyse.intake import Waiting
    from zelfanalyse.progress.case import Case

NEEDS_REPORT: Final = Requirement(
    "Een rapport met de antwoorden van nu. Daarin staat waarover een besluit nodig is",
    is_met=False,
    need=Need.DECISION,
)
UNREADABLE: Final = Standing(
    is_final=False, sentence="Niet alle bestanden van dit dossier zijn te lezen."
)


class Group(NamedTuple):
    """How many people of a perspective answered one list."""

    perspective: Perspective
    turnout: Turnout


class Part(NamedTuple):
    """One list of the dossier, and who answered it."""

    title: str
    groups: tuple[Group, ...]


class Next(NamedTuple):
    """The one thing to do now: in Dutch, its key on the home screen, and as a command."""

    sentence: str
    key: str = ""
    command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that someone who opens a dossier wants to know."""

    dossier: Dossier
    standing: str
    is_final: bool
    stages: tuple[Stage, ...]
    parts: tuple[Part, ...]
    waiting: Waiting
    missing: tuple[str, ...]
    late: tuple[str, ...]
    next: Next

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing for a final report, and nothing changed since it was."""
        return not self.missing and (self.is_final or self.dossier.book.closure is None)

    def stage(self, name: str) -> Stage:
        """Return the step of the method with this id."""
        return next(item for item in self.stages if item.id == name)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the rules about the next thing to do look at."""

    dossier: Dossier
    stages: tuple[Stage, ...]
    waiting: Waiting
    missing: tuple[Requirement, ...]
    late: tuple[str, ...]
    report: Report
    is_final: bool
    today: date

    def state(self, name: str) -> State:
        return next(item.state for item in self.stages if item.id == name)

    def needs(self, need: Need) -> bool:
        return any(item.need is need for item in self.missing)

    def step(self, sentence: str, key: str = "", command: str = "", *words: str) -> Next:
        told = (command, str(self.dossier.folder), *words) if command else ()
        return Next(sentence, key, told)


def overview(dossier: Dossier, case: Case | None, waiting: Waiting, today: date) -> Overview:
    """Return where a round stands on a day. It tells nothing that a report did not show before.

    Without a case, since some file cannot be read, it tells what the other files say.
    """
    report = Report.UNKNOWN if case is None else _report(dossier, case)
    needed: tuple[Requirement, ...] = ()
    if case is not None and dossier.book.closure is None:
        needed = tuple(_missing(case, report))
    is_decided = case is not None and all(item.need is not Need.DECISION for item in needed)
    found = stages(dossier, report, today, is_decided=is_decided)
    late = tuple(_late(dossier, found, today))
    standing = UNREADABLE if case is None else status(case)
    facts = _Facts(dossier, found, waiting, needed, late, report, standing.is_final, today)
    return Overview(
        dossier=dossier,
        standing=standing.sentence,
        is_final=standing.is_final,
        stages=found,
        parts=tuple(map(_part, dossier.lists)),
        waiting=waiting,
        missing=tuple(item.text for item in needed),
        late=late,
        next=next(filter(None, (rule(facts) for rule in _RULES))),
    )


def _report(dossier: Dossier, case: Case) -> Report:
    """Return whether a report showed the answers of now; the ledger knows."""
    pairs = list(zip(dossier.lists, case.results, strict=True))
    if not any(item.register.perspectives for item, _ in pairs):
        return Report.NONE
    known = all(item.register.knows(found.published, found.named) for item, found in pairs)
    return Report.CURRENT if known else Report.OLD


def _missing(case: Case, report: Report) -> Iterator[Requirement]:
    """Yield what is missing; which decisions only where a report told of them."""
    for item in requirements(case.book, case.results):
        if not item.is_met and (item.need is not Need.DECISION or report is Report.CURRENT):
            yield item
    if report is not Report.CURRENT:
        yield NEEDS_REPORT


def _part(dossier: Dossier) -> Part:
    groups = []
    for item in dossier.settings.perspectives:
        people = sum(response.perspective == item.id for response in dossier.responses)
        groups.append(Group(item, Turnout(people, item.invited)))
    return Part(dossier.questionnaire.title, tuple(groups))


def _late(dossier: Dossier, found: tuple[Stage, ...], today: date) -> Iterator[str]:
    yield from follow_up.reminders(dossier.book.actions.actions, today)
    for step in overdue_steps(dossier, found, today):
        yield f"'{step.title}' stond voor {full_day(step.due_on)}, en is niet afgevinkt."


# --- the next thing to do: the first rule that applies ---


def _mend_files(facts: _Facts) -> Next | None:
    if facts.report is not Report.UNKNOWN:
        return None
    return facts.step("Herstel eerst de bestanden die niet te lezen zijn.")


def _mend_figures(facts: _Facts) -> Next | None:
    if facts.dossier.book.closure is None or facts.is_final:
        return None
    sentence = "Er is iets veranderd na het afsluiten. Open de ronde weer, of herstel dit."
    return facts.step(sentence, "p", "afsluiten", "--weer-open")


def _look_back(facts: _Facts) -> Next | None:
    book = facts.dossier.book
    if book.closure is None:
        return None
    if facts.late:
        return facts.step("Kijk hoe het staat met wat te laat is.", "a", "acties")
    ahead = [item for item in follow_up.dates(book.actions.actions) if item.day >= facts.today]
    if ahead:
        sentence = f"Wacht tot {full_day(ahead[0].day)}: dan komt '{ahead[0].action.what}'."
        return facts.step(sentence, "a", "acties")
    return facts.step("Begin een nieuwe ronde als u weer wilt vragen.", "", "ronde", "NAAM")


def _merge(facts: _Facts) -> Next | None:
    number = len(facts.waiting.new)
    if not number:
        return None
    there = "Er ligt 1 ingeleverd antwoord" if number == 1 else f"Er liggen {number} antwoorden"
    place = str(facts.dossier.folder / FILLED_IN)
    return facts.step(f"{there} klaar. Voeg samen wat er ligt.", "s", "samenvoegen", place)


def _collect(facts: _Facts) -> Next | None:
    """Ask for answers while a side is open and nobody began to talk about the report."""
    open_sides = facts.dossier.book.steps.open_sides
    if not open_sides or facts.state("gesprek") is not State.OPEN:
        return None
    counts = {source: turnout(facts.dossier, source) for source in Source}
    if not any(item.people for item in counts.values()):
        return facts.step(
            "Nodig mensen uit, van binnen en van buiten. Stuur hun de bestanden van het dossier, "
            "of laat hen hier invullen.",
            "v",
            "invullen",
        )
    for source in open_sides:
        if not counts[source].people:
            where = "binnen" if source is Source.SELF else "buiten"
            sentence = (
                f"Er zijn nog geen antwoorden van {where}. Nodig die mensen uit, of laat hen hier "
                "invullen."
            )
            return facts.step(sentence, "v", "invullen")
    source = open_sides[0]
    name = SIDE_NAMES[source]
    if counts[source].is_complete:
        sentence = f"Iedereen heeft geantwoord. Sluit {name}."
    else:
        sentence = f"Is iedereen klaar? Sluit dan {name}. Anders: wacht op de andere antwoorden."
    return facts.step(sentence, "p", "sluiten", source.value)


def _visit(facts: _Facts) -> Next | None:
    """Let the panel look when it was planned or has begun; without a panel it is complete."""
    book = facts.dossier.book
    planned = book.panel is not None or any(step.id == "visitatie" for step in book.steps.steps)
    if not planned or facts.state("visitatie") is State.DONE or not book.steps.are_both_closed:
        return None
    return facts.step("Laat de visitatiecommissie kijken, per factor.", "l", "visitatie")


def _show(facts: _Facts) -> Next | None:
    if facts.report is Report.CURRENT:
        return None
    return facts.step("Lees het rapport van de antwoorden van nu.", "r", "rapport")


def _talk(facts: _Facts) -> Next | None:
    book = facts.dossier.book
    if facts.state("gesprek") is State.OPEN and not book.actions.actions:
        day = day_to_come(book, facts.today)
        when = f", op {full_day(day)}" if day is not None and day > facts.today else ""
        return facts.step(f"Houd het gesprek over het rapport{when}.", "g", "gesprek")
    if facts.needs(Need.DECISION):
        return facts.step("Neem een besluit over elk van de grootste punten.", "g", "gesprek")
    return None


def _complete(facts: _Facts) -> Next | None:
    if facts.needs(Need.ACTION):
        sentence = "Maak de acties compleet: wie, wanneer, en wat een inwoner ervan merkt."
        actions = facts.dossier.book.actions.actions
        if all(item.point is not None for item in actions if lacking(item)):
            return facts.step(sentence, "g", "gesprek")  # there the fields are filled in
        return facts.step(sentence, "a", "acties")
    if facts.needs(Need.PROFILE):
        return facts.step(f"Vul het profiel aan in {SETTINGS}, met een teksteditor.")
    if facts.missing:
        return facts.step(f"Dit ontbreekt nog: {facts.missing[0].text}.")
    return None


def _close(facts: _Facts) -> Next:
    book = facts.dossier.book
    day = day_to_come(book, facts.today)
    if day is not None:
        when = "vandaag" if day == facts.today else f"op {full_day(day)}"
        sentence = f"Er ontbreekt niets. Houd {when} het gesprek."
        if book.conversation.on is not None and book.conversation.on <= facts.today:
            sentence += f" Is het al geweest? Vink het dan af, of zet de goede dag in {Steps.name}."
        return facts.step(sentence, "g", "gesprek")
    is_today = facts.today in {book.conversation.on, book.steps.day}
    after = " na het gesprek van vandaag" if is_today else ""
    return facts.step(f"Er ontbreekt niets. Sluit de ronde af{after}.", "p", "afsluiten")


_RULES: Final[tuple[Callable[[_Facts], Next | None], ...]] = (
    _mend_files,
    _mend_figures,
    _look_back,
    _merge,
    _collect,
    _visit,
    _show,
    _talk,
    _complete,
    _close,
)
