"""The printed target grid of a commune, kept as printed and held against its own columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.store import printed_targets
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.history import list_history
from povertydesk.workflow.printed_targets import printed_findings
from povertydesk.workflow.record_villages import import_villages, read_villages
from tests.printed_grids import ROWS, YEAR, printed_workbook
from tests.workflow.contents import contents, undo_last


def codes(desk: Desk, year: int | None = None) -> set[str]:
    return {one.code for one in printed_findings(desk, year)}


def test_the_published_grid_is_taken_in_with_its_villages_and_its_mistakes_are_told(desk: Desk, tmp_path: Path) -> None:
    changes = import_villages(desk, YEAR, printed_workbook(tmp_path / "bieu.xlsx"))
    assert read_villages(desk, YEAR).total["poor"] == 208
    found = printed_findings(desk, YEAR)
    assert changes.findings == found
    assert [(one.place.village, one.values["computed"]) for one in found if one.code == "printed-closing-differs"] == [
        *zip([row[0] for row in ROWS], [7, 9, 39, 49, 34, 25], strict=True),
        ("Tổng", 163),
    ]
    assert [one.values for one in found if one.code == "printed-columns-repeated"] == [
        {"year": YEAR, "villages": 6, "reduction": 45}
    ]
    assert {(one.place.village, one.values["printed"]) for one in found if one.code == "printed-rate-differs"} == {
        ("Thôn Tân Long", 7.52)
    }
    assert printed_findings(desk) == found
    for year in (None, YEAR):
        checked = check_file(desk, year)
        assert [one for one in checked if one in found] == list(found)


def test_another_year_has_nothing_to_do_with_it(desk: Desk, tmp_path: Path) -> None:
    import_villages(desk, YEAR, printed_workbook(tmp_path / "bieu.xlsx"))
    assert printed_findings(desk, YEAR - 1) == ()
    assert not {one.code for one in check_file(desk, YEAR + 1)} & codes(desk)


def test_the_mended_grid_takes_the_place_of_the_wrong_one(desk: Desk, tmp_path: Path) -> None:
    import_villages(desk, YEAR, printed_workbook(tmp_path / "bieu.xlsx"))
    left = [str(int(row[2]) - int(row[7])) for row in ROWS]
    mended = [[*row[:3], None, row[4], closing, None, *row[7:]] for row, closing in zip(ROWS, left, strict=True)]
    import_villages(desk, YEAR, printed_workbook(tmp_path / "sua.xlsx", mended, total=None))
    assert printed_findings(desk) == ()
    assert len(printed_targets.read_printed_grid(desk.engine, YEAR).rows) == len(ROWS)


def test_the_same_grid_a_second_time_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = printed_workbook(tmp_path / "bieu.xlsx")
    import_villages(desk, YEAR, path)
    before, done = contents(desk), len(list_history(desk))
    again = import_villages(desk, YEAR, path)
    assert not again
    assert again.findings == printed_findings(desk, YEAR)
    assert (contents(desk), len(list_history(desk))) == (before, done)


def test_the_import_is_one_step_back(desk: Desk, tmp_path: Path) -> None:
    before = contents(desk)
    import_villages(desk, YEAR, printed_workbook(tmp_path / "bieu.xlsx"))
    undo_last(desk)
    assert contents(desk) == before
    assert printed_findings(desk) == ()


@pytest.mark.parametrize("cell", ["bảy", "#REF!"])
def test_a_figure_of_the_plan_that_cannot_be_read_keeps_no_village_out(desk: Desk, tmp_path: Path, cell: str) -> None:
    rows = [[*ROWS[0][:7], cell, "3.17"], *ROWS[1:]]
    changes = import_villages(desk, YEAR, printed_workbook(tmp_path / "bieu.xlsx", rows, total=None))
    assert [one.values["text"] for one in changes.findings if one.code == "printed-figure-not-read"] == [cell]
    assert len(read_villages(desk, YEAR).rows) == len(ROWS)
