"""Figures and findings in Dutch words: decimal comma, counts, and why a figure is not there."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zelfanalyse.analysis.gap import Gap, Reading
from zelfanalyse.analysis.scoring import displayed, exact
from zelfanalyse.analysis.told import End, Score, Status
from zelfanalyse.dossier.model import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zelfanalyse.analysis.told import Evidence

NO_BREAK = "\u00a0"  # a space that keeps two words on one line
SIDE = {Source.SELF: "zelf", Source.EXTERNAL: "buiten"}
FROM = {Source.SELF: "van binnen", Source.EXTERNAL: "van buiten"}
READING = {
    Reading.SELF_HIGHER: "Zelf positiever. Ook buiten is het beeld goed.",
    Reading.BLIND_SPOT: "Zelf positiever: mogelijk een blinde vlek.",
    Reading.SHARED_STRENGTH: "Gedeelde kracht.",
    Reading.SHARED_CONCERN: "Gedeelde zorg.",
    Reading.DEVELOPING: "In ontwikkeling: de beelden liggen dicht bij elkaar.",
    Reading.HIDDEN_STRENGTH: "Buiten positiever: een verborgen kracht.",
    Reading.EXTERNAL_HIGHER: "Buiten positiever: zelf bent u strenger.",
}


def number(value: Fraction, places: int = 1) -> str:
    """Return a figure with a decimal comma: ``3,9``."""
    shown = displayed(value, places) + 0  # so that nothing is −0
    return str(shown).replace(".", ",").replace("-", "−")


def signed(value: Fraction) -> str:
    """Return a difference with its sign: ``+0,8``, ``−1,2``, ``0,0``."""
    text = number(value)
    return text if text == "0,0" or text.startswith("−") else f"+{text}"


def gap_text(gap: Gap | None) -> str:
    """Return the difference, or a dash where there is none to tell."""
    return "–" if gap is None else signed(gap.value)


def score_text(score: Score, k: int) -> str:
    """Return a score as it is printed, or in a word why it is not there."""
    match score.status:
        case Status.SHOWN if score.value is not None:
            return number(score.value)
        case Status.BOUNDED if score.value is not None:
            return f"{sign(score.end)} {number(score.value)}"
        case Status.SMALL:
            return f"<{k}"
        case _:
            return "–"


def score_of_people(score: Score, k: int) -> str:
    """Return a score with the number of people behind it: ``3,9 (12)``, on one line."""
    text = score_text(score, k)
    return f"{text}{NO_BREAK}({score.n})" if score.is_told else text


def sign(end: End | None) -> str:
    """Return the sign before a bound: the true figure lies between it and that end."""
    return "≥" if end is End.HIGH else "≤"


def certainty(evidence: Evidence | None) -> str:
    """Return the word for how sure a gap is, or nothing where there is no word."""
    if evidence is None or evidence.certainty is None:
        return ""
    return evidence.certainty.value


def reading(gap: Gap) -> str:
    """Return how a difference reads, or nothing where the list has no reading of it."""
    return "" if gap.reading is None else READING[gap.reading]


def gap_with_interval(gap: Gap | None, evidence: Evidence | None) -> str:
    """Return the difference with its interval where that may be told: ``+0,6 (0,1 tot 1,1)``."""
    ends = evidence.interval if evidence else None
    if ends is None:
        return gap_text(gap)
    low, high = (signed_float(end).removeprefix("+") for end in (ends.low, ends.high))
    return f"{gap_text(gap)} ({low} tot {high})"


def signed_float(value: float) -> str:
    """Return the end of an interval with its sign: ``−0,3``."""
    return signed(Fraction(value))


def whole(value: Fraction) -> str:
    """Return a figure without decimals: ``63``."""
    return number(value, 0)


def setting(value: float) -> str:
    """Return a setting with at most one decimal: ``12,5``, ``25``."""
    return number(exact(value)).removesuffix(",0")


def count_text(count: int | None) -> str:
    """Return a count, or a dash where it may not be shown."""
    return "–" if count is None else str(count)


def percent(share: Fraction) -> str:
    """Return a share of one as whole percents: ``40%``."""
    return f"{displayed(100 * share, 0)}%"


def thousands(value: int) -> str:
    """Return a whole number with points: ``270.000``."""
    return f"{value:,}".replace(",", ".")


def listed(items: Sequence[str]) -> str:
    """Return words in a row: ``a, b en c``."""
    if len(items) < 2:  # noqa: PLR2004 - 'en' joins two
        return "".join(items)
    return f"{', '.join(items[:-1])} en {items[-1]}"


def people(count: int) -> str:
    """Return a number of respondents."""
    return "1 persoon" if count == 1 else f"{count} personen"


def distribution(counts: Sequence[int]) -> str:
    """Return how many people gave each answer, from the first to the last."""
    return ", ".join(map(str, counts))
