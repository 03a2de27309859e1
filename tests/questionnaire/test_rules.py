"""Each rule about a list as a whole: what it says, and on which line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questionnaire.lists import (
    CLUSTER,
    EVERY_KIND,
    FACTOR,
    HEAD,
    SCALE,
    SMALL,
    STATEMENT,
    Told,
    load,
    marked,
    told,
)
from zelfanalyse.errors import Severity

if TYPE_CHECKING:
    from pathlib import Path

ANOTHER_ID = "Kies een ander id."


@pytest.mark.parametrize("text", [SMALL, EVERY_KIND], ids=["small", "every kind"])
def test_a_list_in_order_has_no_findings(tmp_path: Path, text: str) -> None:
    """The rules have nothing to say about a good list; the other tests start from it."""
    questionnaire, findings = load(tmp_path, text)
    assert [] == findings
    assert questionnaire is not None


TWICE = {
    "document": """
[[document]]
id = "d1"
titel = "Een"
[[document]]
id = "d1"  # <-
titel = "Twee"
""",
    "cluster": """
[[cluster]]
id = "mensen"  # <-
titel = "Ook mensen"
""",
    "factor": """
[[factor]]
id = "vertrouwen"  # <-
cluster = "mensen"
titel = "Nog eens"
uitleg = "Nog eens."
[[factor.stelling]]
id = "nog-1"
tekst = "De partners zien elkaar."
""",
    "statement in one factor": """
[[factor.stelling]]
id = "vertrouwen-1"  # <-
tekst = "De partners zien elkaar."
""",
    "statement and balance": """
[[balans]]
id = "vertrouwen-1"  # <-
titel = "Tempo"
links = "Geduld"
rechts = "Lef"
""",
    "statement and choice": """
[[keuze]]
id = "vertrouwen-1"  # <-
tekst = "Waarom?"
opties = [{ id = "a", tekst = "A" }, { id = "b", tekst = "B" }]
""",
    "statement and mark": """
[[cijfer]]
id = "vertrouwen-1"  # <-
titel = "Resultaat"
tekst = "Welk cijfer?"
""",
    "statement and mirror statement": """
[[spiegelstelling]]
id = "vertrouwen-1"  # <-
blok = "invloed"
kleiner = "De partners luisteren."
groter = "De partners luisteren."
buitenstaander = "De partners luisteren."
""",
    "statement and open question": """
[[open_vraag]]
id = "vertrouwen-1"  # <-
tekst = "Wat gaat goed?"
""",
    "two options of one choice": """
[[keuze]]
id = "motief"
tekst = "Waarom?"
opties = [
    { id = "geld", tekst = "Geld" },
    { id = "geld", tekst = "Kosten" },  # <-
]
""",
}


@pytest.mark.parametrize("added", TWICE.values(), ids=TWICE.keys())
def test_an_id_is_used_once(tmp_path: Path, added: str) -> None:
    """Within documents, clusters, factors, options of a choice and all questions an id is unique.

    The second one is pointed at.
    """
    text = SMALL + added
    name = text.split("\n")[marked(text) - 1].split('"')[1]
    message = f"het id '{name}' staat er twee keer."
    assert [Told(marked(text), message, ANOTHER_ID)] == told(tmp_path, text)


def test_things_of_different_kinds_may_share_an_id(tmp_path: Path) -> None:
    """A cluster, a factor, a document and a question with one name are told apart by place."""
    text = (SMALL + '[[document]]\nid = "mensen"\ntitel = "Mensen"\n').replace(
        '"vertrouwen-1"', '"mensen"'
    )
    text = text.replace('id = "vertrouwen"', 'id = "mensen"')
    assert [] == told(tmp_path, text)


def test_two_choices_may_have_the_same_options(tmp_path: Path) -> None:
    """An option's id is unique within its own choice only."""
    options = 'opties = [{ id = "a", tekst = "A" }, { id = "b", tekst = "B" }]\n'
    choices = "".join(
        f'[[keuze]]\nid = "{name}"\ntekst = "Wat?"\n{options}' for name in ("nu", "gewenst")
    )
    assert [] == told(tmp_path, SMALL + choices)


def test_a_question_cannot_take_the_name_of_the_size_question(tmp_path: Path) -> None:
    """``omvang`` is asked by the program before mirror statements."""
    text = SMALL + '[[open_vraag]]\nid = "omvang"  # <-\ntekst = "Hoe groot?"\n'
    expected = Told(marked(text), "het id 'omvang' is van het programma.", ANOTHER_ID)
    assert [expected] == told(tmp_path, text)


def test_a_cluster_may_take_the_name_of_the_size_question(tmp_path: Path) -> None:
    """Only questions share their names with the size question."""
    assert [] == told(tmp_path, SMALL.replace('"mensen"', '"omvang"'))


@pytest.mark.parametrize("rest", ["", "stelling = []\n"])
def test_a_factor_has_statements(tmp_path: Path, rest: str) -> None:
    """A factor without statements is named, on the line of its heading."""
    empty = '[[factor]] # <-\nid = "leeg"\ncluster = "mensen"\ntitel = "L"\nuitleg = "L."\n' + rest
    hint = "Voeg [[factor.stelling]] toe of haal de factor weg."
    text = SMALL + empty
    expected = Told(marked(text), "de factor 'leeg' heeft geen stellingen.", hint)
    assert [expected] == told(tmp_path, text)


def test_a_cluster_has_factors(tmp_path: Path) -> None:
    """A cluster that no factor names is pointed at by its id."""
    text = SMALL + '[[cluster]]\nid = "leren"  # <-\ntitel = "Leren"\n'
    hint = "Noem het bij een factor of haal het weg."
    expected = Told(marked(text), "geen factor hoort bij het cluster 'leren'.", hint)
    assert [expected] == told(tmp_path, text)


def test_a_factor_names_a_cluster_that_is_there(tmp_path: Path) -> None:
    """A typing error is answered with the nearest cluster."""
    factor = FACTOR.replace('"mensen"', '"menssen"  # <-')
    text = HEAD + SCALE + CLUSTER + FACTOR + STATEMENT
    text += factor.replace('"vertrouwen"', '"twee"') + STATEMENT.replace("vertrouwen-1", "twee-1")
    message = "er is geen cluster met het id 'menssen'."
    assert [Told(marked(text), message, "Bedoelde u 'mensen'?")] == told(tmp_path, text)


def test_a_cluster_that_is_like_no_other_can_be_added(tmp_path: Path) -> None:
    """Without a near name the hint is what to add."""
    text = SMALL.replace('cluster = "mensen"', 'cluster = "zzz"  # <-')
    unused = "geen factor hoort bij het cluster 'mensen'."
    add = "Voeg een [[cluster]] met dit id toe."
    assert [
        Told(9, unused, "Noem het bij een factor of haal het weg."),
        Told(marked(text), "er is geen cluster met het id 'zzz'.", add),
    ] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("d11", "Bedoelde u 'd1'?"), ("zzz", "Voeg een [[document]] met dit id toe.")],
)
@pytest.mark.parametrize(
    "place",
    ['tekst = "De partners komen afspraken na."', 'tekst = "In Venlo lukte het."', 'id = "tempo"'],
    ids=["statement", "example", "balance"],
)
def test_provenance_names_a_document_that_is_there(
    tmp_path: Path, place: str, name: str, hint: str
) -> None:
    """So it is for statements, for the example of a factor and for every other question."""
    without = "\n".join(line for line in EVERY_KIND.split("\n") if not line.startswith("bron ="))
    source = f'bron = {{ document = "{name}", passage = "p. 1" }}  # <-'
    text = without.replace(place, f"{place}\n{source}")
    message = f"er is geen document met het id '{name}'."
    assert [Told(marked(text), message, hint)] == told(tmp_path, text)


MIRROR = """\
[[spiegelstelling]]
id = "gehoord"
blok = "invloed"
kleiner = "De partners luisteren."
groter = "De partners luisteren."
buitenstaander = "De partners luisteren."
"""


@pytest.mark.parametrize("rest", [CLUSTER + FACTOR + STATEMENT, MIRROR])
def test_statements_need_a_scale(tmp_path: Path, rest: str) -> None:
    """Statements and mirror statements are answered on it; no line can be pointed at."""
    expected = Told(None, "de lijst heeft stellingen maar geen [schaal].", "Voeg [schaal] toe.")
    assert [expected] == told(tmp_path, HEAD + rest)


def test_a_list_without_statements_needs_no_scale(tmp_path: Path) -> None:
    """A list of open questions is a list."""
    assert [] == told(tmp_path, HEAD + '[[open_vraag]]\nid = "goed"\ntekst = "Wat gaat goed?"\n')


def test_the_ends_of_the_scale_differ(tmp_path: Path) -> None:
    """Also when only capitals and spaces tell them apart."""
    scale = '[schaal]\nlabels = [\n "klopt",\n "klopt half",\n " Klopt ",  # <-\n]\n'
    text = SMALL.replace(SCALE, scale)
    message = "de twee uiteinden van de schaal hebben hetzelfde label."
    expected = Told(marked(text), message, "Geef elk punt een eigen label.")
    assert [expected] == told(tmp_path, text)


def test_the_points_of_the_scale_differ(tmp_path: Path) -> None:
    """Two equal labels between the ends are named."""
    scale = '[schaal]\nlabels = [\n "nee",\n "half",\n "half",  # <-\n "ja",\n]\n'
    text = SMALL.replace(SCALE, scale)
    message = "twee punten van de schaal heten 'half'."
    expected = Told(marked(text), message, "Geef elk punt een eigen label.")
    assert [expected] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("at_most", "expected"), [(3, "'hoogstens' is 3, maar er zijn 2 opties."), (2, None)]
)
def test_nobody_can_choose_more_than_there_is(
    tmp_path: Path, at_most: int, expected: str | None
) -> None:
    """``hoogstens`` is at most the number of options, and may be that number."""
    text = f"""{SMALL}
[[keuze]]
id = "motief"
tekst = "Waarom?"
hoogstens = {at_most}  # <-
opties = [{{ id = "a", tekst = "A" }}, {{ id = "b", tekst = "B" }}]
"""
    wrong = [] if expected is None else [Told(marked(text), expected, "Verlaag het getal.")]
    assert wrong == told(tmp_path, text)


@pytest.mark.parametrize("rest", ["", SCALE])
def test_a_list_asks_something(tmp_path: Path, rest: str) -> None:
    """A list without any question cannot be filled in."""
    expected = Told(None, "de lijst stelt geen enkele vraag.", "Voeg een [[factor]] toe.")
    assert [expected] == told(tmp_path, HEAD + rest)


@pytest.mark.parametrize(
    ("escape", "code"),
    [("\\u001b", "U+001B"), ("\\u202e", "U+202E"), ("\\r", "U+000D"), ("\\u009b", "U+009B")],
)
def test_text_steers_no_terminal(tmp_path: Path, escape: str, code: str) -> None:
    """Control and direction characters are refused, also when they are written as an escape."""
    text = SMALL + f'[[open_vraag]]\nid = "goed"\ntekst = "Wat{escape} gaat goed?"  # <-\n'
    message = f"in deze tekst staat een onzichtbaar stuurteken ({code})."
    assert [Told(marked(text), message, "Typ de tekst opnieuw.")] == told(tmp_path, text)


def test_text_in_a_list_steers_no_terminal(tmp_path: Path) -> None:
    """Labels and options have their own line."""
    text = SMALL.replace(SCALE, '[schaal]\nlabels = [\n "nee",\n "ja\\u0007",  # <-\n]\n')
    message = "in deze tekst staat een onzichtbaar stuurteken (U+0007)."
    assert [Told(marked(text), message, "Typ de tekst opnieuw.")] == told(tmp_path, text)


def test_lines_and_tabs_in_a_text_are_fine(tmp_path: Path) -> None:
    """Line feeds and tabs are layout, and letters of any script are letters."""
    text = SMALL.replace('"Een paar vragen."', '"""Één.\n\tTwee: שלום 👍."""')
    assert [] == told(tmp_path, text)


def test_ten_mistakes_are_told_at_once_from_top_to_bottom(tmp_path: Path) -> None:
    """A facilitator mends a list in one round: all findings, in the order of the file."""
    text = """\
formaat = 2
id = "Tien fouten"
versie = "1.0"
titel = "Tien \\u001b fouten"
kleur = "rood"

[schaal]
labels = ["ja", "half", "ja"]

[[cluster]]
id = "mensen"
titel = "Mensen"

[[cluster]]
id = "leren"
titel = "Leren"

[[factor]]
id = "vertrouwen"
cluster = "mensen"
titel = "Vertrouwen"
uitleg = "Waarover?"
[[factor.stelling]]
id = "omvang"
tekst = 5
gewicht = 11

[[factor]]
id = "leeg"
cluster = "menssen"
titel = "Leeg"
uitleg = "Leeg."

[[keuze]]
id = "motief"
tekst = "Waarom?"
hoogstens = 3
opties = [
    { id = "a", tekst = "A" },
    { id = "a", tekst = "B" },
]
"""
    assert [
        (None, "'inleiding' ontbreekt bij 'Tien fouten'."),
        (1, "'formaat' klopt niet: hier mag alleen 1."),
        (
            2,
            "'id' klopt niet: gebruik kleine letters, cijfers, - en _, en begin met een letter.",
        ),
        (3, "'versie' klopt niet: hier horen drie getallen met punten, zoals 1.0.0."),
        (4, "in deze tekst staat een onzichtbaar stuurteken (U+001B)."),
        (5, "onbekende sleutel 'kleur'."),
        (8, "de twee uiteinden van de schaal hebben hetzelfde label."),
        (15, "geen factor hoort bij het cluster 'leren'."),
        (24, "het id 'omvang' is van het programma."),
        (25, "'tekst' klopt niet: hier hoort tekst tussen aanhalingstekens."),
        (26, "'gewicht' klopt niet: dit mag hoogstens 10 zijn."),
        (28, "de factor 'leeg' heeft geen stellingen."),
        (30, "er is geen cluster met het id 'menssen'."),
        (37, "'hoogstens' is 3, maar er zijn 2 opties."),
        (40, "het id 'a' staat er twee keer."),
    ] == [(finding.line, finding.message) for finding in told(tmp_path, text)]


OPEN_QUESTION = """
[[open_vraag]]
id = "rol"
tekst = "Wat is uw rol?"
voor_wie = [{}]  # <-
"""


@pytest.mark.parametrize("name", ["zelf", "extern", "directie", "adviseur"])
def test_a_question_may_be_for_a_source_or_a_standard_group(tmp_path: Path, name: str) -> None:
    """Both sources and the groups a new dossier begins with are known."""
    assert [] == told(tmp_path, SMALL + OPEN_QUESTION.format(f'"{name}"'))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("direcite", "Bedoelde u 'directie'?"),
        ("jongeren", "Dit kan alleen als uw dossier een perspectief 'jongeren' heeft."),
    ],
)
def test_a_question_for_an_unknown_group_is_a_doubt(tmp_path: Path, name: str, hint: str) -> None:
    """A typing error would ask nobody; a dossier may have an own group, so it is a warning."""
    text = SMALL + OPEN_QUESTION.format(f'"{name}"')
    message = f"'{name}' in voor_wie is geen bron en geen standaardgroep."
    assert [Told(marked(text), message, hint)] == told(tmp_path, text)
    questionnaire, (finding,) = load(tmp_path, text)
    assert questionnaire is not None
    assert Severity.WARNING is finding.severity
