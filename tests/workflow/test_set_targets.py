from __future__ import annotations

import pytest

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import edit_grid, set_targets
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
