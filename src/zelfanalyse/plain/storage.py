"""On disk first: every change is saved and confirmed, and when the disk refuses one can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.errors import ChangedElsewhereError, ZelfanalyseError
from zelfanalyse.form.elsewhere import folder_named

if TYPE_CHECKING:
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
    is_changed = isinstance(sitting.trouble, ChangedElsewhereError)
    first, last = "overnemen" if is_changed else "probeer", "weg" if leaving else "verder"
    talk.say(f"Niet bewaard. {sitting.trouble}", _IN_MEMORY, _TOLD[first], _TOLD["map"])
    talk.say(_TOLD[last])
    while sitting.trouble is not None:
        typed = talk.ask(f"Typ {first}, map of {last}.").lower()
        if typed == last:
            return
        if typed == first:
            _told(talk, sitting, done=sitting.reread() if is_changed else sitting.retry())
        elif typed == "map":
            _move(talk, sitting)
        else:
            talk.say("Dat is hier geen keuze.")


_TOLD = {
    "overnemen": (
        "overnemen: ga verder met wat nu in het bestand staat. "
        "Wat u typte en niet bewaard is, vervalt dan."
    ),
    "probeer": "probeer: probeer opnieuw te bewaren.",
    "map": "map: bewaar in een andere map.",
    "verder": "verder: ga door zonder te bewaren. Met bewaar kunt u later weer kiezen.",
    "weg": "weg: stop zonder te bewaren.",
}


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
