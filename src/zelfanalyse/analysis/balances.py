"""Where people place the partnership between two poles: the means, and how the answers lie."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from zelfanalyse.analysis.asked import unasked
from zelfanalyse.analysis.measure import measure
from zelfanalyse.analysis.result import BalanceResult
from zelfanalyse.analysis.scoring import Reply, item_state, plain_reply
from zelfanalyse.analysis.subject import Subject
from zelfanalyse.analysis.tallies import Counted, tallies
from zelfanalyse.response.model import BalanceAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zelfanalyse.analysis.audit import Gate, Weight
    from zelfanalyse.analysis.told import Measure, Tallies
    from zelfanalyse.dossier.folder import Dossier
    from zelfanalyse.dossier.model import Source
    from zelfanalyse.questionnaire.questions import Balance
    from zelfanalyse.response.model import Response


def balances(dossier: Dossier, gate: Gate) -> Iterator[BalanceResult]:
    """Yield both ends of every balance: the means first, then how many people chose each place."""
    for balance in dossier.questionnaire.balances:
        (now, lies_now), (wanted, lies_wanted) = (
            _end(dossier, gate, balance, moment) for moment in ("now", "wanted")
        )
        yield BalanceResult(balance, now, wanted, lies_now, lies_wanted)


def _end(dossier: Dossier, gate: Gate, balance: Balance, moment: str) -> tuple[Measure, Tallies]:
    subject = Subject.ask(
        dossier,
        f"balans/{balance.id}/{moment}",
        partial(_place, balance, moment),
        1,
        balance.steps,
        blunt=True,
        question=f"balans/{balance.id}",
        unasked=unasked(dossier, {balance.id}),
    )
    means = measure(dossier, gate, subject)
    return means, tallies(dossier, _counted(dossier, gate, balance, moment, subject, means))


def _place(balance: Balance, moment: str, response: Response) -> Reply:
    answer = response.answer_to(balance)
    items = (item_state(balance.id, answer),)
    if not isinstance(answer, BalanceAnswer):
        return plain_reply(balance, response)._replace(items=items)
    value: int | None = getattr(answer, moment)
    if value is None:
        return Reply(None, items=items)
    return Reply(Fraction(value), answered=1, items=items)


def _counted(  # noqa: PLR0913, PLR0917 - what is counted stands beside the means of the same
    dossier: Dossier, gate: Gate, balance: Balance, moment: str, subject: Subject, means: Measure
) -> Counted:
    """Return the places to count, with the groups whose mean would tell what they chose.

    Beside how often each place was chosen by all, the mean of a few of these people tells much
    of what the few chose.
    """
    people = dossier.settings.method.spread_people

    def chosen_by(response: Response) -> tuple[str, ...]:
        value = _place(balance, moment, response).value
        return () if value is None else (str(value),)

    def passes(source: Source, row: Sequence[Weight]) -> bool:
        return gate.allows_counts(f"{subject.name}/{source.value}", row, people)

    narrow = frozenset(
        item.id
        for item in dossier.settings.perspectives
        if not item.on_record
        and means.perspectives[item.id].is_told
        and len(subject.values(item.id)) < people
    )
    places = tuple(str(place) for place in range(1, balance.steps + 1))
    return Counted(balance.id, places, chosen_by, passes, narrow)
