from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.fields.option_row import Option, OptionRow
from tests.ui.hands import Hands

STATES = (Option("9", None, "chưa rõ"), Option("1", True, "có"), Option("2", False, "không"))


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[OptionRow]:
    window, row = QWidget(), OptionRow("&Có công", STATES)
    layout = QVBoxLayout(window)
    layout.addWidget(row)
    following = QLineEdit()
    following.setObjectName("next")
    layout.addWidget(following)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    row.setFocus()
    yield row
    window.close()


def test_the_first_answer_stands_and_is_spoken(row: OptionRow) -> None:
    assert (row.value, row.words) == (None, "chưa rõ")
    assert (row.row.accessibleName(), row.row.accessibleDescription()) == ("Có công", "chưa rõ")
    assert row.label.buddy() is row.row


def test_a_digit_chooses_and_is_told_once(row: OptionRow, hands: Hands) -> None:
    told: list[object] = []
    row.chosen.connect(told.append)
    hands.write("1")
    hands.write("1")
    hands.write("2")
    hands.write("7")
    assert told == [True, False]
    assert row.row.accessibleDescription() == "không"


def test_arrows_choose_the_neighbour(row: OptionRow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Right, times=5)
    assert row.value is False
    hands.press(Qt.Key.Key_Left, times=5)
    assert row.value is None


def test_enter_goes_on(row: OptionRow, hands: Hands) -> None:
    hands.enter()
    assert hands.place.objectName() == "next"


def test_what_was_not_kept_does_not_stand(row: OptionRow, hands: Hands) -> None:
    told: list[object] = []
    row.chosen.connect(told.append)
    row.keep = lambda value: value is not False
    hands.write("1")
    hands.write("2")
    assert (row.value, told) == (True, [True])


def test_a_click_chooses_and_takes_the_keys(row: OptionRow) -> None:
    row.findChildren(QToolButton)[2].click()
    assert row.value is False
    assert row.row.hasFocus()


def test_nothing_stands_where_nothing_may(qtbot: QtBot, hands: Hands) -> None:
    row = OptionRow("Việc", STATES[1:], nothing_first=True, per_line=1)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.setFocus()
    assert (row.value, row.words) == (None, "")
    hands.write("2")
    assert (row.value, row.words) == (False, "không")
    row.show_value(None)
    assert row.words == ""


def test_other_answers_keep_the_one_that_is_still_there(row: OptionRow) -> None:
    row.show_value(False)
    row.set_options((*STATES, Option("3", "khác", "khác")))
    assert (row.value, len(row.options)) == (False, 4)
    row.set_options(STATES[:2])
    assert row.value is None
