"""A short name for what the figures of a round rest on, whatever the program makes of it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from zelfanalyse.questionnaire.fingerprint import LENGTH, fingerprint

if TYPE_CHECKING:
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.response.model import Response

_OF_A_GROUP: Final = {"id", "source", "on_record", "predicts", "form"}
_NOT_SAID: Final = {
    "format",
    "dossier",
    "round",
    "questionnaire",  # the list itself is looked at
    "made_up",
    "started",
    "handed_in",
    "place",
}


def given(dossier: Dossier) -> str:
    """Return 16 hexadecimal digits over what goes in: answers, groups, thresholds and lists.

    Names, titles of groups, planning, ledger and the other files of a dossier do not count, nor
    do file names, the order of files, how many people were invited and when someone answered: none
    of these decides a figure. The order of the groups does: figures ask the gate in that order.

    A round stays closed as long as this stays the same. So what a file may hold later must not
    count at its default; a threshold counts at its default too, since that may become another.
    """
    lists = {
        item.questionnaire.id: {
            "vragen": fingerprint(item.questionnaire),
            "weergave": item.questionnaire.display.value,
            "groepen": [
                group.model_dump(mode="json", by_alias=True, include=_OF_A_GROUP)
                for group in item.settings.perspectives
            ],
            "antwoorden": sorted(map(_said, item.responses)),
        }
        for item in dossier.lists
    }
    method = dossier.settings.method.model_dump(mode="json", by_alias=True)
    return hashlib.sha256(_plain([method, lists]).encode()).hexdigest()[:LENGTH]


def _said(response: Response) -> str:
    """Return who someone is and what they said, without when and where they stopped."""
    return _plain(
        response.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_NOT_SAID)
    )


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
