"""Before the first question: on whose behalf, what this is, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zelfanalyse.errors import RefusedError
from zelfanalyse.form.ways import Way, ways
from zelfanalyse.form.welcome import handed_in_line, paragraphs, warnings
from zelfanalyse.plain.commands import Command, Order, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zelfanalyse.plain.talk import Talk
    from zelfanalyse.response.desk import Desk
    from zelfanalyse.response.session import Invitation
    from zelfanalyse.response.sitting import Sitting


class Start:
    """Asks until there is a sitting; ``refusal`` is why the last try gave none."""

    def __init__(self, talk: Talk, desk: Desk) -> None:
        self._talk = talk
        self._desk = desk
        self.refusal = ""

    def sitting(self) -> Sitting:
        """Return the sitting that was chosen: begun, gone on with, or opened to read."""
        self._talk.say(self._desk.questionnaire.title)
        while True:
            invitation = self._invitation()
            if (sitting := self._way_in(invitation)) is not None:
                return sitting

    def _invitation(self) -> Invitation:
        invitations = self._desk.invitations
        if len(invitations) == 1:
            return invitations[0]
        names = [item.perspective_title or item.perspective or "" for item in invitations]
        return invitations[self._pick("Namens wie vult u in?", names)]

    def _way_in(self, invitation: Invitation) -> Sitting | None:
        """Return the sitting; none when the person goes back to the perspectives."""
        self._introduce(invitation)
        while True:
            found = self._desk.find(invitation)
            if found.handed_in:
                self._talk.say(handed_in_line(len(found.handed_in)))
            way = self._way(ways(self._desk, found))
            if way is None:
                return None
            if (sitting := self._open(invitation, way)) is not None:
                return sitting

    def _introduce(self, invitation: Invitation) -> None:
        findings = self._desk.find(invitation).findings
        self._talk.say(*(f"Let op: {sentence}" for sentence in warnings(self._desk, findings)))
        for heading, text in paragraphs(self._desk, invitation, stop="het woord stop"):
            self._talk.say("", *filter(None, [heading, text]))
        self._talk.say("")

    def _way(self, found: Sequence[Way]) -> Way | None:
        goes_back = len(self._desk.invitations) > 1
        back = " Met < kiest u een andere groep." if goes_back else ""
        if len(found) > 1:
            self._talk.say("Wat wilt u doen?", *_numbered(way.label for way in found))
            prompt = f"Typ een nummer van 1 tot en met {len(found)}, of stop.{back}"
        else:
            prompt = f"Druk op Enter om te beginnen, of typ stop.{back}"
        while True:
            typed = self._talk.ask(prompt)
            if goes_back and order(typed) == Order(Command.BACK):
                return None
            if len(found) == 1 and not typed:
                return found[0]
            if len(found) > 1 and (place := _place(typed, len(found))) is not None:
                return found[place]
            self._talk.say("Dat is hier geen keuze.")

    def _pick(self, question: str, labels: Sequence[str]) -> int:
        self._talk.say(question, *_numbered(labels))
        while True:
            typed = self._talk.ask(f"Typ een nummer van 1 tot en met {len(labels)}, of stop.")
            if (place := _place(typed, len(labels))) is not None:
                return place
            self._talk.say("Dat is hier geen keuze.")

    def _open(self, invitation: Invitation, way: Way) -> Sitting | None:
        self.refusal = ""
        if way.path is None:
            sitting = self._desk.begin(invitation)
            if sitting.begin():
                return sitting
            self.refusal = str(sitting.trouble)
        else:
            try:
                return self._desk.resume(way.path)
            except RefusedError as error:
                self.refusal = str(error)
        self._talk.say(f"U kunt nu niet beginnen. {self.refusal}")
        return None


def _numbered(labels: Iterable[str]) -> list[str]:
    return [f"{number} {label}" for number, label in enumerate(labels, 1)]


def _place(typed: str, count: int) -> int | None:
    """Return the place in a numbered list, from 0; none when it is not in it."""
    numbers = [str(number) for number in range(1, count + 1)]
    return numbers.index(typed) if typed in numbers else None
