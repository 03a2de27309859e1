"""``reactie``: mistakes of fact in the report, and what the board says of it."""

from __future__ import annotations

from zelfanalyse.commands.arguments import DossierFolder
from zelfanalyse.commands.showing import show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier import privacy
from zelfanalyse.dossier.blank_pages import put_new, reaction_text
from zelfanalyse.dossier.reaction import Reaction
from zelfanalyse.errors import ExitCode
from zelfanalyse.output import say
from zelfanalyse.report import page_documents


def run(dossier: DossierFolder) -> int:
    """Make the file for reactions, or show what is in it."""
    opened = dossier_folder.load(dossier)
    if opened.book.reaction is None:
        path = opened.folder / Reaction.name
        put_new(path, reaction_text(made_up=opened.settings.made_up))
        say(f"Het bestand voor reacties staat in '{path}'. Vul het in met een teksteditor.")
        return ExitCode.OK
    for sentence in privacy.in_pages(opened.settings, [opened.book.reaction]):
        say(sentence)
    show(page_documents.of_reaction(opened.book.reaction))
    return ExitCode.OK
