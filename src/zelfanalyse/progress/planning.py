"""The planning of a round and of a learning track, counted back from the day of the conversation.

Eight weeks, or what is left of them: the preparation of the learning track of 2014-2017 took six
to eight. A planning is advice: whoever keeps another day writes that in ``stappen.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from zelfanalyse.days import shifted
from zelfanalyse.dossier.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

WEEKS: Final = 8
FEWEST_WEEKS: Final = 6
_WEEK: Final = 7
_SATURDAY: Final = 5


class _Moment(NamedTuple):
    """A step, and how many days before (negative) or after the day it should be done."""

    id: str
    title: str
    days: int


_ROUND: Final = (
    _Moment("aankondigen", "Aankondigen wat u wilt leren, en het bestuur informeren", -56),
    _Moment("uitnodigen", "Mensen uitnodigen, van binnen en van buiten", -49),
    _Moment("zelfanalyse", "De zelfanalyse is ingevuld", -35),
    _Moment("blik-van-buiten", "De blik van buiten is ingevuld", -28),
    _Moment("sluiten", "Beide kanten sluiten: er komt niets meer bij", -21),
    _Moment("visitatie", "De visitatiecommissie kijkt", -16),
    _Moment("hoor-en-wederhoor", "Hoor en wederhoor bij bestuurders, over de feiten", -10),
    _Moment("rapport", "Het rapport gaat naar iedereen die meepraat", -7),
    _Moment("gesprek", "De dag van het gesprek", 0),
    _Moment("keuze", "Per actie kiezen: wie, wanneer en wat een inwoner merkt", 14),
    _Moment("terugkoppeling", "Terugkoppelen aan het bestuur", 28),
    _Moment("terugkijken", "Terugkijken: wat kwam er van de acties?", 48 * 7),
    _Moment("volgende-ronde", "Een volgende ronde aankondigen", 52 * 7),
)
_PANEL: Final = "visitatie"
_LEARNING: Final = (
    _Moment("leervraag", "De leervraag opschrijven en aankondigen, en het bestuur informeren", -56),
    _Moment("eigen-analyse", "De korte eigen analyse is af", -49),
    _Moment("interviews-begin", "De adviseur begint met gesprekken: binnen, buiten, elders", -42),
    _Moment("interviews", "De gesprekken zijn gevoerd", -21),
    _Moment("gespreksnotitie", "De gespreksnotitie is af", -14),
    _Moment("notities", "Beide notities gaan naar alle deelnemers", -7),
    _Moment("dag", "De dag van de intervisie", 0),
    _Moment("keuze", "Per advies kiezen: overnemen, aanpassen of niet", 14),
    _Moment("terugkoppeling", "De adviezen terugkoppelen aan het bestuur", 28),
    _Moment("terugkijken", "Terugkijken: wat is er met de adviezen gedaan?", 48 * 7),
)


def planning(day: date, today: date, *, panel: bool = False) -> tuple[Step, ...]:
    """Return the steps of a round in the order of time; that of the panel only when there is one.

    What comes before the day is drawn together when there are fewer than eight weeks left.
    """
    moments = (item for item in _ROUND if panel or item.id != _PANEL)
    return _planned(moments, day, today)


def learning_planning(day: date, today: date) -> tuple[Step, ...]:
    """Return the steps of a learning track in the order of time."""
    return _planned(_LEARNING, day, today)


def notice(day: date, today: date) -> str:
    """Return in Dutch what to think of when there is little time; empty when there is enough."""
    left = (day - today).days
    if left < 0:
        return "Deze dag is al geweest. Kijk de datum na."
    if left >= FEWEST_WEEKS * _WEEK:
        return ""
    weeks = left // _WEEK
    how_long = f"{weeks} weken" if weeks > 1 else "1 week" if weeks else "minder dan een week"
    return (
        f"Tot de dag is het nog {how_long}. Reken op {WEEKS} weken, en minstens {FEWEST_WEEKS}: "
        "mensen hebben tijd nodig om te antwoorden. Kan het later? Kies dan een andere dag."
    )


def _planned(moments: Iterable[_Moment], day: date, today: date) -> tuple[Step, ...]:
    """Return each moment as a step with its day; none of the preparation is before today."""
    left = (day - today).days
    share = min(left / (WEEKS * _WEEK), 1) if left >= 0 else 1
    steps = []
    for item in moments:
        days = item.days if item.days > 0 else round(item.days * share)
        due_on = day if item.days == 0 else _workday(shifted(day, days))
        if left >= 0:
            due_on = max(due_on, today)
        steps.append(Step(id=item.id, title=item.title, due_on=due_on))
    return tuple(steps)


def _workday(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return shifted(day, -max(day.weekday() - _SATURDAY + 1, 0))
