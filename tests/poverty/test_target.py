from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.target import (
    TargetGrid,
    TargetRow,
    VillageTarget,
    target_grid,
)

CAM_LONG = [
    ("Thôn Minh Long", 221, 14),
    ("Thôn Tân Long", 186, 14),
    ("Thôn Phi Long", 267, 47),
    ("Thôn Vân Ngọc", 329, 59),
    ("Thôn Cao Long", 243, 41),
    ("Thôn Long Tiến", 272, 33),
]


def grid(rows: Sequence[tuple[str, int | None, int | None]], reductions: list[int] | None = None) -> TargetGrid:
    villages = [Village(f"v{place}", name, place) for place, (name, _, _) in enumerate(rows)]
    figures = [
        VillageFigures(f"v{place}", 2023, households=households, poor=poor)
        for place, (_, households, poor) in enumerate(rows)
    ]
    targets = [VillageTarget(f"v{place}", 2023, reduction=one) for place, one in enumerate(reductions or [])]
    return target_grid(2023, villages, figures, targets, assigned_reduction=45)


def test_cam_long_closing_and_rates() -> None:
    filled = grid(CAM_LONG, [7, 5, 8, 10, 7, 8])
    assert [row.poor_closing for row in filled.rows] == [7, 9, 39, 49, 34, 25]
    total = filled.total
    assert (total.households, total.poor_opening, total.reduction, total.poor_closing) == (1518, 208, 45, 163)
    assert (total.poor_rate_opening, total.reduction_rate, total.poor_rate_closing) == (
        Decimal("13.70"),
        Decimal("2.96"),
        Decimal("10.74"),
    )
    rates = [(row.poor_rate_opening, row.reduction_rate, row.poor_rate_closing) for row in filled.rows]
    assert [tuple(map(str, row)) for row in rates] == [
        ("6.33", "3.17", "3.17"),
        ("7.53", "2.69", "4.84"),
        ("17.60", "3.00", "14.61"),
        ("17.93", "3.04", "14.89"),
        ("16.87", "2.88", "13.99"),
        ("12.13", "2.94", "9.19"),
    ]


def test_missing_is_not_nought() -> None:
    row = grid([("A", None, None)]).rows[0]
    assert (row.poor_closing, row.poor_rate_opening, row.reduction_rate, row.poor_rate_closing) == (None,) * 4
    mixed = grid([("A", 100, 5), ("B", None, 5)], [1, 2])
    assert mixed.total.households is None
    assert mixed.total.poor_closing == 7
    assert mixed.total.poor_rate_closing is None
    without_target = grid([("A", 100, 5), ("B", 100, 5)], [1])
    assert without_target.rows[1].poor_closing is None
    assert without_target.total.reduction is None


def test_a_village_without_any_record_of_the_year_is_in_the_grid() -> None:
    empty = target_grid(2023, [Village("v", "A", 0)], [], [])
    assert empty.rows == (TargetRow("v", "A", *(None,) * 8),)
    assert empty.total == empty.rows[0]._replace(village_id=None, village="")
    assert empty.assigned_reduction is None


def test_a_unit_adds_its_communes_up_and_computes_rates_from_the_sums() -> None:
    villages = [
        Village("a", "Xã A", 1, group="Cụm Bắc"),
        Village("b", "Xã B", 2, group="cụm bắc"),
        Village("c", "Xã C", 3, group="Cụm Nam"),
    ]
    figures = [
        VillageFigures("a", 2023, households=10, poor=3),
        VillageFigures("b", 2023, households=90, poor=1),
        VillageFigures("c", 2023, poor=7),
    ]
    targets = [VillageTarget(key, 2023, reduction=1) for key in "abc"]
    filled = target_grid(2023, villages, figures, targets)
    north = filled.of_group("Cụm Bắc")
    assert (north.village, north.village_id, north.households, north.poor_opening) == ("Cụm Bắc", None, 100, 4)
    assert (north.poor_rate_opening, north.reduction_rate, north.poor_rate_closing) == (
        Decimal("4.00"),
        Decimal("2.00"),
        Decimal("2.00"),
    )
    assert filled.of_group("Cụm Nam").households is None
    assert (filled.total.poor_opening, filled.total.reduction) == (11, 3)
