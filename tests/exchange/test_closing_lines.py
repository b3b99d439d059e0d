"""Whatever stands below a list — its count, notes, place and date, signatures — is no household and no person."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.exchange import household_columns
from povertydesk.exchange.household_workbook import HouseholdList, read_households
from tests.exchange.household_lists import LAYOUTS
from tests.exchange.workbooks import CellValue, Rows, workbook

TODAY = datetime.date(2026, 11, 20)
SENTENCES = (
    "Cẩm Long, ngày 10 tháng 12 năm 2023", "Xã Mẫu, ngày … tháng … năm 2023", "Ngày 10/12/2023",
    "Danh sách này có 02 hộ", "Danh sách này có 02 hộ, 04 nhân khẩu", "Ấn định danh sách gồm 2 hộ",
    "Ghi chú: số liệu đến 15/12/2023", "* Ghi chú: đánh dấu x", "Bằng chữ: hai hộ", "(Bằng chữ: hai hộ)",
    "NGƯỜI LẬP BIỂU", "Người lập", "CÁN BỘ LẬP", "Cán bộ LĐTBXH", "XÁC NHẬN CỦA UBND XÃ", "TM. ỦY BAN NHÂN DÂN",
    "TM.UBND XÃ", "TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "Trưởng thôn", "(Ký, ghi rõ họ tên)", "Lập biểu",
)  # fmt: skip
SIGNERS = ("Hồ Văn Ký", "Giàng Thị Duyệt", "Y Thử")

endings = st.builds(
    lambda gap, first, second, signers: [*([()] * gap), first, *second, *signers],
    st.integers(0, 2),
    st.tuples(st.integers(0, 8), st.sampled_from(SENTENCES)).map(lambda said: (*[None] * said[0], said[1])),
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(SENTENCES), st.integers(0, 4), st.sampled_from(SENTENCES)).map(
            lambda said: (*[None] * said[0], said[1], *[None] * said[2], said[3])
        ),
        max_size=2,
    ),
    st.lists(
        st.tuples(st.integers(0, 8), st.sampled_from(SIGNERS)).map(lambda said: (*[None] * said[0], said[1])),
        max_size=2,
    ),
)


@pytest.fixture(scope="module")
def words() -> household_columns.HouseholdWorkbookWords:
    return household_columns.load_household_words(paths.resources("grids", "household_workbook.toml"))


def read(folder: Path, rows: Rows, words: household_columns.HouseholdWorkbookWords) -> HouseholdList:
    return read_households(household_columns.find_tables(workbook(folder / "ho.xlsx", rows), words), words, TODAY)


def told(listed: HouseholdList) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.village, tuple(member.name for member in one.members)) for one in listed.households]


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(ending=endings)
def test_an_ending_adds_nobody(
    tmp_path: Path, words: household_columns.HouseholdWorkbookWords, layout: str, ending: list[tuple[CellValue, ...]]
) -> None:
    made = LAYOUTS[layout]()
    whole = read(tmp_path, (*made.headings, *made.lines, *ending), words)
    assert told(whole) == list(made.households)
    assert (whole.rejected, whole.findings) == (0, ())


PEOPLE: tuple[CellValue, ...] = ("STT hộ", "Họ và tên", "Năm sinh", "Quan hệ với chủ hộ", "Thôn", "B1", "B2")
HOUSEHOLD: tuple[CellValue, ...] = (1, "Lê Văn Mẫu", 1960, "Chủ hộ", "Thôn 1", 100, 40)
OTHER: tuple[CellValue, ...] = (2, "Võ Văn Mẫu", 1970, "Chủ hộ", "Thôn 1", 100, 20)


class TestWhatStandsBelow:
    def test_a_lone_name_below_an_empty_line_is_no_member(
        self, tmp_path: Path, words: household_columns.HouseholdWorkbookWords
    ) -> None:
        whole = read(tmp_path, (PEOPLE, HOUSEHOLD, (), (None, "Hồ Văn Ký"), (None, None, None, "Hồ Văn Ký")), words)
        assert told(whole) == [("Thôn 1", ("Lê Văn Mẫu",))]
        assert whole.rejected == 0

    def test_a_member_below_an_empty_line_is_one(
        self, tmp_path: Path, words: household_columns.HouseholdWorkbookWords
    ) -> None:
        whole = read(tmp_path, (PEOPLE, HOUSEHOLD, (), (None, "Lê Thị Con", 1990, "Con")), words)
        assert told(whole) == [("Thôn 1", ("Lê Văn Mẫu", "Lê Thị Con"))]

    def test_a_whole_household_below_an_ending_is_read_and_asked_about(
        self, tmp_path: Path, words: household_columns.HouseholdWorkbookWords
    ) -> None:
        member = (None, "Võ Thị Con", 1999, "Con")
        rows = (PEOPLE, HOUSEHOLD, ("Ghi chú: thôn còn một hộ",), (1, "Hồ Văn Ký", None, "Trưởng thôn"), OTHER, member)
        whole = read(tmp_path, rows, words)
        assert told(whole) == [("Thôn 1", ("Lê Văn Mẫu",)), ("Thôn 1", ("Võ Văn Mẫu", "Võ Thị Con"))]
        (asked,) = whole.findings
        assert (asked.code, asked.place.row, asked.place.column) == ("household-below-ending", 5, "B – Họ và tên")

    @pytest.mark.parametrize(
        ("code", "name"), [("TM.01", "Lê Văn Mẫu"), ("TL-02", "Lê Văn Mẫu"), ("KT.3", "Lưu Ý Thử")]
    )
    def test_a_code_or_a_name_that_begins_as_an_ending_does_is_read(
        self, tmp_path: Path, words: household_columns.HouseholdWorkbookWords, code: str, name: str
    ) -> None:
        rows = (("Mã hộ", "Họ tên chủ hộ", "Thôn"), (code, name, "Thôn 1"), ("A5", "Võ Văn Mẫu", "Thôn 1"))
        assert told(read(tmp_path, rows, words)) == [("Thôn 1", (name,)), ("Thôn 1", ("Võ Văn Mẫu",))]

    def test_a_name_and_a_note_that_sound_like_an_ending_are_read(
        self, tmp_path: Path, words: household_columns.HouseholdWorkbookWords
    ) -> None:
        rows = (
            (*PEOPLE, "Ghi chú"),
            (1, "Công Chúc", 1960, "Chủ hộ", "Thôn 1", 100, 40, "Trưởng thôn"),
            (None, "Bằng Thị Chữ", None, "Vợ", None, None, None, "Ghi chú: chuyển đi ngày 10 tháng 12 năm 2023"),
        )
        assert told(read(tmp_path, rows, words)) == [("Thôn 1", ("Công Chúc", "Bằng Thị Chữ"))]
