"""``afsluiten``: the round is over; its figures are final, and what was learnt goes on."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse import toml_file
from zelfanalyse.analysis.figures import fingerprint_of
from zelfanalyse.commands.arguments import DossierFolder, one_line, typed, yes
from zelfanalyse.commands.showing import note_all
from zelfanalyse.days import full_day, now
from zelfanalyse.dossier import book
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.closure import Answered, Closure, StartQuestion
from zelfanalyse.errors import ChangedElsewhereError, ExitCode, WrongUseError
from zelfanalyse.output import say
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.requirements import missing
from zelfanalyse.record import MAX_LINE
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zelfanalyse.dossier.folder import Dossier

_OUTCOME = re.compile(r"\s*(?P<number>\d{1,4})\s*=\s*(?P<stand>[a-z]+)\s*(:(?P<words>.*))?")
_STANDS = "beantwoord, deels of open"
_HOW = '--startvraag "1=beantwoord: het antwoord"'


def run(  # noqa: PLR0913 - one option per thing that is asked
    dossier: DossierFolder,
    *,
    les: Annotated[
        list[str] | None, typer.Option(metavar="TEKST", help="Wat u geleerd hebt. Mag vaker.")
    ] = None,
    open_vraag: Annotated[
        list[str] | None,
        typer.Option(metavar="TEKST", help="Een vraag voor de volgende ronde. Mag vaker."),
    ] = None,
    startvraag: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEKST",
            help="Wat het antwoord op een startvraag is: 'nummer=beantwoord|deels|open: antwoord'.",
        ),
    ] = None,
    weer_open: Annotated[
        bool, typer.Option("--weer-open", help="Open een afgesloten ronde weer.")
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Bij --weer-open: vraag niets.")] = False,
) -> int:
    """Close the round when nothing is missing, or open it again."""
    opened = dossier_folder.load(dossier)
    if weer_open:
        return _open_again(opened, sure=ja)
    if opened.book.closure is not None:
        raise WrongUseError(
            f"Deze ronde is al afgesloten op {full_day(opened.book.closure.on)}.",
            f"Weer openen kan met: {typed('zelfanalyse', 'afsluiten', dossier, '--weer-open')}",
        )
    case = Case.of(opened)
    note_all(opened, case)
    lacking = missing(case.book, case.results)
    if lacking:
        say("Deze ronde kan nog niet dicht. Dit ontbreekt:")
        for sentence in lacking:
            say(f"- {sentence}.")
        return ExitCode.FINDINGS
    outcomes = _outcomes(startvraag or (), opened.settings.start_questions)
    closure = Closure(
        on=now().date(),
        fingerprint=fingerprint_of(*case.results),
        given=case.given,
        start_questions=_start_questions(opened.settings.start_questions, outcomes),
        lessons=_lines(les, "--les", "Wat hebt u geleerd?"),
        open_questions=_lines(open_vraag, "--open-vraag", "Welke vraag is nog open?"),
    )
    _keep(opened, closure)
    say(f"Ronde {opened.settings.round} is afgesloten. Kenmerk: {closure.fingerprint}.")
    say(f"Het rapport: {typed('zelfanalyse', 'rapport', dossier)}")
    say(f"Later een nieuwe ronde: {typed('zelfanalyse', 'ronde', dossier, 'NAAM')}")
    return ExitCode.OK


def _keep(opened: Dossier, closure: Closure) -> None:
    """Close both sides, and then the round; nothing when the dossier changed in between."""
    again = dossier_folder.load(opened.folder)
    if _content(again) != _content(opened):
        raise ChangedElsewhereError(
            "Het dossier is intussen veranderd. Er is niets afgesloten.",
            "Geef de opdracht nog eens.",
        )
    steps = opened.book.steps
    for source in steps.open_sides:
        steps = steps.with_closed(source, closure.on)
    if steps != opened.book.steps:
        book.save(opened.folder, steps)
    book.save(opened.folder, closure)


def _content(dossier: Dossier) -> tuple[object, ...]:
    """Return everything that people can change."""
    return dossier.settings, dossier.book, dossier.every_response


def _open_again(opened: Dossier, *, sure: bool) -> int:
    """Take the closure away, when someone says yes."""
    if opened.book.closure is None:
        raise WrongUseError("Deze ronde is niet afgesloten.", "Er is niets om te openen.")
    if not sure:
        if not sys.stdin.isatty():
            raise WrongUseError("Zo is er niemand om het te vragen.", "Voeg --ja toe.")
        say("Lessen, open vragen en antwoorden op de startvragen in afsluiting.toml gaan weg.")
        say("Het rapport is dan weer een concept.")
        if not yes("Deze ronde weer openen?"):
            say("Er is niets veranderd.")
            return ExitCode.OK
    toml_file.remove(opened.folder / Closure.name)
    say(f"Ronde {opened.settings.round} is weer open.")
    if opened.book.steps.are_both_closed:
        again = typed("zelfanalyse", "sluiten", opened.folder, "zelf", "--weer-open")
        say(f"Beide kanten zijn nog gesloten. Openen kan met: {again}")
    return ExitCode.OK


def _lines(given: Sequence[str] | None, option: str, question: str) -> tuple[str, ...]:
    """Return some lines: from the option, or else from the person, until an empty one."""
    if given is not None:
        return tuple(one_line(text, option) for text in given)
    if not sys.stdin.isatty():
        return ()
    found: list[str] = []
    while text := _asked(f"{question} (alleen Enter: klaar)"):
        if len(text) > MAX_LINE:
            say(f"Dit past niet: hoogstens {MAX_LINE} tekens.")
        else:
            found.append(text)
    return tuple(found)


def _asked(question: str) -> str:
    """Return what someone types, which may be nothing."""
    return visible(str(typer.prompt(question, default="", show_default=False, err=True))).strip()


def _outcomes(given: Sequence[str], questions: Sequence[str]) -> dict[int, StartQuestion]:
    """Return what became of the start questions that an option names, by their place."""
    found: dict[int, StartQuestion] = {}
    for text in given:
        parts = _OUTCOME.fullmatch(visible(text))
        if parts is None or parts["stand"] not in set(Answered):
            raise WrongUseError(f"'{text}' is niet te lezen.", f"Schrijf het zo: {_HOW}")
        place = int(parts["number"]) - 1
        if not 0 <= place < len(questions):
            raise WrongUseError(f"Er is geen startvraag {place + 1}.", "Kijk in dossier.toml.")
        if place in found:
            raise WrongUseError(f"Startvraag {place + 1} staat er twee keer.", "Haal er een weg.")
        found[place] = StartQuestion(
            question=questions[place],
            answered=Answered(parts["stand"]),
            words=(parts["words"] or "").strip(),
        )
    return found


def _start_questions(
    questions: Sequence[str], outcomes: Mapping[int, StartQuestion]
) -> tuple[StartQuestion, ...]:
    """Return what became of every start question; whoever is there is asked for the rest."""
    open_ = [place for place in range(len(questions)) if place not in outcomes]
    if open_ and not sys.stdin.isatty():
        names = " ".join(f"{place + 1}. {questions[place]}" for place in open_)
        raise WrongUseError(f"Van deze startvragen is het antwoord nog nodig: {names}", _HOW)
    return tuple(
        outcomes[place] if place in outcomes else _told(f"Startvraag {place + 1}", question)
        for place, question in enumerate(questions)
    )


def _told(number: str, question: str) -> StartQuestion:
    """Return what someone tells of a start question."""
    say(f"{number}: {question}")
    while (stand := _asked(f"Hoe staat het? ({_STANDS})")) not in set(Answered):
        say(f"Typ een van deze woorden: {_STANDS}.")
    return StartQuestion(
        question=question, answered=Answered(stand), words=_asked("Wat is het antwoord?")
    )
