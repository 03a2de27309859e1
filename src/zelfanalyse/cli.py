"""The program: what stands before a command, and the one door where errors become sentences."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Annotated

import typer

from zelfanalyse import __version__, dutch_typer
from zelfanalyse.commands import COMMANDS
from zelfanalyse.dutch_typer import Told
from zelfanalyse.errors import ExitCode, ZelfanalyseError
from zelfanalyse.output import put, say, speak_utf8
from zelfanalyse.toml_file import reason


class Commands(dutch_typer.DutchGroup):
    """The commands of this program."""

    package = "zelfanalyse.commands"
    told = COMMANDS
    for_folder = Told("home", "Open een dossier: hoe het staat, en wat er nu te doen is.")


app = typer.Typer(
    cls=Commands,
    add_completion=False,  # its own words are English
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Kijk hoe uw gemeente met anderen samenwerkt: zelfanalyse, blik van buiten, gesprek.",
    epilog="Begin met: zelfanalyse voorbeeld",
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--versie", help="Toon de versie.")] = False,
) -> None:
    """Show what there is to do when no command is given: on a screen where there is one."""
    if version:
        put(__version__)
        raise typer.Exit
    context.obj = main  # with which a screen runs a command
    if context.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from zelfanalyse.commands import home  # noqa: PLC0415 - no other command needs it

            raise typer.Exit(home.begin(main))
        put(context.get_help())


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; every error becomes one Dutch sentence."""
    speak_utf8(sys.stdout, sys.stderr)
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
