from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.transition import NearPoorFlow, PoorFlow

counts = st.integers(min_value=0, max_value=10_000)
LEAVING = {"to_near_poor", "to_poor", "escaped", "other_out"}


def test_the_closing_of_the_official_tables() -> None:
    poor = PoorFlow(opening=208, to_near_poor=20, escaped=25, other_out=3, from_near_poor=1, relapsed=2, new=4)
    assert poor.closing == 208 - 20 - 25 - 3 + 1 + 2 + 4
    near_poor = NearPoorFlow(opening=100, escaped=30, to_poor=1, other_out=2, from_poor=20, relapsed=3, new=4)
    assert near_poor.closing == 100 - 30 - 1 - 2 + 20 + 3 + 4


@given(st.builds(PoorFlow, *[counts] * 8), st.builds(NearPoorFlow, *[counts] * 8))
def test_closing_is_opening_less_what_leaves_plus_what_enters(poor: PoorFlow, near_poor: NearPoorFlow) -> None:
    for flow in (poor, near_poor):
        parts = dataclasses.asdict(flow)
        signed = [-count if name in LEAVING else count for name, count in parts.items()]
        assert len(parts) == 8
        assert flow.closing == sum(signed)


@given(counts)
def test_a_year_in_which_nothing_happens_closes_as_it_opened(opening: int) -> None:
    assert PoorFlow(opening=opening).closing == NearPoorFlow(opening=opening).closing == opening
