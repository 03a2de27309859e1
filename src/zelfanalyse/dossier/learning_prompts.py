"""What is asked at each part of the learning track, in the words people read everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from zelfanalyse.dossier.actions import LearningMode

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKS: Final[Mapping[str, str]] = {
    "is_current": "Is de vraag actueel?",
    "is_hard": "Is het antwoord niet zomaar te vinden?",
    "is_felt": "Houdt de vraag u echt bezig?",
}
ANALYSIS: Final[Mapping[str, str]] = {
    "case": "Beschrijf één concreet geval waarin de vraag speelt.",
    "distance": "Wat ziet iemand die er niet bij hoort?",
    "origin": "Hoe is het begonnen?",
    "efforts": "Wat is er al gedaan, en welk effect had dat?",
    "went_wrong": "Waar ging het volgens u mis?",
    "management": "Wat was de rol van de directie?",
    "partners": "Welke partners horen bij dit vraagstuk?",
    "expectation": "Wat denkt u dat deze partners zullen zeggen?",
    "to_interview": "Wie moet de adviseur spreken, van binnen en van buiten?",
    "elsewhere": "Waar elders speelt deze vraag ook?",
    "board": "Wat wil het bestuur hiervan leren?",
    "advice_wanted": "Waarover wilt u advies van de deelnemers?",
}
NOTE: Final[Mapping[str, str]] = {
    "inside": "Het beeld van binnen",
    "outside": "Het beeld van buiten",
    "elsewhere": "Ervaringen van elders",
    "differences": "Waar de beelden verschillen",
    "questions": "Drie vragen voor de dag",
}
DATES: Final[Mapping[str, str]] = {
    "announced_on": "Aan anderen gezegd dat u hiervan wilt leren",
    "board_informed_on": "Het bestuur weet ervan",
    "day": "De dag van de intervisie",
    "fed_back_on": "Het bestuur hoorde de adviezen",
    "review_on": "De dag waarop u terugkijkt",
}
WAYS: Final[Mapping[LearningMode, str]] = {
    LearningMode.TAKE_OVER: "overnemen wat er is (van het aanrecht)",
    LearningMode.COMPLETE: "kijken hoe het gemaakt is, en aanvullen (kookproces)",
    LearningMode.TOGETHER: "samen maken",
}
