from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.allocation import VillageLimits
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import edit_grid, history, record_villages, set_targets
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.sample import add_practice_households
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.grid_sight import (
    blank_lines,
    marked,
    shown_column,
    shown_total,
    stand_on,
    targets_page,
)
from tests.ui.hands import CONTROL, Hands

NAMES = ["Thôn Minh Long", "Thôn Tân Long", "Thôn Phi Long", "Thôn Vân Ngọc", "Thôn Cao Long", "Thôn Long Tiến"]


def copy(*lines: tuple[object, ...]) -> None:
    """Put a block on the clipboard as Excel does."""
    QGuiApplication.clipboard().setText("".join("\t".join(map(str, line)) + "\r\n" for line in lines))


def press_link(hands: Hands, notice: NoticeLine, words: str) -> None:
    """Use the one thing that can be done about a sentence."""
    link = next(button for button in notice.findChildren(QPushButton) if button.text() == words)
    assert link.isVisible()
    link.setFocus()
    hands.press(Qt.Key.Key_Space)


def is_unsaved(page: TargetsPage) -> bool:
    return page.has_unsaved


def names_in(desk: Desk) -> list[str]:
    return [village.name for village, _ in record_villages.read_villages(desk, 2023).rows]


@pytest.fixture
def page(window: MainWindow) -> TargetsPage:
    return targets_page(window)


@pytest.fixture
def empty(documents: Path, program: Program, show: Callable[[Path], MainWindow]) -> TargetsPage:
    """The page of a file that has an office and nothing else, in 2023."""
    path = documents / "moi.pdesk"
    start_file(path, NewOffice("Xã Cẩm Long", AreaType.RURAL), program).close()
    window = show(path)
    window.year_box.setValue(2023)
    page = targets_page(window)
    stand_on(page, 0, "village")
    return page


@pytest.fixture
def empty_desk(empty: TargetsPage) -> Desk:
    window = empty.window()
    assert isinstance(window, MainWindow)
    return window.session.desk


def operations(desk: Desk) -> int:
    return len(history.list_history(desk))


def test_an_empty_file_says_what_to_do_first(empty: TargetsPage) -> None:
    assert "dán cả bảng từ Excel" in empty.summary.text()
    assert blank_lines(empty) == 12
    assert empty.table.shown_totals() == ("", "Tổng cộng", *[""] * 14)
    assert not empty.card.isVisible()
    assert empty.view.hasFocus()


def test_a_table_longer_than_the_grid_is_pasted_whole(empty: TargetsPage, empty_desk: Desk, hands: Hands) -> None:
    copy(*((f"Thôn {number}", 100 + number, number) for number in range(1, 31)))
    before = operations(empty_desk)
    hands.control(Qt.Key.Key_V)
    assert names_in(empty_desk) == [f"Thôn {number}" for number in range(1, 31)]
    assert shown_column(empty, "households") == [str(100 + number) for number in range(1, 31)]
    assert shown_total(empty, "households") == "3.465"
    assert operations(empty_desk) == before + 1
    assert blank_lines(empty) == 3
    hands.control(Qt.Key.Key_Z)
    assert names_in(empty_desk) == []


def test_a_paste_with_a_fault_keeps_nothing_and_loses_nothing(
    qtbot: QtBot, empty: TargetsPage, empty_desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    poor = ["14", "14", "47", "năm chín", "41", "33"]
    copy(*zip(NAMES, (221, 186, 267, 329, 243, 272), poor, strict=True))
    hands.control(Qt.Key.Key_V)
    assert names_in(empty_desk) == []
    assert shown_column(empty, "village") == NAMES
    assert shown_column(empty, "poor_opening") == poor
    assert empty.notice.sentence == sentence("count-not-a-number", text="năm chín")
    qtbot.waitUntil(lambda: marked(empty) == {(3, "poor_opening"): Severity.ERROR})
    assert is_unsaved(empty)

    press_link(hands, empty.notice, "Đến ô đó")
    hands.write("59")
    hands.enter()
    assert names_in(empty_desk) == NAMES
    assert shown_total(empty, "poor_opening") == "208"
    assert empty.notice.sentence == ""
    assert not is_unsaved(empty)
    qtbot.waitUntil(lambda: marked(empty) == {})


def test_several_faults_are_counted_and_each_is_marked(
    qtbot: QtBot, empty: TargetsPage, empty_desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    copy(("Thôn Minh Long", "x", "14"), ("Thôn Tân Long", "186", "-3"), ("", "5", "1"))
    hands.control(Qt.Key.Key_V)
    assert names_in(empty_desk) == []
    assert empty.notice.sentence.startswith(sentence("entries-refused", faults=3))
    expected = {(0, "households"), (1, "poor_opening"), (2, "village")}
    qtbot.waitUntil(lambda: set(marked(empty)) == expected)
    finding = empty.table.finding(1, 3)
    assert finding is not None
    assert finding[1] == sentence("count-negative", text="-3")


def test_one_faulty_line_does_not_hold_up_another(
    empty: TargetsPage, empty_desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand_on(empty, 1, "households")
    hands.write("12")
    hands.enter()
    assert empty.notice.sentence == sentence("village-without-name")
    stand_on(empty, 0, "village")
    hands.write("Thôn Minh Long")
    hands.enter()
    assert names_in(empty_desk) == ["Thôn Minh Long"]
    assert shown_column(empty, "households") == ["", "12"]
    assert is_unsaved(empty)
    stand_on(empty, 1, "village")
    hands.write("Thôn Tân Long")
    hands.enter()
    assert names_in(empty_desk) == ["Thôn Minh Long", "Thôn Tân Long"]
    assert shown_column(empty, "households") == ["", "12"]
    assert not is_unsaved(empty)


def test_unsaved_text_far_below_stays_in_sight_when_the_blank_lines_shrink(
    empty: TargetsPage, empty_desk: Desk, hands: Hands
) -> None:
    stand_on(empty, 8, "households")
    hands.write("12")
    hands.enter()
    stand_on(empty, 0, "village")
    hands.write("Thôn Minh Long")
    hands.enter()
    assert names_in(empty_desk) == ["Thôn Minh Long"]
    assert "12" in shown_column(empty, "households")


def test_a_village_of_the_same_name_is_refused(
    page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand_on(page, 6, "village")
    hands.compose("thôn cao long")
    hands.enter()
    assert page.notice.sentence == sentence("village-name-taken", village="thôn cao long")
    assert names_in(desk) == NAMES


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The disk is full until the test makes room."""

    def refuse(*_: object, **__: object) -> None:
        raise KnownError("disk-full", file="cam-long.pdesk", folder="D:")

    with_room = edit_grid.enter_cells
    monkeypatch.setattr(edit_grid, "enter_cells", refuse)
    return lambda: monkeypatch.setattr(edit_grid, "enter_cells", with_room)


def test_on_a_full_disk_the_typed_text_stays_and_is_kept_later(
    page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str], full_disk: Callable[[], None]
) -> None:
    stand_on(page, 0, "registered")
    hands.write("3")
    hands.enter()
    hands.write("4")
    hands.enter()
    assert shown_column(page, "registered")[:2] == ["3", "4"]
    assert page.notice.sentence == sentence("disk-full", file="cam-long.pdesk", folder="D:")
    assert set_targets.read_grid(desk, 2023).total.registered is None
    press_link(hands, page.notice, "Thử lại")
    assert page.notice.sentence == sentence("disk-full", file="cam-long.pdesk", folder="D:")
    full_disk()
    press_link(hands, page.notice, "Thử lại")
    assert page.notice.sentence == ""
    assert [row.registered for row in set_targets.read_grid(desk, 2023).rows[:2]] == [3, 4]
    assert not is_unsaved(page)


def test_the_next_entry_takes_along_what_the_full_disk_refused(
    page: TargetsPage, desk: Desk, hands: Hands, full_disk: Callable[[], None]
) -> None:
    stand_on(page, 0, "registered")
    hands.write("3")
    hands.enter()
    full_disk()
    hands.write("4")
    hands.enter()
    assert [row.registered for row in set_targets.read_grid(desk, 2023).rows[:2]] == [3, 4]


def test_going_to_another_page_tries_again(
    window: MainWindow, page: TargetsPage, desk: Desk, hands: Hands, full_disk: Callable[[], None]
) -> None:
    stand_on(page, 0, "registered")
    hands.write("3")
    hands.enter()
    full_disk()
    hands.go_to("Kế hoạch")
    assert set_targets.read_grid(desk, 2023).rows[0].registered == 3


def test_what_is_unsaved_belongs_to_its_year(window: MainWindow, page: TargetsPage, desk: Desk, hands: Hands) -> None:
    stand_on(page, 0, "registered")
    hands.write("nhieu")
    hands.enter()
    window.year_box.setValue(2024)
    assert shown_column(page, "registered") == [""] * 6
    assert is_unsaved(page)
    window.year_box.setValue(2023)
    assert shown_column(page, "registered")[0] == "nhieu"
    stand_on(page, 0, "registered")
    hands.write("3")
    hands.enter()
    assert set_targets.read_grid(desk, 2023).rows[0].registered == 3
    assert not is_unsaved(page)


def test_more_than_all_poor_households_cannot_be_shared_out(
    qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    before = operations(desk)
    hands.alt(Qt.Key.Key_C)
    hands.retype("209")
    hands.alt(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(page.notice.sentence))
    assert page.notice.sentence == sentence("allocation-exceeds-poor", reduction=209, poor=208)
    assert page.assigned.editor.text() == "209"
    assert shown_column(page, "reduction") == ["7", "5", "8", "10", "7", "8"]
    assert (operations(desk), set_targets.read_grid(desk, 2023).assigned_reduction) == (before, 45)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Hãy nhập số hộ cần phân bổ."),
        ("nhieu", "“nhieu” không phải số nguyên. Hãy nhập số nguyên, ví dụ 1.518."),
    ],
)
def test_a_number_that_is_none_is_asked_for_under_the_field(
    qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands, text: str, sentence: str
) -> None:
    before = operations(desk)
    hands.alt(Qt.Key.Key_C)
    hands.retype(text)
    page.allocate()
    assert page.assigned.fault.text() == sentence
    assert page.assigned.editor.hasFocus()
    assert operations(desk) == before


def test_sharing_out_by_poor_households_says_why(qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands) -> None:
    before = operations(desk)
    hands.alt(Qt.Key.Key_C)
    hands.retype("20")
    hands.tab(2)
    hands.press(Qt.Key.Key_Down)
    assert page.basis.currentText() == "theo số hộ nghèo"
    hands.alt(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: shown_total(page, "reduction") == "20")
    assert shown_column(page, "reduction") == ["1", "1", "5", "6", "4", "3"]
    qtbot.waitUntil(lambda: "Thôn Phi Long 4,52 → 5" in page.reasons.text())
    assert page.reasons.text().endswith("không thôn nào vượt số hộ nghèo hiện có.")
    # Leaving the field kept the number; sharing out is an act of its own.
    assert operations(desk) == before + 2


@pytest.mark.parametrize(
    ("limits", "told"),
    [(VillageLimits(fixed=12), ("12", "12,00 → 12 (=)")), (VillageLimits(most=1), ("1", "3,52 → 1 (*)"))],
)
def test_a_kept_limit_is_marked_where_it_decided(
    qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands, limits: VillageLimits, told: tuple[str, str]
) -> None:
    village = record_villages.read_villages(desk, 2023).rows[2][0]
    set_targets.set_limits(desk, 2023, {village.id: limits})
    hands.alt(Qt.Key.Key_C)
    hands.retype("20")
    hands.alt(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: shown_total(page, "reduction") == "20")
    assert shown_column(page, "reduction")[2] == told[0]
    qtbot.waitUntil(lambda: f"Thôn Phi Long {told[1]}" in page.reasons.text())
    marks = QCoreApplication.translate("BelowGrid", "(≥) its least, (*) the most it can take, (=) fixed by hand.")
    assert page.reasons.text().endswith(marks)


def test_the_reasons_go_when_a_target_is_changed_by_hand(
    qtbot: QtBot, page: TargetsPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    assert page.card.isVisible()
    stand_on(page, 0, "reduction")
    hands.write("3")
    hands.enter()
    qtbot.waitUntil(lambda: not page.card.isVisible())
    assert page.summary.text() == "Cấp trên giao 45 hộ · đã phân bổ 41 · đã đăng ký –"
    expected = sentence("targets-differ-from-assigned", total=41, assigned=45)
    qtbot.waitUntil(lambda: page.finding_line.sentence == expected)


def test_nothing_is_shared_out_over_text_that_is_not_kept(
    page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand_on(page, 0, "poor_opening")
    hands.write("x")
    hands.enter()
    page.notice.clear()
    before = operations(desk)
    page.allocate()
    assert page.notice.sentence == sentence("count-not-a-number", text="x")
    assert operations(desk) == before


def test_a_village_is_removed_and_brought_back_with_its_figures(page: TargetsPage, desk: Desk, hands: Hands) -> None:
    stand_on(page, 2, "village")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert names_in(desk) == [name for name in NAMES if name != "Thôn Phi Long"]
    assert shown_total(page, "households") == "1.251"
    hands.control(Qt.Key.Key_Z)
    assert names_in(desk) == NAMES
    assert shown_column(page, "reduction") == ["7", "5", "8", "10", "7", "8"]
    assert shown_total(page, "households") == "1.518"


def test_a_village_with_registered_households_stays(
    window: MainWindow, page: TargetsPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    add_practice_households(window.session.desk, 12)
    stand_on(page, 0, "village")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert window.notice.sentence == sentence("village-has-households", village="Thôn Minh Long", households=2)
    assert shown_column(page, "village") == NAMES


def test_a_village_of_a_signed_plan_stays(
    window: MainWindow, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
    page.sign_button.click()
    stand_on(page, 0, "village")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert window.notice.sentence == sentence("plan-signed", year=2023, date="20/11/2026")
    assert names_in(desk) == NAMES


def test_a_blank_line_is_nothing_to_remove(page: TargetsPage, desk: Desk, hands: Hands) -> None:
    stand_on(page, 7, "village")
    before = operations(desk)
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert operations(desk) == before


def test_unsaved_text_goes_with_its_village(page: TargetsPage, desk: Desk, hands: Hands) -> None:
    stand_on(page, 2, "registered")
    hands.write("x")
    hands.enter()
    stand_on(page, 2, "village")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert not is_unsaved(page)
    assert len(names_in(desk)) == 5


def test_a_name_is_mended_and_a_figure_cleared(page: TargetsPage, desk: Desk, hands: Hands) -> None:
    stand_on(page, 0, "village")
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Backspace, times=4)
    hands.write("Lộc")
    hands.enter()
    assert names_in(desk)[0] == "Thôn Minh Lộc"
    stand_on(page, 0, "reduction")
    hands.press(Qt.Key.Key_Delete)
    assert shown_column(page, "reduction")[0] == ""
    assert set_targets.read_grid(desk, 2023).rows[0].reduction is None


def test_more_poor_than_households_is_marked_and_said_and_found(
    qtbot: QtBot, window: MainWindow, page: TargetsPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand_on(page, 1, "poor_opening")
    hands.write("190")
    hands.enter()
    qtbot.waitUntil(lambda: (1, "poor_opening") in marked(page))
    assert page.finding_line.sentence.startswith(
        sentence("poor-exceeds-households", village="Thôn Tân Long", part=190, whole=186)
    )
    assert "điều cần xem" in window.findings_label.text()
    stand_on(page, 5, "village")
    press_link(hands, page.finding_line, "Đến ô đó")
    assert page.view.hasFocus()
    current = page.view.currentIndex()
    assert (current.row(), page.table.columns[current.column()].key) == (1, "poor_opening")


def test_what_is_undone_from_another_page_stands_in_the_grid_on_coming_back(
    qtbot: QtBot, window: MainWindow, page: TargetsPage, hands: Hands
) -> None:
    stand_on(page, 1, "poor_opening")
    hands.write("190")
    hands.enter()
    qtbot.waitUntil(lambda: "điều cần xem" in window.findings_label.text())
    hands.go_to("Kế hoạch")
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.go_to("Chỉ tiêu")
    assert shown_column(page, "poor_opening")[1] == "14"
    hands.go_to("Kế hoạch")
    hands.press(Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: shown_column(page, "poor_opening")[1] == "190")
    qtbot.waitUntil(lambda: "điều cần xem" in window.findings_label.text())
    assert not page.isVisible()


@pytest.fixture
def workbook(documents: Path) -> Callable[..., Path]:
    def make(*lines: tuple[object, ...]) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["Thôn", "Tổng số hộ", "Nhân khẩu", "Hộ nghèo", "Hộ cận nghèo"])
        for line in lines:
            sheet.append(list(line))
        path = documents / "thôn 2023.xlsx"
        book.save(path)
        return path

    return make


def test_a_workbook_is_taken_in_by_keys(
    qtbot: QtBot, empty: TargetsPage, empty_desk: Desk, hands: Hands, workbook: Callable[..., Path]
) -> None:
    path = workbook(("Thôn Minh Long", 221, 900, 14, 20), ("Thôn Tân Long", 186, 800, 14, 30))

    def choose(_dialog: QFileDialog) -> None:
        hands.retype(str(path))
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    hands.alt(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: names_in(empty_desk) == ["Thôn Minh Long", "Thôn Tân Long"])
    assert empty.notice.sentence == "Đã nhập bảng tính thôn 2023.xlsx."
    assert shown_total(empty, "people") == "1.700"


def test_a_workbook_with_faults_shows_each_place_and_changes_nothing(
    page: TargetsPage, desk: Desk, workbook: Callable[..., Path], sentence: Callable[..., str]
) -> None:
    path = workbook(("Thôn Minh Long", "x", 900, 14, 20), ("Thôn Tân Long", 186, 800, -1, 30))
    before = operations(desk)
    page.import_workbook(path)
    lines = page.notice.sentence.split("\n")
    assert lines[0] == sentence("workbook-has-faults", file=path.name, faults=2, villages=2)
    assert "dòng 2" in lines[1]
    assert "cột “B – Tổng số hộ”" in lines[1]
    assert "dòng 3" in lines[2]
    assert "cột “D – Hộ nghèo”" in lines[2]
    assert operations(desk) == before
    assert shown_total(page, "households") == "1.518"


def test_a_total_that_does_not_add_up_is_told_after_the_import(
    page: TargetsPage, workbook: Callable[..., Path], desk: Desk
) -> None:
    before = operations(desk)
    page.import_workbook(workbook(("Thôn Minh Long", 222, 900, 14, 20), ("Tổng", 223, 900, 14, 20)))
    _taken, told = page.notice.sentence.split("\n")
    assert "cột “B – Tổng số hộ”: Dòng tổng ghi 223" in told
    assert operations(desk) == before + 1


def test_what_is_no_workbook_is_refused(page: TargetsPage, documents: Path, sentence: Callable[..., str]) -> None:
    path = documents / "thôn.xlsx"
    path.write_text("không phải bảng tính", encoding="utf-8")
    page.import_workbook(path)
    assert page.notice.sentence == sentence("workbook-unreadable", file="thôn.xlsx")


def test_of_many_faults_the_first_are_shown_and_the_others_counted(
    page: TargetsPage, workbook: Callable[..., Path]
) -> None:
    page.import_workbook(workbook(*((f"Thôn {number}", "x", 9, 1, 2) for number in range(9))))
    lines = page.notice.sentence.split("\n")
    assert len(lines) == 7
    assert lines[-1] == "• và 4 chỗ khác"


def test_chosen_figures_are_added_up_in_the_foot(
    qtbot: QtBot, window: MainWindow, page: TargetsPage, hands: Hands
) -> None:
    stand_on(page, 0, "households")
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)
    qtbot.waitUntil(lambda: window.selection_label.text() == "Chọn 3 ô · Tổng 674")
    hands.go_to("Kế hoạch")
    assert not window.selection_label.isVisible()


@pytest.fixture
def second(program: Program, sample: Path, show: Callable[[Path], MainWindow]) -> Iterator[TargetsPage]:
    """The page of a file that somebody else has open."""
    from povertydesk.workflow.open_desk import open_desk  # noqa: PLC0415

    first = open_desk(sample, program.under_name("Lê Văn Đầu"))
    yield targets_page(show(sample))
    first.close()


def test_a_file_open_elsewhere_can_be_read_and_copied(
    second: TargetsPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    window = second.window()
    assert isinstance(window, MainWindow)
    assert "Lê Văn Đầu đang mở tệp trên máy" in window.notice.sentence
    assert "từ 08:30 20/11/2026" in window.notice.sentence
    assert "chỉ đọc" in window.windowTitle()
    assert blank_lines(second) == 0
    for part in (second.import_button, second.allocate_button, second.basis, window.undo_button, window.redo_button):
        assert not part.isEnabled()
    assert second.assigned.editor.isReadOnly()
    stand_on(second, 0, "village")
    hands.write("x")
    assert second.notice.sentence == sentence("grid-read-only")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert shown_column(second, "village") == NAMES
    stand_on(second, 0, "village")
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hands.control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().strip() == "Thôn Minh Long\t221"
