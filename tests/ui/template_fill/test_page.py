"""The office above's template by keys: pointed to, bound, kept, written, taken back."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Severity
from povertydesk.ui.course.page import CoursePage
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.tables.page import TablesPage
from povertydesk.ui.template_fill.page import TemplateFillPage
from povertydesk.ui.template_fill.sheet_cells import SEVERITY_ROLE
from povertydesk.workflow import record_villages
from povertydesk.workflow.bind_template import known_templates
from povertydesk.workflow.desk import Program
from povertydesk.workflow.fill_template import kept_binding
from povertydesk.workflow.open_desk import open_desk
from tests.exchange.office_templates import office_template
from tests.ui.hands import Hands
from tests.ui.tables.conftest import shown
from tests.ui.template_fill.conftest import look_at
from tests.ui.test_every_screen import crowded
from tests.workflow.contents import contents, names

PAPER = "table-01"
FIRST_ROW = 10


def window_of(page: TemplateFillPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def choose_file(hands: Hands, path: Path) -> None:
    """Answer the next dialog of files with a name."""

    def name(_dialog: QFileDialog) -> None:
        hands.retype(str(path))
        hands.enter()

    hands.when_asked(QFileDialog, name)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text_at(page: TemplateFillPage, row: int, column: int) -> str:
    cells = page.step.sheet.cells
    return str(cells.index(row - 1, column - 1).data())


def heading(page: TemplateFillPage, column: int) -> str:
    cells = page.step.sheet.cells
    return str(cells.headerData(column - 1, Qt.Orientation.Horizontal))


def stand(page: TemplateFillPage, row: int, column: int) -> None:
    page.step.sheet.setFocus()
    page.step.sheet.stand_on(row, column)


def labels(page: TemplateFillPage) -> dict[int, str]:
    assert page.opened is not None
    return page.opened.labels


def write(qtbot: QtBot, page: TemplateFillPage, target: Path) -> None:
    page.write(target)
    qtbot.waitUntil(lambda: not page.writing.is_busy)


def test_a_template_is_bound_and_written_by_keys(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path, tmp_path: Path
) -> None:
    window, before, whole = window_of(page), contents(window_of(page).session.desk), digest(template)
    assert hands.place is page.start.choose_button
    choose_file(hands, template)
    hands.enter()
    hands.back_at(window)
    qtbot.waitUntil(lambda: page.opened is not None and page.keep_button.hasFocus())
    assert contents(window.session.desk) == before
    assert page.write_button.isHidden()
    assert heading(page, 3) == "C\n← 1"
    assert text_at(page, FIRST_ROW, 3) == "221"
    assert text_at(page, 6, 2) == "Thôn, bon"
    hands.enter()
    assert kept_binding(window.session.desk, PAPER, template) is not None
    assert "Biểu mẫu của huyện.xlsx" in window.undo_button.toolTip()
    assert page.write_button.hasFocus()
    target = tmp_path / "nop huyen.xlsx"
    choose_file(hands, target)
    hands.enter()
    qtbot.waitUntil(lambda: bool(page.notice.sentence))
    hands.back_at(window)
    assert str(target) in page.notice.sentence
    assert openpyxl.load_workbook(target).worksheets[0].cell(FIRST_ROW, 3).value == 221
    assert digest(template) == whole
    hands.control(Qt.Key.Key_Z)
    assert contents(window.session.desk) == before
    qtbot.waitUntil(page.keep_button.isVisible)
    hands.control(Qt.Key.Key_Y)
    qtbot.waitUntil(page.write_button.isVisible)


def test_the_result_line_says_what_was_left_blank_and_opens_the_folder(
    qtbot: QtBot, page: TemplateFillPage, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at(qtbot, page, template)
    page.keep()
    target = tmp_path / "nop.xlsx"
    write(qtbot, page, target)
    assert page.opened is not None
    emptied = [cell for cell, planned in page.opened.plan.cells.items() if planned.is_emptied]
    assert emptied
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert {sheet.cell(*cell).value for cell in emptied} == {None}
    assert "để trống vì chưa có số liệu" in page.notice.sentence
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    link = next(one for one in page.notice.findChildren(QPushButton) if one.text() == page.tr("Open the folder"))
    link.click()
    assert opened == [str(tmp_path)]


def test_a_column_is_freed_and_bound_again_by_its_number(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW + 1, 6)
    hands.press(Qt.Key.Key_Delete)
    assert 6 not in labels(page)
    assert heading(page, 6) == "F\n"
    assert not page.keep_button.isEnabled()
    assert any("Cột 4" in one for one in page.step.side.items.sentences)
    hands.press(Qt.Key.Key_4)
    search = page.step.side.chooser.search
    assert search.field.editor.hasFocus()
    assert search.field.text == "4"
    assert search.lines[0].words.startswith("4 – ")
    hands.enter()
    assert labels(page)[6] == "4"
    assert hands.place is page.step.sheet
    assert page.step.sheet.place == (FIRST_ROW + 1, 7)
    assert page.keep_button.isEnabled()


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_row_is_bound_by_a_part_of_a_village_name(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path, way: str
) -> None:
    look_at(qtbot, page, template)
    assert page.opened is not None
    line = page.opened.line_of(FIRST_ROW + 1)
    stand(page, FIRST_ROW + 1, 2)
    hands.press(Qt.Key.Key_Delete)
    assert page.opened.line_of(FIRST_ROW + 1) == ""
    hands.press(Qt.Key.Key_F3)
    getattr(hands, way)(line)
    editor = page.step.side.chooser.search.field.editor
    assert editor.text() == line
    assert editor.completer() is None
    hands.enter()
    assert page.opened.line_of(FIRST_ROW + 1) == line
    assert page.step.sheet.place == (FIRST_ROW + 2, 2)


def test_enter_on_what_a_line_counts_asks_for_its_row(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    office_template(template, 8, names(window_of(page).session.desk))
    page.show_table(8)
    look_at(qtbot, page, template)
    assert page.opened is not None
    people = next(row for row, one in page.opened.bound_rows.items() if one.counted is Counted.PEOPLE)
    before = page.opened.line_of(people)
    stand(page, people, 3)
    hands.press(Qt.Key.Key_Delete)
    assert page.opened.line_of(people) == ""
    hands.enter()
    # What has no row yet stands first.
    assert page.step.side.chooser.search.lines[0].words == before
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert page.opened.line_of(people) == before
    assert page.keep_button.isEnabled()


def test_what_is_typed_over_a_name_begins_the_search_for_its_line(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    before = page.opened
    stand(page, FIRST_ROW, 2)
    hands.press(Qt.Key.Key_X)
    assert page.step.side.chooser.search.field.text == "x"
    hands.press(Qt.Key.Key_Backspace)
    hands.send_letter("ã")
    assert page.step.side.chooser.search.field.text == "ã"
    hands.press(Qt.Key.Key_Escape)
    assert hands.place is page.step.sheet
    assert page.opened is before
    hands.enter()
    hands.press(Qt.Key.Key_9)
    hands.press(Qt.Key.Key_9)
    assert page.step.side.chooser.search.field.fault.isVisible()
    assert page.step.side.chooser.search.chosen is None
    hands.enter()
    assert page.step.side.is_asking


def test_changes_of_the_binding_are_taken_back_one_by_one(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    desk = window_of(page).session.desk
    before, found = contents(desk), labels(page)
    stand(page, FIRST_ROW, 5)
    hands.press(Qt.Key.Key_Delete)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    assert {*found} - {*labels(page)} == {5, 6}
    hands.control(Qt.Key.Key_Z)
    assert {*found} - {*labels(page)} == {5}
    hands.control(Qt.Key.Key_Z)
    assert labels(page) == found
    hands.control(Qt.Key.Key_Y)
    assert {*found} - {*labels(page)} == {5}
    assert page.has_unsaved
    assert contents(desk) == before


def test_a_column_that_the_template_has_not_is_passed_over_with_the_space_bar(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path, tmp_path: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    page.step.side.items.setFocus()
    assert page.step.side.pass_button.isVisible()
    hands.press(Qt.Key.Key_Space)
    assert page.keep_button.isEnabled()
    assert any("được bỏ qua" in one for one in page.step.side.items.sentences)
    page.keep()
    write(qtbot, page, tmp_path / "nop.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "nop.xlsx").worksheets[0]
    assert sheet.cell(FIRST_ROW, 6).value is None
    assert sheet.cell(FIRST_ROW, 5).value is not None


def test_names_and_headings_refuse_figures_with_a_sentence(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    before = page.opened
    stand(page, FIRST_ROW, 2)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_3)
    hands.enter()
    assert "ghi tên các dòng" in page.notice.sentence
    stand(page, 7, 2)
    hands.press(Qt.Key.Key_F3)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert "dòng tiêu đề" in page.notice.sentence
    assert page.opened is before


def test_what_the_template_changed_is_marked_and_bound_anew_on_wish(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    page.keep()
    book = openpyxl.load_workbook(template)
    book.worksheets[0]["B11"] = "Thôn Lạ"
    book.save(template)
    look_at(qtbot, page, template)
    assert page.opened is not None
    assert not page.opened.is_kept
    assert page.notice.property("level") == Severity.WARNING.value
    cells = page.step.sheet.cells
    assert cells.index(10, 1).data(SEVERITY_ROLE) == Severity.ERROR
    assert "Thôn Lạ" in cells.sentence(11, 2)
    assert page.step.side.items.hasFocus()
    assert page.step.sheet.place == (11, 2)
    hands.enter()
    assert page.step.sheet.hasFocus()
    assert "Thôn Lạ" in page.step.side.said_label.text()
    # The list says it already.
    assert not page.step.side.said_label.isVisible()
    changed = page.opened
    page.anew_button.setFocus()
    hands.enter()
    qtbot.waitUntil(lambda: page.opened is not changed)
    assert page.notice.sentence == ""
    assert page.opened.changed == ()
    assert [one.finding.code for one in page.opened.open_items] == ["template-line-open"]


def test_a_sheet_of_which_nothing_was_found_is_bound_by_keys(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, tmp_path: Path
) -> None:
    villages = names(window_of(page).session.desk)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in [("BÁO CÁO NHANH",), ("Đơn vị", "Tổng"), *((name,) for name in villages)]:
        sheet.append(cells)
    path = tmp_path / "Báo cáo nhanh.xlsx"
    book.save(path)
    look_at(qtbot, page, path)
    assert "Không tìm thấy biểu 1" in page.notice.sentence
    assert page.step.side.items.hasFocus()
    stand(page, 3, 2)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_1)
    hands.enter()
    stand(page, 3, 1)
    for name in villages:
        hands.enter()
        hands.compose(name)
        hands.enter()
    page.step.side.items.setFocus()
    assert page.opened is not None
    for _ in page.opened.open_items:
        hands.press(Qt.Key.Key_Space)
    assert heading(page, 2) == "B\n← 1"
    page.keep_button.setFocus()
    hands.enter()
    assert page.write_button.hasFocus()
    write(qtbot, page, tmp_path / "nop.xlsx")
    written = openpyxl.load_workbook(tmp_path / "nop.xlsx").worksheets[0]
    rows = [(str(name), count) for name, count in written.iter_rows(min_row=3, max_col=2, values_only=True)]
    assert [name for name, _ in rows] == villages
    assert rows[0][1] == 221


def test_a_renamed_sheet_has_its_own_sentence(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    page.keep()
    book = openpyxl.load_workbook(template)
    book.worksheets[0].title = "Biểu 1"
    book.save(template)
    look_at(qtbot, page, template)
    assert "không còn trang tính “Bieu 01”" in page.notice.sentence
    assert page.keep_button.isVisible()
    assert not page.keep_button.isEnabled()
    assert page.anew_button.hasFocus()
    hands.enter()
    qtbot.waitUntil(page.keep_button.isEnabled)


def test_an_old_workbook_is_refused_with_what_to_do(qtbot: QtBot, page: TemplateFillPage, tmp_path: Path) -> None:
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    look_at(qtbot, page, old)
    assert "Lưu thành (Save As)" in page.notice.sentence
    assert page.start.isVisible()
    assert page.opened is None


def test_another_sheet_and_another_table_can_be_chosen(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    page.sheet_choice.setFocus()
    hands.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.sheet_name == "Biểu đồ")
    assert "Không tìm thấy biểu 1" in page.notice.sentence
    page.sheet_choice.setFocus()
    hands.press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.sheet_name == "Bieu 01")
    assert page.notice.sentence == ""
    page.table_choice.setFocus()
    hands.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.number == 2)
    assert "biểu 2" in page.notice.sentence


def test_known_templates_are_listed_opened_and_forgotten(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    assert page.start.known.isHidden()
    look_at(qtbot, page, template)
    page.keep()
    desk = window_of(page).session.desk
    page.other_button.setFocus()
    hands.enter()
    assert hands.place is page.start.known
    records = page.start.known.model()
    assert [records.index(0, column).data() for column in (0, 1)] == [template.name, "1"]
    kept = page.opened
    hands.enter()
    qtbot.waitUntil(lambda: page.opened is not kept and page.write_button.hasFocus())
    page.other_button.setFocus()
    hands.enter()
    hands.press(Qt.Key.Key_Delete)
    assert known_templates(desk) == ()
    assert page.start.known.isHidden()
    hands.control(Qt.Key.Key_Z)
    assert len(known_templates(desk)) == 1
    assert page.start.known.isVisible()


def test_a_writing_that_was_stopped_leaves_no_file(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path, tmp_path: Path
) -> None:
    look_at(qtbot, page, template)
    page.keep()
    page.write(tmp_path / "nop.xlsx")
    assert page.writing.is_busy
    assert hands.place is page.writing.cancel_button
    assert not page.step.isEnabled()
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.writing.is_busy)
    assert not (tmp_path / "nop.xlsx").exists()
    assert page.notice.sentence.startswith("Đã dừng theo yêu cầu")
    assert page.write_button.hasFocus()


def test_a_course_that_does_not_balance_is_not_written_and_leads_to_its_page(
    qtbot: QtBot, hands: Hands, show: Callable[[Path], MainWindow], unbalanced_year: Path, tmp_path: Path
) -> None:
    tables = shown(qtbot, show(unbalanced_year))
    tables.go_to_table(2)
    tables.template_button.click()
    window = tables.window()
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, TemplateFillPage)
    look_at(qtbot, page, office_template(tmp_path / "mau.xlsx", 2, names(window.session.desk)))
    page.keep()
    write(qtbot, page, tmp_path / "nop.xlsx")
    assert page.notice.sentence.startswith("Diễn biến năm 2023 chưa cân đối ở Thôn Minh Long (Biểu 2 cột 1)")
    assert not (tmp_path / "nop.xlsx").exists()
    button = next(one for one in page.notice.findChildren(QPushButton) if one.text() == page.tr("Go to the course"))
    assert button.isVisible()
    button.setFocus()
    hands.press(Qt.Key.Key_Space)
    course = window.page
    assert isinstance(course, CoursePage)
    qtbot.waitUntil(lambda: course.grid is not None)
    assert course.block.number == 2


def test_a_template_is_never_written_over(qtbot: QtBot, page: TemplateFillPage, template: Path) -> None:
    look_at(qtbot, page, template)
    page.keep()
    whole = digest(template)
    write(qtbot, page, template)
    assert "chính là tệp mẫu" in page.notice.sentence
    assert digest(template) == whole


def test_a_village_that_comes_while_cells_are_bound_by_hand_takes_nothing_away(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    session, before = window_of(page).session, page.opened
    session.write(lambda: record_villages.add_villages(session.desk, ["Thôn Mới"]))
    qtbot.waitUntil(lambda: page.opened is not before)
    assert page.opened is not None
    assert [one.finding.code for one in page.opened.open_items] == ["template-column-open", "template-line-open"]


def test_what_was_bound_by_hand_comes_back_with_its_template(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(template, tmp_path / "Mẫu khác.xlsx"))
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    look_at(qtbot, page, other)
    assert (6 in labels(page), page.has_unsaved) == (True, False)
    look_at(qtbot, page, template)
    assert (6 in labels(page), page.has_unsaved) == (False, True)
    page.bind_anew()
    qtbot.waitUntil(lambda: 6 in labels(page))
    assert (6 in labels(page), page.has_unsaved) == (True, False)


def test_what_is_bound_while_the_template_is_read_stays(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    session = window_of(page).session
    session.write(lambda: record_villages.add_villages(session.desk, ["Thôn Mới"]))
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.opened is not None and len(page.opened.open_items) == 2)
    assert 6 not in labels(page)


def test_escape_leads_back_to_the_tables_and_what_was_bound_stays(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Escape)
    window = window_of(page)
    tables = window.page
    assert isinstance(tables, TablesPage)
    tables.template_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert page.isVisible()
    assert not tables.isVisible()
    assert 6 not in labels(page)


def test_tab_goes_through_the_page_as_one_reads(
    qtbot: QtBot, hands: Hands, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    hands.press(Qt.Key.Key_Delete)
    side = page.step.side
    way = [page.sheet_choice, page.other_button, page.anew_button, page.step.sheet]
    way += [side.column_button, side.row_button, side.items, side.pass_button]
    page.table_choice.setFocus()
    order = []
    for _ in way:
        hands.tab()
        order.append(hands.place)
    assert order == way


def test_a_file_that_is_only_read_says_why_nothing_is_kept(
    qtbot: QtBot, show: Callable[[Path], MainWindow], reviewed: Path, program: Program, template: Path
) -> None:
    with contextlib.closing(open_desk(reviewed, program)):
        window = show(reviewed)
        assert window.session.desk.read_only
        window.fill_template(1)
        page = window.page
        assert isinstance(page, TemplateFillPage)
        look_at(qtbot, page, template)
        assert not page.keep_button.isEnabled()
        words = page.tr("The file is read only, so the binding cannot be kept.")
        assert page.summary.text().endswith(words)


def test_the_page_has_room_on_a_low_screen_and_every_place_a_name(
    qtbot: QtBot, page: TemplateFillPage, template: Path
) -> None:
    look_at(qtbot, page, template)
    stand(page, FIRST_ROW, 6)
    page.step.side.ask_column()
    QApplication.processEvents()
    # What a screen of 768 lines leaves at 150 % beside the rail, below the head and above the foot of the window.
    least = page.minimumSizeHint()
    assert (least.width() <= 700, least.height() <= 370) == (True, True)
    page.step.side.close_chooser()
    assert crowded(qtbot, page) == []
    named = (page.step.sheet, page.step.side.items, page.table_choice, page.sheet_choice, page.start.known)
    assert all(one.accessibleName() for one in named)
