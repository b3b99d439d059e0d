"""The window on a real screen, in a process of its own: `python -m tests.ui.on_screen FILE CATALOGUES PICTURES`.

It opens a file, goes through the pages and keeps a picture of the screen of each; it prints the platform.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from povertydesk import paths
from povertydesk.app import build_program
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.start import Office


def wait_for(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(20_000, loop, loop.quit)
    loop.exec()


def picture(window: MainWindow, target: Path) -> None:
    """Keep what the screen shows; the offscreen platform has only what the window painted."""
    QApplication.processEvents()
    screen = QGuiApplication.primaryScreen()
    shown = screen.grabWindow(0) if QGuiApplication.platformName() == "xcb" else window.grab()
    assert shown.save(str(target))


def main(file: Path, catalogues: Path, pictures: Path) -> None:
    paths.translations = lambda: catalogues
    application = QApplication(sys.argv[:1])
    settings = QSettings(str(pictures / "settings.ini"), QSettings.Format.IniFormat)
    office = Office(application, build_program(), Preferences(settings))
    assert office.open(file)
    window = office.window
    assert window is not None
    wait_for(window.completed)
    assert QTest.qWaitForWindowExposed(window)
    picture(window, pictures / "targets.png")
    window.show_page("plan")
    page = window.page
    assert isinstance(page, PlanPage)
    wait_for(page.preview.page_shown)
    assert page.document is not None
    picture(window, pictures / "plan.png")
    window.show_page("settings")
    picture(window, pictures / "settings.png")
    window.close()
    print(QGuiApplication.platformName())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
