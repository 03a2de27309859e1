"""``nieuw``: a dossier with its profile, its groups, its lists and its planning."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from zelfanalyse.commands import screen
from zelfanalyse.commands.arguments import new_folder, typed
from zelfanalyse.days import now
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES, PinnedList
from zelfanalyse.errors import ExitCode, WrongUseError
from zelfanalyse.facilitator.draft import OWN, START, Draft
from zelfanalyse.facilitator.line_by_line import LineByLine
from zelfanalyse.output import put, say, speak_utf8
from zelfanalyse.progress.planning import notice
from zelfanalyse.questionnaire import library
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.text import visible
from zelfanalyse.workplace import chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Texts = list[str] | None

_OPTIONS: Final = {"fase_organisatie": "--fase", "wie": "--perspectief"}  # not as in the draft


def run(  # noqa: PLR0913 - one option per field of the dossier
    *,
    map_: Annotated[
        Path,
        typer.Argument(metavar="MAP", help="De map voor het dossier.", parser=new_folder),
    ],
    naam: Annotated[str, typer.Option(help="De naam van de samenwerking.")] = "",
    aanleiding: Annotated[str, typer.Option(help="Waarom u dit nu doet.")] = "",
    soort_aanleiding: Annotated[
        str, typer.Option(help="De aanleiding in een of twee woorden, zoals periodiek.")
    ] = "",
    domein: Annotated[str, typer.Option(help="Het onderwerp, zoals zorg.")] = "",
    opgave: Annotated[str, typer.Option(help="Het maatschappelijke vraagstuk.")] = "",
    startvraag: Annotated[
        Texts, typer.Option(help="Een vraag waarmee u begint. Mag drie keer.")
    ] = None,
    ronde: Annotated[str, typer.Option(help="De ronde, meestal het jaar.")] = "",
    lijst: Annotated[
        Texts,
        typer.Option(help="Een ingebouwde lijst of een bestand. Mag vaker: de eerste gaat voor."),
    ] = None,
    eigen_vraag: Annotated[
        Texts, typer.Option(help="Een eigen open vraag bij de eerste lijst. Mag vier keer.")
    ] = None,
    perspectief: Annotated[
        Texts, typer.Option(help="Een groep die antwoordt. Mag vaker. Zonder: alle.")
    ] = None,
    kort: Annotated[
        Texts, typer.Option(metavar="GROEP", help="Deze groep krijgt de korte lijst.")
    ] = None,
    op_naam: Annotated[
        Texts, typer.Option(metavar="GROEP", help="Deze groep is herkenbaar: vraag toestemming.")
    ] = None,
    grootte: Annotated[
        Texts, typer.Option(metavar="GROEP=WOORD", help="kleiner, groter of gelijk.")
    ] = None,
    uitgenodigd: Annotated[
        Texts, typer.Option(metavar="GROEP=AANTAL", help="Zoveel mensen zijn uitgenodigd.")
    ] = None,
    minimum_groep: Annotated[
        str, typer.Option(help="Zoveel antwoorden per cijfer, minstens 3.", show_default=False)
    ] = "",
    vorm: Annotated[str, typer.Option(help="Profiel: de vorm.")] = "",
    bestuur: Annotated[str, typer.Option(help="Profiel: het bestuur.")] = "",
    inwoners: Annotated[str, typer.Option(help="Profiel: aantal inwoners.")] = "",
    historie: Annotated[str, typer.Option(help="Profiel: de historie.")] = "",
    fase: Annotated[str, typer.Option(help="Profiel: fase van de organisatie.")] = "",
    dag: Annotated[
        str, typer.Option(metavar="DATUM", help="De dag van het gesprek, zoals 2027-03-18.")
    ] = "",
    visitatie: Annotated[
        bool, typer.Option("--visitatie", help="Er komt een visitatiecommissie.")
    ] = False,
    vernietigen_op: Annotated[
        str, typer.Option(metavar="DATUM", help="De dag waarop u het dossier vernietigt.")
    ] = "",
    zaaknummer: Annotated[str, typer.Option(help="Het nummer van de zaak.")] = "",
    eenvoudig: Annotated[
        bool,
        typer.Option("--eenvoudig", help="Vraag alles regel voor regel, zonder schermopmaak."),
    ] = False,
) -> int:
    """Make the folder, from options or from what someone says on the screen."""
    if dossier_folder.is_dossier(map_):
        raise WrongUseError(f"In '{map_}' staat al een dossier.", "Kies een andere map.")
    draft = _lists(lijst or ["samenwerking"])
    told = {
        "naam": visible(naam),
        "aanleiding": visible(aanleiding),
        "soort_aanleiding": soort_aanleiding,
        "domein": domein,
        "opgave": opgave,
        "ronde": ronde,
        "minimum_groep": minimum_groep,
        "vorm": vorm,
        "bestuur": bestuur,
        "inwoners": inwoners,
        "historie": historie,
        "fase_organisatie": fase,
        "dag": dag,
        "vernietigen_op": vernietigen_op,
        "zaaknummer": zaaknummer,
        **_numbered(START, "startvragen", startvraag or ()),
        **_numbered(OWN, "eigen vragen", eigen_vraag or ()),
    }
    for key, text in told.items():
        draft = draft.say(key, text) if text else draft
    draft = _groups(draft, perspectief or (), with_panel=visitatie)
    for name in kort or ():
        draft = draft.describe(_known(draft, name), form="kort")
    for name in op_naam or ():
        draft = draft.describe(_known(draft, name), on_record=True)
    for pair in grootte or ():
        draft = _sized(draft, pair)
    for pair in uitgenodigd or ():
        name, _, number = pair.partition("=")
        draft = draft.invite(_known(draft, name), number or "?")
    draft = draft if perspectief or not _asks(draft, eenvoudig) else draft.nobody()
    return _make(map_, draft, line_by_line=eenvoudig)


def _asks(draft: Draft, eenvoudig: bool) -> bool:  # noqa: FBT001 - the option
    """Whether someone is asked for what the options do not say."""
    is_enough = bool(draft.text("naam") and draft.text("aanleiding"))
    return eenvoudig or (not is_enough and sys.stdin.isatty() and sys.stdout.isatty())


def _make(place: Path, draft: Draft, *, line_by_line: bool) -> int:
    """Make the dossier, after asking what is missing, and tell what to do next."""
    if not _asks(draft, line_by_line):
        _needs(draft, "naam")
        _needs(draft, "aanleiding")
        _create(place, draft)
        for sentence in (*draft.notices(), *draft.mirror_notices()):
            say(f"Let op: {sentence}")
        if draft.day is not None and (sentence := notice(draft.day, draft.today)):
            say(f"Let op: {sentence}")
    elif not (_in_lines if line_by_line or os.environ.get("TERM") == "dumb" else _on_screen)(
        place, draft
    ):
        say("Er is geen dossier gemaakt.")
        return ExitCode.INTERRUPTED
    dossier_folder.load(place)
    say(f"Het dossier staat in '{place}'.")
    say(f"Open het met: {typed('zelfanalyse', place)}")
    say(f"Kijk {place / dossier_folder.SETTINGS} na en vul het aan.")
    say(f"Laat daarna invullen met: {typed('zelfanalyse', 'invullen', place)}")
    return ExitCode.OK


def _create(place: Path, draft: Draft) -> None:
    for key, problem in draft.problems:
        raise WrongUseError(f"{_option(draft, key)}: {problem}", "Verbeter dit.")
    dossier_folder.create(place, draft.made())


def _option(draft: Draft, key: str) -> str:
    """Return how the option is typed that a field of the draft came from."""
    if key in {group.id for group in draft.groups}:
        return f"--uitgenodigd {key}"
    if key in {*START, *OWN}:
        return "--startvraag" if key in START else "--eigen-vraag"
    return _OPTIONS.get(key, f"--{key.replace('_', '-')}")


def _lists(names: Sequence[str]) -> Draft:
    """Return a draft that asks these lists, and could ask every built-in one."""
    wanted = [_pinned(library.find(name)) for name in names]
    ids = [item.questionnaire.id for item in wanted]
    for index, name in enumerate(ids):
        if name in ids[:index]:
            raise WrongUseError(f"De lijst '{name}' staat er twee keer.", "Haal er een weg.")
    others = (_pinned(path) for name, path in library.built_in().items() if name not in ids)
    return Draft.begin(now().date(), [*wanted, *others], asked=ids)


def _pinned(path: Path) -> PinnedList:
    return PinnedList(library.open_questionnaire(path), path.read_text("utf-8-sig"))


def _numbered(keys: Sequence[str], what: str, texts: Sequence[str]) -> dict[str, str]:
    if len(texts) > len(keys):
        sentence = f"Een dossier heeft hoogstens {len(keys)} {what}."
        raise WrongUseError(sentence, "Kies de vragen waar u echt iets mee doet.")
    return dict(zip(keys, texts, strict=False))


def _groups(draft: Draft, names: Iterable[str], *, with_panel: bool) -> Draft:
    wanted = {item.id for item in chosen(names, STANDARD_PERSPECTIVES)}
    for item in draft.groups:
        draft = draft.ask(item.id, is_asked=item.id in wanted)
    return draft.visit(with_panel=with_panel)


def _known(draft: Draft, name: str) -> str:
    """Return the id of a group that is asked. Raises ``WrongUseError`` when it is not."""
    (group,) = chosen([name], [item.perspective for item in draft.chosen])
    return group.id


def _sized(draft: Draft, pair: str) -> Draft:
    name, _, word = pair.partition("=")
    if word not in tuple(Size):
        raise WrongUseError(f"--grootte: '{word}' past hier niet.", f"Kies uit: {', '.join(Size)}.")
    return draft.describe(_known(draft, name), size=Size(word))


def _in_lines(place: Path, draft: Draft) -> bool:
    """Let someone think the dossier out line by line; return whether it was made."""
    speak_utf8(sys.stdin)
    read = getattr(sys.stdin, "readline", str)  # closed by the shell: no lines at all
    wanted = LineByLine(read, put).ask(draft)
    if wanted is not None:
        _create(place, wanted)
    return wanted is not None


def _on_screen(place: Path, draft: Draft) -> bool:
    """Let someone think the dossier out on the screen; return whether it was made."""
    instead = "Geef --naam en --aanleiding, of --eenvoudig."
    screen.needs_terminal("Een dossier maken op het scherm", instead)
    from zelfanalyse.facilitator.app import FacilitatorApp  # noqa: PLC0415 - only here
    from zelfanalyse.facilitator.wizard import WizardPage  # noqa: PLC0415 - only here

    app = FacilitatorApp(partial(WizardPage, place, draft), *screen.liked())
    screen.run(app)
    return dossier_folder.is_dossier(place)


def _needs(draft: Draft, key: str) -> None:
    """Raise ``WrongUseError`` when a text that must be there is not."""
    if not draft.text(key):
        raise WrongUseError(
            f"Er ontbreekt iets: --{key}.",
            f'Voeg toe: --{key} "...". Of start het in een terminal, of met --eenvoudig.',
        )
