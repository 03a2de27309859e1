"""The commands: a module with a function ``run`` for each, imported only when that one is run."""

from __future__ import annotations

from typing import Final

from zelfanalyse.dutch_typer import Told

COMMANDS: Final = {  # by the word that people type, in the order of the help
    "voorbeeld": Told("example", "Maak een verzonnen dossier met antwoorden, en toon het rapport."),
    "vragenlijsten": Told("questionnaires", "Toon de ingebouwde vragenlijsten."),
    "controleren": Told(
        "check", "Controleer vragenlijsten: alle fouten en adviezen, met bestand en regel."
    ),
    "schema": Told("schema", "Toon het JSON-schema van een soort bestand, voor uw teksteditor."),
    "nieuw": Told("new", "Maak een nieuw dossier: profiel, groepen en vragenlijst."),
    "invullen": Told("fill_in", "Vul een vragenlijst in, of ga verder waar u was gebleven."),
    "formulier": Told("form", "Maak van een vragenlijst een formulier om op papier in te vullen."),
    "samenvoegen": Told("take_in", "Neem ingeleverde antwoorden op in een dossier."),
    "sluiten": Told(
        "close_side", "Sluit de zelfanalyse of de blik van buiten: er komt dan niets meer bij."
    ),
    "visitatie": Told(
        "panel", "Maak het bestand voor de visitatiecommissie, of toon wat zij al zegt."
    ),
    "stand": Told("status", "Toon hoe het dossier ervoor staat, en wat er nu te doen is."),
    "rapport": Told(
        "report", "Toon het rapport: zelf naast buiten. Of schrijf het in een of meer bestanden."
    ),
    "gesprek": Told(
        "conversation", "Houd het gesprek over het rapport: punt voor punt, met de besluiten."
    ),
    "acties": Told(
        "actions", "Toon de acties en wat aan de beurt is, voeg er een toe, of zet ze in agenda's."
    ),
    "afsluiten": Told(
        "close", "Sluit een ronde af: het rapport is dan definitief. Of open haar weer."
    ),
    "reactie": Told(
        "reaction", "Maak het bestand voor reacties op het rapport, of toon wat erin staat."
    ),
    "inventaris": Told(
        "inventory", "Maak het bestand voor al uw samenwerkingen, of toon het overzicht."
    ),
    "leertraject": Told(
        "learning", "Leer met anderen van een vraag: begin, kijk hoe het staat, of maak notities."
    ),
    "ronde": Told("next_round", "Begin een nieuwe ronde; de vorige blijft heel bewaard."),
    "vergelijk": Told(
        "compare", "Leg dossiers van organisaties naast elkaar, om van elkaar te leren."
    ),
    "exporteren": Told(
        "export",
        "Schrijf de losse antwoorden, of de cijfers van het rapport, als tabel (CSV of Excel).",
    ),
}
