"""Targets in percentage points: a district's printed rates give its printed households."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import edit_grid, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from tests.workflow.contents import assert_sound, contents, key_of, names

FIGURES = Path(__file__).parents[1] / "proofreading" / "figures" / "krong-no-2020.toml"
ROWS: list[list[Any]] = tomllib.loads(FIGURES.read_text(encoding="utf-8"))["rows"]
YEAR = 2020


def entered(desk: Desk, *cells: tuple[str, str, str]) -> None:
    edit_grid.enter_cells(desk, YEAR, [CellEntry(*cell) for cell in cells])


def faults(desk: Desk, *cells: tuple[str, str, str]) -> list[tuple[str, str | None]]:
    before = contents(desk)
    with pytest.raises(KnownError, match="entries-refused") as refused:
        entered(desk, *cells)
    assert contents(desk) == before
    return [(one.code, one.place.field) for one in refused.value.findings]


def test_the_printed_rates_of_a_district_give_its_households_within_rounding(receiving: Desk) -> None:
    keys = [key_of(receiving, name) for name in names(receiving)]
    entered(receiving, *((key, "households", str(row[1])) for key, row in zip(keys, ROWS, strict=True)))
    entered(receiving, *((key, "reduction", f"{row[3]}%") for key, row in zip(keys, ROWS, strict=True)))
    given = [row.reduction or 0 for row in set_targets.read_grid(receiving, YEAR).rows]
    # Six rates are printed 0,01 off; of the larger communes that is no household either.
    assert [own - row[5] for own, row in zip(given, ROWS, strict=True)] == [0] * len(ROWS)
    assert sum(given) == 387
    assert_sound(receiving)


def test_the_households_typed_along_count(receiving: Desk) -> None:
    entered(
        receiving,
        ("new-0", "village", "Xã Mới"),
        ("new-0", "households", "1.000"),
        ("new-0", "reduction", "2,25 %"),
        ("new-0", "near_poor_reduction", "0,5%"),
    )
    row = set_targets.read_grid(receiving, YEAR).rows[-1]
    assert (row.reduction, row.near_poor_reduction) == (23, 5)


def test_minority_points_are_of_minority_households(receiving: Desk) -> None:
    key = key_of(receiving, names(receiving)[0])
    assert faults(receiving, (key, "ethnic_minority_reduction", "4%")) == [
        ("points-without-minority-households", "ethnic_minority_reduction")
    ]
    entered(receiving, (key, "ethnic_minority_households", "250"))
    entered(receiving, (key, "ethnic_minority_reduction", "4%"))
    assert set_targets.read_grid(receiving, YEAR).rows[0].ethnic_minority_reduction == 10


@pytest.mark.parametrize("text", ["mười %", "101%", "-1 %", "%"])
def test_what_is_no_points_is_refused(receiving: Desk, text: str) -> None:
    key = key_of(receiving, names(receiving)[0])
    assert faults(receiving, (key, "reduction", text)) == [("points-unreadable", "reduction")]


def test_without_households_there_are_no_points_and_a_count_is_never_a_share(receiving: Desk) -> None:
    assert faults(receiving, ("new-0", "village", "Xã Mới"), ("new-0", "assigned", "2%")) == [
        ("points-without-households", "assigned")
    ]
    key = key_of(receiving, names(receiving)[0])
    assert faults(receiving, (key, "households", "13%")) == [("count-not-a-number", "households")]
