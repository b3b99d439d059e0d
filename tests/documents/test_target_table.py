from __future__ import annotations

import io
from decimal import Decimal

import openpyxl

from povertydesk.documents.target_table import target_paper, target_table
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.paper import (
    CellKind,
    CellValue,
    Closing,
    Figure,
    Grid,
    GridHeading,
    Letterhead,
    RowKind,
    Title,
    plain_text,
)
from povertydesk.poverty.target import TargetGrid
from tests.documents.plans import YEAR, commune, contents, grid_words, village, words

GRID = grid_words()


def table(*rows: object, **changes: object) -> Grid:
    grid = TargetGrid(YEAR, rows)  # type: ignore[arg-type]
    return target_table(contents(grid=grid, **changes) if rows else contents(**changes), GRID)


def shown(cell: CellValue) -> object:
    return cell.value if isinstance(cell, Figure) else cell


def test_lines_end_with_the_total() -> None:
    grid = table()
    assert [[shown(cell) for cell in row.cells] for row in grid.rows] == [
        [1, "Thôn Một", 221, 14, Decimal("6.33"), 7, Decimal("3.17"), 7, Decimal("3.17")],
        [2, "Bản Hai", 186, 40, Decimal("21.51"), 5, Decimal("2.69"), 35, Decimal("18.82")],
        [None, "TỔNG CỘNG", 407, 54, Decimal("13.27"), 12, Decimal("2.95"), 42, Decimal("10.32")],
    ]
    assert [row.kind for row in grid.rows] == [RowKind.ORDINARY, RowKind.ORDINARY, RowKind.TOTAL]


def test_figures_name_their_village_and_the_total_none() -> None:
    first, _, total = table().rows
    bound = [cell for cell in first.cells if isinstance(cell, Figure)]
    assert {cell.arguments for cell in bound} == {(("village", "Thôn Một"),)}
    assert [cell.name for cell in bound] == [column.key for column in table().leaves[2:]]
    assert {cell.arguments for cell in total.cells if isinstance(cell, Figure)} == {()}
    assert next(cell for cell in total.cells if isinstance(cell, Figure) and cell.value == 407).text == "407"


def test_headings_are_grouped_and_kinds_told() -> None:
    grid = table()
    assert grid.caption == "CHỈ TIÊU GIẢM HỘ NGHÈO NĂM 2023 GIAO CÁC THÔN, BẢN"
    groups = [column.title for column in grid.columns if isinstance(column, GridHeading)]
    assert groups == ["Đầu kỳ", "Kế hoạch giảm năm 2023", "Cuối kỳ"]
    assert grid.leaves[1].title == "Thôn, bản"
    assert {column.key: column.kind for column in grid.leaves}["poor_rate_closing"] is CellKind.RATE


def test_a_column_of_minority_households_stands_only_where_some_are_planned() -> None:
    def keys(minority: int | None) -> set[str]:
        row = village("Thôn Một", households=221, poor_opening=14, reduction=7, ethnic_minority_reduction=minority)
        return {column.key for column in table(row).leaves}

    assert "ethnic_minority_reduction" in keys(3)
    assert "ethnic_minority_reduction" not in keys(0) | keys(None)


def test_what_is_not_known_leaves_its_cell_empty() -> None:
    row = table(village("Thôn Một", poor_opening=14)).rows[0]
    assert [shown(cell) for cell in row.cells] == [1, "Thôn Một", None, 14, None, None, None, None, None]
    nought = table(village("Thôn Một", households=10, poor_opening=0, reduction=0)).rows[0]
    assert [shown(cell) for cell in nought.cells][3:6] == [0, Decimal("0.00"), 0]


def test_the_grid_is_a_paper_of_its_own() -> None:
    paper = target_paper(contents(), words(), GRID)
    head, title, grid, foot = paper.blocks()
    assert isinstance(head, Letterhead)
    assert isinstance(title, Title)
    assert (title.kind, plain_text(title.subject)) == ("BIỂU CHỈ TIÊU", "Giảm hộ nghèo năm 2023 giao các thôn, bản")
    assert isinstance(grid, Grid)
    # The title says what the caption would say again.
    assert (grid.caption, grid.rows) == ("", table().rows)
    assert isinstance(foot, Closing)
    assert (paper.name, paper.author) == ("targets", "Xã Thử Nghiệm")


def test_communes_of_a_receiving_office() -> None:
    row = village("Xã Một", households=500, poor_opening=50, reduction=5)
    grid = table(row, unit=commune("Huyện Thử", OfficeLevel.RECEIVING))
    assert grid.leaves[1].title == "Xã"
    assert grid.caption.endswith("GIAO CÁC XÃ")


def test_units_stand_above_their_communes_and_the_total_adds_them_up() -> None:
    rows = (
        village("Xã Một", households=500, poor_opening=50, reduction=5)._replace(group="Cụm Bắc"),
        village("Xã Hai", households=300, poor_opening=10, reduction=1)._replace(group="Cụm Bắc"),
        village("Xã Ba", households=200, poor_opening=20, reduction=2)._replace(group="Cụm Nam"),
    )
    grid = table(*rows, unit=commune("Huyện Thử", OfficeLevel.RECEIVING))
    assert [(shown(row.cells[0]), row.cells[1], shown(row.cells[2]), row.kind, row.added) for row in grid.rows] == [
        (1, "Cụm Bắc", 800, RowKind.GROUP, (1, 2)),
        ("1.1", "Xã Một", 500, RowKind.ORDINARY, ()),
        ("1.2", "Xã Hai", 300, RowKind.ORDINARY, ()),
        (2, "Cụm Nam", 200, RowKind.GROUP, (4,)),
        ("2.1", "Xã Ba", 200, RowKind.ORDINARY, ()),
        (None, "TỔNG CỘNG", 1000, RowKind.TOTAL, (0, 3)),
    ]
    # 10,00 % and 3,33 %: of the sums 7,50 %.
    assert shown(grid.rows[0].cells[4]) == Decimal("7.50")


def test_the_sums_of_units_stay_alive_in_a_workbook() -> None:
    rows = [village(f"Xã {place}", households=100, poor_opening=5, reduction=1) for place in range(4)]
    grouped = [row._replace(group="Cụm Bắc" if place < 3 else "Cụm Nam") for place, row in enumerate(rows)]
    data = write_xlsx(target_paper(contents(grid=TargetGrid(YEAR, tuple(grouped))), words(), GRID))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[-1]
    first = next(cell.row for cell in sheet["B"] if cell.value == "Cụm Bắc")
    shown_values = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[-1]
    assert sheet.cell(first, 3).value == f"=SUM(C{first + 1}:C{first + 3})"
    assert sheet.cell(first + 6, 3).value == f"=SUM(C{first},C{first + 4})"
    assert (shown_values.cell(first, 3).value, shown_values.cell(first + 6, 3).value) == (300, 400)
    assert sheet.cell(first, 2).font.bold
