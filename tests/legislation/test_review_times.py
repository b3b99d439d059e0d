"""When households are reviewed in a year: dated, sourced, and marked where it was not verified."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.review_times import FILE
from tests.legislation.law_copy import LawCopy


def test_the_annual_review_goes_from_september_to_mid_december(law: Legislation) -> None:
    times = law.review_times_on(datetime.date(2025, 6, 1))
    assert times is not None
    assert times.annual_span(2025) == (datetime.date(2025, 9, 1), datetime.date(2025, 12, 14))
    assert (times.verified, times.source.instrument) == (True, "qd-24-2021")


def test_of_2026_it_is_not_verified_and_of_other_years_nothing_is_known(law: Legislation) -> None:
    times = law.review_times_on(datetime.date(2026, 11, 20))
    assert times is not None
    assert not times.verified
    assert law.review_times_on(datetime.date(2021, 12, 31)) is None
    assert law.review_times_on(datetime.date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("on", "day"),
    [((2023, 3, 14), (2023, 3, 15)), ((2023, 3, 15), (2023, 3, 15)), ((2023, 12, 16), (2024, 1, 15))],
)
def test_the_in_year_review_begins_on_the_fifteenth(
    law: Legislation, on: tuple[int, int, int], day: tuple[int, int, int]
) -> None:
    times = law.review_times_on(datetime.date(*on))
    assert times is not None
    assert times.next_in_year(datetime.date(*on)) == datetime.date(*day)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('annual_last = "12-14"', 'annual_last = "08-31"', "annual_last"),
        ('annual_first = "09-01"', 'annual_first = "02-29"', "annual_first"),
        ("in_year_day = 15", "in_year_day = 31", "in_year_day"),
        ("qd-24-2021", "qd-24-2012", "source"),
        ("until = 2025-12-31", "until = 2026-12-31", "time.from"),
    ],
)
def test_a_faulty_file_is_refused_by_its_key(law_copy: LawCopy, old: str, new: str, key: str) -> None:
    law_copy.replace(FILE, old, new)
    with pytest.raises(LegislationDataError, match=FILE) as caught:
        law_copy.read_all()
    assert key in caught.value.key
