"""What the wizard asks, page by page: words and values only, for any face to show."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.days import full_day
from zelfanalyse.dossier.model import MINIMUM_GROUP, Source
from zelfanalyse.dossier.profile import DOMAINS, FORMS, OccasionKind
from zelfanalyse.facilitator.draft import OWN, START
from zelfanalyse.progress.planning import notice
from zelfanalyse.questionnaire.questions import Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.facilitator.draft import Draft, Group

NO_VALUE: Final = "(leeg)"
MERGER: Final = (
    "Let op: een herindeling verandert hoe mensen antwoorden. Zij denken dan aan de uitkomst. "
    "Het rapport zegt dat erbij."
)
CONSENT: Final = (
    "Deze mensen zijn in het rapport te herkennen, ook als er maar één is. "
    "Vraag hun eerst om toestemming."
)
INTENDED: Final = ("intern beraad", "besluit van het college", "openbaar")
SIDES: Final = {Source.SELF: "Van binnen (zelf)", Source.EXTERNAL: "Van buiten (extern)"}


class Kind(Enum):
    """How an entry is filled in."""

    TEXT = "tekst"  # typed; options are only examples
    PICK = "keuze"  # one of the options, or nothing
    TICK = "vinkje"  # on or off
    GROUP = "groep"  # on or off, with a page of its own
    READ = "lezen"  # nothing to do: it is there to be read


class Entry(NamedTuple):
    """One line of a page."""

    key: str
    label: str
    value: str = ""
    kind: Kind = Kind.TEXT
    why: str = ""
    options: tuple[str, ...] = ()
    problem: str = ""
    is_on: bool = False


class Step(NamedTuple):
    """One page: its title, what it asks in a sentence, its entries and what to think of."""

    title: str
    lead: str
    entries: Callable[[Draft], Iterator[Entry]]
    notices: Callable[[Draft], Iterator[str]]


def _text(draft: Draft, key: str, label: str, why: str, options: tuple[str, ...] = ()) -> Entry:
    typed = draft.text(key)
    problem = draft.problem(key)
    return Entry(key, label, typed, Kind.TEXT, why, options, problem)


def _pick(draft: Draft, key: str, label: str, why: str, options: tuple[str, ...]) -> Entry:
    return _text(draft, key, label, why, options)._replace(kind=Kind.PICK)


def _subject(draft: Draft) -> Iterator[Entry]:
    yield _text(
        draft, "naam", "Naam", "De naam van de samenwerking. Dit wordt de titel van het rapport."
    )
    yield _text(
        draft,
        "domein",
        "Onderwerp",
        "Waar werkt u samen aan? Kies of typ. Een dossier gaat over één onderwerp.",
        DOMAINS,
    )
    yield _text(draft, "aanleiding", "Aanleiding", "Waarom kijkt u nu naar deze samenwerking?")
    yield _pick(
        draft,
        "soort_aanleiding",
        "Soort aanleiding",
        "Welke van deze past het best?",
        tuple(OccasionKind),
    )
    yield _text(
        draft,
        "opgave",
        "Opgave",
        "Welk vraagstuk in de samenleving pakt u samen aan? Wat merkt een inwoner daarvan?",
    )
    yield _text(draft, "ronde", "Ronde", "De naam van deze ronde. Ingevuld is dit jaar.")


def _subject_notices(draft: Draft) -> Iterator[str]:
    if draft.text("soort_aanleiding") == OccasionKind.MERGER:
        yield MERGER


def _profile(draft: Draft) -> Iterator[Entry]:
    yield _text(draft, "vorm", "Vorm", "De vorm van de samenwerking. Kies of typ.", FORMS)
    yield _text(
        draft,
        "bestuur",
        "Bestuur",
        "Wie bestuurt de samenwerking? Bijvoorbeeld: een algemeen en een dagelijks bestuur.",
    )
    yield _text(
        draft, "inwoners", "Inwoners", "Het aantal inwoners. Het telt nooit mee in een cijfer."
    )
    yield _text(draft, "historie", "Historie", "Hoe is het zo gekomen? Noem jaren.")
    yield _text(
        draft, "fase_organisatie", "Fase", "Waar staat de organisatie nu? Net begonnen, gegroeid …"
    )


def _context(draft: Draft) -> Iterator[Entry]:
    yield _text(draft, "peildatum", "Peildatum", "Op welke dag klopte het aantal inwoners?")
    yield _text(
        draft, "stemverhouding", "Stemmen", "Hoe zijn de stemmen over de partners verdeeld?"
    )
    yield _text(
        draft,
        "aandeel_begroting",
        "Begroting",
        "Welk deel van uw begroting loopt via deze samenwerking?",
    )
    yield _text(
        draft,
        "positie",
        "Positie",
        "Is uw gemeente hier koploper of volger? Alleen als u dat wilt zeggen.",
        ("koploper", "volger"),
    )
    yield _text(
        draft,
        "rol",
        "Rollen",
        "Wat is elke partij? Schrijf: de gemeente = opdrachtgever; de dienst = opdrachtnemer.",
    )
    yield _text(
        draft,
        "evaluatie_van",
        "Evaluatie van",
        "Is dit een evaluatie die in een regeling staat? Noem de regeling en het artikel.",
    )


def _who(draft: Draft) -> Iterator[Entry]:
    for source, heading in SIDES.items():
        yield Entry("", heading, kind=Kind.READ)
        for item in draft.groups:
            if item.perspective.source is source:
                yield Entry(
                    item.id,
                    item.perspective.title,
                    " · ".join(_said_of(item)),
                    Kind.GROUP,
                    problem=draft.group_problem(item.id),
                    is_on=item.is_asked,
                )
    yield Entry("", "Voor alle groepen", kind=Kind.READ)
    yield _text(
        draft,
        "minimum_groep",
        "Kleinste groep",
        f"Zoveel antwoorden zijn nodig voor een cijfer. Gewoon is {MINIMUM_GROUP}, minstens 3.",
    )


def _said_of(group: Group) -> Iterator[str]:
    perspective = group.perspective
    yield "korte lijst" if perspective.is_short else "volledige lijst"
    if perspective.on_record:
        yield "op naam"
    if perspective.predicts:
        yield "voorspelt"
    if perspective.size is not None:
        yield perspective.size.value
    if perspective.lists:
        yield f"alleen {', '.join(perspective.lists)}"
    if group.invited:
        yield f"{group.invited} uitgenodigd"


def group_entries(draft: Draft, name: str) -> Iterator[Entry]:
    """Yield what can be said of one group."""
    group = draft.group(name)
    perspective = group.perspective
    yield Entry("mee", "Antwoordt mee", kind=Kind.TICK, is_on=group.is_asked)
    yield Entry("titel", "Naam", perspective.title, why="De naam die mensen lezen.")
    yield Entry(
        "uitgenodigd",
        "Uitgenodigd",
        group.invited,
        why="Hoeveel mensen nodigt u uit? Zo ziet u later wie er nog mist.",
        problem=draft.group_problem(name),
    )
    yield Entry(
        "kort",
        "Korte lijst",
        "alleen de kernstellingen en een paar open vragen",
        Kind.TICK,
        is_on=perspective.is_short,
    )
    yield Entry("op_naam", "Op naam", CONSENT, Kind.TICK, is_on=perspective.on_record)
    yield Entry(
        "voorspelt",
        "Voorspelt",
        "deze mensen zeggen ook wat zij van buiten verwachten",
        Kind.TICK,
        is_on=perspective.predicts,
    )
    yield Entry(
        "grootte",
        "Grootte",
        perspective.size.value if perspective.size else "",
        Kind.PICK,
        "Hoe groot zijn deze organisaties naast de andere in de samenwerking?",
        (Size.SMALLER, Size.LARGER, Size.EQUAL),
    )
    if len(draft.asked) > 1:
        for item in draft.lists:
            known = item.questionnaire
            yield Entry(
                f"lijst:{known.id}",
                "Krijgt de lijst",
                known.title,
                Kind.TICK,
                is_on=perspective.answers(known.id),
            )


def _lists(draft: Draft) -> Iterator[Entry]:
    yield Entry("", "Lijsten. De eerste met een vinkje is de hoofdlijst.", kind=Kind.READ)
    for item in draft.offered:
        known = item.questionnaire
        yield Entry(
            f"lijst:{known.id}", known.id, known.title, Kind.TICK, is_on=known.id in draft.asked
        )
    yield Entry("", "Eigen open vragen bij de hoofdlijst, hoogstens vier", kind=Kind.READ)
    for number, key in enumerate(OWN, 1):
        why = "Stel één vraag, zonder sturing. Iedereen krijgt haar, na de andere vragen."
        yield _text(draft, key, f"Eigen vraag {number}", why)
    yield Entry("", "Startvragen: wat wilt u zelf weten?", kind=Kind.READ)
    for number, key in enumerate(START, 1):
        why = "Aan het eind van de ronde vraagt het programma wat het antwoord is."
        yield _text(draft, key, f"Startvraag {number}", why)


def _time(draft: Draft) -> Iterator[Entry]:
    why = "Op welke dag praat u over het rapport? Reken op acht weken vanaf nu, minstens zes."
    yield _text(draft, "dag", "Dag van gesprek", why)
    yield Entry(
        "visitatie",
        "Visitatie",
        "er komt een commissie kijken",
        Kind.TICK,
        is_on=draft.with_panel,
    )
    why = "Voor wie is het dossier? Dat telt bij de Wet open overheid. Kies of typ."
    yield _text(draft, "bestemd_voor", "Bestemd voor", why, INTENDED)
    yield _text(draft, "zaaknummer", "Zaaknummer", "Het nummer van de zaak bij uw gemeente.")
    why = "Het resultaat uit de selectielijst van gemeenten. Uw archivaris weet welk."
    yield _text(draft, "selectielijst_resultaat", "Selectielijst", why)
    yield _text(draft, "bewaartermijn", "Bewaartermijn", "Hoe lang bewaart u het dossier?")
    yield _text(draft, "vernietigen_op", "Vernietigen op", "Op welke dag vernietigt u het?")
    if draft.steps.steps:
        yield Entry("", "De planning, teruggeteld vanaf de dag", kind=Kind.READ)
    for step in draft.steps.steps:
        yield Entry(f"stap:{step.id}", full_day(step.due_on), step.title, Kind.READ)


def _time_notices(draft: Draft) -> Iterator[str]:
    if draft.day is not None and (sentence := notice(draft.day, draft.today)):
        yield sentence


def _nothing(_: Draft) -> Iterator[str]:
    yield from ()


def _mirror_notices(draft: Draft) -> Iterator[str]:
    yield from draft.mirror_notices()


def _who_notices(draft: Draft) -> Iterator[str]:
    yield from draft.notices()


STEPS: Final = (
    Step(
        "Waar gaat het over?",
        "Alles wat u hier zegt, kunt u later aanpassen.",
        _subject,
        _subject_notices,
    ),
    Step("Profiel", "Vijf velden waarmee het rapport begint.", _profile, _nothing),
    Step("Meer over de samenwerking", "Dit mag u allemaal overslaan.", _context, _nothing),
    Step("Wie antwoordt?", "Spatie: wel of niet. Enter: meer over deze groep.", _who, _who_notices),
    Step(
        "Welke vragen?",
        "Spatie of Enter: wel of niet. Bij een vraag: typ.",
        _lists,
        _mirror_notices,
    ),
    Step(
        "Planning en bewaren", "Met een dag telt het programma voor u terug.", _time, _time_notices
    ),
)


def step_of(key: str) -> int:
    """Return on which page something is asked that a problem is about."""
    for number, keys in enumerate(_KEYS):
        if key in keys:
            return number
    return _WHO


_WHO: Final = 3
_KEYS: Final = (
    ("naam", "domein", "aanleiding", "soort_aanleiding", "opgave", "ronde"),
    ("vorm", "bestuur", "inwoners", "historie", "fase_organisatie"),
    ("peildatum", "stemverhouding", "aandeel_begroting", "positie", "rol", "evaluatie_van"),
    ("minimum_groep", "wie"),
    (*OWN, *START),
    (
        "dag",
        "bestemd_voor",
        "zaaknummer",
        "selectielijst_resultaat",
        "bewaartermijn",
        "vernietigen_op",
    ),
)


def filled(draft: Draft, key: str, text: str) -> Draft:
    """Return the draft after a text was typed or picked, or a tick was turned."""
    if key.startswith("lijst:"):
        return draft.toggle_list(key.removeprefix("lijst:"))
    if key == "visitatie":
        return draft.visit(with_panel=not draft.with_panel)
    if any(item.id == key for item in draft.groups):
        return draft.ask(key, is_asked=not draft.group(key).is_asked)
    return draft.say(key, text)


def filled_of_group(draft: Draft, name: str, key: str, text: str) -> Draft:
    """Return the draft after something was said of one group."""
    perspective = draft.group(name).perspective
    match key:
        case "mee":
            return draft.ask(name, is_asked=not draft.group(name).is_asked)
        case "uitgenodigd":
            return draft.invite(name, text)
        case "titel":
            return draft.describe(name, title=text.strip())
        case "kort":
            return draft.describe(name, form="volledig" if perspective.is_short else "kort")
        case "op_naam":
            return draft.describe(name, on_record=not perspective.on_record)
        case "voorspelt":
            return draft.describe(name, predicts=not perspective.predicts)
        case "grootte":
            return draft.describe(name, size=Size(text) if text else None)
        case _:
            return _with_list(draft, name, key.removeprefix("lijst:"))


def _with_list(draft: Draft, name: str, wanted: str) -> Draft:
    """Return the draft in which a group gets a list, or not; no list at all would be every one."""
    perspective = draft.group(name).perspective
    now = {item for item in draft.asked if perspective.answers(item)} ^ {wanted}
    lists = tuple(item for item in draft.asked if item in now)
    every = not lists or len(lists) == len(draft.asked)
    return draft.describe(name, lists=() if every else lists)
