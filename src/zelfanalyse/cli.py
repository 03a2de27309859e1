"""The commands, and the one door where every error becomes a sentence and an exit code.

What only some commands need is imported inside them: ``invullen`` must be there at once, and
analysis and report are a tenth of a second that it does not use.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from zelfanalyse import __version__, dutch_typer, preferences
from zelfanalyse.commands_report import (
    DossierFolder,
    Overwrite,
    analysed,
    exporteren,
    note,
    rapport,
    show,
)
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.dossier.model import (
    MINIMUM_GROUP,
    MINIMUM_GROUP_FLOOR,
    Profile,
    Settings,
)
from zelfanalyse.dossier.template import settings_text
from zelfanalyse.errors import (
    ExitCode,
    StorageError,
    WrongUseError,
    ZelfanalyseError,
    is_refused,
)
from zelfanalyse.output import needs_new, put, say, write
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.load import load as load_questionnaire
from zelfanalyse.questionnaire.model import Questionnaire, Size
from zelfanalyse.startup import quick
from zelfanalyse.text import visible
from zelfanalyse.toml_file import reason
from zelfanalyse.tui.size import MIN_COLUMNS, MIN_ROWS
from zelfanalyse.workplace import chosen, desk_for

if TYPE_CHECKING:
    from zelfanalyse.plain.face import LineByLine
    from zelfanalyse.record import Record
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.sitting import Sitting
    from zelfanalyse.tui.app import FillInApp


app = typer.Typer(
    cls=dutch_typer.DutchGroup,
    add_completion=False,  # its own words are English
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Kijk hoe uw gemeente met anderen samenwerkt: zelfanalyse, blik van buiten, gesprek.",
    epilog="Begin met: zelfanalyse voorbeeld",
)
command = app.command


def _new_folder(word: str | Path) -> Path:
    """Return the folder that is asked for; a blank word would be the current one."""
    if not str(word).strip():
        raise WrongUseError("De naam van de map is leeg.", "Geef een naam voor de map.")
    return Path(word)


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; every error becomes one Dutch sentence."""
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        code = dutch_typer.run(app, argv)
        sys.stdout.flush()
    except ZelfanalyseError as error:
        say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say("Gestopt.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return ExitCode.OK
    except OSError as error:
        if error.filename is None:
            _drop_output()
            say(f"De uitvoer kan niet geschreven worden: {reason(error)}.")
        else:
            say(f"'{error.filename}' kan niet gelezen worden: {reason(error)}.")
        return ExitCode.FINDINGS
    except Exception as error:
        if os.environ.get("ZELFANALYSE_DEBUG"):
            raise
        say(f"Er ging iets mis in het programma zelf ({type(error).__name__}).")
        say("Wat bewaard was, staat er nog. Meld dit met de opdracht die u gaf.")
        return ExitCode.FINDINGS
    return code


def _drop_output() -> None:
    """Let what is still to be written go nowhere, or Python complains at its end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8(*streams: TextIO) -> None:
    """Make sure that ● and é can be written and read, also through a pipe on Windows."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def _typed(*words: str | Path) -> str:
    """Return a command as a person types it: a folder with a space in quotes."""
    texts = [str(word) for word in words]
    if os.name == "nt":
        return " ".join(f'"{text}"' if " " in text else text for text in texts)
    return shlex.join(texts)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--versie", help="Toon de versie.")] = False,
) -> None:
    """Show what there is to do when no command is given."""
    if version:
        put(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        put(context.get_help())


@command(cls=dutch_typer.DutchCommand)
def voorbeeld(
    map_: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]",
            help="De map voor het voorbeeld.",
            show_default=False,
            parser=_new_folder,
        ),
    ] = Path("voorbeeld"),
) -> int:
    """Maak een verzonnen dossier met antwoorden, en toon het rapport."""
    from zelfanalyse import outcome_table  # noqa: PLC0415 - see the top
    from zelfanalyse.example import make as example  # noqa: PLC0415 - see the top
    from zelfanalyse.intake import take_in  # noqa: PLC0415 - see the top
    from zelfanalyse.report.build import build  # noqa: PLC0415 - see the top

    dossier, merged = take_in(example.make(map_), [map_ / dossier_folder.FILLED_IN])
    if missing := example.missing(dossier):
        for sentence in outcome_table.advice(merged):
            say(sentence)
        hint = "Verbeter of verwijder deze bestanden en probeer het opnieuw."
        lacking = "1 antwoord" if missing == 1 else f"{missing} antwoorden"
        raise StorageError(f"Het voorbeeld in '{map_}' mist {lacking}.", hint)
    result = analysed(dossier)
    note(dossier, result)
    show(build(result))
    count = len(dossier.responses)
    say(f"Dit voorbeeld is verzonnen. Het staat in '{map_}', met {count} antwoorden.")
    say(f"Vul zelf een lijst in met: {_typed('zelfanalyse', 'invullen', map_)}")
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def vragenlijsten() -> int:
    """Toon de ingebouwde vragenlijsten."""
    for name, path in library.built_in().items():
        questionnaire = library.open_questionnaire(path)
        put(f"{name}  {questionnaire.version}  {questionnaire.title} ({questionnaire.status})")
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def controleren(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", help="Vragenlijsten: bestanden of ingebouwde.", readable=False
        ),
    ],
) -> int:
    """Controleer vragenlijsten: alle fouten en adviezen, met bestand en regel."""
    refused = False
    for path in files:
        questionnaire, findings = load_questionnaire(library.find_if_built_in(path))
        for finding in findings:
            put(visible(str(finding)))
        refused = refused or questionnaire is None or is_refused(findings)
        if not findings:
            say(f"{path}: in orde.")
    return ExitCode.FINDINGS if refused else ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[vragenlijst|dossier]", help="Voor welk soort bestand.", show_default=False
        ),
    ] = "vragenlijst",
) -> int:
    """Toon het JSON-schema van een vragenlijst of een dossier, voor uw teksteditor."""
    import json  # noqa: PLC0415 - see the top

    from zelfanalyse.schema import json_schema  # noqa: PLC0415 - see the top

    models: dict[str, type[Record]] = {"vragenlijst": Questionnaire, "dossier": Settings}
    if what not in models:
        raise WrongUseError(f"Er is geen schema voor '{what}'.", "Kies vragenlijst of dossier.")
    put(json.dumps(json_schema(models[what]), ensure_ascii=False, indent=2))
    return ExitCode.OK


@command(cls=dutch_typer.DutchCommand)
def nieuw(  # noqa: PLR0913 - one option per field of the dossier
    *,
    map_: Annotated[
        Path,
        typer.Argument(metavar="MAP", help="De map voor het dossier.", parser=_new_folder),
    ],
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
        perspectives=chosen(perspectief or ()),
        minimum_group=minimum_groep,
    )
    dossier_folder.create(map_, text, path.read_text("utf-8-sig"))
    dossier_folder.load(map_)
    say(f"Het dossier staat in '{map_}'. Kijk {map_ / dossier_folder.SETTINGS} na en vul het aan.")
    say(f"Laat daarna invullen met: {_typed('zelfanalyse', 'invullen', map_)}")
    return ExitCode.OK


def _asked(given: str, option: str, prompt: str) -> str:
    """Return a text that must be there: from the option, or else from the person."""
    if not given.strip() and sys.stdin.isatty():
        given = str(typer.prompt(prompt, err=True))
    if not given.strip():
        raise WrongUseError(f"Er ontbreekt iets: {option}.", f'Voeg toe: {option} "..."')
    return visible(given).strip()


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
    *,
    perspectief: Annotated[
        str, typer.Option(help="Namens welke groep u antwoordt, zoals directie of raad.")
    ] = "",
    eenvoudig: Annotated[
        bool,
        typer.Option(
            "--eenvoudig",
            help="Regel voor regel, zonder schermopmaak: voor schermlezers en braille.",
        ),
    ] = False,
) -> int:
    """Vul een vragenlijst in, of ga verder waar u was gebleven."""
    desk = desk_for(what, perspectief, _now)
    is_plain = eenvoudig or os.environ.get("TERM") == "dumb"
    screen = _line_by_line(desk) if is_plain else _on_screen(desk)
    screen.run()
    if screen.failure is not None:
        raise screen.failure
    if screen.trouble:
        lost = "Niet alles is bewaard." if screen.sitting else "Er is niets bewaard."
        raise StorageError(f"{lost} {screen.trouble}")
    if screen.sitting is not None:
        again = ["zelfanalyse", "invullen", *filter(None, [what])]
        again += ["--perspectief", perspectief] if perspectief else []
        again += ["--eenvoudig"] if eenvoudig else []
        _report_on(screen.sitting, _typed(*again), desk.folder)
    return ExitCode.INTERRUPTED if screen.is_interrupted else ExitCode.OK


def _line_by_line(desk: Desk) -> LineByLine:
    """Return the face that only needs lines in and lines out."""
    from zelfanalyse.plain.face import LineByLine  # noqa: PLC0415 - the screen does without

    _speak_utf8(sys.stdin)
    read = getattr(sys.stdin, "readline", str)  # closed by the shell: no lines at all
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return LineByLine(desk, read, sys.stdout, width)


def _on_screen(desk: Desk) -> FillInApp:
    """Return the face on the whole screen."""
    _needs_terminal()
    with quick():
        from zelfanalyse.tui.app import FillInApp  # noqa: PLC0415 - no other command needs it

    liked, findings = preferences.load(preferences.place())
    for finding in findings:
        say(str(finding))
    return FillInApp(desk, liked, partial(preferences.save, preferences.place()))


def _needs_terminal() -> None:
    """Raise ``WrongUseError`` when there is no screen, or one that is too small."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError(
            "Invullen op het scherm kan alleen in een terminal.",
            "Start het zonder pijp of omleiding, of met --eenvoudig.",
        )
    size = shutil.get_terminal_size()
    if size.columns < MIN_COLUMNS or size.lines < MIN_ROWS:
        raise WrongUseError(
            f"Dit venster is te klein ({size.columns} bij {size.lines}).",
            f"Maak het minstens {MIN_COLUMNS} breed en {MIN_ROWS} hoog.",
        )


def _report_on(sitting: Sitting, again: str, folder: Path) -> None:
    session, path = sitting.session, sitting.path.absolute()
    if session.is_taken:
        say(f"Er is hier niets veranderd. De lijst is nog open in een ander venster: {path}.")
    elif not session.is_handed_in and path.parent != folder.absolute():
        say(f"Bewaard in {path}. Zet dit bestand eerst terug in de map {folder.absolute()},")
        say(f"in de plaats van wat daar staat. Ga daarna verder met: {again}")
    elif not session.is_handed_in:
        say(f"Bewaard in {path}. Ga later verder met: {again}")
    elif session.invitation.dossier is None:  # nobody is waiting for them
        say(f"Klaar. Uw antwoorden staan in {path}.")
    else:
        say(f"Ingeleverd. Uw antwoorden staan in {path}. Stuur dit bestand naar uw begeleider.")


@command(cls=dutch_typer.DutchCommand)
def formulier(
    what: Annotated[
        str,
        typer.Argument(metavar="LIJST", help="Een vragenlijst, of de map van een dossier."),
    ],
    *,
    perspectief: Annotated[
        str, typer.Option(help="Alleen de vragen voor deze groep. Zonder: alle vragen.")
    ] = "",
    omvang: Annotated[
        str,
        typer.Option(help="Bij groot en klein: kleiner, groter, gelijk of buitenstaander."),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--uit", help="Het bestand: formulier.txt of .md.", readable=False),
    ] = None,
    overschrijven: Overwrite = False,
) -> int:
    """Maak van een vragenlijst een formulier om op papier in te vullen."""
    from zelfanalyse.paper import markdown, plain  # noqa: PLC0415 - see the top
    from zelfanalyse.paper.sheet import has_own_numbers, sheet  # noqa: PLC0415 - see the top

    forms = {".txt": plain.plain, ".md": markdown.markdown}
    form = plain.plain if out is None else forms.get(out.suffix.lower())
    if form is None:
        raise WrongUseError(f"'{out}' eindigt niet op .txt of .md.", "Kies zo'n naam.")
    needs_new(out, overwrite=overschrijven)
    desk = desk_for(what, perspectief, _now)
    size = _size(omvang, desk.questionnaire)
    text = form(sheet(desk.questionnaire, desk.invitations, size))
    write(out, text, "Het formulier staat")
    if has_own_numbers(desk.questionnaire, desk.invitations):
        say("Niet elke groep krijgt dezelfde vragen. Op het scherm zijn de nummers soms anders.")
        say("Met --perspectief maakt u een formulier voor één groep.")
    return ExitCode.OK


def _size(word: str, questionnaire: Questionnaire) -> Size | None:
    """Return the size with this name, where the list has wordings for it."""
    if not word:
        return None
    if word not in set(Size):
        raise WrongUseError(f"Er is geen omvang '{word}'.", f"Kies uit: {', '.join(Size)}.")
    if not questionnaire.mirror_statements:
        raise WrongUseError("Deze lijst vraagt niet naar omvang.", "Laat --omvang weg.")
    return Size(word)


@command(cls=dutch_typer.DutchCommand)
def samenvoegen(
    dossier: DossierFolder,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", help="Ingeleverde antwoorden, of een map.", readable=False
        ),
    ],
) -> int:
    """Neem ingeleverde antwoorden op in een dossier."""
    from zelfanalyse import outcome_table  # noqa: PLC0415 - see the top
    from zelfanalyse.intake import take_in  # noqa: PLC0415 - see the top
    from zelfanalyse.merge import Fate  # noqa: PLC0415 - see the top

    opened = dossier_folder.load(dossier)
    opened, merged = take_in(opened, files)
    if merged.outcomes:
        outcome_table.show(merged, sys.stdout)
    else:
        say("Er is geen antwoordbestand gevonden. Bestanden eindigen op .antwoord.toml.")
    for sentence in outcome_table.advice(merged):
        say(sentence)
    for sentence in privacy.warnings(opened.settings, merged.accepted.values()):
        say(sentence)
    number = len(opened.responses)
    there = "staat nu 1 antwoord" if number == 1 else f"staan nu {number} antwoorden"
    say(f"In dit dossier {there}.")
    refused = any(outcome.fate is Fate.REFUSED for outcome in merged.outcomes)
    return ExitCode.FINDINGS if refused or not merged.outcomes else ExitCode.OK


for told in (rapport, exporteren):  # last in the list of commands
    command(cls=dutch_typer.DutchCommand)(told)


def _now() -> datetime:
    return datetime.now().astimezone()
