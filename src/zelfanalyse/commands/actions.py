"""``acties``: what was agreed, where it stands, one more, and the days in a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from zelfanalyse import output
from zelfanalyse.commands.arguments import DossierFolder, Overwrite, one_line, typed
from zelfanalyse.commands.showing import needs_place, show
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.actions import Action, Actions, Kind, LearningMode, Progress
from zelfanalyse.dossier.conversation import Conversation, Decision, Point
from zelfanalyse.dossier.open_page import OpenPages, marked
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.facilitator.reading import read_date
from zelfanalyse.progress import topics
from zelfanalyse.report import calendar_file
from zelfanalyse.report.actions_section import overview
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from enum import StrEnum

    from zelfanalyse.dossier.folder import Dossier

    Change = Callable[[Dossier], "_Changed"]

_DATE = "DATUM"


class _Changed(NamedTuple):
    """The pages as they become, and what to tell once they are on disk."""

    conversation: Conversation
    actions: Actions
    told: tuple[str, ...]


def run(  # noqa: PLR0913 - one option per field of an action
    dossier: DossierFolder,
    *,
    toevoegen: Annotated[
        bool, typer.Option("--toevoegen", help="Voeg een actie toe, met wat hieronder staat.")
    ] = False,
    wat: Annotated[str, typer.Option(metavar="TEKST", help="Wat er gebeurt.")] = "",
    wie: Annotated[
        str, typer.Option(metavar="TEKST", help="Wie het doet: een functie, geen naam.")
    ] = "",
    wanneer: Annotated[
        str, typer.Option(metavar=_DATE, help="Wanneer het klaar is, zoals 1-3-2027.")
    ] = "",
    soort: Annotated[str, typer.Option(metavar="SOORT", help=f"Kies uit: {', '.join(Kind)}.")] = "",
    merkt_inwoner: Annotated[
        str, typer.Option(metavar="TEKST", help="Wat een inwoner hiervan merkt.")
    ] = "",
    leervorm: Annotated[
        str,
        typer.Option(
            metavar="VORM", help=f"Hoe u leert van anderen. Kies uit: {', '.join(LearningMode)}."
        ),
    ] = "",
    terugkijken: Annotated[
        str, typer.Option(metavar=_DATE, help="De dag waarop u terugkijkt.")
    ] = "",
    vervolg: Annotated[
        str, typer.Option(metavar="TEKST", help="Wat er gebeurt als een experiment lukt.")
    ] = "",
    punt: Annotated[
        str, typer.Option(metavar="ID", help="Het punt van het gesprek, zoals vertrouwen.")
    ] = "",
    klaar: Annotated[str, typer.Option(metavar="ID", help="Deze actie is klaar.")] = "",
    stop: Annotated[str, typer.Option(metavar="ID", help="Deze actie gaat niet door.")] = "",
    uitkomst: Annotated[
        str, typer.Option(metavar="TEKST", help="Bij --klaar of --stop: wat ervan gekomen is.")
    ] = "",
    ics: Annotated[
        bool, typer.Option("--ics", help="Zet de dagen in een agendabestand; geef ook -o.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--uit", metavar="BESTAND", help="Het bestand: .ics.", readable=False),
    ] = None,
    overschrijven: Overwrite = False,
) -> int:
    """Do the one thing that is asked: add, end, write a calendar, or tell where they stand."""
    wishes = {"--toevoegen": toevoegen, "--klaar": klaar, "--stop": stop, "-o": ics or out}
    given = [name for name, value in wishes.items() if value]
    if len(given) > 1:
        raise WrongUseError(f"{' en '.join(given)} gaan niet samen.", "Kies er een.")
    fields = {
        "--wat": wat,
        "--wie": wie,
        "--wanneer": wanneer,
        "--soort": soort,
        "--merkt-inwoner": merkt_inwoner,
        "--leervorm": leervorm,
        "--terugkijken": terugkijken,
        "--vervolg": vervolg,
        "--punt": punt,
    }
    _only_with(fields, "--toevoegen", allowed=toevoegen)
    _only_with({"--uitkomst": uitkomst}, "--klaar of --stop", allowed=bool(klaar or stop))
    if toevoegen:
        action = _action(fields)
        return _change(dossier, lambda opened: _added(opened, action))
    if klaar or stop:
        progress = Progress.DONE if klaar else Progress.STOPPED
        return _change(dossier, lambda opened: _ended(opened, klaar or stop, progress, uitkomst))
    if ics or out:
        return _calendar(dossier, out, overwrite=overschrijven)
    return _overview(dossier)


def _only_with(options: Mapping[str, str], what: str, *, allowed: bool) -> None:
    given = next((name for name, value in options.items() if value), None)
    if given is not None and not allowed:
        raise WrongUseError(f"{given} hoort bij {what}.", f"Voeg {what} toe.")


def _overview(place: Path) -> int:
    """Show the actions and tell how to change one, or how to make the first one."""
    book = dossier_folder.load(place).book
    actions = book.actions.actions
    if not actions:
        example = typed("zelfanalyse", "acties", place, "--toevoegen", "--wat", "Elkaar bellen")
        output.say("Er zijn nog geen acties.")
        output.say(f"Maak er een in het gesprek: {typed('zelfanalyse', 'gesprek', place)}")
        output.say(f"Of zo: {example}")
        return ExitCode.OK
    show(overview(actions, now().date()), screen_by_screen=True)
    if book.closure is None:
        output.say(f"Vul een actie aan in het gesprek: {typed('zelfanalyse', 'gesprek', place)}")
    words = ("--klaar", actions[0].id, "--uitkomst", "Het werkt")
    ends = typed("zelfanalyse", "acties", place, *words)
    output.say(f"Is een actie klaar? Noem haar naam, en wat ervan kwam: {ends}")
    return ExitCode.OK


def _calendar(place: Path, out: Path | None, *, overwrite: bool) -> int:
    if out is None:
        raise WrongUseError("Een agenda heeft een bestand nodig.", "Voeg toe: -o acties.ics")
    if out.suffix.lower() != calendar_file.ENDING:
        ending = calendar_file.ENDING
        raise WrongUseError(f"'{out}' eindigt niet op {ending}.", "Kies zo'n naam.")
    calendar_file.needs_calendar()
    needs_place(out, place, overwrite=overwrite)
    opened = dossier_folder.load(place)
    actions = opened.book.actions.actions
    if not any(item.due_on or item.review_on for item in actions):
        output.say("Er is nog geen actie met een dag. Er is geen bestand gemaakt.")
        return ExitCode.FINDINGS
    output.keep(out, calendar_file.calendar_bytes(opened.settings, actions), "De dagen staan")
    return ExitCode.OK


def _change(place: Path, change: Change) -> int:
    """Change the actions on disk while nobody else does, and then tell what became of it."""
    dossier_folder.load(place)  # so that what is wrong with it is told first
    pages = OpenPages(place, Conversation, Actions)
    pages.needs_hold()
    try:
        opened = dossier_folder.load(place)
        before = (opened.book.conversation, opened.book.actions)
        pages.expect(*before)
        made_up = opened.settings.made_up
        *after, told = change(opened)
        pages.save(*(page if page in before else marked(page, made_up=made_up) for page in after))
    finally:
        pages.release()
    for sentence in told:
        output.say(sentence)
    return ExitCode.OK


def _added(opened: Dossier, action: Action) -> _Changed:
    """Return the pages with one more action, which is then the decision on its point."""
    talk, actions = opened.book.conversation, opened.book.actions
    action = action.model_copy(update={"id": actions.free_id})
    if action.point is not None:
        known = topics.names([item.questionnaire for item in opened.lists])
        known |= {item.id: item.title for item in talk.points}
        if action.point not in known:
            hint = f"Kies uit: {', '.join(sorted(known))}."
            raise WrongUseError(f"Er is geen punt '{visible(action.point)}'.", hint)
        point = talk.point(action.point) or Point(id=action.point, title=known[action.point])
        talk = talk.with_point(point.model_copy(update={"decision": Decision.ACTION}))
    return _Changed(talk, actions.with_action(action), (f"De actie heet {action.id}.",))


def _ended(opened: Dossier, name: str, progress: Progress, outcome: str) -> _Changed:
    """Return the pages with an action that is over; an outcome that stood there stays."""
    actions = opened.book.actions
    action = actions.action(name)
    if action is None:
        names = ", ".join(item.id for item in actions.actions)
        hint = f"Kies uit: {names}." if names else "Er zijn nog geen acties."
        raise WrongUseError(f"Er is geen actie '{visible(name)}'.", hint)
    said = visible(outcome).strip() or action.outcome
    told = [f"'{action.what}' is {progress.value}."]
    if not said.strip():
        told.append("Schrijf ook op wat ervan gekomen is, met --uitkomst.")
    action = action.model_copy(update={"progress": progress, "outcome": said})
    return _Changed(opened.book.conversation, actions.with_action(action), tuple(told))


def _action(fields: Mapping[str, str]) -> Action:
    """Return the action that the options describe, for the present without a name of its own."""
    return Action(
        id="actie",
        what=one_line(fields["--wat"], "--wat"),
        owner=_text(fields["--wie"]),
        due_on=_day(fields, "--wanneer"),
        kind=_one_of(Kind, fields, "--soort"),
        social_effect=_text(fields["--merkt-inwoner"]),
        learning_mode=_one_of(LearningMode, fields, "--leervorm"),
        review_on=_day(fields, "--terugkijken"),
        follow_up=_text(fields["--vervolg"]),
    ).model_copy(update={"point": fields["--punt"] or None})  # looked up in the dossier later


def _text(text: str) -> str:
    return visible(text).strip()


def _day(fields: Mapping[str, str], option: str) -> date | None:
    text = _text(fields[option])
    day = read_date(text)
    if text and day is None:
        hint = "Schrijf het zoals 1-3-2027 of 2027-03-01."
        raise WrongUseError(f"Bij {option} staat geen datum: '{text}'.", hint)
    return day


Choice = TypeVar("Choice", bound="StrEnum")


def _one_of(choices: type[Choice], fields: Mapping[str, str], option: str) -> Choice | None:
    text = _text(fields[option]).lower()
    if text and text not in set(choices):
        hint = f"Kies uit: {', '.join(choices)}."
        raise WrongUseError(f"Bij {option} past niet: '{text}'.", hint)
    return choices(text) if text else None
