from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from povertydesk import paths
from povertydesk.exchange.heading_search import HeadingWords
from povertydesk.exchange.village_workbook import (
    VillageBook,
    VillageRow,
    VillageWorkbookWords,
    load_words,
    read_villages,
)
from povertydesk.poverty.area import VillageFigures
from povertydesk.poverty.problems import KnownError, Severity
from tests.exchange.workbooks import PLAIN, PLAIN_COUNTS, CellValue, Rows, fill, open_document, workbook

OLD_EXCEL = Path(__file__).parent / "files" / "villages.xls"
MINH_LONG = {"households": 221, "poor": 14}
TAN_LONG = {"households": 186, "poor": 14}


@pytest.fixture(scope="module")
def words() -> VillageWorkbookWords:
    return load_words(paths.resources("grids", "village_workbook.toml"))


@pytest.fixture
def read(tmp_path: Path, words: VillageWorkbookWords) -> Reader:
    return Reader(tmp_path, words)


class Reader:
    """Writes rows into a workbook and reads its villages."""

    def __init__(self, folder: Path, words: VillageWorkbookWords) -> None:
        self.folder = folder
        self.words = words

    def __call__(self, *rows: tuple[CellValue, ...], merged: tuple[str, ...] = ()) -> tuple[VillageRow, ...]:
        return self.file(workbook(self.folder / "thon.xlsx", rows, merged=merged))

    def file(self, path: Path) -> tuple[VillageRow, ...]:
        return self.book(path).rows

    def book(self, path: Path) -> VillageBook:
        return read_villages(path, self.words)

    def warnings(self, *rows: tuple[CellValue, ...]) -> list[tuple[int | None, str | None, object, object]]:
        """Return row and column of each warning, what the total says and what it should."""
        found = self.book(workbook(self.folder / "thon.xlsx", rows)).findings
        assert {(one.code, one.severity, one.place.sheet) for one in found} <= {
            ("total-line-differs", Severity.WARNING, "Thôn")
        }
        return [(one.place.row, one.place.column, one.values["declared"], one.values["total"]) for one in found]

    def counts(self, *rows: tuple[CellValue, ...], merged: tuple[str, ...] = ()) -> list[dict[str, int]]:
        return [dict(row.counts) for row in self(*rows, merged=merged)]

    def refusal(self, *rows: tuple[CellValue, ...]) -> KnownError:
        with pytest.raises(KnownError) as caught:
            self(*rows)
        assert caught.value.values["file"] == "thon.xlsx"
        return caught.value

    def faults(self, *rows: tuple[CellValue, ...]) -> list[tuple[str, int | None, str | None]]:
        """Return code, row and column of each fault."""
        error = self.refusal(*rows)
        assert error.code == "workbook-has-faults"
        assert error.values["faults"] == len(error.findings)
        return [(one.code, one.place.row, one.place.column) for one in error.findings]


class TestLayouts:
    @pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
    def test_a_plain_table(self, read: Reader, tmp_path: Path, kind: str) -> None:
        path = OLD_EXCEL
        if kind == "xlsx":
            path = workbook(tmp_path / "thon.xlsx", PLAIN)
        if kind == "ods":
            path = open_document(tmp_path / "thon.ods", PLAIN)
        rows = read.file(path)
        assert [(row.row, row.name) for row in rows] == [(2, "Thôn Minh Long"), (3, "Thôn Tân Long")]
        assert [dict(row.counts) for row in rows] == PLAIN_COUNTS

    def test_the_table_of_a_published_plan(self, read: Reader) -> None:
        """Titles above, headings of three lines merged over groups, plans beside results, a line of totals."""
        rows = read(
            ("TỶ LỆ HỘ NGHÈO CUỐI NĂM 2022 VÀ DỰ KIẾN KẾ HOẠCH GIẢM NGHÈO NĂM 2023",),
            (),
            ("TT", "Đơn vị", "Số đầu kỳ", None, None, "Dự kiến 2023", None, None, "Số hộ nghèo giảm 2023 (hộ)", "%"),
            (None, None, "Tổng HTN", "Nghèo", None, "Tổng HTN", "Nghèo"),
            (None, None, None, "Số hộ", "tỷ lệ (%)", None, "Số hộ", "tỷ lệ (%)"),
            (1, "Thôn Minh Long", 221, 14, 6.33, 999, 998, 6.33, 7, 3.17),
            (2, "Thôn Tân Long", 186, 14, 7.52, 999, 998, 7.52, 5, 2.69),
            (None, "Tổng", "1.518", 208, 13.70, "1.518", 208, 13.70, 45, 2.96),
            merged=("A1:J1", "A3:A5", "B3:B5", "C3:E3", "F3:H3", "C4:C5", "D4:E4", "F4:F5", "G4:H4"),
        )
        assert [dict(row.counts) for row in rows] == [MINH_LONG, TAN_LONG]
        assert [row.row for row in rows] == [6, 7]

    def test_headings_of_two_lines_with_and_without_merged_cells(self, read: Reader) -> None:
        table: Rows = (
            ("TT", "Thôn", "Tổng số hộ", "Hộ nghèo", None, "Hộ cận nghèo", None),
            (None, None, None, "Số hộ", "Nhân khẩu", "Số hộ", "Nhân khẩu"),
            (1, "Thôn 1", 221, 14, 60, 30, 120),
        )
        expected = [{"households": 221, "poor": 14, "poor_people": 60, "near_poor": 30, "near_poor_people": 120}]
        assert read.counts(*map(tuple, table)) == expected
        assert read.counts(*map(tuple, table), merged=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1")) == expected

    def test_the_official_table_of_results(self, read: Reader) -> None:
        """Table 1 of the review: residents, then households by result, then people, then a row of column numbers."""
        rows = read(
            ("Thôn", "Tổng số hộ dân cư (tại thời điểm rà soát)", None, "Kết quả rà soát về hộ (chính thức)"),
            (None, None, None, "Hộ nghèo", None, "Hộ cận nghèo", None),
            (None, "Số hộ", "Nhân khẩu", "Số hộ", "Tỷ lệ %", "Số hộ", "Tỷ lệ %"),
            ("A", 1, 2, 3, "4=3/1×100", 5, "6=5/1×100"),
            ("Bon Pinao", 300, 1310, 45, 15, 20, 6.67),
            merged=("A1:A3", "B1:C2", "D1:G1", "D2:E2", "F2:G2"),
        )
        assert [(row.row, dict(row.counts)) for row in rows] == [
            (5, {"households": 300, "people": 1310, "poor": 45, "near_poor": 20})
        ]

    def test_a_group_the_program_does_not_know_keeps_its_columns_to_itself(self, read: Reader) -> None:
        counts = read.counts(
            ("Thôn", "Hộ có mức sống trung bình", None, "Hộ nghèo", None),
            (None, "Số hộ", "Nhân khẩu", "Số hộ", "Nhân khẩu"),
            ("Thôn 1", 500, 2000, 14, 60),
            merged=("B1:C1", "D1:E1"),
        )
        assert counts == [{"poor": 14, "poor_people": 60}]

    def test_a_column_of_percent_is_never_a_count(self, read: Reader) -> None:
        assert read.counts(("Thôn", "Tổng số hộ", "Hộ nghèo (%)"), ("Thôn 1", 221, 6)) == [{"households": 221}]

    @pytest.mark.parametrize("field", VillageFigures.count_names())
    def test_every_figure_of_a_village_has_a_heading(
        self, read: Reader, words: VillageWorkbookWords, field: str
    ) -> None:
        first, *others = words.columns[field]
        assert read.counts(("Thôn", first.upper()), ("Thôn 1", 3)) == [{field: 3}]
        known = HeadingWords(words.columns, words.neutral_headings, subject="village")
        assert {known.known([title.upper()]) for title in others} == {
            (field, place + 1) for place in range(len(others))
        }

    def test_names_of_places_are_found_under_any_heading_of_theirs(
        self, read: Reader, words: VillageWorkbookWords
    ) -> None:
        known = HeadingWords(words.columns, words.neutral_headings, subject="village")
        found = [known.known([title.capitalize()]) for title in words.columns["village"]]
        assert found == [("village", place) for place in range(len(found))]
        (row,) = read((words.columns["village"][-1], "Hộ nghèo"), ("Thôn 1", 3))
        assert row.name == "Thôn 1"

    def test_the_narrower_name_counts(self, read: Reader) -> None:
        (row,) = read(("Xã", "Thôn", "Hộ nghèo"), ("Cẩm Long", "Thôn 1", 3))
        assert row.name == "Thôn 1"

    def test_letters_and_blanks_of_headings_do_not_matter(self, read: Reader) -> None:
        decomposed = "TO\u0302\u0309NG SO\u0302\u0301 HO\u0323\u0302:"
        assert read.counts(("  tHon  ", decomposed), ("Thôn 1", 221)) == [{"households": 221}]

    def test_sheets_without_a_table_are_passed_over(self, read: Reader, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        assert book.active is not None
        fill(book.active, [["Kính gửi"], ["Thôn Minh Long có 221 hộ"]])
        fill(book.create_sheet("Số liệu"), PLAIN)
        book.save(tmp_path / "thon.xlsx")
        assert len(read.file(tmp_path / "thon.xlsx")) == 2

    def test_hidden_sheets_do_not_count(self, read: Reader, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        assert book.active is not None
        fill(book.active, PLAIN[:2])
        hidden = book.create_sheet("Năm trước")
        fill(hidden, PLAIN)
        hidden.sheet_state = "hidden"
        book.save(tmp_path / "thon.xlsx")
        assert len(read.file(tmp_path / "thon.xlsx")) == 1


class TestLines:
    def test_totals_are_no_villages(self, read: Reader) -> None:
        names = [
            row.name
            for row in read(
                ("TT", "Thôn", "Hộ nghèo"),
                (1, "Thôn 1", 3),
                ("Tổng cộng", None, 3),
                (None, "Tổng số:", 3),
                (None, "TỔNG", 3),
                (None, "Cộng 1 thôn", 3),
                (None, "Toàn xã", 3),
                (None, "tong cong", 3),
            )
        ]
        assert names == ["Thôn 1"]

    def test_a_total_that_its_villages_do_not_add_up_to_is_a_warning(self, read: Reader) -> None:
        titles, villages = ("TT", "Thôn", "Tổng số hộ", "Hộ nghèo"), ((1, "Thôn 1", 221, 14), (2, "Thôn 2", 186, 14))
        assert read.warnings(titles, *villages, (None, "Tổng", "407", 28)) == []
        assert read.warnings(titles, *villages, (None, "Tổng", 408, None)) == [(4, "C – Tổng số hộ", 408, 407)]
        assert read.warnings(titles, ("Tổng cộng", None, 407, 29), *villages) == [(2, "D – Hộ nghèo", 29, 28)]
        assert read.warnings(titles, *villages, (None, "Tổng", "#REF!", "=SUM(D2:D3)")) == []

    def test_totals_of_parts_are_right_too(self, read: Reader) -> None:
        first, second, third = ("Thôn 1", 221), ("Thôn 2", 186), ("Thôn 3", 50)
        titles = ("Thôn", "Tổng số hộ")
        assert read.warnings(titles, first, second, ("Cộng", 407), third, ("Cộng", 50), ("Tổng", 457)) == []
        assert read.warnings(titles, ("Tổng", 457), ("Cộng", 407), first, second, ("Cộng", 50), third) == []
        assert read.warnings(titles, first, second, ("Cộng", 407), third, ("Cộng", 51)) == [
            (6, "B – Tổng số hộ", 51, 457)
        ]

    @pytest.mark.parametrize("name", ["Cống Đình", "Tòng Đậu", "Cồng Chiêng", "Tống Xá"])
    def test_places_whose_names_only_look_like_totals_stay(self, read: Reader, name: str) -> None:
        (row,) = read(("Thôn", "Hộ nghèo"), (name, 3))
        assert row.name == name

    def test_a_note_about_totals_does_not_hide_a_village(self, read: Reader) -> None:
        (row,) = read(("Thôn", "Hộ nghèo", "Ghi chú"), ("Thôn 1", 3, "Tổng hợp lại ngày 05/01"))
        assert row.counts == {"poor": 3}

    @pytest.mark.parametrize(
        "numbers",
        [("A", "B", 1, 2), ("(A)", "(B)", "(1)", "(2)"), (1, 2, 3, 4), ("A", "B", "1", "2=1/3"), ("A", "B", "C", "D")],
    )
    def test_a_row_that_numbers_the_columns_is_no_village(self, read: Reader, numbers: tuple[CellValue, ...]) -> None:
        rows = read(("TT", "Thôn", "Tổng số hộ", "Hộ nghèo"), numbers, (1, "Thôn 1", 221, 14))
        assert [row.name for row in rows] == ["Thôn 1"]

    def test_villages_that_are_only_numbered_are_villages(self, read: Reader) -> None:
        rows = read(("TT", "Thôn", "Tổng số hộ", "Hộ nghèo"), (1, 1, 221, 14), (2, "2", 186, 14))
        assert [row.name for row in rows] == ["1", "2"]

    def test_lines_without_figures_are_none(self, read: Reader) -> None:
        rows = read(
            ("Thôn", "Hộ nghèo", "Hộ cận nghèo"),
            ("Khu vực I", None, None),
            ("Thôn 1", 3, None),
            (None, None, None),
            ("NGƯỜI LẬP BIỂU", None, None),
        )
        assert [(row.row, row.name, dict(row.counts)) for row in rows] == [(3, "Thôn 1", {"poor": 3})]

    def test_formulas_filled_down_below_the_table_are_no_village(self, read: Reader) -> None:
        assert len(read(("Thôn", "Hộ nghèo"), ("Thôn 1", 3), (None, 0), (None, 0))) == 1

    def test_figures_of_nobody_are_a_fault(self, read: Reader) -> None:
        assert read.faults(("Thôn", "Hộ nghèo"), ("Thôn 1", 3), (None, 4)) == [("village-without-name", 3, "A – Thôn")]

    def test_composed_and_decomposed_names_are_one(self, read: Reader) -> None:
        (row,) = read(("Thôn", "Hộ nghèo"), ("Tho\u0302n  Va\u0302n Ngo\u0323c ", 3))
        assert row.name == "Thôn Vân Ngọc"


class TestNumbers:
    @pytest.mark.parametrize(
        ("cell", "count"),
        [(1518, 1518), (1518.0, 1518), ("1.518", 1518), ("1518", 1518), ("1 518", 1518), (0, 0), ("0", 0)],
    )
    def test_whole_numbers_however_written(self, read: Reader, cell: CellValue, count: int) -> None:
        assert read.counts(("Thôn", "Tổng số hộ"), ("Thôn 1", cell)) == [{"households": count}]

    def test_a_column_is_read_in_one_style(self, read: Reader) -> None:
        counts = read.counts(
            ("Thôn", "Tổng số hộ", "Nhân khẩu"), ("Thôn 1", "1.518", "6,420"), ("Thôn 2", "2.000", "1,234,567")
        )
        assert counts == [{"households": 1518, "people": 6420}, {"households": 2000, "people": 1234567}]

    def test_two_styles_in_one_column_are_a_fault(self, read: Reader) -> None:
        faults = read.faults(("Thôn", "Nhân khẩu"), ("Thôn 1", "1.518"), ("Thôn 2", "2.000"), ("Thôn 3", "1,234"))
        assert faults == [("count-not-a-number", 4, "B – Nhân khẩu")]

    @pytest.mark.parametrize(
        ("cell", "shown"),
        [
            ("nhiều", "nhiều"),
            (12.5, "12,5"),
            ("12,5", "12,5"),
            ("13%", "13%"),
            (True, "TRUE"),
            (datetime.date(2023, 1, 5), "05/01/2023"),
            ("14 hộ", "14 hộ"),
            ("-", "-"),
        ],
    )
    def test_what_is_no_count_is_shown_with_its_place(self, read: Reader, cell: CellValue, shown: str) -> None:
        error = read.refusal(("Thôn", "Tổng số hộ"), ("Thôn 1", 221), ("Thôn 2", cell))
        (fault,) = error.findings
        assert (fault.code, fault.place.sheet, fault.place.row) == ("count-not-a-number", "Thôn", 3)
        assert (fault.place.column, fault.values["text"]) == ("B – Tổng số hộ", shown)

    @pytest.mark.parametrize(
        "cell", [10**8, 10**20, 1e20, str(10**8), "038087012345", "1" + "0" * 20, "1" + ".000" * 3]
    )
    def test_numbers_beyond_any_count_are_called_so(self, read: Reader, cell: CellValue) -> None:
        assert read.faults(("Thôn", "Tổng số hộ"), ("Thôn 1", cell)) == [("count-too-large", 2, "B – Tổng số hộ")]

    def test_negative_counts(self, read: Reader) -> None:
        faults = read.faults(("Thôn", "Hộ nghèo", "Nhân khẩu"), ("Thôn 1", -1, "-5"))
        assert faults == [("count-negative", 2, "B – Hộ nghèo"), ("count-negative", 2, "C – Nhân khẩu")]

    def test_blanks_are_not_nought(self, read: Reader) -> None:
        counts = read.counts(("Thôn", "Hộ nghèo", "Nhân khẩu"), ("Thôn 1", 3, None), ("Thôn 2", 4, "  "))
        assert counts == [{"poor": 3}, {"poor": 4}]


class TestFaultyCells:
    @pytest.mark.parametrize("shown", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
    def test_an_error_is_no_blank(self, read: Reader, shown: str) -> None:
        error = read.refusal(("Thôn", "Tổng số hộ", "Hộ nghèo"), ("Thôn 1", 221, 14), ("Thôn 2", 186, shown))
        (fault,) = error.findings
        assert (fault.code, fault.place.sheet, fault.place.row) == ("cell-shows-error", "Thôn", 3)
        assert (fault.place.column, fault.values["text"]) == ("C – Hộ nghèo", shown)

    def test_a_name_that_is_an_error_is_no_name(self, read: Reader) -> None:
        faults = read.faults(("Thôn", "Hộ nghèo"), ("#REF!", 3), ("#REF!", 4), ("Thôn 3", 5))
        assert faults == [("cell-shows-error", 2, "A – Thôn"), ("cell-shows-error", 3, "A – Thôn")]

    def test_a_formula_that_was_never_calculated_is_no_blank(self, read: Reader) -> None:
        faults = read.faults(("Thôn", "Tổng số hộ", "Hộ nghèo"), ("Thôn 1", "=100+121", 14), ("Thôn 2", 186, "=B3/10"))
        assert faults == [("cell-not-calculated", 2, "B – Tổng số hộ"), ("cell-not-calculated", 3, "C – Hộ nghèo")]

    def test_errors_outside_the_villages_do_not_matter(self, read: Reader) -> None:
        counts = read.counts(
            ("TT", "Thôn", "Tổng số hộ", "Tỷ lệ (%)", "Hộ nghèo"),
            (1, "Thôn 1", 221, "#DIV/0!", 14),
            (None, "Tổng", "=SUM(C2:C2)", None, "#REF!"),
            (None, None, "#N/A", None, 0),
        )
        assert counts == [MINH_LONG]


class TestContradictions:
    @pytest.mark.parametrize(
        ("titles", "code"),
        [
            (("Hộ nghèo", "Tổng số hộ"), "poor-exceeds-households"),
            (("Hộ cận nghèo", "Tổng số hộ"), "near-poor-exceeds-households"),
            (("Khẩu nghèo", "Nhân khẩu"), "poor-exceeds-people"),
            (("Khẩu cận nghèo", "Nhân khẩu"), "near-poor-exceeds-people"),
            (("Hộ nghèo DTTS", "Hộ nghèo"), "minority-poor-exceeds-poor"),
        ],
    )
    def test_a_part_is_within_its_whole(self, read: Reader, titles: tuple[str, str], code: str) -> None:
        part, whole = titles
        assert len(read(("Thôn", part, whole), ("Thôn 1", 10, 10))) == 1
        assert read.faults(("Thôn", part, whole), ("Thôn 1", 11, 10)) == [(code, 2, f"B – {part}")]

    def test_poor_and_near_poor_together_are_within_the_residents(self, read: Reader) -> None:
        titles = ("Thôn", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo")
        assert len(read(titles, ("Thôn 1", 10, 6, 4))) == 1
        assert read.faults(titles, ("Thôn 1", 10, 6, 5)) == [("poor-and-near-poor-exceed", 2, "D – Hộ cận nghèo")]

    def test_a_village_stands_once(self, read: Reader) -> None:
        error = read.refusal(("Thôn", "Hộ nghèo"), ("Thôn 1", 3), ("Thôn 2", 3), ("THÔN 1", 4))
        (fault,) = error.findings
        assert (fault.code, fault.place.row, dict(fault.values)) == (
            "village-twice",
            4,
            {"village": "THÔN 1", "row": 4, "first_row": "2"},
        )

    def test_every_fault_is_named_at_once(self, read: Reader) -> None:
        faults = read.faults(
            ("Thôn", "Tổng số hộ", "Hộ nghèo"), ("Thôn 1", "nhiều", -2), ("Thôn 2", 10, 11), ("Thôn 1", 5, 5)
        )
        assert [(code, row) for code, row, _ in faults] == [
            ("count-not-a-number", 2),
            ("count-negative", 2),
            ("poor-exceeds-households", 3),
            ("village-twice", 4),
        ]


class TestRefusals:
    def test_a_workbook_without_known_headings(self, read: Reader) -> None:
        assert read.refusal(("Họ tên", "Năm sinh"), ("Bùi Thị Mẫu", 1960)).code == "workbook-without-headings"
        assert read.refusal(("Thôn", "Ghi chú"), ("Thôn 1", "x")).code == "workbook-without-headings"
        assert read.refusal(("Hộ nghèo", "Nhân khẩu"), (3, 10)).code == "workbook-without-headings"

    def test_an_empty_sheet(self, read: Reader) -> None:
        assert read.refusal().code == "workbook-without-headings"

    def test_headings_without_villages(self, read: Reader) -> None:
        error = read.refusal(("Thôn", "Hộ nghèo"), ("Tổng", 0))
        assert (error.code, error.values["sheet"]) == ("workbook-without-villages", "Thôn")

    def test_two_columns_that_mean_the_same(self, read: Reader) -> None:
        error = read.refusal(("Thôn", "Hộ nghèo", "Ghi chú", "Số hộ nghèo"), ("Thôn 1", 3, None, 4))
        assert (error.code, error.values["first"], error.values["second"]) == ("workbook-column-twice", "B", "D")
        error = read.refusal(("Thôn", "Hộ nghèo", "Thôn"), ("Thôn 1", 3, "Thôn 2"))
        assert (error.code, error.values["first"], error.values["second"]) == ("workbook-column-twice", "A", "C")

    def test_two_sheets_alike(self, read: Reader, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        assert book.active is not None
        book.active.title = "Năm 2022"
        fill(book.active, PLAIN)
        fill(book.create_sheet("Năm 2023"), PLAIN)
        book.save(tmp_path / "thon.xlsx")
        with pytest.raises(KnownError) as caught:
            read.file(tmp_path / "thon.xlsx")
        assert caught.value.code == "workbook-two-tables"
        assert caught.value.values["sheets"] == "“Năm 2022”, “Năm 2023”"

    def test_headings_far_below_are_not_searched(self, read: Reader) -> None:
        blanks = [("x",)] * 30
        assert read.refusal(*blanks, ("Thôn", "Hộ nghèo"), ("Thôn 1", 3)).code == "workbook-without-headings"
        assert len(read(*blanks[:29], ("Thôn", "Hộ nghèo"), ("Thôn 1", 3))) == 1

    @pytest.mark.parametrize("text", ["columns = 3", "[columns]\nvillage = ['thôn']\n", "khong phai toml"])
    def test_broken_words_are_refused(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "words.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(KnownError) as caught:
            load_words(path)
        assert (caught.value.code, caught.value.values["file"]) == ("template-broken", "words.toml")


def test_no_title_stands_for_two_figures(words: VillageWorkbookWords) -> None:
    titles = [title for titles in words.columns.values() for title in titles]
    assert len(titles) == len(set(titles))
    assert set(words.columns) == {"village", *VillageFigures.count_names()}
