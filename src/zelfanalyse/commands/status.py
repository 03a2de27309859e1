"""``stand``: where a round stands, who answered, what is missing, what comes next."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from zelfanalyse.commands.arguments import DossierFolder, typed
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.errors import ExitCode
from zelfanalyse.intake import waiting
from zelfanalyse.output import put
from zelfanalyse.progress.case import Case
from zelfanalyse.progress.overview import overview
from zelfanalyse.progress.words import answered, came_in
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.progress.overview import Overview, Part

WIDTH = 80
_TITLE, _STATE = 26, 14  # columns


def run(
    dossier: DossierFolder,
    *,
    controleren: Annotated[
        bool,
        typer.Option(
            "--controleren", help="Exitcode 1 zolang er iets ontbreekt voor een definitief rapport."
        ),
    ] = False,
) -> int:
    """Print where the round stands. Nothing is written, and no figure is shown."""
    opened = dossier_folder.load(dossier)
    found = overview(opened, Case.of(opened), waiting(opened), now().date())
    put("\n".join(_lines(found)))
    return ExitCode.FINDINGS if controleren and not found.is_complete else ExitCode.OK


def _lines(found: Overview) -> Iterator[str]:
    settings = found.dossier.settings
    yield from _wrapped(f"{settings.name}. Ronde {settings.round}.")
    if settings.made_up:
        yield "Dit voorbeeld is verzonnen."
    yield from _wrapped(found.standing)
    yield ""
    yield "Stappen"
    for stage in found.stages:
        lead = f"  {stage.title:<{_TITLE}}{stage.state.value:<{_STATE}}"
        yield from _wrapped(stage.why, lead)
    for part in found.parts:
        yield ""
        yield "Wie antwoordde" if len(found.parts) == 1 else f"Wie antwoordde: {part.title}"
        yield from _groups(part)
    yield from _section("Ingevuld, nog niet in het dossier", came_in(found.waiting))
    yield from _section("Te laat", found.late)
    yield from _section("Dit ontbreekt voor een definitief rapport", found.missing)
    yield ""
    yield from _wrapped(found.next.sentence, "Nu: ")
    if found.next.command:
        yield f"  {typed('zelfanalyse', *found.next.command)}"


def _groups(part: Part) -> Iterator[str]:
    for group in part.groups:
        yield from _wrapped(answered(group), f"  {visible(group.perspective.title):<{_TITLE - 1}} ")


def _section(title: str, sentences: Iterable[str]) -> Iterator[str]:
    found = list(sentences)
    if found:
        yield ""
        yield title
        for sentence in found:
            yield from _wrapped(sentence, "  - ")


def _wrapped(text: str, lead: str = "") -> list[str]:
    """Return the text under its lead, each line within the width."""
    return textwrap.wrap(
        visible(text),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
    ) or [lead.rstrip()]
