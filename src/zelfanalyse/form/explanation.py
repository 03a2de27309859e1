"""Help with the current question, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.response.answers import accepts_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zelfanalyse.response.session import Session

_MISSING = """\
Weet ik niet (w): u kunt het niet beoordelen. Dat is ook een antwoord.
Niet van toepassing (n): de vraag past niet bij uw situatie."""
_OWN = "De vraag is door de makers van deze lijst bedacht. Er is geen stuk waar hij uit komt."


def explanation(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the headings and texts of the help on the current question."""
    question, factor = session.current, session.factor
    if question.help_text:
        yield "Uitleg bij deze vraag", question.help_text
    if factor is not None:
        yield f"Over {factor.title}", factor.explanation
    if accepts_missing(question):
        yield "Geen antwoord?", _MISSING


def origin(session: Session) -> Iterator[tuple[str, str]]:
    """Yield where the current question comes from, and the documents behind the whole list."""
    questionnaire, factor = session.questionnaire, session.factor
    titles = {item.id: item.title for item in questionnaire.documents}

    def named(document: str) -> str:
        return titles.get(document, document)

    source = session.current.provenance
    told = _OWN if source is None else f"{named(source.document)}: {source.passage}"
    yield "Deze vraag", told
    if factor is not None and factor.example is not None:
        example, place = factor.example, factor.example.provenance
        where = f"\n{named(place.document)}: {place.passage}" if place else ""
        yield f"Een voorbeeld bij {factor.title}", f"{example.text}{where}"
    if titles:
        yield "De stukken achter deze lijst", "\n".join(f"- {title}" for title in titles.values())
    yield (
        "Deze lijst",
        f"{questionnaire.title}, versie {questionnaire.version} ({questionnaire.status}).",
    )
