"""What all screens share: the app they belong to, the warning above, the keys below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from zelfanalyse.tui.literal import literal
from zelfanalyse.tui.widgets.head import Hints
from zelfanalyse.tui.widgets.rows import FAR, PAGE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from zelfanalyse.response.session import Session
    from zelfanalyse.response.sitting import Sitting
    from zelfanalyse.tui.app import FillInApp
    from zelfanalyse.tui.base import BaseApp

STOP = ("Ctrl+Q", "stop", "app.quit")


class Command(NamedTuple):
    """Something one can do on a screen: in words, its key, and what does it."""

    label: str
    key: str
    act: Callable[[], Awaitable[None]]


class BasePage(Screen[None]):
    """A screen of any of our apps: the warning above, its body, the keys below."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    HINTS: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    TROUBLE: ClassVar[str] = "Niet bewaard."
    WAY_OUT: ClassVar[str] = "F8: kies wat u doet."

    @property
    def base(self) -> BaseApp:
        """The app, with its trouble and its commands."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """Draw the warning, the page itself and the keys, at once in the shape of the window."""
        self.set_class(True, *self.base.shape, update=False)  # noqa: FBT003  # Textual's signature
        yield Static(id="banner", markup=False)
        yield from self.body()
        yield Hints(id="hints")

    def body(self) -> Iterable[Widget]:
        """Return the page itself."""
        raise NotImplementedError

    async def on_mount(self) -> None:
        """Draw for the first time."""
        await self.draw()

    async def draw(self) -> None:
        """Draw the warning and the keys; every subclass adds its own part."""
        trouble = self.base.trouble
        banner = self.query_one("#banner", Static)
        banner.display = bool(trouble)
        if trouble:
            banner.update(literal(f"! {self.TROUBLE} {trouble} {self.WAY_OUT}"))
        self.query_one("#hints", Hints).show(self.hints())

    def after_keys(self, act: Callable[..., Awaitable[object]], *arguments: object) -> None:
        """Act when the app has handled every earlier key; for what did not come from a key.

        The app then does one thing at a time, and no screen waits for its own removal.
        """
        self.app.call_later(self._act, act, *arguments)

    async def _act(self, act: Callable[..., Awaitable[object]], *arguments: object) -> None:
        """Act unless the app is on its way out: a page would come up without anything on it."""
        if not self.base.is_leaving:
            await act(*arguments)

    def commands(self) -> Iterable[Command]:
        """Return what the palette offers here; every screen can change its looks and stop."""
        return self.base.commands()

    def hints(self) -> Iterable[tuple[str, str, str]]:
        """Return at most five keys: as printed, what it does, and its action."""
        return self.HINTS

    async def flush(self) -> None:
        """Save what was typed and not yet saved; most screens have nothing to type."""


class Page(BasePage):
    """A screen that draws ``app.session`` and is drawn again after every change."""

    @property
    def form(self) -> FillInApp:
        """The app, with the session."""
        return cast("FillInApp", self.app)

    @property
    def sitting(self) -> Sitting:
        """The one sitting; screens that come after the start have one."""
        sitting = self.form.sitting
        if sitting is None:
            msg = "this screen was opened before a sitting was begun"
            raise LookupError(msg)
        return sitting

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.sitting.session

    @property
    def is_ahead(self) -> bool:
        """Whether something is typed here that was not handed over to be saved."""
        return False

    def show_state(self) -> None:
        """Draw whether what is on the screen is on the disk, where the page tells that."""


def list_keys(picks: str = "enter,space") -> list[BindingType]:
    """Return the keys of every screen with a list and a cursor."""
    return [
        _move_key("up", -1, "omhoog", "omhoog"),
        _move_key("down", 1, "omlaag", "omlaag"),
        _move_key("pageup", -PAGE, "blad omhoog", "vorige"),
        _move_key("pagedown", PAGE, "blad omlaag", "blad"),
        _move_key("home", -FAR, "begin", "begin"),
        _move_key("end", FAR, "einde", "einde"),
        Binding(picks, "pick", "kies", show=False, priority=True, id="lijst.kies"),
    ]


def _move_key(key: str, by: int, told: str, name: str) -> Binding:
    return Binding(key, f"move({by})", told, show=False, priority=True, id=f"lijst.{name}")


def digit_keys() -> list[BindingType]:
    """Return the digits, each pressing itself."""
    return [
        Binding(
            key, f"press('{key}')", f"antwoord {key}", show=False, priority=True, id=f"toets.{key}"
        )
        for key in "1234567890"
    ]
