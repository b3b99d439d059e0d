from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions
from povertydesk.workflow import life_events, newly_escaped
from povertydesk.workflow.desk import Desk
from tests.workflow.registry import day, household_of, relations
from tests.workflow.registry import member as member_of

POOR, NEAR, NOT = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR


def decide(desk: Desk, household: str, *steps: tuple[int, PovertyStatus], standard: str = "2022-2026") -> None:
    with desk.operation("close-round", year=2022) as act:
        for year, status in steps:
            one = HouseholdDecision(household, standard, status, datetime.date(year, 12, 10))
            decisions.add_decisions(desk.engine, act.writer, [one])


def found(desk: Desk, on: datetime.date) -> list[tuple[str, PovertyStatus, datetime.date]]:
    escaped = newly_escaped.list_newly_escaped(desk, on).households
    return [(one.household_id, one.escape.left, one.escape.left_on) for one in escaped]


def test_a_household_counts_for_36_months_which_nobody_verified(desk: Desk) -> None:
    household = household_of(desk)
    decide(desk, household, (2022, POOR), (2023, NOT))
    left_on = datetime.date(2023, 12, 10)
    days = [left_on - datetime.timedelta(days=1), left_on, datetime.date(2026, 12, 9), datetime.date(2026, 12, 10)]
    assert [found(desk, on) for on in days] == [[], [(household, POOR, left_on)], [(household, POOR, left_on)], []]
    escaped = newly_escaped.list_newly_escaped(desk, left_on)
    assert (escaped.months, escaped.verified) == (36, False)
    assert "28/2015" in escaped.instrument
    (one,) = escaped.households
    assert (one.code, one.head_name, one.village, one.standard) == ("001", "Bùi Văn Mẫu", "Thôn Phi Long", "2022-2026")


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        (((2022, NEAR), (2023, NOT)), True),
        (((2022, POOR), (2023, NEAR)), False),
        (((2022, POOR), (2023, NEAR), (2024, NOT)), True),
        (((2022, POOR), (2023, NOT), (2024, POOR)), False),
        (((2023, NOT),), False),
    ],
)
def test_leaving_is_a_step_above_both_lists(
    desk: Desk, steps: tuple[tuple[int, PovertyStatus], ...], *, counts: bool
) -> None:
    decide(desk, household_of(desk), *steps)
    assert bool(found(desk, datetime.date(2025, 6, 1))) is counts


def test_above_one_standard_and_on_the_list_of_another_is_no_escape(desk: Desk) -> None:
    household = household_of(desk)
    decide(desk, household, (2022, POOR))
    decide(desk, household, (2023, NOT), standard="2027-2030")
    assert found(desk, datetime.date(2024, 6, 1)) == []
    decide(desk, household, (2024, NOT))
    assert len(found(desk, datetime.date(2025, 6, 1))) == 1
    decide(desk, household, (2024, POOR), standard="2027-2030")
    assert found(desk, datetime.date(2025, 6, 1)) == []


def test_who_is_no_longer_in_the_commune_is_not_listed(desk: Desk) -> None:
    household = household_of(desk)
    decide(desk, household, (2021, POOR), (2022, NOT))
    everybody = [member_of(desk, household, name) for name in relations(desk, household)]
    assert len(found(desk, day(12, 31))) == 1
    life_events.move_out(desk, everybody, day(12, 30))
    assert found(desk, day(12, 31)) == []


def test_a_day_that_no_law_covers_is_refused(desk: Desk) -> None:
    with pytest.raises(KnownError, match="newly-escaped-not-on-date"):
        newly_escaped.list_newly_escaped(desk, datetime.date(2015, 9, 4))
    assert newly_escaped.list_newly_escaped(desk, datetime.date(2015, 9, 5)).households == ()
