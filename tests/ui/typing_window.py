"""The window under the hands of a clerk, in a process of its own that can be killed at any key.

`python -m tests.ui.typing_window FILE SETTINGS CATALOGUES PLACE TEXT` types into a place, or with an empty text goes
there only; it prints what stands there and waits to be ended.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from povertydesk import paths
from povertydesk.app import build_program
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.review.round_page import RoundPage
from povertydesk.ui.start import Office
from povertydesk.workflow.event_entry import EventChoice
from tests.ui.hands import Hands


def wait_for(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(20_000, loop, loop.quit)
    loop.exec()


def panel_of(window: MainWindow, hands: Hands, part: Qt.Key) -> HouseholdPanel:
    """Open the first household of the list at a part of its panel, by keys."""
    window.show_page("households")
    page = window.page
    assert isinstance(page, HouseholdsPage)
    hands.enter()
    hands.alt(part)
    return page.panel


def member_cell(window: MainWindow, hands: Hands, typing: bool) -> Callable[[], str]:
    grid = panel_of(window, hands, Qt.Key.Key_2).members.grid
    if typing:
        hands.press(Qt.Key.Key_Down)
    return lambda: "".join(editor.text() for editor in grid.findChildren(QLineEdit))


def number(window: MainWindow, _hands: Hands, typing: bool) -> Callable[[], str]:
    window.show_page("reviews")
    page = window.page
    assert isinstance(page, RoundPage)
    if typing:
        page.enter_on()
    page.form.go_to("b1_total")
    return page.form.body.cells["b1_total"].editor.text


def event_name(window: MainWindow, hands: Hands, typing: bool) -> Callable[[], str]:
    form = panel_of(window, hands, Qt.Key.Key_3).events.form
    if typing:
        hands.write("3")
    assert form.choice is EventChoice.MOVE_IN
    return form.name.editor.text


def phone(window: MainWindow, hands: Hands, typing: bool) -> Callable[[], str]:
    panel = panel_of(window, hands, Qt.Key.Key_1)
    panel.details.phone.setFocus()
    return panel.details.phone.editor.text


PLACES = {"member": member_cell, "number": number, "event": event_name, "phone": phone}


def main(file: Path, settings: Path, catalogues: Path, place: str, text: str) -> None:
    paths.translations = lambda: catalogues
    application = QApplication(sys.argv[:1])
    office = Office(application, build_program(), Preferences(QSettings(str(settings), QSettings.Format.IniFormat)))
    assert office.open(file)
    window = office.window
    assert window is not None
    wait_for(window.completed)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.session.set_year(2023)
    hands = Hands()
    standing = PLACES[place](window, hands, bool(text))
    hands.write(text)
    application.processEvents()
    print(standing(), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5])
