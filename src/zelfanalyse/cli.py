"""The commands: the only place that reads arguments, prints, asks or ends the program."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from zelfanalyse import __version__, dutch_typer
from zelfanalyse.analysis.analyse import analyse
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.model import MINIMUM_GROUP, MINIMUM_GROUP_FLOOR, Perspective, Profile
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES, settings_text
from zelfanalyse.errors import (
    ExitCode,
    StorageError,
    WrongUseError,
    ZelfanalyseError,
    is_refused,
)
from zelfanalyse.example.make import make as make_example
from zelfanalyse.intake import take_in
from zelfanalyse.merge import Fate, Merge
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.load import load as load_questionnaire
from zelfanalyse.questionnaire.schema import schema as questionnaire_schema
from zelfanalyse.report.build import build
from zelfanalyse.report.terminal import show
from zelfanalyse.response.desk import Desk
from zelfanalyse.response.session import Invitation, Session
from zelfanalyse.text import visible

MIN_COLUMNS, MIN_ROWS = 60, 18

app = typer.Typer(
    cls=dutch_typer.DutchGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Kijk hoe uw gemeente met anderen samenwerkt: zelfanalyse, blik van buiten, gesprek.",
    epilog="Begin met: zelfanalyse voorbeeld",
)
command = app.command


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; every error becomes one Dutch sentence."""
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        return dutch_typer.run(app, argv)
    except ZelfanalyseError as error:
        _say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _say("Gestopt.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as error:
        if os.environ.get("ZELFANALYSE_DEBUG"):
            raise
        _say(f"Er ging iets mis in het programma zelf ({type(error).__name__}).")
        _say("Wat bewaard was, staat er nog. Meld dit met de opdracht die u gaf.")
        return ExitCode.FINDINGS


def _speak_utf8(*streams: TextIO) -> None:
    """Make sure that ● and é can be written, also to a pipe on Windows."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def _say(sentence: str) -> None:
    """Tell the person something that is not data."""
    print(visible(sentence), file=sys.stderr)  # noqa: T201


def _print(text: str) -> None:
    """Write data."""
    print(text)  # noqa: T201


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--versie", help="Toon de versie.")] = False,
) -> None:
    """Show what there is to do when no command is given."""
    if version:
        _print(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        _print(context.get_help())


@command(cls=dutch_typer.DutchCommand)
def voorbeeld(
    map_: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map voor het voorbeeld.", show_default=False)
    ] = Path("voorbeeld"),
) -> int:
    """Maak een verzonnen dossier met antwoorden, en toon het rapport."""
    dossier, merged = take_in(make_example(map_), [map_ / dossier_folder.FILLED_IN])
    show(build(analyse(dossier)), sys.stdout)
    _say(
        f"Dit voorbeeld is verzonnen. Het staat in '{map_}', met {len(merged.outcomes)} antwoorden."
    )
    _say(f"Vul zelf een lijst in met: zelfanalyse invullen {map_}")
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def vragenlijsten() -> int:
    """Toon de ingebouwde vragenlijsten."""
    for name, path in library.built_in().items():
        questionnaire = library.open_questionnaire(path)
        _print(f"{name}  {questionnaire.version}  {questionnaire.title} ({questionnaire.status})")
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def controleren(
    files: Annotated[list[Path], typer.Argument(metavar="BESTAND", help="Vragenlijsten.")],
) -> int:
    """Controleer vragenlijsten: alle fouten en adviezen, met bestand en regel."""
    refused = False
    for path in files:
        questionnaire, findings = load_questionnaire(path)
        for finding in findings:
            _print(visible(str(finding)))
        refused = refused or questionnaire is None or is_refused(findings)
        if not findings:
            _say(f"{path}: in orde.")
    return ExitCode.FINDINGS if refused else ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def schema() -> int:
    """Toon het JSON-schema van een vragenlijst, voor uw teksteditor."""
    _print(json.dumps(questionnaire_schema(), ensure_ascii=False, indent=2))
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def nieuw(  # noqa: PLR0913 - one option per field of the dossier
    *,
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="De map voor het dossier.")],
    naam: Annotated[str, typer.Option(help="De naam van de samenwerking.")] = "",
    aanleiding: Annotated[str, typer.Option(help="Waarom u dit nu doet.")] = "",
    ronde: Annotated[str, typer.Option(help="De ronde, meestal het jaar.")] = "",
    lijst: Annotated[
        str, typer.Option(help="Een ingebouwde lijst of een bestand.", show_default=False)
    ] = "samenwerking",
    perspectief: Annotated[
        list[str] | None, typer.Option(help="Een groep die antwoordt. Mag vaker. Zonder: alle.")
    ] = None,
    minimum_groep: Annotated[
        int, typer.Option(help="Zoveel antwoorden per cijfer, minstens 3.", show_default=False)
    ] = MINIMUM_GROUP,
    vorm: Annotated[str, typer.Option(help="Profiel: de vorm.")] = "",
    bestuur: Annotated[str, typer.Option(help="Profiel: het bestuur.")] = "",
    inwoners: Annotated[int | None, typer.Option(help="Profiel: aantal inwoners.", min=0)] = None,
    historie: Annotated[str, typer.Option(help="Profiel: de historie.")] = "",
    fase: Annotated[str, typer.Option(help="Profiel: fase van de organisatie.")] = "",
) -> int:
    """Maak een nieuw dossier: profiel, groepen en vragenlijst."""
    if dossier_folder.is_dossier(map_):
        raise WrongUseError(f"In '{map_}' staat al een dossier.", "Kies een andere map.")
    if minimum_groep < MINIMUM_GROUP_FLOOR:
        raise WrongUseError(
            f"--minimum-groep is minstens {MINIMUM_GROUP_FLOOR}.",
            "Bij minder mensen zijn antwoorden te herkennen.",
        )
    path = library.find(lijst)
    questionnaire = library.open_questionnaire(path)
    text = settings_text(
        name=_asked(naam, "--naam", "Naam van de samenwerking"),
        occasion=_asked(aanleiding, "--aanleiding", "Aanleiding (waarom nu?)"),
        round_=ronde or str(_now().year),
        questionnaire=questionnaire,
        profile=Profile(
            form=vorm, board=bestuur, population=inwoners, history=historie, phase=fase
        ),
        perspectives=_chosen(perspectief),
        minimum_group=minimum_groep,
    )
    dossier_folder.create(map_, text, path.read_text("utf-8-sig"))
    dossier_folder.load(map_)
    _say(f"Het dossier staat in '{map_}'. Kijk {map_ / dossier_folder.SETTINGS} na en vul het aan.")
    _say(f"Laat daarna invullen met: zelfanalyse invullen {map_}")
    return ExitCode.OK


def _asked(given: str, option: str, prompt: str) -> str:
    """Return a text that must be there: from the option, or else from the person."""
    if not given.strip() and sys.stdin.isatty():
        given = str(typer.prompt(prompt, err=True))
    if not given.strip():
        raise WrongUseError(f"Er ontbreekt iets: {option}.", f'Voeg toe: {option} "..."')
    return visible(given).strip()


def _chosen(names: list[str] | None) -> tuple[Perspective, ...]:
    standard = {item.id: item for item in STANDARD_PERSPECTIVES}
    for name in names or []:
        if name not in standard:
            raise _unknown_perspective(name, list(standard))
    return tuple(standard[name] for name in dict.fromkeys(names or standard))


def _unknown_perspective(name: str, known: list[str]) -> WrongUseError:
    return WrongUseError(f"Er is geen perspectief '{name}'.", f"Kies uit: {', '.join(known)}.")


@command(cls=dutch_typer.DutchCommand)
def invullen(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[DOSSIER|LIJST]",
            help="De map van een dossier, of een vragenlijst.",
            show_default=False,
        ),
    ] = "",
    perspectief: Annotated[
        str, typer.Option(help="Namens welke groep u antwoordt, zoals directie of raad.")
    ] = "",
) -> int:
    """Vul een vragenlijst in, of ga verder waar u was gebleven."""
    desk = _desk(what, perspectief)
    for item in desk.invitations:
        if not desk.questionnaire.questions(item.perspective or "", item.source):
            sentence = f"De lijst heeft geen vragen voor {item.perspective_title or 'u'}."
            raise WrongUseError(sentence, "Kies een andere groep.")
    _needs_terminal()
    from zelfanalyse.tui.app import FillInApp  # noqa: PLC0415 - 0,2 s that no other command needs

    app = FillInApp(desk)
    session = app.run()
    if session is None:
        return ExitCode.OK
    if app.trouble:
        raise StorageError(app.trouble, "Uw laatste antwoord is niet bewaard.")
    _report_on(session, desk, what)
    return ExitCode.OK


def _desk(what: str, perspective: str) -> Desk:
    """Return where the answers go: a dossier, or the current folder for a list by itself."""
    here = Path(what) if what else Path()
    if dossier_folder.is_dossier(here) or (what and here.is_dir()):
        dossier = dossier_folder.load(here)
        groups = {item.id: item for item in dossier.settings.perspectives}
        if perspective and perspective not in groups:
            raise _unknown_perspective(perspective, list(groups))
        wanted = [groups[perspective]] if perspective else list(groups.values())
        invitations = tuple(dossier.invitation(item) for item in wanted)
        return Desk(dossier.questionnaire, here / dossier_folder.FILLED_IN, invitations, _now)
    questionnaire = library.open_questionnaire(library.find(what or "samenwerking"))
    standard = {item.id: item for item in STANDARD_PERSPECTIVES}
    if not perspective:
        return Desk(questionnaire, Path(), (Invitation(),), _now)
    if perspective not in standard:
        raise _unknown_perspective(perspective, list(standard))
    group = standard[perspective]
    invitation = Invitation(
        perspective=group.id, perspective_title=group.title, source=group.source.value
    )
    return Desk(questionnaire, Path(), (invitation,), _now)


def _needs_terminal() -> None:
    """Raise ``WrongUseError`` when there is no screen, or one that is too small."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError(
            "Invullen kan alleen in een terminal.", "Start het zonder pijp of omleiding."
        )
    size = shutil.get_terminal_size()
    if size.columns < MIN_COLUMNS or size.lines < MIN_ROWS:
        raise WrongUseError(
            f"Dit venster is te klein ({size.columns} bij {size.lines}).",
            f"Maak het minstens {MIN_COLUMNS} breed en {MIN_ROWS} hoog.",
        )


def _report_on(session: Session, desk: Desk, what: str) -> None:
    path = desk.path(session)
    if session.is_handed_in:
        _say(f"Ingeleverd. Uw antwoorden staan in {path}. Stuur dit bestand naar uw begeleider.")
        return
    again = f"zelfanalyse invullen {what}".strip()
    _say(f"Bewaard in {path}. Ga later verder met: {again}")


@command(cls=dutch_typer.DutchCommand)
def samenvoegen(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="De map van het dossier.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="BESTAND", help="Ingeleverde antwoorden, of een map.")
    ],
) -> int:
    """Neem ingeleverde antwoorden op in een dossier."""
    opened = dossier_folder.load(dossier)
    opened, merged = take_in(opened, files)
    _show_outcomes(merged)
    _say(f"In dit dossier staan nu {len(opened.responses)} antwoorden.")
    refused = any(outcome.fate is Fate.REFUSED for outcome in merged.outcomes)
    return ExitCode.FINDINGS if refused or not merged.outcomes else ExitCode.OK


def _show_outcomes(merged: Merge) -> None:
    if not merged.outcomes:
        _say("Er is geen antwoordbestand gevonden. Bestanden eindigen op .antwoord.toml.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("Bestand", "Uitkomst", "Code", "Perspectief", "Waarom"):
        table.add_column(title, overflow="fold")
    for outcome in merged.outcomes:
        cells = (
            outcome.path.name,
            outcome.fate.value,
            outcome.respondent,
            outcome.perspective,
            outcome.reason,
        )
        table.add_row(*(Text(visible(cell)) for cell in cells))
    Console(markup=False, highlight=False, emoji=False).print(table)
    for outcome in merged.outcomes:
        for finding in outcome.findings[1:] and outcome.findings:
            _say(str(finding))


@command(cls=dutch_typer.DutchCommand)
def rapport(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="De map van het dossier.")],
) -> int:
    """Toon het rapport: zelf naast buiten."""
    show(build(analyse(dossier_folder.load(dossier))), sys.stdout)
    return ExitCode.OK


def _now() -> datetime:
    return datetime.now().astimezone()
