"""The made-up people: every answer follows from the plan, the same every time."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from zelfanalyse.questionnaire.questions import (
    MARK_MAX,
    MARK_MIN,
    Balance,
    Choice,
    Mark,
    MirrorStatement,
    OpenQuestion,
    Prediction,
    Size,
    SizeQuestion,
    Statement,
)
from zelfanalyse.response import file
from zelfanalyse.response.model import BalanceAnswer, Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zelfanalyse.questionnaire.model import Questionnaire
    from zelfanalyse.questionnaire.questions import Question
    from zelfanalyse.response.model import Answer
    from zelfanalyse.response.session import Session

Group: TypeAlias = "Mapping[str, Any]"


class Person(NamedTuple):
    """One made-up person: the place in a group. Another ``world`` has other people."""

    group: Group
    number: int
    world: str = ""

    @property
    def name(self) -> str:
        """What all chance of this person follows from."""
        return f"{self.world}{self.group['id']}/{self.number}"

    def code(self, list_: str = "") -> str:
        """Return the code with which this person answers a list."""
        return file.spelled(_number(f"{self.name}{list_}"))

    def words(self, kind: str, question: Question) -> str | int | None:
        """Return what this person has to say in their own words, if anything."""
        said: list[str | int] = self.group.get(kind, {}).get(question.id, [])
        return said[self.number] if self.number < len(said) else None


def filled_in(session: Session, person: Person) -> Session:
    """Return the session of one made-up person, with everything answered that the plan says."""
    for question in session.questions:
        session = session.go_to(question)
        answer = _answer(session.questionnaire, question, person)
        if answer is not None:
            session = session.answer(answer)
        comment = person.words("toelichting", question)
        if isinstance(comment, str):
            session = session.comment(comment)
    return session


def _answer(questionnaire: Questionnaire, question: Question, person: Person) -> Answer | None:
    """Return what this made-up person answers to a question."""
    luck = _number(f"{person.name}/{question.id}")
    group = person.group
    match question:
        case Statement():
            return _on_scale(questionnaire, question, person, luck)
        case Prediction(about=statement):  # near their own view, as predictions are
            guess = _on_scale(questionnaire, statement, person, luck)
            return None if isinstance(guess, Missing) else guess
        case Mark():
            mark: int = group["cijfer"][question.id] + luck % 3 - 1
            return _within(mark, MARK_MIN, MARK_MAX)
        case Balance():
            now, wanted = group["balans"][question.id]
            return BalanceAnswer(
                now=_within(now + luck % 3 - 1, 1, question.steps),
                wanted=_within(wanted, 1, question.steps),
            )
        case Choice():
            names = [option.id for option in question.options]
            start = luck % len(names)
            return tuple(dict.fromkeys([names[start], names[0]]))[: question.at_most]
        case SizeQuestion():
            return Size(group["omvang"])
        case MirrorStatement():
            level = group["spiegel"][question.block]
            return _near(questionnaire, level, luck, is_reversed=question.reversed)
        case OpenQuestion():
            return person.words("open", question)


def _on_scale(
    questionnaire: Questionnaire, statement: Statement, person: Person, luck: int
) -> Answer:
    """Return an answer near the group's level; some groups are divided, some cannot see."""
    factor = questionnaire.factor_of(statement)
    name = factor.id if factor else ""
    group = person.group
    if person.number < group.get("weet_niet", {}).get(name, 0):
        return Missing.DONT_KNOW
    level = group["niveau"][name] + group.get("verschil", {}).get(name, 0)
    if name in group.get("verdeeld", []):
        scale = questionnaire.points
        level = scale.last if person.number % 2 else scale.first + 1
    return _near(questionnaire, level, luck, is_reversed=statement.reversed)


def _near(questionnaire: Questionnaire, level: float, luck: int, *, is_reversed: bool) -> int:
    """Return a point of the scale near a level, which is high where people are content."""
    scale = questionnaire.points
    shift = (luck % 100 - 49.5) / 100 + (luck // 100 % 2 - 0.5) / 2
    value = _within(round(level + shift), scale.first, scale.last)
    return scale.mirrored(value) if is_reversed else value


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def _number(seed: str) -> int:
    """Return a large number that looks random and is the same for the same seed, everywhere."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
