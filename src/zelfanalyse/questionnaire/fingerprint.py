"""A short name for what is asked: two lists with one fingerprint ask the same."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zelfanalyse.questionnaire.model import Questionnaire

LENGTH = 16  # hexadecimal digits: 64 bits, plenty to tell the versions of a list apart

_NOT_ASKED = {
    "bron",
    "document",
    "eigen",
    "gespreksvragen",
    "over_uzelf",
    "status",
    "versie",
    "voorbeeld",
    "weergave",
}


def fingerprint(questionnaire: Questionnaire) -> str:
    """Return 16 hexadecimal digits of SHA-256 over everything a respondent is asked.

    White space, comments, key order, provenance, discussion prompts, examples, version, status,
    whose question it is and how the report shows the figures do not count: the same answers mean
    the same. Texts, ids, order, scale, reversal, weights and help texts do. Defaults are left out,
    so that a key the format gets later changes no existing fingerprint.
    """
    asked = questionnaire.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    meaning = _meaning(asked)
    canonical = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:LENGTH]


def _meaning(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _meaning(item) for key, item in value.items() if key not in _NOT_ASKED}
    if isinstance(value, list):
        return [_meaning(item) for item in value]
    if isinstance(value, str):
        return " ".join(value.split())
    return value
