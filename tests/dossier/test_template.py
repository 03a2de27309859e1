"""The text of a new ``dossier.toml``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.builders import EVERYONE, asked
from zelfanalyse import record, toml_file
from zelfanalyse.dossier import folder
from zelfanalyse.dossier.model import Perspective, Settings, Source
from zelfanalyse.dossier.profile import Profile
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES, settings_text, slug
from zelfanalyse.questionnaire.fingerprint import fingerprint
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


def read(text: str) -> Settings:
    """Return the settings in a text that has no findings."""
    document, findings = toml_file.parse(text, Path("dossier.toml"))
    assert document is not None
    assert [] == findings
    settings, findings = record.build(Settings, document)
    assert [] == findings
    assert settings is not None
    return settings


@given(st.tuples(TEXTS, TEXTS, TEXTS), PROFILES, GROUPS, st.integers(3, 50))
def test_what_is_written_is_read_back(
    texts: tuple[str, str, str], profile: Profile, groups: list[Perspective], minimum: int
) -> None:
    """Any name, occasion, profile and groups survive being written and read."""
    name, occasion, round_ = texts
    settings = read(
        settings_text(
            name=name,
            occasion=occasion,
            round_=round_,
            questionnaire=LIST,
            profile=profile,
            perspectives=groups,
            minimum_group=minimum,
        )
    )
    assert (name, occasion, round_) == (settings.name, settings.occasion, settings.round)
    assert (profile, tuple(groups)) == (settings.profile, settings.perspectives)
    assert minimum == settings.method.minimum_group
    assert fingerprint(LIST) == settings.questionnaire.fingerprint


@pytest.mark.parametrize("name", ["\"Zuid\" \\ 'Noord'", "Café [x] 🏡", "een\ntwee"])
def test_an_awkward_name_survives_the_disk(tmp_path: Path, name: str) -> None:
    """A dossier with quotes, brackets or emoji in its name can be made and opened."""
    text = settings_text(
        name=name, occasion=name, round_="2026", questionnaire=LIST, profile=Profile()
    )
    folder.create(tmp_path, text, toml_file.dumps(LIST.to_toml()))
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
    text = settings_text(
        name="x",
        occasion="x",
        round_="x",
        questionnaire=LIST,
        profile=Profile(),
        perspectives=EVERYONE,
    )
    assert [item.on_record for item in EVERYONE] == [
        line == "op_naam = true" for line in text.splitlines() if line.startswith("op_naam")
    ]


def test_only_a_made_up_dossier_says_so() -> None:
    """'Verzonnen' is in the text of an example and of nothing else."""
    real, example = (
        settings_text(
            name="x",
            occasion="x",
            round_="x",
            questionnaire=LIST,
            profile=Profile(),
            made_up=made_up,
        )
        for made_up in (False, True)
    )
    assert ("verzonnen" in real.lower(), "VERZONNEN" in example) == (False, True)
