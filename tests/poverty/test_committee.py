"""On which days a term holds, and when two of them meet."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.committee import OfficerTerm

FIRST = datetime.date(2023, 1, 1)
days = st.integers(0, 40).map(lambda number: FIRST + datetime.timedelta(number))


@st.composite
def terms(draw: st.DrawFn) -> OfficerTerm:
    first = draw(st.none() | days)
    until = draw(st.none() | days)
    if first is not None and until is not None and until < first:
        first, until = until, first
    return OfficerTerm("", "officer", from_on=first, until_on=until)


def test_a_term_holds_from_its_first_day_until_the_day_it_ends() -> None:
    term = OfficerTerm("", "officer", from_on=FIRST, until_on=datetime.date(2023, 2, 1))
    held = [datetime.date(2022, 12, 31), FIRST, datetime.date(2023, 1, 31), datetime.date(2023, 2, 1)]
    assert [term.holds_on(day) for day in held] == [False, True, True, False]
    assert OfficerTerm("", "officer").holds_on(FIRST)


@given(terms(), terms())
def test_terms_overlap_exactly_where_both_hold_on_a_day(one: OfficerTerm, other: OfficerTerm) -> None:
    tried = (FIRST + datetime.timedelta(number) for number in range(-2, 44))
    assert one.overlaps(other) == any(one.holds_on(day) and other.holds_on(day) for day in tried)
    assert one.overlaps(other) == other.overlaps(one)
