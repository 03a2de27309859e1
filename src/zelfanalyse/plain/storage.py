"""On disk first: every change is saved and confirmed, and when the disk refuses one can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.errors import ChangedElsewhereError, ZelfanalyseError
from zelfanalyse.form.elsewhere import folder_named
from zelfanalyse.form.first_choice import first_choice
from zelfanalyse.plain.commands import Command

if TYPE_CHECKING:
    from zelfanalyse.errors import StorageError
    from zelfanalyse.plain.talk import Talk
    from zelfanalyse.response.session import Session
    from zelfanalyse.response.sitting import Sitting

_IN_MEMORY = "Uw antwoorden staan nog in het geheugen van dit programma."


class Keeper:
    """Changes the session and tells what the disk says; who chose to go on is not asked again."""

    def __init__(self, talk: Talk, sitting: Sitting) -> None:
        self._talk = talk
        self._sitting = sitting
        self._goes_on = False  # without saving

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._sitting.session

    def change(self, session: Session) -> None:
        """Make this the session, on disk first."""
        self._sitting.change(session)
        if self._goes_on and self._sitting.trouble is None:
            self._talk.say("Alles is weer bewaard.")
            self._goes_on = False

    def change_text(self, session: Session) -> None:
        """Make this the session while a text is typed, when there can be no choices yet."""
        before = self._sitting.trouble
        self.change(session)
        if before is None and self._sitting.trouble is not None:
            self._talk.say(f"Niet bewaard. {self._sitting.trouble} Maak uw tekst gerust af.")

    def saved(self, what: str) -> bool:
        """Confirm what was done, and return what ``settled`` does."""
        kept = self._sitting.trouble is None
        self._talk.say(f"Bewaard: {what}" if kept else f"Onthouden, niet bewaard: {what}")
        return self.settled()

    def settled(self) -> bool:
        """Let the person choose when the disk refuses, once.

        Returns whether they took over what someone else put in the file: all is different then.
        """
        if self._sitting.trouble is None or self._goes_on:
            return False
        before = self.session
        settle(self._talk, self._sitting)
        self._goes_on = self._sitting.trouble is not None
        return self.session is not before

    def save(self) -> bool:
        """Choose a folder, or choose again when the disk refuses; returns what ``settled`` does."""
        self._goes_on = False
        if self.session.is_closed:
            self._talk.say("Deze lijst kunt u alleen lezen.")
        elif self._sitting.trouble is None:
            _move(self._talk, self._sitting)
        return self.settled()


def settle(talk: Talk, sitting: Sitting, *, leaving: bool = False) -> None:
    """Let the person choose until everything is on disk, or until they go on without.

    Words, and no numbers: a number that was meant for the next question does nothing here.
    """
    if sitting.trouble is None:
        return
    last, told = "weg" if leaving else "verder", _first(sitting.trouble)
    talk.say(f"Niet bewaard. {sitting.trouble}", _IN_MEMORY, told, _TOLD["map"], _TOLD[last])
    while sitting.trouble is not None:
        if (now := _first(sitting.trouble)) != told:  # another trouble came in its place
            talk.say(now)
            told = now
        first = _TAKE_OVER if _is_changed(sitting.trouble) else _AGAIN
        typed = talk.ask(f"Typ {first}, map of {last}.").lower()
        if typed == last:
            return
        if typed == _TAKE_OVER == first:
            _take_over(talk, sitting)
        elif typed == _AGAIN == first:
            _told(talk, sitting, done=sitting.retry())
        elif typed == "map":
            _move(talk, sitting)
        else:
            talk.say("Dat is hier geen keuze.")


_TAKE_OVER, _AGAIN = "overnemen", "probeer"
_TOLD = {
    "map": "map: bewaar in een andere map.",
    "verder": "verder: ga door zonder te bewaren. Met bewaar kunt u later weer kiezen.",
    "weg": "weg: stop zonder te bewaren.",
}


def _is_changed(trouble: StorageError) -> bool:
    return isinstance(trouble, ChangedElsewhereError)


def _first(trouble: StorageError) -> str:
    """Return the word of the first choice with what it does."""
    word = _TAKE_OVER if _is_changed(trouble) else _AGAIN
    does = first_choice(trouble, f"de letter {Command.UNDO.value}")
    return f"{word}: {does[0].lower()}{does[1:]}"


def _take_over(talk: Talk, sitting: Sitting) -> None:
    if not sitting.reread():
        talk.say(f"Dat lukt niet. {sitting.trouble}")
    elif sitting.session.is_closed:
        talk.say(f"U leest nu {sitting.path}. Deze lijst is ingeleverd.")
    else:
        talk.say(f"U gaat nu verder met wat in {sitting.path} staat.")


def _move(talk: Talk, sitting: Sitting) -> None:
    typed = talk.ask("Typ het pad van de map. Enter zonder iets: toch niet.")
    if not typed or typed == "<":
        return
    try:
        sitting.move_to(folder_named(typed))
    except ZelfanalyseError as error:
        talk.say(f"Dat lukt niet. {error}")
    else:
        _told(talk, sitting, done=True)


def _told(talk: Talk, sitting: Sitting, *, done: bool) -> None:
    if done:
        talk.say(f"Alles is bewaard in {sitting.path}.")
    else:
        talk.say(f"Dat lukt niet. {sitting.trouble}")
