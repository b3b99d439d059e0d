"""Village figures added up to the commune: a total stands only where every village has the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.area import VillageFigures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def total(counts: Iterable[int | None]) -> int | None:
    """Add counts up; None as soon as one is missing or where there are none, since a part is not the whole."""
    added: int | None = None
    for count in counts:
        if count is None:
            return None
        added = count if added is None else added + count
    return added


def village_totals(figures: Iterable[VillageFigures]) -> Mapping[str, int | None]:
    """Add every count of a year's village figures up to the commune, by the count's name; all None without villages."""
    rows = tuple(figures)
    return {name: total(getattr(row, name) for row in rows) for name in VillageFigures.count_names()}
