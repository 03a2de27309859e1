"""Thinking out a new dossier line by line: for screen readers, braille and pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.facilitator.pages import STEPS, Entry, Kind, filled, filled_of_group
from zelfanalyse.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.facilitator.draft import Draft

_YES: Final = {"j", "ja"}
_NO: Final = {"n", "nee"}
_EMPTY: Final = "-"
_HOW: Final = (
    "Typ een antwoord en druk op Enter. Alleen Enter: het blijft zoals het is. "
    "Een streepje (-): maak leeg. Er wordt niets geschreven voordat u ja zegt."
)


class LineByLine:
    """Asks every field in order; ``ask`` returns the draft, or none when it is not to be made."""

    def __init__(self, read: Callable[[], str], say: Callable[[str], None]) -> None:
        self._read = read
        self._say = say

    def ask(self, draft: Draft) -> Draft | None:
        """Return the draft when someone wants it made; none when they stop before that."""
        self._say(_HOW)
        try:
            for number, step in enumerate(STEPS, 1):
                self._say(f"\nBladzijde {number} van {len(STEPS)}: {step.title}")
                for entry in step.entries(draft):
                    draft = self._one(draft, entry)
                for sentence in step.notices(draft):
                    self._say(f"Let op: {sentence}")
            return draft if self._may_be_made(draft) else None
        except EOFError:
            return None

    def _may_be_made(self, draft: Draft) -> bool:
        for _, problem in draft.problems:
            self._say(f"Dit moet nog: {problem}")
        return not draft.problems and self._is_yes("Maak het dossier? Typ ja of nee.", None)

    def _one(self, draft: Draft, entry: Entry) -> Draft:
        """Return the draft after one field; a heading is only read."""
        match entry.kind:
            case Kind.READ:
                self._say(f"{entry.label} {entry.value}".rstrip())
                return draft
            case Kind.TICK:
                return self._turned(draft, entry, f"{entry.label}, {entry.value}.")
            case Kind.GROUP:
                draft = self._turned(draft, entry, f"Groep {entry.label}, {entry.value}.")
                return self._invited(draft, entry) if draft.group(entry.key).is_asked else draft
            case _:
                return self._said(draft, entry)

    def _turned(self, draft: Draft, entry: Entry, what: str) -> Draft:
        now = "ja" if entry.is_on else "nee"
        wanted = self._is_yes(f"{what} Nu: {now}. Typ ja of nee.", entry.is_on)
        return draft if wanted == entry.is_on else filled(draft, entry.key, "")

    def _invited(self, draft: Draft, entry: Entry) -> Draft:
        self._say(f"Hoeveel mensen van {entry.label} nodigt u uit?")
        for typed in self._lines():
            after = filled_of_group(draft, entry.key, "uitgenodigd", typed) if typed else draft
            problem = after.group_problem(entry.key)
            if not problem:
                return after
            self._say(f"! {problem}")
        raise EOFError

    def _said(self, draft: Draft, entry: Entry) -> Draft:
        self._say(f"{entry.label}. {entry.why}")
        for number, option in enumerate(entry.options, 1):
            self._say(f"{number} {option}")
        if entry.value:
            self._say(f"Nu: {entry.value}")
        for typed in self._lines():
            if not typed:
                return draft
            after = filled(draft, entry.key, _picked(entry, typed))
            problem = "" if typed == _EMPTY else after.problem(entry.key)
            if not problem:
                return after
            self._say(f"! {problem}")
        raise EOFError

    def _is_yes(self, question: str, now: bool | None) -> bool:  # noqa: FBT001 - what holds already
        self._say(question)
        for typed in self._lines():
            word = typed.casefold()
            if word in _YES | _NO:
                return word in _YES
            if not word and now is not None:
                return now
            self._say("Typ ja of nee.")
        raise EOFError

    def _lines(self) -> Iterator[str]:
        """Yield each line that is typed, until there are no more."""
        while line := self._read():
            yield visible(line).strip()


def _picked(entry: Entry, typed: str) -> str:
    """Return what a line stands for: nothing, an option by its number, or itself."""
    if typed == _EMPTY:
        return ""
    if typed.isdecimal() and 0 < int(typed) <= len(entry.options):
        return entry.options[int(typed) - 1]
    return typed
