"""Proposals: only what the members say for certain on the day of the review."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.proposals import (
    Fact,
    IndicatorRule,
    MemberCount,
    MemberFacts,
    propose_count,
    propose_indicator,
)
from povertydesk.poverty.status import Source

ON = datetime.date(2023, 10, 1)
INSURANCE = IndicatorRule("health_insurance", 6, None, Fact.INSURED, True, True, Source("x", "1"))
SCHOOL = IndicatorRule("school", 3, 16, Fact.IN_SCHOOL, True, False, Source("x", "1"))


def deprived(rule: IndicatorRule, *members: MemberFacts) -> bool | None:
    proposal = propose_indicator(rule, members, ON)
    return None if proposal is None else proposal.deprived


@pytest.mark.parametrize(
    ("birth", "ages"),
    [
        (datetime.date(2017, 10, 1), [6]),
        (datetime.date(2017, 10, 2), [5]),
        (2017, [5, 6]),
        (2023, [0]),
        (None, []),
        (datetime.date(2023, 10, 1), [0]),
        (datetime.date(2020, 2, 29), [3]),
    ],
)
def test_a_birth_year_leaves_two_ages(birth: datetime.date | int | None, ages: list[int]) -> None:
    assert list(MemberFacts("a", birth).ages_on(ON)) == ages


def test_on_the_last_day_of_a_year_a_birth_year_leaves_no_doubt() -> None:
    assert list(MemberFacts("a", 2017).ages_on(datetime.date(2023, 12, 31))) == [6]


@pytest.mark.parametrize(
    ("birth", "insured", "expected"),
    [
        (datetime.date(2017, 10, 1), False, True),
        (datetime.date(2017, 10, 2), False, False),
        (2017, False, None),
        (2017, True, False),
        (2016, False, True),
        (1980, None, None),
        (1980, True, False),
        (None, False, None),
        (None, True, False),
    ],
)
def test_insurance_is_proposed_where_age_and_card_are_certain(
    birth: datetime.date | int | None, insured: bool | None, expected: bool | None
) -> None:
    assert deprived(INSURANCE, MemberFacts("a", birth, insured=insured)) is expected


def test_one_without_a_card_is_enough_and_is_named() -> None:
    members = [MemberFacts("a", 1980, insured=True), MemberFacts("b", 1998, insured=False), MemberFacts("c", 1999)]
    proposal = propose_indicator(INSURANCE, members, ON)
    assert proposal is not None
    assert (proposal.deprived, proposal.members) == (True, ("b",))


def test_going_to_school_does_not_say_that_it_is_the_right_level() -> None:
    assert deprived(SCHOOL, MemberFacts("a", 2013, in_school=True)) is None
    assert deprived(SCHOOL, MemberFacts("a", 2013, in_school=False)) is True
    assert deprived(SCHOOL, MemberFacts("a", 1980, in_school=False)) is False
    assert deprived(SCHOOL) is None


@given(st.lists(st.builds(MemberFacts, id=st.uuids().map(str), birth=st.none() | st.integers(1930, 2023),
                          insured=st.none() | st.booleans()), max_size=6))  # fmt: skip
def test_filling_in_what_was_not_known_never_turns_a_proposal_over(members: list[MemberFacts]) -> None:
    before = propose_indicator(INSURANCE, members, ON)
    for insured in (True, False):
        known = [
            MemberFacts(one.id, one.birth, insured=insured if one.insured is None else one.insured) for one in members
        ]
        after = propose_indicator(INSURANCE, known, ON)
        assert before is None or (after is not None and after.deprived is before.deprived)


def test_members_are_counted_only_where_all_is_known() -> None:
    outside = MemberCount(under_age=15, over_age=60, disabled=True)
    child, adult = MemberFacts("a", 2015, disabled=False), MemberFacts("b", 1980, disabled=False)
    sixty, older = datetime.date(1963, 10, 1), datetime.date(1962, 10, 1)
    assert propose_count(outside, [child, adult], ON) == 1
    assert propose_count(outside, [MemberFacts("c", sixty, disabled=False)], ON) == 0
    assert propose_count(outside, [MemberFacts("c", older, disabled=False)], ON) == 1
    assert propose_count(outside, [MemberFacts("c", sixty, disabled=True)], ON) == 1
    assert propose_count(outside, [child, MemberFacts("c", 1980)], ON) is None
    assert propose_count(MemberCount(), [child, MemberFacts("c")], ON) == 2
    assert propose_count(MemberCount(), [], ON) is None
