"""Printed target grids in workbooks: the columns recognised, the figures as printed, what cannot be read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from povertydesk import paths
from povertydesk.exchange.printed_target_workbook import PrintedBook, load_printed_words, read_printed_targets
from povertydesk.exchange.village_workbook import load_words
from povertydesk.poverty.printed_target import PRINTED_COUNTS, PRINTED_RATES, PrintedTarget
from povertydesk.poverty.problems import KnownError
from tests.exchange.workbooks import PLAIN, Rows, workbook
from tests.printed_grids import ROWS, TOTAL, YEAR, printed_workbook

WORDS = load_printed_words(paths.resources("grids", "printed_targets.toml"))
VILLAGES = load_words(paths.resources("grids", "village_workbook.toml"))
COLUMNS = (
    "households", "poor_opening", "poor_rate_opening", "households_closing", "poor_closing", "poor_rate_closing",
    "reduction", "reduction_rate",
)  # fmt: skip


def read(path: Path, year: int = YEAR) -> PrintedBook | None:
    return read_printed_targets(path, WORDS, VILLAGES, year)


def grid_of(path: Path, year: int = YEAR) -> PrintedBook:
    book = read(path, year)
    assert book is not None
    return book


def expected(cells: list[str]) -> PrintedTarget:
    place, *figures = cells
    known = dict(zip(COLUMNS, figures, strict=True))
    counts: dict[str, Any] = {name: int(known[name].replace(".", "")) for name in PRINTED_COUNTS if name in known}
    rates: dict[str, Any] = {name: Decimal(known[name]) for name in PRINTED_RATES}
    return PrintedTarget(place, **counts, **rates)


def test_the_published_grid_is_read_as_it_is_printed(tmp_path: Path) -> None:
    grid, findings = grid_of(printed_workbook(tmp_path / "bieu.xlsx"))
    assert grid.rows == tuple(map(expected, ROWS))
    assert grid.whole == expected(TOTAL)
    assert findings == ()


def test_a_workbook_of_villages_is_no_target_grid(tmp_path: Path) -> None:
    assert read(workbook(tmp_path / "thon.xlsx", PLAIN)) is None


def test_the_plan_of_another_year_is_not_taken_for_this_one(tmp_path: Path) -> None:
    headings = ("Thôn", "Tổng số hộ", "Hộ nghèo", "Số hộ nghèo giảm 2023")
    path = workbook(tmp_path / "bieu.xlsx", [headings, ("Thôn Mẫu", 90, 14, 7)])
    assert read(path, 2024) is None
    assert grid_of(path).grid.rows == (PrintedTarget("Thôn Mẫu", 90, 14, 7),)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Nghèo cuối 2022", "Nghèo cuối 2023"),
        ("Hộ nghèo cuối năm 2022", "Hộ nghèo cuối năm 2023"),
        ("Số hộ nghèo đầu kỳ", "Số hộ nghèo còn lại cuối năm"),
    ],
)
def test_a_flat_grid_says_which_end_of_the_year_a_column_is_of(tmp_path: Path, opening: str, closing: str) -> None:
    rows: Rows = [
        ("STT", "Xã", opening, "% giảm", closing, "Số hộ giảm", "Trong đó DTTS giảm", "% cuối 2023", "Đăng ký"),
        (1, "Xã Mẫu", 100, 1.44, 84, 16, 26, "7,69", 17),
        ("Tổng cộng", None, 100, 1.44, 84, 16, 26, "7,69", 17),
    ]
    grid, findings = grid_of(workbook(tmp_path / "bieu.xlsx", rows))
    line = PrintedTarget("Xã Mẫu", None, 100, 16, 26, 17, 84, None, Decimal("1.44"), Decimal("7.69"))
    assert grid.rows == (line,)
    assert grid.whole == line._replace(place="Tổng cộng")
    assert findings == ()


def test_what_cannot_be_read_is_left_out_and_told_with_its_cell(tmp_path: Path) -> None:
    rows: Rows = [
        ["Thôn Mẫu", 90, 14, "15,56", 90, "bảy", "7,78", -7, "7,78"],
        ["Thôn Thử", 80, 4, 5, 80, 4, 5, 0.5, 0],
    ]
    grid, findings = grid_of(printed_workbook(tmp_path / "bieu.xlsx", rows, total=None))
    assert [row.poor_closing for row in grid.rows] == [None, 4]
    assert [row.reduction for row in grid.rows] == [None, None]
    assert grid.whole is None
    assert [(one.place.row, one.values["text"]) for one in findings] == [(5, "bảy"), (5, "-7"), (6, "0,5")]
    assert {one.code for one in findings} == {"printed-figure-not-read"}
    assert str(findings[0].place.column).startswith("G")


def test_a_column_that_may_mean_something_else_is_not_taken(tmp_path: Path) -> None:
    headings = ("Thôn", "Tổng số hộ", "Trong đó DTTS", "Hộ nghèo", "Trong đó DTTS", "Số hộ giảm", "Giảm trong năm")
    path = workbook(tmp_path / "bieu.xlsx", [headings, ("Thôn Mẫu", 90, 60, 14, 12, 7, 8)])
    assert read(path) is None
    one_plan = workbook(tmp_path / "bieu-2.xlsx", [headings[:-1], ("Thôn Mẫu", 90, 60, 14, 12, 7)])
    assert grid_of(one_plan).grid.rows == (PrintedTarget("Thôn Mẫu", 90, 14, 7),)


def test_of_several_totals_the_last_one_is_of_all(tmp_path: Path) -> None:
    headings = ("Thôn", "Hộ nghèo đầu kỳ", "Số hộ giảm")
    rows: Rows = [headings, ("Thôn A", 4, 1), ("Cộng", 4, 1), ("Thôn B", 6, 2), ("Tổng cộng", 10, 3)]
    grid = grid_of(workbook(tmp_path / "bieu.xlsx", rows)).grid
    assert [row.place for row in grid.rows] == ["Thôn A", "Thôn B"]
    assert grid.whole == PrintedTarget("Tổng cộng", poor_opening=10, reduction=3)


def test_words_that_an_office_broke_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "printed_targets.toml"
    broken.write_text("opening = [", encoding="utf-8")
    with pytest.raises(KnownError, match="template-broken"):
        load_printed_words(broken)
