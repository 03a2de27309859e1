"""What is on the form: the words and questions of the screen, in the order of the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES
from zelfanalyse.form.options import missing_options, options
from zelfanalyse.form.sections import sections
from zelfanalyse.form.welcome import PUBLIC, TRIAL, minutes
from zelfanalyse.form.wording import SIZES, asked_about
from zelfanalyse.paper.blocks import (
    Asked,
    Blank,
    Boxes,
    Column,
    Heading,
    Legend,
    Lines,
    Points,
    Room,
    Words,
)
from zelfanalyse.questionnaire.questions import (
    Balance,
    Choice,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Size,
    SizeQuestion,
)
from zelfanalyse.response.session import Invitation, Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zelfanalyse.form.sections import Section
    from zelfanalyse.paper.blocks import Block
    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.questionnaire.questions import Question

LINES, LINES_OPEN = 2, 3  # to write on: a comment, an open answer
_PARTS = (  # one set of wordings on paper each; who left the size open gets the last one
    ("A", (Size.SMALLER,)),
    ("B", (Size.LARGER,)),
    ("C", (Size.EQUAL, Size.OBSERVER)),
)
_SOURCES = {"zelf": "mensen van binnen", "extern": "mensen van buiten"}
_SHORT = {"w": "weet ik niet", "n": "n.v.t."}


def sheet(
    questionnaire: Questionnaire,
    invitations: Sequence[Invitation],
    size: Size | None = None,
) -> Iterator[Block]:
    """Yield the form for one group, or with all questions when there is more than one or none.

    With a ``size`` the mirror statements have only the wording for it.
    """
    titles = _titles(invitations)
    session = _blank(questionnaire, invitations)
    yield from _head(session)
    yield from _who(session.invitation, invitations)
    yield from _instructions(session, invitations)
    cluster = ""
    for section in sections(session):
        if section.cluster not in {"", cluster}:
            cluster = section.cluster
            yield Heading(2, cluster)
        yield from _section(session, section, titles, size)
    yield Heading(2, "Klaar?")
    yield Words("Kijk of u niets vergeten bent. Geef het formulier daarna aan de begeleider.")
    yield Blank("Voor de begeleider. Overgetypt op")


def has_own_numbers(questionnaire: Questionnaire, invitations: Sequence[Invitation]) -> bool:
    """Whether a question can have another number here than on the screen of someone's group."""
    if len(invitations) == 1 and invitations[0].perspective is not None:
        return False
    some = any(map(_is_for_some, questionnaire.every_question))
    return some or any(item.predicts or item.short for item in invitations)


def _is_for_some(question: Question) -> bool:
    return bool(getattr(question, "audience", ()))


def _titles(invitations: Sequence[Invitation]) -> dict[str, str]:
    """Return the names of groups by what can stand in a list, for questions that are for some."""
    standard = {item.id: item.title for item in STANDARD_PERSPECTIVES}
    invited = {item.perspective or "": item.perspective_title for item in invitations}
    return {**standard, **invited, **_SOURCES}


def _blank(questionnaire: Questionnaire, invitations: Sequence[Invitation]) -> Session:
    """Return the session that the form is drawn from: nothing answered, and never saved."""
    one = invitations[0] if len(invitations) == 1 else Invitation()
    session = Session.begin(questionnaire, one, "0000-0000", datetime.fromtimestamp(0, UTC))
    if one.perspective is None:
        session = replace(session, questions=questionnaire.every_question)
    return session


def _head(session: Session) -> Iterator[Block]:
    questionnaire = session.questionnaire
    yield Heading(1, questionnaire.title)
    trial = f" Dit is een proefversie. {TRIAL}" if questionnaire.status == "concept" else ""
    yield Words(f"Versie {questionnaire.version}.{trial}")
    yield Words(questionnaire.introduction)
    count, time = len(session.questions), minutes(session.questions)
    yield Words(f"Er zijn {count} vragen. Dat kost naar schatting {time} minuten.")


def _who(invitation: Invitation, invitations: Sequence[Invitation]) -> Iterator[Block]:
    yield Heading(2, "Over u")
    if name := next((item.dossier_name for item in invitations if item.dossier_name), ""):
        yield Words(name, "De samenwerking")
    if invitation.perspective_title:
        yield Words(invitation.perspective_title, "U antwoordt als")
    elif len(invitations) > 1:
        yield Words("Namens welke groep antwoordt u? Zet één kruisje.")
        yield Column(tuple(item.perspective_title for item in invitations))
    else:
        yield Blank("De groep waar u bij hoort")
    yield Blank("Datum")


def _instructions(session: Session, invitations: Sequence[Invitation]) -> Iterator[Block]:
    yield Heading(2, "Zo vult u dit formulier in")
    yield Points(tuple(_points(session, invitations)))
    yield Words(" ".join(_readers(invitations)), "Wie ziet uw antwoorden?")
    yield Words(PUBLIC, "Openbaarheid")


def _points(session: Session, invitations: Sequence[Invitation]) -> Iterator[str]:
    yield "Zet bij elke vraag een kruisje in het hokje van uw antwoord."
    yield "Wilt u een ander antwoord? Streep het eerste kruisje door en zet een nieuw kruisje."
    yield "Weet u iets niet? Kies 'weet ik niet'. Dat is ook een antwoord."
    yield "Past een vraag niet bij uw situatie? Kies 'n.v.t.': niet van toepassing."
    yield "U mag elke vraag openlaten."
    if session.invitation.perspective is None and any(map(_is_for_some, session.questions)):
        yield "Staat er 'Alleen voor' bij een vraag? Vul die alleen in als u bij die groep hoort."
    short = [item.perspective_title for item in invitations if item.short]
    if len(invitations) > 1 and short and session.questionnaire.has_short_form:
        yield f"Er is een kortere lijst voor: {', '.join(short)}. Vraag die aan de begeleider."
    yield "Noem geen namen van personen. Schrijf ook uw eigen naam niet op."
    yield "Geef het formulier aan de begeleider: de persoon van wie u het kreeg."


def _readers(invitations: Sequence[Invitation]) -> Iterator[str]:
    yield "De begeleider leest uw formulier en typt het over in een computer."
    words = "Uw toelichting en uw open antwoorden kunnen letterlijk in het rapport staan"
    known = [item for item in invitations if item.dossier is not None]
    yield f"{words}, zonder uw naam en zonder uw groep." if known else f"{words}."
    named = [item for item in known if item.on_record]
    if named and len(known) == 1:
        yield f"U antwoordt op naam van uw functie ({named[0].perspective_title})."
        yield "Uw functie is herkenbaar in het rapport, en daarmee wat u antwoordt."
        return
    if known:
        minimum = known[0].minimum_group
        yield f"Cijfers van minder dan {minimum} mensen staan niet in het rapport."
    if named:
        groups = ", ".join(item.perspective_title for item in named)
        yield f"Dat geldt niet voor wie op naam van een functie antwoordt: {groups}."
    yield "Uw eigen woorden en uw handschrift kunnen verraden wie u bent."


def _section(
    session: Session, section: Section, titles: Mapping[str, str], size: Size | None
) -> Iterator[Block]:
    yield Heading(3 if section.cluster else 2, section.title)
    if (factor := session.questionnaire.factor_of(section.questions[0])) is not None:
        yield Words(factor.explanation)
    mirrors = [item for item in section.questions if isinstance(item, MirrorStatement)]
    others = [item for item in section.questions if not isinstance(item, MirrorStatement)]
    yield from _scale(session, others)
    for question in others:
        yield from _question(session, question, titles, size)
    yield from _comments(session, others)
    for part, sizes in _PARTS if mirrors else ():
        if size is not None and size not in sizes:
            continue
        if size is not None:
            yield Heading(3, "De punten")
        else:
            chosen = ", of ".join(f"'{SIZES[item]}'" for item in sizes)
            yield Heading(3, f"Deel {part}. Voor wie koos: {chosen}")
        known = replace(session, response=session.response.with_answer(SizeQuestion(), sizes[0]))
        yield from _scale(known, mirrors)
        for mirror in mirrors:
            yield from _question(known, mirror, titles, size)
        yield from _comments(known, mirrors)


def _scale(session: Session, questions: Sequence[Question]) -> Iterator[Block]:
    """Yield once what is asked and what the numbers mean; the boxes then only have a number."""
    if questions and (sentence := asked_about(session, questions[0])):
        scale = session.questionnaire.points
        yield Words(sentence)
        yield Legend(tuple(f"{value} = {scale.label(value)}" for value in scale.values))
        if isinstance(questions[0], Prediction):
            yield Words("Weet u het niet? Laat de vraag dan open.")


def _question(
    session: Session, question: Question, titles: Mapping[str, str], size: Size | None
) -> Iterator[Block]:
    yield Asked(session.questions.index(question) + 1, session.text(question))
    if session.invitation.perspective is None and _is_for_some(question):
        groups = getattr(question, "audience", ())
        yield Words(", ".join(titles.get(name, name) for name in groups), "Alleen voor")
    if question.help_text:
        yield Words(question.help_text, "Uitleg")
    here = session.go_to(question)
    apart = tuple(_SHORT[item.key] for item in missing_options(question))
    labels = tuple(item.shown.strip() for item in options(here))
    match question:
        case Balance():
            yield from _balance(question, apart)
        case Choice():
            most = question.at_most
            yield Words("Zet één kruisje." if most == 1 else f"Zet hoogstens {most} kruisjes.")
            yield Column(tuple(f"{item.shown}  {item.label}" for item in options(here)))
            yield Boxes((), apart)
        case SizeQuestion():
            yield from _size(here, size)
        case OpenQuestion(kind="getal"):
            yield Blank("Een heel getal")
        case OpenQuestion():
            yield Lines(LINES_OPEN)
        case _:
            yield Boxes(labels, apart)


def _balance(balance: Balance, apart: tuple[str, ...]) -> Iterator[Block]:
    places = tuple(str(place) for place in range(1, balance.steps + 1))
    yield Words(balance.left, "Links")
    yield Words(balance.right, "Rechts")
    for sentence in (balance.ask_now, balance.ask_wanted):
        yield Words(f"{sentence} Zet één kruisje.")
        yield Boxes(places, ends=("links", "rechts"))
    yield Boxes((), apart)


def _size(session: Session, size: Size | None) -> Iterator[Block]:
    if size is not None:
        yield Words(f"{SIZES[size]}.", "Dit formulier is voor")
        yield Words("Past dat niet bij u? Vraag de begeleider dan om een ander formulier.")
        return
    part_of = {one: part for part, sizes in _PARTS for one in sizes}
    yield Words("Zet één kruisje. Vul daarna alleen het deel in dat erachter staat.")
    yield Column(
        tuple(
            f"{item.shown}  {item.label}: vul deel {part_of[Size(str(item.answer))]} in"
            for item in options(session)
        )
    )
    yield Words("Laat u deze vraag open? Vul dan deel C in.")


def _comments(session: Session, questions: Sequence[Question]) -> Iterator[Block]:
    """Yield one place for comments on all these questions, where they can have any."""
    kinds = OpenQuestion | Prediction | SizeQuestion
    numbers = [session.questions.index(q) + 1 for q in questions if not isinstance(q, kinds)]
    if not numbers:
        return
    first, last = numbers[0], numbers[-1]
    if first == last:
        yield Room(f"Toelichting bij vraag {first}:", LINES)
    else:
        which = f"Toelichting bij vraag {first} tot en met {last}"
        yield Room(f"{which} (schrijf het nummer erbij):", LINES)
