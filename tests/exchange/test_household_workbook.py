from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from povertydesk import paths
from povertydesk.exchange import household_columns
from povertydesk.exchange.cell_reading import Birth, CitizenNumberCell
from povertydesk.exchange.household_columns import GivenMapping, HouseholdWorkbookWords, find_tables
from povertydesk.exchange.household_workbook import HouseholdList, HouseholdRow, read_households
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import Severity
from tests.exchange.household_lists import LAYOUTS, TITLES, TOTALS, official_list, paged, review_result, shifted
from tests.exchange.old_fonts import typed_tcvn3, typed_vni
from tests.exchange.workbooks import CellValue, Rows, fill, open_document, workbook

TODAY = datetime.date(2026, 11, 20)
FONTS: dict[str, Callable[[str], str]] = {"unicode": str, "tcvn3": typed_tcvn3, "vni": typed_vni}
PLAIN: tuple[CellValue, ...] = ("Mã hộ", "Thôn", "Họ tên chủ hộ", "Năm sinh", "Giới tính", "Số nhân khẩu", "B1", "B2")
GOOD: tuple[CellValue, ...] = ("01", "Thôn 1", "Nguyễn Văn Mẫu", 1980, "Nam", 4, 120, 30)


@pytest.fixture(scope="module")
def words() -> HouseholdWorkbookWords:
    return household_columns.load_household_words(paths.resources("grids", "household_workbook.toml"))


@pytest.fixture
def read(tmp_path: Path, words: HouseholdWorkbookWords) -> Reader:
    return Reader(tmp_path, words)


class Reader:
    """Writes a list into a workbook and reads its households; the lines must add up every time."""

    def __init__(self, folder: Path, words: HouseholdWorkbookWords) -> None:
        self.folder = folder
        self.words = words

    def __call__(self, *rows: tuple[CellValue, ...], merged: tuple[str, ...] = ()) -> HouseholdList:
        return self.file(workbook(self.folder / "ho.xlsx", rows, merged=merged, title="Danh sách"))

    def file(self, path: Path, given: GivenMapping | None = None) -> HouseholdList:
        read = read_households(find_tables(path, self.words, given), self.words, TODAY)
        assert read.lines == read.accepted + read.rejected + read.skipped
        assert (read.rejected_households > 0) == (read.rejected > 0)
        for household in read.households:
            assert household.row == household.head.row
        return read

    def one(self, *rows: tuple[CellValue, ...]) -> HouseholdRow:
        (household,) = self(*rows).households
        return household

    def faults(self, *rows: tuple[CellValue, ...]) -> list[tuple[str, int | None, str | None]]:
        return [(one.code, one.place.row, one.place.column) for one in self(*rows).findings]


def written(rows: Rows, font: str) -> Rows:
    return tuple(tuple(FONTS[font](cell) if isinstance(cell, str) else cell for cell in row) for row in rows)


def told(read: HouseholdList) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.village, tuple(member.name for member in one.members)) for one in read.households]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("around", ["bare", "paged"])
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_households_from_every_mixture(read: Reader, layout: str, font: str, around: str, kind: str) -> None:
    """Four layouts, three encodings, with titles, repeated headings and totals or without, two formats."""
    made = LAYOUTS[layout]()
    rows: Rows = (*made.headings, *made.lines)
    above = 0
    if around == "paged":
        above = len(TITLES)
        rows = (*TITLES, *paged(made), *TOTALS)
    rows = written(rows, font)
    if kind == "ods":
        path = open_document(read.folder / "ho.ods", rows, "Danh sách")
    else:
        path = workbook(read.folder / "ho.xlsx", rows, merged=shifted(made.merged, above), title="Danh sách")
    result = read.file(path)
    assert result.findings == ()
    assert told(result) == list(made.households)
    assert result.rejected == 0
    assert {one.listed_as for one in result.households} == ({"poor"} if around == "paged" else {None})


class TestLayouts:
    def test_the_official_list(self, read: Reader) -> None:
        made = official_list()
        households = read(*map(tuple, made.headings), *map(tuple, made.lines), merged=made.merged).households
        first, second = households[0], households[1]
        assert (first.row, first.village, first.values["entry_kind"]) == (4, "Thôn Ướt Mỹ", "old")
        assert first.marks == {"support_health": True}
        assert [(one.sex, one.birth, one.relation, one.ethnic_group) for one in first.members] == [
            ("male", Birth(1961), "Chủ hộ", "Kinh"),
            ("female", Birth(1985), "Vợ", "Kinh"),
        ]
        assert (second.head.sex, second.head.birth) == ("female", Birth(1985))

    def test_the_provincial_list(self, read: Reader) -> None:
        made = LAYOUTS["provincial"]()
        household = read(*map(tuple, made.headings), *map(tuple, made.lines)).households[0]
        assert household.village == "Thôn Ướt Mỹ"
        assert household.values == {"declared_status": "poor", "b1": 120, "b2": 40}
        assert household.marks == {"capital": True}
        assert household.head.citizen_number == CitizenNumberCell("1085012346", was_number=True)
        assert household.head.birth == Birth(1985, datetime.date(1985, 1, 5))

    def test_the_export_of_the_national_system(self, read: Reader) -> None:
        made = LAYOUTS["ministry"]()
        household = read(*map(tuple, made.headings), *map(tuple, made.lines)).households[0]
        assert household.values == {
            "reviewed_on": datetime.date(2026, 11, 5),
            "household_code": "1",
            "people_count": 2,
            "declared_status": "near_poor",
        }
        assert household.marks == {"local_minority": False}

    def test_an_office_of_its_own_mind(self, read: Reader) -> None:
        made = review_result()
        household = read(*map(tuple, made.headings), *map(tuple, made.lines), merged=made.merged).households[0]
        assert household.values == {"income_per_person_vnd": 1_250_000, "b1": 130, "b2": 20}
        assert household.marks == {"employment": True, "housing_quality": True}

    def test_villages_merged_over_their_households(self, read: Reader) -> None:
        households = read(
            ("Thôn", "Họ tên chủ hộ", "B1"),
            ("Thôn 1", "Nguyễn Văn Mẫu", 1),
            (None, "Trần Thị Mẫu", 2),
            ("Thôn 2", "Lê Văn Mẫu", 3),
            merged=("A2:A3",),
        ).households
        assert [one.village for one in households] == ["Thôn 1", "Thôn 1", "Thôn 2"]

    def test_one_sheet_a_village(self, read: Reader) -> None:
        book = openpyxl.Workbook()
        assert book.active is not None
        book.active.title = "Thôn 1"
        fill(book.active, [("Họ tên chủ hộ", "Mã hộ"), ("Nguyễn Văn Mẫu", "01")])
        fill(book.create_sheet("Thôn 2"), [("Họ tên chủ hộ", "Mã hộ"), ("Trần Thị Mẫu", "01")])
        fill(book.create_sheet("Ghi chú"), [("Danh sách lập ngày 05/11/2026",)])
        book.save(read.folder / "ho.xlsx")
        result = read.file(read.folder / "ho.xlsx")
        assert [(one.sheet, one.village) for one in result.households] == [("Thôn 1", "Thôn 1"), ("Thôn 2", "Thôn 2")]

    def test_households_begin_with_the_head_where_no_number_tells(self, read: Reader) -> None:
        result = read(
            ("TT", "Họ và tên", "Năm sinh", "Quan hệ với chủ hộ"),
            (1, "Nguyễn Văn Mẫu", 1980, "Chủ hộ"),
            (2, "Trần Thị Mẫu", 1985, "Vợ"),
            (1, "Lê Văn Mẫu", 1970, "chủ hộ"),
        )
        assert [len(one.members) for one in result.households] == [2, 1]

    def test_members_of_a_list_that_begins_without_a_head(self, read: Reader) -> None:
        faults = read.faults(
            ("Họ và tên", "Năm sinh", "Quan hệ với chủ hộ"),
            ("Trần Thị Mẫu", 1985, "Vợ"),
            ("Lê Văn Mẫu", 1970, "Chủ hộ"),
        )
        assert faults == [("member-without-head", 2, "C – Quan hệ với chủ hộ")]


class TestFaults:
    @pytest.mark.parametrize(
        ("title", "cell", "code"),
        [
            ("Năm sinh", "khoảng 60 tuổi", "birth-unreadable"),
            ("Năm sinh", "01/01/85", "birth-unreadable"),
            ("Năm sinh", 2030, "birth-out-of-range"),
            ("Năm sinh", 30000, "birth-out-of-range"),
            ("Năm sinh", datetime.date(1905, 6, 7), "birth-unreadable"),
            ("Năm sinh", True, "birth-unreadable"),
            ("Giới tính", "x", "sex-unreadable"),
            ("Số nhân khẩu", "bốn", "count-not-a-number"),
            ("Số nhân khẩu", -4, "count-negative"),
            ("B1", 12.5, "count-not-a-number"),
            ("Kết quả rà soát", "Hộ khá", "status-unreadable"),
            ("Khu vực", 1, "area-unreadable"),
            ("Hộ có công", "chưa rõ", "cell-not-a-mark"),
            ("Mới/tái/cũ", "lại", "entry-kind-unreadable"),
            ("Ngày rà soát", "31/02/2026", "cell-not-a-date"),
            ("CCCD", 1.5, "citizen-number-unreadable"),
            ("Thu nhập bình quân", "1.500", "income-unit-doubtful"),
            ("Thu nhập bình quân", "đủ ăn", "income-unreadable"),
            ("Thu nhập bình quân (triệu đồng)", "1.5", "income-read-with-commas"),
            ("Thu nhập bình quân", 200_000_001, "income-too-large"),
            ("Thu nhập bình quân (triệu đồng)", 1_500_000, "income-too-large"),
            ("Họ tên chủ hộ", 12, "person-name-unreadable"),
            ("Số nhân khẩu", "#REF!", "cell-shows-error"),
            ("Năm sinh", "=1900+85", "cell-not-calculated"),
        ],
    )
    def test_a_cell_that_cannot_be_read_rejects_its_household_only(
        self, read: Reader, title: str, cell: CellValue, code: str
    ) -> None:
        headings, good = list(PLAIN), list(GOOD)
        if title not in headings:
            headings.append(title)
            good.append(None)
        bad = good.copy()
        bad[0], bad[headings.index(title)] = "02", cell
        result = read(tuple(headings), tuple(bad), tuple(good))
        (finding,) = result.findings
        assert (finding.code, finding.severity, finding.place.sheet) == (code, Severity.ERROR, "Danh sách")
        assert finding.place.row == 2
        assert finding.place.column is not None
        assert finding.place.column.endswith(f" – {title}")
        assert [one.values["household_code"] for one in result.households] == ["01"]
        assert (result.accepted, result.rejected, result.rejected_households) == (1, 1, 1)

    def test_a_household_with_an_unreadable_member_is_not_taken(self, read: Reader) -> None:
        made = official_list()
        lines = [list(line) for line in made.lines]
        lines[2][4] = "chưa nhớ"
        result = read(*map(tuple, made.headings), *map(tuple, lines), merged=made.merged)
        assert [(one.code, one.place.row) for one in result.findings] == [
            ("birth-unreadable", 5),
            ("household-not-taken", 4),
        ]
        assert (len(result.households), result.rejected, result.rejected_households) == (3, 2, 1)

    def test_the_later_of_two_rows_with_one_code_in_a_village(self, read: Reader) -> None:
        elsewhere = ("01", "Thôn 2", *GOOD[2:])
        result = read(PLAIN, GOOD, GOOD, elsewhere)
        assert [(one.code, one.place.row, one.values["first_row"]) for one in result.findings] == [
            ("household-code-twice", 3, "2")
        ]
        assert [one.row for one in result.households] == [2, 4]

    def test_figures_of_nobody(self, read: Reader) -> None:
        faults = read.faults(PLAIN, GOOD, ("02", "Thôn 1", None, 1980, None, None, None, None))
        assert faults == [("person-name-missing", 3, "C – Họ tên chủ hộ")]

    def test_columns_of_men_and_women(self, read: Reader) -> None:
        headings = ("Họ và tên", "Quan hệ", "Nam", "Nữ", "Giới tính", "Năm sinh")
        head = "Chủ hộ"
        assert read.faults(headings, ("Lê Văn Mẫu", head, 1980, 1981)) == [("sex-in-both-columns", 2, "D – Nữ")]
        assert read.faults(headings, ("Lê Văn Mẫu", head, 1980, None, "Nữ")) == [
            ("sex-contradicts", 2, "E – Giới tính")
        ]
        faults = read.faults(headings, ("Lê Văn Mẫu", head, 1980, None, None, 1981))
        assert faults == [("birth-contradicts", 2, "F – Năm sinh")]
        person = read.one(headings, ("Lê Văn Mẫu", head, "x", None, None, "1980")).head
        assert (person.sex, person.birth) == ("male", Birth(1980))

    def test_lines_of_a_household_that_contradict(self, read: Reader) -> None:
        faults = read.faults(
            ("STT hộ", "Họ và tên", "Quan hệ", "B1"),
            (1, "Nguyễn Văn Mẫu", "Chủ hộ", 120),
            (1, "Trần Thị Mẫu", "Vợ", 130),
        )
        assert faults == [("household-lines-contradict", 3, "D – B1"), ("household-not-taken", 2, None)]

    def test_two_marks_of_one_entry(self, read: Reader) -> None:
        faults = read.faults(("Họ tên chủ hộ", "Mới", "Tái"), ("Nguyễn Văn Mẫu", "x", "x"))
        assert faults == [("entry-kind-twice", 2, "C – Tái")]

    def test_no_sentence_shows_a_citizen_number(self, read: Reader) -> None:
        number = "001085012345"
        for title in ("Năm sinh", "Giới tính", "Số nhân khẩu", "Kết quả rà soát", "Hộ có công"):
            result = read(("Họ tên chủ hộ", title), ("Nguyễn Văn Mẫu", f"số {number}"))
            assert [finding.values["text"] for finding in result.findings] == ["số …345"]

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_every_sentence_can_be_said(self, read: Reader, language: str) -> None:
        messages = Messages.load(paths.resources("messages"), language)
        result = read(
            PLAIN, GOOD, GOOD, ("03", None, None, "x", "x", "x", "x", "x"), ("04", "Thôn 1", 5, -1, 3, -1, -1, "1,5")
        )
        assert len(result.findings) >= 10
        assert all(messages.of_finding(finding) for finding in result.findings)


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "birth"),
        [
            (1950, Birth(1950)),
            ("1950", Birth(1950)),
            ("00/00/1950", Birth(1950)),
            ("7/1950", Birth(1950)),
            ("5.1.1950", Birth(1950, datetime.date(1950, 1, 5))),
            (datetime.date(1950, 1, 5), Birth(1950, datetime.date(1950, 1, 5))),
            ("-", None),
            (None, None),
        ],
    )
    def test_births(self, read: Reader, cell: CellValue, birth: Birth | None) -> None:
        assert read.one(("Họ tên chủ hộ", "Năm sinh"), ("Nguyễn Văn Mẫu", cell)).head.birth == birth

    @pytest.mark.parametrize(
        ("cell", "mark"),
        [("x", True), ("X", True), (1, True), ("Có", True), (True, True), (0, False), ("không", False), (None, None)],
    )
    def test_marks(self, read: Reader, cell: CellValue, mark: bool | None) -> None:
        household = read.one(("Họ tên chủ hộ", "Hộ có công"), ("Nguyễn Văn Mẫu", cell))
        assert household.marks.get("merit") is mark

    @pytest.mark.parametrize(
        ("cell", "kept"),
        [
            ("001085012345", CitizenNumberCell("001085012345", was_number=False)),
            (1085012345, CitizenNumberCell("1085012345", was_number=True)),
            ("1,23E+11", CitizenNumberCell("1,23E+11", was_number=False)),
            (123456789012.0, CitizenNumberCell("123456789012", was_number=True)),
        ],
    )
    def test_citizen_numbers_are_handed_on_as_they_stand(
        self, read: Reader, cell: CellValue, kept: CitizenNumberCell
    ) -> None:
        assert read.one(("Họ tên chủ hộ", "CCCD"), ("Nguyễn Văn Mẫu", cell)).head.citizen_number == kept

    @pytest.mark.parametrize(
        ("title", "cell", "income"),
        [
            ("Thu nhập bình quân", "1.500.000", 1_500_000),
            ("Thu nhập bình quân", 1500000, 1_500_000),
            ("Thu nhập bình quân (1.000 đ)", 1500, 1_500_000),
            ("Thu nhập bình quân (triệu đồng)", 1.5, 1_500_000),
            ("Thu nhập bình quân", 0, 0),
        ],
    )
    def test_incomes(self, read: Reader, title: str, cell: CellValue, income: int) -> None:
        household = read.one(("Họ tên chủ hộ", title), ("Nguyễn Văn Mẫu", cell))
        assert household.values["income_per_person_vnd"] == income

    def test_blanks_are_absent_not_no(self, read: Reader) -> None:
        household = read.one(
            ("Họ tên chủ hộ", "Hộ có công", "B1", "Thiếu vốn", "Giới tính"), ("Nguyễn Văn Mẫu", None, "-", "", None)
        )
        assert (household.values, household.marks, household.head.sex) == ({}, {}, None)

    def test_a_lone_column_of_insurance_says_nothing_of_a_lack(self, read: Reader) -> None:
        household = read.one(("Họ tên chủ hộ", "BHYT", "Năm sinh"), ("Nguyễn Văn Mẫu", "x", 1980))
        assert household.marks == {}

    def test_names_typed_without_capitals_of_tcvn3_get_them(self, read: Reader) -> None:
        names = ["Nguyễn Thị Ánh", "Đỗ Văn Dũng", "Trần Quý Ẩn"]
        rows: list[tuple[CellValue, ...]] = [(typed_tcvn3(name), 1980) for name in names]
        result = read((typed_tcvn3("Họ tên chủ hộ"), typed_tcvn3("Năm sinh")), *rows)
        assert [one.head.name for one in result.households] == names


class TestLines:
    def test_a_family_name_that_looks_like_a_total(self, read: Reader) -> None:
        rows = [("Cộng Hoà", name, 120) for name in ("Tống Văn Mẫu", "Cổng Thị Mẫu")]
        assert len(read(("Thôn", "Họ tên chủ hộ", "B1"), *rows).households) == 2

    def test_lists_go_on_after_a_page_with_signatures(self, read: Reader) -> None:
        result = read(PLAIN, GOOD, ("NGƯỜI LẬP BIỂU",), (None, None, "Hồ Văn Ký"), PLAIN, ("02", *GOOD[1:]))
        assert [one.row for one in result.households] == [2, 6]
        assert result.skipped == 4

    @pytest.mark.parametrize("band", ["Thôn Ướt Mỹ", "I. Thôn Ướt Mỹ", "Thôn: Ướt Mỹ", "Thôn Ướt Mỹ (12 hộ, 40 khẩu)"])
    def test_bands_name_the_village(self, read: Reader, band: str) -> None:
        result = read(
            ("TT", "Họ tên chủ hộ", "B1"), (band,), (1, "Nguyễn Văn Mẫu", 120), (None, "Thôn 2"), (1, "Lê Văn Hai", 3)
        )
        assert [one.village for one in result.households] == ["Thôn Ướt Mỹ", "Thôn 2"]

    def test_formulas_filled_down_below_the_list(self, read: Reader) -> None:
        assert len(read(PLAIN, GOOD, (None, None, None, None, None, 0, 0, 0)).households) == 1

    def test_an_empty_list(self, read: Reader) -> None:
        result = read(PLAIN, ("Tổng cộng",))
        assert (result.households, result.lines, result.skipped) == ((), 2, 2)


@pytest.mark.parametrize("mark", ["√", "✓", "✔", "v", "V", "x", "X"])
def test_every_tick_is_a_yes(read: Reader, mark: str) -> None:
    household = read.one((*PLAIN, "Hộ có công"), (*GOOD, mark))
    assert household.marks == {"merit": True}


@pytest.mark.parametrize(("said", "area"), [("NT", "rural"), ("TT", "urban"), ("Nông thôn", "rural")])
def test_an_area_is_read_from_its_letters(read: Reader, said: str, area: str) -> None:
    assert read.one((*PLAIN, "Khu vực"), (*GOOD, said)).values["area"] == area


@pytest.mark.parametrize("over", ["Kết quả", "Kết quả phân loại", "Diện"])
def test_a_heading_over_new_relapsed_and_old_adds_no_meaning(read: Reader, over: str) -> None:
    headings = (*PLAIN, over, None, None), (*[None] * len(PLAIN), "Nghèo mới", "Tái nghèo", "Nghèo cũ")
    (household,) = read(*headings, (*GOOD, None, "x", None), merged=("I1:K1",)).households
    assert household.values["entry_kind"] == "relapsed"


def test_a_result_alone_is_the_status(read: Reader) -> None:
    assert read.one((*PLAIN, "Kết quả"), (*GOOD, "Hộ cận nghèo")).values["declared_status"] == "near_poor"
