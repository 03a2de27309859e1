"""A dossier that is being thought out: what is typed, what is wrong, what it becomes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from zelfanalyse.dossier import folder
from zelfanalyse.dossier.profile import OccasionKind
from zelfanalyse.errors import WrongUseError
from zelfanalyse.facilitator.draft import OWN, START, Draft
from zelfanalyse.facilitator.pages import (
    MERGER,
    STEPS,
    Kind,
    filled,
    filled_of_group,
    group_entries,
    step_of,
)
from zelfanalyse.facilitator.reading import read_date, read_number, read_pairs
from zelfanalyse.questionnaire.questions import Size

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2027, 3, 18)


@pytest.mark.parametrize(
    "text", ["18-3-2027", "2027-03-18", "18/03/2027", "18.3.2027", " 18 maart 2027 ", "18 mrt 2027"]
)
def test_a_day_may_be_typed_in_many_ways(text: str) -> None:
    """Digits or the name of the month, and the year first or last."""
    assert DAY == read_date(text)


@pytest.mark.parametrize("text", ["", "maart", "31-2-2027", "18-13-2027", "18 mnd 2027", "x-y-z"])
def test_what_is_no_day_is_none(text: str) -> None:
    """A day that does not exist is not another day."""
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("50000", 50_000), ("50.000", 50_000), ("50 000", 50_000), ("0", 0), (" 7 ", 7)],
)
def test_a_number_may_have_points(text: str, expected: int) -> None:
    """Thousands apart or not."""
    assert expected == read_number(text)


@pytest.mark.parametrize("text", ["", "-5", "50.00", "5,5", "vijf", "1.0000"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    """A point that is not between thousands could be a mistake."""
    assert read_number(text) is None


def test_roles_are_read_as_pairs() -> None:
    """Who and what on both sides of =, and ; between them; a missing role is seen."""
    assert [("A", "eigenaar"), ("B", "")] == read_pairs("A = eigenaar; B;")


def said(draft: Draft, **texts: str) -> Draft:
    """Return a draft in which the required fields and these were said."""
    for key, text in {"naam": "Regio", "aanleiding": "Nodig", **texts}.items():
        draft = draft.say(key, text)
    return draft


def test_a_new_draft_says_what_it_misses(draft: Draft) -> None:
    """A name and an occasion; round, smallest group and list are preset, and shown."""
    assert ["naam", "aanleiding"] == [key for key, _ in draft.problems]
    assert ("2026", "5", ("samenwerking",)) == (
        draft.text("ronde"),
        draft.text("minimum_groep"),
        draft.asked,
    )
    assert (("wie", "Kies minstens één groep die antwoordt."),) == said(draft).nobody().problems


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("ronde", "", "Een ronde heeft een naam"),
        ("naam", "x" * 201, "hoogstens 200 tekens"),
        ("opgave", "x" * 2001, "hoogstens 2000 tekens"),
        (OWN[0], "x" * 301, "hoogstens 300 tekens"),
        (START[0], "x" * 201, "hoogstens 200 tekens"),
        ("dag", "morgen", "geen datum"),
        ("vernietigen_op", "31-2-2030", "geen datum"),
        ("inwoners", "veel", "heel getal"),
        ("minimum_groep", "2", "minstens 3"),
        ("minimum_groep", "51", "hoogstens 50"),
        ("soort_aanleiding", "zomaar", "Kies uit: eisen van inwoners"),
        ("rol", "de gemeente", "Schrijf het zo"),
        ("bestuur", "\x1b[31m", "niet te zien"),
    ],
)
def test_what_is_wrong_is_told(draft: Draft, key: str, text: str, expected: str) -> None:
    """Each problem is a Dutch sentence, and no dossier is made with it."""
    wrong = said(draft, **{key: text})
    assert expected in wrong.problem(key)
    with pytest.raises(WrongUseError, match=key):
        wrong.made()


def test_everything_that_is_said_is_in_the_dossier(draft: Draft, tmp_path: Path) -> None:
    """Texts, groups, lists, own questions and planning are read back from the folder."""
    full = said(
        draft,
        domein="wonen en ruimte",
        soort_aanleiding="periodiek",
        opgave="Genoeg woningen.",
        vorm="convenant",
        inwoners="50.000",
        peildatum="1-1-2026",
        rol="A = eigenaar; B = deelnemer",
        bestemd_voor="openbaar",
        vernietigen_op="1 januari 2034",
        dag="18-3-2027",
        **{OWN[1]: "Wat mist u?", START[0]: "Wat merkt een inwoner?"},
    ).nobody()
    full = full.toggle_list("calimero").visit(with_panel=True)
    for name in ("raad", "partnergemeente"):
        full = full.ask(name, is_asked=True)
    full = full.invite("raad", "12").describe("partnergemeente", size=Size.SMALLER, form="kort")
    folder.create(tmp_path / "d", full.made())
    made = folder.load(tmp_path / "d")
    settings = made.settings
    assert (OccasionKind.PERIODIC, "wonen en ruimte", "Genoeg woningen.") == (
        settings.occasion_kind,
        settings.domain,
        settings.challenge,
    )
    assert ("convenant", 50_000) == (settings.profile.form, settings.profile.population)
    assert date(2026, 1, 1) == settings.context.population_on
    assert ["A", "B"] == [role.party for role in settings.context.roles]
    assert ("openbaar", date(2034, 1, 1)) == (
        settings.archive.intended_for,
        settings.archive.destroy_on,
    )
    assert ("Wat merkt een inwoner?",) == settings.start_questions
    assert "Wat mist u?" in [item.text for item in made.questionnaire.open_questions]
    assert ["calimero"] == [part.questionnaire.id for part in made.parts]
    raad, buren = settings.perspectives
    assert ("raad", 12) == (raad.id, raad.invited)
    assert (Size.SMALLER, "kort") == (buren.size, buren.form)
    assert DAY == made.book.steps.day
    assert "visitatie" in [step.id for step in made.book.steps.steps]


def test_nothing_of_an_earlier_draft_changes(draft: Draft) -> None:
    """Each step gives another draft: going back keeps what was there."""
    later = said(draft).ask("raad", is_asked=False).toggle_list("calimero")
    assert ("", True, ("samenwerking",)) == (
        draft.text("naam"),
        draft.group("raad").is_asked,
        draft.asked,
    )
    assert (False, ("samenwerking", "calimero")) == (later.group("raad").is_asked, later.asked)


def test_there_is_always_a_list(draft: Draft) -> None:
    """The last one cannot be taken out; the first that is left is the dossier's own."""
    assert ("samenwerking",) == draft.toggle_list("samenwerking").asked
    both = draft.toggle_list("calimero")
    assert ("calimero",) == both.toggle_list("samenwerking").asked


def test_a_group_may_get_some_of_the_lists(draft: Draft) -> None:
    """Without a list, or with all of them, it gets every list; a list taken out is forgotten."""
    both = draft.toggle_list("calimero")
    one = filled_of_group(both, "raad", "lijst:samenwerking", "")
    assert ("calimero",) == one.group("raad").perspective.lists
    assert (
        () == filled_of_group(one, "raad", "lijst:samenwerking", "").group("raad").perspective.lists
    )
    assert () == filled_of_group(one, "raad", "lijst:calimero", "").group("raad").perspective.lists
    assert () == one.toggle_list("calimero").group("raad").perspective.lists


def notices(draft: Draft) -> str:
    """Return what to think of, on every page."""
    return "\n".join(sentence for step in STEPS for sentence in step.notices(draft))


def test_both_sides_are_asked_for(draft: Draft) -> None:
    """Without a group of inside, or of outside, a sentence says what is missing then."""
    assert "Er is geen groep" not in notices(draft)
    inside = draft.nobody().ask("raad", is_asked=True)
    assert "geen groep van buiten" in notices(inside)
    assert "geen groep van binnen" in notices(draft.nobody().ask("overheid", is_asked=True))


def test_a_group_that_is_too_small_is_told(draft: Draft) -> None:
    """Fewer invited than a figure needs, unless they answer on the record."""
    assert "Minder dan 5 uitgenodigd: Raad." in notices(draft.invite("raad", "4"))
    assert "Minder dan" not in notices(draft.invite("raad", "5").invite("directie", "1"))
    assert "Minder dan" not in notices(draft.say("minimum_groep", "3").invite("raad", "4"))


def test_who_is_on_the_record_is_told(draft: Draft) -> None:
    """Those who can be recognised are named, with what to ask them first."""
    assert "herkenbaar: Directie, Externe adviseur. Vraag hun eerst" in notices(draft)
    off = draft.describe("directie", on_record=False).describe("adviseur", on_record=False)
    assert "herkenbaar" not in notices(off)


def test_a_side_of_two_partners_is_one_organisation(draft: Draft) -> None:
    """Said as soon as the list about large and small is asked."""
    assert "een kant één organisatie" not in notices(draft)
    assert "een kant één organisatie" in notices(draft.toggle_list("calimero"))


def test_a_merger_changes_how_people_answer(draft: Draft) -> None:
    """Only that occasion has the notice."""
    assert MERGER in notices(draft.say("soort_aanleiding", "herindeling"))
    assert MERGER not in notices(draft.say("soort_aanleiding", "periodiek"))


def test_little_time_is_told_on_the_page_of_the_day(draft: Draft) -> None:
    """The sentence of the planning; and its steps stand there, counted back."""
    soon = draft.say("dag", "30-11-2026")
    assert "Tot de dag is het nog 1 week." in notices(soon)
    assert ["22 november 2026", "30 november 2026"] == [
        item.label
        for item in STEPS[5].entries(soon)
        if item.key in {"stap:aankondigen", "stap:gesprek"}
    ]


def test_every_field_is_on_the_page_that_its_problem_leads_to(draft: Draft) -> None:
    """``step_of`` finds each field where it is asked."""
    for number, step in enumerate(STEPS):
        for entry in step.entries(draft):
            if entry.kind in {Kind.TEXT, Kind.PICK, Kind.GROUP}:
                assert number == step_of(entry.key), entry.key


def test_every_line_can_be_filled_in(draft: Draft) -> None:
    """A text is kept, a tick is turned; what is picked is one of the options."""
    for step in STEPS:
        for entry in step.entries(draft):
            text = entry.options[0] if entry.options else "7"
            if entry.kind is not Kind.READ:
                changed = filled(draft, entry.key, text)
                assert entry.key == "lijst:samenwerking" or draft != changed, entry.key


def test_every_line_of_a_group_can_be_filled_in(draft: Draft) -> None:
    """Each of them says something else of the group."""
    both = draft.toggle_list("calimero")
    for entry in group_entries(both, "raad"):
        text = entry.options[0] if entry.options else "7"
        assert both != filled_of_group(both, "raad", entry.key, text), entry.key
    wrong = filled_of_group(draft, "raad", "uitgenodigd", "veel")
    assert "Hier hoort een heel getal." == wrong.group_problem("raad")
    for typed in ("-5", "9" * 5000):
        assert "Hier hoort een heel getal." == draft.invite("raad", typed).group_problem("raad")
    for typed in ("1.000.001", "9" * 30):
        assert "Dit is hoogstens 1.000.000." == draft.invite("raad", typed).group_problem("raad")
    for typed in ("0", "1.000.000"):
        assert "" == draft.invite("raad", typed).group_problem("raad")
    assert "Een groep heeft een naam." == filled_of_group(
        draft, "raad", "titel", " "
    ).group_problem("raad")
