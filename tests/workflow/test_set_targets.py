from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.allocation import AllocationBasis, ShareLimit, VillageLimits, allocate_minority
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import edit_grid, record_villages, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last


def reductions(desk: Desk) -> list[int | None]:
    return [row.reduction for row in set_targets.read_grid(desk, 2023).rows]


def test_a_total_is_shared_out_and_kept_as_assigned(desk: Desk) -> None:
    before = contents(desk)
    result = set_targets.allocate_targets(desk, 2023, 60, AllocationBasis.POOR)
    assert [share.given for share in result.shares] == reductions(desk) == [4, 4, 14, 17, 12, 9]
    assert set_targets.read_grid(desk, 2023).assigned_reduction == 60
    assert result.changes.touches("village_target", "year_assignment")
    assert_sound(desk)
    undo_last(desk)
    assert contents(desk) == before


@pytest.mark.parametrize("reduction", [209, -1])
def test_an_impossible_total_writes_nothing(desk: Desk, reduction: int) -> None:
    before, done = contents(desk), operations(desk)
    with pytest.raises(KnownError):
        set_targets.allocate_targets(desk, 2023, reduction, AllocationBasis.HOUSEHOLDS)
    assert (contents(desk), operations(desk)) == (before, done)


def test_the_same_total_again_is_no_operation(desk: Desk) -> None:
    done = operations(desk)
    assert not set_targets.allocate_targets(desk, 2023, 45, AllocationBasis.HOUSEHOLDS).changes
    assert operations(desk) == done


def test_what_was_assigned_is_kept_and_cleared(desk: Desk) -> None:
    set_targets.set_assigned_reduction(desk, 2023, 50)
    assert set_targets.read_grid(desk, 2023).assigned_reduction == 50
    set_targets.set_assigned_reduction(desk, 2023, None)
    assert set_targets.read_grid(desk, 2023).assigned_reduction is None
    with pytest.raises(KnownError, match="count-negative"):
        set_targets.set_assigned_reduction(desk, 2023, -1)


def test_a_sharing_out_is_recognised_and_explained(desk: Desk) -> None:
    shares = set_targets.allocation_of(desk, 2023, AllocationBasis.HOUSEHOLDS)
    assert shares is not None
    assert [shares[str(row.village_id)].given for row in set_targets.read_grid(desk, 2023).rows] == reductions(desk)
    assert set_targets.allocation_of(desk, 2023, AllocationBasis.POOR) is None
    edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, "Thôn Minh Long"), "reduction", "8")])
    assert set_targets.allocation_of(desk, 2023, AllocationBasis.HOUSEHOLDS) is None


def test_nothing_is_explained_where_nothing_is_shared_out(desk: Desk, empty: Desk) -> None:
    assert set_targets.allocation_of(empty, 2023, AllocationBasis.HOUSEHOLDS) is None
    edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, "Thôn Minh Long"), "poor_opening", "")])
    assert set_targets.allocation_of(desk, 2023, AllocationBasis.HOUSEHOLDS) is None


class TestLimits:
    def test_limits_are_kept_with_the_year_and_hold_until_they_are_cleared(self, desk: Desk) -> None:
        before = contents(desk)
        minh, phi, van = (key_of(desk, name) for name in ("Thôn Minh Long", "Thôn Phi Long", "Thôn Vân Ngọc"))
        limits = {minh: VillageLimits(most=2), phi: VillageLimits(least=12), van: VillageLimits(fixed=20)}
        result = set_targets.allocate_targets(desk, 2023, 45, AllocationBasis.HOUSEHOLDS, limits)
        assert sum(share.given for share in result.shares) == 45
        assert [(share.given, share.limit) for share in result.shares if share.limit is not None] == [
            (2, ShareLimit.MOST),
            (12, ShareLimit.LEAST),
            (20, ShareLimit.FIXED),
        ]
        assert set_targets.read_limits(desk, 2023) == limits
        assert set_targets.read_limits(desk, 2024) == {}
        shares = set_targets.allocation_of(desk, 2023, AllocationBasis.HOUSEHOLDS)
        assert shares is not None
        assert shares[van].limit is ShareLimit.FIXED
        set_targets.allocate_targets(desk, 2023, 60, AllocationBasis.POOR)
        assert reductions(desk)[3] == 20
        set_targets.allocate_targets(desk, 2023, 60, AllocationBasis.POOR, {})
        assert reductions(desk) == [4, 4, 14, 17, 12, 9]
        assert set_targets.read_limits(desk, 2023) == {}
        assert_sound(desk)
        for _ in range(3):
            undo_last(desk)
        assert contents(desk) == before

    def test_limits_are_set_village_by_village_without_sharing_out(self, desk: Desk) -> None:
        minh, phi = key_of(desk, "Thôn Minh Long"), key_of(desk, "Thôn Phi Long")
        shared = reductions(desk)
        set_targets.set_limits(desk, 2023, {minh: VillageLimits(least=1, most=9)})
        set_targets.set_limits(desk, 2023, {phi: VillageLimits(fixed=0)})
        assert set_targets.read_limits(desk, 2023) == {minh: VillageLimits(1, 9), phi: VillageLimits(fixed=0)}
        set_targets.set_limits(desk, 2023, {phi: VillageLimits()})
        assert set_targets.read_limits(desk, 2023) == {minh: VillageLimits(1, 9)}
        assert reductions(desk) == shared

    @pytest.mark.parametrize(
        ("own", "code"),
        [
            (VillageLimits(least=5, most=4), "limits-cross"),
            (VillageLimits(least=2, fixed=1), "limits-cross"),
            (VillageLimits(most=2, fixed=3), "limits-cross"),
            (VillageLimits(most=-1), "count-negative"),
        ],
    )
    def test_limits_that_contradict_each_other_are_refused(self, desk: Desk, own: VillageLimits, code: str) -> None:
        before = contents(desk)
        with pytest.raises(KnownError, match=code):
            set_targets.set_limits(desk, 2023, {key_of(desk, "Thôn Minh Long"): own})
        assert contents(desk) == before

    def test_a_village_is_removed_with_its_limits(self, desk: Desk) -> None:
        minh = key_of(desk, "Thôn Minh Long")
        set_targets.set_limits(desk, 2023, {minh: VillageLimits(most=2)})
        record_villages.remove_village(desk, minh)
        assert set_targets.read_limits(desk, 2023) == {}
        assert_sound(desk)


class TestPoints:
    def test_points_come_to_households_of_all_residents(self, desk: Desk, receiving: Desk) -> None:
        assert set_targets.reduction_of_points(desk, 2023, Decimal("2.96")) == 45
        assert set_targets.reduction_of_points(receiving, 2020, Decimal("2.00")) == 387

    def test_points_without_a_base_or_beyond_the_whole_are_refused(self, desk: Desk, empty: Desk) -> None:
        for points in ("-0.01", "100.01"):
            with pytest.raises(KnownError, match="percent-out-of-range"):
                set_targets.reduction_of_points(desk, 2023, Decimal(points))
        with pytest.raises(KnownError, match="allocation-without-villages"):
            set_targets.reduction_of_points(empty, 2023, Decimal(2))
        edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, "Thôn Minh Long"), "households", "")])
        with pytest.raises(KnownError, match="allocation-without-households"):
            set_targets.reduction_of_points(desk, 2023, Decimal(2))


class TestMinority:
    def test_the_minority_part_is_shared_out_within_each_reduction(self, desk: Desk) -> None:
        keys = [str(row.village_id) for row in set_targets.read_grid(desk, 2023).rows]
        entries = [CellEntry(key, "ethnic_minority_poor", str(10 + place)) for place, key in enumerate(keys)]
        edit_grid.enter_cells(desk, 2023, entries)
        before = contents(desk)
        set_targets.allocate_targets(desk, 2023, 45, AllocationBasis.HOUSEHOLDS, minority=35)
        grid = set_targets.read_grid(desk, 2023)
        # By hand: 35 of 10, 11, … 15 are 4,67, 5,13, 5,60, 6,07, 6,53 and 7,00; the second may take 5 of its 5.
        assert [row.ethnic_minority_reduction for row in grid.rows] == [5, 5, 6, 6, 6, 7]
        assert (grid.assigned_reduction, grid.assigned_minority) == (45, 35)
        shares = set_targets.minority_allocation_of(grid)
        assert shares is not None
        assert [round(float(share.quota), 2) for share in shares.values()] == [4.67, 5.13, 5.6, 6.07, 6.53, 7.0]
        assert_sound(desk)
        undo_last(desk)
        assert contents(desk) == before

    def test_parts_set_by_hand_are_no_sharing_out(self, desk: Desk) -> None:
        keys = [str(row.village_id) for row in set_targets.read_grid(desk, 2023).rows]
        entries = [CellEntry(key, "ethnic_minority_poor", "14") for key in keys]
        entries += [
            CellEntry(key, "ethnic_minority_reduction", "4" if place else "1") for place, key in enumerate(keys)
        ]
        edit_grid.enter_cells(desk, 2023, entries)
        assert set_targets.minority_allocation_of(set_targets.read_grid(desk, 2023)) is None

    @pytest.mark.parametrize(
        ("minority", "code"),
        [(-1, "allocation-negative"), (46, "allocation-exceeds-minority")],
    )
    def test_more_than_all_can_take_is_refused_and_writes_nothing(self, desk: Desk, minority: int, code: str) -> None:
        keys = [str(row.village_id) for row in set_targets.read_grid(desk, 2023).rows]
        edit_grid.enter_cells(desk, 2023, [CellEntry(key, "ethnic_minority_poor", "14") for key in keys])
        before = contents(desk)
        with pytest.raises(KnownError, match=code):
            set_targets.allocate_targets(desk, 2023, 45, AllocationBasis.HOUSEHOLDS, minority=minority)
        assert contents(desk) == before

    def test_minority_poor_that_are_not_known_are_no_nought(self, receiving: Desk) -> None:
        rows = set_targets.read_grid(receiving, 2020).rows
        key = str(rows[0].village_id)
        edit_grid.enter_cells(receiving, 2020, [CellEntry(key, "ethnic_minority_poor", "13")])
        with pytest.raises(KnownError, match="allocation-without-minority-poor") as refused:
            set_targets.allocate_targets(receiving, 2020, 387, AllocationBasis.POOR, minority=280)
        assert refused.value.values == {"village": rows[1].village, "year": 2020}

    def test_a_reduction_that_is_not_set_gives_no_minority_part(self, empty: Desk) -> None:
        edit_grid.enter_cells(
            empty, 2023, [CellEntry("new", "village", "Thôn Một"), CellEntry("new", "ethnic_minority_poor", "3")]
        )
        with pytest.raises(KnownError, match="allocation-without-reduction"):
            allocate_minority(set_targets.read_grid(empty, 2023), 1)

    def test_it_may_be_given_in_points_of_minority_households(self, receiving: Desk) -> None:
        keys = [str(row.village_id) for row in set_targets.read_grid(receiving, 2020).rows]
        with pytest.raises(KnownError, match="points-without-minority-households"):
            set_targets.minority_of_points(receiving, 2020, Decimal(4))
        edit_grid.enter_cells(receiving, 2020, [CellEntry(key, "ethnic_minority_households", "250") for key in keys])
        assert set_targets.minority_of_points(receiving, 2020, Decimal(4)) == 10 * len(keys)
        with pytest.raises(KnownError, match="percent-out-of-range"):
            set_targets.minority_of_points(receiving, 2020, Decimal(101))

    def test_it_is_kept_and_cleared(self, desk: Desk) -> None:
        set_targets.set_assigned_minority(desk, 2023, 20)
        assert set_targets.read_grid(desk, 2023).assigned_minority == 20
        set_targets.set_assigned_minority(desk, 2023, None)
        assert set_targets.read_grid(desk, 2023).assigned_minority is None
        with pytest.raises(KnownError, match="count-negative"):
            set_targets.set_assigned_minority(desk, 2023, -1)
