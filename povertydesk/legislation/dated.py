"""Values of the law with the days they hold: none is valid on any other day."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.reading import LegislationDataError
from povertydesk.poverty.area import AreaType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.legislation.reading import PeriodTable
    from povertydesk.poverty.status import Source

ONE_DAY = datetime.timedelta(days=1)


class Period(msgspec.Struct, frozen=True):
    """From the first to the last day, both included; `last` is None where the file says `open`."""

    first: datetime.date
    last: datetime.date | None

    def covers(self, day: datetime.date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        starts_before_other_ends = other.last is None or self.first <= other.last
        return starts_before_other_ends and (self.last is None or other.first <= self.last)

    def contains(self, other: Period) -> bool:
        """Whether every day of the other lies in this one."""
        return self.first <= other.first and (self.last is None or (other.last is not None and other.last <= self.last))


class Limit(msgspec.Struct, frozen=True):
    """The number a household is held against on one day in one area, and where it is written."""

    value: int
    source: Source
    verified: bool


class DatedLimit(msgspec.Struct, frozen=True):
    """A line or cut-off with its days: đồng a person and month, points, or a number of indicators."""

    period: Period
    rural: int
    urban: int
    source: Source
    verified: bool

    def value(self, area: AreaType) -> int:
        """Return the number that holds in the area."""
        return self.rural if area is AreaType.RURAL else self.urban

    def limit(self, area: AreaType) -> Limit:
        """Return the number that holds in the area, with its source."""
        return Limit(self.value(area), self.source, self.verified)


def limit_on(series: Sequence[DatedLimit], area: AreaType, day: datetime.date) -> Limit | None:
    """Return the limit that holds on the day, or None where the law sets none."""
    return next((dated.limit(area) for dated in series if dated.period.covers(day)), None)


def period_of(file: str, key: str, table: PeriodTable) -> Period:
    """Return the period of a table; raises LegislationDataError where it ends before it begins."""
    last = table.until.day
    if last is not None and last < table.first:
        raise LegislationDataError(file, f"{key}.until", f"{last} lies before {table.first}")
    return Period(table.first, last)


def refuse_overlap(file: str, key: str, periods: Sequence[Period]) -> list[Period]:
    """Return the periods in order; raises LegislationDataError where two have a day in common."""
    ordered = sorted(periods, key=lambda period: period.first)
    for before, after in pairwise(ordered):
        if before.overlaps(after):
            raise LegislationDataError(file, f"{key}.from", f"overlap: two values hold on {after.first}")
    return ordered


def check_series(file: str, key: str, periods: Sequence[Period], *, within: Sequence[Period] = ()) -> None:
    """Refuse periods that overlap, leave days out between them, or leave the days of `within`.

    Raises LegislationDataError.
    """
    ordered = refuse_overlap(file, key, periods)
    for before, after in pairwise(ordered):
        if before.last is not None and before.last + ONE_DAY != after.first:
            raise LegislationDataError(file, f"{key}.from", f"gap: no value holds on {before.last + ONE_DAY}")
    if within and not spanned(within).contains(spanned(ordered)):
        whole = spanned(within)
        raise LegislationDataError(file, f"{key}.from", f"the value leaves the days {whole.first} to {whole.last}")


def spanned(periods: Sequence[Period]) -> Period:
    """Return the days from the first of the earliest to the last of the latest period."""
    ordered = sorted(periods, key=lambda period: period.first)
    return Period(ordered[0].first, ordered[-1].last)
