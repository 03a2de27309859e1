"""The text of a new ``dossier.toml``: every field with a word of explanation."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from zelfanalyse.dossier.model import MINIMUM_GROUP, Perspective, Source
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.toml_file import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.dossier.profile import Profile
    from zelfanalyse.questionnaire.model import Questionnaire

STANDARD_PERSPECTIVES = (
    Perspective(id="directie", title="Directie", source=Source.SELF, on_record=True, predicts=True),
    Perspective(id="college", title="College", source=Source.SELF),
    Perspective(id="raad", title="Raad", source=Source.SELF),
    Perspective(id="management", title="Management", source=Source.SELF),
    Perspective(id="medewerkers", title="Medewerkers", source=Source.SELF),
    Perspective(id="partnergemeente", title="Partnergemeenten", source=Source.EXTERNAL),
    Perspective(id="uitvoering", title="Uitvoeringsorganisaties", source=Source.EXTERNAL),
    Perspective(id="maatschappelijk", title="Maatschappelijke partners", source=Source.EXTERNAL),
    Perspective(id="bedrijven", title="Bedrijven", source=Source.EXTERNAL, form="kort"),
    Perspective(
        id="gemeenschap", title="Inwoners en dorpsraden", source=Source.EXTERNAL, form="kort"
    ),
    Perspective(id="overheid", title="Andere overheden", source=Source.EXTERNAL),
    Perspective(id="adviseur", title="Externe adviseur", source=Source.EXTERNAL, on_record=True),
)


def slug(name: str) -> str:
    """Return an id made of a name: small letters, digits and hyphens, never empty.

    A name without any Latin letter or digit gets a number of its own, so that responses for one
    such dossier are not taken for responses for another.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-")
    if not words:
        return f"dossier-{hashlib.sha256(name.encode(errors='replace')).hexdigest()[:8]}"
    return words if words[0].isalpha() else f"dossier-{words}"


def settings_text(  # noqa: PLR0913 - one argument per part of the file
    *,
    name: str,
    occasion: str,
    round_: str,
    questionnaire: Questionnaire,
    profile: Profile,
    perspectives: Sequence[Perspective] = STANDARD_PERSPECTIVES,
    minimum_group: int = MINIMUM_GROUP,
    identifier: str = "",
    made_up: bool = False,
) -> str:
    """Return a complete, commented ``dossier.toml``."""
    head = {
        "formaat": 1,
        "id": identifier or slug(name),
        "naam": name,
        "ronde": round_,
        "aanleiding": occasion,
        **({"verzonnen": True} if made_up else {}),
    }
    pinned = {
        "id": questionnaire.id,
        "versie": questionnaire.version,
        "vingerafdruk": fingerprint(questionnaire),
    }
    parts = [
        "# Een dossier van zelfanalyse: één samenwerking, één ronde.",
        "# U kunt dit bestand met elke teksteditor lezen en aanvullen.",
        "# Let op: dit dossier kan onder de Wet open overheid vallen.",
    ]
    if made_up:
        parts.append("# VERZONNEN: dit dossier is een voorbeeld. De regio bestaat niet.")
    parts += [
        dumps(head).rstrip(),
        "",
        "# De lijst staat vast in vragenlijst.toml. Verander hier niets.",
        "[vragenlijst]",
        dumps(pinned).rstrip(),
        "",
        "# Het profiel: vijf velden. Een leeg veld staat als 'niet ingevuld' in het rapport.",
        "[profiel]",
        _profile(profile),
        "",
        "# Zoveel antwoorden zijn minstens nodig om een cijfer te tonen (3 of meer).",
        "[methode]",
        dumps({"minimum_groep": minimum_group}).rstrip(),
        "",
        "# De groepen die antwoorden. Haal weg wat u niet gebruikt.",
        "# bron: zelf of extern.",
        "# op_naam = true: deze mensen zijn herkenbaar. Vraag hun eerst om toestemming.",
        "# voorspelt = true: deze mensen voorspellen ook wat mensen van buiten zullen zeggen.",
        '# lijst = "kort": deze mensen krijgen alleen de kernstellingen en een paar open vragen.',
        *(_perspective(perspective) for perspective in perspectives),
    ]
    return "\n".join(parts)


def _profile(profile: Profile) -> str:
    filled = profile.model_dump(by_alias=True, exclude_none=True)
    missing = "# inwoners = 50000\n" if profile.population is None else ""
    return (dumps(filled) + missing).rstrip()


def _perspective(perspective: Perspective) -> str:
    return "[[perspectief]]\n" + dumps(
        {
            "id": perspective.id,
            "titel": perspective.title,
            "bron": perspective.source.value,
            "op_naam": perspective.on_record,
            **({"voorspelt": True} if perspective.predicts else {}),
            **({"lijst": perspective.form} if perspective.is_short else {}),
        }
    )
