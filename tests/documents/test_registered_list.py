"""The list of registered households and the sheet to follow them, as papers."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.documents.follow_up import FollowUpSheet, follow_up_paper
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.registered_list import (
    ListedName,
    NamedVillage,
    RegisteredContents,
    registered_paper,
)
from povertydesk.documents.registered_words import FollowUpTemplate, RegisteredTemplate
from povertydesk.documents.review_words import load_words
from povertydesk.poverty.area import AreaType, Unit
from povertydesk.poverty.named_target import LeavingTarget, VillageNames
from povertydesk.poverty.paper import Grid, Paper, Paragraph, RowKind, Signers, Title, plain_text
from povertydesk.poverty.plan import ReductionPlan

POOR, NEAR_POOR = LeavingTarget.POOR, LeavingTarget.NEAR_POOR
HELPED = ListedName("001", "Bùi Văn Mẫu", "Việc làm", "vay vốn", "Hà Thị Thử", {3: ("Thăm hộ", ""), 1: ("Vay", "Hội")})
ALONE = ListedName("002", "Hà Thị Nháp", result="đã thoát nghèo")
OFFICE = IssuingOffice(Unit("u", "Xã Mẫu", AreaType.RURAL))


@pytest.fixture(scope="module")
def words() -> RegisteredTemplate:
    return load_words(paths.resources("templates", "registered.toml"), RegisteredTemplate)


@pytest.fixture(scope="module")
def sheet_words() -> FollowUpTemplate:
    return load_words(paths.resources("templates", "follow_up.toml"), FollowUpTemplate)


def village(name: str, target: LeavingTarget, *names: ListedName, assigned: int | None = 2) -> NamedVillage:
    unhelped = sum(not one.helper for one in names)
    figures = VillageNames(name, name, assigned, 3, len(names), unhelped, target)
    return NamedVillage(figures, names, left=sum(bool(one.result) for one in names))


def made(words: RegisteredTemplate, *villages: NamedVillage) -> Paper:
    by_target = {target: [one for one in villages if one.figures.target is target] for target in LeavingTarget}
    letterhead = OFFICE.letterhead(words.symbol, ReductionPlan(2023))
    return registered_paper(RegisteredContents(2023, "xã Mẫu", "Thôn", by_target, letterhead, OFFICE, None), words)


def grid(paper: Paper, name: str) -> Grid:
    return next(block for block in paper.blocks() if isinstance(block, Grid) and block.name == name)


def test_each_village_has_its_band_its_names_and_its_total(words: RegisteredTemplate) -> None:
    paper = made(
        words,
        village("Thôn Một", POOR, HELPED, ALONE, assigned=3),
        village("Thôn Hai", POOR, ALONE, assigned=1),
        village("Thôn Một", NEAR_POOR),
        village("Thôn Hai", NEAR_POOR),
    )
    rows = grid(paper, "registered_poor").rows
    assert [row.kind for row in rows] == [
        RowKind.BAND, RowKind.ORDINARY, RowKind.ORDINARY, RowKind.TOTAL,
        RowKind.BAND, RowKind.ORDINARY, RowKind.TOTAL, RowKind.TOTAL,
    ]  # fmt: skip
    assert rows[0].cells[0] == "Thôn Một: số giao 3, đã đăng ký 3, có tên 2 (lệch −1 so với số giao)"
    assert rows[1].cells == (1, "001", "Bùi Văn Mẫu", "Việc làm", "vay vốn", "Hà Thị Thử", "1, 3", None, None)
    assert (rows[3].cells[2], rows[3].cells[5], rows[3].cells[7]) == (
        "Cộng thôn Một: 2 hộ",
        "1 hộ có người giúp đỡ",
        "1 hộ đã thoát",
    )
    assert rows[4].cells[0] == "Thôn Hai: số giao 1, đã đăng ký 3, có tên 1"
    assert rows[-1].cells[2] == "Tổng cộng: 3 hộ"
    assert not [block for block in paper.blocks() if isinstance(block, Grid) and block.name == "registered_near_poor"]
    assert "Chưa có hộ nào đăng ký." in [plain_text(b.content) for b in paper.blocks() if isinstance(b, Paragraph)]


def test_the_summary_adds_the_villages_up(words: RegisteredTemplate) -> None:
    paper = made(
        words,
        village("Thôn Một", POOR, HELPED, ALONE, assigned=3),
        village("Thôn Hai", POOR, assigned=1),
        village("Thôn Một", NEAR_POOR, HELPED),
        village("Thôn Hai", NEAR_POOR, assigned=None),
    )
    rows = [row.cells for row in grid(paper, "registered_summary").rows]
    assert rows[0] == (1, "Thôn Một", 3, 3, 2, -1, 1, 1, 0, 2, 3, 1, -1, 1, 0, 0)
    assert rows[1][9:13] == (None, 3, 0, None)
    assert rows[2] == (None, "Tổng cộng", 4, 6, 2, -2, 1, 1, 0, None, 6, 1, None, 1, 0, 0)


def test_one_village_needs_no_summary_and_names_who_left_unnamed(words: RegisteredTemplate) -> None:
    left = village("Thôn Một", POOR, HELPED)._replace(unnamed=("Lê Thị Giả", "Hà Văn Tạm"))
    paper = made(words, left, village("Thôn Một", NEAR_POOR))
    assert [block.caption for block in paper.blocks() if isinstance(block, Grid)] == ["I. HỘ NGHÈO ĐĂNG KÝ THOÁT NGHÈO"]
    notes = [plain_text(block.content) for block in paper.blocks() if isinstance(block, Paragraph)]
    assert notes[0].endswith("không có tên trong danh sách: Lê Thị Giả (Thôn Một); Hà Văn Tạm (Thôn Một).")
    assert notes[1:] == ["II. HỘ CẬN NGHÈO ĐĂNG KÝ THOÁT CẬN NGHÈO", "Chưa có hộ nào đăng ký."]


def sheet(month: int | None, *members: str) -> FollowUpSheet:
    return FollowUpSheet("Xã Mẫu", "thôn Một", 2023, month, members, {POOR: [HELPED, ALONE], NEAR_POOR: []})


def test_the_sheet_of_a_month_shows_what_was_done_before_and_leaves_room(sheet_words: FollowUpTemplate) -> None:
    paper = follow_up_paper([sheet(3, "Hà Thị Thử")], sheet_words)
    band, first, second = grid(paper, "follow_up").rows
    assert band.cells[0] == "Hộ nghèo"
    assert first.cells == (1, "001", "Bùi Văn Mẫu", "vay vốn", "Hà Thị Thử", "1", "Thăm hộ", None, None)
    assert second.cells[5:] == ("chưa có", None, None, "đã thoát nghèo")
    (subject,) = (plain_text(block.subject) for block in paper.blocks() if isinstance(block, Title))
    assert subject == "Hộ đăng ký thoát nghèo, thoát cận nghèo, tháng 3 năm 2023, thôn Một"
    assert isinstance(paper.parts[0].blocks[-1], Signers)


def test_the_sheet_of_a_year_marks_the_months(sheet_words: FollowUpTemplate) -> None:
    paper = follow_up_paper([sheet(None), sheet(None)], sheet_words)
    assert len(paper.parts) == 2
    shown = grid(paper, "follow_up").rows[1].cells
    assert [month for month, mark in enumerate(shown[4:16], start=1) if mark == "x"] == [1, 3]
    notes = [plain_text(block.content) for block in paper.blocks() if isinstance(block, Paragraph)]
    assert notes[0] == "Xã Mẫu. Thành viên Ban Chỉ đạo phụ trách: ……."
