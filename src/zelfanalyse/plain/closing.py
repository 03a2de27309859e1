"""Closing: what is answered and what is open, and handing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.plain import spoken, storage
from zelfanalyse.plain.commands import Command, Order, order

if TYPE_CHECKING:
    from zelfanalyse.plain.talk import Talk
    from zelfanalyse.response.sitting import Sitting

HAND_IN = "inleveren"
_PROMPT = f"Typ het woord {HAND_IN}, of < om terug te gaan naar de vragen."
_KNOWN = {
    *(Command.BACK, Command.JUMP, Command.OVERVIEW, Command.ONLY_OPEN),
    *(Command.HELP, Command.SAVE, Command.UNDO, Command.REDO),
}


def close(talk: Talk, sitting: Sitting) -> Order | None:
    """Return what the person wants instead, at the questions; none when it is handed in."""
    _tell(talk, sitting)
    while True:
        typed = talk.ask(_PROMPT)
        found = order(typed)
        if not typed:
            _tell(talk, sitting)
        elif typed.lower() == HAND_IN:
            if _hand_in(talk, sitting):
                return None
            if sitting.session.is_closed:  # taken over as someone else handed it in
                return Order(Command.BACK)
        elif found is not None and found.command in _KNOWN:
            return found
        else:
            talk.say("Dat is hier geen keuze. U bent bij het afronden.")


def _tell(talk: Talk, sitting: Sitting) -> None:
    session = sitting.session
    talk.say("", "Afronden.", *spoken.tally(session))
    if left := session.open_questions:
        numbers = [session.questions.index(item) + 1 for item in left]
        talk.say(
            f"Nog open: vraag {spoken.series(numbers)}. Met v en een nummer gaat u erheen.",
            "U mag ook met open vragen inleveren.",
        )
    else:
        talk.say("Er zijn geen open vragen.")
    talk.say("Na het inleveren is de lijst dicht.")


def _hand_in(talk: Talk, sitting: Sitting) -> bool:
    """Return whether this is handed in: with open questions only after a confirmation."""
    left = len(sitting.session.open_questions)
    if left:
        told = "Er is nog 1 open vraag." if left == 1 else f"Er zijn nog {left} open vragen."
        if not talk.confirm(f"{told} Toch inleveren?"):
            return False
    if sitting.hand_in():
        return True
    talk.say("Uw lijst is nog niet ingeleverd.")
    storage.settle(talk, sitting)
    return False
