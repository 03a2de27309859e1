"""``leertraject``: learning questions, where they stand, and what is printed of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from zelfanalyse import output
from zelfanalyse.commands.arguments import DossierFolder, Overwrite, typed
from zelfanalyse.commands.showing import needs_places, show
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import learning_intake, privacy
from zelfanalyse.dossier.blank_pages import learning_text, put_new
from zelfanalyse.dossier.learning import LearningQuestion, LearningTrack
from zelfanalyse.errors import ExitCode, RefusedError, WrongUseError
from zelfanalyse.facilitator.reading import read_date
from zelfanalyse.progress.planning import learning_planning
from zelfanalyse.questionnaire import library
from zelfanalyse.report import formats, learning_documents, page_documents
from zelfanalyse.response import file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Settings
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.report.document import Document
    from zelfanalyse.report.formats import Renderer

    Maker = Callable[[LearningTrack, Settings], Document]


def run(  # noqa: PLR0913 - one option per wish
    dossier: DossierFolder,
    *,
    dag: Annotated[
        str,
        typer.Option(metavar="DATUM", help="De dag van de intervisie, voor een nieuw bestand."),
    ] = "",
    antwoord: Annotated[
        Path | None,
        typer.Option(
            metavar="BESTAND",
            help="Neem dit ingeleverde antwoord op de lijst leertraject op als leervraag.",
            readable=False,
        ),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--uit",
            metavar="BESTAND",
            help="Schrijf de notities: .html, .pdf, .docx, .md of .txt. Mag vaker.",
            readable=False,
        ),
    ] = None,
    lessenblad: Annotated[
        bool,
        typer.Option("--lessenblad", help="In plaats van de notities: de lessen, om te delen."),
    ] = False,
    terugkoppeling: Annotated[
        bool,
        typer.Option(
            "--terugkoppeling", help="In plaats van de notities: de adviezen, voor het bestuur."
        ),
    ] = False,
    overschrijven: Overwrite = False,
) -> int:
    """Do the one thing that is asked: begin, take an answer in, print, or tell where it stands."""
    wishes = {"--dag": dag, "--antwoord": antwoord, "--lessenblad": lessenblad}
    wishes |= {"--terugkoppeling": terugkoppeling}
    given = [name for name, value in wishes.items() if value]
    if len(given) > 1 or (out and (dag or antwoord)):
        alone = " en ".join([*given, *(["-o"] if out else [])])
        raise WrongUseError(f"{alone} gaan niet samen.", "Kies er een.")
    day = _day(dag)
    renderers = {path: formats.renderer(path) for path in out or ()}
    needs_places(out or (), [dossier], overwrite=overschrijven)
    opened = dossier_folder.load(dossier)
    if antwoord is not None:
        return _take_in(opened, antwoord, dossier)
    track = opened.book.learning
    if renderers or lessenblad or terugkoppeling:
        if track is None or not track.begun:
            command = typed("zelfanalyse", "leertraject", dossier)
            output.say(f"Er staat nog geen leervraag in dit dossier. Begin met: {command}")
            return ExitCode.FINDINGS
        kind = "lessenblad" if lessenblad else "terugkoppeling" if terugkoppeling else "notities"
        return _print(opened.settings, track, kind, renderers)
    if track is None:
        return _begin(opened, day, dossier)
    if day is not None:
        name = opened.folder / LearningTrack.name
        raise WrongUseError(f"'{name}' is er al.", "Zet de dag daarin, achter 'dag'.")
    show(page_documents.of_learning(track, now().date()))
    return ExitCode.OK


def _day(text: str) -> date | None:
    day = read_date(text)
    if text and day is None:
        hint = "Schrijf het zoals 1-3-2027 of 2027-03-01."
        raise WrongUseError(f"'{text}' is geen datum.", hint)
    return day


def _begin(opened: Dossier, day: date | None, dossier: Path) -> int:
    path = opened.folder / LearningTrack.name
    blank = LearningQuestion(id=learning_intake.free_name(None))
    planning = learning_planning(day, now().date()) if day else ()
    made_up = opened.settings.made_up
    put_new(path, learning_text(blank, made_up=made_up, day=day, planning=planning))
    output.say(f"Het leertraject staat in '{path}'. Vul het in met een teksteditor.")
    command = typed("zelfanalyse", "invullen", learning_intake.LIST)
    output.say(f"Of laat wie de vraag stelt de lijst invullen met: {command}")
    again = typed("zelfanalyse", "leertraject", dossier, "--antwoord", "BESTAND")
    output.say(f"Neem dat antwoord dan op met: {again}")
    return ExitCode.OK


def _take_in(opened: Dossier, path: Path, dossier: Path) -> int:
    """Make a learning question of a response, or tell why that cannot be."""
    response, findings = file.load_for(path, _list_of(opened))
    if response is None:
        raise RefusedError(findings)
    reason = learning_intake.refusal(opened.settings, response)
    if reason is not None:
        output.say(reason)
        return ExitCode.FINDINGS
    track = opened.book.learning
    question = learning_intake.question_from(response, learning_intake.free_name(track))
    if track is not None and any(_is_same(item, question) for item in track.questions):
        output.say("Deze leervraag staat er al. Er is niets veranderd.")
        return ExitCode.OK
    learning_intake.add(opened.folder, track, question, made_up=opened.settings.made_up)
    output.say(f"De leervraag is opgenomen als '{question.id}'.")
    output.say("Zet er nog bij welke organisatie de vraag stelt, achter 'van'.")
    output.say("De stellingen over de voorbereiding blijven in het antwoordbestand.")
    again = typed("zelfanalyse", "leertraject", dossier)
    output.say(f"Kijk hoe het ervoor staat met: {again}")
    return ExitCode.OK


def _is_same(one: LearningQuestion, other: LearningQuestion) -> bool:
    return (one.question, one.analysis) == (other.question, other.analysis)


def _list_of(opened: Dossier) -> Questionnaire:
    """Return the list ``leertraject`` as this dossier has it, or else the built-in one."""
    own = (item.questionnaire for item in (opened, *opened.parts))
    asked = next((item for item in own if item.id == learning_intake.LIST), None)
    return asked or library.open_questionnaire(library.find(learning_intake.LIST))


_PRINTED: Final[Mapping[str, tuple[Maker, str]]] = {
    "notities": (learning_documents.notes, "De notities staan"),
    "lessenblad": (learning_documents.lessons, "De lessen staan"),
    "terugkoppeling": (learning_documents.feedback, "De terugkoppeling staat"),
}


def _print(
    settings: Settings, track: LearningTrack, kind: str, renderers: Mapping[Path, Renderer]
) -> int:
    make, told = _PRINTED[kind]
    document = make(track, settings)
    is_shared = make is learning_documents.lessons
    named = (
        privacy.on_lessons(settings, track) if is_shared else privacy.in_pages(settings, [track])
    )
    for sentence in named:
        output.say(sentence)
    contents = {path: render(document) for path, render in renderers.items()}
    for path, content in contents.items():
        output.keep(path, content, told)
    if not contents:
        show(document, screen_by_screen=True)
    return ExitCode.OK
