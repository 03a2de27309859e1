"""Nobody can be singled out: which groups and totals may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Shown(NamedTuple):
    """The groups that may be shown, and whether their total may be."""

    groups: frozenset[str]
    total: bool


def suppress(
    sizes: Mapping[str, int],
    known: Collection[str],
    k: int,
    barred: Collection[str] = (),
) -> Shown:
    """Return which groups of one statistic may be shown.

    ``sizes`` has the number of valid answers per group, ``known`` the groups that answer on the
    record, ``k`` the minimum group. A group is shown from ``k`` answers; one on the record always.
    When subtraction of the shown groups from the total would leave fewer than ``k`` people, the
    smallest shown group is hidden too (of equals, the first by name); when none is left to hide,
    the total goes. People on the record can be subtracted by anyone, so they protect nobody.
    A ``barred`` group is hidden whatever its size.
    """
    on_record = {name for name, size in sizes.items() if name in known and size > 0}
    unknown = {name: size for name, size in sizes.items() if name not in known}
    total = sum(unknown.values())
    shown = {name for name, size in unknown.items() if size >= k and name not in barred}
    while 0 < (rest := total - sum(unknown[name] for name in shown)) < k and shown:
        shown.remove(min(shown, key=lambda name: (unknown[name], name)))
    total_shown = rest == 0 or rest >= k
    if not any(sizes.values()):
        total_shown = False
    return Shown(frozenset(shown | on_record), total_shown)
