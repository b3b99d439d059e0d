"""A list taken in by keys: the file, its columns, what would change, Import, Ctrl+Z."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import Severity
from povertydesk.store import column_mappings, households
from povertydesk.ui.household_import.page import HouseholdImportPage
from povertydesk.ui.household_import.plan_lines import LineKind
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow.desk import Desk
from tests.exchange.workbooks import workbook
from tests.ui.hands import Hands
from tests.workflow.contents import contents

HEADINGS = ("Ký hiệu", "Thôn", "Họ tên chủ hộ", "Năm sinh", "Điện thoại", "B1", "B2")
GOOD = ("07", "Thôn Minh Long", "Nguyễn Văn Mẫu", 1980, "0912", 120, 30)
WRONG = ("08", "Thôn Minh Long", "Trần Thị Thử", "khoảng 60", None, 150, 10)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return workbook(tmp_path / "ho.xlsx", (HEADINGS, GOOD, WRONG), title="Danh sách")


@pytest.fixture
def page(window: MainWindow) -> HouseholdImportPage:
    window.import_households()
    page = window.page
    assert isinstance(page, HouseholdImportPage)
    return page


def choose(hands: Hands, path: Path) -> None:
    """Choose a workbook as the clerk does: Enter, the file's name, Enter."""

    def name(_dialog: QFileDialog) -> None:
        hands.write(str(path))
        hands.enter()

    hands.when_asked(QFileDialog, name)
    hands.enter()


def look_at(qtbot: QtBot, page: HouseholdImportPage, path: Path) -> None:
    page.open_workbook(path)
    qtbot.waitUntil(lambda: bool(page.columns.boxes) and page.columns.isVisible())


def try_out(qtbot: QtBot, hands: Hands, page: HouseholdImportPage) -> None:
    hands.enter()
    qtbot.waitUntil(page.lines_view.isVisible)


def words_on(page: HouseholdImportPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def shown_lines(page: HouseholdImportPage) -> list[tuple[str, ...]]:
    lines = page.lines
    return [tuple(str(lines.index(row, column).data()) for column in range(3)) for row in range(lines.rowCount())]


def test_a_list_comes_in_by_keys_and_goes_with_ctrl_z(
    qtbot: QtBot, hands: Hands, window: MainWindow, page: HouseholdImportPage, desk: Desk, listed: Path
) -> None:
    before = contents(desk)
    assert page.choose_button.hasFocus()
    choose(hands, listed)
    hands.back_at(window)
    qtbot.waitUntil(lambda: bool(page.columns.boxes) and page.columns.isVisible())
    box = page.columns.boxes[0]
    assert box.hasFocus()
    assert box.currentData() == ""
    hands.write("M")
    assert box.currentData() == "household_code"
    try_out(qtbot, hands, page)
    assert page.lines.count(LineKind.REJECTED) == 1
    assert shown_lines(page)[0][0].startswith("Dòng 3, cột “D – Năm sinh”")
    hands.press(Qt.Key.Key_3)
    assert [line[1] for line in shown_lines(page)] == ["07 – Nguyễn Văn Mẫu, Thôn Minh Long"]
    hands.enter()
    qtbot.waitUntil(page.close_button.isVisible)
    (household,) = households.find_households(desk.engine, "Nguyễn Văn Mẫu")
    assert (household.code, household.phone) == ("07", "0912")
    assert next(iter(column_mappings.list_mappings(desk.engine).values())).columns["household_code"] == "=A"
    assert "ho.xlsx" in window.undo_label.text()
    hands.control(Qt.Key.Key_Z)
    assert contents(desk) == before
    taken_back = "The whole import was taken back: the file is as it was before. Ctrl+Y brings it in again."
    assert page.tr(taken_back) in words_on(page)
    hands.control(Qt.Key.Key_Y)
    assert page.tr("Ctrl+Z takes the whole import back in one step.") in words_on(page)
    hands.control(Qt.Key.Key_Z)
    hands.enter()
    assert isinstance(window.page, TargetsPage)


def test_households_not_taken_are_counted_and_named_in_the_order_of_the_sheet(
    qtbot: QtBot, hands: Hands, page: HouseholdImportPage, tmp_path: Path
) -> None:
    """Three households, four faults, one of them found only against the registry: nothing is green."""
    nowhere = ("09", None, "Lê Văn Nháp", 1970, None, 100, 20)
    rows = (("Mã hộ", *HEADINGS[1:]), nowhere, (*WRONG[:5], "cao", 10), ("10", *WRONG[1:]))
    look_at(qtbot, page, workbook(tmp_path / "sai.xlsx", rows, title="Danh sách"))
    try_out(qtbot, hands, page)
    lines = shown_lines(page)
    assert [line[0].partition(",")[0] for line in lines] == ["Dòng 2", "Dòng 3", "Dòng 3", "Dòng 4"]
    assert [line[1] for line in lines] == ["Lê Văn Nháp", *["Trần Thị Thử"] * 3]
    buttons = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    assert "Không nhận (3)" in buttons
    refused = "No household of this list can be taken in. Mend what is listed here and look again."
    assert page.notice.sentence == page.tr(refused)
    assert page.notice.property("level") == Severity.WARNING.value


def test_what_changes_is_shown_from_what_to_what(
    qtbot: QtBot, hands: Hands, page: HouseholdImportPage, listed: Path, tmp_path: Path
) -> None:
    look_at(qtbot, page, workbook(tmp_path / "dung.xlsx", (("Mã hộ", *HEADINGS[1:]), GOOD), title="Danh sách"))
    try_out(qtbot, hands, page)
    hands.enter()
    qtbot.waitUntil(page.close_button.isVisible)
    changed = (("Mã hộ", *HEADINGS[1:]), (*GOOD[:4], "0977", *GOOD[5:]))
    look_at(qtbot, page, workbook(tmp_path / "sua.xlsx", changed, title="Danh sách"))
    try_out(qtbot, hands, page)
    assert [line[2] for line in shown_lines(page)] == ["điện thoại: 0912 → 0977"]
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.columns.isVisible)


def test_a_field_stands_in_one_column(qtbot: QtBot, hands: Hands, page: HouseholdImportPage, listed: Path) -> None:
    look_at(qtbot, page, listed)
    first, second = page.columns.boxes[:2]
    assert second.currentData() == "village"
    hands.write("Thôn"[:2])
    while first.currentData() != "village":
        hands.press(Qt.Key.Key_Down)
    assert second.currentData() == ""
    assert page.columns.fields["A"] == "village"


def test_a_cancelled_import_changes_nothing(
    qtbot: QtBot,
    hands: Hands,
    window: MainWindow,
    page: HouseholdImportPage,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [(f"{number}", "Thôn Minh Long", f"Nguyễn Văn Mẫu {number}", 1980) for number in range(1, 40)]
    path = workbook(tmp_path / "ho.xlsx", (("Mã hộ", *HEADINGS[1:4]), *rows), title="Danh sách")
    look_at(qtbot, page, path)
    try_out(qtbot, hands, page)
    before = contents(desk)
    held: list[bool] = []
    show = page.progress_bar.setValue

    def press_escape(done: int) -> None:
        show(done)
        held.append(window.year_box.isEnabled() or any(action.isEnabled() for action in window.actions()))
        if done:
            hands.press(Qt.Key.Key_Escape)

    monkeypatch.setattr(page.progress_bar, "setValue", press_escape)
    hands.enter()
    assert held
    assert not any(held)
    assert contents(desk) == before
    assert window.year_box.isEnabled()
    assert page.notice.sentence.startswith("Đã dừng việc nhập")


def test_the_marked_copy_is_the_clerks_own(
    qtbot: QtBot, hands: Hands, page: HouseholdImportPage, listed: Path, tmp_path: Path
) -> None:
    look_at(qtbot, page, listed)
    try_out(qtbot, hands, page)
    target = tmp_path / "can-sua.xlsx"

    def save(_dialog: QFileDialog) -> None:
        hands.retype(str(target))
        hands.enter()

    hands.when_asked(QFileDialog, save)
    page.marked_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert openpyxl.load_workbook(target)["Danh sách"]["D3"].comment is not None
    assert "can-sua.xlsx" in page.notice.sentence


def test_a_workbook_without_a_list_is_refused_where_it_was_chosen(
    qtbot: QtBot, page: HouseholdImportPage, tmp_path: Path
) -> None:
    page.open_workbook(workbook(tmp_path / "khac.xlsx", (("Ngày", "Việc"),)))
    qtbot.waitUntil(lambda: bool(page.notice.sentence))
    assert page.notice.sentence.startswith("Không tìm thấy danh sách hộ trong khac.xlsx.")
    assert page.choose_button.isVisible()


def test_the_menu_of_files_leads_here(hands: Hands, window: MainWindow) -> None:
    menu = window.office_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if "Excel" in one.text())
    action.trigger()
    assert isinstance(window.page, HouseholdImportPage)
    assert QApplication.focusWidget() is window.page.choose_button


def test_faults_stand_in_the_order_of_the_list_with_whom_they_are_about(
    qtbot: QtBot, hands: Hands, page: HouseholdImportPage, tmp_path: Path
) -> None:
    headings = ("Mã hộ", *HEADINGS[1:])
    elsewhere = ("09", "Thôn Không Có", "Lê Văn Nháp", 1970, None, 120, 30)
    look_at(qtbot, page, workbook(tmp_path / "ho.xlsx", (headings, elsewhere, GOOD, WRONG), title="Danh sách"))
    try_out(qtbot, hands, page)
    assert [line[:2] for line in shown_lines(page)] == [
        ("Dòng 2, cột “B – Thôn”", "Lê Văn Nháp, Thôn Không Có"),
        ("Dòng 4, cột “D – Năm sinh”", "Trần Thị Thử"),
    ]
