"""The section of the score tables, worked by keys: from a blank workbook to a checked table for others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import Region
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.settings.page import SettingsPage
from povertydesk.ui.settings.score_tables import ScoreTableSection
from povertydesk.workflow import score_tables, set_up_office
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.score_tables import TableState
from tests.exchange.typed_forms import FIRST_ROW, FORM_ID, cell, edit_book, put, retype, sign, typed_form
from tests.ui.hands import Hands

Sentence = Callable[..., str]
PLACE = "Nông thôn, Bắc Trung Bộ và duyên hải miền Trung"
PRACTICE = (
    f"BÀI TẬP – Bảng hỏi B1 để tập nhập, không có giá trị phân loại hộ · {PLACE}\n"
    "bài tập: chỉ để tập nhập phiếu, không dùng cho đợt rà soát"
)
COLUMN = Region.NORTH_CENTRAL_AND_CENTRAL_COAST.value


@pytest.fixture
def section(window: MainWindow, hands: Hands) -> ScoreTableSection:
    hands.go_to("Cài đặt")
    return section_of(window)


def section_of(window: MainWindow) -> ScoreTableSection:
    page = window.page
    assert isinstance(page, SettingsPage)
    page.score_tables.list.setFocus()
    return page.score_tables


def shown(section: ScoreTableSection) -> list[str]:
    return [section.list.item(row).text() for row in range(section.list.count())]


def faults(section: ScoreTableSection) -> list[str]:
    listed = section.comparison.faults
    return [listed.item(row).text() for row in range(listed.count())] if listed.isVisible() else []


def compared(section: ScoreTableSection) -> list[tuple[str, ...]]:
    """Every row of the two entries side by side, as one reads them."""
    tree = section.comparison.tree
    rows = []
    for place in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(place)
        assert top is not None
        rows += [top, *(top.child(number) for number in range(top.childCount()))]
    texts = [tuple(row.text(column) for column in range(4)) for row in rows if row is not None]
    return texts if tree.isVisible() else []


class Clerk:
    """Presses a button by its letter, which acts a moment later, and answers the dialog of the system."""

    def __init__(self, qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
        self._qtbot = qtbot
        self._window = window
        self._hands = hands

    def press(self, letter: Qt.Key, button: QPushButton) -> None:
        with self._qtbot.waitSignal(button.clicked):
            self._hands.alt(letter)

    def choose(self, letter: Qt.Key, path: Path | None) -> None:
        """Type the name of a workbook beside the office's file; without one, think better of it."""

        def answer(_dialog: QFileDialog) -> None:
            if path is None:
                self._hands.press(Qt.Key.Key_Escape)
            else:
                self._hands.retype(path.name)
                self._hands.enter()

        asked = self._hands.when_asked(QFileDialog, answer)
        self._hands.alt(letter)
        self._qtbot.waitUntil(lambda: asked.done)
        self._hands.back_at(self._window)


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, hands: Hands) -> Clerk:
    return Clerk(qtbot, window, hands)


def tables(desk: Desk) -> list[tuple[str, TableState]]:
    return [(one.questionnaire, one.state) for one in score_tables.list_tables(desk) if one.id]


def test_it_says_first_what_to_do(section: ScoreTableSection) -> None:
    assert shown(section) == [
        f"Phiếu B (B1: thu nhập, B2: mức độ thiếu hụt) · {PLACE}\n"
        "chưa nạp: lưu mẫu Excel và gõ phiếu chính thức vào mẫu",
        PRACTICE,
    ]
    assert section.list.hasFocus()
    enabled = [button.text() for button in section.findChildren(QPushButton) if button.isEnabled()]
    assert enabled[:2] == ["&Lưu mẫu Excel…", "&Nạp bảng điểm…"]
    assert not section.check_button.isEnabled()
    assert not section.export_button.isEnabled()
    assert not section.remove_button.isEnabled()


def test_a_region_that_is_not_set_is_asked_for(
    section: ScoreTableSection, window: MainWindow, desk: Desk, clerk: Clerk, sentence: Sentence
) -> None:
    window.session.write(lambda: set_up_office.edit_office(desk, desk.unit._replace(region=None)))
    assert "chưa chọn vùng\nchưa nạp: hãy chọn vùng của đơn vị" in shown(section)[0]
    clerk.press(Qt.Key.Key_L, section.template_button)
    assert section.notice.sentence == sentence("region-not-set")
    window.session.write(lambda: set_up_office.edit_office(desk, desk.unit._replace(region=Region.SOUTHEAST)))
    assert "Nông thôn, Đông Nam Bộ" in shown(section)[0]


def test_the_whole_way_by_keys(
    qtbot: QtBot,
    section: ScoreTableSection,
    clerk: Clerk,
    desk: Desk,
    hands: Hands,
    documents: Path,
) -> None:
    blank = documents / "mau.xlsx"
    clerk.choose(Qt.Key.Key_L, blank)
    assert section.notice.sentence == f"Đã lưu: {blank}. Hãy gõ vào mẫu bằng Excel rồi nạp ở đây."
    first = typed_form(documents / "lan-mot.xlsx", column=COLUMN)
    clerk.choose(Qt.Key.Key_N, first)
    assert shown(section)[0] == (
        f"Phiếu B1 thử nghiệm · {PLACE}\nbản nháp: chờ người thứ hai · người nhập: Hà Văn Thử, 20/11/2026"
    )
    assert "lan-mot.xlsx" in section.notice.sentence
    second = documents / "lan-hai.xlsx"
    clerk.choose(Qt.Key.Key_L, second)
    assert "Người thứ hai gõ khoảng số và điểm" in section.notice.sentence
    edit_book(second, retype, sign("Lò Thị Mẫu"))
    clerk.choose(Qt.Key.Key_K, second)
    assert section.notice.sentence == "Hai lần nhập khớp nhau ở cả 9 ô; bảng điểm đã được kiểm tra."
    assert faults(section) == []
    assert compared(section)[0] == ("1. Số nhân khẩu", "tổng", "100", "100")
    assert compared(section)[-1] == ("Cả bảng", "tổng", "190", "190")
    assert "đã kiểm tra · người nhập: Hà Văn Thử" in shown(section)[0]
    assert "người kiểm tra: Lò Thị Mẫu, 20/11/2026" in shown(section)[0]
    assert tables(desk) == [(FORM_ID, TableState.CHECKED)]
    given = documents / "cho-xa-khac.xlsx"
    clerk.choose(Qt.Key.Key_X, given)
    assert section.notice.sentence == f"Đã lưu: {given}"
    # The table is taken back and brought again from what another office would get.
    section.list.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert section.notice.sentence == "Đã xóa; bấm Ctrl+Z để lấy lại."
    assert tables(desk) == []
    clerk.choose(Qt.Key.Key_N, given)
    assert section.notice.sentence == "Đã nạp bảng điểm hai người đã kiểm tra: cho-xa-khac.xlsx"
    clerk.choose(Qt.Key.Key_N, given)
    assert section.notice.sentence == "cho-xa-khac.xlsx đã có trong danh sách, không có gì thay đổi."
    hands.control(Qt.Key.Key_Z)
    assert tables(desk) == []
    assert "chưa nạp" in shown(section)[0]


def test_two_entries_that_differ_stand_side_by_side(
    qtbot: QtBot, section: ScoreTableSection, clerk: Clerk, desk: Desk, hands: Hands, documents: Path
) -> None:
    clerk.choose(Qt.Key.Key_N, typed_form(documents / "a.xlsx", column=COLUMN))
    wrong = (put(cell(9, "H"), 51), put(cell(1, "E"), "4 đến 5 người"))
    second = typed_form(documents / "b.xlsx", *wrong, by="Lò Thị Mẫu", column=COLUMN)
    clerk.choose(Qt.Key.Key_K, second)
    assert (
        section.notice.sentence == "Hai lần nhập khác nhau ở 2 chỗ, chưa có gì thay đổi. Hãy đối chiếu với phiếu giấy."
    )
    assert [text.partition(":")[0] for text in faults(section)] == [
        f"trang tính “Bảng điểm”, dòng {FIRST_ROW + 1}",
        f"trang tính “Bảng điểm”, dòng {FIRST_ROW + 9}, cột “H”",
        "mục 3",
    ]
    assert ("", "Xe máy", "15", "51") in compared(section)
    assert compared(section)[-1] == ("Cả bảng", "tổng", "190", "226")
    current = section.comparison.tree.currentItem()
    assert current is not None
    assert current.text(1) == "Xe máy"
    qtbot.waitUntil(lambda: not section.notice.visibleRegion().isEmpty())
    assert tables(desk) == [(FORM_ID, TableState.DRAFT)]
    close = section.notice.findChildren(QPushButton)[-1]
    close.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert (section.notice.sentence, faults(section), compared(section)) == ("", [], [])


def test_the_faults_of_a_workbook_are_named_with_their_cells(
    section: ScoreTableSection, clerk: Clerk, desk: Desk, documents: Path, sentence: Sentence
) -> None:
    path = typed_form(documents / "a.xlsx", put(cell(0, "H"), "bảy mươi"), put(cell(1, "F"), 5), column=COLUMN)
    clerk.choose(Qt.Key.Key_N, path)
    assert section.notice.sentence == sentence("score-table-incomplete", faults=2)
    assert faults(section) == [
        f"trang tính “Bảng điểm”, dòng {FIRST_ROW}, cột “H”: " + sentence("points-not-a-number", text="bảy mươi"),
        f"trang tính “Bảng điểm”, dòng {FIRST_ROW + 1}, cột “F”: "
        + sentence("score-bands-apart", before="4", start="5"),
    ]
    assert tables(desk) == []
    # The next answer takes the faults away.
    clerk.choose(Qt.Key.Key_N, typed_form(path, column=COLUMN))
    assert faults(section) == []


def test_a_table_changed_on_its_way_is_a_draft_and_says_so(
    section: ScoreTableSection, window: MainWindow, clerk: Clerk, desk: Desk, documents: Path, sentence: Sentence
) -> None:
    score_tables.load_table(desk, typed_form(documents / "a.xlsx", column=COLUMN))
    entry = score_tables.check_table(desk, typed_form(documents / "b.xlsx", by="Lò Thị Mẫu", column=COLUMN))
    score_tables.export_table(desk, entry.line.id, documents / "c.xlsx")
    window.session.write(lambda: score_tables.remove_table(desk, entry.line.id))
    clerk.choose(Qt.Key.Key_N, edit_book(documents / "c.xlsx", put(f"H{FIRST_ROW + 4}", 71)))
    assert section.notice.sentence == sentence("score-checksum-differs", person="Lò Thị Mẫu")
    assert tables(desk) == [(FORM_ID, TableState.DRAFT)]


def test_the_exercise_is_practised_and_stays_one(
    section: ScoreTableSection, clerk: Clerk, desk: Desk, hands: Hands, documents: Path
) -> None:
    def points(sheet: Any) -> None:
        for row in range(8, sheet.max_row):
            sheet.cell(row, 5, 5)

    hands.press(Qt.Key.Key_Down)
    for name, by, letter in (("a", "Hà Văn Thử", Qt.Key.Key_N), ("b", "Lò Thị Mẫu", Qt.Key.Key_K)):
        path = documents / f"{name}.xlsx"
        clerk.choose(Qt.Key.Key_L, path)
        assert "BÀI TẬP" in openpyxl.load_workbook(path).worksheets[0]["A1"].value
        clerk.choose(letter, edit_book(path, points, sign(by)))
        section.list.setFocus()
    assert section.notice.sentence.endswith("bảng này vẫn chỉ là bài tập.")
    assert "bài tập · người nhập: Hà Văn Thử" in shown(section)[1]
    assert tables(desk) == [("practice", TableState.PRACTICE)]


def test_a_changed_mind_does_nothing(section: ScoreTableSection, clerk: Clerk, hands: Hands) -> None:
    before = shown(section)
    for letter in (Qt.Key.Key_L, Qt.Key.Key_N):
        clerk.choose(letter, None)
    hands.press(Qt.Key.Key_Delete)
    assert (section.notice.sentence, shown(section)) == ("", before)


def test_who_may_only_read_saves_templates_and_exports_only(
    program: Program, sample: Path, show: Callable[[Path], MainWindow], documents: Path, hands: Hands
) -> None:
    first = open_desk(sample, program)
    try:
        score_tables.load_table(first, typed_form(documents / "a.xlsx", column=COLUMN))
        window = show(sample)
        hands.go_to("Cài đặt")
        section = section_of(window)
        buttons = (section.load_button, section.check_button, section.remove_button)
        assert not any(button.isEnabled() for button in buttons)
        assert section.template_button.isEnabled()
        assert section.export_button.isEnabled()
        hands.press(Qt.Key.Key_Delete)
        assert len(tables(first)) == 1
    finally:
        first.close()


def test_the_section_is_named_and_reached_by_tab(section: ScoreTableSection, hands: Hands) -> None:
    assert section.list.accessibleName() == "Bảng điểm B1"
    hands.tab()
    assert section.template_button.hasFocus()
    hands.tab()
    assert section.load_button.hasFocus()
