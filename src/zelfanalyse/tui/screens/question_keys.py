"""The keys of the question screen, each with an id, and which of them a text field keeps."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from zelfanalyse.tui.screens.page import digit_keys


def _key(key: str, action: str, description: str, name: str) -> Binding:
    return Binding(key, action, description, show=False, priority=True, id=f"vraag.{name}")


KEYS: list[BindingType] = [
    *digit_keys(),
    *(_key(letter, f"press('{letter}')", f"antwoord {letter}", letter) for letter in "abcdefghij"),
    _key("w", "press('w')", "weet ik niet", "weet_niet"),
    _key("n", "press('n')", "niet van toepassing", "nvt"),
    _key("up", "move(-1)", "omhoog", "omhoog"),
    _key("down", "move(1)", "omlaag", "omlaag"),
    _key("enter", "enter", "kies of verder", "enter"),
    _key("space", "space", "kies", "spatie"),
    _key("right", "turn(1)", "volgende vraag", "rechts"),
    _key("left", "turn(-1)", "vorige vraag", "links"),
    _key("pagedown", "go(1)", "volgende vraag", "volgende"),
    _key("pageup", "go(-1)", "vorige vraag", "vorige"),
    _key("tab", "tab(1)", "volgende vraag of rij", "tab"),
    _key("shift+tab", "tab(-1)", "vorige vraag of rij", "shift_tab"),
    _key("backspace", "clear", "wis het antwoord", "wis"),
    _key("ctrl+z", "undo", "maak ongedaan", "ongedaan"),
    _key("ctrl+y", "redo", "doe opnieuw", "opnieuw"),
    _key("t,f3", "comment", "toelichting", "toelichting"),
    _key("v", "example", "voorbeeld bij de vorige vraag", "voorbeeld"),
    _key("f4", "editor", "eigen teksteditor", "teksteditor"),
    _key("o,f2", "overview", "overzicht", "overzicht"),
    _key("f1,question_mark", "help", "hulp", "hulp"),
    _key("f10", "finish", "afronden en inleveren", "afronden"),
]

# What these actions' keys do in a text field is the field's own business; Tab, the page keys,
# the function keys and Ctrl+Q keep their meaning there.
KEPT_BY_TEXT = frozenset({"press", "move", "space", "turn", "clear", "undo", "redo", "example"})
