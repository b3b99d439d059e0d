from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.exchange.household_columns import (
    CAUSES,
    DEPRIVATIONS,
    SUPPORTS,
    GivenMapping,
    HouseholdTable,
    HouseholdWorkbookWords,
    Layout,
    find_tables,
    load_household_words,
)
from povertydesk.exchange.household_workbook import read_households
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import fold
from tests.exchange.old_fonts import typed_vni
from tests.exchange.workbooks import CellValue, workbook

LIST: tuple[tuple[CellValue, ...], ...] = (
    ("DANH SÁCH HỘ CẬN NGHÈO NĂM 2026",),
    ("TT", "Họ tên chủ hộ", "Mã hộ", "Kết quả năm 2026", "Ghi chú"),
    (1, "Nguyễn Văn Mẫu", "01", "Hộ nghèo", "đã báo"),
)


@pytest.fixture(scope="module")
def words() -> HouseholdWorkbookWords:
    return load_household_words(paths.resources("grids", "household_workbook.toml"))


def table(
    folder: Path, words: HouseholdWorkbookWords, *rows: tuple[CellValue, ...], title: str = "Sheet1"
) -> HouseholdTable:
    (found,) = find_tables(workbook(folder / "ho.xlsx", rows, title=title), words)
    return found


def refused(
    folder: Path, words: HouseholdWorkbookWords, given: GivenMapping | None, *rows: tuple[CellValue, ...]
) -> str:
    with pytest.raises(KnownError) as caught:
        find_tables(workbook(folder / "ho.xlsx", rows), words, given)
    return caught.value.code


def test_the_mapping_is_shown_with_what_will_not_be_read(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    found = table(tmp_path, words, *LIST)
    assert found.layout is Layout.HOUSEHOLD
    assert dict(found.columns) == {"head_name": 1, "household_code": 2}
    assert dict(found.titles) == {"head_name": "Họ tên chủ hộ", "household_code": "Mã hộ"}
    assert found.unmapped == (("A", "TT"), ("D", "Kết quả năm 2026"), ("E", "Ghi chú"))
    assert found.listed_as == "near_poor"


@pytest.mark.parametrize(
    ("title", "listed_as"),
    [
        ("DANH SÁCH CHI TIẾT HỘ NGHÈO", "poor"),
        ("DANH SÁCH HỘ THOÁT NGHÈO SAU KHI RÀ SOÁT", "escaped_poor"),
        ("DANH SÁCH HỘ THOÁT CẬN NGHÈO SAU KHI RÀ SOÁT", "escaped_near_poor"),
        ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU KHI RÀ SOÁT", None),
        ("KẾT QUẢ RÀ SOÁT HỘ NGHÈO", None),
    ],
)
def test_the_title_says_what_the_list_is(
    tmp_path: Path, words: HouseholdWorkbookWords, title: str, listed_as: str | None
) -> None:
    assert table(tmp_path, words, (title,), *LIST[1:]).listed_as == listed_as


def test_a_layout_is_known_again(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    signature = table(tmp_path, words, *LIST).signature
    later = [tuple(str(cell).replace("2026", "2027") for cell in row) for row in LIST[1:]]
    assert table(tmp_path, words, *later, title="Thôn 1").signature == signature
    old_font = [tuple(typed_vni(cell) if isinstance(cell, str) else cell for cell in row) for row in LIST]
    assert table(tmp_path, words, *old_font).signature == signature
    assert table(tmp_path, words, *[row[:-1] for row in LIST]).signature != signature
    assert table(tmp_path, words, *[(row[-1], *row[:-1]) for row in LIST[1:]]).signature != signature


def test_a_mapping_given_back_is_used_for_its_layout(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    proposed = table(tmp_path, words, *LIST)
    remembered = proposed.as_given()
    changed = GivenMapping({**remembered.columns, "declared_status": "=D"}, layout=remembered.layout)
    for given in ({proposed.signature: changed}, changed):
        (found,) = find_tables(tmp_path / "ho.xlsx", words, given)
        (household,) = read_households([found], words, datetime.date(2026, 11, 20)).households
        assert household.values == {"household_code": "01", "declared_status": "poor"}
    assert find_tables(tmp_path / "ho.xlsx", words, {"another": changed}) == (proposed,)
    assert find_tables(tmp_path / "ho.xlsx", words, {proposed.signature: remembered}) == (proposed,)


def test_a_mapping_by_headings_the_program_does_not_know(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    rows = (("Phiếu thu",), ("Ông/bà", "Bậc"), ("Nguyễn Văn Mẫu", "Hộ nghèo"))
    path = workbook(tmp_path / "ho.xlsx", rows)
    by_words = GivenMapping({"head_name": "ông/bà", "declared_status": "Bậc"})
    by_letters = GivenMapping({"head_name": "=A", "declared_status": "=b"}, header_row=2)
    for given in (by_words, by_letters):
        (found,) = find_tables(path, words, given)
        result = read_households([found], words, datetime.date(2026, 11, 20))
        assert [(one.head.name, one.values) for one in result.households] == [
            ("Nguyễn Văn Mẫu", {"declared_status": "poor"})
        ]
    assert refused(tmp_path, words, None, *rows) == "households-without-headings"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (GivenMapping({"head_name": "=B"}, sheet="Thôn 9"), "mapping-sheet-unknown"),
        (GivenMapping({"head_name": "=B", "wealth": "=C"}), "mapping-field-unknown"),
        (GivenMapping({"head_name": "=B", "b1": "Điểm"}), "mapping-heading-unknown"),
        (GivenMapping({"household_code": "=C"}), "mapping-without-name"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(
    tmp_path: Path, words: HouseholdWorkbookWords, given: GivenMapping, code: str
) -> None:
    assert refused(tmp_path, words, given, *LIST) == code


def test_letters_without_headings_need_their_line(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    assert refused(tmp_path, words, GivenMapping({"head_name": "=A"}), ("Ông/bà", "Bậc")) == "mapping-without-header"


def test_columns_alike_are_not_guessed(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    found = table(tmp_path, words, ("Họ tên chủ hộ", "Mã hộ", "B1", "B1"), ("Nguyễn Văn Mẫu", "01", 1, 2))
    assert "b1" not in found.columns
    assert [(one.code, one.values["title"]) for one in found.findings()] == [("household-columns-alike", "B1")]


def test_the_better_of_two_titles_is_taken(tmp_path: Path, words: HouseholdWorkbookWords) -> None:
    found = table(tmp_path, words, ("CMND", "Họ tên chủ hộ", "Số CCCD"), ("1", "Nguyễn Văn Mẫu", "2"))
    assert found.columns["citizen_number"] == 2


def test_no_title_stands_for_two_fields(words: HouseholdWorkbookWords) -> None:
    titles = [fold(title) for titles in words.columns.values() for title in titles]
    assert sorted(titles) == sorted(set(titles))
    assert {*DEPRIVATIONS, *CAUSES, *SUPPORTS} <= words.columns.keys()
