"""A dossier that is being thought out: what was said so far, as a value that never touches a disk.

What someone types is kept as they typed it; ``problem`` says in Dutch what is wrong with it, and
``made`` turns all of it into a new dossier. The wizard and the options of ``nieuw`` both fill it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.folder import QUESTIONNAIRE
from zelfanalyse.dossier.model import (
    MINIMUM_GROUP,
    MINIMUM_GROUP_FLOOR,
    MOST_INVITED,
    Perspective,
    Source,
)
from zelfanalyse.dossier.profile import Archive, Context, OccasionKind, Profile, Role
from zelfanalyse.dossier.steps import Steps
from zelfanalyse.dossier.template import STANDARD_PERSPECTIVES, NewDossier, PinnedList
from zelfanalyse.errors import WrongUseError
from zelfanalyse.facilitator.reading import read_date, read_number, read_pairs
from zelfanalyse.progress import planning
from zelfanalyse.questionnaire.library import read_questionnaire
from zelfanalyse.questionnaire.own import LONGEST, with_own_questions
from zelfanalyse.questionnaire.rules import MOST_OWN
from zelfanalyse.record import MAX_LINE
from zelfanalyse.text import first_control

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from zelfanalyse.questionnaire.model import Questionnaire

MOST_START_QUESTIONS: Final = 3
OWN: Final = tuple(f"eigen-{number}" for number in range(1, MOST_OWN + 1))
START: Final = tuple(f"startvraag-{number}" for number in range(1, MOST_START_QUESTIONS + 1))
REQUIRED: Final = {
    "naam": "Een dossier heeft een naam.",
    "aanleiding": "Zeg in een paar woorden waarom u dit nu doet.",
    "ronde": "Een ronde heeft een naam, meestal het jaar.",
    "minimum_groep": "Hier hoort een getal.",
}
DATES: Final = ("peildatum", "dag", "vernietigen_op")
MOST_GROUP: Final = 50
MAX_TEXT: Final = 2000
_LINES: Final = frozenset({"naam", "ronde", "rol", *START})


@dataclass(frozen=True, slots=True)
class Group:
    """A group that could answer, and whether it is asked."""

    perspective: Perspective
    is_asked: bool = True
    invited: str = ""  # as typed

    @property
    def id(self) -> str:
        """The id of its perspective."""
        return self.perspective.id


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far. Every step returns another draft; nothing changes in place."""

    today: date
    offered: tuple[PinnedList, ...]
    asked: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[Group, ...] = tuple(Group(item) for item in STANDARD_PERSPECTIVES)
    with_panel: bool = False

    @classmethod
    def begin(cls, today: date, offered: Iterable[PinnedList], asked: Iterable[str]) -> Draft:
        """Return a draft with what is preset: the year, these lists, and the smallest group."""
        texts = {"ronde": str(today.year), "minimum_groep": str(MINIMUM_GROUP)}
        return cls(today, tuple(offered), tuple(asked), texts)

    def text(self, key: str) -> str:
        """Return what was said of a field; empty when nothing was."""
        return self.texts.get(key, "")

    def say(self, key: str, text: str) -> Draft:
        """Return the draft with another text in a field."""
        return replace(self, texts={**self.texts, key: text.strip()})

    def group(self, name: str) -> Group:
        """Return the group with this id."""
        return next(item for item in self.groups if item.id == name)

    def nobody(self) -> Draft:
        """Return the draft in which no group is asked yet."""
        return replace(self, groups=tuple(replace(item, is_asked=False) for item in self.groups))

    def ask(self, name: str, *, is_asked: bool) -> Draft:
        """Return the draft in which a group is asked, or not."""
        return self._with(replace(self.group(name), is_asked=is_asked))

    def describe(self, name: str, **changes: object) -> Draft:
        """Return the draft in which fields of the perspective of a group are these."""
        group = self.group(name)
        perspective = group.perspective.model_copy(update=changes)
        return self._with(replace(group, perspective=perspective))

    def invite(self, name: str, number: str) -> Draft:
        """Return the draft in which so many people of a group are invited, as typed."""
        return self._with(replace(self.group(name), invited=number.strip()))

    def visit(self, *, with_panel: bool) -> Draft:
        """Return the draft with a visitation panel in the planning, or without."""
        return replace(self, with_panel=with_panel)

    def toggle_list(self, name: str) -> Draft:
        """Return the draft with a list more or less; there is always one, and in fixed order."""
        wanted = set(self.asked) ^ {name} or {name}
        asked = tuple(i.questionnaire.id for i in self.offered if i.questionnaire.id in wanted)
        groups = tuple(
            replace(item, perspective=_only(item.perspective, asked)) for item in self.groups
        )
        return replace(self, asked=asked, groups=groups)

    def _with(self, group: Group) -> Draft:
        groups = tuple(group if item.id == group.id else item for item in self.groups)
        return replace(self, groups=groups)

    @property
    def chosen(self) -> tuple[Group, ...]:
        """The groups that are asked."""
        return tuple(item for item in self.groups if item.is_asked)

    @property
    def lists(self) -> tuple[PinnedList, ...]:
        """The lists that are asked, the first as the dossier's own list."""
        known = {item.questionnaire.id: item for item in self.offered}
        return tuple(known[name] for name in self.asked)

    @property
    def day(self) -> date | None:
        """The day of the conversation, when it is a day."""
        return read_date(self.text("dag"))

    @property
    def minimum_group(self) -> int:
        """How many answers a figure needs."""
        number = read_number(self.text("minimum_groep"))
        return MINIMUM_GROUP if number is None else number

    @property
    def steps(self) -> Steps:
        """The planning up to the day and after it; empty without a day."""
        if self.day is None:
            return Steps()
        found = planning.planning(self.day, self.today, panel=self.with_panel)
        return Steps(day=self.day, steps=found)

    def problem(self, key: str) -> str:
        """Return in Dutch what is wrong with a field; empty when nothing is."""
        text = self.text(key)
        if not text:
            return REQUIRED.get(key, "")
        if first_control(text) is not None:
            return "Hier staat een teken dat niet te zien is. Typ de tekst opnieuw."
        longest = LONGEST if key in OWN else MAX_LINE if key in _LINES else MAX_TEXT
        if len(text) > longest:
            return f"Dit is te lang: er passen hoogstens {longest} tekens."
        if key in DATES and read_date(text) is None:
            return "Dit is geen datum. Typ bijvoorbeeld 18-3-2027."
        if key in {"inwoners", "minimum_groep"} and read_number(text) is None:
            return "Hier hoort een heel getal."
        if key == "minimum_groep" and self.minimum_group < MINIMUM_GROUP_FLOOR:
            return f"Dit is minstens {MINIMUM_GROUP_FLOOR}: bij minder zijn mensen te herkennen."
        if key == "minimum_groep" and self.minimum_group > MOST_GROUP:
            return f"Dit is hoogstens {MOST_GROUP}."
        if key == "soort_aanleiding" and text not in tuple(OccasionKind):
            return f"Kies uit: {', '.join(OccasionKind)}."
        if key == "rol" and any(not role for _, role in read_pairs(text)):
            return "Schrijf het zo: de gemeente = opdrachtgever; de dienst = opdrachtnemer."
        return ""

    def group_problem(self, name: str) -> str:
        """Return in Dutch what is wrong with a group that is asked; empty when nothing is."""
        group = self.group(name)
        if not group.is_asked:
            return ""
        invited = _count(group)
        if group.invited and invited is None:
            return "Hier hoort een heel getal."
        if invited is not None and invited > MOST_INVITED:
            return f"Dit is hoogstens {MOST_INVITED:,}.".replace(",", ".")
        if not group.perspective.title.strip():
            return "Een groep heeft een naam."
        return ""

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """Every field that is not right, with why; a dossier can be made when there is none."""
        keys = dict.fromkeys((*REQUIRED, *self.texts))
        found = [(key, self.problem(key)) for key in keys]
        found += [(item.id, self.group_problem(item.id)) for item in self.groups]
        if not self.chosen:
            found.append(("wie", "Kies minstens één groep die antwoordt."))
        return tuple(item for item in found if item[1])

    def made(self) -> NewDossier:
        """Return the new dossier.

        Raises ``WrongUseError`` with the first problem, or with what is wrong with an own question.
        """
        for key, problem in self.problems:
            raise WrongUseError(f"{key}: {problem}")
        main, *others = self.lists
        if own := [self.text(key) for key in OWN if self.text(key)]:
            main = pinned(with_own_questions(main.text, own))
        kind = self.text("soort_aanleiding")
        return NewDossier(
            name=self.text("naam"),
            occasion=self.text("aanleiding"),
            round=self.text("ronde"),
            lists=(main, *others),
            occasion_kind=OccasionKind(kind) if kind else None,
            domain=self.text("domein"),
            challenge=self.text("opgave"),
            start_questions=tuple(self.text(key) for key in START if self.text(key)),
            profile=self._profile(),
            context=self._context(),
            archive=self._archive(),
            perspectives=tuple(_perspective(item) for item in self.chosen),
            minimum_group=self.minimum_group,
            steps=self.steps,
        )

    def _profile(self) -> Profile:
        return Profile(
            form=self.text("vorm"),
            board=self.text("bestuur"),
            population=read_number(self.text("inwoners")),
            history=self.text("historie"),
            phase=self.text("fase_organisatie"),
        )

    def _context(self) -> Context:
        return Context(
            population_on=read_date(self.text("peildatum")),
            votes=self.text("stemverhouding"),
            budget_share=self.text("aandeel_begroting"),
            position=self.text("positie"),
            arrangement=self.text("evaluatie_van"),
            roles=tuple(Role(party=who, role=what) for who, what in read_pairs(self.text("rol"))),
        )

    def _archive(self) -> Archive:
        return Archive(
            intended_for=self.text("bestemd_voor"),
            case_number=self.text("zaaknummer"),
            selection_result=self.text("selectielijst_resultaat"),
            retention=self.text("bewaartermijn"),
            destroy_on=read_date(self.text("vernietigen_op")),
        )

    def notices(self) -> Iterator[str]:
        """Yield what to think of about who answers; nothing of it is refused."""
        sides = {source: self._of(source) for source in Source}
        if not sides[Source.SELF]:
            yield "Er is geen groep van binnen. Dan is er geen zelfanalyse."
        if not sides[Source.EXTERNAL]:
            yield "Er is geen groep van buiten. Zonder blik van buiten wordt het rapport niet af."
        few = [
            item.perspective.title
            for item in self.chosen
            if not item.perspective.on_record
            and (_count(item) or 0) < self.minimum_group
            and item.invited
        ]
        if few:
            yield (
                f"Minder dan {self.minimum_group} uitgenodigd: {', '.join(few)}. "
                "Zo'n groep krijgt in het rapport geen eigen cijfers."
            )
        alone = [item.perspective.title for item in self.chosen if item.perspective.on_record]
        if alone:
            yield f"Op naam, dus herkenbaar: {', '.join(alone)}. Vraag hun eerst om toestemming."

    def mirror_notices(self) -> Iterator[str]:
        """Yield what a list about large and small asks of two partners."""
        if any(_is_mirror(item.questionnaire) for item in self.lists):
            yield (
                "De lijst over groot en klein heeft twee kanten. Doen er twee gemeenten mee? "
                "Dan is een kant één organisatie, en ziet iedereen welke. Bespreek dat vooraf."
            )

    def _of(self, source: Source) -> list[Group]:
        return [item for item in self.chosen if item.perspective.source is source]


def pinned(text: str) -> PinnedList:
    """Return a list with its text. Raises ``RefusedError`` with what is wrong in it."""
    return PinnedList(read_questionnaire(text, Path(QUESTIONNAIRE)), text)


def _count(group: Group) -> int | None:
    return read_number(group.invited)


def _perspective(group: Group) -> Perspective:
    return group.perspective.model_copy(update={"invited": _count(group)})


def _only(perspective: Perspective, asked: tuple[str, ...]) -> Perspective:
    """Return the perspective without the lists that are no longer asked."""
    lists = tuple(name for name in perspective.lists if name in asked)
    return perspective.model_copy(update={"lists": lists})


def _is_mirror(questionnaire: Questionnaire) -> bool:
    return bool(questionnaire.mirror_statements)
