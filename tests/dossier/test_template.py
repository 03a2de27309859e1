"""The text of a new ``dossier.toml``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import EVERYONE, asked, pinned
from zelfanalyse import record, toml_file
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.model import Perspective, Settings, Source
from zelfanalyse.dossier.profile import Archive, Context, OccasionKind, Profile, Role
from zelfanalyse.dossier.template import (
    STANDARD_PERSPECTIVES,
    NewDossier,
    settings_text,
    slug,
)
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.questions import Size
from zelfanalyse.questionnaire.rules import SOURCES, STANDARD_GROUPS
from zelfanalyse.record import ID_PATTERN

LIST = asked()
AWKWARD = (
    'Regio "Zuid"',
    "Regio 'Zuid' & \\Noord\\",
    "regel één\nregel twee",
    "Café [x] [/bold] [[perspectief]]",
    "👩‍👩‍👧 🏡",
    '"""',
    "'''",
    "# geen commentaar",
    "a = 1",
    "\\u0041",
    "tab\there",
)
TEXTS = st.sampled_from(AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60
)
GROUPS = st.lists(
    st.builds(
        lambda name, title, source, known: Perspective(
            id=name, title=title, source=source, on_record=known
        ),
        st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
        TEXTS,
        st.sampled_from(Source),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)
PROFILES = st.builds(
    lambda form, board, population, history: Profile(
        form=form, board=board, population=population, history=history, phase=form
    ),
    TEXTS,
    st.just("") | TEXTS,
    st.none() | st.integers(0, 10**7),
    TEXTS,
)

CONTEXTS = st.builds(
    lambda on, votes, share, roles: Context(
        population_on=on, votes=votes, budget_share=share, roles=tuple(roles)
    ),
    st.none() | st.dates(),
    st.just("") | TEXTS,
    st.just("") | TEXTS,
    st.lists(st.builds(lambda who, what: Role(party=who, role=what), TEXTS, TEXTS), max_size=3),
)
ARCHIVES = st.builds(
    lambda number, on: Archive(case_number=number, destroy_on=on, intended_for=number),
    st.just("") | TEXTS,
    st.none() | st.dates(),
)


def read(text: str) -> Settings:
    """Return the settings in a text that has no findings."""
    document, findings = toml_file.parse(text, Path("dossier.toml"))
    assert document is not None
    assert [] == findings
    settings, findings = record.build(Settings, document)
    assert [] == findings
    assert settings is not None
    return settings


NEW = NewDossier(name="x", occasion="x", round="x", lists=(pinned(LIST),))


@given(st.tuples(TEXTS, TEXTS, TEXTS), PROFILES, GROUPS, st.integers(3, 50))
def test_what_is_written_is_read_back(
    texts: tuple[str, str, str], profile: Profile, groups: list[Perspective], minimum: int
) -> None:
    """Any name, occasion, profile and groups survive being written and read."""
    name, occasion, round_ = texts
    new = NewDossier(
        name=name,
        occasion=occasion,
        round=round_,
        lists=(pinned(LIST),),
        profile=profile,
        perspectives=tuple(groups),
        minimum_group=minimum,
    )
    settings = read(settings_text(new))
    assert (name, occasion, round_) == (settings.name, settings.occasion, settings.round)
    assert (profile, tuple(groups)) == (settings.profile, settings.perspectives)
    assert minimum == settings.method.minimum_group
    assert fingerprint(LIST) == settings.questionnaire.fingerprint


@given(
    st.sampled_from([None, *OccasionKind]),
    st.tuples(TEXTS | st.just(""), TEXTS | st.just("")),
    st.lists(TEXTS, max_size=3),
    CONTEXTS,
    ARCHIVES,
)
def test_what_else_is_known_is_read_back(
    kind: OccasionKind | None,
    texts: tuple[str, str],
    questions: list[str],
    context: Context,
    archive: Archive,
) -> None:
    """Kind of occasion, domain, challenge, questions, context and archive survive too."""
    domain, challenge = texts
    new = replace(
        NEW,
        occasion_kind=kind,
        domain=domain,
        challenge=challenge,
        start_questions=tuple(questions),
        context=context,
        archive=archive,
    )
    settings = read(settings_text(new))
    assert (kind, domain, challenge) == (
        settings.occasion_kind,
        settings.domain,
        settings.challenge,
    )
    assert tuple(questions) == settings.start_questions
    assert (context, archive) == (settings.context, settings.archive)


def test_what_is_not_said_is_an_example_that_does_not_count() -> None:
    """Each field that is empty stands there behind a #; the settings have only what was said."""
    text = settings_text(NEW)
    settings = read(text)
    assert (None, "", "", ()) == (
        settings.occasion_kind,
        settings.domain,
        settings.challenge,
        settings.start_questions,
    )
    assert (Context(), Archive()) == (settings.context, settings.archive)
    for model in (Context, Archive):
        for name, field in model.model_fields.items():
            assert f"\n# {field.alias or name} = " in text


def test_an_example_can_be_used_as_it_stands() -> None:
    """Taking away the # of every example gives settings that are right."""
    about, heading, who = settings_text(NEW).partition("# De groepen")
    used = re.sub(r"(?m)^# (\w+ = .+|\]|    \".*)$", r"\1", about)
    settings = read(used + heading + who)
    assert ("periodiek", "volger") == (settings.occasion_kind, settings.context.position)
    assert date(2032, 1, 1) == settings.archive.destroy_on
    assert 1 == len(settings.start_questions)


def test_other_lists_and_all_of_a_group_are_written() -> None:
    """Every list is pinned, and a group keeps its form, lists, size and number invited."""
    group = Perspective(
        id="buren",
        title="Buren",
        source=Source.EXTERNAL,
        form="kort",
        lists=("andere",),
        size=Size.SMALLER,
        invited=12,
        predicts=True,
    )
    other = LIST.model_copy(update={"id": "andere"})
    new = replace(NEW, lists=(pinned(LIST), pinned(other)), perspectives=(group,))
    settings = read(settings_text(new))
    assert (group,) == settings.perspectives
    assert ["andere"] == [item.id for item in settings.more_lists]


@pytest.mark.parametrize("name", ["\"Zuid\" \\ 'Noord'", "Café [x] 🏡", "een\ntwee"])
def test_an_awkward_name_survives_the_disk(tmp_path: Path, name: str) -> None:
    """A dossier with quotes, brackets or emoji in its name can be made and opened."""
    folder.create(tmp_path, replace(NEW, name=name, occasion=name))
    settings = folder.load(tmp_path).settings
    assert (name, name) == (settings.name, settings.occasion)


@given(TEXTS)
def test_an_id_is_made_of_any_name(name: str) -> None:
    """Whatever the name, its id is one that the program accepts."""
    assert re.match(ID_PATTERN, slug(name))
    assert len(slug(name)) <= 60


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Regio Zuid-Oost", "regio-zuid-oost"),
        ("Café Één", "cafe-een"),
        ("3 Gemeenten", "dossier-3-gemeenten"),
        ("x" * 80, "x" * 50),
    ],
)
def test_an_id_looks_like_its_name(name: str, expected: str) -> None:
    """Small letters, digits and hyphens; never empty."""
    assert expected == slug(name)


def test_names_without_a_letter_have_different_ids() -> None:
    """A name that leaves nothing to read still has an id of its own, the same every time."""
    names = ("🏡", "🏢", "Ἀθῆναι", "")
    assert len(names) == len({slug(name) for name in names})
    assert slug("🏡") == slug("🏡")
    assert all(re.fullmatch(r"dossier-[0-9a-f]{8}", slug(name)) for name in names)


def test_a_list_knows_the_standard_groups() -> None:
    """What ``voor_wie`` may name without a doubt is what a new dossier begins with."""
    assert STANDARD_GROUPS == tuple(item.id for item in STANDARD_PERSPECTIVES)
    assert SOURCES == tuple(item.value for item in Source)


def test_the_standard_groups_have_both_sides() -> None:
    """The twelve standard groups are different, and some are inside and some outside."""
    assert len(STANDARD_PERSPECTIVES) == len({item.id for item in STANDARD_PERSPECTIVES})
    assert set(Source) == {item.source for item in STANDARD_PERSPECTIVES}


def test_nobody_is_on_the_record_without_being_told() -> None:
    """The text shows for each group whether it answers on the record."""
    text = settings_text(replace(NEW, perspectives=EVERYONE))
    assert [item.on_record for item in EVERYONE] == [
        line == "op_naam = true" for line in text.splitlines() if line.startswith("op_naam")
    ]


def test_only_a_made_up_dossier_says_so() -> None:
    """'Verzonnen' is in the text of an example and of nothing else."""
    real, example = (settings_text(replace(NEW, made_up=made_up)) for made_up in (False, True))
    assert ("verzonnen" in real.lower(), "VERZONNEN" in example) == (False, True)
