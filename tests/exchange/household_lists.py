"""Lists of households as offices keep them, in the layouts seen in the field, made of the same invented people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.exchange.workbooks import CellValue, Rows


class Layout(NamedTuple):
    """A list's headings, its merged cells and the lines of two villages with two households each."""

    headings: Rows
    merged: tuple[str, ...]
    lines: Rows
    households: tuple[tuple[str, tuple[str, ...]], ...]


VILLAGES = ("Thôn Ướt Mỹ", "Thôn Khuê Tường")
MEMBERS = (
    ("Nguyễn Văn Dũng", "Trần Thị Hường"),
    ("Lê Thị Phượng",),
    ("Đặng Quý Thoại", "Bùi Ngọc Thưởng"),
    ("Võ Đức Kỷ",),
)
_PEOPLE = tuple((place, number, name) for place, names in enumerate(MEMBERS, 1) for number, name in enumerate(names, 1))
HOUSEHOLDS = tuple((VILLAGES[0 if place < 3 else 1], MEMBERS[place - 1]) for place in range(1, 5))
_HEADS_ONLY = tuple((village, members[:1]) for village, members in HOUSEHOLDS)


def _village(household: int) -> str:
    return VILLAGES[0 if household < 3 else 1]


def official_list() -> Layout:
    """Tables 14 and 15 of the review: a band line a village, the year in the column of the sex."""
    headings: Rows = (
        ("STT chủ hộ", "STT thành viên", "Họ tên chủ hộ và thành viên", "Năm sinh", None, "Dân tộc",
         "Quan hệ với chủ hộ", "Nghèo mới", "Tái nghèo", "Nghèo cũ", "Hộ chính sách có công", "Hộ dân tộc tại chỗ",
         "Hộ không có khả năng lao động", "Hỗ trợ", None),
        (None, None, None, "Nam", "Nữ", None, None, None, None, None, None, None, None, "Y tế", "Giáo dục"),
    )  # fmt: skip
    merged = (*(f"{letter}1:{letter}2" for letter in "ABCFGHIJKLM"), "D1:E1", "N1:O1")
    lines: list[Sequence[CellValue]] = []
    for household, number, name in _PEOPLE:
        if number == 1 and household in {1, 3}:
            lines.append((None, None, _village(household)))
        man = "Thị" not in name
        head = number == 1
        lines.append(
            (household if head else None, number, name, 1960 + household if man else None, None if man else "1985",
             "Kinh", "Chủ hộ" if head else "Vợ", None, None, "x" if head else None, None, None, None, "x", None)
        )  # fmt: skip
    return Layout(headings, merged, lines, HOUSEHOLDS)


def provincial_list() -> Layout:
    """A provincial system's list: the head's name beside each member's, the household's columns repeated."""
    headings: Rows = (
        ("STT", "STT hộ", "Họ tên chủ hộ", "Họ tên thành viên", "Quan hệ", "Ngày sinh", "Giới tính", "CCCD",
         "Tỉnh", "Xã", "Thôn", "Dân tộc", "Phân loại hộ", "B1", "B2", "Thiếu vốn"),
    )  # fmt: skip
    lines = [
        (place, household, MEMBERS[household - 1][0], name, "Chủ hộ" if number == 1 else "Vợ",
         "05/01/1985", "Nữ" if "Thị" in name else "Nam", 1085012345 + place, "Tỉnh mẫu", "Xã Mẫu", _village(household),
         2, "Hộ nghèo", 120, 40, "x" if number == 1 else None)
        for place, (household, number, name) in enumerate(_PEOPLE, 1)
    ]  # fmt: skip
    return Layout(headings, (), lines, HOUSEHOLDS)


def ministry_export() -> Layout:
    """The national system's export: one line a household, its own column names under the headings."""
    headings: Rows = (
        ("Thời gian rà soát", "Chủ hộ", "Mã hộ", "Thôn", "Dân tộc tại chỗ", "Giới tính", "Số nhân khẩu", "Phiếu A",
         "Phiếu B1", "Phiếu B2", "Kết quả rà soát", "Người rà soát"),
        ("date", "family.hostName", "family.code", "village", "family.coDanTocTaiCho", "family.hostGender",
         "family.numberOfMembers", "quickReview.result", "b1Point", "b2Point", "classify", "reviewer"),
    )  # fmt: skip
    lines = [
        ("05/11/2026", members[0], place % 2 + 1, village, "Không", "Nữ" if "Thị" in members[0] else "Nam",
         len(members), "--", None, None, "Hộ cận nghèo", None)
        for place, (village, members) in enumerate(HOUSEHOLDS)
    ]  # fmt: skip
    return Layout(headings, (), lines, _HEADS_ONLY)


def review_result() -> Layout:
    """An office's own list of results: three lines of headings, indicators under their group, the village merged."""
    headings: Rows = (
        ("TT", "Thôn", "Họ và tên", "Thu nhập bình quân đầu người (nghìn đồng)", "Điểm", None, "Thiếu hụt", None, None),
        (None, None, None, None, "B1", "B2", "Việc làm", "Nhà ở", None),
        (None, None, None, None, None, None, None, "Chất lượng nhà ở", "Diện tích nhà ở"),
    )
    merged = (*(f"{letter}1:{letter}3" for letter in "ABCD"), "E1:F1", "G1:I1", "H2:I2", "E2:E3", "F2:F3", "G2:G3")
    lines = [
        (place, village, members[0], "1.250", 130, 20, "x", "X", None)
        for place, (village, members) in enumerate(HOUSEHOLDS, 1)
    ]
    return Layout(headings, merged, lines, _HEADS_ONLY)


LAYOUTS: dict[str, Callable[[], Layout]] = {
    "official": official_list,
    "provincial": provincial_list,
    "ministry": ministry_export,
    "own": review_result,
}

TITLES: Rows = (
    ("UỶ BAN NHÂN DÂN XÃ MẪU", None, None, None, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (),
    ("DANH SÁCH CHI TIẾT HỘ NGHÈO",),
    ("(Kèm theo Quyết định số 12/QĐ-UBND)",),
)
TOTALS: Rows = (
    ("Tổng cộng", None, None, 3, 2),
    (),
    ("NGƯỜI LẬP BIỂU", None, None, None, "CHỦ TỊCH"),
    (),
    (None, None, "Hồ Văn Ký", None, "Giàng Thị Duyệt"),
)


def shifted(merged: Sequence[str], down: int) -> tuple[str, ...]:
    """Move merged ranges down by lines put above them."""
    return tuple(":".join(f"{corner[0]}{int(corner[1:]) + down}" for corner in cells.split(":")) for cells in merged)


def paged(layout: Layout) -> Rows:
    """Repeat the headings, and a line that numbers the columns, in the middle of the list."""
    width = len(layout.headings[0])
    numbers = tuple(range(1, width + 1))
    middle = next(place for place, line in enumerate(layout.lines) if VILLAGES[1] in line)
    return (*layout.headings, numbers, *layout.lines[:middle], *layout.headings, numbers, *layout.lines[middle:])
