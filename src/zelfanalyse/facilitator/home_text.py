"""What the home screen says, line by line; where a line stands is for who draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.progress.stages import State
from zelfanalyse.progress.words import answered, came_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zelfanalyse.facilitator.home_state import HomeState
    from zelfanalyse.progress.overview import Next, Overview

_SIGNS: Final = {State.OPEN: "○", State.BUSY: "◐", State.DONE: "●", State.SKIPPED: "–"}
_TITLE, _STATE, _GROUP = 25, 13, 26  # columns


class Line(NamedTuple):
    """A text under what leads it; a heading has nothing before it."""

    text: str
    lead: str = ""
    is_heading: bool = False


HELP: Final = (
    ("Wat u ziet", "Bovenaan staat wat nu te doen is. Daaronder de stappen van de methode."),
    ("De tekens", "○ open   ◐ bezig   ● klaar   – overgeslagen"),
    (
        "Cijfers",
        (
            "Hier staan geen cijfers. Welke punten een besluit nodig hebben, staat er pas na een "
            "rapport met de antwoorden van nu."
        ),
    ),
    (
        "Toetsen",
        (
            "Enter  doe wat nu te doen is\n"
            "s  samenvoegen wat in de map 'ingevuld' staat, of in een andere map\n"
            "r  het rapport lezen, of in een bestand zetten\n"
            "g  het gesprek\n"
            "a  de acties\n"
            "v  zelf een lijst invullen\n"
            "p  de planning: een stap afvinken, een kant sluiten, de ronde afsluiten\n"
            "l  het leertraject, de visitatie en de reacties\n"
            "F5  lees alle bestanden opnieuw; dat gebeurt ook vanzelf\n"
            "Ctrl+P  alles wat u hier kunt doen\n"
            "Ctrl+T  een ander thema\n"
            "Ctrl+Q  stoppen"
        ),
    ),
    (
        "Bestanden",
        (
            "Alles staat in gewone tekstbestanden in de map van het dossier. U mag ze met een "
            "teksteditor veranderen, ook terwijl dit scherm open is."
        ),
    ),
)


def title(state: HomeState) -> str:
    """Return the name of the dossier with its round; its folder where it cannot be read."""
    if state.overview is None:
        return str(state.folder)
    settings = state.overview.dossier.settings
    return f"{settings.name} · ronde {settings.round}"


def subtitle(state: HomeState) -> str:
    """Return whether the report is final, and how much is late."""
    found = state.overview
    if found is None:
        return "Dit dossier is niet te lezen."
    made_up = "Verzonnen voorbeeld. " if found.dossier.settings.made_up else ""
    late = f" Te laat: {len(found.late)}." if found.late else ""
    return f"{made_up}{found.standing}{late}"


def next_line(found: Next) -> str:
    """Return the one thing to do now, with its key where there is one."""
    return f"{found.sentence} Druk op {found.key}." if found.key else found.sentence


def about_the_round(state: HomeState) -> Iterator[Line]:
    """Yield what is wrong, the steps, what is late and what is missing."""
    if state.problems:
        yield Line("Niet te lezen", is_heading=True)
        yield from (Line(problem, "! ") for problem in state.problems)
    if (found := state.overview) is None:
        return
    if state.problems:
        yield Line("")
    yield Line("Stappen", is_heading=True)
    for stage in found.stages:
        lead = f"{_SIGNS[stage.state]} {stage.title:<{_TITLE}}{stage.state.value:<{_STATE}} "
        yield Line(stage.why, lead)
    yield from _section("Te laat", found.late)
    yield from _section("Dit ontbreekt voor een definitief rapport", found.missing)


def about_the_people(found: Overview) -> Iterator[Line]:
    """Yield who answered each list, and what came in."""
    several = len(found.parts) > 1
    for number, part in enumerate(found.parts):
        if number:
            yield Line("")
        yield Line(
            f"Wie antwoordde: {part.title}" if several else "Wie antwoordde", is_heading=True
        )
        for group in part.groups:
            yield Line(answered(group), f"{group.perspective.title:<{_GROUP}} ")
    yield from _section("Ingevuld, nog niet in het dossier", came_in(found.waiting))


def _section(heading: str, sentences: Iterable[str]) -> Iterator[Line]:
    told = list(sentences)
    if told:
        yield Line("")
        yield Line(heading, is_heading=True)
        yield from (Line(sentence, "- ") for sentence in told)
