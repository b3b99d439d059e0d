from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from povertydesk import paths
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.exchange.official_table_workbook import OfficialTableBook, read_official_tables
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import KnownError

INDICATORS = [Named(f"i{number}", f"Chỉ số {number}") for number in range(1, 13)]
LAYOUTS = read_layouts(paths.resources("grids", "official_tables.toml"), INDICATORS, ()).tables
VILLAGES = ("Thôn Minh Long", "Thôn Tân Long")

Rows = list[list[str | int | float | None]]
TITLE_1: Rows = [["UBND XÃ MẪU"], [None], ["BIỂU 1"], ["TỔNG HỢP KẾT QUẢ CHÍNH THỨC RÀ SOÁT HỘ NGHÈO"]]
HEADS_1: Rows = [["TT", "Thôn", "Số hộ", "Nhân khẩu", "Số hộ", "Tỷ lệ"], ["A", "B", 1, 2, 3, "4=3/1x100"]]
TITLE_2: Rows = [
    ["TỔNG HỢP DIỄN BIẾN HỘ NGHÈO"],
    ["TT", "Thôn", "Phân tổ", "Đầu kỳ", "Giảm"],
    ["A", "B", "C", "1", "2"],
]


def write(folder: Path, *sheets: Rows) -> Path:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Trang {number}")
        for row in rows:
            sheet.append(row)
    path = folder / "bieu-cu.xlsx"
    book.save(path)
    return path


def read(folder: Path, *sheets: Rows) -> OfficialTableBook:
    return read_official_tables(write(folder, *sheets), LAYOUTS, VILLAGES)


def faults(folder: Path, *sheets: Rows) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(KnownError, match="former-tables-have-faults") as refused:
        read(folder, *sheets)
    return [(one.code, one.place.row, one.place.column) for one in refused.value.findings]


def test_columns_are_known_by_their_numbers_and_lines_by_their_villages(tmp_path: Path) -> None:
    lines: Rows = [[1, "Thôn Minh Long", 221, 900, 14, 6.33], [2, "tân long", "1.186", None, 14, "7,52"]]
    (table,) = read(tmp_path, [*TITLE_1, *HEADS_1, *lines, ["Tổng cộng", None, 1407, None, 28, 2]]).tables
    first, second, total = table.lines
    assert (table.number, first.village, second.village, total.village) == (1, *VILLAGES, None)
    assert first.value("4") == Decimal("6.33")
    assert (second.value("1"), second.value("2"), second.value("4")) == (Decimal(1186), None, Decimal("7.52"))
    assert (first.figures["3"].place.row, first.figures["3"].place.column) == (7, "E")


def test_a_table_without_a_number_is_known_by_its_title_and_has_two_lines_a_place(tmp_path: Path) -> None:
    lines: Rows = [[1, "Thôn Minh Long", "Hộ", 14, 2], [None, None, "Nhân khẩu", 55, 8]]
    (table,) = read(tmp_path, [*TITLE_2, *lines, [None, "Tổng", "Hộ", 14, 2], [None, None, "Nhân khẩu", 55, 8]]).tables
    assert table.number == 2
    homes, people = table.line("Thôn Minh Long"), table.line("Thôn Minh Long", Counted.PEOPLE)
    assert homes is not None
    assert people is not None
    assert (homes.value("1"), people.value("1")) == (Decimal(14), Decimal(55))
    assert table.line(None, Counted.PEOPLE) is not None


def test_the_sums_of_units_are_no_villages(tmp_path: Path) -> None:
    lines: Rows = [
        [1, "Cụm Bắc", "Hộ", 14, 2],
        [None, None, "Nhân khẩu", 55, 8],
        ["1.1", "Thôn Minh Long", "Hộ", 14, 2],
        [None, None, "Nhân khẩu", 55, 8],
        [2, "Thôn Tân Long", "Hộ", 3, 1],
        [None, None, "Nhân khẩu", 9, 4],
        [None, "Tổng", "Hộ", 17, 3],
    ]
    (table,) = read(tmp_path, [*TITLE_2, *lines]).tables
    assert [(one.village, one.counted, one.value("1")) for one in table.lines] == [
        ("Thôn Minh Long", Counted.HOUSEHOLDS, Decimal(14)),
        ("Thôn Minh Long", Counted.PEOPLE, Decimal(55)),
        ("Thôn Tân Long", Counted.HOUSEHOLDS, Decimal(3)),
        ("Thôn Tân Long", Counted.PEOPLE, Decimal(9)),
        (None, Counted.HOUSEHOLDS, Decimal(17)),
    ]


def test_what_stands_below_the_total_is_no_village(tmp_path: Path) -> None:
    lines: Rows = [[1, "Thôn Minh Long", 221, 900], ["Tổng", None, 221, 900], [None, "Người lập biểu", 3, None]]
    (table,) = read(tmp_path, [*TITLE_1, *HEADS_1, *lines]).tables
    assert [one.village for one in table.lines] == ["Thôn Minh Long", None]


def test_a_total_above_the_villages_ends_nothing(tmp_path: Path) -> None:
    lines: Rows = [["Tổng", None, 407, 1700], [1, "Thôn Minh Long", 221, 900], [2, "Thôn Tân Long", 186, 800]]
    (table,) = read(tmp_path, [*TITLE_1, *HEADS_1, *lines]).tables
    assert [(one.village, one.value("1")) for one in table.lines] == [
        (None, Decimal(407)),
        ("Thôn Minh Long", Decimal(221)),
        ("Thôn Tân Long", Decimal(186)),
    ]


def test_a_table_without_a_figure_is_none(tmp_path: Path) -> None:
    blank: Rows = [*TITLE_2, [1, "Thôn Minh Long", "Hộ", None, None], [None, "Tổng", "Hộ", "=D4", None]]
    with pytest.raises(KnownError, match="former-tables-missing"):
        read(tmp_path, blank)
    book = read(tmp_path, blank, [*TITLE_1, *HEADS_1, [1, "Thôn Minh Long", 221, 900]])
    assert [table.number for table in book.tables] == [1]


def test_every_fault_is_told_with_its_place_and_nothing_is_taken(tmp_path: Path) -> None:
    lines: Rows = [
        [1, "Thôn Minh Long", "nhiều", -3, 14, None],
        [2, "Thôn Khác", 1, 1, 1, 1],
        [3, "Thôn Minh Long", 1, 1, 1, 1],
    ]
    assert faults(tmp_path, [*TITLE_1, *HEADS_1, *lines]) == [
        ("count-not-a-number", 7, "C"),
        ("count-negative", 7, "D"),
        ("former-village-unknown", 8, "B"),
        ("village-twice", 9, "B"),
    ]


def test_half_a_household_is_none_but_a_rate_may_have_decimals(tmp_path: Path) -> None:
    lines: Rows = [[1, "Thôn Minh Long", 221, 900, 14.5, 6.33]]
    assert faults(tmp_path, [*TITLE_1, *HEADS_1, *lines]) == [("count-not-a-number", 7, "E")]


def test_formulas_that_were_never_calculated_stay_blank_and_are_counted(tmp_path: Path) -> None:
    book = read(tmp_path, [*TITLE_1, *HEADS_1, [1, "Thôn Minh Long", 221, 900, 14, "=E7/C7*100"]])
    assert book.not_calculated == 1
    assert book.tables[0].lines[0].value("4") is None


def test_one_table_twice_is_refused(tmp_path: Path) -> None:
    sheet: Rows = [*TITLE_1, *HEADS_1, [1, "Thôn Minh Long", 221, 900, 14, 6.33]]
    with pytest.raises(KnownError, match="former-table-twice"):
        read(tmp_path, sheet, sheet)


@pytest.mark.parametrize("rows", [[["Danh sách hộ"], ["A", "B", 1, 2], [1, "Thôn Minh Long", 3, 4]], [["BIỂU 1"]]])
def test_a_workbook_without_an_official_table_is_refused(tmp_path: Path, rows: Rows) -> None:
    with pytest.raises(KnownError, match="former-tables-missing"):
        read(tmp_path, rows)
