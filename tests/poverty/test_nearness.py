"""The order of households by how near they are to leaving, and who lies within reach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.nearness import Nearness, RankingOrder, Reach

amounts = st.none() | st.integers(1, 200)
numbers = st.none() | st.integers(1, 12)
nearnesses = st.builds(Nearness, points=amounts, income_vnd=amounts, indicators=numbers)


@given(nearnesses, nearnesses, st.sampled_from(RankingOrder))
def test_known_households_come_before_unknown_ones(one: Nearness, other: Nearness, order: RankingOrder) -> None:
    assert one.sort_key(order) <= Nearness().sort_key(order)
    if one.known and not other.known:
        assert one.sort_key(order) < other.sort_key(order)


@given(nearnesses, st.builds(Reach, points=amounts, indicators=numbers, income_vnd=amounts))
def test_a_wider_reach_never_loses_a_household(one: Nearness, reach: Reach) -> None:
    wider = Reach(*(None if most is None else most + 1 for most in reach))
    assert wider.holds(one) >= reach.holds(one)
    assert not reach.holds(Nearness())


def test_each_way_alone_is_enough_and_its_limit_belongs_to_it() -> None:
    reach = Reach(points=10, indicators=1, income_vnd=100_000)
    within = (Nearness(points=10), Nearness(points=60, indicators=1), Nearness(income_vnd=100_000, indicators=4))
    assert [reach.holds(one) for one in within] == [True] * 3
    beyond = (Nearness(points=11, indicators=2), Nearness(income_vnd=100_001))
    assert [reach.holds(one) for one in beyond] == [False] * 2


def test_the_two_orders_differ_where_points_and_indicators_do() -> None:
    near_line, one_lack = Nearness(points=2, indicators=3), Nearness(points=50, indicators=1)
    assert near_line.sort_key(RankingOrder.LINE) < one_lack.sort_key(RankingOrder.LINE)
    assert one_lack.sort_key(RankingOrder.INDICATORS) < near_line.sort_key(RankingOrder.INDICATORS)
