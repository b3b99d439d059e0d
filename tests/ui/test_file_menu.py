from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from povertydesk.ui.file_menu import FileMenu
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.start import Office
from tests.ui.hands import Hands


def menu_of(window: MainWindow) -> QMenu:
    menu = window.office_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    return menu


def test_the_offices_name_offers_the_files(window: MainWindow, sample: Path) -> None:
    words = [action.text().partition("\t")[0] for action in menu_of(window).actions() if not action.isSeparator()]
    assert words == ["&Lập tệp mới…", "&Mở tệp…", "&Nhập danh sách hộ từ Excel…", "Đón&g tệp"]
    assert window.office_button.text() == "Xã Cẩm Long"


def test_a_recent_file_is_one_choice_away(
    office: Office,
    window: MainWindow,
    sample: Path,
    preferences: Preferences,
    settle: Callable[[MainWindow], MainWindow],
) -> None:
    other = sample.with_name("Ngọc & Châu.pdesk")
    shutil.copy(sample, other)
    preferences.remember_file(other)
    action = next(action for action in menu_of(window).actions() if action.text().startswith("Ngọc && Châu"))
    action.trigger()
    assert office.window is not None
    assert settle(office.window).session.desk.path == other


def test_the_menu_opens_and_closes_the_file_by_keys(
    qtbot: QtBot, office: Office, window: MainWindow, hands: Hands
) -> None:
    window.office_button.setFocus()
    answered: list[bool] = []

    def close_by_letter() -> None:
        menu = QApplication.activePopupWidget()
        answered.append(isinstance(menu, FileMenu))
        hands.press(Qt.Key.Key_G)

    menu = window.office_button.menu()
    assert menu is not None
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, close_by_letter))
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: office.window is None)
    assert answered == [True]
    assert office.welcome is not None


def test_another_file_is_asked_for_from_the_menu(office: Office, window: MainWindow, hands: Hands) -> None:
    hands.when_asked(QFileDialog, lambda _dialog: hands.press(Qt.Key.Key_Escape))
    menu_of(window).actions()[1].trigger()
    assert office.window is window
