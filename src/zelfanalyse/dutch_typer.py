"""Typer in Dutch, and a command at a time: headings, help, complaints about wrong use."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_HELP = "Toon deze uitleg."
_FOLDER = "MAP"  # no word that people type: the name of the command for a folder


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    pieces = pieces.replace("[OPTIONS]", "[OPTIES]").replace("COMMAND [ARGS]...", "OPDRACHT ...")
    pieces = re.sub(r"[{}]", "", pieces).replace("[[", "[").replace("]]", "]")
    formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")


def _options(command: Any, ctx: Any, formatter: Any) -> None:
    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            name, text = re.sub(r" <.*>$", "", record[0]), record[1]
            kept = re.sub(r"\[(required|x)[^]]*\]", "", text)
            kept = kept.replace("Show this message and exit.", _HELP)
            rows[param.param_type_name].append((name, kept.strip()))
    for kind, title in (("argument", "Argumenten"), ("option", "Opties")):
        if rows[kind]:
            with formatter.section(title):
                formatter.write_dl(rows[kind])


@contextmanager
def _in_dutch(command: Any) -> Iterator[None]:
    """Raise ``WrongUseError`` for what Typer complains of."""
    try:
        yield
    except TyperException as error:
        raise wrong_use(error, command) from error


class DutchCommand(TyperCommand):
    """A command whose help and complaints are in Dutch."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words after the command."""
        with _in_dutch(self):
            return super().parse_args(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options."""
        _options(self, ctx, formatter)


class Told(NamedTuple):
    """What is known of a command before its module is imported."""

    module: str  # in the package of the group; its function ``run`` is the command
    help: str


class DutchGroup(TyperGroup):
    """A group of commands whose help and complaints are in Dutch.

    The module of a command is imported when it is asked for: who fills in does not wait for what
    makes a report.
    """

    package: ClassVar[str]
    told: ClassVar[Mapping[str, Told]]
    for_folder: ClassVar[Told | None] = None  # what runs when the first word is a folder

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words before the name of a command."""
        with _in_dutch(self):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names of the commands."""
        return list(self.told)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command with this name, or none."""
        known = {**self.told, **({_FOLDER: self.for_folder} if self.for_folder else {})}
        if cmd_name in known and cmd_name not in self.commands:
            module, text = known[cmd_name]
            run = import_module(f"{self.package}.{module}").run
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(cmd_name, cls=DutchCommand, help=text)(run)
            self.add_command(typer.main.get_command(alone))
        return super().get_command(ctx, cmd_name)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands."""
        _options(self, ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, told.help) for name, told in self.told.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say in Dutch that there is none and which one is near.

        A folder instead of a command has one of its own; a command wins over a folder of its name.
        """
        name = args[0]
        if name not in self.told and self.for_folder and os.path.isdir(name):  # noqa: PTH112 - Path.is_dir raises where there are no rights
            return _FOLDER, self.get_command(ctx, _FOLDER), args
        if not name.startswith("-") and name not in self.told:
            near = get_close_matches(name, self.told, n=1)
            hint = f"Bedoelde u '{near[0]}'?" if near else "Kijk met 'zelfanalyse --help'."
            raise WrongUseError(f"Er is geen opdracht '{visible(name)}'.", hint)
        return super().resolve_command(ctx, args)


def wrong_use(error: TyperException, command: Any) -> WrongUseError:
    """Return Typer's complaint about the words of a command as a Dutch sentence."""
    hint = "Kijk met --help."
    name = type(error).__name__
    if name == "NoSuchOption":
        option = visible(getattr(error, "option_name", ""))
        near = getattr(error, "possibilities", None)
        hint = f"Bedoelde u {min(near)}?" if near else hint
        return WrongUseError(f"Er is geen optie {option}.", hint)
    if name == "MissingParameter":
        return WrongUseError(f"Er ontbreekt iets: {_parameter(error)}.", hint)
    if isinstance(error, typer.BadParameter):
        return WrongUseError(f"De waarde bij {_parameter(error)} klopt niet.", hint)
    if name == "BadOptionUsage":
        option = getattr(error, "option_name", "")
        if _takes_value(command, option):
            return WrongUseError(f"De optie {option} heeft een waarde nodig.", hint)
        return WrongUseError(f"Bij {option} hoort geen waarde.", f"Typ alleen {option}.")
    return WrongUseError("Deze opdracht heeft te veel of onbekende woorden.", hint)


def _takes_value(command: Any, option: str) -> bool:
    """Whether a value belongs to an option; ``--help``, which is of no command, has none."""
    return any(option in item.opts and not item.is_flag for item in command.params)


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return "een waarde"
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).strip("[].")
    return " of ".join(parameter.opts)


def run(app: typer.Typer, argv: list[str] | None) -> int:
    """Run the app and return its exit code. Raises ``WrongUseError`` when the words are wrong."""
    command: Callable[..., int | None] = typer.main.get_command(app)
    with _in_dutch(command):
        code = command(argv, prog_name="zelfanalyse", standalone_mode=False) or 0
    if code == ExitCode.INTERRUPTED:  # Typer makes an exit code of Ctrl+C
        raise KeyboardInterrupt
    return code
