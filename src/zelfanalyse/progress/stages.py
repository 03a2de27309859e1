"""The steps of the method, and how far a round is with each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.days import full_day
from zelfanalyse.dossier.actions import Progress
from zelfanalyse.dossier.model import Source
from zelfanalyse.dossier.steps import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from zelfanalyse.dossier.book import Book
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.steps import Step

TALK: Final = "gesprek"  # the conversation, as a step of the method and of the planning
FOLLOWED: Final = "keuze"  # the last step of the planning that is over once a round is closed


class State(Enum):
    """How far a step of the method is."""

    OPEN = "open"
    BUSY = "bezig"
    DONE = "klaar"
    SKIPPED = "overgeslagen"


class Stage(NamedTuple):
    """One step of the method, how far it is, and in Dutch why."""

    id: str
    title: str
    state: State
    why: str


class Turnout(NamedTuple):
    """How many people of one side answered, and how many were invited where that is known."""

    people: int
    invited: int | None

    @property
    def is_complete(self) -> bool:
        """Whether everyone who was invited answered."""
        return self.invited is not None and self.people >= self.invited > 0


class Report(Enum):
    """Whether the figures of now were shown before."""

    NONE = "Er is nog geen rapport gemaakt."
    OLD = "Nieuwe antwoorden, nog geen rapport."
    CURRENT = "Het rapport heeft alle antwoorden."
    UNKNOWN = "Dit is te zeggen als alle bestanden te lezen zijn."


def stages(
    dossier: Dossier, report: Report, today: date, *, is_decided: bool = False
) -> tuple[Stage, ...]:
    """Return every step of the method in its order; what is ticked by hand counts as done.

    ``is_decided`` tells whether every decision was taken that a report of now asks for.
    """
    ticked = {step.id: step.done_on for step in dossier.book.steps.steps if step.done_on}
    return tuple(_stages(dossier, report, ticked, today, is_decided=is_decided))


def turnout(dossier: Dossier, source: Source) -> Turnout:
    """Return how many responses to the dossier's own list one side has."""
    groups = dossier.lists[0].settings.of(source)
    names = {item.id for item in groups}
    people = sum(item.perspective in names for item in dossier.responses)
    known = [item.invited for item in groups if item.invited is not None]
    return Turnout(people, sum(known) if groups and len(known) == len(groups) else None)


def overdue_steps(dossier: Dossier, found: tuple[Stage, ...], today: date) -> Iterator[Step]:
    """Yield the steps of the planning that should have been done; what shows itself is not."""
    done = {item.id for item in found if item.state in {State.DONE, State.SKIPPED}}
    book = dossier.book
    if book.steps.are_both_closed:
        done.add("sluiten")
    if book.conversation.on is not None and book.conversation.on <= today:
        done.add(TALK)  # it was held, though some decision may be missing
    steps = book.steps.steps
    names = [step.id for step in steps]
    if book.closure is not None:
        last = names.index(FOLLOWED) if FOLLOWED in names else -1
        done |= set(names[: last + 1])
    if any(item.people for item in (turnout(dossier, source) for source in Source)):
        done |= {"aankondigen", "uitnodigen"}  # people answered, so they were told and asked
    for step in steps:
        if step.done_on is None and step.due_on < today and step.id not in done:
            yield step


def day_to_come(book: Book, today: date) -> date | None:
    """Return the day of the conversation while it is still to be held, or none.

    Whoever prepares it writes in it before its day, and whoever held it earlier ticks it in the
    planning. On the day itself it is to be held until something is written in it.
    """
    planned = [step for step in book.steps.steps if step.id == TALK]
    if any(step.done_on is not None for step in planned):
        return None
    on = book.conversation.on
    is_begun = on is not None and on <= today
    days = (on, book.steps.day, *(step.due_on for step in planned))
    ahead = (day for day in days if day and (day > today or (day == today and not is_begun)))
    return next(ahead, None)


def _stages(
    dossier: Dossier,
    report: Report,
    ticked: Mapping[str, date],
    today: date,
    *,
    is_decided: bool,
) -> Iterator[Stage]:
    yield _side(dossier, Source.SELF, "zelfanalyse", ticked)
    yield _side(dossier, Source.EXTERNAL, "blik-van-buiten", ticked)
    yield Stage("visitatie", "Visitatie", *_panel(dossier, ticked))
    yield Stage("leertraject", "Leertraject", *_learning(dossier, today))
    yield Stage("rapport", "Rapport", *_report(dossier, report, ticked))
    talk = _conversation(dossier, ticked, today, is_decided=is_decided)
    yield Stage(TALK, "Gesprek", *talk)
    yield Stage("acties", "Acties", *_actions(dossier))
    yield Stage("afsluiten", "Afsluiten en terugkijken", *_closing(dossier))


def _side(dossier: Dossier, source: Source, name: str, ticked: Mapping[str, date]) -> Stage:
    title = SIDE_NAMES[source].removeprefix("de ").capitalize()
    found = turnout(dossier, source)
    since = dossier.book.steps.closed_on(source)
    count = "1 antwoord" if found.people == 1 else f"{found.people or 'geen'} antwoorden"
    of = f" van {found.invited} uitgenodigden" if found.invited is not None else ""
    if since is not None:
        why = f"gesloten op {full_day(since)}, met {count}{of}"
        return Stage(name, title, State.DONE, why)
    if name in ticked:
        return Stage(name, title, State.DONE, f"afgevinkt op {full_day(ticked[name])}, {count}{of}")
    if found.people:
        return Stage(name, title, State.BUSY, f"{count}{of}")
    return Stage(name, title, State.OPEN, f"nog geen antwoorden{of}")


def _panel(dossier: Dossier, ticked: Mapping[str, date]) -> tuple[State, str]:
    book = dossier.book
    if book.panel is not None:
        factors = dossier.questionnaire.factors
        said = sum(book.panel.of(factor.id) is not None for factor in factors)
        told = f"{said} van {len(factors)} factoren hebben een oordeel"
        if not book.steps.are_both_closed:
            return State.BUSY, f"{told}; het telt pas als beide kanten gesloten zijn"
        ready = said == len(factors) or (said and book.panel.conclusion.strip())
        return (State.DONE if ready or "visitatie" in ticked else State.BUSY), told
    if "visitatie" in ticked:
        return State.DONE, f"afgevinkt op {full_day(ticked['visitatie'])}"
    steps = book.steps.steps
    planned = any(step.id == "visitatie" for step in steps)
    if book.closure is not None or (steps and not planned):
        return State.SKIPPED, "deze ronde is zonder commissie"
    if book.steps.are_both_closed:
        return State.OPEN, "mag; de commissie kan nu kijken"
    return State.OPEN, "mag, als beide dicht zijn"


def _learning(dossier: Dossier, today: date) -> tuple[State, str]:
    track = dossier.book.learning
    if track is None or not track.begun:
        if dossier.book.closure is not None:
            return State.SKIPPED, "er was geen leertraject"
        return State.OPEN, "mag; er is geen leervraag"
    number = len(track.begun)
    told = "1 leervraag" if number == 1 else f"{number} leervragen"
    if track.fed_back_on is not None and track.fed_back_on <= today:
        return State.DONE, f"{told}, teruggekoppeld op {full_day(track.fed_back_on)}"
    if track.day is not None:
        return State.BUSY, f"{told}, de dag is {full_day(track.day)}"
    return State.BUSY, told


def _report(dossier: Dossier, report: Report, ticked: Mapping[str, date]) -> tuple[State, str]:
    """Return how far the report is: while answers may still come in, it is not the last one."""
    if not dossier.every_response:
        return State.OPEN, "er zijn nog geen antwoorden"
    book = dossier.book
    may_grow = book.steps.open_sides and book.closure is None and "rapport" not in ticked
    if report is Report.CURRENT and may_grow:
        return State.BUSY, "het rapport heeft alle antwoorden, maar niet alles is gesloten"
    states = {Report.NONE: State.OPEN, Report.CURRENT: State.DONE}
    state = states.get(report, State.BUSY)
    return state, report.value[0].lower() + report.value[1:].removesuffix(".")


def _conversation(
    dossier: Dossier, ticked: Mapping[str, date], today: date, *, is_decided: bool
) -> tuple[State, str]:
    """Return how far the conversation is: whoever wrote down one note is not done yet."""
    book = dossier.book
    decided = sum(point.decision is not None for point in book.conversation.points)
    told = "1 besluit" if decided == 1 else f"{decided} besluiten"
    on = book.conversation.on or ticked.get(TALK)
    ahead = day_to_come(book, today)
    if on is not None and on <= today:
        if (is_decided and ahead is None) or TALK in ticked or book.closure is not None:
            return State.DONE, f"gehouden op {full_day(on)}, {told}"
        still = f"; de dag is {full_day(ahead)}" if ahead else ""
        return State.BUSY, f"begonnen op {full_day(on)}, {told}{still}"
    if book.conversation.points:
        return State.BUSY, told
    day = on or book.steps.day
    return State.OPEN, f"de dag is {full_day(day)}" if day else "nog niet gehouden"


def _actions(dossier: Dossier) -> tuple[State, str]:
    actions = dossier.book.actions.actions
    if not actions:
        return State.OPEN, "nog geen acties"
    ready = sum(action.progress is not Progress.OPEN for action in actions)
    state = State.DONE if ready == len(actions) else State.BUSY
    return state, f"{ready} van {len(actions)} klaar of gestopt"


def _closing(dossier: Dossier) -> tuple[State, str]:
    closure = dossier.book.closure
    if closure is None:
        return State.OPEN, "nog niet afgesloten"
    told = f"afgesloten op {full_day(closure.on)}"
    ahead = [item.review_on for item in dossier.book.actions.actions if not item.outcome.strip()]
    days = sorted(day for day in ahead if day is not None)
    if days:
        return State.BUSY, f"{told}; terugkijken op {full_day(days[0])}"
    return State.DONE, told
