"""Periods: both ends count, an open end has no last day, and a series has neither overlap nor gap."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.legislation import LegislationDataError
from povertydesk.legislation.dated import DatedLimit, Period, check_series, limit_on, spanned
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.status import Source

Y2022 = Period(datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))
Y2023 = Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
SINCE_2023 = Period(datetime.date(2023, 1, 1), None)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 1, 1))
PERIODS = st.builds(
    lambda first, length: Period(first, None if length is None else first + datetime.timedelta(days=length)),
    DAYS,
    st.none() | st.integers(0, 900),
)


def test_both_ends_belong_to_a_period() -> None:
    assert [Y2022.covers(day) for day in (datetime.date(2021, 12, 31), Y2022.first, datetime.date(2022, 12, 31))] == [
        False,
        True,
        True,
    ]
    assert not Y2022.covers(datetime.date(2023, 1, 1))
    assert SINCE_2023.covers(datetime.date(9999, 12, 31))


@given(PERIODS, PERIODS, DAYS)
def test_overlap_and_containment_agree_with_the_days(one: Period, other: Period, day: datetime.date) -> None:
    if one.covers(day) and other.covers(day):
        assert one.overlaps(other)
        assert other.overlaps(one)
    if one.contains(other) and other.covers(day):
        assert one.covers(day)
    if not one.overlaps(other):
        assert not one.contains(other)
    assert one.contains(one)


def test_a_series_is_whole() -> None:
    check_series("f", "k", [SINCE_2023, Y2022], within=[Y2022, SINCE_2023])
    assert spanned([SINCE_2023, Y2022]) == Period(Y2022.first, None)
    with pytest.raises(LegislationDataError, match="overlap: two values hold on 2023-01-01"):
        check_series("f", "k", [Y2023, SINCE_2023])
    with pytest.raises(LegislationDataError, match="gap: no value holds on 2023-01-01"):
        check_series("f", "k", [Y2022, Period(datetime.date(2023, 1, 2), None)])
    with pytest.raises(LegislationDataError, match="leaves the days"):
        check_series("f", "k", [SINCE_2023], within=[Y2022, Y2023])


def test_no_limit_holds_outside_its_days() -> None:
    series = (DatedLimit(Y2022, 1, 2, Source("x", "y"), verified=True),)
    found = limit_on(series, AreaType.URBAN, datetime.date(2022, 12, 31))
    assert found is not None
    assert (found.value, found.source.instrument, found.verified) == (2, "x", True)
    assert limit_on(series, AreaType.RURAL, datetime.date(2023, 1, 1)) is None
