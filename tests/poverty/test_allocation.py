"""Sharing a total out: exact sums, the largest remainder, and the limits of each village."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from povertydesk.poverty.allocation import (
    AllocationBasis,
    ShareLimit,
    VillageLimits,
    allocate,
    apportion,
    households_of_points,
)
from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.target import TargetGrid, target_grid

HOUSEHOLDS, POOR = AllocationBasis.HOUSEHOLDS, AllocationBasis.POOR
CAM_LONG = [
    ("Thôn Minh Long", 221, 14),
    ("Thôn Tân Long", 186, 14),
    ("Thôn Phi Long", 267, 47),
    ("Thôn Vân Ngọc", 329, 59),
    ("Thôn Cao Long", 243, 41),
    ("Thôn Long Tiến", 272, 33),
]


def grid(rows: Sequence[tuple[str, int | None, int | None]]) -> TargetGrid:
    villages = [Village(f"v{place}", name, place) for place, (name, _, _) in enumerate(rows)]
    figures = [
        VillageFigures(f"v{place}", 2023, households=households, poor=poor)
        for place, (_, households, poor) in enumerate(rows)
    ]
    return target_grid(2023, villages, figures, [], assigned_reduction=45)


def given_to(grid: TargetGrid, reduction: int, basis: AllocationBasis) -> list[int]:
    return [share.given for share in allocate(grid, reduction, basis)]


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value


def test_cam_long_shares_45_by_households() -> None:
    assert given_to(grid(CAM_LONG), 45, HOUSEHOLDS) == [7, 5, 8, 10, 7, 8]


def test_cam_long_shares_45_by_poor_households() -> None:
    shares = allocate(grid(CAM_LONG), 45, POOR)
    assert [share.given for share in shares] == [3, 3, 10, 13, 9, 7]
    assert shares[0].quota == Fraction(45 * 14, 208)
    assert not any(share.capped for share in shares)


def test_a_village_takes_no_more_than_its_poor_and_the_others_take_the_rest() -> None:
    shares = allocate(grid([("A", 100, 2), ("B", 50, 30), ("C", 50, 30)]), 20, HOUSEHOLDS)
    assert [(share.given, share.capped) for share in shares] == [(2, True), (9, False), (9, False)]
    assert sum(share.given for share in shares) == 20


def test_capping_one_village_may_cap_the_next() -> None:
    shares = allocate(grid([("A", 100, 1), ("B", 90, 5), ("C", 10, 100)]), 40, HOUSEHOLDS)
    assert [(share.given, share.capped) for share in shares] == [(1, True), (5, True), (34, False)]


def test_equal_remainders_go_to_the_larger_village_then_to_the_earlier() -> None:
    assert [part for _, part in apportion(1, [1, 1, 1])] == [1, 0, 0]
    # Quotas 1½ and ½: the same remainder, the larger base first although it stands later.
    assert [part for _, part in apportion(2, [10, 30])] == [0, 2]
    assert [part for _, part in apportion(3, [10, 10, 10, 10])] == [1, 1, 1, 0]


def test_the_whole_of_the_poor_can_be_planned_and_nothing_too() -> None:
    assert given_to(grid(CAM_LONG), 208, HOUSEHOLDS) == [14, 14, 47, 59, 41, 33]
    assert given_to(grid(CAM_LONG), 208, POOR) == [14, 14, 47, 59, 41, 33]
    assert given_to(grid(CAM_LONG), 0, HOUSEHOLDS) == [0] * 6


def test_refusals_name_the_village_and_the_figures() -> None:
    without = refused(lambda: allocate(TargetGrid(2023, ()), 5, POOR))
    assert (without.code, without.values) == ("allocation-without-villages", {"year": 2023})
    negative = refused(lambda: allocate(grid(CAM_LONG), -1, POOR))
    assert (negative.code, negative.values) == ("allocation-negative", {"reduction": -1})
    too_many = refused(lambda: allocate(grid(CAM_LONG), 209, HOUSEHOLDS))
    assert (too_many.code, too_many.values) == ("allocation-exceeds-poor", {"reduction": 209, "poor": 208})
    no_poor = refused(lambda: allocate(grid([("A", 10, 1), ("B", 10, None)]), 1, HOUSEHOLDS))
    assert (no_poor.code, no_poor.values) == ("allocation-without-poor", {"village": "B", "year": 2023})
    no_base = refused(lambda: allocate(grid([("A", None, 1)]), 1, HOUSEHOLDS))
    assert (no_base.code, no_base.values) == ("allocation-without-households", {"village": "A", "year": 2023})
    # Households of nought with poor among them contradict each other: there is nothing to share by.
    impossible = refused(lambda: allocate(grid([("A", 0, 5), ("B", 10, 1)]), 4, HOUSEHOLDS))
    assert (impossible.code, impossible.values) == ("allocation-not-possible", {"reduction": 4, "left": 3})


villages_of = st.lists(
    st.tuples(st.integers(min_value=1, max_value=400), st.integers(min_value=0, max_value=120)), min_size=1, max_size=15
)


@given(villages_of, st.data(), st.sampled_from([HOUSEHOLDS, POOR]))
def test_shares_add_up_and_never_pass_the_cap(
    rows: list[tuple[int, int]], data: st.DataObject, basis: AllocationBasis
) -> None:
    filled = grid([(f"Thôn {place}", households, poor) for place, (households, poor) in enumerate(rows)])
    poor = sum(poor for _, poor in rows)
    reduction = data.draw(st.integers(min_value=0, max_value=poor))
    shares = allocate(filled, reduction, basis)
    assert sum(share.given for share in shares) == reduction
    for share, row in zip(shares, filled.rows, strict=True):
        assert share.village_id == row.village_id
        assert 0 <= share.given <= (row.poor_opening or 0)
        if share.capped:
            assert share.given == row.poor_opening
            assert share.quota > share.given - 1
        else:
            assert abs(share.quota - share.given) < 1
    assert allocate(filled, reduction, basis) == shares


@given(villages_of, st.data())
def test_by_poor_households_nobody_is_capped(rows: list[tuple[int, int]], data: st.DataObject) -> None:
    filled = grid([(f"Thôn {place}", households, poor) for place, (households, poor) in enumerate(rows)])
    poor = sum(poor for _, poor in rows)
    assume(poor)
    shares = allocate(filled, data.draw(st.integers(min_value=0, max_value=poor)), POOR)
    assert not any(share.capped for share in shares)


@given(st.integers(min_value=0, max_value=3000), st.lists(st.integers(min_value=0, max_value=500), min_size=1))
def test_apportionment_keeps_the_quota(seats: int, weights: list[int]) -> None:
    assume(any(weights))
    parts = apportion(seats, weights)
    assert sum(given for _, given in parts) == seats
    for (quota, share), weight in zip(parts, weights, strict=True):
        assert quota == Fraction(seats * weight, sum(weights))
        assert quota.__floor__() <= share <= quota.__ceil__()
    for one, (quota, share) in zip(weights, parts, strict=True):
        for other, (other_quota, other_share) in zip(weights, parts, strict=True):
            if quota % 1 > other_quota % 1 or (quota % 1 == other_quota % 1 and one > other):
                # Whoever has the larger remainder, or the larger base at the same one, is rounded up first.
                assert share - quota.__floor__() >= other_share - other_quota.__floor__()


def test_nothing_to_share_by_gives_nothing() -> None:
    assert apportion(5, [0, 0]) == ((Fraction(0), 0), (Fraction(0), 0))
    assert apportion(5, []) == ()


def shared(reduction: int, rows: list[tuple[str, int, int]], **limits: VillageLimits) -> list[tuple[int, str | None]]:
    shares = allocate(grid(rows), reduction, POOR, limits)
    return [(share.given, share.limit.value if share.limit else None) for share in shares]


def test_limits_and_fixed_numbers_hold_and_the_others_share_the_rest() -> None:
    rows = [("A", 100, 20), ("B", 100, 20), ("C", 100, 20)]
    assert shared(12, rows) == [(4, None), (4, None), (4, None)]
    assert shared(12, rows, v0=VillageLimits(most=2)) == [(2, "most"), (5, None), (5, None)]
    assert shared(12, rows, v0=VillageLimits(least=8)) == [(8, "least"), (2, None), (2, None)]
    assert shared(12, rows, v1=VillageLimits(fixed=0)) == [(6, None), (0, "fixed"), (6, None)]
    both = {"v0": VillageLimits(most=1), "v2": VillageLimits(least=7)}
    assert shared(12, rows, **both) == [(1, "most"), (4, None), (7, "least")]


def test_limits_that_cannot_hold_are_refused_with_the_figures() -> None:
    rows = [("A", 100, 20), ("B", 100, 20)]
    crossing = refused(lambda: shared(5, rows, v0=VillageLimits(least=4, most=3)))
    assert (crossing.code, crossing.values["village"]) == ("allocation-limits-cross", "A")
    assert refused(lambda: shared(5, rows, v0=VillageLimits(fixed=21))).code == "allocation-limits-cross"
    below = refused(lambda: shared(5, rows, v0=VillageLimits(least=3), v1=VillageLimits(fixed=3)))
    assert (below.code, below.values) == ("allocation-below-limits", {"reduction": 5, "least": 6})
    above = refused(lambda: shared(9, rows, v0=VillageLimits(most=3), v1=VillageLimits(fixed=3)))
    assert (above.code, above.values) == ("allocation-above-limits", {"reduction": 9, "most": 6})


def test_households_that_can_leave_are_a_basis_of_their_own() -> None:
    rows = grid([("A", 100, 20), ("B", 100, 20)])
    able = AllocationBasis.ABLE
    assert [one.given for one in allocate(rows, 6, able, able={"v0": 1, "v1": 5})] == [1, 5]
    unknown = refused(lambda: allocate(rows, 6, able, able={"v0": 1}))
    assert (unknown.code, unknown.values) == ("allocation-without-able", {"village": "B", "year": 2023})


def test_percentage_points_become_households_half_up() -> None:
    assert households_of_points(Decimal("2.00"), 19_270) == 385
    assert households_of_points(Decimal("0.50"), 100) == 1
    assert households_of_points(Decimal("0.49"), 100) == 0
    assert households_of_points(Decimal("2.00"), 0) == 0


@given(villages_of, st.data())
def test_within_any_limits_the_shares_add_up(rows: list[tuple[int, int]], data: st.DataObject) -> None:
    filled = grid([(f"Thôn {place}", households, poor) for place, (households, poor) in enumerate(rows)])
    limits = {}
    for place, (_, poor) in enumerate(rows):
        least, most = sorted(data.draw(st.tuples(st.integers(0, poor), st.integers(0, poor))))
        fixed = data.draw(st.one_of(st.none(), st.integers(0, poor)))
        limits[f"v{place}"] = VillageLimits(least, most, fixed)
    bounds = [(one.least, one.most) if one.fixed is None else (one.fixed, one.fixed) for one in limits.values()]
    reduction = data.draw(st.integers(sum(least for least, _ in bounds), sum(most or 0 for _, most in bounds)))
    shares = allocate(filled, reduction, HOUSEHOLDS, limits)
    assert sum(share.given for share in shares) == reduction
    for share, (lowest, highest) in zip(shares, bounds, strict=True):
        assert lowest <= share.given <= (highest or 0)
        if share.limit is None:
            assert abs(share.quota - share.given) < 1
        else:
            assert share.given == (highest if share.limit is ShareLimit.MOST else lowest)
