"""One's own words on several lines: on disk after each line, ended by a dot or by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.plain.commands import MORE_TEXT, Command, Order, as_text, is_kept, order
from zelfanalyse.plain.spoken import END_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zelfanalyse.plain.storage import Keeper
    from zelfanalyse.plain.talk import Talk
    from zelfanalyse.response.session import Session

_NAMES = "Noem geen namen van personen."
_NEW = f"Toelichting. {_NAMES} {END_TEXT}"
_OTHER = f"Typ een nieuwe toelichting, + om iets toe te voegen, of wis. {_NAMES} {END_TEXT}"


def write_answer(talk: Talk, keeper: Keeper, first: str) -> str:
    """Hear the answer to the current question, of which ``first`` was typed; see ``_write``."""
    start = keeper.session
    there = str(start.response.answer_to(start.current) or "")
    return _write(talk, keeper, first, there, start.answer)


def write_comment(talk: Talk, keeper: Keeper) -> str:
    """Hear a comment on the current question; see ``_write``."""
    start = keeper.session
    there = start.comment_on(start.current)
    start.comment(there)  # raises before anything is typed when there can be no comment
    first = ""
    while not first:
        first = talk.ask(_OTHER if there else _NEW)
    if order(first) != Order(Command.CLEAR):
        return _write(talk, keeper, first, there, start.comment)
    keeper.change(start.comment(""))
    return "" if keeper.saved("de toelichting is gewist.") else "."


def _write(
    talk: Talk, keeper: Keeper, first: str, there: str, put: Callable[[str], Session]
) -> str:
    """Return the line that ended a text: the dot, or a command that still has to be done.

    Empty when the person took over what someone else put in the file. Raises
    ``InvalidAnswerError`` when nothing can be written at the current question.
    """
    start = keeper.session
    put(there)
    before: list[str] = []
    if first == MORE_TEXT:
        before = there.splitlines()
        talk.say(f"Typ wat erbij komt. {END_TEXT}")
        first = talk.hear()
    ended = _take_down(talk, before, first, lambda text: keeper.change_text(put(text)))
    is_other = keeper.session is not start and keeper.saved("uw tekst.")
    return "" if is_other else ended


def _take_down(talk: Talk, before: Sequence[str], first: str, put: Callable[[str], None]) -> str:
    """Hear lines until one that is no text; ``put`` gets the whole text after every line.

    A line with which the text becomes impossible is told and left out. An empty line belongs to
    the text: who pastes two paragraphs would answer the next question with the second one
    otherwise.
    """
    lines = list(before)
    hinted = False
    line = first
    while not is_kept(line):
        try:
            put("\n".join([*lines, as_text(line)]))
            lines.append(as_text(line))
        except InvalidAnswerError as error:
            talk.say(f"{error} Deze regel hoort niet bij uw tekst.")
        if not line.strip() and not hinted:
            talk.say("Bent u klaar met uw tekst? Typ dan een regel met alleen een punt.")
            hinted = True
        line = talk.hear()
    return line.strip()
