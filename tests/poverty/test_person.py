from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.person import HEAD, Membership, Person


@pytest.mark.parametrize(
    ("born", "year", "day", "after"),
    [
        (datetime.date(1995, 3, 4), 1995, datetime.date(1995, 3, 3), True),
        (datetime.date(1995, 3, 4), 1995, datetime.date(1995, 3, 4), False),
        (None, 1995, datetime.date(1994, 12, 31), True),
        (None, 1995, datetime.date(1995, 1, 1), False),
        (None, None, datetime.date(1900, 1, 1), False),
    ],
)
def test_only_what_is_known_of_a_birth_counts(
    born: datetime.date | None, year: int | None, day: datetime.date, after: bool
) -> None:
    assert Person("p", "Hà Thị Thử", born, year).born_after(day) is after


@pytest.mark.parametrize(("relation", "heads"), [(HEAD, True), ("child", False), (None, False)])
def test_the_relation_says_who_heads(relation: str | None, heads: bool) -> None:
    assert Membership("m", "p", "h", relation).heads is heads
