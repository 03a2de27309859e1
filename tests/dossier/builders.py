"""Small questionnaires, people and dossiers that a test can read at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from zelfanalyse import toml_file
from zelfanalyse.dossier import folder as dossier_folder
from zelfanalyse.dossier.folder import Dossier
from zelfanalyse.dossier.ledger import Register
from zelfanalyse.dossier.model import Method, Perspective, Settings, Source
from zelfanalyse.dossier.template import NewDossier, PinnedList
from zelfanalyse.questionnaire.fingerprint import fingerprint
from zelfanalyse.questionnaire.model import Cluster, Factor, Questionnaire, Scale
from zelfanalyse.questionnaire.questions import Balance, Mark, OpenQuestion, Statement
from zelfanalyse.response import file
from zelfanalyse.response.model import Missing, QuestionnaireRef, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zelfanalyse.analysis.result import FactorResult, Result, StatementResult

Given: TypeAlias = "int | Missing | None"

DONT_KNOW, NOT_APPLICABLE = Missing.DONT_KNOW, Missing.NOT_APPLICABLE
MOMENT = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)

RAAD = Perspective(id="raad", title="Raad", source=Source.SELF)
COLLEGE = Perspective(id="college", title="College", source=Source.SELF)
STAF = Perspective(id="staf", title="Staf", source=Source.SELF)
DIRECTIE = Perspective(id="directie", title="Directie", source=Source.SELF, on_record=True)
PARTNERS = Perspective(id="partners", title="Partners", source=Source.EXTERNAL)
INWONERS = Perspective(id="inwoners", title="Inwoners", source=Source.EXTERNAL)
ADVISEUR = Perspective(id="adviseur", title="Adviseur", source=Source.EXTERNAL, on_record=True)
EVERYONE = (RAAD, COLLEGE, STAF, DIRECTIE, PARTNERS, INWONERS, ADVISEUR)


def scale(points: int = 5, first: int = 1) -> Scale:
    """Return a scale of so many points."""
    return Scale(
        first=0 if first == 0 else 1, labels=tuple(f"punt {number}" for number in range(points))
    )


def factor(
    name: str = "vertrouwen",
    statements: int = 1,
    *,
    reverse: Iterable[int] = (),
    weights: Sequence[int] = (),
    cluster: str = "mensen",
) -> Factor:
    """Return a factor whose statements are ``name-1``, ``name-2``, …; ``reverse`` names some."""
    turned = set(reverse)
    return Factor(
        id=name,
        cluster=cluster,
        title=name.capitalize(),
        explanation=f"Over {name}.",
        statements=tuple(
            Statement(
                id=f"{name}-{number}",
                text=f"Stelling {number} van {name}.",
                reversed=number in turned,
                weight=weights[number - 1] if weights else 1,
            )
            for number in range(1, statements + 1)
        ),
    )


def asked(
    *factors: Factor,
    points: Scale | None = None,
    marks: tuple[Mark, ...] = (),
    balances: tuple[Balance, ...] = (),
    open_questions: tuple[OpenQuestion, ...] = (),
    version: str = "1.0.0",
) -> Questionnaire:
    """Return a questionnaire with these factors; one of one statement when none are given."""
    factors = factors or (factor(),)
    names = dict.fromkeys(item.cluster for item in factors)
    return Questionnaire(
        format=1,
        id="lijst",
        version=version,
        title="Een korte lijst",
        introduction="Denk aan deze samenwerking.",
        scale=points or scale(),
        clusters=tuple(Cluster(id=name, title=name.capitalize()) for name in names),
        factors=factors,
        marks=marks,
        balances=balances,
        open_questions=open_questions,
    )


def code(number: int) -> str:
    """Return the code of the person with this number."""
    return f"{number:04d}-TEST"


def person(  # noqa: PLR0913 - one argument per thing a person can say
    number: int,
    perspective: str | None,
    questionnaire: Questionnaire,
    statements: Mapping[str, Given] | None = None,
    *,
    comments: Mapping[str, str] | None = None,
    open_: Mapping[str, int | str] | None = None,
    marks: Mapping[str, int | Missing] | None = None,
    minutes: int = 24,
) -> Response:
    """Return the response of one person, handed in so many minutes after the beginning."""
    given = {name: value for name, value in (statements or {}).items() if value is not None}
    return Response(
        dossier="proef",
        round="2026",
        questionnaire=QuestionnaireRef(
            id=questionnaire.id,
            version=questionnaire.version,
            fingerprint=fingerprint(questionnaire),
        ),
        perspective=perspective,
        respondent=code(number),
        started=MOMENT,
        handed_in=MOMENT + timedelta(minutes=minutes),
        statements=given,
        comments=comments or {},
        open=open_ or {},
        marks=marks or {},
    )


def dossier(
    questionnaire: Questionnaire,
    responses: Iterable[Response] = (),
    perspectives: tuple[Perspective, ...] = EVERYONE,
    k: int = 5,
) -> Dossier:
    """Return a dossier in memory."""
    settings = Settings(
        id="proef",
        name="Proefregio",
        round="2026",
        occasion="Om te oefenen.",
        questionnaire=QuestionnaireRef(
            id=questionnaire.id,
            version=questionnaire.version,
            fingerprint=fingerprint(questionnaire),
        ),
        method=Method(minimum_group=k),
        perspectives=perspectives,
    )
    return Dossier(Path("proef"), settings, questionnaire, tuple(responses))


def answered(
    groups: Mapping[Perspective, Sequence[Given]],
    questionnaire: Questionnaire | None = None,
    k: int = 5,
) -> Dossier:
    """Return a dossier in which each person gives one answer to every statement of the list.

    ``{RAAD: [4, 5, DONT_KNOW]}`` is three council members.
    """
    questionnaire = questionnaire or asked()
    people = [(group, value) for group, values in groups.items() for value in values]
    names = [item.id for each in questionnaire.factors for item in each.statements]
    responses = [
        person(number, group.id, questionnaire, dict.fromkeys(names, value))
        for number, (group, value) in enumerate(people)
    ]
    return dossier(questionnaire, responses, tuple(groups), k)


def reported(opened: Dossier, result: Result, *more: Response) -> Dossier:
    """Return a dossier after a report, with what it published, and with more or other responses."""
    rows = dict(opened.register.rows)
    for subject, new in result.published.items():
        rows[subject] = (*rows.get(subject, ()), *new)
    responses = {item.respondent: item for item in (*opened.responses, *more)}
    register = Register(opened.register.salt, rows)
    return replace(opened, register=register, responses=tuple(responses.values()))


def levels(found: FactorResult) -> list[FactorResult | StatementResult]:
    """Return a factor and its statements."""
    return [found, *found.statements]


def pinned(questionnaire: Questionnaire) -> PinnedList:
    """Return a list as a dossier keeps it."""
    return PinnedList(questionnaire, toml_file.dumps(questionnaire.to_toml()))


def new_dossier(
    *questionnaires: Questionnaire, perspectives: Sequence[Perspective] = EVERYONE
) -> NewDossier:
    """Return a dossier that is not made yet, called ``proef``, round 2026."""
    return NewDossier(
        name="Proefregio",
        identifier="proef",
        occasion="Om te oefenen.",
        round="2026",
        lists=tuple(pinned(item) for item in questionnaires or (asked(),)),
        perspectives=tuple(perspectives),
    )


def on_disk(
    place: Path,
    questionnaire: Questionnaire | None = None,
    perspectives: Sequence[Perspective] = EVERYONE,
) -> Dossier:
    """Return a new dossier in a folder, called ``proef``, round 2026."""
    questionnaire = questionnaire or asked()
    dossier_folder.create(place, new_dossier(questionnaire, perspectives=perspectives))
    return dossier_folder.load(place)


def posted(place: Path, response: Response, name: str = "") -> Path:
    """Put a response in a folder outside the dossier and return its file."""
    path = place / f"{name or response.respondent}{file.SUFFIX}"
    file.save(path, response)
    return path


def bytes_of(place: Path) -> dict[str, bytes]:
    """Return the content of every file under a folder, by its path in it."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }
