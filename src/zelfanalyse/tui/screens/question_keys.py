"""Every key at a question, told once: what it does here, in the help and in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding, BindingType

from zelfanalyse.questionnaire.questions import OpenQuestion
from zelfanalyse.response.answers import accepts_missing
from zelfanalyse.tui import own_editor
from zelfanalyse.tui.screens.page import digit_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zelfanalyse.response.session import Session


def _anywhere(_: Session) -> bool:
    return True


def _open(session: Session) -> bool:
    return not session.is_closed


def _writes(session: Session) -> bool:
    return _open(session) and isinstance(session.current, OpenQuestion)


def _missing(session: Session) -> bool:
    return _open(session) and accepts_missing(session.current)


def _editor(session: Session) -> bool:
    question = session.current
    is_words = isinstance(question, OpenQuestion) and question.kind == "tekst"
    return _open(session) and is_words and own_editor.is_there()


class Key(NamedTuple):
    """One or more keys that belong together.

    ``shown`` is how they are printed, and ``in_text`` how they are printed while a text is
    written; empty where they mean nothing. ``bound`` has Textual's names and the action of each;
    what belongs to the whole app is bound there.
    """

    shown: str
    in_text: str
    told: str
    bound: tuple[tuple[str, str], ...] = ()
    on_palette: bool = False
    fits: Callable[[Session], bool] = _anywhere

    def printed(self, session: Session) -> str:
        """Return how it is printed at the current question; empty when it does nothing there."""
        if not self.fits(session):
            return ""
        return self.in_text if _writes(session) else self.shown


_LETTERS = tuple((letter, f"press('{letter}')") for letter in "abcdefghij")
_MISSING = (("w", "press('w')"), ("n", "press('n')"))
_PICK = (("up", "move(-1)"), ("down", "move(1)"), ("enter", "enter"), ("space", "space"))
_TABS = (("tab", "tab(1)"), ("shift+tab", "tab(-1)"))
_TURN = (("right", "turn(1)"), ("left", "turn(-1)"))
_PAGES = (("pagedown", "go(1)"), ("pageup", "go(-1)"))

KEYS = (
    Key("1 2 3 …", "", "antwoord geven en verder", _LETTERS, fits=_open),
    Key("↑ ↓ en Enter", "", "antwoord kiezen; spatie kiest ook", _PICK, fits=_open),
    Key("w  n", "", "weet ik niet, niet van toepassing", _MISSING, fits=_missing),
    Key("", "Tab  Shift+Tab", "volgende vraag, vorige vraag", _TABS),
    Key("← →", "", "vorige of volgende vraag", _TURN),
    Key("PgUp PgDn", "PgUp PgDn", "vorige of volgende vraag", _PAGES),
    Key("o of F2", "F2", "ga naar een vraag: overzicht", (("o,f2", "overview"),), on_palette=True),
    Key(
        *("F1 of ?", "F1", "hulp bij deze vraag"),
        (("f1,question_mark", "help"),),
        on_palette=True,
    ),
    Key("F10", "F10", "afronden en inleveren", (("f10", "finish"),), on_palette=True),
    Key(
        *("t of F3", "F3", "toelichting schrijven", (("t,f3", "comment"),)),
        on_palette=True,
        fits=lambda session: session.takes_comment,
    ),
    Key("v", "", "voorbeeld bij de vorige vraag", (("v", "example"),), fits=_open),
    Key(
        *("Backspace", "", "antwoord wissen", (("backspace", "clear"),)),
        on_palette=True,
        fits=_open,
    ),
    Key(
        *("Ctrl+Z", "Ctrl+Z", "wijziging ongedaan maken", (("ctrl+z", "undo"),)),
        on_palette=True,
        fits=_open,
    ),
    Key(
        *("Ctrl+Y", "Ctrl+Y", "wijziging toch weer doen", (("ctrl+y", "redo"),)),
        on_palette=True,
        fits=_open,
    ),
    Key(
        *("", "F4", "schrijven in uw eigen teksteditor", (("f4", "editor"),)),
        on_palette=True,
        fits=_editor,
    ),
    Key("Ctrl+P", "Ctrl+P", "alles wat u hier kunt doen"),
    Key("Ctrl+T", "Ctrl+T", "donker, licht of hoog contrast"),
    Key("F8", "F8", "kiezen wat u doet als bewaren niet lukt"),
    Key("Ctrl+Q", "Ctrl+Q", "stoppen; later gaat u verder"),
)

BINDINGS: list[BindingType] = [
    *digit_keys(),
    *(
        Binding(keys, action, key.told, show=False, priority=True, id=f"vraag.{keys.split(',')[0]}")
        for key in KEYS
        for keys, action in key.bound
    ),
]

# What these actions' keys do in a text field is the field's own business.
KEPT_BY_TEXT = frozenset(
    action.split("(")[0] for key in KEYS if not key.in_text for _, action in key.bound
)


def told(session: Session) -> str:
    """Return what every key does at the current question, a line each."""
    printed = ((key.printed(session), key.told) for key in KEYS)
    return "\n".join(f"{shown:<16} {words}" for shown, words in printed if shown)


def to_look_up(session: Session) -> Iterator[tuple[str, str, str]]:
    """Yield for the palette what one can do at the current question: words, key and action.

    A key that works everywhere is the one to learn; the key can be empty while a text is written.
    """
    for key in KEYS:
        if key.on_palette and key.fits(session):
            ((_, action),) = key.bound
            printed = key.in_text or key.printed(session)
            yield key.told[0].upper() + key.told[1:], printed, action
