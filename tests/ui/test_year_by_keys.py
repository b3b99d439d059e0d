"""A commune's year from an empty folder to the saved plan, with keys only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import openpyxl
import pypdf
from docx import Document
from docx.oxml.ns import qn
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.new_file.assistant import NewFileAssistant
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.start import Office
from povertydesk.ui.welcome.window import WelcomeWindow
from povertydesk.workflow import draft_plan, set_targets
from tests.ui.grid_sight import shown_column, shown_total, targets_page
from tests.ui.hands import CONTROL, Hands

VILLAGES = (
    ("Thôn Minh Long", 221, 14, 7),
    ("Thôn Tân Long", 186, 14, 5),
    ("Thôn Phi Long", 267, 47, 8),
    ("Thôn Vân Ngọc", 329, 59, 10),
    ("Thôn Cao Long", 243, 41, 7),
    ("Thôn Long Tiến", 272, 33, 8),
)


def fill_assistant(hands: Hands, assistant: NewFileAssistant) -> None:
    hands.write("Xã Cẩm Long")
    hands.tab()
    hands.press(Qt.Key.Key_Down)
    assert assistant.area.currentText() == "Nông thôn"
    hands.tab()
    hands.press(Qt.Key.Key_Down, times=3)
    assert assistant.region.currentText() == "Bắc Trung Bộ và duyên hải miền Trung"
    hands.tab()
    hands.write("14950")
    hands.tab(2)
    hands.compose("UBND huyện Cẩm Thủy")
    hands.tab()
    hands.write("Hà Văn Mẫu")
    hands.tab()
    hands.compose("Lê Thị Thử")
    hands.enter()


def save_by_keys(hands: Hands, name: str) -> Callable[[QFileDialog], None]:
    def act(dialog: QFileDialog) -> None:
        assert isinstance(hands.place, QLineEdit)
        hands.retype(name)
        hands.enter()
        assert not dialog.isVisible()

    return act


def test_a_year_from_an_empty_folder_to_the_saved_plan(
    qtbot: QtBot,
    make_office: Callable[[], Office],
    settle: Callable[[MainWindow], MainWindow],
    documents: Path,
    hands: Hands,
) -> None:
    office = make_office()
    office.show_welcome()
    assert office.welcome is not None
    qtbot.waitUntil(office.welcome.isActiveWindow)

    # No file yet: Alt+L is "Lập tệp mới".
    hands.when_asked(NewFileAssistant, partial(fill_assistant, hands))
    with qtbot.waitSignal(office.file_opened):
        hands.alt(Qt.Key.Key_L)
    assert office.window is not None
    window = settle(office.window)
    assert [path.name for path in documents.glob("*.pdesk")] == ["cam-long.pdesk"]
    unit = window.session.desk.unit
    assert (unit.name, unit.code, unit.receiving_office) == ("Xã Cẩm Long", "14950", "UBND huyện Cẩm Thủy")
    assert [officer.name for officer in draft_plan.list_officers(window.session.desk)] == ["Hà Văn Mẫu", "Lê Thị Thử"]

    # The year: Alt+M is "Năm".
    assert window.session.year == 2026
    hands.alt(Qt.Key.Key_M)
    hands.retype("2023")
    hands.enter()
    assert window.session.year == 2023
    page = targets_page(window)
    assert page.heading.text() == "Chỉ tiêu giảm nghèo của thôn năm 2023"

    # The first village along its line, the others down their columns.
    hands.go_to("Chỉ tiêu")
    hands.write(VILLAGES[0][0])
    hands.tab()
    hands.write("221")
    hands.tab()
    hands.write("14")
    hands.enter()
    hands.press(Qt.Key.Key_Left, times=2)
    for name, *_ in VILLAGES[1:]:
        hands.compose(name) if name == "Thôn Vân Ngọc" else hands.write(name)
        hands.enter()
    for place in (1, 2):
        hands.press(Qt.Key.Key_Up, CONTROL, times=2)
        hands.press(Qt.Key.Key_Right)
        hands.press(Qt.Key.Key_Down)
        for village in VILLAGES[1:]:
            hands.write(str(village[place]))
            hands.enter()
    assert shown_column(page, "village") == [name for name, *_ in VILLAGES]
    assert shown_column(page, "households") == ["221", "186", "267", "329", "243", "272"]
    assert shown_column(page, "poor_opening") == ["14", "14", "47", "59", "41", "33"]
    assert (shown_total(page, "households"), shown_total(page, "poor_opening")) == ("1.518", "208")
    assert shown_total(page, "poor_rate_opening") == "13,70"

    # 45 households from above, shared out: Alt+C is "Cấp trên giao", Alt+P "Phân bổ".
    hands.alt(Qt.Key.Key_C)
    hands.write("45")
    with qtbot.waitSignal(window.session.changed):
        hands.alt(Qt.Key.Key_P)
    check_shared_out(window)

    # Back and again.
    with qtbot.waitSignal(window.session.changed):
        hands.control(Qt.Key.Key_Z)
    assert shown_column(page, "reduction") == [""] * 6
    assert [row.reduction for row in set_targets.read_grid(window.session.desk, 2023).rows] == [None] * 6
    with qtbot.waitSignal(window.session.changed):
        hands.control(Qt.Key.Key_Y)
    check_shared_out(window)

    # The plan: number, day, subject, signer.
    hands.go_to("Kế hoạch")
    plan_page = window.page
    assert isinstance(plan_page, PlanPage)
    hands.write("12/KH-UBND")
    hands.enter()
    hands.write("05/01/2023")
    hands.enter()
    hands.compose("Giảm nghèo bền vững năm 2023")
    hands.enter()
    hands.press(Qt.Key.Key_Down, times=2)
    assert plan_page.fields.signer.currentText() == "Lê Thị Thử – Phó Chủ tịch"
    plan = draft_plan.read_plan(window.session.desk, 2023)
    assert (str(plan.issued_on), plan.subject) == ("2023-01-05", "Giảm nghèo bền vững năm 2023")
    assert plan.signer is not None
    assert plan.signer.name == "Lê Thị Thử"

    # Three ways to take it away, each through the file dialog.
    for letter, name in (("P", "ke-hoach.pdf"), ("W", "ke-hoach.docx"), ("E", "ke-hoach.xlsx")):
        target = documents / name
        hands.when_asked(QFileDialog, save_by_keys(hands, str(target)))
        hands.alt(Qt.Key[f"Key_{letter}"])
        qtbot.waitUntil(target.exists)
        assert plan_page.notice.sentence == f"Đã lưu: {target}"
        hands.back_at(window)
    check_papers(documents)

    # Closed and opened again: all is there, and the page as it was left.
    hands.control(Qt.Key.Key_W)
    assert isinstance(office.welcome, WelcomeWindow)
    again = make_office()
    again.open(documents / "cam-long.pdesk")
    assert again.window is not None
    window = settle(again.window)
    assert window.session.year == 2023
    assert isinstance(window.page, PlanPage)
    hands.go_to("Chỉ tiêu")
    check_shared_out(window)


def check_shared_out(window: MainWindow) -> None:
    page = targets_page(window)
    grid = set_targets.read_grid(window.session.desk, 2023)
    assert [row.reduction for row in grid.rows] == [reduction for *_, reduction in VILLAGES]
    assert (grid.assigned_reduction, grid.total.reduction, grid.total.poor_closing) == (45, 45, 163)
    assert shown_column(page, "reduction") == ["7", "5", "8", "10", "7", "8"]
    assert shown_column(page, "poor_closing") == ["7", "9", "39", "49", "34", "25"]
    shown = [shown_total(page, key) for key in ("reduction", "poor_closing", "poor_rate_opening", "reduction_rate")]
    assert shown == ["45", "163", "13,70", "2,96"]
    assert shown_total(page, "poor_rate_closing") == "10,74"
    assert page.summary.text() == "Cấp trên giao 45 hộ · đã phân bổ 45 · đã đăng ký –"
    assert page.assigned.editor.text() == "45"


def check_papers(folder: Path) -> None:
    pdf = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(folder / "ke-hoach.pdf").pages).split())
    word = {text.text for text in Document(str(folder / "ke-hoach.docx")).element.body.iter(qn("w:t"))}
    for figure in ("1.518", "208", "13,70", "45", "2,96", "163", "10,74"):
        assert figure in pdf
        assert figure in word
    assert "Lê Thị Thử" in pdf
    assert "Cẩm Long, ngày 05 tháng 01 năm 2023" in pdf
    numbers = {
        round(cell, 2)
        for sheet in openpyxl.load_workbook(folder / "ke-hoach.xlsx", data_only=False)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, int | float)
    }
    assert {221, 14, 7, 186, 5} <= numbers
