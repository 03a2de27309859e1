"""``visitatie``: a file for the panel to write in, and then what it says and left empty."""

from __future__ import annotations

from zelfanalyse.commands.arguments import DossierFolder, typed
from zelfanalyse.commands.showing import show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.dossier.blank_pages import panel_text, put_new
from zelfanalyse.dossier.panel import Panel
from zelfanalyse.dossier.steps import SIDE_NAMES
from zelfanalyse.errors import ExitCode
from zelfanalyse.output import say
from zelfanalyse.report import page_documents


def run(dossier: DossierFolder) -> int:
    """Make the file of the panel, or tell where it stands; only after both sides are closed."""
    opened = dossier_folder.load(dossier)
    still_open = opened.book.steps.open_sides
    for side in still_open:
        command = typed("zelfanalyse", "sluiten", dossier, side.value)
        say(f"{SIDE_NAMES[side].capitalize()} is nog open. Sluit die eerst met: {command}")
    if still_open:
        return ExitCode.FINDINGS
    if opened.book.panel is None:
        path = opened.folder / Panel.name
        put_new(path, panel_text(opened.questionnaire, made_up=opened.settings.made_up))
        say(f"Het bestand voor de commissie staat in '{path}'. Vul het in met een teksteditor.")
        again = typed("zelfanalyse", "visitatie", dossier)
        say(f"Kijk daarna met '{again}' wat nog leeg is.")
        return ExitCode.OK
    for sentence in privacy.in_pages(opened.settings, [opened.book.panel]):
        say(sentence)
    show(page_documents.of_panel(opened.book.panel, opened.questionnaire, opened.book.steps))
    return ExitCode.OK
