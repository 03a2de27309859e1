"""The questions one by one: each line is an answer, a command, or told to be neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from zelfanalyse.errors import InvalidAnswerError
from zelfanalyse.form.explanation import explanation, origin
from zelfanalyse.form.steps import row_to_fill
from zelfanalyse.plain import closing, spoken
from zelfanalyse.plain.commands import (
    END_OF_TEXT,
    HELP,
    Command,
    Order,
    order,
)
from zelfanalyse.plain.reply import is_words, reply
from zelfanalyse.plain.storage import Keeper
from zelfanalyse.plain.talk import STOP, StopAskedError
from zelfanalyse.plain.writing import write_answer, write_comment
from zelfanalyse.questionnaire.questions import Balance
from zelfanalyse.response.model import Missing
from zelfanalyse.response.session import TAKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zelfanalyse.plain.talk import Talk
    from zelfanalyse.response.session import Session
    from zelfanalyse.response.sitting import Sitting

_INVITE = "Kunt u een voorbeeld geven? Typ t. Of druk op Enter om verder te gaan."
_HOW = (
    "Typ bij elke vraag uw antwoord en druk op Enter.",
    "Met < (kleiner dan) gaat u naar de vorige vraag, met > (groter dan) naar de volgende.",
    "Met ? (vraagteken) of hulp hoort u alle opdrachten. Met stop stopt u.",
)


class Conversation:
    """Everything between the first question and handing in or stopping."""

    def __init__(self, talk: Talk, sitting: Sitting) -> None:
        self._talk = talk
        self._sitting = sitting
        self._keeper = Keeper(talk, sitting)
        self._row: Literal["now", "wanted"] = "now"  # the place of a balance that is asked
        self._heard = ""  # the scale that was told last
        self._brief = False  # whether the answers to the current question were left out
        self._invited: set[str] = set()  # where an example was asked for
        self._is_done = False  # handed in here, just now
        self._acts: dict[Command, Callable[[], None]] = {
            Command.BACK: self._back,
            Command.FORWARD: self._forward,
            Command.OVERVIEW: lambda: self._overview(only_open=False),
            Command.ONLY_OPEN: lambda: self._overview(only_open=True),
            Command.COMMENT: self._comment,
            Command.CLEAR: self._clear,
            Command.UNDO: self._undo,
            Command.REDO: self._redo,
            Command.HELP: lambda: self._texts(explanation(self._session), HELP),
            Command.ORIGIN: lambda: self._texts(origin(self._session)),
            Command.SAVE: self._save,
            Command.TAKE_BACK: self._take_back,
            Command.CLOSING: self._close,
        }

    @property
    def _session(self) -> Session:
        return self._sitting.session

    def run(self) -> None:
        """Go on until the list is handed in; stopping and the end of input come as errors."""
        if self._session.is_taken:
            self._talk.say(TAKEN)
        elif self._session.is_handed_in:
            self._talk.say("Deze lijst is ingeleverd. Toch iets wijzigen? Typ terughalen.")
        else:
            self._talk.say(*_HOW)
        self._arrive()
        while not self._is_done:
            typed = self._talk.ask(spoken.prompt(self._session, self._row, brief=self._brief))
            self._understand(typed)

    def _understand(self, typed: str) -> None:
        """Do what a line asks; what cannot be done is told and changes nothing."""
        try:
            self._do(typed)
        except InvalidAnswerError as error:
            self._talk.say(str(error))

    def _do(self, typed: str) -> None:
        asked = order(typed)
        if not typed:
            self._row = "now"
            self._tell(every_answer=True)
        elif typed.lower() == STOP:  # in a text a line is not asked for, only heard
            raise StopAskedError
        elif asked is not None:
            self._obey(asked)
        elif is_words(self._session):
            self._after_text(write_answer(self._talk, self._keeper, typed))
        else:
            self._answer(typed)

    def _obey(self, asked: Order) -> None:
        if asked.command is Command.JUMP:
            self._jump(asked.number)
        else:
            self._acts[asked.command]()

    # --- telling ---

    def _tell(self, *, every_answer: bool = False) -> None:
        """Say the current question; its answers when they were not heard just before."""
        session = self._session
        scale = spoken.scale(session)
        self._brief = bool(scale) and scale == self._heard and not every_answer
        self._talk.say("", spoken.place(session), *spoken.question(session, brief=self._brief))
        if session.is_closed:
            self._heard = ""
        elif not self._brief:
            self._talk.say(*spoken.answers(session))
            self._heard = scale
        self._talk.say(*spoken.given(session))

    def _remind(self) -> None:
        """Say where one is, after something long."""
        number, text = self._session.position + 1, self._session.text(self._session.current)
        self._talk.say("", f"U bent bij vraag {number}. {text}")

    def _texts(self, texts: Iterable[tuple[str, str]], more: Iterable[str] = ()) -> None:
        for heading, text in texts:
            lines = [line.removeprefix("- ") for line in text.splitlines()]
            self._talk.say("", heading, *lines)
        if more:
            self._talk.say("", "Wat u kunt typen", *more)
        self._remind()

    def _overview(self, *, only_open: bool) -> None:
        self._talk.say("", *spoken.overview(self._session, only_open=only_open))
        self._remind()

    # --- changing ---

    def _answer(self, typed: str) -> None:
        step = reply(self._session, typed, self._row)
        question = self._session.current
        self._keeper.change(step.take(self._session))
        answer = self._session.response.answer_to(question)
        is_whole = isinstance(question, Balance) and isinstance(answer, Missing)
        words = spoken.answer(self._session, question)
        if self._keeper.saved(f"{words}, voor nu en gewenst samen." if is_whole else words):
            self._arrive()
        elif not step.moves_on:
            self._row = "wanted"
        elif self._session.wants_example(question) and question.id not in self._invited:
            self._invited.add(question.id)
            self._invite()
        else:
            self._forward()

    def _invite(self) -> None:
        """Ask for an example; one need not give it, and no answer is taken here by mistake."""
        while True:
            typed = self._talk.ask(_INVITE)
            if not typed:
                self._forward()
                return
            if (asked := order(typed)) == Order(Command.COMMENT):
                self._after_text(write_comment(self._talk, self._keeper))
                return
            if asked is not None:
                self._obey(asked)
                return
            number = self._session.position + 1
            self._talk.say(f"U bent nog bij vraag {number}. Uw antwoord daarop is al gegeven.")

    def _after_text(self, ended: str) -> None:
        """Go on to the next question after a dot; do what a command asks."""
        if ended == END_OF_TEXT:
            self._forward()
        else:
            self._understand(ended)

    def _comment(self) -> None:
        ended = write_comment(self._talk, self._keeper)
        if ended == END_OF_TEXT:
            self._remind()
        else:
            self._understand(ended)

    def _clear(self) -> None:
        if self._session.response.answer_to(self._session.current) is None:
            self._talk.say("Deze vraag is nog open. Er is niets te wissen.")
            return
        self._keeper.change(self._session.clear())
        self._row = "now"
        if self._keeper.saved("het antwoord is gewist."):
            self._arrive()

    def _undo(self) -> None:
        self._turn(self._session.undo(), "Ongedaan gemaakt.", "Er is niets ongedaan te maken.")

    def _redo(self) -> None:
        self._turn(self._session.redo(), "Weer gedaan.", "Er is niets om weer te doen.")

    def _turn(self, session: Session, done: str, nothing: str) -> None:
        if session is self._session:
            self._talk.say(nothing)
            return
        self._talk.say(done)
        self._go(session)

    # --- going ---

    def _arrive(self) -> None:
        self._row = row_to_fill(self._session)
        self._tell()

    def _go(self, session: Session) -> None:
        self._keeper.change(session)
        self._keeper.settled()
        self._arrive()

    def _back(self) -> None:
        if self._row == "wanted":
            self._row = "now"
        elif self._session.position == 0:
            self._talk.say("Dit is de eerste vraag.")
        else:
            self._go(self._session.back())

    def _forward(self) -> None:
        if not self._session.is_at_end:
            self._go(self._session.forward())
        elif self._session.is_closed:
            self._talk.say("Dit is de laatste vraag.")
        else:
            self._close()

    def _jump(self, number: int | None) -> None:
        questions = self._session.questions
        if number is None or not 1 <= number <= len(questions):
            told = f"Typ v met een nummer van 1 tot en met {len(questions)}, zoals v 1."
            raise InvalidAnswerError(
                told if number is None else f"Vraag {number} is er niet. {told}"
            )
        self._go(self._session.go_to(questions[number - 1]))

    def _close(self) -> None:
        if self._session.is_closed:
            self._talk.say("Deze lijst kunt u alleen lezen.")
            return
        instead = closing.close(self._talk, self._sitting)
        if instead is None:
            self._is_done = True
        elif instead.command is Command.BACK:
            self._arrive()
        else:
            self._obey(instead)

    # --- the file ---

    def _save(self) -> None:
        if self._keeper.save():
            self._arrive()

    def _take_back(self) -> None:
        if not self._session.is_handed_in or self._session.is_taken:
            self._talk.say("Terughalen kan alleen met een lijst die is ingeleverd.")
        elif self._talk.confirm("Wilt u deze lijst weer openen? Hij is dan niet meer ingeleverd."):
            if self._sitting.take_back():
                self._talk.say("De lijst is weer open. Lever hem straks opnieuw in: typ klaar.")
                self._arrive()
            else:
                self._talk.say(f"Dat lukt niet. {self._sitting.trouble}")
                self._sitting.retry(anew=False)  # nothing is lost: the trouble ends
