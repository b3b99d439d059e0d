"""What becomes of a name, and when the three figures of a village agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.named_target import (
    NEEDS_OF_DEPRIVATIONS,
    HouseholdNeed,
    LeavingTarget,
    TargetResult,
    VillageNames,
    proposed_needs,
    result_of,
)
from povertydesk.poverty.status import PovertyStatus

LEFT, NOT_LEFT = TargetResult.LEFT, TargetResult.NOT_LEFT


@pytest.mark.parametrize(
    ("closing", "poor", "near_poor"),
    [
        (PovertyStatus.POOR, NOT_LEFT, NOT_LEFT),
        (PovertyStatus.NEAR_POOR, LEFT, NOT_LEFT),
        (PovertyStatus.AVERAGE_LIVING_STANDARD, LEFT, LEFT),
        (PovertyStatus.NOT_POOR, LEFT, LEFT),
        (PovertyStatus.UNCLASSIFIED, None, None),
        (None, TargetResult.GONE, TargetResult.GONE),
    ],
)
def test_the_closing_list_says_what_became_of_a_name(
    closing: PovertyStatus | None, poor: TargetResult | None, near_poor: TargetResult | None
) -> None:
    assert result_of(LeavingTarget.POOR, closing) is poor
    assert result_of(LeavingTarget.NEAR_POOR, closing) is near_poor


counts = st.none() | st.integers(0, 5)


@given(counts, counts, st.integers(0, 5))
def test_figures_agree_where_all_that_are_set_are_equal(
    assigned: int | None, registered: int | None, named: int
) -> None:
    agrees = VillageNames("v", "Thôn Mẫu", assigned, registered, named).agrees
    assert agrees == all(one in {None, named} for one in (assigned, registered))


@given(counts, st.integers(0, 5))
def test_the_difference_is_what_is_named_beyond_what_was_assigned(assigned: int | None, named: int) -> None:
    difference = VillageNames("v", "Thôn Mẫu", assigned, None, named).difference
    assert difference is None if assigned is None else assigned + (difference or 0) == named


@given(st.lists(st.sampled_from([*NEEDS_OF_DEPRIVATIONS, "dependants", "information_means"])))
def test_needs_are_proposed_once_in_the_order_of_their_list(deprived: list[str]) -> None:
    needs = proposed_needs(deprived)
    assert list(needs) == sorted(set(needs), key=list(HouseholdNeed).index)
    assert set(needs) == {NEEDS_OF_DEPRIVATIONS[code] for code in deprived if code in NEEDS_OF_DEPRIVATIONS}


def test_a_house_mends_both_deprivations_of_housing() -> None:
    assert proposed_needs(["toilet", "housing_area", "housing_quality"]) == (HouseholdNeed.HOUSE, HouseholdNeed.TOILET)
