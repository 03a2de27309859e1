"""``invullen``: where someone answers, on the whole screen or line by line."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.commands import screen
from zelfanalyse.commands.arguments import WhichList, typed
from zelfanalyse.days import now
from zelfanalyse.errors import ExitCode, StorageError, WrongUseError
from zelfanalyse.output import say, speak_utf8
from zelfanalyse.response.model import LARGEST_GROUP, SMALLEST_GROUP
from zelfanalyse.workplace import desk_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from zelfanalyse.plain.face import LineByLine
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.sitting import Sitting
    from zelfanalyse.tui.app import FillInApp


def run(  # noqa: PLR0913 - one option per wish
    what: Annotated[
        str,
        typer.Argument(
            metavar="[DOSSIER|LIJST]",
            help="De map van een dossier, of een vragenlijst.",
            show_default=False,
        ),
    ] = "",
    *,
    perspectief: Annotated[
        str, typer.Option(help="Namens welke groep u antwoordt, zoals directie of raad.")
    ] = "",
    lijst: WhichList = "",
    namens_groep: Annotated[
        int | None,
        typer.Option(
            metavar="AANTAL", help="Eén antwoord namens zoveel mensen samen: 2 tot en met 99."
        ),
    ] = None,
    opgetekend: Annotated[
        bool, typer.Option("--opgetekend", help="De adviseur schrijft op wat anderen zeggen.")
    ] = False,
    eenvoudig: Annotated[
        bool,
        typer.Option(
            "--eenvoudig",
            help="Regel voor regel, zonder schermopmaak: voor schermlezers en braille.",
        ),
    ] = False,
) -> int:
    """Open the desk, let someone fill in, and tell where the answers are."""
    desk = desk_for(what, perspectief, now, which=lijst, ask=_which)
    if namens_groep is not None or opgetekend:
        desk = _for_others(desk, namens_groep, recorded=opgetekend)
    is_plain = eenvoudig or os.environ.get("TERM") == "dumb"
    face = _line_by_line(desk) if is_plain else _on_screen(desk)
    face.run()
    if face.failure is not None:
        raise face.failure
    if face.trouble:
        lost = "Niet alles is bewaard." if face.sitting else "Er is niets bewaard."
        raise StorageError(f"{lost} {face.trouble}")
    if face.sitting is not None:
        again = ["zelfanalyse", "invullen", *filter(None, [what])]
        again += ["--perspectief", perspectief] if perspectief else []
        again += ["--lijst", lijst] if lijst else []
        again += ["--namens-groep", str(namens_groep)] if namens_groep is not None else []
        again += ["--opgetekend"] if opgetekend else []
        again += ["--eenvoudig"] if eenvoudig else []
        _report_on(face.sitting, typed(*again), desk.folder)
    return ExitCode.INTERRUPTED if face.is_interrupted else ExitCode.OK


def _for_others(desk: Desk, people: int | None, *, recorded: bool) -> Desk:
    """Return the desk where what is begun is said by a group, or written down by the adviser."""
    if any(item.dossier is None for item in desk.invitations):
        sentence = "Namens anderen antwoorden kan alleen voor een dossier."
        raise WrongUseError(sentence, "Noem de map van het dossier.")
    if people is not None and not SMALLEST_GROUP <= people <= LARGEST_GROUP:
        hint = f"Een groep heeft {SMALLEST_GROUP} tot en met {LARGEST_GROUP} mensen."
        raise WrongUseError(f"Namens {people} mensen kan niet.", hint)
    invitations = (replace(item, people=people, recorded=recorded) for item in desk.invitations)
    return replace(desk, invitations=tuple(invitations))


def _which(lists: Sequence[Questionnaire]) -> int:
    """Ask which list someone wants to fill in; return its place."""
    say("Dit dossier heeft meer dan één lijst:")
    for number, item in enumerate(lists, 1):
        say(f"  {number}  {item.title}")
    if not sys.stdin.isatty():
        names = ", ".join(item.id for item in lists)
        raise WrongUseError("Er staat niet bij welke lijst het is.", f"Kies met --lijst: {names}.")
    numbers = [str(number) for number in range(1, len(lists) + 1)]
    while (given := str(typer.prompt("Welke vult u in?", err=True)).strip()) not in numbers:
        say(f"Typ een nummer van 1 tot en met {len(lists)}.")
    return int(given) - 1


def _line_by_line(desk: Desk) -> LineByLine:
    """Return the face that only needs lines in and lines out."""
    from zelfanalyse.plain.face import LineByLine  # noqa: PLC0415 - the screen does without
    from zelfanalyse.plain.terminal_line import reader  # noqa: PLC0415 - likewise

    speak_utf8(sys.stdin)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return LineByLine(desk, reader(sys.stdin), sys.stdout, width)


def _on_screen(desk: Desk) -> FillInApp:
    """Return the face on the whole screen."""
    instead = "Start het zonder pijp of omleiding, of met --eenvoudig."
    screen.needs_terminal("Invullen op het scherm", instead)
    from zelfanalyse.tui.app import FillInApp  # noqa: PLC0415 - no other command needs it

    return FillInApp(desk, *screen.liked())


def _report_on(sitting: Sitting, again: str, folder: Path) -> None:
    for line in _outcome(sitting, again, folder.absolute()):
        say(line)


def _outcome(sitting: Sitting, again: str, folder: Path) -> Iterator[str]:
    """Yield what became of the answers, and what to do now.

    A path or a command is alone on its line, for who copies it; every other line is so short that
    no terminal breaks it in the middle of a word.
    """
    session, path = sitting.session, sitting.path.absolute()
    if session.is_taken:
        yield from ("Er is hier niets veranderd.", "De lijst is open in een ander venster:")
        yield str(path)
    elif not session.is_handed_in:
        yield from ("Bewaard in:", str(path))
        if path.parent != folder:
            yield from ("Zet dit bestand eerst terug in deze map,", "in plaats van wat daar staat:")
            yield str(folder)
        yield from ("Ga later verder met:", again)
    elif session.invitation.dossier is None:  # nobody is waiting for them
        yield from ("Klaar. Uw antwoorden staan in:", str(path))
    else:
        yield from ("Ingeleverd. Uw antwoorden staan in:", str(path))
        yield "Stuur dit bestand naar uw begeleider."
