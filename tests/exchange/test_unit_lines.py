from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.exchange.village_workbook import VillageBook, load_words, read_villages
from tests.exchange.workbooks import CellValue, workbook

HEADINGS = ("TT", "Xã", "Tổng số hộ", "Hộ nghèo")
IN_UNITS = [("Xã A", "Cụm Bắc"), ("Xã B", "Cụm Bắc"), ("Xã C", "Cụm Nam")]


class Reader:
    """Writes rows into a workbook and reads its communes in their units."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "xa.xlsx"
        self.words = load_words(paths.resources("grids", "village_workbook.toml"))

    def book(
        self, *rows: tuple[CellValue, ...], known: Mapping[str, Mapping[str, int | None]] | None = None
    ) -> VillageBook:
        return read_villages(workbook(self.path, rows), self.words, known or {}, in_units=True)

    def __call__(self, *rows: tuple[CellValue, ...]) -> list[tuple[str, str]]:
        return [(row.name, row.group) for row in self.book(*rows).rows]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


class TestLines:
    def test_a_name_without_figures_stands_over_its_communes(self, read: Reader) -> None:
        assert (
            read(
                HEADINGS,
                (None, "Cụm Bắc", None, None),
                (1, "Xã A", 10, 1),
                (2, "Xã B", 20, 2),
                (None, "Cụm Nam", None, None),
                (3, "Xã C", 30, 3),
                (None, "Tổng cộng", 60, 6),
            )
            == IN_UNITS
        )

    def test_members_are_numbered_under_their_unit(self, read: Reader) -> None:
        book = read.book(
            HEADINGS,
            (1, "Cụm Bắc", 30, 3),
            ("1.1", "Xã A", 10, 1),
            ("1.2", "Xã B", 20, 2),
            (2, "Cụm Nam", 30, 3),
            ("2.1", "Xã C", 30, 3),
            (None, "Tổng", 60, 6),
        )
        assert [(row.name, row.group) for row in book.rows] == IN_UNITS
        assert book.findings == ()

    def test_letters_and_roman_numbers_over_communes_that_begin_anew(self, read: Reader) -> None:
        assert (
            read(
                HEADINGS,
                ("I", "Cụm Bắc", 30, 3),
                (1, "Xã A", 10, 1),
                (2, "Xã B", 20, 2),
                ("II", "Cụm Nam", 30, 3),
                (1, "Xã C", 30, 3),
            )
            == IN_UNITS
        )

    def test_a_band_in_the_first_cell_with_its_number(self, read: Reader) -> None:
        assert (
            read(
                HEADINGS,
                ("I. Cụm Bắc", None, None, None),
                (1, "Xã A", 10, 1),
                (2, "Xã B", 20, 2),
                ("II. Cụm Nam", None, None, None),
                (1, "Xã C", 30, 3),
            )
            == IN_UNITS
        )

    def test_a_band_right_below_the_headings_is_merged_over_the_line(self, read: Reader) -> None:
        rows = (HEADINGS, ("Cụm Bắc", None, None, None), (1, "Xã A", 10, 1), (2, "Xã B", 20, 2))
        path = workbook(read.path, rows, merged=["A2:D2"])
        book = read_villages(path, read.words, in_units=True)
        assert [(row.name, row.group) for row in book.rows] == IN_UNITS[:2]

    def test_headings_on_two_lines_are_no_unit(self, read: Reader) -> None:
        assert read(("Số", "Xã", "Tổng số hộ", "Hộ nghèo"), ("TT", None, None, None), (1, "Xã A", 10, 1)) == [
            ("Xã A", "")
        ]

    def test_a_commune_numbered_beside_the_units_stands_under_none(self, read: Reader) -> None:
        assert read(
            HEADINGS, (1, "Cụm Bắc", 30, 3), ("1.1", "Xã A", 10, 1), ("1.2", "Xã B", 20, 2), (2, "Xã C", 30, 3)
        ) == [*IN_UNITS[:2], ("Xã C", "")]

    def test_a_unit_whose_sums_are_wrong_is_looked_at(self, read: Reader) -> None:
        book = read.book(
            HEADINGS, (1, "Cụm Bắc", 31, 3), ("1.1", "Xã A", 10, 1), ("1.2", "Xã B", 20, 2), (2, "Xã C", 5, 1)
        )
        assert [(one.code, one.place.row, one.values["declared"]) for one in book.findings] == [
            ("total-line-differs", 2, 31)
        ]

    @pytest.mark.parametrize(
        "waiting",
        [("Xã B", "chưa có số liệu"), ("Thị trấn B", None), ("TT. B", None)],
    )
    def test_a_commune_that_waits_for_figures_is_no_unit(self, read: Reader, waiting: tuple[str, str | None]) -> None:
        assert read(("Xã", "Ghi chú", "Tổng số hộ", "Hộ nghèo"), (*waiting, None, None), ("Xã C", None, 30, 3)) == [
            ("Xã C", "")
        ]

    def test_a_commune_on_record_is_no_unit(self, read: Reader) -> None:
        rows = (("Xã", "Tổng số hộ", "Hộ nghèo"), ("Đắk Mẫu", None, None), ("Xã C", 30, 3))
        assert read.book(*rows).rows[0].group == "Đắk Mẫu"
        assert read.book(*rows, known={"đắk mẫu": {}}).rows[0].group == ""

    def test_a_village_list_knows_no_units(self, read: Reader) -> None:
        path = workbook(read.path, (HEADINGS, (None, "Cụm Bắc", None, None), (1, "Xã A", 10, 1)))
        assert [(row.name, row.group) for row in read_villages(path, read.words).rows] == [("Xã A", "")]


class TestColumn:
    @pytest.mark.parametrize("title", ["Đơn vị", "Huyện", "Cụm", "Khu vực", "Huyện, thị xã", "Địa bàn"])
    def test_a_column_of_its_own(self, read: Reader, title: str) -> None:
        assert (
            read(
                ("TT", title, "Xã", "Tổng số hộ", "Hộ nghèo"),
                (1, "Cụm Bắc", "Xã A", 10, 1),
                (2, "Cụm Bắc", "Xã B", 20, 2),
                (3, "Cụm Nam", "Xã C", 30, 3),
            )
            == IN_UNITS
        )

    def test_without_a_column_of_communes_it_holds_the_communes(self, read: Reader) -> None:
        assert read(("TT", "Đơn vị", "Tổng số hộ", "Hộ nghèo"), (1, "Xã A", 10, 1)) == [("Xã A", "")]

    def test_a_unit_written_once_over_merged_lines(self, read: Reader) -> None:
        rows = (
            ("Huyện", "Xã", "Tổng số hộ", "Hộ nghèo"),
            ("Cụm Bắc", "Xã A", 10, 1),
            (None, "Xã B", 20, 2),
            ("Cụm Nam", "Xã C", 30, 3),
        )
        path = workbook(read.path, rows, merged=["A2:A3"])
        book = read_villages(path, read.words, in_units=True)
        assert [(row.name, row.group) for row in book.rows] == IN_UNITS

    def test_a_unit_alone_on_the_line_above(self, read: Reader) -> None:
        book = read.book(
            ("Huyện", "Xã", "Tổng số hộ", "Hộ nghèo"),
            ("Cụm Bắc", None, 30, 4),
            (None, "Xã A", 10, 1),
            (None, "Xã B", 20, 2),
            ("Cụm Nam", None, None, None),
            (None, "Xã C", 30, 3),
            ("Người lập biểu", None, None, None),
        )
        assert [(row.name, row.group) for row in book.rows] == IN_UNITS
        assert [(one.place.row, one.values["declared"]) for one in book.findings] == [(2, 4)]
