"""A new dossier, and the text of its ``dossier.toml``: every field with a word of explanation."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from zelfanalyse.dossier.model import MINIMUM_GROUP, Perspective, Source
from zelfanalyse.dossier.profile import Archive, Context, OccasionKind, Profile
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.toml_file import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.record import Record

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


class PinnedList(NamedTuple):
    """A list that a dossier asks, and the text of its file as it is kept there."""

    questionnaire: Questionnaire
    text: str


@dataclass(frozen=True, slots=True)
class NewDossier:
    """Everything a dossier begins with; the first of the lists is its own list."""

    name: str
    occasion: str
    round: str
    lists: tuple[PinnedList, ...]
    occasion_kind: OccasionKind | None = None
    domain: str = ""
    challenge: str = ""
    start_questions: tuple[str, ...] = ()
    profile: Profile = field(default_factory=Profile)
    context: Context = field(default_factory=Context)
    archive: Archive = field(default_factory=Archive)
    perspectives: tuple[Perspective, ...] = STANDARD_PERSPECTIVES
    minimum_group: int = MINIMUM_GROUP
    steps: Steps = field(default_factory=Steps)
    identifier: str = ""
    made_up: bool = False


def settings_text(new: NewDossier) -> str:
    """Return a complete, commented ``dossier.toml``."""
    return "\n".join([*_head(new), *_lists(new), *_about(new), *_who(new)])


def _head(new: NewDossier) -> Iterator[str]:
    yield "# Een dossier van zelfanalyse: één samenwerking, één ronde."
    yield "# U kunt dit bestand met elke teksteditor lezen en aanvullen."
    yield "# Een regel zoals '# domein = ...' is een voorbeeld. Haal de # weg om hem te gebruiken."
    yield "# Let op: dit dossier kan onder de Wet open overheid vallen."
    if new.made_up:
        yield "# VERZONNEN: dit dossier is een voorbeeld. De regio bestaat niet."
    yield dumps(
        {
            "formaat": 1,
            "id": new.identifier or slug(new.name),
            "naam": new.name,
            "ronde": new.round,
            "aanleiding": new.occasion,
            **({"verzonnen": True} if new.made_up else {}),
        }
    ).rstrip()
    yield f"# Mag ook: {', '.join(kind.value for kind in OccasionKind)}."
    yield _line("soort_aanleiding", new.occasion_kind and new.occasion_kind.value, "periodiek")
    yield _line("domein", new.domain, "zorg en sociaal domein")
    yield _line("opgave", new.challenge, "Het maatschappelijke vraagstuk waar het om gaat.")
    yield "# Wat wilt u weten? Aan het eind van de ronde vraagt het programma naar de antwoorden."
    yield _line("startvragen", list(new.start_questions), ["Wat merkt een inwoner hiervan?"])
    yield ""


def _lists(new: NewDossier) -> Iterator[str]:
    yield "# De lijst staat vast in vragenlijst.toml. Verander hier niets."
    main, *others = (_pinned(item.questionnaire) for item in new.lists)
    yield "[vragenlijst]"
    yield main
    if others:
        yield "# De andere lijsten staan vast in de map lijsten. Elke lijst krijgt een eigen deel."
    for item in others:
        yield "[[extra_lijst]]"
        yield item


def _pinned(questionnaire: Questionnaire) -> str:
    return dumps(
        {
            "id": questionnaire.id,
            "versie": questionnaire.version,
            "vingerafdruk": fingerprint(questionnaire),
        }
    )


def _about(new: NewDossier) -> Iterator[str]:
    yield "# Het profiel: vijf velden. Een leeg veld staat als 'niet ingevuld' in het rapport."
    yield "[profiel]"
    filled = new.profile.model_dump(by_alias=True, exclude_none=True)
    yield dumps(filled).rstrip()
    if new.profile.population is None:
        yield "# inwoners = 50000"
    yield ""
    yield "# Wat een lezer verder moet weten. Niets hiervan telt mee in een cijfer."
    yield "[context]"
    yield from _fields(
        new.context,
        peildatum="2026-01-01",
        stemverhouding='"Elke gemeente heeft één stem."',
        aandeel_begroting='"Ongeveer een derde."',
        positie='"volger"',
        evaluatie_van='"De regeling, artikel 12"',
        rol='[{ partij = "De gemeente", rol = "opdrachtgever" }]',
    )
    yield ""
    yield "# Voor wie het dossier is en hoe lang u het bewaart. Dat bepaalt uw gemeente."
    yield "[archief]"
    yield from _fields(
        new.archive,
        bestemd_voor='"intern beraad"',
        zaaknummer='"2026-0001"',
        selectielijst_resultaat='"het nummer uit de selectielijst"',
        bewaartermijn='"5 jaar"',
        vernietigen_op="2032-01-01",
    )
    yield ""
    yield "# Zoveel antwoorden zijn minstens nodig om een cijfer te tonen (3 of meer)."
    yield "[methode]"
    yield dumps({"minimum_groep": new.minimum_group})


def _who(new: NewDossier) -> Iterator[str]:
    yield "# De groepen die antwoorden. Haal weg wat u niet gebruikt."
    yield "# bron: zelf of extern."
    yield "# op_naam = true: deze mensen zijn herkenbaar. Vraag hun eerst om toestemming."
    yield "# voorspelt = true: deze mensen voorspellen ook wat mensen van buiten zullen zeggen."
    yield '# lijst = "kort": deze mensen krijgen alleen de kernstellingen en een paar open vragen.'
    yield '# lijsten = ["samenwerking"]: alleen deze lijsten. Zonder deze regel: alle lijsten.'
    yield '# grootte = "kleiner", "groter" of "gelijk": naast de andere organisaties.'
    yield "# uitgenodigd = 8: zoveel mensen zijn uitgenodigd."
    for perspective in new.perspectives:
        yield f"[[perspectief]]\n{dumps(_perspective(perspective))}"


def _perspective(perspective: Perspective) -> dict[str, Any]:
    shown = {"op_naam": perspective.on_record}  # so that nobody is on the record unseen
    written = perspective.to_toml()
    first = ("id", "titel", "bron")
    rest = {key: value for key, value in written.items() if key not in {*first, *shown}}
    return {"id": perspective.id, "titel": perspective.title, "bron": perspective.source.value} | {
        **shown,
        **rest,
    }


def _line(key: str, value: object, example: object) -> str:
    """Return a key with its value; without one, an example that does not count."""
    if value:
        return dumps({key: value}).rstrip()
    return f"# {dumps({key: example}).rstrip()}".replace("\n", "\n# ")


def _fields(record: Record, **examples: str) -> Iterable[str]:
    """Return every field of a record: what is filled in, and an example for the rest."""
    filled = record.to_toml()
    for key, example in examples.items():
        yield dumps({key: filled[key]}).rstrip() if key in filled else f"# {key} = {example}"
