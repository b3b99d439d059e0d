"""What becomes of a name, and when the three figures of a village agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.named_target import LeavingTarget, TargetResult, VillageNames, result_of
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
