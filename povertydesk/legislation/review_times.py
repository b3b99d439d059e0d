"""When in a year households are reviewed: the span of the annual review, the day of the month of the in-year one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import msgspec

from povertydesk.legislation.dated import Period, period_of, refuse_overlap
from povertydesk.legislation.reading import DatedTable, LegislationDataError, Table, read_file
from povertydesk.poverty.status import Source

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister

FILE = "review_times.toml"


class ReviewTimes(msgspec.Struct, frozen=True):
    """The times of a year, the days on which that is the law, and where it is written.

    `annual_first` and `annual_last` are month and day; the in-year review begins on `in_year_day` of each month.
    """

    period: Period
    annual_first: tuple[int, int]
    annual_last: tuple[int, int]
    in_year_day: int
    source: Source
    verified: bool

    def annual_span(self, year: int) -> tuple[datetime.date, datetime.date]:
        """Return the first and the last day of the annual review of a year."""
        return datetime.date(year, *self.annual_first), datetime.date(year, *self.annual_last)

    def next_in_year(self, on: datetime.date) -> datetime.date:
        """Return the day on or after `on` from which the in-year review of a month is done."""
        if on.day <= self.in_year_day:
            return on.replace(day=self.in_year_day)
        year, month = (on.year, on.month + 1) if on.month < 12 else (on.year + 1, 1)
        return datetime.date(year, month, self.in_year_day)


class _TimesTable(DatedTable, frozen=True, kw_only=True):
    annual_first: str
    annual_last: str
    in_year_day: Annotated[int, msgspec.Meta(ge=1, le=28)]


class _TimesFile(Table, frozen=True):
    time: list[_TimesTable]


def read_review_times(folder: Path, register: InstrumentRegister) -> tuple[ReviewTimes, ...]:
    """Read all times; raises LegislationDataError where two hold on one day or a day of a year cannot be read."""
    times = tuple(
        ReviewTimes(
            period_of(FILE, f"time[{place}]", table),
            _month_and_day(f"time[{place}].annual_first", table.annual_first),
            _month_and_day(f"time[{place}].annual_last", table.annual_last),
            table.in_year_day,
            register.source(FILE, f"time[{place}]", table.source),
            table.verified,
        )
        for place, table in enumerate(read_file(folder, FILE, _TimesFile).time)
    )
    for place, one in enumerate(times):
        if one.annual_last < one.annual_first:
            raise LegislationDataError(FILE, f"time[{place}].annual_last", "the review ends before it begins")
    refuse_overlap(FILE, "time", [one.period for one in times])
    return times


def _month_and_day(key: str, text: str) -> tuple[int, int]:
    try:
        # A year that is no leap year: the day must be there every year.
        day = datetime.date.fromisoformat(f"2023-{text}")
    except ValueError as error:
        raise LegislationDataError(FILE, key, f"{text} is no month and day") from error
    return day.month, day.day
