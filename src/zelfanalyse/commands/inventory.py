"""``inventaris``: every cooperation of the municipality, on one table."""

from __future__ import annotations

from zelfanalyse.commands.arguments import DossierFolder
from zelfanalyse.commands.showing import show
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.blank_pages import inventory_text, put_new
from zelfanalyse.dossier.inventory import Inventory
from zelfanalyse.errors import ExitCode
from zelfanalyse.output import say
from zelfanalyse.report.document import Document
from zelfanalyse.report.inventory_section import inventory


def run(dossier: DossierFolder) -> int:
    """Make the file for cooperations, or show the table that is made of it."""
    opened = dossier_folder.load(dossier)
    path = opened.folder / Inventory.name
    if opened.book.inventory is None:
        put_new(path, inventory_text(made_up=opened.settings.made_up))
        say(f"Het bestand voor de samenwerkingen staat in '{path}'. Vul het in met een editor.")
        return ExitCode.OK
    blocks = tuple(inventory(opened.book))
    if blocks:
        show(Document("Onze samenwerkingen op een rij", blocks))
    else:
        say(f"Er staat nog geen samenwerking in '{path}'.")
    return ExitCode.OK
